/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli demo: a practice school as a record book. */

#include "cli/tv-cli-commands.h"

#include "workflows/tv-demo.h"

#include <glib/gi18n.h>

/**
 * tv_cli_demo:
 *
 * Returns: TV_CLI_DONE once the book stands
 */
int
tv_cli_demo (TvCliContext *context, int argc, char **argv)
{
    int n_students = TV_DEMO_DEFAULT_STUDENTS, seed = 1;
    g_autofree char *level = NULL;
    const GOptionEntry entries[] = {
        { "students", 0, 0, G_OPTION_ARG_INT, &n_students, N_ ("How many children"), "N" },
        { "seed", 0, 0, G_OPTION_ARG_INT, &seed,
          N_ ("Another number makes another school, the same one the same school"), "S" },
        { "level", 0, 0, G_OPTION_ARG_STRING, &level,
          N_ ("kindergarten, primary, lower-secondary, upper-secondary or ward"), N_ ("LEVEL") },
        { NULL },
    };
    TvDemoOptions options = { .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (TvStore) store = NULL;
    g_autoptr (GError) error = NULL;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK", 1, 1))
        return TV_CLI_USAGE;
    if (level && !tv_level_parse (level, &options.level))
        return tv_cli_usage (context, _ ("There is no level “%s”."), level);
    if (n_students < 1 || n_students > TV_DEMO_MAX_STUDENTS)
        return tv_cli_usage (context, _ ("A practice school has 1 to %d children."),
                             TV_DEMO_MAX_STUDENTS);
    options.n_students = (guint) n_students;
    options.seed = (guint32) seed;
    store = tv_demo_create (argv[1], &options, context->clock, NULL, NULL, NULL, &error);
    if (!store)
        return tv_cli_refuse_error (error);
    tv_store_close (store);
    /* Translators: %s is a folder */
    g_print (_ ("The practice school stands in “%s”."), argv[1]);
    g_print ("\n");
    return TV_CLI_DONE;
}
