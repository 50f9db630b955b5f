/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What last time, the children beside and the position say of a value: the numbers of
 * docs/METHODS.md at their borders. */

#include "tv-doubt-test.h"

#include <math.h>

static void
test_shorter (void)
{
    TvDoubtInput input = tv_doubt_test_input (4, 16.5, 102.4);

    tv_doubt_test_set_previous (&input, 180, 16, 102.9);
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 180, 16, 103);
    tv_doubt_test_find_only (&input, TV_DOUBT_SHORTER);
    /* Lying then and standing now, 0.7 cm are nothing. */
    input.previous_position = TV_POSITION_RECUMBENT;
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 180, 16, 103.7);
    input.previous_position = TV_POSITION_RECUMBENT;
    tv_doubt_test_find_only (&input, TV_DOUBT_SHORTER);
    /* What was measured later or on the same day tells nothing. */
    tv_doubt_test_set_previous (&input, 0, 16, 110);
    tv_doubt_test_assert_none (&input);
}

static void
test_same (void)
{
    TvDoubtInput input = tv_doubt_test_input (4, 16.5, 102.4);

    tv_doubt_test_set_previous (&input, 90, 16.5, 102.4);
    tv_doubt_test_find_only (&input, TV_DOUBT_SAME);
    tv_doubt_test_set_previous (&input, 60, 16.4, 102.4);
    tv_doubt_test_assert_none (&input);
    /* A boy of four grows 1.5 cm in a quarter, so that the height alone is odd, too. */
    tv_doubt_test_set_previous (&input, 90, 16.4, 102.4);
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_SAME).z_kind, ==,
                     TV_Z_HEIGHT_FOR_AGE);
    /* At seventeen it is not. */
    input = tv_doubt_test_input (17, 58.2, 171.3);
    tv_doubt_test_set_previous (&input, 180, 57, 171.3);
    tv_doubt_test_assert_none (&input);
}

static void
test_weight_change (void)
{
    TvDoubtInput input = tv_doubt_test_input (4, 18.5, 103.4);

    tv_doubt_test_set_previous (&input, 92, 16, 103);
    tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
    input.weight_kg = 18.4; /* 15 % to the gram: left to z */
    tv_doubt_test_find_only (&input, TV_DOUBT_Z_JUMP);
    input.weight_kg = 17;
    tv_doubt_test_assert_none (&input);
    input.weight_kg = 13.4;
    tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
    /* An infant may grow as fast as that, but not lose it. */
    input = tv_doubt_test_input (0.5, 7.5, 67);
    tv_doubt_test_set_previous (&input, 80, 6, 61);
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 80, 9, 66);
    tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
}

static void
test_z_jump (void)
{
    TvDoubtInput input = tv_doubt_test_input (5, 18, 108.6);
    TvDoubt doubt;

    /* Hardly grown in a year, which is no shrinking and no growing too fast. */
    tv_doubt_test_set_previous (&input, 360, 17, 108);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_Z_JUMP);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_HEIGHT_FOR_AGE);
    tv_doubt_test_set_previous (&input, 400, 17, 108);
    tv_doubt_test_assert_none (&input);
    input.height_cm = 111.5;
    tv_doubt_test_set_previous (&input, 180, 17, 108);
    tv_doubt_test_assert_none (&input);
    /* Under 20 % in half a year, and yet another place among children. */
    input = tv_doubt_test_input (12, 33, 150);
    tv_doubt_test_set_previous (&input, 182, 36, 148);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_Z_JUMP);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_BMI_FOR_AGE);
}

