/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the values lie and how well they were taken, in JSON. */

#include "cli/tv-cli-json.h"
#include "cli/tv-cli-rates-format.h"
#include "growth/tv-growth-class.h"
#include "workflows/tv-rates-parts.h"
#include "workflows/tv-rates-quality.h"

static void
add_bins (JsonBuilder *builder, const TvZDistribution *distribution)
{
    tv_cli_json_begin_array (builder, "bins");
    for (guint bin = 0; bin < TV_Z_N_BINS; bin++) {
        int from = TV_Z_FIRST_BIN + (int) bin * TV_Z_BIN_WIDTH;

        json_builder_begin_object (builder);
        tv_cli_json_add_number (builder, "from", from / 100.0);
        tv_cli_json_add_number (builder, "to", (from + TV_Z_BIN_WIDTH) / 100.0);
        tv_cli_json_add_count (builder, "n", distribution->counts[bin]);
        tv_cli_json_add_number (builder, "expected_percent",
                                tv_z_distribution_expected_percent (bin));
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
}

static void
add_distribution_members (JsonBuilder *builder, TvZKind kind, const TvZDistribution *distribution)
{
    tv_cli_json_add_text (builder, "z", tv_z_kind_code (kind));
    tv_cli_json_add_count (builder, "n", distribution->n);
    tv_cli_json_add_count (builder, "flagged", distribution->n_flagged);
    tv_cli_json_add_number (builder, "mean", distribution->mean);
    tv_cli_json_add_number (builder, "mean_lower", distribution->mean_lower);
    tv_cli_json_add_number (builder, "mean_upper", distribution->mean_upper);
    tv_cli_json_add_number (builder, "sd", distribution->sd);
}

static void
add_distribution (JsonBuilder *builder, const TvRates *rates)
{
    tv_cli_json_begin_array (builder, "distribution");
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
        TvZDistribution distribution;

        tv_rates_distribute (rates, NULL, kind, &distribution);
        json_builder_begin_object (builder);
        add_distribution_members (builder, kind, &distribution);
        add_bins (builder, &distribution);
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
}

static void
add_digits (JsonBuilder *builder, const char *name, const TvDigitPattern *pattern)
{
    tv_cli_json_begin_object (builder, name);
    tv_cli_json_add_count (builder, "n", pattern->n);
    tv_cli_json_begin_array (builder, "digits");
    for (guint i = 0; i < G_N_ELEMENTS (pattern->digits); i++)
        json_builder_add_int_value (builder, pattern->digits[i]);
    json_builder_end_array (builder);
    tv_cli_json_add_count (builder, "whole", pattern->n_whole);
    tv_cli_json_add_number (builder, "score", pattern->score);
    tv_cli_json_add_number (builder, "score_limit", pattern->score_limit);
    tv_cli_json_add_fact (builder, "uneven", pattern->is_uneven);
    json_builder_end_object (builder);
}

static void
add_spreads (JsonBuilder *builder, const TvMeasuringQuality *quality)
{
    tv_cli_json_begin_array (builder, "z");
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
        json_builder_begin_object (builder);
        add_distribution_members (builder, kind, &quality->z[kind]);
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
}

/* "missing_uids" and the like: behind each figure that stands for children. */
static void
add_lists (JsonBuilder *builder, const TvCliRatesFacts *facts, const TvQualityLine *line)
{
    static const struct {
        const char *name;
        TvQualityCounts counts;
    } lists[] = {
        { "children_uids", TV_QUALITY_TO_MEASURE }, { "missing_uids", TV_QUALITY_MISSING },
        { "whole_kg_uids", TV_QUALITY_WHOLE_KG },   { "whole_cm_uids", TV_QUALITY_WHOLE_CM },
        { "scored_uids", TV_QUALITY_SCORED },       { "flagged_uids", TV_QUALITY_FLAGGED },
        { "compared_uids", TV_QUALITY_COMPARED },   { "repeated_uids", TV_QUALITY_REPEATED },
    };

    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        g_autoptr (GArray) ids = tv_quality_line_list (line, lists[i].counts);

        tv_cli_rates_add_uids (builder, lists[i].name, facts, ids);
    }
}

static void
add_quality_line (JsonBuilder *builder, const TvCliRatesFacts *facts, const TvQualityLine *line)
{
    static const char *const splits[] = { "round", "class", "measurer" };
    const TvMeasuringQuality *quality = &line->quality;
    g_auto (GStrv) remarks = tv_measuring_quality_remarks (quality);

    json_builder_begin_object (builder);
    tv_cli_json_add_text (builder, "of", splits[line->split]);
    tv_cli_json_add_text (builder, "group",
                          line->split == TV_QUALITY_OF_ROUND ? "All" : line->group);
    tv_cli_json_add_count (builder, "children", quality->n_children);
    tv_cli_json_add_count (builder, "missing", quality->n_missing);
    add_digits (builder, "weight", &quality->weight);
    add_digits (builder, "height", &quality->height);
    add_spreads (builder, quality);
    tv_cli_json_add_count (builder, "scored", quality->n_scored);
    tv_cli_json_add_count (builder, "flagged", quality->n_flagged);
    tv_cli_json_add_count (builder, "compared", quality->n_compared);
    tv_cli_json_add_count (builder, "repeated", quality->n_repeated);
    add_lists (builder, facts, line);
    tv_cli_json_begin_array (builder, "remarks");
    for (guint i = 0; remarks[i]; i++)
        json_builder_add_string_value (builder, remarks[i]);
    json_builder_end_array (builder);
    json_builder_end_object (builder);
}

/**
 * tv_cli_rates_add_measuring:
 * @facts: of a round
 *
 * Adds the members "distribution" and "quality".
 */
void
tv_cli_rates_add_measuring (JsonBuilder *builder, const TvCliRatesFacts *facts)
{
    add_distribution (builder, facts->rates);
    tv_cli_json_begin_array (builder, "quality");
    for (guint i = 0; i < facts->quality->len; i++)
        add_quality_line (builder, facts, g_ptr_array_index (facts->quality, i));
    json_builder_end_array (builder);
}
