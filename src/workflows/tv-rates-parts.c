/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is in a group, and what its children say together beside the rates: which forms of
 * malnutrition overlap, how the z-scores spread, who stands outside. Children come in the order of
 * their keys, and so do all lists. */

#include "workflows/tv-rates-parts.h"

#include "indicators/tv-age-group.h"

static gboolean
is_of_grade (const TvRateChild *child, const char *code)
{
    if (child->grade < 0)
        return g_str_equal (code, "other");
    return g_ascii_strtoll (code, NULL, 10) == child->grade && !g_str_equal (code, "other");
}

static gboolean
is_of_sex (const TvRateChild *child, const char *code)
{
    return (child->sex == TV_SEX_MALE && code[0] == 'M')
           || (child->sex == TV_SEX_FEMALE && code[0] == 'F');
}

static gboolean
is_of_age (const TvRateChild *child, TvPopulation population, const char *code)
{
    guint n_narrow;
    const TvAgeGroup *ages = tv_age_groups (population, &n_narrow, NULL);

    if (child->left_out != TV_LEFT_OUT_NOT)
        return FALSE;
    for (guint i = 0; i < n_narrow; i++) {
        if (g_str_equal (ages[i].code, code))
            return tv_age_group_holds (&ages[i], tv_subject_months (&child->subject));
    }
    return FALSE;
}

/**
 * tv_rates_is_in_group:
 * @self: rates
 * @line: (nullable): one of its lines, whatever its indicator; %NULL for the whole school
 * @child: one of its children
 *
 * Of the groups by age only the children counted are; of the others all who are enrolled, measured
 * or not.
 *
 * Returns: whether the child is in the line's group
 */
gboolean
tv_rates_is_in_group (const TvRates *self, const TvRateLine *line, const TvRateChild *child)
{
    if (child->left_out == TV_LEFT_OUT_NOT_ENROLLED)
        return FALSE;
    switch (line ? line->split : TV_SPLIT_NONE) {
    case TV_SPLIT_CLASS:
        return g_strcmp0 (child->class_name, line->group_code) == 0;
    case TV_SPLIT_GRADE:
        return is_of_grade (child, line->group_code);
    case TV_SPLIT_SEX:
        return is_of_sex (child, line->group_code);
    case TV_SPLIT_AGE:
        return is_of_age (child, self->population, line->group_code);
    default:
        return TRUE;
    }
}

/* The next child at or after @index that is counted and in the group; %NULL after the last. */
static const TvRateChild *
find_counted (const TvRates *self, const TvRateLine *group, guint *index)
{
    for (; *index < self->children->len; (*index)++) {
        const TvRateChild *child = tv_rates_child (self, *index);

        if (child->left_out == TV_LEFT_OUT_NOT && tv_rates_is_in_group (self, group, child))
            return child;
    }
    return NULL;
}

/**
 * tv_rates_count_overlap:
 * @self: rates
 * @group: (nullable): a line of the group; %NULL for the whole school
 * @overlap: (out caller-allocates): how underweight, stunting and wasting or thinness overlap among
 *   the children counted
 */
void
tv_rates_count_overlap (const TvRates *self, const TvRateLine *group, TvOverlap *overlap)
{
    const TvRateChild *child;

    *overlap = (TvOverlap){ 0 };
    for (guint i = 0; (child = find_counted (self, group, &i)); i++)
        tv_overlap_add (overlap, &child->subject, self->population, self->overweight_rule);
}

static GArray *
make_list (void)
{
    return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * tv_rates_list_part:
 * @self: rates
 * @group: (nullable): a line of the group; %NULL for the whole school
 * @forms: a sum of #TvForm
 *
 * Returns: (transfer full) (element-type gint64): the students with these forms and no other
 */
GArray *
tv_rates_list_part (const TvRates *self, const TvRateLine *group, guint forms)
{
    GArray *list = make_list ();
    const TvRateChild *child;

    for (guint i = 0; (child = find_counted (self, group, &i)); i++) {
        guint found = 0;

        if (tv_overlap_find_part (&child->subject, self->population, &found) && found == forms)
            g_array_append_val (list, child->student_id);
    }
    return list;
}

/**
 * tv_rates_list_with_any_form:
 * @self: rates
 * @group: (nullable): a line of the group; %NULL for the whole school
 *
 * Returns: (transfer full) (element-type gint64): the students with at least one form of
 *   malnutrition
 */
GArray *
tv_rates_list_with_any_form (const TvRates *self, const TvRateLine *group)
{
    GArray *list = make_list ();
    const TvRateChild *child;

    for (guint i = 0; (child = find_counted (self, group, &i)); i++) {
        guint found = 0;

        if (tv_overlap_find_part (&child->subject, self->population, &found) && found != 0)
            g_array_append_val (list, child->student_id);
    }
    return list;
}

/**
 * tv_rates_list_double_burden:
 * @self: rates
 * @group: (nullable): a line of the group; %NULL for the whole school
 *
 * Returns: (transfer full) (element-type gint64): the students both stunted and overweight
 */
GArray *
tv_rates_list_double_burden (const TvRates *self, const TvRateLine *group)
{
    GArray *list = make_list ();
    const TvRateChild *child;

    for (guint i = 0; (child = find_counted (self, group, &i)); i++) {
        gboolean is_case = FALSE;

        if (tv_overlap_find_double_burden (&child->subject, self->population, self->overweight_rule,
                                           &is_case)
            && is_case)
            g_array_append_val (list, child->student_id);
    }
    return list;
}

/**
 * tv_rates_distribute:
 * @self: rates
 * @group: (nullable): a line of the group; %NULL for the whole school
 * @kind: which z
 * @distribution: (out caller-allocates): closed: of the children counted
 */
void
tv_rates_distribute (const TvRates *self, const TvRateLine *group, TvZKind kind,
                     TvZDistribution *distribution)
{
    const TvRateChild *child;

    *distribution = (TvZDistribution){ 0 };
    for (guint i = 0; (child = find_counted (self, group, &i)); i++)
        tv_z_distribution_add (distribution, &child->subject.growth.z[kind]);
    tv_z_distribution_close (distribution);
}

/**
 * tv_rates_list_left_out:
 * @self: rates
 * @indicator: (nullable): one of the population's; %NULL for who is left out of everything
 * @reason: why; TV_LEFT_OUT_NOT lists who is counted
 *
 * Returns: (transfer full) (element-type gint64): the students with that reason
 */
GArray *
tv_rates_list_left_out (const TvRates *self, const TvIndicator *indicator, TvLeftOut reason)
{
    GArray *list = make_list ();

    for (guint i = 0; i < self->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self, i);
        TvLeftOut found = indicator ? tv_rates_left_out (self, child, indicator) : child->left_out;

        if (found == reason)
            g_array_append_val (list, child->student_id);
    }
    return list;
}
