/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-charset.h"
#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* How many cells of a workbook were read in each encoding. */
typedef struct {
    guint n_cells[TV_CHARSET_N]; /* of an old one; Unicode is not counted */
    gboolean has_choice;         /* whether there is anything that could be in an old one */
    GHashTable *doubtful; /* cells, as TvCell of the workbook before, that could be in several */
} TvCharsetCounts;

void tv_charset_counts_clear (TvCharsetCounts *self);
TvWorkbook *
tv_workbook_decode (TvWorkbook *self, const TvCharset *charset, TvCharsetCounts *counts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TvCharsetCounts, tv_charset_counts_clear)

G_END_DECLS
