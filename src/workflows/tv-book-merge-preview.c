/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a merge would do, and what is asked before, child by child and in words. */

#include "workflows/tv-book-merge-private.h"

#include "store/tv-change-private.h"
#include "workflows/tv-history-words.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
    TvConnection *ours;
    TvConnection *theirs;
    TvHistoryNames *names;
    TvMergePreview *preview;
    GHashTable *groups;   /* uid of a child -> TvMergeGroup */
    GHashTable *children; /* set of uids */
} Telling;

static void
free_question (gpointer data)
{
    TvMergeQuestion *self = data;

    g_free (self->code);
    g_free (self->name);
    g_free (self->ours);
    g_free (self->theirs);
    g_free (self);
}

static void
free_group (gpointer data)
{
    TvMergeGroup *self = data;

    g_free (self->student_uid);
    g_free (self->title);
    g_ptr_array_unref (self->questions);
    g_free (self);
}

void
tv_merge_preview_free (TvMergePreview *self)
{
    g_ptr_array_unref (self->groups);
    g_free (self);
}

static const char sql_child_name[] = "SELECT name FROM student WHERE uid = $1";

static char *
read_child_name (TvConnection *connection, const char *uid)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_child_name, NULL);

    if (!row)
        return NULL;
    tv_statement_bind_text (row, 1, uid);
    return tv_statement_step (row, NULL) == TV_STEP_ROW ? g_strdup (tv_statement_get_text (row, 0))
                                                        : NULL;
}

static char *
name_group (Telling *self, const char *student_uid)
{
    char *name;

    if (!*student_uid)
        return g_strdup (_ ("The school, its classes and rounds"));
    name = read_child_name (self->ours, student_uid);
    if (!name)
        name = read_child_name (self->theirs, student_uid);
    return name ? name : g_strdup (_ ("A child who was deleted"));
}

static TvMergeGroup *
ensure_group (Telling *self, const char *student_uid)
{
    TvMergeGroup *group = g_hash_table_lookup (self->groups, student_uid);

    if (group)
        return group;
    group = g_new0 (TvMergeGroup, 1);
    group->student_uid = g_strdup (student_uid);
    group->title = name_group (self, student_uid);
    group->questions = g_ptr_array_new_with_free_func (free_question);
    g_ptr_array_add (self->preview->groups, group);
    g_hash_table_insert (self->groups, group->student_uid, group);
    return group;
}

static void
append_text (char **text, const char *further)
{
    char *both = g_strconcat (*text, " · ", further, NULL);

    g_free (*text);
    *text = both;
}

/* Several columns can share a question; it then tells of all of them. */
static void
ask (Telling *self, const TvMergeRecord *record, const char *code, const char *name,
     const char *ours, const char *theirs)
{
    TvMergeGroup *group = ensure_group (self, record->student_uid);
    TvMergeQuestion *question;

    for (guint i = 0; i < group->questions->len; i++) {
        question = g_ptr_array_index (group->questions, i);
        if (g_str_equal (question->code, code)) {
            append_text (&question->name, name);
            append_text (&question->ours, ours);
            append_text (&question->theirs, theirs);
            return;
        }
    }
    question = g_new0 (TvMergeQuestion, 1);
    question->code = g_strdup (code);
    question->name = g_strdup (name);
    question->ours = g_strdup (ours);
    question->theirs = g_strdup (theirs);
    g_ptr_array_add (group->questions, question);
    self->preview->n_questions++;
}

static gboolean
set_member (Telling *self, JsonObject *object, const TvPortableField *field, GError **error)
{
    gint64 id = 0;

    if (field->kind == TV_FIELD_NULL) {
        json_object_set_null_member (object, field->column);
    } else if (field->refers_to) {
        if (!tv_record_find_id (self->ours, field->refers_to, field->text, &id, error))
            return FALSE;
        json_object_set_int_member (object, field->column, id);
    } else if (field->kind == TV_FIELD_NUMBER) {
        json_object_set_int_member (object, field->column, field->number);
    } else {
        json_object_set_string_member (object, field->column, field->text);
    }
    return TRUE;
}

/* Our record as it would be with their column. */
static char *
write_theirs (Telling *self, const char *our_json, const TvPortableField *field, GError **error)
{
    g_autoptr (JsonNode) root = json_from_string (our_json, error);

    if (!root || !JSON_NODE_HOLDS_OBJECT (root)
        || !set_member (self, json_node_get_object (root), field, error))
        return NULL;
    return json_to_string (root, FALSE);
}

static const char *
or_nothing (const char *text)
{
    return text && *text ? text : _ ("nothing");
}

