/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: which book it opens, and the keys that work everywhere. */

#include "ui/shell/tv-application.h"

#include "ui/shell/tv-page-registry.h"
#include "ui/shell/tv-settings.h"
#include "ui/shell/tv-window.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>

struct _TvApplication {
    AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TvApplication, tv_application, ADW_TYPE_APPLICATION)

static void
book_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWindow) window = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_record_book_finish (result, &error);
    TvWorkspace *workspace = tv_window_get_workspace (window);

    if (!store) {
        tv_workspace_tell_error (workspace, error);
        return;
    }
    g_settings_set_string (tv_settings_get (), "book-folder", tv_store_folder (store));
    tv_workspace_set_store (workspace, store);
}

static void
set_accel (GtkApplication *self, const char *action, const char *accel)
{
    gtk_application_set_accels_for_action (self, action, (const char *[]){ accel, NULL });
}

static void
set_accels (GtkApplication *self)
{
    for (guint i = 0; i < tv_page_registry_count (); i++) {
        g_autofree char *action
            = g_strdup_printf ("win.show-page('%s')", tv_page_registry_get (i)->code);
        g_autofree char *accel = g_strdup_printf ("<Control>%u", i + 1);

        set_accel (self, action, accel);
    }
    set_accel (self, "win.search", "<Control>f");
    set_accel (self, "win.preferences", "<Control>comma");
    set_accel (self, "win.shortcuts", "<Control>question");
    set_accel (self, "app.quit", "<Control>q");
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    g_application_quit (user_data);
}

static void
tv_application_startup (GApplication *application)
{
    static const GActionEntry actions[] = {
        { "quit", quit_action },
    };

    G_APPLICATION_CLASS (tv_application_parent_class)->startup (application);
    g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                     application);
    set_accels (GTK_APPLICATION (application));
}

static int
tv_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
    g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
    g_autofree char *folder = g_settings_get_string (tv_settings_get (), "book-folder");

    tv_application_open_book (TV_APPLICATION (application), arguments[1] ? arguments[1] : folder);
    return 0;
}

static void
tv_application_class_init (TvApplicationClass *class_)
{
    GApplicationClass *application_class = G_APPLICATION_CLASS (class_);

    application_class->startup = tv_application_startup;
    application_class->command_line = tv_application_command_line;
}

static void
tv_application_init (TvApplication *self)
{
}

TvApplication *
tv_application_new (void)
{
    return g_object_new (TV_TYPE_APPLICATION, "application-id", TV_APPLICATION_ID, "flags",
                         G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE,
                         "resource-base-path", "/io/github/tamvoc/TamVoc", NULL);
}

/**
 * tv_application_open_book:
 * @folder: a record book
 *
 * Opens it in a new window.
 */
void
tv_application_open_book (TvApplication *self, const char *folder)
{
    g_autoptr (TvWorkspace) workspace = tv_workspace_new ();
    GtkWidget *window = tv_window_new (GTK_APPLICATION (self), workspace);

    gtk_window_present (GTK_WINDOW (window));
    tv_record_book_open_async (folder, NULL, book_opened_cb, g_object_ref (window));
}
