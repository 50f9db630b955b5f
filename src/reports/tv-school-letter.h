/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-school.h"
#include "reports/tv-report-builder.h"

G_BEGIN_DECLS

void tv_school_letter_add_head (TvReportBuilder *builder, const TvSchool *school, TvDate date);
void tv_school_letter_add_signatures (TvReportBuilder *builder, const TvSchool *school,
                                      gboolean names_recipients);

G_END_DECLS
