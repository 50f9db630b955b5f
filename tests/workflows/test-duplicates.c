/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records of one child: who is proposed and who is not, what becomes of their measurements and
 * classes, and that one step takes all of it back. */

#include "tv-test-book.h"
#include "tv-test-result.h"

#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"
#include "workflows/tv-duplicate-merge.h"
#include "workflows/tv-duplicates.h"

typedef struct {
    TvTestBook *book;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
    self->book = tv_test_book_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    tv_test_book_free (self->book);
}

typedef struct {
    TvTestBook *book;
    const char *name;
    const char *date; /* NULL: not known */
    const char *number;
    gint64 class_id; /* 0: none */
    const char *until;
    gint64 id;
} Child;

static gboolean
put_child_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    Child *child = input;
    TvStudent student = { .name = (char *) child->name,
                          .birth_date = tv_date_parse_iso (child->date),
                          .personal_number = (char *) child->number };
    TvEnrolment enrolment = { .class_id = child->class_id,
                              .year_id = child->book->year_id,
                              .from = TV_DATE_NONE,
                              .until = tv_date_parse_iso (child->until) };

    child->id = enrolment.student_id = tv_store_put_student (change, &student, error);
    return child->id != 0
           && (child->class_id == 0 || tv_store_put_enrolment (change, &enrolment, error) != 0);
}

static gint64
put_child (Fixture *self, const char *name, const char *date, const char *number, gint64 class_id)
{
    Child child = { self->book, name, date, number, class_id, NULL, 0 };

    tv_test_book_write (self->book, "add-student", put_child_cb, &child);
    return child.id;
}

static gboolean
put_measurement_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                    GError **error)
{
    return tv_store_put_measurement (change, input, error) != 0;
}

static void
measure (Fixture *self, gint64 student_id, const char *date, gint64 round_id, int weight_g,
         int height_mm)
{
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, weight_g } };
    TvMeasurement measurement = { .student_id = student_id,
                                  .round_id = round_id,
                                  .date = tv_date_parse_iso (date),
                                  .weight_g = weight_g,
                                  .height_mm = height_mm,
                                  .readings = readings,
                                  .n_readings = weight_g > 0 };

    tv_test_book_write (self->book, "measure", put_measurement_cb, &measurement);
}

static GPtrArray *
find (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    GPtrArray *pairs = tv_duplicates_find (self->book->store, &error);

    g_assert_no_error (error);
    return pairs;
}

/* Two children, and whether they are proposed as one. */
typedef struct {
    const char *name, *date, *number;
    const char *other_name, *other_date, *other_number;
    gboolean is_other_class;
    TvDuplicateReason expected;
} Case;

