/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that may be of one child: the pairs at the left, the chosen pair beside them. */

#include "ui/students/tv-duplicates-window.h"

#include "ui/students/tv-duplicate-view.h"
#include "ui/widgets/tv-error-dialog.h"
#include "workflows/tv-duplicates.h"

#include <glib/gi18n.h>

/* More is not gone through at one sitting; the rest comes up as these go. */
#define MAX_PAIRS 200

struct _TvDuplicatesWindow {
    AdwWindow parent_instance;

    TvWorkspace *workspace;
    GPtrArray *pairs; /* of TvDuplicatePair */
    GCancellable *cancellable;
    gboolean is_writing;

    GtkWidget *content_box;
    GtkWidget *part_button;
    GtkWidget *merge_button;
    GtkStack *stack;
    GtkWidget *list_scroller;
    GtkListBox *pair_list;
    TvDuplicateView *view;
};

G_DEFINE_FINAL_TYPE (TvDuplicatesWindow, tv_duplicates_window, ADW_TYPE_WINDOW)

static void
update_buttons (TvDuplicatesWindow *self)
{
    gboolean can_act = tv_duplicate_view_get_preview (self->view) && !self->is_writing;

    gtk_widget_set_sensitive (self->part_button, can_act);
    gtk_widget_set_sensitive (self->merge_button, can_act);
}

static const TvDuplicatePair *
get_chosen (TvDuplicatesWindow *self)
{
    GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pair_list);

    return row && self->pairs ? g_ptr_array_index (self->pairs, gtk_list_box_row_get_index (row))
                              : NULL;
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvDuplicatesWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    TvDuplicatePreview *preview = tv_duplicate_preview_finish (TV_STORE (source), result, &error);
    const TvDuplicatePair *pair = self->content_box ? get_chosen (self) : NULL;

    if (preview && pair) {
        tv_duplicate_view_show (self->view, preview, tv_duplicate_reason_sentence (pair->reason));
        update_buttons (self);
        return;
    }
    g_clear_pointer (&preview, tv_duplicate_preview_free);
    if (error && self->content_box && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
}

static void
row_selected_cb (TvDuplicatesWindow *self)
{
    const TvDuplicatePair *pair = get_chosen (self);

    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    self->cancellable = g_cancellable_new ();
    tv_duplicate_view_clear (self->view);
    update_buttons (self);
    if (pair)
        tv_duplicate_preview_async (tv_workspace_get_store (self->workspace), pair->one->id,
                                    pair->other->id, self->cancellable, previewed_cb,
                                    g_object_ref (self));
}

static void
add_pair (TvDuplicatesWindow *self, const TvDuplicatePair *pair)
{
    GtkWidget *row = adw_action_row_new ();
    const TvStudent *dated = pair->one->birth_date != TV_DATE_NONE ? pair->one : pair->other;
    g_autofree char *birth = dated->birth_date == TV_DATE_NONE
                                 ? g_strdup (_ ("date of birth not known"))
                                 : tv_date_to_text (dated->birth_date);

    g_object_set (row, "use-markup", FALSE, "title", pair->one->name, "subtitle", birth, NULL);
    gtk_list_box_append (self->pair_list, row);
}

static void
show_pairs (TvDuplicatesWindow *self)
{
    GtkListBoxRow *row;

    while ((row = gtk_list_box_get_row_at_index (self->pair_list, 0)))
        gtk_list_box_remove (self->pair_list, GTK_WIDGET (row));
    for (guint i = 0; i < self->pairs->len && i < MAX_PAIRS; i++)
        add_pair (self, g_ptr_array_index (self->pairs, i));
    gtk_stack_set_visible_child_name (self->stack, self->pairs->len > 0 ? "pairs" : "none");
    row = gtk_list_box_get_row_at_index (self->pair_list, 0);
    if (row)
        gtk_list_box_select_row (self->pair_list, row);
    else
        tv_duplicate_view_clear (self->view);
    update_buttons (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvDuplicatesWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) pairs = tv_duplicates_find_finish (TV_STORE (source), result, &error);

    if (!self->content_box)
        return;
    if (!pairs) {
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        return;
    }
    g_clear_pointer (&self->pairs, g_ptr_array_unref);
    self->pairs = g_steal_pointer (&pairs);
    show_pairs (self);
}

