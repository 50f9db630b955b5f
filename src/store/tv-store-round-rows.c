/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows that rates are worked out from: as many as there are children, so they are read into
 * one array with one heap of texts rather than into records. */

#include "store/tv-store-round-rows.h"

#include "store/tv-store-enrolments.h"
#include "store/tv-store-round-classes.h"

static void
clear_rows (gpointer data)
{
    TvRoundRows *self = data;

    g_array_unref (self->array);
    g_string_chunk_free (self->strings);
}

TvRoundRows *
tv_round_rows_ref (TvRoundRows *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_round_rows_unref (TvRoundRows *self)
{
    g_atomic_rc_box_release_full (self, clear_rows);
}

/* Driven by the index on (year_id, student_id): each table is then walked in the order of its keys,
 * and the rows of one child come one after the other without sorting. */
static const char sql_list_round_rows[]
    = "SELECT e.student_id, s.uid, s.name, s.sex, s.birth_date, c.id, c.name, c.grade,"
      " e.roll_number, e.status, e.from_date, e.until_date,"
      " m.id, m.session_id, m.date, m.position, m.state, m.weight_g, m.height_mm, m.has_oedema,"
      " m.excluded_reason"
      " FROM round r"
      " JOIN enrolment e ON e.year_id = r.year_id"
      " JOIN student s ON s.id = e.student_id"
      " JOIN class c ON c.id = e.class_id"
      " LEFT JOIN measurement m ON m.round_id = r.id AND m.student_id = e.student_id"
      " WHERE r.id = $1"
      " ORDER BY e.student_id";

/**
 * tv_store_round_rows_sql:
 *
 * Returns: the query behind tv_store_list_round_rows(); $1 is the round's key. The bench runs the
 *   engine's own shell on it.
 */
const char *
tv_store_round_rows_sql (void)
{
    return sql_list_round_rows;
}

enum {
    STUDENT_ID,
    UID,
    NAME,
    SEX,
    BIRTH_DATE,
    CLASS_ID,
    CLASS_NAME,
    GRADE,
    ROLL_NUMBER,
    STATUS,
    FROM_DATE,
    UNTIL_DATE,
    MEASUREMENT_ID,
    SESSION_ID,
    DATE,
    POSITION,
    STATE,
    WEIGHT_G,
    HEIGHT_MM,
    HAS_OEDEMA,
    EXCLUDED_REASON,
};

static void
read_child (TvStatement *statement, TvRoundRows *rows, TvRoundRow *row)
{
    row->student_id = tv_statement_get_int (statement, STUDENT_ID);
    row->uid = g_string_chunk_insert (rows->strings, tv_statement_get_text (statement, UID));
    row->name = g_string_chunk_insert (rows->strings, tv_statement_get_text (statement, NAME));
    tv_sex_parse (tv_statement_get_text (statement, SEX), &row->sex);
    row->birth_date = tv_statement_get_date (statement, BIRTH_DATE);
}

static void
read_place (TvStatement *statement, TvRoundRows *rows, TvRoundRow *row)
{
    row->class_id = tv_statement_get_int (statement, CLASS_ID);
    row->class_name = g_string_chunk_insert_const (rows->strings,
                                                   tv_statement_get_text (statement, CLASS_NAME));
    row->grade = (int) tv_statement_get_int (statement, GRADE);
    row->roll_number = (int) tv_statement_get_int (statement, ROLL_NUMBER);
    tv_enrolment_status_parse (tv_statement_get_text (statement, STATUS), &row->status);
    row->from = tv_statement_get_date (statement, FROM_DATE);
    row->until = tv_statement_get_date (statement, UNTIL_DATE);
}

static void
read_measurement (TvStatement *statement, TvRoundRows *rows, TvRoundRow *row)
{
    const char *reason;

    row->date = TV_DATE_NONE;
    row->measurement_id = tv_statement_get_int (statement, MEASUREMENT_ID);
    if (row->measurement_id == 0)
        return;
    row->session_id = tv_statement_get_int (statement, SESSION_ID);
    row->date = tv_statement_get_date (statement, DATE);
    tv_position_parse (tv_statement_get_text (statement, POSITION), &row->position);
    tv_measurement_state_parse (tv_statement_get_text (statement, STATE), &row->state);
    row->weight_g = (int) tv_statement_get_int (statement, WEIGHT_G);
    row->height_mm = (int) tv_statement_get_int (statement, HEIGHT_MM);
    row->has_oedema = tv_statement_get_int (statement, HAS_OEDEMA) != 0;
    reason = tv_statement_get_text (statement, EXCLUDED_REASON);
    row->excluded_reason = reason ? g_string_chunk_insert_const (rows->strings, reason) : NULL;
}

static gboolean
is_own_class (const TvRoundRow *row)
{
    if (row->measurement_id == 0)
        return row->until == TV_DATE_NONE && tv_enrolment_status_is_here (row->status);
    return tv_store_is_enrolled_on (row->status, row->from, row->until, row->date);
}

/* Whether @a says more than @b about one child in one round: a measurement that counts before one
 * that is excluded, one with values before one without, the class the child sat in on that day
 * before another, and at last what was entered later. */
static gboolean
is_better (const TvRoundRow *a, const TvRoundRow *b)
{
    if ((a->excluded_reason == NULL) != (b->excluded_reason == NULL))
        return a->excluded_reason == NULL;
    if ((a->state == TV_MEASUREMENT_MEASURED) != (b->state == TV_MEASUREMENT_MEASURED))
        return a->state == TV_MEASUREMENT_MEASURED;
    if (a->date != b->date)
        return a->date > b->date;
    if (is_own_class (a) != is_own_class (b))
        return is_own_class (a);
    if (a->measurement_id != b->measurement_id)
        return a->measurement_id > b->measurement_id;
    return a->from >= b->from;
}

static void
add_row (TvRoundRows *rows, const TvRoundRow *row)
{
    TvRoundRow *last
        = rows->array->len ? &g_array_index (rows->array, TvRoundRow, rows->array->len - 1) : NULL;

    if (!last || last->student_id != row->student_id)
        g_array_append_vals (rows->array, row, 1);
    else if (is_better (row, last))
        *last = *row;
}

static const char sql_find_round[] = "SELECT id FROM round WHERE id = $1";

static gboolean
check_round (TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_find_round, error);
    TvStep step;

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, round_id);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_DONE)
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, "no such round");
    return step == TV_STEP_ROW;
}

