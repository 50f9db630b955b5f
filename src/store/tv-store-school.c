/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The school whose book it is. */

#include "store/tv-store-school.h"

#include "store/tv-change-private.h"
#include "store/tv-record-rows.h"

static gpointer
read_school (TvStatement *row, int first)
{
    TvSchool school = { 0 };

    school.id = tv_statement_get_int (row, first);
    school.uid = (char *) tv_statement_get_text (row, first + 1);
    school.name = (char *) tv_statement_get_text (row, first + 2);
    tv_level_parse (tv_statement_get_text (row, first + 3), &school.level);
    school.authority = (char *) tv_statement_get_text (row, first + 4);
    school.address = (char *) tv_statement_get_text (row, first + 5);
    school.principal = (char *) tv_statement_get_text (row, first + 6);
    school.nurse = (char *) tv_statement_get_text (row, first + 7);
    school.is_practice = tv_statement_get_int (row, first + 8) != 0;
    return tv_school_new (&school);
}

static const char sql_get_school[]
    = "SELECT id, uid, name, level, authority, address, principal, nurse, is_practice"
      " FROM school ORDER BY id LIMIT 1";

/**
 * tv_store_get_school:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the school
 */
TvSchool *
tv_store_get_school (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_get_school, error);

    return tv_rows_get (statement, read_school, "school", error);
}

/**
 * tv_store_put_school:
 * @change: a change
 * @school: what it is now; its id is the one that was read, 0 in a book that is being made
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was written
 */
gboolean
tv_store_put_school (TvChange *change, const TvSchool *school, GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_TEXT ("name", school->name),
        TV_FIELD_OF_TEXT ("level", tv_level_code (school->level)),
        TV_FIELD_OF_TEXT ("authority", tv_none_if_empty (school->authority)),
        TV_FIELD_OF_TEXT ("address", tv_none_if_empty (school->address)),
        TV_FIELD_OF_TEXT ("principal", tv_none_if_empty (school->principal)),
        TV_FIELD_OF_TEXT ("nurse", tv_none_if_empty (school->nurse)),
        TV_FIELD_OF_INT ("is_practice", school->is_practice != FALSE),
    };
    gint64 id = tv_change_put (change, "school", school->id, school->uid, fields,
                               G_N_ELEMENTS (fields), error);

    if (change->school_id == 0)
        change->school_id = id;
    return id != 0;
}
