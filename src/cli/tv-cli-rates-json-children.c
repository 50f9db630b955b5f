/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands behind the rates, in JSON: counted or not and why, which forms of malnutrition
 * overlap, and whom the tables at completed months put into another class. */

#include "cli/tv-cli-json.h"
#include "cli/tv-cli-rates-format.h"
#include "workflows/tv-rates-parts.h"

/* By TvGrowthClass. */
static const char *const class_codes[] = {
    "none",
    "normal",
    "underweight",
    "severely-underweight",
    "high-weight",
    "stunted",
    "severely-stunted",
    "tall",
    "wasted",
    "severely-wasted",
    "thin",
    "severely-thin",
    "overweight",
    "obese",
    "severely-obese",
    "implausible",
};

G_STATIC_ASSERT (G_N_ELEMENTS (class_codes) == TV_CLASS_IMPLAUSIBLE + 1);

/**
 * tv_cli_rates_add_uids:
 * @name: of a member that is a list
 * @facts: of a round
 * @ids: (element-type gint64): keys of students of the round
 */
void
tv_cli_rates_add_uids (JsonBuilder *builder, const char *name, const TvCliRatesFacts *facts,
                       const GArray *ids)
{
    tv_cli_json_begin_array (builder, name);
    for (guint i = 0; i < ids->len; i++) {
        const TvRateChild *child = tv_cli_rates_facts_find (facts, g_array_index (ids, gint64, i));

        if (child)
            json_builder_add_string_value (builder, child->uid);
    }
    json_builder_end_array (builder);
}

static void
add_counted (JsonBuilder *builder, const TvRates *rates)
{
    tv_cli_json_begin_array (builder, "included");
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (child->left_out == TV_LEFT_OUT_NOT)
            json_builder_add_string_value (builder, child->uid);
    }
    json_builder_end_array (builder);
    tv_cli_json_begin_array (builder, "excluded");
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (child->left_out == TV_LEFT_OUT_NOT)
            continue;
        json_builder_begin_object (builder);
        tv_cli_json_add_text (builder, "uid", child->uid);
        tv_cli_json_add_text (builder, "reason", tv_left_out_code (child->left_out));
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
}

static void
add_part (JsonBuilder *builder, const TvCliRatesFacts *facts, const TvOverlap *overlap, guint forms)
{
    g_autoptr (GArray) ids = tv_rates_list_part (facts->rates, NULL, forms);

    json_builder_begin_object (builder);
    tv_cli_json_add_text (builder, "forms", tv_overlap_part_code (forms, facts->rates->population));
    tv_cli_json_add_count (builder, "n", overlap->n_parts[forms]);
    tv_cli_rates_add_uids (builder, "uids", facts, ids);
    json_builder_end_object (builder);
}

static void
add_overlap (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    g_autoptr (GArray) any = tv_rates_list_with_any_form (facts->rates, NULL);
    g_autoptr (GArray) twice = tv_rates_list_double_burden (facts->rates, NULL);
    TvOverlap overlap;

    tv_rates_count_overlap (facts->rates, NULL, &overlap);
    tv_cli_json_begin_object (builder, "overlap");
    tv_cli_json_add_count (builder, "n", overlap.n);
    tv_cli_json_begin_array (builder, "parts");
    for (guint forms = 0; forms < TV_OVERLAP_N_PARTS; forms++)
        add_part (builder, facts, &overlap, forms);
    json_builder_end_array (builder);
    tv_cli_json_begin_object (builder, "any");
    tv_cli_json_add_count (builder, "n", tv_overlap_count_any (&overlap));
    tv_cli_rates_add_uids (builder, "uids", facts, any);
    json_builder_end_object (builder);
    tv_cli_json_begin_object (builder, "double_burden");
    tv_cli_json_add_count (builder, "n", overlap.n_double);
    tv_cli_json_add_count (builder, "cases", overlap.n_double_cases);
    tv_cli_rates_add_uids (builder, "uids", facts, twice);
    json_builder_end_object (builder);
    json_builder_end_object (builder);
}

static void
add_difference (JsonBuilder *builder, const TvRates *rates, const TvMonthsDifference *difference)
{
    json_builder_begin_object (builder);
    tv_cli_json_add_text (builder, "uid", tv_rates_child (rates, difference->child)->uid);
    tv_cli_json_add_text (builder, "z", tv_z_kind_code (difference->kind));
    tv_cli_json_add_count (builder, "completed_months", difference->completed_months);
    tv_cli_json_add_number (builder, "exact_z", (double) difference->exact_hundredths / 100);
    tv_cli_json_add_number (builder, "months_z", (double) difference->months_hundredths / 100);
    tv_cli_json_add_text (builder, "exact_class", class_codes[difference->exact_class]);
    tv_cli_json_add_text (builder, "months_class", class_codes[difference->months_class]);
    json_builder_end_object (builder);
}

static void
add_months (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    const TvMonthsReading *months = facts->months;
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (facts->rates->population, facts->rates->overweight_rule, &n_indicators);

    tv_cli_json_begin_object (builder, "completed_months");
    tv_cli_json_add_count (builder, "children", months->n_children);
    tv_cli_json_begin_array (builder, "rates");
    for (guint i = 0; i < n_indicators; i++) {
        json_builder_begin_object (builder);
        tv_cli_json_add_text (builder, "indicator", indicators[i].code);
        tv_cli_json_add_rate_members (builder, &g_array_index (months->rates, TvRate, i));
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
    tv_cli_json_begin_array (builder, "differences");
    for (guint i = 0; i < months->differences->len; i++)
        add_difference (builder, facts->rates,
                        &g_array_index (months->differences, TvMonthsDifference, i));
    json_builder_end_array (builder);
    json_builder_end_object (builder);
}

/**
 * tv_cli_rates_add_children:
 * @facts: of a round
 *
 * Adds the members "included", "excluded", "overlap" and "completed_months".
 */
void
tv_cli_rates_add_children (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    add_counted (builder, facts->rates);
    add_overlap (builder, facts);
    add_months (builder, facts);
}
