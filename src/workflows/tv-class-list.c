/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The classes of a school year, for where somebody chooses one. */

#include "workflows/tv-class-list.h"

#include "store/tv-store-classes.h"

static void
roster_class_free (TvRosterClass *self)
{
    tv_class_unref (self->class_);
    g_free (self);
}

static gpointer
load_classes (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_class_list_read (connection, *(gint64 *) input, error);
}

/**
 * tv_class_list_read:
 * @connection: where reading goes on
 * @year_id: the school year
 *
 * Returns: (transfer full) (element-type TvRosterClass) (nullable): the classes in the school's
 *   order, owned by the array
 */
GPtrArray *
tv_class_list_read (TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (GPtrArray) counts = tv_store_list_classes (connection, year_id, error);
    GPtrArray *classes;

    if (!counts)
        return NULL;
    classes = g_ptr_array_new_with_free_func ((GDestroyNotify) roster_class_free);
    for (guint i = 0; i < counts->len; i++) {
        const TvClassCount *count = g_ptr_array_index (counts, i);
        TvRosterClass *roster_class = g_new (TvRosterClass, 1);

        roster_class->class_ = tv_class_ref (count->class_);
        roster_class->n_students = count->n_students;
        g_ptr_array_add (classes, roster_class);
    }
    return classes;
}

/**
 * tv_class_list_load_async:
 * @store: an open book
 * @year_id: the school year
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context
 */
void
tv_class_list_load_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load_classes, g_memdup2 (&year_id, sizeof year_id), g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * tv_class_list_load_finish:
 *
 * Returns: (transfer full) (element-type TvRosterClass) (nullable): the classes of the year
 */
GPtrArray *
tv_class_list_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}
