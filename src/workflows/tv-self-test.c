/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether this program, as it stands on this machine, has WHO's tables whole, works z-scores and
 * intervals out as others do, writes numbers and dates as people read them, and can keep a record
 * book. For whoever has to defend a figure. Touches no setting of the program, so that it can run
 * behind the window. */

#include "workflows/tv-self-test-private.h"

#include "base/tv-date.h"
#include "base/tv-language.h"
#include "base/tv-number.h"

#include <glib/gi18n.h>

/* Digits of the checksum that are shown: enough to tell two editions apart. */
#define CHECKSUM_SHOWN 16

/* Worked out elsewhere with forty digits: Wilson's interval, and WHO's with Student's t found as
 * the root of the incomplete beta function. */
static const TvSelfTestRate solved_rates[] = {
    { TV_INTERVAL_WILSON, 4, 118, 118, 1.325983364716, 8.3927601034827 },
    { TV_INTERVAL_WILSON, 0, 20, 20, 0.0, 16.112515805282 },
    { TV_INTERVAL_WILSON, 20, 20, 20, 83.887484194718, 100.0 },
    { TV_INTERVAL_WILSON, 1, 12, 12, 1.4865094404917, 35.387991114112 },
    { TV_INTERVAL_WILSON, 50, 100, 100, 40.3831530366, 59.6168469634 },
    { TV_INTERVAL_WILSON, 311, 3000, 3000, 9.326080066579, 11.508623342382 },
    { TV_INTERVAL_LOGIT, 4, 118, 118, 1.2596663503616, 8.8011367187932 },
    { TV_INTERVAL_LOGIT, 1, 12, 13, 0.84381809329644, 49.268152104169 },
    { TV_INTERVAL_LOGIT, 37, 240, 260, 11.355176192875, 20.593378232197 },
    { TV_INTERVAL_LOGIT, 311, 9990, 10000, 2.7899483098516, 3.4723735749244 },
};

static void
free_result (gpointer data)
{
    TvSelfTestResult *result = data;

    g_free (result->what);
    g_free (result->details);
    g_free (result);
}

static TvSelfTestResult *
add_result (TvSelfTest *self, const char *what)
{
    TvSelfTestResult *result = g_new0 (TvSelfTestResult, 1);

    result->what = g_strdup (what);
    g_ptr_array_add (self->results, result);
    return result;
}

static void
check_text (TvSelfTestResult *result, char *found, const char *expected)
{
    g_autofree char *owned = found;

    _tv_self_test_count (result, g_strcmp0 (owned, expected) == 0,
                         /* Translators: two ways to write the same number or day */
                         _ ("“%1$s” was expected, “%2$s” came out."), expected, owned);
}

/* In the program's language: the other one is a setting away, and settings are not touched. */
static void
check_words (TvSelfTestResult *result)
{
    gboolean has_comma = tv_language_get () == TV_LANGUAGE_VIETNAMESE;
    TvDate leap_day = tv_date_from_ymd (2024, 2, 29);

    check_text (result, tv_number_format_fixed (1125, 1, 1), has_comma ? "112,5" : "112.5");
    check_text (result, tv_number_format (0.847457627, 2), has_comma ? "0,85" : "0.85");
    check_text (result, tv_number_format_signed (-2.04, 2), has_comma ? "−2,04" : "−2.04");
    check_text (result, tv_date_to_text (leap_day), "29/02/2024");
    check_text (result, tv_date_to_iso (leap_day), "2024-02-29");
    check_text (result, tv_date_to_iso (leap_day + 366), "2025-03-01");
}

/* The edition, and a checksum over the tables as they are in memory now. */
static char *
describe_tables (void)
{
    g_autoptr (GString) checksums = g_string_new (NULL);
    g_autofree char *checksum = NULL;

    for (guint i = 0; i < tv_self_test_n_tables; i++) {
        g_autofree char *one = _tv_self_test_table_checksum (i, tv_self_test_tables[i].n_rows);

        g_string_append (checksums, one);
    }
    checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, checksums->str,
                                              (gssize) checksums->len);
    checksum[CHECKSUM_SHOWN] = '\0';
    /* Translators: %s is a checksum such as 6fff22bd1085b090 */
    return g_strdup_printf (
        _ ("Tables: WHO Child Growth Standards (2006, anthro 1.1.0.9000) and WHO "
           "Growth Reference 5–19 years (2007, anthroplus 1.0.0.9000), checksum %s"),
        checksum);
}

