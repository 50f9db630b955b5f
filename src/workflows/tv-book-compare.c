/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two copies of one book: which is the newer one, or whether both were written in. */

#include "workflows/tv-book-compare.h"

#include "store/tv-backup-file.h"
#include "store/tv-history-fork.h"

#include <glib/gi18n.h>

static gboolean
is_one_school (TvConnection *ours, TvConnection *theirs, gboolean *is_one, GError **error)
{
    g_autoptr (TvBookContents) our_contents = tv_book_contents_read (ours, error);
    g_autoptr (TvBookContents) their_contents
        = our_contents ? tv_book_contents_read (theirs, error) : NULL;

    if (!their_contents)
        return FALSE;
    *is_one = g_strcmp0 (our_contents->school_uid, their_contents->school_uid) == 0;
    return TRUE;
}

static TvBookRelation
find_relation (const TvBookComparison *self)
{
    if (self->n_ours > 0)
        return self->n_theirs > 0 ? TV_BOOKS_BOTH_CHANGED : TV_BOOKS_OURS_AHEAD;
    return self->n_theirs > 0 ? TV_BOOKS_THEIRS_AHEAD : TV_BOOKS_SAME;
}

/**
 * tv_book_compare_connections:
 * @ours: a connection to a book, inside a transaction
 * @theirs: a connection to the other one
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): how they stand to each other; free it with g_free()
 */
TvBookComparison *
tv_book_compare_connections (TvConnection *ours, TvConnection *theirs, GError **error)
{
    g_autofree TvBookComparison *self = g_new0 (TvBookComparison, 1);
    g_autoptr (TvHistoryFork) our_fork = NULL;
    g_autoptr (TvHistoryFork) their_fork = NULL;
    gboolean is_one;

    if (!is_one_school (ours, theirs, &is_one, error))
        return NULL;
    self->relation = TV_BOOKS_UNRELATED;
    if (!is_one)
        return g_steal_pointer (&self);
    our_fork = tv_history_fork_read (ours, theirs, error);
    their_fork = our_fork ? tv_history_fork_read (theirs, ours, error) : NULL;
    if (!their_fork)
        return NULL;
    self->n_ours = our_fork->n_changes;
    self->n_theirs = their_fork->n_changes;
    if (our_fork->has_common || their_fork->has_common)
        self->relation = find_relation (self);
    return g_steal_pointer (&self);
}

/**
 * tv_book_compare:
 * @ours: an open book
 * @path: an absolute path of a backup, or of a book from another machine
 * @key: (nullable): what the other one is protected with
 * @error: (nullable): a #TvStoreError
 *
 * Blocks; not for the store's own threads.
 *
 * Returns: (transfer full) (nullable): how they stand to each other; free it with g_free()
 */
TvBookComparison *
tv_book_compare (TvStore *ours, const char *path, TvSecret *key, GError **error)
{
    g_autoptr (TvConnection) book = tv_store_open_source (ours, error);
    g_autoptr (TvConnection) other = book ? tv_backup_file_open (path, key, error) : NULL;
    TvBookComparison *self;

    if (!other || !tv_connection_begin (book, error))
        return NULL;
    self = tv_book_compare_connections (book, other, error);
    tv_connection_rollback (book);
    return self;
}

static char *
describe_both (const TvBookComparison *self)
{
    g_autofree char *ours = g_strdup_printf (
        ngettext ("%u change was made here", "%u changes were made here", self->n_ours),
        self->n_ours);
    g_autofree char *theirs = g_strdup_printf (
        ngettext ("%u change there", "%u changes there", self->n_theirs), self->n_theirs);

    /* Translators: %1$s is such as "3 changes were made here", %2$s such as "1 change there" */
    return g_strdup_printf (_ ("Both were written in since they parted: %1$s, %2$s. Whoever puts "
                               "one in the place of the other loses changes; merging keeps both."),
                            ours, theirs);
}

/**
 * tv_book_comparison_sentence:
 *
 * Returns: (transfer full): how they stand to each other, in whole sentences
 */
char *
tv_book_comparison_sentence (const TvBookComparison *self)
{
    switch (self->relation) {
    case TV_BOOKS_SAME:
        return g_strdup (_ ("It holds the same as the record book that is open."));
    case TV_BOOKS_OURS_AHEAD:
        return g_strdup_printf (
            ngettext ("It is older than the record book that is open: %u change is not in it.",
                      "It is older than the record book that is open: %u changes are not in it.",
                      self->n_ours),
            self->n_ours);
    case TV_BOOKS_THEIRS_AHEAD:
        return g_strdup_printf (
            ngettext ("It is newer than the record book that is open: it holds %u more change, and "
                      "nothing that was changed here is missing in it.",
                      "It is newer than the record book that is open: it holds %u more changes, "
                      "and nothing that was changed here is missing in it.",
                      self->n_theirs),
            self->n_theirs);
    case TV_BOOKS_BOTH_CHANGED:
        return describe_both (self);
    default:
        return g_strdup (_ ("It is not a copy of the record book that is open: it is of another "
                            "school, or was made separately."));
    }
}
