/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The practice school: three years of a made-up school as a record book, on which everything can
 * be tried without harm. */

#include "workflows/tv-demo.h"

#include "records/tv-person.h"
#include "records/tv-round.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-people.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-demo-names.h"
#include "workflows/tv-demo-rounds.h"
#include "workflows/tv-demo-school.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* A school being made. */
typedef struct {
    char *folder;
    TvDemoOptions options;
    TvClock *clock;
    TvDemoProgress progress;
    gpointer progress_data;
    GMainContext *context; /* where @progress is called; NULL: right here */
    TvDemoSchool *school;
    GArray *rounds;
    char *nurse;
    char *principal;
    const TvDemoRound *round; /* being written */
} Making;

typedef struct {
    TvDemoProgress progress;
    gpointer user_data;
    double fraction;
    char *sentence;
} Notice;

static void
making_free (gpointer data)
{
    Making *self = data;

    g_free (self->folder);
    tv_clock_unref (self->clock);
    g_clear_pointer (&self->context, g_main_context_unref);
    g_clear_pointer (&self->school, tv_demo_school_free);
    g_clear_pointer (&self->rounds, g_array_unref);
    g_free (self->nurse);
    g_free (self->principal);
    g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Making, making_free)

static Making *
making_new (const char *folder, const TvDemoOptions *options, TvClock *clock,
            TvDemoProgress progress, gpointer progress_data)
{
    Making *self = g_new0 (Making, 1);

    self->folder = g_strdup (folder);
    self->options = *options;
    self->clock = tv_clock_ref (clock);
    self->progress = progress;
    self->progress_data = progress_data;
    return self;
}

static void
free_notice (gpointer data)
{
    Notice *notice = data;

    g_free (notice->sentence);
    g_free (notice);
}

static gboolean
tell_cb (gpointer data)
{
    Notice *notice = data;

    notice->progress (notice->fraction, notice->sentence, notice->user_data);
    return G_SOURCE_REMOVE;
}

static void
tell (const Making *self, double fraction, const char *sentence)
{
    Notice *notice;

    if (!self->progress)
        return;
    notice = g_new0 (Notice, 1);
    *notice = (Notice){ self->progress, self->progress_data, fraction, g_strdup (sentence) };
    if (self->context) {
        g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_cb, notice,
                                    free_notice);
        return;
    }
    tell_cb (notice);
    free_notice (notice);
}

/* Names of places and schools are Vietnamese in every language. */
static TvSchool *
make_school (const Making *self)
{
    static const char *const names[] = {
        [TV_LEVEL_KINDERGARTEN] = "Trường Mầm non Thực Hành",
        [TV_LEVEL_PRIMARY] = "Trường Tiểu học Thực Hành",
        [TV_LEVEL_LOWER_SECONDARY] = "Trường THCS Thực Hành",
        [TV_LEVEL_UPPER_SECONDARY] = "Trường THPT Thực Hành",
        [TV_LEVEL_WARD] = "Trạm Y tế phường Thực Hành",
    };
    TvSchool values = {
        .name = (char *) names[self->options.level],
        .level = self->options.level,
        .authority = (char *) "UBND phường Thực Hành",
        .address = (char *) "Số 1 phố Thực Hành, phường Thực Hành, Hà Nội",
        .principal = self->principal,
        .nurse = self->nurse,
        .is_practice = TRUE,
    };

    return tv_school_new (&values);
}

