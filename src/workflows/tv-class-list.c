/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The classes of a school year, for where somebody chooses one. */

#include "workflows/tv-class-list.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-round-classes.h"

static void
roster_class_free (TvRosterClass *self)
{
    tv_class_unref (self->class_);
    g_free (self);
}

typedef struct {
    gint64 year_id;
    gint64 round_id; /* 0: whatever round */
} Question;

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
 * tv_class_list_read_of_round:
 * @connection: where reading goes on
 * @year_id: the school year
 * @round_id: a round of it, 0 for all classes of the year
 *
 * Returns: (transfer full) (element-type TvRosterClass) (nullable): the classes that the round
 *   takes in, as tv_class_list_read()
 */
GPtrArray *
tv_class_list_read_of_round (TvConnection *connection, gint64 year_id, gint64 round_id,
                             GError **error)
{
    g_autoptr (GPtrArray) classes = tv_class_list_read (connection, year_id, error);
    g_autoptr (TvRoundClasses) taken_in
        = classes ? tv_store_get_round_classes (connection, round_id, error) : NULL;

    if (!taken_in)
        return NULL;
    for (guint i = classes->len; i > 0; i--) {
        const TvRosterClass *roster_class = g_ptr_array_index (classes, i - 1);

        if (!tv_round_classes_cover (taken_in, roster_class->class_->id))
            g_ptr_array_remove_index (classes, i - 1);
    }
    return g_steal_pointer (&classes);
}

static gpointer
load_classes (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;

    return tv_class_list_read_of_round (connection, question->year_id, question->round_id, error);
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
    tv_class_list_load_of_round_async (store, year_id, 0, cancellable, callback, user_data);
}

/**
 * tv_class_list_load_of_round_async:
 * @store: an open book
 * @year_id: the school year
 * @round_id: a round of it, 0 for all classes of the year
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context; it calls tv_class_list_load_finish()
 *
 * Reads the classes that the round takes in.
 */
void
tv_class_list_load_of_round_async (TvStore *store, gint64 year_id, gint64 round_id,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
    const Question question = { year_id, round_id };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load_classes, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * tv_class_list_load_finish:
 *
 * Returns: (transfer full) (element-type TvRosterClass) (nullable): the classes of the year, or
 *   those that the round takes in
 */
GPtrArray *
tv_class_list_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}
