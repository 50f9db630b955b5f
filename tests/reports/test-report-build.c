/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports of a practice school's record book, held against the rates and the roster that the
 * window shows. */

#include "base/tv-language.h"
#include "base/tv-number.h"
#include "exchange/tv-workbook-file.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-rates.h"
#include "workflows/tv-report-build.h"
#include "workflows/tv-report-figures.h"
#include "workflows/tv-report-measuring.h"
#include "workflows/tv-roster.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tv-report-samples.h"

typedef struct {
    char *folder;
    TvStore *store;
} Fixture;

static void
remove_tree (const char *path)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *inner = g_build_filename (path, name, NULL);

        remove_tree (inner);
    }
    g_remove (path);
}

static void
set_up (Fixture *fixture, gconstpointer level)
{
    TvDemoOptions options = { .n_students = 150, .seed = 3, .level = GPOINTER_TO_INT (level) };
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 20));
    g_autofree char *book = NULL;
    g_autoptr (GError) error = NULL;

    fixture->folder = g_dir_make_tmp ("tv-report-XXXXXX", NULL);
    book = g_build_filename (fixture->folder, "book", NULL);
    fixture->store = tv_demo_create (book, &options, clock, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
}

/* A new book: a school, and nothing in it. */
static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 20));
    g_autoptr (TvSchool) school = tv_sample_school (FALSE);
    g_autofree char *book = NULL;
    g_autoptr (GError) error = NULL;

    fixture->folder = g_dir_make_tmp ("tv-report-XXXXXX", NULL);
    book = g_build_filename (fixture->folder, "book", NULL);
    fixture->store = tv_store_create (book, school, clock, &error);
    g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    tv_store_close (fixture->store);
    g_object_unref (fixture->store);
    remove_tree (fixture->folder);
    g_free (fixture->folder);
}

static TvRates *
work_out (Fixture *fixture, TvPopulation population)
{
    TvRatesQuery query = { .population = population, .split = TV_SPLIT_EVERY };
    g_autoptr (GError) error = NULL;
    TvRates *rates = tv_rates_work_out (fixture->store, &query, &error);

    g_assert_no_error (error);
    return rates;
}

static TvReport *
build (Fixture *fixture, const char *kind, const char *class_name)
{
    g_autoptr (GError) error = NULL;
    TvReport *report = tv_report_build (fixture->store, kind, class_name, NULL, &error);

    g_assert_no_error (error);
    return report;
}

static void
assert_same_rate (const TvRate *rate, const TvRate *expected)
{
    g_assert_cmpuint (rate->n, ==, expected->n);
    g_assert_cmpuint (rate->n_cases, ==, expected->n_cases);
    g_assert_cmpfloat (rate->lower, ==, expected->lower);
    g_assert_cmpfloat (rate->upper, ==, expected->upper);
}

static void
assert_part_is (const TvSummaryPart *part, const TvRates *rates)
{
    g_assert_cmpint (part->population, ==, rates->population);
    g_assert_cmpuint (part->n_children, ==, rates->n_population);
    for (guint i = 0; i < part->n_rates; i++) {
        const TvSummaryRate *rate = &part->rates[i];
        const TvRateLine *line = tv_rates_find (rates, rate->indicator->id, "All");

        assert_same_rate (&rate->rate, &line->rate);
        g_assert_true ((rate->target != NULL) == (line->target != NULL));
        g_assert_cmpint (rate->judgement.verdict, ==, line->judgement.verdict);
    }
}

/* Sexes and grades add up to the whole. */
static void
assert_groups_add_up (const TvSummaryPart *part)
{
    for (int split = TV_SUMMARY_BY_GRADE; split <= TV_SUMMARY_BY_SEX; split++) {
        for (guint i = 0; i < part->n_rates; i++) {
            guint n = 0, n_cases = 0;

            for (guint k = 0; k < part->groups->len; k++) {
                const TvSummaryGroup *group = g_ptr_array_index (part->groups, k);

                if ((int) group->split == split) {
                    n += group->rates[i].n;
                    n_cases += group->rates[i].n_cases;
                }
            }
            g_assert_cmpuint (n, ==, part->rates[i].rate.n);
            g_assert_cmpuint (n_cases, ==, part->rates[i].rate.n_cases);
        }
    }
}

