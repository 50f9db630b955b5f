/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that other programs made, imported into an empty book: the plan is what is then written,
 * a second import finds nothing to do, and one undo takes all of it back. */

#include "tv-test-book.h"
#include "workflows/tv-import.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *name;
    guint n_rows;
    guint n_refused;
    guint n_suspicious;
    guint n_left;
    guint n_students;
    guint n_measurements; /* with the absent */
    guint n_absences;
    guint n_values_left;
    guint n_classes;
} Fixture;

static const Fixture fixtures[] = {
    { "primary-ministry-export.xlsx", 1077, 3, 1, 34, 1074, 0, 0, 0, 25 },
    { "primary-list.csv", 300, 0, 0, 0, 300, 0, 0, 0, 7 },
    { "kindergarten-class-lists.xlsx", 217, 0, 1, 0, 217, 0, 0, 0, 7 },
    { "kindergarten-weighing-1.xlsx", 217, 0, 16, 0, 217, 212, 11, 20, 7 },
    { "kindergarten-weighing-1-libreoffice.xlsx", 217, 0, 16, 0, 217, 212, 11, 20, 7 },
    { "primary-list-tcvn3.xlsx", 60, 0, 0, 0, 60, 0, 0, 0, 2 },
};

static TvImportPlan *
read_plan (TvTestBook *book, const char *name)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);
    TvImportOptions options = TV_IMPORT_OPTIONS_INIT;
    g_autoptr (GError) error = NULL;
    TvImportPlan *plan = tv_import_plan_read (book->store, path, &options, NULL, &error);

    g_assert_no_error (error);
    return plan;
}

static void
apply (TvImportPlan *plan, TvImportCounts *written)
{
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_import_plan_apply (plan, written, &error));
    g_assert_no_error (error);
}

static void
import (TvTestBook *book, const char *name)
{
    g_autoptr (TvImportPlan) plan = read_plan (book, name);
    TvImportCounts written;

    apply (plan, &written);
}

static void
assert_planned (TvImportPlan *plan, const Fixture *fixture)
{
    TvImportCounts counts;

    tv_import_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_rows, ==, fixture->n_rows);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_REFUSED], ==, fixture->n_refused);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_SUSPICIOUS], ==, fixture->n_suspicious);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_LEFT], ==, fixture->n_left);
    g_assert_cmpuint (counts.n_students_new, ==, fixture->n_students);
    g_assert_cmpuint (counts.n_measurements + counts.n_absences, ==, fixture->n_measurements);
    g_assert_cmpuint (counts.n_absences, ==, fixture->n_absences);
    g_assert_cmpuint (counts.n_values_left, ==, fixture->n_values_left);
    g_assert_cmpuint (counts.n_classes_new, ==, fixture->n_classes);
}

static void
assert_written (TvTestBook *book, const TvImportCounts *written, const Fixture *fixture)
{
    g_assert_cmpuint (written->n_rows, ==, fixture->n_rows - fixture->n_refused);
    g_assert_cmpuint (written->n_students_new, ==, fixture->n_students);
    g_assert_cmpuint (written->n_measurements + written->n_absences, ==, fixture->n_measurements);
    g_assert_cmpuint (written->n_absences, ==, fixture->n_absences);
    g_assert_cmpuint (written->n_values_left, ==, fixture->n_values_left);
    g_assert_cmpuint (written->n_classes_new, ==, fixture->n_classes);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, fixture->n_students);
    g_assert_cmpint (tv_test_book_count (book, "enrolment"), ==, fixture->n_students);
    g_assert_cmpint (tv_test_book_count (book, "measurement"), ==, fixture->n_measurements);
    g_assert_cmpint (tv_test_book_count (book, "class"), ==, fixture->n_classes);
}

static void
assert_nothing_new (TvTestBook *book, const char *name, guint n_values_left)
{
    g_autoptr (TvImportPlan) plan = read_plan (book, name);
    TvImportCounts counts;

    tv_import_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_students_new, ==, 0);
    g_assert_cmpuint (counts.n_students_changed, ==, 0);
    g_assert_cmpuint (counts.n_measurements + counts.n_absences, ==, 0);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_UNCHANGED]
                          + counts.n_by_verdict[TV_IMPORT_SUSPICIOUS]
                          + counts.n_by_verdict[TV_IMPORT_REFUSED],
                      ==, counts.n_rows);
    g_assert_cmpuint (counts.n_values_left, ==, n_values_left);
}

