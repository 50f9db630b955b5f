/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed and is no value yet, each person's own. A draft is no record: nothing here enters
 * the history, and a change that writes drafts alone leaves no change set. */

#include "store/tv-store-drafts.h"

#include "store/tv-change-private.h"
#include "store/tv-record-rows.h"
#include "store/tv-right.h"
#include "store/tv-round-guard.h"
#include "store/tv-store-error.h"

/* Where nobody has signed in, whoever types acts as the book's first nurse. */
static const char sql_list_drafts[]
    = "SELECT round_id, student_id, quantity, text FROM draft WHERE person_id ="
      " (SELECT p.id FROM person p WHERE p.id = $1 OR $1 = 0 ORDER BY p.is_active DESC,"
      " CASE p.role WHEN 'nurse' THEN 0 ELSE 1 END, p.id LIMIT 1)"
      " ORDER BY round_id, student_id, quantity";

static gpointer
read_draft (TvStatement *statement, int first)
{
    TvDraft values = { .round_id = tv_statement_get_int (statement, first),
                       .student_id = tv_statement_get_int (statement, first + 1),
                       .text = (char *) tv_statement_get_text (statement, first + 3) };

    tv_quantity_parse (tv_statement_get_text (statement, first + 2), &values.quantity);
    return tv_draft_new (&values);
}

/**
 * tv_store_list_drafts:
 * @connection: a connection
 * @person_id: whose; 0 where nobody has signed in
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvDraft): all of them, of every round
 */
GPtrArray *
tv_store_list_drafts (TvConnection *connection, gint64 person_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_drafts, person_id, error);

    return tv_rows_list (statement, read_draft, (GDestroyNotify) tv_draft_unref, error);
}

static const char sql_list_drafts_of_round[]
    = "SELECT round_id, student_id, quantity, text FROM draft WHERE round_id = $1"
      " ORDER BY student_id, quantity, id";

/**
 * tv_store_list_drafts_of_round:
 * @connection: a connection
 * @round_id: a round
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvDraft): what is half typed in it, by everyone
 *   whose drafts may be read
 */
GPtrArray *
tv_store_list_drafts_of_round (TvConnection *connection, gint64 round_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_drafts_of_round, round_id, error);

    return tv_rows_list (statement, read_draft, (GDestroyNotify) tv_draft_unref, error);
}

static const char sql_find_draft[]
    = "SELECT id FROM draft WHERE person_id = $1 AND round_id = $2 AND student_id = $3"
      " AND quantity = $4";

static gboolean
find_draft (TvChange *change, gint64 round_id, gint64 student_id, TvQuantity quantity, gint64 *id,
            GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (change->connection, sql_find_draft, change->person_id, error);
    TvStep step;

    *id = 0;
    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 2, round_id);
    tv_statement_bind_int (statement, 3, student_id);
    tv_statement_bind_text (statement, 4, tv_quantity_code (quantity));
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        *id = tv_statement_get_int (statement, 0);
    return step != TV_STEP_ERROR;
}

static const char sql_sees_student[] = "SELECT id FROM student WHERE id = $1 AND uid <> ''";

/* Who may enter a value may keep half of one: in a round that is open, of a child that is seen. */
static gboolean
check_right (TvChange *change, const TvDraft *draft, GError **error)
{
    const TvField fields[] = { TV_FIELD_OF_INT ("round_id", draft->round_id) };
    g_autoptr (TvStatement) statement = NULL;
    TvStep step;

    if (!tv_round_guard_check_fields (change, fields, G_N_ELEMENTS (fields), error))
        return FALSE;
    statement
        = tv_prepare_with_int (change->connection, sql_sees_student, draft->student_id, error);
    step = statement ? tv_statement_step (statement, error) : TV_STEP_ERROR;
    if (step == TV_STEP_ROW && tv_right_has (change->role, TV_RIGHT_MEASURE))
        return TRUE;
    if (step != TV_STEP_ERROR)
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                     "%s keeps a draft of student %" G_GINT64_FORMAT, tv_role_code (change->role),
                     draft->student_id);
    return FALSE;
}

static const char sql_insert_draft[]
    = "INSERT INTO main.draft (text, person_id, round_id, student_id, quantity)"
      " VALUES ($1, $2, $3, $4, $5)";

static gboolean
insert_draft (TvChange *change, const TvDraft *draft, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_text (change->connection, sql_insert_draft, draft->text, error);

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 2, change->person_id);
    tv_statement_bind_int (statement, 3, draft->round_id);
    tv_statement_bind_int (statement, 4, draft->student_id);
    tv_statement_bind_text (statement, 5, tv_quantity_code (draft->quantity));
    return tv_statement_run (statement, error);
}

static const char sql_update_draft[] = "UPDATE main.draft SET text = $1 WHERE id = $2";

static gboolean
update_draft (TvChange *change, gint64 id, const char *text, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_text (change->connection, sql_update_draft, text, error);

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 2, id);
    return tv_statement_run (statement, error);
}

/**
 * tv_store_put_draft:
 * @change: a change
 * @draft: what was typed, by whoever acts
 * @error: (nullable): TV_STORE_ERROR_SIGNED_OFF if its round is closed, TV_STORE_ERROR_NOT_ALLOWED
 *   if whoever acts may not measure that child, or any other #TvStoreError
 *
 * Writes the draft of a cell, in the place of the one before.
 *
 * Returns: whether it was written
 */
gboolean
tv_store_put_draft (TvChange *change, const TvDraft *draft, GError **error)
{
    gint64 id;

    if (!check_right (change, draft, error)
        || !find_draft (change, draft->round_id, draft->student_id, draft->quantity, &id, error))
        return FALSE;
    return id != 0 ? update_draft (change, id, draft->text, error)
                   : insert_draft (change, draft, error);
}

static const char sql_delete_draft[] = "DELETE FROM main.draft WHERE id = $1";

/**
 * tv_store_drop_draft:
 * @change: a change
 * @round_id: of a round
 * @student_id: of a child
 * @quantity: which cell
 * @error: (nullable): a #TvStoreError
 *
 * Forgets what whoever acts has typed there; there may be nothing.
 *
 * Returns: whether nothing is left of it
 */
gboolean
tv_store_drop_draft (TvChange *change, gint64 round_id, gint64 student_id, TvQuantity quantity,
                     GError **error)
{
    g_autoptr (TvStatement) statement = NULL;
    gint64 id;

    if (!find_draft (change, round_id, student_id, quantity, &id, error))
        return FALSE;
    if (id == 0)
        return TRUE;
    statement = tv_prepare_with_int (change->connection, sql_delete_draft, id, error);
    return statement && tv_statement_run (statement, error);
}
