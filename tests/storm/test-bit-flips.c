/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that forgets: one bit of the file is turned, at many places. In a plain book whatever
 * changes a value is found, either when the book is opened or when it is examined; what a value is,
 * the engine says without the program. In a protected book every bit is found. */

#include "tv-storm-book.h"
#include "tv-storm-scale.h"
#include "tv-storm-work.h"

#include "store/tv-store-error.h"
#include "store/tv-store-protect.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct {
    guint8 *bytes;
    gsize size;
    char *folder;
    char *path;
} Book;

static void
nothing_cb (gboolean is_done, gpointer data)
{
}

/* Typed values, imported children, and something taken back. */
static void
make_book (Book *self, gboolean is_protected)
{
    const TvStormWork *typing = tv_storm_work_find ("typing");
    const TvStormWork *import = tv_storm_work_find ("import");
    g_autoptr (GError) error = NULL;

    self->folder = tv_storm_folder_new ();
    self->path = g_build_filename (self->folder, "book.db", NULL);
    import->prepare (self->folder);
    g_assert_true (typing->run (self->folder, nothing_cb, NULL, &error));
    g_assert_true (import->run (self->folder, nothing_cb, NULL, &error));
    if (is_protected) {
        g_autoptr (TvSecret) key = tv_storm_book_key ();
        g_autoptr (TvKeyRing) ring = tv_key_ring_new ();
        g_autoptr (TvStore) store = tv_storm_book_open (self->folder, &error);

        tv_store_protect (store, ring, key, NULL, NULL, NULL, &error);
        tv_store_close (store);
    }
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (self->path, (char **) &self->bytes, &self->size, &error));
}

static void
clear_book (Book *self)
{
    tv_storm_folder_remove (self->folder);
    g_free (self->folder);
    g_free (self->path);
    g_free (self->bytes);
}

static void
write_book (Book *self)
{
    static const char *const others[] = { "book.db-wal", "book.db-shm", "lock" };

    for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
        g_autofree char *path = g_build_filename (self->folder, others[i], NULL);

        g_unlink (path);
    }
    g_assert_true (
        g_file_set_contents (self->path, (const char *) self->bytes, (gssize) self->size, NULL));
}

/* ---- what the engine alone reads ------------------------------------------------------- */

static gboolean
dump_rows (sqlite3 *db, const char *sql, GString *dump)
{
    sqlite3_stmt *row;
    int code;

    if (sqlite3_prepare_v2 (db, sql, -1, &row, NULL) != SQLITE_OK)
        return FALSE;
    while ((code = sqlite3_step (row)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count (row); i++) {
            int type = sqlite3_column_type (row, i);
            gconstpointer bytes = sqlite3_column_blob (row, i);

            g_string_append_printf (dump, "%s %d ", sqlite3_column_name (row, i), type);
            g_string_append_len (dump, bytes, sqlite3_column_bytes (row, i));
            g_string_append_c (dump, '\n');
        }
    }
    sqlite3_finalize (row);
    return code == SQLITE_DONE;
}

static const char *const tables[]
    = { "school",     "person",  "school_year",  "class",          "student", "enrolment",
        "round",      "session", "measurement",  "reading",        "target",  "setting",
        "change_set", "device",  "change_entry", "schema_version", "access" };

