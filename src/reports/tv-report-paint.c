/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages onto a cairo_t, for the window, the printer and PDF alike. */

#include "charts/tv-surface.h"
#include "reports/tv-report-private.h"

/* A page of a table says the same again and again; equal texts of cells are one in memory. */
static guint
hash_text (gconstpointer data)
{
    const TvReportItem *item = data;

    return g_direct_hash (item->text) ^ (guint) (item->style.width_pt * 64);
}

static gboolean
is_same_text (gconstpointer a, gconstpointer b)
{
    const TvReportItem *first = a, *second = b;

    return first->text == second->text && first->style.width_pt == second->style.width_pt
           && first->style.size_pt == second->style.size_pt
           && first->style.alignment == second->style.alignment
           && first->style.is_bold == second->style.is_bold
           && first->style.is_italic == second->style.is_italic
           && first->style.is_justified == second->style.is_justified
           && first->n_lines_at_most == second->n_lines_at_most;
}

static PangoLayout *
get_layout (GHashTable *layouts, const TvReportItem *item)
{
    PangoLayout *layout = g_hash_table_lookup (layouts, item);

    if (!layout) {
        layout = tv_report_item_layout (item);
        g_hash_table_insert (layouts, (gpointer) item, layout);
    }
    return layout;
}

/* The lines of the item alone; its box begins at the first of them. */
static void
paint_text (const TvReportItem *item, GHashTable *layouts, cairo_t *cr)
{
    PangoLayout *layout = get_layout (layouts, item);
    PangoLayoutIter *line = pango_layout_get_iter (layout);
    guint last = item->n_lines > 0 ? item->first_line + item->n_lines : G_MAXUINT;
    double top_pt = 0;
    guint i = 0;

    do {
        PangoRectangle extents;
        int baseline = pango_layout_iter_get_baseline (line);

        pango_layout_iter_get_line_extents (line, NULL, &extents);
        if (i == item->first_line)
            top_pt = (double) extents.y / PANGO_SCALE;
        if (i >= item->first_line && i < last) {
            cairo_move_to (cr, item->box.x_pt + (double) extents.x / PANGO_SCALE,
                           item->box.y_pt - top_pt + (double) baseline / PANGO_SCALE);
            pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (line));
        }
        i++;
    } while (i < last && pango_layout_iter_next_line (line));
    pango_layout_iter_free (line);
}

static void
paint_drawing (const TvReportItem *item, cairo_t *cr)
{
    const TvRect *box = &item->box;

    cairo_save (cr);
    cairo_rectangle (cr, box->x_pt, box->y_pt, box->width_pt, box->height_pt);
    cairo_clip (cr);
    cairo_translate (cr, box->x_pt, box->y_pt);
    item->block->draw (item->block->data, cr, box->width_pt, box->height_pt);
    cairo_restore (cr);
}

static void
paint_fill (const TvReportItem *item, cairo_t *cr)
{
    const TvRect *box = &item->box;

    cairo_set_source_rgb (cr, item->grey, item->grey, item->grey);
    cairo_rectangle (cr, box->x_pt, box->y_pt, box->width_pt, box->height_pt);
    cairo_fill (cr);
}

/* Rules of one width are one path: a page of a table has hundreds of them. */
static void
paint_rules (const GArray *items, cairo_t *cr)
{
    double rule_pt = 0;

    cairo_set_source_rgb (cr, 0, 0, 0);
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
    for (guint i = 0; i < items->len; i++) {
        const TvReportItem *item = &g_array_index (items, TvReportItem, i);

        if (item->kind != TV_REPORT_ITEM_RULE)
            continue;
        if (item->rule_pt != rule_pt) {
            cairo_stroke (cr);
            rule_pt = item->rule_pt;
            cairo_set_line_width (cr, rule_pt);
        }
        cairo_move_to (cr, item->box.x_pt, item->box.y_pt);
        cairo_rel_line_to (cr, item->box.width_pt, item->box.height_pt);
    }
    cairo_stroke (cr);
}

static void
paint_items (const GArray *items, TvReportItemKind kind,
             void (*paint) (const TvReportItem *item, cairo_t *cr), cairo_t *cr)
{
    for (guint i = 0; i < items->len; i++) {
        const TvReportItem *item = &g_array_index (items, TvReportItem, i);

        if (item->kind == kind)
            paint (item, cr);
    }
}

static void
paint_texts (const GArray *items, cairo_t *cr)
{
    g_autoptr (GHashTable) layouts
        = g_hash_table_new_full (hash_text, is_same_text, NULL, g_object_unref);

    for (guint i = 0; i < items->len; i++) {
        const TvReportItem *item = &g_array_index (items, TvReportItem, i);

        if (item->kind == TV_REPORT_ITEM_TEXT)
            paint_text (item, layouts, cr);
    }
}

/**
 * tv_report_draw_items:
 * @cr: where to
 * @page: from 0
 *
 * Draws what stands on the page, without the white ground.
 */
void
tv_report_draw_items (const TvReport *self, cairo_t *cr, guint page)
{
    const GArray *items = g_ptr_array_index (self->pages, page);

    cairo_new_path (cr);
    paint_items (items, TV_REPORT_ITEM_FILL, paint_fill, cr);
    paint_rules (items, cr);
    paint_items (items, TV_REPORT_ITEM_DRAWING, paint_drawing, cr);
    cairo_set_source_rgb (cr, 0, 0, 0);
    paint_texts (items, cr);
}

/**
 * tv_report_draw_page:
 * @cr: where to, in points from the sheet's top left corner
 * @page: from 0
 */
void
tv_report_draw_page (const TvReport *self, cairo_t *cr, guint page)
{
    g_return_if_fail (page < self->pages->len);
    cairo_save (cr);
    cairo_set_source_rgb (cr, 1, 1, 1);
    cairo_paint (cr);
    tv_report_draw_items (self, cr, page);
    cairo_restore (cr);
}

static void
draw_page (cairo_t *cr, guint page, gconstpointer data)
{
    tv_report_draw_page (data, cr, page);
}

/**
 * tv_report_write_pdf:
 * @path: the file; one that stands there is replaced only when the new one is whole
 * @error: set where it could not be written
 *
 * Two runs on one day write the same bytes.
 *
 * Returns: whether the file stands
 */
gboolean
tv_report_write_pdf (const TvReport *self, const char *path, GError **error)
{
    TvDrawing drawing = {
        .title = self->title,
        .created = self->date,
        .width_pt = self->sheet.width_pt,
        .height_pt = self->sheet.height_pt,
        .n_pages = self->pages->len,
        .draw = draw_page,
        .data = self,
    };

    return tv_surface_write_file (&drawing, TV_SURFACE_PDF, path, error);
}
