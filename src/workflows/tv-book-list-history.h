/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-connection.h"
#include "workflows/tv-book-list.h"
#include "workflows/tv-csv-line.h"

G_BEGIN_DECLS

gboolean tv_book_list_history (TvConnection *connection, const TvBookHistoryFilter *filter,
                               TvCsvLine *line, GError **error);

G_END_DECLS
