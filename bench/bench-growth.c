/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Four z-scores of each of 100,000 children under five, on one core, beside four bare pow(). */

#include "tv-bench.h"

#include "growth/tv-growth.h"
#include "growth/tv-growth-curve.h"

#include <math.h>

#define N_CHILDREN 100000
#define N_TURNS 12
#define N_RUNS 60

typedef struct {
    TvGrowthInput inputs[N_CHILDREN];
    guint n_scores;
    gint64 sum;
} Children;

/* A standard normal number, near enough: the sum of twelve even ones. */
static double
draw_z (GRand *random)
{
    double sum = -6;

    for (guint i = 0; i < 12; i++)
        sum += g_rand_double (random);
    return sum;
}

/* Measured as children are: to 100 grams and millimetres. */
static void
draw_child (GRand *random, TvGrowthInput *input)
{
    int age_days = g_rand_int_range (random, 0, 1827);
    TvSex sex = g_rand_boolean (random) ? TV_SEX_MALE : TV_SEX_FEMALE;
    double height_cm
        = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, age_days, draw_z (random) - 0.5);
    double bmi = tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, sex, age_days, draw_z (random));

    *input = (TvGrowthInput){
        .sex = sex,
        .age_days = age_days,
        .age_months = NAN,
        .weight_kg = rint (bmi * height_cm * height_cm / 1000) / 10,
        .height_cm = rint (height_cm * 10) / 10,
        .position = age_days < 731 ? TV_POSITION_RECUMBENT : TV_POSITION_STANDING,
    };
}

static void
score_children (gpointer data)
{
    Children *children = data;

    children->n_scores = 0;
    for (guint i = 0; i < N_CHILDREN; i++) {
        TvGrowth growth;

        tv_growth_score (&children->inputs[i], TV_STANDARD_BY_AGE, &growth);
        for (guint kind = 0; kind < TV_Z_N_KINDS; kind++) {
            gboolean has_z = growth.z[kind].reason == TV_Z_PRESENT;

            children->n_scores += has_z;
            children->sum += has_z ? growth.z[kind].hundredths : 0;
        }
    }
}

int
main (void)
{
    g_autofree Children *children = g_new0 (Children, 1);
    g_autoptr (GRand) random = g_rand_new_with_seed (2);
    double ours_s = G_MAXDOUBLE, pow_s = G_MAXDOUBLE;

    for (guint i = 0; i < N_CHILDREN; i++)
        draw_child (random, &children->inputs[i]);
    /* By turns, since a processor may change its pace between the two. */
    for (guint i = 0; i < N_TURNS; i++) {
        ours_s = MIN (ours_s, tv_bench_measure (score_children, children, N_RUNS) / N_CHILDREN);
        pow_s = MIN (pow_s, tv_bench_measure_pow ());
    }
    g_assert_cmpuint (children->n_scores, >, N_CHILDREN * 39 / 10);
    tv_bench_print ("z-scores of a child in memory, 4 of them / 4 bare pow()", ours_s, 4 * pow_s,
                    TV_BENCH_AT_MOST, 0.8);
    return 0;
}
