/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The works that storms interrupt: typing, import, upgrade, backup, protecting and back. */

#include "tv-storm-work.h"

#include "tv-storm-book.h"

#include "store/tv-connection.h"
#include "store/tv-backup-file.h"
#include "store/tv-store-protect.h"
#include "workflows/tv-backup.h"
#include "workflows/tv-import.h"
#include "workflows/tv-measuring-save.h"

#include <string.h>
#include <unistd.h>

#define N_CELLS 48
#define N_LISTS 5
#define N_CHILDREN_OF_LIST 12
#define N_BACKUPS 4

/* What a task holds of the book is let go later, in the main loop; its lock must not be. */
typedef TvStore OpenBook;

static void
close_book (OpenBook *book)
{
    tv_store_close (book);
    g_object_unref (book);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenBook, close_book)

/* ---- typing ---------------------------------------------------------------------------- */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    *(GAsyncResult **) data = g_object_ref (result);
}

gboolean
tv_storm_work_type_cell (TvStore *store, guint number, GError **error)
{
    TvSession session = { .round_id = 1, .class_id = 1 };
    TvMeasuringEntry entry = { .kind = TV_ENTRY_VALUE,
                               .quantity = TV_QUANTITY_WEIGHT,
                               .value = 10000 + 10 * (int) number,
                               .n_readings = 1 };
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TvSession) saved = NULL;

    session.date = tv_date_from_ymd (2026, 9, 21);
    entry.readings[0] = entry.value;
    tv_measuring_save_async (store, &session, 1 + number % TV_STORM_N_STUDENTS, &entry, NULL,
                             keep_result_cb, &result);
    while (!result)
        g_main_context_iteration (NULL, TRUE);
    saved = tv_measuring_save_finish (store, result, error);
    return saved != NULL;
}

static gboolean
type_cells (TvStore *store, guint n, TvStormReport report, gpointer data, GError **error)
{
    for (guint i = 0; i < n; i++) {
        report (FALSE, data);
        if (!tv_storm_work_type_cell (store, i, error))
            return FALSE;
        report (TRUE, data);
    }
    return TRUE;
}

static gboolean
run_typing (const char *folder, TvStormReport report, gpointer data, GError **error)
{
    g_autoptr (OpenBook) store = tv_storm_book_open (folder, error);

    return store && type_cells (store, N_CELLS, report, data, error);
}

static gboolean
holds_cells (TvStore *store, guint n)
{
    gint64 sum = 0;

    for (guint student = 0; student < MIN (n, TV_STORM_N_STUDENTS); student++) {
        guint last = student + (n - 1 - student) / TV_STORM_N_STUDENTS * TV_STORM_N_STUDENTS;
        g_autofree char *sql = g_strdup_printf (
            "SELECT COUNT(*) FROM measurement WHERE student_id = %u AND weight_g = %u", student + 1,
            10000 + 10 * last);

        if (tv_storm_book_ask (store, sql) != 1)
            return FALSE;
        sum++;
    }
    return tv_storm_book_ask (store, "SELECT COUNT(*) FROM measurement") == sum;
}

static char *
find_loss_of_cells (TvStore *store, const char *folder, guint n_done)
{
    if (holds_cells (store, n_done) || holds_cells (store, n_done + 1))
        return NULL;
    return g_strdup_printf ("of %u committed cells something is lost", n_done);
}

/* ---- import ---------------------------------------------------------------------------- */

static char *
get_list_path (const char *folder, guint number)
{
    g_autofree char *name = g_strdup_printf ("list-%u.csv", number);

    return g_build_filename (folder, name, NULL);
}

static void
make_book_and_lists (const char *folder)
{
    tv_storm_book_make (folder);
    for (guint number = 0; number < N_LISTS; number++) {
        g_autofree char *path = get_list_path (folder, number);
        g_autoptr (GString) text = g_string_new (
            "Lớp;Họ và tên;Ngày sinh;Giới tính;Mã học sinh;Số định danh;Trạng thái\n");

        for (guint i = 0; i < N_CHILDREN_OF_LIST; i++)
            g_string_append_printf (text, "4A;Trẻ Danh Sách %u số %u;%02u/%02u/2022;Nam;;;\n",
                                    number, i, 1 + i, 1 + number);
        g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
    }
}

static gboolean
import_list (TvStore *store, const char *folder, guint number, GError **error)
{
    TvImportOptions options = TV_IMPORT_OPTIONS_INIT;
    g_autofree char *path = get_list_path (folder, number);
    g_autoptr (TvImportPlan) plan = tv_import_plan_read (store, path, &options, NULL, error);
    TvImportCounts written;

    return plan && tv_import_plan_apply (plan, &written, error);
}

