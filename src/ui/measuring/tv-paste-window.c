/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview of what is pasted: the lines with their ticks, a summary above them, and the one
 * step that writes all of it. */

#include "ui/measuring/tv-paste-window-private.h"

#include "ui/widgets/tv-error-dialog.h"
#include "workflows/tv-paste-summary.h"
#include "workflows/tv-paste-write.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TvPasteWindow, tv_paste_window, ADW_TYPE_WINDOW)

enum {
    PASTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
item_is_shown (gpointer item, gpointer user_data)
{
    TvPasteWindow *self = user_data;

    return !gtk_check_button_get_active (self->look_check)
           || tv_paste_verdict_needs_look (tv_paste_item_get_row (item)->verdict);
}

static guint
count_looks (const TvPasteCounts *counts)
{
    guint n = 0;

    for (int verdict = 0; verdict < TV_PASTE_ROW_N_VERDICTS; verdict++)
        n += tv_paste_verdict_needs_look (verdict) ? counts->n_by_verdict[verdict] : 0;
    return n;
}

static void
show_check (GtkCheckButton *check, const char *label, guint n)
{
    g_autofree char *text = g_strdup_printf ("%s (%u)", label, n);

    gtk_check_button_set_label (check, text);
    gtk_widget_set_visible (GTK_WIDGET (check), n > 0 || gtk_check_button_get_active (check));
}

static void
show_summary (TvPasteWindow *self)
{
    g_autofree char *summary = tv_paste_plan_summary (self->plan);
    TvPasteCounts counts;

    tv_paste_plan_count (self->plan, &counts);
    gtk_label_set_label (self->summary_label, summary);
    gtk_widget_set_visible (self->doubt_label, self->plan->columns.is_doubtful);
    gtk_widget_set_sensitive (self->take_button, counts.n_children > 0);
    show_check (self->replace_check, _ ("Replace the values that stand now"), counts.n_other);
    show_check (self->look_check, _ ("Only the lines to look at"), count_looks (&counts));
}

static char *
write_order (const TvPastePlan *plan)
{
    const TvMeasuringRow *first = plan->start < plan->sheet->rows->len
                                      ? g_ptr_array_index (plan->sheet->rows, plan->start)
                                      : NULL;

    if (!first)
        return g_strdup (_ ("By their order"));
    /* Translators: %s is the child at which the lines that are pasted begin. */
    return g_strdup_printf (_ ("By their order, from %s on"), first->student->name);
}

/* Another list of modes under the hand that chooses from it would ask again, for ever. */
static void
show_modes (TvPasteWindow *self)
{
    g_autoptr (GtkStringList) modes = gtk_string_list_new (NULL);
    g_autofree char *order = write_order (self->plan);
    GListModel *shown = gtk_drop_down_get_model (self->mode_drop_down);
    guint n = tv_paste_columns_has_names (&self->plan->columns) ? 2 : 1;

    if (shown && g_list_model_get_n_items (shown) == n) {
        gtk_drop_down_set_selected (self->mode_drop_down, self->plan->mode);
        return;
    }
    gtk_string_list_append (modes, order);
    if (n > 1)
        gtk_string_list_append (modes, _ ("By name and number"));
    gtk_drop_down_set_model (self->mode_drop_down, G_LIST_MODEL (modes));
    gtk_drop_down_set_selected (self->mode_drop_down, self->plan->mode);
}

/**
 * _tv_paste_window_show:
 *
 * Shows the plan as it stands after a choice.
 */
void
_tv_paste_window_show (TvPasteWindow *self)
{
    guint n = self->plan->rows->len;
    g_autoptr (GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);

    self->is_showing = TRUE;
    for (guint i = 0; i < n; i++)
        g_ptr_array_add (items, tv_paste_item_new (self->plan, i));
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                         items->pdata, items->len);
    show_modes (self);
    _tv_paste_window_show_columns (self);
    show_summary (self);
    self->is_showing = FALSE;
    _tv_paste_window_show_near (self);
}

/**
 * _tv_paste_window_ticked:
 * @item: whose ticks changed
 */
void
_tv_paste_window_ticked (TvPasteWindow *self, TvPasteItem *item)
{
    tv_paste_item_update (item);
    show_summary (self);
    _tv_paste_window_show_near (self);
}

