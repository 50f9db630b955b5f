/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When the children of a year were weighed last. As many rows as there are children: an array. */

#include "store/tv-store-weighings.h"

#include "store/tv-record-rows.h"

/* The inner query walks the index of a child's measurements backwards, and mostly ends at the first
 * of them. */
static const char sql_list_weighings[]
    = "SELECT e.student_id, s.birth_date, e.status, e.from_date, e.until_date,"
      " (SELECT m.date FROM measurement m"
      " WHERE m.student_id = e.student_id AND m.state = 'measured' AND m.weight_g > 0"
      " AND m.excluded_reason IS NULL"
      " ORDER BY m.date DESC LIMIT 1)"
      " FROM enrolment e JOIN student s ON s.id = e.student_id"
      " WHERE e.year_id = $1"
      " ORDER BY e.student_id, e.id";

/**
 * tv_store_list_weighings:
 * @connection: a connection
 * @year_id: a school year
 * @error: (nullable): a #TvStoreError
 *
 * A weight that counts is looked for, of whatever round; a child that was measured without one was
 * not weighed.
 *
 * Returns: (transfer full) (nullable) (element-type TvWeighing): one for each enrolment of the
 *   year, by child: who changed class comes twice
 */
GArray *
tv_store_list_weighings (TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_weighings, year_id, error);
    g_autoptr (GArray) weighings = g_array_new (FALSE, FALSE, sizeof (TvWeighing));
    TvStep step;

    if (!statement)
        return NULL;
    while ((step = tv_statement_step (statement, error)) == TV_STEP_ROW) {
        TvWeighing weighing = { .student_id = tv_statement_get_int (statement, 0),
                                .birth_date = tv_statement_get_date (statement, 1),
                                .from = tv_statement_get_date (statement, 3),
                                .until = tv_statement_get_date (statement, 4),
                                .weighed_on = tv_statement_get_date (statement, 5) };

        tv_enrolment_status_parse (tv_statement_get_text (statement, 2), &weighing.status);
        g_array_append_val (weighings, weighing);
    }
    return step == TV_STEP_DONE ? g_steal_pointer (&weighings) : NULL;
}
