/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Protecting the open book, and what belongs to that. */

#include "ui/settings/tv-protection-group.h"

#include "ui/settings/tv-password-dialog.h"
#include "ui/settings/tv-protect-window.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-people.h"
#include "workflows/tv-plain-copies.h"
#include "workflows/tv-protection.h"

#include <glib/gi18n.h>

struct _TvProtectionGroup {
    AdwPreferencesGroup parent_instance;

    TvWorkspace *workspace;
    TvPeople *people; /* (nullable) */
    GCancellable *working;
    TvProgressDialog *progress; /* unowned: a window */

    AdwActionRow *protect_row;
    AdwActionRow *password_row;
    AdwActionRow *code_row;
    AdwActionRow *remove_row;
};

G_DEFINE_FINAL_TYPE (TvProtectionGroup, tv_protection_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
    CHANGED,
    TOLD,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TvStore *
get_store (TvProtectionGroup *self)
{
    return tv_workspace_get_store (self->workspace);
}

static GtkWindow *
get_window (TvProtectionGroup *self)
{
    return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* What can be done follows from what the book is and from who is signed in. */
static void
show (TvProtectionGroup *self)
{
    gboolean is_protected = tv_store_is_protected (get_store (self));
    gboolean may_change
        = self->people && self->people->may_manage && !tv_workspace_is_read_only (self->workspace);
    gboolean is_possible = tv_protection_is_possible ();

    gtk_widget_set_visible (GTK_WIDGET (self->protect_row), !is_protected);
    gtk_widget_set_sensitive (GTK_WIDGET (self->protect_row), may_change && is_possible);
    adw_action_row_set_subtitle (
        self->protect_row,
        is_possible ? _ ("The book is not encrypted: whoever finds the file can read it.")
                    : _ ("This Tầm Vóc was built without encryption and cannot protect a book."));
    gtk_widget_set_visible (GTK_WIDGET (self->password_row), is_protected && self->people);
    gtk_widget_set_visible (GTK_WIDGET (self->code_row), is_protected && may_change);
    gtk_widget_set_visible (GTK_WIDGET (self->remove_row),
                            is_protected && may_change && self->people->may_unprotect);
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (self),
        is_protected ? _ ("The book is encrypted and opens only with a password.") : NULL);
    if (self->people && self->people->actor)
        adw_action_row_set_subtitle (self->password_row, self->people->actor->name);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvProtectionGroup) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvPeople) people = tv_people_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace)
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
load (TvProtectionGroup *self)
{
    tv_people_load_async (get_store (self), 0, NULL, loaded_cb, g_object_ref (self));
}

static void
copies_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvProtectionGroup) self = user_data;
    g_autoptr (GError) error = NULL;

    if (tv_plain_copies_delete_finish (result, &error))
        g_signal_emit (self, signals[TOLD], 0,
                       _ ("The copies that were not encrypted are deleted."));
    else
        g_signal_emit (self, signals[FAILED], 0, error);
}

static void
copies_answered_cb (AdwMessageDialog *dialog, const char *response, TvProtectionGroup *self)
{
    if (self->workspace && g_strcmp0 (response, "delete") == 0)
        tv_plain_copies_delete_async (tv_store_folder (get_store (self)), copies_deleted_cb,
                                      g_object_ref (self));
}

static void
ask_about_copies (TvProtectionGroup *self, GPtrArray *names)
{
    g_autofree char *list = NULL;
    g_autofree char *body = NULL;
    GtkWidget *dialog;

    g_ptr_array_add (names, NULL);
    list = g_strjoinv ("\n", (char **) names->pdata);
    /* Translators: %s is a list of file names */
    body = g_strdup_printf (_ ("These copies lie in the folder of the book and were made before: "
                               "whoever has them can read them.\n\n%s\n\nA new backup is encrypted "
                               "like the book. Copies elsewhere, such as on a USB stick, you have "
                               "to delete yourself."),
                            list);
    dialog = adw_message_dialog_new (get_window (self), _ ("Copies that are not encrypted"), body);
    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep them"),
                                      "delete", _ ("_Delete them"), NULL);
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                                ADW_RESPONSE_DESTRUCTIVE);
    g_signal_connect_object (dialog, "response", G_CALLBACK (copies_answered_cb), self, 0);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
copies_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvProtectionGroup) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) names = tv_plain_copies_list_finish (result, &error);

    if (self->workspace && names && names->len > 0)
        ask_about_copies (self, names);
}

static void
done_cb (TvProtectionGroup *self)
{
    load (self);
    g_signal_emit (self, signals[TOLD], 0, _ ("Done. Keep the sheet with the recovery code safe."));
    g_signal_emit (self, signals[CHANGED], 0);
    tv_plain_copies_list_async (tv_store_folder (get_store (self)), copies_listed_cb,
                                g_object_ref (self));
}

