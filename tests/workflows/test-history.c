/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history in words: lists, opened changes, and taking one of them back. */

#include "tv-test-book.h"
#include "tv-test-result.h"

#include "store/tv-recorded-table.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"
#include "workflows/tv-child-search.h"
#include "workflows/tv-history-change.h"
#include "workflows/tv-undo.h"

static GPtrArray *
list_lines (TvTestBook *book, gint64 student_id)
{
    TvHistoryFilter filter
        = { .student_id = student_id, .first_day = TV_DATE_NONE, .last_day = TV_DATE_NONE };
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    GPtrArray *lines;

    tv_history_load_async (book->store, &filter, 0, 100, NULL, tv_test_keep_result, &result);
    lines = tv_history_load_finish (book->store, tv_test_wait_for_result (&result), &error);
    g_assert_no_error (error);
    return lines;
}

static gint64
find_newest (TvTestBook *book)
{
    g_autoptr (GPtrArray) lines = list_lines (book, 0);

    return ((TvHistoryLine *) lines->pdata[0])->id;
}

static TvHistoryChange *
load_change (TvTestBook *book, gint64 id, gint64 after, guint limit)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    TvHistoryChange *change;

    tv_history_change_load_async (book->store, id, after, limit, NULL, tv_test_keep_result,
                                  &result);
    change = tv_history_change_load_finish (book->store, tv_test_wait_for_result (&result), &error);
    g_assert_no_error (error);
    return change;
}

static gboolean
weigh_again_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvTestBook *book = input;
    g_autoptr (TvMeasurement) old
        = tv_store_get_measurement (tv_change_connection (change), book->measurement_id, error);
    TvMeasurement values = *old;
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, 15200 }, { TV_QUANTITY_HEIGHT, 998 } };

    values.weight_g = 15200;
    values.date++;
    values.readings = readings;
    values.n_readings = 2;
    return tv_store_put_measurement (change, &values, error) != 0;
}

static gboolean
exclude_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvTestBook *book = input;

    return tv_store_exclude_measurement (change, book->measurement_id, "cân hỏng", error);
}

static gboolean
put_rule_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    return tv_store_put_setting (change, "overweight-rule", input, error);
}

static void
assert_field (const TvHistoryRecord *record, const char *name, const char *before,
              const char *after)
{
    for (guint i = 0; i < record->fields->len; i++) {
        const TvHistoryField *field = record->fields->pdata[i];

        if (g_str_equal (field->name, name)) {
            g_assert_cmpstr (field->before, ==, before);
            g_assert_cmpstr (field->after, ==, after);
            return;
        }
    }
    g_error ("no field %s", name);
}

static void
test_lines (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GPtrArray) lines = NULL;
    g_autoptr (GPtrArray) of_child = NULL;
    const TvHistoryLine *line;

    tv_test_book_write (book, "edit-measurement", weigh_again_cb, book);
    tv_test_book_write (book, "edit-settings", put_rule_cb, (gpointer) "bmi-for-age");
    g_assert_cmpint (tv_test_book_undo_last (book, NULL), >, 0);
    lines = list_lines (book, 0);
    g_assert_cmpuint (lines->len, ==, 5);
    line = lines->pdata[0];
    g_assert_cmpstr (line->what, ==, "Taking back: Editing the settings");
    g_assert_true (line->is_undo);
    line = lines->pdata[1];
    g_assert_cmpstr (line->about, ==, "How overweight is counted");
    g_assert_true (line->is_undone);
    line = lines->pdata[2];
    g_assert_cmpstr (line->what, ==, "Correcting a measurement");
    g_assert_cmpstr (line->about, ==, "Nguyễn Gia Bảo · 3A");
    g_assert_cmpstr (line->when, ==, "21/09/2026 08:00");
    g_assert_cmpint (line->day, ==, tv_date_from_ymd (2026, 9, 21));
    g_assert_cmpint (line->student_id, ==, book->student_ids[0]);
    line = lines->pdata[3];
    g_assert_cmpstr (line->about, ==, "4 children");
    line = lines->pdata[4];
    g_assert_cmpstr (line->what, ==, "Making the record book");
    g_assert_cmpstr (line->about, ==, "Mầm non Thử Nghiệm");
    of_child = list_lines (book, book->student_ids[0]);
    g_assert_cmpuint (of_child->len, ==, 2);
}

