/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history a page at a time, as somebody looks through it. A book may hold a million change
 * sets: each question begins at the index that leaves the fewest of them, and what is counted is
 * bounded. */

#include "store/tv-store-history-search.h"

#include "base/tv-moment.h"
#include "store/tv-record-rows.h"
#include "store/tv-row-json.h"

void
tv_history_head_free (TvHistoryHead *self)
{
    g_clear_pointer (&self->set, tv_change_set_free);
    g_clear_pointer (&self->first, tv_history_entry_free);
    g_free (self->undone_kind);
    g_free (self->student_name);
    g_free (self->class_name);
    g_free (self);
}

static gpointer
read_head (TvStatement *row, int first)
{
    TvHistoryHead *head = g_new0 (TvHistoryHead, 1);

    head->set = tv_read_change_set (row, first);
    head->undone_kind = g_strdup (tv_statement_get_text (row, first + TV_N_CHANGE_SET_COLUMNS));
    return head;
}

#define TV_HEAD_QUERY                                                                              \
    "SELECT " TV_CHANGE_SET_COLUMNS ", o.kind" TV_CHANGE_SET_JOIN                                  \
    " LEFT JOIN change_set o ON o.id = h.undo_of WHERE "
/* $1 the last page's last id, $2 how many, $3 an id all are after, $4 and $5 the first moment and
 * the moment after the last, $6 the person, $7 the kind. */
#define TV_HEAD_BOUNDS                                                                             \
    "h.id < $1 AND h.id >= $3 AND ($4 = '' OR h.time_utc >= $4) AND ($5 = '' OR h.time_utc < $5)"  \
    " AND ($6 = 0 OR h.person_id = $6) AND ($7 = '' OR h.kind = $7)"
#define TV_HEAD_ORDER " ORDER BY h.id DESC LIMIT $2"

static const char sql_search[] = TV_HEAD_QUERY TV_HEAD_BOUNDS TV_HEAD_ORDER;
static const char sql_search_of_kind[]
    = TV_HEAD_QUERY "h.kind = $7 AND " TV_HEAD_BOUNDS TV_HEAD_ORDER;
static const char sql_search_of_person[]
    = TV_HEAD_QUERY "h.person_id = $6 AND " TV_HEAD_BOUNDS TV_HEAD_ORDER;
static const char sql_search_of_student[]
    = TV_HEAD_QUERY "h.id IN (SELECT e.change_set_id FROM change_entry e WHERE e.student_id = $8)"
                    " AND " TV_HEAD_BOUNDS TV_HEAD_ORDER;

static const char *
choose_search (const TvHistoryFilter *filter)
{
    if (filter->student_id)
        return sql_search_of_student;
    if (filter->kind)
        return sql_search_of_kind;
    return filter->person_id ? sql_search_of_person : sql_search;
}

#define AFTER_EVERY_MOMENT "~"

static const char sql_find_bounds[]
    = "SELECT COALESCE(MIN(id), 0), COALESCE(MAX(id), 0) FROM change_set"
      " WHERE time_utc >= $1 AND time_utc < $2";

/* A clock that was set back leaves moments out of order, so the days are looked up first and the
 * ids only narrow where they are looked for. */
static gboolean
find_bounds (TvConnection *connection, const char *from, const char *until, gint64 *lowest,
             gint64 *before, GError **error)
{
    g_autoptr (TvStatement) statement = NULL;

    *lowest = 0;
    if (!*from && !*until)
        return TRUE;
    statement = tv_prepare_with_text (connection, sql_find_bounds, from, error);
    if (!statement)
        return FALSE;
    tv_statement_bind_text (statement, 2, *until ? until : AFTER_EVERY_MOMENT);
    if (tv_statement_step (statement, error) != TV_STEP_ROW)
        return FALSE;
    *lowest = tv_statement_get_int (statement, 0);
    *before = MIN (*before, tv_statement_get_int (statement, 1) + 1);
    return TRUE;
}

