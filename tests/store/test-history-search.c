/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history a page at a time: what each filter finds, and what a list is told of a change set. */

#include "tv-test-book.h"

#include "store/tv-store-private.h"

#include "store/tv-store-history-search.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-people.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"

typedef struct {
    TvHistoryFilter filter;
    gint64 before;
    guint limit;
} Question;

static gpointer
search_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;

    return tv_store_search_history (connection, &question->filter, question->before,
                                    question->limit, error);
}

static GPtrArray *
search (TvTestBook *book, Question question)
{
    g_autoptr (GError) error = NULL;
    GPtrArray *heads;

    if (question.limit == 0)
        question.limit = 100;
    if (question.filter.first_day == 0)
        question.filter.first_day = TV_DATE_NONE;
    if (question.filter.last_day == 0)
        question.filter.last_day = TV_DATE_NONE;
    heads = tv_store_read (book->store, search_cb, &question, &error);
    g_assert_no_error (error);
    return heads;
}

/* The kinds that were found, parted by blanks. */
static void
assert_found (TvTestBook *book, Question question, const char *kinds)
{
    g_autoptr (GPtrArray) heads = search (book, question);
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint i = 0; i < heads->len; i++) {
        const TvHistoryHead *head = heads->pdata[i];

        g_string_append_printf (found, "%s%s", i ? " " : "", head->set->kind);
    }
    g_assert_cmpstr (found->str, ==, kinds);
}

static gboolean
exclude_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvTestBook *book = input;

    return tv_store_exclude_measurement (change, book->measurement_id, "cân hỏng", error);
}

static gboolean
rename_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    TvTestBook *book = input;
    g_autoptr (TvStudent) old
        = tv_store_get_student (tv_change_connection (change), book->student_ids[3], error);
    TvStudent values = *old;

    values.name = (char *) "Phạm Thị Cúc";
    return tv_store_put_student (change, &values, error) != 0;
}

static gboolean
add_newcomer_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    gint64 *id = input;
    TvStudent student = { .name = (char *) "Đỗ Mới", .birth_date = TV_DATE_NONE };

    *id = tv_store_put_student (change, &student, error);
    return *id != 0;
}

static gboolean
add_auditor_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    gint64 *id = input;
    TvPerson person = {
        .name = (char *) "Cô Hai", .role = TV_ROLE_NURSE, .is_active = TRUE, .until = TV_DATE_NONE
    };

    *id = tv_store_put_person (change, &person, error);
    return *id != 0;
}

static gboolean
put_setting_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    return tv_store_put_setting (change, "overweight-rule", "plan", error);
}

static void
test_filters (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    gint64 nurse_id = 0;

    tv_test_book_write (book, "exclude-measurement", exclude_cb, book);
    tv_test_book_write (book, "people", add_auditor_cb, &nurse_id);
    tv_store_set_actor (book->store, nurse_id);
    tv_test_book_write (book, "edit-student", rename_cb, book);
    tv_test_book_write (book, "edit-settings", put_setting_cb, NULL);
    assert_found (book, (Question){ 0 },
                  "edit-settings edit-student people exclude-measurement fill create");
    assert_found (book, (Question){ .filter.student_id = book->student_ids[0] },
                  "exclude-measurement fill");
    assert_found (book, (Question){ .filter.student_id = book->student_ids[3] },
                  "edit-student fill");
    assert_found (book, (Question){ .filter.kind = (char *) "people" }, "people");
    assert_found (book, (Question){ .filter.person_id = nurse_id }, "edit-settings edit-student");
    assert_found (
        book, (Question){ .filter = { .person_id = nurse_id, .student_id = book->student_ids[3] } },
        "edit-student");
    assert_found (book,
                  (Question){ .filter = { .person_id = nurse_id, .kind = (char *) "people" } }, "");
}

static void
test_days (void)
{
    TvDate day = tv_date_from_ymd (2026, 9, 21);
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();

    /* One at the last moment of the day before, one at the first of the day after, here. */
    tv_test_book_tamper (book,
                         "INSERT INTO change_set (uid, device_id, person_id, time_utc, kind, chain)"
                         " VALUES ('a', 1, 1, '2026-09-20T16:59:59.999Z', 'before', 'x'),"
                         " ('b', 1, 1, '2026-09-21T17:00:00.000Z', 'after', 'x')");
    tv_test_book_reopen (book);
    assert_found (book, (Question){ .filter = { .first_day = day, .last_day = day } }, "create");
    assert_found (book, (Question){ .filter.first_day = day }, "after create");
    assert_found (book, (Question){ .filter.last_day = day }, "before create");
    assert_found (book, (Question){ .filter = { .last_day = day, .kind = (char *) "create" } },
                  "create");
    assert_found (book, (Question){ .filter.first_day = day + 2 }, "");
}