/* The same digits with their decimal sign elsewhere. */
static void
test_moved_points (void)
{
    static const struct {
        double weight_kg, height_cm;
        int weight_g, height_mm;
        gboolean lost_a_digit;
    } cases[] = {
        { 1.54, 103, 15400, 0, FALSE },  { 1.5, 103, 15000, 0, TRUE },
        { 154, 103, 15400, 0, FALSE },   { 1540, 103, 15400, 0, FALSE },
        { 15400, 103, 15400, 0, FALSE }, { 16, 10.31, 0, 1031, FALSE },
        { 16, 10.3, 0, 1030, TRUE },     { 16, 1031, 0, 1031, FALSE },
        { 16, 10310, 0, 1031, FALSE },   { 1.54, 1031, 15400, 1031, FALSE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvDoubtInput input = tv_doubt_test_input (4, cases[i].weight_kg, cases[i].height_cm);
        TvDoubt doubts[TV_DOUBT_N_KINDS];
        guint n_doubts = tv_doubt_find (&input, doubts);
        int weight_g = 0, height_mm = 0;

        g_assert_cmpuint (n_doubts, ==, (cases[i].weight_g != 0) + (cases[i].height_mm != 0));
        for (guint k = 0; k < n_doubts; k++) {
            gboolean is_weight = doubts[k].kind == TV_DOUBT_WEIGHT_POINT;

            g_assert_true (is_weight || doubts[k].kind == TV_DOUBT_HEIGHT_POINT);
            g_assert_cmpint (doubts[k].lost_a_digit, ==, cases[i].lost_a_digit);
            weight_g += doubts[k].weight_g;
            height_mm += doubts[k].height_mm;
        }
        g_assert_cmpint (weight_g, ==, cases[i].weight_g);
        g_assert_cmpint (height_mm, ==, cases[i].height_mm);
    }
}

/* With the other column still empty a value is read as the other one, if it fits that well. */
static void
test_one_value_in_the_other_column (void)
{
    TvDoubtInput input = tv_doubt_test_input (4, 103, NAN);
    TvDoubt doubt = tv_doubt_test_find_only (&input, TV_DOUBT_SWAPPED);

    g_assert_cmpint (doubt.height_mm, ==, 1030);
    g_assert_cmpint (doubt.weight_g, ==, 0);
    input = tv_doubt_test_input (4, NAN, 16.2);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_SWAPPED);
    g_assert_cmpint (doubt.height_mm, ==, 0);
    g_assert_cmpint (doubt.weight_g, ==, 16200);
    input = tv_doubt_test_input (4, 162, NAN);
    tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_POINT);
}

/* Only where the typed order is odd, and another one is not. */
static void
test_digits (void)
{
    TvDoubtInput input = tv_doubt_test_input (5.5, 19.2, 121.5);

    tv_doubt_test_set_previous (&input, 180, 18.4, 109.5);
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_HEIGHT_DIGITS).height_mm, ==, 1125);
    input.height_cm = 113.4; /* 114.3 would fit as well, but nothing is odd */
    tv_doubt_test_assert_none (&input);
    input.height_cm = 121.6; /* no order of these digits fits better than 112.6 */
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_HEIGHT_DIGITS).height_mm, ==, 1126);
    input.height_cm = 112.5;
    input.weight_kg = 91.2;
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_DIGITS).weight_g, ==, 19200);
    input.weight_kg = 19.25; /* two decimals are read as two */
    tv_doubt_test_assert_none (&input);
    input.weight_kg = 91.25;
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_DIGITS).weight_g, ==, 19250);
    /* The first time, children of that age tell. */
    input = tv_doubt_test_input (4, 16, 120.5);
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_HEIGHT_DIGITS).height_mm, ==, 1025);
    input.height_cm = 102.5;
    tv_doubt_test_assert_none (&input);
}

static TvDoubtInput
make_neighbours (void)
{
    TvDoubtInput input = tv_doubt_test_input (4, 20.4, 108.3);

    tv_doubt_test_set_previous (&input, 180, 14.2, 96.5);
    tv_doubt_test_set_neighbour (&input, TV_DOUBT_ABOVE, 180, 16, 101.2);
    tv_doubt_test_set_neighbour (&input, TV_DOUBT_BELOW, 180, 18.9, 104.6);
    return input;
}

static void
test_neighbour (void)
{
    TvDoubtInput input = make_neighbours ();
    TvDoubt doubt = tv_doubt_test_find_only (&input, TV_DOUBT_NEIGHBOUR);

    g_assert_cmpint (doubt.side, ==, TV_DOUBT_BELOW);
    g_assert_true (doubt.can_exchange);
    g_assert_false (doubt.is_slip);
    g_assert_true (tv_doubt_has_proposal (&doubt));
    /* The row below has its own values already: nobody knows whose these are. */
    input.neighbours[TV_DOUBT_BELOW].weight_kg = 20.1;
    input.neighbours[TV_DOUBT_BELOW].height_cm = 108;
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_NEIGHBOUR);
    g_assert_false (doubt.can_exchange);
    /* Two rows typed into each other. */
    input.neighbours[TV_DOUBT_BELOW].weight_kg = 15.1;
    input.neighbours[TV_DOUBT_BELOW].height_cm = 100.1;
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_NEIGHBOUR);
    g_assert_true (doubt.can_exchange);
    g_assert_false (doubt.is_slip);
}

/* Somebody was left out, and from there on each row has the values of the next one. */
static void
test_slipped_rows (void)
{
    TvDoubtInput input = make_neighbours ();
    TvDoubt doubt;

    input.neighbours[TV_DOUBT_ABOVE].weight_kg = 15.1;
    input.neighbours[TV_DOUBT_ABOVE].height_cm = 100.1;
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_NEIGHBOUR);
    g_assert_cmpint (doubt.side, ==, TV_DOUBT_BELOW);
    g_assert_true (doubt.is_slip);
}

