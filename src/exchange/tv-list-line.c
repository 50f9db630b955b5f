/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells a child's row from the other rows that stand under a header. No child's row may be taken
 * for something else, so what looks like one in doubt is one: its faults will be shown. */

#include "exchange/tv-list-line.h"

#include "base/tv-text.h"
#include "exchange/tv-list-row.h"
#include "exchange/tv-list-title.h"
#include "exchange/tv-list-value.h"

#include <string.h>

static gboolean
is_name_field (TvListField field)
{
    return field == TV_LIST_NAME || field == TV_LIST_GIVEN_NAME;
}

/* A number that lost the zeros at its beginning, since a spreadsheet took it for a quantity. */
static char *
restore_zeros (TvListField field, const TvCell *cell)
{
    gsize n_digits = strlen (cell->text), n_wanted = 0;

    if (field == TV_LIST_PERSONAL_NUMBER && n_digits >= 9)
        n_wanted = 12;
    else if ((field == TV_LIST_MINISTRY_CODE || field == TV_LIST_GUARDIAN_PHONE) && n_digits == 9)
        n_wanted = 10;
    if (cell->kind != TV_CELL_NUMBER || n_wanted <= n_digits
        || strspn (cell->text, "0123456789") != n_digits)
        return is_name_field (field) ? tv_text_clean (cell->text) : g_strdup (cell->text);
    return g_strdup_printf ("%0*d%s", (int) (n_wanted - n_digits), 0, cell->text);
}

static char *
read_text (TvSheet *sheet, const TvColumn *column, const TvCell *cell)
{
    return tv_list_field_is_date (column->field)
               ? tv_list_date_day_first (sheet, cell, &column->dates)
               : restore_zeros (column->field, cell);
}

static void
take_cell (TvListLine *self, TvSheet *sheet, const TvColumn *column, const TvCell *cell)
{
    TvListField field = column->field;

    if (field == TV_LIST_NOTES && self->texts[field]) {
        char *joined = g_strjoin ("; ", self->texts[field], cell->text, NULL);

        g_free (self->texts[field]);
        self->texts[field] = joined;
    } else if (!self->texts[field]) {
        self->texts[field] = read_text (sheet, column, cell);
        self->columns[field] = cell->column;
    }
}

/* (1), 2., [C]: how columns are numbered. */
static gboolean
is_numbering (const char *text)
{
    g_autofree char *key = NULL;

    if (strlen (text) > 6)
        return FALSE;
    key = tv_list_field_header_key (text);
    return strlen (key) <= 2 && (strspn (key, "0123456789") == strlen (key) || strlen (key) == 1);
}

/**
 * tv_list_line_new:
 * @sheet: a sheet
 * @row: which of its filled rows, from 0
 * @map: what its columns mean
 *
 * Returns: (transfer full): the row's texts by field
 */
TvListLine *
tv_list_line_new (TvSheet *sheet, guint row, TvColumnMap *map)
{
    TvListLine *self = g_new0 (TvListLine, 1);
    guint n_columns;
    const TvColumn *columns = tv_column_map_get_columns (map, &n_columns);
    const TvCell *cells = tv_sheet_get_cells (sheet, row, &self->n_cells);

    self->first_text = tv_text_clean (cells[0].text);
    self->is_all_numbers = TRUE;
    for (guint i = 0; i < self->n_cells && self->is_all_numbers; i++)
        self->is_all_numbers = is_numbering (cells[i].text);
    for (guint i = 0; i < TV_LIST_N_FIELDS; i++)
        self->columns[i] = TV_LIST_NO_COLUMN;
    for (guint i = 0; i < n_columns; i++) {
        const TvCell *cell = tv_sheet_get_cell (sheet, row, columns[i].column);
        TvListField field = columns[i].field;

        if (field == TV_LIST_NO_FIELD)
            continue;
        if (self->columns[field] == TV_LIST_NO_COLUMN)
            self->columns[field] = columns[i].column;
        if (cell->kind != TV_CELL_EMPTY)
            take_cell (self, sheet, &columns[i], cell);
    }
    return self;
}

void
tv_list_line_free (TvListLine *self)
{
    for (guint i = 0; i < TV_LIST_N_FIELDS; i++)
        g_free (self->texts[i]);
    g_free (self->first_text);
    g_free (self);
}

