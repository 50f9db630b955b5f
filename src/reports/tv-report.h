/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "base/tv-date.h"

G_BEGIN_DECLS

/* Pages to be read, printed and filed: laid out once, then never changed, and drawn by any thread.
 * Made by a #TvReportBuilder. */
typedef struct _TvReport TvReport;

TvReport *tv_report_ref (TvReport *self);
void tv_report_unref (TvReport *self);

const char *tv_report_title (const TvReport *self);
TvDate tv_report_date (const TvReport *self);
gboolean tv_report_is_practice (const TvReport *self);
gboolean tv_report_holds_personal_data (const TvReport *self);

guint tv_report_n_pages (const TvReport *self);
void tv_report_get_page_size (const TvReport *self, double *width_pt, double *height_pt);
void tv_report_draw_page (const TvReport *self, cairo_t *cr, guint page);
char *tv_report_describe (const TvReport *self, guint page);

gboolean tv_report_write_pdf (const TvReport *self, const char *path, GError **error);
gboolean tv_report_write_xlsx (const TvReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvReport, tv_report_unref)

G_END_DECLS
