/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Spoils the rows of practice schools on purpose, one slip a row, and counts which of them are
 * asked about: by which the rules in docs/METHODS.md are judged. The rounds of three schools, with
 * what was measured before and the children beside; always the same ones. */

#include "tests/workflows/tv-doubt-simulation.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-years.h"
#include "workflows/tv-demo-growth.h"
#include "workflows/tv-demo.h"

#include <glib/gstdio.h>
#include <math.h>

#define SEED 5

/* One child in one round; those of a class stand in a row, in roll order. */
typedef struct {
    gint64 class_id;
    gint64 round_id;
    TvSex sex;
    TvDate birth_date;
    TvDate date;
    TvPosition position;
    int weight_g;
    int height_mm;
    TvDate previous_date;
    TvPosition previous_position;
    int previous_weight_g;
    int previous_height_mm;
} Row;

typedef struct {
    GArray *rows; /* of Row */
    TvSimulationCase which;
    GRand *random;
    TvDoubtSimulation *counts;
} Simulation;

static gboolean
has_both (const TvMeasurement *measurement)
{
    return measurement && tv_measurement_counts (measurement)
           && measurement->state == TV_MEASUREMENT_MEASURED && measurement->weight_g
           && measurement->height_mm;
}

static void
add_row (GArray *rows, gint64 class_id, gint64 round_id, const TvGridRow *grid_row)
{
    const TvMeasurement *now = grid_row->current, *before = grid_row->previous;
    Row row = { .class_id = class_id, .round_id = round_id };

    if (!has_both (now) || !has_both (before) || before->date >= now->date)
        return;
    row.sex = grid_row->student->sex;
    row.birth_date = grid_row->student->birth_date;
    row.date = now->date;
    row.position = now->position;
    row.weight_g = now->weight_g;
    row.height_mm = now->height_mm;
    row.previous_date = before->date;
    row.previous_position = before->position;
    row.previous_weight_g = before->weight_g;
    row.previous_height_mm = before->height_mm;
    g_array_append_val (rows, row);
}

/* All rounds but the latest, in which the practice school has slips of its own. */
static void
add_year (TvConnection *connection, const TvSchoolYear *year, gboolean is_last, GArray *rows)
{
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, year->id, NULL);
    g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, year->id, NULL);

    for (guint i = 0; i < rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (rounds, i);

        if (!round->is_closed)
            continue;
        for (guint k = 0; k < classes->len; k++) {
            const TvClassCount *count = g_ptr_array_index (classes, k);
            g_autoptr (GPtrArray) grid
                = tv_store_list_grid (connection, count->class_->id, round->id, NULL);

            for (guint n = 0; n < grid->len; n++)
                add_row (rows, count->class_->id, round->id, g_ptr_array_index (grid, n));
        }
    }
}

static gpointer
collect_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);

    for (guint i = 0; years && i < years->len; i++)
        add_year (connection, g_ptr_array_index (years, i), i == 0, input);
    return input;
}

