/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said before a round is signed off, signing it off and opening it again, and that no way
 * of writing goes around it. */

#include "workflows/tv-round-closing.h"

#include "base/tv-language.h"
#include "store/tv-store-drafts.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"
#include "tests/workflows/tv-class-fixture.h"
#include "workflows/tv-book-gaps.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-measuring-save.h"
#include "workflows/tv-rates-quality.h"
#include "workflows/tv-round-progress.h"
#include "workflows/tv-round-review.h"
#include "workflows/tv-undo.h"

#include <glib/gstdio.h>
#include <string.h>

static gpointer
get_round_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_get_round (connection, *(gint64 *) input, error);
}

static TvRound *
get_round (TvStore *store, gint64 id)
{
    g_autoptr (GError) error = NULL;
    TvRound *round = tv_store_read (store, get_round_cb, &id, &error);

    g_assert_no_error (error);
    return round;
}

static TvRoundReview *
review (TvStore *store, gint64 round_id)
{
    g_autoptr (TvRound) round = get_round (store, round_id);
    g_autoptr (GError) error = NULL;
    TvRoundReview *found = tv_round_review_read (store, round, NULL, &error);

    g_assert_no_error (error);
    return found;
}

static TvRound *
finish (TvClassFixture *fixture, GAsyncResult **result, GError **error)
{
    g_autoptr (GAsyncResult) kept = tv_test_take_result (result);

    return tv_round_closing_finish (fixture->store, kept, error);
}

static TvRound *
sign_off (TvClassFixture *fixture, gint64 round_id, GError **error)
{
    GAsyncResult *result = NULL;

    tv_round_closing_sign_off_async (fixture->store, round_id, NULL, tv_test_keep_result, &result);
    return finish (fixture, &result, error);
}

static TvRound *
reopen (TvClassFixture *fixture, gint64 round_id, const char *reason, GError **error)
{
    GAsyncResult *result = NULL;

    tv_round_closing_reopen_async (fixture->store, round_id, reason, NULL, tv_test_keep_result,
                                   &result);
    return finish (fixture, &result, error);
}

/* The first child is measured with a value that raises a question, the second is absent, the third
 * has a weight alone and no birth date. */
static gboolean
measure_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvClassFixture *fixture = input;
    TvDate day = tv_date_from_ymd (2026, 11, 12);
    TvMeasurement odd = { .student_id = fixture->student_ids[0],
                          .round_id = fixture->round_id,
                          .date = day,
                          .position = TV_POSITION_STANDING,
                          .weight_g = 15500,
                          .height_mm = 950 };
    TvMeasurement absent = { .student_id = fixture->student_ids[1],
                             .round_id = fixture->round_id,
                             .date = day,
                             .state = TV_MEASUREMENT_ABSENT };
    TvMeasurement half = { .student_id = fixture->student_ids[2],
                           .round_id = fixture->round_id,
                           .date = day,
                           .weight_g = 15700 };
    g_autoptr (TvStudent) student
        = tv_store_get_student (tv_change_connection (change), fixture->student_ids[2], error);
    TvStudent values = *student;

    values.birth_date = TV_DATE_NONE;
    return tv_store_put_student (change, &values, error)
           && tv_store_put_measurement (change, &odd, error)
           && tv_store_put_measurement (change, &absent, error)
           && tv_store_put_measurement (change, &half, error);
}

static void
measure (TvClassFixture *fixture)
{
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_store_write (fixture->store, "measure", measure_cb, fixture, NULL, &error));
    g_assert_no_error (error);
}

/* Who was absent or has one value stays open until there are both. */
static void
test_progress (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvMeasuringSheet) sheet = NULL;
    g_autoptr (TvRoundProgress) progress = NULL;
    const TvClassProgress *class_;
    g_autoptr (GError) error = NULL;

    measure (fixture);
    sheet = tv_measuring_sheet_load (fixture->store, fixture->round_id, TV_MEASURING_ALL_CLASSES,
                                     &error);
    g_assert_no_error (error);
    progress = tv_round_progress_new (sheet);
    g_assert_cmpuint (progress->classes->len, ==, 1);
    class_ = g_ptr_array_index (progress->classes, 0);
    g_assert_cmpstr (class_->class_->name, ==, "Mầm 1");
    g_assert_cmpuint (class_->n_children, ==, 3);
    g_assert_cmpuint (class_->progress.n_measured, ==, 1);
    g_assert_cmpuint (class_->progress.n_marked, ==, 1);
    g_assert_cmpuint (class_->progress.n_half, ==, 1);
    g_assert_cmpuint (class_->open->len, ==, 2);
    g_assert_cmpstr (tv_round_progress_say_why (class_->open->pdata[0]), ==,
                     tv_measurement_state_label (TV_MEASUREMENT_ABSENT));
    g_assert_cmpstr (tv_round_progress_say_why (class_->open->pdata[1]), ==,
                     "The height is missing");
}

