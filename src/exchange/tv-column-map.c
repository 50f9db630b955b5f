/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the row that names the columns of a list, and what each of them is. Nothing here depends
 * on where a column stands. */

#include "exchange/tv-column-map.h"

#include "base/tv-text.h"

#include <string.h>

/* A list of children that says more of each is none. */
#define MAX_HEADERS 1000

struct _TvColumnMap {
    char *layout;
    guint n_header_rows;
    GArray *columns; /* of TvColumn, from left to right */
    gboolean has[TV_LIST_N_FIELDS + 1];
};

/* Fields of which a list may have several columns: father and mother, two telephones. */
static gboolean
can_repeat (TvListField field)
{
    return field == TV_LIST_GUARDIAN_NAME || field == TV_LIST_GUARDIAN_PHONE
           || field == TV_LIST_NOTES || field == TV_LIST_NO_FIELD;
}

static void
clear_column (gpointer data)
{
    g_free (((TvColumn *) data)->header);
}

static void
clear_map (gpointer data)
{
    TvColumnMap *self = data;

    g_free (self->layout);
    g_array_unref (self->columns);
}

static TvColumnMap *
new_map (void)
{
    TvColumnMap *self = g_atomic_rc_box_new0 (TvColumnMap);

    self->n_header_rows = 1;
    self->columns = g_array_new (FALSE, FALSE, sizeof (TvColumn));
    g_array_set_clear_func (self->columns, clear_column);
    return self;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words of a header row, in whatever order, as one short word: lists of one program or one
 * school have it in common. */
static char *
name_layout (const TvCell *cells, guint n_cells)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *all = NULL;
    g_autofree char *digest = NULL;

    for (guint i = 0; i < n_cells; i++)
        g_ptr_array_add (keys, tv_list_field_header_key (cells[i].text));
    g_ptr_array_sort (keys, compare_keys);
    g_ptr_array_add (keys, NULL);
    all = g_strjoinv ("/", (char **) keys->pdata);
    digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
    return g_strndup (digest, TV_COLUMN_MAP_LAYOUT_LENGTH);
}

/* What a person has said of a header, in this layout or wherever it stands; FALSE where nobody has.
 */
static gboolean
find_choice (TvColumnMap *self, const char *header, GHashTable *choices, TvListField *field)
{
    g_autofree char *key = tv_list_field_header_key (header);
    g_autofree char *own_key = choices ? g_strjoin ("/", self->layout, key, NULL) : NULL;
    gpointer choice;

    if (!choices
        || (!g_hash_table_lookup_extended (choices, own_key, NULL, &choice)
            && !g_hash_table_lookup_extended (choices, key, NULL, &choice)))
        return FALSE;
    *field = (TvListField) GPOINTER_TO_INT (choice);
    return TRUE;
}

static TvListField
weigh_header (TvColumnMap *self, const char *header, GHashTable *choices)
{
    TvListField field;

    return find_choice (self, header, choices, &field) ? field : tv_list_field_of_header (header);
}

/* Of two that say the same the first is believed, but a person before all. */
static void
settle_repeated (TvColumnMap *self, TvColumn *column)
{
    if (!self->has[column->field] || can_repeat (column->field))
        return;
    for (guint i = 0; column->is_chosen && i < self->columns->len; i++) {
        TvColumn *earlier = &g_array_index (self->columns, TvColumn, i);

        if (earlier->field == column->field)
            earlier->field = TV_LIST_NO_FIELD;
    }
    if (!column->is_chosen)
        column->field = TV_LIST_NO_FIELD;
}

static void
note_header (TvColumnMap *self, const TvCell *cell, GHashTable *choices)
{
    TvColumn column = { .column = cell->column, .field = weigh_header (self, cell->text, choices) };
    TvListField chosen;

    column.header = tv_text_clean (cell->text);
    column.is_chosen = find_choice (self, cell->text, choices, &chosen);
    settle_repeated (self, &column);
    self->has[column.field] = TRUE;
    g_array_append_val (self->columns, column);
}

static void
change_field (TvColumnMap *self, TvListField from, TvListField to)
{
    for (guint i = 0; i < self->columns->len; i++) {
        TvColumn *column = &g_array_index (self->columns, TvColumn, i);

        if (column->field == from)
            column->field = to;
    }
    self->has[from] = FALSE;
    self->has[to] = TRUE;
}

