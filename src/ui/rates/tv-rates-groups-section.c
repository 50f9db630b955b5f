/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rate itself. First what may be said of it and what not, then each group. */

#include "ui/rates/tv-rates-groups-section.h"

#include "base/tv-number.h"
#include "indicators/tv-rate-words.h"
#include "ui/rates/tv-rates-chart.h"
#include "ui/rates/tv-rates-children.h"
#include "ui/rates/tv-rates-table.h"
#include "ui/widgets/tv-drawing-view.h"
#include "ui/widgets/tv-text-window.h"
#include "ui/widgets/tv-width-first-layout.h"
#include "workflows/tv-rates-explain.h"
#include "workflows/tv-targets.h"

#include <glib/gi18n.h>

struct _TvRatesGroupsSection {
    GtkWidget parent_instance;

    TvWorkspace *workspace;
    TvRates *rates;

    GtkWidget *box;
    GtkWidget *verdict_box;
    GtkImage *verdict_icon;
    GtkLabel *verdict_label;
    GtkWidget *doubt_label;
    GtkLabel *sentence_label;
    GtkLabel *rule_label;
    GtkLabel *progress_label;
    GtkLabel *target_label;
    GtkLabel *no_target_label;
    GtkLabel *point_label;
    GtkLabel *allowance_label;
    GtkLabel *small_label;
    GtkLabel *coat_label;
    GtkLabel *width_label;
    GtkLabel *census_label;
    GtkLabel *uncertainty_label;
    GtkWidget *empty_label;
    GtkWidget *reading_box;
    GtkWidget *group_box;
    TvDrawingView *chart_view;
    TvRatesTable *table;
};

static void tv_rates_groups_section_section_init (TvRatesSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesGroupsSection, tv_rates_groups_section, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_RATES_SECTION,
                                                      tv_rates_groups_section_section_init))

static void
show_verdict (TvRatesGroupsSection *self, const TvJudgement *judgement)
{
    gboolean is_met = judgement->verdict == TV_VERDICT_MET;

    gtk_widget_set_visible (self->verdict_box, judgement->verdict != TV_VERDICT_NONE);
    gtk_widget_set_visible (self->doubt_label, !judgement->is_certain);
    gtk_label_set_label (self->verdict_label, tv_rates_say_verdict (self->rates, is_met));
    gtk_image_set_from_icon_name (self->verdict_icon,
                                  is_met ? "tv-met-symbolic" : "tv-not-met-symbolic");
    gtk_widget_remove_css_class (self->verdict_box, is_met ? "verdict-not-met" : "verdict-met");
    gtk_widget_add_css_class (self->verdict_box, is_met ? "verdict-met" : "verdict-not-met");
}

/* Says it, or nothing where there is nothing to say; takes the words. The widget that frames them
 * comes and goes with them. */
static gboolean
say (GtkLabel *label, GtkWidget *frame, char *words)
{
    gtk_label_set_label (label, words ? words : "");
    gtk_widget_set_visible (frame, words != NULL);
    g_free (words);
    return words != NULL;
}

static void
show_readings (TvRatesGroupsSection *self, const TvRateLine *whole)
{
    GtkWidget *census
        = gtk_widget_get_ancestor (GTK_WIDGET (self->census_label), GTK_TYPE_FLOW_BOX_CHILD);
    GtkWidget *uncertainty
        = gtk_widget_get_ancestor (GTK_WIDGET (self->uncertainty_label), GTK_TYPE_FLOW_BOX_CHILD);
    gboolean has_words = FALSE;

    has_words
        |= say (self->census_label, census, tv_rate_census_sentence (&whole->rate, whole->target));
    has_words |= say (self->uncertainty_label, uncertainty,
                      tv_rate_uncertainty_sentence (&whole->rate, whole->target));
    gtk_widget_set_visible (self->reading_box, has_words);
}

/* The coat weighs on the scales, not on the board. */
static char *
write_coats (const TvRates *rates, const TvIndicator *indicator)
{
    if (!rates->has_coats_on || indicator->kind == TV_Z_HEIGHT_FOR_AGE)
        return NULL;
    return g_strdup (_ ("Some children were weighed with the coat on: weights are high."));
}

/* Where WHO's interval has no width, somebody might take the rate for certain. */
static char *
write_width (const TvRates *rates, const TvRate *rate)
{
    g_autofree char *lower = NULL, *upper = NULL;
    TvRate wilson;

    if (rates->interval != TV_INTERVAL_LOGIT || rate->n == 0
        || (rate->n_cases > 0 && rate->n_cases < rate->n))
        return NULL;
    tv_rate_init (&wilson, TV_INTERVAL_WILSON, rate->n_cases, rate->n, rate->n);
    lower = tv_number_format (wilson.lower, 1);
    upper = tv_number_format (wilson.upper, 1);
    /* Translators: a confidence interval, from and to, in percent */
    return g_strdup_printf (_ ("The logit interval has no width where nobody or everybody is a "
                               "case; that does not make the rate certain. Wilson’s interval is "
                               "%s–%s\u00a0%%."),
                            lower, upper);
}

