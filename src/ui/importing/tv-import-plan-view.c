/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import would do, row by row, before anything is written. */

#include "ui/importing/tv-import-plan-view.h"

#include "ui/importing/tv-import-item.h"
#include "ui/importing/tv-import-remarks.h"

#include <glib/gi18n.h>

struct _TvImportPlanView {
    GtkWidget parent_instance;
    TvImportPlan *plan;
    GListStore *items;
    GtkFilter *filter;
    GtkSingleSelection *selection;

    GtkWidget *content; /* the one direct child, named so that the template takes it down */
    GtkLabel *summary_label;
    GtkDropDown *filter_drop_down;
    GtkColumnView *plan_view;
    GtkRevealer *remarks_revealer;
    GtkBox *remarks_box;
};

enum {
    CORRECTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the list can be narrowed to, in the order of the drop-down. */
enum {
    SHOW_ALL,
    SHOW_REMARKS,
    SHOW_REFUSED,
    SHOW_NEW,
    SHOW_CHANGED,
};

G_DEFINE_FINAL_TYPE (TvImportPlanView, tv_import_plan_view, GTK_TYPE_WIDGET)

static gboolean
item_is_shown (gpointer item, gpointer user_data)
{
    TvImportPlanView *self = user_data;
    TvImportVerdict verdict = tv_import_item_get_verdict (item);

    switch (gtk_drop_down_get_selected (self->filter_drop_down)) {
    case SHOW_REMARKS:
        return tv_import_item_has_remarks (item);
    case SHOW_REFUSED:
        return verdict == TV_IMPORT_REFUSED;
    case SHOW_NEW:
        return verdict == TV_IMPORT_NEW;
    case SHOW_CHANGED:
        return verdict == TV_IMPORT_CHANGED || verdict == TV_IMPORT_MOVED
               || verdict == TV_IMPORT_LEFT;
    default:
        return TRUE;
    }
}

static void
fill_items (TvImportPlanView *self)
{
    guint n = tv_import_plan_n_rows (self->plan);
    g_autoptr (GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);
    g_autofree char *summary = tv_import_plan_summary (self->plan);

    for (guint i = 0; i < n; i++)
        g_ptr_array_add (items, tv_import_item_new (self->plan, i));
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                         items->pdata, items->len);
    gtk_label_set_text (self->summary_label, summary);
}

static void corrected_cb (guint index, const char *field, const char *text, gpointer user_data);

static void
show_remarks (TvImportPlanView *self)
{
    TvImportItem *item = gtk_single_selection_get_selected_item (self->selection);
    guint index = item ? tv_import_item_get_index (item) : 0;

    tv_import_remarks_fill (self->remarks_box, item ? tv_import_plan_row (self->plan, index) : NULL,
                            index, corrected_cb, self);
    gtk_revealer_set_reveal_child (self->remarks_revealer,
                                   item && tv_import_item_has_remarks (item));
}

static void
corrected_cb (guint index, const char *field, const char *text, gpointer user_data)
{
    TvImportPlanView *self = user_data;
    guint position = gtk_single_selection_get_selected (self->selection);
    guint n_shown;

    tv_import_plan_correct (self->plan, index, field, text);
    fill_items (self);
    n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
    if (n_shown > 0)
        gtk_single_selection_set_selected (self->selection, MIN (position, n_shown - 1));
    show_remarks (self);
    g_signal_emit (self, signals[CORRECTED], 0);
}

static void
filter_changed_cb (TvImportPlanView *self)
{
    if (self->filter)
        gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
tv_import_plan_view_dispose (GObject *object)
{
    TvImportPlanView *self = TV_IMPORT_PLAN_VIEW (object);

    self->filter = NULL;
    g_clear_object (&self->plan);
    g_clear_object (&self->items);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_IMPORT_PLAN_VIEW);
    G_OBJECT_CLASS (tv_import_plan_view_parent_class)->dispose (object);
}

static void
tv_import_plan_view_class_init (TvImportPlanViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_import_plan_view_dispose;
    signals[CORRECTED] = g_signal_new ("corrected", TV_TYPE_IMPORT_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
    g_type_ensure (TV_TYPE_IMPORT_ITEM);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/importing/tv-import-plan-view.ui");
    gtk_widget_class_bind_template_child (widget_class, TvImportPlanView, content);
    gtk_widget_class_bind_template_child (widget_class, TvImportPlanView, filter_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvImportPlanView, plan_view);
    gtk_widget_class_bind_template_child (widget_class, TvImportPlanView, remarks_box);
    gtk_widget_class_bind_template_child (widget_class, TvImportPlanView, remarks_revealer);
    gtk_widget_class_bind_template_child (widget_class, TvImportPlanView, summary_label);
    gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
tv_import_plan_view_init (TvImportPlanView *self)
{
    const char *filters[] = { NULL, NULL, NULL, NULL, NULL, NULL };
    g_autoptr (GtkStringList) labels = NULL;
    GtkFilterListModel *filtered;

    filters[SHOW_ALL] = _ ("All rows");
    filters[SHOW_REMARKS] = _ ("Rows with remarks");
    filters[SHOW_REFUSED] = _ ("Refused rows");
    filters[SHOW_NEW] = _ ("New children");
    filters[SHOW_CHANGED] = _ ("Changes");
    gtk_widget_init_template (GTK_WIDGET (self));
    labels = gtk_string_list_new (filters);
    self->items = g_list_store_new (TV_TYPE_IMPORT_ITEM);
    gtk_drop_down_set_model (self->filter_drop_down, G_LIST_MODEL (labels));
    self->filter = GTK_FILTER (gtk_custom_filter_new (item_is_shown, self, NULL));
    filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
    self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
    gtk_column_view_set_model (self->plan_view, GTK_SELECTION_MODEL (self->selection));
    g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_remarks),
                             self, G_CONNECT_SWAPPED);
    /* The view keeps the selection alive for as long as the template stands. */
    g_object_unref (self->selection);
}

/**
 * tv_import_plan_view_set_plan:
 * @plan: the plan to show, or the one that is shown after its columns have changed
 *
 * Where rows are refused, the list begins with those that have remarks: among a thousand rows the
 * three that wait for somebody come first.
 */
void
tv_import_plan_view_set_plan (TvImportPlanView *self, TvImportPlan *plan)
{
    TvImportCounts counts;

    g_set_object (&self->plan, plan);
    tv_import_plan_count (plan, &counts);
    gtk_drop_down_set_selected (self->filter_drop_down, counts.n_by_verdict[TV_IMPORT_REFUSED] > 0
                                                            ? SHOW_REMARKS
                                                            : SHOW_ALL);
    fill_items (self);
    show_remarks (self);
}