/* Every value of the file in the order of the tables themselves; NULL: it cannot be read. */
static char *
dump_values (const char *path)
{
    g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", path);
    GString *dump = g_string_new (NULL);
    gboolean is_good;
    sqlite3 *db;

    is_good = sqlite3_open_v2 (uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK
              && dump_rows (db, "PRAGMA user_version", dump)
              && dump_rows (db, "PRAGMA application_id", dump)
              && dump_rows (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", dump);
    for (guint i = 0; is_good && i < G_N_ELEMENTS (tables); i++) {
        g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s NOT INDEXED", tables[i]);

        is_good = dump_rows (db, sql, dump);
    }
    sqlite3_close (db);
    return g_string_free (dump, !is_good);
}

/* ---- what the program finds ------------------------------------------------------------ */

typedef enum { FOUND_NOTHING, FOUND_AT_OPENING, FOUND_BY_CHECK } Found;

static Found
look (Book *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_storm_book_open (self->folder, &error);
    g_autofree char *trouble = NULL;

    if (!store)
        return FOUND_AT_OPENING;
    trouble = tv_storm_book_examine (store);
    tv_store_close (store);
    return trouble ? FOUND_BY_CHECK : FOUND_NOTHING;
}

typedef struct {
    guint n_flips;
    guint n_harmless; /* no value changed, and nothing was said */
    guint n_cautious; /* no value changed, and yet it was found */
    guint n_found[FOUND_BY_CHECK + 1];
    guint n_missed;
} Counts;

/* The first value that is another one, for whoever looks for the reason. */
static void
tell_missed (gsize place, guint bit, const char *now, const char *values)
{
    g_auto (GStrv) lines_now = g_strsplit (now ? now : "", "\n", -1);
    g_auto (GStrv) lines = g_strsplit (values ? values : "", "\n", -1);
    guint i = 0;

    while (lines[i] && lines_now[i] && strcmp (lines[i], lines_now[i]) == 0)
        i++;
    g_test_message ("missed: bit %u of byte %" G_GSIZE_FORMAT ": “%s” became “%s”", bit, place,
                    lines[i] ? lines[i] : "", lines_now[i] ? lines_now[i] : "");
}

static void
flip_once (Book *self, gsize place, guint bit, const char *values, Counts *counts)
{
    g_autofree char *now = NULL;
    gboolean is_changed = TRUE;
    Found found;

    self->bytes[place] ^= (guint8) (1u << bit);
    write_book (self);
    if (values) {
        now = dump_values (self->path);
        is_changed = g_strcmp0 (now, values) != 0;
    }
    found = look (self);
    self->bytes[place] ^= (guint8) (1u << bit);
    counts->n_flips++;
    if (is_changed && found == FOUND_NOTHING) {
        counts->n_missed++;
        tell_missed (place, bit, now, values);
    } else if (is_changed) {
        counts->n_found[found]++;
    } else if (found == FOUND_NOTHING) {
        counts->n_harmless++;
    } else {
        counts->n_cautious++;
    }
}

static void
tell (const char *what, const Counts *counts)
{
    tv_storm_tell ("%s: %u bits turned; %u changed a value or more: %u found at opening, %u by the "
                   "check, %u missed; %u changed no value, of which %u were found",
                   what, counts->n_flips,
                   counts->n_found[FOUND_AT_OPENING] + counts->n_found[FOUND_BY_CHECK]
                       + counts->n_missed,
                   counts->n_found[FOUND_AT_OPENING], counts->n_found[FOUND_BY_CHECK],
                   counts->n_missed, counts->n_harmless + counts->n_cautious, counts->n_cautious);
    g_assert_cmpuint (counts->n_missed, ==, 0);
}

static void
flip_at_random (Book *self, const char *values, guint n_flips, Counts *counts)
{
    g_autoptr (GRand) random = tv_storm_random ();

    for (guint i = 0; i < n_flips; i++) {
        gsize place = (gsize) g_rand_int_range (random, 0, (gint32) self->size);

        flip_once (self, place, (guint) g_rand_int_range (random, 0, 8), values, counts);
    }
}

static void
test_plain (void)
{
    g_autofree char *values = NULL;
    Counts counts = { 0 };
    Book book = { 0 };

    make_book (&book, FALSE);
    values = dump_values (book.path);
    g_assert_nonnull (values);
    g_assert_cmpint (look (&book), ==, FOUND_NOTHING);
    flip_at_random (&book, values, tv_storm_scale (1000, 10000), &counts);
    g_assert_cmpuint (counts.n_found[FOUND_BY_CHECK], >, 0);
    tell ("plain book", &counts);
    clear_book (&book);
}

/* The head of the file and the list of its tables, where one byte says much. */
static void
test_head (void)
{
    g_autofree char *values = NULL;
    Counts counts = { 0 };
    Book book = { 0 };
    gsize step;

    make_book (&book, FALSE);
    values = dump_values (book.path);
    step = 4096 / tv_storm_scale (128, 4096);
    for (gsize place = 0; place < 100; place += MAX (1, step / 8))
        flip_once (&book, place, place % 8, values, &counts);
    for (gsize place = 100; place < 4096; place += step)
        flip_once (&book, place, (place / step) % 8, values, &counts);
    tell ("head of a plain book", &counts);
    clear_book (&book);
}

static void
test_protected (void)
{
    Counts counts = { 0 };
    Book book = { 0 };

    if (!tv_engine_encrypts ()) {
        g_test_skip ("built without encryption");
        return;
    }
    make_book (&book, TRUE);
    g_assert_cmpint (look (&book), ==, FOUND_NOTHING);
    flip_at_random (&book, NULL, tv_storm_scale (100, 5000), &counts);
    tell ("protected book", &counts);
    clear_book (&book);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/storm/bit-flips/plain", test_plain);
    g_test_add_func ("/storm/bit-flips/head", test_head);
    g_test_add_func ("/storm/bit-flips/protected", test_protected);
    return g_test_run ();
}
