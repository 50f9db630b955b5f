/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One indicator through the rounds. The line of all children says what the school reported; that
 * of the same children says whether they themselves have changed. */

#include "ui/rates/tv-rates-change-section.h"

#include "base/tv-number.h"
#include "charts/tv-trend-chart.h"
#include "ui/rates/tv-rates-comparison-view.h"
#include "ui/widgets/tv-drawing-view.h"
#include "ui/widgets/tv-figure-table.h"
#include "ui/widgets/tv-width-first-layout.h"

#include <glib/gi18n.h>

#define CHART_WIDTH_PT 260
#define CHART_HEIGHT_PT 200

struct _TvRatesChangeSection {
    GtkWidget parent_instance;
    TvWorkspace *workspace;
    TvRates *rates;
    TvRateHistory *history; /* (nullable) */
    const TvIndicator *indicator;
    TvIntervalKind interval;
    GPtrArray *earlier;   /* of TvRateRound, owned by the history, the latest first */
    GtkStringList *names; /* theirs */
    char *filled_code;    /* of the round for which @earlier was listed */
    gboolean is_filling;

    GtkStack *stack;
    TvDrawingView *chart_view;
    TvFigureTable *table;
    GtkDropDown *before_drop_down;
    TvRatesComparisonView *comparison_view;
};

static void tv_rates_change_section_section_init (TvRatesSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesChangeSection, tv_rates_change_section, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_RATES_SECTION,
                                                      tv_rates_change_section_section_init))

TV_DEFINE_CHART_SOURCE (chart_source, tv_trend_chart)

static const TvRateRound *
find_now (TvRatesChangeSection *self)
{
    if (!self->history || !self->rates->round)
        return NULL;
    return tv_rate_history_find (self->history, self->rates->round->code, NULL);
}

static const char *
indicator_label (TvRatesChangeSection *self)
{
    return tv_indicator_label (self->rates->population, self->indicator->id);
}

static void
show_chart (TvRatesChangeSection *self, GArray *points)
{
    const TvRateLine *whole = tv_rates_find (self->rates, self->indicator->id, "All");
    g_autofree TvTrendPoint *drawn = g_new0 (TvTrendPoint, points->len);
    TvTrendChart values = { .title = (char *) indicator_label (self),
                            .target = whole ? whole->target : NULL,
                            .points = drawn,
                            .n_points = points->len };

    for (guint i = 0; i < points->len; i++) {
        const TvRatePoint *point = &g_array_index (points, TvRatePoint, i);

        drawn[i].name = point->round->name;
        drawn[i].day = point->round->first_day;
        drawn[i].all = point->all;
        drawn[i].same = point->same;
        drawn[i].is_chosen = i == points->len - 1;
    }
    tv_drawing_view_set_source (self->chart_view, &chart_source, tv_trend_chart_new (&values));
}

static char *
count_text (const TvRate *rate)
{
    /* Translators: children counted of children measured, in a table. */
    return g_strdup_printf (_ ("%u of %u"), rate->n_cases, rate->n);
}

static char *
percent_text (const TvRate *rate)
{
    g_autofree char *percent = rate->n > 0 ? tv_number_format (rate->percent, 1) : NULL;

    /* Translators: a percentage; the space is a narrow one that does not break */
    return percent ? g_strdup_printf (_ ("%s\u00a0%%"), percent) : g_strdup ("–");
}

static char *
interval_text (const TvRate *rate)
{
    g_autofree char *lower = tv_number_format (rate->lower, 1);
    g_autofree char *upper = tv_number_format (rate->upper, 1);

    if (rate->n == 0)
        return g_strdup ("–");
    /* Translators: a confidence interval, from and to, in percent */
    return g_strdup_printf (_ ("%s–%s\u00a0%%"), lower, upper);
}

static char *
same_text (const TvRate *rate)
{
    g_autofree char *percent = percent_text (rate);

    if (rate->n == 0)
        return g_strdup ("–");
    /* Translators: cases of children of the cohort in a round, and the rate: "3 of 98, 3.1 %" */
    return g_strdup_printf (_ ("%u of %u, %s"), rate->n_cases, rate->n, percent);
}

