/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding and editing a child: a form that says what is odd while it is typed. Only a name, a birth
 * date that is one, and for a new child a class are needed. */

#include "ui/students/tv-student-dialog.h"

#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-child-edit.h"
#include "workflows/tv-class-list.h"

#include <glib/gi18n.h>

struct _TvStudentDialog {
    AdwWindow parent_instance;

    GtkButton *save_button;
    AdwEntryRow *name_row;
    AdwComboRow *sex_row;
    AdwEntryRow *birth_row;
    GtkLabel *birth_label;
    AdwComboRow *class_row;
    AdwEntryRow *number_row;
    GtkLabel *number_label;
    AdwEntryRow *code_row;
    AdwEntryRow *ethnic_row;
    AdwEntryRow *guardian_row;
    AdwEntryRow *phone_row;
    AdwEntryRow *notes_row;
    AdwEntryRow *sort_row;

    TvWorkspace *workspace;
    TvStudent *student; /* NULL: a new child */
    gint64 class_id;
    TvDate first_day;   /* of a new child in its class */
    GPtrArray *classes; /* of TvRosterClass */
    GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (TvStudentDialog, tv_student_dialog, ADW_TYPE_WINDOW)

enum {
    ADDED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TvDate
read_birth_date (TvStudentDialog *self)
{
    return tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->birth_row)));
}

static TvSex
read_sex (TvStudentDialog *self)
{
    return (TvSex) adw_combo_row_get_selected (self->sex_row);
}

static gint64
read_class (TvStudentDialog *self)
{
    guint position = adw_combo_row_get_selected (self->class_row);

    if (self->student || !self->classes || position >= self->classes->len)
        return 0;
    return ((TvRosterClass *) g_ptr_array_index (self->classes, position))->class_->id;
}

static void
show_remark (GtkLabel *label, const char *sentence)
{
    gtk_label_set_label (label, sentence ? sentence : "");
    gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_LIST_BOX_ROW),
                            sentence != NULL);
}

static gboolean
check_birth_date (TvStudentDialog *self)
{
    g_autofree char *text = tv_entry_row_read (self->birth_row);
    TvDate date = read_birth_date (self);
    const char *sentence = NULL;

    if (text && date == TV_DATE_NONE)
        sentence = _ ("This is not a date. Type day, month and year: 5/10/2026.");
    else if (date != TV_DATE_NONE && date > tv_workspace_today (self->workspace))
        sentence = _ ("This day has not come yet.");
    show_remark (self->birth_label, sentence);
    return !sentence;
}

static void
check_cb (TvStudentDialog *self)
{
    g_autofree char *name = tv_entry_row_read (self->name_row);
    g_autofree char *number = tv_entry_row_read (self->number_row);
    g_autofree char *doubt = NULL;
    gboolean has_date = check_birth_date (self);
    gboolean has_class = self->student || read_class (self) != 0;

    doubt = tv_child_number_doubt (number, read_sex (self), read_birth_date (self));
    show_remark (self->number_label, doubt);
    gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), name && has_date && has_class);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvStudentDialog) self = user_data;
    g_autoptr (GError) error = NULL;
    gint64 id = tv_child_edit_finish (TV_STORE (source), result, &error);

    if (id == 0) {
        tv_workspace_tell_error (self->workspace, error);
        gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
        return;
    }
    tv_workspace_tell (self->workspace,
                       self->student ? _ ("The changes were saved.") : _ ("The child was added."),
                       TRUE);
    if (!self->student)
        g_signal_emit (self, signals[ADDED], 0, id);
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_clicked_cb (TvStudentDialog *self)
{
    TvStudent values = { 0 };
    g_autofree char *name = tv_entry_row_read (self->name_row);
    g_autofree char *number = tv_entry_row_read (self->number_row);
    g_autofree char *code = tv_entry_row_read (self->code_row);
    g_autofree char *ethnic = tv_entry_row_read (self->ethnic_row);
    g_autofree char *guardian = tv_entry_row_read (self->guardian_row);
    g_autofree char *phone = tv_entry_row_read (self->phone_row);
    g_autofree char *notes = tv_entry_row_read (self->notes_row);
    g_autofree char *sort_name = tv_entry_row_read (self->sort_row);

    if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save_button)))
        return;
    if (self->student)
        values = *self->student;
    values.name = name;
    values.sex = read_sex (self);
    values.birth_date = read_birth_date (self);
    values.personal_number = number;
    values.ministry_code = code;
    values.ethnic_group = ethnic;
    values.guardian_name = guardian;
    values.guardian_phone = phone;
    values.notes = notes;
    values.sort_name = sort_name;
    gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
    tv_child_add_async (tv_workspace_get_store (self->workspace), &values, read_class (self),
                        self->first_day, NULL, saved_cb, g_object_ref (self));
}

static void
classes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvStudentDialog) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
    guint selected = 0;

    self->classes = tv_class_list_load_finish (TV_STORE (source), result, &error);
    if (!self->classes) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    for (guint i = 0; i < self->classes->len; i++) {
        const TvRosterClass *roster_class = g_ptr_array_index (self->classes, i);

        gtk_string_list_append (list, roster_class->class_->name);
        if (roster_class->class_->id == self->class_id)
            selected = i;
    }
    adw_combo_row_set_model (self->class_row, G_LIST_MODEL (list));
    adw_combo_row_set_selected (self->class_row, selected);
    check_cb (self);
}

