/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds children of every year by name or number, as one types it. */

#include "workflows/tv-child-search.h"

#include "base/tv-text.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-roster-order.h"
#include "store/tv-store-students.h"
#include "workflows/tv-history-names.h"

typedef struct {
    char *query; /* folded */
    guint limit;
} Question;

static void
question_free (gpointer data)
{
    Question *self = data;

    g_free (self->query);
    g_free (self);
}

static void
found_free (gpointer data)
{
    TvChildFound *self = data;

    g_free (self->name);
    g_free (self->detail);
    g_free (self);
}

static gboolean
matches (const TvStudent *student, const char *query)
{
    g_autofree char *text
        = g_strjoin (" ", student->name, student->personal_number ? student->personal_number : "",
                     student->ministry_code ? student->ministry_code : "", NULL);
    g_autofree char *folded = tv_text_fold (text);

    return tv_text_matches (folded, query);
}

static gboolean
find_class_name (TvConnection *connection, gint64 student_id, char **name, GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_student (connection, student_id, error);
    g_autoptr (TvClass) class_ = NULL;

    *name = NULL;
    if (!enrolments || enrolments->len == 0)
        return enrolments != NULL;
    class_
        = tv_store_get_class (connection, ((TvEnrolment *) enrolments->pdata[0])->class_id, error);
    if (!class_)
        return FALSE;
    *name = g_strdup (class_->name);
    return TRUE;
}

static TvChildFound *
found_new (TvConnection *connection, const TvStudent *student, GError **error)
{
    g_autofree char *birth = tv_date_to_text (student->birth_date);
    g_autofree char *class_name = NULL;
    TvChildFound *found;

    if (!find_class_name (connection, student->id, &class_name, error))
        return NULL;
    found = g_new0 (TvChildFound, 1);
    found->student_id = student->id;
    found->name = g_strdup (student->name);
    found->detail = g_strdup_printf ("%s%s%s", birth, *birth && class_name ? " · " : "",
                                     class_name ? class_name : "");
    return found;
}

static int
compare_students (gconstpointer a, gconstpointer b)
{
    const TvStudent *const *left = a, *const *right = b;
    int order = tv_roster_order_compare_students (*left, *right);

    return order != 0 ? order : (*left)->id < (*right)->id ? -1 : (*left)->id > (*right)->id;
}

/* In the order of lists, so that somebody finds the one among many of the same name. */
static GPtrArray *
find_matching (GPtrArray *students, const char *query, GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) matching = g_ptr_array_new ();

    for (guint i = 0; i < students->len; i++) {
        if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
        if (matches (students->pdata[i], query))
            g_ptr_array_add (matching, students->pdata[i]);
    }
    g_ptr_array_sort (matching, compare_students);
    return g_steal_pointer (&matching);
}

static gpointer
search (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (GPtrArray) students = tv_store_list_students (connection, error);
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (found_free);
    g_autoptr (GPtrArray) matching
        = students ? find_matching (students, question->query, cancellable, error) : NULL;

    if (!matching)
        return NULL;
    for (guint i = 0; i < matching->len && found->len < question->limit; i++) {
        TvChildFound *child = found_new (connection, matching->pdata[i], error);

        if (!child)
            return NULL;
        g_ptr_array_add (found, child);
    }
    return g_steal_pointer (&found);
}

/**
 * tv_child_search_async:
 * @store: an open book
 * @query: words of a name, or a number, as typed: without accents if one likes
 * @limit: how many at most
 * @cancellable: (nullable): stops it, also while it searches
 *
 * End it with tv_child_search_finish().
 */
void
tv_child_search_async (TvStore *store, const char *query, guint limit, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
    Question *question = g_new (Question, 1);

    g_return_if_fail (TV_IS_STORE (store) && query);
    *question = (Question){ tv_text_fold (query), limit };
    tv_store_read_async (store, search, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

/**
 * tv_child_search_finish:
 *
 * Returns: (transfer full) (element-type TvChildFound) (nullable): who was found
 */
GPtrArray *
tv_child_search_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

static gpointer
read_name (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvHistoryNames) names = tv_history_names_new (connection);
    g_autofree char *name
        = g_strdup (tv_history_names_get (names, TV_HISTORY_NAME_STUDENT, *(gint64 *) input));

    return tv_history_names_check (names, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * tv_child_name_async:
 * @store: an open book
 * @student_id: of a child, who need not be in the book any more
 *
 * End it with tv_child_name_finish().
 */
void
tv_child_name_async (TvStore *store, gint64 student_id, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, read_name, g_memdup2 (&student_id, sizeof student_id), g_free,
                         g_free, cancellable, callback, user_data);
}

/**
 * tv_child_name_finish:
 *
 * Returns: (transfer full) (nullable): its name, or a few words where it has none
 */
char *
tv_child_name_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}
