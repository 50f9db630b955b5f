/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each topic writes, it reads again, in the order it promises. */

#include "tv-test-book.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-people.h"
#include "store/tv-store-school.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"
#include "store/tv-store-targets.h"
#include "store/tv-store-years.h"

/* Each test is a work on the writing thread, so that it sees what it has just written. */
static void
test_within (gconstpointer data)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    tv_test_book_write (book, "test", (TvWriteWork) data, book);
}

static gboolean
school_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    g_autoptr (TvSchool) school = tv_store_get_school (tv_change_connection (change), error);
    g_autoptr (TvSchool) after = NULL;
    TvSchool values = *school;

    g_assert_cmpstr (school->name, ==, "Mầm non Thử Nghiệm");
    g_assert_cmpint (school->level, ==, TV_LEVEL_KINDERGARTEN);
    g_assert_false (school->is_practice);
    values.principal = (char *) "Hoàng Thị Lan";
    values.is_practice = TRUE;
    values.address = (char *) "";
    g_assert_true (tv_store_put_school (change, &values, error));
    after = tv_store_get_school (tv_change_connection (change), error);
    g_assert_cmpint (after->id, ==, school->id);
    g_assert_cmpstr (after->uid, ==, school->uid);
    g_assert_cmpstr (after->principal, ==, "Hoàng Thị Lan");
    g_assert_true (after->is_practice);
    g_assert_null (after->address);
    return TRUE;
}

static gboolean
years_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, book->year_id, error);
    g_autoptr (TvSchoolYear) none = NULL;
    g_autoptr (GPtrArray) years = NULL;
    gint64 later;

    g_assert_cmpint (year->first_year, ==, 2026);
    g_assert_cmpint (tv_store_ensure_year (change, 2026, error), ==, book->year_id);
    g_assert_cmpint (tv_store_ensure_year (change, 2025, error), !=, book->year_id);
    later = tv_store_ensure_year (change, 2027, error);
    years = tv_store_list_years (connection, error);
    g_assert_cmpuint (years->len, ==, 3);
    g_assert_cmpint (((TvSchoolYear *) years->pdata[0])->id, ==, later);
    g_assert_true (tv_store_find_year (connection, 2020, &none, error));
    g_assert_null (none);
    return TRUE;
}

static gboolean
classes_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    static const char *const in_order[] = { "1A2", "1A10", "1Ơ", "2A", "3A", "4A", "Hoa Mai" };
    static const struct {
        const char *name;
        int grade;
    } added[] = { { "Hoa Mai", -1 }, { "1A10", 1 }, { "1Ơ", 1 }, { "2A", 2 }, { "1A2", 1 } };
    TvTestBook *book = input;
    g_autoptr (GPtrArray) classes = NULL;
    g_autoptr (TvClass) found = NULL;
    g_autoptr (GError) refusal = NULL;
    TvClass twin = { .year_id = book->year_id, .name = (char *) "hoa  mai", .grade = 5 };

    for (guint i = 0; i < G_N_ELEMENTS (added); i++)
        tv_store_ensure_class (change, book->year_id, added[i].name, added[i].grade, error);
    classes = tv_store_list_classes (tv_change_connection (change), book->year_id, error);
    g_assert_cmpuint (classes->len, ==, G_N_ELEMENTS (in_order));
    for (guint i = 0; i < classes->len; i++) {
        const TvClassCount *count = classes->pdata[i];

        g_assert_cmpstr (count->class_->name, ==, in_order[i]);
        g_assert_cmpuint (count->n_students, ==, i == 4 ? 3 : i == 5 ? 1 : 0);
    }
    g_assert_true (tv_store_find_class (tv_change_connection (change), book->year_id, "HOA MAI",
                                        &found, error));
    g_assert_cmpstr (found->name, ==, "Hoa Mai");
    g_assert_cmpint (tv_store_put_class (change, &twin, &refusal), ==, 0);
    g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_CONSTRAINT);
    return TRUE;
}

static gboolean
students_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    TvStudent values = { .name = (char *) "Vũ Hà My",
                         .sex = TV_SEX_FEMALE,
                         .birth_date = tv_date_from_ymd (2023, 2, 28),
                         .personal_number = (char *) "000323000017",
                         .ministry_code = (char *) "0012345678",
                         .ethnic_group = (char *) "Kinh",
                         .guardian_name = (char *) "Vũ Văn B",
                         .guardian_phone = (char *) "0900000000",
                         .notes = (char *) "dòng một\ndòng hai" };
    g_autoptr (TvStudent) by_id = NULL, by_uid = NULL, by_number = NULL, by_code = NULL,
                          none = NULL;
    g_autoptr (GPtrArray) all = NULL;
    g_autoptr (GError) refusal = NULL;
    gint64 id = tv_store_put_student (change, &values, error);

    by_id = tv_store_get_student (connection, id, error);
    g_assert_true (tv_student_equal (by_id, &values));
    tv_store_find_student_by_uid (connection, by_id->uid, &by_uid, error);
    tv_store_find_student_by_personal_number (connection, "000323000017", &by_number, error);
    tv_store_find_student_by_ministry_code (connection, "0012345678", &by_code, error);
    g_assert_cmpint (by_uid->id, ==, id);
    g_assert_cmpint (by_number->id, ==, id);
    g_assert_cmpint (by_code->id, ==, id);
    g_assert_true (tv_store_find_student_by_uid (connection, "none", &none, error));
    g_assert_null (none);
    all = tv_store_list_students (connection, error);
    g_assert_cmpuint (all->len, ==, 5);

    g_assert_cmpint (tv_store_put_student (change, &values, &refusal), ==, 0);
    g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_CONSTRAINT);
    g_clear_error (&refusal);
    g_assert_null (tv_store_get_student (connection, 999, &refusal));
    g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    g_assert_true (tv_store_delete_student (change, book->student_ids[0], error));
    return TRUE;
}

