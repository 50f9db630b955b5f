/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli explain: how each z-score and class of a child came about. */

#include "cli/tv-cli-commands.h"

#include "workflows/tv-explain.h"

#include <glib/gi18n.h>

static int
run (const TvCliContext *context, const char *folder, const char *student, TvDate date)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_store_open (folder, context->clock, &error);
    g_autofree char *text = store ? tv_explain_child (store, student, date, &error) : NULL;

    if (text) {
        g_print ("%s", text);
        return TV_CLI_DONE;
    }
    return tv_cli_refuse_error (error);
}

/**
 * tv_cli_explain:
 *
 * Returns: TV_CLI_DONE once the explanation is on standard output
 */
int
tv_cli_explain (TvCliContext *context, int argc, char **argv)
{
    g_autofree char *student = NULL;
    g_autofree char *date_text = NULL;
    const GOptionEntry entries[] = {
        { "student", 0, 0, G_OPTION_ARG_STRING, &student, N_ ("Key of the child"), "UID" },
        { "date", 0, 0, G_OPTION_ARG_STRING, &date_text,
          N_ ("Day of the measurement; without it, the latest"), N_ ("YYYY-MM-DD") },
        { NULL },
    };
    TvDate date = TV_DATE_NONE;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK", 1, 1))
        return TV_CLI_USAGE;
    if (!student)
        return tv_cli_usage (context, _ ("Name a child by --student."));
    if (date_text)
        date = tv_date_parse_iso (date_text);
    if (date_text && date == TV_DATE_NONE)
        return tv_cli_usage (context, _ ("“%s” is not a date; write it as 2026-09-05."), date_text);
    return run (context, argv[1], student, date);
}
