/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Entry in fast motion: value after value is saved as the measuring page saves it, each in a
 * transaction of its own, while the sheet is read now and then as the window does. Neither memory
 * nor open files may grow with their number.
 *
 * TV_LOAD_COMMITS: how many after the warm-up, 20,000 where it is not set. `./dev load` sets a
 * million, which is what somebody enters who types a value every 86 ms for 24 hours. */

#include "tests/workflows/tv-class-fixture.h"

#include "store/tv-store-history.h"
#include "workflows/tv-measuring-save.h"
#include "workflows/tv-measuring-sheet.h"

#include <string.h>

#define USUAL_COMMITS 20000
/* How often the sheet is read again, in commits. */
#define SHEET_EVERY 45
/* Until the engine's caches and the allocator's reserves are full. */
#define WARM_UP_COMMITS 20000
/* What the allocator may still take after that: a byte lost with each of a million commits is
 * 1,000 KiB. */
#define MOST_GROWTH_KIB 1000
/* The journal is folded into the book at 1,000 pages; one commit more may stand in it. */
#define MOST_JOURNAL_BYTES (8 * 1024 * 1024)

typedef struct {
    TvClassFixture *fixture;
    TvSession *session;
    guint n_commits;
    guint n_done;
} Entry;

/* What the process takes of the machine. */
typedef struct {
    long rss_kib;
    guint n_handles;
    guint n_threads;
} Taken;

static guint
count_names (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    guint n_names = 0;

    while (files && g_dir_read_name (files))
        n_names++;
    return n_names;
}

static Taken
look (void)
{
    g_autofree char *status = NULL;
    Taken taken = { 0 };
    const char *line;

    g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
    line = strstr (status, "VmRSS:");
    g_assert_nonnull (line);
    taken.rss_kib = (long) g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10);
    taken.n_handles = count_names ("/proc/self/fd");
    taken.n_threads = count_names ("/proc/self/task");
    return taken;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Entry *entry = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSession) session = tv_measuring_save_finish (TV_STORE (source), result, &error);

    g_assert_no_error (error);
    g_clear_pointer (&entry->session, tv_session_unref);
    entry->session = g_steal_pointer (&session);
    entry->n_done++;
}

/* Weight and height in turn, child after child, always another value than what stands. */
static void
save_next (Entry *self)
{
    TvClassFixture *fixture = self->fixture;
    guint number = self->n_done;
    gboolean is_weight = number % 2 == 0;
    TvMeasuringEntry entry = { .kind = TV_ENTRY_VALUE,
                               .quantity = is_weight ? TV_QUANTITY_WEIGHT : TV_QUANTITY_HEIGHT };

    entry.value = (is_weight ? 15000 : 1000) + (int) (number / 6 % 90);
    tv_measuring_save_async (fixture->store, self->session,
                             fixture->student_ids[number / 2 % TV_FIXTURE_N_STUDENTS], &entry, NULL,
                             saved_cb, self);
    while (self->n_done == number)
        g_main_context_iteration (NULL, TRUE);
}

static void
read_sheet (TvClassFixture *fixture)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load (fixture->store, fixture->round_id, fixture->class_id, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (sheet->rows->len, ==, TV_FIXTURE_N_STUDENTS);
}

static void
enter_until (Entry *self, guint n_commits)
{
    while (self->n_done < n_commits) {
        save_next (self);
        if (self->n_done % SHEET_EVERY == 0)
            read_sheet (self->fixture);
    }
}

static gpointer
count_changes_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                  GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (
        connection, "SELECT count(*) FROM change_set WHERE kind = 'measure'", error);

    g_assert_cmpint (tv_statement_step (statement, error), ==, TV_STEP_ROW);
    return GINT_TO_POINTER ((int) tv_statement_get_int (statement, 0));
}

static void
assert_all_there (const Entry *self)
{
    g_autoptr (GError) error = NULL;
    gpointer n_changes = tv_store_read (self->fixture->store, count_changes_cb, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpint (GPOINTER_TO_INT (n_changes), ==, (int) (WARM_UP_COMMITS + self->n_commits));
}

static void
assert_journal_is_short (const TvClassFixture *fixture)
{
    g_autofree char *path = g_build_filename (fixture->folder, "book.db-wal", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileInfo) info
        = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

    g_assert_nonnull (info);
    g_assert_cmpint (g_file_info_get_size (info), <, MOST_JOURNAL_BYTES);
}

static guint
read_n_commits (void)
{
    const char *wanted = g_getenv ("TV_LOAD_COMMITS");

    return wanted ? (guint) g_ascii_strtoull (wanted, NULL, 10) : USUAL_COMMITS;
}

static void
tell (const char *when, const Taken *taken)
{
    g_test_message ("%s: %ld KiB of memory, %u open files, %u threads", when, taken->rss_kib,
                    taken->n_handles, taken->n_threads);
}

/* A sanitizer keeps what was freed for a while; it looks for leaks itself. */
static void
assert_memory_stays (const Taken *before, const Taken *after)
{
#ifndef __SANITIZE_ADDRESS__
    g_assert_cmpint (after->rss_kib - before->rss_kib, <=, MOST_GROWTH_KIB);
#endif
}

static void
test_entry (TvClassFixture *fixture, gconstpointer data)
{
    const TvSession session = { .round_id = fixture->round_id,
                                .class_id = fixture->class_id,
                                .date = tv_date_from_ymd (2026, 11, 20) };
    Entry entry = { fixture, tv_session_new (&session), read_n_commits (), 0 };
    gint64 begin_us;
    Taken before, after;
    double seconds;

    enter_until (&entry, WARM_UP_COMMITS);
    before = look ();
    begin_us = g_get_monotonic_time ();
    enter_until (&entry, WARM_UP_COMMITS + entry.n_commits);
    after = look ();
    seconds = (double) (g_get_monotonic_time () - begin_us) / G_USEC_PER_SEC;
    g_test_message ("%u commits in %.1f s, %.0f a second", entry.n_commits, seconds,
                    entry.n_commits / seconds);
    tell ("warm", &before);
    tell ("after all", &after);
    assert_memory_stays (&before, &after);
    g_assert_cmpuint (after.n_handles, <=, before.n_handles);
    g_assert_cmpuint (after.n_threads, <=, before.n_threads);
    assert_journal_is_short (fixture);
    assert_all_there (&entry);
    tv_session_unref (entry.session);
}

/* In memory where there is room for it: waiting for the disk a million times would take hours, and
 * what is on it is no part of the question. */
static void
choose_place (void)
{
    if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) && !g_getenv ("TMPDIR"))
        g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

int
main (int argc, char **argv)
{
    choose_place ();
    g_test_init (&argc, &argv, NULL);
    if (!g_file_test ("/proc/self/status", G_FILE_TEST_EXISTS)) {
        g_print ("1..0 # SKIP there is no /proc here\n");
        return 0;
    }
    g_test_add ("/entry-load/grows-nothing", TvClassFixture, NULL, tv_class_fixture_set_up,
                test_entry, tv_class_fixture_tear_down);
    return g_test_run ();
}
