/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a change back, the last one or one that was chosen, and doing it again. */

#include "workflows/tv-undo.h"

#include "store/tv-store-history.h"

#include <glib/gi18n.h>

/* What the history calls a change, and what people call it. */
/* clang-format off */
static const struct {
    const char *kind;
    const char *label;
} labels[] = {
    { "add-plan-year", N_ ("Adding the targets of a year") },
    { "add-person", N_ ("Adding somebody who acts in the book") },
    { "add-student", N_ ("Adding a child") },
    { "change-class", N_ ("Changing a child's class") },
    { "come-back", N_ ("A child coming back to the school") },
    { "create", N_ ("Making the record book") },
    { "different-children", N_ ("Telling two children apart") },
    { "edit-measurement", N_ ("Correcting a measurement") },
    { "edit-person", N_ ("Editing somebody who acts in the book") },
    { "edit-round", N_ ("Editing a round") },
    { "edit-school", N_ ("Editing the school") },
    { "edit-settings", N_ ("Editing the settings") },
    { "edit-student", N_ ("Editing a child") },
    { "edit-target", N_ ("Editing a target") },
    { "erase", N_ ("Erasing a child on a lawful request") },
    { "end-person", N_ ("Somebody no longer acting in the book") },
    { "exchange-rows", N_ ("Putting values into the row of another child") },
    { "exclude-measurement", N_ ("Leaving a measurement out") },
    { "export-backup", N_ ("Making a backup") },
    { "export-chart", N_ ("Exporting a child's chart") },
    { "export-list", N_ ("Exporting a list of children") },
    { "export-report", N_ ("Exporting or printing a report") },
    { "export-transfer", N_ ("Writing a child's record for another school") },
    { "import", N_ ("Importing a list") },
    { "include-measurement", N_ ("Counting a measurement again") },
    { "keep-value", N_ ("Keeping a questioned value") },
    { "leave", N_ ("A child leaving the school") },
    { "mark-not-measured", N_ ("Marking a child as not measured") },
    { "measure", N_ ("Entering a measurement") },
    { "open-book", N_ ("Opening the record book") },
    { "open-record", N_ ("Opening children's records") },
    { "merge-children", N_ ("Putting two records of one child together") },
    { "move-class", N_ ("Moving children to another class") },
    { "merge", N_ ("Merging another copy of the record book") },
    { "open-round", N_ ("Opening a round") },
    { "paste-values", N_ ("Pasting values into a measuring sheet") },
    { "practice", N_ ("Making up the practice school") },
    { "protect-book", N_ ("Protecting the book") },
    { "protect-code", N_ ("Making a new recovery code") },
    { "protect-off", N_ ("Removing the protection of the book") },
    { "protect-password", N_ ("Setting a password") },
    { "protect-password-off", N_ ("Taking a password away") },
    { "put-back-target", N_ ("Putting a target back") },
    { "redo", N_ ("Doing again what was taken back") },
    { "renumber-class", N_ ("Numbering a class anew by name") },
    { "reopen-round", N_ ("Reopening a round") },
    { "session", N_ ("Editing a measuring session") },
    { "sign-off-round", N_ ("Signing a round off") },
    { "transfer-in", N_ ("Taking a child in from another school") },
    { "transfer-out", N_ ("A child going to another school") },
    { "turn-year", N_ ("Turning the school year") },
    { "undo", N_ ("Taking a change back") },
};
/* clang-format on */

static gboolean
take_back (TvChange *change, gint64 id, gpointer *kind, GError **error)
{
    g_autoptr (TvChangeSet) set = NULL;

    if (!tv_store_undo_change (change, id, error))
        return FALSE;
    set = tv_store_get_change_set (tv_change_connection (change), id, error);
    if (!set)
        return FALSE;
    *kind = g_strdup (set->kind);
    return TRUE;
}

static gboolean
undo (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable, GError **error)
{
    gint64 id;

    return tv_store_find_undoable (tv_change_connection (change), &id, error)
           && take_back (change, id, result, error);
}

