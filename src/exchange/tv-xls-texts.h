/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-xls-records.h"

G_BEGIN_DECLS

/* How texts stand in a workbook: as UTF-16, or, up to Excel 95, in a code page. */
typedef struct {
    gboolean is_wide;
    guint16 code_page;
} TvXlsTextKind;

char *
tv_xls_text_read (const TvXlsRecord *record, gsize at, gsize count_size, const TvXlsTextKind *kind);
GPtrArray *tv_xls_texts_read_shared (TvXlsWalk *walk, const TvXlsRecord *first);

G_END_DECLS
