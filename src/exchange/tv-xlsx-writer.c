/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing xlsx files through libxlsxwriter. The workbook grows beside its place and takes it only
 * when it is whole; nobody but the owner can read it at any time. */

#include "exchange/tv-xlsx-writer.h"

#include "exchange/tv-exchange-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define FONT "Times New Roman"
#define USUAL_SIZE_PT 12
#define MOST_SHEET_NAME 31 /* UTF-16 units, as Excel counts; names here have no pairs */

/* The most letters of a cell that Excel opens. */
#define MOST_LETTERS 32767

struct _TvXlsxWriter {
    char *path;
    char *growing_path;
    char *folder;
    lxw_workbook *workbook;
    lxw_worksheet *sheet; /* the last one; unowned */
    GHashTable *names;    /* of sheets, folded, that are taken */
    GHashTable *formats;  /* look and number format in words to lxw_format; unowned */
    lxw_error error;      /* the first */
};

static void
keep_error (TvXlsxWriter *self, lxw_error error)
{
    if (self->error == LXW_NO_ERROR)
        self->error = error;
}

static lxw_format *
make_format (TvXlsxWriter *self, const TvXlsxLook *look, const char *number_format)
{
    static const guint8 alignments[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
    lxw_format *format = workbook_add_format (self->workbook);

    format_set_font_name (format, FONT);
    format_set_font_size (format, look->size_pt > 0 ? look->size_pt : USUAL_SIZE_PT);
    format_set_align (format, alignments[look->align]);
    format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
    if (look->is_bold)
        format_set_bold (format);
    if (look->is_italic)
        format_set_italic (format);
    if (look->is_framed) {
        format_set_border (format, LXW_BORDER_THIN);
        format_set_text_wrap (format);
    }
    if (look->is_shaded)
        format_set_bg_color (format, 0xEDEDED);
    if (number_format)
        format_set_num_format (format, number_format);
    return format;
}

static lxw_format *
get_format (TvXlsxWriter *self, const TvXlsxLook *look, const char *number_format)
{
    char *key = g_strdup_printf ("%d %d %d %d %d %d %s", look->align, look->is_bold,
                                 look->is_italic, look->is_framed, look->is_shaded,
                                 (int) (look->size_pt * 10), number_format ? number_format : "");
    lxw_format *format = g_hash_table_lookup (self->formats, key);

    if (format) {
        g_free (key);
        return format;
    }
    format = make_format (self, look, number_format);
    g_hash_table_insert (self->formats, key, format);
    return format;
}

/* Excel refuses these letters in a sheet's name, and an apostrophe at its ends. */
static char *
clean_name (const char *name)
{
    g_autofree char *short_name
        = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MOST_SHEET_NAME));

    g_strdelimit (short_name, "[]:*?/\\'", ' ');
    g_strstrip (short_name);
    return short_name[0] ? g_steal_pointer (&short_name) : g_strdup ("1");
}

static char *
make_free_name (TvXlsxWriter *self, const char *wanted)
{
    g_autofree char *name = clean_name (wanted);
    char *folded = g_utf8_casefold (name, -1);

    for (int i = 2; !g_hash_table_add (self->names, folded); i++) {
        g_autofree char *tail = g_strdup_printf (" (%d)", i);
        glong room = MOST_SHEET_NAME - (glong) strlen (tail);
        g_autofree char *base = clean_name (wanted);
        g_autofree char *head = g_utf8_substring (base, 0, MIN (g_utf8_strlen (base, -1), room));

        g_free (name);
        name = g_strconcat (head, tail, NULL);
        folded = g_utf8_casefold (name, -1);
    }
    return g_steal_pointer (&name);
}

static gboolean
make_growing_file (TvXlsxWriter *self, GError **error)
{
    int file;

    self->folder = g_path_get_dirname (self->path);
    self->growing_path = g_strconcat (self->path, ".XXXXXX", NULL);
    file = g_mkstemp (self->growing_path);
    if (file >= 0)
        return g_close (file, error);
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", self->path,
                 g_strerror (errno));
    g_clear_pointer (&self->growing_path, g_free);
    return FALSE;
}

static time_t
get_noon (TvDate date)
{
    return date == TV_DATE_NONE ? 0 : (time_t) date * 24 * 60 * 60 + 12 * 60 * 60;
}

/**
 * tv_xlsx_writer_new:
 * @path: the file that is to stand in the end
 * @title: what the file says of itself
 * @created: the day it bears
 * @error: (nullable): a #GIOErrorEnum where the folder cannot be written, or IO of #TvExchangeError
 *
 * Returns: (transfer full) (nullable): a workbook without sheets
 */
TvXlsxWriter *
tv_xlsx_writer_new (const char *path, const char *title, TvDate created, GError **error)
{
    g_autoptr (TvXlsxWriter) self = g_new0 (TvXlsxWriter, 1);
    lxw_workbook_options options = { 0 };
    lxw_doc_properties properties = { .title = (char *) title, .created = get_noon (created) };

    self->path = g_strdup (path);
    self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    if (!make_growing_file (self, error))
        return NULL;
    options.tmpdir = self->folder; /* what the library puts aside names children too */
    self->workbook = workbook_new_opt (self->growing_path, &options);
    if (!self->workbook) {
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_IO, path);
        return NULL;
    }
    keep_error (self, workbook_set_properties (self->workbook, &properties));
    return g_steal_pointer (&self);
}

/**
 * tv_xlsx_writer_free:
 *
 * Drops a file that was not finished; what stood in its place is left.
 */