static GStrv
make_texts (const TvRatePoint *point)
{
    g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
    g_autofree char *count = count_text (&point->all);
    g_autofree char *percent = percent_text (&point->all);
    g_autofree char *interval = interval_text (&point->all);
    g_autofree char *same = same_text (&point->same);

    g_strv_builder_add_many (texts, point->round->name, count, percent, interval, same, NULL);
    return g_strv_builder_end (texts);
}

static void
free_texts (gpointer texts)
{
    g_strfreev (texts);
}

/* The latest round first, so that what is asked for most is never scrolled away. */
static void
show_table (TvRatesChangeSection *self, GArray *points)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_texts);

    for (guint i = points->len; i > 0; i--)
        g_ptr_array_add (rows, make_texts (&g_array_index (points, TvRatePoint, i - 1)));
    tv_figure_table_show (self->table, rows);
}

static void
show_comparison (TvRatesChangeSection *self)
{
    const TvRatesShown shown = { .workspace = self->workspace,
                                 .rates = self->rates,
                                 .history = self->history,
                                 .indicator = self->indicator,
                                 .interval = self->interval };
    guint selected = gtk_drop_down_get_selected (self->before_drop_down);

    tv_rates_comparison_view_show (
        self->comparison_view, &shown,
        g_ptr_array_index (self->earlier, selected < self->earlier->len ? selected : 0),
        find_now (self));
}

/* The rounds before @now, the latest first. */
static void
list_earlier (TvRatesChangeSection *self, const TvRateRound *now)
{
    gboolean is_past = FALSE;

    g_ptr_array_set_size (self->earlier, 0);
    for (guint i = self->history->rounds->len; i > 0; i--) {
        TvRateRound *round = g_ptr_array_index (self->history->rounds, i - 1);

        if (is_past)
            g_ptr_array_add (self->earlier, round);
        is_past = is_past || round == now;
    }
}

/* GTK makes a row for every name: of the same history only the first ones come or go. */
static void
name_earlier (TvRatesChangeSection *self, guint n_kept)
{
    guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->names));
    guint n_new = self->earlier->len - n_kept;
    g_autofree const char **names = g_new0 (const char *, n_new + 1);

    for (guint i = 0; i < n_new; i++)
        names[i] = ((TvRateRound *) g_ptr_array_index (self->earlier, i))->round->name;
    gtk_string_list_splice (self->names, 0, n_old - n_kept, names);
}

/* Another round is compared with the one before it, until somebody chooses otherwise. */
static void
fill_earlier (TvRatesChangeSection *self, const TvRateRound *now, gboolean is_other_history)
{
    gboolean is_same_round = g_strcmp0 (self->filled_code, now->round->code) == 0;
    guint selected = is_same_round ? gtk_drop_down_get_selected (self->before_drop_down) : 0;
    guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->names));

    list_earlier (self, now);
    g_free (self->filled_code);
    self->filled_code = g_strdup (now->round->code);
    self->is_filling = TRUE;
    name_earlier (self, is_other_history ? 0 : MIN (n_old, self->earlier->len));
    if (self->earlier->len > 0)
        gtk_drop_down_set_selected (self->before_drop_down,
                                    selected < self->earlier->len ? selected : 0);
    self->is_filling = FALSE;
}

static void
before_chosen_cb (TvRatesChangeSection *self)
{
    if (!self->is_filling && self->earlier->len > 0)
        show_comparison (self);
}

static void
show_change (TvRatesChangeSection *self, const TvRateRound *now)
{
    g_autoptr (GArray) points
        = tv_rate_history_follow (self->history, now->round->code, self->rates->population,
                                  self->indicator->id, self->interval);

    show_chart (self, points);
    show_table (self, points);
    show_comparison (self);
    gtk_stack_set_visible_child_name (self->stack, "change");
}

