/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The header of a pasted block, where one was copied along with the values. */

#include "workflows/tv-paste-header.h"

#include "exchange/tv-list-field.h"
#include "exchange/tv-list-value.h"
#include "workflows/tv-paste-profile.h"

#include <string.h>

/* A block without a title has its header in the first lines. */
#define N_LINES_WITH_HEADER 4

/**
 * tv_paste_header_field:
 * @header: a cell
 * @field: (out): what a column of that header means
 *
 * Returns: whether it is a header that is known
 */
gboolean
tv_paste_header_field (const char *header, TvPasteField *field)
{
    static const struct {
        TvListField list_field;
        TvPasteField field;
    } known[] = {
        { TV_LIST_ROLL_NUMBER, TV_PASTE_ROLL_NUMBER },
        { TV_LIST_NAME, TV_PASTE_NAME },
        { TV_LIST_FAMILY_NAME, TV_PASTE_FAMILY_NAME },
        { TV_LIST_GIVEN_NAME, TV_PASTE_GIVEN_NAME },
        { TV_LIST_BIRTH_DATE, TV_PASTE_BIRTH_DATE },
        { TV_LIST_WEIGHT, TV_PASTE_WEIGHT },
        { TV_LIST_HEIGHT, TV_PASTE_HEIGHT },
        { TV_LIST_NOTES, TV_PASTE_NOTES },
        { TV_LIST_CLASS, TV_PASTE_UNUSED },
        { TV_LIST_SEX, TV_PASTE_UNUSED },
        { TV_LIST_MEASURED_ON, TV_PASTE_UNUSED },
        { TV_LIST_MINISTRY_CODE, TV_PASTE_UNUSED },
        { TV_LIST_PERSONAL_NUMBER, TV_PASTE_UNUSED },
    };
    TvListField list_field = tv_list_field_of_header (header);

    for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
        if (known[i].list_field == list_field) {
            *field = known[i].field;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
is_value (const char *text)
{
    TvMeasurementState state;
    double number;

    return tv_paste_text_is_number (text, &number) || tv_list_value_not_measured (text, &state);
}

/* Half of its words name a column, and none of them is a value: "Hồ" alone is a child as well. */
static gboolean
is_header (const TvPasteTable *table, guint line)
{
    guint n_filled = 0, n_known = 0;
    TvPasteField field;

    for (guint i = 0; i < table->n_columns; i++) {
        const char *text = tv_paste_table_cell (table, line, i);

        if (!*text)
            continue;
        if (is_value (text))
            return FALSE;
        n_filled++;
        n_known += tv_paste_header_field (text, &field);
    }
    return n_known > 0 && n_known * 2 >= n_filled
           && (n_known > 1 || n_filled == 1 || table->n_columns == n_filled);
}

/* (1) (2) (3) under the header. */
static gboolean
is_numbering (const TvPasteTable *table, guint line)
{
    guint n = 0;

    for (guint i = 0; i < table->n_columns; i++) {
        g_autofree char *key = tv_list_field_header_key (tv_paste_table_cell (table, line, i));
        g_autofree char *expected = g_strdup_printf ("%u", n + 1);

        if (*key && strcmp (key, expected) != 0)
            return FALSE;
        n += *key != '\0';
    }
    return n >= 3;
}

/**
 * tv_paste_header_find:
 * @table: a pasted block
 * @line: (out): the line that names the columns, where there is one
 *
 * Returns: how many lines stand above the first child, that line and a numbering below it
 *   included; 0 where no line names the columns
 */
guint
tv_paste_header_find (const TvPasteTable *table, guint *line)
{
    guint n = MIN (N_LINES_WITH_HEADER, table->lines->len);

    for (*line = 0; *line < n; (*line)++) {
        if (!is_header (table, *line))
            continue;
        return *line + 1 < table->lines->len && is_numbering (table, *line + 1) ? *line + 2
                                                                                : *line + 1;
    }
    return 0;
}
