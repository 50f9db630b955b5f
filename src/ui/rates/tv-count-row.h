/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list that counts children: words, the count, its share; activating it opens them. */
#define TV_TYPE_COUNT_ROW (tv_count_row_get_type ())
G_DECLARE_FINAL_TYPE (TvCountRow, tv_count_row, TV, COUNT_ROW, GtkListBoxRow)

GtkWidget *tv_count_row_new (const char *title, const char *words);
void tv_count_row_set_count (TvCountRow *self, guint n, guint of);
void tv_count_row_set_children (TvCountRow *self, GArray *student_ids);
void tv_count_row_set_heading (TvCountRow *self, const char *heading);
guint tv_count_row_get_count (TvCountRow *self);
void tv_count_row_open (TvCountRow *self, TvWorkspace *workspace);
void tv_count_row_clear_list (GtkListBox *list);

G_END_DECLS
