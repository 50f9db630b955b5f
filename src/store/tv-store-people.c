/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who acts in the book. */

#include "store/tv-store-people.h"

#include "store/tv-record-rows.h"

static const char sql_list_people[]
    = "SELECT " TV_PERSON_COLUMNS " FROM person p ORDER BY p.is_active DESC, p.id";

/**
 * tv_store_list_people:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvPerson): those who act today first
 */
GPtrArray *
tv_store_list_people (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_list_people, error);

    return tv_rows_list (statement, tv_read_person, (GDestroyNotify) tv_person_unref, error);
}

static const char sql_get_person[] = "SELECT " TV_PERSON_COLUMNS " FROM person p WHERE p.id = $1";

/**
 * tv_store_get_person:
 * @connection: a connection
 * @id: of a person
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the person
 */
TvPerson *
tv_store_get_person (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_prepare_with_int (connection, sql_get_person, id, error);

    return tv_rows_get (statement, tv_read_person, "person", error);
}

/**
 * tv_store_put_person:
 * @change: a change
 * @person: what it is; id 0 for a new one. Nobody is deleted, since the history names them.
 * @error: (nullable): a #TvStoreError
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_person (TvChange *change, const TvPerson *person, GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_TEXT ("name", person->name),
        TV_FIELD_OF_TEXT ("role", tv_role_code (person->role)),
        TV_FIELD_OF_INT ("is_active", person->is_active != FALSE),
        TV_FIELD_OF_DATE ("until_date", person->until),
        TV_FIELD_OF_KEY ("class_id", person->class_id),
        TV_FIELD_OF_TEXT ("label", tv_none_if_empty (person->label)),
    };

    return tv_change_put (change, "person", person->id, person->uid, fields, G_N_ELEMENTS (fields),
                          error);
}
