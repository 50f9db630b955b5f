/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of 5,000 pupils read from an xlsx, checked and written into a new book, beside LibreOffice
 * turning the same file into CSV. Where LibreOffice is not installed there is no yardstick, and the
 * program says so and ends as skipped. */

#include "tv-bench.h"

#include "workflows/tv-import.h"

#include <gio/gio.h>
#include <xlsxwriter.h>

#define N_PUPILS 5000
#define N_RUNS 3
#define EXIT_SKIPPED 77

typedef struct {
    char *folder;
    char *list;
    char *program; /* NULL: LibreOffice is not here */
    guint n_books;
} Bench;

static void
write_pupil (lxw_worksheet *sheet, GRand *random, guint i)
{
    static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ" };
    static const char *const names[] = { "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khang" };
    gboolean is_girl = g_rand_boolean (random);
    int year = g_rand_int_range (random, 2016, 2021);
    g_autofree char *class_name = g_strdup_printf ("%d%c", 2022 - year, 'A' + (char) (i % 20));
    g_autofree char *code = g_strdup_printf ("01%08u", i);
    g_autofree char *name = g_strdup_printf ("%s %s %s", families[g_rand_int_range (random, 0, 6)],
                                             names[g_rand_int_range (random, 0, 7)], names[i % 7]);
    g_autofree char *day = g_strdup_printf ("%02d/%02d/%d", g_rand_int_range (random, 1, 29),
                                            g_rand_int_range (random, 1, 13), year);
    g_autofree char *number = g_strdup_printf ("000%d%02d%06u", is_girl ? 3 : 2, year % 100, i);
    const char *const texts[]
        = { class_name, code, name, day, is_girl ? "Nữ" : "Nam", "Đang học", "Kinh", number };

    worksheet_write_number (sheet, i + 1, 0, i + 1, NULL);
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        worksheet_write_string (sheet, i + 1, (lxw_col_t) (j + 1), texts[j], NULL);
}

static void
write_list (const char *path)
{
    static const char *const headers[]
        = { "STT",           "Mã lớp",  "Mã học sinh",         "Họ tên", "Ngày sinh", "Giới tính",
            "Trạng thái HS", "Dân tộc", "Số định danh cá nhân" };
    g_autoptr (GRand) random = g_rand_new_with_seed (5);
    lxw_workbook *workbook = workbook_new (path);
    lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);

    for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
        worksheet_write_string (sheet, 0, (lxw_col_t) i, headers[i], NULL);
    for (guint i = 0; i < N_PUPILS; i++)
        write_pupil (sheet, random, i);
    g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
import (gpointer data)
{
    Bench *bench = data;
    g_autofree char *name = g_strdup_printf ("book-%u", bench->n_books++);
    g_autofree char *folder = g_build_filename (bench->folder, name, NULL);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 20));
    const TvSchool school = { .name = "Tiểu học", .level = TV_LEVEL_PRIMARY };
    const TvImportOptions options = TV_IMPORT_OPTIONS_INIT;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_store_create (folder, &school, clock, &error);
    g_autoptr (TvImportPlan) plan = NULL;
    TvImportCounts written;

    g_assert_no_error (error);
    plan = tv_import_plan_read (store, bench->list, &options, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (tv_import_plan_apply (plan, &written, &error));
    g_assert_cmpuint (written.n_students_new, ==, N_PUPILS);
    tv_store_close (store);
}

static void
convert (gpointer data)
{
    const Bench *bench = data;
    g_autofree char *profile
        = g_strdup_printf ("-env:UserInstallation=file://%s/profile", bench->folder);
    const char *argv[]
        = { bench->program, profile,     "--headless", "--convert-to", "csv", "--outdir",
            bench->folder,  bench->list, NULL };
    g_autoptr (GError) error = NULL;
    int status;

    g_spawn_sync (NULL, (char **) argv, NULL,
                  G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                  &status, &error);
    g_assert_no_error (error);
    g_assert_cmpint (status, ==, 0);
}

int
main (void)
{
    Bench bench = { .folder = g_dir_make_tmp ("tv-bench-XXXXXX", NULL) };
    double ours_s;

    bench.list = g_build_filename (bench.folder, "list.xlsx", NULL);
    bench.program = g_find_program_in_path ("libreoffice");
    write_list (bench.list);
    ours_s = tv_bench_measure (import, &bench, N_RUNS);
    if (bench.program)
        tv_bench_print ("import of 5,000 rows of xlsx / LibreOffice to CSV", ours_s,
                        tv_bench_measure (convert, &bench, N_RUNS), TV_BENCH_TIMES_FASTER, 10);
    else
        g_print ("import of 5,000 rows of xlsx: %.0f ms; LibreOffice is not installed, so there is "
                 "no yardstick\n",
                 ours_s * 1000);
    tv_bench_remove_folder (bench.folder);
    g_free (bench.folder);
    g_free (bench.list);
    if (bench.program) {
        g_free (bench.program);
        return 0;
    }
    return EXIT_SKIPPED;
}
