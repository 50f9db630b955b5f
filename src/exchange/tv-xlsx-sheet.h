/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-xlsx-styles.h"

G_BEGIN_DECLS

/* What the cells of a workbook refer to. */
typedef struct {
    GPtrArray *strings;   /* NULL where the workbook keeps none */
    TvXlsxStyles *styles; /* NULL where it has none */
    gboolean is_from_1904;
    TvSheetBudget *budget;
} TvXlsxContext;

TvSheet *tv_xlsx_sheet_read (GBytes *bytes, const char *title, gboolean is_hidden,
                             const TvXlsxContext *context, GError **error);
TvDate tv_xlsx_date (double serial, gboolean is_from_1904);

G_END_DECLS
