/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-annual-summary.h"
#include "reports/tv-class-results.h"
#include "workflows/tv-rates.h"
#include "workflows/tv-record-book.h"

G_BEGIN_DECLS

/* The figures of reports, taken from the record book. All of these block. */

TvAnnualSummary *tv_report_figures_sum_up (TvStore *store, const char *round_code, GError **error);
TvClassResultSet *tv_report_figures_list_classes (TvStore *store, const char *class_name,
                                                  const char *round_code, GError **error);

gboolean tv_report_figures_was_measured (const TvRateChild *child);
char *tv_report_figures_name_year (TvBookCover *cover, const TvRound *round, TvDate today,
                                   gint64 *year_id);

G_END_DECLS
