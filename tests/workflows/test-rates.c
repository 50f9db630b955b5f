/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates from a record book: a small school counted by hand, a larger one counted a second time in
 * another way, and all that must stay outside. */

#include "base/tv-language.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-rates.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    char *folder;
    TvClock *clock;
    TvStore *store;
} Fixture;

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

static void
set_up (Fixture *fixture, gconstpointer data)
{
    tv_language_start (TV_LANGUAGE_ENGLISH);
    fixture->folder = g_dir_make_tmp ("tv-rates-XXXXXX", NULL);
    fixture->clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 20));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    if (fixture->store)
        tv_store_close (fixture->store);
    g_clear_object (&fixture->store);
    tv_clock_unref (fixture->clock);
    remove_folder (fixture->folder);
    g_free (fixture->folder);
}

/* A boy of 1200 days is in the middle of WHO's tables with 98 cm and 15 kg; -2 in height is 90.5.
 */
typedef struct {
    const char *name;
    TvSex sex;
    int birth[3]; /* year 0: not known */
    int weight_g;
    int height_mm;
    TvMeasurementState state;
    const char *excluded_reason;
    gboolean is_measured;
    int from[3];
    int until[3];
    gboolean has_oedema;
    TvLeftOut left_out;
} Child;

#define MEASURED .is_measured = TRUE

static const Child small_school[] = {
    { "Fine", TV_SEX_MALE, { 2023, 5, 29 }, 14800, 975, MEASURED },
    { "Short", TV_SEX_MALE, { 2023, 5, 29 }, 12500, 880, MEASURED },
    { "Heavy", TV_SEX_FEMALE, { 2023, 5, 29 }, 18500, 960, MEASURED },
    { "Light", TV_SEX_FEMALE, { 2023, 5, 29 }, 9500, 870, MEASURED },
    { "Weight alone", TV_SEX_FEMALE, { 2023, 5, 29 }, 14000, 0, MEASURED },
    { "Oedema", TV_SEX_MALE, { 2023, 5, 29 }, 0, 0, MEASURED, .has_oedema = TRUE },
    { "Slip of the pen", TV_SEX_MALE, { 2023, 5, 29 }, 148000, 975, MEASURED },
    { "Last day under five", TV_SEX_MALE, { 2021, 9, 10 }, 18000, 1080, MEASURED },
    { "Five",
      TV_SEX_MALE,
      { 2021, 9, 9 },
      18000,
      1080,
      MEASURED,
      .left_out = TV_LEFT_OUT_OTHER_AGE },
    { "Not born",
      TV_SEX_MALE,
      { 2026, 9, 11 },
      3000,
      500,
      MEASURED,
      .left_out = TV_LEFT_OUT_OTHER_AGE },
    { "Unknown birth",
      TV_SEX_MALE,
      { 0 },
      14800,
      975,
      MEASURED,
      .left_out = TV_LEFT_OUT_NO_BIRTH_DATE },
    { "Unknown sex",
      TV_SEX_UNKNOWN,
      { 2023, 5, 29 },
      14800,
      975,
      MEASURED,
      .left_out = TV_LEFT_OUT_NO_SEX },
    { "Away",
      TV_SEX_MALE,
      { 2023, 5, 29 },
      .state = TV_MEASUREMENT_ABSENT,
      MEASURED,
      .left_out = TV_LEFT_OUT_ABSENT },
    { "Crying",
      TV_SEX_MALE,
      { 2023, 5, 29 },
      .state = TV_MEASUREMENT_REFUSED,
      MEASURED,
      .left_out = TV_LEFT_OUT_REFUSED },
    { "In plaster",
      TV_SEX_MALE,
      { 2023, 5, 29 },
      .state = TV_MEASUREMENT_IMPOSSIBLE,
      MEASURED,
      .left_out = TV_LEFT_OUT_IMPOSSIBLE },
    { "Excluded",
      TV_SEX_MALE,
      { 2023, 5, 29 },
      14800,
      975,
      .excluded_reason = "wrong child",
      MEASURED,
      .left_out = TV_LEFT_OUT_EXCLUDED },
    { "Waiting", TV_SEX_MALE, { 2023, 5, 29 }, .left_out = TV_LEFT_OUT_NOT_MEASURED },
    { "Left before",
      TV_SEX_MALE,
      { 2023, 5, 29 },
      9000,
      850,
      MEASURED,
      .until = { 2026, 9, 9 },
      .left_out = TV_LEFT_OUT_NOT_ENROLLED },
    { "Left that day",
      TV_SEX_FEMALE,
      { 2023, 5, 29 },
      14800,
      975,
      MEASURED,
      .until = { 2026, 9, 10 } },
    { "Came after",
      TV_SEX_FEMALE,
      { 2023, 5, 29 },
      14800,
      975,
      MEASURED,
      .from = { 2026, 9, 11 },
      .left_out = TV_LEFT_OUT_NOT_ENROLLED },
    { "Left unmeasured",
      TV_SEX_FEMALE,
      { 2023, 5, 29 },
      .until = { 2026, 9, 15 },
      .left_out = TV_LEFT_OUT_NOT_ENROLLED },
};

