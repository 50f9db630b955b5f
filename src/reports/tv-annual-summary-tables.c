/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the annual summary and the charts that say the same. */

#include "reports/tv-annual-summary-tables.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <string.h>

#define SIZE_PT 10.5
#define SMALL_SIZE_PT 10
#define USUAL_WIDTH_PT 459 /* of the text on a standing sheet */
#define PERCENT_WIDTH_PT 28.5
#define PADDING_PT 6

static void
add_fraction (TvReportTable *table, const TvRate *rate)
{
    g_autofree char *text = g_strdup_printf ("%u/%u", rate->n_cases, rate->n);

    tv_report_table_add_text (table, text);
}

static void
add_percent (TvReportTable *table, const TvRate *rate, const TvTarget *target)
{
    if (rate->n > 0)
        tv_report_table_add_number (table, rate->percent,
                                    tv_rate_percent_decimals (rate->percent, target));
    else
        tv_report_table_add_text (table, "–");
}

static void
add_interval (TvReportTable *table, const TvRate *rate, const TvTarget *target)
{
    g_autofree char *lower = tv_rate_percent_text (rate->lower, target);
    g_autofree char *upper = tv_rate_percent_text (rate->upper, target);
    g_autofree char *text = g_strdup_printf ("%s – %s", lower, upper);

    tv_report_table_add_text (table, rate->n > 0 ? text : "–");
}

static void
add_verdict (TvReportTable *table, const TvSummaryRate *rate)
{
    g_autofree char *target = rate->target ? tv_target_text (rate->target) : NULL;
    g_autofree char *verdict = NULL;

    tv_report_table_add_text (table, target ? target : "–");
    if (rate->judgement.verdict == TV_VERDICT_NONE) {
        tv_report_table_add_text (table, "–");
        return;
    }
    verdict = g_strdup_printf (
        "%s%s%s", tv_verdict_label (rate->judgement.verdict),
        rate->judgement.is_certain ? "" : "\n",
        rate->judgement.is_certain ? "" : _ ("Not enough ground for a conclusion"));
    tv_report_table_add_text (table, verdict);
}

static TvReportTable *
make_targets_table (gboolean has_targets)
{
    static const TvReportColumn columns[] = {
        { 182, TV_REPORT_ALIGN_START }, { 44, TV_REPORT_ALIGN_CENTRE },
        { 36, TV_REPORT_ALIGN_CENTRE }, { 64, TV_REPORT_ALIGN_CENTRE },
        { 48, TV_REPORT_ALIGN_CENTRE }, { 85, TV_REPORT_ALIGN_CENTRE },
    };
    static const TvReportColumn few_columns[] = {
        { 261, TV_REPORT_ALIGN_START },
        { 62, TV_REPORT_ALIGN_CENTRE },
        { 56, TV_REPORT_ALIGN_CENTRE },
        { 80, TV_REPORT_ALIGN_CENTRE },
    };
    TvReportTable *table
        = has_targets ? tv_report_table_new (columns, G_N_ELEMENTS (columns), SMALL_SIZE_PT)
                      : tv_report_table_new (few_columns, G_N_ELEMENTS (few_columns), SIZE_PT);

    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    tv_report_table_add_head (table, _ ("Indicator"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Children"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Rate (%)"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "95 % interval (%)"), 1, 1);
    if (has_targets) {
        tv_report_table_add_head (table, C_ ("table", "Target"), 1, 1);
        tv_report_table_add_head (table, C_ ("table", "By the count"), 1, 1);
    }
    return table;
}

/**
 * tv_annual_summary_targets_table:
 *
 * Returns: (transfer full): every indicator of the part, against the plan where it has targets
 */
TvReportTable *
tv_annual_summary_targets_table (const TvSummaryPart *part)
{
    gboolean has_targets = tv_summary_part_has_targets (part);
    TvReportTable *table = make_targets_table (has_targets);

    for (guint i = 0; i < part->n_rates; i++) {
        const TvSummaryRate *rate = &part->rates[i];
        g_autofree char *rule = tv_indicator_rule_label (rate->indicator);
        g_autofree char *label = g_strdup_printf (
            "%s%s(%s)", tv_indicator_label (part->population, rate->indicator->id),
            has_targets ? "\n" : " ", rule);

        tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
        tv_report_table_add_text (table, label);
        add_fraction (table, &rate->rate);
        add_percent (table, &rate->rate, rate->target);
        add_interval (table, &rate->rate, rate->target);
        if (has_targets)
            add_verdict (table, rate);
    }
    return table;
}

