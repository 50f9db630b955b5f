/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One drawing to three formats: whole, with its words, and the same bytes each time. */

#include "base/tv-language.h"
#include "tv-chart-samples.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static GBytes *
write_bytes (const TvGrowthChart *chart, TvSurfaceFormat format)
{
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_autoptr (GError) error = NULL;
    TvDrawing drawing = tv_sample_drawing (&chart);

    tv_surface_write (&drawing, format, stream, &error);
    g_assert_no_error (error);
    g_output_stream_close (stream, NULL, NULL);
    return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
begins_with (GBytes *bytes, const char *head)
{
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);

    return size > strlen (head) && memcmp (data, head, strlen (head)) == 0;
}

static void
test_formats (void)
{
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_MALE, 20, 58, 4, 1);
    g_autoptr (GBytes) pdf = write_bytes (chart, TV_SURFACE_PDF);
    g_autoptr (GBytes) svg = write_bytes (chart, TV_SURFACE_SVG);
    g_autoptr (GBytes) png = write_bytes (chart, TV_SURFACE_PNG);

    g_assert_true (begins_with (pdf, "%PDF-"));
    g_assert_true (begins_with (svg, "<?xml"));
    g_assert_true (begins_with (png, "\x89PNG"));
}

static void
test_same_bytes (void)
{
    for (int format = TV_SURFACE_PDF; format <= TV_SURFACE_PNG; format++) {
        g_autoptr (TvGrowthChart) chart
            = tv_sample_growth_chart (TV_MEASURE_Z, TV_SEX_FEMALE, 20, 58, 4, 1);
        g_autoptr (GBytes) first = write_bytes (chart, (TvSurfaceFormat) format);
        g_autoptr (GBytes) second = write_bytes (chart, (TvSurfaceFormat) format);

        /* Cairo numbers the parts of an SVG through the life of a program. */
        if (format == TV_SURFACE_SVG)
            g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
        else
            g_assert_true (g_bytes_equal (first, second));
    }
}

static gpointer
write_in_thread (gpointer chart)
{
    return write_bytes (chart, TV_SURFACE_PNG);
}

/* Reports are drawn on workers: a thread must give what the main one gives. */
static void
test_threads (void)
{
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_WEIGHT, TV_SEX_FEMALE, 20, 58, 4, 1);
    g_autoptr (GBytes) here = write_bytes (chart, TV_SURFACE_PNG);
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("draw", write_in_thread, chart);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
        g_autoptr (GBytes) there = g_thread_join (threads[i]);

        g_assert_true (g_bytes_equal (here, there));
    }
}

/* Words stay words in a PDF, with all their accents. */
static void
test_words (void)
{
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_MALE, 20, 58, 4, 1);
    g_autoptr (GBytes) pdf = write_bytes (chart, TV_SURFACE_PDF);
    g_autoptr (GBytes) text = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GSubprocess) reader = NULL;
    g_autofree char *program = g_find_program_in_path ("pdftotext");
    g_autofree char *words = NULL;

    if (!program) {
        g_test_skip ("pdftotext (poppler-utils) is not installed");
        return;
    }
    reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                               &error, program, "-layout", "-", "-", NULL);
    g_assert_no_error (error);
    g_subprocess_communicate (reader, pdf, NULL, &text, NULL, &error);
    g_assert_no_error (error);
    words = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
    g_assert_nonnull (strstr (words, "Chiều cao theo tuổi"));
    g_assert_nonnull (strstr (words, "Nguyễn Thị Ánh Tuyết"));
    g_assert_nonnull (strstr (words, "severely stunted"));
    g_assert_nonnull (strstr (words, "5 years"));
}

static void
test_file (void)
{
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "chart.PDF", NULL);
    g_autofree char *lost = g_build_filename (folder, "no", "where.pdf", NULL);
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_MALE, 20, 58, 4, 1);
    const TvGrowthChart *kept = chart;
    TvDrawing drawing = tv_sample_drawing (&kept);
    g_autoptr (GError) error = NULL;
    TvSurfaceFormat format;

    g_assert_true (tv_surface_format_of_path (path, &format));
    g_assert_cmpint (format, ==, TV_SURFACE_PDF);
    g_assert_false (tv_surface_format_of_path ("chart.doc", &format));
    g_assert_true (tv_surface_write_file (&drawing, TV_SURFACE_PDF, path, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    g_assert_false (tv_surface_write_file (&drawing, TV_SURFACE_PDF, lost, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_remove (path);
    g_rmdir (folder);
}

/* Where files may not grow, nothing stands where nothing stood, and what stood there is left. */
static void
test_no_room (void)
{
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-XXXXXX", NULL);
    g_autofree char *new_path = g_build_filename (folder, "new.pdf", NULL);
    g_autofree char *old_path = g_build_filename (folder, "old.pdf", NULL);
    g_autofree char *old = NULL;
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_MALE, 20, 58, 4, 1);
    const TvGrowthChart *kept = chart;
    TvDrawing drawing = tv_sample_drawing (&kept);
    struct rlimit usual, tight;

    g_assert_true (g_file_set_contents (old_path, "old", -1, NULL));
    signal (SIGXFSZ, SIG_IGN);
    g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
    tight = (struct rlimit){ 1024, usual.rlim_max };
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
    g_assert_false (tv_surface_write_file (&drawing, TV_SURFACE_PDF, new_path, NULL));
    g_assert_false (tv_surface_write_file (&drawing, TV_SURFACE_PDF, old_path, NULL));
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
    g_assert_false (g_file_test (new_path, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_get_contents (old_path, &old, NULL, NULL));
    g_assert_cmpstr (old, ==, "old");
    g_remove (old_path);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/charts/surface/formats", test_formats);
    g_test_add_func ("/charts/surface/same-bytes", test_same_bytes);
    g_test_add_func ("/charts/surface/threads", test_threads);
    g_test_add_func ("/charts/surface/words", test_words);
    g_test_add_func ("/charts/surface/file", test_file);
    g_test_add_func ("/charts/surface/no-room", test_no_room);
    return g_test_run ();
}
