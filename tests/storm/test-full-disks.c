/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The disk is full, fails, or can no longer be written, from the first write on, from the second …
 * until the work passes. Each time the program says so, the book is sound, what was committed is in
 * it, and once there is room the work is done. */

#include "tv-storm-book.h"
#include "tv-storm-scale.h"
#include "tv-storm-work.h"
#include "tv-torn-vfs.h"

#include "store/tv-store-error.h"
#include "workflows/tv-error-sentence.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

static const char *program;

static void
count_cb (gboolean is_done, gpointer data)
{
    *(guint *) data += is_done;
}

typedef struct {
    guint n_tried;
    guint n_failures; /* writes that failed */
    guint n_told;     /* works that ended with an error */
    guint n_of_code[TV_STORE_ERROR_TO_REOPEN + 16];
} Counts;

static void
count_error (Counts *counts, const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);

    g_assert_true (error->domain == TV_STORE_ERROR || error->domain == G_IO_ERROR);
    g_assert_cmpuint (strlen (sentence), >, 20);
    counts->n_told++;
    if (error->domain == TV_STORE_ERROR && (guint) error->code < G_N_ELEMENTS (counts->n_of_code))
        counts->n_of_code[error->code]++;
}

static void
assert_nothing_lost (const TvStormWork *work, const char *folder, guint n_done, const char *when)
{
    g_autofree char *trouble = tv_storm_work_look (work, folder, n_done);

    if (trouble)
        g_test_fail_printf ("%s: %s", when, trouble);
}

/* There is room again. */
static void
do_the_work (const TvStormWork *work, const char *folder, const char *when)
{
    g_autoptr (GError) error = NULL;
    guint n_done = 0;

    if (work->run (folder, count_cb, &n_done, &error))
        assert_nothing_lost (work, folder, n_done, when);
    else
        g_test_fail_printf ("%s, with room: %s", when, error->message);
}

/* Returns whether a write failed. */
static gboolean
fail_from (const TvStormWork *work, const char *base, guint first, guint n_failures, int code,
           Counts *counts)
{
    g_autofree char *folder = tv_storm_folder_new ();
    g_autofree char *when = g_strdup_printf ("code %d from write %u on", code, first);
    g_autoptr (GError) error = NULL;
    guint n_done = 0, n_failed;

    tv_storm_folder_copy (base, folder);
    tv_torn_vfs_begin (folder);
    tv_torn_vfs_fail (first, n_failures, code);
    if (!work->run (folder, count_cb, &n_done, &error))
        count_error (counts, error);
    n_failed = tv_torn_vfs_stop_failing ();
    g_ptr_array_unref (tv_torn_vfs_end ());
    assert_nothing_lost (work, folder, n_done, when);
    do_the_work (work, folder, when);
    tv_storm_folder_remove (folder);
    counts->n_tried++;
    counts->n_failures += n_failed;
    return n_failed > 0;
}

/* How many writes the whole work makes. */
static guint
count_writes (const TvStormWork *work, const char *base)
{
    g_autofree char *folder = tv_storm_folder_new ();
    g_autoptr (GPtrArray) ops = NULL;
    guint n_done = 0, n = 0;

    tv_storm_folder_copy (base, folder);
    tv_torn_vfs_begin (folder);
    g_assert_true (work->run (folder, count_cb, &n_done, NULL));
    ops = tv_torn_vfs_end ();
    for (guint i = 0; i < ops->len; i++) {
        TvTornKind kind = ((TvTornOp *) ops->pdata[i])->kind;

        n += kind == TV_TORN_WRITE || kind == TV_TORN_TRUNCATE || kind == TV_TORN_SYNC;
    }
    tv_storm_folder_remove (folder);
    return n;
}

