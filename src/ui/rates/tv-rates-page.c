/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates: the choices at the head, and under them the parts that show what was chosen. What the book
 * says is kept for every choice, so that choosing reads nothing. */

#include "ui/rates/tv-rates-page.h"

#include "ui/rates/tv-rates-choices.h"
#include "ui/rates/tv-rates-kept.h"
#include "ui/rates/tv-rates-loader.h"
#include "ui/rates/tv-rates-rounds.h"
#include "ui/rates/tv-rates-section.h"
#include "ui/rates/tv-rates-sections.h"
#include "ui/rates/tv-rates-turning.h"
#include "ui/shell/tv-page.h"
#include "ui/widgets/tv-wheel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TvRatesPage {
    GtkWidget parent_instance;
    TvWorkspace *workspace;
    TvRatesLoader *loader;
    TvRates *rates;         /* what is shown; NULL until something was read */
    TvRateHistory *history; /* what is shown of it */
    gboolean is_filling;    /* the choices, so that their signals mean nothing */
    gboolean is_stale;      /* something changed while the page was not to be seen */

    GtkStack *stack;
    GtkDropDown *population_drop_down;
    GtkDropDown *indicator_drop_down;
    GtkDropDown *split_drop_down;
    GtkMenuButton *interval_button;
    GtkCheckButton *logit_check;
    GtkScrolledWindow *choices_window;
    GtkScrolledWindow *switcher_window;
    GtkWidget *switcher;
    GtkScrolledWindow *section_window;
    GtkStack *section_stack;
};

enum {
    PROP_0,
    PROP_WORKSPACE,
};

static void
tv_rates_page_page_init (TvPageInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesPage, tv_rates_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_rates_page_page_init))

static TvIntervalKind
chosen_interval (TvRatesPage *self)
{
    return gtk_check_button_get_active (self->logit_check) ? TV_INTERVAL_LOGIT : TV_INTERVAL_WILSON;
}

static void
show_section (TvRatesPage *self)
{
    GtkWidget *section = gtk_stack_get_visible_child (self->section_stack);
    TvRatesShown shown = { 0 };

    if (!self->rates || self->rates->n_measured == 0 || !section)
        return;
    shown.workspace = self->workspace;
    shown.rates = self->rates;
    shown.history = self->history;
    shown.indicator = tv_rates_choices_get_indicator (self->indicator_drop_down, self->rates);
    shown.split = tv_rates_choices_get_split (self->split_drop_down);
    shown.interval = self->rates->interval;
    tv_rates_section_show (TV_RATES_SECTION (section), &shown);
}

/* The list of indicators follows the population. */
static void
fill_indicators (TvRatesPage *self, TvIndicatorId chosen)
{
    self->is_filling = TRUE;
    tv_rates_choices_fill_indicators (self->indicator_drop_down, self->rates, chosen);
    gtk_drop_down_set_selected (self->population_drop_down, self->rates->population);
    self->is_filling = FALSE;
}

