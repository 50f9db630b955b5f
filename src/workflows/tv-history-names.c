/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history keeps keys; people know classes, rounds and children by their names. */

#include "workflows/tv-history-names.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-history-search.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-years.h"

#include <glib/gi18n.h>

struct _TvHistoryNames {
    TvConnection *connection; /* unowned */
    GHashTable *names[TV_HISTORY_N_NAMES];
    TvLevel level;
    gboolean has_level;
    GError *error; /* the first that was no missing record */
};

/**
 * tv_history_names_new:
 * @connection: where reading goes on; it must outlive the names
 *
 * Returns: (transfer full): no names yet
 */
TvHistoryNames *
tv_history_names_new (TvConnection *connection)
{
    TvHistoryNames *self = g_new0 (TvHistoryNames, 1);

    self->connection = connection;
    for (guint i = 0; i < TV_HISTORY_N_NAMES; i++)
        self->names[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    return self;
}

void
tv_history_names_free (TvHistoryNames *self)
{
    for (guint i = 0; i < TV_HISTORY_N_NAMES; i++)
        g_hash_table_unref (self->names[i]);
    g_clear_error (&self->error);
    g_free (self);
}

static char *
find_class (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvClass) class_ = tv_store_get_class (connection, id, error);

    return class_ ? g_strdup (class_->name) : NULL;
}

static char *
find_round (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvRound) round = tv_store_get_round (connection, id, error);

    return round ? g_strdup (round->name) : NULL;
}

static char *
find_student (TvConnection *connection, gint64 id, GError **error)
{
    char *name = NULL;

    tv_store_find_student_name (connection, id, &name, error);
    return name;
}

static char *
find_year (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, id, error);

    return year ? tv_school_year_name (year->first_year) : NULL;
}

static char *(*const finders[]) (TvConnection *connection, gint64 id, GError **error) = {
    [TV_HISTORY_NAME_CLASS] = find_class,
    [TV_HISTORY_NAME_ROUND] = find_round,
    [TV_HISTORY_NAME_STUDENT] = find_student,
    [TV_HISTORY_NAME_YEAR] = find_year,
};

static void
take_error (TvHistoryNames *self, GError *error)
{
    if (self->error || g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND))
        g_error_free (error);
    else
        self->error = error;
}

static char *
look_up (TvHistoryNames *self, TvHistoryNameKind kind, gint64 id)
{
    GError *error = NULL;
    char *name = finders[kind](self->connection, id, &error);

    if (error)
        take_error (self, error);
    if (name)
        return name;
    return g_strdup (kind == TV_HISTORY_NAME_STUDENT ? _ ("a child without a name in the book")
                                                     : _ ("no longer in the book"));
}

/**
 * tv_history_names_get:
 * @kind: of what
 * @id: its key
 *
 * Returns: (transfer none): its name as it is today; a few words where it is gone
 */
const char *
tv_history_names_get (TvHistoryNames *self, TvHistoryNameKind kind, gint64 id)
{
    const char *name = g_hash_table_lookup (self->names[kind], &id);

    if (name)
        return name;
    g_hash_table_insert (self->names[kind], g_memdup2 (&id, sizeof id), look_up (self, kind, id));
    return g_hash_table_lookup (self->names[kind], &id);
}

/**
 * tv_history_names_level:
 *
 * Returns: the level of the school, by which grades are named
 */
TvLevel
tv_history_names_level (TvHistoryNames *self)
{
    g_autoptr (TvSchool) school = NULL;
    GError *error = NULL;

    if (self->has_level)
        return self->level;
    school = tv_store_get_school (self->connection, &error);
    if (school)
        self->level = school->level;
    else
        take_error (self, error);
    self->has_level = TRUE;
    return self->level;
}

/**
 * tv_history_names_check:
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether every name could be looked for
 */
gboolean
tv_history_names_check (TvHistoryNames *self, GError **error)
{
    if (!self->error)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&self->error));
    return FALSE;
}
