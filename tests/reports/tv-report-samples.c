/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A made-up school and tables of any length, and what a report says as plain text. */

#include "tv-report-samples.h"

#include <string.h>

TvSchool *
tv_sample_school (gboolean is_practice)
{
    return tv_school_new (&(TvSchool){
        .name = (char *) "Trường Mầm non Sao Mai",
        .level = TV_LEVEL_KINDERGARTEN,
        .authority = (char *) "UBND phường Thử Nghiệm",
        .address = (char *) "Số 2 phố Thử, phường Thử Nghiệm, Hà Nội",
        .principal = (char *) "Trần Thị Mẫu",
        .nurse = (char *) "Lê Văn Thử",
        .is_practice = is_practice,
    });
}

TvReportTable *
tv_sample_table (guint n_rows)
{
    static const TvReportColumn columns[] = {
        { 1, TV_REPORT_ALIGN_CENTRE },
        { 4, TV_REPORT_ALIGN_START },
    };
    TvReportTable *table = tv_report_table_new (columns, G_N_ELEMENTS (columns), 10);

    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    tv_report_table_add_head (table, "HEAD-NUMBER", 1, 1);
    tv_report_table_add_head (table, "HEAD-NAME", 1, 1);
    for (guint i = 0; i < n_rows; i++) {
        g_autofree char *name = g_strdup_printf ("row-%u-name", i + 1);

        tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
        tv_report_table_add_number (table, i + 1, 0);
        tv_report_table_add_text (table, name);
    }
    return table;
}

char *
tv_sample_words (const TvReport *report)
{
    GString *words = g_string_new (NULL);

    for (guint i = 0; i < tv_report_n_pages (report); i++) {
        g_autofree char *page = tv_report_describe (report, i);

        g_string_append_printf (words, "%s\n", page);
    }
    return g_string_free (words, FALSE);
}

guint
tv_sample_count (const char *text, const char *wanted)
{
    guint n = 0;

    for (const char *found = strstr (text, wanted); found; found = strstr (found + 1, wanted))
        n++;
    return n;
}

/* What another program reads in the file. */
char *
tv_sample_pdf_words (const TvReport *report, const char *folder)
{
    g_autofree char *path = g_build_filename (folder, "words.pdf", NULL);
    const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
    g_autoptr (GError) error = NULL;
    char *words = NULL;
    int status;

    tv_report_write_pdf (report, path, &error);
    g_assert_no_error (error);
    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL,
                  &status, &error);
    g_assert_no_error (error);
    g_assert_cmpint (status, ==, 0);
    return words;
}
