/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-file.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What people have said of columns: words of a header to TvListField. */
GHashTable *tv_import_columns_load (TvConnection *connection, GError **error);
GHashTable *tv_import_columns_copy (GHashTable *choices);
char *tv_import_columns_to_text (GHashTable *choices);
gboolean tv_import_columns_choose (GHashTable *choices, TvListFile *list, const char *sheet,
                                   const char *column, TvListField field);
GPtrArray *tv_import_columns_list (TvListFile *list);

G_END_DECLS
