/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/tv-school.h"
#include "store/tv-connection.h"

G_BEGIN_DECLS

/* What the keys in the history stand for, looked up once each. */
typedef struct _TvHistoryNames TvHistoryNames;

typedef enum {
    TV_HISTORY_NAME_CLASS,
    TV_HISTORY_NAME_ROUND,
    TV_HISTORY_NAME_STUDENT,
    TV_HISTORY_NAME_YEAR,
    TV_HISTORY_N_NAMES,
} TvHistoryNameKind;

TvHistoryNames *tv_history_names_new (TvConnection *connection);
void tv_history_names_free (TvHistoryNames *self);
const char *tv_history_names_get (TvHistoryNames *self, TvHistoryNameKind kind, gint64 id);
TvLevel tv_history_names_level (TvHistoryNames *self);
gboolean tv_history_names_check (TvHistoryNames *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvHistoryNames, tv_history_names_free)

G_END_DECLS
