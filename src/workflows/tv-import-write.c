/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a plan: all of it in one transaction, which is one step of the history. */

#include "workflows/tv-import-write.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"

#include <glib/gi18n.h>

typedef struct {
    TvChange *change;
    const TvImportWriting *writing;
    TvImportCounts *written;
    gint64 year_id;
    GHashTable *classes;  /* name to id */
    GHashTable *rounds;   /* code to id */
    GHashTable *sessions; /* "round class date" to id */
} Writer;

static void
clear_writer (Writer *self)
{
    g_hash_table_unref (self->classes);
    g_hash_table_unref (self->rounds);
    g_hash_table_unref (self->sessions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, clear_writer)

static gboolean
recall (GHashTable *table, const char *key, gint64 *id)
{
    const gint64 *found = g_hash_table_lookup (table, key);

    if (found)
        *id = *found;
    return found != NULL;
}

static gint64
remember (GHashTable *table, const char *key, gint64 id)
{
    if (id != 0)
        g_hash_table_insert (table, g_strdup (key), g_memdup2 (&id, sizeof id));
    return id;
}

/* Whether the book is still the one that the plan was made for. */
static gboolean
check_unchanged (Writer *self, GError **error)
{
    gint64 last_change_id;

    if (!tv_import_book_find_last_change (tv_change_connection (self->change), &last_change_id,
                                          error))
        return FALSE;
    if (last_change_id == self->writing->book->last_change_id)
        return TRUE;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("The record book has changed since this plan was made. Nothing was "
                            "imported. Choose the file again to see a new plan."));
    return FALSE;
}

static gint64
ensure_class (Writer *self, const char *name, GError **error)
{
    TvImportBook *book = self->writing->book;
    int grade = tv_class_guess_grade (name, book->school->level);
    gint64 id = 0;

    if (recall (self->classes, name, &id))
        return id;
    id = tv_store_ensure_class (self->change, self->year_id, name, grade, error);
    if (id != 0 && !tv_import_book_find_class (book, name))
        self->written->n_classes_new++;
    return remember (self->classes, name, id);
}

static gint64
ensure_round (Writer *self, const TvRound *round, GError **error)
{
    TvRound values = *round;
    gint64 id = 0;

    if (round->id != 0)
        return round->id;
    if (recall (self->rounds, round->code, &id))
        return id;
    values.year_id = self->year_id;
    return remember (self->rounds, round->code, tv_store_put_round (self->change, &values, error));
}

static gint64
find_session (Writer *self, gint64 round_id, gint64 class_id, TvDate date, gint64 *id,
              GError **error)
{
    g_autoptr (GPtrArray) sessions
        = tv_store_list_sessions (tv_change_connection (self->change), round_id, class_id, error);

    for (guint i = 0; sessions && i < sessions->len; i++) {
        const TvSession *session = g_ptr_array_index (sessions, i);

        if (session->date == date)
            *id = session->id;
    }
    return sessions != NULL;
}

static gint64
ensure_session (Writer *self, gint64 round_id, gint64 class_id, TvDate date, GError **error)
{
    g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
                                            round_id, class_id, date);
    TvSession values = { .round_id = round_id, .class_id = class_id, .date = date };
    gint64 id = 0;

    if (recall (self->sessions, key, &id))
        return id;
    if (!find_session (self, round_id, class_id, date, &id, error))
        return 0;
    if (id == 0)
        id = tv_store_put_session (self->change, &values, error);
    return remember (self->sessions, key, id);
}

static gboolean
write_place (Writer *self, const TvImportStep *step, gint64 student_id, GError **error)
{
    TvEnrolment values;

    if (step->ending && tv_store_put_enrolment (self->change, step->ending, error) == 0)
        return FALSE;
    if (!step->enrolment)
        return TRUE;
    values = *step->enrolment;
    values.student_id = student_id;
    values.year_id = self->year_id;
    if (values.class_id == 0)
        values.class_id = ensure_class (self, step->shown.class_name, error);
    return values.class_id != 0 && tv_store_put_enrolment (self->change, &values, error) != 0;
}

static gboolean
write_measurement (Writer *self, const TvImportStep *step, gint64 student_id, GError **error)
{
    TvMeasurement values = *step->measurement;
    gint64 class_id;

    values.student_id = student_id;
    values.round_id = ensure_round (self, step->round, error);
    class_id = values.round_id ? ensure_class (self, step->shown.class_name, error) : 0;
    if (class_id == 0)
        return FALSE;
    values.session_id = ensure_session (self, values.round_id, class_id, values.date, error);
    return values.session_id != 0 && tv_store_put_measurement (self->change, &values, error) != 0;
}

/* The year is made with its first row: a list of which nothing is written leaves no trace. */
static gboolean
write_step (Writer *self, const TvImportStep *step, GError **error)
{
    gint64 student_id = step->known ? step->known->id : 0;

    if (self->year_id == 0)
        self->year_id = tv_store_ensure_year (self->change, self->writing->book->first_year, error);
    if (self->year_id == 0)
        return FALSE;
    if (step->student)
        student_id = tv_store_put_student (self->change, step->student, error);
    if (student_id == 0 || !write_place (self, step, student_id, error)
        || (step->measurement && !write_measurement (self, step, student_id, error)))
        return FALSE;
    tv_import_count_step (step, self->written);
    return TRUE;
}

/**
 * tv_import_count_step:
 * @step: a row of the plan
 * @counts: what it is added to; new classes are counted elsewhere
 */
void
tv_import_count_step (const TvImportStep *step, TvImportCounts *counts)
{
    counts->n_rows++;
    counts->n_by_verdict[step->shown.verdict]++;
    counts->n_values_left += tv_import_step_n_values_left (step);
    if (!tv_import_step_writes (step))
        return;
    counts->n_students_new += !step->known;
    counts->n_students_changed += step->known && (step->student || step->enrolment);
    if (step->measurement && step->measurement->state == TV_MEASUREMENT_MEASURED)
        counts->n_measurements++;
    else if (step->measurement)
        counts->n_absences++;
}

/**
 * tv_import_write:
 * @change: a change under way
 * @writing: what to write
 * @written: (out): what was written
 * @cancellable: (nullable): to stop it, and undo what was written
 * @error: (nullable): a #TvStoreError, or a sentence where the book has changed since
 *
 * Returns: whether all of it was written
 */
gboolean
tv_import_write (TvChange *change, const TvImportWriting *writing, TvImportCounts *written,
                 GCancellable *cancellable, GError **error)
{
    g_auto (Writer) self = {
        .change = change,
        .writing = writing,
        .written = written,
        .classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
        .rounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
        .sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    };

    *written = (TvImportCounts){ 0 };
    if (!check_unchanged (&self, error))
        return FALSE;
    if (writing->columns
        && !tv_store_put_setting (change, TV_IMPORT_COLUMNS_SETTING, writing->columns, error))
        return FALSE;
    for (guint i = 0; i < writing->steps->len; i++) {
        const TvImportStep *step = g_ptr_array_index (writing->steps, i);

        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || (tv_import_step_writes (step) && !write_step (&self, step, error)))
            return FALSE;
        if (!tv_import_step_writes (step))
            written->n_values_left += tv_import_step_n_values_left (step);
    }
    return TRUE;
}
