/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables on paper are read at completed months, the program reads them at the day. Where that gives
 * another class, the child is named: somebody will come with the handbook and ask. */

#include "ui/rates/tv-rates-months-view.h"

#include "base/tv-number.h"
#include "growth/tv-growth-class.h"
#include "ui/rates/tv-count-row.h"
#include "ui/rates/tv-rates-children.h"
#include "ui/widgets/tv-figure-table.h"
#include "workflows/tv-rates-months.h"

#include <glib/gi18n.h>

#define ROWS_AT_FIRST 10

enum { BY_DAY, BY_MONTHS }; /* the rows of the rates */

struct _TvRatesMonthsView {
    GtkWidget parent_instance;

    TvWorkspace *workspace;
    TvRates *rates;
    TvMonthsReading *reading; /* of these rates */
    const TvRateLine *line;   /* of the whole school */
    GArray *listed;           /* of guint: differences of its kind of z */

    GtkWidget *box;
    GtkLabel *sentence_label;
    GtkListBox *rate_list;
    TvFigureTable *table;
    GtkButton *all_button;
};

G_DEFINE_FINAL_TYPE (TvRatesMonthsView, tv_rates_months_view, GTK_TYPE_WIDGET)

static gboolean
is_case (const TvIndicator *indicator, gint32 hundredths)
{
    return indicator->is_below ? hundredths < indicator->cut_hundredths
                               : hundredths > indicator->cut_hundredths;
}

/* The cases of the exact day, less those whom completed months make none, and more the others. */
static GArray *
list_cases_in_months (TvRatesMonthsView *self)
{
    const TvRateLine *line = self->line;
    GArray *ids = tv_rates_list_cases (self->rates, line);

    for (guint i = 0; i < self->reading->differences->len; i++) {
        const TvMonthsDifference *difference
            = &g_array_index (self->reading->differences, TvMonthsDifference, i);
        gint64 id = tv_rates_child (self->rates, difference->child)->student_id;
        gboolean was_case = is_case (line->indicator, difference->exact_hundredths);

        if (difference->kind != line->indicator->kind
            || was_case == is_case (line->indicator, difference->months_hundredths))
            continue;
        if (!was_case)
            g_array_append_val (ids, id);
        for (guint j = 0; was_case && j < ids->len; j++) {
            if (g_array_index (ids, gint64, j) == id)
                g_array_remove_index (ids, j--);
        }
    }
    return ids;
}

static const TvRate *
find_rate_in_months (TvRatesMonthsView *self, const TvIndicator *indicator)
{
    guint n;
    const TvIndicator *indicators
        = tv_indicators (self->rates->population, self->rates->overweight_rule, &n);

    for (guint i = 0; i < n; i++) {
        if (indicators[i].id == indicator->id)
            return &g_array_index (self->reading->rates, TvRate, i);
    }
    g_return_val_if_reached (NULL);
}

static void
put_row (TvRatesMonthsView *self, guint index, const char *title, const char *words,
         const TvRate *rate)
{
    TvCountRow *row = tv_count_list_put (self->rate_list, index, title, words);

    tv_count_row_set_count (row, rate->n_cases, rate->n);
    tv_count_row_set_opens (row, rate->n_cases > 0);
}

static void
show_rates (TvRatesMonthsView *self)
{
    put_row (self, BY_DAY, _ ("By the exact day"), _ ("What the rates and reports say."),
             &self->line->rate);
    put_row (self, BY_MONTHS, _ ("By completed months"), _ ("As a table on paper is read."),
             find_rate_in_months (self, self->line->indicator));
}

static char *
write_reading (gint32 hundredths, TvGrowthClass growth_class)
{
    g_autofree char *z = tv_number_format_fixed (hundredths, 2, 2);

    /* Translators: a class in words and the z-score it was read from */
    return g_strdup_printf (_ ("%s (%s)"), tv_growth_class_label (growth_class), z);
}

static const TvMonthsDifference *
get_difference (TvRatesMonthsView *self, guint row)
{
    return &g_array_index (self->reading->differences, TvMonthsDifference,
                           g_array_index (self->listed, guint, row));
}

static GStrv
make_texts (TvRatesMonthsView *self, const TvMonthsDifference *difference)
{
    const TvRateChild *child = tv_rates_child (self->rates, difference->child);
    g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
    g_autofree char *months = g_strdup_printf ("%d", difference->completed_months);
    g_autofree char *exact = write_reading (difference->exact_hundredths, difference->exact_class);
    g_autofree char *in_months
        = write_reading (difference->months_hundredths, difference->months_class);

    g_strv_builder_add_many (texts, child->name, child->class_name, exact, in_months, months, NULL);
    return g_strv_builder_end (texts);
}

static void
free_texts (gpointer texts)
{
    g_strfreev (texts);
}

static void
list_differences (TvRatesMonthsView *self)
{
    g_array_set_size (self->listed, 0);
    for (guint i = 0; i < self->reading->differences->len; i++) {
        const TvMonthsDifference *difference
            = &g_array_index (self->reading->differences, TvMonthsDifference, i);

        if (difference->kind == self->line->indicator->kind)
            g_array_append_val (self->listed, i);
    }
}

