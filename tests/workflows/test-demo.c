/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The practice school: the same from the same seed, believable in each child and in its rates, and
 * with work left to do. */

#include "base/tv-language.h"
#include "base/tv-text.h"
#include "growth/tv-growth.h"
#include "records/tv-personal-number.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-rates.h"

#include <glib/gstdio.h>
#include <string.h>

static TvDate
today (void)
{
    return tv_date_from_ymd (2026, 11, 20);
}

static char *
make_folder (void)
{
    char *folder = g_dir_make_tmp ("tv-demo-XXXXXX", NULL);

    g_assert_nonnull (folder);
    return folder;
}

static void
remove_folder (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    const char *name;

    while (files && (name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (folder);
}

static TvStore *
make_school (const char *folder, TvLevel level, guint n_students, guint32 seed)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (today ());
    const TvDemoOptions options = { .n_students = n_students, .seed = seed, .level = level };
    g_autoptr (GError) error = NULL;
    TvStore *store = tv_demo_create (folder, &options, clock, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    return store;
}

/* A practice book in a folder of its own, handed to work on the reading thread. */
static void
with_school (TvLevel level, guint n_students, guint32 seed, TvReadWork work, gpointer input)
{
    g_autofree char *folder = make_folder ();
    g_autoptr (TvStore) store = make_school (folder, level, n_students, seed);
    g_autoptr (GError) error = NULL;

    tv_store_read (store, work, input, &error);
    g_assert_no_error (error);
    tv_store_close (store);
    remove_folder (folder);
}

static void
append_table (TvConnection *connection, const char *table, GString *dump)
{
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql, &error);

    g_assert_no_error (error);
    while (tv_statement_step (statement, &error) == TV_STEP_ROW) {
        for (int i = 0; i < tv_statement_n_columns (statement); i++) {
            const char *text = tv_statement_get_text (statement, i);

            g_string_append_printf (dump, "%s|", text ? text : "");
        }
        g_string_append_c (dump, '\n');
    }
    g_assert_no_error (error);
}

static gpointer
dump_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    static const char *const tables[]
        = { "school",  "person",      "school_year", "class",  "student",    "enrolment",   "round",
            "session", "measurement", "reading",     "target", "change_set", "change_entry" };
    GString *dump = input;

    for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
        g_string_append_printf (dump, "[%s]\n", tables[i]);
        append_table (connection, tables[i], dump);
    }
    return dump;
}

static void
test_same_seed (void)
{
    g_autoptr (GString) first = g_string_new (NULL);
    g_autoptr (GString) again = g_string_new (NULL);
    g_autoptr (GString) other = g_string_new (NULL);

    with_school (TV_LEVEL_KINDERGARTEN, 60, 11, dump_cb, first);
    with_school (TV_LEVEL_KINDERGARTEN, 60, 11, dump_cb, again);
    with_school (TV_LEVEL_KINDERGARTEN, 60, 12, dump_cb, other);
    g_assert_cmpuint (first->len, >, 50000);
    g_assert_true (g_string_equal (first, again));
    g_assert_false (g_string_equal (first, other));
}

static void
check_student (const TvStudent *student, GHashTable *numbers)
{
    g_autofree char *clean = tv_text_clean (student->name);
    g_auto (GStrv) words = g_strsplit (student->name, " ", -1);

    g_assert_cmpstr (student->name, ==, clean);
    g_assert_cmpuint (g_strv_length (words), >=, 3);
    g_assert_cmpint (student->sex, !=, TV_SEX_UNKNOWN);
    g_assert_cmpint (student->birth_date, <, today ());
    g_assert_nonnull (student->ethnic_group);
    if (student->personal_number) {
        g_assert_true (g_str_has_prefix (student->personal_number, "000"));
        g_assert_cmpint (
            tv_personal_number_check (student->personal_number, student->sex, student->birth_date),
            ==, TV_PERSONAL_NUMBER_FITS);
        g_assert_true (g_hash_table_add (numbers, g_strdup (student->personal_number)));
    }
    if (student->ministry_code)
        g_assert_true (g_hash_table_add (numbers, g_strdup (student->ministry_code)));
    if (student->guardian_phone)
        g_assert_true (g_str_has_prefix (student->guardian_phone, "0900000"));
}

/* The age in the September in which the school year begins. */
static void
check_place (const TvStudent *student, const TvClass *class_, int first_year)
{
    int birth_year;
    int age = class_->grade == 0 ? 2 : class_->grade;

    tv_date_get_ymd (student->birth_date, &birth_year, NULL, NULL);
    g_assert_cmpint (first_year - birth_year, ==, age);
}

