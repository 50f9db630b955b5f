/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two copies of one book that were carried apart and both written in: how they stand to each other,
 * what is taken over, what is asked, and that one step takes all of it back. */

#include "tv-test-book.h"

#include "store/tv-backup-file.h"
#include "store/tv-change-private.h"
#include "store/tv-store-access.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-erasing.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "workflows/tv-book-compare.h"
#include "workflows/tv-book-merge.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    TvTestBook *book;  /* here */
    TvTestBook *other; /* there; the same keys, since it began as a copy */
    char *folder;
    char *copy;
    char *carried; /* there, as it is brought back */
} Fixture;

static void
write_copy (TvTestBook *book, const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvConnection) source = tv_store_open_source (book->store, &error);
    g_autoptr (TvBookContents) contents = NULL;

    g_assert_no_error (error);
    contents = tv_backup_file_write (source, NULL, path, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
    g_autoptr (GError) error = NULL;

    self->book = tv_test_book_new ();
    self->folder = tv_test_folder_new ();
    self->copy = g_build_filename (self->folder, "copy", NULL);
    self->carried = g_build_filename (self->folder, "carried", NULL);
    write_copy (self->book, self->copy);
    self->other = g_new0 (TvTestBook, 1);
    self->other->year_id = self->book->year_id;
    self->other->round_id = self->book->round_id;
    self->other->folder = tv_test_folder_new ();
    tv_backup_file_put_back (self->copy, NULL, self->other->folder, &error);
    g_assert_no_error (error);
    self->other->clock = tv_clock_ref (self->book->clock);
    self->other->store = tv_store_open (self->other->folder, self->other->clock, &error);
    g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    tv_test_book_free (self->book);
    tv_test_book_free (self->other);
    tv_test_folder_remove (self->folder);
    g_free (self->folder);
    g_free (self->copy);
    g_free (self->carried);
}

typedef struct {
    const char *table;
    gint64 id;
    const TvField *fields;
    guint n_fields;
} Put;

static gboolean
put_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    const Put *put = input;

    if (put->n_fields == 0)
        return tv_change_delete (change, put->table, put->id, error);
    return tv_change_put (change, put->table, put->id, NULL, put->fields, put->n_fields, error)
           != 0;
}

static void
set_text (TvTestBook *book, const char *table, gint64 id, const char *column, const char *text)
{
    const TvField field = TV_FIELD_OF_TEXT (column, text);
    Put put = { table, id, &field, 1 };

    tv_test_book_write (book, "edit-student", put_cb, &put);
}

static void
set_number (TvTestBook *book, const char *table, gint64 id, const char *column, gint64 number)
{
    const TvField field = TV_FIELD_OF_INT (column, number);
    Put put = { table, id, &field, 1 };

    tv_test_book_write (book, "edit", put_cb, &put);
}

static void
delete_record (TvTestBook *book, const char *table, gint64 id)
{
    Put put = { table, id, NULL, 0 };

    tv_test_book_write (book, "delete", put_cb, &put);
}

typedef struct {
    TvTestBook *book;
    const char *name;
    const char *number;
    const char *class_name;
    int weight_g;
} NewChild;

/* A child in a class of its own name, measured in the round. */
static gboolean
add_child_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    const NewChild *new = input;
    TvStudent student = { .name = (char *) new->name,
                          .sex = TV_SEX_FEMALE,
                          .birth_date = tv_date_from_ymd (2022, 5, 6),
                          .personal_number = (char *) new->number };
    TvReading reading = { TV_QUANTITY_WEIGHT, new->weight_g };
    TvEnrolment enrolment = {
        .year_id = new->book->year_id, .roll_number = 9, .from = TV_DATE_NONE, .until = TV_DATE_NONE
    };
    TvMeasurement measurement = { .round_id = new->book->round_id,
                                  .weight_g = new->weight_g,
                                  .date = tv_date_from_ymd (2026, 9, 15),
                                  .readings = &reading,
                                  .n_readings = 1 };

    enrolment.class_id
        = tv_store_ensure_class (change, new->book->year_id, new->class_name, 5, error);
    enrolment.student_id = tv_store_put_student (change, &student, error);
    measurement.student_id = enrolment.student_id;
    return enrolment.class_id != 0 && enrolment.student_id != 0
           && tv_store_put_enrolment (change, &enrolment, error) != 0
           && tv_store_put_measurement (change, &measurement, error) != 0;
}