/* Returns whether the history is another one. */
static gboolean
take_shown (TvRatesChangeSection *self, const TvRatesShown *shown)
{
    gboolean is_other = self->history != shown->history;

    g_set_object (&self->workspace, shown->workspace);
    tv_rates_ref (shown->rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = shown->rates;
    if (shown->history)
        tv_rate_history_ref (shown->history);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    self->history = shown->history;
    self->indicator = shown->indicator;
    self->interval = shown->interval;
    if (is_other)
        g_ptr_array_set_size (self->earlier, 0);
    return is_other;
}

static void
tv_rates_change_section_show (TvRatesSection *section, const TvRatesShown *shown)
{
    TvRatesChangeSection *self = TV_RATES_CHANGE_SECTION (section);
    gboolean is_other = take_shown (self, shown);
    const TvRateRound *now = find_now (self);

    if (!self->history) {
        gtk_stack_set_visible_child_name (self->stack, "reading");
        return;
    }
    if (now && (is_other || g_strcmp0 (self->filled_code, now->round->code) != 0))
        fill_earlier (self, now, is_other);
    if (now && self->earlier->len > 0)
        show_change (self, now);
    else
        gtk_stack_set_visible_child_name (self->stack, "none");
}

/* The cases of the round in that row. */
static void
row_wanted_cb (TvRatesChangeSection *self, guint position)
{
    const TvRateRound *round
        = position == 0 ? find_now (self) : g_ptr_array_index (self->earlier, position - 1);
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < round->moments->len; i++) {
        const TvRateMoment *moment = &g_array_index (round->moments, TvRateMoment, i);

        if (moment->population == self->rates->population
            && (moment->cases >> self->indicator->id & 1))
            g_array_append_val (ids, moment->student_id);
    }
    if (ids->len == 0)
        return;
    tv_workspace_show_children_of_round (self->workspace, indicator_label (self), round->round,
                                         (const gint64 *) ids->data, ids->len);
}

static void
tv_rates_change_section_section_init (TvRatesSectionInterface *iface)
{
    iface->show = tv_rates_change_section_show;
}

static void
tv_rates_change_section_dispose (GObject *object)
{
    TvRatesChangeSection *self = TV_RATES_CHANGE_SECTION (object);

    self->is_filling = TRUE;
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_CHANGE_SECTION);
    g_clear_pointer (&self->earlier, g_ptr_array_unref);
    g_clear_object (&self->names);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    g_clear_pointer (&self->filled_code, g_free);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_rates_change_section_parent_class)->dispose (object);
}

static void
tv_rates_change_section_class_init (TvRatesChangeSectionClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_change_section_dispose;
    g_type_ensure (TV_TYPE_DRAWING_VIEW);
    g_type_ensure (TV_TYPE_FIGURE_TABLE);
    g_type_ensure (TV_TYPE_RATES_COMPARISON_VIEW);
    g_type_ensure (TV_TYPE_WIDTH_FIRST_LAYOUT);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-change-section.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesChangeSection, before_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesChangeSection, chart_view);
    gtk_widget_class_bind_template_child (widget_class, TvRatesChangeSection, comparison_view);
    gtk_widget_class_bind_template_child (widget_class, TvRatesChangeSection, stack);
    gtk_widget_class_bind_template_child (widget_class, TvRatesChangeSection, table);
    gtk_widget_class_bind_template_callback (widget_class, before_chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_wanted_cb);
}

static void
tv_rates_change_section_init (TvRatesChangeSection *self)
{
    const TvFigureColumn columns[] = {
        { _ ("Round"), TRUE },           { _ ("Children"), FALSE },      { _ ("Rate"), FALSE },
        { _ ("From–to (95 %)"), FALSE }, { _ ("Same children"), FALSE },
    };

    self->earlier = g_ptr_array_new ();
    self->names = gtk_string_list_new (NULL);
    self->is_filling = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_drop_down_set_model (self->before_drop_down, G_LIST_MODEL (self->names));
    self->is_filling = FALSE;
    tv_drawing_view_set_size (self->chart_view, CHART_WIDTH_PT, CHART_HEIGHT_PT);
    tv_figure_table_set_up (self->table, _ ("The indicator from round to round"),
                            TV_FIGURE_TABLE_OPENS, columns, G_N_ELEMENTS (columns));
}

GtkWidget *
tv_rates_change_section_new (void)
{
    return g_object_new (TV_TYPE_RATES_CHANGE_SECTION, NULL);
}