/* A neighbour is asked about only where it explains both values, and nothing simpler does. */
static void
test_no_neighbour (void)
{
    TvDoubtInput input = make_neighbours ();

    input.height_cm = NAN;
    tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
    input = make_neighbours ();
    input.weight_kg = 15.1;
    input.height_cm = 100.1;
    tv_doubt_test_assert_none (&input);
    input = make_neighbours ();
    input.previous_date = TV_DATE_NONE;
    input.previous_weight_kg = input.previous_height_cm = NAN;
    tv_doubt_test_assert_none (&input);
    input = make_neighbours ();
    input.neighbours[TV_DOUBT_BELOW].previous_date = TV_DATE_NONE;
    tv_doubt_test_find_first (&input, TV_DOUBT_HEIGHT_CHANGE);
}

static void
test_height_change (void)
{
    TvDoubtInput input = tv_doubt_test_input (6, 20, 116.6);

    /* 2.5 cm a month from one month on: 2.54 cm in 31 days. */
    tv_doubt_test_set_previous (&input, 31, 20, 114.1);
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 31, 20, 114.0);
    tv_doubt_test_find_only (&input, TV_DOUBT_HEIGHT_CHANGE);
    /* A week leaves two readings of one centimetre. */
    tv_doubt_test_set_previous (&input, 7, 20, 114.5);
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 7, 20, 114.3);
    tv_doubt_test_find_only (&input, TV_DOUBT_HEIGHT_CHANGE);
    /* Half a year: the own curve has grown 3 cm, once and a half that is 4.5, and 2 more. */
    tv_doubt_test_set_previous (&input, 182, 19, 110.3);
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 182, 19, 109.9);
    tv_doubt_test_find_only (&input, TV_DOUBT_HEIGHT_CHANGE);
    /* A spurt is no mistake. */
    input = tv_doubt_test_input (13, 45, 158);
    tv_doubt_test_set_previous (&input, 365, 39, 147);
    tv_doubt_test_assert_none (&input);
    /* Who stood last time and lies now is no taller for it. */
    input = tv_doubt_test_input (1.8, 11, 85.3);
    tv_doubt_test_set_previous (&input, 61, 10.3, 81.5);
    input.previous_position = TV_POSITION_RECUMBENT;
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 61, 10.3, 79.9);
    input.previous_position = TV_POSITION_RECUMBENT;
    tv_doubt_test_find_first (&input, TV_DOUBT_HEIGHT_CHANGE);
}

static void
test_weight_over_time (void)
{
    TvDoubtInput input = tv_doubt_test_input (12, 36, NAN);

    /* One tenth less is too much at any time. */
    tv_doubt_test_set_previous (&input, 100, 39.9, 148);
    tv_doubt_test_assert_none (&input);
    tv_doubt_test_set_previous (&input, 100, 40.1, 148);
    tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
    /* Past ten years a weight alone has no z; after half a year it may be 20 % off what the BMI of
     * last time and the height grown since would make it, which is 38.4 kg. */
    input = tv_doubt_test_input (12, 45.5, NAN);
    tv_doubt_test_set_previous (&input, 184, 36, 148);
    tv_doubt_test_assert_none (&input);
    input.weight_kg = 46.7;
    tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
}

static void
test_position (void)
{
    TvDoubtInput input = tv_doubt_test_input (1.9, 11.5, 86);

    input.position = TV_POSITION_STANDING;
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_POSITION).position, ==,
                     TV_POSITION_RECUMBENT);
    input.position = TV_POSITION_UNKNOWN;
    tv_doubt_test_assert_none (&input);
    input.birth_date = input.date - 730;
    input.position = TV_POSITION_RECUMBENT;
    tv_doubt_test_assert_none (&input);
    input.birth_date = input.date - 731;
    g_assert_cmpint (tv_doubt_test_find_only (&input, TV_DOUBT_POSITION).position, ==,
                     TV_POSITION_STANDING);
    input.height_cm = NAN;
    tv_doubt_test_assert_none (&input);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/growth/doubt/shorter", test_shorter);
    g_test_add_func ("/growth/doubt/same", test_same);
    g_test_add_func ("/growth/doubt/weight-change", test_weight_change);
    g_test_add_func ("/growth/doubt/z-jump", test_z_jump);
    g_test_add_func ("/growth/doubt/moved-points", test_moved_points);
    g_test_add_func ("/growth/doubt/one-value-in-the-other-column",
                     test_one_value_in_the_other_column);
    g_test_add_func ("/growth/doubt/digits", test_digits);
    g_test_add_func ("/growth/doubt/neighbour", test_neighbour);
    g_test_add_func ("/growth/doubt/slipped-rows", test_slipped_rows);
    g_test_add_func ("/growth/doubt/no-neighbour", test_no_neighbour);
    g_test_add_func ("/growth/doubt/height-change", test_height_change);
    g_test_add_func ("/growth/doubt/weight-over-time", test_weight_over_time);
    g_test_add_func ("/growth/doubt/position", test_position);
    return g_test_run ();
}
