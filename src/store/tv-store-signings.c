/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounds that were signed off and reopened. A change set carries no words, so which figures were
 * signed is a setting that stands as long as the signature does, and why a round was reopened is
 * one written with it: it stands while the round is open again, goes when the round is signed off
 * once more, and stays in the history. */

#include "store/tv-store-signings.h"

#include "store/tv-change-private.h"
#include "store/tv-record-rows.h"
#include "store/tv-row-json.h"
#include "store/tv-store-history.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-settings.h"

#include <string.h>

#define REOPENED "reopened-"
#define SIGNED "signed-"

void
tv_signing_free (TvSigning *self)
{
    g_free (self->person_name);
    g_free (self->time_utc);
    g_free (self->reason);
    g_free (self);
}

static const char sql_find_latest_day[]
    = "SELECT COALESCE(MAX(date), '') FROM measurement WHERE round_id = $1";

/* Who is not measured is looked for on the round's last day, so a round that is signed off needs
 * one that stays where it is. */
static gboolean
settle_last_day (TvChange *change, TvRound *round, GError **error)
{
    TvDate today = tv_clock_today (change->clock);
    g_autoptr (TvStatement) statement = NULL;
    TvDate day = TV_DATE_NONE;

    if (round->last_day != TV_DATE_NONE) {
        round->last_day = MIN (round->last_day, MAX (today, round->first_day));
        return TRUE;
    }
    statement = tv_prepare_with_int (change->connection, sql_find_latest_day, round->id, error);
    if (!statement || !tv_statement_fetch (statement, error))
        return FALSE;
    day = tv_statement_get_date (statement, 0);
    round->last_day = MAX (day == TV_DATE_NONE ? today : day, round->first_day);
    return TRUE;
}

static gboolean
put_closed (TvChange *change, gint64 round_id, gboolean is_closed, const char *reason,
            GError **error)
{
    g_autoptr (TvRound) round = tv_store_get_round (tv_change_connection (change), round_id, error);
    g_autofree char *reopened = NULL, *signed_figures = NULL;
    TvRound values;

    if (!round)
        return FALSE;
    values = *round;
    values.is_closed = is_closed;
    if (is_closed && !settle_last_day (change, &values, error))
        return FALSE;
    reopened = g_strconcat (REOPENED, round->code, NULL);
    signed_figures = g_strconcat (SIGNED, round->code, NULL);
    return tv_store_put_round (change, &values, error) != 0
           && tv_store_put_setting (change, reopened, reason, error)
           && tv_store_put_setting (change, signed_figures, NULL, error);
}

/**
 * tv_store_sign_off_round:
 * @change: a change of kind %TV_CHANGE_SIGN_OFF
 * @round_id: a round
 * @error: (nullable): a #TvStoreError
 *
 * From then on nothing that is measured in the round can be written, until it is reopened. A round
 * without a last day gets the latest day on which it was measured in, and one whose last day is
 * still to come ends today.
 *
 * Returns: whether it was done
 */
gboolean
tv_store_sign_off_round (TvChange *change, gint64 round_id, GError **error)
{
    return put_closed (change, round_id, TRUE, NULL, error);
}

/**
 * tv_store_put_signed_figures:
 * @change: the change in which the round was signed off
 * @round_code: of the round
 * @figures: what was signed, in one line
 * @error: (nullable): a #TvStoreError
 *
 * Reopening the round takes them away again; the history keeps them.
 *
 * Returns: whether it was done
 */
gboolean
tv_store_put_signed_figures (TvChange *change, const char *round_code, const char *figures,
                             GError **error)
{
    g_autofree char *setting = g_strconcat (SIGNED, round_code, NULL);

    return tv_store_put_setting (change, setting, figures, error);
}

