/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measuring rounds of a made-up school: one morning for each class, some children away, some
 * who will not stand still, and in the latest round a few slips of the pen and a class of which
 * half is still to be measured. */

#include "workflows/tv-demo-rounds.h"

#include "records/tv-round.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-signings.h"
#include "store/tv-store-years.h"

#include <stdlib.h>

/* A round takes two school weeks. */
#define N_MORNINGS 10

/* One class on its morning. */
typedef struct {
    const TvDemoRound *round;
    TvDemoSchool *school;
    TvChange *change;
    const TvDemoClass *class_;
    gint64 round_id;
    gint64 session_id;
    TvDate day;
    guint n_measured; /* of the whole round */
} Morning;

static TvDate
find_monday (TvDate day)
{
    /* 1970-01-05 was a Monday. */
    return day + (4 - day % 7 + 7) % 7;
}

static void
plan_round (GArray *rounds, const TvDemoSchool *school, int year_index, int number, int month,
            const char *measurer)
{
    int year = school->first_year + year_index + (month < 8);
    TvDate first_day = find_monday (tv_date_from_ymd (year, month, 5));
    TvDemoRound round = { .year_index = year_index,
                          .number = number,
                          .first_day = first_day,
                          .last_day = first_day + 11,
                          .measurer = measurer };

    if (first_day <= school->today)
        g_array_append_val (rounds, round);
}

/**
 * tv_demo_rounds_plan:
 * @school: a made-up school
 * @measurer: who measures
 *
 * Kindergartens measure in September, December and March, schools in September and March.
 *
 * Returns: (transfer full) (element-type TvDemoRound): those that have begun by today
 */
GArray *
tv_demo_rounds_plan (const TvDemoSchool *school, const char *measurer)
{
    GArray *rounds = g_array_new (FALSE, FALSE, sizeof (TvDemoRound));
    gboolean has_december
        = school->level == TV_LEVEL_KINDERGARTEN || school->level == TV_LEVEL_WARD;

    for (int year_index = 0; year_index < TV_DEMO_N_YEARS; year_index++) {
        int number = 1;

        plan_round (rounds, school, year_index, number++, 9, measurer);
        if (has_december)
            plan_round (rounds, school, year_index, number++, 12, measurer);
        plan_round (rounds, school, year_index, number, 3, measurer);
    }
    if (rounds->len > 0)
        g_array_index (rounds, TvDemoRound, rounds->len - 1).is_latest = TRUE;
    return rounds;
}

static TvClothing
choose_clothing (GRand *random, TvDate day)
{
    int month;

    tv_date_get_ymd (day, NULL, &month, NULL);
    if (month == 9)
        return TV_CLOTHING_LIGHT;
    return tv_demo_chance (random, 0.08) ? TV_CLOTHING_COAT_ON : TV_CLOTHING_COAT_OFF;
}

static gint64
write_session (const Morning *morning, GError **error)
{
    GRand *random = morning->school->random;
    TvSession session = {
        .round_id = morning->round_id,
        .class_id = morning->class_->id,
        .date = morning->day,
        .measurer = (char *) morning->round->measurer,
        .clothing = choose_clothing (random, morning->day),
        .is_scale_checked = tv_demo_chance (random, 0.95),
        .is_board_checked = tv_demo_chance (random, 0.92),
    };

    return tv_store_put_session (morning->change, &session, error);
}

/* 98.4 for 89.4, 121.5 for 112.5: the digits before the decimal sign change places. */
static int
swap_digits (int height_mm)
{
    int tens = height_mm / 100 % 10, ones = height_mm / 10 % 10;

    return height_mm + (ones - tens) * 100 + (tens - ones) * 10;
}

/* What a tired hand makes of it; each is possible for some child, so that it is kept and asked
 * about. */
static void
slip (const TvDemoChild *child, guint kind, int *height_mm, int *weight_g)
{
    int height = *height_mm, weight = *weight_g;

    switch (kind % 4) {
    case 0:
        if (weight * 10 <= TV_WEIGHT_MAX_G) {
            *weight_g = weight * 10;
        } else if (weight / 100 >= TV_HEIGHT_MIN_MM && height * 100 <= TV_WEIGHT_MAX_G) {
            *weight_g = height * 100;
            *height_mm = weight / 100;
        }
        break;
    case 1:
        *height_mm = (child->last_height_mm ? child->last_height_mm : height) - 35;
        break;
    case 2:
        *height_mm = child->last_height_mm ? child->last_height_mm : swap_digits (height);
        *weight_g = child->last_weight_g ? child->last_weight_g : weight;
        break;
    default:
        *height_mm = swap_digits (height);
        break;
    }
}

static void
take_values (Morning *morning, TvDemoChild *child, TvMeasurement *values)
{
    GRand *random = morning->school->random;
    guint n_children = morning->school->children->len;
    guint every = CLAMP (n_children / 6, 5, 90);
    int height_mm, weight_g;

    tv_demo_growth_measure (&child->growth, random, child->values.sex, child->values.birth_date,
                            values->date, &height_mm, &weight_g);
    values->height_mm = height_mm;
    values->weight_g = weight_g;
    if (++morning->n_measured % every == every / 2 && morning->round->is_latest)
        slip (child, morning->n_measured / every, &values->height_mm, &values->weight_g);
    child->last_height_mm = height_mm;
    child->last_weight_g = weight_g;
    if (!morning->round->is_latest && tv_demo_chance (random, 0.002))
        values->excluded_reason = (char *) "Cân nhầm, không cân lại được";
}

