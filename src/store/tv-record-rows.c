/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows into records, the same way for every query that reads them. */

#include "store/tv-record-rows.h"

#include "records/tv-person.h"

/* Records copy what they are made of, so the row's texts are only looked at. */
static char *
text (TvStatement *statement, int column)
{
    return (char *) tv_statement_get_text (statement, column);
}

static int
number (TvStatement *statement, int column)
{
    return (int) tv_statement_get_int (statement, column);
}

gpointer
tv_read_year (TvStatement *row, int first)
{
    TvSchoolYear year = { 0 };

    year.id = tv_statement_get_int (row, first);
    year.uid = text (row, first + 1);
    year.first_year = number (row, first + 2);
    return tv_school_year_new (&year);
}

gpointer
tv_read_class (TvStatement *row, int first)
{
    TvClass class_ = { 0 };

    class_.id = tv_statement_get_int (row, first);
    class_.uid = text (row, first + 1);
    class_.year_id = tv_statement_get_int (row, first + 2);
    class_.name = text (row, first + 3);
    class_.grade = number (row, first + 4);
    class_.position = number (row, first + 5);
    return tv_class_new (&class_);
}

gpointer
tv_read_student (TvStatement *row, int first)
{
    TvStudent student = { 0 };

    student.id = tv_statement_get_int (row, first);
    student.uid = text (row, first + 1);
    student.name = text (row, first + 2);
    tv_sex_parse (text (row, first + 3), &student.sex);
    student.birth_date = tv_statement_get_date (row, first + 4);
    student.personal_number = text (row, first + 5);
    student.ministry_code = text (row, first + 6);
    student.ethnic_group = text (row, first + 7);
    student.guardian_name = text (row, first + 8);
    student.guardian_phone = text (row, first + 9);
    student.notes = text (row, first + 10);
    student.sort_name = text (row, first + 11);
    return tv_student_new (&student);
}

gpointer
tv_read_enrolment (TvStatement *row, int first)
{
    TvEnrolment enrolment = { 0 };

    enrolment.id = tv_statement_get_int (row, first);
    enrolment.uid = text (row, first + 1);
    enrolment.student_id = tv_statement_get_int (row, first + 2);
    enrolment.class_id = tv_statement_get_int (row, first + 3);
    enrolment.year_id = tv_statement_get_int (row, first + 4);
    enrolment.roll_number = number (row, first + 5);
    tv_enrolment_status_parse (text (row, first + 6), &enrolment.status);
    enrolment.from = tv_statement_get_date (row, first + 7);
    enrolment.until = tv_statement_get_date (row, first + 8);
    enrolment.other_school = text (row, first + 9);
    return tv_enrolment_new (&enrolment);
}

gpointer
tv_read_round (TvStatement *row, int first)
{
    TvRound round = { 0 };

    round.id = tv_statement_get_int (row, first);
    round.uid = text (row, first + 1);
    round.year_id = tv_statement_get_int (row, first + 2);
    round.code = text (row, first + 3);
    round.name = text (row, first + 4);
    tv_round_kind_parse (text (row, first + 5), &round.kind);
    round.first_day = tv_statement_get_date (row, first + 6);
    round.last_day = tv_statement_get_date (row, first + 7);
    round.is_closed = number (row, first + 8);
    return tv_round_new (&round);
}

gpointer
tv_read_session (TvStatement *row, int first)
{
    TvSession session = { 0 };

    session.id = tv_statement_get_int (row, first);
    session.uid = text (row, first + 1);
    session.round_id = tv_statement_get_int (row, first + 2);
    session.class_id = tv_statement_get_int (row, first + 3);
    session.date = tv_statement_get_date (row, first + 4);
    session.measurer = text (row, first + 5);
    tv_clothing_parse (text (row, first + 6), &session.clothing);
    session.is_scale_checked = number (row, first + 7);
    session.is_board_checked = number (row, first + 8);
    return tv_session_new (&session);
}