static TvDate
date_of (const int *ymd)
{
    return ymd[0] ? tv_date_from_ymd (ymd[0], ymd[1], ymd[2]) : TV_DATE_NONE;
}

static gint64
put_child (TvChange *change, const Child *child, gint64 year_id, gint64 class_id, GError **error)
{
    TvStudent student
        = { .name = (char *) child->name, .sex = child->sex, .birth_date = date_of (child->birth) };
    TvEnrolment enrolment
        = { .student_id = tv_store_put_student (change, &student, error),
            .class_id = class_id,
            .year_id = year_id,
            .status = child->until[0] ? TV_ENROLMENT_MOVED_AWAY : TV_ENROLMENT_STUDYING,
            .from = date_of (child->from),
            .until = date_of (child->until) };

    g_assert_cmpint (tv_store_put_enrolment (change, &enrolment, error), !=, 0);
    return enrolment.student_id;
}

static gint64
put_round (TvChange *change, gint64 year_id, const char *code, TvRoundKind kind, TvDate first_day,
           GError **error)
{
    TvRound round = { .year_id = year_id,
                      .code = (char *) code,
                      .name = (char *) code,
                      .kind = kind,
                      .first_day = first_day,
                      .last_day = first_day + 11 };

    return tv_store_put_round (change, &round, error);
}

/* Two classes, one round, and after it a monthly weighing in which everybody is a skeleton. */
static gboolean
fill_small_school_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                      GError **error)
{
    TvDate day = tv_date_from_ymd (2026, 9, 10);
    gint64 year_id = tv_store_ensure_year (change, 2026, error);
    gint64 classes[] = { tv_store_ensure_class (change, year_id, "Mẫu giáo bé C2", 3, error),
                         tv_store_ensure_class (change, year_id, "Mẫu giáo bé C1", 3, error) };
    gint64 round_id = put_round (change, year_id, "2026-1", TV_ROUND_REGULAR, day - 3, error);
    gint64 monthly_id = put_round (change, year_id, "2026-M1", TV_ROUND_MONTHLY, day + 5, error);
    TvSession session = {
        .round_id = round_id, .class_id = classes[0], .date = day, .clothing = TV_CLOTHING_COAT_ON
    };
    gint64 session_id = tv_store_put_session (change, &session, error);

    for (guint i = 0; i < G_N_ELEMENTS (small_school); i++) {
        const Child *child = &small_school[i];
        TvMeasurement measurement = {
            .student_id = put_child (change, child, year_id, classes[i % 2], error),
            .round_id = round_id,
            .session_id = i == 0 && input ? session_id : 0,
            .date = day,
            .position = TV_POSITION_STANDING,
            .state = child->state,
            .weight_g = child->weight_g,
            .height_mm = child->height_mm,
            .has_oedema = child->has_oedema,
            .excluded_reason = (char *) child->excluded_reason,
        };

        if (child->is_measured)
            g_assert_cmpint (tv_store_put_measurement (change, &measurement, error), !=, 0);
        measurement.round_id = monthly_id;
        measurement.date = day + 6;
        measurement.state = TV_MEASUREMENT_MEASURED;
        measurement.excluded_reason = NULL;
        measurement.weight_g = 6000;
        measurement.height_mm = 800;
        g_assert_cmpint (tv_store_put_measurement (change, &measurement, error), !=, 0);
    }
    return TRUE;
}

