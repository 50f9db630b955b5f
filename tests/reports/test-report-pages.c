/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks onto pages: what stays together, what comes again, and that nothing leaves its place. */

#include "base/tv-language.h"
#include "reports/tv-report-builder.h"
#include "reports/tv-report-private.h"

#include <string.h>

#include "tv-report-samples.h"

static TvReportBuilder *
make_builder (gboolean is_practice, gboolean is_landscape)
{
    return tv_report_builder_new (&(TvReportProperties){
        .title = "A report",
        .owner = "A school",
        .date = tv_date_from_ymd (2026, 11, 20),
        .is_practice = is_practice,
        .is_landscape = is_landscape,
    });
}

static void
add_words (TvReportBuilder *builder, TvReportTextRole role, guint n_words)
{
    g_autoptr (GString) text = g_string_new ("start");

    for (guint i = 0; i < n_words; i++)
        g_string_append_printf (text, " word%u", i);
    tv_report_builder_add_text (builder, role, text->str);
}

static void
test_long_table_repeats_its_head (void)
{
    g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
    g_autoptr (TvReport) report = NULL;
    g_autofree char *words = NULL;
    guint next_row = 1;

    tv_report_builder_add_table (builder, tv_sample_table (200));
    report = tv_report_builder_finish (builder);
    g_assert_cmpuint (tv_report_n_pages (report), >, 3);
    for (guint i = 0; i < tv_report_n_pages (report); i++) {
        g_autofree char *page = tv_report_describe (report, i);
        guint n_rows = tv_sample_count (page, "-name");

        g_assert_true (g_str_has_prefix (page, "HEAD-NUMBER, HEAD-NAME\n"));
        g_assert_cmpuint (tv_sample_count (page, "HEAD-NAME"), ==, 1);
        g_assert_cmpuint (n_rows, >=, 4);
        for (guint k = 0; k < n_rows; k++) {
            g_autofree char *line = g_strdup_printf ("\n%u, row-%u-name", next_row, next_row);

            g_assert_nonnull (strstr (page, line));
            next_row++;
        }
    }
    g_assert_cmpuint (next_row, ==, 201);
}

/* However much stands above it, a heading has what it heads on its page. */
static void
test_heading_is_never_alone (void)
{
    for (guint filling = 0; filling < 60; filling++) {
        g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
        g_autoptr (TvReport) report = NULL;

        for (guint i = 0; i < filling; i++)
            tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM, "filling");
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_HEADING, "HEADING");
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_SUBHEADING, "SUBHEADING");
        tv_report_builder_add_table (builder, tv_sample_table (80));
        report = tv_report_builder_finish (builder);
        for (guint i = 0; i < tv_report_n_pages (report); i++) {
            g_autofree char *page = tv_report_describe (report, i);
            const char *heading = strstr (page, "HEADING\n");

            if (heading)
                g_assert_true (g_str_has_prefix (
                    heading, "HEADING\nSUBHEADING\nHEAD-NUMBER, HEAD-NAME\n1, row-1-name"));
        }
    }
}

static void
test_paragraph_parts_between_lines (void)
{
    g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
    g_autoptr (TvReport) report = NULL;
    g_autofree char *words = NULL;
    guint n_found = 0;

    add_words (builder, TV_REPORT_TEXT_BODY, 2000);
    report = tv_report_builder_finish (builder);
    g_assert_cmpuint (tv_report_n_pages (report), >, 2);
    words = tv_sample_words (report);
    for (guint i = 0; i < 2000; i++) {
        g_autofree char *word = g_strdup_printf ("word%u", i);
        const char *found = strstr (words, word);

        n_found += found != NULL;
    }
    g_assert_cmpuint (n_found, ==, 2000);
    g_assert_cmpuint (tv_sample_count (words, "word"), ==, 2000);
}

static void
test_short_table_is_not_parted (void)
{
    for (guint filling = 0; filling < 50; filling += 3) {
        g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
        g_autoptr (TvReport) report = NULL;
        g_autofree char *words = NULL;

        for (guint i = 0; i < filling; i++)
            tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM, "filling");
        tv_report_builder_add_table (builder, tv_sample_table (10));
        report = tv_report_builder_finish (builder);
        words = tv_sample_words (report);
        g_assert_cmpuint (tv_sample_count (words, "HEAD-NAME"), ==, 1);
    }
}