static const Case cases[] = {
    /* One name and one date, however it is written. */
    { "Vũ Thử An", "2022-03-04", NULL, "VŨ  THỬ AN", "2022-03-04", "000222000001", FALSE,
      TV_DUPLICATE_SAME_DATE },
    { "Vũ Thử An", "2022-03-04", "000222000001", "Vu Thu An", "2022-03-04", NULL, TRUE,
      TV_DUPLICATE_SAME_DATE },
    { "Vũ Thử An", "2022-03-04", "000222000001", "Vũ Thử An", "2022-03-04", "000222000010", FALSE,
      TV_DUPLICATE_SAME_DATE },
    /* A newcomer of the class, before the list came. */
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử An", "2022-04-03", "000222000001", FALSE,
      TV_DUPLICATE_NEAR_DATE },
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử An", "2022-03-14", "000222000001", FALSE,
      TV_DUPLICATE_NEAR_DATE },
    { "Vũ Thử An", "1922-03-04", NULL, "Vũ Thử An", "2022-03-04", "000222000001", FALSE,
      TV_DUPLICATE_NEAR_DATE },
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử An", "2022-03-40", "000222000001", FALSE,
      TV_DUPLICATE_NEWCOMER },
    { "Vũ Thử An", NULL, NULL, "Vũ Thử An", "2022-03-04", "000222000001", FALSE,
      TV_DUPLICATE_NEWCOMER },
    /* Twins. */
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử Ân", "2022-03-04", NULL, FALSE, TV_DUPLICATE_NOT },
    { "Vũ Thử Hà", "2022-03-04", NULL, "Vũ Thử Hạ", "2022-03-04", NULL, FALSE, TV_DUPLICATE_NOT },
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử Bình", "2022-03-04", NULL, FALSE, TV_DUPLICATE_NOT },
    /* Namesakes: a list or numbers hold them apart. */
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử An", "2022-04-03", NULL, FALSE, TV_DUPLICATE_NOT },
    { "Vũ Thử An", "2022-03-04", "000222000001", "Vũ Thử An", "2022-04-03", "000222000099", FALSE,
      TV_DUPLICATE_NOT },
    { "Vũ Thử An", "2022-03-04", "000222000001", "Vũ Thử An", "2022-03-04", "000222000099", FALSE,
      TV_DUPLICATE_NOT },
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử An", "2022-04-03", "000222000001", TRUE,
      TV_DUPLICATE_NOT },
    { "Vũ Thử An", "2022-03-04", NULL, "Vũ Thử An", "2022-11-25", "000222000001", FALSE,
      TV_DUPLICATE_NOT },
    { "Vũ Thử An", NULL, NULL, "Vũ Thử An", "2022-03-04", NULL, TRUE, TV_DUPLICATE_NOT },
};

static void
test_who_is_proposed (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const Case *c = &cases[i];
        Fixture self;
        g_autoptr (GPtrArray) pairs = NULL;
        TvDuplicateReason reason;

        set_up (&self, NULL);
        put_child (&self, c->name, c->date, c->number, self.book->class_id);
        put_child (&self, c->other_name, c->other_date, c->other_number,
                   c->is_other_class ? self.book->other_class_id : self.book->class_id);
        pairs = find (&self);
        reason = pairs->len == 1 ? ((TvDuplicatePair *) pairs->pdata[0])->reason : TV_DUPLICATE_NOT;
        g_test_message ("case %u: %s %s", i, c->name, c->other_name);
        g_assert_cmpuint (pairs->len, <=, 1);
        g_assert_cmpint (reason, ==, c->expected);
        tear_down (&self, NULL);
    }
}

/* Who was never here at the same time may be the same, with a slip in the date. */
static void
test_after_each_other (Fixture *self, gconstpointer data)
{
    Child left
        = { self->book, "Vũ Thử An", "2022-03-04", NULL, self->book->class_id, "2026-09-05", 0 };
    g_autoptr (GPtrArray) pairs = NULL;

    tv_test_book_write (self->book, "add-student", put_child_cb, &left);
    put_child (self, "Vũ Thử An", "2022-04-03", NULL, 0);
    pairs = find (self);
    g_assert_cmpuint (pairs->len, ==, 1);
}

static void
test_parted (Fixture *self, gconstpointer data)
{
    g_autofree char *before = tv_test_book_dump (self->book);
    g_autoptr (GPtrArray) pairs = NULL;
    g_autoptr (GPtrArray) left = NULL;
    g_autoptr (GPtrArray) again = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    const TvDuplicatePair *pair;

    put_child (self, "Vũ Thử An", "2022-03-04", NULL, self->book->class_id);
    put_child (self, "Vũ Thử An", "2022-03-04", NULL, self->book->other_class_id);
    put_child (self, "Vũ Thử An", "2022-03-04", NULL, 0);
    pairs = find (self);
    g_assert_cmpuint (pairs->len, ==, 3);
    pair = pairs->pdata[0];
    tv_duplicates_part_async (self->book->store, pair->other->uid, pair->one->uid, NULL,
                              tv_test_keep_result, &result);
    g_assert_true (
        tv_duplicates_part_finish (self->book->store, tv_test_wait_for_result (&result), &error));
    left = find (self);
    g_assert_cmpuint (left->len, ==, 2);
    tv_test_book_undo_last (self->book, &error);
    again = find (self);
    g_assert_cmpuint (again->len, ==, 3);
}