/* The history knows how to tell of every column. */
static gboolean
ask_about_field (Telling *self, const TvMergeRecord *record, const char *our_json,
                 const TvMergeField *field, GError **error)
{
    g_autofree char *their_json = write_theirs (self, our_json, &field->theirs, error);
    TvHistoryEntry entry = { .table = (char *) record->table,
                             .record_id = record->id,
                             .record_uid = record->uid,
                             .action = TV_ACTION_UPDATE,
                             .old_json = (char *) our_json,
                             .new_json = their_json };
    g_autoptr (GPtrArray) fields = NULL;
    g_autofree char *subject = NULL;

    if (!their_json)
        return FALSE;
    fields = tv_history_fields (self->names, &entry, error);
    if (!fields)
        return FALSE;
    subject
        = g_str_equal (record->table, "student") ? NULL : tv_history_subject (self->names, &entry);
    for (guint i = 0; i < fields->len; i++) {
        const TvHistoryField *told = g_ptr_array_index (fields, i);
        g_autofree char *name
            = g_strconcat (tv_history_table_label (record->table), ", ", subject ? subject : "",
                           subject ? ", " : "", told->name, NULL);

        ask (self, record, field->question, name, or_nothing (told->before),
             or_nothing (told->after));
    }
    return TRUE;
}

static void
ask_about_record (Telling *self, const TvMergeRecord *record)
{
    gboolean is_deleted_there = record->action == TV_MERGE_DELETE;

    ask (self, record, record->question, tv_history_table_label (record->table),
         is_deleted_there ? _ ("changed") : _ ("deleted"),
         is_deleted_there ? _ ("deleted") : _ ("changed"));
}

static gboolean
ask_about_fields (Telling *self, const TvMergeRecord *record, GError **error)
{
    g_autofree char *json = NULL;

    if (!tv_change_read_row (self->ours, record->table, record->id, &json, error))
        return FALSE;
    for (guint i = 0; json && i < record->fields->len; i++) {
        const TvMergeField *field = g_ptr_array_index (record->fields, i);

        if (field->is_conflict && field->question
            && !ask_about_field (self, record, json, field, error))
            return FALSE;
    }
    return TRUE;
}

static void
count (Telling *self, const TvMergeRecord *record)
{
    if (record->action == TV_MERGE_INSERT)
        self->preview->n_added++;
    else if (record->action == TV_MERGE_DELETE)
        self->preview->n_deleted++;
    else
        self->preview->n_changed++;
    if (*record->student_uid)
        g_hash_table_add (self->children, record->student_uid);
}

static gboolean
tell_record (Telling *self, const TvMergeRecord *record, GError **error)
{
    count (self, record);
    if (record->is_conflict) {
        ask_about_record (self, record);
        return TRUE;
    }
    /* What a scale showed follows the value that was taken from it. */
    return record->action != TV_MERGE_UPDATE || strcmp (record->table, "reading") == 0
           || ask_about_fields (self, record, error);
}

/**
 * tv_merge_preview_new:
 * @plan: what is to be done
 * @ours: the connection by which it was made
 * @theirs: the other one
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the same for people
 */
TvMergePreview *
tv_merge_preview_new (const TvMergePlan *plan, TvConnection *ours, TvConnection *theirs,
                      GError **error)
{
    g_autoptr (TvMergePreview) preview = g_new0 (TvMergePreview, 1);
    g_autoptr (TvHistoryNames) names = tv_history_names_new (ours);
    g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GHashTable) children = g_hash_table_new (g_str_hash, g_str_equal);
    Telling telling = { ours, theirs, names, preview, groups, children };

    preview->groups = g_ptr_array_new_with_free_func (free_group);
    preview->n_signed_off = plan->n_signed_off;
    for (guint i = 0; i < plan->records->len; i++) {
        if (!tell_record (&telling, g_ptr_array_index (plan->records, i), error))
            return NULL;
    }
    preview->n_children = g_hash_table_size (children);
    return tv_history_names_check (names, error) ? g_steal_pointer (&preview) : NULL;
}

/**
 * tv_merge_preview_sentence:
 *
 * Returns: (transfer full): what would be done, in whole sentences
 */
char *
tv_merge_preview_sentence (const TvMergePreview *self)
{
    GString *text = g_string_new (NULL);

    /* Translators: numbers of records and of children, such as "12 added, 3 changed, 0 deleted" */
    g_string_append_printf (
        text, _ ("Records taken over: %1$u added, %2$u changed, %3$u deleted, of %4$u children."),
        self->n_added, self->n_changed, self->n_deleted, self->n_children);
    if (self->n_questions > 0) {
        g_string_append_c (text, ' ');
        g_string_append_printf (text,
                                ngettext ("%u value was changed in both: choose which one stays.",
                                          "%u values were changed in both: choose which ones stay.",
                                          self->n_questions),
                                self->n_questions);
    }
    if (self->n_signed_off > 0) {
        g_string_append_c (text, ' ');
        g_string_append_printf (
            text,
            ngettext ("%u record is of a round that is signed off, and stays as it is here.",
                      "%u records are of rounds that are signed off, and stay as they are here.",
                      self->n_signed_off),
            self->n_signed_off);
    }
    return g_string_free (text, FALSE);
}
