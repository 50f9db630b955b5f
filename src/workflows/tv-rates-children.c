/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of a round to children with their z. A child counts where it was enrolled on its
 * own measuring day; who left later stays in. */

#include "workflows/tv-rates-count.h"

#include "records/tv-round.h"
#include "store/tv-store-enrolments.h"

#include <math.h>

static void
score (TvRateChild *child, const TvRoundRow *row)
{
    const gboolean has_age = row->birth_date != TV_DATE_NONE;
    TvGrowthInput input = {
        .sex = row->sex,
        .age_days = has_age ? row->date - row->birth_date : NAN,
        .age_months = NAN,
        .weight_kg = row->weight_g > 0 ? row->weight_g / 1000.0 : NAN,
        .height_cm = row->height_mm > 0 ? row->height_mm / 10.0 : NAN,
        .position = row->position,
        .has_oedema = row->has_oedema,
    };

    child->subject.age_days = input.age_days;
    child->subject.has_oedema = row->has_oedema;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &child->subject.growth);
}

static TvLeftOut
find_reason (const TvRoundRow *row)
{
    if (row->measurement_id == 0)
        return TV_LEFT_OUT_NOT_MEASURED;
    switch (row->state) {
    case TV_MEASUREMENT_ABSENT:
        return TV_LEFT_OUT_ABSENT;
    case TV_MEASUREMENT_REFUSED:
        return TV_LEFT_OUT_REFUSED;
    case TV_MEASUREMENT_IMPOSSIBLE:
        return TV_LEFT_OUT_IMPOSSIBLE;
    default:
        break;
    }
    if (row->excluded_reason)
        return TV_LEFT_OUT_EXCLUDED;
    if (row->weight_g <= 0 && row->height_mm <= 0 && !row->has_oedema)
        return TV_LEFT_OUT_NOT_MEASURED;
    if (row->birth_date == TV_DATE_NONE)
        return TV_LEFT_OUT_NO_BIRTH_DATE;
    return row->sex == TV_SEX_UNKNOWN ? TV_LEFT_OUT_NO_SEX : TV_LEFT_OUT_NOT;
}

static gboolean
was_measured (TvLeftOut reason)
{
    return reason == TV_LEFT_OUT_NOT || reason == TV_LEFT_OUT_NO_BIRTH_DATE
           || reason == TV_LEFT_OUT_NO_SEX || reason == TV_LEFT_OUT_OTHER_AGE;
}

static void
take_row (TvRates *self, TvRateChild *child, const TvRoundRow *row, TvDate day_without)
{
    gboolean has_day = row->measurement_id != 0;

    *child = (TvRateChild){
        .student_id = row->student_id,
        .uid = row->uid,
        .name = row->name,
        .sex = row->sex,
        .birth_date = row->birth_date,
        .class_id = row->class_id,
        .class_name = row->class_name,
        .grade = row->grade,
        .date = has_day ? row->date : TV_DATE_NONE,
        .weight_g = has_day ? row->weight_g : 0,
        .height_mm = has_day ? row->height_mm : 0,
        .position = has_day ? row->position : TV_POSITION_UNKNOWN,
        .session_id = has_day ? row->session_id : 0,
        .measurer = "",
        .subject = { .sex = row->sex, .age_days = NAN, .age_months = NAN },
        .left_out = find_reason (row),
    };
    if (!tv_store_is_enrolled_on (row->status, row->from, row->until,
                                  has_day ? row->date : day_without)) {
        child->left_out = TV_LEFT_OUT_NOT_ENROLLED;
        return;
    }
    self->n_enrolled++;
    if (was_measured (child->left_out)) {
        self->n_measured++;
        self->n_half_measured += tv_rate_child_is_half_measured (child);
        score (child, row);
    }
}

static TvPopulation
choose_population (const TvRates *self)
{
    for (guint i = 0; i < self->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self, i);

        if (child->left_out == TV_LEFT_OUT_NOT
            && tv_subject_is_in (&child->subject, TV_POPULATION_UNDER_FIVE))
            return TV_POPULATION_UNDER_FIVE;
    }
    if (self->n_measured == 0 && self->school->level == TV_LEVEL_KINDERGARTEN)
        return TV_POPULATION_UNDER_FIVE;
    return TV_POPULATION_SCHOOL_AGE;
}

/**
 * tv_rate_child_is_half_measured:
 *
 * Returns: whether the child was measured, but a weight or a height is all that was taken
 */
gboolean
tv_rate_child_is_half_measured (const TvRateChild *child)
{
    return was_measured (child->left_out) && (child->weight_g <= 0 || child->height_mm <= 0);
}

/**
 * tv_rates_count_children:
 * @self: rates with their school, round and population set
 * @rows: of the round
 * @today: the day it is
 *
 * Who has not been measured is looked for on the round's last day, or today while it goes on.
 */
void
tv_rates_count_children (TvRates *self, const TvRoundRows *rows, TvDate today)
{
    TvDate last_day = self->round->last_day;
    TvDate day_without = last_day == TV_DATE_NONE ? today : MIN (today, last_day);

    g_array_set_size (self->children, rows->n_rows);
    for (guint i = 0; i < rows->n_rows; i++)
        take_row (self, &g_array_index (self->children, TvRateChild, i), &rows->rows[i],
                  day_without);
    if (self->population == TV_POPULATION_BY_SCHOOL)
        self->population = choose_population (self);
    for (guint i = 0; i < self->children->len; i++) {
        TvRateChild *child = &g_array_index (self->children, TvRateChild, i);

        if (child->left_out != TV_LEFT_OUT_NOT)
            continue;
        if (tv_subject_is_in (&child->subject, self->population))
            self->n_population++;
        else
            child->left_out = TV_LEFT_OUT_OTHER_AGE;
    }
}

/* Children come by their keys, so the one before was nearly always in the same session. */
static const TvSession *
find_session (GHashTable *by_id, gint64 id, const TvSession *guess)
{
    if (id == 0)
        return NULL;
    return guess && guess->id == id ? guess : g_hash_table_lookup (by_id, &id);
}

/**
 * tv_rates_take_sessions:
 * @self: rates with their children counted
 * @sessions: (element-type TvSession): of the round; they have to outlive @self
 *
 * Tells of each child who measured it, and whether coats were on where weight is counted.
 */
void
tv_rates_take_sessions (TvRates *self, GPtrArray *sessions)
{
    g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
    const TvSession *session = NULL;

    for (guint i = 0; i < sessions->len; i++) {
        TvSession *each = g_ptr_array_index (sessions, i);

        g_hash_table_insert (by_id, &each->id, each);
    }
    for (guint i = 0; i < self->children->len; i++) {
        TvRateChild *child = &g_array_index (self->children, TvRateChild, i);

        session = find_session (by_id, child->session_id, session);
        if (!session)
            continue;
        child->measurer = session->measurer ? session->measurer : "";
        self->has_coats_on |= session->clothing == TV_CLOTHING_COAT_ON
                              && child->left_out == TV_LEFT_OUT_NOT && child->weight_g > 0;
    }
}
