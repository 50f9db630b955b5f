/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects a practice school and works with it, for check-traces.py, which looks at what that
 * leaves on the disk. Each stage is told on standard output, and a line on standard input lets it
 * go on. The last one is waited in with the book open: the program is ended from outside there. */

#include "tests/ui/tv-ui-test.h"

#include "base/tv-platform.h"
#include "store/tv-backup-file.h"
#include "store/tv-store-sign-in.h"
#include "workflows/tv-backup.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-protection.h"
#include "workflows/tv-report-build.h"
#include "workflows/tv-sign-in.h"

#include <stdio.h>
#include <string.h>

#define N_STUDENTS 60
#define PASSWORD "ba từ dễ nhớ"

static void
stop_at (const char *stage, const char *what)
{
    char line[8];

    printf ("%s %s\n", stage, what);
    fflush (stdout);
    if (!fgets (line, sizeof line, stdin))
        exit (1);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    GAsyncResult **done = user_data;

    *done = g_object_ref (result);
}

static char *
nurse_of (TvStore *store)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvPerson) nurse = tv_store_get_actor (store, &error);

    g_assert_no_error (error);
    return g_strdup (nurse->uid);
}

static void
protect (TvUiTest *test, const char *uid, TvSecret *password)
{
    g_autoptr (TvSecret) code = tv_protection_new_code ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    const TvPasswordOf first = { uid, "School nurse", password };

    tv_protection_protect_async (test->store, &first, code, NULL, NULL, NULL, done_cb, &result);
    tv_test_wait_until (result);
    tv_protection_finish (test->store, result, &error);
    g_assert_no_error (error);
}

static void
look_at_every_page (TvUiTest *test)
{
    static const char *const codes[]
        = { "overview", "students", "measuring", "rates", "reports", "history" };

    for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        tv_ui_test_show_page (test, codes[i]);
}

static void
build_every_report (TvStore *store)
{
    guint n;
    const TvReportKind *kinds = tv_report_kinds (&n);

    for (guint i = 0; i < n; i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (TvReport) report = tv_report_build (store, kinds[i].code, NULL, NULL, &error);

        g_assert_no_error (error);
        g_assert_nonnull (report);
    }
}

static void
back_up_and_restore (TvUiTest *test)
{
    g_autofree char *parent = g_path_get_dirname (test->folder);
    g_autofree char *backup = g_build_filename (parent, "backup.tamvoc", NULL);
    g_autofree char *second = g_build_filename (parent, "restored", NULL);
    g_autoptr (TvSecret) key = tv_backup_key_of (test->store);
    g_autoptr (TvBookReport) written = NULL;
    g_autoptr (GError) error = NULL;

    written = tv_backup_write (test->store, backup, &error);
    g_assert_no_error (error);
    tv_backup_file_put_back (backup, key, second, &error);
    g_assert_no_error (error);
}

static void
lock (TvStore *store)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    tv_sign_in_lock_async (store, done_cb, &result);
    tv_test_wait_until (result);
    tv_sign_in_lock_finish (result, &error);
    g_assert_no_error (error);
}

/* What is refused is told, as the program tells it. */
static gboolean
sign_in (TvStore *store, const char *uid, TvSecret *password)
{
    const TvSignIn sign_in = { NULL, store, uid, password };
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) open = NULL;

    tv_sign_in_async (&sign_in, clock, NULL, done_cb, &result);
    tv_test_wait_until (result);
    open = tv_sign_in_finish (result, &error);
    if (error) {
        g_autofree char *sentence = tv_error_sentence (error);

        g_printerr ("%s (%s)\n", sentence, error->message);
    }
    return open != NULL;
}

int
main (int argc, char **argv)
{
    g_autoptr (TvSecret) password = tv_secret_new_text (PASSWORD);
    g_autoptr (TvSecret) wrong = tv_secret_new_text ("wrong " PASSWORD);
    g_autofree char *uid = NULL;
    TvUiTest *test; /* left as it is: how the program ends is what is looked at */

    tv_platform_forbid_core_dumps ();
    tv_ui_test_init (&argc, &argv);
    if (!tv_protection_is_possible ()) {
        printf ("impossible -\n");
        return 0;
    }
    test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, N_STUDENTS);
    uid = nurse_of (test->store);
    stop_at ("plain", test->folder);
    protect (test, uid, password);
    stop_at ("protected", test->folder);
    look_at_every_page (test);
    build_every_report (test->store);
    back_up_and_restore (test);
    stop_at ("used", test->folder);
    lock (test->store);
    g_assert_false (sign_in (test->store, uid, wrong));
    stop_at ("locked", test->folder);
    g_assert_true (sign_in (test->store, uid, password));
    look_at_every_page (test);
    stop_at ("open", test->folder);
    return 1;
}
