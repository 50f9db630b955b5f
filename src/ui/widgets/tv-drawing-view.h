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

/* The source called @name of a chart of src/charts, by what its functions begin with. */
#define TV_DEFINE_CHART_SOURCE(name, chart)                                                        \
    static void name##_draw (gpointer data, cairo_t *cr, double width_pt, double height_pt,        \
                             const TvTheme *theme)                                                 \
    {                                                                                              \
        chart##_draw (data, cr, width_pt, height_pt, theme);                                       \
    }                                                                                              \
                                                                                                   \
    static char *name##_describe (gpointer data)                                                   \
    {                                                                                              \
        g_auto (GStrv) sentences = chart##_describe (data);                                        \
                                                                                                   \
        return g_strjoinv (" ", sentences);                                                        \
    }                                                                                              \
                                                                                                   \
    static char *name##_tell (gpointer data, double x_pt, double y_pt, double width_pt,            \
                              double height_pt)                                                    \
    {                                                                                              \
        return chart##_tell (data, x_pt, y_pt, width_pt, height_pt);                               \
    }                                                                                              \
                                                                                                   \
    static void name##_free (gpointer data)                                                        \
    {                                                                                              \
        chart##_unref (data);                                                                      \
    }                                                                                              \
                                                                                                   \
    static const TvDrawingSource name = { name##_draw, name##_describe, name##_tell, name##_free };

/* Shows a drawing of src/charts or a page of a report, whichever the theme of the desktop. */
#define TV_TYPE_DRAWING_VIEW (tv_drawing_view_get_type ())
G_DECLARE_FINAL_TYPE (TvDrawingView, tv_drawing_view, TV, DRAWING_VIEW, GtkWidget)

GtkWidget *tv_drawing_view_new (void);
void tv_drawing_view_set_source (TvDrawingView *self, const TvDrawingSource *source, gpointer data);
void tv_drawing_view_set_size (TvDrawingView *self, double width_pt, double height_pt);
void tv_drawing_view_set_theme (TvDrawingView *self, const TvTheme *theme);

G_END_DECLS