/* What was shown stays until there is something to show in its place. */
static void
take (TvRatesPage *self, TvRates *rates)
{
    TvIndicatorId indicator
        = self->rates ? tv_rates_choices_get_indicator (self->indicator_drop_down, self->rates)->id
                      : TV_UNDERWEIGHT;
    gboolean is_other = !self->rates || self->rates->population != rates->population;

    tv_rates_ref (rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = rates;
    if (is_other)
        fill_indicators (self, indicator);
    gtk_stack_set_visible_child_name (self->stack, rates->n_measured == 0 ? "empty" : "rates");
}

static void
show_choice (TvRatesPage *self)
{
    TvPopulation population
        = self->rates ? (TvPopulation) gtk_drop_down_get_selected (self->population_drop_down)
                      : TV_POPULATION_BY_SCHOOL;
    TvRates *rates = tv_rates_loader_want (self->loader, population, chosen_interval (self));
    TvRateHistory *history = tv_rates_loader_get_history (self->loader);

    if (!rates || (rates == self->rates && history == self->history))
        return;
    if (history)
        tv_rate_history_ref (history);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    self->history = history;
    if (rates != self->rates)
        take (self, rates);
    show_section (self);
}

static void
failed_cb (TvRatesPage *self, const GError *error)
{
    tv_workspace_tell_error (self->workspace, error);
}

static void
load (TvRatesPage *self)
{
    TvStore *store = tv_workspace_get_store (self->workspace);
    TvRound *round = tv_workspace_get_round (self->workspace);
    g_auto (GStrv) next = NULL;

    self->is_stale = FALSE;
    tv_rates_loader_stop (self->loader);
    if (!store)
        return;
    if (!round || round->kind != TV_ROUND_REGULAR) {
        gtk_stack_set_visible_child_name (self->stack, round ? "no-rates" : "no-round");
        return;
    }
    if (self->rates)
        gtk_stack_set_visible_child_name (self->stack,
                                          self->rates->n_measured == 0 ? "empty" : "rates");
    next = tv_rates_list_next_rounds (self->workspace, TV_RATES_KEPT_ROUNDS - 1);
    tv_rates_loader_start (self->loader, store, round->code, (const char *const *) next);
    show_choice (self);
}

/* Rates are worked out only while somebody looks. */
static void
load_when_seen (TvRatesPage *self)
{
    self->is_stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        load (self);
}

static void
make_loader (TvRatesPage *self)
{
    if (self->loader)
        tv_rates_loader_stop (self->loader);
    g_clear_object (&self->loader);
    self->loader = tv_rates_loader_new ();
    g_signal_connect_object (self->loader, "arrived", G_CALLBACK (show_choice), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
store_changed_cb (TvRatesPage *self)
{
    make_loader (self);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    gtk_stack_set_visible_child_name (self->stack, "loading");
    load_when_seen (self);
}

static void
book_changed_cb (TvRatesPage *self, guint topics)
{
    tv_rates_loader_forget (self->loader);
    load_when_seen (self);
}

static void
population_changed_cb (TvRatesPage *self)
{
    if (!self->is_filling && self->rates)
        show_choice (self);
}

static void
section_choice_changed_cb (TvRatesPage *self)
{
    if (!self->is_filling)
        show_section (self);
}

/* What would change nothing cannot be chosen. */
static void
offer_choices (TvRatesPage *self)
{
    TvRatesChoices choices = tv_rates_sections_get_choices (self->section_stack);

    gtk_widget_set_sensitive (GTK_WIDGET (self->population_drop_down),
                              choices & TV_RATES_CHOICE_POPULATION);
    gtk_widget_set_sensitive (GTK_WIDGET (self->indicator_drop_down),
                              choices & TV_RATES_CHOICE_INDICATOR);
    gtk_widget_set_sensitive (GTK_WIDGET (self->split_drop_down), choices & TV_RATES_CHOICE_SPLIT);
    gtk_widget_set_sensitive (GTK_WIDGET (self->interval_button),
                              choices & TV_RATES_CHOICE_INTERVAL);
}

static void
section_changed_cb (TvRatesPage *self)
{
    GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->section_window);

    if (self->is_filling)
        return;
    show_section (self);
    offer_choices (self);
    gtk_adjustment_set_value (adjustment, 0);
    tv_rates_turning_show_button (self->switcher, self->section_stack,
                                  gtk_scrolled_window_get_hadjustment (self->switcher_window));
}

static void
interval_changed_cb (TvRatesPage *self)
{
    /* Translators: the usual way to work out the interval, named after its author. */
    const char *wilson = C_ ("interval", "Wilson");
    /* Translators: the other way to work out the interval, that of WHO's software. */
    const char *logit = C_ ("interval", "Logit (WHO)");

    gtk_menu_button_set_label (self->interval_button,
                               chosen_interval (self) == TV_INTERVAL_LOGIT ? logit : wilson);
    if (!self->is_filling && self->rates)
        show_choice (self);
}

static void
measure_clicked_cb (TvRatesPage *self)
{
    tv_workspace_open_page (self->workspace, "measuring");
}

static void
tv_rates_page_map (GtkWidget *widget)
{
    TvRatesPage *self = TV_RATES_PAGE (widget);

    GTK_WIDGET_CLASS (tv_rates_page_parent_class)->map (widget);
    if (self->is_stale)
        load (self);
}

static void
tv_rates_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    TV_RATES_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
tv_rates_page_constructed (GObject *object)
{
    TvRatesPage *self = TV_RATES_PAGE (object);

    G_OBJECT_CLASS (tv_rates_page_parent_class)->constructed (object);
    g_signal_connect_object (self->workspace, "notify::store", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::round", G_CALLBACK (load_when_seen), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "changed", G_CALLBACK (book_changed_cb), self,
                             G_CONNECT_SWAPPED);
    load_when_seen (self);
}

static void
tv_rates_page_dispose (GObject *object)
{
    TvRatesPage *self = TV_RATES_PAGE (object);

    if (self->loader)
        tv_rates_loader_stop (self->loader);
    g_clear_object (&self->loader);
    self->is_filling = TRUE;
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_PAGE);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    G_OBJECT_CLASS (tv_rates_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, choices_window);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, indicator_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, interval_button);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, logit_check);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, population_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, section_stack);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, section_window);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, split_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, stack);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, switcher);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, switcher_window);
    gtk_widget_class_bind_template_callback (widget_class, interval_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, measure_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, population_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, section_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, section_choice_changed_cb);
}

static void
tv_rates_page_class_init (TvRatesPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    object_class->set_property = tv_rates_page_set_property;
    object_class->constructed = tv_rates_page_constructed;
    object_class->dispose = tv_rates_page_dispose;
    widget_class->map = tv_rates_page_map;
    g_object_class_install_property (
        object_class, PROP_WORKSPACE,
        g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
    bind_template (widget_class);
}

static void
tv_rates_page_init (TvRatesPage *self)
{
    self->is_filling = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    tv_wheel_let_pass (self->choices_window);
    tv_wheel_let_pass (self->switcher_window);
    make_loader (self);
    tv_rates_sections_add (self->section_stack);
    tv_rates_choices_fill (self->population_drop_down, self->split_drop_down);
    interval_changed_cb (self);
    tv_rates_turning_add_keys (GTK_WIDGET (self), self->section_stack);
    self->is_filling = FALSE;
}

/**
 * tv_rates_page_new:
 * @workspace: the open book and what is chosen in it
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tv_rates_page_new (TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_RATES_PAGE, "workspace", workspace, NULL);
}
