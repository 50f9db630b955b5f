/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/tv-figure-table.h"
#include "workflows/tv-rates-quality.h"

G_BEGIN_DECLS

void tv_quality_table_set_up (TvFigureTable *table);
void tv_quality_table_show (TvFigureTable *table, GPtrArray *lines);
TvQualityCounts tv_quality_table_counts (guint column);
char *tv_quality_group_text (const TvQualityLine *line);

G_END_DECLS
