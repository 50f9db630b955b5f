/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a round was measured, by class and by measurer: a few children, and a practice school whose
 * lines have to add up. */

#include "tests/workflows/tv-rates-fixture.h"
#include "workflows/tv-rates-quality.h"

typedef TvRatesFixture Fixture;

static const TvRatesSample children[] = {
    { "One", "C2", { 2023, 5, 29 }, { { 0 }, { 13800, 930 }, { 14800, 975, "Minh" } } },
    { "Same again", "C2", { 2023, 5, 29 }, { { 0 }, { 13800, 930 }, { 13800, 930, "Minh" } } },
    { "Five", "C1", { 2021, 3, 15 }, { { 0 }, { 18000, 1090 }, { 18000, 1090, "An" } } },
    { "Height alone", "C1", { 2023, 5, 29 }, { { 0 }, { 13800, 930 }, { 0, 970, "An" } } },
    { "Nobody signed", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 15000, 980 } } },
    { "Slip", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 150000, 980, "An" } } },
    { "Taken out", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 15000, 980, "An", "wrong child" } } },
    { "Away",
      "C1",
      { 2023, 5, 29 },
      { { 0 }, { 13800, 930 }, { .measurer = "An", .state = TV_MEASUREMENT_ABSENT } } },
    { "Waiting", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 0 } } },
};

static GPtrArray *
check (Fixture *fixture, TvRates **rates)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRateHistory) history = tv_rate_history_read (fixture->store, &error);
    const TvRateRound *before;

    g_assert_no_error (error);
    *rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_BY_SCHOOL, TV_SPLIT_NONE);
    tv_rate_history_find (history, NULL, &before);
    return tv_rates_check_quality (*rates, before);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
    const struct {
        TvQualitySplit split;
        const char *group;
        guint n_children;
        guint n_missing;
        guint n_weights;
        guint n_heights;
        guint n_flagged;
        guint n_compared;
        guint n_repeated;
    } expected[] = {
        { TV_QUALITY_OF_ROUND, "Whole round", 9, 4, 5, 6, 1, 3, 2 },
        { TV_QUALITY_OF_CLASS, "C1", 7, 4, 3, 4, 1, 1, 1 },
        { TV_QUALITY_OF_CLASS, "C2", 2, 0, 2, 2, 0, 2, 1 },
        { TV_QUALITY_OF_MEASURER, "An", 5, 3, 2, 3, 1, 1, 1 },
        { TV_QUALITY_OF_MEASURER, "Minh", 2, 0, 2, 2, 0, 2, 1 },
        { TV_QUALITY_OF_MEASURER, "Not written down", 1, 0, 1, 1, 0, 0, 0 },
    };
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (GPtrArray) lines = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    lines = check (fixture, &rates);
    g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < lines->len; i++) {
        const TvQualityLine *line = g_ptr_array_index (lines, i);
        const TvMeasuringQuality *quality = &line->quality;

        g_test_message ("%s", line->group);
        g_assert_cmpint (line->split, ==, expected[i].split);
        g_assert_cmpstr (line->group, ==, expected[i].group);
        g_assert_cmpuint (quality->n_children, ==, expected[i].n_children);
        g_assert_cmpuint (quality->n_missing, ==, expected[i].n_missing);
        g_assert_cmpuint (quality->weight.n, ==, expected[i].n_weights);
        g_assert_cmpuint (quality->height.n, ==, expected[i].n_heights);
        g_assert_cmpuint (quality->n_flagged, ==, expected[i].n_flagged);
        g_assert_cmpuint (quality->n_compared, ==, expected[i].n_compared);
        g_assert_cmpuint (quality->n_repeated, ==, expected[i].n_repeated);
    }
}

/* The names behind the figures, by hand. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
    const struct {
        guint line; /* of the round, C1, C2, An, Minh, nobody */
        TvQualityCounts counts;
        const char *names;
    } expected[] = {
        { 0, TV_QUALITY_TO_MEASURE,
          "One, Same again, Five, Height alone, Nobody signed, Slip, Taken out, Away, Waiting" },
        { 0, TV_QUALITY_MEASURED, "One, Same again, Five, Nobody signed, Slip" },
        { 0, TV_QUALITY_MISSING, "Height alone, Taken out, Away, Waiting" },
        { 0, TV_QUALITY_WHOLE_KG, "Five, Nobody signed, Slip" },
        { 0, TV_QUALITY_WHOLE_CM, "Same again, Five, Height alone, Nobody signed, Slip" },
        { 0, TV_QUALITY_SCORED, "One, Same again, Five, Height alone, Nobody signed, Slip" },
        { 0, TV_QUALITY_FLAGGED, "Slip" },
        { 0, TV_QUALITY_COMPARED, "One, Same again, Five" },
        { 0, TV_QUALITY_REPEATED, "Same again, Five" },
        { 1, TV_QUALITY_REPEATED, "Five" },
        { 2, TV_QUALITY_REPEATED, "Same again" },
        { 2, TV_QUALITY_MISSING, "" },
        { 3, TV_QUALITY_TO_MEASURE, "Five, Height alone, Slip, Taken out, Away" },
        { 3, TV_QUALITY_MISSING, "Height alone, Taken out, Away" },
        { 4, TV_QUALITY_COMPARED, "One, Same again" },
        { 5, TV_QUALITY_TO_MEASURE, "Nobody signed" },
    };
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (GPtrArray) lines = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    lines = check (fixture, &rates);
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
        const TvQualityLine *line = g_ptr_array_index (lines, expected[i].line);
        g_autoptr (GArray) ids = tv_quality_line_list (line, expected[i].counts);
        g_autofree char *names = tv_rates_fixture_names (rates, ids);

        g_test_message ("%s, %x", line->group, expected[i].counts);
        g_assert_cmpstr (names, ==, expected[i].names);
    }
}

