/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-xls-book.h"

#include <stdio.h>

G_BEGIN_DECLS

/* Gives the text of a cell where another reader knows it, otherwise NULL. */
typedef const char *(*TvXlsTextSource) (const TvXlsSheet *sheet, const TvXlsCell *cell,
                                        gpointer user_data);

void tv_xls_write_refusal (FILE *stream, int code);
void
tv_xls_write_book (FILE *stream, const TvXlsBook *book, TvXlsTextSource source, gpointer user_data);

G_END_DECLS