static gboolean
run_import (const char *folder, TvStormReport report, gpointer data, GError **error)
{
    g_autoptr (OpenBook) store = tv_storm_book_open (folder, error);

    for (guint i = 0; store && i < N_LISTS; i++) {
        report (FALSE, data);
        if (!import_list (store, folder, i, error))
            return FALSE;
        report (TRUE, data);
    }
    return store != NULL;
}

/* A list is there whole or not at all. */
static char *
find_loss_of_lists (TvStore *store, const char *folder, guint n_done)
{
    gint64 n = tv_storm_book_ask (store, "SELECT COUNT(*) FROM student s WHERE EXISTS"
                                         " (SELECT 1 FROM enrolment e WHERE e.student_id = s.id)")
               - TV_STORM_N_STUDENTS;

    if (n == n_done * N_CHILDREN_OF_LIST || n == (n_done + 1) * N_CHILDREN_OF_LIST)
        return NULL;
    return g_strdup_printf ("after %u lists there are %" G_GINT64_FORMAT " children", n_done, n);
}

/* ---- upgrade --------------------------------------------------------------------------- */

static void
make_old_book (const char *folder)
{
    g_autofree char *source
        = g_test_build_filename (G_TEST_DIST, "fixtures", "store", "book-0001.sql", NULL);
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autofree char *script = NULL;
    g_autoptr (TvConnection) connection = NULL;
    g_autoptr (GError) error = NULL;

    g_file_get_contents (source, &script, NULL, &error);
    g_assert_no_error (error);
    connection = tv_connection_open (path, TV_CONNECTION_CREATE, NULL, &error);
    g_assert_no_error (error);
    tv_connection_exec (connection, script, &error);
    g_assert_no_error (error);
}

/* A disk that is full leaves an old book that can only be read, which is no upgrade. */
static gboolean
run_upgrade (const char *folder, TvStormReport report, gpointer data, GError **error)
{
    g_autoptr (OpenBook) store = NULL;

    report (FALSE, data);
    store = tv_storm_book_open (folder, error);
    if (!store)
        return FALSE;
    if (tv_store_is_read_only (store)) {
        g_propagate_error (error, g_error_copy (tv_store_get_refusal (store)));
        return FALSE;
    }
    report (TRUE, data);
    return TRUE;
}

static gboolean
is_copy_of_version_1 (const char *path)
{
    g_autoptr (TvBookCheck) found = tv_backup_file_check (path, NULL, NULL, NULL);

    return found && tv_book_check_count (found) == 0 && found->version == 1
           && found->n_students == 4;
}

/* By now the upgrade was done, if not before the storm then after it. */
static char *
find_loss_of_upgrade (TvStore *store, const char *folder, guint n_done)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    guint n_copies = 0;
    const char *name;

    if (tv_storm_book_ask (store, "SELECT COUNT(*) FROM student") != 4
        || tv_storm_book_ask (store, "SELECT COUNT(*) FROM reading") != 2
        || tv_storm_book_ask (store, "SELECT SUM(weight_g) FROM measurement") != 15400)
        return g_strdup ("the upgraded book lacks something");
    while ((name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (!g_str_has_prefix (name, "book-version-1") || !g_str_has_suffix (name, ".db"))
            continue;
        if (is_copy_of_version_1 (path))
            n_copies++;
        else
            return g_strdup_printf ("%s is no book of version 1", name);
    }
    return n_copies > 0 ? NULL : g_strdup ("no copy of the old book");
}

/* ---- backup ---------------------------------------------------------------------------- */

static gboolean
write_backup (TvStore *store, const char *folder, guint number, GError **error)
{
    g_autofree char *name = g_strdup_printf ("backup-%u.db", number);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autoptr (TvBookReport) report = NULL;

    if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    report = tv_backup_write (store, path, error);
    return report != NULL;
}

static gboolean
run_backup (const char *folder, TvStormReport report, gpointer data, GError **error)
{
    g_autoptr (OpenBook) store = tv_storm_book_open (folder, error);

    for (guint i = 0; store && i < N_BACKUPS; i++) {
        report (FALSE, data);
        if (!tv_storm_work_type_cell (store, i, error) || !write_backup (store, folder, i, error))
            return FALSE;
        report (TRUE, data);
    }
    return store != NULL;
}

