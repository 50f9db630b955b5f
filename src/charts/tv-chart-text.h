/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "charts/tv-geometry.h"
#include "charts/tv-theme.h"

G_BEGIN_DECLS

/* How a piece of text is set. A width of 0 leaves it on one line, as long as it is. */
typedef struct {
    const char *family;
    double size_pt;
    double width_pt;
    PangoAlignment alignment;
    gboolean is_bold;
    gboolean is_italic;
    gboolean is_justified;
} TvTextStyle;

/* Which spot of the text's box is meant by its place: 0,0 its top left, 1,1 its bottom right. */
typedef struct {
    double across;
    double down;
} TvAnchor;

#define TV_ANCHOR_MIDDLE ((TvAnchor){ 0.5, 0.5 })
#define TV_ANCHOR_LEFT ((TvAnchor){ 0, 0.5 })
#define TV_ANCHOR_RIGHT ((TvAnchor){ 1, 0.5 })
#define TV_ANCHOR_TOP ((TvAnchor){ 0.5, 0 })
#define TV_ANCHOR_BOTTOM ((TvAnchor){ 0.5, 1 })
#define TV_ANCHOR_TOP_LEFT ((TvAnchor){ 0, 0 })

TvTextStyle tv_text_style (const TvTheme *theme, double size_pt);
PangoLayout *tv_chart_text_new (const TvTextStyle *style, const char *text);
void tv_chart_text_get_size (PangoLayout *layout, double *width_pt, double *height_pt);
void tv_chart_text_measure (const TvTextStyle *style, const char *text, double *width_pt,
                            double *height_pt);
TvRect tv_chart_text_box (const TvTextStyle *style, const char *text, TvSpot spot, TvAnchor anchor);
void tv_chart_text_draw (cairo_t *cr, const TvTextStyle *style, const char *text, TvSpot spot,
                         TvAnchor anchor);

G_END_DECLS
