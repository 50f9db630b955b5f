/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"
#include "indicators/tv-indicator.h"
#include "records/tv-target.h"

G_BEGIN_DECLS

typedef enum {
    TV_INTERVAL_WILSON,
    TV_INTERVAL_LOGIT, /* WHO's: t with N - 1 degrees of freedom */
} TvIntervalKind;

/* Children with a valid value, those of them counted, and what that makes. */
typedef struct {
    guint n;
    guint n_cases;
    double percent; /* NAN where n is 0 */
    double lower;   /* of the 95 % interval, in percent */
    double upper;
} TvRate;

void tv_rate_init (TvRate *rate, TvIntervalKind kind, guint n_cases, guint n, guint n_sample);

/* What the count says of the target, and whether the interval would bear it out. */
typedef enum {
    TV_VERDICT_NONE, /* no target, or nobody measured */
    TV_VERDICT_MET,
    TV_VERDICT_NOT_MET,
} TvVerdict;

typedef struct {
    TvVerdict verdict;       /* of the count: what the report says */
    gboolean is_certain;     /* the interval lies wholly on that side of the target */
    double points_per_child; /* how many percentage points one child is; NAN where n is 0 */
    guint n_cases_allowed;   /* the most (or, at-least: fewest) cases that would still meet it */
} TvJudgement;

void tv_rate_judge (const TvRate *rate, const TvTarget *target, TvJudgement *judgement);
const char *tv_verdict_label (TvVerdict verdict);
const char *tv_verdict_code (TvVerdict verdict);
char *tv_target_text (const TvTarget *target);
int tv_rate_percent_decimals (double percent, const TvTarget *target);
char *tv_rate_percent_text (double percent, const TvTarget *target);
char *tv_rate_count_sentence (const TvRate *rate, const TvTarget *target);
char *tv_rate_sentence (const TvRate *rate, const TvTarget *target);

G_END_DECLS