static gboolean
people_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    TvTestBook *book = input;
    TvPerson values = { .name = (char *) "Cô Hiền",
                        .label = (char *) "Lớp 3A",
                        .role = TV_ROLE_TEACHER,
                        .class_id = book->class_id,
                        .until = tv_date_from_ymd (2026, 12, 31),
                        .is_active = TRUE };
    g_autoptr (GPtrArray) people = tv_store_list_people (connection, error);
    g_autoptr (TvPerson) teacher = NULL, retired = NULL;
    gint64 id;

    g_assert_cmpuint (people->len, ==, 1);
    g_assert_cmpint (((TvPerson *) people->pdata[0])->role, ==, TV_ROLE_NURSE);
    id = tv_store_put_person (change, &values, error);
    teacher = tv_store_get_person (connection, id, error);
    g_assert_cmpstr (teacher->name, ==, "Cô Hiền");
    g_assert_cmpstr (teacher->label, ==, "Lớp 3A");
    g_assert_cmpint (teacher->role, ==, TV_ROLE_TEACHER);
    g_assert_cmpint (teacher->class_id, ==, book->class_id);
    g_assert_cmpint (teacher->until, ==, tv_date_from_ymd (2026, 12, 31));
    values.id = id;
    values.is_active = FALSE;
    values.label = NULL;
    values.class_id = 0;
    values.until = TV_DATE_NONE;
    g_assert_cmpint (tv_store_put_person (change, &values, error), ==, id);
    retired = tv_store_get_person (connection, id, error);
    g_assert_false (retired->is_active);
    g_assert_null (retired->label);
    g_assert_cmpint (retired->class_id, ==, 0);
    g_assert_cmpint (retired->until, ==, TV_DATE_NONE);
    return TRUE;
}

static const TvTarget *
find_target (GPtrArray *targets, const char *code)
{
    for (guint i = 0; i < targets->len; i++) {
        const TvTarget *target = targets->pdata[i];

        if (g_str_equal (target->code, code))
            return target;
    }
    return NULL;
}

static gboolean
targets_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (GPtrArray) targets = tv_store_list_targets (connection, 2026, error);
    g_autoptr (GPtrArray) next = NULL;
    const TvTarget *underweight = find_target (targets, "E-I.2a");
    const TvTarget *kept_up = find_target (targets, "E-I.8");
    TvTarget values = *underweight;

    g_assert_cmpint (underweight->value_thousandths, ==, 6400);
    g_assert_cmpint (underweight->direction, ==, TV_DIRECTION_BELOW);
    g_assert_cmpstr (underweight->indicator, ==, "underweight");
    g_assert_true (tv_target_applies_to (underweight, TV_LEVEL_KINDERGARTEN));
    g_assert_false (tv_target_applies_to (underweight, TV_LEVEL_PRIMARY));
    g_assert_cmpint (find_target (targets, "E-I.2b")->value_thousandths, ==, 9600);
    g_assert_cmpint (find_target (targets, "E-I.2c")->value_thousandths, ==, 1000);
    g_assert_false (kept_up->has_value);
    g_assert_cmpint (find_target (targets, "E-II.3a")->direction, ==, TV_DIRECTION_AT_MOST);

    values.id = 0;
    values.uid = NULL;
    values.year = 2027;
    values.value_thousandths = 6300;
    g_assert_cmpint (tv_store_put_target (change, &values, error), !=, 0);
    next = tv_store_list_targets (connection, 2027, error);
    g_assert_cmpuint (next->len, ==, 1);
    g_assert_cmpint (((TvTarget *) next->pdata[0])->value_thousandths, ==, 6300);
    g_assert_true (tv_store_delete_target (change, kept_up->id, error));
    return TRUE;
}

static gboolean
settings_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    static const char *const values[] = { "weight-first", "height-first", NULL, NULL, "" };
    TvConnection *connection = tv_change_connection (change);

    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        g_autofree char *value = NULL;

        g_assert_true (tv_store_put_setting (change, "entry-order", values[i], error));
        g_assert_true (tv_store_find_setting (connection, "entry-order", &value, error));
        g_assert_cmpstr (value, ==, values[i]);
    }
    return TRUE;
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/topics/school", school_cb, test_within);
    g_test_add_data_func ("/topics/years", years_cb, test_within);
    g_test_add_data_func ("/topics/classes", classes_cb, test_within);
    g_test_add_data_func ("/topics/students", students_cb, test_within);
    g_test_add_data_func ("/topics/people", people_cb, test_within);
    g_test_add_data_func ("/topics/targets", targets_cb, test_within);
    g_test_add_data_func ("/topics/settings", settings_cb, test_within);
    return g_test_run ();
}
