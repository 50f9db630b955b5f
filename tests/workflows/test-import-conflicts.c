/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists in which rows stand against each other, or against what the book says: placeholders for
 * numbers, namesakes in one class, rows that are left out, rounds of several days. */

#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"
#include "tv-import-fixture.h"
#include "workflows/tv-book-gaps.h"

#include <string.h>

/* What schools write where they know no number is nobody's number. */
static void
test_placeholders (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (
        self, LIST_HEADER "3A;Vũ Minh;01/05/2023;Nam;-;0;\n3A;Vũ Mai;02/05/2023;Nữ;-;0;\n"
                          "3A;Vũ Nam;03/05/2023;Nam;.;12345;\n3A;Vũ Lan;04/05/2023;Nữ;;-;\n");

    for (guint i = 0; i < 3; i++) {
        g_assert_cmpint (tv_import_fixture_verdict (plan, i), ==, TV_IMPORT_SUSPICIOUS);
        tv_import_fixture_assert_remark (plan, i, "personal_number");
    }
    g_assert_cmpint (tv_import_fixture_verdict (plan, 3), ==, TV_IMPORT_NEW);
    tv_import_fixture_apply (plan);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 8);
}

static gboolean
put_namesake_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    gint64 *student_ids = input;
    g_autoptr (TvStudent) first
        = tv_store_get_student (tv_change_connection (change), student_ids[0], error);
    TvStudent second = *first;

    second.id = student_ids[1];
    second.uid = NULL;
    return tv_store_put_student (change, &second, error) != 0;
}

/* Two of one name and one birth date in one class: a row must not go to whichever comes last. */
static void
test_namesakes_in_class (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = NULL;

    tv_test_book_write (self->book, "edit", put_namesake_cb, self->book->student_ids);
    plan = tv_import_fixture_plan (self, LIST_HEADER "3A;Nguyễn Gia Bảo;10/01/2023;Nam;0101;;\n");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_REFUSED);
    tv_import_fixture_assert_remark (plan, 0, "name");
}

static gboolean
put_sort_name_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                  GError **error)
{
    g_autoptr (TvStudent) old
        = tv_store_get_student (tv_change_connection (change), *(gint64 *) input, error);
    TvStudent values = *old;

    values.sort_name = (char *) "An Trần";
    return tv_store_put_student (change, &values, error) != 0;
}

/* No list knows by which word the nurse has a child sorted. */
static void
test_name_to_sort_by_stays (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvStudent) student = NULL;

    tv_test_book_write (self->book, "edit-student", put_sort_name_cb, &self->book->student_ids[1]);
    tv_import_fixture_import (self, LIST_HEADER "3A;Trần An;10/02/2023;Nữ;0779;;\n");
    student = tv_import_fixture_student (self, 1);
    g_assert_cmpstr (student->ministry_code, ==, "0779");
    g_assert_cmpstr (student->sort_name, ==, "An Trần");
}

/* Of two rows about a known child a person leaves one out: the other is taken. */
static void
test_left_out (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (
        self, LIST_HEADER "3A;Trần An;10/02/2023;Nữ;;;\n3A;Trần An;10/02/2023;Nữ;77;;\n");

    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_REFUSED);
    tv_import_plan_set_skipped (plan, 0, TRUE);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_CHANGED);
}

/* Who is left out of a list of the whole school was named in it all the same. */
static void
test_left_out_stays (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = NULL;

    self->options.is_whole_school = TRUE;
    plan = tv_import_fixture_plan (self, LIST_HEADER "3A;Nguyễn Gia Bảo;10/01/2023;Nam;;;\n"
                                                     "3A;Trần An;10/02/2023;Nữ;;;\n"
                                                     "3A;Lê Thị Đào;10/03/2023;Nam;;;\n"
                                                     "4A;Phạm Cúc;10/04/2023;Nữ;;;\n");
    g_assert_cmpuint (tv_import_plan_n_rows (plan), ==, 4);
    tv_import_plan_set_skipped (plan, 1, TRUE);
    g_assert_cmpuint (tv_import_plan_n_rows (plan), ==, 4);
}

/* Who had left and comes back into another class left on the day it left. */
static void
test_comes_back (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (GPtrArray) places = NULL;
    const TvEnrolment *new_place, *old_place;

    tv_import_fixture_import (self, "Lớp;Họ và tên;Ngày sinh;Giới tính;Trạng thái;Ngày trạng thái\n"
                                    "3A;Nguyễn Gia Bảo;10/01/2023;Nam;Thôi học;16/09/2026\n");
    tv_import_fixture_import (self, LIST_HEADER "4A;Nguyễn Gia Bảo;10/01/2023;Nam;;;Đang học\n");
    places = tv_import_fixture_enrolments (self, 0);
    g_assert_cmpuint (places->len, ==, 2);
    new_place = g_ptr_array_index (places, 0);
    old_place = g_ptr_array_index (places, 1);
    g_assert_true (tv_enrolment_is_current (new_place));
    g_assert_cmpint (new_place->class_id, ==, self->book->other_class_id);
    g_assert_cmpint (new_place->from, ==, tv_date_from_ymd (2026, 9, 21));
    g_assert_cmpint (old_place->status, ==, TV_ENROLMENT_STOPPED);
    g_assert_cmpint (old_place->until, ==, tv_date_from_ymd (2026, 9, 16));
}