static void
add_child (TvTestBook *book, const char *name, const char *number, const char *class_name,
           int weight_g)
{
    NewChild new = { book, name, number, class_name, weight_g };

    tv_test_book_write (book, "add-student", add_child_cb, &new);
}

static void
assert_relation (Fixture *self, TvBookRelation relation, guint n_ours, guint n_theirs)
{
    g_autoptr (GError) error = NULL;
    g_autofree TvBookComparison *comparison = NULL;
    g_autofree char *sentence = NULL;

    g_remove (self->carried);
    write_copy (self->other, self->carried);
    comparison = tv_book_compare (self->book->store, self->carried, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (comparison->relation, ==, relation);
    g_assert_cmpuint (comparison->n_ours, ==, n_ours);
    g_assert_cmpuint (comparison->n_theirs, ==, n_theirs);
    sentence = tv_book_comparison_sentence (comparison);
    g_assert_cmpuint (strlen (sentence), >, 20);
}

static TvMergePreview *
preview (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    TvMergeRequest request = { .path = self->carried };
    TvMergePreview *shown;

    g_remove (self->carried);
    write_copy (self->other, self->carried);
    shown = tv_book_merge_preview (self->book->store, &request, &error);
    g_assert_no_error (error);
    return shown;
}

static TvMergeOutcome
merge (Fixture *self, GHashTable *take_theirs, gboolean is_theirs_default)
{
    g_autoptr (GError) error = NULL;
    TvMergeRequest request = { self->carried, NULL, take_theirs, is_theirs_default };
    TvMergeOutcome outcome;

    g_remove (self->carried);
    write_copy (self->other, self->carried);
    tv_book_merge (self->book->store, &request, &outcome, &error);
    g_assert_no_error (error);
    return outcome;
}

static gpointer
read_text_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, input, error);

    g_assert_no_error (*error);
    if (tv_statement_step (row, error) != TV_STEP_ROW)
        return g_strdup ("");
    return g_strdup (tv_statement_get_text (row, 0));
}

static void
assert_text (TvTestBook *book, const char *sql, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *text = tv_store_read (book->store, read_text_cb, (gpointer) sql, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, expected);
}

static gpointer
check_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_check (connection, error);
}

static void
assert_sound (TvTestBook *book)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCheck) found = tv_store_read (book->store, check_cb, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (found->troubles->len, ==, 0);
}

static void
test_relations (Fixture *self, gconstpointer data)
{
    assert_relation (self, TV_BOOKS_SAME, 0, 0);
    set_text (self->book, "student", self->book->student_ids[0], "name", "Nguyễn Gia Hân");
    assert_relation (self, TV_BOOKS_OURS_AHEAD, 1, 0);
    set_text (self->other, "student", self->book->student_ids[1], "name", "Trần An Nhiên");
    set_text (self->other, "student", self->book->student_ids[1], "notes", "đã gọi mẹ");
    assert_relation (self, TV_BOOKS_BOTH_CHANGED, 1, 2);
}

static void
test_theirs_ahead (Fixture *self, gconstpointer data)
{
    set_text (self->other, "student", self->book->student_ids[1], "name", "Trần An Nhiên");
    assert_relation (self, TV_BOOKS_THEIRS_AHEAD, 0, 1);
}

