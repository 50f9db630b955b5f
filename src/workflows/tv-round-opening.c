/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A measuring round is opened, and its name, days and classes are changed: what it would be is read
 * first, then it is written in one change set. */

#include "workflows/tv-round-opening.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-round-classes.h"
#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-years.h"

#include <glib/gi18n.h>

/* How long a school usually takes for all its classes. */
#define USUAL_DAYS 14

typedef struct {
    gint64 year_id;
    gint64 round_id; /* 0: a new one */
    TvDate today;
} Question;

typedef struct {
    TvRound *round;
    GArray *class_ids; /* of gint64; empty: all */
} Job;

static void
job_free (gpointer data)
{
    Job *self = data;

    tv_round_unref (self->round);
    g_array_unref (self->class_ids);
    g_free (self);
}

static char *
propose_name (const TvRound *values, int first_year)
{
    if (values->kind == TV_ROUND_REGULAR)
        return tv_round_default_name (tv_round_number (values), first_year);
    return tv_round_dated_name (values->kind, values->first_day);
}

static TvDate
find_last_day (TvRoundKind kind, TvDate first_day)
{
    int year, month;

    if (kind != TV_ROUND_MONTHLY)
        return first_day + USUAL_DAYS - 1;
    tv_date_get_ymd (first_day, &year, &month, NULL);
    return tv_date_add_months (tv_date_from_ymd (year, month, 1), 1) - 1;
}

static TvRound *
propose_round (TvConnection *connection, const Question *question, int first_year, TvRoundKind kind,
               GError **error)
{
    g_autofree char *code = tv_store_next_round_code (connection, question->year_id, kind, error);
    g_autofree char *name = NULL;
    TvRound values = { .year_id = question->year_id,
                       .code = code,
                       .kind = kind,
                       .first_day = question->today,
                       .last_day = find_last_day (kind, question->today) };

    if (!code)
        return NULL;
    name = propose_name (&values, first_year);
    values.name = name;
    return tv_round_new (&values);
}

static gboolean
propose_rounds (TvRoundPlan *plan, TvConnection *connection, const Question *question,
                GError **error)
{
    for (int kind = 0; kind < TV_ROUND_N_KINDS; kind++) {
        plan->rounds[kind]
            = propose_round (connection, question, plan->first_year, (TvRoundKind) kind, error);
        if (!plan->rounds[kind])
            return FALSE;
    }
    return TRUE;
}

static TvRoundPlanClass *
find_class (TvRoundPlan *plan, gint64 class_id)
{
    for (guint i = 0; i < plan->classes->len; i++) {
        TvRoundPlanClass *class_ = g_ptr_array_index (plan->classes, i);

        if (class_->class_->id == class_id)
            return class_;
    }
    return NULL;
}

static void
count_value (TvRoundPlan *plan, const TvRoundRow *row)
{
    TvRoundPlanClass *class_ = row->measurement_id ? find_class (plan, row->class_id) : NULL;

    if (!class_)
        return;
    class_->n_values++;
    if (plan->first_value == TV_DATE_NONE || row->date < plan->first_value)
        plan->first_value = row->date;
    if (plan->last_value == TV_DATE_NONE || row->date > plan->last_value)
        plan->last_value = row->date;
}

static gboolean
read_standing (TvRoundPlan *plan, TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (TvRound) round = tv_store_get_round (connection, round_id, error);
    g_autoptr (TvRoundClasses) taken_in
        = round ? tv_store_get_round_classes (connection, round_id, error) : NULL;
    g_autoptr (TvRoundRows) rows
        = taken_in ? tv_store_list_round_rows (connection, round_id, error) : NULL;

    if (!rows)
        return FALSE;
    plan->rounds[round->kind] = tv_round_ref (round);
    plan->takes_in_all = tv_round_classes_are_all (taken_in);
    for (guint i = 0; i < plan->classes->len; i++) {
        TvRoundPlanClass *class_ = g_ptr_array_index (plan->classes, i);

        class_->is_taken_in = tv_round_classes_cover (taken_in, class_->class_->id);
    }
    for (guint i = 0; i < rows->n_rows; i++)
        count_value (plan, &rows->rows[i]);
    return TRUE;
}

static gboolean
read_classes (TvRoundPlan *plan, TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, year_id, error);

    for (guint i = 0; classes && i < classes->len; i++) {
        const TvClassCount *count = g_ptr_array_index (classes, i);
        TvRoundPlanClass *class_ = g_new0 (TvRoundPlanClass, 1);

        class_->class_ = tv_class_ref (count->class_);
        class_->n_students = count->n_students;
        class_->is_taken_in = TRUE;
        g_ptr_array_add (plan->classes, class_);
    }
    return classes != NULL;
}

static gboolean
read_others (TvRoundPlan *plan, TvConnection *connection, const Question *question, GError **error)
{
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, question->year_id, error);

    for (guint i = 0; rounds && i < rounds->len; i++) {
        TvRound *round = g_ptr_array_index (rounds, i);

        if (round->kind == TV_ROUND_REGULAR && round->id != question->round_id)
            g_ptr_array_add (plan->others, tv_round_ref (round));
    }
    return rounds != NULL;
}