/* What is done again is what the undo @id had taken back. */
static gboolean
do_again (TvChange *change, gint64 id, gpointer *kind, GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autofree gpointer kind_of_undo = NULL;
    g_autoptr (TvChangeSet) undoing = NULL;
    g_autoptr (TvChangeSet) undone = NULL;

    if (!take_back (change, id, &kind_of_undo, error))
        return FALSE;
    undoing = tv_store_get_change_set (connection, id, error);
    undone = undoing ? tv_store_get_change_set (connection, undoing->undo_of, error) : NULL;
    if (!undone)
        return FALSE;
    *kind = g_strdup (undone->kind);
    return TRUE;
}

static gboolean
redo (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable, GError **error)
{
    gint64 id;

    return tv_store_find_redoable (tv_change_connection (change), &id, error)
           && do_again (change, id, result, error);
}

static gboolean
undo_chosen (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    return take_back (change, *(gint64 *) input, result, error);
}

static gboolean
redo_chosen (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    return do_again (change, *(gint64 *) input, result, error);
}

/**
 * tv_change_kind_label:
 * @kind: of a change set
 *
 * Returns: (transfer none): what was done, in the chosen language; @kind itself where this program
 *   does not know it
 */
const char *
tv_change_kind_label (const char *kind)
{
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
        if (g_str_equal (labels[i].kind, kind))
            return _ (labels[i].label);
    }
    return kind;
}

/**
 * tv_undo_last_async:
 * @store: an open book
 *
 * Takes back the last change that stands; again and again, it walks back. End it with
 * tv_undo_last_finish().
 */
void
tv_undo_last_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer user_data)
{
    tv_store_write_async (store, "undo", undo, NULL, NULL, g_free, cancellable, callback,
                          user_data);
}

/**
 * tv_undo_last_finish:
 *
 * Returns: (transfer full): a sentence that says what was taken back; %NULL with @error set, as
 *   TV_STORE_ERROR_NOTHING_TO_UNDO or TV_STORE_ERROR_EDITED_SINCE
 */
char *
tv_undo_last_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autofree char *kind = tv_store_write_finish (store, result, error);

    if (!kind)
        return NULL;
    /* Translators: %s is what was done, such as "Editing a child" */
    return g_strdup_printf (_ ("Taken back: %s."), tv_change_kind_label (kind));
}

/**
 * tv_redo_last_async:
 * @store: an open book
 *
 * Does again what was taken back last, if nothing was changed since. End it with
 * tv_redo_last_finish().
 */
void
tv_redo_last_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer user_data)
{
    tv_store_write_async (store, "redo", redo, NULL, NULL, g_free, cancellable, callback,
                          user_data);
}

/**
 * tv_redo_last_finish:
 *
 * Returns: (transfer full): a sentence that says what was done again; %NULL with @error set
 */
char *
tv_redo_last_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autofree char *kind = tv_store_write_finish (store, result, error);

    if (!kind)
        return NULL;
    /* Translators: %s is what was done, such as "Editing a child" */
    return g_strdup_printf (_ ("Done again: %s."), tv_change_kind_label (kind));
}

/**
 * tv_undo_change_async:
 * @store: an open book
 * @id: of a change set, however old; nothing later may stand on it
 *
 * Takes it back and leaves everything else. End it with tv_undo_last_finish().
 */
void
tv_undo_change_async (TvStore *store, gint64 id, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, "undo", undo_chosen, g_memdup2 (&id, sizeof id), g_free, g_free,
                          cancellable, callback, user_data);
}

/**
 * tv_redo_change_async:
 * @store: an open book
 * @id: of a change set that took another back
 *
 * Does again what it took back. End it with tv_redo_last_finish().
 */
void
tv_redo_change_async (TvStore *store, gint64 id, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, "redo", redo_chosen, g_memdup2 (&id, sizeof id), g_free, g_free,
                          cancellable, callback, user_data);
}
