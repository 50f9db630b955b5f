/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a rate is what it is: what it counts, of whom, who is out, each number of the formulas, and
 * what the target says of it. The plain conclusion comes first. */

#include "workflows/tv-rates-explain.h"

#include "base/tv-number.h"
#include "indicators/tv-rate-words.h"
#include "workflows/tv-rates-explain-figures.h"
#include "workflows/tv-targets.h"
#include "workflows/tv-rates-parts.h"

#include <glib/gi18n.h>

#define add_sentence tv_rates_explain_sentence

static void
add_heading (GString *text, const char *heading)
{
    g_string_append_printf (text, "\n%s\n", heading);
}

static void
add_head (GString *text, const TvRates *rates, const TvRateLine *line)
{
    const char *label = tv_indicator_label (rates->population, line->indicator->id);

    g_string_append_printf (text, "%s – %s\n", label, line->group);
    if (rates->round)
        g_string_append_printf (text, "%s\n", rates->round->name);
    add_sentence (text, tv_rate_sentence (&line->rate, line->target));
    add_sentence (text, tv_rate_small_sentence (&line->rate));
}

/* The next line of the chart on the same side, where it is an indicator of its own. */
static const TvIndicator *
find_graver (const TvRates *rates, const TvIndicator *indicator)
{
    guint n;
    const TvIndicator *indicators = tv_indicators (rates->population, rates->overweight_rule, &n);

    for (guint i = 0; i < n; i++) {
        if (indicators[i].kind == indicator->kind && indicators[i].is_below == indicator->is_below
            && ABS (indicators[i].cut_hundredths) > ABS (indicator->cut_hundredths))
            return &indicators[i];
    }
    return NULL;
}

static void
add_rule (GString *text, const TvRates *rates, const TvIndicator *indicator)
{
    const TvIndicator *graver = find_graver (rates, indicator);
    g_autofree char *rule = tv_indicator_rule_label (indicator);
    g_autofree char *cut = tv_number_format_signed (indicator->cut_hundredths / 100.0, 2);

    /* Translators: %s is a rule such as "height-for-age below −2 SD" */
    add_sentence (text, g_strdup_printf (_ ("A case is a child with %s."), rule));
    if (indicator->is_below)
        /* Translators: %s is a z-score such as −2.00 */
        add_sentence (text, g_strdup_printf (_ ("Strictly below: the z-score is rounded to "
                                                "hundredths, and %s itself is not a case."),
                                             cut));
    else
        /* Translators: %s is a z-score such as +2.00 */
        add_sentence (text, g_strdup_printf (_ ("Strictly above: the z-score is rounded to "
                                                "hundredths, and %s itself is not a case."),
                                             cut));
    if (graver)
        /* Translators: %s is an indicator such as "Severe stunting" */
        add_sentence (text, g_strdup_printf (_ ("The graver cases are among them: %s."),
                                             tv_indicator_label (rates->population, graver->id)));
}

static void
add_overweight_rule (GString *text, const TvRates *rates, const TvIndicator *indicator)
{
    if (indicator->is_below)
        return;
    if (rates->population == TV_POPULATION_SCHOOL_AGE)
        add_sentence (text, g_strdup (_ ("At school age overweight goes by BMI-for-age; WHO has no "
                                         "weight-for-height there.")));
    else if (rates->overweight_rule == TV_OVERWEIGHT_BY_BMI_FOR_AGE)
        add_sentence (text,
                      g_strdup (_ ("Overweight goes by BMI-for-age here, as was chosen; the plan "
                                   "does not say which, and the usual one is weight-for-height.")));
    else
        add_sentence (text, g_strdup (_ ("Overweight goes by weight-for-height, WHO's way under "
                                         "five; the plan does not say which, and the settings "
                                         "offer BMI-for-age, too.")));
}

static void
add_source (GString *text, const TvRates *rates, const TvIndicator *indicator)
{
    gint32 low, high;
    g_autofree char *low_text = NULL;
    g_autofree char *high_text = NULL;

    tv_growth_limits (indicator->kind, &low, &high);
    low_text = tv_number_format_signed (low / 100.0, 0);
    high_text = tv_number_format_signed (high / 100.0, 0);
    add_sentence (text, g_strdup (rates->population == TV_POPULATION_UNDER_FIVE
                                      ? _ ("Tables: WHO Child Growth Standards 2006, at the exact "
                                           "day of age.")
                                      : _ ("Tables: WHO Growth Reference 2007, at the exact age "
                                           "in months.")));
    /* Translators: WHO's limits, such as −6 and +5 */
    add_sentence (text, g_strdup_printf (_ ("A z-score below %1$s or above %2$s is beyond WHO's "
                                            "limits of plausibility and counts as none."),
                                         low_text, high_text));
    if (indicator->kind == TV_Z_WEIGHT_FOR_AGE && rates->population == TV_POPULATION_SCHOOL_AGE)
        add_sentence (text, g_strdup (_ ("WHO's weight-for-age ends at 120 months; who is older "
                                         "has no value here.")));
}

static void
add_what (GString *text, const TvRates *rates, const TvRateLine *line)
{
    add_heading (text, _ ("What makes a case"));
    add_rule (text, rates, line->indicator);
    add_overweight_rule (text, rates, line->indicator);
    add_source (text, rates, line->indicator);
}

