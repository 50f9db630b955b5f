/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-text.h"
#include "reports/tv-report-block.h"

G_BEGIN_DECLS

/* Measures of official papers (decree 30/2020/NĐ-CP): A4, the wide margin where it is bound. */
#define TV_POINTS_PER_MM (72 / 25.4)
#define TV_REPORT_FONT "Times New Roman, Liberation Serif, Tinos, serif"
#define TV_REPORT_RULE_PT 0.5

typedef struct {
    double width_pt;
    double height_pt;
    double top_pt;
    double bottom_pt;
    double left_pt;
    double right_pt;
} TvReportSheet;

/* How text of a role is set and what stands around it. */
typedef struct {
    TvTextStyle style;
    double before_pt;
    double indent_pt;
    gboolean keeps_next;
} TvReportTextLook;

void tv_report_sheet_init (TvReportSheet *self, gboolean is_landscape);
const TvReportTextLook *tv_report_text_look (TvReportTextRole role);
TvTextStyle tv_report_style (double size_pt, double width_pt, PangoAlignment alignment);

G_END_DECLS
