/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form for a new password, typed twice. */

#include "ui/settings/tv-password-dialog.h"

#include "workflows/tv-protection.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    TvPerson *person;
    TvPasswordTaken taken;
    GObject *object;
    GtkEditable *label_row;
    GtkEditable *present_row;
    GtkEditable *password_row;
    GtkEditable *repeat_row;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    tv_person_unref (self->person);
    g_object_unref (self->object);
    g_free (self);
}

static const char *
find_fault (Form *form)
{
    const char *password = gtk_editable_get_text (form->password_row);
    const char *weakness = tv_protection_find_weakness (password);

    if (!*gtk_editable_get_text (form->label_row))
        return _ ("The sign-in page needs a word to choose the person by.");
    if (!*gtk_editable_get_text (form->present_row))
        return _ ("Your present password is asked for, so that nobody else sets one for you.");
    if (weakness)
        return weakness;
    if (strcmp (password, gtk_editable_get_text (form->repeat_row)) != 0)
        return _ ("The two passwords are not the same yet.");
    return NULL;
}

static void
check_cb (Form *form, TvFormDialog *dialog)
{
    const char *fault = find_fault (form);
    gboolean is_begun = *gtk_editable_get_text (form->password_row) != '\0';

    tv_form_dialog_judge (dialog, !fault, is_begun ? fault : NULL);
}

static void
accept_cb (Form *form)
{
    g_autoptr (TvSecret) password = NULL;
    g_autoptr (TvSecret) present = NULL;

    if (find_fault (form))
        return;
    password = tv_secret_new_text (gtk_editable_get_text (form->password_row));
    present = tv_secret_new_text (gtk_editable_get_text (form->present_row));
    form->taken (form->object, form->person, gtk_editable_get_text (form->label_row), password,
                 present);
}

/**
 * tv_password_dialog_present:
 * @parent: a widget of the window that asks
 * @person: whose password it is to be
 * @taken: called with the answer, if there is one
 * @object: a #GObject for @taken
 *
 * Returns: (transfer none): the form, shown
 */
TvFormDialog *
tv_password_dialog_present (GtkWidget *parent, TvPerson *person, TvPasswordTaken taken,
                            gpointer object)
{
    Form *form = g_new0 (Form, 1);
    /* Translators: %s is the name of a person */
    g_autofree char *heading = g_strdup_printf (_ ("Password of %s"), person->name);
    TvFormDialog *dialog = tv_form_dialog_new (parent, heading, NULL, _ ("_Save"));

    form->person = tv_person_ref (person);
    form->taken = taken;
    form->object = g_object_ref (object);
    form->present_row
        = GTK_EDITABLE (tv_form_dialog_add_password (dialog, _ ("Your present password")));
    form->password_row = GTK_EDITABLE (tv_form_dialog_add_password (dialog, _ ("New password")));
    form->repeat_row
        = GTK_EDITABLE (tv_form_dialog_add_password (dialog, _ ("New password once more")));
    form->label_row = GTK_EDITABLE (
        tv_form_dialog_add_entry (dialog, _ ("Shown on the sign-in page (readable for everybody)"),
                                  tv_person_sign_in_label (person)));
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accept_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
    return dialog;
}
