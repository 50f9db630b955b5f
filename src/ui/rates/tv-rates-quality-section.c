/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The quality of measuring has neither indicator nor split: it is worked out anew only where the
 * round or its history is another one. */

#include "ui/rates/tv-rates-quality-section.h"

#include "ui/widgets/tv-quality-view.h"
#include "ui/widgets/tv-width-first-layout.h"
#include "workflows/tv-rates-quality.h"

struct _TvRatesQualitySection {
    GtkWidget parent_instance;
    TvWorkspace *workspace;
    TvRates *rates;         /* that the view shows */
    TvRateHistory *history; /* (nullable) */

    TvQualityView *quality_view;
};

static void tv_rates_quality_section_section_init (TvRatesSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesQualitySection, tv_rates_quality_section, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_RATES_SECTION,
                                                      tv_rates_quality_section_section_init))

static void
take_shown (TvRatesQualitySection *self, const TvRatesShown *shown)
{
    tv_rates_ref (shown->rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = shown->rates;
    if (shown->history)
        tv_rate_history_ref (shown->history);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    self->history = shown->history;
}

static void
tv_rates_quality_section_show (TvRatesSection *section, const TvRatesShown *shown)
{
    TvRatesQualitySection *self = TV_RATES_QUALITY_SECTION (section);
    const TvRateRound *before = NULL;
    g_autoptr (GPtrArray) lines = NULL;

    g_set_object (&self->workspace, shown->workspace);
    if (self->rates == shown->rates && self->history == shown->history)
        return;
    take_shown (self, shown);
    if (self->history && self->rates->round)
        tv_rate_history_find (self->history, self->rates->round->code, &before);
    lines = tv_rates_check_quality (self->rates, before);
    tv_quality_view_show (self->quality_view, lines);
}

static void
tv_rates_quality_section_section_init (TvRatesSectionInterface *iface)
{
    iface->show = tv_rates_quality_section_show;
}

static void
children_wanted_cb (TvRatesQualitySection *self, const char *title, const GArray *ids)
{
    tv_workspace_show_children_of_round (self->workspace, title, self->rates->round,
                                         (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
tv_rates_quality_section_dispose (GObject *object)
{
    TvRatesQualitySection *self = TV_RATES_QUALITY_SECTION (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_QUALITY_SECTION);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    G_OBJECT_CLASS (tv_rates_quality_section_parent_class)->dispose (object);
}

static void
tv_rates_quality_section_class_init (TvRatesQualitySectionClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_quality_section_dispose;
    g_type_ensure (TV_TYPE_QUALITY_VIEW);
    g_type_ensure (TV_TYPE_WIDTH_FIRST_LAYOUT);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-quality-section.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesQualitySection, quality_view);
    gtk_widget_class_bind_template_callback (widget_class, children_wanted_cb);
}

static void
tv_rates_quality_section_init (TvRatesQualitySection *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tv_rates_quality_section_new (void)
{
    return g_object_new (TV_TYPE_RATES_QUALITY_SECTION, NULL);
}