static void
find (TvDuplicatesWindow *self)
{
    tv_duplicates_find_async (tv_workspace_get_store (self->workspace), NULL, found_cb,
                              g_object_ref (self));
}

static void
end_writing (TvDuplicatesWindow *self, const GError *error, const char *sentence)
{
    self->is_writing = FALSE;
    if (!error)
        tv_workspace_tell (self->workspace, sentence, TRUE);
    if (!self->content_box)
        return;
    if (error) {
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
    } else {
        /* The pair is none any more; the next is shown when the list is read again. */
        tv_duplicate_view_clear (self->view);
        find (self);
    }
    update_buttons (self);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvDuplicatesWindow) self = user_data;
    g_autoptr (GError) error = NULL;

    tv_duplicate_merge_finish (TV_STORE (source), result, &error);
    end_writing (self, error, _ ("The two records are one now, with all that was measured."));
}

static void
parted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvDuplicatesWindow) self = user_data;
    g_autoptr (GError) error = NULL;

    tv_duplicates_part_finish (TV_STORE (source), result, &error);
    end_writing (self, error, _ ("These two stay two children, and are not asked about again."));
}

static void
merge_cb (TvDuplicatesWindow *self)
{
    const TvDuplicatePreview *preview = tv_duplicate_view_get_preview (self->view);

    self->is_writing = TRUE;
    update_buttons (self);
    tv_duplicate_merge_async (tv_workspace_get_store (self->workspace), preview->kept->student->id,
                              preview->gone->student->id, tv_duplicate_view_get_theirs (self->view),
                              NULL, merged_cb, g_object_ref (self));
}

static void
part_cb (TvDuplicatesWindow *self)
{
    const TvDuplicatePreview *preview = tv_duplicate_view_get_preview (self->view);

    self->is_writing = TRUE;
    update_buttons (self);
    tv_duplicates_part_async (tv_workspace_get_store (self->workspace), preview->kept->student->uid,
                              preview->gone->student->uid, NULL, parted_cb, g_object_ref (self));
}

static void
tv_duplicates_window_dispose (GObject *object)
{
    TvDuplicatesWindow *self = TV_DUPLICATES_WINDOW (object);

    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    /* The list lets its choice go with its rows. */
    if (self->pair_list)
        g_signal_handlers_disconnect_by_data (self->pair_list, self);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_DUPLICATES_WINDOW);
    g_clear_pointer (&self->pairs, g_ptr_array_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_duplicates_window_parent_class)->dispose (object);
}

static void
tv_duplicates_window_class_init (TvDuplicatesWindowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_DUPLICATE_VIEW);
    G_OBJECT_CLASS (class_)->dispose = tv_duplicates_window_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/students/tv-duplicates-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvDuplicatesWindow, content_box);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicatesWindow, list_scroller);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicatesWindow, merge_button);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicatesWindow, pair_list);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicatesWindow, part_button);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicatesWindow, stack);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicatesWindow, view);
    gtk_widget_class_bind_template_callback (widget_class, merge_cb);
    gtk_widget_class_bind_template_callback (widget_class, part_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_duplicates_window_init (TvDuplicatesWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_duplicates_window_present:
 * @workspace: the open book
 * @parent: the window it stands over
 *
 * Returns: (transfer none): the window, shown
 */
TvDuplicatesWindow *
tv_duplicates_window_present (TvWorkspace *workspace, GtkWindow *parent)
{
    TvDuplicatesWindow *self
        = g_object_new (TV_TYPE_DUPLICATES_WINDOW, "transient-for", parent, NULL);

    self->workspace = g_object_ref (workspace);
    find (self);
    gtk_window_present (GTK_WINDOW (self));
    return self;
}
