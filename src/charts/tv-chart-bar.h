/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-geometry.h"
#include "charts/tv-theme.h"

G_BEGIN_DECLS

/* Which way a pattern runs: it tells on paper what the tone tells in colour. */
typedef enum {
    TV_SLANT_NONE, /* plain */
    TV_SLANT_DOWN, /* \\\ */
    TV_SLANT_UP,   /* /// */
} TvSlant;

/* A bar of a histogram. */
typedef struct {
    TvRect box; /* without height where it stands for nobody */
    TvTone tone;
    TvSlant slant;
} TvChartBar;

void tv_chart_bar_paint (const TvChartBar *self, cairo_t *cr, const TvTheme *theme);

G_END_DECLS