static void
test_unrelated (Fixture *self, gconstpointer data)
{
    g_autoptr (TvTestBook) stranger = tv_test_book_new_empty ();
    g_autoptr (GError) error = NULL;
    TvMergeRequest request = { .path = self->carried };
    g_autofree TvBookComparison *comparison = NULL;
    TvSchool school = { .name = (char *) "Mầm non Khác", .level = TV_LEVEL_KINDERGARTEN };
    g_autofree char *folder = g_build_filename (self->folder, "stranger", NULL);
    TvMergeOutcome outcome;

    g_clear_object (&stranger->store);
    stranger->store = tv_store_create (folder, &school, stranger->clock, &error);
    g_assert_no_error (error);
    write_copy (stranger, self->carried);
    comparison = tv_book_compare (self->book->store, self->carried, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (comparison->relation, ==, TV_BOOKS_UNRELATED);
    g_assert_false (tv_book_merge (self->book->store, &request, &outcome, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* Different children, different columns of one child: nothing is asked, nothing is lost. */
static void
test_both_kept (Fixture *self, gconstpointer data)
{
    g_autoptr (TvMergePreview) shown = NULL;
    g_autofree char *before = NULL, *after = NULL;
    TvMergeOutcome outcome;

    set_text (self->book, "student", self->book->student_ids[0], "name", "Nguyễn Gia Hân");
    add_child (self->book, "Vũ Ở Đây", NULL, "5A", 17100);
    set_text (self->other, "student", self->book->student_ids[0], "notes", "dị ứng sữa");
    set_number (self->other, "measurement", self->book->measurement_id, "weight_g", 15700);
    add_child (self->other, "Lý Ở Kia", NULL, "5B", 18200);
    before = tv_test_book_dump (self->book);
    shown = preview (self);
    g_assert_cmpuint (shown->n_questions, ==, 0);
    g_assert_cmpuint (shown->n_children, ==, 2);
    outcome = merge (self, NULL, FALSE);
    g_assert_cmpuint (outcome.n_left_out, ==, 0);
    g_assert_cmpuint (outcome.n_changed, ==, 2);
    /* Class, child, enrolment, measurement, reading. */
    g_assert_cmpuint (outcome.n_added, ==, 5);
    assert_text (self->book, "SELECT name || notes FROM student WHERE id = 1",
                 "Nguyễn Gia Hândị ứng sữa");
    assert_text (self->book,
                 "SELECT s.name || ' ' || c.name || ' ' || CAST (m.weight_g AS TEXT)"
                 " FROM student s JOIN enrolment e ON e.student_id = s.id JOIN class c"
                 " ON c.id = e.class_id JOIN measurement m ON m.student_id = s.id"
                 " WHERE s.name LIKE 'L%Kia'",
                 "Lý Ở Kia 5B 18200");
    assert_sound (self->book);
    /* All of it is one step back. */
    tv_test_book_undo_last (self->book, NULL);
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (before, ==, after);
}

/* Who looked at what there is known here afterwards, and stays known when the merge is taken back.
 */
static void
test_access (Fixture *self, gconstpointer data)
{
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (
        tv_store_log_access (self->other->store, TV_ACCESS_EXPORT_LIST, 0, NULL, &error));
    set_text (self->other, "student", self->book->student_ids[0], "notes", "dị ứng sữa");
    before = tv_test_book_dump (self->book);
    merge (self, NULL, FALSE);
    g_assert_cmpint (tv_test_book_count (self->book, "access"), ==, 1);
    tv_test_book_undo_last (self->book, &error);
    g_assert_no_error (error);
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (before, ==, after);
    g_assert_cmpint (tv_test_book_count (self->book, "access"), ==, 1);
    assert_sound (self->book);
}

static gboolean
erase_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    return tv_store_erase_student (change, *(gint64 *) input, "Gia đình yêu cầu", error);
}

/* Whatever was still written about the child where nobody knew of the request. */
static void
test_erased_stays_erased (Fixture *self, gconstpointer data)
{
    TvMergeOutcome outcome;

    tv_test_book_write (self->book, TV_CHANGE_ERASE, erase_cb, &self->book->student_ids[0]);
    set_text (self->other, "student", self->book->student_ids[0], "notes", "dị ứng sữa");
    set_number (self->other, "measurement", self->book->measurement_id, "weight_g", 15700);
    outcome = merge (self, NULL, TRUE);
    g_assert_cmpuint (outcome.n_added, ==, 0);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 3);
    g_assert_cmpint (tv_test_book_count (self->book, "measurement"), ==, 0);
    assert_text (self->book,
                 "SELECT CAST (COUNT(*) AS TEXT) FROM change_entry"
                 " WHERE new_json LIKE '%Gia Bảo%'",
                 "0");
}

static const char name_of_first[] = "SELECT name FROM student WHERE id = 1";
static const char weight_of_first[]
    = "SELECT CAST (weight_g AS TEXT) FROM measurement WHERE id = 1";

static void
change_both (Fixture *self)
{
    set_text (self->book, "student", self->book->student_ids[0], "name", "Tên Ở Đây");
    set_text (self->other, "student", self->book->student_ids[0], "name", "Tên Ở Kia");
    set_number (self->book, "measurement", self->book->measurement_id, "weight_g", 15500);
    set_number (self->other, "measurement", self->book->measurement_id, "weight_g", 15900);
}

static void
test_questions (Fixture *self, gconstpointer data)
{
    g_autoptr (TvMergePreview) shown = NULL;
    g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
    const TvMergeGroup *group;
    const TvMergeQuestion *name, *weight;
    TvMergeOutcome outcome;

    change_both (self);
    shown = preview (self);
    g_assert_cmpuint (shown->groups->len, ==, 1);
    group = g_ptr_array_index (shown->groups, 0);
    g_assert_cmpstr (group->title, ==, "Tên Ở Đây");
    g_assert_cmpuint (group->questions->len, ==, 2);
    name = g_ptr_array_index (group->questions, 0);
    weight = g_ptr_array_index (group->questions, 1);
    g_assert_cmpstr (name->ours, ==, "Tên Ở Đây");
    g_assert_cmpstr (name->theirs, ==, "Tên Ở Kia");
    g_assert_nonnull (strstr (weight->ours, "15"));
    g_assert_cmpstr (weight->ours, !=, weight->theirs);
    /* Theirs for the weight, ours for the name. */
    g_hash_table_insert (answers, weight->code, GINT_TO_POINTER (TRUE));
    outcome = merge (self, answers, FALSE);
    g_assert_cmpuint (outcome.n_kept, ==, 1);
    assert_text (self->book, name_of_first, "Tên Ở Đây");
    assert_text (self->book, weight_of_first, "15900");
    assert_sound (self->book);
}

static void
test_prefer (Fixture *self, gconstpointer is_theirs)
{
    change_both (self);
    merge (self, NULL, is_theirs != NULL);
    assert_text (self->book, name_of_first, is_theirs ? "Tên Ở Kia" : "Tên Ở Đây");
    assert_text (self->book, weight_of_first, is_theirs ? "15900" : "15500");
}

/* What was merged is known from then on, and the merged book can be carried back as it is. */
static void
test_merged_is_known (Fixture *self, gconstpointer data)
{
    change_both (self);
    merge (self, NULL, FALSE);
    assert_relation (self, TV_BOOKS_OURS_AHEAD, 3, 0);
    set_text (self->other, "student", self->book->student_ids[2], "notes", "mới");
    assert_relation (self, TV_BOOKS_BOTH_CHANGED, 3, 1);
    merge (self, NULL, FALSE);
    assert_text (self->book, name_of_first, "Tên Ở Đây");
    assert_text (self->book, "SELECT notes FROM student WHERE id = 3", "mới");
}

static void
test_signed_off (Fixture *self, gconstpointer data)
{
    g_autoptr (TvMergePreview) shown = NULL;

    set_number (self->other, "measurement", self->book->measurement_id, "weight_g", 15900);
    set_text (self->other, "student", self->book->student_ids[0], "notes", "ghi chú");
    set_number (self->book, "round", self->book->round_id, "is_closed", 1);
    shown = preview (self);
    g_assert_cmpuint (shown->n_signed_off, ==, 1);
    merge (self, NULL, TRUE);
    assert_text (self->book, weight_of_first, "15400");
    assert_text (self->book, "SELECT notes FROM student WHERE id = 1", "ghi chú");
}

/* A signature is not taken over: who signs here must have seen it. */
static void
test_signed_off_there (Fixture *self, gconstpointer data)
{
    g_autoptr (TvMergePreview) shown = NULL;

    set_number (self->other, "round", self->book->round_id, "is_closed", 1);
    shown = preview (self);
    g_assert_cmpuint (shown->n_signed_off, ==, 1);
    merge (self, NULL, TRUE);
    assert_text (self->book, "SELECT CAST (is_closed AS TEXT) FROM round WHERE id = 1", "0");
}

/* One child with one number, and one class, entered on both machines. */
static void
test_made_in_both (Fixture *self, gconstpointer data)
{
    g_autoptr (TvMergePreview) shown = NULL;

    add_child (self->book, "Đỗ Hai Nơi", "000222000001", "5A", 17100);
    add_child (self->other, "Đỗ Hai Nơi", "000222000001", "5a", 18200);
    shown = preview (self);
    merge (self, NULL, TRUE);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 5);
    g_assert_cmpint (tv_test_book_count (self->book, "class"), ==, 3);
    g_assert_cmpint (tv_test_book_count (self->book, "enrolment"), ==, 5);
    g_assert_cmpint (tv_test_book_count (self->book, "measurement"), ==, 2);
    g_assert_cmpint (tv_test_book_count (self->book, "reading"), ==, 3);
    assert_text (self->book,
                 "SELECT CAST (m.weight_g AS TEXT) || ' ' || CAST (r.value AS TEXT) FROM reading r"
                 " JOIN measurement m ON m.id = r.measurement_id WHERE m.student_id = 5",
                 "18200 18200");
    assert_sound (self->book);
}

/* Two children of one name are two children. */
static void
test_one_name (Fixture *self, gconstpointer data)
{
    add_child (self->book, "Lê Cùng Tên", NULL, "5A", 17100);
    add_child (self->other, "Lê Cùng Tên", NULL, "5A", 18200);
    merge (self, NULL, FALSE);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 6);
    g_assert_cmpint (tv_test_book_count (self->book, "class"), ==, 3);
    assert_sound (self->book);
}

