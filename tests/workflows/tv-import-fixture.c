/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of imports begin with. */

#include "tv-import-fixture.h"

#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"

#include <string.h>

static void
set_up (TvImportFixture *self, gconstpointer data)
{
    self->book = tv_test_book_new ();
    self->path = g_build_filename (self->book->folder, "list.csv", NULL);
    self->options = (TvImportOptions) TV_IMPORT_OPTIONS_INIT;
}

static void
tear_down (TvImportFixture *self, gconstpointer data)
{
    g_free (self->path);
    tv_test_book_free (self->book);
}

TvImportPlan *
tv_import_fixture_plan (TvImportFixture *self, const char *text)
{
    g_autoptr (GError) error = NULL;
    TvImportPlan *plan;

    g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
    plan = tv_import_plan_read (self->book->store, self->path, &self->options, NULL, &error);
    g_assert_no_error (error);
    return plan;
}

void
tv_import_fixture_apply (TvImportPlan *plan)
{
    g_autoptr (GError) error = NULL;
    TvImportCounts planned, written;

    tv_import_plan_count (plan, &planned);
    g_assert_true (tv_import_plan_apply (plan, &written, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (written.n_students_new, ==, planned.n_students_new);
    g_assert_cmpuint (written.n_students_changed, ==, planned.n_students_changed);
    g_assert_cmpuint (written.n_measurements, ==, planned.n_measurements);
    g_assert_cmpuint (written.n_absences, ==, planned.n_absences);
    g_assert_cmpuint (written.n_values_left, ==, planned.n_values_left);
    g_assert_cmpuint (written.n_classes_new, ==, planned.n_classes_new);
}

void
tv_import_fixture_import (TvImportFixture *self, const char *text)
{
    g_autoptr (TvImportPlan) plan = tv_import_fixture_plan (self, text);

    tv_import_fixture_apply (plan);
}

TvImportVerdict
tv_import_fixture_verdict (TvImportPlan *plan, guint index)
{
    return tv_import_plan_row (plan, index)->verdict;
}

void
tv_import_fixture_assert_remark (TvImportPlan *plan, guint index, const char *field)
{
    const GPtrArray *remarks = tv_import_plan_row (plan, index)->remarks;

    for (guint i = 0; i < remarks->len; i++) {
        if (strcmp (((TvImportRemark *) g_ptr_array_index (remarks, i))->field, field) == 0)
            return;
    }
    g_test_fail_printf ("no remark on %s in row %u", field, index);
}

static gpointer
get_student_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_get_student (connection, *(gint64 *) input, error);
}

TvStudent *
tv_import_fixture_student (TvImportFixture *self, guint index)
{
    return tv_store_read (self->book->store, get_student_cb, &self->book->student_ids[index], NULL);
}

static gpointer
list_enrolments_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                    GError **error)
{
    return tv_store_list_enrolments_of_student (connection, *(gint64 *) input, error);
}

GPtrArray *
tv_import_fixture_enrolments (TvImportFixture *self, guint index)
{
    return tv_store_read (self->book->store, list_enrolments_cb, &self->book->student_ids[index],
                          NULL);
}

static gpointer
list_measurements_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                      GError **error)
{
    return tv_store_list_measurements_of_student (connection, *(gint64 *) input, error);
}

GPtrArray *
tv_import_fixture_measurements (TvImportFixture *self, guint index)
{
    return tv_store_read (self->book->store, list_measurements_cb, &self->book->student_ids[index],
                          NULL);
}

void
tv_import_fixture_add (const char *path, void (*test) (TvImportFixture *, gconstpointer))
{
    g_test_add (path, TvImportFixture, NULL, set_up, test, tear_down);
}
