/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-annual-summary.h"
#include "reports/tv-class-results.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* The figures of reports, taken from the record book. All of these block. */

TvAnnualSummary *tv_report_figures_sum_up (TvStore *store, const char *round_code, GError **error);
TvClassResultSet *tv_report_figures_list_classes (TvStore *store, const char *class_name,
                                                  const char *round_code, GError **error);

void tv_report_figures_take_part (TvAnnualSummary *summary, const TvRates *rates);
void tv_report_figures_take_coverage (TvAnnualSummary *summary, const TvRates *rates);

G_END_DECLS