/* Grams become kilograms, a day is written as people write it, what stayed is not told. */
static void
test_fields (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvHistoryChange) change = NULL;
    const TvHistoryRecord *record;

    tv_test_book_write (book, "edit-measurement", weigh_again_cb, book);
    change = load_change (book, find_newest (book), 0, 50);
    g_assert_null (change->refusal);
    g_assert_null (change->state);
    record = change->records->pdata[0];
    g_assert_cmpstr (record->label, ==, "Measurement");
    g_assert_cmpstr (record->name, ==, "Nguyễn Gia Bảo · 15/09/2026");
    g_assert_cmpint (record->action, ==, TV_ACTION_UPDATE);
    g_assert_cmpuint (record->fields->len, ==, 2);
    assert_field (record, "Weight", "15,4 kg", "15,2 kg");
    assert_field (record, "Measured on", "14/09/2026", "15/09/2026");
    g_clear_pointer (&change, tv_history_change_free);
    tv_test_book_write (book, "exclude-measurement", exclude_cb, book);
    change = load_change (book, find_newest (book), 0, 50);
    assert_field (change->records->pdata[0], "Not counted, because", NULL, "cân hỏng");
    g_clear_pointer (&change, tv_history_change_free);
    tv_test_book_write (book, "edit-settings", put_rule_cb, (gpointer) "bmi-for-age");
    change = load_change (book, find_newest (book), 0, 50);
    assert_field (change->records->pdata[0], "Value", NULL, "BMI for age above +2 SD");
}

static const TvHistoryRecord *
find_record (const TvHistoryChange *change, const char *label)
{
    for (guint i = 0; i < change->records->len; i++) {
        const TvHistoryRecord *record = change->records->pdata[i];

        if (g_str_equal (record->label, label))
            return record;
    }
    g_error ("no record %s", label);
}

/* Codes and keys are told by what they mean. */
static void
test_new_records (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvHistoryChange) change = load_change (book, find_newest (book), 0, 100);
    const TvHistoryRecord *record = find_record (change, "Child");

    assert_field (record, "Sex", NULL, "Boy");
    assert_field (record, "Date of birth", NULL, "10/01/2023");
    record = find_record (change, "Place in a class");
    g_assert_cmpstr (record->name, ==, "Nguyễn Gia Bảo");
    assert_field (record, "Class", NULL, "3A");
    assert_field (record, "School year", NULL, "2026-2027");
    record = find_record (change, "Measuring round");
    g_assert_cmpstr (record->name, ==, "Đợt 1");
    assert_field (record, "Kind", NULL, "Regular round");
    assert_field (record, "Signed off", NULL, "no");
    record = find_record (change, "Measuring session");
    g_assert_cmpstr (record->name, ==, "3A · 14/09/2026");
    assert_field (record, "Measuring round", NULL, "Đợt 1");
    record = find_record (change, "Measurement");
    assert_field (record, "Height", NULL, "99,8 cm");
    assert_field (record, "Position", NULL, "Standing");
    record = find_record (change, "Reading of scale or height board");
    assert_field (record, "Value read", NULL, "15,4 kg");
}

static void
test_record_pages (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    gint64 id = find_newest (book), after = 0;
    guint n_records = 0;
    gboolean has_more = TRUE;

    while (has_more) {
        g_autoptr (TvHistoryChange) change = load_change (book, id, after, 5);

        has_more = change->has_more;
        after = change->last_entry;
        n_records += change->records->len;
        g_assert_cmpuint (change->records->len, ==, has_more ? 5 : 1);
    }
    g_assert_cmpuint (n_records, ==, 16);
}

static void
test_erased (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvHistoryChange) change = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    const TvHistoryRecord *record;

    tv_test_book_write (book, "edit-measurement", weigh_again_cb, book);
    tv_test_book_tamper (book, "UPDATE change_entry SET old_json = NULL, new_json = NULL,"
                               " salt = NULL WHERE student_id IS NOT NULL");
    tv_test_book_reopen (book);
    change = load_change (book, find_newest (book), 0, 50);
    record = change->records->pdata[0];
    g_assert_true (record->is_erased);
    g_assert_cmpuint (record->fields->len, ==, 0);
    g_assert_cmpstr (record->name, ==, "Nguyễn Gia Bảo");
    g_assert_nonnull (change->refusal);
}

/* Openings and exports write no record, and are shown all the same. */
static void
test_openings (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (TvHistoryChange) change = NULL;

    tv_test_book_tamper (book,
                         "INSERT INTO change_set (uid, device_id, person_id, time_utc, kind, chain)"
                         " VALUES ('a', 1, 1, '2026-09-21T17:30:00.000Z', 'open-book', 'x')");
    tv_test_book_reopen (book);
    change = load_change (book, find_newest (book), 0, 50);
    g_assert_cmpstr (change->line->when, ==, "22/09/2026 00:30");
    g_assert_cmpstr (change->line->about, ==, "");
    g_assert_cmpuint (change->records->len, ==, 0);
    g_assert_nonnull (change->refusal);
}

