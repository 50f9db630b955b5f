/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What pasting a block of values into a measuring sheet would do, line by line: which child each
 * value lands on, and what stands there already. A person sees and corrects it before anything is
 * written. */

#include "workflows/tv-paste-plan.h"

#include "base/tv-text.h"
#include "exchange/tv-list-value.h"
#include "workflows/tv-paste-row.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

static const char *
text_of (const TvPastePlan *self, guint line, TvPasteField field)
{
    int column = tv_paste_columns_find (&self->columns, field);

    return column < 0 ? "" : tv_paste_table_cell (self->table, line, (guint) column);
}

static char *
name_of (const TvPastePlan *self, guint line)
{
    const char *name = text_of (self, line, TV_PASTE_NAME);
    g_autofree char *joined = NULL;

    if (*name)
        return tv_list_value_name (name);
    joined = g_strjoin (" ", text_of (self, line, TV_PASTE_FAMILY_NAME),
                        text_of (self, line, TV_PASTE_GIVEN_NAME), NULL);
    return tv_list_value_name (joined);
}

static void
read_who (const TvPastePlan *self, guint line, const char *name, TvPasteWho *who)
{
    const char *birth_date = text_of (self, line, TV_PASTE_BIRTH_DATE);
    const char *roll_number = text_of (self, line, TV_PASTE_ROLL_NUMBER);

    *who = (TvPasteWho){ .name = name, .birth_date = TV_DATE_NONE };
    if (*birth_date)
        tv_list_value_date (birth_date, tv_date_from_ymd (TV_LIST_FIRST_BIRTH_YEAR, 1, 1),
                            self->session->date, &who->birth_date);
    if (*roll_number && strlen (roll_number) <= 4
        && strspn (roll_number, "0123456789") == strlen (roll_number))
        who->roll_number = atoi (roll_number);
}

static void
choose (TvPasteMatch *match, int child)
{
    tv_paste_match_clear (match);
    match->child = child;
    match->is_unsure = FALSE;
}

/* The name that stands beside values which go by order is held against the child. */
static void
compare_name (const TvPasteNames *names, TvPasteRow *row)
{
    if (row->match.child < 0 || !*row->name
        || tv_paste_names_is_called (names, row->match.child, row->name))
        return;
    /* Translators: %s is a name as it was pasted. */
    row->note = g_strdup_printf (_ ("What is pasted calls this child “%s”."), row->name);
}

static void
find_child (TvPastePlan *self, const TvPasteNames *names, guint line, guint nth, TvPasteRow *row)
{
    gpointer chosen;
    TvPasteWho who;

    if (self->mode == TV_PASTE_BY_ORDER) {
        guint child = self->start + nth;

        row->match.child = child < self->sheet->rows->len ? (int) child : TV_PASTE_NOBODY;
        compare_name (names, row);
        return;
    }
    read_who (self, line, row->name, &who);
    tv_paste_names_find (names, &who, &row->match);
    if (g_hash_table_lookup_extended (self->chosen, GUINT_TO_POINTER (row->line), NULL, &chosen))
        choose (&row->match, GPOINTER_TO_INT (chosen));
}

static gboolean
has_values (const TvPasteRow *row)
{
    for (int i = 0; i < TV_PASTE_N_PARTS; i++) {
        if (row->parts[i].news != TV_PASTE_NOTHING)
            return TRUE;
    }
    return FALSE;
}

static void
read_row (TvPastePlan *self, guint line, TvPasteRow *row)
{
    const char *const texts[TV_PASTE_N_PARTS]
        = { text_of (self, line, TV_PASTE_WEIGHT), text_of (self, line, TV_PASTE_HEIGHT),
            text_of (self, line, TV_PASTE_NOTES) };

    tv_paste_row_read (row, tv_paste_plan_child (self, row->match.child), texts, self->replaces);
}

/* How surely a line is about its child: because somebody says so, by its name as it is written, by
 * a name that is only near, or against what the book knows. */
static int
certainty (const TvPastePlan *self, const TvPasteRow *row)
{
    if (g_hash_table_contains (self->chosen, GUINT_TO_POINTER (row->line)))
        return 3;
    if (row->match.is_unsure)
        return 0;
    return row->match.remark ? 1 : 2;
}

static void
give_up (TvPastePlan *self, TvPasteRow *row, guint line_of_same)
{
    row->match.child = TV_PASTE_NOBODY;
    row->match.n_near = 0;
    /* Translators: %u is the number of a line. */
    row->note = g_strdup_printf (_ ("Line %u is about the same child already."), line_of_same);
    read_row (self, row->line - 1, row);
}

/* A child is measured once: of two lines for one child the surer one is believed, of two that are
 * as sure the first. So a twin's line, which is nearly of this name, never takes the child's
 * place. */
static void
claim (TvPastePlan *self, TvPasteRow *row, TvPasteRow **claimed)
{
    TvPasteRow **holder = row->match.child < 0 ? NULL : &claimed[row->match.child];

    if (!holder || !has_values (row))
        return;
    if (*holder && certainty (self, row) <= certainty (self, *holder)) {
        give_up (self, row, (*holder)->line);
        return;
    }
    if (*holder)
        give_up (self, *holder, row->line);
    *holder = row;
}

