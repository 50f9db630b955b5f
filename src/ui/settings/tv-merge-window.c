/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two copies of a book beside each other: for each child what both have changed, and which of the
 * two stays. What only one has changed is taken without a question. */

#include "ui/settings/tv-merge-window.h"

#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-book-merge.h"

#include <glib/gi18n.h>

struct _TvMergeWindow {
    AdwWindow parent_instance;

    TvStore *store;
    char *path;
    TvSecret *key;
    TvMergePreview *preview;
    GHashTable *take_theirs;  /* code of a question -> whether theirs is taken */
    GPtrArray *their_buttons; /* of GtkCheckButton, one a question */
    GPtrArray *our_buttons;
    TvProgressDialog *progress; /* unowned: a window; NULL while nothing is written */

    GtkWidget *content_box;
    GtkWidget *cancel_button;
    GtkWidget *merge_button;
    AdwPreferencesPage *page;
    AdwPreferencesGroup *summary_group;
    GtkWidget *all_box;
    GtkWidget *all_ours_button;
    GtkWidget *all_theirs_button;
};

G_DEFINE_FINAL_TYPE (TvMergeWindow, tv_merge_window, ADW_TYPE_WINDOW)

enum {
    MERGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (GtkCheckButton *theirs, GParamSpec *pspec, TvMergeWindow *self)
{
    const char *code = g_object_get_data (G_OBJECT (theirs), "tv-code");

    g_hash_table_replace (self->take_theirs, g_strdup (code),
                          GINT_TO_POINTER (gtk_check_button_get_active (theirs)));
}

static void
add_question (TvMergeWindow *self, AdwPreferencesGroup *group, const TvMergeQuestion *question)
{
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *ours = gtk_check_button_new ();
    GtkWidget *theirs = gtk_check_button_new ();
    g_autofree char *here = g_strdup_printf (_ ("Here: %s"), question->ours);
    g_autofree char *there = g_strdup_printf (_ ("There: %s"), question->theirs);

    g_object_set (row, "use-markup", FALSE, "title", question->name, "title-lines", 0, NULL);
    gtk_check_button_set_label (GTK_CHECK_BUTTON (ours), here);
    gtk_check_button_set_label (GTK_CHECK_BUTTON (theirs), there);
    gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (ours));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (ours), TRUE);
    g_object_set_data_full (G_OBJECT (theirs), "tv-code", g_strdup (question->code), g_free);
    g_signal_connect_object (theirs, "notify::active", G_CALLBACK (chosen_cb), self, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), ours);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), theirs);
    g_ptr_array_add (self->our_buttons, ours);
    g_ptr_array_add (self->their_buttons, theirs);
    adw_preferences_group_add (group, row);
}

static void
add_group (TvMergeWindow *self, const TvMergeGroup *asked)
{
    GtkWidget *group = adw_preferences_group_new ();
    g_autofree char *title = g_markup_escape_text (asked->title, -1);

    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
    for (guint i = 0; i < asked->questions->len; i++)
        add_question (self, ADW_PREFERENCES_GROUP (group), g_ptr_array_index (asked->questions, i));
    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
show_preview (TvMergeWindow *self)
{
    g_autofree char *sentence = tv_merge_preview_sentence (self->preview);

    adw_preferences_group_set_description (self->summary_group, sentence);
    gtk_widget_set_visible (self->all_box, self->preview->n_questions > 1);
    for (guint i = 0; i < self->preview->groups->len; i++)
        add_group (self, g_ptr_array_index (self->preview->groups, i));
    gtk_widget_set_sensitive (self->merge_button, TRUE);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvMergeWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMergePreview) preview
        = tv_book_merge_preview_finish (TV_STORE (source), result, &error);

    if (!self->content_box)
        return;
    if (!preview) {
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        return;
    }
    self->preview = g_steal_pointer (&preview);
    show_preview (self);
}

static void
choose_all (GPtrArray *buttons)
{
    for (guint i = 0; i < buttons->len; i++)
        gtk_check_button_set_active (g_ptr_array_index (buttons, i), TRUE);
}

static void
all_ours_cb (TvMergeWindow *self)
{
    choose_all (self->our_buttons);
}

static void
all_theirs_cb (TvMergeWindow *self)
{
    choose_all (self->their_buttons);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvMergeWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    TvMergeOutcome outcome;
    gboolean is_merged = tv_book_merge_finish (TV_STORE (source), result, &outcome, &error);
    g_autofree char *sentence = NULL;

    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (!self->content_box)
        return;
    if (!is_merged) {
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        return;
    }
    sentence = tv_merge_outcome_sentence (&outcome);
    /* The window that asked may go with the signal, and would take this one with it. */
    gtk_window_close (GTK_WINDOW (self));
    gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
    g_signal_emit (self, signals[MERGED], 0, sentence);
}

static void
merge_cb (TvMergeWindow *self)
{
    TvMergeRequest request = { self->path, self->key, self->take_theirs, FALSE };

    if (self->progress)
        return;
    self->progress = tv_progress_dialog_start (GTK_WINDOW (self), _ ("Merging…"), NULL);
    tv_book_merge_async (self->store, &request, NULL, merged_cb, g_object_ref (self));
}

static void
tv_merge_window_dispose (GObject *object)
{
    TvMergeWindow *self = TV_MERGE_WINDOW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_MERGE_WINDOW);
    g_clear_pointer (&self->our_buttons, g_ptr_array_unref);
    g_clear_pointer (&self->their_buttons, g_ptr_array_unref);
    g_clear_pointer (&self->take_theirs, g_hash_table_unref);
    g_clear_pointer (&self->preview, tv_merge_preview_free);
    g_clear_pointer (&self->key, tv_secret_unref);
    g_clear_pointer (&self->path, g_free);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (tv_merge_window_parent_class)->dispose (object);
}

static void
tv_merge_window_class_init (TvMergeWindowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_merge_window_dispose;
    signals[MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-merge-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, all_box);
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, all_ours_button);
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, all_theirs_button);
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, cancel_button);
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, content_box);
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, merge_button);
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, page);
    gtk_widget_class_bind_template_child (widget_class, TvMergeWindow, summary_group);
    gtk_widget_class_bind_template_callback (widget_class, all_ours_cb);
    gtk_widget_class_bind_template_callback (widget_class, all_theirs_cb);
    gtk_widget_class_bind_template_callback (widget_class, merge_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_merge_window_init (TvMergeWindow *self)
{
    self->take_theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->our_buttons = g_ptr_array_new ();
    self->their_buttons = g_ptr_array_new ();
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_merge_window_new:
 * @parent: the window that asks
 * @store: the book that is open
 * @path: an absolute path of a backup of the other copy
 * @key: (nullable): what that one is protected with
 */
TvMergeWindow *
tv_merge_window_new (GtkWindow *parent, TvStore *store, const char *path, TvSecret *key)
{
    TvMergeWindow *self = g_object_new (TV_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
    TvMergeRequest request = { path, key, NULL, FALSE };

    self->store = g_object_ref (store);
    self->path = g_strdup (path);
    self->key = key ? tv_secret_ref (key) : NULL;
    tv_book_merge_preview_async (store, &request, NULL, previewed_cb, g_object_ref (self));
    return self;
}
