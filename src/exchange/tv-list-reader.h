/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-file.h"
#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

typedef struct {
    TvDate today;
    TvDate measured_on;       /* settled by a person, over what titles say; or TV_DATE_NONE */
    GHashTable *choices;      /* header key to #TvListField, settled by a person; or NULL */
    const TvCharset *charset; /* settled by a person; NULL: fonts and words tell */
    TvDateOrder date_order;   /* settled by a person; UNKNOWN: each column tells */
} TvListOptions;

TvListFile *tv_list_read (TvWorkbook *workbook, const TvListOptions *options, GError **error);

G_END_DECLS
