/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three years of a made-up school: children come, go up with their class each September, and some
 * leave or arrive in between. */

#include "workflows/tv-demo-school.h"

#include "base/tv-text.h"

#include <math.h>
#include <string.h>

/* The school has grown to the size that is asked for. */
static const double size_of_year[TV_DEMO_N_YEARS] = { 0.93, 0.96, 1.0 };

/* Of a hundred children, how many leave, and arrive, within a year; how many stay away after the
 * summer. */
#define LEAVE_RATE 0.012
#define ARRIVE_RATE 0.012
#define SUMMER_RATE 0.02

/* One stage in one year, while its classes are being filled. */
typedef struct {
    TvDemoSchool *school;
    int year_index;
    int stage;
    guint first_class; /* index in the school's classes */
    guint n_classes;
} Intake;

static TvDemoClass *
class_new (int year_index, int stage, char *name)
{
    TvDemoClass *self = g_new0 (TvDemoClass, 1);

    self->year_index = year_index;
    self->stage = stage;
    self->name = name;
    self->children = g_array_new (FALSE, FALSE, sizeof (guint));
    return self;
}

static void
class_free (gpointer data)
{
    TvDemoClass *self = data;

    g_free (self->name);
    g_array_unref (self->children);
    g_free (self);
}

TvDemoChild *
tv_demo_school_child (const TvDemoSchool *self, guint index)
{
    return g_ptr_array_index (self->children, index);
}

TvDemoClass *
tv_demo_school_class (const TvDemoSchool *self, guint index)
{
    return g_ptr_array_index (self->classes, index);
}

static guint
count_in_class (const Intake *intake, guint number)
{
    return tv_demo_school_class (intake->school, intake->first_class + number)->children->len;
}

static guint
find_smallest_class (const Intake *intake)
{
    guint smallest = 0;

    for (guint i = 1; i < intake->n_classes; i++) {
        if (count_in_class (intake, i) < count_in_class (intake, smallest))
            smallest = i;
    }
    return smallest;
}

static TvDemoPlace *
seat (const Intake *intake, guint child_index, guint number)
{
    TvDemoPlace *place
        = &tv_demo_school_child (intake->school, child_index)->places[intake->year_index];
    guint class_index = intake->first_class + number;

    g_array_append_val (tv_demo_school_class (intake->school, class_index)->children, child_index);
    place->class_index = (int) class_index;
    place->stage = intake->stage;
    place->status = TV_ENROLMENT_STUDYING;
    place->from = TV_DATE_NONE;
    place->until = TV_DATE_NONE;
    return place;
}

static guint
add_child (const Intake *intake)
{
    TvDemoSchool *school = intake->school;
    int birth_year = school->first_year + intake->year_index - school->stages[intake->stage].age;

    g_ptr_array_add (school->children, tv_demo_child_new (school, birth_year));
    return school->children->len - 1;
}

/* Seats last year's class one stage up, all together where there is such a class still. */
static guint
promote (const Intake *intake, guint n_most)
{
    TvDemoSchool *school = intake->school;
    guint n_promoted = 0, number = 0;

    for (guint i = 0; intake->year_index > 0 && i < school->classes->len; i++) {
        TvDemoClass *before = tv_demo_school_class (school, i);

        if (before->year_index != intake->year_index - 1 || before->stage != intake->stage - 1)
            continue;
        for (guint j = 0; j < before->children->len && n_promoted < n_most; j++) {
            guint index = g_array_index (before->children, guint, j);
            const TvDemoPlace *last
                = &tv_demo_school_child (school, index)->places[intake->year_index - 1];

            if (last->until != TV_DATE_NONE || tv_demo_chance (school->random, SUMMER_RATE))
                continue;
            seat (intake, index,
                  number < intake->n_classes ? number : find_smallest_class (intake));
            n_promoted++;
        }
        number++;
    }
    return n_promoted;
}

/* The days of a school year on which somebody may come or go. FALSE where none is past yet. */
static gboolean
get_moving_days (const TvDemoSchool *school, int year_index, TvDate *first, TvDate *last)
{
    int year = school->first_year + year_index;

    *first = tv_date_from_ymd (year, 9, 20);
    *last = MIN (tv_date_from_ymd (year + 1, 5, 20), school->today);
    return *first < *last;
}

static void
let_some_leave (const Intake *intake, guint n, TvDate first, TvDate last)
{
    GRand *random = intake->school->random;

    while (n > 0) {
        guint number = (guint) g_rand_int_range (random, 0, (gint32) intake->n_classes);
        GArray *children
            = tv_demo_school_class (intake->school, intake->first_class + number)->children;
        guint index;
        TvDemoPlace *place;

        if (children->len == 0)
            continue;
        index
            = g_array_index (children, guint, g_rand_int_range (random, 0, (gint32) children->len));
        place = &tv_demo_school_child (intake->school, index)->places[intake->year_index];
        if (place->until != TV_DATE_NONE)
            continue;
        place->until = g_rand_int_range (random, first, last);
        place->status
            = tv_demo_chance (random, 0.8) ? TV_ENROLMENT_MOVED_AWAY : TV_ENROLMENT_STOPPED;
        n--;
    }
}

