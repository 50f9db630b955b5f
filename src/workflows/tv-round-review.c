/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still open in a round, and how well it was measured: all that is read by whoever signs
 * it. It takes several readings, so it is done on a thread of its own. */

#include "workflows/tv-round-review.h"

#include "base/tv-moment.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-drafts.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-signings.h"
#include "workflows/tv-measuring.h"
#include "workflows/tv-rate-history.h"
#include "workflows/tv-rates-quality.h"
#include "workflows/tv-round-figures.h"

typedef struct {
    TvRoundReview *review;
    const TvRound *round;
    GHashTable *children; /* student id to TvRateChild */
    GCancellable *cancellable;
} Reading;

static void
free_unmeasured (gpointer data)
{
    TvUnmeasuredClass *self = data;

    g_free (self->class_name);
    g_array_unref (self->children);
    g_free (self);
}

static void
free_question (gpointer data)
{
    TvOpenQuestion *self = data;

    g_free (self->name);
    g_free (self->class_name);
    g_free (self->sentences);
    g_free (self);
}

static void
free_half_typed (gpointer data)
{
    TvHalfTyped *self = data;

    g_free (self->text);
    g_free (self);
}

static void
free_event (gpointer data)
{
    TvSigningEvent *self = data;

    g_free (self->person_name);
    g_free (self->reason);
    g_free (self);
}

static void
free_review (gpointer data)
{
    TvRoundReview *self = data;

    g_clear_pointer (&self->rates, tv_rates_unref);
    g_ptr_array_unref (self->unmeasured);
    g_ptr_array_unref (self->questions);
    g_ptr_array_unref (self->half_typed);
    g_array_unref (self->without_birth_date);
    g_array_unref (self->without_sex);
    g_clear_pointer (&self->quality, g_ptr_array_unref);
    g_ptr_array_unref (self->events);
    g_clear_pointer (&self->changed_figures, g_ptr_array_unref);
}

static TvRoundReview *
make_review (void)
{
    TvRoundReview *self = g_atomic_rc_box_new0 (TvRoundReview);

    self->unmeasured = g_ptr_array_new_with_free_func (free_unmeasured);
    self->questions = g_ptr_array_new_with_free_func (free_question);
    self->half_typed = g_ptr_array_new_with_free_func (free_half_typed);
    self->without_birth_date = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->without_sex = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->events = g_ptr_array_new_with_free_func (free_event);
    return self;
}

/* TV_LEFT_OUT_NOT where both values were taken. Children that the rates leave out for other causes
 * were measured all the same. */
static TvLeftOut
find_gap (const TvRateChild *child)
{
    if (tv_rate_child_is_half_measured (child))
        return TV_LEFT_OUT_NO_VALUE;
    switch (child->left_out) {
    case TV_LEFT_OUT_NOT_MEASURED:
    case TV_LEFT_OUT_ABSENT:
    case TV_LEFT_OUT_REFUSED:
    case TV_LEFT_OUT_IMPOSSIBLE:
    case TV_LEFT_OUT_EXCLUDED:
        return child->left_out;
    default:
        return TV_LEFT_OUT_NOT;
    }
}

static void
add_unmeasured (TvRoundReview *self, const TvClass *class_, const TvRateChild *child, TvLeftOut why)
{
    TvUnmeasuredChild unmeasured = { child->student_id, child->name, why };
    guint n_classes = self->unmeasured->len;
    TvUnmeasuredClass *last
        = n_classes > 0 ? g_ptr_array_index (self->unmeasured, n_classes - 1) : NULL;

    if (!last || last->class_id != class_->id) {
        last = g_new0 (TvUnmeasuredClass, 1);
        last->class_id = class_->id;
        last->class_name = g_strdup (class_->name);
        last->children = g_array_new (FALSE, FALSE, sizeof (TvUnmeasuredChild));
        g_ptr_array_add (self->unmeasured, last);
    }
    g_array_append_val (last->children, unmeasured);
    self->n_unmeasured++;
}

