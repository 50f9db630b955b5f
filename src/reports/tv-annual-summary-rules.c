/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* By which rules the figures of the annual summary came about, so that whoever signs can defend
 * each of them. */

#include "reports/tv-annual-summary-rules.h"

#include <glib/gi18n.h>

static void
add_rule (TvReportBuilder *builder, const char *text)
{
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM, text);
}

static gboolean
has_part (const TvAnnualSummary *self, TvPopulation population)
{
    for (guint i = 0; i < self->parts->len; i++) {
        if (((const TvSummaryPart *) g_ptr_array_index (self->parts, i))->population == population)
            return TRUE;
    }
    return FALSE;
}

static void
add_references (const TvAnnualSummary *self, TvReportBuilder *builder)
{
    add_rule (builder, _ ("Who counts: every child enrolled on the day on which it was to be "
                          "measured; who left later stays in the round."));
    add_rule (builder, _ ("Age: counted to the day, from the day of birth to the child's own "
                          "measuring day, not in completed months."));
    if (has_part (self, TV_POPULATION_UNDER_FIVE))
        add_rule (builder, _ ("Reference for children under five (to day 1826 of life): WHO Child "
                              "Growth Standards 2006."));
    if (has_part (self, TV_POPULATION_SCHOOL_AGE))
        add_rule (builder, _ ("Reference from 5 to 19 years: WHO Growth Reference 2007; it gives "
                              "weight-for-age up to 10 years only."));
    add_rule (builder, _ ("Cut-offs: a child is counted where its z-score, rounded to hundredths, "
                          "lies beyond the cut-off; one exactly on it is not counted. The severe "
                          "forms are part of the rate above them. Values beyond WHO's limits of "
                          "plausibility are left out."));
}

/* The plan does not say which index is meant, so the paper does. */
static void
add_overweight_rule (const TvSummaryPart *part, TvReportBuilder *builder)
{
    const TvSummaryRate *rate = tv_summary_part_find (part, TV_OVERWEIGHT);
    g_autofree char *rule = rate ? tv_indicator_rule_label (rate->indicator) : NULL;
    g_autofree char *text = NULL;

    if (!rate)
        return;
    if (part->population == TV_POPULATION_UNDER_FIVE)
        /* Translators: %s is a rule such as "weight-for-height above +2 SD" */
        text = g_strdup_printf (_ ("Overweight and obesity in children under five: %s. The plan "
                                   "does not name the index."),
                                rule);
    else
        /* Translators: %s is a rule such as "BMI-for-age above +1 SD" */
        text = g_strdup_printf (_ ("Overweight and obesity from 5 to 19 years: %s."), rule);
    add_rule (builder, text);
}

static void
add_target_sources (const TvAnnualSummary *self, TvReportBuilder *builder)
{
    g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < self->parts->len; i++) {
        const TvSummaryPart *part = g_ptr_array_index (self->parts, i);

        for (guint k = 0; k < part->n_rates; k++) {
            const TvTarget *target = part->rates[k].target;

            if (target && target->source && g_hash_table_add (known, target->source)) {
                /* Translators: %s names a plan and its annex, as the plan does */
                g_autofree char *text
                    = g_strdup_printf (_ ("Source of the targets: %s."), target->source);

                add_rule (builder, text);
            }
        }
    }
}

/**
 * tv_annual_summary_add_rules:
 * @self: the figures
 * @builder: the report they are in
 *
 * Adds one item for each rule that the figures went by.
 */
void
tv_annual_summary_add_rules (const TvAnnualSummary *self, TvReportBuilder *builder)
{
    g_autofree char *origin = NULL;

    add_references (self, builder);
    for (guint i = 0; i < self->parts->len; i++)
        add_overweight_rule (g_ptr_array_index (self->parts, i), builder);
    add_rule (builder, _ ("Interval: 95 % confidence interval of a share by Wilson's method. The "
                          "verdict is that of the count; where the interval reaches beyond the "
                          "target, the number of children is too small for a conclusion."));
    add_target_sources (self, builder);
    /* Translators: %s is a version such as 0.1.0 */
    origin = g_strdup_printf (_ ("All figures were worked out from the school's record book with "
                                 "Tầm Vóc %s, which keeps the list of children behind each of "
                                 "them."),
                              TV_VERSION);
    add_rule (builder, origin);
}
