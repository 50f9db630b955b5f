/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"

G_BEGIN_DECLS

/* What each record of the book was when the history last spoke of it, in 16 bytes a record. */
typedef struct _TvRecordStates TvRecordStates;

typedef enum {
    TV_RECORD_UNHEARD_OF, /* the history never spoke of it */
    TV_RECORD_AS_TOLD,    /* it stands as the history left it, or nobody can tell any more */
    TV_RECORD_DIFFERS,
} TvRecordState;

/* Called for a record that the history left standing and that was not met. */
typedef void (*TvRecordMissing) (guint table, gint64 id, gpointer user_data);

TvRecordStates *tv_record_states_new (void);
void tv_record_states_free (TvRecordStates *self);
void tv_record_states_set (TvRecordStates *self, guint table, gint64 id, const char *json);
void tv_record_states_set_gone (TvRecordStates *self, guint table, gint64 id);
void tv_record_states_set_erased (TvRecordStates *self, guint table, gint64 id);
TvRecordState
tv_record_states_meet (TvRecordStates *self, guint table, gint64 id, const char *json);
void
tv_record_states_list_missing (TvRecordStates *self, TvRecordMissing missing, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRecordStates, tv_record_states_free)

G_END_DECLS
