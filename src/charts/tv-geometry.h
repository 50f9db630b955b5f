/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Places on a sheet, in points (1/72 inch) from its top left corner. */
typedef struct {
    double x_pt;
    double y_pt;
} TvSpot;

typedef struct {
    double x_pt;
    double y_pt;
    double width_pt;
    double height_pt;
} TvRect;

gboolean tv_rect_contains (const TvRect *rect, double x_pt, double y_pt);
gboolean tv_rect_overlaps (const TvRect *a, const TvRect *b);
gboolean tv_rect_is_inside (const TvRect *inner, const TvRect *outer);
void tv_push_apart (double *middles_pt, guint n, double gap_pt, double first_pt, double last_pt);
void tv_settle_apart (double *middles_pt, const double *lengths_pt, guint n, double gap_pt,
                      double first_pt, double last_pt);

G_END_DECLS