static gpointer
check_children_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                   GError **error)
{
    g_autoptr (GPtrArray) students = tv_store_list_students (connection, error);
    g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    guint n_without_number = 0, n_kept_on = 0;

    for (guint i = 0; i < students->len; i++) {
        const TvStudent *student = students->pdata[i];
        g_autoptr (GPtrArray) places
            = tv_store_list_enrolments_of_student (connection, student->id, error);

        check_student (student, numbers);
        n_without_number += student->personal_number == NULL;
        n_kept_on += places->len > 1;
        g_assert_cmpuint (places->len, >=, 1);
        for (guint j = 0; j < places->len; j++) {
            const TvEnrolment *place = places->pdata[j];
            g_autoptr (TvClass) class_ = tv_store_get_class (connection, place->class_id, error);
            g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, place->year_id, error);

            g_assert_cmpint (class_->year_id, ==, place->year_id);
            check_place (student, class_, year->first_year);
        }
    }
    g_assert_cmpuint (n_without_number, >, 0);
    g_assert_cmpuint (n_without_number, <, students->len / 10);
    g_assert_cmpuint (n_kept_on, >, students->len / 3);
    return input;
}

static void
test_children (void)
{
    int unused;

    with_school (TV_LEVEL_KINDERGARTEN, 300, 3, check_children_cb, &unused);
}

/* How many sit in the classes of the newest year. */
static gpointer
count_seats_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    guint *largest_and_sum = input;
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);
    const TvSchoolYear *newest = years->pdata[0];
    g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, newest->id, error);

    g_assert_cmpuint (years->len, ==, 3);
    g_assert_cmpint (newest->first_year, ==, 2026);
    for (guint i = 0; i < classes->len; i++) {
        const TvClassCount *count = classes->pdata[i];

        largest_and_sum[0] = MAX (largest_and_sum[0], count->n_students);
        largest_and_sum[1] += count->n_students;
    }
    return input;
}

/* Any number of children that is asked for, in classes that a room can hold. */
static void
test_size (void)
{
    const guint sizes[] = { 1, 2, 7, 30, 101, 240, 999 };

    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        guint seats[2] = { 0, 0 };

        with_school (TV_LEVEL_KINDERGARTEN, sizes[i], i, count_seats_cb, seats);
        g_assert_cmpuint (seats[1], ==, sizes[i]);
        g_assert_cmpuint (seats[0], <=, 36);
    }
}

static gpointer
check_grades_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                 GError **error)
{
    g_autoptr (TvSchool) school = tv_store_get_school (connection, error);
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);
    guint seats[2] = { 0, 0 };
    int first, last;

    g_assert_true (school->is_practice);
    g_assert_cmpint (school->level, ==, GPOINTER_TO_INT (input));
    tv_level_get_grades (school->level, &first, &last);
    for (guint i = 0; i < years->len; i++) {
        const TvSchoolYear *year = years->pdata[i];
        g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, year->id, error);

        g_assert_cmpuint (classes->len, >=, (guint) (last - first) / 2);
        for (guint j = 0; j < classes->len; j++) {
            const TvClass *class_ = ((const TvClassCount *) classes->pdata[j])->class_;

            g_assert_cmpint (class_->grade, >=, first);
            g_assert_cmpint (class_->grade, <=, last);
            /* A ward's nurseries and grades share numbers, so there names do not tell. */
            if (school->level != TV_LEVEL_WARD)
                g_assert_cmpint (tv_class_guess_grade (class_->name, school->level), ==,
                                 class_->grade);
        }
    }
    count_seats_cb (connection, seats, cancellable, error);
    g_assert_cmpuint (seats[0], <=, 46);
    g_assert_cmpuint (seats[1], ==, 200);
    return years;
}

static void
test_levels (void)
{
    for (int level = TV_LEVEL_KINDERGARTEN; level <= TV_LEVEL_WARD; level++)
        with_school ((TvLevel) level, 200, 4, check_grades_cb, GINT_TO_POINTER (level));
}

/* A child grows: no later round finds it more than a centimetre shorter, but for slips of the pen
 * in the newest. */