static gboolean
write_classes (const Making *self, TvChange *change, GError **error)
{
    TvDemoSchool *school = self->school;

    for (guint i = 0; i < school->classes->len; i++) {
        TvDemoClass *made = tv_demo_school_class (school, i);
        TvClass values = {
            .year_id = tv_store_ensure_year (change, school->first_year + made->year_index, error),
            .name = made->name,
            .grade = school->stages[made->stage].grade,
            .position = (int) i + 1,
        };

        if (values.year_id == 0)
            return FALSE;
        made->id = tv_store_put_class (change, &values, error);
        if (made->id == 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_places (const Making *self, const TvDemoChild *child, const gint64 *year_ids,
              TvChange *change, GError **error)
{
    for (guint i = 0; i < TV_DEMO_N_YEARS; i++) {
        const TvDemoPlace *place = &child->places[i];
        TvEnrolment values = { .student_id = child->id,
                               .year_id = year_ids[i],
                               .roll_number = place->roll_number,
                               .status = place->status,
                               .from = place->from,
                               .until = place->until };

        if (place->class_index < 0)
            continue;
        values.class_id = tv_demo_school_class (self->school, (guint) place->class_index)->id;
        if (tv_store_put_enrolment (change, &values, error) == 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_children (const Making *self, TvChange *change, GError **error)
{
    TvDemoSchool *school = self->school;
    gint64 year_ids[TV_DEMO_N_YEARS];

    for (int i = 0; i < TV_DEMO_N_YEARS; i++) {
        year_ids[i] = tv_store_ensure_year (change, school->first_year + i, error);
        if (year_ids[i] == 0)
            return FALSE;
    }
    for (guint i = 0; i < school->children->len; i++) {
        TvDemoChild *child = tv_demo_school_child (school, i);

        child->id = tv_store_put_student (change, &child->values, error);
        if (child->id == 0 || !write_places (self, child, year_ids, change, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_roster_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    const Making *self = input;
    TvPerson principal = {
        .name = self->principal, .role = TV_ROLE_PRINCIPAL, .until = TV_DATE_NONE, .is_active = TRUE
    };

    return tv_store_put_person (change, &principal, error) != 0
           && write_classes (self, change, error) && write_children (self, change, error);
}

static gboolean
write_round_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    const Making *self = input;

    return tv_demo_round_write (self->round, self->school, change, error);
}

/* Everything but the book: who there is, and when they are measured. */
static void
invent (Making *self)
{
    GRand *random;

    self->school = tv_demo_school_new (self->options.level, self->options.n_students,
                                       self->options.seed, tv_clock_today (self->clock));
    random = self->school->random;
    self->nurse = tv_demo_name (random, NULL, TV_SEX_FEMALE, 1990);
    self->principal = tv_demo_name (random, NULL, TV_SEX_FEMALE, 1976);
    self->rounds = tv_demo_rounds_plan (self->school, self->nurse);
}

static gboolean
write_all (Making *self, TvStore *store, GCancellable *cancellable, GError **error)
{
    double n_steps = self->rounds->len + 2;

    tell (self, 1 / n_steps, _ ("Classes and children are being written."));
    if (!tv_store_write (store, "practice", write_roster_cb, self, NULL, error))
        return FALSE;
    for (guint i = 0; i < self->rounds->len; i++) {
        g_autofree char *name = NULL;
        g_autofree char *sentence = NULL;

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        self->round = &g_array_index (self->rounds, TvDemoRound, i);
        name = tv_round_default_name (self->round->number,
                                      self->school->first_year + self->round->year_index);
        /* Translators: %s is a measuring round, such as “Round 1 of school year 2026-2027” */
        sentence = g_strdup_printf (_ ("Measurements are being written: %s."), name);
        tell (self, (i + 2) / n_steps, sentence);
        if (!tv_store_write (store, "practice", write_round_cb, self, NULL, error))
            return FALSE;
    }
    return TRUE;
}

/* Takes away what was made of a book that could not be finished, and nothing else that may stand
 * in the folder. */
static void
remove_book (const char *folder)
{
    static const char *const names[] = { "book.db", "book.db-wal", "book.db-shm", "lock" };

    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *path = g_build_filename (folder, names[i], NULL);

        g_remove (path);
    }
    g_rmdir (folder);
}

/* Written by a clock that stands still, so that the book depends on the day alone; handed over
 * with the caller's own. */
static TvStore *
make (Making *self, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvClock) fixed = tv_clock_new_fixed (tv_clock_today (self->clock));
    g_autoptr (TvSchool) school = NULL;
    g_autoptr (TvStore) store = NULL;

    tell (self, 0, _ ("A school is being made up."));
    invent (self);
    school = make_school (self);
    store = tv_store_create_seeded (self->folder, school, fixed, self->options.seed, error);
    if (!store)
        return NULL;
    if (!write_all (self, store, cancellable, error)) {
        tv_store_close (store);
        remove_book (self->folder);
        return NULL;
    }
    tv_store_close (store);
    tell (self, 1, _ ("The practice school is ready."));
    return tv_store_open (self->folder, self->clock, error);
}

/**
 * tv_demo_create:
 * @folder: where the book is to stand
 * @options: which school
 * @clock: says which day it is; the book goes on with it
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up; nothing stays behind then
 * @error: (nullable): a #TvStoreError
 *
 * Blocks, and may be called from any thread.
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_demo_create (const char *folder, const TvDemoOptions *options, TvClock *clock,
                TvDemoProgress progress, gpointer progress_data, GCancellable *cancellable,
                GError **error)
{
    g_autoptr (Making) self = NULL;

    g_return_val_if_fail (options->n_students >= 1, NULL);
    g_return_val_if_fail (options->n_students <= TV_DEMO_MAX_STUDENTS, NULL);
    self = making_new (folder, options, clock, progress, progress_data);
    return make (self, cancellable, error);
}

static void
make_in_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;
    TvStore *store = make (data, cancellable, &error);

    if (store)
        g_task_return_pointer (task, store, g_object_unref);
    else
        g_task_return_error (task, error);
}

/**
 * tv_demo_create_async:
 * @folder: where the book is to stand
 * @options: which school
 * @clock: says which day it is; the book goes on with it
 * @progress: (nullable): told how far it is, in this thread's main context
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up; nothing stays behind then
 * @callback: called when done
 * @user_data: for @callback
 */
void
tv_demo_create_async (const char *folder, const TvDemoOptions *options, TvClock *clock,
                      TvDemoProgress progress, gpointer progress_data, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
    Making *self = making_new (folder, options, clock, progress, progress_data);

    self->context = g_main_context_ref_thread_default ();
    g_task_set_source_tag (task, tv_demo_create_async);
    g_task_set_task_data (task, self, making_free);
    g_task_set_check_cancellable (task, FALSE);
    g_task_run_in_thread (task, make_in_thread_cb);
}

/**
 * tv_demo_create_finish:
 * @result: what the callback got
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the open book; its signals come in the default main
 *   context
 */
TvStore *
tv_demo_create_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}
