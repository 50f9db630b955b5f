/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the first page says: rates of the round, what the book holds of its children, who needs
 * somebody's eye, and which report is due. Everything is read and counted off the main thread. */

#include "workflows/tv-overview.h"

#include "growth/tv-growth-class.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-roster.h"
#include "workflows/tv-measuring.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-record-book.h"

typedef struct {
    gint64 year_id;
    char *round_code;
    gint64 round_id; /* 0: there is none */
} Input;

static void
free_input (gpointer data)
{
    Input *self = data;

    g_free (self->round_code);
    g_free (self);
}

static void
free_overview (gpointer data)
{
    TvOverview *self = data;

    g_clear_pointer (&self->rates, tv_rates_unref);
    g_array_unref (self->without_birth_date);
    g_array_unref (self->without_sex);
    g_array_unref (self->without_personal_number);
    for (int kind = 0; kind < TV_CARE_N_KINDS; kind++)
        g_array_unref (self->care[kind]);
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

    self->without_birth_date = new_list ();
    self->without_sex = new_list ();
    self->without_personal_number = new_list ();
    for (int kind = 0; kind < TV_CARE_N_KINDS; kind++)
        self->care[kind] = new_list ();
    return self;
}

static gboolean
is_malnourished (const TvGrowth *growth)
{
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
        const TvZScore *z = &growth->z[kind];
        TvConcern concern = tv_growth_class_concern (
            tv_growth_class (growth->standard, (TvZKind) kind, z->hundredths));

        if (!z->is_flagged
            && (concern == TV_CONCERN_LOW_MODERATE || concern == TV_CONCERN_LOW_SEVERE))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_obese (const TvGrowth *growth)
{
    TvZKind kind = growth->standard == TV_STANDARD_2006 ? TV_Z_WEIGHT_FOR_HEIGHT : TV_Z_BMI_FOR_AGE;
    const TvZScore *z = &growth->z[kind];

    return !z->is_flagged
           && tv_growth_class_concern (tv_growth_class (growth->standard, kind, z->hundredths))
                  == TV_CONCERN_HIGH_SEVERE;
}

/* Whether the child has a growth worth reading, whatever its age. */
static gboolean
is_scored (const TvRateChild *child)
{
    return child->left_out == TV_LEFT_OUT_NOT || child->left_out == TV_LEFT_OUT_OTHER_AGE;
}

static gboolean
is_missing (const TvRateChild *child)
{
    return child->left_out == TV_LEFT_OUT_NOT_MEASURED || child->left_out == TV_LEFT_OUT_ABSENT
           || child->left_out == TV_LEFT_OUT_REFUSED || child->left_out == TV_LEFT_OUT_IMPOSSIBLE;
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
            g_array_append_val (self->care[TV_CARE_NOT_MEASURED], child->student_id);
        if (!is_scored (child))
            continue;
        if (is_malnourished (&child->subject.growth)
            && !(old && is_malnourished (&old->subject.growth)))
            g_array_append_val (self->care[TV_CARE_MALNOURISHED], child->student_id);
        if (is_obese (&child->subject.growth) && !(old && is_obese (&old->subject.growth)))
            g_array_append_val (self->care[TV_CARE_OBESE], child->student_id);
    }
}

static gboolean
has_question (const TvGridRow *row)
{
    g_auto (TvMeasuringFinding) finding = { 0 };

    if (!row->current)
        return FALSE;
    tv_measuring_assess (row->student, row->current, row->previous, &finding);
    return finding.n_questions > 0;
}

static void
count_student (TvOverview *self, const TvStudent *student)
{
    self->n_students++;
    if (student->birth_date == TV_DATE_NONE)
        g_array_append_val (self->without_birth_date, student->id);
    else
        self->n_with_birth_date++;
    if (student->sex == TV_SEX_UNKNOWN)
        g_array_append_val (self->without_sex, student->id);
    else
        self->n_with_sex++;
    if (student->personal_number)
        self->n_with_personal_number++;
    else
        g_array_append_val (self->without_personal_number, student->id);
    if (student->birth_date == TV_DATE_NONE || student->sex == TV_SEX_UNKNOWN)
        g_array_append_val (self->care[TV_CARE_INCOMPLETE], student->id);
}

static gboolean
count_students (TvOverview *self, TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (GPtrArray) rows = tv_store_list_roster (connection, year_id, 0, error);

    if (!rows)
        return FALSE;
    for (guint i = 0; i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);

        if (tv_enrolment_status_is_here (row->enrolment->status))
            count_student (self, row->student);
    }
    return TRUE;
}

/* The same rows as the measuring grid asks its questions of. */
static gboolean
find_questions (TvOverview *self, TvConnection *connection, const Input *input,
                GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, input->year_id, error);

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

            if (has_question (row))
                g_array_append_val (self->care[TV_CARE_DOUBTFUL], row->student->id);
        }
    }
    return TRUE;
}

static gpointer
read_children (TvConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
    const Input *input = data;
    g_autoptr (TvOverview) self = make_overview ();

    if (!count_students (self, connection, input->year_id, error))
        return NULL;
    if (input->round_id && !find_questions (self, connection, input, cancellable, error))
        return NULL;
    return g_steal_pointer (&self);
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

static TvOverview *
work_out (TvStore *store, Input *input, GError **error)
{
    g_autoptr (TvBookCover) cover = tv_book_cover_read (store, error);
    g_autoptr (TvOverview) self = NULL;
    const TvRound *round, *before = NULL;

    if (!cover)
        return NULL;
    round = find_round (cover, input->round_code, &before);
    input->round_id = round ? round->id : 0;
    self = tv_store_read (store, read_children, input, error);
    if (!self || (round && !add_rates (self, store, round, before, error)))
        return NULL;
    tv_overview_find_deadlines (tv_clock_today (tv_store_clock (store)), self->deadlines);
    return g_steal_pointer (&self);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_autoptr (GError) error = NULL;
    TvOverview *overview = work_out (source, data, &error);

    if (overview)
        g_task_return_pointer (task, overview, (GDestroyNotify) tv_overview_unref);
    else
        g_task_return_error (task, g_steal_pointer (&error));
}

static Input *
make_input (gint64 year_id, const char *round_code)
{
    Input *input = g_new0 (Input, 1);

    input->year_id = year_id;
    input->round_code = g_strdup (round_code);
    return input;
}

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
    return ((const TvDeadline *) a)->due - ((const TvDeadline *) b)->due;
}

/**
 * tv_overview_work_out:
 * @store: a record book
 * @year_id: the school year
 * @round_code: (nullable): code of a regular round of it; without it only the children are counted
 *
 * Blocks; the window uses tv_overview_work_out_async().
 *
 * Returns: (transfer full): what the first page shows, or NULL with @error set
 */
TvOverview *
tv_overview_work_out (TvStore *store, gint64 year_id, const char *round_code, GError **error)
{
    Input *input = make_input (year_id, round_code);
    TvOverview *self = work_out (store, input, error);

    free_input (input);
    return self;
}

void
tv_overview_work_out_async (TvStore *store, gint64 year_id, const char *round_code,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

    g_task_set_source_tag (task, tv_overview_work_out_async);
    g_task_set_task_data (task, make_input (year_id, round_code), free_input);
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