/* Oedema is counted as undernourished whatever the scale says, which no z-score shows. */
static void
add_oedema (GString *text, const TvRates *rates, const TvRateLine *line)
{
    guint n = 0;

    if (line->indicator->kind == TV_Z_HEIGHT_FOR_AGE)
        return;
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        n += child->subject.has_oedema && tv_rates_is_in_group (rates, line, child)
             && tv_rates_left_out (rates, child, line->indicator) == TV_LEFT_OUT_NOT;
    }
    if (n > 0)
        add_sentence (
            text, g_strdup_printf (ngettext ("%u child has oedema and is put at z = −3.1, as WHO "
                                             "does, whatever it weighs.",
                                             "%u children have oedema and are put at z = −3.1, as "
                                             "WHO does, whatever they weigh.",
                                             n),
                                   n));
}

/* Who was not enrolled that day is in no group, but the whole school has to account for it. */
static void
add_left_out (GString *text, const TvRates *rates, const TvRateLine *line)
{
    guint counts[TV_LEFT_OUT_NOT_ENROLLED + 1] = { 0 };
    guint n_out = 0;

    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (line->split == TV_SPLIT_NONE || tv_rates_is_in_group (rates, line, child))
            counts[tv_rates_left_out (rates, child, line->indicator)]++;
    }
    for (int i = TV_LEFT_OUT_NOT + 1; i <= TV_LEFT_OUT_NOT_ENROLLED; i++)
        n_out += counts[i];
    add_sentence (text, g_strdup_printf (ngettext ("Counted: %1$u child. Not counted: %2$u.",
                                                   "Counted: %1$u children. Not counted: %2$u.",
                                                   counts[TV_LEFT_OUT_NOT]),
                                         counts[TV_LEFT_OUT_NOT], n_out));
    for (int i = TV_LEFT_OUT_NOT + 1; i <= TV_LEFT_OUT_NOT_ENROLLED; i++) {
        if (counts[i] > 0)
            add_sentence (
                text, g_strdup_printf ("– %s: %u", tv_left_out_label ((TvLeftOut) i), counts[i]));
    }
}

static void
add_whom (GString *text, const TvRates *rates, const TvRateLine *line)
{
    add_heading (text, _ ("Which children it is taken of"));
    add_sentence (text, g_strdup (_ ("Of the children enrolled on their own measuring day: who "
                                     "left later stays in, who came later stays out. Clinic and "
                                     "monthly measurements never enter.")));
    if (rates->population == TV_POPULATION_UNDER_FIVE)
        add_sentence (text, g_strdup (_ ("Under five by the age on that day: at most 1826 days, "
                                         "that is less than 60 months of 30.4375 days.")));
    else
        add_sentence (text, g_strdup (_ ("Of school age on that day: from 60 to 228 months of "
                                         "30.4375 days.")));
    add_left_out (text, rates, line);
    add_oedema (text, rates, line);
    if (rates->has_coats_on && line->indicator->kind != TV_Z_HEIGHT_FOR_AGE)
        add_sentence (text, g_strdup (_ ("Some were weighed with the coat still on; rates that go "
                                         "by weight are uncertain for that.")));
}

/* The two numbers that are compared, before the rate is rounded for people. */
static void
add_comparison (GString *text, const TvRateLine *line)
{
    g_autofree char *percent = tv_number_format (line->rate.percent, 6);
    g_autofree char *goal = tv_target_text (line->target);

    if (line->judgement.verdict == TV_VERDICT_MET)
        /* Translators: a rate such as 3.389831, and a target such as "< 6.4 %" */
        add_sentence (text, g_strdup_printf (_ ("Before rounding the rate is %1$s %%, and %2$s is "
                                                "asked: met."),
                                             percent, goal));
    else if (line->judgement.verdict == TV_VERDICT_NOT_MET)
        /* Translators: a rate such as 9.859155, and a target such as "< 9.6 %" */
        add_sentence (text, g_strdup_printf (_ ("Before rounding the rate is %1$s %%, and %2$s is "
                                                "asked: not met."),
                                             percent, goal));
}

static void
add_target (GString *text, const TvRates *rates, const TvRateLine *line)
{
    add_heading (text, _ ("The target"));
    if (!line->target) {
        add_sentence (text, g_strdup (line->split == TV_SPLIT_NONE
                                          ? _ ("The plan of this year sets no target for this.")
                                          : _ ("A target stands for the whole school, and is not "
                                               "held against a part of it.")));
        return;
    }
    add_sentence (text, tv_target_say_origin (line->target));
    add_comparison (text, line);
    add_sentence (text, tv_rate_allowance_sentence (&line->rate, line->target));
    add_sentence (text, tv_rate_census_sentence (&line->rate, line->target));
    add_sentence (text, tv_rate_uncertainty_sentence (&line->rate, line->target));
}

/**
 * tv_rates_explain:
 * @rates: of a round
 * @line: one of their lines
 *
 * Returns: (transfer full): lines of text: the rate in a sentence, then what is counted, of whom,
 *   who is left out, the formulas with their numbers, and the target
 */
char *
tv_rates_explain (const TvRates *rates, const TvRateLine *line)
{
    GString *text = g_string_new (NULL);

    add_head (text, rates, line);
    add_what (text, rates, line);
    add_whom (text, rates, line);
    if (line->rate.n > 0) {
        add_heading (text, _ ("The rate"));
        tv_rates_explain_share (text, &line->rate);
        add_sentence (text, tv_rate_point_sentence (&line->rate, rates->population));
        add_heading (text, _ ("How sure it is"));
        tv_rates_explain_interval (text, &line->rate, rates->interval, rates->n_population);
    }
    add_target (text, rates, line);
    return g_string_free (text, FALSE);
}
