/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is counted in an indicator, and the table of all indicators in all groups, as WHO's R
 * packages anthro and anthroplus make it of a survey without weights. docs/rates.md tells the
 * rules. */

#include "indicators/tv-prevalence.h"

#include "indicators/tv-age-group.h"

#include <math.h>

#define DAYS_PER_MONTH 30.4375
#define LAST_DAY_UNDER_FIVE 1826
#define FIRST_MONTH_OF_SCHOOL_AGE 60
#define LAST_MONTH_OF_SCHOOL_AGE 228
#define LAST_MONTH_OF_WEIGHT_FOR_AGE 120

/* A child with oedema is undernourished whatever it weighs; WHO counts it at this z. */
#define OEDEMA_HUNDREDTHS -310

/* Everybody, boys, girls, and the age groups after them. */
#define N_FIXED_GROUPS 3
#define MAX_GROUPS 32
#define MAX_INDICATORS 16

typedef struct {
    guint n;
    guint n_cases;
} Count;

struct _TvPrevalence {
    TvPopulation population;
    const TvIndicator *indicators;
    guint n_indicators;
    const TvAgeGroup *ages;
    guint n_ages;
    guint n_sample;
    Count counts[MAX_INDICATORS][MAX_GROUPS];
};

/**
 * tv_subject_months:
 * @subject: a child
 *
 * Returns: its age in months of 30.4375 days, not rounded; NAN where it is not known
 */
double
tv_subject_months (const TvSubject *subject)
{
    return isnan (subject->age_days) ? subject->age_months : subject->age_days / DAYS_PER_MONTH;
}

static double
get_days (const TvSubject *subject)
{
    return isnan (subject->age_days) ? subject->age_months * DAYS_PER_MONTH : subject->age_days;
}

/**
 * tv_subject_is_in:
 * @subject: a child
 * @population: which children
 *
 * Under five are those up to day 1826, half a day rounded up, and those whose age is not known;
 * school age is from 60 to 228 months, both in it. A child measured before it was born is in
 * neither.
 *
 * Returns: whether the child is one of them
 */
gboolean
tv_subject_is_in (const TvSubject *subject, TvPopulation population)
{
    double months = tv_subject_months (subject);

    if (population == TV_POPULATION_SCHOOL_AGE)
        return months >= FIRST_MONTH_OF_SCHOOL_AGE && months <= LAST_MONTH_OF_SCHOOL_AGE;
    return isnan (months)
           || (months >= 0 && floor (get_days (subject) + 0.5) <= LAST_DAY_UNDER_FIVE);
}

/* The z that the child is counted with, TV_Z_NONE where it stands outside this indicator. */
static gint32
get_counted_z (const TvSubject *subject, TvPopulation population, TvZKind kind)
{
    const TvZScore *z = &subject->growth.z[kind];
    gboolean is_weight_unknown = population == TV_POPULATION_SCHOOL_AGE
                                 && kind == TV_Z_WEIGHT_FOR_AGE
                                 && tv_subject_months (subject) > LAST_MONTH_OF_WEIGHT_FOR_AGE;

    if (subject->has_oedema && kind != TV_Z_HEIGHT_FOR_AGE && !is_weight_unknown)
        return OEDEMA_HUNDREDTHS;
    return z->is_flagged ? TV_Z_NONE : z->hundredths;
}

/**
 * tv_subject_has_value:
 * @subject: a child of the population
 * @population: which children are counted
 * @indicator: what is counted
 * @is_case: (out): whether the child is one of the cases
 *
 * A z beyond WHO's limits of plausibility is as good as none. With oedema whatever has to do with
 * weight is put at -3.1, even where weight, height, sex or age is missing.
 *
 * Returns: whether the child is one of those the rate is taken of
 */
gboolean
tv_subject_has_value (const TvSubject *subject, TvPopulation population,
                      const TvIndicator *indicator, gboolean *is_case)
{
    gint32 z = get_counted_z (subject, population, indicator->kind);

    *is_case
        = z != TV_Z_NONE
          && (indicator->is_below ? z < indicator->cut_hundredths : z > indicator->cut_hundredths);
    return z != TV_Z_NONE;
}

