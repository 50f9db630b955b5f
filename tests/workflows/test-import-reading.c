/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a file is read: encodings, dates, layouts that are remembered; and what is asked about dates
 * of birth and about files that are not this school's. */

#include "store/tv-store-settings.h"
#include "tv-import-fixture.h"

#include <gio/gio.h>
#include <string.h>

static gboolean
has_notice (TvImportPlan *plan, const char *words)
{
    g_autoptr (GPtrArray) notices = tv_import_plan_notices (plan);

    for (guint i = 0; i < notices->len; i++) {
        if (strstr (g_ptr_array_index (notices, i), words))
            return TRUE;
    }
    return FALSE;
}

static guint
count_notices (TvImportPlan *plan)
{
    g_autoptr (GPtrArray) notices = tv_import_plan_notices (plan);

    return notices->len;
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

static char *
field_of (TvImportPlan *plan, const char *header)
{
    g_autoptr (GPtrArray) columns = tv_import_plan_columns (plan);

    for (guint i = 0; i < columns->len; i++) {
        const TvImportColumn *column = g_ptr_array_index (columns, i);

        if (strcmp (column->header, header) == 0)
            return g_strdup (column->field);
    }
    return NULL;
}

#define CLINIC "Lớp;Họ và tên;Ngày sinh;Giới tính;P1;P2;Huyết áp;BMI\n"

/* What is said of a clinic's columns holds for its next sheet, whatever the order of the columns,
 * and for nobody else's. */
static void
test_layouts (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan
        = tv_import_fixture_plan (self, CLINIC "3A;Trần An;10/02/2023;Nữ;14,2;98,5;90/60;14,6\n");
    g_autoptr (TvImportPlan) next = NULL;
    g_autoptr (TvImportPlan) other = NULL;
    g_autofree char *field = NULL;
    g_autofree char *unused = tv_import_plan_unused_columns (plan);
    g_autofree char *unused_then = NULL;
    TvImportCounts counts;

    g_assert_cmpstr (unused, ==, "P1, P2, Huyết áp, BMI");
    g_assert_true (map_header (plan, "P1", "weight"));
    g_assert_true (map_header (plan, "P2", "height"));
    unused_then = tv_import_plan_unused_columns (plan);
    g_assert_cmpstr (unused_then, ==, "Huyết áp, BMI");
    tv_import_fixture_apply (plan);
    next
        = tv_import_fixture_plan (self, "P2;P1;BMI;Huyết áp;Họ và tên;Lớp;Ngày sinh;Giới tính\n"
                                        "101,2;15,1;14,7;90/60;Nguyễn Gia Bảo;3A;10/01/2023;Nam\n");
    tv_import_plan_count (next, &counts);
    g_assert_cmpuint (counts.n_measurements, ==, 1);
    other = tv_import_fixture_plan (self, "Lớp;Họ và tên;Ngày sinh;P1;P2\n"
                                          "3A;Trần An;10/02/2023;1;2\n");
    field = field_of (other, "P1");
    g_assert_null (field);
}

/* What a book of before remembers of a header holds in every layout. */
static gboolean
put_old_choice_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                   GError **error)
{
    return tv_store_put_setting (change, "import-columns", "ma rieng=ministry_code\nnonsense\nx=y",
                                 error);
}

static void
test_old_choices (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = NULL;
    g_autofree char *field = NULL;

    tv_test_book_write (self->book, "edit", put_old_choice_cb, NULL);
    plan = tv_import_fixture_plan (self,
                                   "Lớp;Họ và tên;Ngày sinh;Mã riêng\n3A;Trần An;10/02/2023;7\n");
    field = field_of (plan, "Mã riêng");
    g_assert_cmpstr (field, ==, "ministry_code");
}

