/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-file.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What people have said of lists: a layout, a slash and the words of a header to TvListField, and
 * for each layout its encoding and its order of dates. Words of a header without a layout come from
 * books of before and hold for every list. */
GHashTable *tv_import_columns_load (TvConnection *connection, GError **error);
GHashTable *tv_import_columns_copy (GHashTable *choices);
char *tv_import_columns_to_text (GHashTable *choices);
gboolean tv_import_columns_choose (GHashTable *choices, TvListFile *list, const char *sheet,
                                   const char *column, TvListField field);
gboolean
tv_import_columns_get_charset (GHashTable *choices, const char *layout, TvCharset *charset);
void
tv_import_columns_set_charset (GHashTable *choices, const char *layout, const TvCharset *charset);
TvDateOrder tv_import_columns_get_date_order (GHashTable *choices, const char *layout);
void tv_import_columns_set_date_order (GHashTable *choices, const char *layout, TvDateOrder order);
GPtrArray *tv_import_columns_list (TvListFile *list);

G_END_DECLS
