/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The age groups of WHO's programs. */

#include "indicators/tv-age-group.h"

#include <glib/gi18n.h>

#define GROUP(first, last)                                                                         \
    {                                                                                              \
#first "-" #last " mo", first, last + 1                                                    \
    }

static const TvAgeGroup under_five[] = {
    GROUP (0, 5), GROUP (6, 11), GROUP (12, 23), GROUP (24, 35), GROUP (36, 47), GROUP (48, 59),
};

/* Completed years, the last for those of exactly 228 months; then three wide ones over them. */
static const TvAgeGroup school_age[] = {
    GROUP (60, 71),   GROUP (72, 83),   GROUP (84, 95),   GROUP (96, 107),  GROUP (108, 119),
    GROUP (120, 131), GROUP (132, 143), GROUP (144, 155), GROUP (156, 167), GROUP (168, 179),
    GROUP (180, 191), GROUP (192, 203), GROUP (204, 215), GROUP (216, 227), GROUP (228, 228),
    GROUP (60, 119),  GROUP (120, 179), GROUP (180, 228),
};

/**
 * tv_age_groups:
 * @population: of which children
 * @n_narrow: (out) (optional): how many stand side by side, from the first
 * @n: (out) (optional): how many there are with the wide ones, which span several narrow ones
 *
 * Returns: (transfer none) (array length=n): the groups
 */
const TvAgeGroup *
tv_age_groups (TvPopulation population, guint *n_narrow, guint *n)
{
    gboolean is_school_age = population == TV_POPULATION_SCHOOL_AGE;

    if (n_narrow)
        *n_narrow = is_school_age ? G_N_ELEMENTS (school_age) - 3 : G_N_ELEMENTS (under_five);
    if (n)
        *n = is_school_age ? G_N_ELEMENTS (school_age) : G_N_ELEMENTS (under_five);
    return is_school_age ? school_age : under_five;
}

/**
 * tv_age_group_holds:
 * @self: a group
 * @age_months: an age, not rounded; NAN is in no group
 *
 * Returns: whether a child of that age is in it
 */
gboolean
tv_age_group_holds (const TvAgeGroup *self, double age_months)
{
    return age_months >= self->from_months && age_months < self->to_months;
}

/**
 * tv_age_group_label:
 * @self: a group
 *
 * Returns: (transfer full): "12–23 months", or "7 years" where it is one year of school age
 */
char *
tv_age_group_label (const TvAgeGroup *self)
{
    int first = (int) self->from_months;
    int last = (int) self->to_months - 1;

    if (first >= 60 && (last - first == 11 || last == first))
        /* Translators: completed years of age */
        return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) (first / 12)),
                                first / 12);
    /* Translators: completed months of age, from and to */
    return g_strdup_printf (_ ("%d–%d months"), first, last);
}
