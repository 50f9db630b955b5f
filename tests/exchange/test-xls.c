/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Old Excel workbooks: every kind of record, what FreeXL alone would not give, and what becomes of
 * the process that reads them. */

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-workbook-file.h"
#include "exchange/tv-xls-records.h"
#include "exchange/tv-xls-stream.h"
#include "tv-xls-maker.h"

#include <glib/gstdio.h>
#include <string.h>

static TvWorkbook *
read_taken (GBytes *taken)
{
    g_autoptr (GBytes) bytes = taken;
    g_autoptr (GError) error = NULL;
    TvWorkbook *book = tv_workbook_read_bytes ("a.xls", bytes, NULL, &error);

    g_assert_no_error (error);
    return book;
}

static void
assert_refused (GBytes *taken, int code)
{
    g_autoptr (GBytes) bytes = taken;
    g_autoptr (GError) error = NULL;

    g_assert_null (tv_workbook_read_bytes ("a.xls", bytes, NULL, &error));
    g_assert_error (error, TV_EXCHANGE_ERROR, code);
}

static GBytes *
make_sheet (gboolean is_wide, GByteArray *shared, GByteArray *records)
{
    const TvXlsMakerSheet sheet = { "Lop 1", 0, 0, records };

    return tv_xls_maker_book (is_wide, shared, &sheet, 1);
}

/* FreeXL asks how large a sheet is before its first cell. */
static GByteArray *
begin_sheet (guint n_rows, int n_columns)
{
    return tv_xls_maker_records (0x0200, "iihhh", 0u, n_rows, 0, n_columns, 0);
}

static void
add_style (GByteArray *shared, int font, int format)
{
    tv_xls_maker_add (shared, TV_XLS_XF, "hhiiii", font, format, 0u, 0u, 0u, 0u);
}

/* Styles: 0 plain, 1 a date, 2 a number with a word that looks like one, 3 in another font. */
static GByteArray *
make_shared (gboolean is_from_1904)
{
    GByteArray *shared = tv_xls_maker_records (TV_XLS_DATE_MODE, "h", is_from_1904);

    for (int i = 0; i < 5; i++) {
        const char *font = i == 4 ? ".VnTime" : "Arial";

        tv_xls_maker_add (shared, TV_XLS_FONT, "hhhhhbbbbbbs", 200, 0, 0, 400, 0, 0, 0, 0, 0,
                          (int) strlen (font), 0, font);
    }
    tv_xls_maker_add (shared, TV_XLS_FORMAT, "hhbs", 164, 10, 0, "dd/mm/yyyy");
    tv_xls_maker_add (shared, TV_XLS_FORMAT, "hhbs", 165, 22, 0, "[Red]0.0\" cm\";[Red]0.0");
    add_style (shared, 0, 0);
    add_style (shared, 0, 164);
    add_style (shared, 0, 165);
    add_style (shared, 5, 14);
    tv_xls_maker_add (shared, TV_XLS_SST, "iihbshbs", 2u, 2u, 5, 0, "Hoang", 2, 0, "An");
    return shared;
}

static void
test_kinds (void)
{
    g_autoptr (GByteArray) shared = make_shared (FALSE);
    g_autoptr (GByteArray) records = begin_sheet (3, 8);
    g_autoptr (TvWorkbook) book = NULL;
    TvSheet *sheet;
    static const char *const texts[] = { "16.55", "05/09/2020", "44079.5", "An", "TRUE", "#N/A" };

    tv_xls_maker_add (records, TV_XLS_NUMBER, "hhhd", 0, 0, 0, 16.55);
    tv_xls_maker_add (records, TV_XLS_NUMBER, "hhhd", 0, 1, 1, 44079.5);
    tv_xls_maker_add (records, TV_XLS_NUMBER, "hhhd", 0, 2, 2, 44079.5);
    tv_xls_maker_add (records, TV_XLS_LABEL_SST, "hhhi", 0, 3, 3, 1u);
    tv_xls_maker_add (records, TV_XLS_BOOL_ERROR, "hhhbb", 0, 4, 0, 1, 0);
    tv_xls_maker_add (records, TV_XLS_BOOL_ERROR, "hhhbb", 0, 5, 0, 0x2a, 1);
    tv_xls_maker_add (records, TV_XLS_MULTIPLE_RK, "hhhihih", 2, 1, 0, (1655u << 2) | 3u, 1,
                      (44079u << 2) | 2u, 2);
    tv_xls_maker_add (records, TV_XLS_RK, "hhhi", 2, 3, 0, 0x3ff00000u);
    book = read_taken (make_sheet (TRUE, shared, records));
    sheet = tv_workbook_get_sheet (book, 0);
    g_assert_cmpstr (tv_sheet_get_title (sheet), ==, "Lop 1");
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, i)->text, ==, texts[i]);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 1)->date, ==, tv_date_from_ymd (2020, 9, 5));
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 2)->kind, ==, TV_CELL_NUMBER);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 3)->font, ==, ".VnTime");
    g_assert_cmpuint (tv_sheet_get_source_row (sheet, 1), ==, 3);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 1, 1)->text, ==, "16.55");
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 1, 2)->text, ==, "05/09/2020");
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 1, 3)->text, ==, "1");
}

