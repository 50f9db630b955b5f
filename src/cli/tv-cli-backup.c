/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli backup and restore: a book into one file, and back again. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-backup.h"

#include <glib/gi18n.h>

static void
print_report (const TvBookReport *report)
{
    for (guint i = 0; i < report->lines->len; i++)
        g_print ("%s\n", (char *) report->lines->pdata[i]);
}

/**
 * tv_cli_backup:
 *
 * Returns: TV_CLI_DONE if the backup stands and nothing is wrong with the book in it
 */
int
tv_cli_backup (TvCliContext *context, int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    g_autoptr (TvBookReport) report = NULL;

    if (!tv_cli_context_parse (context, &argc, argv, NULL, "BOOK FILE", 2, 2))
        return TV_CLI_USAGE;
    store = tv_cli_open_book (context, argv[1], &error);
    if (!store)
        return tv_cli_refuse_error (error);
    report = tv_backup_write (store, argv[2], &error);
    if (!report)
        return tv_cli_refuse_error (error);
    print_report (report);
    /* Translators: %s is a file */
    g_print (_ ("The backup is “%s”. It was read through. It holds the personal data of all "
                "children: keep it where only you can get at it."),
             argv[2]);
    g_print ("\n");
    if (!report->is_sound)
        return tv_cli_refuse (
            "%s", _ ("The backup was written, but the record book itself is not sound."));
    return TV_CLI_DONE;
}

/**
 * tv_cli_restore:
 *
 * Returns: TV_CLI_DONE if the book of the backup stands where there was none
 */
int
tv_cli_restore (TvCliContext *context, int argc, char **argv)
{
    gboolean is_damage_accepted = FALSE;
    /* clang-format off */
    const GOptionEntry entries[] = {
        { "despite-damage", 0, 0, G_OPTION_ARG_NONE, &is_damage_accepted,
          N_ ("Put back what can be read of a damaged backup"), NULL },
        { NULL },
    };
    /* clang-format on */
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSecret) key = NULL;
    g_autoptr (TvBookReport) report = NULL;
    g_autofree char *path = NULL;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "FILE BOOK", 2, 2))
        return TV_CLI_USAGE;
    path = g_canonicalize_filename (argv[1], NULL);
    if (tv_cli_find_backup_key (context, path, NULL, &key, &error))
        report
            = tv_backup_put_back (path, key, argv[2], is_damage_accepted, context->clock, &error);
    if (!report)
        return tv_cli_refuse_error (error);
    print_report (report);
    /* Translators: %s is a folder */
    g_print (_ ("The record book stands in “%s” again."), argv[2]);
    g_print ("\n");
    return TV_CLI_DONE;
}
