/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Growth charts of a class of forty to one PDF, beside the same lines, zones and words drawn by
 * bare Cairo calls from places that are known beforehand. */

#include "tv-bench.h"

#include "charts/tv-axis.h"
#include "charts/tv-growth-chart-layout.h"
#include "charts/tv-surface.h"
#include "growth/tv-growth-curve.h"

#include <cairo-pdf.h>
#include <math.h>

#define N_CHARTS 40
#define N_VISITS 9
#define N_RUNS 5
#define WIDTH_PT 770
#define HEIGHT_PT 520
#define HATCH_PT 6

typedef struct {
    GPtrArray *charts;  /* of TvGrowthChart */
    GPtrArray *layouts; /* of TvGrowthChartLayout, for the yardstick */
    gsize n_bytes;
} Class;

static TvGrowthChart *
make_chart (GRand *random)
{
    g_autoptr (GPtrArray) measurements
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_measurement_unref);
    TvSex sex = g_rand_boolean (random) ? TV_SEX_MALE : TV_SEX_FEMALE;
    double z = g_rand_double_range (random, -2.5, 2.5);

    for (guint i = 0; i < N_VISITS; i++) {
        int age_days = (int) ((20 + 4.5 * i) * TV_DAYS_PER_MONTH);
        double height_cm = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, age_days, z);
        TvMeasurement values = { .date = 18000 + age_days,
                                 .position = TV_POSITION_STANDING,
                                 .height_mm = (int) (height_cm * 10),
                                 .weight_g = (int) (height_cm * height_cm * 1.6) };

        g_ptr_array_add (measurements, tv_measurement_new (&values));
    }
    return tv_growth_chart_new_for_child (
        TV_MEASURE_HEIGHT, sex, 18000, "Chiều cao theo tuổi: Nguyễn Thị Ánh Tuyết",
        "Nữ, sinh ngày 12/03/2022; lớp Mẫu giáo nhỡ B2", (TvMeasurement **) measurements->pdata,
        measurements->len);
}

static void
draw_chart (cairo_t *cr, guint page, gconstpointer data)
{
    const Class *class = data;

    tv_growth_chart_draw (g_ptr_array_index (class->charts, page), cr, WIDTH_PT, HEIGHT_PT,
                          tv_theme_get (TV_THEME_PRINT_COLOUR));
}

static void
write_charts (gpointer data)
{
    Class *class = data;
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    TvDrawing drawing = { .title = "Lớp",
                          .created = 20000,
                          .width_pt = WIDTH_PT,
                          .height_pt = HEIGHT_PT,
                          .n_pages = class->charts->len,
                          .draw = draw_chart,
                          .data = class };

    g_assert_true (tv_surface_write (&drawing, TV_SURFACE_PDF, stream, NULL));
    class->n_bytes = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
}

static cairo_status_t
keep_bytes (void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
trace (cairo_t *cr, const TvSpot *spots, guint n_spots)
{
    for (guint i = 0; i < n_spots; i++)
        cairo_line_to (cr, spots[i].x_pt, spots[i].y_pt);
}

static void
draw_bare_zone (cairo_t *cr, const TvGrowthZone *zone, const TvRect *plot)
{
    trace (cr, zone->outline, zone->n_spots);
    cairo_set_source_rgb (cr, 0.9, 0.95, 1);
    if (zone->tone != TV_TONE_ACT) {
        cairo_fill (cr);
        return;
    }
    cairo_fill_preserve (cr);
    cairo_save (cr);
    cairo_clip (cr);
    for (double x_pt = -plot->height_pt; x_pt < plot->width_pt; x_pt += HATCH_PT) {
        cairo_move_to (cr, plot->x_pt + x_pt, plot->y_pt);
        cairo_rel_line_to (cr, plot->height_pt, plot->height_pt);
    }
    cairo_set_source_rgb (cr, 0.9, 0.8, 0.6);
    cairo_stroke (cr);
    cairo_restore (cr);
}

static void
draw_bare_ticks (cairo_t *cr, const GArray *ticks, const TvRect *plot)
{
    for (guint i = 0; i < ticks->len; i++) {
        cairo_move_to (cr, plot->x_pt, g_array_index (ticks, TvTick, i).position_pt);
        cairo_rel_line_to (cr, plot->width_pt, 0);
    }
    cairo_stroke (cr);
}

static void
draw_bare_words (cairo_t *cr, const GArray *labels)
{
    cairo_select_font_face (cr, "Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cr, 8.5);
    for (guint i = 0; i < labels->len; i++) {
        const TvChartLabel *label = &g_array_index (labels, TvChartLabel, i);

        cairo_move_to (cr, label->box.x_pt, label->box.y_pt + label->box.height_pt);
        cairo_show_text (cr, tv_chart_label_text (label));
    }
}

static void
draw_bare (cairo_t *cr, const TvGrowthChartLayout *layout)
{
    cairo_set_source_rgb (cr, 1, 1, 1);
    cairo_paint (cr);
    for (guint i = 0; i < layout->zones->len; i++)
        draw_bare_zone (cr, g_ptr_array_index (layout->zones, i), &layout->plot);
    cairo_set_source_rgb (cr, 0, 0, 0);
    draw_bare_ticks (cr, layout->x_ticks, &layout->plot);
    draw_bare_ticks (cr, layout->y_ticks, &layout->plot);
    for (guint i = 0; i < layout->lines->len; i++) {
        const TvGrowthLine *line = g_ptr_array_index (layout->lines, i);

        trace (cr, line->spots, line->n_spots);
        cairo_stroke (cr);
    }
    for (guint i = 0; i < layout->marks->len; i++) {
        const TvGrowthMark *mark = &g_array_index (layout->marks, TvGrowthMark, i);

        cairo_arc (cr, mark->spot.x_pt, mark->spot.y_pt, 3, 0, 2 * G_PI);
        cairo_fill (cr);
    }
    draw_bare_words (cr, layout->labels);
}

static void
write_bare (gpointer data)
{
    const Class *class = data;
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    cairo_surface_t *surface
        = cairo_pdf_surface_create_for_stream (keep_bytes, bytes, WIDTH_PT, HEIGHT_PT);
    cairo_t *cr = cairo_create (surface);

    for (guint i = 0; i < class->layouts->len; i++) {
        draw_bare (cr, g_ptr_array_index (class->layouts, i));
        cairo_show_page (cr);
    }
    cairo_destroy (cr);
    cairo_surface_finish (surface);
    cairo_surface_destroy (surface);
    g_assert_cmpuint (bytes->len, >, 10000);
}

int
main (void)
{
    g_autoptr (GPtrArray) charts
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_growth_chart_unref);
    g_autoptr (GPtrArray) layouts
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_growth_chart_layout_free);
    g_autoptr (GRand) random = g_rand_new_with_seed (4);
    Class class = { charts, layouts, 0 };
    double ours_s;

    for (guint i = 0; i < N_CHARTS; i++) {
        TvGrowthChart *chart = make_chart (random);

        g_ptr_array_add (charts, chart);
        g_ptr_array_add (layouts,
                         tv_growth_chart_layout_new (chart, WIDTH_PT, HEIGHT_PT,
                                                     tv_theme_get (TV_THEME_PRINT_COLOUR)));
    }
    ours_s = tv_bench_measure (write_charts, &class, N_RUNS);
    g_assert_cmpuint (class.n_bytes, >, 10000);
    tv_bench_print ("40 growth charts to one PDF / the same by bare Cairo", ours_s,
                    tv_bench_measure (write_bare, &class, N_RUNS), TV_BENCH_AT_MOST, 2);
    return 0;
}
