/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list that counts children: words, the count, its share, and an arrow where activating
 * it opens them. */
#define TV_TYPE_COUNT_ROW (tv_count_row_get_type ())
G_DECLARE_FINAL_TYPE (TvCountRow, tv_count_row, TV, COUNT_ROW, GtkListBoxRow)

void tv_count_row_set_count (TvCountRow *self, guint n, guint of);
guint tv_count_row_get_count (TvCountRow *self);
const char *tv_count_row_get_title (TvCountRow *self);
void tv_count_row_set_opens (TvCountRow *self, gboolean opens);

/* A list of such rows, which stay and only say something else. */
TvCountRow *tv_count_list_put (GtkListBox *list, guint index, const char *title, const char *words);

G_END_DECLS
