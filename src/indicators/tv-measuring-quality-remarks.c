/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is odd about the values of a group, in whole sentences. They speak of values, never of who
 * took them: an uneven floor does the same as an uneven hand. */

#include "indicators/tv-measuring-quality.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>

/* Three times the one in ten that whole values are when all digits are written down. */
#define MOST_WHOLE_PERCENT 30

/* WHO Technical Report Series 854 (1995) and WHO and UNICEF's recommendations (2019): beyond 1 %
 * errors are likely. */
#define MOST_FLAGGED_PERCENT 1
#define MOST_REPEATED_PERCENT 5

/* SMART asks for 0.8 to 1.2 of weight-for-height; WHO's Technical Report Series 854 expects
 * height-for-age to reach 1.3. How far weight and BMI spread tells more of overweight than of
 * errors, so they have no upper limit. */
static const struct {
    double lowest_sd;
    double highest_sd;
} limits[TV_Z_N_KINDS] = {
    [TV_Z_WEIGHT_FOR_AGE] = { 0.8, G_MAXDOUBLE },
    [TV_Z_HEIGHT_FOR_AGE] = { 0.8, 1.3 },
    [TV_Z_WEIGHT_FOR_HEIGHT] = { 0.8, 1.2 },
    [TV_Z_BMI_FOR_AGE] = { 0.8, G_MAXDOUBLE },
};

static void
take_remark (GStrvBuilder *remarks, char *remark)
{
    if (remark)
        g_strv_builder_add (remarks, remark);
    g_free (remark);
}

static gboolean
is_above_share (guint n_cases, guint n, guint percent)
{
    return n >= TV_QUALITY_FEWEST && (guint64) n_cases * 100 > (guint64) n * percent;
}

/* The digits that stand out by more than two standard deviations of a fair count, and the most
 * frequent one in any case: "0, 5". */
