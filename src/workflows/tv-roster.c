/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children of a school year as lists show them: each with its class, its latest measurement and
 * what that says. Worked out on the reading thread, so that the window only has to show it. */

#include "workflows/tv-roster-private.h"

#include "base/tv-text.h"
#include "store/tv-store-enrolments.h"
#include "workflows/tv-class-list.h"

#include <glib/gi18n.h>

typedef struct {
    gint64 year_id;
    TvDate today;
} Question;

static void
entry_free (TvRosterEntry *self)
{
    tv_student_unref (self->student);
    tv_enrolment_unref (self->enrolment);
    tv_class_unref (self->class_);
    g_clear_pointer (&self->last, tv_measurement_unref);
    g_free (self->words);
    g_free (self->search_text);
    g_free (self->sort_key);
    g_free (self);
}

static void
roster_clear (gpointer data)
{
    TvRoster *self = data;

    g_clear_pointer (&self->classes, g_ptr_array_unref);
    g_clear_pointer (&self->chosen_classes, g_ptr_array_unref);
    g_ptr_array_unref (self->entries);
}

/* Everything a child can be found by. */
static char *
write_search_text (const TvRosterRow *row)
{
    const TvStudent *student = row->student;
    const char *const texts[]
        = { student->name, row->class_->name, student->personal_number, student->ministry_code };
    GString *lines = g_string_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autofree char *line = texts[i] ? tv_text_fold (texts[i]) : NULL;

        if (lines->len > 0 && line)
            g_string_append_c (lines, '\n');
        g_string_append (lines, line ? line : "");
    }
    return g_string_free (lines, FALSE);
}

static gboolean
is_here (const TvRosterRow *row, TvDate today)
{
    return tv_store_is_enrolled_on (row->enrolment->status, row->enrolment->from,
                                    row->enrolment->until, today);
}

/**
 * _tv_roster_entry_take:
 * @entry: a child without a measurement
 * @measurement: the one that is shown
 */
void
_tv_roster_entry_take (TvRosterEntry *entry, TvMeasurement *measurement)
{
    const TvStudent *student = entry->student;

    entry->last = tv_measurement_ref (measurement);
    tv_growth_score_measurement (student->sex, student->birth_date, measurement, &entry->growth);
    entry->words = tv_growth_words (&entry->growth);
    entry->concern = tv_growth_class_concern (tv_growth_main_class (&entry->growth));
}

/**
 * _tv_roster_entry_take_nothing:
 * @entry: a child without a measurement
 * @words: why there is none, for people; "" where there is nothing to say
 */
void
_tv_roster_entry_take_nothing (TvRosterEntry *entry, const char *words)
{
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++)
        entry->growth.z[kind] = (TvZScore){ TV_Z_NONE, FALSE, TV_Z_NO_VALUE };
    entry->words = g_strdup (words);
}

/**
 * _tv_roster_entry_new:
 *
 * Returns: (transfer full): the child in that class, without a measurement
 */
TvRosterEntry *
_tv_roster_entry_new (const TvRosterRow *row)
{
    TvRosterEntry *entry = g_new0 (TvRosterEntry, 1);

    entry->student = tv_student_ref (row->student);
    entry->enrolment = tv_enrolment_ref (row->enrolment);
    entry->class_ = tv_class_ref (row->class_);
    entry->search_text = write_search_text (row);
    entry->sort_key = tv_text_sort_key (tv_student_list_name (row->student));
    return entry;
}

/* Whoever finished school stays in the list of its last class. */
static TvRosterEntry *
entry_of_year (const TvRosterRow *row, TvDate today)
{
    TvRosterEntry *entry = _tv_roster_entry_new (row);
    gboolean has_finished = tv_enrolment_is_finished (row->enrolment, today);

    entry->is_here = has_finished || is_here (row, today);
    if (has_finished)
        entry->gone = _ ("No longer at the school");
    else if (!entry->is_here)
        entry->gone = tv_enrolment_status_label (row->enrolment->status);
    if (row->last)
        _tv_roster_entry_take (entry, row->last);
    else
        _tv_roster_entry_take_nothing (entry, "");
    return entry;
}