static void
test_from_1904 (void)
{
    g_autoptr (GByteArray) shared = make_shared (TRUE);
    g_autoptr (GByteArray) records = begin_sheet (1, 1);
    g_autoptr (TvWorkbook) book = NULL;

    tv_xls_maker_add (records, TV_XLS_NUMBER, "hhhd", 0, 0, 1, 42617.0);
    book = read_taken (make_sheet (TRUE, shared, records));
    g_assert_cmpint (tv_sheet_get_cell (tv_workbook_get_sheet (book, 0), 0, 0)->date, ==,
                     tv_date_from_ymd (2020, 9, 5));
}

static void
add_formula (GByteArray *records, int row, int column, guint32 low, guint32 high)
{
    tv_xls_maker_add (records, TV_XLS_FORMULA, "hhhiihih", row, column, 0, low, high, 0, 0u, 0);
}

/* The results that were saved: a number, a text, a truth value, an error and an empty text. */
static void
test_formulas (void)
{
    g_autoptr (GByteArray) shared = make_shared (FALSE);
    g_autoptr (GByteArray) records = begin_sheet (1, 8);
    g_autoptr (TvWorkbook) book = NULL;
    TvSheet *sheet;
    static const char *const texts[] = { "1.5", "Lop 1A", "TRUE", "#DIV/0!", "", "2" };

    add_formula (records, 0, 0, 0, 0x3ff80000u);
    add_formula (records, 0, 1, 0, 0xffff0000u);
    tv_xls_maker_add (records, TV_XLS_STRING, "hbs", 6, 0, "Lop 1A");
    add_formula (records, 0, 2, 0x10001u, 0xffff0000u);
    add_formula (records, 0, 3, 0x70002u, 0xffff0000u);
    add_formula (records, 0, 4, 3, 0xffff0000u);
    add_formula (records, 0, 5, 0, 0x40000000u);
    book = read_taken (make_sheet (TRUE, shared, records));
    sheet = tv_workbook_get_sheet (book, 0);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, i)->text, ==, texts[i]);
    g_assert_cmpuint (tv_sheet_get_n_lost_formulas (sheet), ==, 0);
}

/* Programs that work no formula out give each the same empty result. */
static void
test_lost_formulas (void)
{
    g_autoptr (GByteArray) records = begin_sheet (1, 8);
    g_autoptr (TvWorkbook) book = NULL;

    add_formula (records, 0, 0, 3, 0xffff0000u);
    add_formula (records, 0, 1, 3, 0xffff0000u);
    tv_xls_maker_add (records, TV_XLS_NUMBER, "hhhd", 0, 2, 0, 1.0);
    book = read_taken (make_sheet (TRUE, NULL, records));
    g_assert_cmpuint (tv_sheet_get_n_lost_formulas (tv_workbook_get_sheet (book, 0)), ==, 2);
}

/* Each of these FreeXL refuses as a whole: an empty text in the table, a sheet that says it is as
 * wide and long as numbers go. */
static void
test_refused_by_freexl (void)
{
    g_autoptr (GByteArray) shared
        = tv_xls_maker_records (TV_XLS_SST, "iihbhbs", 2u, 2u, 0, 0, 3, 0, "Bao");
    g_autoptr (GByteArray) records = begin_sheet (G_MAXUINT32, 0xffff);
    g_autoptr (TvWorkbook) book = NULL;
    TvSheet *sheet;

    tv_xls_maker_add (records, TV_XLS_LABEL_SST, "hhhi", 0, 0, 0, 0u);
    tv_xls_maker_add (records, TV_XLS_LABEL_SST, "hhhi", 0, 1, 0, 1u);
    tv_xls_maker_add (records, TV_XLS_LABEL, "hhhhbs", 65535, 255, 0, 2, 0, "An");
    book = read_taken (make_sheet (TRUE, shared, records));
    sheet = tv_workbook_get_sheet (book, 0);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 0)->kind, ==, TV_CELL_EMPTY);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 1)->text, ==, "Bao");
    g_assert_cmpuint (tv_sheet_get_source_row (sheet, 1), ==, 65536);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 1, 255)->text, ==, "An");
}