static void
test_figures_are_the_rates (Fixture *fixture, gconstpointer level)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvAnnualSummary) summary = tv_report_figures_sum_up (fixture->store, NULL, &error);
    g_autoptr (TvRates) young = work_out (fixture, TV_POPULATION_UNDER_FIVE);
    g_autoptr (TvRates) older = work_out (fixture, TV_POPULATION_SCHOOL_AGE);
    guint n_parts = (young->n_population > 0) + (older->n_population > 0);
    guint n_enrolled = 0, n_measured = 0;

    g_assert_no_error (error);
    g_assert_cmpuint (summary->parts->len, ==, n_parts);
    for (guint i = 0; i < n_parts; i++) {
        const TvSummaryPart *part = g_ptr_array_index (summary->parts, i);

        assert_part_is (part, part->population == TV_POPULATION_UNDER_FIVE ? young : older);
        assert_groups_add_up (part);
        g_assert_cmpuint (tv_overlap_count_with (&part->overlap, TV_FORM_UNDERWEIGHT), ==,
                          tv_summary_part_find (part, TV_UNDERWEIGHT)->rate.n_cases);
        g_assert_cmpuint (tv_overlap_count_with (&part->overlap, TV_FORM_STUNTED), ==,
                          tv_summary_part_find (part, TV_STUNTING)->rate.n_cases);
    }
    for (guint i = 0; i < summary->classes->len; i++) {
        const TvSummaryCoverage *coverage = g_ptr_array_index (summary->classes, i);

        n_enrolled += coverage->n_enrolled;
        n_measured += coverage->n_measured;
    }
    g_assert_cmpuint (n_enrolled, ==, young->n_enrolled);
    g_assert_cmpuint (n_measured, ==, young->n_measured);
    g_assert_cmpuint (n_measured, >, 100);
}

static void
test_paper_says_the_rates (Fixture *fixture, gconstpointer level)
{
    g_autoptr (TvReport) report = build (fixture, "annual-summary", NULL);
    g_autoptr (TvRates) rates = work_out (fixture, TV_POPULATION_BY_SCHOOL);
    const TvRate *rate = &tv_rates_find (rates, TV_STUNTING, "All")->rate;
    g_autofree char *percent = tv_number_format (rate->percent, 1);
    g_autofree char *lower = tv_number_format (rate->lower, 1);
    g_autofree char *upper = tv_number_format (rate->upper, 1);
    g_autofree char *wanted
        = g_strdup_printf ("%u/%u, %s, %s – %s", rate->n_cases, rate->n, percent, lower, upper);
    g_autofree char *words = tv_sample_words (report);

    g_assert_nonnull (strstr (words, wanted));
    g_assert_true (tv_report_is_practice (report));
    g_assert_false (tv_report_holds_personal_data (report));
    for (guint i = 0; i < rates->children->len; i++)
        g_assert_null (strstr (words, tv_rates_child (rates, i)->name));
}

static TvRoster *
load_roster (Fixture *fixture, const TvRates *rates)
{
    g_autoptr (GError) error = NULL;
    TvRoster *roster = tv_roster_load (fixture->store, rates->round->year_id, &error);

    g_assert_no_error (error);
    return roster;
}

/* Every class of the school in its order, every child in roll order, nobody twice. */
static void
test_class_list_is_the_roll (Fixture *fixture, gconstpointer level)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvClassResultSet) set
        = tv_report_figures_list_classes (fixture->store, NULL, NULL, &error);
    g_autoptr (TvRates) rates = work_out (fixture, TV_POPULATION_BY_SCHOOL);
    g_autoptr (TvRoster) roster = load_roster (fixture, rates);
    guint n_listed = 0, n_measured = 0, entry = 0;

    g_assert_no_error (error);
    g_assert_cmpuint (set->classes->len, ==, roster->classes->len);
    for (guint i = 0; i < set->classes->len; i++) {
        const TvClassResults *class_ = g_ptr_array_index (set->classes, i);
        const TvRosterClass *expected = g_ptr_array_index (roster->classes, i);

        g_assert_cmpstr (class_->name, ==, expected->class_->name);
        n_listed += class_->results->len;
        for (guint k = 0; k < class_->results->len; k++) {
            const TvClassResult *result = g_ptr_array_index (class_->results, k);

            n_measured += result->is_measured;
            /* Who was not enrolled on the measuring day is in the roster alone. */
            while (g_strcmp0 (result->name,
                              ((const TvRosterEntry *) g_ptr_array_index (roster->entries, entry))
                                  ->student->name)
                   != 0)
                g_assert_cmpuint (++entry, <, roster->entries->len);
            entry++;
        }
    }
    g_assert_cmpuint (n_listed, ==, rates->n_enrolled);
    g_assert_cmpuint (n_measured, ==, rates->n_measured);
}

