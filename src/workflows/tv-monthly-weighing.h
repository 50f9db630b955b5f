/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

/* Why a child is weighed every month. */
typedef enum {
    TV_WEIGHED_MONTHLY_NOT,
    TV_WEIGHED_MONTHLY_YOUNG,    /* under 24 months */
    TV_WEIGHED_MONTHLY_FOLLOWED, /* malnourished or overweight when it was last measured */
} TvWeighedMonthly;

TvWeighedMonthly
tv_weighed_monthly (const TvStudent *student, const TvMeasurement *last, TvDate day);

G_END_DECLS
