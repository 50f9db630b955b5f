/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
    char *title;
    gboolean is_text; /* else a figure, which stands at the right */
    gboolean is_visible;
    int width; /* in pixels, without the space beside it */
} TvFigurePlace;

/* Where the columns of a table stand: the same for its head and all of its lines. */
typedef struct {
    guint n_columns;
    TvFigurePlace *columns;
    int height; /* of a line of one row of words */
} TvFigurePlan;

/* One line of a table of figures: a single widget, however many columns it has. Some figures may be
 * links. The mouse finds them in every line, the keyboard in one that is reachable.
 *
 * Signal: "link-wanted" (guint column): a link was clicked or activated. */
#define TV_TYPE_FIGURE_LINE (tv_figure_line_get_type ())
G_DECLARE_FINAL_TYPE (TvFigureLine, tv_figure_line, TV, FIGURE_LINE, GtkWidget)

GtkWidget *tv_figure_line_new (const TvFigurePlan *plan);
void tv_figure_line_set_texts (TvFigureLine *self, const char *const *texts, guint links);
void tv_figure_line_set_reachable (TvFigureLine *self, gboolean is_reachable);
void tv_figure_line_measure_text (GtkWidget *widget, const char *text, int *width, int *height);

G_END_DECLS
