/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One drawing to a file: PDF, SVG or PNG. The drawing does not know which. */

#include "charts/tv-surface.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

/* What Cairo's callback needs: the first error is kept, Cairo only knows that there was one. */
typedef struct {
    GOutputStream *stream;
    GError *error;
} Sink;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
    Sink *sink = closure;

    if (sink->error
        || !g_output_stream_write_all (sink->stream, data, length, NULL, NULL, &sink->error))
        return CAIRO_STATUS_WRITE_ERROR;
    return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, Sink *sink, GError **error)
{
    if (sink->error) {
        g_propagate_error (error, g_steal_pointer (&sink->error));
        return FALSE;
    }
    if (status == CAIRO_STATUS_SUCCESS)
        return TRUE;
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 /* Translators: %s is what the drawing library says, in English */
                 _ ("The drawing could not be finished: %s."), cairo_status_to_string (status));
    return FALSE;
}

static cairo_surface_t *
make_pdf (const TvDrawing *drawing, Sink *sink)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
        write_bytes, sink, drawing->width_pt, drawing->height_pt);
    g_autofree char *day = tv_date_to_iso (drawing->created);

    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, drawing->title);
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tầm Vóc " TV_VERSION);
    if (day) {
        g_autofree char *time = g_strconcat (day, "T00:00:00Z", NULL);

        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
    }
    return surface;
}

static cairo_surface_t *
make_svg (const TvDrawing *drawing, Sink *sink)
{
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
        write_bytes, sink, drawing->width_pt, drawing->height_pt);

    cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
    return surface;
}

static gboolean
write_vector (cairo_surface_t *surface, const TvDrawing *drawing, guint n_pages, Sink *sink,
              GError **error)
{
    cairo_t *cr = cairo_create (surface);
    cairo_status_t status;

    for (guint page = 0; page < n_pages; page++) {
        cairo_save (cr);
        drawing->draw (cr, page, drawing->data);
        cairo_restore (cr);
        cairo_show_page (cr);
    }
    status = cairo_status (cr);
    cairo_destroy (cr);
    cairo_surface_finish (surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status (surface);
    cairo_surface_destroy (surface);
    return check (status, sink, error);
}

static gboolean
write_png (const TvDrawing *drawing, Sink *sink, GError **error)
{
    cairo_surface_t *image = tv_surface_draw_image (drawing, 0, TV_SURFACE_PNG_DPI);
    cairo_status_t status = cairo_surface_status (image);

    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream (image, write_bytes, sink);
    cairo_surface_destroy (image);
    return check (status, sink, error);
}

/**
 * tv_surface_draw_image:
 * @drawing: what to draw
 * @page: which page of it, from 0
 * @dpi: pixels an inch; 72 is one a point
 *
 * Returns: (transfer full): an image whose device scale says how many pixels a point has; the
 *   caller checks its status and destroys it
 */
cairo_surface_t *
tv_surface_draw_image (const TvDrawing *drawing, guint page, double dpi)
{
    double scale = dpi / 72;
    cairo_surface_t *image = cairo_image_surface_create (
        CAIRO_FORMAT_RGB24, (int) ceil (drawing->width_pt * scale - 1e-6),
        (int) ceil (drawing->height_pt * scale - 1e-6));
    cairo_t *cr;

    cairo_surface_set_device_scale (image, scale, scale);
    cr = cairo_create (image);
    drawing->draw (cr, page, drawing->data);
    cairo_destroy (cr);
    return image;
}

/**
 * tv_surface_format_of_path:
 * @path: a file name
 * @format: (out): what its ending asks for
 *
 * Returns: whether it ends in .pdf, .svg or .png, in small or big letters
 */
gboolean
tv_surface_format_of_path (const char *path, TvSurfaceFormat *format)
{
    static const char *const endings[] = { ".pdf", ".svg", ".png" };
    g_autofree char *folded = g_ascii_strdown (path, -1);

    for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
        if (g_str_has_suffix (folded, endings[i])) {
            *format = (TvSurfaceFormat) i;
            return TRUE;
        }
    }
    return FALSE;
}

/**
 * tv_surface_write:
 * @drawing: what to draw
 * @format: as what; an SVG or a PNG gets the first page
 * @stream: where to; it stays open
 * @error: set where the stream could not be written
 *
 * Returns: whether all was written
 */
gboolean
tv_surface_write (const TvDrawing *drawing, TvSurfaceFormat format, GOutputStream *stream,
                  GError **error)
{
    Sink sink = { stream, NULL };

    switch (format) {
    case TV_SURFACE_PDF:
        return write_vector (make_pdf (drawing, &sink), drawing, drawing->n_pages, &sink, error);
    case TV_SURFACE_SVG:
        return write_vector (make_svg (drawing, &sink), drawing, 1, &sink, error);
    case TV_SURFACE_PNG:
        return write_png (drawing, &sink, error);
    }
    g_return_val_if_reached (FALSE);
}

/**
 * tv_surface_write_file:
 * @drawing: what to draw
 * @format: as what
 * @path: the file; one that stands there is replaced only when the new one is whole
 * @error: set where it could not be written
 *
 * Returns: whether the file stands
 */
gboolean
tv_surface_write_file (const TvDrawing *drawing, TvSurfaceFormat format, const char *path,
                       GError **error)
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    gboolean is_new = !g_file_query_exists (file, NULL);
    g_autoptr (GFileOutputStream) stream
        = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
    g_autoptr (GCancellable) drop = NULL;

    if (!stream)
        return FALSE;
    if (tv_surface_write (drawing, format, G_OUTPUT_STREAM (stream), error)
        && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
        return TRUE;
    /* A cancelled close leaves what stood there before; where nothing did, half a file would. */
    drop = g_cancellable_new ();
    g_cancellable_cancel (drop);
    g_output_stream_close (G_OUTPUT_STREAM (stream), drop, NULL);
    if (is_new)
        g_file_delete (file, NULL, NULL);
    return FALSE;
}
