/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rates of a round to the figures of the annual summary. Nothing is counted a second time
 * here. */

#include "workflows/tv-report-figures.h"

#include "workflows/tv-preferences.h"
#include "workflows/tv-rates-parts.h"
#include "workflows/tv-report-order.h"

static TvRates *
work_out (TvStore *store, const char *round_code, TvPopulation population, TvOverweightRule rule,
          GError **error)
{
    TvRatesQuery query = {
        .round_code = (char *) round_code,
        .population = population,
        .overweight_rule = rule,
        .interval = TV_INTERVAL_WILSON,
        .split = TV_SPLIT_EVERY,
    };

    return tv_rates_work_out (store, &query, error);
}

static void
take_whole (TvSummaryPart *part, const TvRates *rates)
{
    for (guint i = 0; i < part->n_rates; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        part->rates[i] = (TvSummaryRate){
            .indicator = line->indicator,
            .rate = line->rate,
            .target = line->target ? tv_target_ref (line->target) : NULL,
            .judgement = line->judgement,
        };
    }
}

static const TvRateLine *
get_line (const TvRates *rates, guint index)
{
    return g_ptr_array_index (rates->lines, index);
}

static gboolean
has_children (const TvRates *rates, guint first, guint n)
{
    for (guint i = first; i < first + n; i++) {
        if (get_line (rates, i)->rate.n > 0)
            return TRUE;
    }
    return FALSE;
}

/* A group's indicators stand side by side, in the order of the whole school's. */
static void
take_groups (TvSummaryPart *part, const TvRates *rates, TvSplit split, TvSummarySplit summary_split)
{
    for (guint i = part->n_rates; i + part->n_rates <= rates->lines->len; i += part->n_rates) {
        TvSummaryGroup *group;

        if (get_line (rates, i)->split != split || !has_children (rates, i, part->n_rates))
            continue;
        group = tv_summary_part_add_group (part, summary_split, get_line (rates, i)->group);
        for (guint k = 0; k < part->n_rates; k++)
            group->rates[k] = get_line (rates, i + k)->rate;
    }
}

/* Adds nothing where the round measured nobody of that population. */
static void
take_part (TvAnnualSummary *summary, const TvRates *rates)
{
    TvSummaryPart *part;
    guint n_rates;

    if (rates->n_population == 0)
        return;
    tv_indicators (rates->population, rates->overweight_rule, &n_rates);
    part = tv_annual_summary_add_part (summary, n_rates);
    part->population = rates->population;
    part->overweight_rule = rates->overweight_rule;
    part->n_children = rates->n_population;
    part->has_coats_on = rates->has_coats_on;
    take_whole (part, rates);
    take_groups (part, rates, TV_SPLIT_GRADE, TV_SUMMARY_BY_GRADE);
    take_groups (part, rates, TV_SPLIT_SEX, TV_SUMMARY_BY_SEX);
    tv_rates_count_overlap (rates, NULL, &part->overlap);
}

/* Children come class by class, so a class is over when another begins. */
static void
take_classes (TvAnnualSummary *summary, const TvRates *rates, const GArray *order)
{
    const TvRateChild *first = NULL;
    guint n_enrolled = 0, n_measured = 0;

    for (guint i = 0; i < order->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, g_array_index (order, guint, i));

        if (child->left_out == TV_LEFT_OUT_NOT_ENROLLED)
            continue;
        if (first && first->class_id != child->class_id) {
            tv_annual_summary_add_class (summary, first->class_name, n_enrolled, n_measured);
            n_enrolled = n_measured = 0;
            first = NULL;
        }
        if (!first)
            first = child;
        n_enrolled++;
        n_measured
            += tv_report_figures_was_measured (child) && !tv_rate_child_is_half_measured (child);
    }
    if (first)
        tv_annual_summary_add_class (summary, first->class_name, n_enrolled, n_measured);
}

