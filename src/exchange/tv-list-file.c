/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds what was read from a list. */

#include "exchange/tv-list-file.h"

static void
free_sheet (gpointer data)
{
    TvListSheet *sheet = data;

    g_free (sheet->title);
    g_ptr_array_unref (sheet->maps);
    g_free (sheet);
}

static void
free_passed_row (gpointer data)
{
    g_free (((TvListPassedRow *) data)->text);
    g_free (data);
}

static void
free_rereading (gpointer data)
{
    TvListRereading *rereading = data;

    g_free (rereading->before);
    g_free (rereading->after);
    g_free (rereading);
}

static void
clear_file (gpointer data)
{
    TvListFile *self = data;

    g_free (self->name);
    g_ptr_array_unref (self->rows);
    g_ptr_array_unref (self->sheets);
    g_ptr_array_unref (self->passed_rows);
    g_ptr_array_unref (self->rereadings);
    tv_charset_counts_clear (&self->charsets);
}

/**
 * tv_list_file_new:
 * @name: of the file, without its folder
 *
 * Returns: (transfer full): a list of nobody, for the reader to fill
 */
TvListFile *
tv_list_file_new (const char *name)
{
    TvListFile *self = g_atomic_rc_box_new0 (TvListFile);

    self->name = g_strdup (name);
    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_list_row_unref);
    self->sheets = g_ptr_array_new_with_free_func (free_sheet);
    self->passed_rows = g_ptr_array_new_with_free_func (free_passed_row);
    self->rereadings = g_ptr_array_new_with_free_func (free_rereading);
    self->measured_on = TV_DATE_NONE;
    return self;
}

void
tv_list_file_unref (TvListFile *self)
{
    g_atomic_rc_box_release_full (self, clear_file);
}