static gboolean
draft_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    TvClassFixture *fixture = input;
    g_autoptr (TvDraft) draft = tv_draft_new (&(TvDraft){ .round_id = fixture->round_id,
                                                          .student_id = fixture->student_ids[1],
                                                          .quantity = TV_QUANTITY_HEIGHT,
                                                          .text = (char *) "10" });

    return tv_store_put_draft (change, draft, error);
}

/* What is typed and not taken over is told to whoever signs. */
static void
test_half_typed (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundReview) before = review (fixture->store, fixture->round_id);
    g_autoptr (TvRoundReview) other = NULL, found = NULL;
    const TvHalfTyped *half_typed;
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (before->half_typed->len, ==, 0);
    tv_store_write (fixture->store, "draft", draft_cb, fixture, NULL, &error);
    g_assert_no_error (error);
    found = review (fixture->store, fixture->round_id);
    g_assert_cmpuint (found->half_typed->len, ==, 1);
    half_typed = g_ptr_array_index (found->half_typed, 0);
    g_assert_cmpstr (half_typed->name, ==, "Trần Khánh An");
    g_assert_cmpint (half_typed->class_id, ==, fixture->class_id);
    g_assert_cmpint (half_typed->quantity, ==, TV_QUANTITY_HEIGHT);
    g_assert_cmpstr (half_typed->text, ==, "10");
    other = review (fixture->store, fixture->first_round_id);
    g_assert_cmpuint (other->half_typed->len, ==, 0);
}

static void
test_review (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundReview) found = NULL;
    const TvUnmeasuredClass *class_;
    const TvUnmeasuredChild *child;
    const TvOpenQuestion *question;

    measure (fixture);
    found = review (fixture->store, fixture->round_id);
    g_assert_cmpuint (found->rates->n_enrolled, ==, 3);
    g_assert_cmpuint (found->n_measured, ==, 1);
    g_assert_cmpuint (found->n_unmeasured, ==, 2);
    g_assert_cmpuint (found->unmeasured->len, ==, 1);
    class_ = g_ptr_array_index (found->unmeasured, 0);
    g_assert_cmpstr (class_->class_name, ==, "Mầm 1");
    child = &g_array_index (class_->children, TvUnmeasuredChild, 0);
    g_assert_cmpstr (child->name, ==, "Trần Khánh An");
    g_assert_cmpint (child->why, ==, TV_LEFT_OUT_ABSENT);
    child = &g_array_index (class_->children, TvUnmeasuredChild, 1);
    g_assert_cmpstr (child->name, ==, "Lê Minh Châu");
    g_assert_cmpint (child->why, ==, TV_LEFT_OUT_NO_VALUE);
    g_assert_cmpuint (found->questions->len, ==, 1);
    question = g_ptr_array_index (found->questions, 0);
    g_assert_cmpint (question->student_id, ==, fixture->student_ids[0]);
    g_assert_cmpstr (question->sentences, !=, "");
    g_assert_cmpuint (found->without_birth_date->len, ==, 1);
    g_assert_cmpint (g_array_index (found->without_birth_date, gint64, 0), ==,
                     fixture->student_ids[2]);
    g_assert_cmpuint (found->without_sex->len, ==, 0);
    g_assert_cmpuint (found->events->len, ==, 0);
    g_assert_nonnull (found->quality);
}