static const char sql_count_subjects[]
    = "SELECT COUNT(*), COUNT(DISTINCT c.student_id), COALESCE(MIN(c.student_id), 0)"
      " FROM (SELECT student_id FROM change_entry WHERE change_set_id = $1 LIMIT $2) c";

static gboolean
count_subjects (TvConnection *connection, TvHistoryHead *head, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_count_subjects, head->set->id, error);

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 2, TV_HISTORY_MOST_COUNTED + 1);
    if (tv_statement_step (statement, error) != TV_STEP_ROW)
        return FALSE;
    head->n_entries = (guint) tv_statement_get_int (statement, 0);
    head->n_students = (guint) tv_statement_get_int (statement, 1);
    if (head->n_students == 1)
        head->student_id = tv_statement_get_int (statement, 2);
    return TRUE;
}

/* @text stays as it is where there is no row. */
static gboolean
find_text (TvConnection *connection, const char *sql, gint64 key, char **text, GError **error)
{
    g_autoptr (TvStatement) statement = tv_prepare_with_int (connection, sql, key, error);
    TvStep step;

    if (!statement)
        return FALSE;
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        *text = g_strdup (tv_statement_get_text (statement, 0));
    return step != TV_STEP_ERROR;
}

static char *
read_name (const char *json)
{
    g_autoptr (TvRowJson) row = json ? tv_row_json_read (json, NULL) : NULL;
    guint n_fields = 0;
    const TvField *fields = row ? tv_row_json_fields (row, &n_fields) : NULL;

    for (guint i = 0; i < n_fields; i++) {
        if (g_str_equal (fields[i].column, "name"))
            return g_strdup (fields[i].text);
    }
    return NULL;
}

static const char sql_find_student_name[] = "SELECT name FROM student WHERE id = $1";
static const char sql_find_last_student_json[]
    = "SELECT COALESCE(new_json, old_json) FROM change_entry"
      " WHERE student_id = $1 AND table_name = 'student' ORDER BY id DESC LIMIT 1";

/**
 * tv_store_find_student_name:
 * @connection: a connection
 * @student_id: of a child, who need not be in the book any more
 * @name: (out) (transfer full) (nullable): its name, the last one where it was taken out; %NULL
 *   where that is known no more
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_student_name (TvConnection *connection, gint64 student_id, char **name,
                            GError **error)
{
    g_autofree char *json = NULL;

    *name = NULL;
    if (!find_text (connection, sql_find_student_name, student_id, name, error))
        return FALSE;
    if (*name)
        return TRUE;
    if (!find_text (connection, sql_find_last_student_json, student_id, &json, error))
        return FALSE;
    *name = read_name (json);
    return TRUE;
}

static const char sql_find_class_name[]
    = "SELECT c.name FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.student_id = $1"
      " ORDER BY e.year_id DESC, e.id DESC LIMIT 1";

static gboolean
read_first_entry (TvConnection *connection, TvHistoryHead *head, GError **error)
{
    g_autoptr (GPtrArray) entries = tv_store_list_entries (connection, head->set->id, 0, 1, error);

    if (!entries)
        return FALSE;
    if (entries->len > 0)
        head->first = g_ptr_array_steal_index (entries, 0);
    return TRUE;
}

static gboolean
fill_head (TvConnection *connection, TvHistoryHead *head, GError **error)
{
    if (!count_subjects (connection, head, error))
        return FALSE;
    if (head->n_students == 0)
        return read_first_entry (connection, head, error);
    if (head->n_students > 1)
        return TRUE;
    return tv_store_find_student_name (connection, head->student_id, &head->student_name, error)
           && find_text (connection, sql_find_class_name, head->student_id, &head->class_name,
                         error);
}

static void
bind_filter (TvStatement *statement, const TvHistoryFilter *filter, const char *from,
             const char *until)
{
    tv_statement_bind_text (statement, 4, from);
    tv_statement_bind_text (statement, 5, until);
    tv_statement_bind_int (statement, 6, filter->person_id);
    tv_statement_bind_text (statement, 7, filter->kind ? filter->kind : "");
    if (filter->student_id)
        tv_statement_bind_int (statement, 8, filter->student_id);
}

static char *
moment_or_none (TvDate day)
{
    return day == TV_DATE_NONE ? g_strdup ("") : tv_moment_of_day (day);
}

/**
 * tv_store_search_history:
 * @connection: a connection
 * @filter: which are asked for
 * @before: only change sets before this one, 0 from the newest
 * @limit: how many at most
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvHistoryHead): the newest first
 */