/* In the round that goes on, each reading was typed; those before came from class lists. */
static gboolean
write_values (const Morning *morning, TvMeasurement *values, GError **error)
{
    GRand *random = morning->school->random;
    gboolean is_typed = morning->round->is_latest && values->state == TV_MEASUREMENT_MEASURED;
    TvReading readings[3] = { { TV_QUANTITY_WEIGHT, values->weight_g },
                              { TV_QUANTITY_HEIGHT, values->height_mm },
                              { TV_QUANTITY_HEIGHT, values->height_mm } };

    if (is_typed) {
        values->readings = readings;
        values->n_readings = tv_demo_chance (random, 0.05) ? 3 : 2;
        if (values->n_readings == 3) {
            readings[1].value += 2;
            readings[2].value -= 2;
        }
    }
    return tv_store_put_measurement (morning->change, values, error) != 0;
}

/* Most who are away are measured later in the round. */
static gboolean
measure (Morning *morning, TvDemoChild *child, GError **error)
{
    GRand *random = morning->school->random;
    TvDate last_day = MIN (morning->round->last_day, morning->school->today);
    TvMeasurement values = { .student_id = child->id,
                             .round_id = morning->round_id,
                             .session_id = morning->session_id,
                             .date = morning->day };

    if (tv_demo_chance (random, 0.06)) {
        TvDate later = morning->day + g_rand_int_range (random, 1, 6);

        if (later > last_day || tv_demo_chance (random, 0.35))
            values.state = TV_MEASUREMENT_ABSENT;
        else
            values.date = later;
    } else if (tv_demo_chance (random, 0.004)) {
        values.state = TV_MEASUREMENT_REFUSED;
    } else if (tv_demo_chance (random, 0.001)) {
        values.state = TV_MEASUREMENT_IMPOSSIBLE;
    }
    values.position = tv_position_by_age (values.date - child->values.birth_date);
    if (values.state == TV_MEASUREMENT_MEASURED)
        take_values (morning, child, &values);
    return write_values (morning, &values, error);
}

static gboolean
measure_class (Morning *morning, gboolean is_half_done, GError **error)
{
    GArray *children = morning->class_->children;
    guint n_done = is_half_done ? children->len / 2 : children->len;

    morning->session_id = write_session (morning, error);
    if (morning->session_id == 0)
        return FALSE;
    for (guint i = 0; i < n_done; i++) {
        TvDemoChild *child
            = tv_demo_school_child (morning->school, g_array_index (children, guint, i));
        const TvDemoPlace *place = &child->places[morning->round->year_index];

        if (tv_store_is_enrolled_on (place->status, place->from, place->until, morning->day)
            && !measure (morning, child, error))
            return FALSE;
    }
    return TRUE;
}

static gint64
write_round (const TvDemoRound *self, const TvDemoSchool *school, TvChange *change, GError **error)
{
    int first_year = school->first_year + self->year_index;
    gint64 year_id = tv_store_ensure_year (change, first_year, error);
    g_autofree char *code = g_strdup_printf ("%d-%d", first_year, self->number);
    g_autofree char *name = tv_round_default_name (self->number, first_year);
    TvRound round = { .year_id = year_id,
                      .code = code,
                      .name = name,
                      .kind = TV_ROUND_REGULAR,
                      .first_day = self->first_day,
                      .last_day = self->last_day };

    return year_id == 0 ? 0 : tv_store_put_round (change, &round, error);
}

/* Of the mornings that are past, that of a class in the middle was broken off. */
static const TvDemoClass *
choose_half_done (const TvDemoRound *self, const TvDemoSchool *school)
{
    const TvDemoClass *chosen = NULL;
    guint n_before = 0;

    for (guint i = 0; self->is_latest && i < school->classes->len; i++) {
        const TvDemoClass *class_ = tv_demo_school_class (school, i);

        if (class_->year_index == self->year_index && class_->stage <= (int) school->n_stages / 2
            && n_before++ % 2 == 0)
            chosen = class_;
    }
    return chosen;
}

/**
 * tv_demo_round_write:
 * @self: a planned round
 * @school: its school, whose classes and children are written
 * @change: a change
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether the round, its mornings and its measurements were written
 */
gboolean
tv_demo_round_write (const TvDemoRound *self, TvDemoSchool *school, TvChange *change,
                     GError **error)
{
    Morning morning = { .round = self, .school = school, .change = change };
    const TvDemoClass *half_done = choose_half_done (self, school);
    guint n_classes = 0;

    morning.round_id = write_round (self, school, change, error);
    if (morning.round_id == 0)
        return FALSE;
    for (guint i = 0; i < school->classes->len; i++) {
        guint turn;

        morning.class_ = tv_demo_school_class (school, i);
        if (morning.class_->year_index != self->year_index)
            continue;
        turn = n_classes++ % N_MORNINGS;
        morning.day = self->first_day + (TvDate) (turn / 5 * 7 + turn % 5);
        if (morning.day <= school->today
            && !measure_class (&morning, morning.class_ == half_done, error))
            return FALSE;
    }
    return self->is_latest || tv_store_sign_off_round (change, morning.round_id, error);
}
