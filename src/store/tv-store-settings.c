/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings that belong to the book, not to the machine. */

#include "store/tv-store-settings.h"

typedef struct {
    gint64 id; /* 0: not set */
    char *value;
} Setting;

static const char sql_find_setting[] = "SELECT id, value FROM setting WHERE name = $1";

static gboolean
find (TvConnection *connection, const char *key, Setting *setting, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_find_setting, error);
    TvStep step;

    if (!statement)
        return FALSE;
    tv_statement_bind_text (statement, 1, key);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW) {
        setting->id = tv_statement_get_int (statement, 0);
        setting->value = g_strdup (tv_statement_get_text (statement, 1));
    }
    return step != TV_STEP_ERROR;
}

/**
 * tv_store_find_setting:
 * @connection: a connection
 * @key: its name
 * @value: (out) (transfer full) (nullable): its value, %NULL while it is not set
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_setting (TvConnection *connection, const char *key, char **value, GError **error)
{
    Setting setting = { 0 };
    gboolean is_good = find (connection, key, &setting, error);

    *value = setting.value;
    return is_good;
}

/**
 * tv_store_put_setting:
 * @change: a change
 * @key: its name
 * @value: (nullable): its value; %NULL forgets it
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was written
 */
gboolean
tv_store_put_setting (TvChange *change, const char *key, const char *value, GError **error)
{
    const TvField fields[] = { TV_FIELD_OF_TEXT ("name", key), TV_FIELD_OF_TEXT ("value", value) };
    Setting setting = { 0 };

    if (!find (tv_change_connection (change), key, &setting, error))
        return FALSE;
    g_free (setting.value);
    if (value)
        return tv_change_put (change, "setting", setting.id, NULL, fields, G_N_ELEMENTS (fields),
                              error)
               != 0;
    return setting.id == 0 || tv_change_delete (change, "setting", setting.id, error);
}
