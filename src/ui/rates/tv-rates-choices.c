/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be chosen at the head of the rates page, in the order of its drop-downs. */

#include "ui/rates/tv-rates-choices.h"

#include <glib/gi18n.h>

#define SPLIT_AT_FIRST 2

static const TvSplit splits_in_order[]
    = { TV_SPLIT_NONE, TV_SPLIT_GRADE, TV_SPLIT_CLASS, TV_SPLIT_SEX, TV_SPLIT_AGE };

/**
 * tv_rates_choices_fill:
 * @populations: gets both ages
 * @splits: gets all splits; classes are chosen
 */
void
tv_rates_choices_fill (GtkDropDown *populations, GtkDropDown *splits)
{
    const char *const words[] = { _ ("Under five years"), _ ("Five to nineteen years"), NULL };
    g_autoptr (GtkStringList) population_labels = gtk_string_list_new (words);
    g_autoptr (GtkStringList) split_labels = gtk_string_list_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (splits_in_order); i++)
        gtk_string_list_append (split_labels, tv_split_label (splits_in_order[i]));
    gtk_drop_down_set_model (populations, G_LIST_MODEL (population_labels));
    gtk_drop_down_set_model (splits, G_LIST_MODEL (split_labels));
    gtk_drop_down_set_selected (splits, SPLIT_AT_FIRST);
}

TvSplit
tv_rates_choices_get_split (GtkDropDown *splits)
{
    guint selected = gtk_drop_down_get_selected (splits);

    g_return_val_if_fail (selected < G_N_ELEMENTS (splits_in_order), TV_SPLIT_NONE);
    return splits_in_order[selected];
}

/**
 * tv_rates_choices_fill_indicators:
 * @indicators: gets those of the population of @rates
 * @chosen: stays chosen if it is among them
 */
void
tv_rates_choices_fill_indicators (GtkDropDown *indicators, const TvRates *rates,
                                  TvIndicatorId chosen)
{
    guint n, selected = 0;
    const TvIndicator *known = tv_indicators (rates->population, rates->overweight_rule, &n);
    g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

    for (guint i = 0; i < n; i++) {
        gtk_string_list_append (labels, tv_indicator_label (rates->population, known[i].id));
        if (known[i].id == chosen)
            selected = i;
    }
    gtk_drop_down_set_model (indicators, G_LIST_MODEL (labels));
    gtk_drop_down_set_selected (indicators, selected);
}

/**
 * tv_rates_choices_get_indicator:
 * @indicators: filled with those of @rates
 *
 * Returns: (transfer none): the chosen one
 */
const TvIndicator *
tv_rates_choices_get_indicator (GtkDropDown *indicators, const TvRates *rates)
{
    guint n, selected = gtk_drop_down_get_selected (indicators);
    const TvIndicator *known = tv_indicators (rates->population, rates->overweight_rule, &n);

    return selected < n ? &known[selected] : &known[0];
}
