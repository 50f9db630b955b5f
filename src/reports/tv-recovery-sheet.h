/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-school.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

TvReport *tv_recovery_sheet_new (const TvSchool *school, const char *code, TvDate date);

G_END_DECLS
