/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-indicator.h"
#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* A child as it is counted: who it is stays with the caller, by the index in the array. */
typedef struct {
    TvSex sex;
    double age_days;   /* NAN unknown */
    double age_months; /* used where age_days is NAN */
    gboolean has_oedema;
    TvGrowth growth;
} TvSubject;

double tv_subject_months (const TvSubject *subject);
gboolean tv_subject_is_in (const TvSubject *subject, TvPopulation population);
gboolean tv_subject_has_value (const TvSubject *subject, TvPopulation population,
                               const TvIndicator *indicator, gboolean *is_case);

/* One group of one indicator. */
typedef struct {
    const TvIndicator *indicator;
    const char *group; /* "All", "M", "12-23 mo" */
    gboolean is_blank; /* the indicator is not given for so wide a group */
    TvRate rate;
} TvPrevalenceRow;

/* A survey under way: it keeps counts, and no child. */
typedef struct _TvPrevalence TvPrevalence;

TvPrevalence *tv_prevalence_new (TvPopulation population, TvOverweightRule rule);
void tv_prevalence_free (TvPrevalence *self);
void tv_prevalence_add (TvPrevalence *self, const TvSubject *subject);
GArray *tv_prevalence_make_rows (const TvPrevalence *self, TvIntervalKind interval);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPrevalence, tv_prevalence_free)

G_END_DECLS