/* A text that goes on in the next record, there with wide letters. */
static void
test_continued_text (void)
{
    g_autoptr (GByteArray) shared
        = tv_xls_maker_records (TV_XLS_SST, "iihbhbs", 2u, 2u, 0, 0, 6, 0, "Gia ");
    g_autoptr (GByteArray) records = begin_sheet (1, 2);
    g_autoptr (TvWorkbook) book = NULL;

    tv_xls_maker_add (shared, TV_XLS_CONTINUE, "bhh", 1, 'B', 0x1ea3);
    tv_xls_maker_add (records, TV_XLS_LABEL_SST, "hhhi", 0, 0, 0, 1u);
    book = read_taken (make_sheet (TRUE, shared, records));
    g_assert_cmpstr (tv_sheet_get_cell (tv_workbook_get_sheet (book, 0), 0, 0)->text, ==, "Gia Bả");
}

static void
test_hidden_rows (void)
{
    g_autoptr (GByteArray) records = begin_sheet (3, 1);
    g_autoptr (TvWorkbook) book = NULL;

    for (int row = 0; row < 3; row++)
        tv_xls_maker_add (records, TV_XLS_ROW, "hhhhhhhh", row, 0, 1, 255, 0, 0,
                          row == 1 ? 0x120 : 0x100, 15);
    for (int row = 0; row < 3; row++)
        tv_xls_maker_add (records, TV_XLS_RK, "hhhi", row, 0, 0, 6u);
    book = read_taken (make_sheet (TRUE, NULL, records));
    g_assert_cmpuint (tv_sheet_get_n_hidden_rows (tv_workbook_get_sheet (book, 0)), ==, 1);
}

/* Excel 95 has no table of texts, and its letters are those of a code page. */
static void
test_excel_95 (void)
{
    g_autoptr (GByteArray) shared = tv_xls_maker_records (TV_XLS_CODE_PAGE, "h", 1252);
    g_autoptr (GByteArray) records = tv_xls_maker_records (0x0200, "hhhhh", 0, 1, 0, 2, 0);
    g_autoptr (TvWorkbook) book = NULL;

    tv_xls_maker_add (records, TV_XLS_LABEL, "hhhhs", 0, 0, 0, 6, "Nguy\xd4n");
    tv_xls_maker_add (records, TV_XLS_NUMBER, "hhhd", 0, 1, 0, 2.5);
    book = read_taken (make_sheet (FALSE, shared, records));
    g_assert_cmpstr (tv_sheet_get_cell (tv_workbook_get_sheet (book, 0), 0, 0)->text, ==, "NguyÔn");
    g_assert_cmpstr (tv_sheet_get_cell (tv_workbook_get_sheet (book, 0), 0, 1)->text, ==, "2.5");
}

static void
test_sheets (void)
{
    g_autoptr (GByteArray) one = tv_xls_maker_records (TV_XLS_RK, "hhhi", 0, 0, 0, 6u);
    g_autoptr (GByteArray) other = tv_xls_maker_records (TV_XLS_RK, "hhhi", 0, 0, 0, 10u);
    const TvXlsMakerSheet sheets[]
        = { { "Bieu do", 0, 2, NULL }, { "Mot", 0, 0, one }, { "Hai", 1, 0, other } };
    g_autoptr (TvWorkbook) book = read_taken (tv_xls_maker_book (TRUE, NULL, sheets, 3));

    g_assert_cmpuint (tv_workbook_get_n_sheets (book), ==, 2);
    g_assert_cmpstr (tv_sheet_get_title (tv_workbook_get_sheet (book, 0)), ==, "Mot");
    g_assert_false (tv_sheet_is_hidden (tv_workbook_get_sheet (book, 0)));
    g_assert_true (tv_sheet_is_hidden (tv_workbook_get_sheet (book, 1)));
    g_assert_cmpstr (tv_sheet_get_cell (tv_workbook_get_sheet (book, 1), 0, 0)->text, ==, "2");
}

