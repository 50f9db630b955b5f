/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What scales and boards showed: the rows behind a measurement's accepted values. */

#include "store/tv-reading-rows.h"

typedef struct {
    gint64 id;
    TvReading reading;
} Row;

static const char sql_list_readings[]
    = "SELECT id, quantity, value FROM reading WHERE measurement_id = $1 ORDER BY place, id";

static GArray *
list_rows (TvConnection *connection, gint64 measurement_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (connection, sql_list_readings, error);
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
    TvStep step;

    if (!statement)
        return NULL;
    tv_statement_bind_int (statement, 1, measurement_id);
    while ((step = tv_statement_step (statement, error)) == TV_STEP_ROW) {
        Row row = { tv_statement_get_int (statement, 0), { 0 } };

        tv_quantity_parse (tv_statement_get_text (statement, 1), &row.reading.quantity);
        row.reading.value = (int) tv_statement_get_int (statement, 2);
        g_array_append_val (rows, row);
    }
    return step == TV_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * tv_reading_rows_attach:
 * @connection: a connection
 * @measurement: (transfer full) (nullable): one without its readings; %NULL passes an error on
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the same with them
 */
TvMeasurement *
tv_reading_rows_attach (TvConnection *connection, TvMeasurement *measurement, GError **error)
{
    g_autoptr (TvMeasurement) bare = measurement;
    g_autoptr (GArray) rows = bare ? list_rows (connection, bare->id, error) : NULL;
    g_autofree TvReading *readings = NULL;
    TvMeasurement values;

    if (!rows)
        return NULL;
    if (rows->len == 0)
        return g_steal_pointer (&bare);
    readings = g_new (TvReading, rows->len);
    for (guint i = 0; i < rows->len; i++)
        readings[i] = g_array_index (rows, Row, i).reading;
    values = *bare;
    values.readings = readings;
    values.n_readings = rows->len;
    return tv_measurement_new (&values);
}

static gboolean
put_row (TvChange *change, gint64 id, gint64 measurement_id, guint place, const TvReading *reading,
         GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_INT ("measurement_id", measurement_id),
        TV_FIELD_OF_TEXT ("quantity", tv_quantity_code (reading->quantity)),
        TV_FIELD_OF_INT ("place", place),
        TV_FIELD_OF_INT ("value", reading->value),
    };

    return tv_change_put (change, "reading", id, NULL, fields, G_N_ELEMENTS (fields), error) != 0;
}

/**
 * tv_reading_rows_put:
 * @change: a change
 * @measurement_id: a measurement
 * @readings: (array length=n_readings): all its readings, in the order in which they were taken
 * @n_readings: how many
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether they stand in the book now, and no others
 */
gboolean
tv_reading_rows_put (TvChange *change, gint64 measurement_id, const TvReading *readings,
                     guint n_readings, GError **error)
{
    g_autoptr (GArray) rows = list_rows (tv_change_connection (change), measurement_id, error);

    if (!rows)
        return FALSE;
    for (guint i = 0; i < n_readings; i++) {
        gint64 id = i < rows->len ? g_array_index (rows, Row, i).id : 0;

        if (!put_row (change, id, measurement_id, i, &readings[i], error))
            return FALSE;
    }
    for (guint i = n_readings; i < rows->len; i++) {
        if (!tv_change_delete (change, "reading", g_array_index (rows, Row, i).id, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
tv_reading_rows_delete (TvChange *change, gint64 measurement_id, GError **error)
{
    return tv_reading_rows_put (change, measurement_id, NULL, 0, error);
}
