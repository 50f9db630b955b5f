/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A class in a round, as the measuring grid shows it. */

#include "store/tv-store-grid.h"

#include "store/tv-reading-rows.h"
#include "store/tv-record-rows.h"
#include "store/tv-roster-order.h"

void
tv_grid_row_free (TvGridRow *self)
{
    tv_student_unref (self->student);
    tv_enrolment_unref (self->enrolment);
    g_clear_pointer (&self->current, tv_measurement_unref);
    g_clear_pointer (&self->previous, tv_measurement_unref);
    g_free (self);
}

static gpointer
read_row (TvStatement *statement, int first)
{
    TvGridRow *row = g_new0 (TvGridRow, 1);
    int column = first;

    row->student = tv_read_student (statement, column);
    column += TV_N_STUDENT_COLUMNS;
    row->enrolment = tv_read_enrolment (statement, column);
    column += TV_N_ENROLMENT_COLUMNS;
    if (!tv_statement_is_null (statement, column))
        row->current = tv_read_measurement (statement, column);
    return row;
}

/* All rows are of one class, so the class says nothing about their order. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
    static const TvClass same = { 0 };
    const TvGridRow *const *first = a, *const *second = b;

    return tv_roster_order_compare (&same, (*first)->enrolment, (*first)->student, &same,
                                    (*second)->enrolment, (*second)->student);
}

/* Of several measurements of one child in the round, one that counts goes before one that does
 * not, and then the latest. */
static const char sql_list_grid[]
    = "SELECT " TV_STUDENT_COLUMNS ", " TV_ENROLMENT_COLUMNS ", " TV_MEASUREMENT_COLUMNS
      " FROM enrolment e"
      " JOIN student s ON s.id = e.student_id"
      " LEFT JOIN measurement m ON m.id = (SELECT k.id FROM measurement k"
      " WHERE k.round_id = $2 AND k.student_id = s.id"
      " ORDER BY CASE WHEN k.excluded_reason IS NULL THEN 0 ELSE 1 END, k.date DESC, k.id DESC"
      " LIMIT 1)"
      " WHERE e.class_id = $1";

static GPtrArray *
list_rows (TvConnection *connection, gint64 class_id, gint64 round_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_grid, class_id, error);

    if (statement)
        tv_statement_bind_int (statement, 2, round_id);
    return tv_rows_list (statement, read_row, (GDestroyNotify) tv_grid_row_free, error);
}

static const char sql_find_previous[]
    = "SELECT " TV_MEASUREMENT_COLUMNS " FROM measurement m"
      " WHERE m.student_id = $1 AND m.state = 'measured' AND m.excluded_reason IS NULL"
      " AND (m.round_id IS NULL OR m.round_id <> $2) AND m.date <= $3"
      " ORDER BY m.date DESC, m.id DESC LIMIT 1";

static gboolean
find_previous (TvConnection *connection, TvGridRow *row, gint64 round_id, TvDate before,
               GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_find_previous, row->student->id, error);
    TvDate day = row->current ? row->current->date : before;

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 2, round_id);
    tv_statement_bind_date (statement, 3, day);
    return tv_rows_find (statement, tv_read_measurement, (gpointer *) &row->previous, error);
}

static const char sql_get_last_day[]
    = "SELECT COALESCE(last_day, '9999-12-31') FROM round WHERE id = $1";

static gboolean
get_last_day (TvConnection *connection, gint64 round_id, TvDate *day, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_get_last_day, round_id, error);
    TvStep step;

    if (!statement)
        return FALSE;
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        *day = tv_statement_get_date (statement, 0);
    else if (step == TV_STEP_DONE)
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, "no such round");
    return step == TV_STEP_ROW;
}

static gboolean
complete_row (TvConnection *connection, TvGridRow *row, gint64 round_id, TvDate last_day,
              GError **error)
{
    if (row->current) {
        row->current = tv_reading_rows_attach (connection, row->current, error);
        if (!row->current)
            return FALSE;
    }
    return find_previous (connection, row, round_id, last_day, error);
}

/**
 * tv_store_list_grid:
 * @connection: a connection
 * @class_id: a class
 * @round_id: a round
 * @error: (nullable): a #TvStoreError
 *
 * The measurement of the round comes with its readings, the one before it without.
 *
 * Returns: (transfer full) (nullable) (element-type TvGridRow): every enrolment of the class, those
 *   who left among them, by roll number and name
 */
GPtrArray *
tv_store_list_grid (TvConnection *connection, gint64 class_id, gint64 round_id, GError **error)
{
    g_autoptr (GPtrArray) rows = NULL;
    TvDate last_day;

    if (!get_last_day (connection, round_id, &last_day, error))
        return NULL;
    rows = list_rows (connection, class_id, round_id, error);
    for (guint i = 0; rows && i < rows->len; i++) {
        if (!complete_row (connection, rows->pdata[i], round_id, last_day, error))
            return NULL;
    }
    if (rows)
        g_ptr_array_sort (rows, compare_rows);
    return g_steal_pointer (&rows);
}
