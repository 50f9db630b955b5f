/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children of a school year in their classes, as the list of pupils shows them. */

#include "store/tv-store-roster.h"

#include "store/tv-record-rows.h"
#include "store/tv-roster-order.h"

void
tv_roster_row_free (TvRosterRow *self)
{
    tv_student_unref (self->student);
    tv_enrolment_unref (self->enrolment);
    tv_class_unref (self->class_);
    g_clear_pointer (&self->last, tv_measurement_unref);
    g_free (self);
}

static gpointer
read_row (TvStatement *statement, int first)
{
    TvRosterRow *row = g_new0 (TvRosterRow, 1);
    int column = first;

    row->student = tv_read_student (statement, column);
    column += TV_N_STUDENT_COLUMNS;
    row->enrolment = tv_read_enrolment (statement, column);
    column += TV_N_ENROLMENT_COLUMNS;
    row->class_ = tv_read_class (statement, column);
    column += TV_N_CLASS_COLUMNS;
    if (!tv_statement_is_null (statement, column))
        row->last = tv_read_measurement (statement, column);
    return row;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    const TvRosterRow *const *first = a, *const *second = b;

    return tv_roster_order_compare ((*first)->class_, (*first)->enrolment, (*first)->student,
                                    (*second)->class_, (*second)->enrolment, (*second)->student);
}

static const char sql_list_roster[]
    = "SELECT " TV_STUDENT_COLUMNS ", " TV_ENROLMENT_COLUMNS ", " TV_CLASS_COLUMNS
      ", " TV_MEASUREMENT_COLUMNS " FROM enrolment e"
      " JOIN student s ON s.id = e.student_id"
      " JOIN class c ON c.id = e.class_id"
      " LEFT JOIN measurement m ON m.id = (SELECT l.id FROM measurement l"
      " WHERE l.student_id = s.id AND l.state = 'measured' AND l.excluded_reason IS NULL"
      " ORDER BY l.date DESC, l.id DESC LIMIT 1)"
      " WHERE e.year_id = $1 AND ($2 = 0 OR e.class_id = $2)";

/**
 * tv_store_list_roster:
 * @connection: a connection
 * @year_id: a school year
 * @class_id: a class of it, 0 for all
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvRosterRow): every enrolment of the year,
 * those who left among them, by class, roll number (unknown ones last) and name
 */
GPtrArray *
tv_store_list_roster (TvConnection *connection, gint64 year_id, gint64 class_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_roster, year_id, error);
    GPtrArray *rows;

    if (statement)
        tv_statement_bind_int (statement, 2, class_id);
    rows = tv_rows_list (statement, read_row, (GDestroyNotify) tv_roster_row_free, error);
    if (rows)
        g_ptr_array_sort (rows, compare_rows);
    return rows;
}
