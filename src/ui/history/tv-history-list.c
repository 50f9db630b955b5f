/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of change sets is read when the list is moved near to its end, so that a book with a
 * million of them opens as quickly as a new one. */

#include "ui/history/tv-history-list.h"

#include "ui/history/tv-history-item.h"
#include "ui/history/tv-history-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PAGE_SIZE 60
#define MOST_REFRESHED 600 /* of what was read already; the rest is renewed when it is opened */

struct _TvHistoryList {
    GtkWidget parent_instance;

    GtkStack *stack;
    GtkScrolledWindow *scrolled_window;
    GtkListView *view;
    AdwStatusPage *empty_page;

    TvWorkspace *workspace;
    TvHistoryFilter filter;
    GListStore *items; /* of TvHistoryItem */
    GtkSingleSelection *selection;
    GCancellable *reading; /* of pages, from the top or further down */
    gboolean is_reading;
    gboolean is_complete; /* the oldest one is there */
    gboolean is_showing;  /* a selection that changes with the rows is no choice of the person */
};

G_DEFINE_FINAL_TYPE (TvHistoryList, tv_history_list, GTK_TYPE_WIDGET)

enum {
    CHOSEN,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const TvHistoryLine *
get_line (TvHistoryList *self, guint position)
{
    g_autoptr (TvHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

    return item ? tv_history_item_get_line (item) : NULL;
}

static void
append_lines (TvHistoryList *self, GPtrArray *lines, guint n_lines, guint position)
{
    g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < n_lines; i++)
        g_ptr_array_add (items, tv_history_item_new (lines->pdata[i]));
    g_list_store_splice (self->items, position, 0, items->pdata, items->len);
}

static gboolean
is_filtered (TvHistoryList *self)
{
    return self->filter.student_id || self->filter.person_id || self->filter.kind
           || self->filter.first_day != TV_DATE_NONE || self->filter.last_day != TV_DATE_NONE;
}

static void
show_rows (TvHistoryList *self)
{
    gboolean is_empty = tv_history_list_count (self) == 0;

    adw_status_page_set_description (
        self->empty_page,
        is_filtered (self)
            ? _ ("Nothing that was done fits these filters. Take one of them away to see more.")
            : _ ("Whatever is entered, changed or imported is listed here from then on."));
    gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
}

static gboolean
take_page (TvHistoryList *self, GPtrArray *lines, GError *error)
{
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return FALSE;
    self->is_reading = FALSE;
    if (lines)
        return TRUE;
    self->is_complete = TRUE;
    show_rows (self);
    tv_workspace_tell_error (self->workspace, error);
    return FALSE;
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvHistoryList) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines = tv_history_load_finish (TV_STORE (source), result, &error);

    if (!take_page (self, lines, error))
        return;
    self->is_complete = lines->len < PAGE_SIZE;
    append_lines (self, lines, lines->len, tv_history_list_count (self));
    show_rows (self);
}

static void
read_page (TvHistoryList *self)
{
    guint n_rows = tv_history_list_count (self);
    gint64 before = n_rows > 0 ? get_line (self, n_rows - 1)->id : 0;

    if (self->is_reading || self->is_complete)
        return;
    self->is_reading = TRUE;
    tv_history_load_async (tv_workspace_get_store (self->workspace), &self->filter, before,
                           PAGE_SIZE, self->reading, page_read_cb, g_object_ref (self));
}

static void
scrolled_cb (TvHistoryList *self, GtkAdjustment *adjustment)
{
    double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);

    if (self->workspace && gtk_widget_get_mapped (GTK_WIDGET (self->view))
        && left < 3 * gtk_adjustment_get_page_size (adjustment))
        read_page (self);
}

static void
renew_cancellable (TvHistoryList *self)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->reading = g_cancellable_new ();
    self->is_reading = FALSE;
}

/* Only a line that says something else now gets a new row, so that the list stays where it is. */
static void
renew_line (TvHistoryList *self, guint position, TvHistoryLine *line)
{
    g_autoptr (TvHistoryItem) item = NULL;
    gboolean is_chosen = gtk_single_selection_get_selected (self->selection) == position;

    if (get_line (self, position)->is_undone == line->is_undone)
        return;
    item = tv_history_item_new (line);
    g_list_store_splice (self->items, position, 1, (gpointer *) &item, 1);
    if (is_chosen)
        gtk_single_selection_set_selected (self->selection, position);
}

