/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lists do to a book that holds children already: who is known by what, who moved, who left,
 * what waits, and what is never overwritten. Today is 21 September 2026. */

#include "tv-import-fixture.h"

#include "base/tv-language.h"
#include "store/tv-store-round-classes.h"
#include "store/tv-store-signings.h"

#include <string.h>

/* Case, spaces, the form of Unicode and the place of a tone mark make no second child. */
static void
test_same_child (TvImportFixture *self, gconstpointer data)
{
    g_autofree char *parted
        = g_utf8_normalize ("3A;Trần An;10/2/2023;Nữ;;;\n", -1, G_NORMALIZE_NFD);
    g_autofree char *text
        = g_strconcat (LIST_HEADER "LỚP 3a;NGUYỄN GIA  BẢO;10-01-2023;nam;;;\n", parted, NULL);
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, text);

    g_assert_cmpuint (tv_import_plan_n_rows (plan), ==, 2);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_UNCHANGED);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_UNCHANGED);
    g_assert_cmpstr (tv_import_plan_row (plan, 0)->class_name, ==, "3A");
}

/* A child entered by hand gets its numbers from the list that comes later; then the number tells
 * the child, whatever was spelt wrong. */
static void
test_numbers (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = NULL;
    g_autoptr (TvStudent) student = NULL;

    tv_import_fixture_import (self,
                              LIST_HEADER "3A;Nguyễn Gia Bảo;10/01/2023;Nam;0101;000223000001;\n");
    student = tv_import_fixture_student (self, 0);
    g_assert_cmpstr (student->personal_number, ==, "000223000001");
    g_assert_cmpstr (student->ministry_code, ==, "0101");
    plan = tv_import_fixture_plan (self,
                                   LIST_HEADER "3A;Nguyễn Gia Bào;10/01/2023;Nam;;000223000001;\n"
                                               "3A;Nguyễn Gia Bảo;11/01/2023;Nam;0101;;\n"
                                               "3A;Lê Văn Khác;01/01/2022;Nam;;000223000001;\n");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_CHANGED);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_REFUSED);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 2), ==, TV_IMPORT_REFUSED);
    tv_import_fixture_assert_remark (plan, 2, "personal_number");
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 4);
}

/* Two children who share name and birth date are parted by their numbers. */
static void
test_namesakes (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = NULL;

    tv_import_fixture_import (self,
                              LIST_HEADER "3A;Nguyễn Gia Bảo;10/01/2023;Nam;;000223000001;\n"
                                          "4A;Nguyễn Gia Bảo;10/01/2023;Nam;;000223000002;\n");
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 5);
    plan = tv_import_fixture_plan (self, LIST_HEADER "4A;Nguyễn Gia Bảo;10/01/2023;Nam;;;\n"
                                                     "5A;Nguyễn Gia Bảo;10/01/2023;Nam;;;\n");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_UNCHANGED);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_REFUSED);
}

/* Who moves after a measurement keeps its place of then; what the list leaves out stays. */
static void
test_moved (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan
        = tv_import_fixture_plan (self, LIST_HEADER "4A;Nguyễn Gia Bảo;10/01/2023;Nam;;;\n"
                                                    "4A;Trần An;10/02/2023;Nữ;;;\n");
    g_autoptr (GPtrArray) measured = NULL;
    g_autoptr (GPtrArray) unmeasured = NULL;

    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_MOVED);
    g_assert_nonnull (strstr (tv_import_plan_row (plan, 0)->details, "3A → 4A"));
    tv_import_fixture_apply (plan);
    measured = tv_import_fixture_enrolments (self, 0);
    unmeasured = tv_import_fixture_enrolments (self, 1);
    g_assert_cmpuint (measured->len, ==, 2);
    g_assert_cmpint (((TvEnrolment *) measured->pdata[0])->class_id, ==,
                     self->book->other_class_id);
    g_assert_cmpint (((TvEnrolment *) measured->pdata[1])->until, ==,
                     tv_date_from_ymd (2026, 9, 20));
    g_assert_cmpuint (unmeasured->len, ==, 1);
    g_assert_cmpint (((TvEnrolment *) unmeasured->pdata[0])->class_id, ==,
                     self->book->other_class_id);
}

