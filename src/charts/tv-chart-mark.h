/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "charts/tv-geometry.h"
#include "charts/tv-theme.h"

G_BEGIN_DECLS

/* The shapes of a value on a chart. */
typedef enum {
    TV_MARK_CIRCLE,
    TV_MARK_SQUARE,
    TV_MARK_DIAMOND,
    TV_MARK_UP,   /* a triangle */
    TV_MARK_DOWN, /* a triangle */
    TV_MARK_CROSS,
    TV_MARK_ARROW_UP, /* lies beyond the sheet */
    TV_MARK_ARROW_DOWN,
} TvMark;

void tv_mark_paint (TvMark mark, gboolean is_hollow, TvSpot spot, double radius_pt,
                    const TvColour *colour, const TvTheme *theme, cairo_t *cr);

G_END_DECLS
