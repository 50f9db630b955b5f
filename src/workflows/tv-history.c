/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history as a list: when, who, what, about whom, a page at a time. */

#include "workflows/tv-history.h"

#include "base/tv-moment.h"
#include "base/tv-text.h"
#include "store/tv-store-people.h"
#include "workflows/tv-history-words.h"
#include "workflows/tv-undo.h"

#include <glib/gi18n.h>

typedef struct {
    TvHistoryFilter filter;
    gint64 before;
    guint limit;
} Question;

static void
question_free (gpointer data)
{
    Question *self = data;

    g_free (self->filter.kind);
    g_free (self);
}

static void
clear_line (gpointer data)
{
    TvHistoryLine *self = data;

    g_free (self->when);
    g_free (self->who);
    g_free (self->what);
    g_free (self->about);
}

TvHistoryLine *
tv_history_line_ref (TvHistoryLine *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_history_line_unref (TvHistoryLine *self)
{
    g_atomic_rc_box_release_full (self, clear_line);
}

static char *
write_what (const TvHistoryHead *head)
{
    const char *kind = head->set->kind;

    if (!head->undone_kind || !g_str_equal (kind, "undo"))
        return g_strdup (tv_change_kind_label (kind));
    /* Translators: %s is what had been done, such as "Editing a child" */
    return g_strdup_printf (_ ("Taking back: %s"), tv_change_kind_label (head->undone_kind));
}

static char *
write_child (const TvHistoryHead *head)
{
    const char *name = head->student_name;

    if (!name)
        return g_strdup (_ ("a child without a name in the book"));
    if (!head->class_name)
        return g_strdup (name);
    return g_strdup_printf ("%s · %s", name, head->class_name);
}

static char *
write_children (const TvHistoryHead *head)
{
    if (head->n_entries > TV_HISTORY_MOST_COUNTED)
        return g_strdup_printf (
            ngettext ("more than %u child", "more than %u children", head->n_students - 1),
            head->n_students - 1);
    return g_strdup_printf (ngettext ("%u child", "%u children", head->n_students),
                            head->n_students);
}

static char *
write_about (const TvHistoryHead *head, TvHistoryNames *names)
{
    g_autofree char *subject = NULL;

    if (head->n_students == 1)
        return write_child (head);
    if (head->n_students > 1)
        return write_children (head);
    if (!head->first)
        return g_strdup ("");
    subject = tv_history_subject (names, head->first);
    return subject ? g_steal_pointer (&subject)
                   : g_strdup (tv_history_table_label (head->first->table));
}

/**
 * tv_history_line_new:
 * @head: a change set
 * @names: of what its keys stand for
 *
 * Returns: (transfer full): it in words, in the chosen language
 */
TvHistoryLine *
tv_history_line_new (const TvHistoryHead *head, TvHistoryNames *names)
{
    const TvChangeSet *set = head->set;
    TvHistoryLine *self = g_atomic_rc_box_new0 (TvHistoryLine);

    self->id = set->id;
    self->day = tv_moment_day (set->time_utc);
    self->when = tv_moment_to_text (set->time_utc);
    self->who = g_strdup (set->person_name ? set->person_name : "");
    self->what = write_what (head);
    self->about = write_about (head, names);
    self->student_id = head->student_id;
    self->is_undo = set->undo_of != 0;
    self->is_undone = set->is_undone;
    return self;
}

static gpointer
load (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvHistoryNames) names = tv_history_names_new (connection);
    g_autoptr (GPtrArray) lines
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_history_line_unref);
    g_autoptr (GPtrArray) heads = tv_store_search_history (
        connection, &question->filter, question->before, question->limit, error);

    if (!heads)
        return NULL;
    for (guint i = 0; i < heads->len; i++)
        g_ptr_array_add (lines, tv_history_line_new (heads->pdata[i], names));
    if (!tv_history_names_check (names, error))
        return NULL;
    return g_steal_pointer (&lines);
}

/**
 * tv_history_load_async:
 * @store: an open book
 * @filter: which change sets
 * @before: only those before this one, 0 from the newest
 * @limit: how many at most
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context
 */
void
tv_history_load_async (TvStore *store, const TvHistoryFilter *filter, gint64 before, guint limit,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    Question *question = g_new (Question, 1);

    g_return_if_fail (TV_IS_STORE (store));
    *question = (Question){ *filter, before, limit };
    question->filter.kind = g_strdup (filter->kind);
    tv_store_read_async (store, load, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

/**
 * tv_history_load_finish:
 *
 * Returns: (transfer full) (element-type TvHistoryLine) (nullable): the newest first
 */
GPtrArray *
tv_history_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

void
tv_history_choices_free (TvHistoryChoices *self)
{
    g_clear_pointer (&self->people, g_ptr_array_unref);
    g_clear_pointer (&self->kinds, g_ptr_array_unref);
    g_free (self);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
    return tv_text_compare (tv_change_kind_label (*(const char *const *) a),
                            tv_change_kind_label (*(const char *const *) b));
}

static gpointer
load_choices (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvHistoryChoices) self = g_new0 (TvHistoryChoices, 1);
    g_auto (GStrv) kinds = NULL;

    self->people = tv_store_list_people (connection, error);
    kinds = self->people ? tv_store_list_change_kinds (connection, error) : NULL;
    if (!kinds)
        return NULL;
    self->kinds = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; kinds[i]; i++)
        g_ptr_array_add (self->kinds, g_strdup (kinds[i]));
    g_ptr_array_sort (self->kinds, compare_kinds);
    return g_steal_pointer (&self);
}

/**
 * tv_history_choices_load_async:
 * @store: an open book
 *
 * Reads what the history can be filtered by.
 */
void
tv_history_choices_load_async (TvStore *store, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load_choices, NULL, NULL, (GDestroyNotify) tv_history_choices_free,
                         cancellable, callback, user_data);
}

TvHistoryChoices *
tv_history_choices_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}