static void
mode_chosen_cb (TvPasteWindow *self)
{
    guint mode = gtk_drop_down_get_selected (self->mode_drop_down);

    if (self->is_showing || mode == GTK_INVALID_LIST_POSITION)
        return;
    tv_paste_plan_set_mode (self->plan, (TvPasteMode) mode);
    _tv_paste_window_show (self);
}

static void
replace_toggled_cb (TvPasteWindow *self)
{
    if (self->is_showing)
        return;
    tv_paste_plan_set_replaces (self->plan, gtk_check_button_get_active (self->replace_check));
    _tv_paste_window_show (self);
}

static void
look_toggled_cb (TvPasteWindow *self)
{
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvPasteWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    guint n_children;
    gboolean is_written = tv_paste_write_finish (TV_STORE (source), result, &n_children, &error);

    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (!self->content_box)
        return;
    if (!is_written) {
        if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            tv_error_dialog_present (GTK_WINDOW (self), _ ("Nothing was pasted"), error);
        return;
    }
    g_signal_emit (self, signals[PASTED], 0, self->plan, n_children);
    gtk_window_close (GTK_WINDOW (self));
}

static void
take_cb (TvPasteWindow *self)
{
    if (self->progress || !gtk_widget_get_sensitive (self->take_button))
        return;
    g_clear_object (&self->cancellable);
    self->cancellable = g_cancellable_new ();
    self->progress
        = tv_progress_dialog_start (GTK_WINDOW (self), _ ("Pasting…"), self->cancellable);
    tv_paste_write_async (self->store, self->plan, self->cancellable, written_cb,
                          g_object_ref (self));
}

/* What is on its way comes to its end; the answer would find no window. */
static gboolean
close_request_cb (TvPasteWindow *self)
{
    return self->progress != NULL;
}

static void
tv_paste_window_dispose (GObject *object)
{
    TvPasteWindow *self = TV_PASTE_WINDOW (object);

    g_clear_object (&self->cancellable);
    g_clear_object (&self->items);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_PASTE_WINDOW);
    g_clear_pointer (&self->plan, tv_paste_plan_free);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (tv_paste_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/measuring/tv-paste-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, cancel_button);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, columns_box);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, content_box);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, doubt_label);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, height_column);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, look_check);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, mode_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, near_box);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, near_revealer);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, replace_check);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, summary_label);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, take_button);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, view);
    gtk_widget_class_bind_template_child (widget_class, TvPasteWindow, weight_column);
    gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
    gtk_widget_class_bind_template_callback (widget_class, look_toggled_cb);
    gtk_widget_class_bind_template_callback (widget_class, mode_chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, replace_toggled_cb);
    gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
tv_paste_window_class_init (TvPasteWindowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_paste_window_dispose;
    signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
    g_type_ensure (TV_TYPE_PASTE_ITEM);
    bind_template (widget_class);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_paste_window_init (TvPasteWindow *self)
{
    GtkFilterListModel *filtered;

    gtk_widget_init_template (GTK_WIDGET (self));
    self->items = g_list_store_new (TV_TYPE_PASTE_ITEM);
    self->filter = GTK_FILTER (gtk_custom_filter_new (item_is_shown, self, NULL));
    filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
    self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
    gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
    g_signal_connect_object (self->selection, "notify::selected-item",
                             G_CALLBACK (_tv_paste_window_show_near), self, G_CONNECT_SWAPPED);
    /* The view keeps the selection alive for as long as the template stands. */
    g_object_unref (self->selection);
    _tv_paste_window_add_cells (self);
}

/**
 * tv_paste_window_new:
 * @parent: the window that asks
 * @store: the book that is open
 * @plan: (transfer full): what would be pasted
 *
 * Returns: the window, to be presented
 */
TvPasteWindow *
tv_paste_window_new (GtkWindow *parent, TvStore *store, TvPastePlan *plan)
{
    TvPasteWindow *self = g_object_new (TV_TYPE_PASTE_WINDOW, "transient-for", parent, NULL);

    self->store = g_object_ref (store);
    self->plan = plan;
    _tv_paste_window_show (self);
    gtk_window_set_default_widget (GTK_WINDOW (self), self->take_button);
    gtk_widget_grab_focus (gtk_widget_get_sensitive (self->take_button) ? self->take_button
                                                                        : self->cancel_button);
    return self;
}