/* A table that would leave half a page empty is parted, and fills the page. */
static void
test_half_a_page_is_not_wasted (void)
{
    g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
    g_autoptr (TvReport) report = NULL;
    g_autofree char *first = NULL;
    TvReportTable *table = tv_sample_table (1);

    for (guint i = 0; i < 15; i++)
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM, "filling");
    for (guint i = 0; i < 11; i++) {
        tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
        tv_report_table_add_text (table, "x");
        tv_report_table_add_text (table, "high-row\n2\n3\n4\n5");
    }
    tv_report_builder_add_table (builder, table);
    report = tv_report_builder_finish (builder);
    g_assert_cmpuint (tv_report_n_pages (report), ==, 2);
    first = tv_report_describe (report, 0);
    g_assert_cmpuint (tv_sample_count (first, "high-row"), >=, 6);
}

/* Where the letters are too wide for a column they get smaller; a number is never broken. */
static void
test_numbers_stay_whole (void)
{
    static const TvReportColumn columns[]
        = { { 36, TV_REPORT_ALIGN_CENTRE }, { 423, TV_REPORT_ALIGN_START } };
    TvReportTable *table = tv_report_table_new (columns, G_N_ELEMENTS (columns), 12);
    g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
    g_autoptr (TvReport) report = NULL;
    const GArray *items;

    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    tv_report_table_add_text (table, "108/114");
    tv_report_table_add_text (table, "name");
    tv_report_builder_add_table (builder, table);
    report = tv_report_builder_finish (builder);
    items = g_ptr_array_index (report->pages, 0);
    for (guint i = 0; i < items->len; i++) {
        const TvReportItem *item = &g_array_index (items, TvReportItem, i);

        if (item->kind == TV_REPORT_ITEM_TEXT && g_str_equal (item->text, "108/114")) {
            g_autoptr (PangoLayout) layout = tv_report_item_layout (item);

            g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
            g_assert_cmpfloat (item->style.size_pt, <, 12);
            return;
        }
    }
    g_error ("the number is not on the page");
}

static void
test_signatures_take_something_with_them (void)
{
    TvReportSigner signers[] = { { (char *) "OFFICE", (char *) "note", (char *) "Somebody" } };

    for (guint filling = 20; filling < 60; filling++) {
        g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
        g_autoptr (TvReport) report = NULL;
        g_autofree char *last = NULL;

        for (guint i = 0; i < filling; i++)
            tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM, "filling");
        tv_report_builder_add_signatures (builder, signers, 1, NULL, NULL);
        report = tv_report_builder_finish (builder);
        last = tv_report_describe (report, tv_report_n_pages (report) - 1);
        g_assert_nonnull (strstr (last, "filling"));
        g_assert_nonnull (strstr (last, "OFFICE, note, Somebody"));
    }
}

static void
fill_everything (TvReportBuilder *builder)
{
    TvReportSigner signers[] = { { (char *) "OFFICE", (char *) "note", (char *) "Somebody" },
                                 { (char *) "OTHER OFFICE", (char *) "note", NULL } };
    const char *recipients[] = { "One", "Two", NULL };

    tv_report_builder_add_letterhead (
        builder, &(TvReportLetterhead){ .authority = (char *) "Ủy ban nhân dân phường Thử Nghiệm",
                                        .school = (char *) "Trường Tiểu học có tên rất dài để thử "
                                                           "xuống dòng",
                                        .place = (char *) "Hà Nội",
                                        .date = tv_date_from_ymd (2026, 2, 5) });
    add_words (builder, TV_REPORT_TEXT_TITLE, 14);
    tv_report_builder_add_pair (builder, "a key that is rather long, as keys go, and breaks",
                                "a value that is rather long as well, so that it breaks too");
    add_words (builder, TV_REPORT_TEXT_BODY, 300);
    tv_report_builder_add_table (builder, tv_sample_table (60));
    add_words (builder, TV_REPORT_TEXT_NOTE, 40);
    tv_report_builder_add_signatures (builder, signers, 2, "Recipients", recipients);
}

static void
assert_ink_inside (const TvReport *report, guint page, double margin_pt)
{
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    const GArray *items = g_ptr_array_index (report->pages, page);
    cairo_t *cr = cairo_create (surface);
    double x, y, width, height, page_width, page_height;

    tv_report_get_page_size (report, &page_width, &page_height);
    /* The white ground has no ends; what is on it has. */
    cairo_rectangle (cr, -1000, -1000, 3000, 3000);
    cairo_clip (cr);
    for (guint i = 0; i < items->len; i++) {
        const TvRect *box = &g_array_index (items, TvReportItem, i).box;

        g_assert_cmpfloat (box->x_pt, >=, margin_pt);
        g_assert_cmpfloat (box->x_pt + box->width_pt, <=, page_width - margin_pt);
        g_assert_cmpfloat (box->y_pt + box->height_pt, <=, page_height - margin_pt / 4);
    }
    tv_report_draw_items (report, cr, page);
    cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
    g_assert_cmpfloat (width, >, 100);
    g_assert_cmpfloat (x, >=, margin_pt);
    g_assert_cmpfloat (y, >=, margin_pt / 4);
    g_assert_cmpfloat (x + width, <=, page_width - margin_pt);
    g_assert_cmpfloat (y + height, <=, page_height - margin_pt / 4);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
}

