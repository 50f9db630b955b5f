/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The annual summary of figures made by hand: each stands on the paper, in words that another
 * program reads out of the PDF. */

#include "base/tv-language.h"
#include "exchange/tv-workbook-file.h"
#include "reports/tv-annual-summary.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tv-report-samples.h"

typedef struct {
    char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    fixture->folder = g_dir_make_tmp ("tv-summary-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GDir) files = g_dir_open (fixture->folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
}

static TvAnnualSummary *
make_summary (gboolean is_practice)
{
    TvAnnualSummary *self = tv_annual_summary_new ();

    self->school = tv_sample_school (is_practice);
    self->year_name = g_strdup ("2026-2027");
    self->date = tv_date_from_ymd (2026, 11, 20);
    self->round = tv_round_new (&(TvRound){ .name = (char *) "Round 1",
                                            .code = (char *) "2026-1",
                                            .first_day = tv_date_from_ymd (2026, 9, 7),
                                            .last_day = tv_date_from_ymd (2026, 9, 18) });
    return self;
}

/* 118 children under five, every indicator in 4 of them. */
static TvSummaryPart *
add_part (TvAnnualSummary *self, TvPopulation population)
{
    guint n;
    const TvIndicator *indicators
        = tv_indicators (population, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, &n);
    TvSummaryPart *part = tv_annual_summary_add_part (self, n);

    part->population = population;
    part->n_children = 118;
    for (guint i = 0; i < n; i++) {
        part->rates[i].indicator = &indicators[i];
        tv_rate_init (&part->rates[i].rate, TV_INTERVAL_WILSON, 4, 118, 118);
    }
    return part;
}

static void
ask_for (TvSummaryPart *part, TvIndicatorId id, guint n_cases, gint64 below_thousandths)
{
    TvSummaryRate *rate = (TvSummaryRate *) tv_summary_part_find (part, id);

    tv_rate_init (&rate->rate, TV_INTERVAL_WILSON, n_cases, 118, 118);
    rate->target = tv_target_new (&(TvTarget){ .value_thousandths = below_thousandths,
                                               .has_value = TRUE,
                                               .unit = (char *) "percent",
                                               .direction = TV_DIRECTION_BELOW,
                                               .source = (char *) "A plan, annex 1" });
    tv_rate_judge (&rate->rate, rate->target, &rate->judgement);
}

static TvAnnualSummary *
make_full_summary (gboolean is_practice)
{
    TvAnnualSummary *self = make_summary (is_practice);
    TvSummaryPart *part = add_part (self, TV_POPULATION_UNDER_FIVE);

    ask_for (part, TV_UNDERWEIGHT, 4, 6400);
    ask_for (part, TV_STUNTING, 25, 9600);
    part->overlap = (TvOverlap){
        .n = 118,
        .n_parts = { [0] = 92,
                     [TV_FORM_UNDERWEIGHT] = 1,
                     [TV_FORM_STUNTED] = 20,
                     [TV_FORM_STUNTED | TV_FORM_WASTED] = 2,
                     [TV_FORM_UNDERWEIGHT | TV_FORM_STUNTED] = 1,
                     [TV_FORM_UNDERWEIGHT | TV_FORM_STUNTED | TV_FORM_WASTED] = 2 },
    };
    for (int grade = 3; grade <= 4; grade++) {
        g_autofree char *name = g_strdup_printf ("Grade-%d", grade);
        TvSummaryGroup *group = tv_summary_part_add_group (part, TV_SUMMARY_BY_GRADE, name);

        for (guint i = 0; i < part->n_rates; i++)
            tv_rate_init (&group->rates[i], TV_INTERVAL_WILSON, 2, 59, 59);
    }
    tv_annual_summary_add_class (self, "Class-A", 60, 58);
    tv_annual_summary_add_class (self, "Class-B", 64, 60);
    self->all = (TvSummaryCoverage){ NULL, 124, 118 };
    tv_annual_summary_add_absence (self, "Absent", 6);
    return self;
}

static void
assert_says (const char *words, const char *wanted)
{
    if (!strstr (words, wanted))
        g_error ("“%s” is not in:\n%s", wanted, words);
}

static void
test_figures_and_verdicts (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvAnnualSummary) summary = make_full_summary (FALSE);
    g_autoptr (TvReport) report = tv_annual_summary_make_report (summary);
    g_autofree char *words = tv_sample_words (report);

    assert_says (words, "118 of 124 (95.2 %)");
    assert_says (words, "Absent: 6");
    /* Wilson's interval of 4 of 118: 1.3 to 8.4, across a target of 6.4 %. */
    assert_says (
        words,
        "Underweight\n(weight-for-age below −2 SD), 4/118, 3.4, 1.3 – 8.4, <\u00a06.4\u00a0%, "
        "Met\nNot enough ground for a conclusion");
    /* 25 of 118: 14.7 to 29.4, wholly above 9.6 %. */
    assert_says (words, "Stunting\n(height-for-age below −2 SD), 25/118, 21.2, 14.8 – 29.4, "
                        "<\u00a09.6\u00a0%, Not met\n");
    assert_says (words, "(weight-for-height above +3 SD), 4/118, 3.4, 1.3 – 8.4, –, –");
    assert_says (words, "Only underweight, 1/118, 0.8");
    assert_says (words, "Only stunted, 22/118, 18.6");
    assert_says (words, "Underweight and stunted, 3/118, 2.5");
    assert_says (words, "Underweight or stunted, all together, 26/118, 22.0");
    assert_says (words, "Grade-3, 2/59, 3.4, 2/59, 3.4");
    assert_says (words, "Class-B, 64, 60, 4, 93.8");
    assert_says (words, "Whole school, 124, 118, 6, 95.2");
    assert_says (words, "one child is 0.85 percentage points");
    assert_says (words, "weight-for-height above +2 SD. The plan does not name the index.");
    assert_says (words, "Source of the targets: A plan, annex 1.");
    g_assert_cmpuint (tv_sample_count (words, "A plan, annex 1"), ==, 1);
    assert_says (words, "Trần Thị Mẫu");
    assert_says (words, "Lê Văn Thử");
    g_assert_null (strstr (words, "coat on"));
    g_assert_false (tv_report_holds_personal_data (report));
}

