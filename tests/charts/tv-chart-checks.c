/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words lie on the sheet and not on each other, a drawing made twice is the same to the byte, it is
 * ready within a frame or two, and pictures of it are left for eyes to judge. */

#include "tv-chart-checks.h"

#include "charts/tv-surface.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* What is to be drawn, for tv_surface_draw_image(). */
typedef struct {
    TvTestDraw draw;
    gconstpointer data;
    const TvTheme *theme;
    double width_pt;
    double height_pt;
} Sheet;

void
tv_check_labels (const GArray *labels, const TvRect *sheet)
{
    for (guint i = 0; i < labels->len; i++) {
        const TvChartLabel *label = &g_array_index (labels, TvChartLabel, i);

        g_assert_true (isfinite (label->box.x_pt) && isfinite (label->box.y_pt));
        if (!tv_rect_is_inside (&label->box, sheet))
            g_error ("“%s” leaves the sheet of %g × %g: %g %g %g %g", tv_chart_label_text (label),
                     sheet->width_pt, sheet->height_pt, label->box.x_pt, label->box.y_pt,
                     label->box.width_pt, label->box.height_pt);
        for (guint k = 0; k < i; k++) {
            const TvChartLabel *other = &g_array_index (labels, TvChartLabel, k);

            if (tv_rect_overlaps (&label->box, &other->box))
                g_error ("“%s” covers “%s” on a sheet of %g × %g", tv_chart_label_text (label),
                         tv_chart_label_text (other), sheet->width_pt, sheet->height_pt);
        }
    }
}

gboolean
tv_labels_say (const GArray *labels, const char *text)
{
    for (guint i = 0; i < labels->len; i++) {
        if (strcmp (tv_chart_label_text (&g_array_index (labels, TvChartLabel, i)), text) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
draw_page (cairo_t *cr, guint page, gconstpointer data)
{
    const Sheet *sheet = data;

    sheet->draw (sheet->data, cr, sheet->width_pt, sheet->height_pt, sheet->theme);
}

static TvDrawing
make_drawing (const Sheet *sheet)
{
    return (TvDrawing){ .title = "A chart",
                        .width_pt = sheet->width_pt,
                        .height_pt = sheet->height_pt,
                        .n_pages = 1,
                        .draw = draw_page,
                        .data = sheet };
}

static GBytes *
write_bytes (const Sheet *sheet, TvSurfaceFormat format)
{
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_autoptr (GError) error = NULL;
    TvDrawing drawing = make_drawing (sheet);

    tv_surface_write (&drawing, format, stream, &error);
    g_assert_no_error (error);
    g_output_stream_close (stream, NULL, NULL);
    return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* And another look gives other bytes: the drawing is not empty. */
void
tv_check_same_bytes (TvTestDraw draw, gconstpointer data)
{
    static const TvSurfaceFormat formats[] = { TV_SURFACE_PDF, TV_SURFACE_PNG };

    for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
        Sheet sheet = { draw, data, tv_theme_get (TV_THEME_PRINT_COLOUR), 420, 300 };
        Sheet dark = sheet;
        g_autoptr (GBytes) first = write_bytes (&sheet, formats[i]);
        g_autoptr (GBytes) second = write_bytes (&sheet, formats[i]);
        g_autoptr (GBytes) third = NULL;

        dark.theme = tv_theme_get (TV_THEME_SCREEN_DARK);
        third = write_bytes (&dark, formats[i]);
        g_assert_true (g_bytes_equal (first, second));
        g_assert_false (g_bytes_equal (first, third));
    }
}

/* A generous bound: only a drawing that does needless work in the square of its size breaks it. */
void
tv_check_speed (TvTestDraw draw, gconstpointer data)
{
    const guint n_times = 20;
    Sheet sheet = { draw, data, tv_theme_get (TV_THEME_SCREEN_LIGHT), 720, 320 };
    TvDrawing drawing = make_drawing (&sheet);
    gint64 begun, spent_us;

    cairo_surface_destroy (tv_surface_draw_image (&drawing, 0, 72));
    begun = g_get_monotonic_time ();
    for (guint i = 0; i < n_times; i++)
        cairo_surface_destroy (tv_surface_draw_image (&drawing, 0, 72));
    spent_us = (g_get_monotonic_time () - begun) / n_times;
    g_test_message ("one drawing takes %" G_GINT64_FORMAT " µs", spent_us);
    g_assert_cmpint (spent_us, <, 100000);
}

void
tv_write_pictures (TvTestDraw draw, gconstpointer data, const char *name, double width_pt,
                   double height_pt)
{
    static const char *const looks[TV_THEME_N_KINDS]
        = { "light", "dark", "contrast", "print", "grey" };

    g_mkdir_with_parents (TV_SCREENS_DIR, 0755);
    for (int kind = 0; kind < TV_THEME_N_KINDS; kind++) {
        Sheet sheet = { draw, data, tv_theme_get ((TvThemeKind) kind), width_pt, height_pt };
        TvDrawing drawing = make_drawing (&sheet);
        g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", TV_SCREENS_DIR, name, looks[kind]);
        g_autoptr (GError) error = NULL;

        tv_surface_write_file (&drawing, TV_SURFACE_PNG, path, &error);
        g_assert_no_error (error);
    }
}
