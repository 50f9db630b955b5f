/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The annual summary of a school from its figures to a PDF, beside the same pages played back to
 * bare Cairo: every path and every word, already shaped and in its place. */

#include "tv-bench.h"

#include "reports/tv-annual-summary.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#define N_CLASSES 30
#define N_GRADES 5
#define N_RUNS 25

typedef struct {
    TvAnnualSummary *summary;
    char *path;
    GPtrArray *pages; /* of cairo_surface_t, recorded for the yardstick */
    double width_pt;
    double height_pt;
} Work;

static TvTarget *
make_target (void)
{
    const TvTarget values = { .year = 2026,
                              .code = (char *) "E-I.2a",
                              .value_thousandths = 6400,
                              .has_value = TRUE,
                              .unit = (char *) "percent",
                              .direction = TV_DIRECTION_BELOW };

    return tv_target_new (&values);
}

static void
draw_rate (GRand *random, guint n, TvRate *rate)
{
    tv_rate_init (rate, TV_INTERVAL_WILSON,
                  (guint) g_rand_int_range (random, 0, (gint32) n / 8 + 1), n, n);
}

static void
add_group (TvSummaryPart *part, GRand *random, TvSummarySplit split, const char *name, guint n)
{
    TvSummaryGroup *group = tv_summary_part_add_group (part, split, name);

    for (guint i = 0; i < part->n_rates; i++)
        draw_rate (random, n, &group->rates[i]);
}

static void
add_part (TvAnnualSummary *summary, GRand *random)
{
    guint n_indicators;
    const TvIndicator *indicators = tv_indicators (
        TV_POPULATION_UNDER_FIVE, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, &n_indicators);
    TvSummaryPart *part = tv_annual_summary_add_part (summary, n_indicators);

    part->population = TV_POPULATION_UNDER_FIVE;
    part->n_children = 880;
    part->overlap = (TvOverlap){
        .n = 880, .n_parts = { 810, 12, 30, 21, 4, 2, 1 }, .n_double = 880, .n_double_cases = 3
    };
    for (guint i = 0; i < n_indicators; i++) {
        TvSummaryRate *rate = &part->rates[i];

        rate->indicator = &indicators[i];
        draw_rate (random, 880, &rate->rate);
        rate->target = i == 0 ? make_target () : NULL;
        tv_rate_judge (&rate->rate, rate->target, &rate->judgement);
    }
    for (guint i = 0; i < N_GRADES; i++) {
        g_autofree char *name = g_strdup_printf ("Khối %u", i + 1);

        add_group (part, random, TV_SUMMARY_BY_GRADE, name, 170);
    }
    add_group (part, random, TV_SUMMARY_BY_SEX, "Nam", 450);
    add_group (part, random, TV_SUMMARY_BY_SEX, "Nữ", 430);
}

static TvAnnualSummary *
make_summary (GRand *random)
{
    const TvSchool values = { .name = (char *) "Trường Mầm non Thực Hành",
                              .authority = (char *) "UBND phường Thực Hành",
                              .level = TV_LEVEL_KINDERGARTEN,
                              .is_practice = TRUE };
    const TvRound round = { .code = (char *) "2026-1",
                            .name = (char *) "Đợt 1",
                            .kind = TV_ROUND_REGULAR,
                            .first_day = tv_date_from_ymd (2026, 9, 10),
                            .last_day = tv_date_from_ymd (2026, 9, 20) };
    TvAnnualSummary *summary = tv_annual_summary_new ();

    summary->round = tv_round_new (&round);
    summary->school = tv_school_new (&values);
    summary->year_name = g_strdup ("2026-2027");
    summary->date = tv_date_from_ymd (2026, 11, 20);
    summary->all = (TvSummaryCoverage){ .n_enrolled = 920, .n_measured = 880 };
    for (guint i = 0; i < N_CLASSES; i++) {
        g_autofree char *name = g_strdup_printf ("Mẫu giáo nhỡ B%u", i + 1);

        tv_annual_summary_add_class (summary, name, 31, 29);
    }
    tv_annual_summary_add_absence (summary, "Vắng", 40);
    add_part (summary, random);
    return summary;
}

static void
write_summary (gpointer data)
{
    Work *work = data;
    g_autoptr (TvReport) report = tv_annual_summary_make_report (work->summary);

    g_assert_true (tv_report_write_pdf (report, work->path, NULL));
}

static void
record_pages (Work *work)
{
    g_autoptr (TvReport) report = tv_annual_summary_make_report (work->summary);

    tv_report_get_page_size (report, &work->width_pt, &work->height_pt);
    for (guint page = 0; page < tv_report_n_pages (report); page++) {
        cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create (surface);

        tv_report_draw_page (report, cr, page);
        cairo_destroy (cr);
        g_ptr_array_add (work->pages, surface);
    }
}

static void
play_back (gpointer data)
{
    Work *work = data;
    cairo_surface_t *surface
        = cairo_pdf_surface_create (work->path, work->width_pt, work->height_pt);
    cairo_t *cr = cairo_create (surface);

    for (guint page = 0; page < work->pages->len; page++) {
        cairo_set_source_surface (cr, g_ptr_array_index (work->pages, page), 0, 0);
        cairo_paint (cr);
        cairo_show_page (cr);
    }
    cairo_destroy (cr);
    cairo_surface_finish (surface);
    g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy (surface);
}

int
main (void)
{
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-bench-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "summary.pdf", NULL);
    g_autoptr (GRand) random = g_rand_new_with_seed (6);
    g_autoptr (TvAnnualSummary) summary = make_summary (random);
    g_autoptr (GPtrArray) pages
        = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
    Work work = { .summary = summary, .path = path, .pages = pages };
    double ours_s = tv_bench_measure (write_summary, &work, N_RUNS);

    record_pages (&work);
    g_assert_cmpuint (pages->len, >, 1);
    tv_bench_print ("annual summary to a PDF / its pages by bare Cairo", ours_s,
                    tv_bench_measure (play_back, &work, N_RUNS), TV_BENCH_AT_MOST, 2);
    g_remove (path);
    g_rmdir (folder);
    return 0;
}
