/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than a class or a school's list of values ever is; beyond, something else was copied. */
#define TV_PASTE_MAX_BYTES (4 * 1024 * 1024)
#define TV_PASTE_MAX_LINES 3000
#define TV_PASTE_MAX_COLUMNS 40

/* A block of cells as a spreadsheet program puts it on the clipboard. */
typedef struct {
    GPtrArray *lines; /* of GPtrArray of char *: cells, cleaned; the last line holds something */
    guint n_columns;
} TvPasteTable;

TvPasteTable *tv_paste_table_read (const char *text, GError **error);
void tv_paste_table_free (TvPasteTable *self);
const char *tv_paste_table_cell (const TvPasteTable *self, guint line, guint column);
gboolean tv_paste_table_is_empty_line (const TvPasteTable *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPasteTable, tv_paste_table_free)

G_END_DECLS