/* Who arrives later stands at the end of the list. */
static void
let_some_arrive (const Intake *intake, guint n, TvDate first, TvDate last)
{
    while (n-- > 0) {
        guint number = find_smallest_class (intake);
        TvDemoPlace *place = seat (intake, add_child (intake), number);

        place->status = TV_ENROLMENT_ARRIVED;
        place->from = g_rand_int_range (intake->school->random, first, last);
        place->roll_number = (int) count_in_class (intake, number);
    }
}

static int
compare_by_name (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const TvDemoSchool *school = user_data;
    const TvDemoChild *left = tv_demo_school_child (school, *(const guint *) a);
    const TvDemoChild *right = tv_demo_school_child (school, *(const guint *) b);

    return strcmp (left->sort_key, right->sort_key);
}

/* The list of a class is made in September, by given name. */
static void
number_roll (const Intake *intake, guint number)
{
    TvDemoSchool *school = intake->school;
    GArray *children = tv_demo_school_class (school, intake->first_class + number)->children;

    for (guint i = 0; i < children->len; i++) {
        TvDemoChild *child = tv_demo_school_child (school, g_array_index (children, guint, i));

        if (!child->sort_key)
            child->sort_key = tv_text_sort_key (child->values.name);
    }
    g_array_sort_with_data (children, compare_by_name, school);
    for (guint i = 0; i < children->len; i++)
        tv_demo_school_child (school, g_array_index (children, guint, i))
            ->places[intake->year_index]
            .roll_number
            = (int) i + 1;
}

static void
add_classes (Intake *intake, guint n_children)
{
    TvDemoSchool *school = intake->school;
    const TvDemoStage *stage = &school->stages[intake->stage];

    intake->first_class = school->classes->len;
    intake->n_classes = (guint) MAX (1, ceil ((double) n_children / stage->largest_class));
    for (guint i = 0; i < intake->n_classes; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        char *name = g_strdup_printf (stage->class_name, (int) i + 1);
#pragma GCC diagnostic pop

        g_ptr_array_add (school->classes, class_new (intake->year_index, intake->stage, name));
    }
}

static guint
draw_count (GRand *random, double expected)
{
    return (guint) (expected + g_rand_double (random));
}

/* Fills one stage of one year so that @n_children sit in it when the year is over. */
static void
fill_stage (TvDemoSchool *school, int year_index, int stage, guint n_children)
{
    Intake intake = { .school = school, .year_index = year_index, .stage = stage };
    TvDate first, last;
    gboolean may_move = get_moving_days (school, year_index, &first, &last);
    guint n_arrive = may_move ? draw_count (school->random, n_children * ARRIVE_RATE) : 0;
    guint n_leave = may_move ? draw_count (school->random, n_children * LEAVE_RATE) : 0;
    guint n_start;

    n_arrive = MIN (n_arrive, n_children);
    n_start = n_children - n_arrive + n_leave;
    add_classes (&intake, n_children);
    for (guint n = promote (&intake, n_start); n < n_start; n++)
        seat (&intake, add_child (&intake), find_smallest_class (&intake));
    for (guint number = 0; number < intake.n_classes; number++)
        number_roll (&intake, number);
    if (n_leave > 0)
        let_some_leave (&intake, n_leave, first, last);
    if (n_arrive > 0)
        let_some_arrive (&intake, n_arrive, first, last);
}

static void
fill_year (TvDemoSchool *school, int year_index, double n_children)
{
    double share = 0;
    guint n_placed = 0;

    for (guint stage = 0; stage < school->n_stages; stage++) {
        guint n_upto;

        share += school->stages[stage].share;
        n_upto = (guint) lround (n_children * share);
        fill_stage (school, year_index, (int) stage, n_upto - n_placed);
        n_placed = n_upto;
    }
}

/**
 * tv_demo_school_new:
 * @level: of the school
 * @n_students: how many sit in it today
 * @seed: the same seed gives the same school
 * @today: the day it is; nobody arrives after it
 *
 * Returns: (transfer full): the school
 */
TvDemoSchool *
tv_demo_school_new (TvLevel level, guint n_students, guint32 seed, TvDate today)
{
    TvDemoSchool *self = g_new0 (TvDemoSchool, 1);

    self->random = g_rand_new_with_seed (seed);
    self->level = level;
    self->today = today;
    self->first_year = tv_school_year_of_date (today) - (TV_DEMO_N_YEARS - 1);
    self->stages = tv_demo_stages (level, &self->n_stages);
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_demo_child_free);
    self->classes = g_ptr_array_new_with_free_func (class_free);
    for (int year_index = 0; year_index < TV_DEMO_N_YEARS; year_index++)
        fill_year (self, year_index, n_students * size_of_year[year_index]);
    return self;
}

void
tv_demo_school_free (TvDemoSchool *self)
{
    g_rand_free (self->random);
    g_ptr_array_unref (self->children);
    g_ptr_array_unref (self->classes);
    g_free (self);
}
