/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan's targets in the preferences. The year that is shown at first is the one by which the
 * chosen round is judged; where the book has no targets for it, that is said first. */

#include "ui/settings/tv-target-group.h"

#include "ui/settings/tv-target-dialog.h"
#include "ui/settings/tv-target-row.h"
#include "workflows/tv-targets.h"

#include <glib/gi18n.h>

struct _TvTargetGroup {
    AdwPreferencesGroup parent_instance;

    TvWorkspace *workspace;
    TvTargets *targets; /* (nullable) */
    GPtrArray *rows;    /* of GtkWidget: those of the targets */
    int wanted_year;    /* that is to be shown */
    gboolean is_updating;
    GCancellable *reading;

    AdwComboRow *year_row;
    AdwActionRow *missing_row;
    GtkButton *missing_button;
    AdwActionRow *next_row;
};

G_DEFINE_FINAL_TYPE (TvTargetGroup, tv_target_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
    SAVED,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (TvTargetGroup *self);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvTargetGroup) self = user_data;
    g_autoptr (GError) error = NULL;

    if (tv_targets_write_finish (TV_STORE (source), result, &error)) {
        g_signal_emit (self, signals[SAVED], 0);
        return;
    }
    g_signal_emit (self, signals[FAILED], 0, error);
    /* A year that could not be added is not to be shown either. */
    self->wanted_year = self->targets ? self->targets->year : self->wanted_year;
}

static void
taken_cb (gpointer object, const TvTarget *target)
{
    TvTargetGroup *self = object;

    if (self->workspace)
        tv_targets_save_async (tv_workspace_get_store (self->workspace), target, written_cb,
                               g_object_ref (self));
}

static void
edit_cb (TvTargetGroup *self, TvTargetRow *row)
{
    tv_target_dialog_present (GTK_WIDGET (self), tv_target_row_get_target (row), taken_cb, self);
}

static void
put_back_cb (TvTargetGroup *self, TvTargetRow *row)
{
    tv_targets_put_back_async (tv_workspace_get_store (self->workspace),
                               tv_target_row_get_target (row), written_cb, g_object_ref (self));
}

static void
add_year (TvTargetGroup *self, int year)
{
    self->wanted_year = year;
    tv_targets_add_year_async (tv_workspace_get_store (self->workspace), year, written_cb,
                               g_object_ref (self));
}

static int
year_of_round (TvTargetGroup *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);
    TvDate today = tv_workspace_today (self->workspace);
    int year;

    if (round)
        return tv_targets_year_of_round (round, today);
    tv_date_get_ymd (today, &year, NULL, NULL);
    return year;
}

static void
add_missing_cb (TvTargetGroup *self)
{
    add_year (self, year_of_round (self));
}

static void
add_next_cb (TvTargetGroup *self)
{
    if (self->targets)
        add_year (self, tv_targets_next_year (self->targets));
}

static void
year_selected_cb (TvTargetGroup *self)
{
    guint selected = adw_combo_row_get_selected (self->year_row);

    if (self->is_updating || !self->targets || selected >= self->targets->years->len)
        return;
    self->wanted_year = g_array_index (self->targets->years, int, selected);
    load (self);
}

static void
show_years (TvTargetGroup *self)
{
    g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
    guint selected = 0;

    for (guint i = 0; i < self->targets->years->len; i++) {
        int year = g_array_index (self->targets->years, int, i);

        gtk_string_list_take (years, g_strdup_printf ("%d", year));
        if (year == self->targets->year)
            selected = i;
    }
    adw_combo_row_set_model (self->year_row, G_LIST_MODEL (years));
    adw_combo_row_set_selected (self->year_row, selected);
    gtk_widget_set_visible (GTK_WIDGET (self->year_row), self->targets->years->len > 0);
}

static void
show_missing (TvTargetGroup *self, gboolean can_edit)
{
    int year = year_of_round (self);
    gboolean is_missing = !tv_targets_has_year (self->targets, year);
    /* Translators: %d is a calendar year */
    g_autofree char *title = g_strdup_printf (_ ("There are no targets for %d yet"), year);
    /* Translators: %d is a calendar year */
    g_autofree char *label = g_strdup_printf (_ ("Add those of %d"), year);

    gtk_widget_set_visible (GTK_WIDGET (self->missing_row), is_missing);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->missing_row), title);
    adw_action_row_set_subtitle (self->missing_row,
                                 _ ("The chosen round begins in that year, so nothing is judged "
                                    "in it until they are added."));
    gtk_button_set_label (self->missing_button, label);
    gtk_widget_set_sensitive (GTK_WIDGET (self->missing_button), can_edit);
}