static void
test_ink_stays_in_the_margins (void)
{
    for (int is_landscape = 0; is_landscape < 2; is_landscape++) {
        g_autoptr (TvReportBuilder) builder = make_builder (TRUE, is_landscape);
        g_autoptr (TvReport) report = NULL;

        fill_everything (builder);
        report = tv_report_builder_finish (builder);
        g_assert_cmpuint (tv_report_n_pages (report), >, 1);
        for (guint i = 0; i < tv_report_n_pages (report); i++)
            assert_ink_inside (report, i, 45);
    }
}

/* No line of text lies on another one. */
static void
test_text_does_not_overlap (void)
{
    g_autoptr (TvReportBuilder) builder = make_builder (TRUE, FALSE);
    g_autoptr (TvReport) report = NULL;

    fill_everything (builder);
    report = tv_report_builder_finish (builder);
    for (guint i = 0; i < tv_report_n_pages (report); i++) {
        const GArray *items = g_ptr_array_index (report->pages, i);

        for (guint k = 0; k < items->len; k++) {
            const TvReportItem *item = &g_array_index (items, TvReportItem, k);

            for (guint m = k + 1; m < items->len; m++) {
                const TvReportItem *other = &g_array_index (items, TvReportItem, m);
                TvRect box = { other->box.x_pt + 0.1, other->box.y_pt + 0.1,
                               other->box.width_pt - 0.2, other->box.height_pt - 0.2 };

                if (item->kind == TV_REPORT_ITEM_TEXT && other->kind == TV_REPORT_ITEM_TEXT
                    && tv_rect_overlaps (&item->box, &box))
                    g_error ("“%s” lies on “%s”", other->text, item->text);
            }
        }
    }
}

static void
test_cell_of_a_thousand_words (void)
{
    g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
    g_autoptr (TvReport) report = NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    TvReportTable *table = tv_sample_table (1);

    for (guint i = 0; i < 1000; i++)
        g_string_append (text, "word ");
    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    tv_report_table_add_text (table, "2");
    tv_report_table_add_text (table, text->str);
    tv_report_builder_add_table (builder, table);
    report = tv_report_builder_finish (builder);
    g_assert_cmpuint (tv_report_n_pages (report), ==, 1);
    assert_ink_inside (report, 0, 45);
}

static void
test_page_breaks (void)
{
    g_autoptr (TvReportBuilder) builder = make_builder (FALSE, FALSE);
    g_autoptr (TvReport) report = NULL;

    tv_report_builder_add_page_break (builder, "first");
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_BODY, "one");
    tv_report_builder_add_page_break (builder, "second");
    tv_report_builder_add_page_break (builder, NULL);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_BODY, "two");
    report = tv_report_builder_finish (builder);
    g_assert_cmpuint (tv_report_n_pages (report), ==, 2);
}

static void
test_empty_report (void)
{
    g_autoptr (TvReportBuilder) builder = make_builder (TRUE, FALSE);
    g_autoptr (TvReport) report = tv_report_builder_finish (builder);
    g_autofree char *page = NULL;

    g_assert_cmpuint (tv_report_n_pages (report), ==, 1);
    page = tv_report_describe (report, 0);
    g_assert_nonnull (strstr (page, "PRACTICE DATA"));
    g_assert_nonnull (strstr (page, "Page 1 of 1"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/report-pages/long-table", test_long_table_repeats_its_head);
    g_test_add_func ("/report-pages/heading", test_heading_is_never_alone);
    g_test_add_func ("/report-pages/paragraph", test_paragraph_parts_between_lines);
    g_test_add_func ("/report-pages/short-table", test_short_table_is_not_parted);
    g_test_add_func ("/report-pages/half-page", test_half_a_page_is_not_wasted);
    g_test_add_func ("/report-pages/numbers", test_numbers_stay_whole);
    g_test_add_func ("/report-pages/signatures", test_signatures_take_something_with_them);
    g_test_add_func ("/report-pages/ink", test_ink_stays_in_the_margins);
    g_test_add_func ("/report-pages/overlap", test_text_does_not_overlap);
    g_test_add_func ("/report-pages/long-cell", test_cell_of_a_thousand_words);
    g_test_add_func ("/report-pages/page-breaks", test_page_breaks);
    g_test_add_func ("/report-pages/empty", test_empty_report);
    return g_test_run ();
}
