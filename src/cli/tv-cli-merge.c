/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli merge: two copies of one record book that were both written in. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-book-compare.h"
#include "workflows/tv-book-merge.h"

#include <glib/gi18n.h>

static void
print_sentence (char *sentence)
{
    g_print ("%s\n", sentence);
    g_free (sentence);
}

/* Both values stand side by side, as the window shows them. */
static void
print_questions (const TvMergePreview *preview)
{
    for (guint i = 0; i < preview->groups->len; i++) {
        const TvMergeGroup *group = g_ptr_array_index (preview->groups, i);

        g_print ("%s\n", group->title);
        for (guint k = 0; k < group->questions->len; k++) {
            const TvMergeQuestion *question = g_ptr_array_index (group->questions, k);

            /* Translators: %1$s is what it is, %2$s and %3$s its two values */
            g_print (_ ("  %1$s: here %2$s, there %3$s"), question->name, question->ours,
                     question->theirs);
            g_print ("\n");
        }
    }
}

static int
show (TvStore *store, const TvMergeRequest *request)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMergePreview) preview = tv_book_merge_preview (store, request, &error);

    if (!preview)
        return tv_cli_refuse_error (error);
    print_sentence (tv_merge_preview_sentence (preview));
    print_questions (preview);
    return TV_CLI_DONE;
}

static int
merge (TvStore *store, const TvMergeRequest *request)
{
    g_autoptr (GError) error = NULL;
    TvMergeOutcome outcome;

    if (!tv_book_merge (store, request, &outcome, &error))
        return tv_cli_refuse_error (error);
    print_sentence (tv_merge_outcome_sentence (&outcome));
    return TV_CLI_DONE;
}

static int
compare_and_merge (TvStore *store, const TvMergeRequest *request, gboolean is_dry_run)
{
    g_autoptr (GError) error = NULL;
    g_autofree TvBookComparison *comparison
        = tv_book_compare (store, request->path, request->key, &error);

    if (!comparison)
        return tv_cli_refuse_error (error);
    print_sentence (tv_book_comparison_sentence (comparison));
    if (comparison->relation == TV_BOOKS_SAME || comparison->relation == TV_BOOKS_OURS_AHEAD)
        return TV_CLI_DONE;
    return is_dry_run ? show (store, request) : merge (store, request);
}

/**
 * tv_cli_merge:
 *
 * Returns: TV_CLI_DONE if the book holds all that the other one holds, or would
 */
int
tv_cli_merge (TvCliContext *context, int argc, char **argv)
{
    gboolean is_dry_run = FALSE;
    g_autofree char *prefer = NULL;
    /* clang-format off */
    const GOptionEntry entries[] = {
        { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
          N_ ("Only say what would be done, and what both have changed"), NULL },
        { "prefer", 0, 0, G_OPTION_ARG_STRING, &prefer,
          N_ ("Which value stays where both have changed it: mine (as without it) or theirs"),
          "mine|theirs" },
        { NULL },
    };
    /* clang-format on */
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    g_autoptr (TvSecret) key = NULL;
    g_autofree char *path = NULL;
    TvMergeRequest request = { 0 };

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK FILE", 2, 2))
        return TV_CLI_USAGE;
    if (prefer && !g_str_equal (prefer, "mine") && !g_str_equal (prefer, "theirs"))
        return tv_cli_usage (context, _ ("--prefer is mine or theirs."));
    path = g_canonicalize_filename (argv[2], NULL);
    store = tv_cli_open_book (context, argv[1], &error);
    if (!store || !tv_cli_find_backup_key (context, path, store, &key, &error))
        return tv_cli_refuse_error (error);
    request.path = path;
    request.key = key;
    request.is_theirs_default = g_strcmp0 (prefer, "theirs") == 0;
    return compare_and_merge (store, &request, is_dry_run);
}