static char *
join_sentences (const TvMeasuringFinding *finding)
{
    GString *sentences = g_string_new (NULL);

    for (guint i = 0; i < finding->n_questions; i++)
        g_string_append_printf (sentences, "%s%s", i ? " " : "", finding->questions[i].sentence);
    return g_string_free (sentences, FALSE);
}

static void
add_questions (TvRoundReview *self, const TvClass *class_, const GPtrArray *rows, guint index)
{
    const TvGridRow *row = g_ptr_array_index (rows, index);
    g_auto (TvMeasuringFinding) finding = { 0 };
    TvOpenQuestion *question;

    tv_measuring_assess_grid (rows, index, &finding);
    if (finding.n_questions == 0)
        return;
    question = g_new0 (TvOpenQuestion, 1);
    question->student_id = row->student->id;
    question->class_id = class_->id;
    question->name = g_strdup (row->student->name);
    question->class_name = g_strdup (class_->name);
    question->sentences = join_sentences (&finding);
    g_ptr_array_add (self->questions, question);
}

/* Who changed class within the year is on two rolls, but counted in one class. */
static void
look_at_row (Reading *reading, const TvClass *class_, const GPtrArray *rows, guint index)
{
    const TvGridRow *row = g_ptr_array_index (rows, index);
    TvRoundReview *self = reading->review;
    const TvRateChild *child = g_hash_table_lookup (reading->children, &row->student->id);
    TvLeftOut why;

    if (!child || child->class_id != class_->id || child->left_out == TV_LEFT_OUT_NOT_ENROLLED)
        return;
    why = find_gap (child);
    if (why != TV_LEFT_OUT_NOT)
        add_unmeasured (self, class_, child, why);
    if (row->current)
        add_questions (self, class_, rows, index);
    if (child->birth_date == TV_DATE_NONE)
        g_array_append_val (self->without_birth_date, child->student_id);
    if (child->sex == TV_SEX_UNKNOWN)
        g_array_append_val (self->without_sex, child->student_id);
}

static gboolean
look_at_class (Reading *reading, TvConnection *connection, const TvClass *class_, GError **error)
{
    g_autoptr (GPtrArray) rows
        = tv_store_list_grid (connection, class_->id, reading->round->id, error);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

    if (!rows)
        return FALSE;
    for (guint i = 0; i < rows->len; i++) {
        const TvGridRow *row = g_ptr_array_index (rows, i);

        if (g_hash_table_add (seen, &row->student->id))
            look_at_row (reading, class_, rows, i);
    }
    return TRUE;
}

static gboolean
add_events (TvRoundReview *self, TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (GPtrArray) signings = tv_store_list_signings (connection, round_id, error);

    if (!signings)
        return FALSE;
    for (guint i = 0; i < signings->len; i++) {
        const TvSigning *signing = g_ptr_array_index (signings, i);
        TvSigningEvent *event = g_new0 (TvSigningEvent, 1);

        event->kind = signing->kind;
        event->person_name = g_strdup (signing->person_name);
        event->reason = g_strdup (signing->reason);
        event->date = tv_moment_day (signing->time_utc);
        g_ptr_array_add (self->events, event);
    }
    return TRUE;
}

/* Whoever has left since is no longer asked for. */
static gboolean
add_half_typed (Reading *reading, TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) drafts
        = tv_store_list_drafts_of_round (connection, reading->round->id, error);

    for (guint i = 0; drafts && i < drafts->len; i++) {
        const TvDraft *draft = g_ptr_array_index (drafts, i);
        const TvRateChild *child = g_hash_table_lookup (reading->children, &draft->student_id);
        TvHalfTyped *half_typed;

        if (!child || child->left_out == TV_LEFT_OUT_NOT_ENROLLED)
            continue;
        half_typed = g_new0 (TvHalfTyped, 1);
        half_typed->student_id = child->student_id;
        half_typed->class_id = child->class_id;
        half_typed->name = child->name;
        half_typed->class_name = child->class_name;
        half_typed->quantity = draft->quantity;
        half_typed->text = g_strdup (draft->text);
        g_ptr_array_add (reading->review->half_typed, half_typed);
    }
    return drafts != NULL;
}

