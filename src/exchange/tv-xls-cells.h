/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-xls-book.h"

G_BEGIN_DECLS

gboolean tv_xls_cells_read (TvXlsBook *book, TvXlsSheet *sheet, TvXlsWalk walk);
void tv_xls_cell_clear (gpointer cell);

G_END_DECLS
