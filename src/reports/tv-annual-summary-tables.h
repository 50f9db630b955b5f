/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-rate-chart.h"
#include "reports/tv-annual-summary.h"
#include "reports/tv-report-table.h"

G_BEGIN_DECLS

TvReportTable *tv_annual_summary_targets_table (const TvSummaryPart *part);
TvReportTable *tv_annual_summary_groups_table (const TvSummaryPart *part);
TvReportTable *tv_annual_summary_overlap_table (const TvSummaryPart *part);
TvReportTable *tv_annual_summary_coverage_table (const TvAnnualSummary *self);
TvRateChart *tv_annual_summary_chart (const TvSummaryPart *part, const TvSummaryRate *rate);

G_END_DECLS