/* Deleted here and changed there, and the other way round. */
static void
test_deleted (Fixture *self, gconstpointer is_theirs)
{
    g_autoptr (TvMergePreview) shown = NULL;
    gint64 cuc = self->book->student_ids[3], dao = self->book->student_ids[2];

    delete_record (self->book, "enrolment", self->book->enrolment_ids[3]);
    delete_record (self->book, "student", cuc);
    set_text (self->other, "student", cuc, "notes", "vẫn còn học");
    delete_record (self->other, "enrolment", self->book->enrolment_ids[2]);
    delete_record (self->other, "student", dao);
    set_text (self->book, "student", dao, "notes", "vẫn còn học");
    shown = preview (self);
    g_assert_cmpuint (shown->n_questions, ==, 2);
    merge (self, NULL, is_theirs != NULL);
    assert_text (self->book, "SELECT name FROM student WHERE name = 'Phạm Cúc'",
                 is_theirs ? "Phạm Cúc" : "");
    assert_text (self->book, "SELECT name FROM student WHERE name = 'Lê Thị Đào'",
                 is_theirs ? "" : "Lê Thị Đào");
    assert_sound (self->book);
}

/* What was measured there of a child that was deleted here has nobody to belong to. */
static void
test_left_out (Fixture *self, gconstpointer data)
{
    TvMergeOutcome outcome;
    const TvField fields[] = {
        TV_FIELD_OF_INT ("student_id", self->book->student_ids[3]),
        TV_FIELD_OF_INT ("round_id", self->book->round_id),
        TV_FIELD_OF_TEXT ("date", "2026-09-16"),
        TV_FIELD_OF_TEXT ("position", "H"),
        TV_FIELD_OF_TEXT ("state", "measured"),
        TV_FIELD_OF_INT ("weight_g", 16000),
        TV_FIELD_OF_INT ("height_mm", 1000),
        TV_FIELD_OF_INT ("has_oedema", 0),
    };
    Put put = { "measurement", 0, fields, G_N_ELEMENTS (fields) };

    delete_record (self->book, "enrolment", self->book->enrolment_ids[3]);
    delete_record (self->book, "student", self->book->student_ids[3]);
    tv_test_book_write (self->other, "measure", put_cb, &put);
    outcome = merge (self, NULL, TRUE);
    g_assert_cmpuint (outcome.n_left_out, ==, 1);
    g_assert_cmpint (tv_test_book_count (self->book, "measurement"), ==, 1);
    assert_sound (self->book);
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run) (Fixture *self, gconstpointer data);
        gconstpointer data;
    } tests[] = {
        { "/workflows/book-merge/relations", test_relations, NULL },
        { "/workflows/book-merge/theirs-ahead", test_theirs_ahead, NULL },
        { "/workflows/book-merge/unrelated", test_unrelated, NULL },
        { "/workflows/book-merge/both-kept", test_both_kept, NULL },
        { "/workflows/book-merge/questions", test_questions, NULL },
        { "/workflows/book-merge/prefer-mine", test_prefer, NULL },
        { "/workflows/book-merge/prefer-theirs", test_prefer, "theirs" },
        { "/workflows/book-merge/merged-is-known", test_merged_is_known, NULL },
        { "/workflows/book-merge/signed-off", test_signed_off, NULL },
        { "/workflows/book-merge/signed-off-there", test_signed_off_there, NULL },
        { "/workflows/book-merge/made-in-both", test_made_in_both, NULL },
        { "/workflows/book-merge/one-name", test_one_name, NULL },
        { "/workflows/book-merge/deleted-mine", test_deleted, NULL },
        { "/workflows/book-merge/deleted-theirs", test_deleted, "theirs" },
        { "/workflows/book-merge/access", test_access, NULL },
        { "/workflows/book-merge/erased", test_erased_stays_erased, NULL },
        { "/workflows/book-merge/left-out", test_left_out, NULL },
    };

    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].run, tear_down);
    return g_test_run ();
}
