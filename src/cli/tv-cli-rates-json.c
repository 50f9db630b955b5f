/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates as JSON, with the children behind each count and each child that is left out. */

#include "cli/tv-cli-rates-format.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
    json_builder_set_member_name (builder, name);
    json_builder_add_string_value (builder, value);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 value)
{
    json_builder_set_member_name (builder, name);
    json_builder_add_int_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
    json_builder_set_member_name (builder, name);
    if (isnan (value))
        json_builder_add_null_value (builder);
    else
        json_builder_add_double_value (builder, value);
}

static void
add_fact (JsonBuilder *builder, const char *name, gboolean value)
{
    json_builder_set_member_name (builder, name);
    json_builder_add_boolean_value (builder, value);
}

static void
add_left_out (JsonBuilder *builder, const TvRateChild *child, TvLeftOut reason)
{
    json_builder_begin_object (builder);
    add_text (builder, "uid", child->uid);
    add_text (builder, "reason", tv_left_out_code (reason));
    json_builder_end_object (builder);
}

static void
add_target (JsonBuilder *builder, const TvRateLine *line)
{
    if (!line->target)
        return;
    json_builder_set_member_name (builder, "target");
    json_builder_begin_object (builder);
    add_text (builder, "code", line->target->code);
    add_number (builder, "value", (double) line->target->value_thousandths / 1000);
    add_text (builder, "direction", tv_direction_code (line->target->direction));
    json_builder_end_object (builder);
    add_text (builder, "verdict", tv_verdict_code (line->judgement.verdict));
    add_fact (builder, "certain", line->judgement.is_certain);
}

/* Of the population, those who have no value for this indicator; told once, for the school. */
static void
add_without_value (JsonBuilder *builder, const TvRates *rates, const TvRateLine *line)
{
    if (line->split != TV_SPLIT_NONE)
        return;
    json_builder_set_member_name (builder, "excluded");
    json_builder_begin_array (builder);
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        TvLeftOut reason = tv_rates_left_out (rates, child, line->indicator);

        if (child->left_out == TV_LEFT_OUT_NOT && reason != TV_LEFT_OUT_NOT)
            add_left_out (builder, child, reason);
    }
    json_builder_end_array (builder);
}

static void
add_line (JsonBuilder *builder, const TvRates *rates, const TvRateLine *line)
{
    json_builder_begin_object (builder);
    add_text (builder, "indicator", line->indicator->code);
    add_text (builder, "rule", line->indicator->rule);
    add_text (builder, "group", line->group_code);
    add_count (builder, "n", line->rate.n);
    add_count (builder, "cases", line->rate.n_cases);
    add_number (builder, "percent", line->rate.percent);
    add_number (builder, "lower", line->rate.lower);
    add_number (builder, "upper", line->rate.upper);
    add_target (builder, line);
    json_builder_set_member_name (builder, "case_uids");
    json_builder_begin_array (builder);
    for (guint i = 0; i < line->cases->len; i++)
        json_builder_add_string_value (
            builder, tv_rates_child (rates, g_array_index (line->cases, guint, i))->uid);
    json_builder_end_array (builder);
    add_without_value (builder, rates, line);
    json_builder_end_object (builder);
}

static void
add_members (JsonBuilder *builder, const TvRates *rates)
{
    add_text (builder, "school", rates->school->name);
    add_fact (builder, "practice", rates->school->is_practice);
    add_text (builder, "round", rates->round->code);
    add_text (builder, "population",
              rates->population == TV_POPULATION_UNDER_FIVE ? "under-five" : "school-age");
    add_count (builder, "enrolled", rates->n_enrolled);
    add_count (builder, "measured", rates->n_measured);
    add_count (builder, "counted", rates->n_population);
    add_fact (builder, "coats_on", rates->has_coats_on);
    json_builder_set_member_name (builder, "lines");
    json_builder_begin_array (builder);
    for (guint i = 0; i < rates->lines->len; i++)
        add_line (builder, rates, g_ptr_array_index (rates->lines, i));
    json_builder_end_array (builder);
    json_builder_set_member_name (builder, "excluded");
    json_builder_begin_array (builder);
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (child->left_out != TV_LEFT_OUT_NOT)
            add_left_out (builder, child, child->left_out);
    }
    json_builder_end_array (builder);
}

/**
 * tv_cli_rates_to_json:
 * @rates: of a round
 *
 * Returns: (transfer full): the rates with the uids of children
 */
char *
tv_cli_rates_to_json (const TvRates *rates)
{
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    g_autoptr (JsonGenerator) generator = json_generator_new ();
    g_autoptr (JsonNode) root = NULL;
    g_autofree char *text = NULL;

    json_builder_begin_object (builder);
    add_members (builder, rates);
    json_builder_end_object (builder);
    root = json_builder_get_root (builder);
    json_generator_set_root (generator, root);
    json_generator_set_pretty (generator, TRUE);
    text = json_generator_to_data (generator, NULL);
    return g_strconcat (text, "\n", NULL);
}