static void
window_failed_cb (TvProtectionGroup *self, const GError *error)
{
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
protect_cb (TvProtectionGroup *self)
{
    TvProtectWindow *window;

    if (!self->people || !self->people->actor)
        return;
    window = tv_protect_window_new (get_window (self), self->workspace, self->people->actor);
    g_signal_connect_object (window, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (window, "failed", G_CALLBACK (window_failed_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (window));
}

static void
password_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvProtectionGroup) self = user_data;
    g_autoptr (GError) error = NULL;

    if (tv_protection_finish (TV_STORE (source), result, &error))
        g_signal_emit (self, signals[TOLD], 0, _ ("The new password holds from now on."));
    else
        g_signal_emit (self, signals[FAILED], 0, error);
}

static void
password_taken_cb (gpointer object, TvPerson *person, const char *label, TvSecret *password,
                   TvSecret *present)
{
    TvProtectionGroup *self = object;
    const TvPasswordOf of = { person->uid, label, password };

    if (self->workspace)
        tv_protection_set_password_async (get_store (self), &of, present, password_set_cb,
                                          g_object_ref (self));
}

static void
password_cb (TvProtectionGroup *self)
{
    if (self->people && self->people->actor)
        tv_password_dialog_present (GTK_WIDGET (self), self->people->actor, password_taken_cb,
                                    self);
}

static void
progress_cb (double fraction, gpointer user_data)
{
    TvProtectionGroup *self = user_data;

    if (self->progress)
        tv_progress_dialog_set_fraction (self->progress, fraction);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvProtectionGroup) self = user_data;
    g_autoptr (GError) error = NULL;
    gboolean is_done = tv_protection_finish (TV_STORE (source), result, &error);

    g_clear_object (&self->working);
    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (!is_done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
    if (!self->workspace)
        return;
    load (self);
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkEditable *
get_present_row (TvFormDialog *dialog)
{
    return g_object_get_data (G_OBJECT (dialog), "tv-present-row");
}

static void
removal_check_cb (TvProtectionGroup *self, TvFormDialog *dialog)
{
    tv_form_dialog_judge (dialog, *gtk_editable_get_text (get_present_row (dialog)) != '\0', NULL);
}

static void
removal_accepted_cb (TvProtectionGroup *self, TvFormDialog *dialog)
{
    g_autoptr (TvSecret) present
        = tv_secret_new_text (gtk_editable_get_text (get_present_row (dialog)));

    if (!self->workspace || self->working)
        return;
    self->working = g_cancellable_new ();
    self->progress = tv_progress_dialog_start (
        get_window (self), _ ("Writing the record book without encryption…"), self->working);
    tv_protection_remove_async (get_store (self), present, progress_cb, self, self->working,
                                removed_cb, g_object_ref (self));
}

static void
remove_cb (TvProtectionGroup *self)
{
    TvFormDialog *dialog = tv_form_dialog_new (
        GTK_WIDGET (self), _ ("Remove the protection?"),
        _ ("Whoever finds or copies the file can read the health records of all children "
           "afterwards. Passwords and the recovery code are forgotten; the records stay as they "
           "are."),
        _ ("_Remove the protection"));

    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                                ADW_RESPONSE_DESTRUCTIVE);
    g_object_set_data (G_OBJECT (dialog), "tv-present-row",
                       tv_form_dialog_add_password (dialog, _ ("Your present password")));
    g_signal_connect_object (dialog, "check", G_CALLBACK (removal_check_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (dialog, "accepted", G_CALLBACK (removal_accepted_cb), self,
                             G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}

static void
tv_protection_group_dispose (GObject *object)
{
    TvProtectionGroup *self = TV_PROTECTION_GROUP (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_PROTECTION_GROUP);
    g_clear_pointer (&self->people, tv_people_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_protection_group_parent_class)->dispose (object);
}

static void
tv_protection_group_class_init (TvProtectionGroupClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_protection_group_dispose;
    signals[CHANGED]
        = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
    signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-protection-group.ui");
    gtk_widget_class_bind_template_child (widget_class, TvProtectionGroup, code_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectionGroup, password_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectionGroup, protect_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectionGroup, remove_row);
    gtk_widget_class_bind_template_callback (widget_class, password_cb);
    gtk_widget_class_bind_template_callback (widget_class, protect_cb);
    gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
tv_protection_group_init (TvProtectionGroup *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_protection_group_set_workspace:
 * @workspace: the open book; it can be given only once
 */
void
tv_protection_group_set_workspace (TvProtectionGroup *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_PROTECTION_GROUP (self) && !self->workspace);
    self->workspace = g_object_ref (workspace);
    show (self);
    load (self);
}