static void
show_words (TvRatesGroupsSection *self, const TvRateLine *whole)
{
    const TvRate *rate = &whole->rate;
    g_autofree char *sentence = tv_rate_count_sentence (rate, whole->target);
    g_autofree char *rule = tv_indicator_rule_label (whole->indicator);
    gboolean is_small;

    is_small = say (self->small_label, gtk_widget_get_parent (GTK_WIDGET (self->small_label)),
                    tv_rate_small_sentence (rate));
    show_verdict (self, &whole->judgement);
    gtk_label_set_label (self->sentence_label, sentence);
    gtk_label_set_label (self->rule_label, rule);
    say (self->target_label, GTK_WIDGET (self->target_label),
         whole->target ? tv_target_say_origin (whole->target) : NULL);
    say (self->progress_label, GTK_WIDGET (self->progress_label),
         tv_rates_progress_sentence (self->rates));
    say (self->no_target_label, gtk_widget_get_parent (GTK_WIDGET (self->no_target_label)),
         tv_rates_targets_sentence (self->rates));
    say (self->point_label, GTK_WIDGET (self->point_label),
         is_small ? NULL : tv_rate_point_sentence (rate, self->rates->population));
    say (self->allowance_label, GTK_WIDGET (self->allowance_label),
         whole->target ? tv_rate_allowance_sentence (rate, whole->target) : NULL);
    say (self->coat_label, gtk_widget_get_parent (GTK_WIDGET (self->coat_label)),
         write_coats (self->rates, whole->indicator));
    say (self->width_label, gtk_widget_get_parent (GTK_WIDGET (self->width_label)),
         write_width (self->rates, rate));
    show_readings (self, whole);
}

static void
tv_rates_groups_section_show (TvRatesSection *section, const TvRatesShown *shown)
{
    TvRatesGroupsSection *self = TV_RATES_GROUPS_SECTION (section);
    const TvRateLine *whole = tv_rates_find (shown->rates, shown->indicator->id, "All");

    g_set_object (&self->workspace, shown->workspace);
    tv_rates_ref (shown->rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = shown->rates;
    if (!whole)
        return;
    show_words (self, whole);
    gtk_widget_set_visible (self->empty_label, whole->rate.n == 0);
    gtk_widget_set_visible (self->group_box, whole->rate.n > 0);
    tv_rates_table_show (self->table, shown);
    tv_rates_chart_show (self->chart_view, shown);
}

static void
line_wanted_cb (TvRatesGroupsSection *self, guint position)
{
    const TvRateLine *line = tv_rates_table_get_line (self->table, position);

    if (line)
        tv_rates_open_cases (self->rates, line, self->workspace);
}

static void
why_wanted_cb (TvRatesGroupsSection *self, guint position)
{
    const TvRateLine *line = tv_rates_table_get_line (self->table, position);
    g_autofree char *text = line ? tv_rates_explain (self->rates, line) : NULL;
    g_autofree char *title = NULL;

    if (!line)
        return;
    /* Translators: an indicator and the group it was counted in, heading a list of children. */
    title = g_strdup_printf (_ ("%s, %s"),
                             tv_indicator_label (self->rates->population, line->indicator->id),
                             line->group);
    tv_text_window_present (GTK_WIDGET (self), title, text);
}

static void
tv_rates_groups_section_dispose (GObject *object)
{
    TvRatesGroupsSection *self = TV_RATES_GROUPS_SECTION (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_GROUPS_SECTION);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->rates, tv_rates_unref);
    G_OBJECT_CLASS (tv_rates_groups_section_parent_class)->dispose (object);
}

static void
tv_rates_groups_section_section_init (TvRatesSectionInterface *iface)
{
    iface->show = tv_rates_groups_section_show;
}

static void
tv_rates_groups_section_class_init (TvRatesGroupsSectionClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_groups_section_dispose;
    g_type_ensure (TV_TYPE_DRAWING_VIEW);
    g_type_ensure (TV_TYPE_RATES_TABLE);
    gtk_widget_class_set_layout_manager_type (widget_class, TV_TYPE_WIDTH_FIRST_LAYOUT);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-groups-section.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, allowance_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, census_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, chart_view);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, coat_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, doubt_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, empty_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, group_box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, no_target_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, point_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, progress_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, reading_box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, rule_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, sentence_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, small_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, table);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, target_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, uncertainty_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, verdict_box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, verdict_icon);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, verdict_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesGroupsSection, width_label);
    gtk_widget_class_bind_template_callback (widget_class, line_wanted_cb);
    gtk_widget_class_bind_template_callback (widget_class, why_wanted_cb);
}

static void
tv_rates_groups_section_init (TvRatesGroupsSection *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_rates_groups_section_new:
 *
 * Returns: (transfer floating): the part of the page
 */
GtkWidget *
tv_rates_groups_section_new (void)
{
    return g_object_new (TV_TYPE_RATES_GROUPS_SECTION, NULL);
}
