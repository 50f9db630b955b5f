/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the self-test compares. */

#include "workflows/tv-self-test-private.h"

#include "base/tv-number.h"
#include "growth/tv-growth-class.h"
#include "growth/tv-reference-table.h"
#include "workflows/tv-book-check.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>

/* WHO's figures have at most five decimals. */
#define FIGURES_PER_UNIT 1e5

/* Of a percentage: far below what is ever shown, far above what a sum of doubles errs. */
#define LARGEST_DIFFERENCE 1e-6

/* What a person can read of a program that has gone wrong from end to end. */
#define MOST_DETAILS 20

/**
 * _tv_self_test_count:
 * @result: what has been found
 * @is_good: whether this case came out
 * @format: what is wrong otherwise, in a translated sentence, as for printf()
 */
void
_tv_self_test_count (TvSelfTestResult *result, gboolean is_good, const char *format, ...)
{
    g_autofree char *sentence = NULL;
    g_autofree char *before = NULL;
    va_list args;

    result->n_cases++;
    if (is_good)
        return;
    result->n_wrong++;
    if (result->n_wrong > MOST_DETAILS)
        return;
    va_start (args, format);
    sentence = g_strdup_vprintf (format, args);
    va_end (args);
    before = g_steal_pointer (&result->details);
    result->details = g_strconcat (before ? before : "", sentence, "\n", NULL);
}

static void
append_figure (GString *text, double figure, char end)
{
    g_string_append_printf (text, "%lld%c", llround (figure * FIGURES_PER_UNIT), end);
}

/**
 * _tv_self_test_table_checksum:
 * @table: which, as TvTableId
 * @n_rows: how many rows it has for each sex
 *
 * Returns: (transfer full): SHA-256 in hexadecimal digits of the table as it is in memory: the rows
 *   of boys, then those of girls, each as L, M and S in whole hundred-thousandths, parted by
 *   commas and ended by a newline
 */
char *
_tv_self_test_table_checksum (guint table, guint n_rows)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint sex = 0; sex < 2; sex++) {
        const TvLms *rows = tv_reference_tables[table].rows[sex];

        for (guint i = 0; i < n_rows; i++) {
            append_figure (text, rows[i].l, ',');
            append_figure (text, rows[i].m, ',');
            append_figure (text, rows[i].s, '\n');
        }
    }
    return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

void
_tv_self_test_check_tables (const TvSelfTestTable *expected, guint n, TvSelfTestResult *result)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *found = _tv_self_test_table_checksum (i, expected[i].n_rows);

        /* Translators: %s is the name of one of WHO's tables */
        _tv_self_test_count (result, g_str_equal (found, expected[i].checksum),
                             _ ("Table %s is not WHO's."), expected[i].name);
    }
}

/* "−2.04", with a cross where it is implausible; a dash where there is none. */
static char *
describe_z (gint32 hundredths, gboolean is_flagged)
{
    g_autofree char *value = NULL;

    if (hundredths == TV_Z_NONE)
        return g_strdup ("–");
    value = tv_number_format_signed ((double) hundredths / 100, 2);
    return g_strconcat (value, is_flagged ? " †" : "", NULL);
}

static void
check_z (guint number, TvZKind kind, const TvZScore *z, const TvSelfTestCase *expected,
         TvSelfTestResult *result)
{
    g_autofree char *found = describe_z (z->hundredths, z->is_flagged);
    g_autofree char *solved = describe_z (expected->hundredths[kind], expected->is_flagged[kind]);

    _tv_self_test_count (result, g_str_equal (found, solved),
                         /* Translators: number of the case, waz, and two z-scores */
                         _ ("Case %1$u, %2$s: %3$s was expected, %4$s came out."), number,
                         tv_z_kind_code (kind), solved, found);
}

void
_tv_self_test_check_scores (const TvSelfTestCase *expected, guint n, TvSelfTestResult *result)
{
    for (guint i = 0; i < n; i++) {
        TvGrowth growth;

        tv_growth_score (&expected[i].input, expected[i].standard, &growth);
        for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++)
            check_z (i + 1, kind, &growth.z[kind], &expected[i], result);
    }
}

void
_tv_self_test_check_rates (const TvSelfTestRate *expected, guint n, TvSelfTestResult *result)
{
    for (guint i = 0; i < n; i++) {
        const TvSelfTestRate *solved = &expected[i];
        TvRate rate;

        tv_rate_init (&rate, solved->interval, solved->n_cases, solved->n, solved->n_sample);
        _tv_self_test_count (result,
                             fabs (rate.lower - solved->lower) < LARGEST_DIFFERENCE
                                 && fabs (rate.upper - solved->upper) < LARGEST_DIFFERENCE,
                             /* Translators: 4 of 118, interval from 1.3 to 8.4 */
                             _ ("%1$u of %2$u: the interval came out as %3$.6f–%4$.6f."),
                             solved->n_cases, solved->n, rate.lower, rate.upper);
    }
}

static gboolean
has_journal (const char *folder)
{
    g_autofree char *path = g_build_filename (folder, "book.db-wal", NULL);

    return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The school's accents must come back as they were, and what is written goes by the journal. */
static void
keep_book (const char *folder, TvClock *clock, TvSelfTestResult *result, GError **error)
{
    const TvSchool school = { .name = (char *) "Mầm non Hoa Sữa", .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (TvStore) store = tv_record_book_create (folder, &school, clock, error);
    g_autoptr (TvBookCover) cover = store ? tv_book_cover_read (store, error) : NULL;
    g_autoptr (TvBookReport) report = NULL;

    if (!cover)
        return;
    _tv_self_test_count (result, g_str_equal (cover->school->name, school.name),
                         _ ("The name of the school came back as “%s”."), cover->school->name);
    _tv_self_test_count (result, has_journal (folder), "%s",
                         _ ("Nothing was written into the journal of the record book."));
    tv_store_close (store);
    report = tv_book_check (folder, clock, error);
    if (report)
        _tv_self_test_count (result, report->is_sound, "%s", _ ("The record book is damaged."));
}

static void
remove_folder (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    const char *name;

    while (files && (name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (folder);
}

void
_tv_self_test_check_book (TvClock *clock, TvSelfTestResult *result)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-XXXXXX", &error);

    if (folder) {
        keep_book (folder, clock, result, &error);
        remove_folder (folder);
    }
    if (error) {
        g_autofree char *sentence = tv_error_sentence (error);

        _tv_self_test_count (result, FALSE, "%s", sentence);
    }
}
