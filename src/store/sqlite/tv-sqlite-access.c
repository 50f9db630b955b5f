/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps a connection to what one person may see and write. Temporary views stand before the tables,
 * and the engine asks here about every statement that it prepares: a table behind a view is read
 * through that view alone.
 *
 * The engine tells by a name through what a table is read, and a subquery can be given any name. So
 * each view reads through a second one, whose name is drawn at random for the connection and is
 * told to nobody: the catalogue cannot be read, nor a statement be explained. */

#include "store/sqlite/tv-sqlite-private.h"
#include "store/tv-access.h"
#include "store/tv-right.h"

#include <string.h>

#define N_SECRET_BYTES 16

struct _TvSqliteAccess {
    TvPerson *person;
    gint64 until_us; /* records were requested until then; 0: they were not */
    char secret[2 * N_SECRET_BYTES + 4];
    gboolean can_write;
};

static gboolean
has_request (const TvSqliteAccess *self)
{
    return self->until_us != 0;
}

static void
draw_secret (TvSqliteAccess *self, TvConnection *connection)
{
    guint8 bytes[N_SECRET_BYTES];

    tv_connection_fill_random (connection, bytes, sizeof bytes);
    g_strlcpy (self->secret, "v_", sizeof self->secret);
    for (guint i = 0; i < N_SECRET_BYTES; i++)
        g_snprintf (self->secret + 2 + 2 * i, 3, "%02x", bytes[i]);
}

void
tv_sqlite_access_free (TvSqliteAccess *self)
{
    tv_person_unref (self->person);
    memset (self->secret, 0, sizeof self->secret);
    g_free (self);
}

/* The second view of a table; the authorizer knows it by how its name begins. */
static gboolean
is_through_view (const TvSqliteAccess *self, const char *context, const char *table)
{
    gsize length = strlen (self->secret);

    return context && strncmp (context, self->secret, length) == 0 && context[length] == '_'
           && strlen (context) > length + 1 && table != NULL;
}

/* Keys tie the tables together and say nothing by themselves. The engine reads them when it watches
 * over references, and a row is found by its own when it is written. */
static gboolean
is_key (const char *column)
{
    return strcmp (column, "id") == 0 || strcmp (column, "undo_of") == 0
           || g_str_has_suffix (column, "_id");
}

/* The device's last link, whoever made it, is what the next one is made of. */
static gboolean
is_of_chain (const char *table, const char *column, const char *context)
{
    return strcmp (table, "change_set") == 0
           && (strcmp (column, "chain") == 0 || g_strcmp0 (context, "change_set_stays") == 0);
}

static gboolean
may_read (const TvSqliteAccess *self, const char *table, const char *column, const char *context)
{
    const TvSight *sight;

    if (!tv_access_is_known (table))
        return FALSE;
    sight = tv_access_find_sight (self->person->role, has_request (self), table);
    if (!sight || is_through_view (self, context, table))
        return TRUE;
    /* No column is asked for where only the number of rows is, which a view of all rows gives. */
    if (*column == '\0')
        return sight->rows == NULL;
    return self->can_write && (is_key (column) || is_of_chain (table, column, context));
}

static gboolean
may_write_history (const char *table, TvAction action, const char *column)
{
    if (action == TV_ACTION_UPDATE)
        return strcmp (table, "change_set") == 0 && g_strcmp0 (column, "chain") == 0;
    return action == TV_ACTION_INSERT
           && (strcmp (table, "device") == 0 || strcmp (table, "change_set") == 0
               || strcmp (table, "change_entry") == 0);
}

static gboolean
may_write (const TvSqliteAccess *self, const char *table, TvAction action, const char *column)
{
    return self->can_write
           && (tv_right_may_write (self->person->role, table, action)
               || may_write_history (table, action, column));
}

/* What a query reads of its own views and subqueries. */
static gboolean
is_own (const char *database, const char *table)
{
    return g_strcmp0 (database, "temp") == 0 && !g_str_has_prefix (table, "sqlite_");
}

static gboolean
is_allowed (const TvSqliteAccess *self, int action, const char *first, const char *second,
            const char *database, const char *context)
{
    gboolean is_book = g_strcmp0 (database, "main") == 0;

    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_RECURSIVE:
        return TRUE;
    case SQLITE_FUNCTION:
        return g_ascii_strcasecmp (second, "load_extension") != 0;
    case SQLITE_READ:
        /* Where no database is named it is one of those that shadow the tables. */
        return is_own (database, first)
               || (!database && *second == '\0' && tv_access_is_known (first))
               || (is_book && may_read (self, first, second, context));
    case SQLITE_INSERT:
        return is_book && may_write (self, first, TV_ACTION_INSERT, NULL);
    case SQLITE_UPDATE:
        return is_book && may_write (self, first, TV_ACTION_UPDATE, second);
    case SQLITE_DELETE:
        return is_book && may_write (self, first, TV_ACTION_DELETE, NULL);
    default:
        return FALSE;
    }
}