static void
check_measurements (GPtrArray *measurements, const TvStudent *student, gint64 latest_round_id)
{
    int last_height_mm = 0;

    for (guint i = 0; i < measurements->len; i++) {
        const TvMeasurement *measurement = measurements->pdata[i];
        TvGrowth growth;

        g_assert_cmpint (measurement->date, <=, today ());
        g_assert_cmpint (measurement->position, ==,
                         tv_position_by_age (measurement->date - student->birth_date));
        if (measurement->state != TV_MEASUREMENT_MEASURED) {
            g_assert_cmpint (measurement->height_mm, ==, 0);
            g_assert_cmpint (measurement->weight_g, ==, 0);
            continue;
        }
        g_assert_cmpint (measurement->height_mm, >=, TV_HEIGHT_MIN_MM);
        g_assert_cmpint (measurement->height_mm, <=, TV_HEIGHT_MAX_MM);
        g_assert_cmpint (measurement->weight_g, >=, TV_WEIGHT_MIN_G);
        g_assert_cmpint (measurement->weight_g, <=, TV_WEIGHT_MAX_G);
        g_assert_cmpint (measurement->weight_g % 100, ==, 0);
        if (measurement->round_id == latest_round_id)
            continue;
        tv_growth_score_measurement (student->sex, student->birth_date, measurement, &growth);
        g_assert_false (growth.z[TV_Z_HEIGHT_FOR_AGE].is_flagged);
        g_assert_cmpint (measurement->height_mm, >, last_height_mm - 10);
        last_height_mm = measurement->height_mm;
    }
}

static gpointer
check_growth_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                 GError **error)
{
    g_autoptr (GPtrArray) students = tv_store_list_students (connection, error);
    g_autoptr (TvRound) latest = NULL;
    guint n_measurements = 0;

    g_assert_true (tv_store_find_latest_round (connection, &latest, error));
    g_assert_false (latest->is_closed);
    for (guint i = 0; i < students->len; i++) {
        const TvStudent *student = students->pdata[i];
        g_autoptr (GPtrArray) measurements
            = tv_store_list_measurements_of_student (connection, student->id, error);

        n_measurements += measurements->len;
        check_measurements (measurements, student, latest->id);
    }
    g_assert_cmpuint (n_measurements, >, 4 * students->len / 3);
    return input;
}

static void
test_growth (void)
{
    int unused;

    with_school (TV_LEVEL_KINDERGARTEN, 200, 8, check_growth_cb, &unused);
    with_school (TV_LEVEL_UPPER_SECONDARY, 200, 8, check_growth_cb, &unused);
}

/* In the newest round one class is half done, and there are questions to answer. */
static gpointer
check_work_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvRound) latest = NULL;
    g_autoptr (GPtrArray) classes = NULL;
    guint n_begun = 0, n_implausible = 0;

    g_assert_true (tv_store_find_latest_round (connection, &latest, error));
    g_assert_cmpstr (latest->code, ==, "2026-1");
    classes = tv_store_list_classes (connection, latest->year_id, error);
    for (guint i = 0; i < classes->len; i++) {
        gint64 class_id = ((const TvClassCount *) classes->pdata[i])->class_->id;
        g_autoptr (GPtrArray) rows = tv_store_list_grid (connection, class_id, latest->id, error);
        g_autoptr (GPtrArray) sessions
            = tv_store_list_sessions (connection, latest->id, class_id, error);
        guint n_open = 0;

        g_assert_cmpuint (sessions->len, ==, 1);
        for (guint j = 0; j < rows->len; j++) {
            const TvGridRow *row = rows->pdata[j];
            TvGrowth growth;

            n_open += row->current == NULL;
            if (!row->current)
                continue;
            tv_growth_score_measurement (row->student->sex, row->student->birth_date, row->current,
                                         &growth);
            n_implausible += growth.z[TV_Z_WEIGHT_FOR_AGE].is_flagged;
        }
        n_begun += n_open >= rows->len / 3 && n_open < rows->len;
    }
    g_assert_cmpuint (n_begun, ==, 1);
    g_assert_cmpuint (n_implausible, >, 0);
    return input;
}

static void
test_work_left (void)
{
    int unused;

    with_school (TV_LEVEL_KINDERGARTEN, 240, 1, check_work_cb, &unused);
}

static void
assert_rate (const TvRates *rates, TvIndicatorId id, double from, double to)
{
    const TvRateLine *line = tv_rates_find (rates, id, "All");

    g_test_message ("%s %.2f %%", line->indicator->code, line->rate.percent);
    g_assert_cmpfloat (line->rate.percent, >=, from);
    g_assert_cmpfloat (line->rate.percent, <=, to);
}

