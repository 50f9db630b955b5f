/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine's codes mean for a record book. */

#include "store/sqlite/tv-sqlite-private.h"

#include <errno.h>

/* What the system said of the file, or of its journal; an older engine has forgotten it by the time
 * a commit has failed, and the file itself has not. */
static int
find_system_error (sqlite3 *db)
{
    int number = sqlite3_system_errno (db);
    sqlite3_file *journal = NULL;

    if (number == 0)
        sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
    if (number == 0
        && sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal) == SQLITE_OK
        && journal && journal->pMethods)
        journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &number);
    return number;
}

/* The engine tells a disk without room from a failing one, but not a quota or a limit. */
static gboolean
is_out_of_room (sqlite3 *db, int code)
{
    int number = db && (code & 0xff) == SQLITE_IOERR ? find_system_error (db) : 0;

#ifdef EDQUOT
    if (number == EDQUOT)
        return TRUE;
#endif
    return number == ENOSPC || number == EFBIG;
}

/* A function that runs statements of its own passes on the words of an error and not its code. */
static int
find_code_of_words (sqlite3 *db, int code)
{
    static const int codes[] = { SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CORRUPT };

    for (guint i = 0; db && code == SQLITE_ERROR && i < G_N_ELEMENTS (codes); i++) {
        if (g_strcmp0 (sqlite3_errmsg (db), sqlite3_errstr (codes[i])) == 0)
            return codes[i];
    }
    return db && code == SQLITE_ERROR && g_strcmp0 (sqlite3_errmsg (db), "not authorized") == 0
               ? SQLITE_AUTH
               : code;
}

static TvStoreError
get_meaning (sqlite3 *db, int code)
{
    code = find_code_of_words (db, code);
    /* The journal's index lies in memory that a full disk has no room behind. */
    if (code == SQLITE_IOERR_SHMSIZE || is_out_of_room (db, code))
        return TV_STORE_ERROR_FULL;
    switch (code & 0xff) {
    case SQLITE_FULL:
        return TV_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return TV_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
        return TV_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
        return TV_STORE_ERROR_NOT_A_BOOK;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return TV_STORE_ERROR_BUSY;
    case SQLITE_AUTH:
        return TV_STORE_ERROR_NOT_ALLOWED;
    case SQLITE_CONSTRAINT:
        return TV_STORE_ERROR_CONSTRAINT;
    default:
        return TV_STORE_ERROR_FAILED;
    }
}

/**
 * tv_sqlite_set_error:
 * @error: (nullable): where to
 * @db: (nullable): the connection on which it happened
 * @code: the engine's result code
 * @doing: what was being done, for the log
 */
void
tv_sqlite_set_error (GError **error, sqlite3 *db, int code, const char *doing)
{
    g_set_error (error, TV_STORE_ERROR, get_meaning (db, code), "%s: %s (%d)", doing,
                 db ? sqlite3_errmsg (db) : sqlite3_errstr (code), code);
}