static int
authorize_cb (void *data, int action, const char *first, const char *second, const char *database,
              const char *context)
{
    return is_allowed (data, action, first, second, database, context) ? SQLITE_OK : SQLITE_DENY;
}

static gboolean
drop_views (TvConnection *connection, TvSqliteAccess *access, GError **error)
{
    guint n_sights;
    const TvSight *sights = tv_access_list_sights (&n_sights);

    for (guint i = 0; i < n_sights; i++) {
        g_autofree char *sql = NULL;

        if (sights[i].role != access->person->role)
            continue;
        sql = g_strdup_printf ("DROP VIEW IF EXISTS temp.%s; DROP VIEW IF EXISTS temp.%s_%s",
                               sights[i].table, access->secret, sights[i].table);
        if (!tv_connection_exec (connection, sql, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
make_views (TvConnection *connection, TvSqliteAccess *access, GError **error)
{
    guint n_sights;
    const TvSight *sights = tv_access_list_sights (&n_sights);

    for (guint i = 0; i < n_sights; i++) {
        const TvSight *sight = &sights[i];
        g_autofree char *select = NULL, *sql = NULL;

        if (tv_access_find_sight (access->person->role, has_request (access), sight->table)
            != sight)
            continue;
        select = tv_access_write_select (sight, access->person);
        sql = g_strdup_printf ("CREATE TEMP VIEW %s_%s AS %s;"
                               "CREATE TEMP VIEW %s AS SELECT * FROM temp.%s_%s",
                               access->secret, sight->table, select, sight->table, access->secret,
                               sight->table);
        if (!tv_connection_exec (connection, sql, error))
            return FALSE;
    }
    return TRUE;
}

/* Whoever was kept to less before: what is left of it goes. */
static gboolean
remove_access (TvConnection *connection, GError **error)
{
    sqlite3_set_authorizer (connection->db, NULL, NULL);
    if (connection->access && !drop_views (connection, connection->access, error))
        return FALSE;
    g_clear_pointer (&connection->access, tv_sqlite_access_free);
    return TRUE;
}

/* A connection of which not all is set up answers nothing. */
static int
refuse_cb (void *data, int action, const char *first, const char *second, const char *database,
           const char *context)
{
    return SQLITE_DENY;
}

/**
 * tv_access_install:
 * @connection: one outside of a transaction
 * @person: who uses it from now on
 * @until_us: until when every child's record is seen, microseconds since 1970 began, UTC; 0: only
 *   what the role sees anyway
 * @error: (nullable): a #TvStoreError; the connection refuses everything then
 *
 * Keeps the connection to what the person may see and write. The nurse's is kept to nothing, and
 * is as fast as if there were no rights.
 *
 * Returns: whether it was done
 */
gboolean
tv_access_install (TvConnection *connection, const TvPerson *person, gint64 until_us,
                   GError **error)
{
    TvSqliteAccess *access;

    if (!remove_access (connection, error)) {
        sqlite3_set_authorizer (connection->db, refuse_cb, NULL);
        return FALSE;
    }
    if (person->role == TV_ROLE_NURSE)
        return TRUE;
    access = g_new0 (TvSqliteAccess, 1);
    access->person = tv_person_new (person);
    access->until_us = until_us;
    access->can_write = sqlite3_db_readonly (connection->db, "main") == 0;
    draw_secret (access, connection);
    connection->access = access;
    if (!make_views (connection, access, error)) {
        sqlite3_set_authorizer (connection->db, refuse_cb, NULL);
        return FALSE;
    }
    sqlite3_set_authorizer (connection->db, authorize_cb, access);
    return TRUE;
}

/**
 * tv_access_keep:
 * @connection: one outside of a transaction
 * @clock: where the time comes from
 * @error: (nullable): a #TvStoreError
 *
 * Takes away what was granted for a time that is over.
 *
 * Returns: whether the connection may be used
 */
gboolean
tv_access_keep (TvConnection *connection, TvClock *clock, GError **error)
{
    const TvSqliteAccess *access = connection->access;
    g_autoptr (TvPerson) person = NULL;

    if (!access || !has_request (access) || tv_clock_now_us (clock) < access->until_us)
        return TRUE;
    person = tv_person_ref (access->person);
    return tv_access_install (connection, person, 0, error);
}

/**
 * tv_access_is_installed:
 *
 * Returns: whether the connection is kept to less than all
 */
gboolean
tv_access_is_installed (TvConnection *connection)
{
    return connection->access != NULL;
}