/* Those that stand side by side; the severe ones are in the table of targets. */
static guint
choose_columns (const TvSummaryPart *part, guint chosen[5])
{
    static const TvIndicatorId ids[]
        = { TV_UNDERWEIGHT, TV_STUNTING, TV_WASTING, TV_THINNESS, TV_OVERWEIGHT, TV_OBESITY };
    guint n = 0;

    for (guint k = 0; k < G_N_ELEMENTS (ids) && n < 5; k++) {
        const TvSummaryRate *rate = tv_summary_part_find (part, ids[k]);

        if (rate)
            chosen[n++] = (guint) (rate - part->rates);
    }
    return n;
}

/* Counts of a large school need more room, which the names of the groups give up. */
static double
get_fraction_width (const TvSummaryPart *part)
{
    g_autofree char *count = g_strdup_printf ("%u", part->n_children);
    double n_figures = 2.0 * (double) strlen (count) + 1;

    return CLAMP (n_figures * SMALL_SIZE_PT / 2 + PADDING_PT, 34, 51);
}

static TvReportTable *
make_groups_table (const TvSummaryPart *part, const guint *chosen, guint n)
{
    double fraction_pt = get_fraction_width (part);
    double name_pt = USUAL_WIDTH_PT - n * (fraction_pt + PERCENT_WIDTH_PT);
    TvReportColumn columns[11] = { { name_pt, TV_REPORT_ALIGN_START } };
    TvReportTable *table;

    for (guint i = 0; i < n; i++) {
        columns[2 * i + 1] = (TvReportColumn){ fraction_pt, TV_REPORT_ALIGN_CENTRE };
        columns[2 * i + 2] = (TvReportColumn){ PERCENT_WIDTH_PT, TV_REPORT_ALIGN_CENTRE };
    }
    table = tv_report_table_new (columns, 2 * n + 1, SMALL_SIZE_PT);
    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    tv_report_table_add_head (table, C_ ("table", "Group"), 1, 2);
    for (guint i = 0; i < n; i++)
        tv_report_table_add_head (
            table, tv_indicator_label (part->population, part->rates[chosen[i]].indicator->id), 2,
            1);
    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    for (guint i = 0; i < n; i++) {
        tv_report_table_add_head (table, "n/N", 1, 1);
        tv_report_table_add_head (table, "%", 1, 1);
    }
    return table;
}

static void
add_group_cell (TvReportTable *table, const TvRate *rate)
{
    add_fraction (table, rate);
    add_percent (table, rate, NULL);
}

/**
 * tv_annual_summary_groups_table:
 *
 * Returns: (transfer full): the main indicators by grade and by sex
 */
TvReportTable *
tv_annual_summary_groups_table (const TvSummaryPart *part)
{
    guint chosen[5];
    guint n = choose_columns (part, chosen);
    TvReportTable *table = make_groups_table (part, chosen, n);
    int split = -1;

    tv_report_table_add_row (table, TV_REPORT_ROW_TOTAL);
    tv_report_table_add_text (table, _ ("Whole school"));
    for (guint i = 0; i < n; i++)
        add_group_cell (table, &part->rates[chosen[i]].rate);
    for (guint k = 0; k < part->groups->len; k++) {
        const TvSummaryGroup *group = g_ptr_array_index (part->groups, k);

        if ((int) group->split != split) {
            split = (int) group->split;
            tv_report_table_add_row (table, TV_REPORT_ROW_GROUP);
            tv_report_table_add_text (table, split == TV_SUMMARY_BY_SEX
                                                 ? C_ ("split of a rate", "By sex")
                                                 : C_ ("split of a rate", "By grade"));
        }
        tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
        tv_report_table_add_text (table, group->name);
        for (guint i = 0; i < n; i++)
            add_group_cell (table, &group->rates[chosen[i]]);
    }
    return table;
}

static void
add_overlap_row (TvReportTable *table, TvReportRowKind kind, const char *name, guint n, guint of)
{
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_WILSON, n, of, of);
    tv_report_table_add_row (table, kind);
    tv_report_table_add_text (table, name);
    add_group_cell (table, &rate);
}

/* Wasting stands beside these lines, so a child may have it or not. */
static guint
count_line (const TvOverlap *overlap, guint forms)
{
    return overlap->n_parts[forms] + overlap->n_parts[forms | TV_FORM_WASTED];
}

static const TvRate *
get_wasting (const TvSummaryPart *part)
{
    gboolean is_under_five = part->population == TV_POPULATION_UNDER_FIVE;

    return &tv_summary_part_find (part, is_under_five ? TV_WASTING : TV_THINNESS)->rate;
}

/**
 * tv_annual_summary_overlap_table:
 *
 * Returns: (transfer full): undernourished children as schools publish them, each in one line, and
 *   the union that the plan asks for
 */