static void
test_left (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) again = NULL;
    g_autoptr (TvImportPlan) back = NULL;
    g_autoptr (TvImportPlan) plan
        = tv_import_fixture_plan (self, LIST_HEADER "3A;Trần An;10/02/2023;Nữ;;;Thôi học\n");

    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_LEFT);
    tv_import_fixture_apply (plan);
    again = tv_import_fixture_plan (self, LIST_HEADER "3A;Trần An;10/02/2023;Nữ;;;\n");
    g_assert_cmpint (tv_import_fixture_verdict (again, 0), ==, TV_IMPORT_UNCHANGED);
    tv_import_fixture_assert_remark (again, 0, "status");
    back = tv_import_fixture_plan (self, LIST_HEADER "3A;Trần An;10/02/2023;Nữ;;;Đang học\n");
    g_assert_cmpint (tv_import_fixture_verdict (back, 0), ==, TV_IMPORT_CHANGED);
}

/* Only a list of the whole school, and only when somebody says it is one, lets children go. A row
 * that could not be read keeps its child. */
static void
test_whole_school (TvImportFixture *self, gconstpointer data)
{
    static const char text[] = LIST_HEADER "3A;Nguyễn Gia Bảo;10/01/2023;Nam;;;\n"
                                           "3A;Trần An;31/02/2023;Nữ;;;\n";
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, text);
    g_autoptr (TvImportPlan) whole = NULL;

    g_assert_cmpuint (tv_import_plan_n_rows (plan), ==, 2);
    self->options.is_whole_school = TRUE;
    whole = tv_import_fixture_plan (self, text);
    g_assert_cmpuint (tv_import_plan_n_rows (whole), ==, 4);
    g_assert_cmpint (tv_import_fixture_verdict (whole, 2), ==, TV_IMPORT_LEFT);
    g_assert_cmpstr (tv_import_plan_row (whole, 2)->name, ==, "Lê Thị Đào");
    g_assert_cmpstr (tv_import_plan_row (whole, 3)->name, ==, "Phạm Cúc");
    g_assert_cmpstr (tv_import_plan_row (whole, 3)->class_name, ==, "4A");
    tv_import_fixture_apply (whole);
}

/* The same child twice: the first row is believed until the second is corrected or left out. */
static void
test_twice (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (
        self, LIST_HEADER "3A;Vũ Minh;01/05/2023;Nam;;;\n3A;Vũ Minh;01/05/2023;Nam;;;\n"
                          "3A;Trần An;10/02/2023;Nữ;;;\n3A;Trần An;10/02/2023;Nữ;77;;\n");

    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_NEW);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_REFUSED);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 3), ==, TV_IMPORT_REFUSED);
    tv_import_plan_set_skipped (plan, 0, TRUE);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_REFUSED);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_NEW);
    tv_import_plan_correct (plan, 3, "birth_date", "11/02/2023");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 3), ==, TV_IMPORT_SUSPICIOUS);
    tv_import_fixture_assert_remark (plan, 3, "birth_date");
}

/* A weighing sheet measures; it moves nobody and renames nobody. */
static void
test_sheet_keeps_children (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (
        self, SHEET_TITLE SHEET_HEADER "9;Trần An;10/02/2023;Nam;15,1;98,2;\n"
                                       "10;Phạm Cúc;10/04/2023;Nữ;14,9;97,1;\n"
                                       "11;Lê Thị Đào;10/03/2023;Nam;;;vắng\n");
    g_autoptr (TvStudent) student = NULL;
    g_autoptr (GPtrArray) enrolments = NULL;
    g_autoptr (GPtrArray) measurements = NULL;
    TvMeasurement *measurement;

    tv_import_fixture_assert_remark (plan, 0, "sex");
    tv_import_fixture_assert_remark (plan, 1, "class");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 2), ==, TV_IMPORT_MEASURED);
    tv_import_fixture_apply (plan);
    student = tv_import_fixture_student (self, 1);
    enrolments = tv_import_fixture_enrolments (self, 3);
    measurements = tv_import_fixture_measurements (self, 2);
    g_assert_cmpint (student->sex, ==, TV_SEX_FEMALE);
    g_assert_cmpuint (enrolments->len, ==, 1);
    g_assert_cmpint (((TvEnrolment *) enrolments->pdata[0])->class_id, ==,
                     self->book->other_class_id);
    measurement = measurements->pdata[0];
    g_assert_cmpint (measurement->state, ==, TV_MEASUREMENT_ABSENT);
    g_assert_cmpint (measurement->date, ==, tv_date_from_ymd (2026, 9, 18));
}

