/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/tv-sha256.h"
#include "store/tv-change.h"
#include "store/tv-recorded-table.h"
#include "store/tv-store-history.h"

G_BEGIN_DECLS

struct _TvChange {
    TvConnection *connection; /* unowned */
    TvClock *clock;           /* unowned */
    GRand *random;            /* unowned; NULL: the machine's own source */
    const char *kind;         /* unowned */
    gint64 person_id;
    TvRole role;
    gint64 school_id; /* 0 while the first school is being written */
    gint64 device_id;
    gint64 undo_of;       /* 0: not an undo */
    gint64 change_set_id; /* 0 until something was written */
    char *time_utc;
    TvSha256 *link;          /* of the chain; NULL until something was written */
    guint topics;            /* #TvTopics that were touched */
    gboolean is_erasing;     /* a lawful request goes before a signature */
    gboolean is_refused;     /* something in it was not allowed, so nothing of it is kept */
    gint64 last_student_key; /* that a new child was given; 0: none was */
    gint64 open_round_id;    /* one that was found to be open; 0: none was looked up */
};

TvChange *tv_change_new (TvConnection *connection, TvClock *clock, GRand *random, const char *kind,
                         gint64 person_id, GError **error);
gboolean tv_change_finish (TvChange *self, GError **error);
void tv_change_free (TvChange *self);

gboolean tv_change_record (TvChange *self, const TvRecordedTable *table, TvAction action,
                           gint64 record_id, const char *record_uid, gint64 student_id,
                           const char *old_json, const char *new_json, GError **error);

gint64 tv_change_insert_row (TvChange *self, const TvRecordedTable *table, const TvField *fields,
                             guint n_fields, GError **error);
gboolean tv_change_update_row (TvChange *self, const TvRecordedTable *table, gint64 id,
                               const TvField *fields, guint n_fields, GError **error);
gboolean
tv_change_delete_row (TvChange *self, const TvRecordedTable *table, gint64 id, GError **error);
gboolean tv_change_read_row (TvConnection *connection, const char *table, gint64 id, char **json,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvChange, tv_change_free)

G_END_DECLS