/* The file says it, and a person can say otherwise; that is remembered too. */
static void
test_charset (TvImportFixture *self, gconstpointer data)
{
    static const char text[] = "L\u00edp;H\u00e4 v\u00b5 t\u00aan;Ng\u00b5y sinh\n"
                               "3A;L\u00aa \u00a7\u00b5o;10/03/2023\n3A;L\u00aa Tó;11/03/2023\n";
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, text);
    g_autoptr (TvImportPlan) next = NULL;
    g_auto (GStrv) labels = tv_import_plan_charset_labels (plan);
    TvImportExample example;

    g_assert_true (tv_import_plan_has_charsets (plan));
    g_assert_cmpuint (tv_import_plan_get_charset (plan), ==, 0);
    g_assert_true (strstr (labels[0], "TCVN3") != NULL);
    g_assert_true (has_notice (plan, "TCVN3"));
    g_assert_cmpuint (tv_import_plan_n_examples (plan), ==, 2);
    example = tv_import_plan_example (plan, 0);
    g_assert_cmpstr (example.before, ==, "L\u00aa \u00a7\u00b5o");
    g_assert_cmpstr (example.after, ==, "Lê Đào");
    g_assert_cmpstr (tv_import_plan_row (plan, 1)->name, ==, "Lê Tú");
    /* As it stands nobody is named: the plan stays. */
    g_assert_false (tv_import_plan_set_charset (plan, 1));
    g_assert_cmpuint (tv_import_plan_get_charset (plan), ==, 0);
    g_assert_true (tv_import_plan_set_charset (plan, 2));
    g_assert_cmpuint (tv_import_plan_get_charset (plan), ==, 2);
    tv_import_fixture_apply (plan);
    next = tv_import_fixture_plan (self, text);
    g_assert_cmpuint (tv_import_plan_get_charset (next), ==, 2);
}

/* A list in good order has nothing to be said of. */
static void
test_plain_file (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan
        = tv_import_fixture_plan (self, LIST_HEADER "3A;Nguyễn Gia Bảo;10/01/2023;Nam;;;\n"
                                                    "3A;Trần An;20/02/2023;Nữ;;;\n");

    g_assert_false (tv_import_plan_has_charsets (plan));
    g_assert_false (tv_import_plan_has_date_orders (plan));
    g_assert_cmpuint (count_notices (plan), ==, 0);
}

static void
test_date_order (TvImportFixture *self, gconstpointer data)
{
    static const char text[] = LIST_HEADER "3A;Vũ Minh;02/03/2023;Nam;;;\n";
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, text);
    g_autoptr (TvImportPlan) next = NULL;
    g_autoptr (TvImportPlan) american = NULL;

    g_assert_true (tv_import_plan_has_date_orders (plan));
    g_assert_cmpuint (count_notices (plan), ==, 1);
    g_assert_cmpstr (tv_import_plan_row (plan, 0)->birth_date, ==, "02/03/2023");
    g_assert_true (tv_import_plan_set_date_order (plan, 2));
    g_assert_cmpstr (tv_import_plan_row (plan, 0)->birth_date, ==, "03/02/2023");
    tv_import_fixture_apply (plan);
    next = tv_import_fixture_plan (self, text);
    g_assert_cmpuint (tv_import_plan_get_date_order (next), ==, 2);
    g_assert_cmpint (tv_import_fixture_verdict (next, 0), ==, TV_IMPORT_UNCHANGED);
    american = tv_import_fixture_plan (self, "Lớp;Họ và tên;Ngày sinh\n3A;Vũ Mai;9/25/2022\n");
    g_assert_cmpstr (tv_import_plan_row (american, 0)->birth_date, ==, "25/09/2022");
    g_assert_cmpuint (count_notices (american), ==, 1);
}

/* A weighing sheet of another school: said before anything is written. */
static void
test_strangers (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, SHEET_TITLE SHEET_HEADER
                                                            "1;Vũ Minh;01/05/2023;Nam;15,1;98,0;\n"
                                                            "2;Vũ Mai;22/05/2023;Nữ;15,1;98,0;\n"
                                                            "3;Vũ Lan;03/05/2023;Nữ;15,1;98,0;\n");
    g_autoptr (TvImportPlan) known = tv_import_fixture_plan (self, SHEET_TITLE SHEET_HEADER
                                                             "1;Vũ Minh;01/05/2023;Nam;15,1;98,0;\n"
                                                             "2;Trần An;10/02/2023;Nữ;15,1;98,0;\n"
                                                             "3;Vũ Lan;23/05/2023;Nữ;15,1;98,0;\n");

    g_assert_cmpuint (count_notices (plan), ==, 1);
    g_assert_cmpuint (count_notices (known), ==, 0);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 4);
}

static const TvImportRemark *
remark_on_birth (TvImportPlan *plan, guint index)
{
    const GPtrArray *remarks = tv_import_plan_row (plan, index)->remarks;

    for (guint i = 0; i < remarks->len; i++) {
        const TvImportRemark *remark = g_ptr_array_index (remarks, i);

        if (strcmp (remark->field, "birth_date") == 0)
            return remark;
    }
    g_assert_not_reached ();
}

