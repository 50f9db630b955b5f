/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a child out of the book on a lawful request, for good: the records go, and so do the values
 * of every entry of the history about the child. What stays is that the entries were there, which
 * the chain stands on, and that the child of this uid was erased, by whom, when and why. */

#include "store/tv-store-erasing.h"

#include "store/tv-access-rows.h"
#include "store/tv-change-right.h"
#include "store/tv-record-rows.h"
#include "store/tv-right.h"
#include "store/tv-store-private.h"
#include "store/tv-store-students.h"

static const char sql_list_readings[]
    = "SELECT r.id FROM reading r JOIN measurement m ON m.id = r.measurement_id"
      " WHERE m.student_id = $1";
static const char sql_list_measurements[] = "SELECT id FROM measurement WHERE student_id = $1";
static const char sql_list_enrolments[] = "SELECT id FROM enrolment WHERE student_id = $1";

static gpointer
read_id (TvStatement *row, int first)
{
    gint64 *id = g_new (gint64, 1);

    *id = tv_statement_get_int (row, first);
    return id;
}

static gboolean
delete_all (TvChange *change, const char *table, const char *sql, gint64 student_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (change->connection, sql, student_id, error);
    g_autoptr (GPtrArray) ids = tv_rows_list (statement, read_id, g_free, error);

    for (guint i = 0; ids && i < ids->len; i++) {
        if (!tv_change_delete (change, table, *(gint64 *) ids->pdata[i], error))
            return FALSE;
    }
    return ids != NULL;
}

static const char sql_list_reasons[]
    = "SELECT id FROM access WHERE student_uid = $1 AND reason IS NOT NULL";

/* Who looked at the child stays; what was said about it goes. */
static gboolean
forget_reasons (TvChange *change, const char *student_uid, GError **error)
{
    const TvField fields[] = { TV_FIELD_OF_TEXT ("reason", NULL) };
    g_autoptr (TvStatement) statement
        = tv_prepare_with_text (change->connection, sql_list_reasons, student_uid, error);
    g_autoptr (GPtrArray) ids = tv_rows_list (statement, read_id, g_free, error);

    for (guint i = 0; ids && i < ids->len; i++) {
        if (tv_change_put (change, "access", *(gint64 *) ids->pdata[i], NULL, fields,
                           G_N_ELEMENTS (fields), error)
            == 0)
            return FALSE;
    }
    return ids != NULL;
}

/* A record that was once another child's, or became another's, names this one in its values. */
static const char sql_erase_values[]
    = "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL"
      " WHERE salt IS NOT NULL AND (student_id = $1"
      " OR table_name IN ('measurement', 'enrolment') AND (old_json LIKE $2 OR new_json LIKE $2))";

static gboolean
erase_values (TvChange *change, gint64 student_id, GError **error)
{
    g_autofree char *pattern
        = g_strdup_printf ("%%\"student_id\":%" G_GINT64_FORMAT ",%%", student_id);
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (change->connection, sql_erase_values, student_id, error);

    if (!statement)
        return FALSE;
    tv_statement_bind_text (statement, 2, pattern);
    return tv_statement_run (statement, error);
}

static gboolean
check_request (TvChange *change, gint64 student_id, const char *reason, GError **error)
{
    g_autofree char *words = reason ? g_strstrip (g_strdup (reason)) : NULL;

    if (!tv_right_has (change->role, TV_RIGHT_ERASE))
        return tv_change_right_refuse (change, tv_recorded_table_find ("student"), student_id,
                                       error);
    if (words && *words)
        return TRUE;
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_REASON, TV_CHANGE_ERASE);
    return FALSE;
}

/**
 * tv_store_erase_student:
 * @change: a change of kind %TV_CHANGE_ERASE
 * @student_id: a child
 * @reason: on whose request and why; it is kept, so it should not name the child
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED, _NO_REASON, _NOT_FOUND …
 *
 * Erases the child with all its records, those in a round that was signed off too, and the values
 * of every entry of the history about them. It cannot be undone. Once it is committed the journal
 * still has to be emptied, see tv_store_empty_journal().
 *
 * Returns: whether it was done
 */
gboolean
tv_store_erase_student (TvChange *change, gint64 student_id, const char *reason, GError **error)
{
    g_autoptr (TvStudent) student = NULL;
    gboolean is_good;

    if (!check_request (change, student_id, reason, error))
        return FALSE;
    student = tv_store_get_student (change->connection, student_id, error);
    if (!student)
        return FALSE;
    change->is_erasing = TRUE;
    is_good = forget_reasons (change, student->uid, error)
              && delete_all (change, "reading", sql_list_readings, student_id, error)
              && delete_all (change, "measurement", sql_list_measurements, student_id, error)
              && delete_all (change, "enrolment", sql_list_enrolments, student_id, error)
              && tv_change_delete (change, "student", student_id, error)
              && erase_values (change, student_id, error)
              && tv_access_rows_put (change, TV_CHANGE_ERASE, student->uid, reason, error);
    change->is_erasing = FALSE;
    return is_good;
}

static gpointer
empty_journal (TvConnection *connection, gpointer input, GError **error)
{
    tv_connection_empty_journal (connection, error);
    return NULL;
}

/**
 * tv_store_empty_journal:
 * @self: a book
 * @error: (nullable): TV_STORE_ERROR_BUSY if another program reads in the book just now
 *
 * Brings what was committed into the file itself, which is overwritten where something was erased,
 * and cuts the journal to nothing: until then it holds the pages as they were before. Waits for the
 * writing thread.
 *
 * Returns: whether nothing that was erased is left in the files of the book
 */
gboolean
tv_store_empty_journal (TvStore *self, GError **error)
{
    TvJob *job = tv_job_new (NULL, NULL, NULL, NULL);
    gboolean is_good;

    job->bare = empty_journal;
    job->is_on_writer = TRUE;
    tv_store_push (self, job);
    tv_job_wait (job, &is_good, error);
    return is_good;
}
