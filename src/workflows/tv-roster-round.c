/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children of a round as that round found them: a number of an earlier round leads to those it
 * counted, with the values by which it did, wherever they are now. */

#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-years.h"
#include "workflows/tv-rates-count.h"
#include "workflows/tv-roster-private.h"

#include <glib/gi18n.h>

typedef struct {
    gint64 round_id;
    gint64 year_id; /* the chosen one, whatever the round's */
    TvDate today;
} Question;

/* A round as the rates count it. */
typedef struct {
    TvRound *round;
    TvRoundRows *rows;
    GArray *children;        /* of TvRateChild, one for each of the rows */
    GPtrArray *measurements; /* of TvMeasurement */
    GHashTable *by_id;       /* of them */
    GPtrArray *now;          /* of TvRosterRow: the book's newest year */
    GHashTable *now_by_id;   /* of them, the one that says where the child is */
} RoundSource;

static void
round_source_clear (RoundSource *self)
{
    g_clear_pointer (&self->round, tv_round_unref);
    g_clear_pointer (&self->rows, tv_round_rows_unref);
    g_clear_pointer (&self->children, g_array_unref);
    g_clear_pointer (&self->by_id, g_hash_table_unref);
    g_clear_pointer (&self->measurements, g_ptr_array_unref);
    g_clear_pointer (&self->now_by_id, g_hash_table_unref);
    g_clear_pointer (&self->now, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoundSource, round_source_clear)

static gint64
find_newest_year (GPtrArray *years)
{
    const TvSchoolYear *newest = NULL;

    for (guint i = 0; i < years->len; i++) {
        const TvSchoolYear *year = g_ptr_array_index (years, i);

        if (!newest || year->first_year > newest->first_year)
            newest = year;
    }
    return newest ? newest->id : 0;
}

static gboolean
read_whereabouts (RoundSource *self, TvConnection *connection, TvDate today, GError **error)
{
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);

    if (years)
        self->now = tv_store_list_roster (connection, find_newest_year (years), 0, error);
    if (self->now)
        self->now_by_id = _tv_roster_choose_places (self->now, today);
    return self->now != NULL;
}

static gboolean
read_round (RoundSource *self, TvConnection *connection, const Question *question, GError **error)
{
    TvRates rates = { .population = TV_POPULATION_UNDER_FIVE };

    self->round = tv_store_get_round (connection, question->round_id, error);
    self->rows
        = self->round ? tv_store_list_round_rows (connection, question->round_id, error) : NULL;
    self->measurements
        = self->rows ? tv_store_list_measurements_of_round (connection, question->round_id, error)
                     : NULL;
    if (!self->measurements || !read_whereabouts (self, connection, question->today, error))
        return FALSE;
    self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
    for (guint i = 0; i < self->measurements->len; i++) {
        TvMeasurement *measurement = g_ptr_array_index (self->measurements, i);

        g_hash_table_insert (self->by_id, &measurement->id, measurement);
    }
    self->children = g_array_new (FALSE, FALSE, sizeof (TvRateChild));
    rates.round = self->round;
    rates.children = self->children;
    tv_rates_count_children (&rates, self->rows, question->today);
    return TRUE;
}

/* Who will come back after the summer has not left. */
static const char *
say_gone (const RoundSource *self, const TvEnrolment *then, TvDate today)
{
    const TvRosterRow *row = g_hash_table_lookup (self->now_by_id, &then->student_id);
    const TvEnrolment *last = row ? row->enrolment : then;

    if (row
        && tv_store_is_enrolled_on (last->status, last->from, last->until, MAX (today, last->from)))
        return NULL;
    return tv_enrolment_status_is_here (last->status) ? _ ("No longer at the school")
                                                      : tv_enrolment_status_label (last->status);
}

