/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which keys do what, in every window of the program. */

#include "ui/shell/tv-shortcut-keys.h"

#include "ui/shell/tv-page-registry.h"

static void
set_key (GtkApplication *application, const char *action, const char *key)
{
    gtk_application_set_accels_for_action (application, action, (const char *[]){ key, NULL });
}

static gboolean
lock_cb (GtkWidget *widget, GVariant *arguments, gpointer application)
{
    g_action_group_activate_action (G_ACTION_GROUP (application), "lock", NULL);
    return TRUE;
}

/* The program's keys reach its main windows alone; somebody who gets up has a dialog open as often
 * as not. */
static void
add_lock_key (GtkApplication *application, GtkWidget *window)
{
    GtkEventController *keys = gtk_shortcut_controller_new ();

    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_l, GDK_CONTROL_MASK),
                          gtk_callback_action_new (lock_cb, application, NULL)));
    gtk_widget_add_controller (window, keys);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint n_removed, guint n_added,
                    GtkApplication *application)
{
    for (guint i = position; i < position + n_added; i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

        if (!GTK_IS_APPLICATION_WINDOW (window))
            add_lock_key (application, window);
    }
}

/**
 * tv_shortcut_keys_set:
 * @application: the program, once it has started
 */
void
tv_shortcut_keys_set (GtkApplication *application)
{
    for (guint i = 0; i < tv_page_registry_count (); i++) {
        g_autofree char *action
            = g_strdup_printf ("win.show-page('%s')", tv_page_registry_get (i)->code);
        g_autofree char *key = g_strdup_printf ("<Control>%u", i + 1);

        set_key (application, action, key);
    }
    set_key (application, "win.search", "<Control>f");
    set_key (application, "win.import", "<Control>i");
    set_key (application, "app.lock", "<Control>l");
    set_key (application, "win.preferences", "<Control>comma");
    set_key (application, "win.shortcuts", "<Control>question");
    set_key (application, "win.help", "F1");
    set_key (application, "app.quit", "<Control>q");
    g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                             G_CALLBACK (windows_changed_cb), application, 0);
}
