/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a rate beside its sentence. A principal signs a count of the children of one
 * school, and is asked about it as though it were a survey: both readings are given, each called
 * by its name, and the report keeps to the first. Every case is a whole sentence, since languages
 * put these parts in other orders. */

#include "indicators/tv-rate-words.h"

#include "base/tv-language.h"
#include "base/tv-number.h"

#include <glib/gi18n.h>

/* With fewer children one of them moves the rate by more than a percentage point. */
#define FEWEST_FOR_STEADY_RATE 100

/**
 * tv_rate_points_text:
 * @n: how many children a rate is of, at least one
 *
 * Returns: (transfer full): how many percentage points one of them is, for people: 0.85 of 118, and
 *   8.3 of 12, where a hundredth would say nothing
 */
char *
tv_rate_points_text (guint n)
{
    return tv_number_format (100.0 / n, n < FEWEST_FOR_STEADY_RATE ? 1 : 2);
}

/**
 * tv_rate_point_sentence:
 * @rate: a rate
 * @population: whose: children in a kindergarten, students at school age
 *
 * Returns: (transfer full) (nullable): how many percentage points one child is; NULL of nobody
 */
char *
tv_rate_point_sentence (const TvRate *rate, TvPopulation population)
{
    g_autofree char *points = NULL;

    if (rate->n == 0)
        return NULL;
    points = tv_rate_points_text (rate->n);
    if (population == TV_POPULATION_SCHOOL_AGE)
        /* Translators: %s is a number such as 0.85 */
        return g_strdup_printf (_ ("One student is %s percentage points."), points);
    /* Translators: %s is a number such as 0.85 */
    return g_strdup_printf (_ ("One child is %s percentage points."), points);
}

/**
 * tv_rate_small_sentence:
 * @rate: a rate
 *
 * Returns: (transfer full) (nullable): a warning that the rate is of too few children to stand
 *   still; NULL from 100 children on, and of nobody
 */
char *
tv_rate_small_sentence (const TvRate *rate)
{
    g_autofree char *points = NULL;

    if (rate->n == 0 || rate->n >= FEWEST_FOR_STEADY_RATE)
        return NULL;
    points = tv_rate_points_text (rate->n);
    /* Translators: 12 children, 8.3 percentage points */
    return g_strdup_printf (
        ngettext ("The rate is of %u child alone: one more or one fewer moves it by %s percentage "
                  "points, so it jumps about from round to round. Look at the children, not "
                  "at the rate.",
                  "The rate is of %u children alone: one more or one fewer moves it by %s "
                  "percentage points, so it jumps about from round to round. Look at the "
                  "children, not at the rate.",
                  rate->n),
        rate->n, points);
}

/* A target that fewer cases meet, such as that of underweight. */
static char *
say_most_allowed (const TvRate *rate, const TvJudgement *judgement)
{
    guint allowed = judgement->n_cases_allowed;

    if (allowed == 0 && rate->n_cases == 0)
        /* Translators: %u children are counted */
        return g_strdup_printf (_ ("Of %u counted, not a single one may be a case if the target "
                                   "is to be met; there is none."),
                                rate->n);
    if (allowed == 0)
        /* Translators: 50 children are counted, 2 of them are cases */
        return g_strdup_printf (_ ("Of %u counted, not a single one may be a case if the target "
                                   "is to be met; cases: %u."),
                                rate->n, rate->n_cases);
    if (judgement->verdict == TV_VERDICT_MET)
        /* Translators: up to 7 cases of 118 children; there are 4 */
        return g_strdup_printf (_ ("Up to %u of %u would still meet the target; there are %u."),
                                allowed, rate->n, rate->n_cases);
    /* Translators: up to 7 cases of 118 children; there are 9, which is 2 too many */
    return g_strdup_printf (
        _ ("Up to %u of %u would meet the target; there are %u. %u fewer would meet it."), allowed,
        rate->n, rate->n_cases, rate->n_cases - allowed);
}

/* A target that more of those counted meet, such as that of vaccinated children. */
static char *
say_fewest_asked (const TvRate *rate, const TvJudgement *judgement)
{
    guint asked = judgement->n_cases_allowed;

    if (judgement->verdict == TV_VERDICT_MET)
        /* Translators: at least 113 of 118 children; there are 115 */
        return g_strdup_printf (_ ("At least %u of %u meet the target; there are %u."), asked,
                                rate->n, rate->n_cases);
    if (asked > rate->n)
        return g_strdup (
            _ ("This target cannot be met by any number of children; check its value."));
    /* Translators: at least 113 of 118 children; there are 110, which is 3 too few */
    return g_strdup_printf (
        _ ("At least %u of %u would meet the target; there are %u. %u more would meet it."), asked,
        rate->n, rate->n_cases, asked - rate->n_cases);
}

/**
 * tv_rate_allowance_sentence:
 * @rate: a rate
 * @target: (nullable): what the plan asks
 *
 * Returns: (transfer full) (nullable): how many cases would still meet the target, and how many
 *   are too many; NULL where nothing is judged
 */
char *
tv_rate_allowance_sentence (const TvRate *rate, const TvTarget *target)
{
    TvJudgement judgement;

    tv_rate_judge (rate, target, &judgement);
    if (judgement.verdict == TV_VERDICT_NONE)
        return NULL;
    if (target->direction == TV_DIRECTION_AT_LEAST)
        return say_fewest_asked (rate, &judgement);
    /* Nothing is below zero. */
    if (judgement.verdict == TV_VERDICT_NOT_MET && rate->n_cases <= judgement.n_cases_allowed)
        return g_strdup (
            _ ("This target cannot be met by any number of children; check its value."));
    return say_most_allowed (rate, &judgement);
}

