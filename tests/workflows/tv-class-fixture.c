/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A small record book in a temporary folder, for tests of what happens in one class. */

#include "tests/workflows/tv-class-fixture.h"

#include "records/tv-measurement.h"
#include "records/tv-round.h"
#include "records/tv-student.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-history.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"

#include <glib/gstdio.h>

static const TvStudent students[TV_FIXTURE_N_STUDENTS] = {
    { .name = "Nguyễn Gia Bảo", .sex = TV_SEX_MALE, .personal_number = "000222000001" },
    { .name = "Trần Khánh An", .sex = TV_SEX_FEMALE },
    { .name = "Lê Minh Châu", .sex = TV_SEX_FEMALE },
};

static gint64
put_round (TvChange *change, gint64 year_id, const char *code, TvDate first_day, GError **error)
{
    TvRound values = { .year_id = year_id,
                       .code = (char *) code,
                       .name = (char *) code,
                       .kind = TV_ROUND_REGULAR,
                       .first_day = first_day,
                       .last_day = first_day + 30 };

    return tv_store_put_round (change, &values, error);
}

static void
put_student (TvChange *change, TvClassFixture *self, int index, GError **error)
{
    TvStudent values = students[index];
    TvEnrolment enrolment = { .class_id = self->class_id,
                              .year_id = self->year_id,
                              .roll_number = index + 1,
                              .status = TV_ENROLMENT_STUDYING,
                              .from = TV_DATE_NONE,
                              .until = TV_DATE_NONE };
    TvMeasurement measurement = { .round_id = self->first_round_id,
                                  .date = tv_date_from_ymd (2026, 9, 15),
                                  .position = TV_POSITION_STANDING,
                                  .weight_g = 15400 + 100 * index,
                                  .height_mm = 1012 + index };

    values.birth_date = tv_date_from_ymd (2022, 5, 1 + index);
    self->student_ids[index] = tv_store_put_student (change, &values, error);
    enrolment.student_id = self->student_ids[index];
    self->enrolment_ids[index] = tv_store_put_enrolment (change, &enrolment, error);
    measurement.student_id = self->student_ids[index];
    g_assert_cmpint (tv_store_put_measurement (change, &measurement, error), >, 0);
}

static gboolean
fill (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable, GError **error)
{
    TvClassFixture *self = input;

    self->year_id = tv_store_ensure_year (change, 2026, error);
    self->class_id = tv_store_ensure_class (change, self->year_id, "Mầm 1", 3, error);
    self->other_class_id = tv_store_ensure_class (change, self->year_id, "Chồi 1", 4, error);
    self->first_round_id
        = put_round (change, self->year_id, "2026-1", tv_date_from_ymd (2026, 9, 10), error);
    self->round_id
        = put_round (change, self->year_id, "2026-2", tv_date_from_ymd (2026, 11, 10), error);
    for (int i = 0; i < TV_FIXTURE_N_STUDENTS; i++)
        put_student (change, self, i, error);
    return TRUE;
}

/**
 * tv_class_fixture_set_up:
 * @self: zeroed
 */
void
tv_class_fixture_set_up (TvClassFixture *self, gconstpointer data)
{
    TvSchool values = { .name = "Mầm non Thử Nghiệm", .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (TvSchool) school = tv_school_new (&values);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 20));
    g_autoptr (GError) error = NULL;

    self->folder = g_dir_make_tmp ("tv-class-XXXXXX", &error);
    g_assert_no_error (error);
    self->store = tv_store_create_seeded (self->folder, school, clock, 7, &error);
    g_assert_no_error (error);
    tv_store_write (self->store, "import", fill, self, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (self->enrolment_ids[TV_FIXTURE_N_STUDENTS - 1], >, 0);
}

static void
remove_folder (const char *path)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *child = g_build_filename (path, name, NULL);

        if (g_file_test (child, G_FILE_TEST_IS_DIR))
            remove_folder (child);
        else
            g_unlink (child);
    }
    g_rmdir (path);
}

void
tv_class_fixture_tear_down (TvClassFixture *self, gconstpointer data)
{
    tv_store_close (self->store);
    g_clear_object (&self->store);
    remove_folder (self->folder);
    g_free (self->folder);
}

static gboolean
undo (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable, GError **error)
{
    gint64 id;

    return tv_store_find_undoable (tv_change_connection (change), &id, error)
           && tv_store_undo_change (change, id, error);
}

/**
 * tv_class_fixture_undo:
 *
 * Takes the last change back.
 */
void
tv_class_fixture_undo (TvClassFixture *self)
{
    g_autoptr (GError) error = NULL;

    tv_store_write (self->store, "undo", undo, NULL, NULL, &error);
    g_assert_no_error (error);
}
