/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes of a school year. */

#include "store/tv-store-classes.h"

#include "store/tv-class-order.h"
#include "store/tv-record-rows.h"

void
tv_class_count_free (TvClassCount *self)
{
    tv_class_unref (self->class_);
    g_free (self);
}

static gpointer
read_class_count (TvStatement *row, int first)
{
    TvClassCount *count = g_new0 (TvClassCount, 1);

    count->class_ = tv_read_class (row, first);
    count->n_students = (guint) tv_statement_get_int (row, first + TV_N_CLASS_COLUMNS);
    return count;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
    const TvClassCount *const *first = a, *const *second = b;

    return tv_class_order_compare ((*first)->class_, (*second)->class_);
}

/* Whoever finished school sat in the class to the last; whoever changed class has a later place. */
static const char sql_list_classes[]
    = "SELECT " TV_CLASS_COLUMNS ","
      " (SELECT COUNT(*) FROM enrolment e WHERE e.class_id = c.id"
      " AND e.status IN ('studying', 'arrived') AND (e.until_date IS NULL"
      " OR NOT EXISTS (SELECT 1 FROM enrolment l WHERE l.year_id = e.year_id"
      " AND l.student_id = e.student_id AND l.from_date > e.until_date)))"
      " FROM class c WHERE c.year_id = $1";

/**
 * tv_store_list_classes:
 * @connection: a connection
 * @year_id: a school year
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvClassCount): its classes in the order of the
 *   school: by their position, grade, then name as people count (1A2 before 1A10)
 */
GPtrArray *
tv_store_list_classes (TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_classes, year_id, error);
    GPtrArray *classes
        = tv_rows_list (statement, read_class_count, (GDestroyNotify) tv_class_count_free, error);

    if (classes)
        g_ptr_array_sort (classes, compare_counts);
    return classes;
}

static const char sql_get_class[] = "SELECT " TV_CLASS_COLUMNS " FROM class c WHERE c.id = $1";

/**
 * tv_store_get_class:
 * @connection: a connection
 * @id: of a class
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the class
 */
TvClass *
tv_store_get_class (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_prepare_with_int (connection, sql_get_class, id, error);

    return tv_rows_get (statement, tv_read_class, "class", error);
}

static const char sql_find_class[]
    = "SELECT " TV_CLASS_COLUMNS " FROM class c WHERE c.year_id = $1 AND c.name_key = $2";

/**
 * tv_store_find_class:
 * @connection: a connection
 * @year_id: a school year
 * @name: of the class, in whatever spelling
 * @found: (out) (transfer full) (nullable): the class, %NULL if the year has none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_class (TvConnection *connection, gint64 year_id, const char *name, TvClass **found,
                     GError **error)
{
    g_autofree char *key = tv_class_name_key (name);
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_find_class, year_id, error);

    if (statement)
        tv_statement_bind_text (statement, 2, key);
    return tv_rows_find (statement, tv_read_class, (gpointer *) found, error);
}

/**
 * tv_store_put_class:
 * @change: a change
 * @class_: what it is; id 0 for a new one
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_CONSTRAINT if the year has one of that name
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_class (TvChange *change, const TvClass *class_, GError **error)
{
    g_autofree char *key = tv_class_name_key (class_->name);
    const TvField fields[] = {
        TV_FIELD_OF_INT ("year_id", class_->year_id),
        TV_FIELD_OF_TEXT ("name", class_->name),
        TV_FIELD_OF_TEXT ("name_key", key),
        TV_FIELD_OF_INT ("grade", class_->grade),
        TV_FIELD_OF_INT ("position", class_->position),
    };

    return tv_change_put (change, "class", class_->id, class_->uid, fields, G_N_ELEMENTS (fields),
                          error);
}

/**
 * tv_store_ensure_class:
 * @change: a change
 * @year_id: a school year
 * @name: of the class, in whatever spelling
 * @grade: of the class if it has to be made
 * @error: (nullable): a #TvStoreError
 *
 * Returns: the key of that class, which is made if the year has none; 0 on error
 */
gint64
tv_store_ensure_class (TvChange *change, gint64 year_id, const char *name, int grade,
                       GError **error)
{
    TvClass class_ = { .year_id = year_id, .name = (char *) name, .grade = grade };
    g_autoptr (TvClass) found = NULL;

    if (!tv_store_find_class (tv_change_connection (change), year_id, name, &found, error))
        return 0;
    return found ? found->id : tv_store_put_class (change, &class_, error);
}
