/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes from the book, at one moment, all that a list is compared with. A plan can then be made
 * anew after each correction without asking the book again. */

#include "workflows/tv-import-book.h"

#include "base/tv-text.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-history.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-round-classes.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"

static void
free_array (gpointer data)
{
    g_ptr_array_unref (data);
}

static GHashTable *
new_id_table (GDestroyNotify free_value)
{
    return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static void
put_id (GHashTable *table, gint64 id, gpointer value)
{
    g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
}

/* The array that stands under @id, an empty one where none did. */
static GPtrArray *
ensure_array (GHashTable *table, gint64 id, GDestroyNotify free_item)
{
    GPtrArray *array = g_hash_table_lookup (table, &id);

    if (!array) {
        array = g_ptr_array_new_with_free_func (free_item);
        put_id (table, id, array);
    }
    return array;
}

/**
 * tv_import_child_key:
 * @name: a child's name
 * @birth_date: its birth date
 *
 * Returns: (transfer full): equal for two spellings of one child
 */
char *
tv_import_child_key (const char *name, TvDate birth_date)
{
    g_autofree char *key = tv_text_name_key (name);

    return g_strdup_printf ("%s\n%d", key, birth_date);
}

static void
index_student (TvImportBook *self, TvStudent *student)
{
    char *key = tv_import_child_key (student->name, student->birth_date);
    GPtrArray *same = g_hash_table_lookup (self->by_child, key);

    if (student->personal_number)
        g_hash_table_insert (self->by_number, student->personal_number, student);
    if (student->ministry_code)
        g_hash_table_insert (self->by_code, student->ministry_code, student);
    if (same) {
        g_free (key);
    } else {
        same = g_ptr_array_new ();
        g_hash_table_insert (self->by_child, key, same);
    }
    g_ptr_array_add (same, student);
}

static gboolean
read_students (TvImportBook *self, TvConnection *connection, GError **error)
{
    self->students = tv_store_list_students (connection, error);
    for (guint i = 0; self->students && i < self->students->len; i++)
        index_student (self, g_ptr_array_index (self->students, i));
    return self->students != NULL;
}

static gboolean
read_enrolments (TvImportBook *self, TvConnection *connection, gint64 class_id, GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_class (connection, class_id, error);

    for (guint i = 0; enrolments && i < enrolments->len; i++) {
        TvEnrolment *enrolment = g_ptr_array_index (enrolments, i);

        g_ptr_array_add (ensure_array (self->enrolments, enrolment->student_id,
                                       (GDestroyNotify) tv_enrolment_unref),
                         tv_enrolment_ref (enrolment));
    }
    return enrolments != NULL;
}

static gboolean
read_classes (TvImportBook *self, TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) counts = NULL;

    if (self->year_id == 0)
        return TRUE;
    counts = tv_store_list_classes (connection, self->year_id, error);
    for (guint i = 0; counts && i < counts->len; i++) {
        TvClass *class_ = ((TvClassCount *) g_ptr_array_index (counts, i))->class_;

        put_id (self->classes, class_->id, tv_class_ref (class_));
        g_hash_table_insert (self->by_class_key, tv_class_name_key (class_->name), class_);
        if (!read_enrolments (self, connection, class_->id, error))
            return FALSE;
    }
    return counts != NULL;
}

static gboolean
read_measurements (TvImportBook *self, TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_round (connection, round_id, error);

    for (guint i = 0; measurements && i < measurements->len; i++) {
        TvMeasurement *measurement = g_ptr_array_index (measurements, i);

        g_ptr_array_add (ensure_array (self->measurements, measurement->student_id,
                                       (GDestroyNotify) tv_measurement_unref),
                         tv_measurement_ref (measurement));
    }
    return measurements != NULL;
}

static gboolean
read_taken_in (TvImportBook *self, TvConnection *connection, gint64 round_id, GError **error)
{
    TvRoundClasses *classes = tv_store_get_round_classes (connection, round_id, error);

    if (classes)
        g_hash_table_insert (self->taken_in, g_memdup2 (&round_id, sizeof round_id), classes);
    return classes != NULL;
}

static gboolean
read_rounds_of_year (TvImportBook *self, TvConnection *connection, gint64 year_id,
                     GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, year_id, error);

    for (guint i = 0; rounds && i < rounds->len; i++) {
        TvRound *round = g_ptr_array_index (rounds, i);

        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !read_measurements (self, connection, round->id, error)
            || !read_taken_in (self, connection, round->id, error))
            return FALSE;
        g_ptr_array_add (self->rounds, tv_round_ref (round));
    }
    return rounds != NULL;
}

/* A value is weighed against the child's last one: this year's rounds and last year's hold it. */
static gboolean
read_rounds (TvImportBook *self, TvConnection *connection, GCancellable *cancellable,
             GError **error)
{
    g_autoptr (TvSchoolYear) last_year = NULL;

    if (self->year_id != 0
        && !read_rounds_of_year (self, connection, self->year_id, cancellable, error))
        return FALSE;
    if (!tv_store_find_year (connection, self->first_year - 1, &last_year, error))
        return FALSE;
    return !last_year || read_rounds_of_year (self, connection, last_year->id, cancellable, error);
}

static TvImportBook *
new_book (int first_year)
{
    TvImportBook *self = g_new0 (TvImportBook, 1);

    self->first_year = first_year;
    self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
    self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
    self->by_child = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
    self->classes = new_id_table ((GDestroyNotify) tv_class_unref);
    self->by_class_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->enrolments = new_id_table (free_array);
    self->taken_in = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                            (GDestroyNotify) tv_round_classes_free);
    self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_round_unref);
    self->measurements = new_id_table (free_array);
    return self;
}

