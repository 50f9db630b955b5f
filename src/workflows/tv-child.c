/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One child with its classes and its measurements, and how it does in one sentence. */

#include "workflows/tv-child.h"

#include "base/tv-date.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>

typedef struct {
    gint64 student_id;
    gint64 year_id;
} Question;

static void
place_free (TvChildPlace *self)
{
    g_clear_pointer (&self->enrolment, tv_enrolment_unref);
    g_clear_pointer (&self->class_, tv_class_unref);
    g_clear_pointer (&self->year, tv_school_year_unref);
    g_free (self);
}

/**
 * tv_child_visit_new:
 * @student: the child
 * @measurement: (transfer none): what was measured of it
 *
 * Returns: (transfer full): the day, judged
 */
TvChildVisit *
tv_child_visit_new (const TvStudent *student, TvMeasurement *measurement)
{
    TvChildVisit *self = g_new0 (TvChildVisit, 1);

    self->measurement = tv_measurement_ref (measurement);
    tv_growth_score_measurement (student->sex, student->birth_date, measurement, &self->growth);
    self->words = tv_growth_words (&self->growth);
    self->concern = tv_growth_class_concern (tv_growth_main_class (&self->growth));
    return self;
}

/**
 * tv_child_visit_free:
 * @self: (transfer full): a day
 */
void
tv_child_visit_free (TvChildVisit *self)
{
    tv_measurement_unref (self->measurement);
    g_free (self->words);
    g_free (self);
}

static void
child_clear (gpointer data)
{
    TvChild *self = data;

    g_clear_pointer (&self->student, tv_student_unref);
    g_ptr_array_unref (self->places);
    g_ptr_array_unref (self->visits);
    g_free (self->sentence);
}

static gboolean
load_places (TvChild *self, TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_student (connection, self->student->id, error);

    if (!enrolments)
        return FALSE;
    for (guint i = 0; i < enrolments->len; i++) {
        TvChildPlace *place = g_new0 (TvChildPlace, 1);

        g_ptr_array_add (self->places, place);
        place->enrolment = tv_enrolment_ref (g_ptr_array_index (enrolments, i));
        place->class_ = tv_store_get_class (connection, place->enrolment->class_id, error);
        if (!place->class_)
            return FALSE;
        place->year = tv_store_get_year (connection, place->enrolment->year_id, error);
        if (!place->year)
            return FALSE;
    }
    for (guint i = 0; i < self->places->len && !self->place; i++) {
        const TvChildPlace *place = g_ptr_array_index (self->places, i);

        if (place->year->id == year_id)
            self->place = place;
    }
    if (!self->place && self->places->len > 0)
        self->place = g_ptr_array_index (self->places, 0);
    return TRUE;
}

static gint
by_date (gconstpointer a, gconstpointer b)
{
    const TvChildVisit *first = *(const TvChildVisit *const *) a;
    const TvChildVisit *second = *(const TvChildVisit *const *) b;

    return (first->measurement->date > second->measurement->date)
           - (first->measurement->date < second->measurement->date);
}

static gboolean
load_visits (TvChild *self, TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_student (connection, self->student->id, error);

    if (!measurements)
        return FALSE;
    for (guint i = 0; i < measurements->len; i++) {
        g_ptr_array_add (self->visits,
                         tv_child_visit_new (self->student, g_ptr_array_index (measurements, i)));
    }
    g_ptr_array_sort (self->visits, by_date);
    for (guint i = 0; i < self->visits->len; i++) {
        const TvChildVisit *visit = g_ptr_array_index (self->visits, i);

        if (tv_measurement_counts (visit->measurement))
            self->last = visit;
    }
    return TRUE;
}

/**
 * tv_child_visit_sentence:
 * @visit: (nullable): a day on which something was measured
 *
 * Returns: (transfer full): how the child did that day, in words
 */
