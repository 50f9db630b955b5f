/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The targets of each year's plan: which years have some, beginning a year with those of the year
 * before, and editing one. The program comes with the plan of one year; it can be put back. */

#include "workflows/tv-targets.h"

#include "indicators/tv-rate-words.h"
#include "store/tv-plan-targets.h"
#include "store/tv-store-school.h"
#include "store/tv-store-targets.h"

#include <glib/gi18n.h>
#include <string.h>

#define SHIPPED_YEAR 2026

static void
free_targets (gpointer data)
{
    TvTargets *self = data;

    g_clear_pointer (&self->years, g_array_unref);
    g_clear_pointer (&self->list, g_ptr_array_unref);
}

static GPtrArray *
pick_targets (GPtrArray *all, TvLevel level)
{
    GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_target_unref);

    for (guint i = 0; i < all->len; i++) {
        TvTarget *target = g_ptr_array_index (all, i);

        if (tv_target_applies_to (target, level))
            g_ptr_array_add (targets, tv_target_ref (target));
    }
    return targets;
}

static gboolean
has_year (GArray *years, int year)
{
    for (guint i = 0; i < years->len; i++) {
        if (g_array_index (years, int, i) == year)
            return TRUE;
    }
    return FALSE;
}

static int
last_year (GArray *years)
{
    return years->len > 0 ? g_array_index (years, int, years->len - 1) : 0;
}

static gpointer
load (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    int wanted = GPOINTER_TO_INT (input);
    g_autoptr (TvTargets) self = g_atomic_rc_box_new0 (TvTargets);
    g_autoptr (TvSchool) school = tv_store_get_school (connection, error);
    g_autoptr (GPtrArray) all = NULL;

    if (!school)
        return NULL;
    self->years = tv_store_list_target_years (connection, error);
    if (!self->years)
        return NULL;
    self->year = has_year (self->years, wanted) ? wanted : last_year (self->years);
    all = tv_store_list_targets (connection, self->year, error);
    if (!all)
        return NULL;
    self->list = pick_targets (all, school->level);
    return g_steal_pointer (&self);
}

/* The year before is the nearest to what a new plan will say; else whatever there is. */
static int
choose_model (GArray *years, int year)
{
    int model = years->len > 0 ? g_array_index (years, int, 0) : 0;

    for (guint i = 0; i < years->len; i++) {
        if (g_array_index (years, int, i) < year)
            model = g_array_index (years, int, i);
    }
    return model;
}

/* No document of one year says what another asks: the source waits for somebody to enter it. */
static gboolean
put_copy (TvChange *change, const TvTarget *model, int year, GError **error)
{
    TvTarget values = *model;

    values.id = 0;
    values.uid = NULL;
    values.year = year;
    if (model->year != year)
        values.source = NULL;
    return tv_store_put_target (change, &values, error) != 0;
}

static gboolean
put_shipped (TvChange *change, int year, GError **error)
{
    guint n_targets;
    const TvTarget *targets = tv_plan_targets_2026 (&n_targets);

    for (guint i = 0; i < n_targets; i++) {
        if (!put_copy (change, &targets[i], year, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_year (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    int year = GPOINTER_TO_INT (input);
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (GArray) years = tv_store_list_target_years (connection, error);
    g_autoptr (GPtrArray) models = NULL;

    if (!years)
        return FALSE;
    if (has_year (years, year)) {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                     /* Translators: %d is a calendar year */
                     _ ("There are targets for %d already. Nothing was changed."), year);
        return FALSE;
    }
    if (years->len == 0)
        return put_shipped (change, year, error);
    models = tv_store_list_targets (connection, choose_model (years, year), error);
    for (guint i = 0; models && i < models->len; i++) {
        if (!put_copy (change, g_ptr_array_index (models, i), year, error))
            return FALSE;
    }
    return models != NULL;
}

static gboolean
save (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable, GError **error)
{
    const char *fault = tv_target_find_fault (input);

    if (fault) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, fault);
        return FALSE;
    }
    return tv_store_put_target (change, input, error) != 0;
}

/**
 * tv_targets_load_async:
 * @store: a record book
 * @year: of which plan; where the book has no targets for it, the latest year is read
 * @cancellable: (nullable): to give up
 * @callback: called in the caller's main context
 */
void
tv_targets_load_async (TvStore *store, int year, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_read_async (store, load, GINT_TO_POINTER (year), NULL,
                         (GDestroyNotify) tv_targets_unref, cancellable, callback, user_data);
}

TvTargets *
tv_targets_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvTargets *
tv_targets_ref (TvTargets *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_targets_unref (TvTargets *self)
{
    g_atomic_rc_box_release_full (self, free_targets);
}

/**
 * tv_targets_has_year:
 *
 * Returns: whether the book holds targets of that calendar year
 */
gboolean
tv_targets_has_year (const TvTargets *self, int year)
{
    return has_year (self->years, year);
}

/**
 * tv_targets_next_year:
 *
 * Returns: the calendar year behind the last that has targets
 */
int
tv_targets_next_year (const TvTargets *self)
{
    return self->years->len > 0 ? last_year (self->years) + 1 : SHIPPED_YEAR;
}

/**
 * tv_targets_year_of_round:
 * @round: a round
 * @today: the day it is
 *
 * Returns: the calendar year whose plan judges the round: that of its first day, as
 *   tv_rates_work_out() has it
 */
int
tv_targets_year_of_round (const TvRound *round, TvDate today)
{
    int year;

    tv_date_get_ymd (round->first_day == TV_DATE_NONE ? today : round->first_day, &year, NULL,
                     NULL);
    return year;
}

/**
 * tv_targets_add_year_async:
 * @store: an open book
 * @year: a calendar year without targets
 *
 * Begins the year with the targets of the year before it, wordings and sources as they were, so
 * that each shows where it is from until somebody edits it.
 */
void
tv_targets_add_year_async (TvStore *store, int year, GAsyncReadyCallback callback,
                           gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store) && year > 0);
    tv_store_write_async (store, "add-plan-year", add_year, GINT_TO_POINTER (year), NULL, NULL,
                          NULL, callback, user_data);
}