static void
make_small_school (Fixture *fixture, gboolean with_coat)
{
    g_autoptr (GError) error = NULL;
    const TvSchool school = { .name = (char *) "Mầm non", .level = TV_LEVEL_KINDERGARTEN };

    fixture->store = tv_store_create_seeded (fixture->folder, &school, fixture->clock, 1, &error);
    g_assert_no_error (error);
    tv_store_write (fixture->store, "test", fill_small_school_cb, GINT_TO_POINTER (with_coat), NULL,
                    &error);
    g_assert_no_error (error);
}

static TvRates *
work_out (Fixture *fixture, TvSplit split)
{
    const TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL, .split = split };
    g_autoptr (GError) error = NULL;
    TvRates *rates = tv_rates_work_out (fixture->store, &query, &error);

    g_assert_no_error (error);
    return rates;
}

static void
assert_cases (const TvRates *rates, TvIndicatorId id, const char *group, guint n, const char *names)
{
    const TvRateLine *line = tv_rates_find (rates, id, group);
    g_autoptr (GString) found = g_string_new (NULL);

    g_assert_nonnull (line);
    g_assert_cmpuint (line->rate.n, ==, n);
    g_assert_cmpuint (line->rate.n_cases, ==, line->cases->len);
    for (guint i = 0; i < line->cases->len; i++)
        g_string_append_printf (
            found, "%s%s", i ? ", " : "",
            tv_rates_child (rates, g_array_index (line->cases, guint, i))->name);
    g_assert_cmpstr (found->str, ==, names);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;

    make_small_school (fixture, FALSE);
    rates = work_out (fixture, TV_SPLIT_SEX);
    g_assert_cmpstr (rates->round->code, ==, "2026-1");
    g_assert_cmpint (rates->population, ==, TV_POPULATION_UNDER_FIVE);
    g_assert_cmpuint (rates->children->len, ==, G_N_ELEMENTS (small_school));
    /* Three are not enrolled on their day; of the others four are away or waiting, one excluded. */
    g_assert_cmpuint (rates->n_enrolled, ==, G_N_ELEMENTS (small_school) - 3);
    g_assert_cmpuint (rates->n_measured, ==, 13);
    g_assert_cmpuint (rates->n_population, ==, 9);
    assert_cases (rates, TV_UNDERWEIGHT, "All", 8, "Light, Oedema");
    assert_cases (rates, TV_SEVERE_UNDERWEIGHT, "All", 8, "Light, Oedema");
    assert_cases (rates, TV_STUNTING, "All", 7, "Short, Light");
    assert_cases (rates, TV_OVERWEIGHT, "All", 7, "Heavy");
    assert_cases (rates, TV_OVERWEIGHT, "F", 3, "Heavy");
    assert_cases (rates, TV_OVERWEIGHT, "M", 4, "");
    assert_cases (rates, TV_STUNTING, "M", 4, "Short");
    g_assert_false (rates->has_coats_on);
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;
    const TvIndicator *overweight = tv_indicator_find (
        TV_POPULATION_UNDER_FIVE, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, TV_OVERWEIGHT);

    make_small_school (fixture, FALSE);
    rates = work_out (fixture, TV_SPLIT_NONE);
    for (guint i = 0; i < G_N_ELEMENTS (small_school); i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        TvLeftOut reason = tv_rates_left_out (rates, child, overweight);

        g_test_message ("%s", child->name);
        g_assert_cmpstr (child->name, ==, small_school[i].name);
        g_assert_cmpstr (tv_left_out_code (child->left_out), ==,
                         tv_left_out_code (small_school[i].left_out));
        if (strcmp (child->name, "Weight alone") == 0)
            g_assert_cmpint (reason, ==, TV_LEFT_OUT_NO_VALUE);
        else if (strcmp (child->name, "Slip of the pen") == 0)
            g_assert_cmpint (reason, ==, TV_LEFT_OUT_IMPLAUSIBLE);
        else
            g_assert_cmpint (reason, ==, small_school[i].left_out);
    }
}

static void
test_coats (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;

    make_small_school (fixture, TRUE);
    rates = work_out (fixture, TV_SPLIT_NONE);
    g_assert_true (rates->has_coats_on);
}

