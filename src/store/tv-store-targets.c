/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of each year's plan. */

#include "store/tv-store-targets.h"

#include "store/tv-record-rows.h"

static const char sql_list_targets[]
    = "SELECT " TV_TARGET_COLUMNS " FROM target t WHERE t.year = $1 ORDER BY t.id";

/**
 * tv_store_list_targets:
 * @connection: a connection
 * @year: of the plan
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvTarget): in the plan's order
 */
GPtrArray *
tv_store_list_targets (TvConnection *connection, int year, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_targets, year, error);

    return tv_rows_list (statement, tv_read_target, (GDestroyNotify) tv_target_unref, error);
}

static const char sql_list_target_years[] = "SELECT DISTINCT t.year FROM target t ORDER BY t.year";

/**
 * tv_store_list_target_years:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type int): the years that have targets, the earliest
 *   first
 */
GArray *
tv_store_list_target_years (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (connection, sql_list_target_years, error);
    g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
    TvStep step;

    if (!statement)
        return NULL;
    while ((step = tv_statement_step (statement, error)) == TV_STEP_ROW) {
        int year = (int) tv_statement_get_int (statement, 0);

        g_array_append_val (years, year);
    }
    return step == TV_STEP_DONE ? g_steal_pointer (&years) : NULL;
}

/**
 * tv_store_put_target:
 * @change: a change
 * @target: what it is; id 0 for a new one
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_CONSTRAINT if the year has one of that code
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_target (TvChange *change, const TvTarget *target, GError **error)
{
    TvField fields[] = {
        TV_FIELD_OF_INT ("value_thousandths", target->value_thousandths),
        TV_FIELD_OF_INT ("year", target->year),
        TV_FIELD_OF_TEXT ("code", target->code),
        TV_FIELD_OF_TEXT ("part", target->part),
        TV_FIELD_OF_TEXT ("wording_vi", target->wording_vi),
        TV_FIELD_OF_TEXT ("wording_en", target->wording_en),
        TV_FIELD_OF_TEXT ("unit", target->unit),
        TV_FIELD_OF_TEXT ("direction", tv_direction_code (target->direction)),
        TV_FIELD_OF_TEXT ("levels", target->levels),
        TV_FIELD_OF_TEXT ("how", target->how),
        TV_FIELD_OF_TEXT ("indicator", tv_none_if_empty (target->indicator)),
        TV_FIELD_OF_TEXT ("source", tv_none_if_empty (target->source)),
    };

    if (!target->has_value)
        fields[0].kind = TV_FIELD_NULL;
    return tv_change_put (change, "target", target->id, target->uid, fields, G_N_ELEMENTS (fields),
                          error);
}

gboolean
tv_store_delete_target (TvChange *change, gint64 id, GError **error)
{
    return tv_change_delete (change, "target", id, error);
}
