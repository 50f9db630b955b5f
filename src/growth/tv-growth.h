/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

/* Which of WHO's tables answers. */
typedef enum {
    TV_STANDARD_NONE,
    TV_STANDARD_2006,   /* Child Growth Standards, to day 1826 */
    TV_STANDARD_2007,   /* Reference for 5 to 19 years, from day 1827 */
    TV_STANDARD_BY_AGE, /* only as a question: whichever the age asks for */
} TvStandard;

typedef enum {
    TV_Z_WEIGHT_FOR_AGE,
    TV_Z_HEIGHT_FOR_AGE,
    TV_Z_WEIGHT_FOR_HEIGHT,
    TV_Z_BMI_FOR_AGE,
} TvZKind;

#define TV_Z_N_KINDS 4

/* A month of WHO's, 365.25 / 12 days; and the last day of the tables of 2006. */
#define TV_DAYS_PER_MONTH 30.4375
#define TV_LAST_DAY_2006 1826

/* z-scores are kept in whole hundredths; this one stands for "there is none". */
#define TV_Z_NONE G_MININT32

/* Why there is no z. */
typedef enum {
    TV_Z_PRESENT,
    TV_Z_NO_SEX,
    TV_Z_NO_AGE,
    TV_Z_NO_VALUE,       /* weight or height was not measured */
    TV_Z_AGE_OUTSIDE,    /* the table has no such age */
    TV_Z_HEIGHT_OUTSIDE, /* weight-for-height has no such height */
    TV_Z_OEDEMA,         /* weight says nothing of a child with oedema */
    TV_Z_NOT_DEFINED,    /* the reference has no such table (weight-for-height 2007) */
} TvZReason;

typedef struct {
    gint32 hundredths;   /* or TV_Z_NONE */
    gboolean is_flagged; /* beyond WHO's limits of plausibility */
    TvZReason reason;
} TvZScore;

/* What is known of a child on one day. Missing numbers are NAN. */
typedef struct {
    TvSex sex;
    double age_days;   /* completed days, may have a fraction */
    double age_months; /* of 30.4375 days; used where age_days is NAN */
    double weight_kg;
    double height_cm;
    TvPosition position;
    gboolean has_oedema;
} TvGrowthInput;

typedef struct {
    TvStandard standard;            /* which answered, TV_STANDARD_NONE if none could */
    gboolean is_standing_too_young; /* said to stand under 9 months: the position was passed over */
    gboolean lacks_weight;          /* was not measured: what is known is only half */
    gboolean lacks_height;
    TvZScore z[TV_Z_N_KINDS]; /* by TvZKind */
} TvGrowth;

TvStandard tv_growth_standard_asked (const TvGrowthInput *input, TvStandard standard);
void tv_growth_score (const TvGrowthInput *input, TvStandard standard, TvGrowth *growth);
TvGrowthInput
tv_growth_input_of_measurement (TvSex sex, TvDate birth_date, const TvMeasurement *measurement);
void tv_growth_score_measurement (TvSex sex, TvDate birth_date, const TvMeasurement *measurement,
                                  TvGrowth *growth);

void tv_growth_limits (TvZKind kind, gint32 *low, gint32 *high);
double tv_growth_centile (gint32 hundredths);

G_END_DECLS