/**
 * tv_import_book_find_last_change:
 * @connection: a connection
 * @id: (out): of the newest change set, 0 in a book without history
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_import_book_find_last_change (TvConnection *connection, gint64 *id, GError **error)
{
    g_autoptr (GPtrArray) history = tv_store_list_history (connection, 0, 1, 0, error);

    *id = history && history->len > 0 ? ((TvChangeSet *) g_ptr_array_index (history, 0))->id : 0;
    return history != NULL;
}

/**
 * tv_import_book_read:
 * @connection: a connection
 * @first_year: of the school year that the list is of
 * @cancellable: (nullable): to stop it
 * @error: (nullable): a #TvStoreError or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what a list is compared with
 */
TvImportBook *
tv_import_book_read (TvConnection *connection, int first_year, GCancellable *cancellable,
                     GError **error)
{
    g_autoptr (TvImportBook) self = new_book (first_year);
    g_autoptr (TvSchoolYear) year = NULL;

    self->school = tv_store_get_school (connection, error);
    if (!self->school || !tv_import_book_find_last_change (connection, &self->last_change_id, error)
        || !tv_store_find_setting (connection, TV_IMPORT_COLUMNS_SETTING, &self->columns, error)
        || !tv_store_find_year (connection, first_year, &year, error))
        return NULL;
    self->year_id = year ? year->id : 0;
    if (!read_students (self, connection, error) || !read_classes (self, connection, error)
        || !read_rounds (self, connection, cancellable, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
tv_import_book_free (TvImportBook *self)
{
    g_clear_pointer (&self->school, tv_school_unref);
    g_hash_table_unref (self->by_number);
    g_hash_table_unref (self->by_code);
    g_hash_table_unref (self->by_child);
    g_hash_table_unref (self->by_class_key);
    g_hash_table_unref (self->classes);
    g_hash_table_unref (self->enrolments);
    g_hash_table_unref (self->taken_in);
    g_hash_table_unref (self->measurements);
    g_ptr_array_unref (self->rounds);
    g_clear_pointer (&self->students, g_ptr_array_unref);
    g_free (self->columns);
    g_free (self);
}

/**
 * tv_import_book_find_enrolment:
 * @student_id: a child
 * @day: a day
 *
 * Returns: (transfer none) (nullable): where the child sits on that day; the last place it had in
 *   the year where it sits nowhere
 */
TvEnrolment *
tv_import_book_find_enrolment (TvImportBook *self, gint64 student_id, TvDate day)
{
    GPtrArray *enrolments = g_hash_table_lookup (self->enrolments, &student_id);
    TvEnrolment *last = NULL;

    for (guint i = 0; enrolments && i < enrolments->len; i++) {
        TvEnrolment *enrolment = g_ptr_array_index (enrolments, i);

        if (tv_store_is_enrolled_on (enrolment->status, enrolment->from, enrolment->until, day))
            return enrolment;
        if (!last || enrolment->from > last->from
            || (enrolment->from == last->from && enrolment->id > last->id))
            last = enrolment;
    }
    return last;
}

/**
 * tv_import_book_find_class:
 * @name: of a class, in whatever spelling
 *
 * Returns: (transfer none) (nullable): that class of the year
 */
TvClass *
tv_import_book_find_class (TvImportBook *self, const char *name)
{
    g_autofree char *key = tv_class_name_key (name);

    return g_hash_table_lookup (self->by_class_key, key);
}

TvClass *
tv_import_book_get_class (TvImportBook *self, gint64 id)
{
    return g_hash_table_lookup (self->classes, &id);
}

/**
 * tv_import_book_takes_in:
 * @round_id: a round of the book, 0 for one that is to be opened
 * @class_id: a class of its year, 0 for one that is to be made
 *
 * Returns: whether the round takes that class in
 */
gboolean
tv_import_book_takes_in (TvImportBook *self, gint64 round_id, gint64 class_id)
{
    const TvRoundClasses *classes = g_hash_table_lookup (self->taken_in, &round_id);

    return !classes || tv_round_classes_cover (classes, class_id);
}

/**
 * tv_import_book_find_measurement:
 * @student_id: a child
 * @round_id: a round
 *
 * Returns: (transfer none) (nullable): what stands for the child in that round
 */
TvMeasurement *
tv_import_book_find_measurement (TvImportBook *self, gint64 student_id, gint64 round_id)
{
    GPtrArray *all = g_hash_table_lookup (self->measurements, &student_id);

    for (guint i = 0; all && i < all->len; i++) {
        TvMeasurement *measurement = g_ptr_array_index (all, i);

        if (measurement->round_id == round_id)
            return measurement;
    }
    return NULL;
}

/**
 * tv_import_book_find_previous:
 * @student_id: a child
 * @before: a day
 *
 * Returns: (transfer none) (nullable): the last measurement before that day that counts
 */
TvMeasurement *
tv_import_book_find_previous (TvImportBook *self, gint64 student_id, TvDate before)
{
    GPtrArray *all = g_hash_table_lookup (self->measurements, &student_id);
    TvMeasurement *last = NULL;

    for (guint i = 0; all && i < all->len; i++) {
        TvMeasurement *measurement = g_ptr_array_index (all, i);

        if (measurement->date < before && tv_measurement_counts (measurement)
            && (!last || measurement->date > last->date))
            last = measurement;
    }
    return last;
}
