/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli create: a new record book. */

#include "cli/tv-cli-commands.h"

#include "base/tv-text.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>

static int
create (const TvCliContext *context, const char *folder, const TvSchool *school)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_record_book_create (folder, school, context->clock, &error);

    if (!store)
        return tv_cli_refuse_error (error);
    tv_store_close (store);
    /* Translators: %s is a folder */
    g_print (_ ("The new record book stands in “%s”."), folder);
    g_print ("\n");
    return TV_CLI_DONE;
}

/**
 * tv_cli_create:
 *
 * Returns: TV_CLI_DONE once the book stands
 */
int
tv_cli_create (TvCliContext *context, int argc, char **argv)
{
    g_autofree char *name = NULL;
    g_autofree char *level = NULL;
    g_autofree char *clean = NULL;
    /* clang-format off */
    const GOptionEntry entries[] = {
        { "school", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the school"), N_ ("NAME") },
        { "level", 0, 0, G_OPTION_ARG_STRING, &level,
          N_ ("kindergarten, primary, lower-secondary, upper-secondary or ward"), N_ ("LEVEL") },
        { NULL },
    };
    /* clang-format on */
    TvSchool school = { 0 };

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK --school NAME --level LEVEL", 1,
                               1))
        return TV_CLI_USAGE;
    clean = tv_text_clean (name);
    if (!clean || !*clean)
        return tv_cli_usage (context,
                             _ ("Whose book is it? Give the school's name with --school."));
    if (!level)
        return tv_cli_usage (context, _ ("Give the level of the school with --level."));
    if (!tv_level_parse (level, &school.level))
        return tv_cli_usage (context, _ ("There is no level “%s”."), level);
    school.name = clean;
    return create (context, argv[1], &school);
}
