/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Examining a record book from beginning to end. */

#include "workflows/tv-book-check.h"

#include "store/tv-store-check.h"
#include "workflows/tv-book-trouble-words.h"

#include <glib/gi18n.h>

static gpointer
check (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_check (connection, error);
}

static void
add_line (TvBookReport *report, char *line)
{
    g_ptr_array_add (report->lines, line);
}

static void
add_sentences_of_kind (TvBookReport *report, const TvBookCheck *found, TvBookTroubleKind kind)
{
    for (guint i = 0; i < found->troubles->len; i++) {
        const TvBookTrouble *trouble = g_ptr_array_index (found->troubles, i);

        if (trouble->kind == kind)
            add_line (report, tv_book_trouble_sentence (trouble));
    }
    if (found->n_of_kind[kind] > TV_BOOK_TROUBLE_MAX_OF_A_KIND)
        add_line (report, tv_book_trouble_more_sentence (found->n_of_kind[kind]
                                                         - TV_BOOK_TROUBLE_MAX_OF_A_KIND));
}

static void
add_verdict (TvBookReport *report, const TvBookCheck *found)
{
    guint64 n = tv_book_check_count (found);

    if (n == 0) {
        add_line (report, g_strdup (_ ("The file is whole, every record belongs to another that is "
                                       "there, and the history agrees with all of them.")));
        return;
    }
    add_line (report,
              g_strdup_printf (ngettext ("%u thing is wrong in this record book:",
                                         "%u things are wrong in this record book:", (gulong) n),
                               (guint) MIN (n, G_MAXUINT)));
    for (guint kind = 0; kind < TV_BOOK_TROUBLE_N_KINDS; kind++)
        add_sentences_of_kind (report, found, kind);
}

/**
 * tv_book_report_new:
 * @found: what the store found in a book
 *
 * Returns: (transfer full): the same for people
 */
TvBookReport *
tv_book_report_new (const TvBookCheck *found)
{
    TvBookReport *report = g_new0 (TvBookReport, 1);

    report->is_sound = found->troubles->len == 0;
    report->lines = g_ptr_array_new_with_free_func (g_free);
    /* Translators: %d is the number of the book's layout */
    add_line (report, g_strdup_printf (_ ("Record book of version %d"), found->version));
    add_line (report, g_strdup_printf (_ ("Children: %u"), (guint) found->n_students));
    add_line (report, g_strdup_printf (_ ("Measurements: %u"), (guint) found->n_measurements));
    add_line (report, g_strdup_printf (_ ("Changes in the history: %u"), (guint) found->n_changes));
    add_verdict (report, found);
    return report;
}

/**
 * tv_book_check_open:
 * @store: an open record book
 * @error: (nullable): a #TvStoreError if it cannot be read through
 *
 * Looks through the file, the keys between records and the whole history. Waits until it is done.
 *
 * Returns: (transfer full) (nullable): what was found
 */
TvBookReport *
tv_book_check_open (TvStore *store, GError **error)
{
    g_autoptr (TvBookCheck) found = tv_store_read (store, check, NULL, error);

    return found ? tv_book_report_new (found) : NULL;
}

/**
 * tv_book_check:
 * @folder: of a record book
 * @clock: where the time comes from
 * @error: (nullable): a #TvStoreError if it cannot even be opened and read through
 *
 * As tv_book_check_open(), of a book that is opened for it.
 *
 * Returns: (transfer full) (nullable): what was found
 */
TvBookReport *
tv_book_check (const char *folder, TvClock *clock, GError **error)
{
    g_autoptr (TvStore) store = tv_store_open (folder, clock, error);

    return store ? tv_book_check_open (store, error) : NULL;
}

void
tv_book_report_free (TvBookReport *self)
{
    g_ptr_array_unref (self->lines);
    g_free (self);
}
