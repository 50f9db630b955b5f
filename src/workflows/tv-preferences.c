/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the school is, and by which rule overweight is counted. Each saving is one change set, so
 * each can be taken back. */

#include "workflows/tv-preferences.h"

#include "records/tv-vocabulary.h"
#include "store/tv-store-school.h"
#include "store/tv-store-settings.h"

#include <glib/gi18n.h>

#define OVERWEIGHT_RULE "overweight-rule"

static const char *const rule_codes[] = { "weight-for-height", "bmi-for-age", NULL };

static void
free_preferences (gpointer data)
{
    TvPreferences *self = data;

    g_clear_pointer (&self->school, tv_school_unref);
}

static gpointer
load (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvPreferences) self = g_atomic_rc_box_new0 (TvPreferences);

    self->school = tv_store_get_school (connection, error);
    if (!self->school || !tv_overweight_rule_read (connection, &self->overweight_rule, error))
        return NULL;
    return g_steal_pointer (&self);
}

static gboolean
save_school (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    return tv_store_put_school (change, input, error);
}

static gboolean
save_overweight_rule (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                      GError **error)
{
    return tv_store_put_setting (change, OVERWEIGHT_RULE, input, error);
}

static gpointer
read_rule (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_overweight_rule_read (connection, input, error) ? input : NULL;
}

/**
 * tv_preferences_load_async:
 * @store: a record book
 *
 * Reads what the school has decided.
 */
void
tv_preferences_load_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
    tv_store_read_async (store, load, NULL, NULL, (GDestroyNotify) tv_preferences_unref,
                         cancellable, callback, user_data);
}

TvPreferences *
tv_preferences_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvPreferences *
tv_preferences_ref (TvPreferences *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_preferences_unref (TvPreferences *self)
{
    g_atomic_rc_box_release_full (self, free_preferences);
}

/**
 * tv_preferences_save_school_async:
 * @school: all details as they are to stand; id and uid as they were
 *
 * End it with tv_preferences_save_finish(), as all savings here.
 */
void
tv_preferences_save_school_async (TvStore *store, const TvSchool *school,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, "edit-school", save_school, tv_school_new (school),
                          (GDestroyNotify) tv_school_unref, NULL, NULL, callback, user_data);
}

/**
 * tv_preferences_save_overweight_rule_async:
 * @store: an open book
 * @rule: how overweight of under-fives is counted from now on, in every round
 * @callback: called when done
 * @user_data: for @callback
 *
 * End it with tv_preferences_save_finish().
 */
void
tv_preferences_save_overweight_rule_async (TvStore *store, TvOverweightRule rule,
                                           GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, "edit-settings", save_overweight_rule,
                          (gpointer) tv_vocabulary_code (rule_codes, rule), NULL, NULL, NULL,
                          callback, user_data);
}

/**
 * tv_preferences_save_finish:
 * @store: the book
 * @result: what the callback got
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was written
 */
gboolean
tv_preferences_save_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autoptr (GError) own_error = NULL;

    tv_store_write_finish (store, result, &own_error);
    if (!own_error)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
}

/**
 * tv_overweight_rule_read:
 * @rule: (out): how overweight of under-fives is counted; weight-for-height until a school decides
 *
 * Returns: whether the book could be read
 */
gboolean
tv_overweight_rule_read (TvConnection *connection, TvOverweightRule *rule, GError **error)
{
    g_autofree char *code = NULL;
    int found = TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT;

    if (!tv_store_find_setting (connection, OVERWEIGHT_RULE, &code, error))
        return FALSE;
    if (code && !tv_vocabulary_parse (rule_codes, code, &found))
        found = TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT;
    *rule = (TvOverweightRule) found;
    return TRUE;
}

/**
 * tv_overweight_rule_get:
 * @rule: (out): as tv_overweight_rule_read()
 *
 * Blocks for one small reading.
 *
 * Returns: whether the book could be read
 */
gboolean
tv_overweight_rule_get (TvStore *store, TvOverweightRule *rule, GError **error)
{
    return tv_store_read (store, read_rule, rule, error) != NULL;
}

/**
 * tv_overweight_rule_parse:
 * @code: as the book keeps it
 * @rule: (out): the rule
 *
 * Returns: whether it names one
 */
gboolean
tv_overweight_rule_parse (const char *code, TvOverweightRule *rule)
{
    int found;

    if (!tv_vocabulary_parse (rule_codes, code, &found))
        return FALSE;
    *rule = (TvOverweightRule) found;
    return TRUE;
}

/**
 * tv_overweight_rule_label:
 *
 * Returns: the rule in a few words
 */
const char *
tv_overweight_rule_label (TvOverweightRule rule)
{
    return rule == TV_OVERWEIGHT_BY_BMI_FOR_AGE ? _ ("BMI for age above +2 SD")
                                                : _ ("Weight for height above +2 SD");
}