static void
test_nobody_named (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    g_autoptr (GPtrArray) without_before = NULL;

    tv_rates_fixture_fill (fixture, &children[4], 1);
    lines = check (fixture, &rates);
    g_assert_cmpuint (lines->len, ==, 2);
    without_before = tv_rates_check_quality (rates, NULL);
    g_assert_cmpuint (((TvQualityLine *) without_before->pdata[0])->quality.n_compared, ==, 0);
}

static void
test_adds_up (Fixture *fixture, gconstpointer data)
{
    TvLevel level = (TvLevel) GPOINTER_TO_INT (data);
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    guint n_children[3] = { 0 }, n_heights[3] = { 0 }, n_missing[3] = { 0 };

    tv_rates_fixture_practise (fixture, level, 150);
    lines = check (fixture, &rates);
    for (guint i = 0; i < lines->len; i++) {
        const TvQualityLine *line = g_ptr_array_index (lines, i);

        n_children[line->split] += line->quality.n_children;
        n_heights[line->split] += line->quality.height.n;
        n_missing[line->split] += line->quality.n_missing;
    }
    g_assert_cmpuint (n_children[TV_QUALITY_OF_ROUND], ==, rates->n_enrolled);
    g_assert_cmpuint (n_missing[TV_QUALITY_OF_ROUND], ==,
                      rates->n_enrolled - rates->n_measured + rates->n_half_measured);
    g_assert_cmpuint (n_children[TV_QUALITY_OF_CLASS], ==, rates->n_enrolled);
    g_assert_cmpuint (n_heights[TV_QUALITY_OF_CLASS], ==, n_heights[TV_QUALITY_OF_ROUND]);
    g_assert_cmpuint (n_missing[TV_QUALITY_OF_CLASS], ==, n_missing[TV_QUALITY_OF_ROUND]);
    g_assert_cmpuint (n_heights[TV_QUALITY_OF_MEASURER], ==, n_heights[TV_QUALITY_OF_ROUND]);
}

static gboolean
has_values (const TvRateChild *child)
{
    return child->left_out != TV_LEFT_OUT_NOT_MEASURED && child->left_out != TV_LEFT_OUT_ABSENT
           && child->left_out != TV_LEFT_OUT_REFUSED && child->left_out != TV_LEFT_OUT_IMPOSSIBLE
           && child->left_out != TV_LEFT_OUT_EXCLUDED;
}

static gboolean
is_whole (const TvRateChild *child, int value, int unit)
{
    return has_values (child) && value > 0 && value / unit * unit == value;
}

static gboolean
is_measured (const TvRateChild *child)
{
    return has_values (child) && child->weight_g > 0 && child->height_mm > 0;
}

static const TvRateMoment *
find_last (const TvRateChild *child, const TvRateRound *before)
{
    for (guint i = 0; before && i < before->moments->len; i++) {
        const TvRateMoment *moment = &g_array_index (before->moments, TvRateMoment, i);

        if (moment->student_id == child->student_id)
            return moment->weight_g > 0 && moment->height_mm > 0 ? moment : NULL;
    }
    return NULL;
}

static gboolean
has_z (const TvRateChild *child, gboolean is_flagged)
{
    for (guint kind = 0; kind < TV_Z_N_KINDS; kind++) {
        const TvZScore *z = &child->subject.growth.z[kind];

        if (has_values (child) && z->hundredths != TV_Z_NONE && (!is_flagged || z->is_flagged))
            return TRUE;
    }
    return FALSE;
}

