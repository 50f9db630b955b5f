/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the first page says: rates of the round, who is newly in trouble, who was not measured, and
 * which report is due. Everything is read and counted off the main thread. */

#include "workflows/tv-overview.h"

#include "growth/tv-growth-class.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>

static void
free_overview (gpointer data)
{
    TvOverview *self = data;

    g_clear_pointer (&self->rates, tv_rates_unref);
    g_array_unref (self->malnourished);
    g_array_unref (self->obese);
    g_array_unref (self->not_measured);
}

static GArray *
new_list (void)
{
    return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static TvOverview *
make_overview (void)
{
    TvOverview *self = g_atomic_rc_box_new0 (TvOverview);

    self->malnourished = new_list ();
    self->obese = new_list ();
    self->not_measured = new_list ();
    return self;
}

/* Whether the child has a growth worth reading, whatever its age. */
static gboolean
is_scored (const TvRateChild *child)
{
    return child->left_out == TV_LEFT_OUT_NOT || child->left_out == TV_LEFT_OUT_OTHER_AGE;
}

/* Half measured is not measured. */
static gboolean
is_missing (const TvRateChild *child)
{
    return tv_rate_child_is_half_measured (child) || child->left_out == TV_LEFT_OUT_NOT_MEASURED
           || child->left_out == TV_LEFT_OUT_ABSENT || child->left_out == TV_LEFT_OUT_REFUSED
           || child->left_out == TV_LEFT_OUT_IMPOSSIBLE;
}

static GHashTable *
index_scored (const TvRates *rates)
{
    GHashTable *children = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; rates && i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (is_scored (child))
            g_hash_table_insert (children, (gpointer) &child->student_id, (gpointer) child);
    }
    return children;
}

/* A case is new where the round before did not have it. */
static void
find_cases (TvOverview *self, const TvRates *before)
{
    g_autoptr (GHashTable) earlier = index_scored (before);

    self->has_round_before = before != NULL;
    for (guint i = 0; i < self->rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self->rates, i);
        const TvRateChild *old = g_hash_table_lookup (earlier, &child->student_id);

        if (is_missing (child))
            g_array_append_val (self->not_measured, child->student_id);
        if (!is_scored (child))
            continue;
        if (tv_growth_is_undernourished (&child->subject.growth)
            && !(old && tv_growth_is_undernourished (&old->subject.growth)))
            g_array_append_val (self->malnourished, child->student_id);
        if (tv_growth_is_obese (&child->subject.growth)
            && !(old && tv_growth_is_obese (&old->subject.growth)))
            g_array_append_val (self->obese, child->student_id);
    }
}

/* The cover lists the newest first: what follows a round came before it. */
static const TvRound *
find_round (const TvBookCover *cover, const char *code, const TvRound **before)
{
    const TvRound *found = NULL;

    for (guint i = 0; i < cover->rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (found && round->kind == TV_ROUND_REGULAR) {
            *before = round;
            return found;
        }
        if (g_strcmp0 (round->code, code) == 0 && round->kind == TV_ROUND_REGULAR)
            found = round;
    }
    return found;
}

static TvRates *
rates_of (TvStore *store, const TvRound *round, TvOverweightRule rule, GError **error)
{
    const TvRatesQuery query = { .round_code = round->code,
                                 .population = TV_POPULATION_BY_SCHOOL,
                                 .overweight_rule = rule,
                                 .interval = TV_INTERVAL_WILSON,
                                 .split = TV_SPLIT_NONE };

    return tv_rates_work_out (store, &query, error);
}

static gboolean
add_rates (TvOverview *self, TvStore *store, const TvRound *round, const TvRound *before,
           GError **error)
{
    g_autoptr (TvRates) earlier = NULL;
    TvOverweightRule rule;

    if (!tv_overweight_rule_get (store, &rule, error))
        return FALSE;
    self->rates = rates_of (store, round, rule, error);
    if (!self->rates)
        return FALSE;
    if (before) {
        earlier = rates_of (store, before, rule, error);
        if (!earlier)
            return FALSE;
    }
    find_cases (self, earlier);
    return TRUE;
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_autoptr (GError) error = NULL;
    TvOverview *overview = tv_overview_work_out (source, data, &error);

    if (overview)
        g_task_return_pointer (task, overview, (GDestroyNotify) tv_overview_unref);
    else
        g_task_return_error (task, g_steal_pointer (&error));
}

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
    return ((const TvDeadline *) a)->due - ((const TvDeadline *) b)->due;
}

