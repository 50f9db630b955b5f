/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Growth of made-up children. Each keeps its place among children of its age, with a slow drift;
 * how those places are spread is near what surveys of Hanoi found: about 8 % stunted, 5 %
 * underweight and 6 % overweight under five, and four in ten overweight at school age. */

#include "workflows/tv-demo-growth.h"

#include "growth/tv-growth-curve.h"

#include <math.h>

#define DAYS_PER_YEAR 365.25

/* Mean and spread of z at the end of kindergarten's middle year, and at eight years. */
#define YOUNG_YEARS 4.5
#define OLD_YEARS 8.0

/**
 * tv_demo_gauss:
 * @random: where chance comes from
 *
 * Returns: a number of the standard normal distribution (G. E. P. Box and M. E. Muller, 1958)
 */
double
tv_demo_gauss (GRand *random)
{
    double radius = sqrt (-2 * log (1 - g_rand_double (random)));

    return radius * cos (2 * G_PI * g_rand_double (random));
}

/**
 * tv_demo_chance:
 * @random: where chance comes from
 * @probability: 0 to 1
 *
 * Returns: %TRUE that often
 */
gboolean
tv_demo_chance (GRand *random, double probability)
{
    return g_rand_double (random) < probability;
}

/**
 * tv_demo_growth_init:
 * @self: (out caller-allocates): a child's growth
 * @random: where chance comes from
 * @since: the day from which it drifts
 */
void
tv_demo_growth_init (TvDemoGrowth *self, GRand *random, TvDate since)
{
    self->since = since;
    self->height_cm = 0;
    self->height = tv_demo_gauss (random);
    self->bmi = tv_demo_gauss (random);
    self->height_drift = 0.06 * tv_demo_gauss (random);
    self->bmi_drift = 0.12 * tv_demo_gauss (random);
    if (tv_demo_chance (random, 0.012))
        self->bmi_drift -= 0.7;
    else if (tv_demo_chance (random, 0.015))
        self->bmi_drift += 0.6;
    if (tv_demo_chance (random, 0.008))
        self->height_drift -= 0.4;
}

/* From one value to another as children grow from the young to the old. */
static double
blend (double age_days, double young, double old)
{
    double years = CLAMP (age_days / DAYS_PER_YEAR, YOUNG_YEARS, OLD_YEARS);

    return young + (old - young) * (years - YOUNG_YEARS) / (OLD_YEARS - YOUNG_YEARS);
}

static double
find_height_z (const TvDemoGrowth *self, double age_days, double years_on)
{
    double z = blend (age_days, -0.55, -0.35)
               + blend (age_days, 1.03, 0.98) * (self->height + self->height_drift * years_on);

    return CLAMP (z, -3.6, 3.2);
}

static double
find_bmi_z (const TvDemoGrowth *self, double age_days, double years_on)
{
    double z = blend (age_days, 0.2, 0.62)
               + blend (age_days, 1.12, 1.35) * (self->bmi + self->bmi_drift * years_on);

    return CLAMP (z, -3.4, 4.2);
}

/**
 * tv_demo_growth_measure:
 * @self: a child's growth
 * @random: where chance comes from
 * @sex: of the child
 * @birth_date: of the child
 * @day: the measuring day
 * @height_mm: (out): length before the second birthday, else standing height, in whole 0.1 cm
 * @weight_g: (out): in whole 0.1 kg
 *
 * What a careful hand would read from board and scale on that day; the days come in order.
 */
void
tv_demo_growth_measure (TvDemoGrowth *self, GRand *random, TvSex sex, TvDate birth_date, TvDate day,
                        int *height_mm, int *weight_g)
{
    double age_days = day - birth_date;
    double years_on = (day - self->since) / DAYS_PER_YEAR;
    double height_cm = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, age_days,
                                                     find_height_z (self, age_days, years_on));
    double bmi = tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, sex, age_days,
                                               find_bmi_z (self, age_days, years_on));
    double weight_kg;

    height_cm = MAX (height_cm, self->height_cm);
    weight_kg = bmi * height_cm * height_cm / 10000 * (1 + 0.007 * tv_demo_gauss (random));
    self->height_cm = height_cm;
    *height_mm = (int) lround (height_cm * 10 + 1.5 * tv_demo_gauss (random));
    *weight_g = (int) lround (weight_kg * 10) * 100;
}
