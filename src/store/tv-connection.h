/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-date.h"
#include "base/tv-secret.h"
#include "store/tv-store-error.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What the topic files of this folder know of the engine. Parameters are written $1 to $n in the
 * SQL text and counted from 1; columns are counted from 0. */

typedef enum {
    TV_CONNECTION_CREATE,   /* a new file, written and read */
    TV_CONNECTION_WRITE,    /* a file that stands, written and read */
    TV_CONNECTION_LOCK,     /* a small file that is only there to be locked */
    TV_CONNECTION_COPY,     /* a new file that is filled by tv_connection_copy() */
    TV_CONNECTION_RECOVER,  /* a file that stands; what was broken off is taken back, no more */
    TV_CONNECTION_READ,     /* a file that stands, only read */
    TV_CONNECTION_UNLOCKED, /* a file that nobody can write, in a folder that cannot be written */
} TvConnectionMode;

TvConnection *
tv_connection_open (const char *path, TvConnectionMode mode, TvSecret *key, GError **error);
TvSecret *tv_connection_key (TvConnection *self);
void tv_connection_free (TvConnection *self);
gboolean tv_connection_exec (TvConnection *self, const char *sql, GError **error);
gboolean tv_connection_empty_journal (TvConnection *self, GError **error);
gboolean tv_connection_begin (TvConnection *self, GError **error);
gboolean tv_connection_commit (TvConnection *self, GError **error);
void tv_connection_rollback (TvConnection *self);
gint64 tv_connection_last_key (TvConnection *self);
void tv_connection_fill_random (TvConnection *self, guint8 *bytes, gsize size);

/* How far a long work of the engine has come; FALSE gives it up. */
typedef gboolean (*TvConnectionWatch) (gpointer data);
typedef gboolean (*TvConnectionProgress) (double fraction, gpointer data);

TvConnection *tv_connection_open_twin (TvConnection *self, GError **error);
gboolean tv_connection_copy (TvConnection *self, TvConnection *to, TvConnectionProgress progress,
                             gpointer data, GError **error);
gboolean tv_connection_export (TvConnection *self, const char *path, TvSecret *key,
                               TvConnectionWatch watch, gpointer data, GError **error);

gboolean tv_engine_file_is_plain (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvConnection, tv_connection_free)

/* A prepared statement on loan from its connection; handing it back makes it ready for another. */
typedef struct _TvStatement TvStatement;

typedef enum {
    TV_STEP_ERROR,
    TV_STEP_ROW,
    TV_STEP_DONE,
} TvStep;

TvStatement *tv_connection_prepare (TvConnection *self, const char *sql, GError **error);
void tv_statement_free (TvStatement *self);
void tv_statement_bind_int (TvStatement *self, int parameter, gint64 value);
void tv_statement_bind_text (TvStatement *self, int parameter, const char *value);
void tv_statement_bind_date (TvStatement *self, int parameter, TvDate value);
void tv_statement_bind_key (TvStatement *self, int parameter, gint64 id);
void tv_statement_bind_null (TvStatement *self, int parameter);
TvStep tv_statement_step (TvStatement *self, GError **error);
gboolean tv_statement_fetch (TvStatement *self, GError **error);
gboolean tv_statement_run (TvStatement *self, GError **error);

int tv_statement_n_columns (TvStatement *self);
const char *tv_statement_column_name (TvStatement *self, int column);
gboolean tv_statement_is_null (TvStatement *self, int column);
gboolean tv_statement_is_text (TvStatement *self, int column);
gint64 tv_statement_get_int (TvStatement *self, int column);
const char *tv_statement_get_text (TvStatement *self, int column);
TvDate tv_statement_get_date (TvStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvStatement, tv_statement_free)

G_END_DECLS
