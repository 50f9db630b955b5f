/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records keep their own copy of all they are given, and the few rules that stand on them. */

#include "records/tv-measurement.h"
#include "records/tv-person.h"
#include "records/tv-personal-number.h"
#include "records/tv-round.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "records/tv-target.h"

#include <string.h>

/* A text that is overwritten after the record was made: a record that kept it would show. */
static char *
borrow (const char *text)
{
    static char texts[16][32];
    static guint next = 0;
    char *place = texts[next++ % G_N_ELEMENTS (texts)];

    g_strlcpy (place, text, sizeof texts[0]);
    return place;
}

static void
overwrite (char *text)
{
    memset (text, '#', strlen (text));
}

static void
test_student_copies (void)
{
    TvStudent values = { .id = 7,
                         .uid = borrow ("u"),
                         .name = borrow ("Vũ Gia Bảo"),
                         .sex = TV_SEX_MALE,
                         .birth_date = 18000,
                         .personal_number = borrow ("000219123456"),
                         .notes = borrow ("n") };
    g_autoptr (TvStudent) student = tv_student_new (&values);
    g_autoptr (TvStudent) same = tv_student_ref (student);

    overwrite (values.uid);
    overwrite (values.name);
    overwrite (values.personal_number);
    overwrite (values.notes);
    g_assert_true (same == student);
    g_assert_cmpint (student->id, ==, 7);
    g_assert_cmpstr (student->uid, ==, "u");
    g_assert_cmpstr (student->name, ==, "Vũ Gia Bảo");
    g_assert_cmpstr (student->personal_number, ==, "000219123456");
    g_assert_cmpstr (student->notes, ==, "n");
    g_assert_null (student->guardian_name);
}

static void
test_student_equal (void)
{
    TvStudent a = { .id = 1, .name = "An", .sex = TV_SEX_MALE, .birth_date = 18000 };
    TvStudent b = a;

    b.id = 2;
    b.uid = "other";
    g_assert_true (tv_student_equal (&a, &b));
    b.sex = TV_SEX_FEMALE;
    g_assert_false (tv_student_equal (&a, &b));
    b = a;
    b.birth_date++;
    g_assert_false (tv_student_equal (&a, &b));
    for (char **field = &b.name; field <= &b.notes;
         field = field == &b.name ? &b.personal_number : field + 1) {
        b = a;
        *field = "x";
        g_assert_false (tv_student_equal (&a, &b));
    }
}

static void
test_measurement (void)
{
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, 15400 }, { TV_QUANTITY_WEIGHT, 15500 } };
    TvMeasurement values = { .uid = borrow ("m"),
                             .weight_g = 15450,
                             .kept_reason = borrow ("seen twice"),
                             .readings = readings,
                             .n_readings = 2 };
    g_autoptr (TvMeasurement) measurement = tv_measurement_new (&values);
    g_autoptr (TvMeasurement) without = NULL;

    readings[1].value = 0;
    overwrite (values.kept_reason);
    g_assert_cmpstr (measurement->kept_reason, ==, "seen twice");
    g_assert_cmpuint (measurement->n_readings, ==, 2);
    g_assert_cmpint (measurement->readings[1].value, ==, 15500);
    values.readings = NULL;
    values.n_readings = 0;
    without = tv_measurement_new (&values);
    g_assert_null (without->readings);
}

static void
test_measurement_counts (void)
{
    TvMeasurement values = { .state = TV_MEASUREMENT_MEASURED, .height_mm = 1000 };

    g_assert_true (tv_measurement_counts (&values));
    values.excluded_reason = "";
    g_assert_false (tv_measurement_counts (&values));
    values.excluded_reason = NULL;
    values.height_mm = 0;
    g_assert_false (tv_measurement_counts (&values));
    values.weight_g = 15000;
    g_assert_true (tv_measurement_counts (&values));
    values.state = TV_MEASUREMENT_ABSENT;
    g_assert_false (tv_measurement_counts (&values));
}