TvReportTable *
tv_annual_summary_overlap_table (const TvSummaryPart *part)
{
    static const TvReportColumn columns[] = {
        { 280, TV_REPORT_ALIGN_START },
        { 90, TV_REPORT_ALIGN_CENTRE },
        { 89, TV_REPORT_ALIGN_CENTRE },
    };
    const TvOverlap *overlap = &part->overlap;
    guint n_light = count_line (overlap, TV_FORM_UNDERWEIGHT);
    guint n_short = count_line (overlap, TV_FORM_STUNTED);
    guint n_both = count_line (overlap, TV_FORM_UNDERWEIGHT | TV_FORM_STUNTED);
    const TvRate *wasting = get_wasting (part);
    TvReportTable *table = tv_report_table_new (columns, G_N_ELEMENTS (columns), SIZE_PT);

    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    tv_report_table_add_head (table, C_ ("table", "Form of undernutrition"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Children"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Rate (%)"), 1, 1);
    add_overlap_row (table, TV_REPORT_ROW_BODY, _ ("Only underweight"), n_light, overlap->n);
    add_overlap_row (table, TV_REPORT_ROW_BODY, _ ("Only stunted"), n_short, overlap->n);
    add_overlap_row (table, TV_REPORT_ROW_BODY, _ ("Underweight and stunted"), n_both, overlap->n);
    add_overlap_row (table, TV_REPORT_ROW_TOTAL, _ ("Underweight or stunted, all together"),
                     n_light + n_short + n_both, overlap->n);
    add_overlap_row (table, TV_REPORT_ROW_BODY,
                     part->population == TV_POPULATION_UNDER_FIVE
                         ? _ ("Wasted (may stand in the lines above too)")
                         : _ ("Thin (may stand in the lines above too)"),
                     wasting->n_cases, wasting->n);
    return table;
}

static void
add_coverage_row (TvReportTable *table, TvReportRowKind kind, const char *name,
                  const TvSummaryCoverage *coverage)
{
    tv_report_table_add_row (table, kind);
    tv_report_table_add_text (table, name);
    tv_report_table_add_number (table, coverage->n_enrolled, 0);
    tv_report_table_add_number (table, coverage->n_measured, 0);
    tv_report_table_add_number (table, coverage->n_enrolled - coverage->n_measured, 0);
    if (coverage->n_enrolled > 0)
        tv_report_table_add_number (table, 100.0 * coverage->n_measured / coverage->n_enrolled, 1);
    else
        tv_report_table_add_text (table, "–");
}

/**
 * tv_annual_summary_coverage_table:
 *
 * Returns: (transfer full): who was measured, by class
 */
TvReportTable *
tv_annual_summary_coverage_table (const TvAnnualSummary *self)
{
    static const TvReportColumn columns[] = {
        { 139, TV_REPORT_ALIGN_START }, { 80, TV_REPORT_ALIGN_CENTRE },
        { 80, TV_REPORT_ALIGN_CENTRE }, { 80, TV_REPORT_ALIGN_CENTRE },
        { 80, TV_REPORT_ALIGN_CENTRE },
    };
    TvReportTable *table = tv_report_table_new (columns, G_N_ELEMENTS (columns), SIZE_PT);

    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    tv_report_table_add_head (table, C_ ("table", "Class"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Enrolled"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Measured"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Not measured"), 1, 1);
    tv_report_table_add_head (table, C_ ("table", "Measured (%)"), 1, 1);
    for (guint i = 0; i < self->classes->len; i++) {
        const TvSummaryCoverage *coverage = g_ptr_array_index (self->classes, i);

        add_coverage_row (table, TV_REPORT_ROW_BODY, coverage->name, coverage);
    }
    add_coverage_row (table, TV_REPORT_ROW_TOTAL, _ ("Whole school"), &self->all);
    return table;
}

/**
 * tv_annual_summary_chart:
 * @rate: one of the part's
 *
 * Returns: (transfer full): the whole school and its grades against the target
 */
TvRateChart *
tv_annual_summary_chart (const TvSummaryPart *part, const TvSummaryRate *rate)
{
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TvRateChartRow));
    guint index = (guint) (rate - part->rates);
    TvRateChartRow row = { (char *) _ ("Whole school"), rate->rate, TRUE };
    TvRateChart chart = {
        .title = (char *) tv_indicator_label (part->population, rate->indicator->id),
        .target = rate->target,
    };

    g_array_append_val (rows, row);
    for (guint i = 0; i < part->groups->len; i++) {
        const TvSummaryGroup *group = g_ptr_array_index (part->groups, i);

        if (group->split != TV_SUMMARY_BY_GRADE)
            continue;
        row = (TvRateChartRow){ group->name, group->rates[index], FALSE };
        g_array_append_val (rows, row);
    }
    chart.rows = (TvRateChartRow *) (gpointer) rows->data;
    chart.n_rows = rows->len;
    return tv_rate_chart_new (&chart);
}
