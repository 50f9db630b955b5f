/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-report-slice.h"
#include "reports/tv-report-style.h"

G_BEGIN_DECLS

GPtrArray *tv_report_paginate (GPtrArray *slices, const TvReportSheet *sheet);

G_END_DECLS