/* Who moved has two places in the year, and is one child. */
static void
test_moved_is_one_child (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvBookGaps) gaps = NULL;

    tv_import_fixture_import (self, LIST_HEADER "4A;Nguyễn Gia Bảo;10/01/2023;Nam;;;\n");
    gaps = tv_book_gaps_find (self->book->store, self->book->year_id, self->book->round_id, NULL);
    g_assert_cmpuint (gaps->n_students, ==, 4);
    g_assert_cmpuint (gaps->without_personal_number->len, ==, 4);
}

/* A value that the sheet lacks stays with the readings behind it. */
static void
test_readings_stay (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (GPtrArray) measurements = NULL;
    const TvMeasurement *measurement;

    tv_import_fixture_import (self, "CÂN ĐO (14/9/2026) - LỚP 3A\n" SHEET_HEADER
                                    "1;Nguyễn Gia Bảo;10/01/2023;Nam;;99,9;\n");
    measurements = tv_import_fixture_measurements (self, 0);
    measurement = g_ptr_array_index (measurements, 0);
    g_assert_cmpuint (measurement->n_readings, ==, 2);
    g_assert_cmpint (measurement->readings[0].quantity, ==, TV_QUANTITY_WEIGHT);
    g_assert_cmpint (measurement->readings[0].value, ==, measurement->weight_g);
    g_assert_cmpint (measurement->readings[1].value, ==, 999);
}

static gpointer
get_latest_round_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                     GError **error)
{
    TvRound *round;

    return tv_store_find_latest_round (connection, &round, error) ? round : NULL;
}

#define DAYS_HEADER "Lớp;Họ và tên;Ngày sinh;Giới tính;Ngày cân;Cân nặng;Chiều cao\n"

/* A round that a sheet opens has all its days; the next sheet of one of them belongs to it. */
static void
test_round_of_days (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvRound) round = NULL;

    tv_import_fixture_import (self, DAYS_HEADER "3A;Trần An;10/02/2023;Nữ;19/09/2026;15,1;98,2\n"
                                                "4A;Phạm Cúc;10/04/2023;Nữ;21/09/2026;14,9;97,1\n");
    tv_import_fixture_import (self, DAYS_HEADER "3A;Lê Thị Đào;10/03/2023;Nam;20/09/2026;15;98\n");
    round = tv_store_read (self->book->store, get_latest_round_cb, NULL, NULL);
    g_assert_cmpint (round->first_day, ==, tv_date_from_ymd (2026, 9, 19));
    g_assert_cmpint (round->last_day, ==, tv_date_from_ymd (2026, 9, 21));
    g_assert_cmpint (tv_test_book_count (self->book, "round"), ==, 2);
}

/* A row that is left out opens no round, and a list without a row to write makes no year. */
static void
test_no_trace (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) sheet = tv_import_fixture_plan (
        self, DAYS_HEADER "3A;Trần An;10/02/2023;Nữ;19/09/2026;15,1;98,2\n"
                          "4A;Phạm Cúc;10/04/2023;Nữ;21/09/2026;14,9;97,1\n");
    g_autoptr (TvImportPlan) list = NULL;
    g_autoptr (TvRound) round = NULL;

    tv_import_plan_set_skipped (sheet, 1, TRUE);
    tv_import_fixture_apply (sheet);
    round = tv_store_read (self->book->store, get_latest_round_cb, NULL, NULL);
    g_assert_cmpint (round->last_day, ==, tv_date_from_ymd (2026, 9, 19));
    self->options.first_year = 2024;
    list = tv_import_fixture_plan (self, LIST_HEADER "3A;Vũ Minh;31/02/2023;Nam;;;\n");
    tv_import_fixture_apply (list);
    g_assert_cmpint (tv_test_book_count (self->book, "school_year"), ==, 1);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    tv_import_fixture_add ("/import/conflicts/placeholders", test_placeholders);
    tv_import_fixture_add ("/import/conflicts/namesakes-in-class", test_namesakes_in_class);
    tv_import_fixture_add ("/import/conflicts/name-to-sort-by", test_name_to_sort_by_stays);
    tv_import_fixture_add ("/import/conflicts/left-out", test_left_out);
    tv_import_fixture_add ("/import/conflicts/left-out-stays", test_left_out_stays);
    tv_import_fixture_add ("/import/conflicts/comes-back", test_comes_back);
    tv_import_fixture_add ("/import/conflicts/moved-is-one-child", test_moved_is_one_child);
    tv_import_fixture_add ("/import/conflicts/readings-stay", test_readings_stay);
    tv_import_fixture_add ("/import/conflicts/round-of-days", test_round_of_days);
    tv_import_fixture_add ("/import/conflicts/no-trace", test_no_trace);
    return g_test_run ();
}
