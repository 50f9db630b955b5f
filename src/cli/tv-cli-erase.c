/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli erase: takes a child out of a record book for good, on a lawful request. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-erasing.h"

#include <glib/gi18n.h>

typedef struct {
    char *student;
    char *reason;
    gboolean is_meant;
} Options;

static void
clear_options (Options *self)
{
    g_free (self->student);
    g_free (self->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static int
run (const TvCliContext *context, const char *folder, const Options *options)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_cli_open_book (context, folder, &error);
    g_auto (GStrv) copies = NULL;

    if (store)
        copies = tv_erasing_run (store, options->student, options->reason, &error);
    if (!copies)
        return tv_cli_refuse_error (error);
    g_print ("%s\n", _ ("The child was erased from the book and its history. Backups that were "
                        "made before still hold it; delete those that must not."));
    for (guint i = 0; copies[i]; i++) {
        /* Translators: %s is a file name */
        g_print (_ ("This older copy of the book still holds the child, too: %s"), copies[i]);
        g_print ("\n");
    }
    return TV_CLI_DONE;
}

/**
 * tv_cli_erase:
 *
 * Returns: TV_CLI_DONE once the child is nowhere in the files of the book
 */
int
tv_cli_erase (TvCliContext *context, int argc, char **argv)
{
    g_auto (Options) options = { NULL };
    const GOptionEntry entries[] = {
        { "student", 0, 0, G_OPTION_ARG_STRING, &options.student, N_ ("Key of the child"), "UID" },
        { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
          N_ ("On whose request and why, without the child's name"), N_ ("TEXT") },
        { "for-good", 0, 0, G_OPTION_ARG_NONE, &options.is_meant,
          N_ ("Yes, erase it: nobody can take that back"), NULL },
        { NULL },
    };

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK", 1, 1))
        return TV_CLI_USAGE;
    if (!options.student)
        return tv_cli_usage (context, _ ("Name the child by --student."));
    if (!options.reason)
        return tv_cli_usage (context, _ ("Say why by --reason."));
    if (!options.is_meant)
        return tv_cli_usage (context, _ ("Nobody can take an erasing back. If it is meant, say so "
                                         "by --for-good."));
    return run (context, argv[1], &options);
}