static void
test_fixture (gconstpointer data)
{
    const Fixture *fixture = data;
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (TvImportPlan) plan = read_plan (book, fixture->name);
    g_autofree char *before = tv_test_book_dump (book);
    g_autofree char *after = NULL;
    TvImportCounts written;

    assert_planned (plan, fixture);
    apply (plan, &written);
    assert_written (book, &written, fixture);
    /* Rows of known children, of which neither value can be taken, are refused as a whole. */
    assert_nothing_new (book, fixture->name, fixture->n_values_left / 2);
    g_assert_cmpint (tv_test_book_undo_last (book, NULL), >, 0);
    after = tv_test_book_dump (book);
    g_assert_cmpstr (after, ==, before);
}

/* The file of a whole school in either order: no child twice, the numbers are added. */
static void
test_lists_of_one_school (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();

    import (book, "primary-list.csv");
    import (book, "primary-ministry-export.xlsx");
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 1074);
    assert_nothing_new (book, "primary-ministry-export.xlsx", 0);
}

static void
test_weighing_after_lists (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (TvImportPlan) plan = NULL;
    TvImportCounts counts;

    import (book, "kindergarten-class-lists.xlsx");
    plan = read_plan (book, "kindergarten-weighing-1.xlsx");
    tv_import_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_students_new, ==, 0);
    g_assert_cmpuint (counts.n_students_changed, ==, 0);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_MEASURED], ==, 202);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_SUSPICIOUS], ==, 10);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_REFUSED], ==, 5);
    apply (plan, NULL);
    assert_nothing_new (book, "kindergarten-weighing-1-libreoffice.xlsx",
                        fixtures[3].n_values_left / 2);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 217);
    g_assert_cmpint (tv_test_book_count (book, "round"), ==, 1);
    g_assert_cmpint (tv_test_book_count (book, "session"), ==, 7);
}

static const TvImportRemark *
remark_of (const TvImportRow *row, const char *field)
{
    for (guint i = 0; i < row->remarks->len; i++) {
        const TvImportRemark *remark = g_ptr_array_index (row->remarks, i);

        if (strcmp (remark->field, field) == 0)
            return remark;
    }
    return NULL;
}

static void
assert_remark (const TvImportRow *row, const char *field, const char *column, gboolean refuses)
{
    const TvImportRemark *remark = remark_of (row, field);

    g_assert_nonnull (remark);
    g_assert_cmpstr (remark->column, ==, column);
    g_assert_cmpint (remark->refuses, ==, refuses);
    g_assert_cmpstr (remark->sentence, !=, "");
}

/* The four faults: place, reason, and what becomes of each; then all are put right. */
static void
test_ministry_faults (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (TvImportPlan) plan = read_plan (book, "primary-ministry-export.xlsx");
    TvImportCounts counts;

    g_assert_cmpuint (tv_import_plan_row (plan, 1073)->row, ==, 1075);
    assert_remark (tv_import_plan_row (plan, 1073), "ministry_code", "C", TRUE);
    assert_remark (tv_import_plan_row (plan, 1074), "name", "D", TRUE);
    assert_remark (tv_import_plan_row (plan, 1075), "birth_date", "E", TRUE);
    g_assert_cmpstr (tv_import_plan_row (plan, 1075)->birth_date, ==, "31/02/2018");
    assert_remark (tv_import_plan_row (plan, 1076), "personal_number", "K", FALSE);
    g_assert_cmpint (tv_import_plan_row (plan, 1076)->verdict, ==, TV_IMPORT_SUSPICIOUS);

    tv_import_plan_correct (plan, 1073, "ministry_code", "0143294236");
    tv_import_plan_correct (plan, 1074, "name", "Vũ Khánh Chi");
    tv_import_plan_correct (plan, 1075, "birth_date", "28/02/2016");
    tv_import_plan_correct (plan, 1076, "sex", "Nam");
    tv_import_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_REFUSED], ==, 0);
    g_assert_cmpuint (tv_import_plan_row (plan, 1074)->remarks->len, ==, 0);
    g_assert_cmpint (tv_import_plan_row (plan, 1076)->verdict, ==, TV_IMPORT_NEW);
    apply (plan, NULL);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 1077);
}