static void
show_next (TvTargetGroup *self, gboolean can_edit)
{
    int next = tv_targets_next_year (self->targets);
    /* Translators: %d is a calendar year */
    g_autofree char *title = g_strdup_printf (_ ("Add the targets of %d"), next);
    g_autofree char *subtitle = NULL;

    if (self->targets->years->len > 0) {
        /* Translators: %d is a calendar year */
        subtitle = g_strdup_printf (_ ("They begin as a copy of those of %d; edit what the new "
                                       "plan asks otherwise."),
                                    next - 1);
        adw_action_row_set_subtitle (self->next_row, subtitle);
    }
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_row), title);
    gtk_widget_set_visible (GTK_WIDGET (self->next_row), can_edit && next != year_of_round (self));
}

static void
show_rows (TvTargetGroup *self, gboolean can_edit)
{
    for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                      g_ptr_array_index (self->rows, i));
    g_ptr_array_set_size (self->rows, 0);
    for (guint i = 0; i < self->targets->list->len; i++) {
        GtkWidget *row = tv_target_row_new (g_ptr_array_index (self->targets->list, i), can_edit);

        g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
        g_signal_connect_object (row, "put-back-wanted", G_CALLBACK (put_back_cb), self,
                                 G_CONNECT_SWAPPED);
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
        g_ptr_array_add (self->rows, row);
    }
}

/* The row that had the focus may be gone with the old rows. */
static gint64
find_focus (TvTargetGroup *self)
{
    for (guint i = 0; i < self->rows->len; i++) {
        GtkWidget *row = g_ptr_array_index (self->rows, i);

        if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN)
            return tv_target_row_get_target (TV_TARGET_ROW (row))->id;
    }
    return 0;
}

static void
give_focus (TvTargetGroup *self, gint64 target_id)
{
    for (guint i = 0; target_id != 0 && i < self->rows->len; i++) {
        GtkWidget *row = g_ptr_array_index (self->rows, i);

        if (tv_target_row_get_target (TV_TARGET_ROW (row))->id == target_id)
            gtk_widget_grab_focus (row);
    }
}

static void
show (TvTargetGroup *self)
{
    gboolean can_edit = tv_workspace_can_edit (self->workspace);
    gint64 focus_id = find_focus (self);
    /* Translators: %d is a calendar year */
    g_autofree char *title = g_strdup_printf (_ ("Targets of the %d plan"), self->targets->year);

    self->is_updating = TRUE;
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                     self->targets->year ? title : "");
    show_years (self);
    show_missing (self, can_edit);
    show_next (self, can_edit);
    show_rows (self, can_edit);
    give_focus (self, focus_id);
    self->is_updating = FALSE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvTargetGroup) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvTargets) targets = tv_targets_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!targets) {
        g_signal_emit (self, signals[FAILED], 0, error);
        return;
    }
    g_clear_pointer (&self->targets, tv_targets_unref);
    self->targets = g_steal_pointer (&targets);
    show (self);
}

static void
load (TvTargetGroup *self)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->reading = g_cancellable_new ();
    tv_targets_load_async (tv_workspace_get_store (self->workspace), self->wanted_year,
                           self->reading, loaded_cb, g_object_ref (self));
}

static void
changed_cb (TvTargetGroup *self, guint topics)
{
    if (topics & (TV_TOPIC_SCHOOL | TV_TOPIC_TARGETS | TV_TOPIC_ROUNDS))
        load (self);
}

static void
tv_target_group_dispose (GObject *object)
{
    TvTargetGroup *self = TV_TARGET_GROUP (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->is_updating = TRUE;
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_TARGET_GROUP);
    g_clear_pointer (&self->rows, g_ptr_array_unref);
    g_clear_pointer (&self->targets, tv_targets_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_target_group_parent_class)->dispose (object);
}

static void
tv_target_group_class_init (TvTargetGroupClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_target_group_dispose;
    signals[SAVED]
        = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-target-group.ui");
    gtk_widget_class_bind_template_child (widget_class, TvTargetGroup, missing_button);
    gtk_widget_class_bind_template_child (widget_class, TvTargetGroup, missing_row);
    gtk_widget_class_bind_template_child (widget_class, TvTargetGroup, next_row);
    gtk_widget_class_bind_template_child (widget_class, TvTargetGroup, year_row);
    gtk_widget_class_bind_template_callback (widget_class, add_missing_cb);
    gtk_widget_class_bind_template_callback (widget_class, add_next_cb);
    gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
}

static void
tv_target_group_init (TvTargetGroup *self)
{
    self->rows = g_ptr_array_new ();
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_target_group_set_workspace:
 * @workspace: the open book; it can be given only once
 */
void
tv_target_group_set_workspace (TvTargetGroup *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_TARGET_GROUP (self) && !self->workspace);
    self->workspace = g_object_ref (workspace);
    self->wanted_year = year_of_round (self);
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
    load (self);
}
