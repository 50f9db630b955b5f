/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One child: what its page loads, and each change with the way back. */

#include "workflows/tv-child-edit.h"

#include "base/tv-language.h"
#include "base/tv-text.h"
#include "tests/workflows/tv-class-fixture.h"
#include "workflows/tv-child.h"
#include "workflows/tv-measuring-save.h"
#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-roster.h"

static TvChild *
load (TvClassFixture *fixture, guint index)
{
    g_autoptr (GError) error = NULL;
    TvChild *child
        = tv_child_load (fixture->store, fixture->student_ids[index], fixture->year_id, &error);

    g_assert_no_error (error);
    return child;
}

static const TvChildVisit *
visit_at (TvChild *child, guint index)
{
    g_assert_cmpuint (index, <, child->visits->len);
    return g_ptr_array_index (child->visits, index);
}

static gint64
finish (TvClassFixture *fixture, GAsyncResult **pending)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GAsyncResult) result = tv_test_take_result (pending);
    gint64 id = tv_child_edit_finish (fixture->store, result, &error);

    g_assert_no_error (error);
    g_assert_cmpint (id, >, 0);
    return id;
}

static TvRoster *
load_roster (TvClassFixture *fixture)
{
    g_autoptr (GError) error = NULL;
    TvRoster *roster = tv_roster_load (fixture->store, fixture->year_id, &error);

    g_assert_no_error (error);
    return roster;
}

static const TvRosterEntry *
find_entry (TvRoster *roster, gint64 student_id)
{
    const TvRosterEntry *found = NULL;

    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (entry->student->id == student_id) {
            g_assert_null (found);
            found = entry;
        }
    }
    g_assert_nonnull (found);
    return found;
}

static void
test_load (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvChild) child = load (fixture, 0);

    g_assert_cmpstr (child->student->name, ==, "Nguyễn Gia Bảo");
    g_assert_cmpuint (child->places->len, ==, 1);
    g_assert_cmpstr (child->place->class_->name, ==, "Mầm 1");
    g_assert_cmpuint (child->visits->len, ==, 1);
    g_assert_true (child->last == visit_at (child, 0));
    g_assert_cmpint (child->last->concern, ==, TV_CONCERN_NONE);
    g_assert_cmpstr (child->sentence, ==, "15/09/2026: height 101.2 cm, weight 15.4 kg: normal");
}

static void
test_load_unknown (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (tv_child_load (fixture->store, 9999, fixture->year_id, &error));
    g_assert_nonnull (error);
}

static void
test_exclude_and_back (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvChild) before = load (fixture, 0);
    g_autoptr (TvChild) excluded = NULL;
    g_autoptr (TvChild) back = NULL;
    gint64 id = visit_at (before, 0)->measurement->id;
    GAsyncResult *pending = NULL;

    tv_child_exclude_async (fixture->store, id, "đi giày", NULL, tv_test_keep_result, &pending);
    g_assert_cmpint (finish (fixture, &pending), ==, id);
    excluded = load (fixture, 0);
    g_assert_cmpstr (visit_at (excluded, 0)->measurement->excluded_reason, ==, "đi giày");
    g_assert_null (excluded->last);
    tv_child_exclude_async (fixture->store, id, NULL, NULL, tv_test_keep_result, &pending);
    finish (fixture, &pending);
    back = load (fixture, 0);
    g_assert_nonnull (back->last);
}

static void
test_edit_measurement (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvChild) before = load (fixture, 0);
    g_autoptr (TvChild) after = NULL;
    g_autoptr (TvChild) undone = NULL;
    TvMeasurement values = *visit_at (before, 0)->measurement;
    GAsyncResult *pending = NULL;

    values.height_mm = 1022;
    tv_child_edit_measurement_async (fixture->store, &values, NULL, tv_test_keep_result, &pending);
    finish (fixture, &pending);
    after = load (fixture, 0);
    g_assert_cmpint (visit_at (after, 0)->measurement->height_mm, ==, 1022);
    tv_class_fixture_undo (fixture);
    undone = load (fixture, 0);
    g_assert_cmpint (visit_at (undone, 0)->measurement->height_mm, ==, 1012);
}

static void
test_edit_student (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvChild) before = load (fixture, 1);
    g_autoptr (TvChild) after = NULL;
    TvStudent values = *before->student;
    GAsyncResult *pending = NULL;

    values.birth_date = tv_date_from_ymd (2018, 5, 2);
    tv_child_save_async (fixture->store, &values, 0, NULL, tv_test_keep_result, &pending);
    finish (fixture, &pending);
    after = load (fixture, 1);
    /* A corrected birth date corrects everything: the same height is now that of a stunted child.
     */
    g_assert_cmpint (visit_at (before, 0)->concern, ==, TV_CONCERN_NONE);
    g_assert_cmpint (visit_at (after, 0)->concern, ==, TV_CONCERN_LOW_SEVERE);
}

