/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli list: what a record book holds, as CSV. */

#include "cli/tv-cli-commands.h"

#include "workflows/tv-book-list.h"

#include <glib/gi18n.h>

/**
 * tv_cli_list:
 *
 * Returns: TV_CLI_DONE once the list is on standard output
 */
int
tv_cli_list (TvCliContext *context, int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    TvBookListKind kind;

    if (!tv_cli_context_parse (context, &argc, argv, NULL,
                               "BOOK students|classes|rounds|measurements|history", 2, 2))
        return TV_CLI_USAGE;
    if (!tv_book_list_parse (argv[2], &kind))
        return tv_cli_usage (context, _ ("A book has no list “%s”."), argv[2]);
    store = tv_store_open (argv[1], context->clock, &error);
    if (!store || !tv_book_list_write (store, kind, stdout, &error))
        return tv_cli_refuse_error (error);
    return TV_CLI_DONE;
}