/* Whatever bears the name of a backup is one; what was reported as one is there. */
static char *
find_loss_of_backups (TvStore *store, const char *folder, guint n_done)
{
    for (guint i = 0; i < N_BACKUPS; i++) {
        g_autofree char *name = g_strdup_printf ("backup-%u.db", i);
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr (TvBookCheck) found = tv_backup_file_check (path, NULL, NULL, NULL);
        gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);

        if (i < n_done && !is_there)
            return g_strdup_printf ("%s is not there", name);
        if (is_there && (!found || tv_book_check_count (found) != 0))
            return g_strdup_printf ("%s cannot be put back", name);
    }
    return find_loss_of_cells (store, folder, n_done);
}

/* ---- protecting and back --------------------------------------------------------------- */

static const TvKeyWrapCost cheap = { .passes = 1, .memory_kib = 8 };

static TvKeyRing *
make_ring (TvSecret *key, GError **error)
{
    g_autoptr (TvSecret) password = tv_secret_new_text ("mat-khau-cua-bao");
    g_autoptr (TvKeyRing) empty = tv_key_ring_new ();

    return tv_key_ring_with_person (empty, key, "nurse", "Y tế", password, cheap, error);
}

static gboolean
turn_protection (TvStore *store, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autoptr (TvSecret) key = tv_storm_book_key ();
    g_autoptr (TvKeyRing) ring = make_ring (key, error);

    if (!ring)
        return FALSE;
    return tv_engine_file_is_plain (path)
               ? tv_store_protect (store, ring, key, NULL, NULL, NULL, error)
               : tv_store_unprotect (store, NULL, NULL, NULL, error);
}

static gboolean
run_protecting (const char *folder, TvStormReport report, gpointer data, GError **error)
{
    g_autoptr (OpenBook) store = tv_storm_book_open (folder, error);

    if (!store || !type_cells (store, 2, report, data, error))
        return FALSE;
    for (int i = 0; i < 3; i++) {
        report (FALSE, data);
        if (!turn_protection (store, folder, error) || !tv_storm_book_sign_in (store, error))
            return FALSE;
    }
    return TRUE;
}

/* A protected book without the file that holds its key would be lost, whatever is in it. */
static char *
find_loss_of_protection (TvStore *store, const char *folder, guint n_done)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autoptr (TvSecret) password = tv_secret_new_text ("mat-khau-cua-bao");
    g_autoptr (TvSecret) wanted = tv_storm_book_key ();
    g_autoptr (TvKeyRing) ring = NULL;
    g_autoptr (TvSecret) key = NULL;

    if (!tv_engine_file_is_plain (path)) {
        ring = tv_key_ring_read (folder, NULL);
        key = ring ? tv_key_ring_open (ring, "nurse", password, NULL) : NULL;
        if (!key || !tv_secret_equal (key, wanted))
            return g_strdup ("the book is protected and its key is lost");
    }
    return find_loss_of_cells (store, folder, n_done);
}

static const TvStormWork works[] = {
    { "typing", tv_storm_book_make, run_typing, find_loss_of_cells },
    { "import", make_book_and_lists, run_import, find_loss_of_lists },
    { "upgrade", make_old_book, run_upgrade, find_loss_of_upgrade },
    { "backup", tv_storm_book_make, run_backup, find_loss_of_backups },
    { "protecting", tv_storm_book_make, run_protecting, find_loss_of_protection },
};

/* The last work is only there where the engine can do it. */
const TvStormWork *
tv_storm_work_list (guint *n_works)
{
    *n_works = G_N_ELEMENTS (works) - (tv_engine_encrypts () ? 0 : 1);
    return works;
}

const TvStormWork *
tv_storm_work_find (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (works); i++) {
        if (strcmp (works[i].name, name) == 0)
            return &works[i];
    }
    g_assert_not_reached ();
}

char *
tv_storm_work_look (const TvStormWork *work, const char *folder, guint n_done)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_storm_book_open (folder, &error);
    char *trouble;

    if (!store)
        return g_strdup_printf ("does not open: %s", error->message);
    if (tv_store_is_read_only (store))
        return g_strdup_printf ("cannot be written: %s", tv_store_get_refusal (store)->message);
    trouble = tv_storm_book_examine (store);
    return trouble ? trouble : work->find_loss (store, folder, n_done);
}

static void
report_letter_cb (gboolean is_done, gpointer data)
{
    char letter = is_done ? '+' : '-';

    if (write (STDOUT_FILENO, &letter, 1) != 1)
        _exit (3);
}

int
tv_storm_work_serve (const char *name, const char *folder)
{
    g_autoptr (GError) error = NULL;

    if (tv_storm_work_find (name)->run (folder, report_letter_cb, NULL, &error))
        return 0;
    g_printerr ("%s: %s\n", name, error->message);
    return error->domain == TV_STORE_ERROR ? TV_STORM_EXIT_OF_ERROR + error->code : 2;
}
