/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-report-slice.h"
#include "reports/tv-report-style.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

struct _TvReport {
    char *title;
    char *owner;
    TvDate date;
    gboolean is_practice;
    gboolean holds_personal_data;
    gboolean is_landscape;
    TvReportSheet sheet;
    GPtrArray *blocks; /* of TvReportBlock */
    GStringChunk *strings;
    GPtrArray *pages; /* of GArray of TvReportItem */
};

void tv_report_add_margins (TvReport *self);
void tv_report_draw_items (const TvReport *self, cairo_t *cr, guint page);

G_END_DECLS