typedef struct {
    char *name;
    double weight_kg;
    double height_cm;
    char *entered_as;
} Truth;

static void
free_truth (gpointer data)
{
    g_free (((Truth *) data)->name);
    g_free (((Truth *) data)->entered_as);
    g_free (data);
}

static GPtrArray *
read_truths (void)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange",
                                                   "kindergarten-weighing-1-truth.csv", NULL);
    GPtrArray *truths = g_ptr_array_new_with_free_func (free_truth);
    g_autofree char *text = NULL;
    g_auto (GStrv) lines = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    lines = g_strsplit (text, "\n", -1);
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
        Truth *truth = g_new0 (Truth, 1);

        truth->name = g_strdup (cells[1]);
        truth->weight_kg = g_ascii_strtod (cells[4], NULL);
        truth->height_cm = g_ascii_strtod (cells[5], NULL);
        truth->entered_as = g_strdup (cells[6]);
        g_ptr_array_add (truths, truth);
    }
    return truths;
}

static gboolean
is_spoilt (const Truth *truth)
{
    return strcmp (truth->entered_as, "swapped") == 0 || strcmp (truth->entered_as, "metres") == 0
           || strcmp (truth->entered_as, "lost-point") == 0;
}

/* Whether what is proposed for the field is within half a centimetre or 50 g of the truth. */
static gboolean
proposes (const TvImportRow *row, const char *field, double truth, double tolerance)
{
    const TvImportRemark *remark = remark_of (row, field);
    g_autofree char *text = remark ? g_strdup (remark->proposal) : NULL;

    return text && fabs (g_ascii_strtod (g_strdelimit (text, ",", '.'), NULL) - truth) <= tolerance;
}

/* Every spoilt row is questioned with the right proposal, no good row is questioned at all. */
static void
test_doubts_against_truth (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (GPtrArray) truths = read_truths ();
    g_autoptr (TvImportPlan) plan = NULL;

    import (book, "kindergarten-class-lists.xlsx");
    plan = read_plan (book, "kindergarten-weighing-1.xlsx");
    g_assert_cmpuint (truths->len, ==, tv_import_plan_n_rows (plan));
    for (guint i = 0; i < truths->len; i++) {
        const Truth *truth = g_ptr_array_index (truths, i);
        const TvImportRow *row = tv_import_plan_row (plan, i);

        g_assert_cmpstr (row->name, ==, truth->name);
        if (!is_spoilt (truth)) {
            g_assert_cmpuint (row->remarks->len, ==, 0);
            continue;
        }
        g_assert_true (proposes (row, "height", truth->height_cm, 0.5));
        if (strcmp (truth->entered_as, "swapped") == 0)
            g_assert_true (proposes (row, "weight", truth->weight_kg, 0.05));
    }
}

/* All that is proposed, accepted: nothing is refused any more, and all present are measured. */
static void
test_proposals (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (TvImportPlan) plan = NULL;
    TvImportCounts counts;

    import (book, "kindergarten-class-lists.xlsx");
    plan = read_plan (book, "kindergarten-weighing-1.xlsx");
    for (guint i = 0; i < tv_import_plan_n_rows (plan); i++) {
        static const char *const fields[] = { "height", "weight" };

        for (guint j = 0; j < G_N_ELEMENTS (fields); j++) {
            const TvImportRemark *remark = remark_of (tv_import_plan_row (plan, i), fields[j]);
            g_autofree char *text = remark ? g_strdup (remark->proposal) : NULL;

            if (text)
                tv_import_plan_correct (plan, i, fields[j], text);
        }
    }
    tv_import_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_by_verdict[TV_IMPORT_MEASURED], ==, 217);
    apply (plan, NULL);
    g_assert_cmpint (tv_test_book_count (book, "measurement"), ==, 217);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++) {
        g_autofree char *path = g_strconcat ("/import/", fixtures[i].name, NULL);

        g_test_add_data_func (path, &fixtures[i], test_fixture);
    }
    g_test_add_func ("/import/lists-of-one-school", test_lists_of_one_school);
    g_test_add_func ("/import/weighing-after-lists", test_weighing_after_lists);
    g_test_add_func ("/import/ministry-faults", test_ministry_faults);
    g_test_add_func ("/import/doubts-against-truth", test_doubts_against_truth);
    g_test_add_func ("/import/proposals", test_proposals);
    return g_test_run ();
}
