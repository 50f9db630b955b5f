/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates: one indicator of one round, whole and split, as a chart and as the same figures in a
 * table. Every figure opens the children behind it. */

#include "ui/rates/tv-rates-page.h"

#include "ui/rates/tv-rate-row.h"
#include "ui/rates/tv-rates-chart.h"
#include "ui/shell/tv-page.h"
#include "ui/widgets/tv-drawing-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TvRatesPage {
    GtkWidget parent_instance;
    TvWorkspace *workspace;
    TvRates *rates;
    GCancellable *cancellable;
    GListStore *rows;
    gboolean is_filling; /* the drop-downs, so that their signals mean nothing */
    gboolean is_stale;   /* something changed while the page was not to be seen */

    GtkStack *stack;
    GtkDropDown *population_drop_down;
    GtkDropDown *indicator_drop_down;
    GtkDropDown *split_drop_down;
    GtkLabel *sentence_label;
    GtkLabel *rule_label;
    GtkLabel *denominator_label;
    GtkWidget *left_out_button;
    TvDrawingView *chart_view;
    GtkColumnView *table_view;
};

enum {
    PROP_0,
    PROP_WORKSPACE,
};

static const TvSplit splits[]
    = { TV_SPLIT_NONE, TV_SPLIT_GRADE, TV_SPLIT_CLASS, TV_SPLIT_SEX, TV_SPLIT_AGE };

static void
tv_rates_page_page_init (TvPageInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesPage, tv_rates_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_rates_page_page_init))

static const TvIndicator *
chosen_indicator (TvRatesPage *self)
{
    guint n, selected = gtk_drop_down_get_selected (self->indicator_drop_down);
    const TvIndicator *indicators
        = tv_indicators (self->rates->population, self->rates->overweight_rule, &n);

    return selected < n ? &indicators[selected] : &indicators[0];
}

static void
show_words (TvRatesPage *self, const TvIndicator *indicator)
{
    const TvRateLine *whole = tv_rates_find (self->rates, indicator->id, "All");
    g_autofree char *sentence = whole ? tv_rate_sentence (&whole->rate, whole->target) : NULL;
    g_autofree char *rule = tv_indicator_rule_label (indicator);
    guint n_left_out = self->rates->n_measured - self->rates->n_population;
    /* Translators: how many children a rate is worked out from. */
    g_autofree char *denominator = g_strdup_printf (
        _ ("%u enrolled, %u measured, %u of them of this age on their measuring day; %u measured "
           "children stand outside."),
        self->rates->n_enrolled, self->rates->n_measured, self->rates->n_population, n_left_out);

    gtk_label_set_text (self->sentence_label, sentence ? sentence : "");
    gtk_label_set_text (self->rule_label, rule);
    gtk_label_set_text (self->denominator_label, denominator);
}

static void
show_table (TvRatesPage *self, const TvIndicator *indicator)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < self->rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (self->rates->lines, i);

        if (line->indicator->id == indicator->id)
            g_ptr_array_add (rows, tv_rate_row_new (self->rates, line));
    }
    g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                         rows->pdata, rows->len);
}

static void
show_indicator (TvRatesPage *self)
{
    const TvIndicator *indicator;

    if (!self->rates)
        return;
    indicator = chosen_indicator (self);
    show_words (self, indicator);
    show_table (self, indicator);
    tv_rates_chart_show (self->chart_view, self->rates, indicator);
}

/* The list of indicators follows the population that was really counted. */
static void
fill_indicators (TvRatesPage *self)
{
    guint n, selected = gtk_drop_down_get_selected (self->indicator_drop_down);
    const TvIndicator *indicators
        = tv_indicators (self->rates->population, self->rates->overweight_rule, &n);
    g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

    for (guint i = 0; i < n; i++)
        gtk_string_list_append (labels,
                                tv_indicator_label (self->rates->population, indicators[i].id));
    self->is_filling = TRUE;
    gtk_drop_down_set_model (self->indicator_drop_down, G_LIST_MODEL (labels));
    gtk_drop_down_set_selected (self->indicator_drop_down, selected < n ? selected : 0);
    gtk_drop_down_set_selected (self->population_drop_down, self->rates->population);
    self->is_filling = FALSE;
}

static void
rates_worked_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRatesPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = tv_rates_work_out_finish (TV_STORE (source), result, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!rates) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = g_steal_pointer (&rates);
    if (self->rates->n_measured == 0) {
        gtk_stack_set_visible_child_name (self->stack, "empty");
        return;
    }
    fill_indicators (self);
    show_indicator (self);
    gtk_stack_set_visible_child_name (self->stack, "rates");
}

