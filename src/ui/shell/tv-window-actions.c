/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What menu, keys and the workspace ask the window to do. */

#include "ui/shell/tv-window-private.h"

#include "ui/importing/tv-import-assistant.h"
#include "ui/students/tv-year-window.h"
#include "ui/settings/tv-preferences-window.h"
#include "ui/shell/tv-page-help.h"
#include "ui/shell/tv-page-registry.h"
#include "ui/shell/tv-undo-outcome.h"
#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-text-window.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-protection.h"
#include "workflows/tv-self-test.h"
#include "workflows/tv-undo.h"

#include <glib/gi18n.h>

/* What is longer would be cut off in a toast. */
#define TOAST_MAX_LENGTH 60

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *code = g_variant_get_string (parameter, NULL);

    if (tv_page_registry_find (code, NULL))
        tv_window_show_page (TV_WINDOW (widget), code);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvPage *page = tv_window_show_page (TV_WINDOW (widget), "students");

    if (page)
        tv_page_focus_search (page);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    adw_leaflet_navigate (TV_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvWorkspace *workspace = TV_WINDOW (widget)->workspace;
    TvStore *store = tv_workspace_get_store (workspace);

    if (store)
        tv_undo_last_async (store, NULL, tv_undo_outcome_undone_cb, g_object_ref (workspace));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvWorkspace *workspace = TV_WINDOW (widget)->workspace;
    TvStore *store = tv_workspace_get_store (workspace);

    if (store)
        tv_redo_last_async (store, NULL, tv_undo_outcome_redone_cb, g_object_ref (workspace));
}

static void
practice_import_answered_cb (GtkWidget *dialog, const char *response, TvWindow *self)
{
    int first_year = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "tv-first-year"));

    if (g_strcmp0 (response, "import") == 0)
        tv_import_assistant_present_for_year (self->workspace, GTK_WINDOW (self), first_year);
}

/* Real children among made-up ones are easily taken for made-up. */
static void
ask_before_practice_import (TvWindow *self, int first_year)
{
    GtkWidget *dialog = adw_message_dialog_new (
        GTK_WINDOW (self), _ ("Import into the practice school?"),
        _ ("Everything in this record book is made up. The list of your own school belongs into a "
           "record book of its own."));

    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                      "import", _ ("_Import for practice"), NULL);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    g_object_set_data (G_OBJECT (dialog), "tv-first-year", GINT_TO_POINTER (first_year));
    g_signal_connect_object (dialog, "response", G_CALLBACK (practice_import_answered_cb), self, 0);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
import (TvWindow *self, int first_year)
{
    TvSchool *school = tv_workspace_get_school (self->workspace);

    if (!school)
        return;
    if (school->is_practice)
        ask_before_practice_import (self, first_year);
    else
        tv_import_assistant_present_for_year (self->workspace, GTK_WINDOW (self), first_year);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    import (TV_WINDOW (widget), 0);
}

static void
import_for_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    import (TV_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
new_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvWindow *self = TV_WINDOW (widget);

    if (tv_workspace_get_cover (self->workspace))
        tv_year_window_present (self->workspace, GTK_WINDOW (self));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvWindow *self = TV_WINDOW (widget);

    if (tv_workspace_get_school (self->workspace))
        gtk_window_present (
            GTK_WINDOW (tv_preferences_window_new (GTK_WINDOW (self), self->workspace)));
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_autoptr (GtkBuilder) builder
        = gtk_builder_new_from_resource ("/io/github/tamvoc/TamVoc/ui/shell/tv-shortcuts.ui");
    GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

    gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
    gtk_window_present (shortcuts);
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvWindow *self = TV_WINDOW (widget);
    const char *code = tv_window_get_page_code (self);
    const char *help = code ? tv_page_help (code) : NULL;
    GtkWidget *dialog;

    if (!help)
        return;
    dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                     adw_window_title_get_title (self->page_title), help);
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
self_test_closed_cb (TvWindow *self)
{
    self->is_testing_itself = FALSE;
}

