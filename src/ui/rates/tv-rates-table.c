/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A large school has a hundred lines. Their widgets are made a few at a time, as frames go by, and
 * kept; another indicator only changes their texts. */

#include "ui/rates/tv-rates-table.h"

#include "ui/rates/tv-number-columns.h"
#include "ui/rates/tv-rate-row.h"
#include "ui/widgets/tv-wheel.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 14 /* more than are seen under the chart at first */
#define ROWS_A_FRAME 6

struct _TvRatesTable {
    GtkWidget parent_instance;

    GtkWidget *frame;
    GtkColumnView *view;
    GListStore *rows;
    TvRates *rates;   /* keeps the lines */
    GPtrArray *lines; /* of TvRateLine: what is to be shown, rows or not yet */
    guint tick;       /* 0 while all have rows */
};

enum {
    LINE_WANTED,
    WHY_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvRatesTable, tv_rates_table, GTK_TYPE_WIDGET)

typedef struct {
    const char *property; /* of #TvRateRow */
    const char *title;
    int n_chars; /* 0: all the room there is */
} Column;

static const Column columns[] = {
    { "group", N_ ("Group"), 0 },
    { "count", N_ ("Children"), 10 },
    { "percent", N_ ("Rate"), 8 },
    { "interval", N_ ("From–to (95 %)"), 14 },
};

static void
text_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
    const Column *column = data;
    GtkWidget *text = gtk_inscription_new (NULL);

    gtk_widget_add_css_class (text, "numeric");
    gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
    gtk_inscription_set_yalign (GTK_INSCRIPTION (text), 0.5);
    gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
    gtk_inscription_set_xalign (GTK_INSCRIPTION (text), column->n_chars > 0 ? 1 : 0);
    gtk_inscription_set_min_chars (GTK_INSCRIPTION (text),
                                   column->n_chars > 0 ? column->n_chars : 14);
    gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text),
                                   column->n_chars > 0 ? column->n_chars : 18);
    gtk_list_item_set_child (item, text);
}

static void
text_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
    const Column *column = data;
    GBinding *binding
        = g_object_bind_property (gtk_list_item_get_item (item), column->property,
                                  gtk_list_item_get_child (item), "text", G_BINDING_SYNC_CREATE);

    g_object_set_data (G_OBJECT (item), "tv-binding", binding);
}

static void
text_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
    GBinding *binding = g_object_steal_data (G_OBJECT (item), "tv-binding");

    if (binding)
        g_binding_unbind (binding);
}

static void
why_cb (GtkWidget *widget, const char *action, GVariant *position)
{
    g_signal_emit (widget, signals[WHY_WANTED], 0, g_variant_get_uint32 (position));
}

static void
why_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
    /* Translators: a button beside a rate: how did it come about? */
    GtkWidget *button = gtk_button_new_with_label (C_ ("rate", "Why?"));

    gtk_widget_add_css_class (button, "flat");
    gtk_widget_add_css_class (button, "line-button");
    gtk_list_item_set_child (item, button);
}