static void
test_failing_writes (gconstpointer data)
{
    static const int codes[] = { SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_READONLY };
    const TvStormWork *work = data;
    g_autofree char *base = tv_storm_folder_new ();
    guint step;

    work->prepare (base);
    step = MAX (1, count_writes (work, base) / tv_storm_scale (3, 200));
    for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
        Counts counts = { 0 };
        guint first = 1;

        while (fail_from (work, base, first, G_MAXUINT, codes[i], &counts))
            first += step;
        first = 1;
        while (fail_from (work, base, first, 1, codes[i], &counts))
            first += step;
        g_assert_cmpuint (counts.n_told, >, 0);
        tv_storm_tell ("%s, code %d: %u runs, %u writes failed, %u errors told (%u full, %u "
                       "read-only, %u of the disk), nothing lost",
                       work->name, codes[i], counts.n_tried, counts.n_failures, counts.n_told,
                       counts.n_of_code[TV_STORE_ERROR_FULL],
                       counts.n_of_code[TV_STORE_ERROR_READ_ONLY],
                       counts.n_of_code[TV_STORE_ERROR_FAILED]);
    }
    tv_storm_folder_remove (base);
}

/* ---- a limit of the system ------------------------------------------------------------- */

static void
set_limit_cb (gpointer data)
{
    struct rlimit limit = { *(rlim_t *) data, *(rlim_t *) data };

    signal (SIGXFSZ, SIG_IGN);
    setrlimit (RLIMIT_FSIZE, &limit);
}

static guint
count_letters (const char *text, char letter)
{
    guint n = 0;

    for (; *text; text++)
        n += *text == letter;
    return n;
}

static int
run_under_limit (const TvStormWork *work, const char *base, rlim_t size)
{
    g_autofree char *folder = tv_storm_folder_new ();
    g_autofree char *when
        = g_strdup_printf ("files of %" G_GUINT64_FORMAT " bytes", (guint64) size);
    const char *arguments[] = { program, "--work", work->name, folder, NULL };
    g_autofree char *reports = NULL, *errors = NULL;
    g_autoptr (GError) error = NULL;
    int status;

    tv_storm_folder_copy (base, folder);
    g_spawn_sync (NULL, (char **) arguments, NULL, 0, set_limit_cb, &size, &reports, &errors,
                  &status, &error);
    g_assert_no_error (error);
    if (!WIFEXITED (status))
        g_error ("%s: signal %d: %s", when, WTERMSIG (status), errors);
    if (WEXITSTATUS (status) != 0 && WEXITSTATUS (status) < TV_STORM_EXIT_OF_ERROR)
        g_test_fail_printf ("%s: %s", when, errors);
    assert_nothing_lost (work, folder, count_letters (reports, '+'), when);
    do_the_work (work, folder, when);
    tv_storm_folder_remove (folder);
    return WEXITSTATUS (status);
}

static void
test_limit (gconstpointer data)
{
    const TvStormWork *work = data;
    g_autoptr (GRand) random = tv_storm_random ();
    g_autofree char *base = tv_storm_folder_new ();
    guint n_runs = tv_storm_scale (6, 60), n_full = 0;

    work->prepare (base);
    for (guint i = 0; i < n_runs; i++) {
        gint32 size = i == 0 ? 0 : g_rand_int_range (random, 1, 600 * 1024);

        n_full += run_under_limit (work, base, (rlim_t) size)
                  == TV_STORM_EXIT_OF_ERROR + TV_STORE_ERROR_FULL;
    }
    g_assert_cmpuint (n_full, >, 0);
    tv_storm_tell ("%s: %u limits on the size of files, %u told as a full disk, nothing lost",
                   work->name, n_runs, n_full);
    tv_storm_folder_remove (base);
}

int
main (int argc, char **argv)
{
    const TvStormWork *works;
    guint n_works;

    if (argc == 4 && strcmp (argv[1], "--work") == 0)
        return tv_storm_work_serve (argv[2], argv[3]);
    program = argv[0];
    g_test_init (&argc, &argv, NULL);
    works = tv_storm_work_list (&n_works);
    for (guint i = 0; i < n_works; i++) {
        g_autofree char *path = g_strconcat ("/storm/failing-writes/", works[i].name, NULL);
        g_autofree char *limit_path = g_strconcat ("/storm/limit/", works[i].name, NULL);

        g_test_add_data_func (path, &works[i], test_failing_writes);
        g_test_add_data_func (limit_path, &works[i], test_limit);
    }
    return g_test_run ();
}
