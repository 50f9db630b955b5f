/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a pasted block mean: by their header where one was copied, else by what
 * stands in them and by the cell that the block is pasted into. */

#include "workflows/tv-paste-columns.h"

#include "exchange/tv-list-field.h"
#include "workflows/tv-paste-header.h"
#include "workflows/tv-paste-profile.h"

/* As far as this apart, two readings of the same numbers are not told apart. */
#define DOUBT 0.3

/* Numbers farther than this from what they could be (four times as much) are something else. */
#define TOO_FAR 1.4

typedef struct {
    TvPasteColumns *columns;
    const TvPasteTable *table;
    const TvMeasuringSheet *sheet;
    GHashTable *names; /* of the class */
    TvDate today;
    TvPasteProfile profiles[TV_PASTE_MAX_COLUMNS];
    TvPasteLikeness likeness[TV_PASTE_MAX_COLUMNS];
    gboolean is_settled[TV_PASTE_MAX_COLUMNS]; /* by the header */
} Guess;

static void
set_once (TvPasteColumns *self, guint column, TvPasteField field)
{
    if (field != TV_PASTE_UNUSED && tv_paste_columns_find (self, field) >= 0)
        self->is_doubtful = TRUE;
    else
        self->fields[column] = field;
}

static void
read_header (Guess *guess)
{
    TvPasteField field;
    guint line;

    guess->columns->n_header_lines = tv_paste_header_find (guess->table, &line);
    for (guint i = 0; guess->columns->n_header_lines > 0 && i < guess->columns->n_columns; i++) {
        guess->is_settled[i]
            = tv_paste_header_field (tv_paste_table_cell (guess->table, line, i), &field);
        if (guess->is_settled[i])
            set_once (guess->columns, i, field);
    }
}

static void
look (Guess *guess)
{
    for (guint i = 0; i < guess->columns->n_columns; i++) {
        tv_paste_profile_take (&guess->profiles[i], guess->table, guess->columns->n_header_lines, i,
                               guess->names);
        tv_paste_profile_compare (&guess->profiles[i], guess->sheet, guess->today,
                                  &guess->likeness[i]);
    }
}

static gboolean
is_free (const Guess *guess, guint column)
{
    return !guess->is_settled[column] && guess->columns->fields[column] == TV_PASTE_UNUSED
           && guess->profiles[column].n_filled > 0;
}

static gboolean
may_be_names (const Guess *guess, guint column)
{
    const TvPasteProfile *profile = &guess->profiles[column];

    return profile->n_words * 2 > profile->n_filled && profile->n_sexes < profile->n_words
           && (profile->n_names > 0 || profile->n_like_names * 2 > profile->n_words);
}

/* The column, or the two of them, in which most names of the class stand; where nobody is known
 * the first words are names. */
static void
guess_names (Guess *guess)
{
    TvPasteColumns *columns = guess->columns;
    int best = -1;
    guint n_best = 0;
    gboolean is_joined = FALSE;

    for (guint i = 0; i < columns->n_columns; i++) {
        guint n_joined;

        if (!is_free (guess, i) || !may_be_names (guess, i))
            continue;
        if (best < 0 || guess->profiles[i].n_names > n_best) {
            best = (int) i;
            n_best = guess->profiles[i].n_names;
            is_joined = FALSE;
        }
        n_joined = i + 1 < columns->n_columns ? tv_paste_profile_count_joined_names (
                       guess->table, columns->n_header_lines, i, guess->names)
                                              : 0;
        if (n_joined > n_best) {
            best = (int) i;
            n_best = n_joined;
            is_joined = TRUE;
        }
    }
    if (best < 0)
        return;
    columns->fields[best] = is_joined ? TV_PASTE_FAMILY_NAME : TV_PASTE_NAME;
    if (is_joined)
        columns->fields[best + 1] = TV_PASTE_GIVEN_NAME;
}

/* "Họ và tên" set over two columns, of which the second has no header of its own; or "Tên" alone,
 * which is the whole name. */