/* Which groups a child is in, one bit each. */
static guint32
find_groups (const TvPrevalence *self, const TvSubject *subject)
{
    double months = tv_subject_months (subject);
    guint32 groups = 1;

    if (subject->sex != TV_SEX_UNKNOWN)
        groups |= subject->sex == TV_SEX_MALE ? 2 : 4;
    for (guint i = 0; i < self->n_ages; i++) {
        if (tv_age_group_holds (&self->ages[i], months))
            groups |= 1u << (N_FIXED_GROUPS + i);
    }
    return groups;
}

static const char *
get_group_code (const TvPrevalence *self, guint group)
{
    static const char *const fixed[N_FIXED_GROUPS] = { "All", "M", "F" };

    return group < N_FIXED_GROUPS ? fixed[group] : self->ages[group - N_FIXED_GROUPS].code;
}

/* Weight-for-age ends at ten years, so of school age as a whole it says nothing. */
static gboolean
is_blank (const TvPrevalence *self, guint indicator, guint group)
{
    return self->population == TV_POPULATION_SCHOOL_AGE && group < N_FIXED_GROUPS
           && self->indicators[indicator].kind == TV_Z_WEIGHT_FOR_AGE;
}

/**
 * tv_prevalence_new:
 * @population: which children are counted
 * @rule: what overweight under five goes by
 *
 * Returns: (transfer full): a survey of nobody yet
 */
TvPrevalence *
tv_prevalence_new (TvPopulation population, TvOverweightRule rule)
{
    TvPrevalence *self = g_new0 (TvPrevalence, 1);

    self->population = population;
    self->indicators = tv_indicators (population, rule, &self->n_indicators);
    self->ages = tv_age_groups (population, NULL, &self->n_ages);
    g_assert (self->n_indicators <= MAX_INDICATORS);
    g_assert (N_FIXED_GROUPS + self->n_ages <= MAX_GROUPS);
    return self;
}

void
tv_prevalence_free (TvPrevalence *self)
{
    g_free (self);
}

/**
 * tv_prevalence_add:
 * @self: a survey
 * @subject: a child, scored by the population's own standard; passed over where it is none of them
 */
void
tv_prevalence_add (TvPrevalence *self, const TvSubject *subject)
{
    guint32 groups;

    if (!tv_subject_is_in (subject, self->population))
        return;
    self->n_sample++;
    groups = find_groups (self, subject);
    for (guint i = 0; i < self->n_indicators; i++) {
        gboolean is_case;

        if (!tv_subject_has_value (subject, self->population, &self->indicators[i], &is_case))
            continue;
        for (guint32 left = groups; left; left &= left - 1) {
            Count *count = &self->counts[i][g_bit_nth_lsf (left, -1)];

            count->n++;
            count->n_cases += is_case;
        }
    }
}

/**
 * tv_prevalence_make_rows:
 * @self: a survey
 * @interval: which interval
 *
 * Returns: (transfer full) (element-type TvPrevalenceRow): each indicator in each group
 */
GArray *
tv_prevalence_make_rows (const TvPrevalence *self, TvIntervalKind interval)
{
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (TvPrevalenceRow));

    for (guint i = 0; i < self->n_indicators; i++) {
        for (guint group = 0; group < N_FIXED_GROUPS + self->n_ages; group++) {
            const Count *count = &self->counts[i][group];
            TvPrevalenceRow row = {
                .indicator = &self->indicators[i],
                .group = get_group_code (self, group),
                .is_blank = is_blank (self, i, group),
            };

            if (row.is_blank)
                tv_rate_init (&row.rate, interval, 0, 0, 0);
            else
                tv_rate_init (&row.rate, interval, count->n_cases, count->n, self->n_sample);
            g_array_append_val (rows, row);
        }
    }
    return rows;
}
