/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-csv-stream.h"
#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* Children in a CSV file, one a row, as the commands zscores and prevalence read them. */
typedef struct _TvCliGrowthRows TvCliGrowthRows;

typedef struct {
    TvCsvField id; /* until the next row is read */
    TvGrowthInput input;
} TvCliGrowthRow;

TvCliGrowthRows *tv_cli_growth_rows_open (const char *path, GError **error);
void tv_cli_growth_rows_free (TvCliGrowthRows *self);
gboolean tv_cli_growth_rows_next (TvCliGrowthRows *self, TvCliGrowthRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvCliGrowthRows, tv_cli_growth_rows_free)

G_END_DECLS