void
tv_xlsx_writer_free (TvXlsxWriter *self)
{
    if (self->workbook)
        lxw_workbook_free (self->workbook);
    if (self->growing_path)
        g_unlink (self->growing_path);
    g_free (self->growing_path);
    g_free (self->path);
    g_free (self->folder);
    g_hash_table_unref (self->names);
    g_hash_table_unref (self->formats);
    g_free (self);
}

/**
 * tv_xlsx_writer_add_sheet:
 * @name: what it is called; changed where it is too long, taken or not allowed
 * @is_landscape: how it is printed, on A4, as wide as the paper
 *
 * Everything is written into this sheet until another one is added.
 */
void
tv_xlsx_writer_add_sheet (TvXlsxWriter *self, const char *name, gboolean is_landscape)
{
    g_autofree char *free_name = make_free_name (self, name);

    self->sheet = workbook_add_worksheet (self->workbook, free_name);
    if (!self->sheet) {
        keep_error (self, LXW_ERROR_PARAMETER_VALIDATION);
        return;
    }
    worksheet_set_paper (self->sheet, 9); /* A4 */
    worksheet_fit_to_pages (self->sheet, 1, 0);
    if (is_landscape)
        worksheet_set_landscape (self->sheet);
}

/**
 * tv_xlsx_writer_set_width:
 * @n_letters: how many figures the column holds side by side
 */
void
tv_xlsx_writer_set_width (TvXlsxWriter *self, guint column, double n_letters)
{
    g_return_if_fail (self->sheet);
    keep_error (self, worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column,
                                            n_letters, NULL));
}

/**
 * tv_xlsx_writer_repeat_rows:
 * @first: the first row of a head
 * @last: its last row
 *
 * Prints the head on every page and keeps it in sight.
 */
void
tv_xlsx_writer_repeat_rows (TvXlsxWriter *self, guint first, guint last)
{
    g_return_if_fail (self->sheet);
    keep_error (self, worksheet_repeat_rows (self->sheet, first, last));
    worksheet_freeze_panes (self->sheet, last + 1, 0);
}

/**
 * tv_xlsx_writer_put_text:
 * @area: the cell, or cells that become one
 * @look: how it looks
 * @text: UTF-8; always text, whatever it begins with
 */
void
tv_xlsx_writer_put_text (TvXlsxWriter *self, const TvXlsxArea *area, const TvXlsxLook *look,
                         const char *text)
{
    lxw_format *format = get_format (self, look, NULL);
    g_autofree char *short_text = NULL;
    lxw_row_t row = area->row;
    lxw_col_t column = (lxw_col_t) area->column;

    g_return_if_fail (self->sheet);
    if (g_utf8_strlen (text, -1) > MOST_LETTERS)
        text = short_text = g_utf8_substring (text, 0, MOST_LETTERS);
    if (area->n_rows > 1 || area->n_columns > 1)
        keep_error (self, worksheet_merge_range (self->sheet, row, column, row + area->n_rows - 1,
                                                 (lxw_col_t) (column + area->n_columns - 1), text,
                                                 format));
    else
        keep_error (self, worksheet_write_string (self->sheet, row, column, text, format));
}

/**
 * tv_xlsx_writer_put_number:
 * @number: what stands in the cell
 * @n_decimals: how many are shown
 */
void
tv_xlsx_writer_put_number (TvXlsxWriter *self, guint row, guint column, const TvXlsxLook *look,
                           double number, int n_decimals)
{
    static const char *const number_formats[] = { "0", "0.0", "0.00", "0.000" };
    int n_shown = CLAMP (n_decimals, 0, (int) G_N_ELEMENTS (number_formats) - 1);

    g_return_if_fail (self->sheet);
    keep_error (self, worksheet_write_number (self->sheet, row, (lxw_col_t) column, number,
                                              get_format (self, look, number_formats[n_shown])));
}

/**
 * tv_xlsx_writer_put_date:
 * @date: what stands in the cell
 */
void
tv_xlsx_writer_put_date (TvXlsxWriter *self, guint row, guint column, const TvXlsxLook *look,
                         TvDate date)
{
    lxw_datetime day = { 0 };

    g_return_if_fail (self->sheet);
    tv_date_get_ymd (date, &day.year, &day.month, &day.day);
    keep_error (self, worksheet_write_datetime (self->sheet, row, (lxw_col_t) column, &day,
                                                get_format (self, look, "dd/mm/yyyy")));
}

/* The library tells a full disk from other trouble only by the system's number. */
static void
set_library_error (const TvXlsxWriter *self, int number, GError **error)
{
    if (number == ENOSPC)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, self->path);
    else
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_IO, "%s: %s", self->path,
                     lxw_strerror (self->error));
}

/**
 * tv_xlsx_writer_finish:
 * @error: (nullable): a #GIOErrorEnum, or IO of #TvExchangeError, where the file could not be
 *   written whole
 *
 * Returns: whether the file stands
 */
gboolean
tv_xlsx_writer_finish (TvXlsxWriter *self, GError **error)
{
    int number;

    g_return_val_if_fail (self->workbook, FALSE);
    errno = 0;
    keep_error (self, workbook_close (self->workbook));
    number = errno;
    self->workbook = NULL; /* closing frees it */
    if (self->error != LXW_NO_ERROR) {
        set_library_error (self, number, error);
        return FALSE;
    }
    if (g_rename (self->growing_path, self->path) != 0) {
        g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", self->path,
                     g_strerror (errno));
        return FALSE;
    }
    g_clear_pointer (&self->growing_path, g_free);
    return TRUE;
}