/* As the rates count the child: of the other population it is none the less measured. */
static TvRosterEntry *
entry_of_round (const RoundSource *self, const TvRosterRow *row, guint index, TvDate today)
{
    const TvRoundRow *found = &self->rows->rows[index];
    TvLeftOut reason = g_array_index (self->children, TvRateChild, index).left_out;
    TvMeasurement *measurement = g_hash_table_lookup (self->by_id, &found->measurement_id);
    TvRosterEntry *entry = _tv_roster_entry_new (row);

    entry->is_here = reason != TV_LEFT_OUT_NOT_ENROLLED;
    entry->gone = say_gone (self, row->enrolment, today);
    switch (reason) {
    case TV_LEFT_OUT_NOT:
    case TV_LEFT_OUT_OTHER_AGE:
    case TV_LEFT_OUT_NO_BIRTH_DATE:
    case TV_LEFT_OUT_NO_SEX:
        _tv_roster_entry_take (entry, measurement);
        break;
    default:
        _tv_roster_entry_take_nothing (entry, tv_left_out_label (reason));
    }
    return entry;
}

static gboolean
is_place_of (const TvRosterRow *row, const TvRoundRow *found)
{
    return row->student->id == found->student_id && row->class_->id == found->class_id
           && row->enrolment->from == found->from;
}

/* Who sits in the classes today says nothing of a year that is over. */
static void
count_classes (TvRoster *self)
{
    for (guint i = 0; i < self->classes->len; i++) {
        TvRosterClass *class_ = g_ptr_array_index (self->classes, i);

        class_->n_students = 0;
        for (guint j = 0; j < self->entries->len; j++) {
            const TvRosterEntry *entry = g_ptr_array_index (self->entries, j);

            class_->n_students += entry->is_here && entry->class_->id == class_->class_->id;
        }
    }
}

static gpointer
load_round (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_auto (RoundSource) source = { 0 };
    g_autoptr (TvRoster) self = NULL;
    g_autoptr (GPtrArray) rows = NULL;
    g_autoptr (GHashTable) indexes = g_hash_table_new (g_int64_hash, g_int64_equal);

    if (!read_round (&source, connection, question, error))
        return NULL;
    self = _tv_roster_new (connection, source.round->year_id, question->year_id, error);
    rows = self ? tv_store_list_roster (connection, source.round->year_id, 0, error) : NULL;
    if (!rows)
        return NULL;
    for (guint i = 0; i < source.rows->n_rows; i++)
        g_hash_table_insert (indexes, &source.rows->rows[i].student_id, GUINT_TO_POINTER (i));
    for (guint i = 0; i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);
        gpointer index;

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
        /* A child in two classes of the year comes in the one in which it was measured; one whose
         * class the round does not take in is none of its children. */
        if (!g_hash_table_lookup_extended (indexes, &row->student->id, NULL, &index)
            || !is_place_of (row, &source.rows->rows[GPOINTER_TO_UINT (index)]))
            continue;
        g_ptr_array_add (self->entries,
                         entry_of_round (&source, row, GPOINTER_TO_UINT (index), question->today));
    }
    count_classes (self);
    return g_steal_pointer (&self);
}

/**
 * tv_roster_load_round:
 * @store: an open book
 * @round_id: a round, of any year
 * @year_id: the chosen school year, for the classes to which a child can be moved
 *
 * All children of the round's year, those who have left since among them, each with the
 * measurement of that round by which the rates count it; without one the words tell why.
 *
 * Waits for the answer; a window uses tv_roster_load_round_async().
 *
 * Returns: (transfer full) (nullable): the children of the round
 */
TvRoster *
tv_roster_load_round (TvStore *store, gint64 round_id, gint64 year_id, GError **error)
{
    Question question = { round_id, year_id, tv_clock_today (tv_store_clock (store)) };

    g_return_val_if_fail (TV_IS_STORE (store), NULL);
    return tv_store_read (store, load_round, &question, error);
}

/**
 * tv_roster_load_round_async:
 * @store: an open book
 * @round_id: a round, of any year
 * @year_id: the chosen school year
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context; it calls tv_roster_load_finish()
 *
 * Does what tv_roster_load_round() does, away from the main thread.
 */
void
tv_roster_load_round_async (TvStore *store, gint64 round_id, gint64 year_id,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    Question question = { round_id, year_id, tv_clock_today (tv_store_clock (store)) };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load_round, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_roster_unref, cancellable, callback, user_data);
}
