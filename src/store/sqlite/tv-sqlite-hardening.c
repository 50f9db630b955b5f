/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine is not to do for a file of whatever origin. A book on somebody's stick may be
 * made to ask for all memory, or to lead the engine to other files. */

#include "store/sqlite/tv-sqlite-private.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    int what;
    int most;
} Limit;

/* Well above what a book has and a query of ours needs; far below what the engine would take. A
 * value is at most the history's record of one row, notes and all. */
static const Limit limits[] = {
    { SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 256 * 1024 },
    { SQLITE_LIMIT_COLUMN, 200 },
    { SQLITE_LIMIT_EXPR_DEPTH, 200 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
    { SQLITE_LIMIT_VDBE_OP, 250000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 32 },
    { SQLITE_LIMIT_ATTACHED, 1 }, /* a copy that is being written */
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 2000 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

typedef struct {
    int what;
    int is_on;
} Switch;

/* DEFENSIVE: no statement reaches the tables behind the tables. A book has no views of its own
 * (those that stand in memory alone are not meant), and a text is never mistaken for a name. */
static const Switch switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
};

#define MAGIC_SIZE 8

/* A journal of the older kind may end with the name of another file, which the engine would read
 * and then delete: sqlite.org/atomiccommit.html, 5.4. Ours never do, for no change of ours is of
 * two files. */
static gboolean
names_other_file (const char *journal)
{
    static const guint8 magic[MAGIC_SIZE] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
    guint8 end[MAGIC_SIZE];
    FILE *file = fopen (journal, "rb");
    gboolean is_found;

    if (!file)
        return FALSE;
    is_found = fseek (file, -MAGIC_SIZE, SEEK_END) == 0 && fread (end, MAGIC_SIZE, 1, file) == 1
               && memcmp (end, magic, MAGIC_SIZE) == 0;
    fclose (file);
    return is_found;
}

static gboolean
check_journal (sqlite3 *db, GError **error)
{
    const char *path = sqlite3_db_filename (db, "main");
    g_autofree char *journal = path && *path ? g_strconcat (path, "-journal", NULL) : NULL;

    if (!journal || !names_other_file (journal))
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_A_BOOK, "%s leads to another file",
                 journal);
    return FALSE;
}

/**
 * tv_sqlite_harden:
 * @db: a connection that was just opened, before anything is asked of it
 * @error: (nullable): TV_STORE_ERROR_NOT_A_BOOK where what lies beside the file would make the
 *   engine delete another one
 *
 * Returns: whether the file may be looked into
 */
gboolean
tv_sqlite_harden (sqlite3 *db, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
        sqlite3_limit (db, limits[i].what, limits[i].most);
    for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
        sqlite3_db_config (db, switches[i].what, switches[i].is_on, NULL);
    return check_journal (db, error);
}