/* The lines are of whoever has a value; where that is not everybody, the page says so. */
static void
test_overlap_note (Fixture *fixture, gconstpointer data)
{
    const char *note = "at least one of the values";

    for (guint n_lacking = 0; n_lacking < 2; n_lacking++) {
        g_autoptr (TvAnnualSummary) summary = make_full_summary (FALSE);
        TvSummaryPart *part = g_ptr_array_index (summary->parts, 0);
        g_autoptr (TvReport) report = NULL;
        g_autofree char *words = NULL;

        part->overlap.n += n_lacking;
        part->overlap.n_parts[0] += n_lacking;
        report = tv_annual_summary_make_report (summary);
        words = tv_sample_words (report);
        g_assert_cmpint (strstr (words, note) != NULL, ==, n_lacking > 0);
    }
}

static void
test_pdf_says_the_same (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvAnnualSummary) summary = make_full_summary (TRUE);
    g_autoptr (TvReport) report = tv_annual_summary_make_report (summary);
    g_autofree char *words = tv_sample_pdf_words (report, fixture->folder);

    assert_says (words, "UBND PHƯỜNG THỬ NGHIỆM");
    assert_says (words, "TRƯỜNG MẦM NON SAO MAI");
    assert_says (words, "SOCIALIST REPUBLIC OF VIET NAM");
    assert_says (words, "Hà Nội, 20/11/2026");
    assert_says (words, "4/118");
    assert_says (words, "1.3 – 8.4");
    assert_says (words, "Class-A");
    /* One form feed ends each page. */
    g_assert_cmpuint (tv_sample_count (words, "\f"), ==, tv_report_n_pages (report));
    g_assert_cmpuint (tv_sample_count (words, "PRACTICE DATA"), ==, tv_report_n_pages (report));
}

static void
test_pdf_twice_is_the_same (Fixture *fixture, gconstpointer data)
{
    char *bytes[2];
    gsize sizes[2];

    for (int i = 0; i < 2; i++) {
        g_autoptr (TvAnnualSummary) summary = make_full_summary (TRUE);
        g_autoptr (TvReport) report = tv_annual_summary_make_report (summary);
        g_autofree char *path = g_build_filename (fixture->folder, "same.pdf", NULL);
        g_autoptr (GError) error = NULL;

        tv_report_write_pdf (report, path, &error);
        g_assert_no_error (error);
        g_file_get_contents (path, &bytes[i], &sizes[i], &error);
        g_assert_no_error (error);
    }
    g_assert_cmpmem (bytes[0], sizes[0], bytes[1], sizes[1]);
    g_free (bytes[0]);
    g_free (bytes[1]);
}

static void
test_only_practice_is_marked (Fixture *fixture, gconstpointer data)
{
    for (int is_practice = 0; is_practice < 2; is_practice++) {
        g_autoptr (TvAnnualSummary) summary = make_full_summary (is_practice);
        g_autoptr (TvReport) report = tv_annual_summary_make_report (summary);

        g_assert_cmpint (tv_report_is_practice (report), ==, is_practice);
        for (guint i = 0; i < tv_report_n_pages (report); i++) {
            g_autofree char *page = tv_report_describe (report, i);

            g_assert_cmpint (strstr (page, "PRACTICE DATA") != NULL, ==, is_practice);
        }
    }
}