/* Page after page every change set comes once, and none that came meanwhile. */
static void
test_pages (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    gint64 before = 0;
    guint n_found = 0;

    tv_test_book_tamper (
        book, "INSERT INTO change_set (uid, device_id, person_id, time_utc, kind, chain)"
              " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
              " SELECT 'uid-' || i, 1, 1, '2026-09-21T05:00:00.000Z', 'open-book', 'x' FROM n");
    tv_test_book_reopen (book);
    for (;;) {
        g_autoptr (GPtrArray) heads = search (book, (Question){ .before = before, .limit = 77 });
        const TvHistoryHead *last;

        if (heads->len == 0)
            break;
        last = heads->pdata[heads->len - 1];
        g_assert_true (before == 0 || ((TvHistoryHead *) heads->pdata[0])->set->id < before);
        before = last->set->id;
        n_found += heads->len;
    }
    g_assert_cmpuint (n_found, ==, 1001);
}

static const TvHistoryHead *
find_kind (GPtrArray *heads, const char *kind)
{
    for (guint i = 0; i < heads->len; i++) {
        const TvHistoryHead *head = heads->pdata[i];

        if (g_str_equal (head->set->kind, kind))
            return head;
    }
    g_error ("no %s", kind);
}

static void
test_heads (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GPtrArray) heads = NULL;
    const TvHistoryHead *head;
    gint64 newcomer_id = 0;
    g_autoptr (GError) error = NULL;

    tv_test_book_write (book, "exclude-measurement", exclude_cb, book);
    tv_test_book_write (book, "add-student", add_newcomer_cb, &newcomer_id);
    tv_test_book_undo_last (book, &error);
    g_assert_no_error (error);
    heads = search (book, (Question){ 0 });
    head = find_kind (heads, "fill");
    g_assert_cmpuint (head->n_students, ==, 4);
    g_assert_cmpint (head->student_id, ==, 0);
    g_assert_cmpuint (head->n_entries, ==, 16);
    head = find_kind (heads, "exclude-measurement");
    g_assert_cmpstr (head->student_name, ==, "Nguyễn Gia Bảo");
    g_assert_cmpstr (head->class_name, ==, "3A");
    head = find_kind (heads, "undo");
    g_assert_cmpstr (head->undone_kind, ==, "add-student");
    g_assert_cmpstr (head->student_name, ==, "Đỗ Mới");
    head = find_kind (heads, "add-student");
    g_assert_true (head->set->is_undone);
    head = find_kind (heads, "create");
    g_assert_cmpuint (head->n_students, ==, 0);
    g_assert_cmpstr (head->first->table, ==, "school");
}

static gpointer
list_entries_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                 GError **error)
{
    const gint64 *page = input;

    return tv_store_list_entries (connection, page[0], page[1], (guint) page[2], error);
}

static void
test_entries (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GPtrArray) heads = search (book, (Question){ .filter.kind = (char *) "fill" });
    gint64 page[] = { find_kind (heads, "fill")->set->id, 0, 10 };
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) first = tv_store_read (book->store, list_entries_cb, page, &error);
    g_autoptr (GPtrArray) second = NULL;
    const TvHistoryEntry *entry;

    g_assert_no_error (error);
    g_assert_cmpuint (first->len, ==, 10);
    entry = first->pdata[9];
    g_assert_false (entry->is_erased);
    page[1] = entry->id;
    tv_test_book_tamper (book, "UPDATE change_entry SET old_json = NULL, new_json = NULL,"
                               " salt = NULL WHERE table_name = 'measurement'");
    tv_test_book_reopen (book);
    second = tv_store_read (book->store, list_entries_cb, page, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (second->len, ==, 6);
    for (guint i = 0; i < second->len; i++) {
        entry = second->pdata[i];
        g_assert_cmpint (entry->is_erased, ==, g_str_equal (entry->table, "measurement"));
    }
}

static gpointer
list_kinds_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_change_kinds (connection, error);
}

static void
test_kinds (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) kinds = NULL;
    const char *const expected[] = { "create", "exclude-measurement", "fill", NULL };

    tv_test_book_write (book, "exclude-measurement", exclude_cb, book);
    kinds = tv_store_read (book->store, list_kinds_cb, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstrv (kinds, expected);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/history-search/filters", test_filters);
    g_test_add_func ("/history-search/days", test_days);
    g_test_add_func ("/history-search/pages", test_pages);
    g_test_add_func ("/history-search/heads", test_heads);
    g_test_add_func ("/history-search/entries", test_entries);
    g_test_add_func ("/history-search/kinds", test_kinds);
    return g_test_run ();
}
