/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record book from a stick that somebody found: opened, examined, listed and written to. An input
 * is a byte of flags, the length of book.db in pieces of 512 bytes (two bytes, the lower one
 * first), book.db, and the journal book.db-wal where the flags say so. The engine passes over a
 * journal with wrong checksums, so a flag asks for right ones. */

#include "fuzz-entry.h"
#include "fuzz-journal.h"

#include "store/tv-store-check.h"
#include "store/tv-store-history.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"

#include <string.h>

#define HEAD_SIZE 3
#define PIECE_SIZE 512

enum {
    HAS_JOURNAL = 1 << 0,
    IS_JOURNAL_MENDED = 1 << 1,
};

static char *folder;
static char *book_path;
static char *journal_path;
static TvClock *book_clock;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    folder = tv_fuzz_folder_new ("book");
    book_path = g_build_filename (folder, "book.db", NULL);
    journal_path = g_build_filename (folder, "book.db-wal", NULL);
    book_clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 21));
    return 0;
}

static void
set_files (const uint8_t *data, size_t size)
{
    size_t wanted = PIECE_SIZE * ((size_t) data[1] + ((size_t) data[2] << 8));
    size_t n_book = data[0] & HAS_JOURNAL ? MIN (wanted, size - HEAD_SIZE) : size - HEAD_SIZE;
    size_t n_journal = size - HEAD_SIZE - n_book;
    g_autofree uint8_t *journal = NULL;

    tv_fuzz_folder_clear (folder);
    tv_fuzz_file_set (book_path, data + HEAD_SIZE, n_book);
    if (!(data[0] & HAS_JOURNAL))
        return;
    journal = g_malloc (n_journal + 1);
    memcpy (journal, data + HEAD_SIZE + n_book, n_journal);
    if (data[0] & IS_JOURNAL_MENDED)
        tv_fuzz_journal_mend (journal, n_journal);
    tv_fuzz_file_set (journal_path, journal, n_journal);
}

static void
assert_told (const GError *error)
{
    g_assert_nonnull (error);
    g_assert_true (error->domain == TV_STORE_ERROR);
    g_assert_cmpuint (strlen (error->message), >, 0);
}

static void
unref_list (gpointer list)
{
    g_ptr_array_unref (list);
}

/* One question after the other, since each may be refused for a reason of its own. */
static void
ask (GPtrArray *answer, GError **error)
{
    if (answer)
        unref_list (answer);
    else
        assert_told (*error);
    g_clear_error (error);
}

static gpointer
look_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (GError) refusal = NULL;
    g_autoptr (TvBookCheck) check = tv_store_check (connection, &refusal);

    if (!check)
        assert_told (refusal);
    g_clear_error (&refusal);
    ask (tv_store_list_students (connection, &refusal), &refusal);
    ask (tv_store_list_rounds (connection, 1, &refusal), &refusal);
    ask (tv_store_list_history (connection, 0, 50, 0, &refusal), &refusal);
    return NULL;
}

static gboolean
write_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    return tv_store_put_setting (change, "school-phone", "0900000000", error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;

    if (size < HEAD_SIZE)
        return 0;
    set_files (data, size);
    store = tv_store_open (folder, book_clock, &error);
    if (!store) {
        assert_told (error);
        return 0;
    }
    tv_store_read (store, look_cb, NULL, &error);
    g_assert_no_error (error);
    if (!tv_store_write (store, "edit", write_cb, NULL, NULL, &error))
        assert_told (error);
    return 0;
}