static void
put_text (AdwEntryRow *row, const char *text)
{
    gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

static void
show_student (TvStudentDialog *self)
{
    const TvStudent *student = self->student;
    g_autofree char *birth
        = student->birth_date == TV_DATE_NONE ? NULL : tv_date_to_text (student->birth_date);

    put_text (self->name_row, student->name);
    put_text (self->birth_row, birth);
    put_text (self->number_row, student->personal_number);
    put_text (self->code_row, student->ministry_code);
    put_text (self->ethnic_row, student->ethnic_group);
    put_text (self->guardian_row, student->guardian_name);
    put_text (self->phone_row, student->guardian_phone);
    put_text (self->notes_row, student->notes);
    put_text (self->sort_row, student->sort_name);
    adw_combo_row_set_selected (self->sex_row, student->sex);
}

static void
tv_student_dialog_dispose (GObject *object)
{
    TvStudentDialog *self = TV_STUDENT_DIALOG (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    g_clear_pointer (&self->student, tv_student_unref);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    G_OBJECT_CLASS (tv_student_dialog_parent_class)->dispose (object);
}

static void
tv_student_dialog_finalize (GObject *object)
{
    g_clear_object (&TV_STUDENT_DIALOG (object)->workspace);
    G_OBJECT_CLASS (tv_student_dialog_parent_class)->finalize (object);
}

static void
tv_student_dialog_class_init (TvStudentDialogClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_student_dialog_dispose;
    G_OBJECT_CLASS (class_)->finalize = tv_student_dialog_finalize;
    signals[ADDED] = g_signal_new ("added", TV_TYPE_STUDENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/students/tv-student-dialog.ui");
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, birth_label);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, birth_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, class_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, code_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, ethnic_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, guardian_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, name_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, notes_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, number_label);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, number_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, phone_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, save_button);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, sex_row);
    gtk_widget_class_bind_template_child (widget_class, TvStudentDialog, sort_row);
    gtk_widget_class_bind_template_callback (widget_class, check_cb);
    gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_student_dialog_init (TvStudentDialog *self)
{
    g_autoptr (GtkStringList) sexes = gtk_string_list_new (NULL);

    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_string_list_append (sexes, _ ("Not known"));
    gtk_string_list_append (sexes, tv_sex_label (TV_SEX_MALE));
    gtk_string_list_append (sexes, tv_sex_label (TV_SEX_FEMALE));
    adw_combo_row_set_model (self->sex_row, G_LIST_MODEL (sexes));
}

static void
set_titles (TvStudentDialog *self)
{
    gboolean is_kindergarten = tv_workspace_is_kindergarten (self->workspace);

    if (self->student)
        gtk_window_set_title (GTK_WINDOW (self), is_kindergarten
                                                     ? C_ ("kindergarten", "Edit the child")
                                                     : C_ ("school", "Edit the student"));
    else
        gtk_window_set_title (GTK_WINDOW (self), is_kindergarten
                                                     ? C_ ("kindergarten", "Add a child")
                                                     : C_ ("school", "Add a student"));
}

/**
 * tv_student_dialog_present:
 * @workspace: the open book
 * @student: (nullable): the child to edit; %NULL adds one
 * @class_id: the class that is proposed to a new child; 0 for none
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none): the dialog; it closes itself when the child is saved, after a signal
 *   "added" with the number of a new child
 */
TvStudentDialog *
tv_student_dialog_present (TvWorkspace *workspace, const TvStudent *student, gint64 class_id,
                           GtkWidget *parent)
{
    TvStudentDialog *self = g_object_new (TV_TYPE_STUDENT_DIALOG, "transient-for",
                                          gtk_widget_get_root (parent), NULL);
    TvSchoolYear *year = tv_workspace_get_year (workspace);

    self->workspace = g_object_ref (workspace);
    self->class_id = class_id;
    self->first_day = tv_workspace_today (workspace);
    self->reading = g_cancellable_new ();
    if (student) {
        self->student = tv_student_new (student);
        show_student (self);
        gtk_widget_set_visible (GTK_WIDGET (self->class_row), FALSE);
    } else if (year) {
        tv_class_list_load_async (tv_workspace_get_store (workspace), year->id, self->reading,
                                  classes_read_cb, g_object_ref (self));
    }
    set_titles (self);
    check_cb (self);
    /* Else the first button had the focus, and a space within the name would close the form. */
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
    gtk_window_present (GTK_WINDOW (self));
    return self;
}

/**
 * tv_student_dialog_set_first_day:
 * @first_day: of a new child in its class; today unless it is said otherwise
 */
void
tv_student_dialog_set_first_day (TvStudentDialog *self, TvDate first_day)
{
    g_return_if_fail (TV_IS_STUDENT_DIALOG (self) && first_day != TV_DATE_NONE);
    self->first_day = first_day;
}
