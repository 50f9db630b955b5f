/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The change sets of a book as CSV, all of them or those of a child, a person, a kind or some days.
 */

#include "workflows/tv-book-list-history.h"

#include "base/tv-text.h"
#include "store/tv-store-history-search.h"
#include "store/tv-store-people.h"
#include "store/tv-store-students.h"

#include <glib/gi18n.h>

#define CHANGE_SETS_AT_ONCE 256

static gboolean
find_student (TvConnection *connection, const char *code, gint64 *id, GError **error)
{
    g_autoptr (TvStudent) student = NULL;

    if (!code)
        return TRUE;
    if (!tv_store_find_student_by_uid (connection, code, &student, error))
        return FALSE;
    if (!student && !tv_store_find_student_by_personal_number (connection, code, &student, error))
        return FALSE;
    if (student) {
        *id = student->id;
        return TRUE;
    }
    /* Translators: %s is a personal number or another code of a child */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no child “%s” in this book."), code);
    return FALSE;
}

static gboolean
find_person (TvConnection *connection, const char *name, gint64 *id, GError **error)
{
    g_autoptr (GPtrArray) people = NULL;
    g_autofree char *wanted = NULL;

    if (!name)
        return TRUE;
    people = tv_store_list_people (connection, error);
    wanted = people ? tv_text_fold (name) : NULL;
    for (guint i = 0; people && i < people->len; i++) {
        const TvPerson *person = people->pdata[i];
        g_autofree char *folded = tv_text_fold (person->name);

        if (g_str_equal (folded, wanted)) {
            *id = person->id;
            return TRUE;
        }
    }
    if (people)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     /* Translators: %s is a name */
                     _ ("Nobody called “%s” has ever worked with this book."), name);
    return FALSE;
}

/* What a list counts is bounded; here it is the figure itself. */
static gboolean
count_entries (TvConnection *connection, const TvHistoryHead *head, guint *n_entries,
               GError **error)
{
    g_autoptr (TvChangeSet) set = NULL;

    *n_entries = head->n_entries;
    if (head->n_entries <= TV_HISTORY_MOST_COUNTED)
        return TRUE;
    set = tv_store_get_change_set (connection, head->set->id, error);
    if (set)
        *n_entries = set->entries->len;
    return set != NULL;
}

static gboolean
write_head (TvConnection *connection, TvCsvLine *line, const TvHistoryHead *head, GError **error)
{
    const TvChangeSet *set = head->set;
    guint n_entries;

    if (!count_entries (connection, head, &n_entries, error))
        return FALSE;
    tv_csv_line_add_number (line, set->id);
    tv_csv_line_add (line, set->time_utc);
    tv_csv_line_add (line, set->person_name);
    tv_csv_line_add (line, set->device);
    tv_csv_line_add (line, set->kind);
    if (set->undo_of)
        tv_csv_line_add_number (line, set->undo_of);
    else
        tv_csv_line_add (line, NULL);
    tv_csv_line_add (line, set->is_undone ? "y" : "n");
    tv_csv_line_add_number (line, n_entries);
    tv_csv_line_end (line);
    return TRUE;
}

static gboolean
write_heads (TvConnection *connection, const TvHistoryFilter *filter, TvCsvLine *line,
             GError **error)
{
    gint64 before = 0;
    guint n_heads;

    do {
        g_autoptr (GPtrArray) heads
            = tv_store_search_history (connection, filter, before, CHANGE_SETS_AT_ONCE, error);

        if (!heads)
            return FALSE;
        n_heads = heads->len;
        for (guint i = 0; i < n_heads; i++) {
            const TvHistoryHead *head = heads->pdata[i];

            if (!write_head (connection, line, head, error))
                return FALSE;
            before = head->set->id;
        }
    } while (n_heads == CHANGE_SETS_AT_ONCE);
    return TRUE;
}

/**
 * tv_book_list_history:
 * @connection: where reading goes on
 * @filter: which change sets
 * @line: where to
 * @error: (nullable): a #TvStoreError; G_IO_ERROR_NOT_FOUND with a sentence where the book knows no
 *   such child or person
 *
 * Returns: whether all were written, the newest first
 */
gboolean
tv_book_list_history (TvConnection *connection, const TvBookHistoryFilter *filter, TvCsvLine *line,
                      GError **error)
{
    static const char *const header[]
        = { "sequence", "time", "person", "device", "kind", "undo_of", "undone", "records" };
    TvHistoryFilter wanted = { .kind = (char *) filter->kind,
                               .first_day = filter->first_day,
                               .last_day = filter->last_day };

    if (!find_student (connection, filter->child, &wanted.student_id, error)
        || !find_person (connection, filter->person, &wanted.person_id, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (header); i++)
        tv_csv_line_add (line, header[i]);
    tv_csv_line_end (line);
    return write_heads (connection, &wanted, line, error);
}