/* Two files, two dates of birth: both are named, and which is kept. */
static void
test_two_files (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) list = NULL;
    g_autoptr (TvImportPlan) sheet = NULL;
    const TvImportRemark *remark;

    tv_import_fixture_import (self, LIST_HEADER "3A;Vũ Minh;13/05/2023;Nam;0100000077;;\n");
    list = tv_import_fixture_plan (self, LIST_HEADER "3A;Vũ Minh;23/05/2023;Nam;0100000077;;\n");
    g_assert_cmpint (tv_import_fixture_verdict (list, 0), ==, TV_IMPORT_SUSPICIOUS);
    remark = remark_on_birth (list, 0);
    g_assert_true (strstr (remark->sentence, "13/05/2023")
                   && strstr (remark->sentence, "23/05/2023"));
    g_assert_cmpstr (remark->proposal, ==, "13/05/2023");
    tv_import_plan_correct (list, 0, "birth_date", "13/05/2023");
    g_assert_cmpint (tv_import_fixture_verdict (list, 0), ==, TV_IMPORT_UNCHANGED);
    sheet = tv_import_fixture_plan (self, "Lớp;Họ và tên;Ngày sinh;Mã học sinh;Cân nặng;Chiều cao\n"
                                          "3A;Vũ Minh;23/05/2023;0100000077;15,1;98,0\n");
    g_assert_cmpint (tv_import_fixture_verdict (sheet, 0), ==, TV_IMPORT_SUSPICIOUS);
    g_assert_true (strstr (remark_on_birth (sheet, 0)->sentence, "13/05/2023") != NULL);
    tv_import_fixture_apply (sheet);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 5);
}

/* Without a number the name in the class tells that it may be one child. */
static void
test_namesake_with_other_date (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan
        = tv_import_fixture_plan (self, LIST_HEADER "3A;Trần An;10/12/2023;Nữ;;;\n"
                                                    "3A;Vũ Minh;13/05/2023;Nam;;;\n"
                                                    "3A;Vũ Minh;31/05/2023;Nam;;;\n"
                                                    "4A;Vũ Minh;30/05/2023;Nam;;;\n");

    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_SUSPICIOUS);
    g_assert_cmpstr (remark_on_birth (plan, 0)->proposal, ==, "10/02/2023");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_NEW);
    g_assert_cmpint (tv_import_fixture_verdict (plan, 2), ==, TV_IMPORT_SUSPICIOUS);
    g_assert_cmpstr (remark_on_birth (plan, 2)->proposal, ==, "13/05/2023");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 3), ==, TV_IMPORT_NEW);
    tv_import_plan_correct (plan, 0, "birth_date", "10/02/2023");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 0), ==, TV_IMPORT_UNCHANGED);
    tv_import_plan_correct (plan, 2, "birth_date", "13/05/2023");
    g_assert_cmpint (tv_import_fixture_verdict (plan, 2), ==, TV_IMPORT_REFUSED);
}

/* The same number twice, with two dates: the row waits, and says both. */
static void
test_two_rows (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) plan
        = tv_import_fixture_plan (self, LIST_HEADER "3A;Vũ Minh;13/05/2023;Nam;0100000077;;\n"
                                                    "3A;Vũ Minh;31/05/2023;Nam;0100000077;;\n");
    const TvImportRemark *remark = remark_on_birth (plan, 1);

    g_assert_cmpint (tv_import_fixture_verdict (plan, 1), ==, TV_IMPORT_REFUSED);
    g_assert_true (strstr (remark->sentence, "13/05/2023")
                   && strstr (remark->sentence, "31/05/2023"));
}