static void
self_tested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWindow) self = user_data;
    g_autoptr (TvSelfTest) test = tv_self_test_run_finish (result, NULL);
    g_autofree char *text = test ? tv_self_test_to_text (test) : NULL;

    GtkWindow *window;

    /* The window may have been closed meanwhile. */
    if (!text || !gtk_widget_get_realized (GTK_WIDGET (self))) {
        self->is_testing_itself = FALSE;
        return;
    }
    window = tv_text_window_present (GTK_WIDGET (self), _ ("Self-test"), text);
    g_signal_connect_object (window, "destroy", G_CALLBACK (self_test_closed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
self_test_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvWindow *self = TV_WINDOW (widget);
    g_autoptr (TvClock) clock = NULL;

    if (self->is_testing_itself)
        return;
    self->is_testing_itself = TRUE;
    clock = tv_clock_new_system ();
    tv_self_test_run_async (clock, NULL, self_tested_cb, g_object_ref (widget));
}

/* What the program is for, and whether it can keep a book from strangers. */
static char *
write_about (void)
{
    const char *purpose
        = _ ("School health and nutrition records for kindergartens and schools. Growth is judged "
             "by the WHO Child Growth Standards (2006) and the WHO Reference for 5 to 19 years "
             "(2007).");
    g_autofree char *protection = tv_protection_describe ();

    return g_strdup_printf ("%s\n\n%s", purpose, protection);
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_autofree char *comments = write_about ();

    adw_show_about_window (GTK_WINDOW (widget), "application-name", "Tầm Vóc", "application-icon",
                           TV_APPLICATION_ID, "version", TV_VERSION, "developer-name",
                           _ ("The Tầm Vóc authors"), "comments", comments, "copyright",
                           "© 2026 The Tầm Vóc authors", "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static void
page_wanted_cb (TvWindow *self, const char *code)
{
    tv_window_show_page (self, code);
}

static void
student_wanted_cb (TvWindow *self, gint64 student_id)
{
    TvPage *page = tv_window_show_page (self, "students");

    if (page)
        tv_page_show_student (page, student_id);
}

static void
class_wanted_cb (TvWindow *self, gint64 class_id)
{
    TvPage *page = tv_window_show_page (self, "measuring");

    if (page)
        tv_page_show_class (page, class_id);
}

static void
children_wanted_cb (TvWindow *self, const char *title, const gint64 *student_ids, guint n_students,
                    TvRound *round)
{
    g_autofree char *from = g_strdup (tv_window_get_page_code (self));
    TvPage *page = tv_window_show_page (self, "students");

    if (!page)
        return;
    tv_page_show_children_of_round (page, title, round, student_ids, n_students);
    tv_page_set_way_back (page, from);
}

static void
report_wanted_cb (TvWindow *self, const char *code, const char *class_name)
{
    TvPage *page = tv_window_show_page (self, "reports");

    if (page)
        tv_page_show_report (page, code, class_name);
}

static void
history_wanted_cb (TvWindow *self, gint64 student_id)
{
    TvPage *page = tv_window_show_page (self, "history");

    if (page)
        tv_page_show_student (page, student_id);
}

/* Its button would take another change back than the one it tells of. */
static void
dismiss_undo_toast (TvWindow *self)
{
    g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

    if (toast)
        adw_toast_dismiss (toast);
}

static void
undo_toast_dismissed_cb (TvWindow *self, AdwToast *toast)
{
    if (self->undo_toast == toast)
        g_clear_object (&self->undo_toast);
}

static void
told_cb (TvWindow *self, const char *sentence, gboolean can_undo)
{
    g_autofree char *escaped = g_markup_escape_text (sentence, -1);
    AdwToast *toast = adw_toast_new (escaped);

    if (can_undo) {
        adw_toast_set_button_label (toast, _ ("Undo"));
        adw_toast_set_action_name (toast, "win.undo");
        dismiss_undo_toast (self);
        self->undo_toast = g_object_ref (toast);
        g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_dismissed_cb), self,
                                 G_CONNECT_SWAPPED);
    }
    adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
failed_cb (TvWindow *self, const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);

    if (g_utf8_strlen (sentence, -1) <= TOAST_MAX_LENGTH)
        told_cb (self, sentence, FALSE);
    else
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
}

static void
follow (TvWindow *self, const char *signal, GCallback callback)
{
    g_signal_connect_object (self->workspace, signal, callback, self, G_CONNECT_SWAPPED);
}

void
_tv_window_follow_workspace (TvWindow *self)
{
    follow (self, "page-wanted", G_CALLBACK (page_wanted_cb));
    follow (self, "student-wanted", G_CALLBACK (student_wanted_cb));
    follow (self, "class-wanted", G_CALLBACK (class_wanted_cb));
    follow (self, "children-wanted", G_CALLBACK (children_wanted_cb));
    follow (self, "report-wanted", G_CALLBACK (report_wanted_cb));
    follow (self, "history-wanted", G_CALLBACK (history_wanted_cb));
    follow (self, "changed", G_CALLBACK (dismiss_undo_toast));
    follow (self, "told", G_CALLBACK (told_cb));
    follow (self, "failed", G_CALLBACK (failed_cb));
}

void
_tv_window_install_actions (GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
    gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
    gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
    gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
    gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
    /* Not keys of the application: a text field with typing to take back comes first. */
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                         NULL);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                         "win.redo", NULL);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo",
                                         NULL);
    gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
    gtk_widget_class_install_action (widget_class, "win.import-for-year", "i",
                                     import_for_year_action);
    gtk_widget_class_install_action (widget_class, "win.new-year", NULL, new_year_action);
    gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
    gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
    gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
    gtk_widget_class_install_action (widget_class, "win.self-test", NULL, self_test_action);
    gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
}