static gboolean
compare_figures (TvRoundReview *self, TvConnection *connection, GError **error)
{
    g_autofree char *figures = NULL;

    if (!tv_store_find_signed_figures (connection, self->rates->round->code, &figures, error))
        return FALSE;
    if (figures)
        self->changed_figures = tv_round_figures_compare (figures, self->rates);
    return TRUE;
}

static gpointer
look_at_round (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Reading *reading = input;
    g_autoptr (GPtrArray) classes
        = tv_store_list_classes (connection, reading->round->year_id, error);

    if (!classes)
        return NULL;
    for (guint i = 0; i < classes->len; i++) {
        const TvClassCount *count = g_ptr_array_index (classes, i);

        if (g_cancellable_set_error_if_cancelled (reading->cancellable, error)
            || !look_at_class (reading, connection, count->class_, error))
            return NULL;
    }
    if (!add_half_typed (reading, connection, error)
        || !add_events (reading->review, connection, reading->round->id, error)
        || !compare_figures (reading->review, connection, error))
        return NULL;
    return input;
}

static GHashTable *
index_children (const TvRates *rates)
{
    GHashTable *children = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        g_hash_table_insert (children, (gpointer) &child->student_id, (gpointer) child);
    }
    return children;
}

static gboolean
check_quality (TvRoundReview *self, TvStore *store, const TvRound *round, GError **error)
{
    g_autoptr (TvRateHistory) history = tv_rate_history_read (store, error);
    const TvRateRound *before = NULL;

    if (!history)
        return FALSE;
    tv_rate_history_find (history, round->code, &before);
    self->quality = tv_rates_check_quality (self->rates, before);
    return TRUE;
}

/**
 * tv_round_review_read:
 * @store: a record book
 * @round: a regular round
 * @cancellable: (nullable): to give up
 * @error: (nullable): as tv_rates_work_out()
 *
 * Blocks; the window uses tv_round_review_read_async().
 *
 * Returns: (transfer full) (nullable): what is to be known before it is signed off
 */
TvRoundReview *
tv_round_review_read (TvStore *store, const TvRound *round, GCancellable *cancellable,
                      GError **error)
{
    TvRatesQuery query;
    g_autoptr (TvRoundReview) self = make_review ();
    g_autoptr (GHashTable) children = NULL;
    Reading reading = { self, round, NULL, cancellable };

    tv_round_figures_init_query (&query, round);
    self->rates = tv_rates_work_out (store, &query, error);
    if (!self->rates)
        return NULL;
    self->n_measured = self->rates->n_measured - self->rates->n_half_measured;
    reading.children = children = index_children (self->rates);
    if (!tv_store_read (store, look_at_round, &reading, error)
        || !check_quality (self, store, round, error))
        return NULL;
    return g_steal_pointer (&self);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;
    TvRoundReview *review = tv_round_review_read (source, data, cancellable, &error);

    if (review)
        g_task_return_pointer (task, review, (GDestroyNotify) tv_round_review_unref);
    else
        g_task_return_error (task, error);
}

/**
 * tv_round_review_read_async:
 * @store: a record book
 * @round: a regular round
 * @cancellable: (nullable): to give up
 * @callback: called in the caller's main context
 */
void
tv_round_review_read_async (TvStore *store, TvRound *round, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

    g_task_set_source_tag (task, tv_round_review_read_async);
    g_task_set_task_data (task, tv_round_ref (round), (GDestroyNotify) tv_round_unref);
    g_task_run_in_thread (task, read_thread);
}

/**
 * tv_round_review_read_finish:
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL with @error set
 */
TvRoundReview *
tv_round_review_read_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

TvRoundReview *
tv_round_review_ref (TvRoundReview *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_round_review_unref (TvRoundReview *self)
{
    g_atomic_rc_box_release_full (self, free_review);
}
