/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "store/tv-connection.h"
#include "store/tv-schema.h"

G_BEGIN_DECLS

/* What the connection is kept to; see tv-access.h. */
typedef struct _TvSqliteAccess TvSqliteAccess;

struct _TvConnection {
    sqlite3 *db;
    TvSecret *key;          /* NULL: the file is not encrypted */
    TvSqliteAccess *access; /* NULL: to nothing */
    GHashTable *statements; /* SQL text -> TvStatement, kept between uses */
};

gboolean tv_sqlite_harden (sqlite3 *db, GError **error);
gboolean tv_sqlite_schema_guard (TvConnection *connection, int version, GError **error);
gboolean tv_sqlite_set_key (sqlite3 *db, const TvSecret *key, GError **error);
void tv_sqlite_access_free (TvSqliteAccess *self);
void tv_sqlite_statement_drop (TvStatement *self);
void tv_sqlite_set_error (GError **error, sqlite3 *db, int code, const char *doing);

G_END_DECLS
