/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child goes to another school with its record, and arrives there: nothing is lost, nothing comes
 * twice, and each side can take it back. */

#include "tv-test-book.h"
#include "tv-test-result.h"

#include "exchange/tv-transfer-file.h"
#include "store/tv-store-access.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-transfer-in.h"
#include "workflows/tv-transfer-out.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    TvTestBook *old; /* the school that the child leaves */
    TvTestBook *new; /* the one that it comes to */
    gint64 class_id; /* there */
    char *folder;
    char *path;
} Fixture;

static gboolean
put_class_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    Fixture *self = input;
    gint64 year_id = tv_store_ensure_year (change, 2026, error);

    self->class_id = tv_store_ensure_class (change, year_id, "Mẫu giáo bé 1", 3, error);
    return self->class_id != 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
    self->old = tv_test_book_new ();
    self->new = tv_test_book_new_empty ();
    tv_test_book_write (self->new, "edit-school", put_class_cb, self);
    self->folder = tv_test_folder_new ();
    self->path = g_build_filename (self->folder, "Bảo.tamvoc-transfer", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    tv_test_book_free (self->old);
    tv_test_book_free (self->new);
    tv_test_folder_remove (self->folder);
    g_free (self->folder);
    g_free (self->path);
}

static TvTransferOut
leaving (const Fixture *self)
{
    return (TvTransferOut){ .student_id = self->old->student_ids[0],
                            .enrolment_id = self->old->enrolment_ids[0],
                            .other_school = "Mầm non Khác",
                            .last_day = tv_date_from_ymd (2026, 9, 18),
                            .has_notes = TRUE,
                            .path = self->path };
}

static char *
send_out (const Fixture *self, const TvTransferOut *request, GError **error)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TvSecret) code = NULL;

    tv_transfer_out_async (self->old->store, request, NULL, tv_test_keep_result, &result);
    if (!tv_transfer_out_finish (self->old->store, tv_test_wait_for_result (&result), &code, error))
        return NULL;
    return g_strdup (code ? tv_secret_text (code) : "");
}

static TvTransferPreview *
look_at (TvTestBook *book, const char *path, const char *code, GError **error)
{
    g_autoptr (GAsyncResult) result = NULL;

    tv_transfer_preview_async (book->store, path, code, NULL, tv_test_keep_result, &result);
    return tv_transfer_preview_finish (book->store, tv_test_wait_for_result (&result), error);
}

static TvTransferArrival *
take_in (TvTestBook *book, const TvTransferPreview *preview, const TvTransferIn *request,
         GError **error)
{
    g_autoptr (GAsyncResult) result = NULL;

    tv_transfer_in_async (book->store, preview->transfer, request, NULL, tv_test_keep_result,
                          &result);
    return tv_transfer_in_finish (book->store, tv_test_wait_for_result (&result), error);
}

typedef struct {
    gint64 student_id;
    TvStudent *student;
    GPtrArray *enrolments;
    GPtrArray *measurements;
} Record;

static gpointer
read_record_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Record *record = input;

    record->student = tv_store_get_student (connection, record->student_id, error);
    record->enrolments
        = tv_store_list_enrolments_of_student (connection, record->student_id, error);
    record->measurements
        = tv_store_list_measurements_of_student (connection, record->student_id, error);
    return record;
}

static Record
read_record (TvTestBook *book, gint64 student_id)
{
    Record record = { .student_id = student_id };
    g_autoptr (GError) error = NULL;

    tv_store_read (book->store, read_record_cb, &record, &error);
    g_assert_no_error (error);
    return record;
}

static void
clear_record (Record *record)
{
    tv_student_unref (record->student);
    g_ptr_array_unref (record->enrolments);
    g_ptr_array_unref (record->measurements);
}

