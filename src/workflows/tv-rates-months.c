/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every child read a second time as charts on paper are read, at completed months: whose class
 * changes, and what the rates would be. The exact day stays what counts; this tells why a nurse
 * with the handbook's table may come to another class. */

#include "workflows/tv-rates-months.h"

#include "growth/tv-completed-months.h"

#include <math.h>

/* Above it a child under five is overweight by BMI-for-age. */
#define OVERWEIGHT_HUNDREDTHS 200

/* A child of the population read in both ways. */
typedef struct {
    int completed_months;
    TvGrowth exact;
    TvGrowth months;
} Reading;

static void
read_child (const TvRateChild *child, Reading *reading)
{
    TvGrowthInput input = {
        .sex = child->sex,
        .age_days = NAN,
        .age_months = NAN,
        .weight_kg = child->weight_g > 0 ? child->weight_g / 1000.0 : NAN,
        .height_cm = child->height_mm > 0 ? child->height_mm / 10.0 : NAN,
        .position = child->position,
        .has_oedema = child->subject.has_oedema,
    };

    reading->completed_months = tv_date_completed_months (child->birth_date, child->date);
    reading->exact = child->subject.growth;
    tv_growth_score_completed_months (&input, reading->completed_months, &reading->months);
}

/* A value that either reading lacks or doubts stays as the exact day has it. */
static gboolean
is_read_twice (const Reading *reading, TvZKind kind)
{
    const TvZScore *exact = &reading->exact.z[kind], *months = &reading->months.z[kind];

    return exact->hundredths != TV_Z_NONE && !exact->is_flagged && months->hundredths != TV_Z_NONE
           && !months->is_flagged;
}

/* Under five, BMI-for-age is what people read only where weight-for-height cannot be, and for
 * overweight where the school counts that by it. */
static gboolean
is_read_by_people (const Reading *reading, const TvRates *rates, TvZKind kind)
{
    gint32 higher = MAX (reading->exact.z[kind].hundredths, reading->months.z[kind].hundredths);

    if (kind == TV_Z_WEIGHT_FOR_HEIGHT)
        return FALSE;
    return kind != TV_Z_BMI_FOR_AGE || rates->population == TV_POPULATION_SCHOOL_AGE
           || reading->exact.z[TV_Z_WEIGHT_FOR_HEIGHT].hundredths == TV_Z_NONE
           || (rates->overweight_rule == TV_OVERWEIGHT_BY_BMI_FOR_AGE
               && higher > OVERWEIGHT_HUNDREDTHS);
}

static gboolean
compare_classes (const Reading *reading, TvZKind kind, TvMonthsDifference *difference)
{
    difference->kind = kind;
    difference->completed_months = reading->completed_months;
    difference->exact_hundredths = reading->exact.z[kind].hundredths;
    difference->months_hundredths = reading->months.z[kind].hundredths;
    difference->exact_class
        = tv_growth_class (reading->exact.standard, kind, difference->exact_hundredths);
    difference->months_class
        = tv_growth_class (reading->months.standard, kind, difference->months_hundredths);
    return difference->exact_class != difference->months_class;
}

static void
note_differences (TvMonthsReading *self, const TvRates *rates, guint index, const Reading *reading)
{
    guint n_before = self->differences->len;

    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
        TvMonthsDifference difference = { .child = index };

        if (is_read_by_people (reading, rates, kind) && is_read_twice (reading, kind)
            && compare_classes (reading, kind, &difference))
            g_array_append_val (self->differences, difference);
    }
    self->n_children += self->differences->len > n_before;
}

static void
count_rates (TvMonthsReading *self, const TvRates *rates, const TvRateChild *child,
             const Reading *reading)
{
    TvSubject subject = child->subject;
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (rates->population, rates->overweight_rule, &n_indicators);

    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
        if (is_read_twice (reading, kind))
            subject.growth.z[kind] = reading->months.z[kind];
    }
    for (guint i = 0; i < n_indicators; i++) {
        TvRate *rate = &g_array_index (self->rates, TvRate, i);
        gboolean is_case;

        if (!tv_subject_has_value (&subject, rates->population, &indicators[i], &is_case))
            continue;
        rate->n++;
        rate->n_cases += is_case;
    }
}

/**
 * tv_rates_read_in_months:
 * @rates: a round
 *
 * Reads each child counted at its completed calendar months. A z that only one of the two readings
 * has, or that WHO's limits doubt, is left as the exact day has it, so that both are of the same
 * children.
 *
 * Returns: (transfer full): the differences, and the rates with Wilson's interval
 */
TvMonthsReading *
tv_rates_read_in_months (const TvRates *rates)
{
    TvMonthsReading *self = g_new0 (TvMonthsReading, 1);
    guint n_indicators;

    tv_indicators (rates->population, rates->overweight_rule, &n_indicators);
    self->differences = g_array_new (FALSE, FALSE, sizeof (TvMonthsDifference));
    self->rates = g_array_new (FALSE, TRUE, sizeof (TvRate));
    g_array_set_size (self->rates, n_indicators);
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        Reading reading;

        if (child->left_out != TV_LEFT_OUT_NOT)
            continue;
        read_child (child, &reading);
        note_differences (self, rates, i, &reading);
        count_rates (self, rates, child, &reading);
    }
    for (guint i = 0; i < n_indicators; i++) {
        TvRate *rate = &g_array_index (self->rates, TvRate, i);

        tv_rate_init (rate, TV_INTERVAL_WILSON, rate->n_cases, rate->n, rates->n_population);
    }
    return self;
}

void
tv_months_reading_free (TvMonthsReading *self)
{
    g_array_unref (self->differences);
    g_array_unref (self->rates);
    g_free (self);
}
