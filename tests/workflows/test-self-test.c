/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The self-test: all is well as the program is built, and whatever is not as it was solved is
 * found and told. */

#include "base/tv-language.h"
#include "workflows/tv-self-test-private.h"

#include <string.h>

static TvSelfTestResult found;

static void
forget (void)
{
    g_clear_pointer (&found.details, g_free);
    found = (TvSelfTestResult){ NULL };
}

static void
test_all (void)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 10, 20));
    g_autoptr (TvSelfTest) test = tv_self_test_run (clock);
    g_autofree char *text = tv_self_test_to_text (test);

    g_assert_cmpuint (test->results->len, ==, 5);
    for (guint i = 0; i < test->results->len; i++) {
        const TvSelfTestResult *result = g_ptr_array_index (test->results, i);

        g_assert_cmpuint (result->n_cases, >, 2);
        g_assert_cmpuint (result->n_wrong, ==, 0);
        g_assert_null (result->details);
        g_assert_nonnull (strstr (text, result->what));
    }
    g_assert_true (test->is_good);
    g_assert_cmpuint (test->n_cases, ==, tv_self_test_n_cases * TV_Z_N_KINDS);
    g_assert_cmpuint (tv_self_test_n_cases, >, 300);
    g_assert_nonnull (strstr (text, TV_VERSION));
    g_assert_nonnull (strstr (text, "anthro 1.1.0.9000"));
    g_assert_null (strstr (text, "WRONG"));
}

static TvSelfTestCase
find_case_with_every_z (void)
{
    for (guint i = 0; i < tv_self_test_n_cases; i++) {
        gboolean has_all = TRUE;

        for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++)
            has_all = has_all && tv_self_test_cases[i].hundredths[kind] != TV_Z_NONE;
        if (has_all)
            return tv_self_test_cases[i];
    }
    g_assert_not_reached ();
}

/* One hundredth, one flag, or a z that should not be there: each is found, and nothing else. */
static void
test_wrong_score (void)
{
    TvSelfTestCase one = find_case_with_every_z ();

    _tv_self_test_check_scores (&one, 1, &found);
    g_assert_cmpuint (found.n_cases, ==, TV_Z_N_KINDS);
    g_assert_cmpuint (found.n_wrong, ==, 0);
    one.hundredths[TV_Z_HEIGHT_FOR_AGE]++;
    one.is_flagged[TV_Z_BMI_FOR_AGE] = !one.is_flagged[TV_Z_BMI_FOR_AGE];
    one.hundredths[TV_Z_WEIGHT_FOR_AGE] = TV_Z_NONE;
    _tv_self_test_check_scores (&one, 1, &found);
    g_assert_cmpuint (found.n_wrong, ==, 3);
    g_assert_nonnull (strstr (found.details, "Case 1, haz: "));
    g_assert_nonnull (strstr (found.details, "Case 1, baz: "));
    g_assert_nonnull (strstr (found.details, "Case 1, waz: – was expected"));
    g_assert_null (strstr (found.details, "whz"));
    forget ();
}

/* A digit changed in a table, or a row left out, changes its checksum. */
static void
test_wrong_table (void)
{
    TvSelfTestTable tables[2] = { tv_self_test_tables[0], tv_self_test_tables[1] };

    _tv_self_test_check_tables (tables, 2, &found);
    g_assert_cmpuint (found.n_wrong, ==, 0);
    tables[0].checksum = tables[1].checksum;
    tables[1].n_rows--;
    _tv_self_test_check_tables (tables, 2, &found);
    g_assert_cmpuint (found.n_wrong, ==, 2);
    g_assert_nonnull (strstr (found.details, "Table who-2006-weight-for-age is not WHO's."));
    forget ();
}

static void
test_wrong_rate (void)
{
    TvSelfTestRate rate = { TV_INTERVAL_WILSON, 4, 118, 118, 1.325983364716, 8.3927601034827 };

    _tv_self_test_check_rates (&rate, 1, &found);
    g_assert_cmpuint (found.n_wrong, ==, 0);
    rate.upper += 1e-4;
    _tv_self_test_check_rates (&rate, 1, &found);
    g_assert_cmpuint (found.n_wrong, ==, 1);
    g_assert_nonnull (strstr (found.details, "4 of 118"));
    forget ();
}

/* What is wrong is said, and the last line says not to rely on the figures. */
static void
test_told (void)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 10, 20));
    g_autoptr (TvSelfTest) test = tv_self_test_run (clock);
    TvSelfTestResult *result = g_ptr_array_index (test->results, 1);
    g_autofree char *text = NULL;

    for (guint i = 0; i < 100; i++)
        _tv_self_test_count (result, FALSE, "wrong %u", i);
    test->is_good = FALSE;
    text = tv_self_test_to_text (test);
    g_assert_nonnull (strstr (text, "WRONG (100 of "));
    g_assert_nonnull (strstr (text, "\n    wrong 0\n"));
    g_assert_null (strstr (text, "wrong 99"));
    g_assert_nonnull (strstr (text, "Do not rely"));
    g_assert_null (strstr (text, "All right"));
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;

    *(TvSelfTest **) user_data = tv_self_test_run_finish (result, &error);
    g_assert_no_error (error);
}

static void
test_thread (void)
{
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    g_autoptr (TvSelfTest) test = NULL;

    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    tv_self_test_run_async (clock, NULL, tested_cb, &test);
    while (!test)
        g_main_context_iteration (NULL, TRUE);
    g_assert_true (test->is_good);
    g_assert_cmpint (tv_language_get (), ==, TV_LANGUAGE_VIETNAMESE);
    tv_language_start (TV_LANGUAGE_ENGLISH);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/self-test/all", test_all);
    g_test_add_func ("/self-test/wrong-score", test_wrong_score);
    g_test_add_func ("/self-test/wrong-table", test_wrong_table);
    g_test_add_func ("/self-test/wrong-rate", test_wrong_rate);
    g_test_add_func ("/self-test/told", test_told);
    g_test_add_func ("/self-test/thread", test_thread);
    return g_test_run ();
}
