/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measurements with the readings behind them. */

#include "store/tv-store-measurements.h"

#include "store/tv-reading-rows.h"
#include "store/tv-record-rows.h"

static GPtrArray *
list_with_readings (TvConnection *connection, TvStatement *statement, GError **error)
{
    g_autoptr (GPtrArray) rows = tv_rows_list (statement, tv_read_measurement,
                                               (GDestroyNotify) tv_measurement_unref, error);

    for (guint i = 0; rows && i < rows->len; i++) {
        TvMeasurement *bare = g_steal_pointer (&rows->pdata[i]);

        rows->pdata[i] = tv_reading_rows_attach (connection, bare, error);
        if (!rows->pdata[i]) {
            /* The array is given up: nothing empty may be left in it. */
            g_ptr_array_set_free_func (rows, NULL);
            for (guint j = 0; j < rows->len; j++)
                g_clear_pointer (&rows->pdata[j], tv_measurement_unref);
            return NULL;
        }
    }
    return g_steal_pointer (&rows);
}

static const char sql_list_measurements_of_student[]
    = "SELECT " TV_MEASUREMENT_COLUMNS " FROM measurement m WHERE m.student_id = $1"
      " ORDER BY m.date, m.id";

/**
 * tv_store_list_measurements_of_student:
 * @connection: a connection
 * @student_id: a child
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvMeasurement): all of them, excluded and
 *   absent ones too, the earliest first
 */
GPtrArray *
tv_store_list_measurements_of_student (TvConnection *connection, gint64 student_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_measurements_of_student, student_id, error);

    return list_with_readings (connection, statement, error);
}

static const char sql_list_measurements_of_round[]
    = "SELECT " TV_MEASUREMENT_COLUMNS " FROM measurement m WHERE m.round_id = $1"
      " ORDER BY m.student_id, m.date, m.id";

/**
 * tv_store_list_measurements_of_round:
 * @connection: a connection
 * @round_id: a round
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvMeasurement): all of them, by child and date
 */
GPtrArray *
tv_store_list_measurements_of_round (TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_measurements_of_round, round_id, error);

    return list_with_readings (connection, statement, error);
}

static const char sql_get_measurement[]
    = "SELECT " TV_MEASUREMENT_COLUMNS " FROM measurement m WHERE m.id = $1";

/**
 * tv_store_get_measurement:
 * @connection: a connection
 * @id: of a measurement
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the measurement
 */
TvMeasurement *
tv_store_get_measurement (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_get_measurement, id, error);
    TvMeasurement *bare = tv_rows_get (statement, tv_read_measurement, "measurement", error);

    return tv_reading_rows_attach (connection, bare, error);
}

/**
 * tv_store_put_measurement:
 * @change: a change
 * @measurement: what it is, with all its readings; id 0 for a new one
 * @error: (nullable): a #TvStoreError
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_measurement (TvChange *change, const TvMeasurement *measurement, GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_INT ("student_id", measurement->student_id),
        TV_FIELD_OF_KEY ("round_id", measurement->round_id),
        TV_FIELD_OF_KEY ("session_id", measurement->session_id),
        TV_FIELD_OF_DATE ("date", measurement->date),
        TV_FIELD_OF_TEXT ("position", tv_position_code (measurement->position)),
        TV_FIELD_OF_TEXT ("state", tv_measurement_state_code (measurement->state)),
        TV_FIELD_OF_INT ("weight_g", measurement->weight_g),
        TV_FIELD_OF_INT ("height_mm", measurement->height_mm),
        TV_FIELD_OF_INT ("has_oedema", measurement->has_oedema != FALSE),
        TV_FIELD_OF_TEXT ("excluded_reason", measurement->excluded_reason),
        TV_FIELD_OF_TEXT ("kept_reason", measurement->kept_reason),
        TV_FIELD_OF_TEXT ("note", tv_none_if_empty (measurement->note)),
    };
    gint64 id = tv_change_put (change, "measurement", measurement->id, measurement->uid, fields,
                               G_N_ELEMENTS (fields), error);

    if (id == 0
        || !tv_reading_rows_put (change, id, measurement->readings, measurement->n_readings, error))
        return 0;
    return id;
}

/**
 * tv_store_exclude_measurement:
 * @change: a change
 * @id: of a measurement
 * @reason: (nullable): why it does not count; %NULL lets it count again
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was done
 */
gboolean
tv_store_exclude_measurement (TvChange *change, gint64 id, const char *reason, GError **error)
{
    const TvField fields[] = { TV_FIELD_OF_TEXT ("excluded_reason", reason) };

    g_return_val_if_fail (id != 0, FALSE);
    return tv_change_put (change, "measurement", id, NULL, fields, 1, error) != 0;
}

gboolean
tv_store_delete_measurement (TvChange *change, gint64 id, GError **error)
{
    return tv_reading_rows_delete (change, id, error)
           && tv_change_delete (change, "measurement", id, error);
}
