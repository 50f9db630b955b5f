/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-annual-summary.h"
#include "reports/tv-report-builder.h"

G_BEGIN_DECLS

void tv_annual_summary_add_rules (const TvAnnualSummary *self, TvReportBuilder *builder);

G_END_DECLS