/**
 * tv_overview_work_out:
 * @store: a record book
 * @round_code: (nullable): code of a regular round; without it there are only deadlines
 *
 * Blocks; the window uses tv_overview_work_out_async().
 *
 * Returns: (transfer full): what the first page shows, or NULL with @error set
 */
TvOverview *
tv_overview_work_out (TvStore *store, const char *round_code, GError **error)
{
    g_autoptr (TvBookCover) cover = tv_book_cover_read (store, error);
    g_autoptr (TvOverview) self = make_overview ();
    const TvRound *round, *before = NULL;

    if (!cover)
        return NULL;
    round = find_round (cover, round_code, &before);
    if (round && !add_rates (self, store, round, before, error))
        return NULL;
    tv_overview_find_deadlines (tv_clock_today (tv_store_clock (store)), self->deadlines);
    return g_steal_pointer (&self);
}

void
tv_overview_work_out_async (TvStore *store, const char *round_code, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

    g_task_set_source_tag (task, tv_overview_work_out_async);
    g_task_set_task_data (task, g_strdup (round_code), g_free);
    g_task_run_in_thread (task, work_thread);
}

TvOverview *
tv_overview_work_out_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

TvOverview *
tv_overview_ref (TvOverview *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_overview_unref (TvOverview *self)
{
    g_atomic_rc_box_release_full (self, free_overview);
}

/**
 * tv_overview_list_cases:
 * @line: a line of the overview's rates
 *
 * Returns: (transfer full) (element-type gint64): the children it counts as cases
 */
GArray *
tv_overview_list_cases (const TvOverview *self, const TvRateLine *line)
{
    GArray *children = new_list ();

    for (guint i = 0; i < line->cases->len; i++) {
        const TvRateChild *child
            = tv_rates_child (self->rates, g_array_index (line->cases, guint, i));

        g_array_append_val (children, child->student_id);
    }
    return children;
}

/**
 * tv_overview_list_counted:
 * @line: a line of the overview's rates
 *
 * Returns: (transfer full) (element-type gint64): the children its rate is taken of
 */
GArray *
tv_overview_list_counted (const TvOverview *self, const TvRateLine *line)
{
    GArray *children = new_list ();

    for (guint i = 0; i < self->rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self->rates, i);

        if (tv_rates_left_out (self->rates, child, line->indicator) == TV_LEFT_OUT_NOT)
            g_array_append_val (children, child->student_id);
    }
    return children;
}

/**
 * tv_deadline_label:
 *
 * Returns: (transfer none): which report is due
 */
const char *
tv_deadline_label (TvDeadlineKind kind)
{
    switch (kind) {
    case TV_DEADLINE_SCHOOL_HEALTH:
        return _ ("School-health report");
    case TV_DEADLINE_HALF_YEAR:
        return _ ("Six-month report on the plan");
    default:
        return _ ("Yearly report on the plan");
    }
}

/**
 * tv_deadline_say_due:
 *
 * Returns: (transfer full): by or before which day
 */
char *
tv_deadline_say_due (const TvDeadline *self)
{
    g_autofree char *date = tv_date_to_text (self->due);

    if (self->kind == TV_DEADLINE_SCHOOL_HEALTH)
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("By %s"), date);
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Before %s"), date);
}

/**
 * tv_overview_find_deadlines:
 * @today: the civil date
 * @deadlines: (out caller-allocates): when each report is due next, the nearest first
 *
 * The days are those of the 2026 plan of the education department and of the yearly report on
 * school health. On the day itself a report is still due.
 */
void
tv_overview_find_deadlines (TvDate today, TvDeadline deadlines[TV_DEADLINE_N_KINDS])
{
    static const int days[][2] = { { 5, 10 }, { 6, 5 }, { 12, 5 } };
    int year;

    tv_date_get_ymd (today, &year, NULL, NULL);
    for (int kind = 0; kind < TV_DEADLINE_N_KINDS; kind++) {
        TvDate due = tv_date_from_ymd (year, days[kind][0], days[kind][1]);

        if (due < today)
            due = tv_date_from_ymd (year + 1, days[kind][0], days[kind][1]);
        deadlines[kind] = (TvDeadline){ (TvDeadlineKind) kind, due, due - today };
    }
    qsort (deadlines, TV_DEADLINE_N_KINDS, sizeof *deadlines, compare_deadlines);
}