static void
test_school_copies (void)
{
    TvSchool values = { .uid = borrow ("s"),
                        .name = borrow ("Thực Hành"),
                        .authority = borrow ("a"),
                        .address = borrow ("b"),
                        .principal = borrow ("p"),
                        .nurse = borrow ("n"),
                        .is_practice = TRUE };
    g_autoptr (TvSchool) school = tv_school_new (&values);
    g_autoptr (TvSchool) same = tv_school_ref (school);

    for (char **field = &values.uid; field <= &values.name; field++)
        overwrite (*field);
    for (char **field = &values.authority; field <= &values.nurse; field++)
        overwrite (*field);
    g_assert_cmpstr (same->uid, ==, "s");
    g_assert_cmpstr (same->name, ==, "Thực Hành");
    g_assert_cmpstr (same->authority, ==, "a");
    g_assert_cmpstr (same->address, ==, "b");
    g_assert_cmpstr (same->principal, ==, "p");
    g_assert_cmpstr (same->nurse, ==, "n");
    g_assert_true (same->is_practice);
}

static void
test_small_records_copy (void)
{
    char *uid = borrow ("u"), *name = borrow ("Lớp 1A"), *code = borrow ("2026-1");
    g_autoptr (TvClass) school_class = tv_class_new (&(TvClass){ .uid = uid, .name = name });
    g_autoptr (TvSchoolYear) year = tv_school_year_new (&(TvSchoolYear){ .uid = uid });
    g_autoptr (TvRound) round = tv_round_new (&(TvRound){ .uid = uid, .code = code, .name = name });
    g_autoptr (TvSession) session = tv_session_new (&(TvSession){ .uid = uid, .measurer = name });
    g_autoptr (TvPerson) person
        = tv_person_new (&(TvPerson){ .uid = uid, .name = name, .label = code });
    g_autoptr (TvEnrolment) enrolment
        = tv_enrolment_new (&(TvEnrolment){ .uid = uid, .until = TV_DATE_NONE });
    g_autoptr (TvClass) class_again = tv_class_ref (school_class);
    g_autoptr (TvSchoolYear) year_again = tv_school_year_ref (year);
    g_autoptr (TvRound) round_again = tv_round_ref (round);
    g_autoptr (TvSession) session_again = tv_session_ref (session);
    g_autoptr (TvPerson) person_again = tv_person_ref (person);
    g_autoptr (TvEnrolment) enrolment_again = tv_enrolment_ref (enrolment);

    overwrite (uid);
    overwrite (name);
    overwrite (code);
    g_assert_cmpstr (class_again->uid, ==, "u");
    g_assert_cmpstr (class_again->name, ==, "Lớp 1A");
    g_assert_cmpstr (year_again->uid, ==, "u");
    g_assert_cmpstr (round_again->code, ==, "2026-1");
    g_assert_cmpstr (round_again->name, ==, "Lớp 1A");
    g_assert_cmpstr (session_again->measurer, ==, "Lớp 1A");
    g_assert_cmpstr (person_again->name, ==, "Lớp 1A");
    g_assert_cmpstr (person_again->label, ==, "2026-1");
    g_assert_cmpint (enrolment_again->until, ==, TV_DATE_NONE);
}

/* A substitute acts on the last day and not on the day after. */
static void
test_person_acts (void)
{
    TvDate day = tv_date_from_ymd (2026, 10, 31);
    TvPerson person = { .role = TV_ROLE_TEACHER, .until = day, .is_active = TRUE };

    g_assert_true (tv_person_acts_on (&person, day - 1));
    g_assert_true (tv_person_acts_on (&person, day));
    g_assert_false (tv_person_acts_on (&person, day + 1));
    person.until = TV_DATE_NONE;
    g_assert_true (tv_person_acts_on (&person, day + 1));
    person.is_active = FALSE;
    g_assert_false (tv_person_acts_on (&person, day));
}

static void
test_person_label (void)
{
    TvPerson person = { .name = "Cô Hiền", .role = TV_ROLE_TEACHER };

    g_assert_cmpstr (tv_person_sign_in_label (&person), ==, "Class teacher");
    person.label = "";
    g_assert_cmpstr (tv_person_sign_in_label (&person), ==, "Class teacher");
    person.label = "3A";
    g_assert_cmpstr (tv_person_sign_in_label (&person), ==, "3A");
}