/* A value that the sheet lacks stays; one that differs replaces; the first is never lost. */
static void
test_sheet_over_measurement (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (GPtrArray) before = tv_import_fixture_measurements (self, 0);
    TvMeasurement *old = before->pdata[0];
    g_autofree char *day = tv_date_to_text (old->date);
    g_autofree char *text = g_strdup_printf (
        "CÂN ĐO (%s) - LỚP 3A\n" SHEET_HEADER "1;Nguyễn Gia Bảo;10/01/2023;Nam;;99,9;\n", day);
    g_autofree char *absent = g_strdup_printf (
        "CÂN ĐO (%s) - LỚP 3A\n" SHEET_HEADER "1;Nguyễn Gia Bảo;10/01/2023;Nam;;;vắng\n", day);
    g_autoptr (TvImportPlan) missed = tv_import_fixture_plan (self, absent);
    g_autoptr (GPtrArray) after = NULL;
    TvMeasurement *new;

    g_assert_cmpint (tv_import_fixture_verdict (missed, 0), ==, TV_IMPORT_UNCHANGED);
    tv_import_fixture_import (self, text);
    after = tv_import_fixture_measurements (self, 0);
    g_assert_cmpuint (after->len, ==, 1);
    new = after->pdata[0];
    g_assert_cmpint (new->height_mm, ==, 999);
    g_assert_cmpint (new->weight_g, ==, old->weight_g);
}

static gboolean
sign_off_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    return tv_store_sign_off_round (change, *(gint64 *) input, error);
}

/* A round that is signed off takes nothing in, and each row says so; a sheet of another round goes
 * in as ever. */
static void
test_signed_off_round (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (GPtrArray) before = tv_import_fixture_measurements (self, 0);
    TvMeasurement *old = before->pdata[0];
    g_autofree char *day = tv_date_to_text (old->date);
    g_autofree char *text = g_strdup_printf (
        "CÂN ĐO (%s) - LỚP 3A\n" SHEET_HEADER "1;Nguyễn Gia Bảo;10/01/2023;Nam;;99,9;\n", day);
    g_autoptr (TvImportPlan) plan = NULL, other = NULL;
    g_autoptr (GPtrArray) after = NULL;

    tv_test_book_write (self->book, TV_CHANGE_SIGN_OFF, sign_off_cb, &self->book->round_id);
    plan = tv_import_fixture_plan (self, text);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_REFUSED);
    tv_import_fixture_assert_remark (plan, 0, "measured_on");
    tv_import_fixture_apply (plan);
    after = tv_import_fixture_measurements (self, 0);
    g_assert_cmpuint (after->len, ==, 1);
    g_assert_cmpint (((TvMeasurement *) after->pdata[0])->height_mm, ==, old->height_mm);
    other = tv_import_fixture_plan (self, "CÂN ĐO (20/9/2026) - LỚP 3A\n" SHEET_HEADER
                                          "1;Nguyễn Gia Bảo;10/01/2023;Nam;15,6;99,9;\n");
    g_assert_cmpint (tv_import_fixture_verdict (other, 0), !=, TV_IMPORT_REFUSED);
    tv_import_fixture_apply (other);
    g_clear_pointer (&after, g_ptr_array_unref);
    after = tv_import_fixture_measurements (self, 0);
    g_assert_cmpuint (after->len, ==, 2);
}

static gboolean
limit_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    const gint64 *ids = input; /* a round and its class */

    return tv_store_put_round_classes (change, ids[0], &ids[1], 1, error);
}

/* A round of some classes takes in their sheets and no others. */
static void
test_round_of_other_class (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (GPtrArray) before = tv_import_fixture_measurements (self, 0);
    TvMeasurement *old = before->pdata[0];
    g_autofree char *day = tv_date_to_text (old->date);
    g_autofree char *text = g_strdup_printf (
        "CÂN ĐO (%s) - LỚP 3A\n" SHEET_HEADER "1;Nguyễn Gia Bảo;10/01/2023;Nam;;99,9;\n", day);
    gint64 ids[] = { self->book->round_id, self->book->other_class_id };
    g_autoptr (TvImportPlan) refused = NULL, taken = NULL;
    g_autoptr (GPtrArray) after = NULL;

    tv_test_book_write (self->book, "edit-round", limit_cb, ids);
    refused = tv_import_fixture_plan (self, text);
    g_assert_cmpint (tv_import_fixture_verdict (refused, 0), ==, TV_IMPORT_REFUSED);
    tv_import_fixture_assert_remark (refused, 0, "measured_on");
    ids[1] = self->book->class_id;
    tv_test_book_write (self->book, "edit-round", limit_cb, ids);
    taken = tv_import_fixture_plan (self, text);
    g_assert_cmpint (tv_import_fixture_verdict (taken, 0), !=, TV_IMPORT_REFUSED);
    tv_import_fixture_apply (taken);
    after = tv_import_fixture_measurements (self, 0);
    g_assert_cmpint (((TvMeasurement *) after->pdata[0])->height_mm, ==, 999);
}