static void
settle_names (Guess *guess)
{
    TvPasteColumns *columns = guess->columns;
    int name = tv_paste_columns_find (columns, TV_PASTE_NAME);
    int given = tv_paste_columns_find (columns, TV_PASTE_GIVEN_NAME);

    if (name < 0 && given < 0 && tv_paste_columns_find (columns, TV_PASTE_FAMILY_NAME) < 0) {
        guess_names (guess);
    } else if (name >= 0 && (guint) name + 1 < columns->n_columns
               && is_free (guess, (guint) name + 1) && may_be_names (guess, (guint) name + 1)
               && tv_paste_profile_count_joined_names (guess->table, columns->n_header_lines,
                                                       (guint) name, guess->names)
                      > guess->profiles[name].n_names) {
        columns->fields[name] = TV_PASTE_FAMILY_NAME;
        columns->fields[name + 1] = TV_PASTE_GIVEN_NAME;
    } else if (given >= 0 && name < 0
               && tv_paste_columns_find (columns, TV_PASTE_FAMILY_NAME) < 0) {
        columns->fields[given] = TV_PASTE_NAME;
    }
}

static void
guess_others (Guess *guess)
{
    for (guint i = 0; i < guess->columns->n_columns; i++) {
        const TvPasteProfile *profile = &guess->profiles[i];

        if (!is_free (guess, i))
            continue;
        if (profile->n_dates * 2 > profile->n_filled)
            set_once (guess->columns, i, TV_PASTE_BIRTH_DATE);
        else if (profile->is_counting && profile->n_numbers * 2 > profile->n_filled
                 && guess->columns->n_columns > 1
                 && tv_paste_columns_find (guess->columns, TV_PASTE_ROLL_NUMBER) < 0)
            guess->columns->fields[i] = TV_PASTE_ROLL_NUMBER;
        else if (profile->n_states > 0 && profile->n_numbers == 0 && guess->columns->n_columns > 1)
            set_once (guess->columns, i, TV_PASTE_NOTES);
    }
}

static gboolean
may_be_value (const Guess *guess, guint column)
{
    const TvPasteProfile *profile = &guess->profiles[column];

    return is_free (guess, column)
           && (profile->n_numbers + profile->n_states) * 2 >= profile->n_filled
           && !profile->is_all_years
           && MIN (guess->likeness[column].from_weight, guess->likeness[column].from_height)
                  < TOO_FAR;
}

/* One column: its values say what it is; where they do not, the cell it is pasted into does. */
static void
guess_one (Guess *guess, guint column, TvQuantity cursor)
{
    double weight = guess->likeness[column].from_weight;
    double height = guess->likeness[column].from_height;
    TvPasteField field = weight < height ? TV_PASTE_WEIGHT : TV_PASTE_HEIGHT;

    if (guess->profiles[column].n_numbers == 0 || MAX (weight - height, height - weight) < DOUBT) {
        field = cursor == TV_QUANTITY_WEIGHT ? TV_PASTE_WEIGHT : TV_PASTE_HEIGHT;
        guess->columns->is_doubtful
            = guess->columns->is_doubtful || guess->profiles[column].n_numbers > 0;
    }
    guess->columns->fields[column] = field;
}

/* Two or more: the pair that fits best, the earlier one where two fit as well. */
static void
guess_pair (Guess *guess, const guint *free, guint n_free)
{
    guint weight = free[0], height = free[1];
    double best = G_MAXDOUBLE, turned;

    for (guint i = 0; i < n_free; i++) {
        for (guint j = 0; j < n_free; j++) {
            double sum
                = guess->likeness[free[i]].from_weight + guess->likeness[free[j]].from_height;

            if (i == j || sum > best - 0.1)
                continue;
            best = sum;
            weight = free[i];
            height = free[j];
        }
    }
    turned = guess->likeness[height].from_weight + guess->likeness[weight].from_height;
    guess->columns->fields[weight] = TV_PASTE_WEIGHT;
    guess->columns->fields[height] = TV_PASTE_HEIGHT;
    guess->columns->is_doubtful
        = guess->columns->is_doubtful || n_free > 2 || turned - best < DOUBT;
}

