/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A report on its way to the printer: GTK asks for pages, the report draws them. */

#include "ui/reports/tv-report-print.h"

static void
drop_report (gpointer data, GClosure *closure)
{
    tv_report_unref (data);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, TvReport *report)
{
    gtk_print_operation_set_n_pages (operation, (int) tv_report_n_pages (report));
}

/* The printer may offer another paper: the page is then made to fit, never cut. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, TvReport *report)
{
    cairo_t *cr = gtk_print_context_get_cairo_context (context);
    double width_pt, height_pt, scale;

    tv_report_get_page_size (report, &width_pt, &height_pt);
    scale = MIN (gtk_print_context_get_width (context) / width_pt,
                 gtk_print_context_get_height (context) / height_pt);
    cairo_scale (cr, scale, scale);
    tv_report_draw_page (report, cr, (guint) page);
}

static GtkPageSetup *
make_page_setup (TvReport *report)
{
    GtkPageSetup *setup = gtk_page_setup_new ();
    g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
    double width_pt, height_pt;

    tv_report_get_page_size (report, &width_pt, &height_pt);
    gtk_page_setup_set_paper_size (setup, paper);
    gtk_page_setup_set_orientation (setup, width_pt > height_pt ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                : GTK_PAGE_ORIENTATION_PORTRAIT);
    return setup;
}

/**
 * tv_report_print_new:
 * @report: what is printed
 *
 * Returns: (transfer full): an operation to run, with or without the print dialog
 */
GtkPrintOperation *
tv_report_print_new (TvReport *report)
{
    GtkPrintOperation *operation = gtk_print_operation_new ();
    g_autoptr (GtkPageSetup) setup = make_page_setup (report);

    gtk_print_operation_set_default_page_setup (operation, setup);
    gtk_print_operation_set_use_full_page (operation, TRUE);
    gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
    gtk_print_operation_set_embed_page_setup (operation, TRUE);
    gtk_print_operation_set_job_name (operation, tv_report_title (report));
    g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb),
                           tv_report_ref (report), drop_report, 0);
    g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), report);
    return operation;
}