/* A list that has "Tên" and no other part of a name means the whole of it. */
static void
settle_name (TvColumnMap *self)
{
    if (self->has[TV_LIST_GIVEN_NAME] && !self->has[TV_LIST_NAME]
        && !self->has[TV_LIST_FAMILY_NAME])
        change_field (self, TV_LIST_GIVEN_NAME, TV_LIST_NAME);
}

/* "CN" and "CC" are weight and height side by side; alone they are a Sunday and an attendance. */
static void
settle_abbreviations (TvColumnMap *self)
{
    gboolean is_measuring = self->has[TV_LIST_WEIGHT] && self->has[TV_LIST_HEIGHT];

    for (guint i = 0; i < self->columns->len && !is_measuring; i++) {
        TvColumn *column = &g_array_index (self->columns, TvColumn, i);
        g_autofree char *key = tv_list_field_header_key (column->header);

        if ((column->field == TV_LIST_WEIGHT || column->field == TV_LIST_HEIGHT)
            && strlen (key) <= strlen ("can") && !column->is_chosen) {
            self->has[column->field] = FALSE;
            column->field = TV_LIST_NO_FIELD;
        }
    }
}

/* A header names children, and something else about them. */
static gboolean
is_header (TvColumnMap *self)
{
    guint n_fields = 0;
    gboolean has_name = self->has[TV_LIST_NAME]
                        || (self->has[TV_LIST_FAMILY_NAME] && self->has[TV_LIST_GIVEN_NAME]);
    gboolean has_code = self->has[TV_LIST_PERSONAL_NUMBER] || self->has[TV_LIST_MINISTRY_CODE];

    for (guint i = 0; i < TV_LIST_N_FIELDS; i++)
        n_fields += self->has[i];
    return (has_name && n_fields >= 2) || (has_code && n_fields >= 3);
}

static TvColumn *
find_column (TvColumnMap *self, guint column)
{
    for (guint i = 0; i < self->columns->len; i++) {
        TvColumn *found = &g_array_index (self->columns, TvColumn, i);

        if (found->column == column)
            return found;
    }
    return NULL;
}

/* Headers are words. A row with a number or a date in it is a child's, and is most rows: this
 * spares them being read as headers. */
static gboolean
is_all_words (const TvCell *cells, guint n_cells)
{
    for (guint i = 0; i < n_cells; i++) {
        const char *text = cells[i].text;

        if (cells[i].kind != TV_CELL_TEXT || strspn (text, "0123456789/-.,") == strlen (text))
            return FALSE;
    }
    return TRUE;
}

/* A second header row says more of some columns: "Nam | Nữ" under "Giới tính", "Cân nặng | Chiều
 * cao | Mạch | Huyết áp" under "Thể lực". It has nothing but words, and none under the name. */
static gboolean
is_second_header (TvColumnMap *self, TvSheet *sheet, guint row, GHashTable *choices)
{
    guint n_cells, n_known = 0;
    const TvCell *cells = tv_sheet_get_cells (sheet, row, &n_cells);

    if (n_cells > MAX_HEADERS || !is_all_words (cells, n_cells))
        return FALSE;
    for (guint i = 0; i < n_cells; i++) {
        TvColumn *above = find_column (self, cells[i].column);
        TvListField field = weigh_header (self, cells[i].text, choices);

        if (field == TV_LIST_NAME
            || (above && (above->field == TV_LIST_NAME || above->field == TV_LIST_ROLL_NUMBER)))
            return FALSE;
        n_known += field != TV_LIST_NO_FIELD;
    }
    return n_known >= 2 || (n_known == 1 && n_cells <= 2);
}

static void
add_second_header (TvColumnMap *self, TvSheet *sheet, guint row, GHashTable *choices)
{
    guint n_cells;
    const TvCell *cells = tv_sheet_get_cells (sheet, row, &n_cells);

    self->n_header_rows = 2;
    for (guint i = 0; i < n_cells; i++) {
        TvColumn *above = find_column (self, cells[i].column);
        TvListField field = weigh_header (self, cells[i].text, choices);

        if (!above) {
            note_header (self, &cells[i], choices);
        } else if (field != TV_LIST_NO_FIELD && !self->has[field]) {
            self->has[above->field] = FALSE;
            above->field = field;
            g_free (above->header);
            above->header = tv_text_clean (cells[i].text);
            self->has[field] = TRUE;
        }
    }
}

/* One word of letters, longer than the mark of a ticked column. */
static gboolean
is_given_name (const TvCell *cell)
{
    g_autofree char *key = tv_list_field_header_key (cell->text);

    return cell->kind == TV_CELL_TEXT && strlen (key) >= 2 && !strpbrk (key, " 0123456789");
}

