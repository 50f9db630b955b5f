/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that say who looked at what, and why. A change set has no words of its own; these are. */

#include "store/tv-access-rows.h"

#include "store/tv-change-private.h"
#include "store/tv-record-rows.h"

/**
 * tv_access_rows_put:
 * @change: a change whose kind is @what
 * @what: such as %TV_ACCESS_OPEN_BOOK
 * @student_uid: (nullable): the child it is about; %NULL for more than one
 * @reason: (nullable): in whoever's words
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was written
 */
gboolean
tv_access_rows_put (TvChange *change, const char *what, const char *student_uid, const char *reason,
                    GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_INT ("person_id", change->person_id),
        TV_FIELD_OF_TEXT ("time_utc", change->time_utc),
        TV_FIELD_OF_TEXT ("what", what),
        TV_FIELD_OF_TEXT ("student_uid", student_uid),
        TV_FIELD_OF_TEXT ("reason", tv_none_if_empty (reason)),
    };

    return tv_change_put (change, "access", 0, NULL, fields, G_N_ELEMENTS (fields), error) != 0;
}