typedef void (*TakeBack) (TvStore *store, gint64 id, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
typedef char *(*Finish) (TvStore *store, GAsyncResult *result, GError **error);

static void
assert_undo (TvTestBook *book, TakeBack take_back, Finish finish, gint64 id, const char *sentence,
             int code)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *answer = NULL;

    take_back (book->store, id, NULL, tv_test_keep_result, &result);
    answer = finish (book->store, tv_test_wait_for_result (&result), &error);
    g_assert_cmpstr (answer, ==, sentence);
    if (sentence)
        g_assert_no_error (error);
    else
        g_assert_error (error, TV_STORE_ERROR, code);
}

/* One change is taken back and what came after it stays, unless it stands on it. */
static void
test_undo_chosen (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvHistoryChange) change = NULL;
    gint64 weighed, ruled;

    tv_test_book_write (book, "edit-measurement", weigh_again_cb, book);
    weighed = find_newest (book);
    tv_test_book_write (book, "edit-settings", put_rule_cb, (gpointer) "bmi-for-age");
    ruled = find_newest (book);
    tv_test_book_write (book, "edit-settings", put_rule_cb, (gpointer) "weight-for-height");
    assert_undo (book, tv_undo_change_async, tv_undo_last_finish, ruled, NULL,
                 TV_STORE_ERROR_EDITED_SINCE);
    assert_undo (book, tv_undo_change_async, tv_undo_last_finish, weighed,
                 "Taken back: Correcting a measurement.", 0);
    change = load_change (book, weighed, 0, 50);
    g_assert_cmpstr (change->state, ==, "Taken back on 21/09/2026 08:00 by School nurse.");
    g_assert_nonnull (change->refusal);
    g_assert_cmpint (tv_test_book_count (book, "setting"), ==, 1);
    assert_undo (book, tv_redo_change_async, tv_redo_last_finish, find_newest (book),
                 "Done again: Correcting a measurement.", 0);
    g_clear_pointer (&change, tv_history_change_free);
    change = load_change (book, weighed, 0, 50);
    g_assert_null (change->state);
    g_assert_null (change->refusal);
    g_clear_pointer (&change, tv_history_change_free);
    change = load_change (book, find_newest (book), 0, 50);
    g_assert_nonnull (change->refusal);
}

static gpointer
list_columns_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                 GError **error)
{
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s LIMIT 0", (const char *) input);
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql, error);
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

    for (int i = 0; statement && i < tv_statement_n_columns (statement); i++)
        g_ptr_array_add (names, g_strdup (tv_statement_column_name (statement, i)));
    return names;
}

/* Whoever adds a column says how people call it, or that they are not to see it. */
static void
test_every_column (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    guint n_tables;
    const TvRecordedTable *tables = tv_recorded_table_list (&n_tables);

    for (guint i = 0; i < n_tables; i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) columns
            = tv_store_read (book->store, list_columns_cb, (gpointer) tables[i].name, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (columns->len, >, 2);
        g_assert_cmpstr (tv_history_table_label (tables[i].name), !=, tables[i].name);
        for (guint j = 0; j < columns->len; j++) {
            if (!tv_history_knows_column (tables[i].name, columns->pdata[j]))
                g_error ("%s.%s has no words", tables[i].name, (char *) columns->pdata[j]);
        }
    }
    g_assert_false (tv_history_knows_column ("student", "no_such_column"));
}

static void
assert_search (TvTestBook *book, const char *query, const char *names)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) found = NULL;
    g_autoptr (GString) text = g_string_new (NULL);

    tv_child_search_async (book->store, query, 2, NULL, tv_test_keep_result, &result);
    found = tv_child_search_finish (book->store, tv_test_wait_for_result (&result), &error);
    g_assert_no_error (error);
    for (guint i = 0; i < found->len; i++) {
        const TvChildFound *child = found->pdata[i];

        g_string_append_printf (text, "%s (%s);", child->name, child->detail);
    }
    g_assert_cmpstr (text->str, ==, names);
}

static void
test_child_search (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    assert_search (book, "gia bao", "Nguyễn Gia Bảo (10/01/2023 · 3A);");
    assert_search (book, "ĐÀO", "Lê Thị Đào (10/03/2023 · 3A);");
    assert_search (book, "nobody", "");
    assert_search (book, "", "Trần An (10/02/2023 · 3A);Nguyễn Gia Bảo (10/01/2023 · 3A);");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/history/lines", test_lines);
    g_test_add_func ("/history/fields", test_fields);
    g_test_add_func ("/history/new-records", test_new_records);
    g_test_add_func ("/history/record-pages", test_record_pages);
    g_test_add_func ("/history/erased", test_erased);
    g_test_add_func ("/history/openings", test_openings);
    g_test_add_func ("/history/undo-chosen", test_undo_chosen);
    g_test_add_func ("/history/every-column", test_every_column);
    g_test_add_func ("/history/child-search", test_child_search);
    return g_test_run ();
}
