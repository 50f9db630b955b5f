/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-indicator.h"

G_BEGIN_DECLS

/* A span of months of 30.4375 days, its first month in it, its last end not. */
typedef struct {
    const char *code; /* "12-23 mo" */
    double from_months;
    double to_months;
} TvAgeGroup;

const TvAgeGroup *tv_age_groups (TvPopulation population, guint *n_narrow, guint *n);
gboolean tv_age_group_holds (const TvAgeGroup *self, double age_months);
char *tv_age_group_label (const TvAgeGroup *self);

G_END_DECLS
