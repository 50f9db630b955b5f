/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-overlap.h"
#include "indicators/tv-rate.h"
#include "records/tv-round.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

/* One indicator of all the children of a part. */
typedef struct {
    const TvIndicator *indicator;
    TvRate rate;
    TvTarget *target; /* (nullable) */
    TvJudgement judgement;
} TvSummaryRate;

typedef enum {
    TV_SUMMARY_BY_GRADE,
    TV_SUMMARY_BY_SEX,
} TvSummarySplit;

/* A grade or a sex; its rates in the order of the part's. */
typedef struct {
    TvSummarySplit split;
    char *name;
    TvRate *rates;
} TvSummaryGroup;

/* The children whom one of WHO's references is for. */
typedef struct {
    TvPopulation population;
    TvOverweightRule overweight_rule;
    guint n_children;
    gboolean has_coats_on;
    TvSummaryRate *rates;
    guint n_rates;
    GPtrArray *groups; /* of TvSummaryGroup, one split after the other */
    TvOverlap overlap; /* each child in one line, as schools have always published it */
} TvSummaryPart;

/* How many of a class, or of all, were measured. */
typedef struct {
    char *name;
    guint n_enrolled;
    guint n_measured;
} TvSummaryCoverage;

/* Why children were not measured, or not counted. */
typedef struct {
    char *reason;
    guint n;
} TvSummaryAbsence;

/* All that the report says. */
typedef struct {
    TvSchool *school;
    char *year_name;
    TvRound *round; /* (nullable) */
    TvDate date;    /* that the report bears */
    TvSummaryCoverage all;
    GPtrArray *classes;  /* of TvSummaryCoverage */
    GPtrArray *absences; /* of TvSummaryAbsence */
    GPtrArray *parts;    /* of TvSummaryPart */
} TvAnnualSummary;

TvAnnualSummary *tv_annual_summary_new (void);
void tv_annual_summary_free (TvAnnualSummary *self);
TvSummaryPart *tv_annual_summary_add_part (TvAnnualSummary *self, guint n_rates);
TvSummaryGroup *
tv_summary_part_add_group (TvSummaryPart *self, TvSummarySplit split, const char *name);
const TvSummaryRate *tv_summary_part_find (const TvSummaryPart *self, TvIndicatorId id);
gboolean tv_summary_part_has_targets (const TvSummaryPart *self);
void tv_annual_summary_add_class (TvAnnualSummary *self, const char *name, guint n_enrolled,
                                  guint n_measured);
void tv_annual_summary_add_absence (TvAnnualSummary *self, const char *reason, guint n);
TvReport *tv_annual_summary_make_report (const TvAnnualSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvAnnualSummary, tv_annual_summary_free)

G_END_DECLS