static void
test_sign_off (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRound) signed_off = NULL, opened = NULL, undone = NULL, again = NULL;
    g_autoptr (TvRoundReview) found = NULL;
    const TvSigningEvent *event;
    g_autoptr (GError) error = NULL;

    measure (fixture);
    signed_off = sign_off (fixture, fixture->round_id, &error);
    g_assert_no_error (error);
    g_assert_true (signed_off->is_closed);
    again = sign_off (fixture, fixture->round_id, &error);
    g_assert_null (again);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
    g_clear_error (&error);
    opened = reopen (fixture, fixture->round_id, "  Cân lệch   0,5 kg ", &error);
    g_assert_no_error (error);
    g_assert_false (opened->is_closed);
    found = review (fixture->store, fixture->round_id);
    g_assert_cmpuint (found->events->len, ==, 2);
    event = g_ptr_array_index (found->events, 0);
    g_assert_cmpint (event->kind, ==, TV_SIGNING_REOPENED);
    g_assert_cmpstr (event->reason, ==, "Cân lệch 0,5 kg");
    g_assert_cmpint (event->date, ==, tv_date_from_ymd (2026, 11, 20));
    tv_class_fixture_undo (fixture);
    undone = get_round (fixture->store, fixture->round_id);
    g_assert_true (undone->is_closed);
}

static void
check_events (TvClassFixture *fixture, const TvSigningKind *kinds, guint n_kinds)
{
    g_autoptr (TvRoundReview) found = review (fixture->store, fixture->round_id);

    g_assert_cmpuint (found->events->len, ==, n_kinds);
    for (guint i = 0; i < n_kinds; i++) {
        const TvSigningEvent *event = g_ptr_array_index (found->events, i);

        g_assert_cmpint (event->kind, ==, kinds[i]);
        g_assert_cmpint (event->date, ==, tv_date_from_ymd (2026, 11, 20));
    }
}

static char *
undo (TvClassFixture *fixture, GError **error)
{
    GAsyncResult *result = NULL;
    g_autoptr (GAsyncResult) kept = NULL;

    tv_undo_last_async (fixture->store, NULL, tv_test_keep_result, &result);
    kept = tv_test_take_result (&result);
    return tv_undo_last_finish (fixture->store, kept, error);
}

/* A slip of the hand is taken back, and is not hidden. */
static void
test_slip (TvClassFixture *fixture, gconstpointer data)
{
    static const TvSigningKind kinds[] = { TV_SIGNING_TAKEN_BACK, TV_SIGNING_SIGNED_OFF };
    g_autoptr (TvRound) signed_off = NULL, undone = NULL;
    g_autoptr (GError) error = NULL;

    measure (fixture);
    signed_off = sign_off (fixture, fixture->round_id, &error);
    g_free (undo (fixture, &error));
    g_assert_no_error (error);
    undone = get_round (fixture->store, fixture->round_id);
    g_assert_false (undone->is_closed);
    check_events (fixture, kinds, G_N_ELEMENTS (kinds));
}

/* Once anything has been written since, it asks for a reason like any other reopening. */
static void
test_late_undo (TvClassFixture *fixture, gconstpointer data)
{
    static const TvSigningKind kinds[]
        = { TV_SIGNING_REOPENING_TAKEN_BACK, TV_SIGNING_REOPENED, TV_SIGNING_SIGNED_OFF };
    g_autoptr (TvRound) signed_off = NULL, opened = NULL, round = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = NULL;

    measure (fixture);
    signed_off = sign_off (fixture, fixture->round_id, &error);
    opened = reopen (fixture, fixture->round_id, "Cân lệch", &error);
    g_free (undo (fixture, &error));
    g_assert_no_error (error);
    g_assert_null (undo (fixture, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_TO_REOPEN);
    sentence = tv_error_sentence (error);
    g_assert_nonnull (strstr (sentence, "Reopen"));
    round = get_round (fixture->store, fixture->round_id);
    g_assert_true (round->is_closed);
    check_events (fixture, kinds, G_N_ELEMENTS (kinds));
}

static gboolean
put_birth_date_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                   GError **error)
{
    const TvStudent *wanted = input;
    g_autoptr (TvStudent) student
        = tv_store_get_student (tv_change_connection (change), wanted->id, error);
    TvStudent values = *student;

    values.birth_date = wanted->birth_date;
    return tv_store_put_student (change, &values, error);
}

static TvDate
get_birth_date (TvClassFixture *fixture, gint64 student_id)
{
    g_autoptr (TvRoundReview) found = review (fixture->store, fixture->round_id);

    for (guint i = 0; i < found->rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (found->rates, i);

        if (child->student_id == student_id)
            return child->birth_date;
    }
    g_assert_not_reached ();
}

static void
put_birth_date (TvClassFixture *fixture, gint64 student_id, TvDate birth_date)
{
    TvStudent wanted = { .id = student_id, .birth_date = birth_date };
    g_autoptr (GError) error = NULL;

    g_assert_true (
        tv_store_write (fixture->store, "edit-student", put_birth_date_cb, &wanted, NULL, &error));
    g_assert_no_error (error);
}

