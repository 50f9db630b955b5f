/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who acts in the book: their roles, their last days, their passwords. */

#include "ui/settings/tv-people-group.h"

#include "ui/settings/tv-password-dialog.h"
#include "ui/settings/tv-person-dialog.h"
#include "ui/settings/tv-person-row.h"
#include "workflows/tv-people.h"
#include "workflows/tv-protection.h"

struct _TvPeopleGroup {
    AdwPreferencesGroup parent_instance;

    TvWorkspace *workspace;
    TvPeople *people; /* (nullable) */
    GPtrArray *rows;  /* of GtkWidget: those of the people */
    GCancellable *reading;

    GtkWidget *add_row;
};

G_DEFINE_FINAL_TYPE (TvPeopleGroup, tv_people_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
    SAVED,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TvStore *
get_store (TvPeopleGroup *self)
{
    return tv_workspace_get_store (self->workspace);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvPeopleGroup) self = user_data;
    g_autoptr (GError) error = NULL;

    if (tv_people_save_finish (TV_STORE (source), result, &error))
        g_signal_emit (self, signals[SAVED], 0);
    else
        g_signal_emit (self, signals[FAILED], 0, error);
}

/* A password is no record: nothing else tells that it changed. */
static void
password_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvPeopleGroup) self = user_data;
    g_autoptr (GError) error = NULL;

    if (!tv_protection_finish (TV_STORE (source), result, &error))
        g_signal_emit (self, signals[FAILED], 0, error);
    if (self->workspace)
        tv_people_group_reload (self);
}

static void
person_taken_cb (gpointer object, const TvPerson *person)
{
    TvPeopleGroup *self = object;

    if (self->workspace)
        tv_people_save_async (get_store (self), person, written_cb, g_object_ref (self));
}

static void
add_cb (TvPeopleGroup *self)
{
    if (self->people)
        tv_person_dialog_present (GTK_WIDGET (self), self->people, NULL, person_taken_cb, self);
}

static void
edit_cb (TvPeopleGroup *self, TvPersonRow *row)
{
    tv_person_dialog_present (GTK_WIDGET (self), self->people, tv_person_row_get_person (row),
                              person_taken_cb, self);
}

static void
end_cb (TvPeopleGroup *self, TvPersonRow *row)
{
    tv_people_end_async (get_store (self), tv_person_row_get_person (row), written_cb,
                         g_object_ref (self));
}

static void
return_cb (TvPeopleGroup *self, TvPersonRow *row)
{
    tv_people_bring_back_async (get_store (self), tv_person_row_get_person (row), written_cb,
                                g_object_ref (self));
}

static void
password_taken_cb (gpointer object, TvPerson *person, const char *label, TvSecret *password,
                   TvSecret *present)
{
    TvPeopleGroup *self = object;
    const TvPasswordOf of = { person->uid, label, password };

    if (self->workspace)
        tv_protection_set_password_async (get_store (self), &of, present, password_set_cb,
                                          g_object_ref (self));
}

static void
password_cb (TvPeopleGroup *self, TvPersonRow *row)
{
    tv_password_dialog_present (GTK_WIDGET (self), tv_person_row_get_person (row),
                                password_taken_cb, self);
}

static void
removal_cb (TvPeopleGroup *self, TvPersonRow *row)
{
    tv_protection_drop_password_async (get_store (self), tv_person_row_get_person (row)->uid,
                                       password_set_cb, g_object_ref (self));
}

static void
add_row (TvPeopleGroup *self, TvPerson *person, gboolean can_edit)
{
    GtkWidget *row = tv_person_row_new (self->people, person, can_edit);

    g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (row, "password-wanted", G_CALLBACK (password_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (row, "removal-wanted", G_CALLBACK (removal_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (row, "end-wanted", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (row, "return-wanted", G_CALLBACK (return_cb), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    g_ptr_array_add (self->rows, row);
}

static void
show (TvPeopleGroup *self)
{
    gboolean can_edit = self->people->may_manage && !tv_workspace_is_read_only (self->workspace);

    for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                      g_ptr_array_index (self->rows, i));
    g_ptr_array_set_size (self->rows, 0);
    for (guint i = 0; i < self->people->people->len; i++)
        add_row (self, g_ptr_array_index (self->people->people, i), can_edit);
    gtk_widget_set_visible (self->add_row, can_edit);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvPeopleGroup) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvPeople) people = tv_people_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!people) {
        g_signal_emit (self, signals[FAILED], 0, error);
        return;
    }
    g_clear_pointer (&self->people, tv_people_unref);
    self->people = g_steal_pointer (&people);
    show (self);
}

static void
changed_cb (TvPeopleGroup *self, guint topics)
{
    if (topics & (TV_TOPIC_PEOPLE | TV_TOPIC_CLASSES))
        tv_people_group_reload (self);
}

static void
tv_people_group_dispose (GObject *object)
{
    TvPeopleGroup *self = TV_PEOPLE_GROUP (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_PEOPLE_GROUP);
    g_clear_pointer (&self->rows, g_ptr_array_unref);
    g_clear_pointer (&self->people, tv_people_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_people_group_parent_class)->dispose (object);
}

static void
tv_people_group_class_init (TvPeopleGroupClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_people_group_dispose;
    signals[SAVED]
        = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-people-group.ui");
    gtk_widget_class_bind_template_child (widget_class, TvPeopleGroup, add_row);
    gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tv_people_group_init (TvPeopleGroup *self)
{
    self->rows = g_ptr_array_new ();
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_people_group_reload:
 *
 * Reads again who acts in the book; called also by whoever changes its protection.
 */
void
tv_people_group_reload (TvPeopleGroup *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->reading = g_cancellable_new ();
    tv_people_load_async (get_store (self), year ? year->id : 0, self->reading, loaded_cb,
                          g_object_ref (self));
}

/**
 * tv_people_group_set_workspace:
 * @workspace: the open book; it can be given only once
 */
void
tv_people_group_set_workspace (TvPeopleGroup *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_PEOPLE_GROUP (self) && !self->workspace);
    self->workspace = g_object_ref (workspace);
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
    tv_people_group_reload (self);
}