static void
why_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
    GtkWidget *button = gtk_list_item_get_child (item);
    const TvRateLine *line = tv_rate_row_get_line (gtk_list_item_get_item (item));
    /* Translators: a screen reader's name of a button; %s is a group of children. */
    g_autofree char *name = g_strdup_printf (_ ("How the rate of %s comes about"), line->group);

    /* The action is named last: without its target it would be refused. */
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u",
                                      gtk_list_item_get_position (item));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rates.explain");
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
set_row (TvRatesTable *self, guint position)
{
    const TvRateLine *line = g_ptr_array_index (self->lines, position);
    g_autoptr (TvRateRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

    if (row) {
        tv_rate_row_set (row, self->rates, line);
        return;
    }
    row = tv_rate_row_new (self->rates, line);
    g_list_store_append (self->rows, row);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
    TvRatesTable *self = TV_RATES_TABLE (widget);

    for (guint i = 0; i < ROWS_A_FRAME; i++) {
        guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

        if (n_rows == self->lines->len) {
            self->tick = 0;
            return G_SOURCE_REMOVE;
        }
        set_row (self, n_rows);
    }
    return G_SOURCE_CONTINUE;
}

/* The same groups keep their rows. */
static gboolean
is_same_group (TvRatesTable *self, guint position)
{
    g_autoptr (TvRateRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
    const TvRateLine *line = g_ptr_array_index (self->lines, position);

    return row && g_strcmp0 (tv_rate_row_get_line (row)->group_code, line->group_code) == 0;
}

/**
 * tv_rates_table_show:
 * @self: the table
 * @shown: what is chosen
 */
void
tv_rates_table_show (TvRatesTable *self, const TvRatesShown *shown)
{
    guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n_kept;

    g_ptr_array_set_size (self->lines, 0);
    for (guint i = 0; i < shown->rates->lines->len; i++) {
        TvRateLine *line = g_ptr_array_index (shown->rates->lines, i);

        if (tv_rates_shown_holds (shown, line))
            g_ptr_array_add (self->lines, line);
    }
    for (n_kept = 0; n_kept < self->lines->len && is_same_group (self, n_kept); n_kept++)
        ;
    tv_rates_ref (shown->rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = shown->rates;
    n_kept = MIN (MAX (n_kept, ROWS_AT_ONCE), self->lines->len);
    if (n_rows > n_kept)
        g_list_store_splice (self->rows, n_kept, n_rows - n_kept, NULL, 0);
    for (guint i = 0; i < n_kept; i++)
        set_row (self, i);
    if (n_kept < self->lines->len && self->tick == 0)
        self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * tv_rates_table_get_line:
 * @position: a row, seen yet or not
 *
 * Returns: (nullable): its line
 */
const TvRateLine *
tv_rates_table_get_line (TvRatesTable *self, guint position)
{
    return position < self->lines->len ? g_ptr_array_index (self->lines, position) : NULL;
}

guint
tv_rates_table_get_n_lines (TvRatesTable *self)
{
    return self->lines->len;
}

static void
activated_cb (TvRatesTable *self, guint position)
{
    g_signal_emit (self, signals[LINE_WANTED], 0, position);
}

static void
tv_rates_table_dispose (GObject *object)
{
    TvRatesTable *self = TV_RATES_TABLE (object);

    if (self->tick)
        gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
    self->tick = 0;
    g_clear_pointer (&self->frame, gtk_widget_unparent);
    g_clear_object (&self->rows);
    g_clear_pointer (&self->lines, g_ptr_array_unref);
    g_clear_pointer (&self->rates, tv_rates_unref);
    G_OBJECT_CLASS (tv_rates_table_parent_class)->dispose (object);
}

static void
tv_rates_table_class_init (TvRatesTableClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_table_dispose;
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
    gtk_widget_class_install_action (widget_class, "rates.explain", "u", why_cb);
    signals[LINE_WANTED] = g_signal_new ("line-wanted", TV_TYPE_RATES_TABLE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
    signals[WHY_WANTED] = g_signal_new ("why-wanted", TV_TYPE_RATES_TABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_text_columns (TvRatesTable *self)
{
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
        g_autoptr (GtkColumnViewColumn) column
            = gtk_column_view_column_new (_ (columns[i].title), factory);

        g_signal_connect (factory, "setup", G_CALLBACK (text_set_up_cb), (gpointer) &columns[i]);
        g_signal_connect (factory, "bind", G_CALLBACK (text_bound_cb), (gpointer) &columns[i]);
        g_signal_connect (factory, "unbind", G_CALLBACK (text_unbound_cb), NULL);
        gtk_column_view_column_set_expand (column, columns[i].n_chars == 0);
        gtk_column_view_append_column (self->view, column);
    }
    tv_number_columns_align (self->view, 1, G_N_ELEMENTS (columns) - 1);
}

static void
add_why_column (TvRatesTable *self)
{
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (NULL, factory);

    g_signal_connect (factory, "setup", G_CALLBACK (why_set_up_cb), NULL);
    g_signal_connect (factory, "bind", G_CALLBACK (why_bound_cb), NULL);
    gtk_column_view_append_column (self->view, column);
}

static void
tv_rates_table_init (TvRatesTable *self)
{
    g_autoptr (GtkNoSelection) selection = NULL;
    GtkWidget *scrolled_window;

    self->lines = g_ptr_array_new ();
    self->rows = g_list_store_new (TV_TYPE_RATE_ROW);
    selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
    self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
    gtk_column_view_set_show_row_separators (self->view, TRUE);
    gtk_column_view_set_single_click_activate (self->view, TRUE);
    g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Rates of the groups"), -1);
    add_text_columns (self);
    add_why_column (self);
    gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
    /* Too wide at large text, it scrolls sideways; its height is that of all lines. */
    scrolled_window = gtk_scrolled_window_new ();
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled_window), GTK_POLICY_AUTOMATIC,
                                    GTK_POLICY_NEVER);
    tv_wheel_let_pass (GTK_SCROLLED_WINDOW (scrolled_window));
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), GTK_WIDGET (self->view));
    self->frame = gtk_frame_new (NULL);
    gtk_frame_set_child (GTK_FRAME (self->frame), scrolled_window);
    gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}