static void
load (TvRatesPage *self)
{
    TvStore *store = tv_workspace_get_store (self->workspace);
    TvRound *round = tv_workspace_get_round (self->workspace);
    TvRatesQuery query = { 0 };

    self->is_stale = FALSE;
    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    if (!store)
        return;
    self->cancellable = g_cancellable_new ();
    query.round_code = round ? round->code : NULL;
    query.population = self->rates
                           ? (TvPopulation) gtk_drop_down_get_selected (self->population_drop_down)
                           : TV_POPULATION_BY_SCHOOL;
    query.overweight_rule = TV_OVERWEIGHT_BY_BOOK;
    query.split = splits[gtk_drop_down_get_selected (self->split_drop_down)];
    tv_rates_work_out_async (store, &query, self->cancellable, rates_worked_out_cb,
                             g_object_ref (self));
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
store_changed_cb (TvRatesPage *self)
{
    g_clear_pointer (&self->rates, tv_rates_unref);
    load_when_seen (self);
}

static void
book_changed_cb (TvRatesPage *self, guint topics)
{
    load_when_seen (self);
}

static void
choice_changed_cb (TvRatesPage *self)
{
    if (!self->is_filling && self->workspace)
        load_when_seen (self);
}

static void
indicator_changed_cb (TvRatesPage *self)
{
    if (!self->is_filling)
        show_indicator (self);
}

static void
measure_clicked_cb (TvRatesPage *self)
{
    tv_workspace_open_page (self->workspace, "measuring");
}

static void
row_activated_cb (TvRatesPage *self, guint position)
{
    g_autoptr (TvRateRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
    const TvRateLine *line = tv_rate_row_get_line (row);
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autofree char *title = NULL;

    for (guint i = 0; i < line->cases->len; i++) {
        const TvRateChild *child
            = tv_rates_child (self->rates, g_array_index (line->cases, guint, i));

        g_array_append_val (ids, child->student_id);
    }
    /* Translators: an indicator and the group it was counted in, heading a list of children. */
    title = g_strdup_printf (_ ("%s, %s"),
                             tv_indicator_label (self->rates->population, line->indicator->id),
                             line->group);
    tv_workspace_show_children (self->workspace, title, (const gint64 *) ids->data, ids->len);
}

static void
left_out_clicked_cb (TvRatesPage *self)
{
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < self->rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self->rates, i);

        if (child->left_out != TV_LEFT_OUT_NOT)
            g_array_append_val (ids, child->student_id);
    }
    tv_workspace_show_children (self->workspace, _ ("Not counted in the rates"),
                                (const gint64 *) ids->data, ids->len);
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

    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    g_clear_object (&self->workspace);
    g_clear_object (&self->rows);
    g_clear_pointer (&self->rates, tv_rates_unref);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_PAGE);
    G_OBJECT_CLASS (tv_rates_page_parent_class)->dispose (object);
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
    g_type_ensure (TV_TYPE_DRAWING_VIEW);
    g_type_ensure (TV_TYPE_RATE_ROW);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, chart_view);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, denominator_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, indicator_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, left_out_button);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, population_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, rule_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, sentence_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, split_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, stack);
    gtk_widget_class_bind_template_child (widget_class, TvRatesPage, table_view);
    gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, indicator_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, left_out_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, measure_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
fill_choices (TvRatesPage *self)
{
    const char *const populations[]
        = { _ ("Under five years"), _ ("Five to nineteen years"), NULL };
    g_autoptr (GtkStringList) population_labels = gtk_string_list_new (populations);
    g_autoptr (GtkStringList) split_labels = gtk_string_list_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
        gtk_string_list_append (split_labels, tv_split_label (splits[i]));
    gtk_drop_down_set_model (self->population_drop_down, G_LIST_MODEL (population_labels));
    gtk_drop_down_set_model (self->split_drop_down, G_LIST_MODEL (split_labels));
    gtk_drop_down_set_selected (self->split_drop_down, 2);
}

static void
tv_rates_page_init (TvRatesPage *self)
{
    GtkNoSelection *selection;

    self->is_filling = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    self->rows = g_list_store_new (TV_TYPE_RATE_ROW);
    selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
    gtk_column_view_set_model (self->table_view, GTK_SELECTION_MODEL (selection));
    g_object_unref (selection);
    fill_choices (self);
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