static void
remove_folder (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    const char *name;

    while (files && (name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (folder);
}

static void
collect (TvLevel level, guint n_children, GArray *rows)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tv-doubts-XXXXXX", &error);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 20));
    const TvDemoOptions options = { .n_students = n_children, .seed = SEED, .level = level };
    g_autoptr (TvStore) store = tv_demo_create (folder, &options, clock, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    tv_store_read (store, collect_cb, rows, &error);
    g_assert_no_error (error);
    tv_store_close (store);
    remove_folder (folder);
}

static double
kg_of (int weight_g)
{
    return weight_g / 1000.0;
}

static double
cm_of (int height_mm)
{
    return height_mm / 10.0;
}

static void
fill_neighbour (const Simulation *self, const Row *row, guint index, TvDoubtNeighbour *neighbour)
{
    const Row *other;

    *neighbour = (TvDoubtNeighbour){ .previous_date = TV_DATE_NONE };
    if (index >= self->rows->len)
        return;
    other = &g_array_index (self->rows, Row, index);
    if (other->class_id != row->class_id || other->round_id != row->round_id)
        return;
    *neighbour = (TvDoubtNeighbour){
        .name = "Gia Bảo",
        .sex = other->sex,
        .birth_date = other->birth_date,
        .weight_kg = NAN,
        .height_cm = NAN,
        .previous_date = self->which == TV_SIMULATION_FIRST ? TV_DATE_NONE : other->previous_date,
        .previous_position = other->previous_position,
        .previous_weight_kg = kg_of (other->previous_weight_g),
        .previous_height_cm = cm_of (other->previous_height_mm),
    };
}

static void
fill_input (const Simulation *self, guint index, TvDoubtInput *input)
{
    const Row *row = &g_array_index (self->rows, Row, index);
    gboolean is_first = self->which == TV_SIMULATION_FIRST;

    *input = (TvDoubtInput){
        .sex = row->sex,
        .birth_date = row->birth_date,
        .date = row->date,
        .position = row->position,
        .weight_kg = kg_of (row->weight_g),
        .height_cm = cm_of (row->height_mm),
        .previous_date = is_first ? TV_DATE_NONE : row->previous_date,
        .previous_position = row->previous_position,
        .previous_weight_kg = is_first ? NAN : kg_of (row->previous_weight_g),
        .previous_height_cm = is_first ? NAN : cm_of (row->previous_height_mm),
    };
    fill_neighbour (self, row, index - 1, &input->neighbours[TV_DOUBT_ABOVE]);
    fill_neighbour (self, row, index + 1, &input->neighbours[TV_DOUBT_BELOW]);
}

/* Exchanges two neighbouring digits of a number of tenths, any two that are not the same. */
static double
exchange_digits (double value, GRand *random)
{
    g_autofree char *digits = g_strdup_printf ("%ld", lround (value * 10));
    int n_pairs = (int) strlen (digits) - 1, first = g_rand_int_range (random, 0, n_pairs);

    for (int i = 0; i < n_pairs; i++) {
        int at = (first + i) % n_pairs;
        char digit = digits[at];

        if (digit == digits[at + 1] || (at == 0 && digits[1] == '0'))
            continue;
        digits[at] = digits[at + 1];
        digits[at + 1] = digit;
        break;
    }
    return (double) g_ascii_strtoll (digits, NULL, 10) / 10;
}

static gboolean
spoil_neighbour (const Simulation *self, guint index, TvDoubtInput *input)
{
    const Row *below;

    if (!input->neighbours[TV_DOUBT_BELOW].name)
        return FALSE;
    below = &g_array_index (self->rows, Row, index + 1);
    input->weight_kg = kg_of (below->weight_g);
    input->height_cm = cm_of (below->height_mm);
    return TRUE;
}

/* Returns whether there is anything to spoil. */
static gboolean
spoil (const Simulation *self, TvSlip slip, guint index, TvDoubtInput *input)
{
    double kg = input->weight_kg, cm = input->height_cm;
    int sign = g_rand_boolean (self->random) ? 1 : -1;

    switch (slip) {
    case TV_SLIP_SWAPPED:
        input->weight_kg = cm;
        input->height_cm = kg;
        return TRUE;
    case TV_SLIP_WEIGHT_POINT_LOST:
        input->weight_kg = rint (kg * 10);
        return TRUE;
    case TV_SLIP_HEIGHT_POINT_LOST:
        input->height_cm = rint (cm * 10);
        return TRUE;
    case TV_SLIP_WEIGHT_POINT_MOVED:
        input->weight_kg = rint (kg * 10) / 100;
        return TRUE;
    case TV_SLIP_HEIGHT_POINT_MOVED:
        input->height_cm = rint (cm * 10) / 100;
        return TRUE;
    case TV_SLIP_METRES:
        input->height_cm = rint (cm) / 100;
        return TRUE;
    case TV_SLIP_WEIGHT_DIGITS:
        input->weight_kg = exchange_digits (kg, self->random);
        return fabs (input->weight_kg - kg) > 0.05;
    case TV_SLIP_HEIGHT_DIGITS:
        input->height_cm = exchange_digits (cm, self->random);
        return fabs (input->height_cm - cm) > 0.05;
    case TV_SLIP_NEIGHBOUR:
        return spoil_neighbour (self, index, input);
    case TV_SLIP_COPIED:
        input->weight_kg = input->previous_weight_kg;
        input->height_cm = input->previous_height_cm;
        return self->which != TV_SIMULATION_FIRST;
    case TV_SLIP_COPIED_HEIGHT:
        input->height_cm = input->previous_height_cm;
        return self->which != TV_SIMULATION_FIRST;
    case TV_SLIP_POSITION:
        input->position = input->position == TV_POSITION_STANDING ? TV_POSITION_RECUMBENT
                                                                  : TV_POSITION_STANDING;
        return TRUE;
    case TV_SLIP_TEN_CENTIMETRES:
        input->height_cm = cm + 10 * sign;
        return TRUE;
    case TV_SLIP_FIVE_CENTIMETRES:
        input->height_cm = cm + 5 * sign;
        return TRUE;
    case TV_SLIP_FIVE_KILOGRAMS:
    default:
        input->weight_kg = kg + (kg > 5.5 ? 5 * sign : 5);
        return TRUE;
    }
}

static gboolean
proposes (int proposal, double truth, int unit, int tolerance)
{
    return abs (proposal - (int) lround (truth * unit)) <= tolerance;
}

/* Whether the first question names the slip and what was really measured. */
static gboolean
is_right (TvSlip slip, const TvDoubt *doubt, double kg, double cm)
{
    gboolean has_weight = proposes (doubt->weight_g, kg, 1000, 1);
    gboolean has_height = proposes (doubt->height_mm, cm, 10, 0);

    switch (slip) {
    case TV_SLIP_SWAPPED:
        return doubt->kind == TV_DOUBT_SWAPPED && has_weight && has_height;
    case TV_SLIP_WEIGHT_POINT_LOST:
    case TV_SLIP_WEIGHT_POINT_MOVED:
        return doubt->kind == TV_DOUBT_WEIGHT_POINT && has_weight;
    case TV_SLIP_HEIGHT_POINT_LOST:
    case TV_SLIP_HEIGHT_POINT_MOVED:
        return doubt->kind == TV_DOUBT_HEIGHT_POINT && has_height;
    case TV_SLIP_METRES:
        return doubt->kind == TV_DOUBT_METRES && doubt->lost_a_digit
               && proposes (doubt->height_mm, cm, 10, 5);
    case TV_SLIP_WEIGHT_DIGITS:
        return doubt->kind == TV_DOUBT_WEIGHT_DIGITS && has_weight;
    case TV_SLIP_HEIGHT_DIGITS:
        return doubt->kind == TV_DOUBT_HEIGHT_DIGITS && has_height;
    case TV_SLIP_NEIGHBOUR:
        return doubt->kind == TV_DOUBT_NEIGHBOUR && doubt->side == TV_DOUBT_BELOW;
    case TV_SLIP_COPIED:
    case TV_SLIP_COPIED_HEIGHT:
        return doubt->kind == TV_DOUBT_SAME;
    case TV_SLIP_POSITION:
        return doubt->kind == TV_DOUBT_POSITION;
    case TV_SLIP_TEN_CENTIMETRES:
    case TV_SLIP_FIVE_CENTIMETRES:
        return tv_doubt_is_about (doubt, TV_QUANTITY_HEIGHT);
    case TV_SLIP_FIVE_KILOGRAMS:
    default:
        return tv_doubt_is_about (doubt, TV_QUANTITY_WEIGHT);
    }
}

static void
try_good (const Simulation *self, guint index)
{
    TvDoubt doubts[TV_DOUBT_N_KINDS];
    TvDoubtInput input;

    fill_input (self, index, &input);
    self->counts->good.n_rows++;
    if (tv_doubt_find (&input, doubts) == 0)
        return;
    self->counts->good.n_asked++;
    self->counts->n_false[doubts[0].kind]++;
}

static void
try_slip (const Simulation *self, TvSlip slip, guint index)
{
    TvSimulationCount *count = &self->counts->slips[slip];
    TvDoubt doubts[TV_DOUBT_N_KINDS];
    TvDoubtInput input;
    double kg, cm;

    fill_input (self, index, &input);
    kg = input.weight_kg;
    cm = input.height_cm;
    if (!spoil (self, slip, index, &input))
        return;
    count->n_rows++;
    if (tv_doubt_find (&input, doubts) == 0)
        return;
    count->n_asked++;
    count->n_right += is_right (slip, &doubts[0], kg, cm);
}

/* A hand in a hurry: a hat, a bent knee, a coat. */
static void
make_hurried (GArray *rows, GRand *random)
{
    for (guint i = 0; i < rows->len; i++) {
        Row *row = &g_array_index (rows, Row, i);

        row->height_mm += (int) lround (5 * tv_demo_gauss (random));
        row->previous_height_mm += (int) lround (5 * tv_demo_gauss (random));
        row->weight_g += 100 * (int) lround (2 * tv_demo_gauss (random));
        row->previous_weight_g += 100 * (int) lround (2 * tv_demo_gauss (random));
    }
}

/**
 * tv_doubt_simulate:
 * @n_children: of each of a kindergarten, a primary and a lower secondary school
 * @simulations: (out caller-allocates): what was asked in each case
 */
void
tv_doubt_simulate (guint n_children, TvDoubtSimulation simulations[TV_N_SIMULATION_CASES])
{
    static const TvLevel levels[]
        = { TV_LEVEL_KINDERGARTEN, TV_LEVEL_PRIMARY, TV_LEVEL_LOWER_SECONDARY };
    g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));

    for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
        collect (levels[i], n_children, rows);
    for (int which = 0; which < TV_N_SIMULATION_CASES; which++) {
        Simulation simulation = { rows, which, random, &simulations[which] };

        simulations[which] = (TvDoubtSimulation){ 0 };
        if (which == TV_SIMULATION_HURRIED)
            make_hurried (rows, random);
        for (guint i = 0; i < rows->len; i++) {
            try_good (&simulation, i);
            for (int slip = 0; slip < TV_N_SLIPS; slip++)
                try_slip (&simulation, slip, i);
        }
    }
}

