/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children to be counted: of known z-scores, or made up from a seed with everything that can be
 * missing, flagged, too old or swollen. */

#include "tv-subject-samples.h"

#include <math.h>

/**
 * tv_subject_sample:
 * @waz: and the others: hundredths, or TV_Z_NONE; none is flagged
 *
 * Returns: a child without oedema
 */
TvSubject
tv_subject_sample (TvSex sex, double age_days, int waz, int haz, int whz, int baz)
{
    const int z[] = { waz, haz, whz, baz };
    TvSubject subject = { .sex = sex, .age_days = age_days, .age_months = NAN };

    for (int i = 0; i < TV_Z_N_KINDS; i++)
        subject.growth.z[i].hundredths = z[i];
    return subject;
}

static int
draw_z (GRand *random)
{
    return g_rand_int_range (random, 0, 12) == 0 ? TV_Z_NONE : g_rand_int_range (random, -700, 700);
}

/**
 * tv_subject_random:
 * @random: where it comes from
 * @population: about whose age it has; a few are outside
 *
 * Returns: a child; past ten years without weight-for-age, as WHO's tables have it
 */
TvSubject
tv_subject_random (GRand *random, TvPopulation population)
{
    gboolean is_school = population == TV_POPULATION_SCHOOL_AGE;
    TvSubject subject
        = tv_subject_sample ((TvSex) g_rand_int_range (random, 0, 3), NAN, draw_z (random),
                             draw_z (random), draw_z (random), draw_z (random));

    if (g_rand_int_range (random, 0, 20) == 0)
        subject.age_months = NAN;
    else if (g_rand_boolean (random))
        subject.age_days = g_rand_int_range (random, 0, is_school ? 7200 : 2000);
    else
        subject.age_months = g_rand_int_range (random, 0, is_school ? 23600 : 6300) / 100.0;
    subject.has_oedema = g_rand_int_range (random, 0, 15) == 0;
    if (tv_subject_months (&subject) > 120)
        subject.growth.z[TV_Z_WEIGHT_FOR_AGE].hundredths = TV_Z_NONE;
    for (int i = 0; i < TV_Z_N_KINDS; i++)
        subject.growth.z[i].is_flagged = subject.growth.z[i].hundredths != TV_Z_NONE
                                         && ABS (subject.growth.z[i].hundredths) > 500;
    return subject;
}

/**
 * tv_subject_random_array:
 *
 * Returns: (transfer full) (array length=n): @n such children
 */
TvSubject *
tv_subject_random_array (GRand *random, TvPopulation population, guint n)
{
    TvSubject *subjects = g_new0 (TvSubject, n);

    for (guint i = 0; i < n; i++)
        subjects[i] = tv_subject_random (random, population);
    return subjects;
}