/**
 * tv_store_list_round_rows:
 * @connection: a connection
 * @round_id: a round
 * @error: (nullable): a #TvStoreError
 *
 * One row for each child that was enrolled in the round's school year at any time, in a class that
 * the round takes in, by the child's key. A child in two such classes of the year comes in the one
 * it sat in when it was measured.
 *
 * Returns: (transfer full) (nullable): the rows
 */
TvRoundRows *
tv_store_list_round_rows (TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (TvStatement) statement = NULL;
    g_autoptr (TvRoundRows) rows = NULL;
    g_autoptr (TvRoundClasses) classes = NULL;
    TvStep step;

    if (!check_round (connection, round_id, error))
        return NULL;
    classes = tv_store_get_round_classes (connection, round_id, error);
    if (!classes)
        return NULL;
    statement = tv_connection_prepare (connection, sql_list_round_rows, error);
    if (!statement)
        return NULL;
    rows = g_atomic_rc_box_new0 (TvRoundRows);
    rows->array = g_array_new (FALSE, FALSE, sizeof (TvRoundRow));
    rows->strings = g_string_chunk_new (1 << 16);
    tv_statement_bind_int (statement, 1, round_id);
    while ((step = tv_statement_step (statement, error)) == TV_STEP_ROW) {
        TvRoundRow row = { 0 };

        if (!tv_round_classes_cover (classes, tv_statement_get_int (statement, CLASS_ID)))
            continue;
        read_child (statement, rows, &row);
        read_place (statement, rows, &row);
        read_measurement (statement, rows, &row);
        add_row (rows, &row);
    }
    if (step == TV_STEP_ERROR)
        return NULL;
    rows->rows = (TvRoundRow *) (gpointer) rows->array->data;
    rows->n_rows = rows->array->len;
    return g_steal_pointer (&rows);
}
