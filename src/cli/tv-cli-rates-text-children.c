/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands behind the rates, for people: both countings, who is not counted, who has another
 * class at completed months, the same children in the round before, and how well it was measured.
 */

#include "cli/tv-cli-rates-format.h"

#include "base/tv-number.h"
#include "workflows/tv-rates-parts.h"
#include "workflows/tv-rates-quality.h"

#include <glib/gi18n.h>

static void
append_count (GString *text, const char *label, guint n, guint n_whole)
{
    g_autofree char *percent = n_whole > 0 ? tv_number_format (100.0 * n / n_whole, 1) : NULL;

    g_string_append (text, "  ");
    if (percent)
        /* Translators: "Only stunted", 4 of 118, 3.4 */
        g_string_append_printf (text, _ ("%s: %u of %u (%s %%)"), label, n, n_whole, percent);
    else
        g_string_append_printf (text, "%s: 0", label);
    g_string_append_c (text, '\n');
}

static void
append_overlap (GString *text, const TvRates *rates)
{
    TvOverlap overlap;

    tv_rates_count_overlap (rates, NULL, &overlap);
    g_string_append_printf (text, "\n%s\n", _ ("Both countings:"));
    append_count (text, _ ("At least one form of malnutrition, each child once"),
                  tv_overlap_count_any (&overlap), overlap.n);
    for (guint forms = 1; forms < TV_OVERLAP_N_PARTS; forms++) {
        g_autofree char *label = tv_overlap_part_label (forms, rates->population);

        if (overlap.n_parts[forms] > 0)
            append_count (text, label, overlap.n_parts[forms], overlap.n);
    }
    g_string_append_printf (
        text, "  %s\n",
        _ ("Each child stands in one of these lines only, so they add up to the first line."));
    append_count (text, _ ("Stunted and overweight at once"), overlap.n_double_cases,
                  overlap.n_double);
}

static void
append_left_out (GString *text, const TvRates *rates)
{
    g_string_append_printf (text, "\n%s\n", _ ("Not counted:"));
    for (int reason = TV_LEFT_OUT_NOT_MEASURED; reason <= TV_LEFT_OUT_NOT_ENROLLED; reason++) {
        guint n = 0;

        for (guint i = 0; i < rates->children->len; i++)
            n += tv_rates_child (rates, i)->left_out == (TvLeftOut) reason;
        if (n > 0)
            g_string_append_printf (text, "  %s: %u\n", tv_left_out_label ((TvLeftOut) reason), n);
    }
}

static void
append_difference (GString *text, const TvRates *rates, const TvMonthsDifference *difference)
{
    g_string_append (text, "  ");
    g_string_append_printf (
        text,
        /* Translators: name of a child, "height-for-age", class by the exact day, class by
         * completed months, how many months */
        _ ("%1$s, %2$s: %3$s by the exact day, %4$s by %5$d completed months"),
        tv_rates_child (rates, difference->child)->name, tv_z_kind_label (difference->kind),
        tv_growth_class_label (difference->exact_class),
        tv_growth_class_label (difference->months_class), difference->completed_months);
    g_string_append_c (text, '\n');
}

static void
append_months (GString *text, const TvCliRatesFacts *facts)
{
    const TvMonthsReading *months = facts->months;

    g_string_append_printf (text, "\n%s\n",
                            _ ("Read at completed months, as charts on paper are:"));
    g_string_append_printf (text, "  ");
    g_string_append_printf (text,
                            ngettext ("%u child has another class than by the exact day. The "
                                      "exact day counts.",
                                      "%u children have another class than by the exact day. The "
                                      "exact day counts.",
                                      months->n_children),
                            months->n_children);
    g_string_append_c (text, '\n');
    for (guint i = 0; i < months->differences->len; i++)
        append_difference (text, facts->rates,
                           &g_array_index (months->differences, TvMonthsDifference, i));
}

/**
 * tv_cli_rates_append_children:
 * @facts: of a round
 *
 * Appends both countings, who is not counted, and the reading at completed months.
 */
void
tv_cli_rates_append_children (GString *text, const TvCliRatesFacts *facts)
{
    append_overlap (text, facts->rates);
    append_left_out (text, facts->rates);
    append_months (text, facts);
}

static void
append_comparison (GString *text, const char *label, const TvRateComparison *comparison)
{
    g_auto (GStrv) sentences = tv_transition_sentences (&comparison->transition);

    g_string_append_printf (text, "  %s\n", label);
    for (guint i = 0; sentences[i]; i++)
        g_string_append_printf (text, "    %s\n", sentences[i]);
}

static void
append_turned_five (GString *text, const TvCliRatesFacts *facts, const GArray *ids)
{
    g_string_append (text, "  ");
    g_string_append_printf (text,
                            ngettext ("%u child has turned five since then.",
                                      "%u children have turned five since then.", ids->len),
                            ids->len);
    g_string_append_c (text, '\n');
    for (guint i = 0; i < ids->len; i++) {
        const TvRateChild *child = tv_cli_rates_facts_find (facts, g_array_index (ids, gint64, i));

        if (child)
            g_string_append_printf (text, "    %s\n", child->name);
    }
}

static void
append_past (GString *text, const TvCliRatesFacts *facts)
{
    const TvRates *rates = facts->rates;
    g_autoptr (TvRateComparison) whole = tv_cli_rates_facts_compare (facts, NULL);
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (rates->population, rates->overweight_rule, &n_indicators);

    if (!whole)
        return;
    g_string_append_c (text, '\n');
    /* Translators: %s is the name of a round */
    g_string_append_printf (text, _ ("The same children since %s:"), whole->before->name);
    g_string_append_c (text, '\n');
    append_comparison (text, _ ("Malnutrition of any form"), whole);
    for (guint i = 0; i < n_indicators; i++) {
        g_autoptr (TvRateComparison) one = tv_cli_rates_facts_compare (facts, &indicators[i]);

        if (one && one->transition.before.n_cases + one->transition.now.n_cases > 0)
            append_comparison (text, tv_indicator_label (rates->population, indicators[i].id), one);
    }
    append_turned_five (text, facts, whole->turned_five);
}

static void
append_quality (GString *text, const TvCliRatesFacts *facts)
{
    const TvQualityLine *line = g_ptr_array_index (facts->quality, 0);
    g_auto (GStrv) remarks = tv_measuring_quality_remarks (&line->quality);

    g_string_append_printf (text, "\n%s\n", _ ("Quality of measuring:"));
    for (guint i = 0; remarks[i]; i++)
        g_string_append_printf (text, "  %s\n", remarks[i]);
    if (!remarks[0])
        g_string_append_printf (text, "  %s\n", _ ("Nothing is odd about these values."));
}

/**
 * tv_cli_rates_append_change:
 * @facts: of a round
 *
 * Appends the same children in the round before, and how well this one was measured.
 */
void
tv_cli_rates_append_change (GString *text, const TvCliRatesFacts *facts)
{
    append_past (text, facts);
    append_quality (text, facts);
}