static void
test_add_student (TvClassFixture *fixture, gconstpointer data)
{
    TvStudent values = { .name = "Phạm Đức Anh", .sex = TV_SEX_MALE };
    GAsyncResult *pending = NULL;
    g_autoptr (TvRoster) roster = NULL;
    const TvRosterEntry *entry;
    gint64 id;

    values.birth_date = tv_date_from_ymd (2022, 8, 9);
    tv_child_save_async (fixture->store, &values, fixture->class_id, NULL, tv_test_keep_result,
                         &pending);
    id = finish (fixture, &pending);
    roster = load_roster (fixture);
    entry = find_entry (roster, id);
    g_assert_cmpint (entry->enrolment->roll_number, ==, 4);
    g_assert_cmpint (entry->enrolment->from, ==, tv_date_from_ymd (2026, 11, 20));
    g_assert_true (entry->is_here);
    g_assert_cmpstr (entry->words, ==, "");
    g_assert_cmpint (entry->growth.z[TV_Z_HEIGHT_FOR_AGE].hundredths, ==, TV_Z_NONE);
}

static guint
count_enrolled (TvClassFixture *fixture, const char *round_code, guint *n_missing)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvOverview) overview = tv_overview_work_out (fixture->store, round_code, &error);

    g_assert_no_error (error);
    *n_missing = overview->not_measured->len;
    return overview->rates->n_enrolled;
}

static guint
count_sheet (TvClassFixture *fixture, gint64 round_id)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load (fixture->store, round_id, fixture->class_id, &error);

    g_assert_no_error (error);
    return sheet->rows->len;
}

static void
measure_on (TvClassFixture *fixture, gint64 student_id, TvDate day)
{
    TvSession session
        = { .round_id = fixture->first_round_id, .class_id = fixture->class_id, .date = day };
    TvMeasuringEntry entry = { .kind = TV_ENTRY_PROPOSAL, .weight_g = 15400, .height_mm = 1003 };
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSession) saved = NULL;

    tv_measuring_save_async (fixture->store, &session, student_id, &entry, NULL,
                             tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    saved = tv_measuring_save_finish (fixture->store, result, &error);
    g_assert_no_error (error);
}

/* Whoever comes in November was not missing in September, but counts when measured for it late. */
static void
test_added_after_a_round (TvClassFixture *fixture, gconstpointer data)
{
    TvStudent values = { .name = "Phạm Đức Anh", .sex = TV_SEX_MALE };
    GAsyncResult *pending = NULL;
    guint n_missing;
    gint64 id;

    values.birth_date = tv_date_from_ymd (2022, 8, 9);
    tv_child_save_async (fixture->store, &values, fixture->class_id, NULL, tv_test_keep_result,
                         &pending);
    id = finish (fixture, &pending);
    g_assert_cmpuint (count_enrolled (fixture, "2026-1", &n_missing), ==, 3);
    g_assert_cmpuint (n_missing, ==, 0);
    g_assert_cmpuint (count_sheet (fixture, fixture->first_round_id), ==, 3);
    g_assert_cmpuint (count_enrolled (fixture, "2026-2", &n_missing), ==, 4);
    g_assert_cmpuint (n_missing, ==, 4);
    g_assert_cmpuint (count_sheet (fixture, fixture->round_id), ==, 4);
    measure_on (fixture, id, tv_date_from_ymd (2026, 11, 20));
    g_assert_cmpuint (count_enrolled (fixture, "2026-1", &n_missing), ==, 4);
    g_assert_cmpuint (n_missing, ==, 0);
    g_assert_cmpuint (count_sheet (fixture, fixture->first_round_id), ==, 4);
}

/* A child found missing on the paper of a past round belongs to that round. */
static void
test_added_to_a_past_round (TvClassFixture *fixture, gconstpointer data)
{
    TvStudent values = { .name = "Phạm Đức Anh", .sex = TV_SEX_MALE };
    GAsyncResult *pending = NULL;
    guint n_missing;

    values.birth_date = tv_date_from_ymd (2022, 8, 9);
    tv_child_add_async (fixture->store, &values, fixture->class_id, tv_date_from_ymd (2026, 9, 10),
                        NULL, tv_test_keep_result, &pending);
    finish (fixture, &pending);
    g_assert_cmpuint (count_enrolled (fixture, "2026-1", &n_missing), ==, 4);
    g_assert_cmpuint (n_missing, ==, 1);
    g_assert_cmpuint (count_sheet (fixture, fixture->first_round_id), ==, 4);
}