/* A slip of the pen is in the practice school: it must not be read out as a class. */
static void
test_implausible_values_have_no_class (Fixture *fixture, gconstpointer level)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvClassResultSet) set
        = tv_report_figures_list_classes (fixture->store, NULL, NULL, &error);
    guint n_questioned = 0;

    g_assert_no_error (error);
    for (guint i = 0; i < set->classes->len; i++) {
        const TvClassResults *class_ = g_ptr_array_index (set->classes, i);

        for (guint k = 0; k < class_->results->len; k++) {
            const TvClassResult *result = g_ptr_array_index (class_->results, k);

            if (result->weight_g > 90000) {
                g_assert_cmpstr (result->remark, ==, tv_left_out_label (TV_LEFT_OUT_IMPLAUSIBLE));
                n_questioned++;
            }
        }
    }
    g_assert_cmpuint (n_questioned, >, 0);
}

static void
test_one_class (Fixture *fixture, gconstpointer level)
{
    g_autoptr (TvRates) rates = work_out (fixture, TV_POPULATION_BY_SCHOOL);
    const char *name = tv_rates_child (rates, 0)->class_name;
    g_autoptr (TvReport) report = build (fixture, "class-list", name);
    g_autofree char *words = tv_sample_words (report);
    guint n = 0;

    g_assert_true (tv_report_holds_personal_data (report));
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (child->left_out == TV_LEFT_OUT_NOT_ENROLLED)
            continue;
        if (g_str_equal (child->class_name, name)) {
            n++;
            g_assert_nonnull (strstr (words, child->name));
        }
    }
    g_assert_cmpuint (tv_sample_count (words, "Holds personal data"), ==,
                      tv_report_n_pages (report));
    g_assert_cmpuint (n, >, 5);
}

static void
test_class_list_as_xlsx (Fixture *fixture, gconstpointer level)
{
    g_autoptr (TvRates) rates = work_out (fixture, TV_POPULATION_BY_SCHOOL);
    g_autoptr (TvRoster) roster = load_roster (fixture, rates);
    g_autoptr (TvReport) report = build (fixture, "class-list", NULL);
    g_autofree char *path = g_build_filename (fixture->folder, "list.xlsx", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) workbook = NULL;
    guint n_dates = 0;

    tv_report_write_xlsx (report, path, &error);
    g_assert_no_error (error);
    workbook = tv_workbook_read (path, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (tv_workbook_get_n_sheets (workbook), ==, roster->classes->len);
    for (guint i = 0; i < tv_workbook_get_n_sheets (workbook); i++) {
        TvSheet *sheet = tv_workbook_get_sheet (workbook, i);
        const TvRosterClass *class_ = g_ptr_array_index (roster->classes, i);

        g_assert_cmpstr (tv_sheet_get_title (sheet), ==, class_->class_->name);
        for (guint row = 0; row < tv_sheet_get_n_rows (sheet); row++) {
            const TvCell *cell = tv_sheet_get_cell (sheet, row, 2);

            n_dates += cell && cell->kind == TV_CELL_DATE;
        }
    }
    g_assert_cmpuint (n_dates, ==, rates->n_enrolled);
}

/* The paper has the children of the window's sheets, in their order. */
static void
test_form_is_the_sheets (Fixture *fixture, gconstpointer level)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringForm) form
        = tv_report_measuring_gather (fixture->store, NULL, NULL, &error);
    g_autoptr (TvRoster) roster = NULL;

    g_assert_no_error (error);
    roster = tv_roster_load (fixture->store, form->round->year_id, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (form->classes->len, ==, roster->classes->len);
    for (guint i = 0; i < form->classes->len; i++) {
        const TvMeasuringFormClass *class_ = g_ptr_array_index (form->classes, i);
        const TvRosterClass *expected = g_ptr_array_index (roster->classes, i);
        g_autoptr (TvMeasuringSheet) sheet = tv_measuring_sheet_load (
            fixture->store, form->round->id, expected->class_->id, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (class_->children->len, ==, sheet->rows->len);
        for (guint k = 0; k < class_->children->len; k++) {
            const TvMeasuringFormChild *child = g_ptr_array_index (class_->children, k);
            const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, k);

            g_assert_cmpstr (child->name, ==, row->student->name);
            g_assert_cmpint (child->last_weight_g, ==, row->previous ? row->previous->weight_g : 0);
        }
    }
}