static void
test_without_figures (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvAnnualSummary) summary = make_summary (FALSE);
    g_autoptr (TvReport) measured_nobody = tv_annual_summary_make_report (summary);
    g_autoptr (TvReport) no_round = NULL;
    g_autofree char *words = tv_sample_words (measured_nobody);

    assert_says (words, "No child of this round has values that can be counted yet");
    g_clear_pointer (&words, g_free);
    g_clear_pointer (&summary->round, tv_round_unref);
    no_round = tv_annual_summary_make_report (summary);
    words = tv_sample_words (no_round);
    assert_says (words, "No measuring round has been held yet");
    g_assert_cmpuint (tv_report_n_pages (no_round), ==, 1);
}

static void
test_school_age_has_no_targets (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvAnnualSummary) summary = make_summary (FALSE);
    g_autoptr (TvReport) report = NULL;
    g_autofree char *words = NULL;

    add_part (summary, TV_POPULATION_SCHOOL_AGE)->has_coats_on = TRUE;
    report = tv_annual_summary_make_report (summary);
    words = tv_sample_words (report);
    assert_says (words, "Thinness (BMI-for-age below −2 SD), 4/118, 3.4, 1.3 – 8.4\n");
    g_assert_null (strstr (words, "Target"));
    g_assert_null (strstr (words, "percentage points"));
    assert_says (words, "coat on");
}

static const TvCell *
find_cell (TvSheet *sheet, const char *text, guint *row)
{
    for (*row = 0; *row < tv_sheet_get_n_rows (sheet); (*row)++) {
        guint n;
        const TvCell *cells = tv_sheet_get_cells (sheet, *row, &n);

        for (guint i = 0; i < n; i++) {
            if (g_str_equal (cells[i].text, text))
                return &cells[i];
        }
    }
    g_error ("no cell says “%s”", text);
}

static void
test_xlsx_reads_back (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvAnnualSummary) summary = make_full_summary (TRUE);
    g_autoptr (TvReport) report = tv_annual_summary_make_report (summary);
    g_autofree char *path = g_build_filename (fixture->folder, "summary.xlsx", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) workbook = NULL;
    TvSheet *sheet;
    const TvCell *cell;
    guint row;

    tv_report_write_xlsx (report, path, &error);
    g_assert_no_error (error);
    workbook = tv_workbook_read (path, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (tv_workbook_get_n_sheets (workbook), ==, 1);
    sheet = tv_workbook_get_sheet (workbook, 0);
    find_cell (sheet, "PRACTICE DATA", &row);
    g_assert_cmpuint (row, ==, 0);
    cell = find_cell (sheet, "Class-B", &row);
    cell = tv_sheet_get_cell (sheet, row, cell->column + 1);
    g_assert_cmpint (cell->kind, ==, TV_CELL_NUMBER);
    g_assert_cmpfloat (cell->number, ==, 64);
}

static void
test_place_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvAnnualSummary) summary = make_full_summary (FALSE);
    g_autoptr (TvReport) report = tv_annual_summary_make_report (summary);
    g_autofree char *pdf = g_build_filename (fixture->folder, "none", "a.pdf", NULL);
    g_autofree char *xlsx = g_build_filename (fixture->folder, "none", "a.xlsx", NULL);
    g_autoptr (GError) pdf_error = NULL;
    g_autoptr (GError) xlsx_error = NULL;

    g_assert_false (tv_report_write_pdf (report, pdf, &pdf_error));
    g_assert_error (pdf_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_assert_false (tv_report_write_xlsx (report, xlsx, &xlsx_error));
    g_assert_error (xlsx_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    ADD ("/annual-summary/figures", test_figures_and_verdicts);
    ADD ("/annual-summary/overlap-note", test_overlap_note);
    ADD ("/annual-summary/pdf", test_pdf_says_the_same);
    ADD ("/annual-summary/pdf-twice", test_pdf_twice_is_the_same);
    ADD ("/annual-summary/practice", test_only_practice_is_marked);
    ADD ("/annual-summary/without-figures", test_without_figures);
    ADD ("/annual-summary/school-age", test_school_age_has_no_targets);
    ADD ("/annual-summary/xlsx", test_xlsx_reads_back);
    ADD ("/annual-summary/no-place", test_place_that_cannot_be_written);
    return g_test_run ();
}
