/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One entry of the history for each record that is written, and the change set they belong to. */

#include "store/tv-change-private.h"
#include "store/tv-change-right.h"
#include "store/tv-history-chain.h"

#include "base/tv-platform.h"
#include "base/tv-uid.h"

#define SALT_SIZE 16

static const char sql_find_device[] = "SELECT id FROM main.device WHERE name = $1";
static const char sql_insert_device[]
    = "INSERT INTO main.device (uid, name) VALUES ($1, $2) RETURNING id";

static gboolean
insert_device (TvChange *self, const char *name, GError **error)
{
    g_autofree char *uid = tv_uid_new (self->clock, self->random);
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (self->connection, sql_insert_device, error);

    if (!statement)
        return FALSE;
    tv_statement_bind_text (statement, 1, uid);
    tv_statement_bind_text (statement, 2, name);
    if (!tv_statement_fetch (statement, error))
        return FALSE;
    self->device_id = tv_statement_get_int (statement, 0);
    return TRUE;
}

static gboolean
find_device (TvChange *self, GError **error)
{
    g_autofree char *name = tv_platform_machine_name ();
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (self->connection, sql_find_device, error);
    TvStep step;

    if (!statement)
        return FALSE;
    tv_statement_bind_text (statement, 1, name);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_DONE)
        return insert_device (self, name, error);
    self->device_id = tv_statement_get_int (statement, 0);
    return step == TV_STEP_ROW;
}

static const char sql_last_link[]
    = "SELECT chain FROM main.change_set WHERE device_id = $1 ORDER BY id DESC LIMIT 1";

static char *
read_last_link (TvChange *self, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (self->connection, sql_last_link, error);
    TvStep step;

    if (!statement)
        return NULL;
    tv_statement_bind_int (statement, 1, self->device_id);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ERROR)
        return NULL;
    return g_strdup (step == TV_STEP_ROW ? tv_statement_get_text (statement, 0) : "");
}

static const char sql_insert_change_set[]
    = "INSERT INTO main.change_set (uid, device_id, person_id, time_utc, kind, undo_of, chain)"
      " VALUES ($1, $2, $3, $4, $5, $6, '') RETURNING id";

static gboolean
begin_change_set (TvChange *self, GError **error)
{
    g_autofree char *uid = tv_uid_new (self->clock, self->random);
    g_autofree char *previous = NULL;
    g_autoptr (TvStatement) statement = NULL;

    if (!find_device (self, error))
        return FALSE;
    previous = read_last_link (self, error);
    if (!previous)
        return FALSE;
    statement = tv_connection_prepare (self->connection, sql_insert_change_set, error);
    if (!statement)
        return FALSE;
    tv_statement_bind_text (statement, 1, uid);
    tv_statement_bind_int (statement, 2, self->device_id);
    tv_statement_bind_int (statement, 3, self->person_id);
    tv_statement_bind_text (statement, 4, self->time_utc);
    tv_statement_bind_text (statement, 5, self->kind);
    tv_statement_bind_key (statement, 6, self->undo_of);
    if (!tv_statement_fetch (statement, error))
        return FALSE;
    self->change_set_id = tv_statement_get_int (statement, 0);
    self->link = tv_history_link_new (previous, uid, self->person_id, self->time_utc, self->kind,
                                      self->undo_of);
    return TRUE;
}

static char *
make_salt (TvChange *self)
{
    guint8 bytes[SALT_SIZE];
    static const char digits[] = "0123456789abcdef";
    char *salt = g_malloc0 (2 * SALT_SIZE + 1);

    if (self->random) {
        for (int i = 0; i < SALT_SIZE; i++)
            bytes[i] = (guint8) g_rand_int_range (self->random, 0, 256);
    } else {
        tv_connection_fill_random (self->connection, bytes, SALT_SIZE);
    }
    for (int i = 0; i < SALT_SIZE; i++) {
        salt[2 * i] = digits[bytes[i] >> 4];
        salt[2 * i + 1] = digits[bytes[i] & 15];
    }
    return salt;
}

static const char sql_insert_change_entry[]
    = "INSERT INTO main.change_entry (change_set_id, table_name, record_id, record_uid, student_id,"
      " action, old_json, new_json, salt, digest)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/**
 * tv_change_record:
 * @self: a change
 * @table: whose record it is
 * @action: what was done
 * @record_id: the record's key
 * @record_uid: the record's name outside the book
 * @student_id: the child it is about, 0 for none
 * @old_json: (nullable): the record before
 * @new_json: (nullable): the record after
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether the entry was written
 */
gboolean
tv_change_record (TvChange *self, const TvRecordedTable *table, TvAction action, gint64 record_id,
                  const char *record_uid, gint64 student_id, const char *old_json,
                  const char *new_json, GError **error)
{
    g_autofree char *salt = make_salt (self);
    g_autofree char *digest = tv_history_digest_values (salt, old_json, new_json);
    g_autoptr (TvStatement) statement = NULL;

    if (self->change_set_id == 0 && !begin_change_set (self, error))
        return FALSE;
    statement = tv_connection_prepare (self->connection, sql_insert_change_entry, error);
    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, self->change_set_id);
    tv_statement_bind_text (statement, 2, table->name);
    tv_statement_bind_int (statement, 3, record_id);
    tv_statement_bind_text (statement, 4, record_uid);
    tv_statement_bind_key (statement, 5, student_id);
    tv_statement_bind_text (statement, 6, tv_action_code (action));
    tv_statement_bind_text (statement, 7, old_json);
    tv_statement_bind_text (statement, 8, new_json);
    tv_statement_bind_text (statement, 9, salt);
    tv_statement_bind_text (statement, 10, digest);
    if (!tv_statement_run (statement, error))
        return FALSE;
    tv_history_link_add (self->link, table->name, record_id, record_uid, tv_action_code (action),
                         digest);
    self->topics |= table->topic;
    return TRUE;
}

static const char sql_close_change_set[] = "UPDATE main.change_set SET chain = $1 WHERE id = $2";

/**
 * tv_change_finish:
 * @self: a change whose work is done
 * @error: (nullable): a #TvStoreError
 *
 * Links its change set to the chain. A change that touched no record leaves no change set, and one
 * of which a part was refused is not committed, whatever its work made of that; nor is one that
 * would leave the book without a nurse.
 *
 * Returns: whether it can be committed
 */
gboolean
tv_change_finish (TvChange *self, GError **error)
{
    g_autoptr (TvStatement) statement = NULL;
    g_autofree char *link = NULL;

    if (self->is_refused) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED, self->kind);
        return FALSE;
    }
    if (self->change_set_id == 0)
        return TRUE;
    if (self->topics & TV_TOPIC_PEOPLE && !tv_change_right_keeps_nurse (self, error))
        return FALSE;
    statement = tv_connection_prepare (self->connection, sql_close_change_set, error);
    if (!statement)
        return FALSE;
    link = tv_sha256_end (self->link);
    tv_statement_bind_text (statement, 1, link);
    tv_statement_bind_int (statement, 2, self->change_set_id);
    return tv_statement_run (statement, error);
}
