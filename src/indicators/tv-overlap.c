/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Both countings of malnutrition. The plan counts every child with a form, so a child can be in
 * several rates; schools publish parts that share no child. What makes a form is asked of the
 * indicators, so the two can never differ. */

#include "indicators/tv-overlap.h"

#include <glib/gi18n.h>

static const struct {
    TvForm form;
    TvIndicatorId under_five;
    TvIndicatorId school_age;
} forms_asked[] = {
    { TV_FORM_UNDERWEIGHT, TV_UNDERWEIGHT, TV_UNDERWEIGHT },
    { TV_FORM_STUNTED, TV_STUNTING, TV_STUNTING },
    { TV_FORM_WASTED, TV_WASTING, TV_THINNESS },
};

static gboolean
has_value (const TvSubject *subject, TvPopulation population, TvOverweightRule rule,
           TvIndicatorId id, gboolean *is_case)
{
    return tv_subject_has_value (subject, population, tv_indicator_find (population, rule, id),
                                 is_case);
}

/**
 * tv_overlap_find_part:
 * @subject: a child of the population
 * @population: which children are counted
 * @forms: (out): the sum of the #TvForm it has; one that cannot be judged is taken as not there
 *
 * Returns: whether the child has a value for at least one form, and so a part
 */
gboolean
tv_overlap_find_part (const TvSubject *subject, TvPopulation population, guint *forms)
{
    gboolean has_any = FALSE;

    *forms = 0;
    for (guint i = 0; i < G_N_ELEMENTS (forms_asked); i++) {
        TvIndicatorId id = population == TV_POPULATION_SCHOOL_AGE ? forms_asked[i].school_age
                                                                  : forms_asked[i].under_five;
        gboolean is_case;

        if (!has_value (subject, population, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, id, &is_case))
            continue;
        has_any = TRUE;
        if (is_case)
            *forms |= forms_asked[i].form;
    }
    return has_any;
}

/**
 * tv_overlap_find_double_burden:
 * @subject: a child of the population
 * @population: which children are counted
 * @rule: what overweight under five goes by
 * @is_case: (out): whether the child is both stunted and overweight
 *
 * Returns: whether the child has a value for stunting and one for overweight
 */
gboolean
tv_overlap_find_double_burden (const TvSubject *subject, TvPopulation population,
                               TvOverweightRule rule, gboolean *is_case)
{
    gboolean is_stunted, is_overweight;
    gboolean has_stunting = has_value (subject, population, rule, TV_STUNTING, &is_stunted);
    gboolean has_overweight = has_value (subject, population, rule, TV_OVERWEIGHT, &is_overweight);

    *is_case = is_stunted && is_overweight;
    return has_stunting && has_overweight;
}

/**
 * tv_overlap_add:
 * @self: the countings of a group, zeroed before the first child
 * @subject: a child; passed over where it is not of the population
 * @population: which children are counted
 * @rule: what overweight under five goes by
 */
void
tv_overlap_add (TvOverlap *self, const TvSubject *subject, TvPopulation population,
                TvOverweightRule rule)
{
    gboolean is_case;
    guint forms;

    if (!tv_subject_is_in (subject, population))
        return;
    if (tv_overlap_find_part (subject, population, &forms)) {
        self->n++;
        self->n_parts[forms]++;
    }
    if (tv_overlap_find_double_burden (subject, population, rule, &is_case)) {
        self->n_double++;
        self->n_double_cases += is_case ? 1 : 0;
    }
}

/**
 * tv_overlap_count_with:
 * @self: the countings of a group
 * @form: one form
 *
 * Returns: how many children have it, with or without another: the cases of the rate
 */
guint
tv_overlap_count_with (const TvOverlap *self, TvForm form)
{
    guint n = 0;

    for (guint forms = 0; forms < TV_OVERLAP_N_PARTS; forms++) {
        if (forms & form)
            n += self->n_parts[forms];
    }
    return n;
}

/**
 * tv_overlap_count_any:
 * @self: the countings of a group
 *
 * Returns: how many children have at least one form
 */
guint
tv_overlap_count_any (const TvOverlap *self)
{
    return self->n - self->n_parts[0];
}

/**
 * tv_overlap_part_code:
 * @forms: a sum of #TvForm
 * @population: which children are counted
 *
 * Returns: (transfer none): the part in files: "underweight+stunted"
 */
const char *
tv_overlap_part_code (guint forms, TvPopulation population)
{
    static const char *const under_five[TV_OVERLAP_N_PARTS]
        = { "none",   "underweight",        "stunted",        "underweight+stunted",
            "wasted", "underweight+wasted", "stunted+wasted", "underweight+stunted+wasted" };
    static const char *const school_age[TV_OVERLAP_N_PARTS]
        = { "none", "underweight",      "stunted",      "underweight+stunted",
            "thin", "underweight+thin", "stunted+thin", "underweight+stunted+thin" };

    g_return_val_if_fail (forms < TV_OVERLAP_N_PARTS, "");
    return population == TV_POPULATION_SCHOOL_AGE ? school_age[forms] : under_five[forms];
}

/**
 * tv_overlap_part_label:
 * @forms: a sum of #TvForm
 * @population: which children are counted
 *
 * Returns: (transfer full): the part in words: "Only stunted"
 */
char *
tv_overlap_part_label (guint forms, TvPopulation population)
{
    static const char *const under_five[TV_OVERLAP_N_PARTS] = {
        N_ ("None of these"),      N_ ("Only underweight"),
        N_ ("Only stunted"),       N_ ("Underweight and stunted"),
        N_ ("Only wasted"),        N_ ("Wasted and underweight"),
        N_ ("Wasted and stunted"), N_ ("Wasted, underweight and stunted"),
    };
    static const char *const school_age[TV_OVERLAP_N_PARTS] = {
        N_ ("None of these"),    N_ ("Only underweight"),
        N_ ("Only stunted"),     N_ ("Underweight and stunted"),
        N_ ("Only thin"),        N_ ("Thin and underweight"),
        N_ ("Thin and stunted"), N_ ("Thin, underweight and stunted"),
    };

    g_return_val_if_fail (forms < TV_OVERLAP_N_PARTS, NULL);
    return g_strdup (
        _ (population == TV_POPULATION_SCHOOL_AGE ? school_age[forms] : under_five[forms]));
}
