/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-text.h"

G_BEGIN_DECLS

gboolean tv_report_ruler_is_one_line (const TvTextStyle *style, const char *text);
double tv_report_ruler_line_height (const TvTextStyle *style);

G_END_DECLS
