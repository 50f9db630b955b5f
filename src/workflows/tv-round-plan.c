/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which answers make a round, and which are odd: what cannot be is refused, what may be a slip is
 * said. */

#include "workflows/tv-round-plan.h"

#include <glib/gi18n.h>

/* Longer than this, the first child of a round has grown before the last is measured. */
#define LONG_DAYS 60

static void
free_class (gpointer data)
{
    TvRoundPlanClass *self = data;

    tv_class_unref (self->class_);
    g_free (self);
}

static void
clear_plan (gpointer data)
{
    TvRoundPlan *self = data;

    for (int kind = 0; kind < TV_ROUND_N_KINDS; kind++)
        g_clear_pointer (&self->rounds[kind], tv_round_unref);
    g_ptr_array_unref (self->classes);
    g_ptr_array_unref (self->others);
}

/**
 * tv_round_plan_new:
 *
 * Returns: (transfer full): a plan that is still to be filled
 */
TvRoundPlan *
tv_round_plan_new (void)
{
    TvRoundPlan *self = g_atomic_rc_box_new0 (TvRoundPlan);

    self->classes = g_ptr_array_new_with_free_func (free_class);
    self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_round_unref);
    self->takes_in_all = TRUE;
    self->first_value = TV_DATE_NONE;
    self->last_value = TV_DATE_NONE;
    return self;
}

TvRoundPlan *
tv_round_plan_ref (TvRoundPlan *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_round_plan_unref (TvRoundPlan *self)
{
    g_atomic_rc_box_release_full (self, clear_plan);
}

/**
 * tv_round_plan_get_standing:
 *
 * Returns: (transfer none) (nullable): the round that is to be changed; %NULL where a new one is to
 *   be opened
 */
const TvRound *
tv_round_plan_get_standing (const TvRoundPlan *self)
{
    for (int kind = 0; kind < TV_ROUND_N_KINDS; kind++) {
        if (self->rounds[kind] && self->rounds[kind]->id != 0)
            return self->rounds[kind];
    }
    return NULL;
}

/* NULL where nothing stands in the way; "" where it is plain to see what is missing. */
static const char *
find_hindrance (const TvRoundWish *wish)
{
    if (wish->first_day == TV_DATE_NONE || wish->last_day == TV_DATE_NONE)
        return _ ("This is not a date. Type day, month and year: 5/10/2026.");
    if (wish->first_day > wish->last_day)
        return _ ("The last day is before the first.");
    if (!wish->takes_in_all && wish->n_classes == 0)
        return _ ("Tick at least one class that is measured in this round.");
    return wish->name ? NULL : "";
}

static char *
say_outside_year (const TvRoundPlan *self, const TvRoundWish *wish)
{
    g_autofree char *year = NULL;

    if (tv_school_year_of_date (wish->first_day) == self->first_year
        && tv_school_year_of_date (wish->last_day) == self->first_year)
        return NULL;
    year = tv_school_year_name (self->first_year);
    /* Translators: %s is a school year such as 2026-2027. */
    return g_strdup_printf (_ ("These days are not all in school year %s."), year);
}

/* Both ends of a round without days are open. */
static gboolean
overlaps (const TvRound *other, const TvRoundWish *wish)
{
    if (other->first_day == TV_DATE_NONE)
        return FALSE;
    return other->first_day <= wish->last_day
           && (other->last_day == TV_DATE_NONE || wish->first_day <= other->last_day);
}

static char *
say_overlap (const TvRoundPlan *self, const TvRoundWish *wish)
{
    if (wish->kind != TV_ROUND_REGULAR)
        return NULL;
    for (guint i = 0; i < self->others->len; i++) {
        const TvRound *other = g_ptr_array_index (self->others, i);
        g_autofree char *first = NULL;
        g_autofree char *last = NULL;

        if (!overlaps (other, wish))
            continue;
        first = tv_date_to_text (other->first_day);
        last = tv_date_to_text (other->last_day == TV_DATE_NONE ? other->first_day
                                                                : other->last_day);
        /* Translators: %1$s is the name of a round, %2$s and %3$s are its first and last day. */
        return g_strdup_printf (_ ("%1$s is from %2$s to %3$s: a sheet of one of these days could "
                                   "belong to either round."),
                                other->name, first, last);
    }
    return NULL;
}

/* What was measured stays in the round whatever its days are said to be. */
static char *
say_outside_days (const TvRoundPlan *self, const TvRoundWish *wish)
{
    g_autofree char *first = NULL;
    g_autofree char *last = NULL;

    if (self->first_value == TV_DATE_NONE
        || (self->first_value >= wish->first_day && self->last_value <= wish->last_day))
        return NULL;
    first = tv_date_to_text (self->first_value);
    last = tv_date_to_text (self->last_value);
    /* Translators: %1$s and %2$s are dates. */
    return g_strdup_printf (_ ("Children were measured in this round from %1$s to %2$s: some of "
                               "them outside these days. They stay in it."),
                            first, last);
}

static char *
say_length (const TvRoundWish *wish)
{
    int n_days = wish->last_day - wish->first_day + 1;

    if (n_days <= LONG_DAYS)
        return NULL;
    return g_strdup_printf (ngettext ("%d day is long for one round.",
                                      "%d days are long for one round.", (gulong) n_days),
                            n_days);
}

/**
 * tv_round_plan_judge:
 * @wish: what somebody wants
 * @remark: (out) (transfer full) (nullable): what is missing or odd about it, in a sentence
 *
 * Returns: whether the round can be as it is wished
 */
gboolean
tv_round_plan_judge (const TvRoundPlan *self, const TvRoundWish *wish, char **remark)
{
    const char *hindrance = find_hindrance (wish);

    *remark = NULL;
    if (hindrance) {
        *remark = *hindrance ? g_strdup (hindrance) : NULL;
        return FALSE;
    }
    *remark = say_outside_year (self, wish);
    if (!*remark)
        *remark = say_overlap (self, wish);
    if (!*remark)
        *remark = say_outside_days (self, wish);
    if (!*remark)
        *remark = say_length (wish);
    return TRUE;
}
