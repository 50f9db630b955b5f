/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window program: language first, then the application. */

#include "base/tv-language.h"
#include "base/tv-platform.h"
#include "ui/shell/tv-application.h"
#include "ui/shell/tv-settings.h"

int
main (int argc, char **argv)
{
    g_autoptr (TvApplication) application = NULL;

    tv_platform_forbid_core_dumps ();
    /* The language is the program's own setting; GTK would take the machine's. */
    gtk_disable_setlocale ();
    tv_language_start (tv_settings_get_language ());
    application = tv_application_new ();
    return g_application_run (G_APPLICATION (application), argc, argv);
}
