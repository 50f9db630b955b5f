/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-target.h"

G_BEGIN_DECLS

double tv_rate_axis_end (double highest_percent, double highest_upper, const TvTarget *target);
double tv_target_percent (const TvTarget *target);

G_END_DECLS
