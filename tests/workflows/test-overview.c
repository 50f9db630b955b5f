/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview's figures counted a second time from the book, and the days on which reports are
 * due. */

#include "growth/tv-growth-class.h"
#include "store/tv-store-roster.h"
#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "workflows/tv-book-gaps.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-record-book.h"

#include <glib/gstdio.h>

typedef struct {
    char *folder;
    TvStore *store;
    TvBookCover *cover;
    TvOverview *overview;
    TvBookGaps *gaps;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 21));
    const TvDemoOptions options
        = { .n_students = 200, .seed = 7, .level = (TvLevel) GPOINTER_TO_INT (data) };
    g_autofree char *parent = g_dir_make_tmp ("tv-overview-XXXXXX", NULL);
    g_autoptr (GError) error = NULL;
    TvSchoolYear *year;
    TvRound *round;

    fixture->folder = g_build_filename (parent, "book", NULL);
    fixture->store = tv_demo_create (fixture->folder, &options, clock, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    fixture->cover = tv_book_cover_read (fixture->store, &error);
    g_assert_no_error (error);
    year = tv_book_cover_pick_year (fixture->cover, 0, tv_clock_today (clock));
    round = tv_book_cover_pick_round (fixture->cover, year->id, 0);
    fixture->overview = tv_overview_work_out (fixture->store, round->code, &error);
    g_assert_no_error (error);
    fixture->gaps = tv_book_gaps_find (fixture->store, year->id, round->id, &error);
    g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    g_autofree char *parent = g_path_get_dirname (folder);
    const char *name;

    while (files && (name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (folder);
    g_rmdir (parent);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    tv_overview_unref (fixture->overview);
    tv_book_gaps_unref (fixture->gaps);
    tv_book_cover_unref (fixture->cover);
    tv_store_close (fixture->store);
    g_object_unref (fixture->store);
    remove_folder (fixture->folder);
    g_free (fixture->folder);
}

static gpointer
list_rows (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_round_rows (connection, *(gint64 *) input, error);
}

static TvRoundRows *
read_round (Fixture *fixture, guint index)
{
    TvRound *round = g_ptr_array_index (fixture->cover->rounds, index);
    g_autoptr (GError) error = NULL;
    TvRoundRows *rows = tv_store_read (fixture->store, list_rows, &round->id, &error);

    g_assert_no_error (error);
    return rows;
}

static gboolean
is_listed (GArray *list, gint64 id)
{
    for (guint i = 0; i < list->len; i++) {
        if (g_array_index (list, gint64, i) == id)
            return TRUE;
    }
    return FALSE;
}

/* Stunting, underweight and thinness told from the z-scores alone, by their plain cut-off; BMI has
 * no say where weight-for-height is known. */
static gboolean
is_low (const TvRoundRow *row)
{
    TvMeasurement values = { .date = row->date,
                             .position = row->position,
                             .weight_g = row->weight_g,
                             .height_mm = row->height_mm,
                             .has_oedema = row->has_oedema };
    TvGrowth growth;

    if (row->measurement_id == 0 || row->state != TV_MEASUREMENT_MEASURED || row->excluded_reason)
        return FALSE;
    tv_growth_score_measurement (row->sex, row->birth_date, &values, &growth);
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
        if (kind == TV_Z_BMI_FOR_AGE && growth.z[TV_Z_WEIGHT_FOR_HEIGHT].hundredths != TV_Z_NONE)
            continue;
        if (!growth.z[kind].is_flagged && growth.z[kind].hundredths != TV_Z_NONE
            && growth.z[kind].hundredths < -200)
            return TRUE;
    }
    return FALSE;
}

static gboolean
was_low (const TvRoundRows *rows, gint64 student_id)
{
    for (guint i = 0; i < rows->n_rows; i++) {
        if (rows->rows[i].student_id == student_id)
            return is_low (&rows->rows[i]);
    }
    return FALSE;
}

static void
test_new_cases (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundRows) now = read_round (fixture, 0);
    g_autoptr (TvRoundRows) before = read_round (fixture, 1);
    GArray *listed = fixture->overview->malnourished;
    guint n_new = 0;

    g_assert_true (fixture->overview->has_round_before);
    for (guint i = 0; i < now->n_rows; i++) {
        const TvRoundRow *row = &now->rows[i];
        gboolean is_new = is_low (row) && !was_low (before, row->student_id);

        if (!tv_enrolment_status_is_here (row->status))
            continue;
        g_assert_cmpint (is_listed (listed, row->student_id), ==, is_new);
        n_new += is_new;
    }
    g_assert_cmpuint (n_new, >, 0);
}

static gpointer
list_roster (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_roster (connection, *(gint64 *) input, 0, error);
}

