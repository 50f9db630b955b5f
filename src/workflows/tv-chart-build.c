/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Growth charts from a record book: who is on them and what stands over them. */

#include "workflows/tv-chart-build.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-roster.h"
#include "store/tv-store-school.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"

#include <glib/gi18n.h>

typedef struct {
    TvMeasure measure;
    char *student_uid; /* NULL: a class */
    char *class_name;
    TvDate today;
} Question;

static Question *
question_new (TvStore *store, TvMeasure measure, const char *student_uid, const char *class_name)
{
    Question *self = g_new0 (Question, 1);

    self->measure = measure;
    self->student_uid = g_strdup (student_uid);
    self->class_name = g_strdup (class_name);
    self->today = tv_clock_today (tv_store_clock (store));
    return self;
}

static void
question_free (Question *self)
{
    g_free (self->student_uid);
    g_free (self->class_name);
    g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
clear_chart_set (gpointer data)
{
    TvChartSet *self = data;

    g_free (self->title);
    g_ptr_array_unref (self->charts);
}

static char *
make_subtitle (const TvStudent *student, const char *class_name, const TvSchool *school)
{
    g_autofree char *born = tv_date_to_text (student->birth_date);

    if (!class_name)
        /* Translators: under the title of a growth chart: sex, birth date, school */
        return g_strdup_printf (_ ("%1$s, born %2$s; %3$s"), tv_sex_label (student->sex), born,
                                school->name);
    /* Translators: under the title of a growth chart: sex, birth date, class, school */
    return g_strdup_printf (_ ("%1$s, born %2$s; class %3$s, %4$s"), tv_sex_label (student->sex),
                            born, class_name, school->name);
}

static gboolean
add_chart (TvChartSet *self, TvConnection *connection, const Question *question,
           const TvStudent *student, const char *class_name, const TvSchool *school, GError **error)
{
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_student (connection, student->id, error);
    g_autofree char *title = NULL;
    g_autofree char *subtitle = NULL;

    if (!measurements)
        return FALSE;
    /* Translators: over a growth chart: what is shown, the child's name */
    title = g_strdup_printf (C_ ("chart title", "%1$s: %2$s"), tv_measure_label (question->measure),
                             student->name);
    subtitle = make_subtitle (student, class_name, school);
    g_ptr_array_add (self->charts,
                     tv_growth_chart_new_for_child (
                         question->measure, student->sex, student->birth_date, title, subtitle,
                         (TvMeasurement **) measurements->pdata, measurements->len));
    return TRUE;
}

/* The class a child sits in now, or sat in last. */
static gboolean
find_class_of (TvConnection *connection, gint64 student_id, TvClass **found, GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_student (connection, student_id, error);

    if (!enrolments)
        return FALSE;
    if (enrolments->len == 0)
        return TRUE;
    *found = tv_store_get_class (
        connection, ((TvEnrolment *) g_ptr_array_index (enrolments, 0))->class_id, error);
    return *found != NULL;
}

static gboolean
add_student (TvChartSet *self, TvConnection *connection, const Question *question,
             const TvSchool *school, GError **error)
{
    g_autoptr (TvStudent) student = NULL;
    g_autoptr (TvClass) class_ = NULL;

    if (!tv_store_find_student_by_uid (connection, question->student_uid, &student, error))
        return FALSE;
    if (!student) {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     /* Translators: %s is the child's key in the book */
                     _ ("No child in this record book has the key “%s”."), question->student_uid);
        return FALSE;
    }
    self->title = g_strdup (student->name);
    return find_class_of (connection, student->id, &class_, error)
           && add_chart (self, connection, question, student, class_ ? class_->name : NULL, school,
                         error);
}

/* A class by its name, in the latest school year that has one. */
static gboolean
find_class_by_name (TvConnection *connection, const char *name, TvClass **found, GError **error)
{
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);

    if (!years)
        return FALSE;
    for (guint i = 0; i < years->len && !*found; i++) {
        const TvSchoolYear *year = g_ptr_array_index (years, i);

        if (!tv_store_find_class (connection, year->id, name, found, error))
            return FALSE;
    }
    if (*found)
        return TRUE;
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no class “%s” in this record book."), name);
    return FALSE;
}

static gboolean
add_class (TvChartSet *self, TvConnection *connection, const Question *question,
           const TvSchool *school, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvClass) class_ = NULL;
    g_autoptr (GPtrArray) rows = NULL;

    if (!find_class_by_name (connection, question->class_name, &class_, error))
        return FALSE;
    self->title = g_strdup (class_->name);
    rows = tv_store_list_roster (connection, class_->year_id, class_->id, error);
    if (!rows)
        return FALSE;
    for (guint i = 0; i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);

        if (!tv_enrolment_is_current (row->enrolment))
            continue;
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !add_chart (self, connection, question, row->student, class_->name, school, error))
            return FALSE;
    }
    if (self->charts->len > 0)
        return TRUE;
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("Class “%s” has no children."),
                 class_->name);
    return FALSE;
}

static gpointer
build (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvSchool) school = tv_store_get_school (connection, error);
    g_autoptr (TvChartSet) self = NULL;

    if (!school)
        return NULL;
    self = g_atomic_rc_box_new0 (TvChartSet);
    self->date = question->today;
    self->is_practice = school->is_practice;
    self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_growth_chart_unref);
    if (question->student_uid ? !add_student (self, connection, question, school, error)
                              : !add_class (self, connection, question, school, cancellable, error))
        return NULL;
    return g_steal_pointer (&self);
}

/**
 * tv_chart_build:
 * @store: an open book
 * @measure: what the charts show
 * @student_uid: (nullable): the child; without one the whole class
 * @class_name: (nullable): the class, of the latest school year that has one of that name
 * @error: (nullable): a #TvStoreError; G_IO_ERROR_NOT_FOUND with a sentence for people where there
 *   is no such child or class
 *
 * Waits for the answer; a window uses tv_chart_build_async().
 *
 * Returns: (transfer full) (nullable): the charts
 */
TvChartSet *
tv_chart_build (TvStore *store, TvMeasure measure, const char *student_uid, const char *class_name,
                GError **error)
{
    g_autoptr (Question) question = NULL;

    g_return_val_if_fail (TV_IS_STORE (store) && (student_uid || class_name), NULL);
    question = question_new (store, measure, student_uid, class_name);
    return tv_store_read (store, build, question, error);
}

/**
 * tv_chart_build_async:
 * @store: an open book
 * @measure: what the charts show
 * @student_uid: (nullable): the child; without one the whole class
 * @class_name: (nullable): the class
 * @cancellable: (nullable): to give up
 * @callback: called in the caller's main context
 */
void
tv_chart_build_async (TvStore *store, TvMeasure measure, const char *student_uid,
                      const char *class_name, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store) && (student_uid || class_name));
    tv_store_read_async (store, build, question_new (store, measure, student_uid, class_name),
                         (GDestroyNotify) question_free, (GDestroyNotify) tv_chart_set_unref,
                         cancellable, callback, user_data);
}

/**
 * tv_chart_build_finish:
 *
 * Returns: (transfer full) (nullable): the charts, or %NULL with @error set
 */
TvChartSet *
tv_chart_build_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvChartSet *
tv_chart_set_ref (TvChartSet *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_chart_set_unref (TvChartSet *self)
{
    g_atomic_rc_box_release_full (self, clear_chart_set);
}