static TvRates *
find_rates (TvLevel level)
{
    const TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL };
    g_autofree char *folder = make_folder ();
    g_autoptr (TvStore) store = make_school (folder, level, 1500, 21);
    g_autoptr (GError) error = NULL;
    TvRates *rates = tv_rates_work_out (store, &query, &error);

    g_assert_no_error (error);
    tv_store_close (store);
    remove_folder (folder);
    return rates;
}

/* Near what surveys of Hanoi found. */
static void
test_rates (void)
{
    g_autoptr (TvRates) young = find_rates (TV_LEVEL_KINDERGARTEN);
    g_autoptr (TvRates) old = find_rates (TV_LEVEL_PRIMARY);

    assert_rate (young, TV_UNDERWEIGHT, 3, 6);
    assert_rate (young, TV_STUNTING, 6, 10);
    assert_rate (young, TV_OVERWEIGHT, 4.5, 8.5);
    assert_rate (young, TV_WASTING, 2, 5.5);
    assert_rate (old, TV_OVERWEIGHT, 34, 41);
    assert_rate (old, TV_THINNESS, 1.5, 5);
    assert_rate (old, TV_STUNTING, 3, 7.5);
}

typedef struct {
    GAsyncResult *result;
    double fraction;
    guint n_told;
} Waiting;

static void
told_cb (double fraction, const char *sentence, gpointer data)
{
    Waiting *waiting = data;

    g_assert_cmpfloat (fraction, >=, waiting->fraction);
    g_assert_cmpfloat (fraction, <=, 1);
    g_assert_true (g_str_has_suffix (sentence, "."));
    waiting->fraction = fraction;
    waiting->n_told++;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    ((Waiting *) data)->result = g_object_ref (result);
}

static void
test_async (void)
{
    g_autofree char *folder = make_folder ();
    g_autoptr (TvClock) clock = tv_clock_new_fixed (today ());
    const TvDemoOptions options = { .n_students = 40, .seed = 1, .level = TV_LEVEL_PRIMARY };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    Waiting waiting = { 0 };

    tv_demo_create_async (folder, &options, clock, told_cb, &waiting, NULL, made_cb, &waiting);
    while (!waiting.result)
        g_main_context_iteration (NULL, TRUE);
    store = tv_demo_create_finish (waiting.result, &error);
    g_assert_no_error (error);
    g_assert_true (TV_IS_STORE (store));
    g_assert_true (tv_store_clock (store) == clock);
    g_assert_cmpuint (waiting.n_told, >=, 6);
    g_assert_cmpfloat (waiting.fraction, ==, 1);
    tv_store_close (store);
    g_object_unref (waiting.result);
    remove_folder (folder);
}

static void
cancel_cb (double fraction, const char *sentence, gpointer data)
{
    if (fraction > 0.3)
        g_cancellable_cancel (data);
}

/* Whatever else stands in the folder is left alone. */
static void
test_cancelled (void)
{
    g_autofree char *folder = make_folder ();
    g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
    g_autofree char *lock = g_build_filename (folder, "lock", NULL);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (today ());
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    const TvDemoOptions options = { .n_students = 40, .seed = 1, .level = TV_LEVEL_PRIMARY };
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (letter, "Dear", -1, NULL));
    g_assert_null (
        tv_demo_create (folder, &options, clock, cancel_cb, cancellable, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_false (tv_store_exists (folder));
    g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
    remove_folder (folder);
}

/* A book that stands there already is nobody's practice. */
static void
test_existing_book (void)
{
    g_autofree char *folder = make_folder ();
    g_autoptr (TvClock) clock = tv_clock_new_fixed (today ());
    const TvDemoOptions options = { .n_students = 5, .seed = 1, .level = TV_LEVEL_PRIMARY };
    g_autoptr (TvStore) store = make_school (folder, TV_LEVEL_PRIMARY, 5, 1);
    g_autoptr (GError) error = NULL;

    tv_store_close (store);
    g_assert_null (tv_demo_create (folder, &options, clock, NULL, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS);
    g_assert_true (tv_store_exists (folder));
    remove_folder (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/demo/same-seed", test_same_seed);
    g_test_add_func ("/demo/children", test_children);
    g_test_add_func ("/demo/size", test_size);
    g_test_add_func ("/demo/levels", test_levels);
    g_test_add_func ("/demo/growth", test_growth);
    g_test_add_func ("/demo/work-left", test_work_left);
    g_test_add_func ("/demo/rates", test_rates);
    g_test_add_func ("/demo/async", test_async);
    g_test_add_func ("/demo/cancelled", test_cancelled);
    g_test_add_func ("/demo/existing-book", test_existing_book);
    return g_test_run ();
}
