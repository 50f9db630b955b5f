/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks through all children of a year for what is missing or odd. It takes longer than the rates,
 * which is why the overview asks for it apart. */

#include "workflows/tv-book-gaps.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-roster.h"
#include "workflows/tv-measuring.h"

typedef struct {
    gint64 year_id;
    gint64 round_id; /* 0: there is none */
} Input;

static GArray *
new_list (void)
{
    return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static TvBookGaps *
make_gaps (void)
{
    TvBookGaps *self = g_atomic_rc_box_new0 (TvBookGaps);

    self->without_birth_date = new_list ();
    self->without_sex = new_list ();
    self->without_personal_number = new_list ();
    self->incomplete = new_list ();
    self->doubtful = new_list ();
    return self;
}

static void
free_gaps (gpointer data)
{
    TvBookGaps *self = data;

    g_array_unref (self->without_birth_date);
    g_array_unref (self->without_sex);
    g_array_unref (self->without_personal_number);
    g_array_unref (self->incomplete);
    g_array_unref (self->doubtful);
}

static void
look_at_student (TvBookGaps *self, const TvStudent *student)
{
    gboolean has_birth_date = student->birth_date != TV_DATE_NONE;
    gboolean has_sex = student->sex != TV_SEX_UNKNOWN;

    self->n_students++;
    if (!has_birth_date)
        g_array_append_val (self->without_birth_date, student->id);
    if (!has_sex)
        g_array_append_val (self->without_sex, student->id);
    if (!has_birth_date || !has_sex)
        g_array_append_val (self->incomplete, student->id);
    if (!student->personal_number)
        g_array_append_val (self->without_personal_number, student->id);
}

static gboolean
look_at_students (TvBookGaps *self, TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (GPtrArray) rows = tv_store_list_roster (connection, year_id, 0, error);

    if (!rows)
        return FALSE;
    for (guint i = 0; i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);

        if (tv_enrolment_is_current (row->enrolment))
            look_at_student (self, row->student);
    }
    return TRUE;
}

static gboolean
has_question (const GPtrArray *rows, guint index)
{
    g_auto (TvMeasuringFinding) finding = { 0 };

    tv_measuring_assess_grid (rows, index, &finding);
    return finding.n_questions > 0;
}

/* The same rows as the measuring grid asks its questions of; who changed class within the year is
 * in two of them. */
static gboolean
look_at_values (TvBookGaps *self, TvConnection *connection, const Input *input,
                GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, input->year_id, error);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

    if (!classes)
        return FALSE;
    for (guint i = 0; i < classes->len; i++) {
        const TvClassCount *count = g_ptr_array_index (classes, i);
        g_autoptr (GPtrArray) rows
            = tv_store_list_grid (connection, count->class_->id, input->round_id, error);

        if (!rows || g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        for (guint k = 0; k < rows->len; k++) {
            const TvGridRow *row = g_ptr_array_index (rows, k);
            const gint64 *id = &row->student->id;

            if (g_hash_table_add (seen, g_memdup2 (id, sizeof *id)) && has_question (rows, k))
                g_array_append_val (self->doubtful, row->student->id);
        }
    }
    return TRUE;
}

static gpointer
find_gaps (TvConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
    const Input *input = data;
    g_autoptr (TvBookGaps) self = make_gaps ();

    if (!look_at_students (self, connection, input->year_id, error))
        return NULL;
    if (input->round_id && !look_at_values (self, connection, input, cancellable, error))
        return NULL;
    return g_steal_pointer (&self);
}

/**
 * tv_book_gaps_find:
 * @store: a record book
 * @year_id: a school year
 * @round_id: a round of it, 0 where there is none
 *
 * Blocks; the window uses tv_book_gaps_find_async().
 *
 * Returns: (transfer full): what the book lacks, or NULL with @error set
 */
TvBookGaps *
tv_book_gaps_find (TvStore *store, gint64 year_id, gint64 round_id, GError **error)
{
    Input input = { year_id, round_id };

    return tv_store_read (store, find_gaps, &input, error);
}

void
tv_book_gaps_find_async (TvStore *store, gint64 year_id, gint64 round_id, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
    Input *input = g_new (Input, 1);

    *input = (Input){ year_id, round_id };
    tv_store_read_async (store, find_gaps, input, g_free, (GDestroyNotify) tv_book_gaps_unref,
                         cancellable, callback, user_data);
}

TvBookGaps *
tv_book_gaps_find_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvBookGaps *
tv_book_gaps_ref (TvBookGaps *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_book_gaps_unref (TvBookGaps *self)
{
    g_atomic_rc_box_release_full (self, free_gaps);
}