/* The plan's targets stand at the whole school's lines and nowhere else. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;
    guint n_targets = 0;

    make_small_school (fixture, FALSE);
    rates = work_out (fixture, TV_SPLIT_EVERY);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        n_targets += line->target != NULL;
        g_assert_true (!line->target || line->split == TV_SPLIT_NONE);
        g_assert_true (line->target || line->judgement.verdict == TV_VERDICT_NONE);
    }
    g_assert_cmpuint (n_targets, ==, 3);
    g_assert_cmpstr (tv_rates_find (rates, TV_UNDERWEIGHT, "All")->target->code, ==, "E-I.2a");
    g_assert_cmpstr (tv_rates_find (rates, TV_STUNTING, "All")->target->code, ==, "E-I.2b");
    g_assert_cmpstr (tv_rates_find (rates, TV_OVERWEIGHT, "All")->target->code, ==, "E-I.2c");
    g_assert_cmpint (tv_rates_find (rates, TV_STUNTING, "All")->judgement.verdict, ==,
                     TV_VERDICT_NOT_MET);
}

/* Classes in the order of the school, whatever the order in which children were entered. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
    const char *expected[] = { "All", "Mẫu giáo bé C1", "Mẫu giáo bé C2", "3", "M", "F" };
    g_autoptr (TvRates) rates = NULL;

    make_small_school (fixture, FALSE);
    rates = work_out (fixture, TV_SPLIT_EVERY);
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, 8 * i);

        g_assert_cmpstr (line->group_code, ==, expected[i]);
        g_assert_cmpint (line->indicator->id, ==, TV_UNDERWEIGHT);
    }
    g_assert_nonnull (tv_rates_find (rates, TV_STUNTING, "36-47 mo"));
    g_assert_nonnull (tv_rates_find (rates, TV_STUNTING, "48-59 mo"));
    g_assert_null (tv_rates_find (rates, TV_STUNTING, "0-5 mo"));
}

static void
test_other_rounds (Fixture *fixture, gconstpointer data)
{
    TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL };
    g_autoptr (GError) error = NULL;

    make_small_school (fixture, FALSE);
    query.round_code = (char *) "2026-M1";
    g_assert_null (tv_rates_work_out (fixture->store, &query, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    g_clear_error (&error);
    query.round_code = (char *) "2019-7";
    g_assert_null (tv_rates_work_out (fixture->store, &query, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_no_round (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    const TvSchool school = { .name = (char *) "Tiểu học", .level = TV_LEVEL_PRIMARY };
    g_autoptr (TvRates) rates = NULL;

    fixture->store = tv_store_create_seeded (fixture->folder, &school, fixture->clock, 1, &error);
    g_assert_no_error (error);
    rates = work_out (fixture, TV_SPLIT_CLASS);
    g_assert_null (rates->round);
    g_assert_cmpuint (rates->lines->len, ==, 0);
    g_assert_cmpint (rates->population, ==, TV_POPULATION_SCHOOL_AGE);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
    const TvRatesQuery query = { .round_code = (char *) "2026-1",
                                 .population = TV_POPULATION_UNDER_FIVE,
                                 .split = TV_SPLIT_CLASS };
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (TvRates) again = NULL;
    g_autoptr (GError) error = NULL;

    make_small_school (fixture, FALSE);
    tv_rates_work_out_async (fixture->store, &query, NULL, finished_cb, &result);
    while (!result)
        g_main_context_iteration (NULL, TRUE);
    rates = tv_rates_work_out_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    again = tv_rates_ref (rates);
    g_assert_cmpuint (again->lines->len, ==, 24);
    assert_cases (again, TV_STUNTING, "All", 7, "Short, Light");
}

/* The second count: every measurement of the round through the records, one group at a time. */
typedef struct {
    const TvRates *rates;
    guint n_lines;
} Recount;

static gboolean
is_in_group (const TvRateLine *line, const TvStudent *student, const TvClass *class_, int age_days)
{
    int first, last;

    switch (line->split) {
    case TV_SPLIT_CLASS:
        return strcmp (line->group_code, class_->name) == 0;
    case TV_SPLIT_GRADE:
        return g_ascii_strtoll (line->group_code, NULL, 10) == class_->grade;
    case TV_SPLIT_SEX:
        return strcmp (line->group_code, tv_sex_code (student->sex)) == 0;
    case TV_SPLIT_AGE:
        g_assert_cmpint (sscanf (line->group_code, "%d-%d mo", &first, &last), ==, 2);
        return age_days / 30.4375 >= first && age_days / 30.4375 < last + 1;
    default:
        return TRUE;
    }
}