static gpointer
read_plan (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, question->year_id, error);
    g_autoptr (TvRoundPlan) plan = tv_round_plan_new ();
    gboolean is_read;

    if (!year)
        return NULL;
    plan->first_year = year->first_year;
    if (!read_classes (plan, connection, question->year_id, error)
        || !read_others (plan, connection, question, error))
        return NULL;
    if (question->round_id != 0)
        is_read = read_standing (plan, connection, question->round_id, error);
    else
        is_read = propose_rounds (plan, connection, question, error);
    return is_read ? g_steal_pointer (&plan) : NULL;
}

static gboolean
refuse (GError **error, const char *sentence)
{
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, sentence);
    return FALSE;
}

static gboolean
is_chosen (const GArray *class_ids, gint64 class_id)
{
    for (guint i = 0; i < class_ids->len; i++) {
        if (g_array_index (class_ids, gint64, i) == class_id)
            return TRUE;
    }
    return class_ids->len == 0;
}

static gboolean
check_classes (TvConnection *connection, const Job *job, GError **error)
{
    g_autoptr (TvRoundRows) rows = tv_store_list_round_rows (connection, job->round->id, error);

    for (guint i = 0; rows && i < rows->n_rows; i++) {
        const TvRoundRow *row = &rows->rows[i];

        if (row->measurement_id == 0 || is_chosen (job->class_ids, row->class_id))
            continue;
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                     /* Translators: %s is a class. */
                     _ ("Class %s has values in this round, so it cannot be left out. Nothing was "
                        "changed."),
                     row->class_name);
        return FALSE;
    }
    return rows != NULL;
}

static gboolean
check_standing (TvConnection *connection, const Job *job, GError **error)
{
    g_autoptr (TvRound) standing = tv_store_get_round (connection, job->round->id, error);

    if (!standing)
        return FALSE;
    if (standing->is_closed)
        return refuse (error, _ ("This round is signed off, so it stays as it is until it is "
                                 "reopened. Nothing was changed."));
    return check_classes (connection, job, error);
}

static gboolean
save_round (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    const Job *job = input;
    TvConnection *connection = tv_change_connection (change);
    gint64 id;

    if (job->round->id != 0 && !check_standing (connection, job, error))
        return FALSE;
    id = tv_store_put_round (change, job->round, error);
    if (id == 0
        || !tv_store_put_round_classes (change, id,
                                        (const gint64 *) (gpointer) job->class_ids->data,
                                        job->class_ids->len, error))
        return FALSE;
    *result = tv_store_get_round (connection, id, error);
    return *result != NULL;
}

/**
 * tv_round_opening_plan_async:
 * @store: an open book
 * @year_id: the school year of the round
 * @round_id: a round of it that is to be changed, 0 for a new one
 * @cancellable: (nullable): to give up
 * @callback: called in the caller's main context
 *
 * Reads what is known where the round is opened or changed. A new one gets the next code of its
 * kind, its usual name, and days from today for the usual time.
 */
void
tv_round_opening_plan_async (TvStore *store, gint64 year_id, gint64 round_id,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    Question question = { year_id, round_id, tv_clock_today (tv_store_clock (store)) };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, read_plan, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_round_plan_unref, cancellable, callback, user_data);
}

/**
 * tv_round_opening_plan_finish:
 *
 * Returns: (transfer full) (nullable): what the round would be
 */
TvRoundPlan *
tv_round_opening_plan_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

/**
 * tv_round_opening_save_async:
 * @store: an open book
 * @round: the round as it is to stand; id 0 for a new one
 * @class_ids: (nullable) (element-type gint64): the classes it takes in; %NULL or empty: all
 * @cancellable: (nullable): to give up
 * @callback: called in the caller's main context
 *
 * Opens the round, or changes its name, days and classes. A class that has values in the round
 * cannot be left out, and a round that is signed off stays as it is.
 */
void
tv_round_opening_save_async (TvStore *store, const TvRound *round, const GArray *class_ids,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    Job *job;

    g_return_if_fail (TV_IS_STORE (store));
    g_return_if_fail (round->first_day <= round->last_day);
    job = g_new0 (Job, 1);
    job->round = tv_round_new (round);
    job->class_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    if (class_ids)
        g_array_append_vals (job->class_ids, class_ids->data, class_ids->len);
    tv_store_write_async (store, round->id ? "edit-round" : "open-round", save_round, job, job_free,
                          (GDestroyNotify) tv_round_unref, cancellable, callback, user_data);
}

/**
 * tv_round_opening_save_finish:
 *
 * Returns: (transfer full) (nullable): the round as it was written; %NULL with @error set, where
 *   G_IO_ERROR carries a sentence for people
 */
TvRound *
tv_round_opening_save_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_write_finish (store, result, error);
}
