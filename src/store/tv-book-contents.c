/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a book holds, in few words: for whoever chooses among backups, and to tell whether a copy
 * is whole. Asks only for what every version of a book has. */

#include "store/tv-book-contents.h"

static gboolean
step_to_row (TvStatement *row, GError **error)
{
    TvStep step = row ? tv_statement_step (row, error) : TV_STEP_ERROR;

    if (step == TV_STEP_DONE)
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT,
                             "a book without a school");
    return step == TV_STEP_ROW;
}

static const char sql_school_of_contents[]
    = "SELECT uid, name, is_practice FROM school ORDER BY id";

static gboolean
read_school (TvBookContents *self, TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_school_of_contents, error);

    if (!step_to_row (row, error))
        return FALSE;
    self->school_uid = g_strdup (tv_statement_get_text (row, 0));
    self->school_name = g_strdup (tv_statement_get_text (row, 1));
    self->is_practice = tv_statement_get_int (row, 2) != 0;
    return TRUE;
}

static const char sql_counts_of_contents[]
    = "SELECT (SELECT COUNT(*) FROM student), (SELECT COUNT(*) FROM measurement),"
      " (SELECT COUNT(*) FROM round), (SELECT COUNT(*) FROM change_set),"
      " (SELECT MAX(first_year) FROM school_year)";

static gboolean
read_counts (TvBookContents *self, TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_counts_of_contents, error);

    if (!step_to_row (row, error))
        return FALSE;
    self->n_students = tv_statement_get_int (row, 0);
    self->n_measurements = tv_statement_get_int (row, 1);
    self->n_rounds = tv_statement_get_int (row, 2);
    self->n_change_sets = tv_statement_get_int (row, 3);
    self->first_year = (int) tv_statement_get_int (row, 4);
    return TRUE;
}

static const char sql_state_of_contents[] = "SELECT uid FROM change_set ORDER BY id DESC LIMIT 1";

static gboolean
read_state (TvBookContents *self, TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_state_of_contents, error);
    TvStep step = row ? tv_statement_step (row, error) : TV_STEP_ERROR;

    self->state = g_strdup (step == TV_STEP_ROW ? tv_statement_get_text (row, 0) : "");
    return step != TV_STEP_ERROR;
}

/* That somebody has looked is no change. */
static const char sql_last_change_of_contents[]
    = "SELECT c.time_utc, p.name, c.kind FROM change_set c LEFT JOIN person p ON p.id = c.person_id"
      " WHERE c.kind <> 'open-book' AND c.kind <> 'open-record' AND c.kind NOT LIKE 'export-%'"
      " ORDER BY c.id DESC LIMIT 1";

static gboolean
read_last_change (TvBookContents *self, TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) row
        = tv_connection_prepare (connection, sql_last_change_of_contents, error);
    TvStep step = row ? tv_statement_step (row, error) : TV_STEP_ERROR;

    if (step == TV_STEP_ROW) {
        self->last_time_utc = g_strdup (tv_statement_get_text (row, 0));
        self->last_person = g_strdup (tv_statement_get_text (row, 1));
        self->last_kind = g_strdup (tv_statement_get_text (row, 2));
    }
    return step != TV_STEP_ERROR;
}

/**
 * tv_book_contents_read:
 * @connection: to a book
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): what is in it
 */
TvBookContents *
tv_book_contents_read (TvConnection *connection, GError **error)
{
    g_autoptr (TvBookContents) self = g_new0 (TvBookContents, 1);

    if (!read_school (self, connection, error) || !read_counts (self, connection, error)
        || !read_state (self, connection, error) || !read_last_change (self, connection, error))
        return NULL;
    return g_steal_pointer (&self);
}

/**
 * tv_book_contents_equal:
 *
 * Returns: whether both are of one book at one moment
 */
gboolean
tv_book_contents_equal (const TvBookContents *one, const TvBookContents *other)
{
    return g_str_equal (one->school_uid, other->school_uid)
           && g_str_equal (one->state, other->state) && one->n_students == other->n_students
           && one->n_measurements == other->n_measurements && one->n_rounds == other->n_rounds
           && one->n_change_sets == other->n_change_sets;
}

void
tv_book_contents_free (TvBookContents *self)
{
    g_free (self->school_uid);
    g_free (self->school_name);
    g_free (self->state);
    g_free (self->last_time_utc);
    g_free (self->last_person);
    g_free (self->last_kind);
    g_free (self);
}