/* What was signed is kept, and said where it no longer is so. */
static void
test_signed_figures (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRound) signed_off = NULL, opened = NULL;
    g_autoptr (TvRoundReview) open = NULL, same = NULL, moved = NULL, lost = NULL, back = NULL,
                              reopened = NULL, closed_again = NULL;
    g_autoptr (GError) error = NULL;
    gint64 student_id = fixture->student_ids[0];
    TvDate birth_date;

    measure (fixture);
    birth_date = get_birth_date (fixture, student_id);
    open = review (fixture->store, fixture->round_id);
    g_assert_null (open->changed_figures);
    signed_off = sign_off (fixture, fixture->round_id, &error);
    g_assert_no_error (error);
    same = review (fixture->store, fixture->round_id);
    g_assert_cmpuint (same->changed_figures->len, ==, 0);

    put_birth_date (fixture, student_id, birth_date + 400);
    moved = review (fixture->store, fixture->round_id);
    g_assert_cmpuint (moved->changed_figures->len, ==, 1);
    g_assert_cmpstr (g_ptr_array_index (moved->changed_figures, 0), ==,
                     "Stunting: signed 1 of 1, now 0 of 1");
    put_birth_date (fixture, student_id, TV_DATE_NONE);
    lost = review (fixture->store, fixture->round_id);
    g_assert_true (g_ptr_array_find_with_equal_func (
        lost->changed_figures, "Stunting: signed 1 of 1, now not counted", g_str_equal, NULL));
    put_birth_date (fixture, student_id, birth_date);
    back = review (fixture->store, fixture->round_id);
    g_assert_cmpuint (back->changed_figures->len, ==, 0);

    opened = reopen (fixture, fixture->round_id, "Cân lệch", &error);
    g_assert_no_error (error);
    reopened = review (fixture->store, fixture->round_id);
    g_assert_null (reopened->changed_figures);
    g_free (undo (fixture, &error));
    g_assert_no_error (error);
    closed_again = review (fixture->store, fixture->round_id);
    g_assert_cmpuint (closed_again->changed_figures->len, ==, 0);
}

static gboolean
open_end_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    g_autoptr (TvRound) round
        = tv_store_get_round (tv_change_connection (change), *(gint64 *) input, error);
    TvRound values = *round;

    values.last_day = TV_DATE_NONE;
    return tv_store_put_round (change, &values, error) != 0;
}

/* Signed off, a round ends with its latest measuring day, so that who joins later is not looked for
 * in it. */
static void
test_last_day (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRound) signed_off = NULL, undone = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_store_write (fixture->store, "open-round", open_end_cb, &fixture->round_id,
                                   NULL, &error));
    measure (fixture);
    signed_off = sign_off (fixture, fixture->round_id, &error);
    g_assert_no_error (error);
    g_assert_cmpint (signed_off->last_day, ==, tv_date_from_ymd (2026, 11, 12));
    g_free (undo (fixture, &error));
    g_assert_no_error (error);
    undone = get_round (fixture->store, fixture->round_id);
    g_assert_cmpint (undone->last_day, ==, TV_DATE_NONE);
}

static gboolean
put_monthly_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvClassFixture *fixture = input;
    TvRound values = { .year_id = fixture->year_id,
                       .code = (char *) "2026-m1",
                       .name = (char *) "Tháng 11",
                       .kind = TV_ROUND_MONTHLY,
                       .first_day = tv_date_from_ymd (2026, 11, 2),
                       .last_day = TV_DATE_NONE };
    gint64 id = tv_store_put_round (change, &values, error);

    *result = g_memdup2 (&id, sizeof id);
    return id != 0;
}

