/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine's encryption. The key is 256 random bits, so that none of the engine's own password
 * hashing is needed; each page is encrypted and signed, and a page that was changed is not read. */

#include "store/sqlite/tv-sqlite-private.h"

#include "base/tv-key-wrap.h"

#include <stdio.h>
#include <string.h>

/**
 * tv_engine_encrypts:
 *
 * Returns: whether this program can open and make protected books
 */
gboolean
tv_engine_encrypts (void)
{
#ifdef TV_HAS_ENCRYPTION
    return TRUE;
#else
    return FALSE;
#endif
}

#ifdef TV_HAS_ENCRYPTION

static int
take_version_cb (void *data, int n_columns, char **texts, char **names)
{
    char **version = data;

    *version = n_columns > 0 && texts[0] ? g_strndup (texts[0], strcspn (texts[0], " ")) : NULL;
    return 0;
}

/**
 * tv_engine_encryption_version:
 *
 * Asks the engine itself, since the package's own version is that of the data base under it.
 *
 * Returns: (transfer full) (nullable): such as "4.6.1"; %NULL where nothing can be encrypted
 */
char *
tv_engine_encryption_version (void)
{
    char *version = NULL;
    sqlite3 *db = NULL;

    if (sqlite3_open (":memory:", &db) == SQLITE_OK)
        sqlite3_exec (db, "PRAGMA cipher_version", take_version_cb, &version, NULL);
    sqlite3_close (db);
    return version;
}

#else

char *
tv_engine_encryption_version (void)
{
    return NULL;
}

#endif

/**
 * tv_engine_file_is_plain:
 * @path: of a file
 *
 * A file of which not even the head can be read, or with nothing in it, counts as plain: what is
 * wrong with it shows when it is opened.
 *
 * Returns: whether it is not encrypted; an encrypted one looks like noise from its first byte
 */
gboolean
tv_engine_file_is_plain (const char *path)
{
    static const char magic[] = "SQLite format 3";
    char head[sizeof magic] = { 0 };
    FILE *file = fopen (path, "rb");
    gsize n_read = file ? fread (head, 1, sizeof head, file) : 0;

    if (file)
        fclose (file);
    return n_read < sizeof head || memcmp (head, magic, sizeof magic) == 0;
}

#ifdef TV_HAS_ENCRYPTION

/* The engine takes a key as it is where it is written x'…' in hexadecimal digits. */
#define KEY_TEXT_SIZE (3 + 2 * TV_KEY_SIZE)

static TvSecret *
write_key (const TvSecret *key)
{
    static const char digits[] = "0123456789abcdef";
    const guint8 *bytes = tv_secret_bytes (key);
    char text[KEY_TEXT_SIZE] = "x'";
    TvSecret *written;

    g_assert (tv_secret_size (key) == TV_KEY_SIZE);
    for (gsize i = 0; i < TV_KEY_SIZE; i++) {
        text[2 + 2 * i] = digits[bytes[i] >> 4];
        text[3 + 2 * i] = digits[bytes[i] & 15];
    }
    text[KEY_TEXT_SIZE - 1] = '\'';
    written = tv_secret_new (text, sizeof text);
    tv_secret_wipe (text, sizeof text);
    return written;
}

/* What goes wrong is told by result codes; the engine would write it on the terminal too. */
static const char quiet_setting[] = "PRAGMA cipher_log_level = NONE";

gboolean
tv_sqlite_set_key (sqlite3 *db, const TvSecret *key, GError **error)
{
    g_autoptr (TvSecret) written = write_key (key);
    int code = sqlite3_exec (db, quiet_setting, NULL, NULL, NULL);

    if (code == SQLITE_OK)
        code = sqlite3_key (db, tv_secret_bytes (written), (int) tv_secret_size (written));
    if (code == SQLITE_OK)
        return TRUE;
    tv_sqlite_set_error (error, db, code, "key");
    return FALSE;
}

static const char sql_attach[] = "ATTACH DATABASE $1 AS exported KEY $2";

static gboolean
attach (TvConnection *self, const char *path, TvSecret *key, GError **error)
{
    g_autoptr (TvSecret) written = key ? write_key (key) : tv_secret_new (NULL, 0);
    g_autoptr (TvStatement) statement = tv_connection_prepare (self, sql_attach, error);

    if (!statement)
        return FALSE;
    tv_statement_bind_text (statement, 1, path);
    tv_statement_bind_text (statement, 2, tv_secret_text (written));
    return tv_statement_run (statement, error);
}

typedef struct {
    TvConnectionWatch watch;
    gpointer data;
} Watch;

static int
look_up_cb (gpointer data)
{
    Watch *watch = data;

    return watch->watch (watch->data) ? 0 : 1;
}

/* The engine copies tables and what is in them; what the file is said to be it leaves out. */
static gboolean
fill (TvConnection *self, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (
        self,
        "SELECT a.application_id, v.user_version FROM pragma_application_id a,"
        " pragma_user_version v",
        error);
    g_autofree char *marks = NULL;

    if (!statement || tv_statement_step (statement, error) != TV_STEP_ROW)
        return FALSE;
    marks = g_strdup_printf ("PRAGMA exported.application_id = %" G_GINT64_FORMAT
                             "; PRAGMA exported.user_version = %" G_GINT64_FORMAT,
                             tv_statement_get_int (statement, 0),
                             tv_statement_get_int (statement, 1));
    return tv_connection_exec (self, "SELECT sqlcipher_export ('exported')", error)
           && tv_connection_exec (self, marks, error);
}

/* How many of its own steps the engine takes between two looks at the watch. */
#define STEPS_BETWEEN_LOOKS 20000

/**
 * tv_connection_export:
 * @self: a connection outside a transaction
 * @path: of an empty file
 * @key: (nullable): what its pages are to be encrypted with; %NULL leaves them plain
 * @watch: called now and then
 * @data: handed to @watch
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_NO_ENCRYPTION
 *
 * Writes all that the book holds into the other file, from a plain one to an encrypted one and
 * back.
 *
 * Returns: whether the engine has written all; if not, what stands in the file is worth nothing
 */
gboolean
tv_connection_export (TvConnection *self, const char *path, TvSecret *key, TvConnectionWatch watch,
                      gpointer data, GError **error)
{
    Watch both = { watch, data };
    gboolean is_filled;

    if (!attach (self, path, key, error))
        return FALSE;
    sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, look_up_cb, &both);
    is_filled = fill (self, error);
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
    return tv_connection_exec (self, "DETACH DATABASE exported", is_filled ? error : NULL)
           && is_filled;
}

#else

gboolean
tv_sqlite_set_key (sqlite3 *db, const TvSecret *key, GError **error)
{
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_ENCRYPTION,
                         sqlite3_libversion ());
    return FALSE;
}

gboolean
tv_connection_export (TvConnection *self, const char *path, TvSecret *key, TvConnectionWatch watch,
                      gpointer data, GError **error)
{
    return tv_sqlite_set_key (self->db, key, error);
}

#endif
