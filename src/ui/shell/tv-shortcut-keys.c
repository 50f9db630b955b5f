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
}