/* Values that no child has wait, those beside them do not. */
static void
test_absurd_values (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (
        self, SHEET_TITLE SHEET_HEADER "1;Trần An;10/02/2023;Nữ;-15;98,2;\n"
                                       "2;Lê Thị Đào;10/03/2023;Nam;mười lăm;0;\n"
                                       "3;Phạm Cúc;19/09/2026;Nữ;15;98;\n");

    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_SUSPICIOUS);
    tv_import_fixture_assert_remark (plan, 0, "weight");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_REFUSED);
    tv_import_fixture_assert_remark (plan, 1, "height");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 2), ==, TV_IMPORT_REFUSED);
    tv_import_fixture_assert_remark (plan, 2, "birth_date");
    tv_import_plan_correct (plan, 1, "weight", "15,2");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_SUSPICIOUS);
}

/* What is written of a row does not hide what is not. */
static void
test_left_values_are_told (TvImportFixture *self, gconstpointer data)
{
    static const char text[] = SHEET_TITLE SHEET_HEADER "1;Trần An;10/02/2023;Nữ;15,1;1036;ho\n"
                                                        "2;Lê Thị Đào;10/03/2023;Nam;;;vắng\n";
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, text);
    g_autoptr (TvImportPlan) again = NULL;
    g_autoptr (GPtrArray) measurements = NULL;
    g_autofree char *summary = tv_import_plan_summary (plan);
    g_autofree char *summary_again = NULL;
    g_autofree char *sentence = NULL;
    const TvMeasurement *measurement;
    TvImportCounts counts;

    tv_import_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_measurements, ==, 1);
    g_assert_cmpuint (counts.n_absences, ==, 1);
    g_assert_cmpuint (counts.n_values_left, ==, 1);
    g_assert_nonnull (strstr (summary, "1 value is not taken over"));
    sentence = tv_import_written_sentence (&counts);
    g_assert_nonnull (strstr (sentence, " 1 measurements,"));
    g_assert_nonnull (strstr (sentence, "1 child was noted as not measured."));
    g_assert_nonnull (strstr (sentence, "1 value was not taken over"));
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_SUSPICIOUS);
    tv_import_fixture_apply (plan);
    measurements = tv_import_fixture_measurements (self, 1);
    measurement = measurements->pdata[0];
    g_assert_cmpint (measurement->weight_g, ==, 15100);
    g_assert_cmpint (measurement->height_mm, ==, 0);
    g_assert_cmpstr (measurement->note, ==,
                     "ho; In the file the height was “1036”, which was not taken.");

    /* The same file once more says the same of it, and writes nothing, in whatever language. */
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    again = tv_import_fixture_plan (self, text);
    tv_import_plan_count (again, &counts);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    summary_again = tv_import_plan_summary (again);
    g_assert_cmpint (tv_import_fixture_verdict (again, 0), ==, TV_IMPORT_SUSPICIOUS);
    g_assert_cmpuint (counts.n_measurements + counts.n_absences, ==, 0);
    g_assert_nonnull (strstr (summary_again, "1 value is not taken over"));
    tv_import_fixture_apply (again);
}

/* Smaller than last time, and heavier by half: asked about, and written. */
static void
test_against_last_time (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (GPtrArray) before = tv_import_fixture_measurements (self, 0);
    const TvMeasurement *old = before->pdata[0];
    g_autofree char *text = g_strdup_printf ("CÂN ĐO (20/9/2026) - LỚP 3A\n" SHEET_HEADER
                                             "1;Nguyễn Gia Bảo;10/01/2023;Nam;%d;%d;\n",
                                             old->weight_g / 1000, old->height_mm / 10 - 3);
    g_autoptr (TvImportPlan) plan = NULL;

    g_assert_cmpint (old->date, <, tv_date_from_ymd (2026, 9, 20));
    plan = tv_import_fixture_plan (self, text);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_SUSPICIOUS);
    tv_import_fixture_assert_remark (plan, 0, "height");
}