static void
judge (TvPastePlan *self, TvPasteRow *row)
{
    tv_paste_row_judge (row, self->sheet, self->session);
    if (self->mode == TV_PASTE_BY_ORDER && row->verdict == TV_PASTE_ROW_NOBODY)
        row->verdict = TV_PASTE_ROW_BEYOND;
}

static void
build (TvPastePlan *self)
{
    g_autoptr (TvPasteNames) names = tv_paste_names_new (self->sheet);
    g_autofree TvPasteRow **claimed = g_new0 (TvPasteRow *, self->sheet->rows->len + 1);

    g_ptr_array_set_size (self->rows, 0);
    for (guint line = self->columns.n_header_lines; line < self->table->lines->len; line++) {
        g_autofree char *name = name_of (self, line);
        TvPasteRow *row;

        if (self->mode == TV_PASTE_BY_NAME && tv_paste_table_is_empty_line (self->table, line))
            continue;
        row = tv_paste_row_new (line + 1, name);
        find_child (self, names, line, line - self->columns.n_header_lines, row);
        read_row (self, line, row);
        claim (self, row, claimed);
        g_ptr_array_add (self->rows, row);
    }
    for (guint i = 0; i < self->rows->len; i++)
        judge (self, g_ptr_array_index (self->rows, i));
}

/**
 * tv_paste_plan_new:
 * @text: what the clipboard holds
 * @sheet: the class as it stands
 * @session: the session that goes on; of its day are the values of who was not measured yet
 * @start: the row of the sheet the cursor is in
 * @cursor: the column it is in
 * @error: G_IO_ERROR_INVALID_DATA with a sentence for people
 *
 * Returns: (transfer full) (nullable): what would come of it
 */
TvPastePlan *
tv_paste_plan_new (const char *text, TvMeasuringSheet *sheet, TvSession *session, guint start,
                   TvQuantity cursor, GError **error)
{
    TvPasteTable *table = tv_paste_table_read (text, error);
    TvPastePlan *self;

    if (!table)
        return NULL;
    self = g_new0 (TvPastePlan, 1);
    self->sheet = tv_measuring_sheet_ref (sheet);
    self->session = tv_session_ref (session);
    self->table = table;
    self->start = start;
    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_paste_row_free);
    self->chosen = g_hash_table_new (NULL, NULL);
    tv_paste_columns_guess (&self->columns, table, sheet, cursor, session->date);
    self->mode = tv_paste_columns_has_names (&self->columns) ? TV_PASTE_BY_NAME : TV_PASTE_BY_ORDER;
    build (self);
    return self;
}

void
tv_paste_plan_free (TvPastePlan *self)
{
    g_hash_table_unref (self->chosen);
    g_ptr_array_unref (self->rows);
    tv_paste_table_free (self->table);
    tv_session_unref (self->session);
    tv_measuring_sheet_unref (self->sheet);
    g_free (self);
}

/**
 * tv_paste_plan_set_mode:
 * @mode: how it is told whom a line is about; ticks begin anew, as with each of these choices
 */
void
tv_paste_plan_set_mode (TvPastePlan *self, TvPasteMode mode)
{
    self->mode = mode;
    build (self);
}

/**
 * tv_paste_plan_set_field:
 * @column: from 0
 * @field: what it means
 */
void
tv_paste_plan_set_field (TvPastePlan *self, guint column, TvPasteField field)
{
    tv_paste_columns_set (&self->columns, column, field);
    if (self->mode == TV_PASTE_BY_NAME && !tv_paste_columns_has_names (&self->columns))
        self->mode = TV_PASTE_BY_ORDER;
    build (self);
}

/**
 * tv_paste_plan_set_replaces:
 * @replaces: whether values are taken, too, for which others stand in the book
 */
void
tv_paste_plan_set_replaces (TvPastePlan *self, gboolean replaces)
{
    self->replaces = replaces;
    build (self);
}

/**
 * tv_paste_plan_choose_child:
 * @row: a line of the plan
 * @child: the row of the sheet it is about, as somebody says
 */
void
tv_paste_plan_choose_child (TvPastePlan *self, guint row, int child)
{
    const TvPasteRow *chosen = tv_paste_plan_row (self, row);

    g_hash_table_insert (self->chosen, GUINT_TO_POINTER (chosen->line), GINT_TO_POINTER (child));
    build (self);
}

/**
 * tv_paste_plan_take:
 * @row: a line of the plan
 * @part: what of it
 * @is_taken: whether it is written
 *
 * Returns: whether it can be: not what was refused, stands already or is nobody's
 */
gboolean
tv_paste_plan_take (TvPastePlan *self, guint row, TvPastePartKind part, gboolean is_taken)
{
    TvPasteRow *chosen = g_ptr_array_index (self->rows, row);
    TvPasteNews news = chosen->parts[part].news;

    if (chosen->match.child < 0 || (news != TV_PASTE_NEW && news != TV_PASTE_OTHER))
        return FALSE;
    chosen->parts[part].is_taken = is_taken;
    judge (self, chosen);
    return TRUE;
}

const TvPasteRow *
tv_paste_plan_row (const TvPastePlan *self, guint row)
{
    return g_ptr_array_index (self->rows, row);
}

/**
 * tv_paste_plan_child:
 * @child: of a match
 *
 * Returns: (transfer none) (nullable): its row of the sheet
 */
const TvMeasuringRow *
tv_paste_plan_child (const TvPastePlan *self, int child)
{
    return child < 0 ? NULL : g_ptr_array_index (self->sheet->rows, (guint) child);
}