static gboolean
begins_with_any (const char *text, const char *const *words)
{
    for (guint i = 0; words[i]; i++) {
        if (g_str_has_prefix (text, words[i]))
            return TRUE;
    }
    return FALSE;
}

/* "Tổng" is a total and Tống a family name, so accents count here. */
static gboolean
is_total (const char *text)
{
    static const char *const words[]
        = { "cộng",         "tổng",    "sĩ số",     "trong đó", "danh sách này có",
            "danh sách có", "tong so", "tong cong", "cong:",    "si so:",
            "total",        NULL };
    g_autofree char *small = g_utf8_strdown (text, -1);

    return begins_with_any (small, words);
}

static gboolean
is_signature (const char *text)
{
    static const char *const words[]
        = { "hieu truong", "pho hieu truong", "nguoi lap",   "giao vien",      "gvcn",
            "can bo y te", "nhan vien y te",  "y te truong", "ky ten",         "ky va ghi",
            "ky ghi ro",   "xac nhan",        "thu truong",  "ngay thang nam", "nguoi do",
            "nguoi can",   "kt hieu truong",  NULL };
    g_autofree char *key = tv_list_field_header_key (text);

    return begins_with_any (key, words) || (strstr (key, "ngay") && strstr (key, "thang"));
}

static gboolean
is_number_field (TvListField field)
{
    return field == TV_LIST_ROLL_NUMBER || field == TV_LIST_MINISTRY_CODE
           || field == TV_LIST_PERSONAL_NUMBER || field == TV_LIST_BIRTH_DATE;
}

/* How many things that only a child has stand in the row, beside the name. Where a number should
 * stand, a text without a digit is the name of somebody who signs. */
static guint
count_evidence (const TvListLine *self)
{
    static const TvListField telling[] = {
        TV_LIST_ROLL_NUMBER, TV_LIST_MINISTRY_CODE, TV_LIST_PERSONAL_NUMBER, TV_LIST_BIRTH_DATE,
        TV_LIST_SEX,         TV_LIST_FEMALE_MARK,   TV_LIST_MALE_MARK,       TV_LIST_STATUS,
        TV_LIST_WEIGHT,      TV_LIST_HEIGHT,        TV_LIST_CLASS,
    };
    guint n = 0;

    for (guint i = 0; i < G_N_ELEMENTS (telling); i++) {
        const char *text = self->texts[telling[i]];

        n += text && (!is_number_field (telling[i]) || strpbrk (text, "0123456789"));
    }
    return n;
}

/* A class named between two lists, in whichever column. */
static gboolean
names_class (const TvListLine *self)
{
    g_autofree char *class_name = tv_list_title_class (self->first_text);

    return class_name && self->n_cells <= 2;
}

/**
 * tv_list_line_weigh:
 * @follows_child: whether it stands directly under another child or under the header
 *
 * Returns: what the row is
 */
TvListLineKind
tv_list_line_weigh (const TvListLine *self, gboolean follows_child)
{
    const char *name
        = self->texts[TV_LIST_NAME] ? self->texts[TV_LIST_NAME] : self->texts[TV_LIST_GIVEN_NAME];
    guint n_evidence = count_evidence (self);

    if (self->is_all_numbers && self->n_cells >= 3)
        return TV_LIST_LINE_NUMBERING;
    if (is_total (self->first_text) || (name && is_total (name)))
        return TV_LIST_LINE_TOTAL;
    if (is_signature (self->first_text) && n_evidence <= 1)
        return TV_LIST_LINE_SIGNATURE;
    if ((name && g_ascii_isdigit (*name)) || names_class (self))
        return TV_LIST_LINE_OTHER;
    if (name && (n_evidence > 0 || (follows_child && strchr (name, ' '))))
        return TV_LIST_LINE_CHILD;
    /* A row that lost its name is still a child's: to be shown, not to be dropped. */
    if (!name && n_evidence >= 2)
        return TV_LIST_LINE_CHILD;
    return TV_LIST_LINE_OTHER;
}

/**
 * tv_list_line_is_title:
 *
 * Returns: whether the row may be a title: a line or two of text
 */
gboolean
tv_list_line_is_title (const TvListLine *self)
{
    return self->n_cells <= 2;
}
