/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine's codes mean for a record book. */

#include "store/sqlite/tv-sqlite-private.h"

static TvStoreError
get_meaning (int code)
{
    /* The journal's index lies in memory that a full disk has no room behind. */
    if (code == SQLITE_IOERR_SHMSIZE)
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
    g_set_error (error, TV_STORE_ERROR, get_meaning (code), "%s: %s (%d)", doing,
                 db ? sqlite3_errmsg (db) : sqlite3_errstr (code), code);
}