static void
merge (Fixture *self, gint64 kept_id, gint64 gone_id, guint theirs, GError **error)
{
    g_autoptr (GAsyncResult) result = NULL;

    tv_duplicate_merge_async (self->book->store, kept_id, gone_id, theirs, NULL,
                              tv_test_keep_result, &result);
    g_assert_cmpint (
        tv_duplicate_merge_finish (self->book->store, tv_test_wait_for_result (&result), error), ==,
        *error == NULL);
}

typedef struct {
    gint64 id;
    TvStudent *student;
    GPtrArray *measurements;
    GPtrArray *enrolments;
} Record;

static gpointer
read_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Record *record = input;

    record->student = tv_store_get_student (connection, record->id, error);
    record->measurements = tv_store_list_measurements_of_student (connection, record->id, error);
    record->enrolments = tv_store_list_enrolments_of_student (connection, record->id, error);
    return record;
}

static Record
read_record (Fixture *self, gint64 id)
{
    Record record = { .id = id };
    g_autoptr (GError) error = NULL;

    tv_store_read (self->book->store, read_cb, &record, &error);
    g_assert_no_error (error);
    return record;
}

static void
clear_record (Record *record)
{
    tv_student_unref (record->student);
    g_ptr_array_unref (record->measurements);
    g_ptr_array_unref (record->enrolments);
}

/* The newcomer was measured, then the list brought the child again, and it was measured again. */
static void
test_merge (Fixture *self, gconstpointer data)
{
    gint64 round_id = self->book->round_id;
    gint64 listed
        = put_child (self, "Vũ Thử An", "2022-04-03", "000222000001", self->book->class_id);
    gint64 newcomer = put_child (self, "Vu Thu An", "2022-03-04", NULL, self->book->class_id);
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;
    guint n_counting = 0, n_left_out = 0;
    Record record;

    measure (self, newcomer, "2026-09-14", round_id, 14200, 961);
    measure (self, newcomer, "2026-05-05", 0, 13500, 940);
    measure (self, newcomer, "2026-08-20", 0, 14000, 0);
    measure (self, listed, "2026-09-16", round_id, 14400, 962);
    measure (self, listed, "2026-05-05", 0, 13500, 940);
    before = tv_test_book_dump (self->book);
    merge (self, listed, newcomer, 1u << TV_DUPLICATE_BIRTH_DATE, &error);
    g_assert_no_error (error);
    record = read_record (self, listed);
    g_assert_cmpstr (record.student->name, ==, "Vũ Thử An");
    g_assert_cmpint (record.student->birth_date, ==, tv_date_from_ymd (2022, 3, 4));
    g_assert_cmpstr (record.student->personal_number, ==, "000222000001");
    g_assert_cmpuint (record.measurements->len, ==, 4);
    for (guint i = 0; i < record.measurements->len; i++) {
        const TvMeasurement *measurement = record.measurements->pdata[i];

        if (measurement->round_id != round_id)
            continue;
        n_counting += tv_measurement_counts (measurement);
        n_left_out += measurement->excluded_reason != NULL;
        g_assert_cmpint (measurement->weight_g, ==, measurement->excluded_reason ? 14200 : 14400);
    }
    g_assert_cmpuint (n_counting, ==, 1);
    g_assert_cmpuint (n_left_out, ==, 1);
    g_assert_cmpuint (record.enrolments->len, ==, 1);
    clear_record (&record);
    tv_test_book_undo_last (self->book, &error);
    g_assert_no_error (error);
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (after, ==, before);
}

