/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each role is there for it can do from beginning to end, within what it sees. */

#include "tests/workflows/tv-class-fixture.h"

#include "store/tv-store-error.h"
#include "store/tv-store-people.h"
#include "store/tv-store-sign-in.h"
#include "workflows/tv-measuring-save.h"
#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-rate-history.h"
#include "workflows/tv-rates.h"
#include "workflows/tv-record-book.h"
#include "workflows/tv-round-closing.h"
#include "workflows/tv-round-review.h"
#include "workflows/tv-undo.h"

typedef struct {
    TvRole role;
    gint64 class_id;
} Wanted;

static gboolean
put_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    const Wanted *wanted = input;
    TvPerson values = { .name = (char *) "Thầy Thử",
                        .role = wanted->role,
                        .class_id = wanted->class_id,
                        .until = TV_DATE_NONE,
                        .is_active = TRUE };
    gint64 id = tv_store_put_person (change, &values, error);
    g_autoptr (TvPerson) person = tv_store_get_person (tv_change_connection (change), id, error);

    *result = person ? g_strdup (person->uid) : NULL;
    return person != NULL;
}

static void
become (TvClassFixture *fixture, TvRole role)
{
    Wanted wanted = { role, role == TV_ROLE_TEACHER ? fixture->class_id : 0 };
    g_autofree gpointer uid = NULL;
    g_autoptr (GError) error = NULL;

    tv_store_write (fixture->store, "people", put_cb, &wanted, &uid, &error);
    g_assert_no_error (error);
    tv_store_sign_in (fixture->store, uid, &error);
    g_assert_no_error (error);
}

static TvMeasuringSheet *
load (TvClassFixture *fixture, gint64 class_id)
{
    g_autoptr (GError) error = NULL;
    TvMeasuringSheet *sheet
        = tv_measuring_sheet_load (fixture->store, fixture->round_id, class_id, &error);

    g_assert_no_error (error);
    return sheet;
}

static void
type_weight (TvClassFixture *fixture, TvMeasuringSheet *sheet, const char *text)
{
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (sheet, tv_date_from_ymd (2026, 11, 20));
    g_autoptr (TvSession) saved = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    GAsyncResult *pending = NULL;
    g_auto (TvTypedValue) typed = { 0 };
    TvMeasuringEntry entry;

    tv_typed_value_read (&typed, TV_QUANTITY_WEIGHT, text);
    tv_measuring_entry_of_value (&entry, TV_QUANTITY_WEIGHT, &typed, FALSE);
    tv_measuring_save_async (fixture->store, session, fixture->student_ids[1], &entry, NULL,
                             tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    saved = tv_measuring_save_finish (fixture->store, result, &error);
    g_assert_no_error (error);
}

static int
get_weight (TvClassFixture *fixture)
{
    g_autoptr (TvMeasuringSheet) sheet = load (fixture, fixture->class_id);

    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = sheet->rows->pdata[i];

        if (row->student->id == fixture->student_ids[1])
            return row->current ? row->current->weight_g : 0;
    }
    return -1;
}

static void
test_teacher (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvMeasuringSheet) sheet = NULL, other = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = NULL;
    TvRatesQuery query
        = { .population = TV_POPULATION_BY_SCHOOL, .overweight_rule = TV_OVERWEIGHT_BY_BOOK };
    GAsyncResult *pending = NULL;

    become (fixture, TV_ROLE_TEACHER);
    sheet = load (fixture, fixture->class_id);
    g_assert_cmpuint (sheet->rows->len, ==, TV_FIXTURE_N_STUDENTS);
    type_weight (fixture, sheet, "15,3");
    g_assert_cmpint (get_weight (fixture), ==, 15300);
    type_weight (fixture, sheet, "15,4");
    g_assert_cmpint (get_weight (fixture), ==, 15400);
    tv_undo_last_async (fixture->store, NULL, tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    sentence = tv_undo_last_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    g_assert_nonnull (sentence);
    g_assert_cmpint (get_weight (fixture), !=, 15400);
    other = load (fixture, fixture->other_class_id);
    g_assert_cmpuint (other->rows->len, ==, 0);
    /* Of one class alone the school's rates would be false. */
    g_assert_null (tv_rates_work_out (fixture->store, &query, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
}

static TvRound *
close_round (TvClassFixture *fixture, const char *reason)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    GAsyncResult *pending = NULL;
    TvRound *round;

    if (reason)
        tv_round_closing_reopen_async (fixture->store, fixture->first_round_id, reason, NULL,
                                       tv_test_keep_result, &pending);
    else
        tv_round_closing_sign_off_async (fixture->store, fixture->first_round_id, NULL,
                                         tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    round = tv_round_closing_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    return round;
}

static void
test_principal (TvClassFixture *fixture, gconstpointer data)
{
    const TvRatesQuery query = { .overweight_rule = TV_OVERWEIGHT_BY_BOOK };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCover) cover = NULL;
    g_autoptr (TvRates) nurses = tv_rates_work_out (fixture->store, &query, &error);
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (TvRound) signed_off = NULL, reopened = NULL, again = NULL;
    g_autoptr (TvRoundReview) review = NULL;
    g_autoptr (TvRateHistory) history = NULL;
    g_autoptr (GAsyncResult) result = NULL, history_result = NULL;
    GAsyncResult *pending = NULL;

    g_assert_no_error (error);
    become (fixture, TV_ROLE_PRINCIPAL);
    cover = tv_book_cover_read (fixture->store, &error);
    g_assert_no_error (error);
    rates = tv_rates_work_out (fixture->store, &query, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rates->lines->len, ==, nurses->lines->len);
    signed_off = close_round (fixture, NULL);
    g_assert_true (signed_off->is_closed);
    tv_round_review_read_async (fixture->store, signed_off, NULL, tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    review = tv_round_review_read_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    pending = NULL;
    tv_rate_history_read_async (fixture->store, NULL, tv_test_keep_result, &pending);
    history_result = tv_test_take_result (&pending);
    history = tv_rate_history_read_finish (fixture->store, history_result, &error);
    g_assert_no_error (error);
    reopened = close_round (fixture, "Cân lệch");
    g_assert_false (reopened->is_closed);
    again = close_round (fixture, NULL);
    g_assert_true (again->is_closed);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/roles/teacher", TvClassFixture, NULL, tv_class_fixture_set_up, test_teacher,
                tv_class_fixture_tear_down);
    g_test_add ("/roles/principal", TvClassFixture, NULL, tv_class_fixture_set_up, test_principal,
                tv_class_fixture_tear_down);
    return g_test_run ();
}
