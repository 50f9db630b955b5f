/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the keyboard and a screen reader find at a figure that opens what it counts. The figure
 * itself is written by its line.
 *
 * Signal: "activate": Enter or the space bar was pressed on it. */
#define TV_TYPE_FIGURE_LINK (tv_figure_link_get_type ())
G_DECLARE_FINAL_TYPE (TvFigureLink, tv_figure_link, TV, FIGURE_LINK, GtkWidget)

GtkWidget *tv_figure_link_new (guint column, const char *name);
void tv_figure_link_set_name (TvFigureLink *self, const char *name);
guint tv_figure_link_get_column (TvFigureLink *self);

G_END_DECLS
