/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-label.h"

G_BEGIN_DECLS

/* What every drawing owes, whatever it shows. */

/* Draws the chart @data at that size with that look. */
typedef void (*TvTestDraw) (gconstpointer data, cairo_t *cr, double width_pt, double height_pt,
                            const TvTheme *theme);

void tv_check_labels (const GArray *labels, const TvRect *sheet);
gboolean tv_labels_say (const GArray *labels, const char *text);
void tv_check_same_bytes (TvTestDraw draw, gconstpointer data);
void tv_check_speed (TvTestDraw draw, gconstpointer data);
void tv_write_pictures (TvTestDraw draw, gconstpointer data, const char *name, double width_pt,
                        double height_pt);

G_END_DECLS