static void
take_coverage (TvAnnualSummary *summary, const TvRates *rates, const GArray *order)
{
    guint n_by_reason[TV_LEFT_OUT_NOT_ENROLLED + 1] = { 0 };

    summary->all.n_enrolled = rates->n_enrolled;
    summary->all.n_measured = rates->n_measured - rates->n_half_measured;
    take_classes (summary, rates, order);
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (!tv_rate_child_is_half_measured (child))
            n_by_reason[child->left_out]++;
    }
    if (rates->n_half_measured > 0)
        tv_annual_summary_add_absence (summary, tv_left_out_label (TV_LEFT_OUT_NO_VALUE),
                                       rates->n_half_measured);
    for (int reason = TV_LEFT_OUT_NOT_MEASURED; reason <= TV_LEFT_OUT_NO_SEX; reason++) {
        if (n_by_reason[reason] > 0)
            tv_annual_summary_add_absence (summary, tv_left_out_label ((TvLeftOut) reason),
                                           n_by_reason[reason]);
    }
}

static gboolean
take_round (TvAnnualSummary *self, TvStore *store, const TvRates *young, const TvRates *older,
            GError **error)
{
    g_autoptr (TvRoster) roster = NULL;
    g_autoptr (GArray) order = NULL;

    if (!young->round)
        return TRUE;
    roster = tv_roster_load (store, young->round->year_id, error);
    if (!roster)
        return FALSE;
    order = tv_report_order_children (young, roster);
    self->round = tv_round_ref (young->round);
    take_coverage (self, young, order);
    take_part (self, young);
    take_part (self, older);
    return TRUE;
}

/**
 * tv_report_figures_was_measured:
 * @child: of a round
 *
 * Returns: whether a measurement of it counts as taken, though the child may be in no rate
 */
gboolean
tv_report_figures_was_measured (const TvRateChild *child)
{
    return child->left_out == TV_LEFT_OUT_NOT || child->left_out == TV_LEFT_OUT_NO_BIRTH_DATE
           || child->left_out == TV_LEFT_OUT_NO_SEX || child->left_out == TV_LEFT_OUT_OTHER_AGE;
}

/**
 * tv_report_figures_name_year:
 * @cover: of the book
 * @round: (nullable): whose year is meant; %NULL for that of @today
 * @today: the civil date
 * @year_id: (out) (optional): its key, 0 where the book has none such
 *
 * Returns: (transfer full): the school year's name
 */
char *
tv_report_figures_name_year (TvBookCover *cover, const TvRound *round, TvDate today,
                             gint64 *year_id)
{
    const TvSchoolYear *year = tv_book_cover_pick_year (cover, round ? round->year_id : 0, today);

    if (year_id)
        *year_id = year ? year->id : 0;
    return tv_school_year_name (year ? year->first_year : tv_school_year_of_date (today));
}

/**
 * tv_report_figures_sum_up:
 * @store: a record book
 * @round_code: (nullable): a regular round; %NULL for the latest
 * @error: as tv_rates_work_out()
 *
 * Returns: (transfer full) (nullable): the figures of the annual summary
 */
TvAnnualSummary *
tv_report_figures_sum_up (TvStore *store, const char *round_code, GError **error)
{
    g_autoptr (TvAnnualSummary) self = tv_annual_summary_new ();
    g_autoptr (TvBookCover) cover = tv_book_cover_read (store, error);
    g_autoptr (TvRates) young = NULL;
    g_autoptr (TvRates) older = NULL;
    TvOverweightRule rule;

    if (!cover || !tv_overweight_rule_get (store, &rule, error))
        return NULL;
    young = work_out (store, round_code, TV_POPULATION_UNDER_FIVE, rule, error);
    if (!young)
        return NULL;
    older = work_out (store, round_code, TV_POPULATION_SCHOOL_AGE, rule, error);
    if (!older)
        return NULL;
    self->date = tv_clock_today (tv_store_clock (store));
    self->school = tv_school_ref (young->school);
    self->year_name = tv_report_figures_name_year (cover, young->round, self->date, NULL);
    if (!take_round (self, store, young, older, error))
        return NULL;
    return g_steal_pointer (&self);
}