/* "Họ và tên" set over two columns, of which the second has no header of its own. */
static void
settle_split_name (TvColumnMap *self, TvSheet *sheet, guint first_row)
{
    guint last_row = MIN (first_row + 10, tv_sheet_get_n_rows (sheet));
    guint n_names = 0, n_split = 0, column = 0;

    for (guint i = 0; i < self->columns->len; i++) {
        if (g_array_index (self->columns, TvColumn, i).field == TV_LIST_NAME)
            column = g_array_index (self->columns, TvColumn, i).column + 1;
    }
    if (column == 0 || find_column (self, column))
        return;
    for (guint row = first_row; row < last_row; row++) {
        const TvCell *name = tv_sheet_get_cell (sheet, row, column - 1);

        n_names += name->kind == TV_CELL_TEXT && !strpbrk (name->text, "0123456789");
        n_split += is_given_name (tv_sheet_get_cell (sheet, row, column));
    }
    if (n_split >= 2 && n_split * 10 >= n_names * 8) {
        TvColumn given = { column, g_strdup (""), TV_LIST_GIVEN_NAME, { 0 }, FALSE };

        change_field (self, TV_LIST_NAME, TV_LIST_FAMILY_NAME);
        g_array_append_val (self->columns, given);
        self->has[TV_LIST_GIVEN_NAME] = TRUE;
    }
}

/**
 * tv_column_map_find:
 * @sheet: a sheet
 * @row: which of its filled rows, from 0
 * @choices: (nullable): what a person has settled: layout, a slash and header key, or a header key
 *   alone, to field; see tv_list_field_header_key()
 *
 * Returns: (transfer full) (nullable): what the columns mean, where that row names them
 */
TvColumnMap *
tv_column_map_find (TvSheet *sheet, guint row, GHashTable *choices)
{
    g_autoptr (TvColumnMap) self = NULL;
    guint n_cells;
    const TvCell *cells = tv_sheet_get_cells (sheet, row, &n_cells);

    if (n_cells < 2 || n_cells > MAX_HEADERS || !is_all_words (cells, n_cells))
        return NULL;
    self = new_map ();
    self->layout = name_layout (cells, n_cells);
    for (guint i = 0; i < n_cells; i++)
        note_header (self, &cells[i], choices);
    settle_name (self);
    if (!is_header (self))
        return NULL;
    if (row + 1 < tv_sheet_get_n_rows (sheet) && is_second_header (self, sheet, row + 1, choices))
        add_second_header (self, sheet, row + 1, choices);
    settle_abbreviations (self);
    settle_split_name (self, sheet, row + self->n_header_rows);
    return g_steal_pointer (&self);
}

/**
 * tv_column_map_set_dates:
 * @index: which of the columns, from 0
 * @dates: what its dates tell
 *
 * For the reader, before anybody else has the map.
 */
void
tv_column_map_set_dates (TvColumnMap *self, guint index, const TvDateColumn *dates)
{
    g_array_index (self->columns, TvColumn, index).dates = *dates;
}

TvColumnMap *
tv_column_map_ref (TvColumnMap *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_column_map_unref (TvColumnMap *self)
{
    g_atomic_rc_box_release_full (self, clear_map);
}

/**
 * tv_column_map_get_layout:
 *
 * Returns: (transfer none): a word that all lists with the same headers have in common, in whatever
 *   order their columns stand
 */
const char *
tv_column_map_get_layout (TvColumnMap *self)
{
    return self->layout;
}

/**
 * tv_column_map_get_n_header_rows:
 *
 * Returns: 1, or 2 where a second row says more
 */
guint
tv_column_map_get_n_header_rows (TvColumnMap *self)
{
    return self->n_header_rows;
}

/**
 * tv_column_map_get_columns:
 * @n_columns: (out): how many columns have a header
 *
 * Returns: (transfer none) (array length=n_columns): the columns
 */
const TvColumn *
tv_column_map_get_columns (TvColumnMap *self, guint *n_columns)
{
    *n_columns = self->columns->len;
    return (const TvColumn *) (const void *) self->columns->data;
}

/**
 * tv_column_map_has:
 *
 * Returns: whether some column means @field
 */
gboolean
tv_column_map_has (TvColumnMap *self, TvListField field)
{
    g_return_val_if_fail (field < TV_LIST_N_FIELDS, FALSE);
    return self->has[field];
}
