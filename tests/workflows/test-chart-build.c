/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Growth charts from a record book: the right children, in the right order, into the right file. */

#include "tests/workflows/tv-class-fixture.h"

#include "base/tv-language.h"
#include "records/tv-school.h"
#include "store/tv-store-students.h"
#include "workflows/tv-chart-build.h"

#include <glib/gstdio.h>

static gpointer
read_uid (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStudent) student = tv_store_get_student (connection, *(gint64 *) input, error);

    return student ? g_strdup (student->uid) : NULL;
}

static void
test_child (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *uid
        = tv_store_read (fixture->store, read_uid, &fixture->student_ids[1], &error);
    g_autoptr (TvChartSet) set
        = tv_chart_build (fixture->store, TV_MEASURE_WEIGHT, uid, NULL, &error);
    const TvGrowthChart *chart;

    g_assert_no_error (error);
    g_assert_cmpstr (set->title, ==, "Trần Khánh An");
    g_assert_cmpuint (set->charts->len, ==, 1);
    g_assert_false (set->is_practice);
    chart = g_ptr_array_index (set->charts, 0);
    g_assert_cmpstr (chart->title, ==, "Weight for age: Trần Khánh An");
    g_assert_cmpstr (chart->subtitle, ==, "Girl, born 02/05/2022; class Mầm 1, Mầm non Thử Nghiệm");
    g_assert_cmpuint (chart->n_points, ==, 1);
    g_assert_cmpfloat (chart->points[0].value, ==, 15.5);
}

/* One chart a child, in roll order, however the class is spelled. */
static void
test_class (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    GAsyncResult *pending = NULL;
    g_autoptr (TvChartSet) set = NULL;

    tv_chart_build_async (fixture->store, TV_MEASURE_Z, NULL, "mầm  1", NULL, tv_test_keep_result,
                          &pending);
    result = tv_test_take_result (&pending);
    set = tv_chart_build_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (set->charts->len, ==, TV_FIXTURE_N_STUDENTS);
    g_assert_true (
        g_str_has_suffix (((TvGrowthChart *) set->charts->pdata[0])->title, "Nguyễn Gia Bảo"));
    g_assert_true (
        g_str_has_suffix (((TvGrowthChart *) set->charts->pdata[2])->title, "Lê Minh Châu"));
    g_assert_cmpuint (((TvGrowthChart *) set->charts->pdata[0])->n_points, ==, TV_Z_N_KINDS);
}

static void
assert_refused (TvClassFixture *fixture, const char *uid, const char *class_name,
                const char *sentence)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (tv_chart_build (fixture->store, TV_MEASURE_BMI, uid, class_name, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_refused (TvClassFixture *fixture, gconstpointer data)
{
    assert_refused (fixture, "000", NULL, "No child in this record book has the key “000”.");
    assert_refused (fixture, NULL, "9Z", "There is no class “9Z” in this record book.");
    assert_refused (fixture, NULL, "Chồi 1", "Class “Chồi 1” has no children.");
}

static void
assert_same_files (const char *first, const char *second)
{
    g_autofree char *a = NULL;
    g_autofree char *b = NULL;
    gsize a_size, b_size;

    g_assert_true (g_file_get_contents (first, &a, &a_size, NULL));
    g_assert_true (g_file_get_contents (second, &b, &b_size, NULL));
    g_assert_cmpmem (a, a_size, b, b_size);
    g_assert_cmpuint (a_size, >, 2000);
}

static void
test_write (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvChartSet) set
        = tv_chart_build (fixture->store, TV_MEASURE_HEIGHT, NULL, "Mầm 1", &error);
    g_autofree char *first = g_build_filename (fixture->folder, "first.pdf", NULL);
    g_autofree char *second = g_build_filename (fixture->folder, "second.pdf", NULL);
    g_autofree char *picture = g_build_filename (fixture->folder, "picture.png", NULL);
    g_autofree char *text = g_build_filename (fixture->folder, "chart.txt", NULL);

    g_assert_no_error (error);
    g_assert_true (tv_chart_set_write (set, first, &error));
    g_assert_true (tv_chart_set_write (set, second, &error));
    assert_same_files (first, second);
    g_assert_false (tv_chart_set_write (set, picture, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    g_clear_error (&error);
    g_assert_false (tv_chart_set_write (set, text, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    g_assert_false (g_file_test (picture, G_FILE_TEST_EXISTS));
    g_assert_false (g_file_test (text, G_FILE_TEST_EXISTS));
}

/* Ink of a sheet of a practice school begins higher: with the mark in the margin. */
static double
find_top (TvChartSet *set)
{
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create (surface);
    cairo_surface_t *image;
    double width_pt, height_pt;
    int row = 0;

    tv_chart_set_draw_sheet (set, cr, 0);
    cairo_destroy (cr);
    tv_chart_set_get_sheet_size (&width_pt, &height_pt);
    image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width_pt, (int) height_pt);
    cr = cairo_create (image);
    cairo_set_source_surface (cr, surface, 0, 0);
    cairo_paint (cr);
    cairo_destroy (cr);
    cairo_surface_flush (image);
    for (; row < (int) height_pt; row++) {
        const guint32 *pixels
            = (const guint32 *) (void *) (cairo_image_surface_get_data (image)
                                          + row * cairo_image_surface_get_stride (image));
        gboolean has_ink = FALSE;

        for (int column = 0; column < (int) width_pt; column++)
            has_ink |= (pixels[column] & 0xffffff) != 0xffffff;
        if (has_ink)
            break;
    }
    cairo_surface_destroy (image);
    cairo_surface_destroy (surface);
    return row;
}

static void
test_practice (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvChartSet) set
        = tv_chart_build (fixture->store, TV_MEASURE_HEIGHT, NULL, "Mầm 1", &error);
    double top_pt;

    g_assert_no_error (error);
    top_pt = find_top (set);
    set->is_practice = TRUE;
    g_assert_cmpfloat (find_top (set), <, top_pt - 5);
}

#define ADD(path, function)                                                                        \
    g_test_add (path, TvClassFixture, NULL, tv_class_fixture_set_up, function,                     \
                tv_class_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    ADD ("/workflows/charts/child", test_child);
    ADD ("/workflows/charts/class", test_class);
    ADD ("/workflows/charts/refused", test_refused);
    ADD ("/workflows/charts/write", test_write);
    ADD ("/workflows/charts/practice", test_practice);
    return g_test_run ();
}