static void
test_refused (void)
{
    g_autoptr (GByteArray) locked = tv_xls_maker_records (TV_XLS_FILE_PASS, "hhh", 1, 1, 1);
    g_autoptr (GByteArray) open = tv_xls_maker_records (TV_XLS_BOF, "hh", 0x0600, 0x20);
    static const guint8 noise[] = "\x09\x08\x10\x27no workbook at all";

    assert_refused (make_sheet (TRUE, locked, NULL), TV_EXCHANGE_ERROR_ENCRYPTED);
    assert_refused (make_sheet (TRUE, NULL, open), TV_EXCHANGE_ERROR_BROKEN);
    assert_refused (tv_xls_maker_file (noise, sizeof noise, "Workbook"), TV_EXCHANGE_ERROR_BROKEN);
    assert_refused (tv_xls_maker_file (noise, sizeof noise, "WordDocument"),
                    TV_EXCHANGE_ERROR_WRONG_TYPE);
}

static void
set_program (const char *path)
{
    g_assert_nonnull (path);
    g_setenv ("TV_XLS_READER", path, TRUE);
}

/* A program in the place of the real one, which ends in some way of its own. */
static char *
write_program (const char *folder, const char *script)
{
    char *path = g_build_filename (folder, "reader", NULL);
    g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", script);
    g_autoptr (GError) error = NULL;

    g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
    g_assert_no_error (error);
    return path;
}

static gpointer
cancel_soon (gpointer cancellable)
{
    g_usleep (100 * G_TIME_SPAN_MILLISECOND);
    g_cancellable_cancel (cancellable);
    return NULL;
}

/* Whatever the process does, the program goes on and says that the file is damaged. */
static void
test_process_fails (void)
{
    static const char *const scripts[] = { "kill -SEGV $$",
                                           "exit 3",
                                           "exit 0",
                                           "echo nonsense",
                                           "printf 'tamvoc-xls 1\\nS'",
                                           "printf 'tamvoc-xls 1\\n'; head -c 100000 /dev/zero",
                                           "printf 'tamvoc-xls 1\\nX\\0\\0\\377\\377\\377\\377'" };
    g_autofree char *folder = g_dir_make_tmp ("test-xls-XXXXXX", NULL);
    g_autofree char *before = g_strdup (g_getenv ("TV_XLS_READER"));

    for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
        g_autofree char *path = write_program (folder, scripts[i]);

        set_program (path);
        assert_refused (make_sheet (TRUE, NULL, NULL), TV_EXCHANGE_ERROR_BROKEN);
        g_unlink (path);
    }
    set_program ("/nowhere/at/all");
    assert_refused (make_sheet (TRUE, NULL, NULL), TV_EXCHANGE_ERROR_IO);
    set_program (before);
    g_rmdir (folder);
}

/* It is stopped in the middle of its work, which would take for ever. */
static void
test_cancelled (void)
{
    g_autofree char *folder = g_dir_make_tmp ("test-xls-XXXXXX", NULL);
    g_autofree char *path = write_program (folder, "exec sleep 600");
    g_autofree char *before = g_strdup (g_getenv ("TV_XLS_READER"));
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GBytes) bytes = make_sheet (TRUE, NULL, NULL);
    g_autoptr (GError) error = NULL;
    GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

    set_program (path);
    g_assert_null (tv_workbook_read_bytes ("a.xls", bytes, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_thread_join (thread);
    set_program (before);
    g_unlink (path);
    g_rmdir (folder);
}

/* The process is held in by its limits: it cannot write a file of even one byte. */
static void
test_confined (void)
{
    g_autofree char *limits = NULL;
    g_autofree char *command
        = g_strdup_printf ("sh -c 'exec 2>/dev/null; f=$(mktemp) && \"%s\" < \"%s\" > \"$f\"; stat "
                           "-c %%s \"$f\"; rm \"$f\"'",
                           g_getenv ("TV_XLS_READER"), g_getenv ("TV_XLS_READER"));
    g_autoptr (GError) error = NULL;

    g_spawn_command_line_sync (command, &limits, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (limits, ==, "0\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/xls/kinds", test_kinds);
    g_test_add_func ("/xls/from-1904", test_from_1904);
    g_test_add_func ("/xls/formulas", test_formulas);
    g_test_add_func ("/xls/lost-formulas", test_lost_formulas);
    g_test_add_func ("/xls/refused-by-freexl", test_refused_by_freexl);
    g_test_add_func ("/xls/continued-text", test_continued_text);
    g_test_add_func ("/xls/hidden-rows", test_hidden_rows);
    g_test_add_func ("/xls/excel-95", test_excel_95);
    g_test_add_func ("/xls/sheets", test_sheets);
    g_test_add_func ("/xls/refused", test_refused);
    g_test_add_func ("/xls/process-fails", test_process_fails);
    g_test_add_func ("/xls/cancelled", test_cancelled);
    g_test_add_func ("/xls/confined", test_confined);
    return g_test_run ();
}
