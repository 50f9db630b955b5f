/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children as a round found them, beside the children as they are now. */

#include "store/tv-store-enrolments.h"
#include "tests/workflows/tv-rates-fixture.h"
#include "workflows/tv-rate-history.h"
#include "workflows/tv-roster.h"

typedef TvRatesFixture Fixture;

/* A boy born on 29 May 2023 is in the middle of WHO's tables with 12.7, 13.8 and 14.8 kg, and
 * below -2 with 9.5 kg. */
static const TvRatesSample children[] = {
    { "Recovers", "C1", { 2023, 5, 29 }, { { 9500, 830 }, { 13800, 930 }, { 14800, 975 } } },
    { "Gone", "C2", { 2023, 5, 29 }, { { 9500, 830 }, { 9900, 840 }, { 0 } } },
    { "Moved", "C2", { 2023, 5, 29 }, { { 12700, 885 }, { 13800, 930 }, { 0 } } },
    { "Absent",
      "C1",
      { 2023, 5, 29 },
      { { .state = TV_MEASUREMENT_ABSENT }, { 13800, 930 }, { 14800, 975 } } },
    { "Taken out",
      "C1",
      { 2023, 5, 29 },
      { { 12700, 885, .excluded_reason = "wrong child" }, { 13800, 930 }, { 14800, 975 } } },
};

static const TvRosterEntry *
find (const TvRoster *roster, const char *name)
{
    const TvRosterEntry *found = NULL;

    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (g_strcmp0 (entry->student->name, name) == 0) {
            g_assert_null (found);
            found = entry;
        }
    }
    g_assert_nonnull (found);
    return found;
}

static TvRoster *
load_first_round (Fixture *fixture)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRateHistory) history = tv_rate_history_read (fixture->store, &error);
    const TvRateRound *first = tv_rate_history_find (history, "2025-1", NULL);
    const TvRateRound *last = tv_rate_history_find (history, "2026-1", NULL);
    TvRoster *roster
        = tv_roster_load_round (fixture->store, first->round->id, last->round->year_id, &error);

    g_assert_no_error (error);
    return roster;
}

/* Gone is in no class of the new year; Moved was in one and has left it. */
static gboolean
leave_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    g_autoptr (GPtrArray) gone
        = tv_store_list_enrolments_of_student (tv_change_connection (change), 2, error);
    g_autoptr (GPtrArray) moved
        = tv_store_list_enrolments_of_student (tv_change_connection (change), 3, error);
    const TvEnrolment *last = g_ptr_array_index (moved, 0);
    TvEnrolment left = *last;

    left.status = TV_ENROLMENT_MOVED_AWAY;
    g_assert_true (tv_store_delete_enrolment (
        change, ((TvEnrolment *) g_ptr_array_index (gone, 0))->id, error));
    g_assert_cmpint (tv_store_put_enrolment (change, &left, error), !=, 0);
    return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;

    tv_rates_fixture_set_up (fixture, data);
    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    tv_store_write (fixture->store, "test", leave_cb, NULL, NULL, &error);
    g_assert_no_error (error);
}

static void
assert_entry (const TvRoster *roster, const char *name, int weight_g, const char *gone,
              const char *words)
{
    const TvRosterEntry *entry = find (roster, name);

    g_test_message ("%s", name);
    g_assert_cmpint (entry->last ? entry->last->weight_g : 0, ==, weight_g);
    g_assert_cmpstr (entry->gone, ==, gone);
    if (words)
        g_assert_cmpstr (entry->words, ==, words);
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoster) roster = load_first_round (fixture);

    g_assert_cmpuint (roster->entries->len, ==, G_N_ELEMENTS (children));
    assert_entry (roster, "Recovers", 9500, NULL, NULL);
    g_assert_cmpint (find (roster, "Recovers")->concern, !=, TV_CONCERN_NONE);
    assert_entry (roster, "Gone", 9500, "No longer at the school", NULL);
    assert_entry (roster, "Moved", 12700, "Moved to another school", NULL);
    assert_entry (roster, "Absent", 0, NULL, "Absent");
    assert_entry (roster, "Taken out", 0, NULL, "Measurement excluded");
}

