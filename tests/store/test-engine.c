/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine under the book is one library. Two with the same names, SQLite and SQLCipher, crash.
 */

#define _GNU_SOURCE

#include "store/tv-connection.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static const char *
get_library (const char *name)
{
    Dl_info info = { 0 };
    gpointer function = dlsym (RTLD_DEFAULT, name);

    if (!function || dladdr (function, &info) == 0)
        return NULL;
    return info.dli_fname;
}

static void
test_is_one_library (void)
{
    const char *opens = get_library ("sqlite3_open_v2");
    const char *keys = get_library ("sqlite3_key");

    g_assert_nonnull (opens);
    g_test_message ("the engine is %s", opens);
    if (tv_engine_encrypts ())
        g_assert_cmpstr (opens, ==, keys);
    else
        g_assert_null (keys);
}

/* What the system has mapped into this program, whoever asked for it. */
static void
test_no_other_is_loaded (void)
{
    g_autoptr (GHashTable) engines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *maps = NULL;
    g_auto (GStrv) lines = NULL;

    g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
    lines = g_strsplit (maps, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        const char *path = strchr (lines[i], '/');

        if (path && (strstr (path, "libsqlite3") || strstr (path, "libsqlcipher")))
            g_hash_table_add (engines, g_strdup (path));
    }
    g_assert_cmpuint (g_hash_table_size (engines), ==, 1);
}

static void
test_is_new_enough (void)
{
    g_autoptr (TvConnection) connection = NULL;
    g_autoptr (TvStatement) statement = NULL;
    g_autoptr (GError) error = NULL;
    int major = 0, minor = 0;

    if (!tv_engine_encrypts ())
        return;
    connection = tv_connection_open (":memory:", TV_CONNECTION_WRITE, NULL, &error);
    g_assert_no_error (error);
    statement = tv_connection_prepare (connection, "PRAGMA cipher_version", &error);
    g_assert_cmpint (tv_statement_step (statement, &error), ==, TV_STEP_ROW);
    g_test_message ("SQLCipher %s", tv_statement_get_text (statement, 0));
    g_assert_cmpint (sscanf (tv_statement_get_text (statement, 0), "%d.%d", &major, &minor), ==, 2);
    g_assert_true (major > 4 || (major == 4 && minor >= 5));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/engine/one", test_is_one_library);
    g_test_add_func ("/engine/alone", test_no_other_is_loaded);
    g_test_add_func ("/engine/version", test_is_new_enough);
    return g_test_run ();
}