static void
merge (TvHistoryList *self, GPtrArray *lines)
{
    gint64 newest = tv_history_list_count (self) > 0 ? get_line (self, 0)->id : 0;
    guint n_new = 0;

    while (n_new < lines->len && ((TvHistoryLine *) lines->pdata[n_new])->id > newest)
        n_new++;
    self->is_showing = TRUE;
    /* So much was done meanwhile that the two do not meet: the list begins anew. */
    if (n_new == lines->len) {
        g_list_store_remove_all (self->items);
        self->is_complete = FALSE;
    }
    append_lines (self, lines, n_new, 0);
    for (guint i = n_new; i < lines->len && i < tv_history_list_count (self); i++) {
        TvHistoryLine *line = lines->pdata[i];

        if (get_line (self, i)->id == line->id)
            renew_line (self, i, line);
    }
    self->is_showing = FALSE;
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvHistoryList) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines = tv_history_load_finish (TV_STORE (source), result, &error);

    if (!take_page (self, lines, error))
        return;
    merge (self, lines);
    show_rows (self);
}

static void
selected_cb (TvHistoryList *self)
{
    TvHistoryItem *item = gtk_single_selection_get_selected_item (self->selection);

    if (!self->is_showing)
        g_signal_emit (self, signals[CHOSEN], 0, item ? tv_history_item_get_line (item)->id : 0);
}

/* Enter on the row that is chosen already opens it again, where it takes the place of the list. */
static void
activated_cb (TvHistoryList *self, guint position)
{
    gtk_single_selection_set_selected (self->selection, position);
    g_signal_emit (self, signals[CHOSEN], 0, get_line (self, position)->id);
}

static void
setup_cb (TvHistoryList *self, GtkListItem *item)
{
    gtk_list_item_set_child (item, tv_history_row_new ());
}

static void
bind_cb (TvHistoryList *self, GtkListItem *item)
{
    tv_history_row_show (TV_HISTORY_ROW (gtk_list_item_get_child (item)),
                         tv_history_item_get_line (gtk_list_item_get_item (item)));
}

static void
tv_history_list_dispose (GObject *object)
{
    TvHistoryList *self = TV_HISTORY_LIST (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_HISTORY_LIST);
    g_clear_object (&self->selection);
    g_clear_object (&self->items);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->filter.kind, g_free);
    G_OBJECT_CLASS (tv_history_list_parent_class)->dispose (object);
}

static void
tv_history_list_class_init (TvHistoryListClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_history_list_dispose;
    signals[CHOSEN] = g_signal_new ("chosen", TV_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/history/tv-history-list.ui");
    gtk_widget_class_bind_template_child (widget_class, TvHistoryList, empty_page);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryList, scrolled_window);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryList, stack);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryList, view);
    gtk_widget_class_bind_template_callback (widget_class, activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, bind_cb);
    gtk_widget_class_bind_template_callback (widget_class, setup_cb);
}

static void
tv_history_list_init (TvHistoryList *self)
{
    GtkAdjustment *adjustment;

    self->filter.first_day = self->filter.last_day = TV_DATE_NONE;
    self->reading = g_cancellable_new ();
    self->items = g_list_store_new (TV_TYPE_HISTORY_ITEM);
    gtk_widget_init_template (GTK_WIDGET (self));
    self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
    gtk_single_selection_set_autoselect (self->selection, FALSE);
    gtk_single_selection_set_can_unselect (self->selection, TRUE);
    gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
    g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                             self, G_CONNECT_SWAPPED);
    adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
}

void
tv_history_list_set_workspace (TvHistoryList *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_HISTORY_LIST (self));
    g_set_object (&self->workspace, workspace);
}

/**
 * tv_history_list_set_filter:
 * @filter: which change sets are listed from now on
 *
 * Reads them from the newest on; nothing is chosen any more.
 */
void
tv_history_list_set_filter (TvHistoryList *self, const TvHistoryFilter *filter)
{
    g_autofree char *kind = g_strdup (filter->kind);

    g_return_if_fail (TV_IS_HISTORY_LIST (self));
    renew_cancellable (self);
    g_free (self->filter.kind);
    self->filter = *filter;
    self->filter.kind = g_steal_pointer (&kind);
    self->is_complete = FALSE;
    gtk_stack_set_visible_child_name (self->stack, "loading");
    g_list_store_remove_all (self->items);
    read_page (self);
}

/**
 * tv_history_list_refresh:
 *
 * Reads again what is listed: new change sets come in at the top, and the place stays.
 */
void
tv_history_list_refresh (TvHistoryList *self)
{
    guint n_rows = tv_history_list_count (self);

    g_return_if_fail (TV_IS_HISTORY_LIST (self));
    renew_cancellable (self);
    if (n_rows == 0) {
        self->is_complete = FALSE;
        read_page (self);
        return;
    }
    self->is_reading = TRUE;
    tv_history_load_async (tv_workspace_get_store (self->workspace), &self->filter, 0,
                           MIN (n_rows + PAGE_SIZE, MOST_REFRESHED), self->reading, refreshed_cb,
                           g_object_ref (self));
}

/**
 * tv_history_list_count:
 *
 * Returns: how many change sets were read so far
 */
guint
tv_history_list_count (TvHistoryList *self)
{
    return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}
