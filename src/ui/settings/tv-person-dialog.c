/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form for somebody who acts in the book. */

#include "ui/settings/tv-person-dialog.h"

#include <glib/gi18n.h>

typedef struct {
    TvPeople *people;
    TvPerson *person; /* NULL: a new one */
    TvPersonTaken taken;
    GObject *object;
    AdwEntryRow *name_row;
    AdwComboRow *role_row;
    AdwComboRow *class_row;
    AdwEntryRow *until_row;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    tv_people_unref (self->people);
    g_clear_pointer (&self->person, tv_person_unref);
    g_object_unref (self->object);
    g_free (self);
}

static GListModel *
list_roles (void)
{
    GtkStringList *roles = gtk_string_list_new (NULL);

    for (int role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++)
        gtk_string_list_append (roles, tv_role_label ((TvRole) role));
    return G_LIST_MODEL (roles);
}

/* The first is none. */
static GListModel *
list_classes (TvPeople *people)
{
    GtkStringList *names = gtk_string_list_new (NULL);

    gtk_string_list_append (names, C_ ("class", "None"));
    for (guint i = 0; i < people->classes->len; i++)
        gtk_string_list_append (names,
                                ((const TvClass *) g_ptr_array_index (people->classes, i))->name);
    return G_LIST_MODEL (names);
}

static guint
index_of_class (TvPeople *people, gint64 class_id)
{
    for (guint i = 0; i < people->classes->len; i++) {
        if (((const TvClass *) g_ptr_array_index (people->classes, i))->id == class_id)
            return i + 1;
    }
    return 0;
}

static gint64
chosen_class (Form *form)
{
    guint chosen = adw_combo_row_get_selected (form->class_row);

    if (chosen == 0 || chosen > form->people->classes->len)
        return 0;
    return ((const TvClass *) g_ptr_array_index (form->people->classes, chosen - 1))->id;
}

/* Returns NULL where what is typed as the last day is no date. */
static TvPerson *
read_form (Form *form)
{
    g_autofree char *name = tv_entry_row_read (form->name_row);
    g_autofree char *until = tv_entry_row_read (form->until_row);
    TvPerson values = form->person ? *form->person : (TvPerson){ .is_active = TRUE };

    values.name = name;
    values.role = (TvRole) adw_combo_row_get_selected (form->role_row);
    values.class_id = values.role == TV_ROLE_TEACHER ? chosen_class (form) : 0;
    values.until = until ? tv_date_parse_typed (until) : TV_DATE_NONE;
    if (until && values.until == TV_DATE_NONE)
        return NULL;
    return tv_person_new (&values);
}

static const char *
describe_role (TvRole role)
{
    switch (role) {
    case TV_ROLE_NURSE:
        return _ ("A school nurse may do everything in the book.");
    case TV_ROLE_PRINCIPAL:
        return _ ("A principal sees rates and reports, signs rounds off and looks after people; "
                  "children's records open on request, which is noted.");
    case TV_ROLE_TEACHER:
        return _ (
            "A class teacher enters heights and weights of the own class, and sees no other.");
    default:
        return _ ("An auditor reads the history, and no child's record.");
    }
}

static void
check_cb (Form *form, TvFormDialog *dialog)
{
    g_autoptr (TvPerson) values = read_form (form);
    const char *fault
        = values ? tv_people_find_fault (values) : _ ("A date such as 31/12/2026 is needed here.");
    TvRole role = (TvRole) adw_combo_row_get_selected (form->role_row);

    gtk_widget_set_visible (GTK_WIDGET (form->class_row), role == TV_ROLE_TEACHER);
    tv_form_dialog_judge (dialog, !fault, fault ? fault : describe_role (role));
}

static void
accept_cb (Form *form)
{
    g_autoptr (TvPerson) values = read_form (form);

    if (values && !tv_people_find_fault (values))
        form->taken (form->object, values);
}

static void
add_fields (Form *form, TvFormDialog *dialog)
{
    const TvPerson *person = form->person;
    g_autofree char *until
        = person && person->until != TV_DATE_NONE ? tv_date_to_text (person->until) : NULL;

    form->name_row
        = tv_form_dialog_add_entry (dialog, _ ("Full name"), person ? person->name : NULL);
    form->role_row = tv_form_dialog_add_choice (dialog, _ ("Role"), list_roles (),
                                                person ? person->role : TV_ROLE_TEACHER);
    form->class_row
        = tv_form_dialog_add_choice (dialog, _ ("Class"), list_classes (form->people),
                                     person ? index_of_class (form->people, person->class_id) : 0);
    form->until_row = tv_form_dialog_add_entry (
        dialog, _ ("Last day, for a substitute (empty: without end)"), until);
}

/**
 * tv_person_dialog_present:
 * @parent: a widget of the window that asks
 * @people: who acts in the book
 * @person: (nullable): who is edited; %NULL for somebody new
 * @taken: called with the answer, if there is one
 * @object: a #GObject for @taken
 *
 * Returns: (transfer none): the form, shown
 */
TvFormDialog *
tv_person_dialog_present (GtkWidget *parent, TvPeople *people, TvPerson *person,
                          TvPersonTaken taken, gpointer object)
{
    Form *form = g_new0 (Form, 1);
    TvFormDialog *dialog = tv_form_dialog_new (
        parent, person ? person->name : _ ("Somebody who acts in the book"), NULL, _ ("_Save"));

    form->people = tv_people_ref (people);
    form->person = person ? tv_person_ref (person) : NULL;
    form->taken = taken;
    form->object = g_object_ref (object);
    add_fields (form, dialog);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accept_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
    return dialog;
}
