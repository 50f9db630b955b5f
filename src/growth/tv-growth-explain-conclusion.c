/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first sentence of an explanation: the class in words, the zone, and where the lines stand
 * for this child in kg or cm. */

#include "growth/tv-growth-class.h"
#include "growth/tv-growth-explain-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Between which two of the lines that part classes the z lies; a z on a line belongs to the side
 * nearer the median. */
static void
find_lines (const TvGrowthExplanation *self, int *low, int *high)
{
    static const int bounds[] = { -3, -2, 1, 2, 3 };
    gboolean has_one = self->standard == TV_STANDARD_2007 && self->kind == TV_Z_BMI_FOR_AGE;

    for (guint i = 0; i < G_N_ELEMENTS (bounds); i++) {
        int bound = bounds[i] * 100, z = self->z->hundredths;

        if (bounds[i] == 1 && !has_one)
            continue;
        *high = bounds[i];
        if (bound < 0 ? z < bound : z <= bound)
            return;
        *low = bounds[i];
    }
}

/* The same word as tv_growth_words() says, or whose word it is. */
static const char *
find_class_label (const TvGrowthExplanation *self)
{
    if (self->is_told_by_proportion)
        return C_ ("growth", "weight for height gives the class");
    if (self->z->is_flagged)
        return tv_growth_class_label (TV_CLASS_IMPLAUSIBLE);
    return tv_growth_class_label (
        tv_growth_class (self->standard, self->kind, self->z->hundredths));
}

/* With a capital, since it begins a sentence. */
static char *
say_class (const TvGrowthExplanation *self)
{
    const char *label = find_class_label (self);
    const char *rest = g_utf8_next_char (label);
    g_autofree char *first = g_utf8_strup (label, rest - label);

    return g_strconcat (first, rest, NULL);
}

/* Whom the lines are of: "boys of 48 months", "girls of 96.5 cm". */
static char *
say_whom (const TvGrowthExplanation *self)
{
    gboolean is_male = self->child.input->sex == TV_SEX_MALE;
    g_autofree char *months = tv_growth_explanation_say (self->child.age_months, 1);
    g_autofree char *height = tv_growth_explanation_say (self->child.height_cm, 2);

    if (self->kind == TV_Z_WEIGHT_FOR_HEIGHT)
        /* Translators: %s is a height; of children under five */
        return g_strdup_printf (
            is_male ? C_ ("whom", "boys of %s cm") : C_ ("whom", "girls of %s cm"), height);
    if (self->standard == TV_STANDARD_2006)
        /* Translators: %s is an age in months; of children under five */
        return g_strdup_printf (
            is_male ? C_ ("whom", "boys of %s months") : C_ ("whom", "girls of %s months"), months);
    /* Translators: %s is an age in months; of children from five years on */
    return g_strdup_printf (is_male ? C_ ("whom", "schoolboys of %s months")
                                    : C_ ("whom", "schoolgirls of %s months"),
                            months);
}

/* The value that stands at @z, to a hundredth. */
static char *
say_cutoff (const TvGrowthExplanation *self, int z)
{
    return tv_growth_explanation_say_value (self->kind, tv_lms_value (&self->lms, z), 2);
}

static char *
say_below (const char *label, const char *value, const char *whom, const char *line,
           const char *next, int z)
{
    if (z == -3)
        /* Translators: a class such as "severely stunted", a value with its unit, whom the line
         * is of, such as "boys of 48 months", and the line with its unit */
        return g_strdup_printf (_ ("%1$s: %2$s is lower than −3SD; for %3$s that line is at %4$s."),
                                label, value, whom, line);
    /* Translators: a class such as "stunted", a value with its unit, whom the lines are of, such
     * as "boys of 48 months", and two lines with their units */
    return g_strdup_printf (_ ("%1$s: %2$s is lower than −2SD; for %3$s that line is at "
                               "%4$s. It is not lower than −3SD, which is at %5$s."),
                            label, value, whom, line, next);
}

static char *
say_above (const char *label, const char *value, const char *whom, const char *line,
           const char *next, int z)
{
    if (z == 3)
        /* Translators: a class such as "obese", a value with its unit, whom the line is of, such
         * as "boys of 48 months", and the line with its unit */
        return g_strdup_printf (
            _ ("%1$s: %2$s is higher than +3SD; for %3$s that line is at %4$s."), label, value,
            whom, line);
    if (z == 2)
        /* Translators: as above, with one more line */
        return g_strdup_printf (_ ("%1$s: %2$s is higher than +2SD; for %3$s that line "
                                   "is at %4$s. It is not higher than +3SD, which is at %5$s."),
                                label, value, whom, line, next);
    /* Translators: as above, with one more line */
    return g_strdup_printf (_ ("%1$s: %2$s is higher than +1SD; for %3$s that line is "
                               "at %4$s. It is not higher than +2SD, which is at %5$s."),
                            label, value, whom, line, next);
}

/* Tells the class and where the value lies among the lines of the chart. */
void
tv_growth_explanation_add_conclusion (TvGrowthExplanation *self)
{
    g_autofree char *label = say_class (self);
    g_autofree char *value = tv_growth_explanation_say_value (
        self->kind, self->value, self->kind == TV_Z_BMI_FOR_AGE ? 2 : 3);
    g_autofree char *whom = say_whom (self);
    g_autofree char *low_value = NULL, *high_value = NULL;
    int low = -4, high = 4;

    find_lines (self, &low, &high);
    if (low >= -3)
        low_value = say_cutoff (self, low);
    if (high <= 3)
        high_value = say_cutoff (self, high);
    if (high <= -2)
        tv_growth_explanation_take (self,
                                    say_below (label, value, whom, high_value, low_value, high));
    else if (low >= 1)
        tv_growth_explanation_take (self,
                                    say_above (label, value, whom, low_value, high_value, low));
    else if (high == 1)
        tv_growth_explanation_take (
            self,
            /* Translators: a class, a value with its unit, whom the lines are of, and two lines */
            g_strdup_printf (_ ("%1$s: %2$s is neither lower than −2SD nor higher than "
                                "+1SD; for %3$s these lines are at %4$s and %5$s."),
                             label, value, whom, low_value, high_value));
    else
        tv_growth_explanation_take (
            self,
            /* Translators: a class, a value with its unit, whom the lines are of, and two lines */
            g_strdup_printf (_ ("%1$s: %2$s is neither lower than −2SD nor higher than "
                                "+2SD; for %3$s these lines are at %4$s and %5$s."),
                             label, value, whom, low_value, high_value));
}
