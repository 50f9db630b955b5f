/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ends well where the library it is linked with is SQLCipher 4.5 or newer. */

#include <sqlite3.h>
#include <stdio.h>

int
main (void)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    int major = 0, minor = 0;

    if (sqlite3_open (":memory:", &db) == SQLITE_OK
        && sqlite3_prepare_v2 (db, "PRAGMA cipher_version", -1, &statement, NULL) == SQLITE_OK
        && sqlite3_step (statement) == SQLITE_ROW)
        sscanf ((const char *) sqlite3_column_text (statement, 0), "%d.%d", &major, &minor);
    sqlite3_finalize (statement);
    sqlite3_close (db);
    return major > 4 || (major == 4 && minor >= 5) ? 0 : 1;
}
