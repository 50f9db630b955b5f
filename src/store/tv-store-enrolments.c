/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children's places in classes. */

#include "store/tv-store-enrolments.h"

#include "store/tv-record-rows.h"

/**
 * tv_store_is_enrolled_on:
 * @status: of an enrolment
 * @from: its first day, TV_DATE_NONE from the year's start
 * @until: its last day, TV_DATE_NONE where it has none
 * @day: a day of that school year
 *
 * A child that left without a day of leaving counts as gone on every day.
 *
 * Returns: whether the child sat in that class on that day
 */
gboolean
tv_store_is_enrolled_on (TvEnrolmentStatus status, TvDate from, TvDate until, TvDate day)
{
    if (from != TV_DATE_NONE && day < from)
        return FALSE;
    return until == TV_DATE_NONE ? tv_enrolment_status_is_here (status) : day <= until;
}

static GPtrArray *
list (TvStatement *statement, GError **error)
{
    return tv_rows_list (statement, tv_read_enrolment, (GDestroyNotify) tv_enrolment_unref, error);
}

static const char sql_list_enrolments_of_student[]
    = "SELECT " TV_ENROLMENT_COLUMNS " FROM enrolment e JOIN school_year y ON y.id = e.year_id"
      " WHERE e.student_id = $1 ORDER BY y.first_year DESC, e.from_date DESC NULLS LAST, e.id DESC";

/**
 * tv_store_list_enrolments_of_student:
 * @connection: a connection
 * @student_id: a child
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvEnrolment): the newest first
 */
GPtrArray *
tv_store_list_enrolments_of_student (TvConnection *connection, gint64 student_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_enrolments_of_student, student_id, error);

    return list (statement, error);
}

static const char sql_list_enrolments_of_class[]
    = "SELECT " TV_ENROLMENT_COLUMNS " FROM enrolment e WHERE e.class_id = $1"
      " ORDER BY e.roll_number, e.id";

/**
 * tv_store_list_enrolments_of_class:
 * @connection: a connection
 * @class_id: a class
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvEnrolment): by roll number, those who left
 *   among them
 */
GPtrArray *
tv_store_list_enrolments_of_class (TvConnection *connection, gint64 class_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_enrolments_of_class, class_id, error);

    return list (statement, error);
}

static const char sql_get_enrolment[]
    = "SELECT " TV_ENROLMENT_COLUMNS " FROM enrolment e WHERE e.id = $1";

/**
 * tv_store_get_enrolment:
 * @connection: a connection
 * @id: of an enrolment
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the enrolment
 */
TvEnrolment *
tv_store_get_enrolment (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_get_enrolment, id, error);

    return tv_rows_get (statement, tv_read_enrolment, "enrolment", error);
}

static const char sql_list_enrolments_of_year[]
    = "SELECT " TV_ENROLMENT_COLUMNS " FROM enrolment e JOIN school_year y ON y.id = e.year_id"
      " WHERE e.student_id = $1 AND y.first_year = $2"
      " ORDER BY e.from_date DESC NULLS LAST, e.id DESC";

/**
 * tv_store_find_enrolment_on:
 * @connection: a connection
 * @student_id: a child
 * @day: a day
 * @found: (out) (transfer full) (nullable): where the child sat on that day, %NULL if nowhere here
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_enrolment_on (TvConnection *connection, gint64 student_id, TvDate day,
                            TvEnrolment **found, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_enrolments_of_year, student_id, error);
    g_autoptr (GPtrArray) enrolments = NULL;

    *found = NULL;
    if (statement)
        tv_statement_bind_int (statement, 2, tv_school_year_of_date (day));
    enrolments = list (statement, error);
    for (guint i = 0; enrolments && i < enrolments->len && !*found; i++) {
        TvEnrolment *enrolment = enrolments->pdata[i];

        if (tv_store_is_enrolled_on (enrolment->status, enrolment->from, enrolment->until, day))
            *found = tv_enrolment_ref (enrolment);
    }
    return enrolments != NULL;
}

/**
 * tv_store_put_enrolment:
 * @change: a change
 * @enrolment: what it is; id 0 for a new one
 * @error: (nullable): a #TvStoreError
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_enrolment (TvChange *change, const TvEnrolment *enrolment, GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_INT ("student_id", enrolment->student_id),
        TV_FIELD_OF_INT ("class_id", enrolment->class_id),
        TV_FIELD_OF_INT ("year_id", enrolment->year_id),
        TV_FIELD_OF_INT ("roll_number", enrolment->roll_number),
        TV_FIELD_OF_TEXT ("status", tv_enrolment_status_code (enrolment->status)),
        TV_FIELD_OF_DATE ("from_date", enrolment->from),
        TV_FIELD_OF_DATE ("until_date", enrolment->until),
        TV_FIELD_OF_TEXT ("other_school", tv_none_if_empty (enrolment->other_school)),
    };

    return tv_change_put (change, "enrolment", enrolment->id, enrolment->uid, fields,
                          G_N_ELEMENTS (fields), error);
}

gboolean
tv_store_delete_enrolment (TvChange *change, gint64 id, GError **error)
{
    return tv_change_delete (change, "enrolment", id, error);
}