/**
 * _tv_roster_choose_places:
 * @rows: (element-type TvRosterRow): of one year
 *
 * Who changed class within the year has two places, and is listed in one.
 *
 * Returns: (transfer full): from the key of each child to its row
 */
GHashTable *
_tv_roster_choose_places (GPtrArray *rows, TvDate today)
{
    GHashTable *chosen = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < rows->len; i++) {
        TvRosterRow *row = g_ptr_array_index (rows, i);
        const TvRosterRow *other = g_hash_table_lookup (chosen, &row->student->id);
        gboolean is_better = !other || (is_here (row, today) && !is_here (other, today));

        if (other && is_here (row, today) == is_here (other, today))
            is_better = row->enrolment->from > other->enrolment->from;
        if (is_better)
            g_hash_table_replace (chosen, &row->student->id, row);
    }
    return chosen;
}

/**
 * _tv_roster_new:
 * @year_id: of the children that are going to be listed
 * @chosen_year_id: to whose classes a child can be moved
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): a roster with classes, but without children
 */
TvRoster *
_tv_roster_new (TvConnection *connection, gint64 year_id, gint64 chosen_year_id, GError **error)
{
    g_autoptr (TvRoster) self = g_atomic_rc_box_new0 (TvRoster);

    self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
    self->classes = tv_class_list_read (connection, year_id, error);
    if (!self->classes)
        return NULL;
    self->chosen_classes = tv_class_list_read (connection, chosen_year_id, error);
    return self->chosen_classes ? g_steal_pointer (&self) : NULL;
}

static gpointer
load_roster (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvRoster) self
        = _tv_roster_new (connection, question->year_id, question->year_id, error);
    g_autoptr (GPtrArray) rows = NULL;
    g_autoptr (GHashTable) chosen = NULL;

    rows = self ? tv_store_list_roster (connection, question->year_id, 0, error) : NULL;
    if (!rows)
        return NULL;
    chosen = _tv_roster_choose_places (rows, question->today);
    for (guint i = 0; i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
        if (g_hash_table_lookup (chosen, &row->student->id) == row)
            g_ptr_array_add (self->entries, entry_of_year (row, question->today));
    }
    return g_steal_pointer (&self);
}

/**
 * tv_roster_entry_matches:
 * @folded_query: what somebody typed, from tv_text_fold()
 *
 * Returns: whether all words of the query stand in the name, or all in the class or one of the
 *   numbers; a name half found in the class would bring whole classes up
 */
gboolean
tv_roster_entry_matches (const TvRosterEntry *self, const char *folded_query)
{
    return tv_text_matches (self->search_text, folded_query);
}

/**
 * tv_roster_load:
 * @store: an open book
 * @year_id: the school year
 *
 * Waits for the answer; a window uses tv_roster_load_async().
 *
 * Returns: (transfer full) (nullable): the children of the year
 */
TvRoster *
tv_roster_load (TvStore *store, gint64 year_id, GError **error)
{
    Question question = { year_id, tv_clock_today (tv_store_clock (store)) };

    g_return_val_if_fail (TV_IS_STORE (store), NULL);
    return tv_store_read (store, load_roster, &question, error);
}

/**
 * tv_roster_load_async:
 * @store: an open book
 * @year_id: the school year
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context
 *
 * Reads all children of the year and works out how they do, away from the main thread.
 */
void
tv_roster_load_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    Question question = { year_id, tv_clock_today (tv_store_clock (store)) };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load_roster, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_roster_unref, cancellable, callback, user_data);
}

/**
 * tv_roster_load_finish:
 *
 * Returns: (transfer full) (nullable): the children of the year or of the round
 */
TvRoster *
tv_roster_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

/**
 * tv_roster_ref:
 *
 * Returns: (transfer full): the same roster
 */
TvRoster *
tv_roster_ref (TvRoster *self)
{
    return g_atomic_rc_box_acquire (self);
}

/**
 * tv_roster_unref:
 * @self: (transfer full): a roster
 */
void
tv_roster_unref (TvRoster *self)
{
    g_atomic_rc_box_release_full (self, roster_clear);
}
