/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An .xls workbook as its records tell it: what sheets there are and what their cells share, then
 * the cells of each ([MS-XLS] 2.1.7.20). Excel 97 and newer, and Excel 5 and 95. */

#include "exchange/tv-xls-book.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-sheet.h"
#include "exchange/tv-xls-cells.h"

/* What the first record of a workbook says of its edition. */
enum {
    EXCEL_95 = 0x0500,
    EXCEL_97 = 0x0600,
};

static void
free_sheet (gpointer data)
{
    TvXlsSheet *sheet = data;

    g_free (sheet->title);
    g_array_unref (sheet->cells);
    g_hash_table_unref (sheet->hidden_rows);
    g_free (sheet);
}

static TvXlsBook *
create (void)
{
    TvXlsBook *self = g_new0 (TvXlsBook, 1);

    self->text_kind.code_page = 1252;
    self->sheets = g_ptr_array_new_with_free_func (free_sheet);
    self->styles = g_array_new (FALSE, FALSE, sizeof (TvXlsStyle));
    self->fonts = g_ptr_array_new_with_free_func (g_free);
    self->formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    return self;
}

void
tv_xls_book_free (TvXlsBook *self)
{
    g_ptr_array_unref (self->sheets);
    g_array_unref (self->styles);
    g_ptr_array_unref (self->fonts);
    g_hash_table_unref (self->formats);
    g_clear_pointer (&self->texts, g_ptr_array_unref);
    g_free (self);
}

/**
 * tv_xls_book_get_font:
 *
 * Returns: (transfer none) (nullable): the name of the style's font; there is no fifth one
 */
const char *
tv_xls_book_get_font (const TvXlsBook *self, const TvXlsStyle *style)
{
    guint font = style->font > 4 ? style->font - 1 : style->font;

    return font < self->fonts->len ? g_ptr_array_index (self->fonts, font) : NULL;
}

static gboolean
take_edition (TvXlsBook *self, TvXlsWalk *walk, GError **error)
{
    TvXlsRecord record;
    guint16 edition;

    if (!tv_xls_walk_next (walk, &record) || record.type != TV_XLS_BOF)
        edition = 0;
    else
        edition = tv_xls_record_get_16 (&record, 0);
    self->text_kind.is_wide = edition == EXCEL_97;
    if (edition == EXCEL_97 || edition == EXCEL_95)
        return TRUE;
    g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                 "a workbook of the unknown edition %x", edition);
    return FALSE;
}

static void
take_sheet (TvXlsBook *self, const TvXlsRecord *record)
{
    TvXlsSheet *sheet;
    guint16 index = self->n_sheets++;

    if (record->size < 7 || record->data[5] != 0)
        return;
    sheet = g_new0 (TvXlsSheet, 1);
    sheet->index = index;
    sheet->begin = tv_xls_record_get_32 (record, 0);
    sheet->is_hidden = (record->data[4] & 3) != 0;
    sheet->title = tv_xls_text_read (record, 6, 1, &self->text_kind);
    sheet->hidden_rows = g_hash_table_new (NULL, NULL);
    sheet->cells = g_array_new (FALSE, FALSE, sizeof (TvXlsCell));
    g_array_set_clear_func (sheet->cells, tv_xls_cell_clear);
    g_ptr_array_add (self->sheets, sheet);
}

static void
take_style (TvXlsBook *self, const TvXlsRecord *record)
{
    TvXlsStyle style = { tv_xls_record_get_16 (record, 2), tv_xls_record_get_16 (record, 0) };

    g_array_append_val (self->styles, style);
}

static void
take_format (TvXlsBook *self, const TvXlsRecord *record)
{
    guint16 number = tv_xls_record_get_16 (record, 0);

    g_hash_table_insert (
        self->formats, GUINT_TO_POINTER (number),
        tv_xls_text_read (record, 2, self->text_kind.is_wide ? 2 : 1, &self->text_kind));
}

/* Returns whether the records of the workbook itself go on. */
static gboolean
take_record (TvXlsBook *self, TvXlsWalk *walk, const TvXlsRecord *record)
{
    switch (record->type) {
    case TV_XLS_FILE_PASS:
        self->is_encrypted = TRUE;
        return FALSE;
    case TV_XLS_DATE_MODE:
        self->is_from_1904 = tv_xls_record_get_16 (record, 0) == 1;
        break;
    case TV_XLS_CODE_PAGE:
        self->text_kind.code_page = tv_xls_record_get_16 (record, 0);
        break;
    case TV_XLS_BOUND_SHEET:
        take_sheet (self, record);
        break;
    case TV_XLS_FONT:
        g_ptr_array_add (self->fonts, tv_xls_text_read (record, 14, 1, &self->text_kind));
        break;
    case TV_XLS_FORMAT:
        take_format (self, record);
        break;
    case TV_XLS_XF:
        take_style (self, record);
        break;
    case TV_XLS_SST:
        g_clear_pointer (&self->texts, g_ptr_array_unref);
        self->texts = tv_xls_texts_read_shared (walk, record);
        break;
    default:
        break;
    }
    return record->type != TV_XLS_EOF;
}

/* Two sheets that say they begin at one place would be twice what the file holds, and half a sheet
 * must not look like all of it. */
static gboolean
read_sheets (TvXlsBook *self, const TvXlsWalk *whole, GError **error)
{
    g_autoptr (GHashTable) begins = g_hash_table_new (NULL, NULL);

    for (guint i = 0; i < self->sheets->len; i++) {
        TvXlsSheet *sheet = g_ptr_array_index (self->sheets, i);
        TvXlsWalk walk = { whole->data, whole->size, sheet->begin };

        if (!g_hash_table_add (begins, GSIZE_TO_POINTER (sheet->begin))
            || !tv_xls_cells_read (self, sheet, walk)) {
            g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                         "sheet “%s” has no begin or no end of its own", sheet->title);
            return FALSE;
        }
    }
    return TRUE;
}

/**
 * tv_xls_book_read:
 * @data: the stream with the workbook
 * @size: of it
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Of an encrypted workbook nothing but that is told.
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TvXlsBook *
tv_xls_book_read (const guint8 *data, gsize size, GError **error)
{
    g_autoptr (TvXlsBook) self = create ();
    TvXlsWalk walk = { data, size, 0 };
    const TvXlsWalk whole = walk;
    TvXlsRecord record;

    if (!take_edition (self, &walk, error))
        return NULL;
    while (tv_xls_walk_next (&walk, &record) && take_record (self, &walk, &record))
        ;
    if (!self->is_encrypted && self->sheets->len > TV_WORKBOOK_MAX_SHEETS) {
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                             "more sheets than anybody turns over");
        return NULL;
    }
    if (!self->is_encrypted && !read_sheets (self, &whole, error))
        return NULL;
    return g_steal_pointer (&self);
}