gpointer
tv_read_measurement (TvStatement *row, int first)
{
    TvMeasurement measurement = { 0 };

    measurement.id = tv_statement_get_int (row, first);
    measurement.uid = text (row, first + 1);
    measurement.student_id = tv_statement_get_int (row, first + 2);
    measurement.round_id = tv_statement_get_int (row, first + 3);
    measurement.session_id = tv_statement_get_int (row, first + 4);
    measurement.date = tv_statement_get_date (row, first + 5);
    tv_position_parse (text (row, first + 6), &measurement.position);
    tv_measurement_state_parse (text (row, first + 7), &measurement.state);
    measurement.weight_g = number (row, first + 8);
    measurement.height_mm = number (row, first + 9);
    measurement.has_oedema = number (row, first + 10);
    measurement.excluded_reason = text (row, first + 11);
    measurement.kept_reason = text (row, first + 12);
    measurement.note = text (row, first + 13);
    return tv_measurement_new (&measurement);
}

gpointer
tv_read_target (TvStatement *row, int first)
{
    TvTarget target = { 0 };

    target.id = tv_statement_get_int (row, first);
    target.uid = text (row, first + 1);
    target.year = number (row, first + 2);
    target.code = text (row, first + 3);
    target.part = text (row, first + 4);
    target.wording_vi = text (row, first + 5);
    target.wording_en = text (row, first + 6);
    target.has_value = !tv_statement_is_null (row, first + 7);
    target.value_thousandths = tv_statement_get_int (row, first + 7);
    target.unit = text (row, first + 8);
    tv_direction_parse (text (row, first + 9), &target.direction);
    target.levels = text (row, first + 10);
    target.how = text (row, first + 11);
    target.indicator = text (row, first + 12);
    target.source = text (row, first + 13);
    return tv_target_new (&target);
}

gpointer
tv_read_person (TvStatement *row, int first)
{
    TvPerson person = { 0 };

    person.id = tv_statement_get_int (row, first);
    person.uid = text (row, first + 1);
    person.name = text (row, first + 2);
    tv_role_parse (text (row, first + 3), &person.role);
    person.is_active = number (row, first + 4);
    person.until = tv_statement_get_date (row, first + 5);
    person.class_id = tv_statement_get_int (row, first + 6);
    person.label = text (row, first + 7);
    return tv_person_new (&person);
}

/**
 * tv_rows_list:
 * @statement: (nullable): one with its parameters bound; %NULL passes an error on
 * @read: makes a record of a row
 * @free_row: frees what @read gives
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): all rows
 */
GPtrArray *
tv_rows_list (TvStatement *statement, TvRowReader read, GDestroyNotify free_row, GError **error)
{
    g_autoptr (GPtrArray) rows = NULL;
    TvStep step;

    if (!statement)
        return NULL;
    rows = g_ptr_array_new_with_free_func (free_row);
    while ((step = tv_statement_step (statement, error)) == TV_STEP_ROW)
        g_ptr_array_add (rows, read (statement, 0));
    return step == TV_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * tv_rows_find:
 * @statement: (nullable): one with its parameters bound; %NULL passes an error on
 * @read: makes a record of a row
 * @found: (out) (transfer full) (nullable): the first row, %NULL if there is none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_rows_find (TvStatement *statement, TvRowReader read, gpointer *found, GError **error)
{
    TvStep step;

    *found = NULL;
    if (!statement)
        return FALSE;
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        *found = read (statement, 0);
    return step != TV_STEP_ERROR;
}

/**
 * tv_rows_get:
 * @statement: (nullable): one with its parameters bound; %NULL passes an error on
 * @read: makes a record of a row
 * @what: what is looked for, for the log
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_NOT_FOUND if there is no row
 *
 * Returns: (transfer full) (nullable): the first row
 */
gpointer
tv_rows_get (TvStatement *statement, TvRowReader read, const char *what, GError **error)
{
    gpointer found;

    if (tv_rows_find (statement, read, &found, error) && !found)
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, "no such %s", what);
    return found;
}

TvStatement *
tv_prepare_with_int (TvConnection *connection, const char *sql, gint64 value, GError **error)
{
    TvStatement *statement = tv_connection_prepare (connection, sql, error);

    if (statement)
        tv_statement_bind_int (statement, 1, value);
    return statement;
}

TvStatement *
tv_prepare_with_text (TvConnection *connection, const char *sql, const char *value, GError **error)
{
    TvStatement *statement = tv_connection_prepare (connection, sql, error);

    if (statement)
        tv_statement_bind_text (statement, 1, value);
    return statement;
}

const char *
tv_none_if_empty (const char *value)
{
    return value && *value ? value : NULL;
}