static void
guess_values (Guess *guess, TvQuantity cursor)
{
    gboolean has_weight = tv_paste_columns_find (guess->columns, TV_PASTE_WEIGHT) >= 0;
    gboolean has_height = tv_paste_columns_find (guess->columns, TV_PASTE_HEIGHT) >= 0;
    guint free[TV_PASTE_MAX_COLUMNS], n_free = 0;

    for (guint i = 0; i < guess->columns->n_columns; i++) {
        if (may_be_value (guess, i))
            free[n_free++] = i;
    }
    if (n_free == 0 || (has_weight && has_height))
        return;
    if (!has_weight && !has_height && n_free > 1) {
        guess_pair (guess, free, n_free);
    } else if (!has_weight && !has_height) {
        guess_one (guess, free[0], cursor);
    } else {
        for (guint i = 0; i < n_free; i++) {
            const TvPasteLikeness *likeness = &guess->likeness[free[i]];

            if (has_weight ? likeness->from_height < likeness->from_weight
                           : likeness->from_weight < likeness->from_height)
                set_once (guess->columns, free[i], has_weight ? TV_PASTE_HEIGHT : TV_PASTE_WEIGHT);
        }
    }
}

/**
 * tv_paste_columns_guess:
 * @self: (out caller-allocates): what each column means
 * @table: the block
 * @sheet: the class it is pasted into
 * @cursor: the column of the grid it is pasted into
 * @today: for ages, where nobody of the class has been measured before
 */
void
tv_paste_columns_guess (TvPasteColumns *self, const TvPasteTable *table,
                        const TvMeasuringSheet *sheet, TvQuantity cursor, TvDate today)
{
    g_autofree Guess *guess = g_new0 (Guess, 1);
    g_autoptr (GHashTable) names = tv_paste_profile_list_names (sheet);

    *self = (TvPasteColumns){ .n_columns = MIN (table->n_columns, TV_PASTE_MAX_COLUMNS) };
    for (guint i = 0; i < TV_PASTE_MAX_COLUMNS; i++)
        self->fields[i] = TV_PASTE_UNUSED;
    guess->columns = self;
    guess->table = table;
    guess->sheet = sheet;
    guess->names = names;
    guess->today = today;
    read_header (guess);
    look (guess);
    settle_names (guess);
    guess_others (guess);
    guess_values (guess, cursor);
}

/**
 * tv_paste_columns_set:
 * @column: from 0
 * @field: what somebody says it means; another column that meant the same is not used any more
 */
void
tv_paste_columns_set (TvPasteColumns *self, guint column, TvPasteField field)
{
    int other = field == TV_PASTE_UNUSED ? -1 : tv_paste_columns_find (self, field);

    g_return_if_fail (column < self->n_columns);
    if (other >= 0)
        self->fields[other] = TV_PASTE_UNUSED;
    self->fields[column] = field;
    self->is_doubtful = FALSE;
}

/**
 * tv_paste_columns_find:
 *
 * Returns: the column of that meaning, -1 where there is none
 */
int
tv_paste_columns_find (const TvPasteColumns *self, TvPasteField field)
{
    for (guint i = 0; i < self->n_columns; i++) {
        if (self->fields[i] == field)
            return (int) i;
    }
    return -1;
}

/**
 * tv_paste_columns_has_names:
 *
 * Returns: whether the block says of each line who it is about
 */
gboolean
tv_paste_columns_has_names (const TvPasteColumns *self)
{
    return tv_paste_columns_find (self, TV_PASTE_NAME) >= 0
           || tv_paste_columns_find (self, TV_PASTE_GIVEN_NAME) >= 0
           || tv_paste_columns_find (self, TV_PASTE_ROLL_NUMBER) >= 0;
}

/**
 * tv_paste_field_label:
 *
 * Returns: (transfer none): what the field is called for people
 */
const char *
tv_paste_field_label (TvPasteField field)
{
    static const TvListField fields[TV_PASTE_N_FIELDS]
        = { TV_LIST_WEIGHT,     TV_LIST_HEIGHT,      TV_LIST_ROLL_NUMBER,
            TV_LIST_NAME,       TV_LIST_FAMILY_NAME, TV_LIST_GIVEN_NAME,
            TV_LIST_BIRTH_DATE, TV_LIST_NOTES,       TV_LIST_NO_FIELD };

    g_return_val_if_fail (field < TV_PASTE_N_FIELDS, "");
    return tv_list_field_label (fields[field]);
}
