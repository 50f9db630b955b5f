/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the first page shows of what was worked out. */

#include "ui/overview/tv-overview-page-private.h"

#include "ui/overview/tv-overview-facts.h"
#include "ui/overview/tv-rate-card.h"

#include <glib/gi18n.h>

static void
remove_children (GtkWidget *box)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (box))) {
        if (GTK_IS_FLOW_BOX (box))
            gtk_flow_box_remove (GTK_FLOW_BOX (box), child);
        else
            gtk_list_box_remove (GTK_LIST_BOX (box), child);
    }
}

static void
show_cards (TvOverviewPage *self)
{
    const TvRates *rates = self->overview->rates;
    guint n_cards = 0;

    remove_children (GTK_WIDGET (self->card_box));
    for (guint i = 0; rates && i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        GtkWidget *child;

        if (!tv_overview_facts_has_card (rates, line))
            continue;
        gtk_flow_box_append (self->card_box,
                             tv_rate_card_new (self->workspace, self->overview, line));
        child = gtk_widget_get_last_child (GTK_WIDGET (self->card_box));
        gtk_widget_set_focusable (child, FALSE);
        n_cards++;
    }
    gtk_flow_box_set_max_children_per_line (self->card_box, MAX (n_cards, 1));
    gtk_widget_set_visible (GTK_WIDGET (self->card_box), rates != NULL);
}

static void
show_sentence (GtkLabel *label, GtkWidget *shown, const char *sentence)
{
    gtk_label_set_label (label, sentence ? sentence : "");
    gtk_widget_set_visible (shown, sentence != NULL);
}

static void
show_sentences (TvOverviewPage *self)
{
    const TvRates *rates = self->overview->rates;
    g_autofree char *small = rates ? tv_overview_facts_write_small (rates) : NULL;
    g_autofree char *rule = rates ? tv_overview_facts_write_rule (rates) : NULL;
    g_autofree char *no_target = rates ? tv_rates_targets_sentence (rates) : NULL;

    show_sentence (self->small_label, self->small_box, small);
    show_sentence (self->rule_label, GTK_WIDGET (self->rule_label), rule);
    show_sentence (self->no_target_label, self->no_target_box, no_target);
}

/**
 * _tv_overview_page_show_figures:
 *
 * Shows the cards and what has to be known to read them.
 */
void
_tv_overview_page_show_figures (TvOverviewPage *self)
{
    show_cards (self);
    show_sentences (self);
}

static void
show_heading (TvOverviewPage *self)
{
    const TvRates *rates = self->overview->rates;
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    g_autofree char *year_name = year ? tv_school_year_name (year->first_year) : NULL;
    guint n_students = self->gaps ? self->gaps->n_students : 0;
    guint n_measured = rates ? rates->n_measured - rates->n_half_measured : 0;
    g_autofree char *heading = NULL, *measured = NULL;

    if (rates) {
        heading = g_strdup (rates->round->name);
        /* Translators: how many of the children were measured in this round */
        measured = g_strdup_printf (ngettext ("%u of %u child has been measured in this round",
                                              "%u of %u children have been measured in this round",
                                              rates->n_enrolled),
                                    n_measured, rates->n_enrolled);
    } else {
        /* Translators: %s is such as 2026-2027 */
        heading = g_strdup_printf (_ ("School year %s"), year_name ? year_name : "");
        measured = g_strdup_printf (ngettext ("%u child", "%u children", n_students), n_students);
    }
    gtk_label_set_label (self->round_label, heading);
    gtk_label_set_label (self->measured_label, measured);
    gtk_widget_set_visible (self->no_round_box, rates == NULL);
    gtk_widget_set_visible (self->go_on_button,
                            rates && !rates->round->is_closed && n_measured < rates->n_enrolled);
}

static void
show_lists (TvOverviewPage *self)
{
    remove_children (GTK_WIDGET (self->care_list));
    remove_children (GTK_WIDGET (self->coverage_list));
    remove_children (GTK_WIDGET (self->deadline_list));
    tv_overview_facts_add_care (self->care_list, self->overview, self->gaps);
    tv_overview_facts_add_coverage (self->coverage_list, self->overview, self->gaps);
    tv_overview_facts_add_deadlines (self->deadline_list, self->overview);
}

/* The figures first: they are known sooner than what the whole book lacks. */
void
_tv_overview_page_show_what_is_known (TvOverviewPage *self)
{
    gboolean is_empty = self->gaps && self->gaps->n_students == 0;

    if (!self->overview || (!self->overview->rates && !self->gaps))
        return;
    if (!self->overview->rates && is_empty) {
        gtk_stack_set_visible_child_name (self->stack, "no-children");
        return;
    }
    show_heading (self);
    if (self->gaps)
        show_lists (self);
    gtk_widget_set_visible (GTK_WIDGET (self->list_box), self->gaps != NULL);
    gtk_stack_set_visible_child_name (self->stack, "figures");
}