static void
recount_line (TvConnection *connection, const TvRates *rates, const TvRateLine *line)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) list
        = tv_store_list_measurements_of_round (connection, rates->round->id, &error);
    guint n = 0, n_cases = 0;

    for (guint i = 0; i < list->len; i++) {
        const TvMeasurement *measurement = list->pdata[i];
        g_autoptr (TvStudent) student
            = tv_store_get_student (connection, measurement->student_id, &error);
        g_autoptr (TvEnrolment) enrolment = NULL;
        g_autoptr (TvClass) class_ = NULL;
        int age_days = measurement->date - student->birth_date;
        gboolean is_young = age_days <= 1826;
        const TvZScore *z;
        TvGrowth growth;

        g_assert_true (tv_store_find_enrolment_on (connection, student->id, measurement->date,
                                                   &enrolment, &error));
        if (!enrolment || !tv_measurement_counts (measurement)
            || is_young != (rates->population == TV_POPULATION_UNDER_FIVE))
            continue;
        class_ = tv_store_get_class (connection, enrolment->class_id, &error);
        tv_growth_score_measurement (student->sex, student->birth_date, measurement, &growth);
        z = &growth.z[line->indicator->kind];
        if (z->hundredths == TV_Z_NONE || z->is_flagged
            || !is_in_group (line, student, class_, age_days))
            continue;
        n++;
        n_cases += line->indicator->is_below ? z->hundredths < line->indicator->cut_hundredths
                                             : z->hundredths > line->indicator->cut_hundredths;
    }
    g_test_message ("%s of %s", line->indicator->code, line->group_code);
    g_assert_cmpuint (line->rate.n, ==, n);
    g_assert_cmpuint (line->rate.n_cases, ==, n_cases);
}

static gpointer
recount_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Recount *recount = input;

    for (guint i = 0; i < recount->rates->lines->len; i++) {
        recount_line (connection, recount->rates, g_ptr_array_index (recount->rates->lines, i));
        recount->n_lines++;
    }
    return recount;
}

static void
test_second_count (Fixture *fixture, gconstpointer data)
{
    const TvDemoOptions options
        = { .n_students = 130, .seed = 5, .level = (TvLevel) GPOINTER_TO_INT (data) };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = NULL;
    Recount recount = { 0 };

    fixture->store
        = tv_demo_create (fixture->folder, &options, fixture->clock, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    rates = work_out (fixture, TV_SPLIT_EVERY);
    recount.rates = rates;
    tv_store_read (fixture->store, recount_cb, &recount, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (recount.n_lines, >, 60);
    g_assert_cmpuint (rates->n_population, >, 50);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
    const char *codes[] = { "none", "class", "grade", "sex", "age", "every" };
    TvSplit split;

    for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
        g_assert_true (tv_split_parse (codes[i], &split));
        g_assert_cmpint (split, ==, i);
        g_assert_cmpuint (strlen (tv_split_label (split)), >, 0);
    }
    g_assert_false (tv_split_parse ("colour", &split));
    for (int i = TV_LEFT_OUT_NOT_MEASURED; i <= TV_LEFT_OUT_NOT_ENROLLED; i++) {
        g_assert_cmpuint (strlen (tv_left_out_code ((TvLeftOut) i)), >, 0);
        g_assert_cmpuint (strlen (tv_left_out_label ((TvLeftOut) i)), >, 0);
    }
    g_assert_cmpstr (tv_left_out_code (TV_LEFT_OUT_NOT), ==, "");
}

#define ADD(path, data, test) g_test_add ("/rates/" path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("by-hand", NULL, test_by_hand);
    ADD ("left-out", NULL, test_left_out);
    ADD ("coats", NULL, test_coats);
    ADD ("targets", NULL, test_targets);
    ADD ("groups", NULL, test_groups);
    ADD ("other-rounds", NULL, test_other_rounds);
    ADD ("no-round", NULL, test_no_round);
    ADD ("async", NULL, test_async);
    ADD ("second-count/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), test_second_count);
    ADD ("second-count/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_second_count);
    ADD ("words", NULL, test_words);
    return g_test_run ();
}