char *
tv_child_visit_sentence (const TvChildVisit *visit)
{
    g_autofree char *weight = NULL;
    g_autofree char *height = NULL;
    g_autofree char *date = NULL;

    if (!visit)
        return g_strdup (_ ("Not measured yet."));
    weight = tv_quantity_text (TV_QUANTITY_WEIGHT, visit->measurement->weight_g);
    height = tv_quantity_text (TV_QUANTITY_HEIGHT, visit->measurement->height_mm);
    date = tv_date_to_text (visit->measurement->date);
    if (!*weight) {
        /* Translators: date, height in cm, class in words with what was not measured. */
        return g_strdup_printf (_ ("%s: height %s cm: %s"), date, height, visit->words);
    }
    if (!*height) {
        /* Translators: date, weight in kg, class in words with what was not measured. */
        return g_strdup_printf (_ ("%s: weight %s kg: %s"), date, weight, visit->words);
    }
    /* Translators: date, height in cm, weight in kg, class in words. */
    return g_strdup_printf (_ ("%s: height %s cm, weight %s kg: %s"), date, height, weight,
                            visit->words);
}

/**
 * tv_child_read:
 * @connection: a connection
 * @student_id: the child
 * @year_id: as in tv_child_load()
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the child
 */
TvChild *
tv_child_read (TvConnection *connection, gint64 student_id, gint64 year_id, GError **error)
{
    g_autoptr (TvChild) self = g_atomic_rc_box_new0 (TvChild);

    self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
    self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_child_visit_free);
    self->student = tv_store_get_student (connection, student_id, error);
    if (!self->student || !load_places (self, connection, year_id, error)
        || !load_visits (self, connection, error))
        return NULL;
    self->sentence = tv_child_visit_sentence (self->last);
    return g_steal_pointer (&self);
}

static gpointer
load_child (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;

    return tv_child_read (connection, question->student_id, question->year_id, error);
}

/**
 * tv_child_load:
 * @store: an open book
 * @student_id: the child
 * @year_id: the school year whose class is the child's place; 0 for the latest
 *
 * Waits for the answer; a window uses tv_child_load_async().
 *
 * Returns: (transfer full) (nullable): the child, or %NULL with @error set
 */
TvChild *
tv_child_load (TvStore *store, gint64 student_id, gint64 year_id, GError **error)
{
    Question question = { student_id, year_id };

    g_return_val_if_fail (TV_IS_STORE (store), NULL);
    return tv_store_read (store, load_child, &question, error);
}

/**
 * tv_child_load_async:
 * @store: an open book
 * @student_id: the child
 * @year_id: the school year whose class is the child's place; 0 for the latest
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context
 */
void
tv_child_load_async (TvStore *store, gint64 student_id, gint64 year_id, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
    Question question = { student_id, year_id };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load_child, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_child_unref, cancellable, callback, user_data);
}

/**
 * tv_child_load_finish:
 *
 * Returns: (transfer full) (nullable): the child, or %NULL with @error set
 */
TvChild *
tv_child_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

/**
 * tv_child_ref:
 *
 * Returns: (transfer full): the same child
 */
TvChild *
tv_child_ref (TvChild *self)
{
    return g_atomic_rc_box_acquire (self);
}

/**
 * tv_child_unref:
 * @self: (transfer full): a child
 */
void
tv_child_unref (TvChild *self)
{
    g_atomic_rc_box_release_full (self, child_clear);
}

/**
 * tv_age_text:
 * @birth_date: day of birth, or %TV_DATE_NONE
 * @day: the day of which the age is told
 *
 * Returns: (transfer full): the age in words, in months below two years, "" where there is none
 */
char *
tv_age_text (TvDate birth_date, TvDate day)
{
    int months;

    if (birth_date == TV_DATE_NONE || day == TV_DATE_NONE || day < birth_date)
        return g_strdup ("");
    months = tv_date_completed_months (birth_date, day);
    if (months < 24) {
        /* Translators: age of a small child. */
        return g_strdup_printf (ngettext ("%d month", "%d months", months), months);
    }
    if (months % 12 == 0) {
        /* Translators: age in whole years. */
        return g_strdup_printf (ngettext ("%d year", "%d years", months / 12), months / 12);
    }
    /* Translators: age as years and months, always short. */
    return g_strdup_printf (_ ("%d y %d m"), months / 12, months % 12);
}
