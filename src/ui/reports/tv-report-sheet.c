/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of a report on the screen: the very drawing that is printed, made smaller or larger. */

#include "ui/reports/tv-report-sheet.h"

#include "ui/widgets/tv-drawing-view.h"

#include <glib/gi18n.h>

typedef struct {
    TvReport *report;
    guint page;
} Sheet;

static void
draw_sheet (gpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    Sheet *sheet = data;
    double page_width_pt, page_height_pt;

    tv_report_get_page_size (sheet->report, &page_width_pt, &page_height_pt);
    cairo_scale (cr, width_pt / page_width_pt, height_pt / page_height_pt);
    tv_report_draw_page (sheet->report, cr, sheet->page);
}

static char *
describe_sheet (gpointer data)
{
    Sheet *sheet = data;

    /* Translators: title of a report, page, number of pages. */
    return g_strdup_printf (_ ("%s, page %u of %u"), tv_report_title (sheet->report),
                            sheet->page + 1, tv_report_n_pages (sheet->report));
}

static void
free_sheet (gpointer data)
{
    Sheet *sheet = data;

    tv_report_unref (sheet->report);
    g_free (sheet);
}

/**
 * tv_report_sheet_new:
 * @report: a report
 * @page: which of its pages, from 0
 * @width_pt: how wide on the screen; the height follows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tv_report_sheet_new (TvReport *report, guint page, double width_pt)
{
    static const TvDrawingSource source = { draw_sheet, describe_sheet, NULL, free_sheet };
    GtkWidget *view = tv_drawing_view_new ();
    Sheet *sheet = g_new0 (Sheet, 1);
    double page_width_pt, page_height_pt;

    sheet->report = tv_report_ref (report);
    sheet->page = page;
    tv_report_get_page_size (report, &page_width_pt, &page_height_pt);
    tv_drawing_view_set_size (TV_DRAWING_VIEW (view), width_pt,
                              width_pt * page_height_pt / page_width_pt);
    tv_drawing_view_set_source (TV_DRAWING_VIEW (view), &source, sheet);
    gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (view, "sheet");
    return view;
}
