/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks who opens a protected backup: the passwords are those of the day on which it was made. */

#include "ui/settings/tv-backup-password.h"

#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-sign-in.h"

#include <glib/gi18n.h>

typedef struct {
    GWeakRef object;
    TvBackupOpenerGiven given;
    GPtrArray *holders;
    TvFormDialog *dialog; /* unowned: it owns this */
    AdwComboRow *who_row;
    AdwEntryRow *secret_row;
} Asking;

static void
free_asking (gpointer data)
{
    Asking *self = data;

    g_weak_ref_clear (&self->object);
    g_ptr_array_unref (self->holders);
    g_free (self);
}

static void
check_cb (Asking *self)
{
    const char *text = gtk_editable_get_text (GTK_EDITABLE (self->secret_row));

    tv_form_dialog_judge (self->dialog, *text != '\0', NULL);
}

/* After the people comes the recovery code. */
static void
accepted_cb (Asking *self)
{
    g_autoptr (GObject) object = g_weak_ref_get (&self->object);
    guint who = adw_combo_row_get_selected (self->who_row);
    const char *text = gtk_editable_get_text (GTK_EDITABLE (self->secret_row));
    g_autoptr (TvSecret) secret = NULL;
    TvBackupOpener opener = { 0 };

    if (who < self->holders->len) {
        opener.person_uid = ((TvSignInName *) g_ptr_array_index (self->holders, who))->person_uid;
        secret = tv_secret_new_text (text);
    } else {
        secret = tv_backup_parse_code (text);
    }
    opener.secret = secret;
    if (object)
        self->given (object, &opener);
}

static void
present (Asking *self, GtkWidget *parent, const char *remark)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

    for (guint i = 0; i < self->holders->len; i++)
        gtk_string_list_append (names,
                                ((TvSignInName *) g_ptr_array_index (self->holders, i))->label);
    gtk_string_list_append (names, _ ("With the recovery code"));
    self->dialog = tv_form_dialog_new (
        parent, _ ("This backup is encrypted"),
        remark ? remark
               : _ ("It opens with the password of the day on which it was made, or with the "
                    "recovery code on paper."),
        _ ("_Open"));
    self->who_row
        = tv_form_dialog_add_choice (self->dialog, _ ("Who opens it"), G_LIST_MODEL (names), 0);
    self->secret_row = tv_form_dialog_add_password (self->dialog, _ ("Password or recovery code"));
    g_object_set_data_full (G_OBJECT (self->dialog), "tv-asking", self, free_asking);
    g_signal_connect_swapped (self->dialog, "check", G_CALLBACK (check_cb), self);
    g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted_cb), self);
    check_cb (self);
    tv_form_dialog_present (self->dialog);
}

/**
 * tv_backup_password_ask:
 * @parent: in whose window it is asked
 * @path: of a protected backup
 * @remark: (nullable): what was wrong with the answer before
 * @given: called with the answer
 * @object: a #GObject, handed to @given if it still lives
 *
 * Reads the last bytes of the file for the names.
 */
void
tv_backup_password_ask (GtkWidget *parent, const char *path, const char *remark,
                        TvBackupOpenerGiven given, gpointer object)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) holders = tv_backup_list_holders (path, &error);
    Asking *self;

    if (!holders) {
        tv_error_dialog_present (GTK_WINDOW (gtk_widget_get_root (parent)), NULL, error);
        return;
    }
    self = g_new0 (Asking, 1);
    g_weak_ref_init (&self->object, object);
    self->given = given;
    self->holders = g_steal_pointer (&holders);
    present (self, parent, remark);
}