/* What each figure says of a child, put plainly. */
static gboolean
stands_in (const TvRateChild *child, const TvRateRound *before, TvQualityCounts counts)
{
    const TvRateMoment *last = find_last (child, before);

    switch (counts) {
    case TV_QUALITY_TO_MEASURE:
        return TRUE;
    case TV_QUALITY_MEASURED:
        return is_measured (child);
    case TV_QUALITY_MISSING:
        return !is_measured (child);
    case TV_QUALITY_WHOLE_KG:
        return is_whole (child, child->weight_g, 1000);
    case TV_QUALITY_WHOLE_CM:
        return is_whole (child, child->height_mm, 10);
    case TV_QUALITY_SCORED:
        return has_z (child, FALSE);
    case TV_QUALITY_FLAGGED:
        return has_z (child, TRUE);
    case TV_QUALITY_COMPARED:
        return is_measured (child) && last;
    case TV_QUALITY_REPEATED:
        return is_measured (child) && last && child->weight_g == last->weight_g
               && child->height_mm == last->height_mm;
    default:
        g_assert_not_reached ();
    }
}

static gboolean
is_of_line (const TvRateChild *child, const TvQualityLine *line)
{
    if (child->left_out == TV_LEFT_OUT_NOT_ENROLLED)
        return FALSE;
    if (line->split == TV_QUALITY_OF_ROUND)
        return TRUE;
    if (line->split == TV_QUALITY_OF_CLASS)
        return g_str_equal (child->class_name, line->group);
    return child->date != TV_DATE_NONE
           && g_str_equal (child->measurer[0] ? child->measurer : "Not written down", line->group);
}

static void
assert_lists (const TvRates *rates, const TvRateRound *before, const TvQualityLine *line,
              TvQualityCounts counts, guint n)
{
    g_autoptr (GArray) ids = tv_quality_line_list (line, counts);
    guint found = 0;

    g_test_message ("%s, %x", line->group, counts);
    g_assert_cmpuint (ids->len, ==, n);
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (!is_of_line (child, line) || !stands_in (child, before, counts))
            continue;
        g_assert_cmpuint (found, <, ids->len);
        g_assert_cmpint (g_array_index (ids, gint64, found), ==, child->student_id);
        found++;
    }
    g_assert_cmpuint (found, ==, n);
}

/* Behind each figure stand as many children as it says, and those whom it is about. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    g_autoptr (TvRateHistory) history = NULL;
    const TvRateRound *before;
    guint n_compared = 0;

    tv_rates_fixture_practise (fixture, (TvLevel) GPOINTER_TO_INT (data), 150);
    lines = check (fixture, &rates);
    history = tv_rate_history_read (fixture->store, NULL);
    tv_rate_history_find (history, NULL, &before);
    g_assert_nonnull (before);
    for (guint i = 0; i < lines->len; i++) {
        const TvQualityLine *line = g_ptr_array_index (lines, i);
        const TvMeasuringQuality *q = &line->quality;

        assert_lists (rates, before, line, TV_QUALITY_TO_MEASURE, q->n_children);
        assert_lists (rates, before, line, TV_QUALITY_MEASURED, q->n_children - q->n_missing);
        assert_lists (rates, before, line, TV_QUALITY_MISSING, q->n_missing);
        assert_lists (rates, before, line, TV_QUALITY_WHOLE_KG, q->weight.n_whole);
        assert_lists (rates, before, line, TV_QUALITY_WHOLE_CM, q->height.n_whole);
        assert_lists (rates, before, line, TV_QUALITY_SCORED, q->n_scored);
        assert_lists (rates, before, line, TV_QUALITY_FLAGGED, q->n_flagged);
        assert_lists (rates, before, line, TV_QUALITY_COMPARED, q->n_compared);
        assert_lists (rates, before, line, TV_QUALITY_REPEATED, q->n_repeated);
        n_compared += q->n_compared;
    }
    g_assert_cmpuint (n_compared, >, 0);
}

/* Without a round there is nobody, and nothing to complain of. */
static void
test_no_round (Fixture *fixture, gconstpointer data)
{
    const TvSchool school = { .name = (char *) "Tiểu học", .level = TV_LEVEL_PRIMARY };
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (GPtrArray) lines = NULL;

    fixture->store = tv_store_create_seeded (fixture->folder, &school, fixture->clock, 1, NULL);
    lines = check (fixture, &rates);
    g_assert_cmpuint (lines->len, ==, 1);
    g_assert_cmpuint (((TvQualityLine *) lines->pdata[0])->quality.n_children, ==, 0);
}

#define ADD(path, data, test)                                                                      \
    g_test_add ("/rates-quality/" path, Fixture, data, tv_rates_fixture_set_up, test,              \
                tv_rates_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("by-hand", NULL, test_by_hand);
    ADD ("names", NULL, test_names);
    ADD ("nobody-named", NULL, test_nobody_named);
    ADD ("adds-up/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), test_adds_up);
    ADD ("adds-up/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_adds_up);
    ADD ("lists/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), test_lists);
    ADD ("lists/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_lists);
    ADD ("no-round", NULL, test_no_round);
    return g_test_run ();
}