GPtrArray *
tv_store_search_history (TvConnection *connection, const TvHistoryFilter *filter, gint64 before,
                         guint limit, GError **error)
{
    TvDate after = filter->last_day == TV_DATE_NONE ? TV_DATE_NONE : filter->last_day + 1;
    g_autofree char *from = moment_or_none (filter->first_day);
    g_autofree char *until = moment_or_none (after);
    g_autoptr (TvStatement) statement = NULL;
    g_autoptr (GPtrArray) heads = NULL;
    gint64 lowest;

    before = before ? before : G_MAXINT64;
    if (!find_bounds (connection, from, until, &lowest, &before, error))
        return NULL;
    statement = tv_prepare_with_int (connection, choose_search (filter), before, error);
    if (!statement)
        return NULL;
    tv_statement_bind_int (statement, 2, limit);
    tv_statement_bind_int (statement, 3, lowest);
    bind_filter (statement, filter, from, until);
    heads = tv_rows_list (statement, read_head, (GDestroyNotify) tv_history_head_free, error);
    for (guint i = 0; heads && i < heads->len; i++) {
        if (!fill_head (connection, heads->pdata[i], error))
            return NULL;
    }
    return g_steal_pointer (&heads);
}

static const char sql_get_head[] = TV_HEAD_QUERY "h.id = $1";

/**
 * tv_store_get_history_head:
 * @connection: a connection
 * @id: of a change set
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): what a list shows of it
 */
TvHistoryHead *
tv_store_get_history_head (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_prepare_with_int (connection, sql_get_head, id, error);
    g_autoptr (TvHistoryHead) head = tv_rows_get (statement, read_head, "change set", error);

    if (!head || !fill_head (connection, head, error))
        return NULL;
    return g_steal_pointer (&head);
}

static const char sql_find_undo_of[]
    = "SELECT id FROM change_set WHERE undo_of = $1 ORDER BY id DESC LIMIT 1";

/**
 * tv_store_find_undo_of:
 * @connection: a connection
 * @id: of a change set
 * @undo_id: (out): the last change set that undid it; 0 if none did
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_undo_of (TvConnection *connection, gint64 id, gint64 *undo_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_find_undo_of, id, error);
    TvStep step;

    if (!statement)
        return FALSE;
    step = tv_statement_step (statement, error);
    *undo_id = step == TV_STEP_ROW ? tv_statement_get_int (statement, 0) : 0;
    return step != TV_STEP_ERROR;
}

/* From one kind to the next by the index, never past every change set. */
static const char sql_find_next_kind[] = "SELECT MIN(kind) FROM change_set WHERE kind > $1";

/**
 * tv_store_list_change_kinds:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the kinds of change set that the book holds
 */
char **
tv_store_list_change_kinds (TvConnection *connection, GError **error)
{
    g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
    g_autofree char *last = g_strdup ("");

    while (last) {
        g_autoptr (TvStatement) statement
            = tv_prepare_with_text (connection, sql_find_next_kind, last, error);

        if (!statement || tv_statement_step (statement, error) != TV_STEP_ROW)
            return NULL;
        g_free (last);
        last = g_strdup (tv_statement_get_text (statement, 0));
        if (last)
            g_strv_builder_add (kinds, last);
    }
    return g_strv_builder_end (kinds);
}