/* A number that only the other record has goes over, though no two records may have it. */
static void
test_number_goes_over (Fixture *self, gconstpointer data)
{
    gint64 kept = put_child (self, "Vũ Thử An", "2022-03-04", NULL, self->book->class_id);
    gint64 gone
        = put_child (self, "Vũ Thử An", "2022-03-04", "000222000001", self->book->other_class_id);
    g_autofree char *before = tv_test_book_dump (self->book);
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;
    Record record;

    merge (self, kept, gone, 0, &error);
    g_assert_no_error (error);
    record = read_record (self, kept);
    g_assert_cmpstr (record.student->personal_number, ==, "000222000001");
    /* Both were in a class for the whole year: that of the record that stays is believed. */
    g_assert_cmpuint (record.enrolments->len, ==, 1);
    g_assert_cmpint (((TvEnrolment *) record.enrolments->pdata[0])->class_id, ==,
                     self->book->class_id);
    clear_record (&record);
    tv_test_book_undo_last (self->book, &error);
    g_assert_no_error (error);
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (after, ==, before);
}

static gboolean
close_round_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    g_autoptr (TvRound) round
        = tv_store_get_round (tv_change_connection (change), *(gint64 *) input, error);
    TvRound values = *round;

    values.is_closed = TRUE;
    return tv_store_put_round (change, &values, error) != 0;
}

/* What was signed off is not moved: it stays in the record that stays, or nothing is done. */
static void
test_signed_off (Fixture *self, gconstpointer data)
{
    gint64 one = put_child (self, "Vũ Thử An", "2022-03-04", NULL, self->book->class_id);
    gint64 other
        = put_child (self, "Vũ Thử An", "2022-03-04", "000222000001", self->book->class_id);
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TvDuplicatePreview) preview = NULL;
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;

    measure (self, one, "2026-09-14", self->book->round_id, 14200, 961);
    tv_test_book_write (self->book, "sign-off-round", close_round_cb, &self->book->round_id);
    before = tv_test_book_dump (self->book);
    merge (self, other, one, 0, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_SIGNED_OFF);
    g_clear_error (&error);
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (after, ==, before);
    tv_duplicate_preview_async (self->book->store, other, one, NULL, tv_test_keep_result, &result);
    preview = tv_duplicate_preview_finish (self->book->store, tv_test_wait_for_result (&result),
                                           &error);
    g_assert_no_error (error);
    g_assert_cmpint (preview->kept->student->id, ==, one);
    merge (self, preview->kept->student->id, preview->gone->student->id, 0, &error);
    g_assert_no_error (error);
}

static TvEnrolment *
stay (gint64 id, gint64 class_id, const char *from, const char *until)
{
    return tv_enrolment_new (&(TvEnrolment){ .id = id,
                                             .student_id = id,
                                             .class_id = class_id,
                                             .year_id = 1,
                                             .from = tv_date_parse_iso (from),
                                             .until = tv_date_parse_iso (until) });
}

static char *
plan_stays (TvEnrolment *kept, TvEnrolment *gone)
{
    g_autoptr (GPtrArray) ours
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_enrolment_unref);
    g_autoptr (GPtrArray) theirs
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_enrolment_unref);
    g_autoptr (GPtrArray) places = NULL;
    GString *text = g_string_new (NULL);

    g_ptr_array_add (ours, kept);
    g_ptr_array_add (theirs, gone);
    places = tv_duplicate_plan_places (1, ours, theirs);
    for (guint i = 0; i < places->len; i++) {
        const TvDuplicatePlace *place = places->pdata[i];
        g_autofree char *from = NULL, *until = NULL;

        if (!place->planned)
            continue;
        from = place->planned->from == TV_DATE_NONE ? g_strdup ("")
                                                    : tv_date_to_iso (place->planned->from);
        until = place->planned->until == TV_DATE_NONE ? g_strdup ("")
                                                      : tv_date_to_iso (place->planned->until);
        g_assert_cmpint (place->planned->student_id, ==, 1);
        g_string_append_printf (text, "[%d %s..%s]", (int) place->planned->class_id, from, until);
    }
    return g_string_free (text, FALSE);
}

static void
assert_stays (TvEnrolment *kept, TvEnrolment *gone, const char *expected)
{
    g_autofree char *text = plan_stays (kept, gone);

    g_assert_cmpstr (text, ==, expected);
}

