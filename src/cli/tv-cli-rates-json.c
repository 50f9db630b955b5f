/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates as JSON: what was chosen, each line with the children behind it, and what the files beside
 * this one add. */

#include "cli/tv-cli-json.h"
#include "cli/tv-cli-rates-format.h"

static void
add_target (JsonBuilder *builder, const TvRateLine *line)
{
    const TvTarget *target = line->target;

    if (!target)
        return;
    tv_cli_json_begin_object (builder, "target");
    tv_cli_json_add_text (builder, "code", target->code);
    tv_cli_json_add_number (builder, "value", (double) target->value_thousandths / 1000);
    tv_cli_json_add_text (builder, "direction", tv_direction_code (target->direction));
    tv_cli_json_add_text (builder, "unit", target->unit ? target->unit : "");
    tv_cli_json_add_count (builder, "year", target->year);
    tv_cli_json_add_text (builder, "source", target->source ? target->source : "");
    json_builder_end_object (builder);
    tv_cli_json_add_text (builder, "verdict", tv_verdict_code (line->judgement.verdict));
    tv_cli_json_add_fact (builder, "certain", line->judgement.is_certain);
    tv_cli_json_add_number (builder, "points_per_child", line->judgement.points_per_child);
    if (line->judgement.verdict != TV_VERDICT_NONE)
        tv_cli_json_add_count (builder, "cases_allowed", line->judgement.n_cases_allowed);
}

/* Of the population, those who have no value for this indicator; told once, for the school. */
static void
add_without_value (JsonBuilder *builder, const TvRates *rates, const TvRateLine *line)
{
    if (line->split != TV_SPLIT_NONE)
        return;
    tv_cli_json_begin_array (builder, "excluded");
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        TvLeftOut reason = tv_rates_left_out (rates, child, line->indicator);

        if (child->left_out != TV_LEFT_OUT_NOT || reason == TV_LEFT_OUT_NOT)
            continue;
        json_builder_begin_object (builder);
        tv_cli_json_add_text (builder, "uid", child->uid);
        tv_cli_json_add_text (builder, "reason", tv_left_out_code (reason));
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
}

static void
add_line (JsonBuilder *builder, const TvRates *rates, const TvRateLine *line)
{
    json_builder_begin_object (builder);
    tv_cli_json_add_text (builder, "indicator", line->indicator->code);
    tv_cli_json_add_text (builder, "rule", line->indicator->rule);
    tv_cli_json_add_text (builder, "group", line->group_code);
    tv_cli_json_add_rate_members (builder, &line->rate);
    add_target (builder, line);
    tv_cli_json_begin_array (builder, "case_uids");
    for (guint i = 0; i < line->cases->len; i++)
        json_builder_add_string_value (
            builder, tv_rates_child (rates, g_array_index (line->cases, guint, i))->uid);
    json_builder_end_array (builder);
    add_without_value (builder, rates, line);
    json_builder_end_object (builder);
}

static void
add_choices (JsonBuilder *builder, const TvRates *rates)
{
    tv_cli_json_add_text (builder, "population",
                          rates->population == TV_POPULATION_UNDER_FIVE ? "under-five"
                                                                        : "school-age");
    tv_cli_json_add_text (builder, "interval",
                          rates->interval == TV_INTERVAL_LOGIT ? "logit" : "wilson");
    tv_cli_json_add_text (
        builder, "overweight_rule",
        tv_indicator_find (rates->population, rates->overweight_rule, TV_OVERWEIGHT)->rule);
}

static void
add_members (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    const TvRates *rates = facts->rates;

    tv_cli_json_add_text (builder, "school", rates->school->name);
    tv_cli_json_add_fact (builder, "practice", rates->school->is_practice);
    tv_cli_json_add_text (builder, "round", rates->round->code);
    add_choices (builder, rates);
    tv_cli_json_add_count (builder, "enrolled", rates->n_enrolled);
    tv_cli_json_add_count (builder, "measured", rates->n_measured);
    tv_cli_json_add_count (builder, "counted", rates->n_population);
    tv_cli_json_add_fact (builder, "coats_on", rates->has_coats_on);
    tv_cli_json_begin_array (builder, "lines");
    for (guint i = 0; i < rates->lines->len; i++)
        add_line (builder, rates, g_ptr_array_index (rates->lines, i));
    json_builder_end_array (builder);
    tv_cli_rates_add_children (builder, facts);
    tv_cli_rates_add_rounds (builder, facts);
    tv_cli_rates_add_measuring (builder, facts);
}

/**
 * tv_cli_rates_to_json:
 * @facts: of a round
 *
 * Returns: (transfer full): the rates with the uids of children
 */
char *
tv_cli_rates_to_json (const TvCliRatesFacts *facts)
{
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    g_autoptr (JsonGenerator) generator = json_generator_new ();
    g_autoptr (JsonNode) root = NULL;
    g_autofree char *text = NULL;

    json_builder_begin_object (builder);
    add_members (builder, facts);
    json_builder_end_object (builder);
    root = json_builder_get_root (builder);
    json_generator_set_root (generator, root);
    json_generator_set_pretty (generator, TRUE);
    text = json_generator_to_data (generator, NULL);
    return g_strconcat (text, "\n", NULL);
}
