/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-school.h"
#include "reports/tv-report-table.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

TvSchool *tv_sample_school (gboolean is_practice);
TvReportTable *tv_sample_table (guint n_rows);
char *tv_sample_words (const TvReport *report);
guint tv_sample_count (const char *text, const char *wanted);
char *tv_sample_pdf_words (const TvReport *report, const char *folder);

G_END_DECLS