/**
 * tv_slip_name:
 *
 * Returns: what the hand did, in plain English
 */
const char *
tv_slip_name (TvSlip slip)
{
    static const char *const names[TV_N_SLIPS] = {
        [TV_SLIP_SWAPPED] = "weight and height swapped",
        [TV_SLIP_WEIGHT_POINT_LOST] = "weight, point lost",
        [TV_SLIP_HEIGHT_POINT_LOST] = "height, point lost",
        [TV_SLIP_WEIGHT_POINT_MOVED] = "weight, point moved",
        [TV_SLIP_HEIGHT_POINT_MOVED] = "height, point moved",
        [TV_SLIP_METRES] = "height in metres, two decimals",
        [TV_SLIP_WEIGHT_DIGITS] = "weight, two digits exchanged",
        [TV_SLIP_HEIGHT_DIGITS] = "height, two digits exchanged",
        [TV_SLIP_NEIGHBOUR] = "values of the child below",
        [TV_SLIP_COPIED] = "both values copied from last time",
        [TV_SLIP_COPIED_HEIGHT] = "height copied from last time",
        [TV_SLIP_POSITION] = "lying and standing exchanged",
        [TV_SLIP_TEN_CENTIMETRES] = "height wrong by 10 cm",
        [TV_SLIP_FIVE_CENTIMETRES] = "height wrong by 5 cm",
        [TV_SLIP_FIVE_KILOGRAMS] = "weight wrong by 5 kg",
    };

    return names[slip];
}

/**
 * tv_simulation_case_name:
 *
 * Returns: what is known of the children, in plain English
 */
const char *
tv_simulation_case_name (TvSimulationCase which)
{
    static const char *const names[TV_N_SIMULATION_CASES] = {
        [TV_SIMULATION_FIRST] = "first measurement",
        [TV_SIMULATION_CAREFUL] = "measured before, careful hand",
        [TV_SIMULATION_HURRIED] = "measured before, hurried hand",
    };

    return names[which];
}

/**
 * tv_simulation_asked:
 *
 * Returns: the share of the rows that got a question, 0 to 1
 */
double
tv_simulation_asked (const TvSimulationCount *count)
{
    return count->n_rows > 0 ? (double) count->n_asked / count->n_rows : 0;
}

/**
 * tv_simulation_right:
 *
 * Returns: the share of the rows whose first question was the right one, 0 to 1
 */
double
tv_simulation_right (const TvSimulationCount *count)
{
    return count->n_rows > 0 ? (double) count->n_right / count->n_rows : 0;
}