static void
test_target (void)
{
    TvTarget values = { .code = borrow ("E-I.2a"), .levels = borrow ("kindergarten ward") };
    g_autoptr (TvTarget) target = tv_target_new (&values);
    g_autoptr (TvTarget) same = tv_target_ref (target);

    overwrite (values.code);
    overwrite (values.levels);
    g_assert_cmpstr (same->code, ==, "E-I.2a");
    g_assert_true (tv_target_applies_to (target, TV_LEVEL_KINDERGARTEN));
    g_assert_true (tv_target_applies_to (target, TV_LEVEL_WARD));
    g_assert_false (tv_target_applies_to (target, TV_LEVEL_PRIMARY));
    values.levels = "lower-secondary";
    g_assert_false (tv_target_applies_to (&values, TV_LEVEL_UPPER_SECONDARY));
    values.levels = "all";
    g_assert_true (tv_target_applies_to (&values, TV_LEVEL_PRIMARY));
    values.levels = NULL;
    g_assert_true (tv_target_applies_to (&values, TV_LEVEL_PRIMARY));
}

static void
test_personal_number (void)
{
    const struct {
        const char *number;
        TvSex sex;
        int year;
        TvPersonalNumberDoubt doubt;
    } cases[] = {
        { "000219123456", TV_SEX_MALE, 2019, TV_PERSONAL_NUMBER_FITS },
        { "000319123456", TV_SEX_FEMALE, 2019, TV_PERSONAL_NUMBER_FITS },
        { "000099123456", TV_SEX_MALE, 1999, TV_PERSONAL_NUMBER_FITS },
        { "000199123456", TV_SEX_FEMALE, 1999, TV_PERSONAL_NUMBER_FITS },
        { "000219123456", TV_SEX_FEMALE, 2019, TV_PERSONAL_NUMBER_OTHER_SEX },
        { "000319123456", TV_SEX_MALE, 2018, TV_PERSONAL_NUMBER_OTHER_SEX },
        { "000219123456", TV_SEX_MALE, 2018, TV_PERSONAL_NUMBER_OTHER_YEAR },
        { "000019123456", TV_SEX_MALE, 2019, TV_PERSONAL_NUMBER_OTHER_YEAR },
        { "000219123456", TV_SEX_UNKNOWN, 2019, TV_PERSONAL_NUMBER_FITS },
        { "000219123456", TV_SEX_MALE, 0, TV_PERSONAL_NUMBER_FITS },
        { "00021912345", TV_SEX_MALE, 2019, TV_PERSONAL_NUMBER_NOT_12_DIGITS },
        { "0002191234567", TV_SEX_MALE, 2019, TV_PERSONAL_NUMBER_NOT_12_DIGITS },
        { "00021912345x", TV_SEX_MALE, 2019, TV_PERSONAL_NUMBER_NOT_12_DIGITS },
        { "", TV_SEX_MALE, 2019, TV_PERSONAL_NUMBER_NOT_12_DIGITS },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvDate birth = cases[i].year ? tv_date_from_ymd (cases[i].year, 5, 6) : TV_DATE_NONE;

        g_assert_cmpint (tv_personal_number_check (cases[i].number, cases[i].sex, birth), ==,
                         cases[i].doubt);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/records/student-copies", test_student_copies);
    g_test_add_func ("/records/student-equal", test_student_equal);
    g_test_add_func ("/records/measurement", test_measurement);
    g_test_add_func ("/records/measurement-counts", test_measurement_counts);
    g_test_add_func ("/records/school-copies", test_school_copies);
    g_test_add_func ("/records/small-records-copy", test_small_records_copy);
    g_test_add_func ("/records/target", test_target);
    g_test_add_func ("/records/person-acts", test_person_acts);
    g_test_add_func ("/records/person-label", test_person_label);
    g_test_add_func ("/records/personal-number", test_personal_number);
    return g_test_run ();
}
