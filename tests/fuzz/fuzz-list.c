/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A class list or a weighing sheet as an import reads it, from bytes of whatever kind. */

#include "fuzz-list.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-list-reader.h"
#include "exchange/tv-workbook-file.h"

#include <string.h>

/* Every cell that came out is text that a window can show. */
static void
look_at_sheet (TvSheet *sheet)
{
    guint n_rows = tv_sheet_get_n_rows (sheet);

    g_assert_true (g_utf8_validate (tv_sheet_get_title (sheet), -1, NULL));
    for (guint row = 0; row < n_rows; row++) {
        guint n_cells;
        const TvCell *cells = tv_sheet_get_cells (sheet, row, &n_cells);

        for (guint i = 0; i < n_cells; i++) {
            g_assert_cmpuint (cells[i].column, <, TV_SHEET_MAX_COLUMNS);
            g_assert_true (g_utf8_validate (cells[i].text, -1, NULL));
        }
    }
}

static void
look_at_list (TvWorkbook *book, TvListFile *list)
{
    for (guint i = 0; i < list->rows->len; i++) {
        const TvListRow *row = g_ptr_array_index (list->rows, i);

        g_assert_cmpuint (row->sheet, <, tv_workbook_get_n_sheets (book));
        g_assert_cmpuint (row->source_row, >, 0);
        g_assert_cmpuint (row->source_row, <=, TV_SHEET_MAX_ROWS);
    }
}

/* Reads the list in one of the ways in which a person may say that it is written. */
static void
read_otherwise (TvWorkbook *book)
{
    TvCharset charset
        = (TvCharset) (tv_sheet_get_n_rows (tv_workbook_get_sheet (book, 0)) % TV_CHARSET_N);
    TvListOptions options = {
        .today = tv_date_from_ymd (2026, 9, 20),
        .measured_on = TV_DATE_NONE,
        .charset = &charset,
        .date_order = TV_DATE_ORDER_MONTH_FIRST,
    };
    g_autoptr (TvListFile) list = tv_list_read (book, &options, NULL);

    if (list)
        look_at_list (book, list);
}

/* Reads a list from what a reader made of its file, looks at what came out, and that a refusal says
 * why. */
void
tv_fuzz_workbook (TvWorkbook *book, GError **error)
{
    TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL };
    g_autoptr (TvListFile) list = NULL;

    for (guint i = 0; book && i < tv_workbook_get_n_sheets (book); i++)
        look_at_sheet (tv_workbook_get_sheet (book, i));
    list = book ? tv_list_read (book, &options, error) : NULL;
    if (list) {
        g_assert_no_error (*error);
        look_at_list (book, list);
        read_otherwise (book);
    } else {
        g_assert_nonnull (*error);
        g_assert_true ((*error)->domain == TV_EXCHANGE_ERROR);
        g_assert_cmpuint (strlen ((*error)->message), >, 0);
    }
}

/* Reads a file as the import does. */
void
tv_fuzz_list (const char *name, GBytes *bytes)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes (name, bytes, NULL, &error);

    tv_fuzz_workbook (book, &error);
}
