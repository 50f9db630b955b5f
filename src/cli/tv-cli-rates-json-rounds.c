/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The round among those before it, in JSON: the same children twice, and the rate of each round. */

#include "cli/tv-cli-json.h"
#include "cli/tv-cli-rates-format.h"

static void
add_comparison (JsonBuilder *builder, const TvCliRatesFacts *facts, const char *code,
                const TvRateComparison *comparison)
{
    const TvTransition *transition = &comparison->transition;

    json_builder_begin_object (builder);
    tv_cli_json_add_text (builder, "condition", code);
    tv_cli_json_add_rate (builder, "before", &transition->before);
    tv_cli_json_add_rate (builder, "now", &transition->now);
    tv_cli_json_add_number (builder, "change", transition->change);
    tv_cli_json_add_number (builder, "change_lower", transition->change_lower);
    tv_cli_json_add_number (builder, "change_upper", transition->change_upper);
    tv_cli_json_add_rate (builder, "recovery", &transition->recovery);
    tv_cli_rates_add_uids (builder, "stayed", facts, comparison->stayed);
    tv_cli_rates_add_uids (builder, "new", facts, comparison->fresh);
    tv_cli_rates_add_uids (builder, "recovered", facts, comparison->recovered);
    tv_cli_json_add_count (builder, "only_before", comparison->n_only_before);
    tv_cli_json_add_count (builder, "only_now", comparison->n_only_now);
    json_builder_end_object (builder);
}

static void
add_change (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    g_autoptr (TvRateComparison) whole = tv_cli_rates_facts_compare (facts, NULL);
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (facts->rates->population, facts->rates->overweight_rule, &n_indicators);

    json_builder_set_member_name (builder, "change");
    if (!whole) {
        json_builder_add_null_value (builder);
        return;
    }
    json_builder_begin_object (builder);
    tv_cli_json_add_text (builder, "before", whole->before->code);
    tv_cli_json_add_text (builder, "now", whole->now->code);
    tv_cli_json_begin_array (builder, "conditions");
    add_comparison (builder, facts, "malnourished", whole);
    for (guint i = 0; i < n_indicators; i++) {
        g_autoptr (TvRateComparison) one = tv_cli_rates_facts_compare (facts, &indicators[i]);

        if (one)
            add_comparison (builder, facts, indicators[i].code, one);
    }
    json_builder_end_array (builder);
    json_builder_end_object (builder);
}

static void
add_turned_five (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    g_autoptr (TvRateComparison) comparison = tv_cli_rates_facts_compare (facts, NULL);
    g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));

    tv_cli_rates_add_uids (builder, "turned_five", facts,
                           comparison ? comparison->turned_five : nobody);
}

static void
add_points (JsonBuilder *builder, const TvCliRatesFacts *facts, const TvIndicator *indicator)
{
    g_autoptr (GArray) points = tv_cli_rates_facts_follow (facts, indicator);

    for (guint i = 0; i < points->len; i++) {
        const TvRatePoint *point = &g_array_index (points, TvRatePoint, i);

        json_builder_begin_object (builder);
        tv_cli_json_add_text (builder, "round", point->round->code);
        tv_cli_json_add_text (builder, "indicator", indicator->code);
        tv_cli_json_add_rate (builder, "all", &point->all);
        tv_cli_json_add_rate (builder, "same_children", &point->same);
        json_builder_end_object (builder);
    }
}

/**
 * tv_cli_rates_add_rounds:
 * @facts: of a round
 *
 * Adds the members "turned_five", "change" (null without an earlier round) and "rounds".
 */
void
tv_cli_rates_add_rounds (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (facts->rates->population, facts->rates->overweight_rule, &n_indicators);

    add_turned_five (builder, facts);
    add_change (builder, facts);
    tv_cli_json_begin_array (builder, "rounds");
    for (guint i = 0; i < n_indicators; i++)
        add_points (builder, facts, &indicators[i]);
    json_builder_end_array (builder);
}