/**
 * tv_targets_save_async:
 * @store: an open book
 * @target: the target as it is to stand, with its id; one in which tv_target_find_fault() finds
 *   something is refused with that sentence
 */
void
tv_targets_save_async (TvStore *store, const TvTarget *target, GAsyncReadyCallback callback,
                       gpointer user_data)
{
    tv_store_write_async (store, "edit-target", save, tv_target_new (target),
                          (GDestroyNotify) tv_target_unref, NULL, NULL, callback, user_data);
}

/**
 * tv_targets_put_back_async:
 * @store: an open book
 * @target: one for which tv_target_find_shipped() finds something
 *
 * Gives it the value, direction, wordings and source that the program came with.
 */
void
tv_targets_put_back_async (TvStore *store, const TvTarget *target, GAsyncReadyCallback callback,
                           gpointer user_data)
{
    const TvTarget *shipped = tv_target_find_shipped (target);
    TvTarget values;

    g_return_if_fail (TV_IS_STORE (store) && shipped);
    values = *shipped;
    values.id = target->id;
    values.uid = target->uid;
    values.year = target->year;
    tv_store_write_async (store, "put-back-target", save, tv_target_new (&values),
                          (GDestroyNotify) tv_target_unref, NULL, NULL, callback, user_data);
}

/**
 * tv_targets_write_finish:
 *
 * Returns: whether it was written; where not, G_IO_ERROR carries a sentence for people
 */
gboolean
tv_targets_write_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autoptr (GError) own_error = NULL;

    tv_store_write_finish (store, result, &own_error);
    if (!own_error)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
}

static gboolean
is_empty (const char *text)
{
    return !text || !*text;
}

/**
 * tv_target_find_fault:
 * @target: a target as somebody wants it
 *
 * Returns: (transfer none) (nullable): a sentence that says why it cannot stand, in the chosen
 *   language
 */
const char *
tv_target_find_fault (const TvTarget *target)
{
    if (is_empty (target->wording_vi) || is_empty (target->wording_en))
        return _ ("A target needs its wording in both languages.");
    if (!target->has_value)
        return NULL;
    if (target->direction == TV_DIRECTION_NONE)
        return _ ("Say whether the value is to be stayed below or to be reached.");
    if (target->value_thousandths < 0)
        return _ ("A target is not below 0.");
    if (g_strcmp0 (target->unit, "percent") == 0 && target->value_thousandths > 100 * 1000)
        return _ ("A share is not above 100 %.");
    if (g_strcmp0 (target->unit, "of-126") == 0 && target->value_thousandths > 126 * 1000)
        return _ ("There are only 126 communes and wards.");
    return NULL;
}

/**
 * tv_target_find_shipped:
 * @target: a target of a book
 *
 * Returns: (transfer none) (nullable): the same target as the program came with it; %NULL where it
 *   came without
 */
const TvTarget *
tv_target_find_shipped (const TvTarget *target)
{
    guint n_targets;
    const TvTarget *targets = tv_plan_targets_2026 (&n_targets);

    for (guint i = 0; target->year == SHIPPED_YEAR && i < n_targets; i++) {
        if (strcmp (targets[i].code, target->code) == 0)
            return &targets[i];
    }
    return NULL;
}

/* None and an empty text are the same in the book. */
static gboolean
is_same_text (const char *a, const char *b)
{
    return strcmp (a ? a : "", b ? b : "") == 0;
}

/**
 * tv_target_is_as_shipped:
 * @target: a target of a book
 *
 * Returns: whether nothing of it differs from what the program came with; TRUE also where it came
 *   without
 */
gboolean
tv_target_is_as_shipped (const TvTarget *target)
{
    const TvTarget *shipped = tv_target_find_shipped (target);

    return !shipped
           || (target->has_value == shipped->has_value
               && (!target->has_value || target->value_thousandths == shipped->value_thousandths)
               && target->direction == shipped->direction
               && is_same_text (target->wording_vi, shipped->wording_vi)
               && is_same_text (target->wording_en, shipped->wording_en)
               && is_same_text (target->source, shipped->source));
}

/**
 * tv_target_is_changed:
 * @target: a target of a book
 *
 * Returns: whether the program came with this target, and it asks something else here
 */
gboolean
tv_target_is_changed (const TvTarget *target)
{
    const TvTarget *shipped = tv_target_find_shipped (target);

    return shipped
           && (target->has_value != shipped->has_value || target->direction != shipped->direction
               || (target->has_value && target->value_thousandths != shipped->value_thousandths));
}

/**
 * tv_target_say_origin:
 * @target: (nullable): a target of a book
 *
 * Returns: (transfer full) (nullable): whose target it is and where it stands; of one that asks
 *   something else than the city's plan, that it does; NULL without a value
 */
char *
tv_target_say_origin (const TvTarget *target)
{
    g_autofree char *here = NULL, *plan = NULL;

    if (!target || !target->has_value || !tv_target_is_changed (target))
        return tv_target_origin_sentence (target);
    here = tv_target_text (target);
    plan = tv_target_text (tv_target_find_shipped (target));
    /* Translators: "< 20 %", the year, "< 6.4 %" */
    return g_strdup_printf (
        _ ("%1$s was entered in this record book for %2$d; the plan of the city "
           "asks %3$s."),
        here, target->year, plan);
}
