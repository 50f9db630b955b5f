/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Growth charts on paper: an A4 sheet on its side for each child, and the file they are put in. */

#include "charts/tv-chart-text.h"
#include "charts/tv-surface.h"
#include "workflows/tv-chart-build.h"

#include <glib/gi18n.h>

/* A4 on its side, and what no printer reaches. */
#define WIDTH_PT (297 / 25.4 * 72)
#define HEIGHT_PT (210 / 25.4 * 72)
#define MARGIN_PT (10 / 25.4 * 72)

/* A sheet is looked at from farther away than a chart in a text, so all is larger. */
#define ENLARGED 1.25

/* A made-up school's charts say so in a frame at the upper edge. */
static void
draw_practice_mark (cairo_t *cr, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->text_pt * ENLARGED);
    TvSpot spot = { WIDTH_PT - MARGIN_PT - 4, MARGIN_PT / 2 + 4 };
    TvRect box;

    style.is_bold = TRUE;
    box = tv_chart_text_box (&style, _ ("PRACTICE DATA"), spot, TV_ANCHOR_RIGHT);
    tv_colour_set (&theme->ink, cr);
    tv_chart_text_draw (cr, &style, _ ("PRACTICE DATA"), spot, TV_ANCHOR_RIGHT);
    cairo_set_line_width (cr, theme->line_pt);
    cairo_rectangle (cr, box.x_pt - 4, box.y_pt - 2, box.width_pt + 8, box.height_pt + 4);
    cairo_stroke (cr);
}

/**
 * tv_chart_set_get_sheet_size:
 * @width_pt: (out): of each sheet
 * @height_pt: (out): of each sheet
 */
void
tv_chart_set_get_sheet_size (double *width_pt, double *height_pt)
{
    *width_pt = WIDTH_PT;
    *height_pt = HEIGHT_PT;
}

/**
 * tv_chart_set_draw_sheet:
 * @cr: where to, in points from the corner of the sheet
 * @sheet: which one, from 0
 */
void
tv_chart_set_draw_sheet (const TvChartSet *self, cairo_t *cr, guint sheet)
{
    const TvTheme *theme = tv_theme_get (TV_THEME_PRINT_COLOUR);

    g_return_if_fail (sheet < self->charts->len);
    cairo_save (cr);
    tv_colour_set (&theme->ground, cr);
    cairo_paint (cr);
    if (self->is_practice)
        draw_practice_mark (cr, theme);
    cairo_translate (cr, MARGIN_PT, MARGIN_PT);
    cairo_scale (cr, ENLARGED, ENLARGED);
    tv_growth_chart_draw (g_ptr_array_index (self->charts, sheet), cr,
                          (WIDTH_PT - 2 * MARGIN_PT) / ENLARGED,
                          (HEIGHT_PT - 2 * MARGIN_PT) / ENLARGED, theme);
    cairo_restore (cr);
}

static void
draw_sheet (cairo_t *cr, guint sheet, gconstpointer data)
{
    tv_chart_set_draw_sheet (data, cr, sheet);
}

/**
 * tv_chart_set_write:
 * @path: a file that ends in .pdf, .svg or .png; one that stands there is replaced only when the
 *   new one is whole
 * @error: (nullable): G_IO_ERROR with a sentence for people; also where a class is to go into a
 *   file that holds a single sheet
 *
 * Needs no display. Two runs give the same PDF.
 *
 * Returns: whether the file stands
 */
gboolean
tv_chart_set_write (const TvChartSet *self, const char *path, GError **error)
{
    TvDrawing drawing = { .title = self->title,
                          .created = self->date,
                          .width_pt = WIDTH_PT,
                          .height_pt = HEIGHT_PT,
                          .n_pages = self->charts->len,
                          .draw = draw_sheet,
                          .data = self };
    TvSurfaceFormat format;

    if (!tv_surface_format_of_path (path, &format)) {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                     _ ("“%s” must end in .pdf, .svg or .png. Nothing was written."), path);
        return FALSE;
    }
    if (format != TV_SURFACE_PDF && self->charts->len > 1) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("A picture holds one chart. Write the charts of a class into a "
                                "file that ends in .pdf. Nothing was written."));
        return FALSE;
    }
    return tv_surface_write_file (&drawing, format, path, error);
}
