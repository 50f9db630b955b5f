/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli check: looks a record book through. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-book-check.h"

/**
 * tv_cli_check:
 *
 * Returns: TV_CLI_DONE if nothing is wrong with the book
 */
int
tv_cli_check (TvCliContext *context, int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    g_autoptr (TvBookReport) report = NULL;

    if (!tv_cli_context_parse (context, &argc, argv, NULL, "BOOK", 1, 1))
        return TV_CLI_USAGE;
    store = tv_cli_open_book (context, argv[1], &error);
    report = store ? tv_book_check_open (store, &error) : NULL;
    if (!report)
        return tv_cli_refuse_error (error);
    for (guint i = 0; i < report->lines->len; i++)
        g_print ("%s\n", (char *) report->lines->pdata[i]);
    return report->is_sound ? TV_CLI_DONE : TV_CLI_REFUSED;
}
