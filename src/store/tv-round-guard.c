/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was signed off stays as it was signed, whoever writes: the window, an import, the command
 * line or an undo. */

#include "store/tv-round-guard.h"

#include <string.h>

static const char sql_is_round_closed[] = "SELECT is_closed FROM round WHERE id = $1";

/* Thousands of rows of one import are of one round, so the answer is kept. */
static gboolean
check_round (TvChange *change, gint64 round_id, GError **error)
{
    g_autoptr (TvStatement) statement = NULL;
    TvStep step;

    if (round_id == 0 || round_id == change->open_round_id || change->is_erasing)
        return TRUE;
    statement = tv_connection_prepare (change->connection, sql_is_round_closed, error);
    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, round_id);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW && tv_statement_get_int (statement, 0) != 0) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_SIGNED_OFF, "round %" G_GINT64_FORMAT,
                     round_id);
        return FALSE;
    }
    if (step == TV_STEP_ROW)
        change->open_round_id = round_id;
    return step != TV_STEP_ERROR;
}

static gboolean
check_round_of (TvChange *change, const char *query, gint64 record_id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (change->connection, query, error);
    TvStep step;

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, record_id);
    step = tv_statement_step (statement, error);
    if (step != TV_STEP_ROW)
        return step == TV_STEP_DONE;
    return check_round (change, tv_statement_get_int (statement, 0), error);
}

/**
 * tv_round_guard_check_record:
 * @change: a change
 * @table: a recorded table
 * @id: key of the record that is about to be changed or deleted
 * @error: (nullable): TV_STORE_ERROR_SIGNED_OFF if its round is closed
 *
 * Returns: whether the record may be written; one that is of no round always may
 */
gboolean
tv_round_guard_check_record (TvChange *change, const TvRecordedTable *table, gint64 id,
                             GError **error)
{
    if (strcmp (table->name, "round") == 0)
        change->open_round_id = 0;
    return !table->round_query || check_round_of (change, table->round_query, id, error);
}

/**
 * tv_round_guard_check_fields:
 * @change: a change
 * @fields: (array length=n_fields): what is about to be written
 * @n_fields: how many
 * @error: (nullable): TV_STORE_ERROR_SIGNED_OFF if they belong to a closed round
 *
 * Returns: whether they may be written
 */
gboolean
tv_round_guard_check_fields (TvChange *change, const TvField *fields, guint n_fields,
                             GError **error)
{
    for (guint i = 0; i < n_fields; i++) {
        const TvField *field = &fields[i];

        if (strcmp (field->column, "round_id") == 0)
            return check_round (change, field->number, error);
        if (strcmp (field->column, "measurement_id") == 0)
            return check_round_of (change, tv_recorded_table_find ("measurement")->round_query,
                                   field->number, error);
    }
    return TRUE;
}