static void
test_form_of_one_class (Fixture *fixture, gconstpointer level)
{
    g_autoptr (TvRates) rates = work_out (fixture, TV_POPULATION_BY_SCHOOL);
    const char *name = tv_rates_child (rates, 0)->class_name;
    g_autoptr (TvReport) report = build (fixture, "measuring-form", name);
    g_autofree char *words = tv_sample_words (report);

    g_assert_true (tv_report_holds_personal_data (report));
    g_assert_nonnull (strstr (words, name));
    g_assert_nonnull (strstr (words, rates->round->name));
}

static void
test_what_there_is_not (Fixture *fixture, gconstpointer level)
{
    static const struct {
        const char *kind;
        const char *class_name;
        const char *round;
    } questions[] = {
        { "no-such-report", NULL, NULL },
        { "class-list", "No such class", NULL },
        { "class-list", NULL, "1999-9" },
        { "annual-summary", NULL, "1999-9" },
        { "measuring-form", "No such class", NULL },
        { "measuring-form", NULL, "1999-9" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (questions); i++) {
        g_autoptr (GError) error = NULL;

        g_assert_null (tv_report_build (fixture->store, questions[i].kind, questions[i].class_name,
                                        questions[i].round, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
}

static void
test_earlier_round (Fixture *fixture, gconstpointer level)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvAnnualSummary) summary
        = tv_report_figures_sum_up (fixture->store, "2025-1", &error);

    g_assert_no_error (error);
    g_assert_cmpstr (summary->round->code, ==, "2025-1");
    g_assert_cmpstr (summary->year_name, ==, "2025-2026");
    g_assert_cmpuint (summary->classes->len, >, 1);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_off_the_main_thread (Fixture *fixture, gconstpointer level)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvReport) report = NULL;
    g_autoptr (TvReport) other = build (fixture, "annual-summary", NULL);
    g_autofree char *words = NULL;
    g_autofree char *other_words = tv_sample_words (other);

    tv_report_build_async (fixture->store, "annual-summary", NULL, NULL, NULL, take_result_cb,
                           &result);
    while (!result)
        g_main_context_iteration (NULL, TRUE);
    report = tv_report_build_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    words = tv_sample_words (report);
    g_assert_cmpstr (words, ==, other_words);
}

static void
test_empty_book (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvReport) summary = build (fixture, "annual-summary", NULL);
    g_autoptr (TvReport) list = build (fixture, "class-list", NULL);
    g_autofree char *summary_words = tv_sample_words (summary);
    g_autofree char *list_words = tv_sample_words (list);

    g_assert_nonnull (strstr (summary_words, "No measuring round has been held yet"));
    g_assert_nonnull (strstr (summary_words, "School year 2026-2027"));
    g_assert_nonnull (strstr (list_words, "There are no classes in this school year yet."));
    g_assert_false (tv_report_holds_personal_data (list));
}

static void
test_kinds (void)
{
    guint n;
    const TvReportKind *kinds = tv_report_kinds (&n);

    g_assert_cmpuint (n, >=, 2);
    for (guint i = 0; i < n; i++) {
        g_assert_true (tv_report_kind_find (kinds[i].code) == &kinds[i]);
        g_assert_cmpstr (tv_report_kind_label (&kinds[i]), !=, "");
        g_assert_cmpstr (tv_report_kind_description (&kinds[i]), !=, "");
    }
    g_assert_null (tv_report_kind_find ("no-such-report"));
    g_assert_null (tv_report_kind_find (NULL));
}

#define ADD(path, test)                                                                            \
    g_test_add (path, Fixture, GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), set_up, test, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    ADD ("/report-build/figures", test_figures_are_the_rates);
    g_test_add ("/report-build/figures-primary", Fixture, GINT_TO_POINTER (TV_LEVEL_PRIMARY),
                set_up, test_figures_are_the_rates, tear_down);
    ADD ("/report-build/paper", test_paper_says_the_rates);
    ADD ("/report-build/class-list", test_class_list_is_the_roll);
    ADD ("/report-build/implausible", test_implausible_values_have_no_class);
    ADD ("/report-build/one-class", test_one_class);
    ADD ("/report-build/class-list-xlsx", test_class_list_as_xlsx);
    ADD ("/report-build/form-is-the-sheets", test_form_is_the_sheets);
    ADD ("/report-build/form-of-one-class", test_form_of_one_class);
    ADD ("/report-build/not-there", test_what_there_is_not);
    ADD ("/report-build/earlier-round", test_earlier_round);
    ADD ("/report-build/async", test_off_the_main_thread);
    g_test_add ("/report-build/empty-book", Fixture, NULL, set_up_empty, test_empty_book,
                tear_down);
    g_test_add_func ("/report-build/kinds", test_kinds);
    return g_test_run ();
}
