/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli self-test: whether this program, as it stands on this machine, has WHO's tables whole,
 * works z-scores out as WHO does, writes numbers and dates as people read them, and can keep a
 * record book. For whoever has to defend a figure. */

#include "cli/tv-cli-commands.h"

#include "base/tv-language.h"
#include "base/tv-number.h"
#include "cli/tv-self-test-data.h"
#include "growth/tv-reference-table.h"
#include "workflows/tv-book-check.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>

/* The figures have at most five decimals; a sum of 1,827 doubles errs far less than this. */
#define LARGEST_DIFFERENCE 1e-6

/* One thing that is tested: says in the log what is wrong. */
typedef gboolean (*Test) (TvClock *clock);

static gboolean
has_sums (const TvLms *rows, guint n_rows, const double sums[3])
{
    double l = 0, m = 0, s = 0;

    for (guint i = 0; i < n_rows; i++) {
        l += rows[i].l;
        m += rows[i].m;
        s += rows[i].s;
    }
    return fabs (l - sums[0]) < LARGEST_DIFFERENCE && fabs (m - sums[1]) < LARGEST_DIFFERENCE
           && fabs (s - sums[2]) < LARGEST_DIFFERENCE;
}

static gboolean
test_tables (TvClock *clock)
{
    gboolean is_good = TRUE;

    for (guint i = 0; i < tv_self_test_n_tables; i++) {
        const TvSelfTestSums *expected = &tv_self_test_sums[i];

        for (guint sex = 0; sex < 2; sex++) {
            if (has_sums (tv_reference_tables[i].rows[sex], expected->n_rows, expected->sums[sex]))
                continue;
            g_printerr ("%s, %s\n", expected->name, sex ? "F" : "M");
            is_good = FALSE;
        }
    }
    return is_good;
}

static gboolean
test_scores (TvClock *clock)
{
    gboolean is_good = TRUE;

    for (guint i = 0; i < tv_self_test_n_cases; i++) {
        const TvSelfTestCase *expected = &tv_self_test_cases[i];
        TvGrowth growth;

        tv_growth_score (&expected->input, expected->standard, &growth);
        for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
            const TvZScore *z = &growth.z[kind];

            if (z->hundredths == expected->hundredths[kind]
                && z->is_flagged == expected->is_flagged[kind])
                continue;
            g_printerr ("%u.%u: %d, %d\n", i + 1, kind, z->hundredths, expected->hundredths[kind]);
            is_good = FALSE;
        }
    }
    return is_good;
}

static gboolean
is_text (char *found, const char *expected)
{
    g_autofree char *owned = found;

    if (g_strcmp0 (owned, expected) == 0)
        return TRUE;
    g_printerr ("%s, %s\n", owned, expected);
    return FALSE;
}

static gboolean
test_words (TvClock *clock)
{
    TvLanguage language = tv_language_get ();
    TvDate date = tv_date_from_ymd (2024, 2, 29);
    gboolean is_good;

    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    is_good = is_text (tv_number_format_fixed (1125, 1, 1), "112,5")
              && is_text (tv_number_format_signed (-2.04, 2), "−2,04")
              && is_text (tv_date_to_text (date), "29/02/2024");
    tv_language_start (TV_LANGUAGE_ENGLISH);
    is_good = is_text (tv_number_format_fixed (1125, 1, 1), "112.5")
              && is_text (tv_number_format_signed (-2.04, 2), "−2.04")
              && is_text (tv_date_to_text (date), "29/02/2024")
              && is_text (tv_date_to_iso (date), "2024-02-29") && is_good;
    tv_language_start (language);
    return is_good;
}

static gboolean
has_journal (const char *folder)
{
    g_autofree char *path = g_build_filename (folder, "book.db-wal", NULL);

    return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The school's accents must come back as they were, and what is written goes by the journal. */
static gboolean
keep_book (const char *folder, TvClock *clock, GError **error)
{
    const TvSchool school = { .name = "Mầm non Hoa Sữa", .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (TvStore) store = tv_record_book_create (folder, &school, clock, error);
    g_autoptr (TvBookCover) cover = store ? tv_book_cover_read (store, error) : NULL;
    g_autoptr (TvBookReport) report = NULL;

    if (!cover || !is_text (g_strdup (cover->school->name), school.name) || !has_journal (folder))
        return FALSE;
    tv_store_close (store);
    report = tv_book_check (folder, clock, error);
    return report && report->is_sound;
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

static gboolean
test_book (TvClock *clock)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-XXXXXX", &error);
    gboolean is_good = folder && keep_book (folder, clock, &error);

    if (error)
        g_printerr ("%s\n", error->message);
    if (folder)
        remove_folder (folder);
    return is_good;
}

static gboolean
run (Test test, const char *what, TvClock *clock)
{
    gboolean is_good = test (clock);

    /* Translators: what was tested, and what came of it */
    g_print (_ ("%s: %s"), what, is_good ? _ ("good") : _ ("WRONG"));
    g_print ("\n");
    return is_good;
}

/**
 * tv_cli_self_test:
 *
 * Returns: TV_CLI_DONE if nothing is wrong
 */
int
tv_cli_self_test (TvCliContext *context, int argc, char **argv)
{
    gboolean is_good;

    if (!tv_cli_context_parse (context, &argc, argv, NULL, "", 0, 0))
        return TV_CLI_USAGE;
    is_good = run (test_tables, _ ("The built-in tables of WHO are whole"), context->clock);
    is_good &= run (test_scores, _ ("The z-scores of solved cases come out"), context->clock);
    is_good &= run (test_words, _ ("Numbers and dates in both languages"), context->clock);
    is_good &= run (test_book, _ ("A record book is made, read and checked"), context->clock);
    if (!is_good)
        return tv_cli_refuse ("%s", _ ("Something is wrong with this program or this machine. Do "
                                       "not rely on its figures; install it again."));
    g_print ("%s\n", _ ("All right."));
    return TV_CLI_DONE;
}