static char *
list_digits (const TvDigitPattern *pattern)
{
    g_autoptr (GString) list = g_string_new (NULL);
    double bound = pattern->n / 10.0 + 2 * sqrt (0.09 * pattern->n);
    guint most = 0;

    for (guint i = 0; i < G_N_ELEMENTS (pattern->digits); i++)
        most = MAX (most, pattern->digits[i]);
    for (guint i = 0; i < G_N_ELEMENTS (pattern->digits); i++) {
        if (pattern->digits[i] == most || pattern->digits[i] > bound)
            g_string_append_printf (list, "%s%u", list->len > 0 ? ", " : "", i);
    }
    return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
say_uneven (const TvDigitPattern *pattern, gboolean is_weight)
{
    g_autofree char *digits = list_digits (pattern);
    g_autofree char *score = tv_number_format (pattern->score, 0);

    if (!pattern->is_uneven)
        return NULL;
    if (is_weight)
        /* Translators: a list of digits such as "0, 5"; a number from 0 to 100 */
        return g_strdup_printf (_ ("The tenths of the weights are uneven, with too many of: %s. "
                                   "The digit preference score is %s; up to 20 is acceptable."),
                                digits, score);
    /* Translators: a list of digits such as "0, 5"; a number from 0 to 100 */
    return g_strdup_printf (_ ("The millimetres of the heights are uneven, with too many of: %s. "
                               "The digit preference score is %s; up to 20 is acceptable."),
                            digits, score);
}

static char *
say_whole (const TvDigitPattern *pattern, gboolean is_weight)
{
    g_autofree char *percent = NULL;

    if (!is_above_share (pattern->n_whole, pattern->n, MOST_WHOLE_PERCENT))
        return NULL;
    percent = tv_number_format (100.0 * pattern->n_whole / pattern->n, 0);
    if (is_weight)
        /* Translators: 60 of 100 weights, 60 % */
        return g_strdup_printf (ngettext ("%u of %u weight is in whole kilograms (%s %%); about "
                                          "10 %% are when tenths are written down.",
                                          "%u of %u weights are in whole kilograms (%s %%); about "
                                          "10 %% are when tenths are written down.",
                                          pattern->n),
                                pattern->n_whole, pattern->n, percent);
    /* Translators: 60 of 100 heights, 60 % */
    return g_strdup_printf (ngettext ("%u of %u height is in whole centimetres (%s %%); about "
                                      "10 %% are when millimetres are written down.",
                                      "%u of %u heights are in whole centimetres (%s %%); about "
                                      "10 %% are when millimetres are written down.",
                                      pattern->n),
                            pattern->n_whole, pattern->n, percent);
}

static const char *
get_narrow_format (TvZKind kind)
{
    switch (kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        /* Translators: standard deviation such as 0.62; number of children */
        return _ (
            "Weight-for-age has a standard deviation of %s (%u children), below 0.8. Children "
            "usually differ more: look whether values were copied or estimated.");
    case TV_Z_HEIGHT_FOR_AGE:
        /* Translators: standard deviation such as 0.62; number of children */
        return _ (
            "Height-for-age has a standard deviation of %s (%u children), below 0.8. Children "
            "usually differ more: look whether values were copied or estimated.");
    case TV_Z_WEIGHT_FOR_HEIGHT:
        /* Translators: standard deviation such as 0.62; number of children */
        return _ ("Weight-for-height has a standard deviation of %s (%u children), below 0.8. "
                  "Children usually differ more: look whether values were copied or estimated.");
    default:
        /* Translators: standard deviation such as 0.62; number of children */
        return _ ("BMI-for-age has a standard deviation of %s (%u children), below 0.8. Children "
                  "usually differ more: look whether values were copied or estimated.");
    }
}

static const char *
get_wide_format (TvZKind kind)
{
    if (kind == TV_Z_HEIGHT_FOR_AGE)
        /* Translators: standard deviation such as 1.45; number of children */
        return _ ("Height-for-age has a standard deviation of %s (%u children), above 1.3. Wrong "
                  "heights or wrong birth dates are likely.");
    /* Translators: standard deviation such as 1.45; number of children */
    return _ ("Weight-for-height has a standard deviation of %s (%u children), above 1.2. Wrong "
              "weights or heights are likely, or many children are very thin or very heavy.");
}

static char *
say_spread (const TvZDistribution *z, TvZKind kind)
{
    g_autofree char *sd = tv_number_format (z->sd, 2);
    gboolean is_narrow = z->sd < limits[kind].lowest_sd;

    if (z->n < TV_QUALITY_FEWEST || (!is_narrow && z->sd <= limits[kind].highest_sd))
        return NULL;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return g_strdup_printf (is_narrow ? get_narrow_format (kind) : get_wide_format (kind), sd,
                            z->n);
#pragma GCC diagnostic pop
}

static char *
say_flagged (const TvMeasuringQuality *self)
{
    g_autofree char *percent = NULL;

    if (!is_above_share (self->n_flagged, self->n_scored, MOST_FLAGGED_PERCENT))
        return NULL;
    percent = tv_number_format (100.0 * self->n_flagged / self->n_scored, 1);
    /* Translators: 3 of 118 children, 2.5 % */
    return g_strdup_printf (ngettext ("%u of %u child has an implausible value (%s %%). Above 1 %% "
                                      "errors of measuring or of birth dates are likely.",
                                      "%u of %u children have an implausible value (%s %%). Above "
                                      "1 %% errors of measuring or of birth dates are likely.",
                                      self->n_scored),
                            self->n_flagged, self->n_scored, percent);
}

static char *
say_repeated (const TvMeasuringQuality *self)
{
    g_autofree char *percent = NULL;

    if (!is_above_share (self->n_repeated, self->n_compared, MOST_REPEATED_PERCENT))
        return NULL;
    percent = tv_number_format (100.0 * self->n_repeated / self->n_compared, 1);
    /* Translators: 12 of 118 children, 10.2 % */
    return g_strdup_printf (
        ngettext ("%u of %u child has the same weight and height as in the round before (%s %%): "
                  "old values may have been copied.",
                  "%u of %u children have the same weight and height as in the round before "
                  "(%s %%): old values may have been copied.",
                  self->n_compared),
        self->n_repeated, self->n_compared, percent);
}

static char *
say_too_few (guint n_weights, guint n_heights)
{
    if (n_weights >= TV_QUALITY_FEWEST && n_heights >= TV_QUALITY_FEWEST)
        return NULL;
    if (n_weights >= TV_QUALITY_FEWEST)
        /* Translators: numbers of heights */
        return g_strdup_printf (ngettext ("%u height: too few to judge; at least %u are needed.",
                                          "%u heights: too few to judge; at least %u are needed.",
                                          n_heights),
                                n_heights, TV_QUALITY_FEWEST);
    if (n_heights >= TV_QUALITY_FEWEST)
        /* Translators: numbers of weights */
        return g_strdup_printf (ngettext ("%u weight: too few to judge; at least %u are needed.",
                                          "%u weights: too few to judge; at least %u are needed.",
                                          n_weights),
                                n_weights, TV_QUALITY_FEWEST);
    /* Translators: numbers of weights, of heights, and of each that are needed */
    return g_strdup_printf (_ ("Weights: %u, heights: %u. These are too few values to judge how "
                               "well they were measured; at least %u of each are needed."),
                            n_weights, n_heights, TV_QUALITY_FEWEST);
}

/**
 * tv_measuring_quality_remarks:
 * @self: closed figures of a group
 *
 * docs/METHODS.md has the limits and their sources.
 *
 * Returns: (transfer full) (array zero-terminated=1): what is odd, in sentences; none where
 *   nothing is
 */
char **
tv_measuring_quality_remarks (const TvMeasuringQuality *self)
{
    g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();

    take_remark (remarks, say_too_few (self->weight.n, self->height.n));
    take_remark (remarks, say_uneven (&self->weight, TRUE));
    take_remark (remarks, say_uneven (&self->height, FALSE));
    take_remark (remarks, say_whole (&self->weight, TRUE));
    take_remark (remarks, say_whole (&self->height, FALSE));
    for (guint kind = 0; kind < TV_Z_N_KINDS; kind++)
        take_remark (remarks, say_spread (&self->z[kind], (TvZKind) kind));
    take_remark (remarks, say_flagged (self));
    take_remark (remarks, say_repeated (self));
    return g_strv_builder_end (remarks);
}
