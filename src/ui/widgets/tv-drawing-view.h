/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charts/tv-theme.h"

G_BEGIN_DECLS

/* What a drawing can be asked by the widget that shows it. Sizes and places are in points. */
typedef struct {
    void (*draw) (gpointer data, cairo_t *cr, double width_pt, double height_pt,
                  const TvTheme *theme);
    char *(*describe) (gpointer data); /* (transfer full): for a screen reader */
    /* (nullable): words about what lies at a place; (transfer full) (nullable) */
    char *(*tell) (gpointer data, double x_pt, double y_pt, double width_pt, double height_pt);
    GDestroyNotify free;
} TvDrawingSource;

/* Shows a drawing of src/charts or a page of a report, whichever the theme of the desktop. */
#define TV_TYPE_DRAWING_VIEW (tv_drawing_view_get_type ())
G_DECLARE_FINAL_TYPE (TvDrawingView, tv_drawing_view, TV, DRAWING_VIEW, GtkWidget)

GtkWidget *tv_drawing_view_new (void);
void tv_drawing_view_set_source (TvDrawingView *self, const TvDrawingSource *source, gpointer data);
void tv_drawing_view_set_size (TvDrawingView *self, double width_pt, double height_pt);
void tv_drawing_view_set_theme (TvDrawingView *self, const TvTheme *theme);

G_END_DECLS