static void
test_out (Fixture *self, gconstpointer data)
{
    TvTransferOut request = leaving (self);
    g_autofree char *before = tv_test_book_dump (self->old);
    g_autoptr (GError) error = NULL;
    g_autofree char *code = send_out (self, &request, &error);
    g_autofree char *after = NULL;
    Record record = read_record (self->old, request.student_id);
    const TvEnrolment *enrolment = record.enrolments->pdata[0];
    GStatBuf status;

    g_assert_no_error (error);
    g_assert_cmpuint (strlen (code), ==, 17);
    g_assert_cmpint (g_stat (self->path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    g_assert_cmpint (enrolment->status, ==, TV_ENROLMENT_MOVED_AWAY);
    g_assert_cmpint (enrolment->until, ==, request.last_day);
    g_assert_cmpstr (enrolment->other_school, ==, "Mầm non Khác");
    g_assert_cmpint (tv_test_book_count (self->old, "access"), ==, 1);
    tv_test_book_undo_last (self->old, &error);
    g_assert_no_error (error);
    after = tv_test_book_dump (self->old);
    g_assert_null (strstr (after, "Mầm non Khác"));
    g_assert_nonnull (strstr (before, "Nguyễn Gia Bảo"));
    clear_record (&record);
}

static void
test_names (void)
{
    g_autofree char *name
        = tv_transfer_out_file_name ("Nguyễn / Thử:An", tv_date_from_ymd (2026, 11, 20));
    g_autofree char *whole = tv_transfer_out_complete_name (name);
    g_autofree char *completed = tv_transfer_out_complete_name ("/tmp/An");

    g_assert_cmpstr (name, ==, "Nguyễn   Thử An - 2026-11-20.tamvoc-transfer");
    g_assert_cmpstr (whole, ==, name);
    g_assert_cmpstr (completed, ==, "/tmp/An.tamvoc-transfer");
}

/* Nobody was asked whether the file of the completed name may go. */
static void
test_out_over_another (Fixture *self, gconstpointer data)
{
    TvTransferOut request = leaving (self);
    g_autofree char *text = NULL;
    g_autofree char *code = NULL;
    g_autoptr (GError) error = NULL;

    request.is_completed = TRUE;
    g_assert_true (g_file_set_contents (self->path, "another child", -1, NULL));
    g_assert_null (send_out (self, &request, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "another child");
    g_clear_error (&error);
    request.is_completed = FALSE;
    code = send_out (self, &request, &error);
    g_assert_no_error (error);
    g_assert_nonnull (code);
}

/* Neither stands without the other. */
static void
test_out_not_written (Fixture *self, gconstpointer data)
{
    TvTransferOut request = leaving (self);
    g_autofree char *path = g_build_filename (self->folder, "none", "x.tamvoc-transfer", NULL);
    g_autoptr (GError) error = NULL;
    Record record;

    request.path = path;
    g_assert_null (send_out (self, &request, &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
    request.path = self->path;
    request.last_day = TV_DATE_NONE;
    g_assert_null (send_out (self, &request, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    record = read_record (self->old, request.student_id);
    g_assert_true (tv_enrolment_is_current (record.enrolments->pdata[0]));
    clear_record (&record);
}

static TvTransferPreview *
send_and_look (Fixture *self, TvTestBook *book)
{
    TvTransferOut request = leaving (self);
    g_autoptr (GError) error = NULL;
    g_autofree char *code = send_out (self, &request, &error);
    g_autofree char *small = g_ascii_strdown (code, -1);
    TvTransferPreview *preview = look_at (book, self->path, small, &error);

    g_assert_no_error (error);
    return preview;
}

static void
assert_arrived (Fixture *self, const TvTransferPreview *preview, gint64 student_id)
{
    Record there = read_record (self->new, student_id);
    Record here = read_record (self->old, self->old->student_ids[0]);
    const TvMeasurement *measured = there.measurements->pdata[0];
    const TvMeasurement *original = here.measurements->pdata[0];
    const TvEnrolment *enrolment = there.enrolments->pdata[0];

    g_assert_cmpstr (there.student->uid, ==, here.student->uid);
    g_assert_cmpstr (there.student->name, ==, "Nguyễn Gia Bảo");
    g_assert_cmpuint (there.measurements->len, ==, 1);
    g_assert_cmpstr (measured->uid, ==, original->uid);
    g_assert_cmpint (measured->round_id, ==, 0);
    g_assert_cmpint (measured->session_id, ==, 0);
    g_assert_cmpint (measured->weight_g, ==, 15400);
    g_assert_cmpint (measured->height_mm, ==, 998);
    g_assert_cmpuint (measured->n_readings, ==, 2);
    g_assert_nonnull (strstr (measured->note, "Mầm non Thử Nghiệm"));
    g_assert_nonnull (strstr (measured->note, "Đợt 1"));
    g_assert_cmpuint (there.enrolments->len, ==, 1);
    g_assert_cmpint (enrolment->status, ==, TV_ENROLMENT_ARRIVED);
    g_assert_cmpstr (enrolment->other_school, ==, "Mầm non Thử Nghiệm");
    g_assert_cmpint (enrolment->from, ==, tv_date_from_ymd (2026, 9, 21));
    clear_record (&there);
    clear_record (&here);
}

static void
test_in (Fixture *self, gconstpointer data)
{
    g_autofree char *before = tv_test_book_dump (self->new);
    g_autoptr (TvTransferPreview) preview = send_and_look (self, self->new);
    TvTransferIn request = { .class_id = self->class_id, .from = tv_date_from_ymd (2026, 9, 21) };
    g_autoptr (GError) error = NULL;
    g_autofree TvTransferArrival *arrival = NULL;
    g_autofree TvTransferArrival *again = NULL;
    g_autofree char *arrived = NULL, *twice = NULL, *undone = NULL;

    g_assert_null (preview->known);
    g_assert_cmpuint (preview->n_new, ==, 1);
    g_assert_nonnull (preview->growth);
    arrival = take_in (self->new, preview, &request, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (arrival->n_added, ==, 1);
    assert_arrived (self, preview, arrival->student_id);
    arrived = tv_test_book_dump (self->new);
    request.known_id = arrival->student_id;
    again = take_in (self->new, preview, &request, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (again->n_added, ==, 0);
    g_assert_true (again->is_known);
    twice = tv_test_book_dump (self->new);
    g_assert_cmpstr (twice, ==, arrived);
    tv_test_book_undo_last (self->new, &error);
    g_assert_no_error (error);
    undone = tv_test_book_dump (self->new);
    g_assert_cmpstr (undone, ==, before);
}

typedef struct {
    TvStudent values;
    gint64 id;
} Put;

static gboolean
put_student_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    Put *put = input;

    put->id = tv_store_put_student (change, &put->values, error);
    return put->id != 0;
}

static gint64
put_student (TvTestBook *book, const TvStudent *values)
{
    Put put = { *values, 0 };

    tv_test_book_write (book, "edit-student", put_student_cb, &put);
    return put.id;
}

/* A list had brought the child already: the record joins it, and what it says otherwise is asked.
 */
static void
test_known (Fixture *self, gconstpointer data)
{
    gint64 id = put_student (self->new, &(TvStudent){ .name = "NGUYỄN GIA BẢO",
                                                      .birth_date = tv_date_from_ymd (2023, 1, 10),
                                                      .sex = TV_SEX_FEMALE,
                                                      .notes = "quen" });
    g_autoptr (TvTransferPreview) preview = send_and_look (self, self->new);
    TvTransferIn request = { .known_id = id, .theirs = 1u << TV_TRANSFER_SEX };
    g_autoptr (GError) error = NULL;
    g_autofree TvTransferArrival *arrival = NULL;
    Record record;

    g_assert_nonnull (preview->known);
    g_assert_cmpint (preview->known->id, ==, id);
    g_assert_false (preview->is_sure);
    g_assert_cmpuint (preview->questions->len, ==, 1);
    arrival = take_in (self->new, preview, &request, &error);
    g_assert_no_error (error);
    record = read_record (self->new, id);
    g_assert_cmpint (arrival->student_id, ==, id);
    g_assert_cmpint (record.student->sex, ==, TV_SEX_MALE);
    g_assert_cmpstr (record.student->name, ==, "NGUYỄN GIA BẢO");
    g_assert_cmpstr (record.student->notes, ==, "quen");
    g_assert_cmpuint (record.measurements->len, ==, 1);
    g_assert_cmpint (tv_test_book_count (self->new, "student"), ==, 1);
    clear_record (&record);
}

/* The same child by name and date, unless somebody says that it is not. */
static void
test_another_of_the_name (Fixture *self, gconstpointer data)
{
    gint64 id = put_student (self->new, &(TvStudent){ .name = "Nguyễn Gia Bảo",
                                                      .birth_date = tv_date_from_ymd (2023, 1, 10),
                                                      .sex = TV_SEX_MALE });
    g_autoptr (TvTransferPreview) preview = send_and_look (self, self->new);
    TvTransferIn request = { .class_id = self->class_id, .from = tv_date_from_ymd (2026, 9, 21) };
    g_autoptr (GError) error = NULL;
    g_autofree TvTransferArrival *arrival = take_in (self->new, preview, &request, &error);

    g_assert_no_error (error);
    g_assert_cmpint (arrival->student_id, !=, id);
    g_assert_cmpint (tv_test_book_count (self->new, "student"), ==, 2);
}

/* The child comes back with what was measured elsewhere; what was here is not doubled. */
static void
test_back_home (Fixture *self, gconstpointer data)
{
    g_autoptr (TvTransferPreview) preview = send_and_look (self, self->old);
    TvTransferIn request = { .known_id = self->old->student_ids[0],
                             .class_id = self->old->other_class_id,
                             .from = tv_date_from_ymd (2026, 9, 21) };
    g_autoptr (GError) error = NULL;
    g_autofree TvTransferArrival *arrival = NULL;
    Record record;

    g_assert_true (preview->is_sure);
    g_assert_cmpuint (preview->n_new, ==, 0);
    g_assert_cmpuint (preview->n_there, ==, 1);
    arrival = take_in (self->old, preview, &request, &error);
    g_assert_no_error (error);
    record = read_record (self->old, request.known_id);
    g_assert_cmpuint (record.measurements->len, ==, 1);
    g_assert_cmpuint (record.enrolments->len, ==, 2);
    g_assert_cmpint (((TvEnrolment *) record.enrolments->pdata[0])->status, ==,
                     TV_ENROLMENT_ARRIVED);
    clear_record (&record);
}

static void
assert_refused (Fixture *self, const char *code, int expected)
{
    g_autofree char *before = tv_test_book_dump (self->new);
    g_autofree char *after = NULL;
    g_autofree char *sentence = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_null (look_at (self->new, self->path, code, &error));
    g_assert_error (error, TV_TRANSFER_ERROR, expected);
    sentence = tv_error_sentence (error);
    g_assert_true (g_str_has_suffix (sentence, "."));
    after = tv_test_book_dump (self->new);
    g_assert_cmpstr (after, ==, before);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
    TvTransferOut request = leaving (self);
    g_autoptr (GError) error = NULL;
    g_autofree char *code = send_out (self, &request, &error);
    g_autofree char *bytes = NULL;
    gsize size;

    assert_refused (self, NULL, TV_TRANSFER_ERROR_CODE_NEEDED);
    assert_refused (self, "abc", TV_TRANSFER_ERROR_NOT_A_CODE);
    assert_refused (self, "00000-00000-00000", TV_TRANSFER_ERROR_WRONG_CODE);
    g_file_get_contents (self->path, &bytes, &size, NULL);
    bytes[size / 2] ^= 4;
    g_file_set_contents (self->path, bytes, (gssize) size, NULL);
    assert_refused (self, code, TV_TRANSFER_ERROR_ALTERED);
    g_file_set_contents (self->path, bytes, (gssize) size / 2, NULL);
    assert_refused (self, code, TV_TRANSFER_ERROR_ALTERED);
    g_file_set_contents (self->path, "STT;Họ tên", -1, NULL);
    assert_refused (self, code, TV_TRANSFER_ERROR_OTHER);
}

/* In this book the number is another child's. */
static void
refuse_number (Fixture *self, TvDate birth_date, TvDate birth_date_of_other)
{
    TvStudent values = { .id = self->old->student_ids[0],
                         .name = "Nguyễn Gia Bảo",
                         .birth_date = birth_date,
                         .personal_number = "000223000001" };
    TvTransferOut request = leaving (self);
    g_autoptr (GError) error = NULL;
    g_autofree char *code = NULL;

    put_student (self->old, &values);
    put_student (self->new, &(TvStudent){ .name = "Trần Thử Bình",
                                          .birth_date = birth_date_of_other,
                                          .personal_number = "000223000001" });
    request.is_open = TRUE;
    code = send_out (self, &request, &error);
    g_assert_cmpstr (code, ==, "");
    g_assert_null (look_at (self->new, self->path, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_assert_nonnull (strstr (error->message, "Trần Thử Bình"));
}

static void
test_number_of_another (Fixture *self, gconstpointer data)
{
    refuse_number (self, tv_date_from_ymd (2023, 1, 10), tv_date_from_ymd (2022, 2, 2));
}

/* Two children of whom nobody knows the birth date have nothing in common by that. */
static void
test_number_without_dates (Fixture *self, gconstpointer data)
{
    refuse_number (self, TV_DATE_NONE, TV_DATE_NONE);
}

/* Of one who has left the file can be written again, and nothing changes. */
static void
test_file_again (Fixture *self, gconstpointer data)
{
    TvTransferOut request = leaving (self);
    g_autoptr (GError) error = NULL;
    g_autofree char *code = send_out (self, &request, &error);
    g_autofree char *again = NULL;
    g_autoptr (TvTransferPreview) preview = NULL;
    gint64 n_sets = tv_test_book_count (self->old, "enrolment");

    g_unlink (self->path);
    request.enrolment_id = 0;
    request.has_notes = FALSE;
    again = send_out (self, &request, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (again, !=, code);
    g_assert_cmpint (tv_test_book_count (self->old, "enrolment"), ==, n_sets);
    preview = look_at (self->new, self->path, again, &error);
    g_assert_no_error (error);
    g_assert_cmpint (((TvTransferPlace *) preview->transfer->places->pdata[0])->status, ==,
                     TV_ENROLMENT_MOVED_AWAY);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
    g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/transfer/names", test_names);
    add ("/transfer/out", test_out);
    add ("/transfer/out-over-another", test_out_over_another);
    add ("/transfer/out-not-written", test_out_not_written);
    add ("/transfer/in", test_in);
    add ("/transfer/known", test_known);
    add ("/transfer/another-of-the-name", test_another_of_the_name);
    add ("/transfer/back-home", test_back_home);
    add ("/transfer/refused", test_refused);
    add ("/transfer/number-of-another", test_number_of_another);
    add ("/transfer/number-without-dates", test_number_without_dates);
    add ("/transfer/file-again", test_file_again);
    return g_test_run ();
}