/**
 * tv_self_test_run:
 * @clock: for the record book that is made and removed again
 *
 * Works everything out anew; takes some tenths of a second. Can run on any thread.
 *
 * Returns: (transfer full): what was found
 */
TvSelfTest *
tv_self_test_run (TvClock *clock)
{
    TvSelfTest *self = g_new0 (TvSelfTest, 1);
    TvSelfTestResult *scores;

    self->results = g_ptr_array_new_with_free_func (free_result);
    _tv_self_test_check_tables (tv_self_test_tables, tv_self_test_n_tables,
                                add_result (self, _ ("The built-in tables of WHO are whole")));
    scores = add_result (self, _ ("The z-scores of solved cases come out"));
    _tv_self_test_check_scores (tv_self_test_cases, tv_self_test_n_cases, scores);
    self->n_cases = scores->n_cases;
    _tv_self_test_check_rates (solved_rates, G_N_ELEMENTS (solved_rates),
                               add_result (self, _ ("The intervals of solved rates come out")));
    check_words (add_result (self, _ ("Numbers and dates are written as people read them")));
    _tv_self_test_check_book (clock,
                              add_result (self, _ ("A record book is made, read and checked")));
    self->tables = describe_tables ();
    self->is_good = TRUE;
    for (guint i = 0; i < self->results->len; i++) {
        const TvSelfTestResult *result = g_ptr_array_index (self->results, i);

        self->is_good = self->is_good && result->n_wrong == 0 && result->n_cases > 0;
    }
    return self;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
    g_task_return_pointer (task, tv_self_test_run (task_data), (GDestroyNotify) tv_self_test_free);
}

/**
 * tv_self_test_run_async:
 * @clock: as for tv_self_test_run()
 */
void
tv_self_test_run_async (TvClock *clock, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

    g_task_set_task_data (task, tv_clock_ref (clock), (GDestroyNotify) tv_clock_unref);
    g_task_run_in_thread (task, run_in_thread);
}

/**
 * tv_self_test_run_finish:
 *
 * Returns: (transfer full) (nullable): what was found; NULL with @error where it was cancelled
 */
TvSelfTest *
tv_self_test_run_finish (GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer (G_TASK (result), error);
}

static void
append_result (GString *text, const TvSelfTestResult *result)
{
    g_auto (GStrv) lines = NULL;

    if (result->n_wrong == 0)
        /* Translators: what was tested, and how many cases of it */
        g_string_append_printf (
            text, ngettext ("%s: good (%u case)", "%s: good (%u cases)", result->n_cases),
            result->what, result->n_cases);
    else
        /* Translators: what was tested, how many cases were wrong, and of how many */
        g_string_append_printf (text, _ ("%s: WRONG (%u of %u)"), result->what, result->n_wrong,
                                result->n_cases);
    g_string_append_c (text, '\n');
    lines = g_strsplit (result->details ? result->details : "", "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        if (*lines[i])
            g_string_append_printf (text, "    %s\n", lines[i]);
    }
}

/**
 * tv_self_test_to_text:
 * @self: what was found
 *
 * Returns: (transfer full): lines for people: the version, the tables, each test with its number of
 *   cases and what was wrong, and what to make of it
 */
char *
tv_self_test_to_text (const TvSelfTest *self)
{
    GString *text = g_string_new (NULL);

    g_string_append_printf (text, "Tầm Vóc %s\n%s\n\n", TV_VERSION, self->tables);
    for (guint i = 0; i < self->results->len; i++)
        append_result (text, g_ptr_array_index (self->results, i));
    g_string_append_c (text, '\n');
    g_string_append (text, self->is_good
                               ? _ ("All right.")
                               : _ ("Something is wrong with this program or this machine. Do not "
                                    "rely on its figures; install it again."));
    g_string_append_c (text, '\n');
    return g_string_free (text, FALSE);
}

void
tv_self_test_free (TvSelfTest *self)
{
    g_ptr_array_unref (self->results);
    g_free (self->tables);
    g_free (self);
}
