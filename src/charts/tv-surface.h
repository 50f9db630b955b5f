/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_SURFACE_PDF,
    TV_SURFACE_SVG,
    TV_SURFACE_PNG,
} TvSurfaceFormat;

#define TV_SURFACE_PNG_DPI 150

/* Something to be drawn, page by page, in points. */
typedef struct {
    const char *title;
    TvDate created; /* what a PDF says of its making, so that two runs give the same bytes */
    double width_pt;
    double height_pt;
    guint n_pages; /* only a PDF can hold more than one */
    void (*draw) (cairo_t *cr, guint page, gconstpointer data);
    gconstpointer data;
} TvDrawing;

gboolean tv_surface_format_of_path (const char *path, TvSurfaceFormat *format);
gboolean tv_surface_write (const TvDrawing *drawing, TvSurfaceFormat format, GOutputStream *stream,
                           GError **error);
gboolean tv_surface_write_file (const TvDrawing *drawing, TvSurfaceFormat format, const char *path,
                                GError **error);
cairo_surface_t *tv_surface_draw_image (const TvDrawing *drawing, guint page, double dpi);

G_END_DECLS