/**
 * tv_rate_census_sentence:
 * @rate: a rate
 * @target: (nullable): what the plan asks
 *
 * Returns: (transfer full) (nullable): the verdict of the count, which is that of the report: all
 *   children were counted, so nothing is estimated; NULL where nothing is judged
 */
char *
tv_rate_census_sentence (const TvRate *rate, const TvTarget *target)
{
    g_autofree char *percent = NULL;
    g_autofree char *goal = NULL;
    TvJudgement judgement;

    tv_rate_judge (rate, target, &judgement);
    if (judgement.verdict == TV_VERDICT_NONE)
        return NULL;
    percent = tv_rate_percent_text (rate->percent, target);
    goal = tv_target_text (target);
    if (judgement.verdict == TV_VERDICT_MET)
        /* Translators: 4 of 118 = 3.4 %, target "< 6.4 %" */
        return g_strdup_printf (_ ("Read as a count of this school: %u of %u = %s %%, so the "
                                   "target (%s) is met. There is nothing to estimate; the report "
                                   "says so."),
                                rate->n_cases, rate->n, percent, goal);
    /* Translators: 9 of 118 = 7.6 %, target "< 6.4 %" */
    return g_strdup_printf (_ ("Read as a count of this school: %u of %u = %s %%, so the target "
                               "(%s) is not met. There is nothing to estimate; the report says "
                               "so."),
                            rate->n_cases, rate->n, percent, goal);
}

/* Each has the interval's two ends and the target's text. */
static const char *
get_uncertainty_format (const TvJudgement *judgement, TvDirection direction)
{
    gboolean is_met = judgement->verdict == TV_VERDICT_MET;

    if (!judgement->is_certain)
        /* Translators: interval from 1.3 to 8.4, target "< 6.4 %" */
        return _ ("Read as an estimate of the situation behind it: the interval %s–%s %% spans "
                  "the target (%s), so there is not enough ground to say whether it is met.");
    if (is_met && direction == TV_DIRECTION_AT_LEAST)
        /* Translators: interval from 97.1 to 99.5, target "≥ 95.1 %" */
        return _ ("Read as an estimate of the situation behind it: the interval %s–%s %% lies "
                  "wholly above the target (%s), which bears out that it is met.");
    if (is_met)
        /* Translators: interval from 1.3 to 4.4, target "< 6.4 %" */
        return _ ("Read as an estimate of the situation behind it: the interval %s–%s %% lies "
                  "wholly below the target (%s), which bears out that it is met.");
    if (direction == TV_DIRECTION_AT_LEAST)
        /* Translators: interval from 80.1 to 90.4, target "≥ 95.1 %" */
        return _ ("Read as an estimate of the situation behind it: the interval %s–%s %% lies "
                  "wholly below the target (%s), which bears out that it is not met.");
    /* Translators: interval from 11.2 to 24.7, target "< 6.4 %" */
    return _ ("Read as an estimate of the situation behind it: the interval %s–%s %% lies wholly "
              "above the target (%s), which bears out that it is not met.");
}

/**
 * tv_rate_uncertainty_sentence:
 * @rate: a rate
 * @target: (nullable): what the plan asks
 *
 * Returns: (transfer full) (nullable): where the interval lies to the target, which is what can be
 *   said of the situation that made these children so; NULL where nothing is judged
 */
char *
tv_rate_uncertainty_sentence (const TvRate *rate, const TvTarget *target)
{
    g_autofree char *lower = NULL;
    g_autofree char *upper = NULL;
    g_autofree char *goal = NULL;
    TvJudgement judgement;

    tv_rate_judge (rate, target, &judgement);
    if (judgement.verdict == TV_VERDICT_NONE)
        return NULL;
    lower = tv_rate_percent_text (rate->lower, target);
    upper = tv_rate_percent_text (rate->upper, target);
    goal = tv_target_text (target);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return g_strdup_printf (get_uncertainty_format (&judgement, target->direction), lower, upper,
                            goal);
#pragma GCC diagnostic pop
}

static const char *
get_wording (const TvTarget *target)
{
    const char *here = target->wording_vi, *other = target->wording_en;

    if (tv_language_get () == TV_LANGUAGE_ENGLISH) {
        here = target->wording_en;
        other = target->wording_vi;
    }
    if (here && *here)
        return here;
    return other && *other ? other : target->code;
}

/**
 * tv_target_origin_sentence:
 * @target: (nullable): what the plan asks
 *
 * Returns: (transfer full) (nullable): whose target it is, of which year, and where it stands; NULL
 *   without a value
 */
char *
tv_target_origin_sentence (const TvTarget *target)
{
    g_autofree char *goal = NULL;
    g_autofree char *year = NULL;

    if (!target || !target->has_value)
        return NULL;
    goal = tv_target_text (target);
    year = g_strdup_printf ("%d", target->year);
    if (!target->source || !*target->source)
        /* Translators: what the plan calls it, "< 6.4 %", the year */
        return g_strdup_printf (_ ("%s: %s is asked for %s. Where this target stands has not been "
                                   "entered."),
                                get_wording (target), goal, year);
    /* Translators: what the plan calls it, "< 6.4 %", the year, the document */
    return g_strdup_printf (_ ("%s: %s is the target of the whole city for %s; a school is a "
                               "contribution to it. Source: %s."),
                            get_wording (target), goal, year, target->source);
}