/* Each refusal is a sentence, and leaves the round as it was. */
static void
test_refusals (TvClassFixture *fixture, gconstpointer data)
{
    g_autofree gpointer monthly_id = NULL;
    g_autoptr (GError) monthly = NULL, open = NULL, silent = NULL, error = NULL;
    g_autoptr (TvRound) round = NULL;

    g_assert_true (tv_store_write (fixture->store, "open-round", put_monthly_cb, fixture,
                                   &monthly_id, &error));
    g_assert_null (sign_off (fixture, *(gint64 *) monthly_id, &monthly));
    g_assert_error (monthly, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    g_assert_null (reopen (fixture, fixture->round_id, "vì", &open));
    g_assert_error (open, G_IO_ERROR, G_IO_ERROR_EXISTS);
    round = sign_off (fixture, fixture->round_id, &error);
    g_assert_no_error (error);
    g_assert_null (reopen (fixture, fixture->round_id, "  ", &silent));
    g_assert_error (silent, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_clear_pointer (&round, tv_round_unref);
    round = get_round (fixture->store, fixture->round_id);
    g_assert_true (round->is_closed);
}

/* Typing and editing are refused with one sentence that says how to reopen. */
static void
test_closed_round (TvClassFixture *fixture, gconstpointer data)
{
    const TvMeasuringEntry entry = { .kind = TV_ENTRY_VALUE,
                                     .quantity = TV_QUANTITY_WEIGHT,
                                     .value = 15500,
                                     .readings = { 15500 },
                                     .n_readings = 1 };
    TvSession session = { .round_id = fixture->round_id,
                          .class_id = fixture->class_id,
                          .date = tv_date_from_ymd (2026, 11, 12) };
    GAsyncResult *result = NULL;
    g_autoptr (GAsyncResult) kept = NULL;
    g_autoptr (TvRound) round = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = NULL;

    round = sign_off (fixture, fixture->round_id, &error);
    g_assert_no_error (error);
    tv_measuring_save_async (fixture->store, &session, fixture->student_ids[0], &entry, NULL,
                             tv_test_keep_result, &result);
    kept = tv_test_take_result (&result);
    g_assert_null (tv_measuring_save_finish (fixture->store, kept, &error));
    sentence = tv_error_sentence (error);
    g_assert_nonnull (strstr (sentence, "signed off"));
    g_assert_nonnull (strstr (sentence, "reopen"));
}

static gpointer
list_rounds_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_rounds (connection, 0, error);
}

static void
count_questions (TvStore *store, const TvRound *round, const TvRoundReview *found)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookGaps) gaps = tv_book_gaps_find (store, round->year_id, round->id, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (gaps->doubtful->len, ==, found->questions->len);
}

static void
remove_folder (const char *path)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *child = g_build_filename (path, name, NULL);

        if (g_file_test (child, G_FILE_TEST_IS_DIR))
            remove_folder (child);
        else
            g_unlink (child);
    }
    g_rmdir (path);
}

/* In every round of a whole school: measured and named unmeasured are all that are enrolled, and
 * the questions are those that the overview counts. */
static void
test_whole_school (void)
{
    g_autofree char *parent = g_dir_make_tmp ("tv-closing-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename (parent, "book", NULL);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 21));
    const TvDemoOptions options = { .n_students = 150, .seed = 4, .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (GError) error = NULL;
    TvStore *store = tv_demo_create (folder, &options, clock, NULL, NULL, NULL, &error);
    g_autoptr (GPtrArray) rounds = tv_store_read (store, list_rounds_cb, NULL, &error);
    guint n_open = 0;

    g_assert_no_error (error);
    for (guint i = 0; i < rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (rounds, i);
        g_autoptr (TvRoundReview) found = review (store, round->id);
        guint n_named = 0;

        for (guint k = 0; k < found->unmeasured->len; k++)
            n_named += ((TvUnmeasuredClass *) found->unmeasured->pdata[k])->children->len;
        g_assert_cmpuint (n_named, ==, found->n_unmeasured);
        g_assert_cmpuint (found->n_measured + n_named, ==, found->rates->n_enrolled);
        g_assert_cmpuint (found->quality->len, >, 1);
        n_open += !round->is_closed;
        count_questions (store, round, found);
    }
    g_assert_cmpuint (rounds->len, >, 2);
    g_assert_cmpuint (n_open, ==, 1);
    tv_store_close (store);
    g_object_unref (store);
    remove_folder (parent);
}

#define ADD(name, test)                                                                            \
    g_test_add ("/workflows/round-closing/" name, TvClassFixture, NULL, tv_class_fixture_set_up,   \
                test, tv_class_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    ADD ("review", test_review);
    ADD ("progress", test_progress);
    ADD ("half-typed", test_half_typed);
    ADD ("sign-off", test_sign_off);
    ADD ("slip", test_slip);
    ADD ("late-undo", test_late_undo);
    ADD ("signed-figures", test_signed_figures);
    ADD ("last-day", test_last_day);
    ADD ("refusals", test_refusals);
    ADD ("closed-round", test_closed_round);
    g_test_add_func ("/workflows/round-closing/whole-school", test_whole_school);
    return g_test_run ();
}