static void
test_change_class (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoster) moved = NULL;
    g_autoptr (TvRoster) undone = NULL;
    g_autoptr (TvChild) child = NULL;
    GAsyncResult *pending = NULL;

    tv_child_change_class_async (fixture->store, fixture->enrolment_ids[0], fixture->other_class_id,
                                 tv_date_from_ymd (2026, 11, 2), NULL, tv_test_keep_result,
                                 &pending);
    finish (fixture, &pending);
    moved = load_roster (fixture);
    g_assert_cmpuint (moved->entries->len, ==, TV_FIXTURE_N_STUDENTS);
    g_assert_cmpstr (find_entry (moved, fixture->student_ids[0])->class_->name, ==, "Chồi 1");
    child = load (fixture, 0);
    g_assert_cmpuint (child->places->len, ==, 2);
    g_assert_cmpstr (child->place->class_->name, ==, "Chồi 1");
    tv_class_fixture_undo (fixture);
    undone = load_roster (fixture);
    g_assert_cmpstr (find_entry (undone, fixture->student_ids[0])->class_->name, ==, "Mầm 1");
}

static void
test_leave (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoster) roster = NULL;
    const TvRosterEntry *entry;
    GAsyncResult *pending = NULL;

    tv_child_leave_async (fixture->store, fixture->enrolment_ids[2], TV_ENROLMENT_MOVED_AWAY,
                          tv_date_from_ymd (2026, 11, 13), NULL, tv_test_keep_result, &pending);
    finish (fixture, &pending);
    roster = load_roster (fixture);
    entry = find_entry (roster, fixture->student_ids[2]);
    g_assert_false (entry->is_here);
    g_assert_cmpint (entry->enrolment->until, ==, tv_date_from_ymd (2026, 11, 13));
}

static void
test_roster_keys (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoster) roster = load_roster (fixture);
    const TvRosterEntry *bao = find_entry (roster, fixture->student_ids[0]);
    const TvRosterEntry *an = find_entry (roster, fixture->student_ids[1]);

    g_assert_true (tv_roster_entry_matches (bao, "gia bao"));
    g_assert_true (tv_roster_entry_matches (bao, "000222"));
    g_assert_true (tv_roster_entry_matches (bao, "mam 1"));
    g_assert_false (tv_roster_entry_matches (bao, "mam bao"));
    g_assert_false (tv_roster_entry_matches (bao, "khanh"));
    g_assert_cmpint (strcmp (an->sort_key, bao->sort_key), <, 0);
    g_assert_cmpint (bao->last->weight_g, ==, 15400);
}

static void
test_age_text (void)
{
    TvDate birth = tv_date_from_ymd (2022, 5, 20);
    struct {
        TvDate day;
        const char *text;
    } cases[] = {
        { tv_date_from_ymd (2022, 6, 19), "0 months" },
        { tv_date_from_ymd (2022, 6, 20), "1 month" },
        { tv_date_from_ymd (2024, 5, 19), "23 months" },
        { tv_date_from_ymd (2024, 5, 20), "2 years" },
        { tv_date_from_ymd (2026, 11, 20), "4 y 6 m" },
        { tv_date_from_ymd (2022, 5, 19), "" },
        { TV_DATE_NONE, "" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = tv_age_text (birth, cases[i].day);

        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_number_doubt (void)
{
    TvDate birth = tv_date_from_ymd (2022, 5, 20);
    g_autofree char *fits = tv_child_number_doubt ("000222000001", TV_SEX_MALE, birth);
    g_autofree char *other_sex = tv_child_number_doubt ("000222000001", TV_SEX_FEMALE, birth);
    g_autofree char *other_year = tv_child_number_doubt ("000221000001", TV_SEX_MALE, birth);
    g_autofree char *few = tv_child_number_doubt ("00022200", TV_SEX_MALE, birth);

    g_assert_null (fits);
    g_assert_null (tv_child_number_doubt ("", TV_SEX_MALE, birth));
    g_assert_nonnull (strstr (other_sex, "sex"));
    g_assert_nonnull (strstr (other_year, "year"));
    g_assert_nonnull (strstr (few, "12"));
}

static void
add (const char *path, void (*test) (TvClassFixture *, gconstpointer))
{
    g_test_add (path, TvClassFixture, NULL, tv_class_fixture_set_up, test,
                tv_class_fixture_tear_down);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    add ("/child/load", test_load);
    add ("/child/load-unknown", test_load_unknown);
    add ("/child/exclude-and-back", test_exclude_and_back);
    add ("/child/edit-measurement", test_edit_measurement);
    add ("/child/edit-student", test_edit_student);
    add ("/child/add-student", test_add_student);
    add ("/child/added-after-a-round", test_added_after_a_round);
    add ("/child/added-to-a-past-round", test_added_to_a_past_round);
    add ("/child/change-class", test_change_class);
    add ("/child/leave", test_leave);
    add ("/child/roster-keys", test_roster_keys);
    g_test_add_func ("/child/age-text", test_age_text);
    g_test_add_func ("/child/number-doubt", test_number_doubt);
    return g_test_run ();
}