/* A plan that the book has overtaken writes nothing. */
static void
test_overtaken (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) first
        = tv_import_fixture_plan (self, LIST_HEADER "3A;Vũ Minh;01/05/2023;Nam;;;\n");
    g_autoptr (TvImportPlan) second
        = tv_import_fixture_plan (self, LIST_HEADER "3A;Vũ Minh;01/05/2023;Nam;;;\n");
    g_autoptr (GError) error = NULL;

    tv_import_fixture_apply (first);
    g_assert_false (tv_import_plan_apply (second, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 5);
}

static gboolean
map_header (TvImportPlan *plan, const char *header, const char *field)
{
    g_autoptr (GPtrArray) columns = tv_import_plan_columns (plan);

    for (guint i = 0; i < columns->len; i++) {
        const TvImportColumn *column = g_ptr_array_index (columns, i);

        if (strcmp (column->header, header) == 0)
            return tv_import_plan_map_column (plan, column->sheet, column->column, field);
    }
    return FALSE;
}

/* What a person says of a column holds at once, and for the next list. */
static void
test_columns (TvImportFixture *self, gconstpointer data)
{
    static const char text[]
        = "Lớp;Họ và tên;Ngày sinh;Nữ;Mã riêng\n3A;Trần An;10/02/2023;x;0777\n";
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, text);
    g_autoptr (TvImportPlan) next = NULL;
    g_autoptr (TvStudent) student = NULL;

    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_UNCHANGED);
    g_assert_false (map_header (plan, "Họ và tên", NULL));
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_UNCHANGED);
    g_assert_true (map_header (plan, "Mã riêng", "ministry_code"));
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_CHANGED);
    tv_import_fixture_apply (plan);
    student = tv_import_fixture_student (self, 1);
    g_assert_cmpstr (student->ministry_code, ==, "0777");
    next = tv_import_fixture_plan (
        self, "Lớp;Họ và tên;Ngày sinh;Nữ;Mã riêng\n3A;Trần An;10/02/2023;x;0778\n");
    g_assert_cmpint (tv_import_fixture_verdict (next, 0), ==, TV_IMPORT_SUSPICIOUS);
    g_assert_cmpuint (tv_import_plan_row (next, 0)->remarks->len, ==, 1);
}

static void
test_without_numbers (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvStudent) student = NULL;

    self->options.takes_personal_numbers = FALSE;
    tv_import_fixture_import (self, LIST_HEADER "3A;Trần An;10/02/2023;Nữ;;000323000009;\n");
    student = tv_import_fixture_student (self, 1);
    g_assert_null (student->personal_number);
}

static void
test_codes (void)
{
    g_autoptr (GPtrArray) fields = tv_import_plan_fields ();

    for (int i = 0; i <= TV_IMPORT_REFUSED; i++)
        g_assert_cmpstr (tv_import_verdict_label ((TvImportVerdict) i), !=, "");
    g_assert_cmpstr (tv_import_verdict_code (TV_IMPORT_SUSPICIOUS), ==, "suspicious");
    for (guint i = 0; i < fields->len; i++)
        g_assert_cmpstr (tv_import_field_label (g_ptr_array_index (fields, i)), !=, "");
    g_assert_cmpstr (tv_import_field_label ("nothing"), ==, "");
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    tv_import_fixture_add ("/import/same-child", test_same_child);
    tv_import_fixture_add ("/import/numbers", test_numbers);
    tv_import_fixture_add ("/import/namesakes", test_namesakes);
    tv_import_fixture_add ("/import/moved", test_moved);
    tv_import_fixture_add ("/import/left", test_left);
    tv_import_fixture_add ("/import/whole-school", test_whole_school);
    tv_import_fixture_add ("/import/twice", test_twice);
    tv_import_fixture_add ("/import/sheet-keeps-children", test_sheet_keeps_children);
    tv_import_fixture_add ("/import/sheet-over-measurement", test_sheet_over_measurement);
    tv_import_fixture_add ("/import/signed-off-round", test_signed_off_round);
    tv_import_fixture_add ("/import/round-of-other-class", test_round_of_other_class);
    tv_import_fixture_add ("/import/absurd-values", test_absurd_values);
    tv_import_fixture_add ("/import/left-values-are-told", test_left_values_are_told);
    tv_import_fixture_add ("/import/against-last-time", test_against_last_time);
    tv_import_fixture_add ("/import/overtaken", test_overtaken);
    tv_import_fixture_add ("/import/columns", test_columns);
    tv_import_fixture_add ("/import/without-numbers", test_without_numbers);
    g_test_add_func ("/import/codes", test_codes);
    return g_test_run ();
}