/* Each row costs time to make, so many come only when they are asked for. */
static void
show_children (TvRatesMonthsView *self, guint n_at_most)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_texts);
    guint n = MIN (self->listed->len, n_at_most);
    g_autofree char *all = NULL;

    for (guint i = 0; i < n; i++)
        g_ptr_array_add (rows, make_texts (self, get_difference (self, i)));
    gtk_widget_set_visible (GTK_WIDGET (self->table), n > 0);
    tv_figure_table_show (self->table, rows);
    all = g_strdup_printf (
        ngettext ("Name all %u child", "Name all %u children", self->listed->len),
        self->listed->len);
    gtk_button_set_label (self->all_button, all);
    gtk_widget_set_visible (GTK_WIDGET (self->all_button), n < self->listed->len);
}

static char *
write_sentence (TvRatesMonthsView *self)
{
    TvZKind kind = self->line->indicator->kind;
    guint n = self->listed->len;

    if (kind == TV_Z_WEIGHT_FOR_HEIGHT)
        return g_strdup (_ ("Weight for height does not ask for the age; the readings can differ "
                            "only where two years are completed, and length becomes height."));
    if (n == 0)
        /* Translators: %s is such as "height for age" */
        return g_strdup_printf (_ ("Both readings put every child into the same class of %s."),
                                tv_z_kind_label (kind));
    /* Translators: %s is such as "height for age" */
    return g_strdup_printf (ngettext ("Completed months put %u child into another class of %s.",
                                      "Completed months put %u children into another class of %s.",
                                      n),
                            n, tv_z_kind_label (kind));
}

/**
 * tv_rates_months_view_show:
 * @self: the view
 * @shown: what is chosen
 */
void
tv_rates_months_view_show (TvRatesMonthsView *self, const TvRatesShown *shown)
{
    const TvRateLine *line = tv_rates_find (shown->rates, shown->indicator->id, "All");
    g_autofree char *sentence = NULL;

    g_set_object (&self->workspace, shown->workspace);
    gtk_widget_set_visible (GTK_WIDGET (self), line && line->rate.n > 0);
    if (!line || line->rate.n == 0)
        return;
    if (self->rates != shown->rates) {
        g_clear_pointer (&self->reading, tv_months_reading_free);
        g_clear_pointer (&self->rates, tv_rates_unref);
        self->rates = tv_rates_ref (shown->rates);
        self->reading = tv_rates_read_in_months (self->rates);
    }
    self->line = line;
    list_differences (self);
    show_rates (self);
    show_children (self, ROWS_AT_FIRST);
    sentence = write_sentence (self);
    gtk_label_set_label (self->sentence_label, sentence);
}

static void
rate_activated_cb (TvRatesMonthsView *self, GtkListBoxRow *row)
{
    g_autoptr (GArray) ids = gtk_list_box_row_get_index (row) == BY_DAY
                                 ? tv_rates_list_cases (self->rates, self->line)
                                 : list_cases_in_months (self);
    /* Translators: an indicator and the way in which it was read, heading a list of children. */
    g_autofree char *title
        = g_strdup_printf (C_ ("heading", "%s, %s"),
                           tv_indicator_label (self->rates->population, self->line->indicator->id),
                           tv_count_row_get_title (TV_COUNT_ROW (row)));

    tv_workspace_show_children_of_round (self->workspace, title, self->rates->round,
                                         (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
all_clicked_cb (TvRatesMonthsView *self)
{
    show_children (self, self->listed->len);
}

static void
child_wanted_cb (TvRatesMonthsView *self, guint position)
{
    if (position < self->listed->len)
        tv_workspace_open_student (
            self->workspace,
            tv_rates_child (self->rates, get_difference (self, position)->child)->student_id);
}

static void
tv_rates_months_view_dispose (GObject *object)
{
    TvRatesMonthsView *self = TV_RATES_MONTHS_VIEW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_MONTHS_VIEW);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->reading, tv_months_reading_free);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_clear_pointer (&self->listed, g_array_unref);
    G_OBJECT_CLASS (tv_rates_months_view_parent_class)->dispose (object);
}

static void
tv_rates_months_view_class_init (TvRatesMonthsViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_months_view_dispose;
    g_type_ensure (TV_TYPE_FIGURE_TABLE);
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-months-view.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesMonthsView, all_button);
    gtk_widget_class_bind_template_child (widget_class, TvRatesMonthsView, box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesMonthsView, rate_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesMonthsView, sentence_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesMonthsView, table);
    gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, child_wanted_cb);
    gtk_widget_class_bind_template_callback (widget_class, rate_activated_cb);
}

static void
tv_rates_months_view_init (TvRatesMonthsView *self)
{
    const TvFigureColumn columns[] = {
        { _ ("Name"), TRUE },
        { _ ("Class"), TRUE },
        { _ ("By the exact day"), TRUE },
        { _ ("By completed months"), TRUE },
        { _ ("Age in months"), FALSE },
    };

    self->listed = g_array_new (FALSE, FALSE, sizeof (guint));
    gtk_widget_init_template (GTK_WIDGET (self));
    tv_figure_table_set_up (self->table, _ ("Children whose class differs"), TV_FIGURE_TABLE_OPENS,
                            columns, G_N_ELEMENTS (columns));
}
