/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-text.h"

G_BEGIN_DECLS

/* What a word is coloured as; the theme knows the colour. */
typedef enum {
    TV_INK_MAIN,
    TV_INK_SOFT,
    TV_INK_CURVE,
    TV_INK_DATA,
    TV_INK_CALM,
    TV_INK_WATCH,
    TV_INK_ACT,
} TvInk;

/* Words with their place on the sheet. The text is shaped once, so a label belongs to the thread
 * that made it. */
typedef struct {
    PangoLayout *layout;
    TvSpot origin; /* top left of the shaped text */
    TvRect box;    /* what it covers */
    TvInk ink;
    gboolean has_plate; /* a plate of the ground's colour behind it */
} TvChartLabel;

GArray *tv_chart_labels_new (void);
TvChartLabel *tv_chart_labels_add (GArray *labels, const TvTextStyle *style, TvInk ink,
                                   const char *text, TvSpot spot, TvAnchor anchor);
void tv_chart_label_shorten (TvChartLabel *label, double width_pt);
const char *tv_chart_label_text (const TvChartLabel *label);
void tv_chart_labels_paint (const GArray *labels, cairo_t *cr, const TvTheme *theme);
const TvColour *tv_theme_ink (const TvTheme *theme, TvInk ink);

G_END_DECLS
