/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The door through which every record is written: whether whoever acts may write it. Which records
 * are somebody's own is not asked here: a record that the person does not see cannot be written. */

#include "store/tv-change-right.h"

#include "store/tv-right.h"
#include "store/tv-row-json.h"

#include <string.h>

static gboolean
refuse (TvChange *change, const TvRecordedTable *table, const char *what, GError **error)
{
    /* Whoever overlooks the refusal does not get the change committed either. */
    change->is_refused = TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED, "%s writes in %s: %s",
                 tv_role_code (change->role), table->name, what);
    return FALSE;
}

/**
 * tv_change_right_is_kept:
 *
 * Returns: whether there is anything that whoever acts may not do
 */
gboolean
tv_change_right_is_kept (const TvChange *change)
{
    return change->role != TV_ROLE_NURSE;
}

/**
 * tv_change_right_check:
 * @change: a change
 * @table: a recorded table
 * @action: what is about to happen in it
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED
 *
 * Returns: whether the role may do that at all
 */
gboolean
tv_change_right_check (TvChange *change, const TvRecordedTable *table, TvAction action,
                       GError **error)
{
    return tv_right_may_write (change->role, table->name, action)
           || refuse (change, table, tv_action_code (action), error);
}

static gboolean
check_name (TvChange *change, const TvRecordedTable *table, TvRowJson *row, GError **error)
{
    guint n_fields;
    const TvField *fields = tv_row_json_fields (row, &n_fields);
    const char *name = NULL;

    for (guint i = 0; i < n_fields; i++) {
        if (strcmp (fields[i].column, "name") == 0)
            name = fields[i].text;
    }
    return tv_right_may_name (change->role, table->name, name)
           || refuse (change, table, name ? name : "", error);
}

static gboolean
is_equal (const TvField *a, const TvField *b)
{
    return a->kind == b->kind && a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

/* Both rows are of one table, so their columns come in one order. */
static gboolean
check_columns (TvChange *change, const TvRecordedTable *table, TvRowJson *before, TvRowJson *after,
               GError **error)
{
    guint n_before, n_after;
    const TvField *old = tv_row_json_fields (before, &n_before);
    const TvField *new = tv_row_json_fields (after, &n_after);

    g_assert (n_before == n_after);
    for (guint i = 0; i < n_after; i++) {
        if (!is_equal (&old[i], &new[i])
            && !tv_right_may_set (change->role, table->name, new[i].column))
            return refuse (change, table, new[i].column, error);
    }
    return TRUE;
}

/**
 * tv_change_right_check_rows:
 * @change: a change
 * @table: a recorded table
 * @old_json: (nullable): the record before, %NULL if it is new
 * @new_json: (nullable): the record after, %NULL if it is deleted
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED
 *
 * Returns: whether whoever acts may make the one of the other
 */
gboolean
tv_change_right_check_rows (TvChange *change, const TvRecordedTable *table, const char *old_json,
                            const char *new_json, GError **error)
{
    g_autoptr (TvRowJson) before = NULL, after = NULL;

    if (!tv_change_right_is_kept (change))
        return TRUE;
    if (old_json) {
        before = tv_row_json_read (old_json, error);
        if (!before || !check_name (change, table, before, error))
            return FALSE;
    }
    if (new_json) {
        after = tv_row_json_read (new_json, error);
        if (!after || !check_name (change, table, after, error))
            return FALSE;
    }
    return !before || !after || check_columns (change, table, before, after, error);
}

/**
 * tv_change_right_refuse:
 * @change: a change
 * @table: a recorded table
 * @id: key of a record that whoever acts does not see
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED
 *
 * Returns: %FALSE
 */
gboolean
tv_change_right_refuse (TvChange *change, const TvRecordedTable *table, gint64 id, GError **error)
{
    g_autofree char *record = g_strdup_printf ("record %" G_GINT64_FORMAT, id);

    return refuse (change, table, record, error);
}

static const char sql_find_nurse[]
    = "SELECT id FROM person WHERE role = 'nurse' AND is_active = 1 AND until_date IS NULL LIMIT 1";

/**
 * tv_change_right_keeps_nurse:
 * @change: a change in which people were written
 * @error: (nullable): TV_STORE_ERROR_LAST_NURSE
 *
 * Whoever may do nothing cannot give the right back to anybody, with no password and no recovery
 * code: a book without a nurse could be read and never be written in again.
 *
 * Returns: whether a nurse is left who acts without a last day
 */
gboolean
tv_change_right_keeps_nurse (const TvChange *change, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (change->connection, sql_find_nurse, error);
    TvStep step = statement ? tv_statement_step (statement, error) : TV_STEP_ERROR;

    if (step == TV_STEP_DONE)
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_LAST_NURSE, change->kind);
    return step == TV_STEP_ROW;
}