/* A child's year of birth goes with the class: by its name, or by its other children. */
static void
test_ages (TvImportFixture *self, gconstpointer data)
{
    g_autoptr (TvImportPlan) named
        = tv_import_fixture_plan (self, LIST_HEADER "Mẫu giáo bé C1;Vũ Minh;13/05/2023;Nam;;;\n"
                                                    "Mẫu giáo bé C1;Vũ Mai;13/05/2019;Nữ;;;\n");
    g_autoptr (TvImportPlan) among = tv_import_fixture_plan (
        self, LIST_HEADER "7Z;Vũ Một;13/05/2023;Nam;;;\n7Z;Vũ Hai;14/05/2023;Nam;;;\n"
                          "7Z;Vũ Ba;15/05/2023;Nam;;;\n7Z;Vũ Tư;16/05/2023;Nam;;;\n"
                          "7Z;Vũ Năm;17/05/2013;Nam;;;\n");

    g_assert_cmpint (tv_import_fixture_verdict (named, 0), ==, TV_IMPORT_NEW);
    g_assert_cmpint (tv_import_fixture_verdict (named, 1), ==, TV_IMPORT_SUSPICIOUS);
    tv_import_fixture_assert_remark (named, 1, "birth_date");
    g_assert_cmpint (tv_import_fixture_verdict (among, 0), ==, TV_IMPORT_NEW);
    g_assert_cmpint (tv_import_fixture_verdict (among, 4), ==, TV_IMPORT_SUSPICIOUS);
    tv_import_fixture_assert_remark (among, 4, "birth_date");
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;

    g_assert_false (tv_import_plan_apply_finish (TV_IMPORT_PLAN (source), result, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    *(gboolean *) user_data = TRUE;
}

typedef struct {
    TvClock *clock;
    GCancellable *cancellable;
} Canceller;

/* A fixed clock moves on by a millisecond each time it is read, which is done for each record: so
 * it tells how many there are. */
static gpointer
cancel_in_the_middle (gpointer data)
{
    const Canceller *self = data;
    gint64 start_us = tv_clock_now_us (self->clock), n_read = 0;

    while (tv_clock_now_us (self->clock) - start_us - 1000 * ++n_read < 1000 * 100)
        g_usleep (100);
    g_cancellable_cancel (self->cancellable);
    return NULL;
}

/* Cancelled before it begins and while it writes: nothing is in the book, not even the class. */
static void
test_cancel (TvImportFixture *self, gconstpointer data)
{
    g_autofree char *before = tv_test_book_dump (self->book);
    g_autofree char *after = NULL;
    g_autoptr (GString) text = g_string_new (LIST_HEADER);
    g_autoptr (TvImportPlan) plan = NULL;

    for (guint i = 0; i < 3000; i++)
        g_string_append_printf (text, "9Z;Vũ Minh;%02u/%02u/%u;Nam;%010u;;\n", i % 28 + 1,
                                i / 28 % 12 + 1, 2020 + i / 336 % 5, i);
    plan = tv_import_fixture_plan (self, text->str);
    for (guint i = 0; i < 2; i++) {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GThread) thread = NULL;
        Canceller canceller = { self->book->clock, cancellable };
        gboolean is_done = FALSE;

        if (i == 0)
            g_cancellable_cancel (cancellable);
        else
            thread = g_thread_new ("cancel", cancel_in_the_middle, &canceller);
        tv_import_plan_apply_async (plan, cancellable, applied_cb, &is_done);
        while (!is_done)
            g_main_context_iteration (NULL, TRUE);
        if (thread)
            g_thread_join (g_steal_pointer (&thread));
    }
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (after, ==, before);
}

/* Some programs save formulas and never work them out. */
static void
test_lost_formulas (TvImportFixture *self, gconstpointer data)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange",
                                                   "formulas-without-results.ods", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvImportPlan) plan
        = tv_import_plan_read (self->book->store, path, &self->options, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (tv_import_plan_n_rows (plan), ==, 2);
    g_assert_true (has_notice (plan, "2 cells hold formulas without their results"));
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    tv_import_fixture_add ("/import-reading/layouts", test_layouts);
    tv_import_fixture_add ("/import-reading/old-choices", test_old_choices);
    tv_import_fixture_add ("/import-reading/charset", test_charset);
    tv_import_fixture_add ("/import-reading/plain-file", test_plain_file);
    tv_import_fixture_add ("/import-reading/date-order", test_date_order);
    tv_import_fixture_add ("/import-reading/strangers", test_strangers);
    tv_import_fixture_add ("/import-reading/two-files", test_two_files);
    tv_import_fixture_add ("/import-reading/namesake", test_namesake_with_other_date);
    tv_import_fixture_add ("/import-reading/two-rows", test_two_rows);
    tv_import_fixture_add ("/import-reading/ages", test_ages);
    tv_import_fixture_add ("/import-reading/lost-formulas", test_lost_formulas);
    tv_import_fixture_add ("/import-reading/cancel", test_cancel);
    return g_test_run ();
}