/* What is missing, looked for child by child. */
static void
test_gaps (Fixture *fixture, gconstpointer data)
{
    const TvBookGaps *gaps = fixture->gaps;
    TvSchoolYear *year = g_ptr_array_index (fixture->cover->years, 0);
    g_autoptr (GPtrArray) rows = NULL;
    guint n_without_number = 0;

    rows = tv_store_read (fixture->store, list_roster, &year->id, NULL);
    for (guint i = 0; i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);
        gboolean lacks_number = row->student->personal_number == NULL;

        if (!tv_enrolment_status_is_here (row->enrolment->status))
            continue;
        g_assert_cmpint (is_listed (gaps->without_personal_number, row->student->id), ==,
                         lacks_number);
        n_without_number += lacks_number;
    }
    g_assert_cmpuint (gaps->n_students, ==, 200);
    g_assert_cmpuint (gaps->without_personal_number->len, ==, n_without_number);
    g_assert_cmpuint (n_without_number, >, 0);
    g_assert_cmpuint (gaps->incomplete->len, >=, gaps->without_birth_date->len);
    g_assert_cmpuint (gaps->incomplete->len, >=, gaps->without_sex->len);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
    const TvOverview *overview = fixture->overview;

    g_assert_cmpuint (overview->rates->n_measured - overview->rates->n_half_measured
                          + overview->not_measured->len,
                      <=, overview->rates->n_enrolled);
    g_assert_cmpuint (overview->not_measured->len, >, 0);
}

/* A card's two numbers open lists of just as many children, the one within the other. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
    const TvOverview *overview = fixture->overview;

    for (guint i = 0; i < overview->rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (overview->rates->lines, i);
        g_autoptr (GArray) cases = tv_overview_list_cases (overview, line);
        g_autoptr (GArray) counted = tv_overview_list_counted (overview, line);

        g_assert_cmpuint (cases->len, ==, line->rate.n_cases);
        g_assert_cmpuint (counted->len, ==, line->rate.n);
        for (guint k = 0; k < cases->len; k++)
            g_assert_true (is_listed (counted, g_array_index (cases, gint64, k)));
    }
}

/* A year without a round has children and no rates, and nobody is missing from anything. */
static void
test_no_round (Fixture *fixture, gconstpointer data)
{
    TvSchoolYear *year = g_ptr_array_index (fixture->cover->years, 0);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvOverview) overview = tv_overview_work_out (fixture->store, NULL, &error);
    g_autoptr (TvBookGaps) gaps = NULL;

    g_assert_no_error (error);
    g_assert_null (overview->rates);
    g_assert_cmpuint (overview->malnourished->len + overview->not_measured->len, ==, 0);
    gaps = tv_book_gaps_find (fixture->store, year->id, 0, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (gaps->n_students, ==, 200);
    g_assert_cmpuint (gaps->doubtful->len, ==, 0);
}

static void
test_deadlines (void)
{
    static const struct {
        int month, day, n_days;
        TvDeadlineKind next;
    } cases[] = {
        { 11, 21, 14, TV_DEADLINE_YEAR },          { 12, 5, 0, TV_DEADLINE_YEAR },
        { 12, 6, 155, TV_DEADLINE_SCHOOL_HEALTH }, { 5, 10, 0, TV_DEADLINE_SCHOOL_HEALTH },
        { 5, 11, 25, TV_DEADLINE_HALF_YEAR },      { 6, 6, 182, TV_DEADLINE_YEAR },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvDeadline deadlines[TV_DEADLINE_N_KINDS];

        tv_overview_find_deadlines (tv_date_from_ymd (2026, cases[i].month, cases[i].day),
                                    deadlines);
        g_assert_cmpint (deadlines[0].kind, ==, cases[i].next);
        g_assert_cmpint (deadlines[0].n_days_left, ==, cases[i].n_days);
        g_assert_cmpint (deadlines[0].due, <, deadlines[1].due);
        g_assert_cmpint (deadlines[1].due, <, deadlines[2].due);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/workflows/overview/new-cases", Fixture, GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN),
                set_up, test_new_cases, tear_down);
    g_test_add ("/workflows/overview/new-cases-school", Fixture, GINT_TO_POINTER (TV_LEVEL_PRIMARY),
                set_up, test_new_cases, tear_down);
    g_test_add ("/workflows/overview/counts", Fixture, GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN),
                set_up, test_counts, tear_down);
    g_test_add ("/workflows/overview/gaps", Fixture, GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN),
                set_up, test_gaps, tear_down);
    g_test_add ("/workflows/overview/lists", Fixture, GINT_TO_POINTER (TV_LEVEL_PRIMARY), set_up,
                test_lists, tear_down);
    g_test_add ("/workflows/overview/no-round", Fixture, GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN),
                set_up, test_no_round, tear_down);
    g_test_add_func ("/workflows/overview/deadlines", test_deadlines);
    return g_test_run ();
}
