/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change set under way: who acts, when, in which book; the doors by which topics write. */

#include "store/tv-change-private.h"

#include "base/tv-uid.h"
#include "records/tv-person.h"

#include <string.h>

static const char sql_find_actor[]
    = "SELECT id, role, school_id, is_active, until_date FROM person WHERE id = $1 OR $1 = 0"
      " ORDER BY is_active DESC, CASE role WHEN 'nurse' THEN 0 ELSE 1 END, id LIMIT 1";

/* The last day is one on which the person acts. */
static gboolean
acts_today (TvChange *self, TvStatement *row)
{
    TvDate until = tv_statement_get_date (row, 4);

    return tv_statement_get_int (row, 3) != 0
           && (until == TV_DATE_NONE || tv_clock_today (self->clock) <= until);
}

/* A book that is being made has nobody in it yet: whoever makes it acts as its nurse. */
static gboolean
find_actor (TvChange *self, gint64 person_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (self->connection, sql_find_actor, error);
    TvStep step;

    self->role = TV_ROLE_NURSE;
    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, person_id);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_DONE && person_id == 0)
        return TRUE;
    if (step == TV_STEP_ERROR)
        return FALSE;
    if (step == TV_STEP_DONE || !acts_today (self, statement)
        || !tv_role_parse (tv_statement_get_text (statement, 1), &self->role)) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                     "person %" G_GINT64_FORMAT " does not act in this book", person_id);
        return FALSE;
    }
    self->person_id = tv_statement_get_int (statement, 0);
    self->school_id = tv_statement_get_int (statement, 2);
    return TRUE;
}

/**
 * tv_change_new:
 * @connection: a writing connection inside a transaction
 * @clock: where the time comes from
 * @random: (nullable): where uids and salts come from; %NULL takes the machine's own source
 * @kind: a code for the history
 * @person_id: who acts; 0 is the first nurse of the book
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED …
 *
 * Returns: (transfer full) (nullable): the change
 */
TvChange *
tv_change_new (TvConnection *connection, TvClock *clock, GRand *random, const char *kind,
               gint64 person_id, GError **error)
{
    g_autoptr (TvChange) self = g_new0 (TvChange, 1);

    self->connection = connection;
    self->clock = clock;
    self->random = random;
    self->kind = kind;
    self->time_utc = tv_clock_now_utc (clock);
    if (!find_actor (self, person_id, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
tv_change_free (TvChange *self)
{
    g_clear_pointer (&self->link, tv_sha256_free);
    g_free (self->time_utc);
    g_free (self);
}

/**
 * tv_change_connection:
 *
 * Returns: (transfer none): the connection on which the change reads what it has written
 */
TvConnection *
tv_change_connection (TvChange *self)
{
    return self->connection;
}

TvClock *
tv_change_clock (TvChange *self)
{
    return self->clock;
}

static const char sql_next_student_key[]
    = "SELECT COALESCE(MAX(student_id), 0) + 1 FROM change_entry WHERE student_id IS NOT NULL";

/* The engine gives the key of the last record again once that is deleted. What the history says of
 * a child by its key must never come to be about another. */
static gint64
choose_key (TvChange *self, const TvRecordedTable *table, GError **error)
{
    g_autoptr (TvStatement) statement = NULL;

    if (strcmp (table->name, "student") != 0)
        return 0;
    if (self->last_student_key != 0)
        return ++self->last_student_key;
    statement = tv_connection_prepare (self->connection, sql_next_student_key, error);
    if (!statement || tv_statement_step (statement, error) != TV_STEP_ROW)
        return -1;
    self->last_student_key = tv_statement_get_int (statement, 0);
    return self->last_student_key;
}

static gint64
insert (TvChange *self, const TvRecordedTable *table, const char *uid, const TvField *fields,
        guint n_fields, GError **error)
{
    g_autofree char *new_uid
        = uid && *uid ? g_strdup (uid) : tv_uid_new (self->clock, self->random);
    g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (TvField), n_fields + 3);
    gint64 key = choose_key (self, table, error);
    TvField key_field = TV_FIELD_OF_INT ("id", key);
    TvField uid_field = TV_FIELD_OF_TEXT ("uid", new_uid);
    TvField school_field = TV_FIELD_OF_INT ("school_id", self->school_id);

    if (key < 0)
        return 0;
    if (key > 0)
        g_array_append_val (all, key_field);
    g_array_append_val (all, uid_field);
    if (table->has_school)
        g_array_append_val (all, school_field);
    g_array_append_vals (all, fields, n_fields);
    return tv_change_insert_row (self, table, (const TvField *) (gpointer) all->data, all->len,
                                 error);
}

/**
 * tv_change_put:
 * @self: a change
 * @table: a recorded table
 * @id: key of the record that is changed, 0 for a new one
 * @uid: (nullable): the uid of a new record that has one already
 * @fields: (array length=n_fields): the columns that are set
 * @n_fields: how many
 * @error: (nullable): a #TvStoreError
 *
 * Writes a record and enters it in the history.
 *
 * Returns: the record's key, 0 on error
 */
gint64
tv_change_put (TvChange *self, const char *table, gint64 id, const char *uid, const TvField *fields,
               guint n_fields, GError **error)
{
    const TvRecordedTable *recorded = tv_recorded_table_find (table);

    g_return_val_if_fail (recorded, 0);
    if (id == 0)
        return insert (self, recorded, uid, fields, n_fields, error);
    return tv_change_update_row (self, recorded, id, fields, n_fields, error) ? id : 0;
}

/**
 * tv_change_delete:
 * @self: a change
 * @table: a recorded table
 * @id: key of a record to which no other refers
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was deleted and entered in the history
 */
gboolean
tv_change_delete (TvChange *self, const char *table, gint64 id, GError **error)
{
    const TvRecordedTable *recorded = tv_recorded_table_find (table);

    g_return_val_if_fail (recorded, FALSE);
    return tv_change_delete_row (self, recorded, id, error);
}