/* The classes are those of the round's year, with who was in them then. */
static void
test_classes (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoster) roster = load_first_round (fixture);
    const TvRosterClass *second = g_ptr_array_index (roster->classes, 1);
    const TvRosterClass *chosen = g_ptr_array_index (roster->chosen_classes, 1);

    g_assert_cmpstr (second->class_->name, ==, "C2");
    g_assert_cmpuint (second->n_students, ==, 2);
    g_assert_cmpint (find (roster, "Gone")->class_->id, ==, second->class_->id);
    g_assert_cmpint (chosen->class_->year_id, !=, second->class_->year_id);
    g_assert_cmpuint (chosen->n_students, ==, 0);
}

/* Without a round nothing has changed: the latest values of who is in the year. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoster) round = load_first_round (fixture);
    const TvRosterClass *chosen = g_ptr_array_index (round->chosen_classes, 0);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRoster) roster = tv_roster_load (fixture->store, chosen->class_->year_id, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (roster->entries->len, ==, G_N_ELEMENTS (children) - 1);
    assert_entry (roster, "Recovers", 14800, NULL, NULL);
    g_assert_cmpint (find (roster, "Recovers")->concern, ==, TV_CONCERN_NONE);
    assert_entry (roster, "Moved", 13800, "Moved to another school", NULL);
    assert_entry (roster, "Taken out", 14800, NULL, NULL);
}

/* The cases of every round are found again in its list: no number leads to fewer children, and
 * none to a child that the list says is well. */
static void
test_cases (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRateHistory) history = tv_rate_history_read (fixture->store, NULL);
    guint n_cases = 0;

    g_assert_nonnull (history);
    for (guint i = 0; i < history->rounds->len; i++) {
        const TvRateRound *round = g_ptr_array_index (history->rounds, i);
        g_autoptr (TvRoster) roster
            = tv_roster_load_round (fixture->store, round->round->id, round->round->year_id, NULL);
        g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

        for (guint j = 0; j < roster->entries->len; j++) {
            TvRosterEntry *entry = g_ptr_array_index (roster->entries, j);

            g_assert_true (g_hash_table_insert (by_id, &entry->student->id, entry));
        }
        for (guint j = 0; j < round->moments->len; j++) {
            const TvRateMoment *moment = &g_array_index (round->moments, TvRateMoment, j);
            const TvRosterEntry *entry = g_hash_table_lookup (by_id, &moment->student_id);

            g_assert_nonnull (entry);
            g_assert_cmpint (entry->last->weight_g, ==, moment->weight_g);
            g_assert_cmpint (entry->last->height_mm, ==, moment->height_mm);
            if (!(moment->cases >> TV_UNDERWEIGHT & 1))
                continue;
            n_cases++;
            g_assert_cmpint (entry->concern, !=, TV_CONCERN_NONE);
            g_assert_cmpint (entry->concern, !=, TV_CONCERN_UNKNOWN);
        }
    }
    g_assert_cmpuint (n_cases, >, 0);
}

static void
set_up_practice (Fixture *fixture, gconstpointer data)
{
    tv_rates_fixture_set_up (fixture, data);
    tv_rates_fixture_practise (fixture, TV_LEVEL_KINDERGARTEN, 200);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/roster/round", Fixture, NULL, set_up, test_round, tv_rates_fixture_tear_down);
    g_test_add ("/roster/classes", Fixture, NULL, set_up, test_classes, tv_rates_fixture_tear_down);
    g_test_add ("/roster/year", Fixture, NULL, set_up, test_year, tv_rates_fixture_tear_down);
    g_test_add ("/roster/cases", Fixture, NULL, set_up_practice, test_cases,
                tv_rates_fixture_tear_down);
    return g_test_run ();
}
