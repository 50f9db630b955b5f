/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli list: what a record book holds, as CSV. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-book-list.h"

#include <glib/gi18n.h>

/* What is given of the days is taken; FALSE where one is no date. */
static gboolean
read_day (TvCliContext *context, const char *text, TvDate *day)
{
    *day = text ? tv_date_parse_iso (text) : TV_DATE_NONE;
    if (!text || *day != TV_DATE_NONE)
        return TRUE;
    tv_cli_usage (context, _ ("“%s” is not a date; write it as 2026-09-05."), text);
    return FALSE;
}

static gboolean
is_filtered (const TvBookHistoryFilter *filter)
{
    return filter->child || filter->person || filter->kind || filter->first_day != TV_DATE_NONE
           || filter->last_day != TV_DATE_NONE;
}

/**
 * tv_cli_list:
 *
 * Returns: TV_CLI_DONE once the list is on standard output
 */
int
tv_cli_list (TvCliContext *context, int argc, char **argv)
{
    g_autofree char *child = NULL, *person = NULL, *what = NULL, *from = NULL, *until = NULL;
    const GOptionEntry entries[] = {
        { "child", 0, 0, G_OPTION_ARG_STRING, &child,
          N_ ("Of the history: what is about this child"), N_ ("NUMBER") },
        { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("Of the history: what this person did"),
          N_ ("NAME") },
        { "kind", 0, 0, G_OPTION_ARG_STRING, &what,
          N_ ("Of the history: what is of this kind, such as measure"), N_ ("KIND") },
        { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Of the history: from this day on"),
          N_ ("YYYY-MM-DD") },
        { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("Of the history: up to this day"),
          N_ ("YYYY-MM-DD") },
        { NULL },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    TvBookHistoryFilter filter;
    TvBookListKind kind;

    if (!tv_cli_context_parse (context, &argc, argv, entries,
                               "BOOK students|classes|rounds|measurements|history", 2, 2))
        return TV_CLI_USAGE;
    if (!tv_book_list_parse (argv[2], &kind))
        return tv_cli_usage (context, _ ("A book has no list “%s”."), argv[2]);
    filter = (TvBookHistoryFilter){ .child = child, .person = person, .kind = what };
    if (!read_day (context, from, &filter.first_day)
        || !read_day (context, until, &filter.last_day))
        return TV_CLI_USAGE;
    if (is_filtered (&filter) && kind != TV_BOOK_LIST_HISTORY)
        return tv_cli_usage (context, "%s", _ ("Only the history can be narrowed."));
    store = tv_cli_open_book (context, argv[1], &error);
    if (!store
        || !(kind == TV_BOOK_LIST_HISTORY
                 ? tv_book_list_write_history (store, &filter, stdout, &error)
                 : tv_book_list_write (store, kind, stdout, &error)))
        return tv_cli_refuse_error (error);
    return TV_CLI_DONE;
}
