/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store-history.h"
#include "workflows/tv-history-names.h"

G_BEGIN_DECLS

const char *tv_history_table_label (const char *table);
gboolean tv_history_knows_column (const char *table, const char *column);
char *tv_history_subject (TvHistoryNames *names, const TvHistoryEntry *entry);

/* One column of a record as people read it. */
typedef struct {
    char *name;
    char *before; /* NULL: the record was added, or nothing was entered */
    char *after;  /* NULL: the record was deleted, or nothing is entered */
} TvHistoryField;

void tv_history_field_free (TvHistoryField *self);
GPtrArray *tv_history_fields (TvHistoryNames *names, const TvHistoryEntry *entry, GError **error);

G_END_DECLS