/**
 * tv_store_find_signed_figures:
 * @connection: a connection
 * @round_code: of a round
 * @figures: (out) (transfer full) (nullable): what was signed; %NULL while the round is open, and
 *   where the figures were not kept
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_signed_figures (TvConnection *connection, const char *round_code, char **figures,
                              GError **error)
{
    g_autofree char *setting = g_strconcat (SIGNED, round_code, NULL);

    return tv_store_find_setting (connection, setting, figures, error);
}

/**
 * tv_store_reopen_round:
 * @change: a change of kind %TV_CHANGE_REOPEN
 * @round_id: a round
 * @reason: why, in somebody's own words
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was done
 */
gboolean
tv_store_reopen_round (TvChange *change, gint64 round_id, const char *reason, GError **error)
{
    return put_closed (change, round_id, FALSE, reason, error);
}

static const char *
find_text (TvRowJson *row, const char *column)
{
    guint n_fields;
    const TvField *fields = tv_row_json_fields (row, &n_fields);

    for (guint i = 0; i < n_fields; i++) {
        if (strcmp (fields[i].column, column) == 0)
            return fields[i].text;
    }
    return NULL;
}

/* NULL where the entry is not about why a round is open. */
static char *
read_reason (const TvHistoryEntry *entry)
{
    g_autoptr (TvRowJson) row = entry->new_json ? tv_row_json_read (entry->new_json, NULL) : NULL;
    const char *name = row ? find_text (row, "name") : NULL;

    if (!name || !g_str_has_prefix (name, REOPENED))
        return NULL;
    return g_strdup (find_text (row, "value"));
}

static const TvChangeSet *
find_set (GPtrArray *sets, gint64 id)
{
    for (guint i = 0; i < sets->len; i++) {
        const TvChangeSet *set = g_ptr_array_index (sets, i);

        if (set->id == id)
            return set;
    }
    return NULL;
}

/* An undo of an undo does again what was done first. */
static TvSigningKind
find_kind (GPtrArray *sets, const TvChangeSet *set)
{
    gboolean is_taken_back = FALSE, is_reopening;

    while (set->undo_of != 0 && find_set (sets, set->undo_of)) {
        set = find_set (sets, set->undo_of);
        is_taken_back = !is_taken_back;
    }
    is_reopening = strcmp (set->kind, TV_CHANGE_REOPEN) == 0;
    if (is_taken_back)
        return is_reopening ? TV_SIGNING_REOPENING_TAKEN_BACK : TV_SIGNING_TAKEN_BACK;
    return is_reopening ? TV_SIGNING_REOPENED : TV_SIGNING_SIGNED_OFF;
}

/* NULL where the change set was about another round. */
static TvSigning *
read_signing (GPtrArray *sets, const TvChangeSet *set, gint64 round_id)
{
    g_autofree char *reason = NULL;
    gboolean is_of_round = FALSE;
    TvSigning *self;

    for (guint i = 0; i < set->entries->len; i++) {
        const TvHistoryEntry *entry = g_ptr_array_index (set->entries, i);

        if (strcmp (entry->table, "round") == 0)
            is_of_round |= entry->record_id == round_id;
        else if (strcmp (entry->table, "setting") == 0 && !reason)
            reason = read_reason (entry);
    }
    if (!is_of_round)
        return NULL;
    self = g_new0 (TvSigning, 1);
    self->kind = find_kind (sets, set);
    self->person_name = g_strdup (set->person_name);
    self->time_utc = g_strdup (set->time_utc);
    self->reason = self->kind == TV_SIGNING_REOPENED ? g_steal_pointer (&reason) : NULL;
    return self;
}

/**
 * tv_store_list_signings:
 * @connection: a connection
 * @round_id: a round
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvSigning): each time the round was signed off
 *   or reopened, and each time that was taken back or done again, the latest first
 */
GPtrArray *
tv_store_list_signings (TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (GPtrArray) sets
        = tv_store_list_history_of_kinds (connection, TV_CHANGE_SIGN_OFF, TV_CHANGE_REOPEN, error);
    GPtrArray *signings;

    if (!sets)
        return NULL;
    signings = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_signing_free);
    for (guint i = 0; i < sets->len; i++) {
        TvSigning *signing = read_signing (sets, g_ptr_array_index (sets, i), round_id);

        if (signing)
            g_ptr_array_add (signings, signing);
    }
    return signings;
}
