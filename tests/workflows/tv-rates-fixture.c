/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/workflows/tv-rates-fixture.h"

#include "base/tv-language.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-demo.h"

#include <glib/gstdio.h>

/* The rounds of the made-up kindergarten, over two school years. */
static const struct {
    const char *code;
    int first_year;
    int day[3];
} sample_rounds[TV_RATES_SAMPLE_ROUNDS] = {
    { "2025-1", 2025, { 2025, 9, 10 } },
    { "2025-2", 2025, { 2026, 3, 10 } },
    { "2026-1", 2026, { 2026, 9, 10 } },
};

typedef struct {
    const TvRatesSample *children;
    guint n_children;
    gint64 year_ids[TV_RATES_SAMPLE_ROUNDS];
    gint64 round_ids[TV_RATES_SAMPLE_ROUNDS];
} Filling;

static TvDate
date_of (const int *ymd)
{
    return tv_date_from_ymd (ymd[0], ymd[1], ymd[2]);
}

void
tv_rates_fixture_set_up (TvRatesFixture *self, gconstpointer data)
{
    tv_language_start (TV_LANGUAGE_ENGLISH);
    self->folder = g_dir_make_tmp ("tv-rates-XXXXXX", NULL);
    self->clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 20));
}

void
tv_rates_fixture_tear_down (TvRatesFixture *self, gconstpointer data)
{
    g_autoptr (GDir) files = NULL;
    const char *name;

    if (self->store)
        tv_store_close (self->store);
    g_clear_object (&self->store);
    tv_clock_unref (self->clock);
    files = g_dir_open (self->folder, 0, NULL);
    while (files && (name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (self->folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (self->folder);
    g_free (self->folder);
}

static void
put_rounds (TvChange *change, Filling *filling, GError **error)
{
    for (guint i = 0; i < TV_RATES_SAMPLE_ROUNDS; i++) {
        TvDate day = date_of (sample_rounds[i].day);
        TvRound round = { .code = (char *) sample_rounds[i].code,
                          .name = (char *) sample_rounds[i].code,
                          .kind = TV_ROUND_REGULAR,
                          .first_day = day - 1,
                          .last_day = day + 5 };

        round.year_id = tv_store_ensure_year (change, sample_rounds[i].first_year, error);
        filling->year_ids[i] = round.year_id;
        filling->round_ids[i] = tv_store_put_round (change, &round, error);
        g_assert_cmpint (filling->round_ids[i], !=, 0);
    }
}

static gint64
put_session (TvChange *change, const Filling *filling, guint i, gint64 class_id,
             const char *measurer, GError **error)
{
    TvSession session = { .round_id = filling->round_ids[i],
                          .class_id = class_id,
                          .date = date_of (sample_rounds[i].day),
                          .measurer = (char *) measurer };

    return tv_store_put_session (change, &session, error);
}

static void
put_value (TvChange *change, const Filling *filling, guint i, gint64 student_id, gint64 class_id,
           const TvRatesSampleValue *value, GError **error)
{
    TvMeasurement measurement = {
        .student_id = student_id,
        .round_id = filling->round_ids[i],
        .session_id = put_session (change, filling, i, class_id, value->measurer, error),
        .date = date_of (sample_rounds[i].day),
        .position = TV_POSITION_STANDING,
        .state = value->state,
        .weight_g = value->weight_g,
        .height_mm = value->height_mm,
        .excluded_reason = (char *) value->excluded_reason,
    };

    if (value->weight_g || value->height_mm || value->state != TV_MEASUREMENT_MEASURED)
        g_assert_cmpint (tv_store_put_measurement (change, &measurement, error), !=, 0);
}

static void
put_child (TvChange *change, const Filling *filling, const TvRatesSample *child, GError **error)
{
    TvStudent student = { .name = (char *) child->name,
                          .sex = TV_SEX_MALE,
                          .birth_date = date_of (child->birth) };
    gint64 student_id = tv_store_put_student (change, &student, error);
    gint64 year_id = 0;

    for (guint i = 0; i < TV_RATES_SAMPLE_ROUNDS; i++) {
        gint64 class_id
            = tv_store_ensure_class (change, filling->year_ids[i], child->class_name, 3, error);
        TvEnrolment enrolment = { .student_id = student_id,
                                  .class_id = class_id,
                                  .year_id = filling->year_ids[i],
                                  .status = TV_ENROLMENT_STUDYING,
                                  .from = TV_DATE_NONE,
                                  .until = TV_DATE_NONE };

        if (year_id != enrolment.year_id)
            g_assert_cmpint (tv_store_put_enrolment (change, &enrolment, error), !=, 0);
        year_id = enrolment.year_id;
        put_value (change, filling, i, student_id, class_id, &child->values[i], error);
    }
}

static gboolean
fill_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    Filling *filling = input;

    put_rounds (change, filling, error);
    for (guint i = 0; i < filling->n_children; i++)
        put_child (change, filling, &filling->children[i], error);
    return TRUE;
}

/**
 * tv_rates_fixture_fill:
 *
 * Makes the book of a kindergarten with these children in three rounds.
 */
void
tv_rates_fixture_fill (TvRatesFixture *self, const TvRatesSample *children, guint n)
{
    const TvSchool school = { .name = (char *) "Mầm non", .level = TV_LEVEL_KINDERGARTEN };
    Filling filling = { .children = children, .n_children = n };
    g_autoptr (GError) error = NULL;

    self->store = tv_store_create_seeded (self->folder, &school, self->clock, 1, &error);
    g_assert_no_error (error);
    tv_store_write (self->store, "test", fill_cb, &filling, NULL, &error);
    g_assert_no_error (error);
}

void
tv_rates_fixture_practise (TvRatesFixture *self, TvLevel level, guint n_students)
{
    const TvDemoOptions options = { .n_students = n_students, .seed = 7, .level = level };
    g_autoptr (GError) error = NULL;

    self->store = tv_demo_create (self->folder, &options, self->clock, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
}

TvRates *
tv_rates_fixture_work_out (TvRatesFixture *self, const char *round_code, TvPopulation population,
                           TvSplit split)
{
    const TvRatesQuery query = { .round_code = (char *) round_code,
                                 .population = population,
                                 .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                                 .split = split };
    g_autoptr (GError) error = NULL;
    TvRates *rates = tv_rates_work_out (self->store, &query, &error);

    g_assert_no_error (error);
    return rates;
}

/**
 * tv_rates_fixture_names:
 *
 * Returns: (transfer full): the students' names, with commas
 */
char *
tv_rates_fixture_names (const TvRates *rates, const GArray *student_ids)
{
    GString *names = g_string_new (NULL);

    for (guint i = 0; i < student_ids->len; i++) {
        for (guint j = 0; j < rates->children->len; j++) {
            const TvRateChild *child = tv_rates_child (rates, j);

            if (child->student_id == g_array_index (student_ids, gint64, i))
                g_string_append_printf (names, "%s%s", i ? ", " : "", child->name);
        }
    }
    return g_string_free (names, FALSE);
}
