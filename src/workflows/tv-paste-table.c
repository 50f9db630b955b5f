/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a block that was copied in Excel, LibreOffice or Google Sheets: lines of cells
 * parted by tabs, a cell with a line break in it in quotation marks. */

#include "workflows/tv-paste-table.h"

#include "base/tv-text.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
ends_cell (char c)
{
    return c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* Where the quoted cell ends that begins at @text, on its closing mark; NULL where the mark is
 * only a letter of the cell, as in "Bi" An. */
static const char *
find_closing_mark (const char *text)
{
    for (const char *p = text + 1; *p; p++) {
        if (*p != '"')
            continue;
        if (p[1] == '"')
            p++;
        else
            return ends_cell (p[1]) ? p : NULL;
    }
    return NULL;
}

static char *
unquote (const char *begin, const char *end)
{
    g_autoptr (GString) cell = g_string_new (NULL);

    for (const char *p = begin; p < end; p++) {
        g_string_append_c (cell, *p);
        if (*p == '"')
            p++;
    }
    return tv_text_clean (cell->str);
}

/* Reads one cell; @text is then on what ends it. */
static char *
read_cell (const char **text)
{
    const char *begin = *text, *closing = *begin == '"' ? find_closing_mark (begin) : NULL;
    g_autofree char *raw = NULL;

    if (closing) {
        *text = closing + 1;
        return unquote (begin + 1, closing);
    }
    *text = begin + strcspn (begin, "\t\r\n");
    raw = g_strndup (begin, *text - begin);
    return tv_text_clean (raw);
}

static GPtrArray *
read_line (const char **text)
{
    GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

    for (;;) {
        g_ptr_array_add (cells, read_cell (text));
        if (**text != '\t')
            break;
        (*text)++;
    }
    if (**text == '\r')
        (*text)++;
    if (**text == '\n')
        (*text)++;
    return cells;
}

static guint
count_filled (GPtrArray *cells)
{
    guint n = cells->len;

    while (n > 0 && !*(const char *) g_ptr_array_index (cells, n - 1))
        n--;
    return n;
}

/* Cells that only look filled, and the columns behind the last. */
static void
drop_empty_end (TvPasteTable *self)
{
    while (self->lines->len > 0
           && count_filled (g_ptr_array_index (self->lines, self->lines->len - 1)) == 0)
        g_ptr_array_set_size (self->lines, (int) self->lines->len - 1);
    for (guint i = 0; i < self->lines->len; i++)
        self->n_columns = MAX (self->n_columns, count_filled (g_ptr_array_index (self->lines, i)));
}

static gboolean
check (const TvPasteTable *self, GError **error)
{
    const char *sentence = NULL;

    if (self->lines->len == 0)
        sentence = _ ("There is nothing to paste yet: mark the cells in Excel, press Ctrl+C there, "
                      "and come back.");
    else if (self->lines->len > TV_PASTE_MAX_LINES)
        sentence = _ ("That is more than the children of a school. Mark only the rows of this "
                      "class in Excel and copy them again.");
    else if (self->n_columns > TV_PASTE_MAX_COLUMNS)
        sentence = _ ("Those are too many columns. Mark only the columns with names, weights and "
                      "heights in Excel and copy them again.");
    if (sentence)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
    return !sentence;
}

/**
 * tv_paste_table_read:
 * @text: (nullable): what the clipboard holds; NFD, and any of the three line ends
 * @error: G_IO_ERROR_INVALID_DATA with a sentence for people, where there is nothing or too much
 *
 * Returns: (transfer full) (nullable): its cells
 */
TvPasteTable *
tv_paste_table_read (const char *text, GError **error)
{
    g_autoptr (TvPasteTable) self = g_new0 (TvPasteTable, 1);
    g_autofree char *filled = NULL;

    self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
    if (text && strlen (text) > TV_PASTE_MAX_BYTES) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("That is more than the children of a school. Mark only the rows of "
                                "this class in Excel and copy them again."));
        return NULL;
    }
    /* A column that was marked as a whole has a million empty lines. */
    filled = g_strchomp (g_strdup (text ? text : ""));
    for (const char *rest = filled; *rest;)
        g_ptr_array_add (self->lines, read_line (&rest));
    drop_empty_end (self);
    return check (self, error) ? g_steal_pointer (&self) : NULL;
}

void
tv_paste_table_free (TvPasteTable *self)
{
    g_ptr_array_unref (self->lines);
    g_free (self);
}

/**
 * tv_paste_table_cell:
 * @line: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the text of the cell, "" where there is none
 */
const char *
tv_paste_table_cell (const TvPasteTable *self, guint line, guint column)
{
    GPtrArray *cells = g_ptr_array_index (self->lines, line);

    return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

/**
 * tv_paste_table_is_empty_line:
 * @line: from 0
 *
 * Returns: whether no cell of the line holds anything
 */
gboolean
tv_paste_table_is_empty_line (const TvPasteTable *self, guint line)
{
    return count_filled (g_ptr_array_index (self->lines, line)) == 0;
}
