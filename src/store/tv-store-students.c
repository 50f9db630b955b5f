/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children known to the school. */

#include "store/tv-store-students.h"

#include "store/tv-record-rows.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"

static const char sql_list_students[]
    = "SELECT " TV_STUDENT_COLUMNS " FROM student s ORDER BY s.id";

/**
 * tv_store_list_students:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvStudent): every child the book ever knew, in
 *   the order of being entered; what a list is matched against
 */
GPtrArray *
tv_store_list_students (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (connection, sql_list_students, error);

    return tv_rows_list (statement, tv_read_student, (GDestroyNotify) tv_student_unref, error);
}

static const char sql_get_student[]
    = "SELECT " TV_STUDENT_COLUMNS " FROM student s WHERE s.id = $1";

/**
 * tv_store_get_student:
 * @connection: a connection
 * @id: of a child
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the child
 */
TvStudent *
tv_store_get_student (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_get_student, id, error);

    return tv_rows_get (statement, tv_read_student, "student", error);
}

static gboolean
find_by_text (TvConnection *connection, const char *sql, const char *value, TvStudent **found,
              GError **error)
{
    g_autoptr (TvStatement) statement = tv_prepare_with_text (connection, sql, value, error);

    return tv_rows_find (statement, tv_read_student, (gpointer *) found, error);
}

static const char sql_find_student_by_uid[]
    = "SELECT " TV_STUDENT_COLUMNS " FROM student s WHERE s.uid = $1";

/**
 * tv_store_find_student_by_uid:
 * @connection: a connection
 * @uid: of a child
 * @found: (out) (transfer full) (nullable): the child, %NULL if the book knows none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_student_by_uid (TvConnection *connection, const char *uid, TvStudent **found,
                              GError **error)
{
    return find_by_text (connection, sql_find_student_by_uid, uid, found, error);
}

static const char sql_find_student_by_personal_number[]
    = "SELECT " TV_STUDENT_COLUMNS " FROM student s WHERE s.personal_number = $1";

/**
 * tv_store_find_student_by_personal_number:
 * @connection: a connection
 * @number: 12 digits
 * @found: (out) (transfer full) (nullable): the child, %NULL if the book knows none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_student_by_personal_number (TvConnection *connection, const char *number,
                                          TvStudent **found, GError **error)
{
    return find_by_text (connection, sql_find_student_by_personal_number, number, found, error);
}

static const char sql_find_student_by_ministry_code[]
    = "SELECT " TV_STUDENT_COLUMNS " FROM student s WHERE s.ministry_code = $1";

/**
 * tv_store_find_student_by_ministry_code:
 * @connection: a connection
 * @code: of the ministry's data base
 * @found: (out) (transfer full) (nullable): the child, %NULL if the book knows none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_student_by_ministry_code (TvConnection *connection, const char *code,
                                        TvStudent **found, GError **error)
{
    return find_by_text (connection, sql_find_student_by_ministry_code, code, found, error);
}

/**
 * tv_store_put_student:
 * @change: a change
 * @student: what it is; id 0 for a new one
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_CONSTRAINT if another child has that
 *   personal number or ministry code
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_student (TvChange *change, const TvStudent *student, GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_TEXT ("name", student->name),
        TV_FIELD_OF_TEXT ("sex", tv_sex_code (student->sex)),
        TV_FIELD_OF_DATE ("birth_date", student->birth_date),
        TV_FIELD_OF_TEXT ("personal_number", tv_none_if_empty (student->personal_number)),
        TV_FIELD_OF_TEXT ("ministry_code", tv_none_if_empty (student->ministry_code)),
        TV_FIELD_OF_TEXT ("ethnic_group", tv_none_if_empty (student->ethnic_group)),
        TV_FIELD_OF_TEXT ("guardian_name", tv_none_if_empty (student->guardian_name)),
        TV_FIELD_OF_TEXT ("guardian_phone", tv_none_if_empty (student->guardian_phone)),
        TV_FIELD_OF_TEXT ("notes", tv_none_if_empty (student->notes)),
        TV_FIELD_OF_TEXT ("sort_name", tv_none_if_empty (student->sort_name)),
    };

    return tv_change_put (change, "student", student->id, student->uid, fields,
                          G_N_ELEMENTS (fields), error);
}

static gboolean
delete_measurements (TvChange *change, gint64 student_id, GError **error)
{
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_student (tv_change_connection (change), student_id, error);

    for (guint i = 0; measurements && i < measurements->len; i++) {
        const TvMeasurement *measurement = measurements->pdata[i];

        if (!tv_store_delete_measurement (change, measurement->id, error))
            return FALSE;
    }
    return measurements != NULL;
}

static gboolean
delete_enrolments (TvChange *change, gint64 student_id, GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_student (tv_change_connection (change), student_id, error);

    for (guint i = 0; enrolments && i < enrolments->len; i++) {
        const TvEnrolment *enrolment = enrolments->pdata[i];

        if (!tv_store_delete_enrolment (change, enrolment->id, error))
            return FALSE;
    }
    return enrolments != NULL;
}

/**
 * tv_store_delete_student:
 * @change: a change
 * @id: of a child that should never have been entered; one that left is given a status instead
 * @error: (nullable): a #TvStoreError
 *
 * Takes the child's measurements and enrolments with it.
 *
 * Returns: whether it was deleted
 */
gboolean
tv_store_delete_student (TvChange *change, gint64 id, GError **error)
{
    return delete_measurements (change, id, error) && delete_enrolments (change, id, error)
           && tv_change_delete (change, "student", id, error);
}
