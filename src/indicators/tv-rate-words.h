/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-indicator.h"
#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* What is said of a rate beside its sentence. All (transfer full); NULL where there is nothing to
 * say. */

char *tv_rate_points_text (guint n);
char *tv_rate_point_sentence (const TvRate *rate, TvPopulation population);
char *tv_rate_small_sentence (const TvRate *rate);
char *tv_rate_allowance_sentence (const TvRate *rate, const TvTarget *target);
char *tv_rate_census_sentence (const TvRate *rate, const TvTarget *target);
char *tv_rate_uncertainty_sentence (const TvRate *rate, const TvTarget *target);
char *tv_target_origin_sentence (const TvTarget *target);

G_END_DECLS