static void
test_stays (void)
{
    assert_stays (stay (1, 7, NULL, NULL), stay (2, 7, "2026-10-01", NULL), "[7 ..]");
    assert_stays (stay (1, 7, "2026-10-01", NULL), stay (2, 7, NULL, "2026-10-05"), "[7 ..]");
    assert_stays (stay (1, 7, NULL, NULL), stay (2, 8, "2026-10-01", NULL),
                  "[7 ..2026-09-30][8 2026-10-01..]");
    assert_stays (stay (1, 7, "2026-10-01", NULL), stay (2, 8, NULL, NULL),
                  "[7 2026-10-01..][8 ..2026-09-30]");
    assert_stays (stay (1, 7, NULL, NULL), stay (2, 8, NULL, "2026-10-05"),
                  "[7 2026-10-06..][8 ..2026-10-05]");
    assert_stays (stay (1, 7, NULL, "2026-10-05"), stay (2, 8, NULL, NULL),
                  "[7 ..2026-10-05][8 2026-10-06..]");
    assert_stays (stay (1, 7, NULL, NULL), stay (2, 8, NULL, NULL), "[7 ..]");
    assert_stays (stay (1, 7, NULL, "2026-10-05"), stay (2, 7, "2026-11-01", NULL),
                  "[7 ..2026-10-05][7 2026-11-01..]");
    /* Back from some weeks in another class. */
    assert_stays (stay (1, 7, NULL, NULL), stay (2, 8, "2026-10-01", "2026-10-20"),
                  "[7 ..2026-09-30][8 2026-10-01..2026-10-20][7 2026-10-21..]");
    assert_stays (stay (1, 7, "2026-10-01", "2026-10-20"), stay (2, 8, NULL, NULL),
                  "[7 2026-10-01..2026-10-20][8 ..2026-09-30][8 2026-10-21..]");
}

/* Eight children to each name, of five birth years. */
static gboolean
fill_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng" };
    guint n = *(guint *) input;

    for (guint i = 0; i < n; i++) {
        guint at = i % (n / 8);
        g_autofree char *name
            = g_strdup_printf ("%s Thử%u Ân%u", families[at % 5], at / 5 % 60, at / 300);
        TvStudent student = { .name = name, .birth_date = 18000 + (TvDate) (i * 7919 % 1826) };

        if (tv_store_put_student (change, &student, error) == 0)
            return FALSE;
    }
    return TRUE;
}

static gint64
time_search (guint n)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (GPtrArray) pairs = NULL;
    g_autoptr (GError) error = NULL;
    gint64 start;

    tv_test_book_write (book, "add-student", fill_cb, &n);
    start = g_get_monotonic_time ();
    pairs = tv_duplicates_find (book->store, &error);
    g_assert_no_error (error);
    start = g_get_monotonic_time () - start;
    g_test_message ("%u children: %" G_GINT64_FORMAT " ms, %u pairs", n, start / 1000, pairs->len);
    return start;
}

static void
test_speed (void)
{
    gint64 few = time_search (3000);
    gint64 many = time_search (g_test_slow () ? 100000 : 12000);

    /* A sanitizer is slow; growing with the pairs would be sixteen times as much, or a thousand. */
    g_assert_cmpint (few, <, 2 * G_USEC_PER_SEC);
    g_assert_cmpint (many, <, (g_test_slow () ? 200 : 12) * MAX (few, 20000));
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
    g_test_add_func ("/duplicates/who-is-proposed", test_who_is_proposed);
    add ("/duplicates/after-each-other", test_after_each_other);
    add ("/duplicates/parted", test_parted);
    add ("/duplicates/merge", test_merge);
    add ("/duplicates/number-goes-over", test_number_goes_over);
    add ("/duplicates/signed-off", test_signed_off);
    g_test_add_func ("/duplicates/stays", test_stays);
    g_test_add_func ("/duplicates/speed", test_speed);
    return g_test_run ();
}
