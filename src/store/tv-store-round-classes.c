/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The classes a round takes in. Whatever counts the children of a round asks here whose they are.
 */

#include "store/tv-store-round-classes.h"

#include "store/tv-record-rows.h"

static const char sql_list_round_classes[]
    = "SELECT id, class_id FROM round_class WHERE round_id = $1 ORDER BY id";

/* From the class to the record that names it. */
static GHashTable *
read_records (TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_round_classes, round_id, error);
    g_autoptr (GHashTable) records
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    TvStep step;

    if (!statement)
        return NULL;
    while ((step = tv_statement_step (statement, error)) == TV_STEP_ROW) {
        gint64 id = tv_statement_get_int (statement, 0);
        gint64 class_id = tv_statement_get_int (statement, 1);

        g_hash_table_insert (records, g_memdup2 (&class_id, sizeof class_id),
                             g_memdup2 (&id, sizeof id));
    }
    return step == TV_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * tv_store_get_round_classes:
 * @connection: a connection
 * @round_id: a round
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the classes it takes in
 */
TvRoundClasses *
tv_store_get_round_classes (TvConnection *connection, gint64 round_id, GError **error)
{
    GHashTable *ids = read_records (connection, round_id, error);
    TvRoundClasses *self;

    if (!ids)
        return NULL;
    self = g_new (TvRoundClasses, 1);
    self->ids = ids;
    return self;
}

static gboolean
has_class (const gint64 *class_ids, guint n_classes, gint64 class_id)
{
    for (guint i = 0; i < n_classes; i++) {
        if (class_ids[i] == class_id)
            return TRUE;
    }
    return FALSE;
}

static gboolean
drop_others (TvChange *change, GHashTable *records, const gint64 *class_ids, guint n_classes,
             GError **error)
{
    GHashTableIter iter;
    gpointer class_id, id;

    g_hash_table_iter_init (&iter, records);
    while (g_hash_table_iter_next (&iter, &class_id, &id)) {
        if (!has_class (class_ids, n_classes, *(gint64 *) class_id)
            && !tv_change_delete (change, "round_class", *(gint64 *) id, error))
            return FALSE;
    }
    return TRUE;
}

/**
 * tv_store_put_round_classes:
 * @change: a change
 * @round_id: a round
 * @class_ids: (array length=n_classes): classes of the round's year
 * @n_classes: how many; 0: the round takes in all of the year, also those that come later
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_SIGNED_OFF if the round is closed
 *
 * Returns: whether the round takes in these and no others now
 */
gboolean
tv_store_put_round_classes (TvChange *change, gint64 round_id, const gint64 *class_ids,
                            guint n_classes, GError **error)
{
    g_autoptr (GHashTable) records = read_records (tv_change_connection (change), round_id, error);

    if (!records || !drop_others (change, records, class_ids, n_classes, error))
        return FALSE;
    for (guint i = 0; i < n_classes; i++) {
        const TvField fields[] = {
            TV_FIELD_OF_INT ("round_id", round_id),
            TV_FIELD_OF_INT ("class_id", class_ids[i]),
        };

        if (!g_hash_table_contains (records, &class_ids[i])
            && tv_change_put (change, "round_class", 0, NULL, fields, G_N_ELEMENTS (fields), error)
                   == 0)
            return FALSE;
    }
    return TRUE;
}

void
tv_round_classes_free (TvRoundClasses *self)
{
    g_hash_table_unref (self->ids);
    g_free (self);
}

/**
 * tv_round_classes_are_all:
 *
 * Returns: whether the round takes in every class of its year
 */
gboolean
tv_round_classes_are_all (const TvRoundClasses *self)
{
    return g_hash_table_size (self->ids) == 0;
}

/**
 * tv_round_classes_cover:
 * @class_id: a class of the round's year
 *
 * Returns: whether the round takes it in
 */
gboolean
tv_round_classes_cover (const TvRoundClasses *self, gint64 class_id)
{
    return tv_round_classes_are_all (self) || g_hash_table_contains (self->ids, &class_id);
}
