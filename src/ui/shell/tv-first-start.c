/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Language first, since everything else is read in it; then a new book, one that stands, or the
 * practice school. */

#include "ui/shell/tv-first-start.h"

#include "base/tv-text.h"
#include "ui/settings/tv-restore-window.h"
#include "ui/shell/tv-settings.h"
#include "workflows/tv-folder-warning.h"
#include "workflows/tv-protection.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>

struct _TvFirstStart {
    AdwApplicationWindow parent_instance;

    char *folder; /* of the book that would be made */
    GtkFileChooserNative *chooser;

    AdwWindowTitle *title;
    GtkWidget *back_button;
    GtkDropDown *language_dropdown;
    GtkStack *stack;
    GtkEditable *name_row;
    AdwComboRow *level_row;
    GtkEditable *authority_row;
    GtkLabel *folder_label;
    GtkLabel *encryption_label;
    GtkLabel *warning_label;
    GtkWidget *create_button;
};

G_DEFINE_FINAL_TYPE (TvFirstStart, tv_first_start, ADW_TYPE_APPLICATION_WINDOW)

static TvApplication *
get_application (TvFirstStart *self)
{
    return TV_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
folder_judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvFirstStart) self = user_data;
    g_autofree char *warning = tv_folder_warning_finish (result);

    if (!self->warning_label)
        return;
    gtk_label_set_label (self->warning_label, warning ? warning : "");
    gtk_widget_set_visible (GTK_WIDGET (self->warning_label), warning != NULL);
}

/* All new books lie in one folder, so the place is the same whatever the school is called. */
static void
judge_place (TvFirstStart *self)
{
    g_autofree char *folder = tv_record_book_new_folder ("");

    tv_folder_warning_async (folder, TV_FOLDER_FOR_BOOK, NULL, folder_judged_cb,
                             g_object_ref (self));
}

static void
show_step (TvFirstStart *self, const char *step)
{
    gboolean is_form = g_strcmp0 (step, "new") == 0;

    gtk_stack_set_visible_child_name (self->stack, step);
    gtk_widget_set_visible (self->back_button, is_form);
    adw_window_title_set_title (self->title, is_form ? _ ("New record book") : "");
    if (!is_form)
        return;
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
    judge_place (self);
}

static void
show_levels (TvFirstStart *self)
{
    g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

    for (int level = TV_LEVEL_KINDERGARTEN; level <= TV_LEVEL_WARD; level++)
        gtk_string_list_append (labels, tv_level_label ((TvLevel) level));
    adw_combo_row_set_model (self->level_row, G_LIST_MODEL (labels));
}

static void
form_changed_cb (TvFirstStart *self)
{
    g_autofree char *name = tv_text_clean (gtk_editable_get_text (self->name_row));
    g_autofree char *sentence = NULL;

    g_clear_pointer (&self->folder, g_free);
    self->folder = tv_record_book_new_folder (name);
    /* Translators: %s is a folder */
    sentence = g_strdup_printf (_ ("The book will lie in %s"), self->folder);
    gtk_label_set_label (self->folder_label, *name ? sentence : "");
    gtk_widget_set_sensitive (self->create_button, *name);
}

static void
create_clicked_cb (TvFirstStart *self)
{
    g_autofree char *name = tv_text_clean (gtk_editable_get_text (self->name_row));
    g_autofree char *authority = tv_text_clean (gtk_editable_get_text (self->authority_row));
    const TvSchool values = { .name = name,
                              .level = (TvLevel) adw_combo_row_get_selected (self->level_row),
                              .authority = *authority ? authority : NULL };

    if (*name)
        tv_application_create_book (get_application (self), self->folder, &values);
}

static void
folder_chosen_cb (TvFirstStart *self, int response)
{
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
    g_autofree char *path = file ? g_file_get_path (file) : NULL;

    if (response == GTK_RESPONSE_ACCEPT && path)
        tv_application_open_book (get_application (self), path);
    g_clear_object (&self->chooser);
}

static void
new_activated_cb (TvFirstStart *self)
{
    show_step (self, "new");
}

static void
open_activated_cb (TvFirstStart *self)
{
    self->chooser = gtk_file_chooser_native_new (_ ("Folder of a record book"), GTK_WINDOW (self),
                                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
    g_signal_connect_object (self->chooser, "response", G_CALLBACK (folder_chosen_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
restore_activated_cb (TvFirstStart *self)
{
    gtk_window_present (GTK_WINDOW (tv_restore_window_new (GTK_WINDOW (self), NULL)));
}

static void
practice_activated_cb (TvFirstStart *self)
{
    tv_application_open_practice (get_application (self));
}

static void
back_clicked_cb (TvFirstStart *self)
{
    show_step (self, "ways");
}

static void
language_selected_cb (TvFirstStart *self)
{
    TvLanguage language = (TvLanguage) gtk_drop_down_get_selected (self->language_dropdown);

    if (language != tv_language_get () && gtk_window_get_application (GTK_WINDOW (self)))
        tv_application_change_language (get_application (self), language);
}

static void
tv_first_start_dispose (GObject *object)
{
    TvFirstStart *self = TV_FIRST_START (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_FIRST_START);
    g_clear_object (&self->chooser);
    g_clear_pointer (&self->folder, g_free);
    G_OBJECT_CLASS (tv_first_start_parent_class)->dispose (object);
}

static void
tv_first_start_class_init (TvFirstStartClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_first_start_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/shell/tv-first-start.ui");
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, authority_row);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, back_button);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, create_button);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, encryption_label);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, folder_label);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, language_dropdown);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, level_row);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, name_row);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, stack);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, title);
    gtk_widget_class_bind_template_child (widget_class, TvFirstStart, warning_label);
    gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, new_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, open_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, practice_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, restore_activated_cb);
}

/* Told where it is not as it should be, and before somebody relies on it. */
static void
show_encryption (TvFirstStart *self)
{
    g_autofree char *sentence = tv_protection_describe ();

    gtk_label_set_label (self->encryption_label, sentence);
    gtk_widget_set_visible (GTK_WIDGET (self->encryption_label), !tv_protection_is_possible ());
}

static void
tv_first_start_init (TvFirstStart *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    show_encryption (self);
    show_levels (self);
    gtk_drop_down_set_selected (self->language_dropdown, tv_language_get ());
}

GtkWidget *
tv_first_start_new (TvApplication *application)
{
    return g_object_new (TV_TYPE_FIRST_START, "application", application, NULL);
}
