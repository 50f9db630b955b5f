/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the sheets of a workbook as a person reads them: titles say which class and when,
 * a header says what the columns are, rows of children follow until a total or a signature. */

#include "exchange/tv-list-reader.h"

#include "base/tv-text.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-list-line.h"
#include "exchange/tv-list-title.h"
#include "records/tv-school.h"

#include <string.h>

/* Each of them is read from top to bottom before the list is; no list has so many. */
#define MAX_DATE_COLUMNS 50

/* Where the walk stands. */
typedef struct {
    TvListFile *file;
    const TvListOptions *options;
    TvSheet *sheet;
    TvSheet *written; /* the same before an old encoding was read */
    guint sheet_index;
    TvListSheet *report;
    TvColumnMap *map; /* of the header met last, NULL before the first */
    char *class_name; /* of the title met last */
    TvDate measured_on;
    GHashTable *dates;  /* number of a column to its TvDateColumn */
    gboolean is_closed; /* after a total or a signature: the list above has ended */
    guint last_child_row;
} Walk;

static void
clear_walk (Walk *self)
{
    g_clear_pointer (&self->map, tv_column_map_unref);
    g_hash_table_unref (self->dates);
    g_free (self->class_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

static void
pass_over (Walk *self, guint row, TvListPassedReason reason)
{
    TvListPassedRow *passed = g_new0 (TvListPassedRow, 1);
    guint n_cells;
    const TvCell *cells = tv_sheet_get_cells (self->sheet, row, &n_cells);

    passed->sheet = self->sheet_index;
    passed->source_row = tv_sheet_get_source_row (self->sheet, row);
    passed->reason = reason;
    passed->text = tv_text_clean (cells[0].text);
    g_ptr_array_add (self->file->passed_rows, passed);
}

/* Takes from a line outside every list what it says of the list below it. */
static void
read_title (Walk *self, guint row)
{
    guint n_cells;
    const TvCell *cells = tv_sheet_get_cells (self->sheet, row, &n_cells);

    for (guint i = 0; i < n_cells; i++) {
        g_autofree char *class_name = tv_list_title_class (cells[i].text);
        TvDate date = tv_list_title_measuring_date (cells[i].text);
        int round_number = tv_list_title_round (cells[i].text);
        int year = 0;

        if (class_name) {
            g_free (self->class_name);
            self->class_name = tv_list_title_tidy_class (class_name);
            self->is_closed = FALSE;
        }
        if (date != TV_DATE_NONE)
            self->measured_on = date;
        if (self->file->first_year == 0 && tv_school_year_parse (cells[i].text, &year))
            self->file->first_year = year;
        if (self->file->round_number == 0)
            self->file->round_number = round_number;
    }
    pass_over (self, row, TV_LIST_PASSED_TITLE);
}

/* What the dates of a column tell, asked once for all headers above it. */
static const TvDateColumn *
weigh_dates (Walk *self, guint column)
{
    static const TvDateColumn unknown = { TV_DATE_ORDER_UNKNOWN, FALSE, FALSE, 0 };
    TvDateColumn *dates = g_hash_table_lookup (self->dates, GUINT_TO_POINTER (column));

    if (!dates && g_hash_table_size (self->dates) >= MAX_DATE_COLUMNS)
        return &unknown;
    if (!dates) {
        dates = g_new0 (TvDateColumn, 1);
        tv_list_date_weigh_column (self->sheet, column, dates);
        if (self->options->date_order != TV_DATE_ORDER_UNKNOWN)
            dates->order = self->options->date_order;
        g_hash_table_insert (self->dates, GUINT_TO_POINTER (column), dates);
    }
    return dates;
}

static void
settle_dates (Walk *self, TvColumnMap *map)
{
    guint n_columns;
    const TvColumn *columns = tv_column_map_get_columns (map, &n_columns);

    for (guint i = 0; i < n_columns; i++) {
        if (tv_list_field_is_date (columns[i].field))
            tv_column_map_set_dates (map, i, weigh_dates (self, columns[i].column));
    }
}

static void
take_header (Walk *self, guint row, TvColumnMap *map)
{
    guint n_rows = tv_column_map_get_n_header_rows (map);

    settle_dates (self, map);

    g_clear_pointer (&self->map, tv_column_map_unref);
    self->map = tv_column_map_ref (map);
    self->is_closed = FALSE;
    self->last_child_row = tv_sheet_get_source_row (self->sheet, row + n_rows - 1);
    g_ptr_array_add (self->report->maps, tv_column_map_ref (map));
    for (guint i = 0; i < n_rows; i++)
        pass_over (self, row + i, TV_LIST_PASSED_HEADER);
}

/* Who weighs and writes no date means today. */
static TvDate
find_measuring_date (Walk *self)
{
    if (self->options->measured_on != TV_DATE_NONE)
        return self->options->measured_on;
    return self->measured_on != TV_DATE_NONE ? self->measured_on : self->options->today;
}

/* Shows how the first names were written that an old encoding has. */
static void
note_rereading (Walk *self, guint row, const TvListLine *line)
{
    guint column = line->texts[TV_LIST_NAME] ? line->columns[TV_LIST_NAME]
                                             : line->columns[TV_LIST_FAMILY_NAME];
    const char *before, *after;
    TvListRereading *rereading;

    if (self->sheet == self->written || column == TV_LIST_NO_COLUMN
        || self->file->rereadings->len >= TV_LIST_MAX_REREADINGS)
        return;
    before = tv_sheet_get_cell (self->written, row, column)->text;
    after = tv_sheet_get_cell (self->sheet, row, column)->text;
    if (strcmp (before, after) == 0)
        return;
    rereading = g_new0 (TvListRereading, 1);
    rereading->before = tv_text_clean (before);
    rereading->after = tv_text_clean (after);
    g_ptr_array_add (self->file->rereadings, rereading);
}

static gboolean
has_two_readings (Walk *self, guint row, const TvListLine *line)
{
    static const TvListField parts[] = { TV_LIST_NAME, TV_LIST_FAMILY_NAME, TV_LIST_GIVEN_NAME };
    GHashTable *doubtful = self->file->charsets.doubtful;

    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        guint column = line->columns[parts[i]];

        if (line->texts[parts[i]]
            && g_hash_table_contains (doubtful, tv_sheet_get_cell (self->written, row, column)))
            return TRUE;
    }
    return FALSE;
}

static void
take_child (Walk *self, guint row, TvListLine *line)
{
    gboolean has_measures = tv_column_map_has (self->map, TV_LIST_WEIGHT)
                            || tv_column_map_has (self->map, TV_LIST_HEIGHT);
    TvDate measured_on = has_measures ? find_measuring_date (self) : TV_DATE_NONE;
    TvListContext context = { self->class_name, self->options->today, measured_on, has_measures,
                              has_two_readings (self, row, line) };
    guint source_row = tv_sheet_get_source_row (self->sheet, row);

    g_ptr_array_add (self->file->rows,
                     tv_list_row_new (self->sheet_index, source_row,
                                      (const char *const *) line->texts, line->columns, &context));
    note_rereading (self, row, line);
    self->file->has_measures |= has_measures;
    self->report->n_rows++;
    self->last_child_row = source_row;
}

/* A row under a header: a child, or the end of the list. */
static void
read_line (Walk *self, guint row)
{
    g_autoptr (TvListLine) line = tv_list_line_new (self->sheet, row, self->map);
    guint source_row = tv_sheet_get_source_row (self->sheet, row);

    switch (tv_list_line_weigh (line, !self->is_closed && source_row == self->last_child_row + 1)) {
    case TV_LIST_LINE_CHILD:
        take_child (self, row, line);
        break;
    case TV_LIST_LINE_TOTAL:
        self->is_closed = TRUE;
        pass_over (self, row, TV_LIST_PASSED_TOTAL);
        break;
    case TV_LIST_LINE_SIGNATURE:
        self->is_closed = TRUE;
        pass_over (self, row, TV_LIST_PASSED_SIGNATURE);
        break;
    case TV_LIST_LINE_NUMBERING:
        self->last_child_row = source_row;
        pass_over (self, row, TV_LIST_PASSED_HEADER);
        break;
    default:
        if (tv_list_line_is_title (line))
            read_title (self, row);
        else
            pass_over (self, row, TV_LIST_PASSED_OTHER);
        break;
    }
}

static void
read_rows (Walk *self)
{
    guint n_rows = tv_sheet_get_n_rows (self->sheet);

    for (guint row = 0; row < n_rows; row++) {
        g_autoptr (TvColumnMap) map = tv_column_map_find (self->sheet, row, self->options->choices);

        if (map) {
            take_header (self, row, map);
            row += tv_column_map_get_n_header_rows (map) - 1;
        } else if (self->map) {
            read_line (self, row);
        } else {
            read_title (self, row);
        }
    }
}

/* Where no title says it, the name of the sheet may be that of a class, or the name of the file. A
 * text file has one sheet, which is called like the file. */
static char *
find_class (TvListFile *file, TvSheet *sheet)
{
    const char *title = tv_sheet_get_title (sheet);
    const char *dot = strrchr (file->name, '.');
    g_autofree char *stem = dot ? g_strndup (file->name, (gsize) (dot - file->name)) : NULL;
    char *class_name
        = stem && strcmp (title, file->name) == 0 ? NULL : tv_list_title_sheet_class (title);

    return class_name || !stem ? class_name : tv_list_title_sheet_class (stem);
}

static void
read_sheet (TvListFile *file, TvSheet *written, TvSheet *sheet, guint index,
            const TvListOptions *options)
{
    g_auto (Walk) self = {
        .file = file,
        .options = options,
        .sheet = sheet,
        .written = written,
        .sheet_index = index,
        .measured_on = TV_DATE_NONE,
        .dates = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    };

    self.report = g_new0 (TvListSheet, 1);
    self.report->title = g_strdup (tv_sheet_get_title (sheet));
    self.report->maps = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_column_map_unref);
    self.report->n_hidden_rows = tv_sheet_get_n_hidden_rows (sheet);
    self.report->n_lost_formulas = tv_sheet_get_n_lost_formulas (sheet);
    g_ptr_array_add (file->sheets, self.report);
    if (tv_sheet_is_hidden (sheet)) {
        self.report->state = TV_LIST_SHEET_HIDDEN;
    } else {
        self.class_name = find_class (file, sheet);
        read_rows (&self);
        if (self.report->maps->len == 0)
            self.report->state = TV_LIST_SHEET_NO_HEADER;
    }
    self.report->measured_on = self.measured_on;
    if (file->measured_on == TV_DATE_NONE)
        file->measured_on = self.measured_on;
}

static gboolean
has_header (TvListFile *file)
{
    for (guint i = 0; i < file->sheets->len; i++) {
        if (((TvListSheet *) g_ptr_array_index (file->sheets, i))->maps->len > 0)
            return TRUE;
    }
    return FALSE;
}

/* The rows of the workbook's sheets, whatever is there. */
static TvListFile *
read_workbook (TvWorkbook *workbook, const TvListOptions *options, const TvCharset *charset)
{
    TvListFile *file = tv_list_file_new (tv_workbook_get_name (workbook));
    g_autoptr (TvWorkbook) decoded = tv_workbook_decode (workbook, charset, &file->charsets);

    for (guint i = 0; i < tv_workbook_get_n_sheets (workbook); i++)
        read_sheet (file, tv_workbook_get_sheet (workbook, i), tv_workbook_get_sheet (decoded, i),
                    i, options);
    return file;
}

/* Where no row is a header as the words are written, one may be in an old encoding, too short to
 * be told by its words. */
static TvListFile *
find_list (TvWorkbook *workbook, const TvListOptions *options)
{
    TvListFile *file = read_workbook (workbook, options, options->charset);

    for (guint i = 0; i < TV_CHARSET_N && !options->charset && !has_header (file); i++) {
        TvCharset charset = (TvCharset) i;

        tv_list_file_unref (file);
        file = read_workbook (workbook, options, &charset);
    }
    return file;
}

/**
 * tv_list_read:
 * @workbook: a file's sheets
 * @options: what else is known
 * @error: NO_HEADER or NO_ROWS of #TvExchangeError
 *
 * Returns: (transfer full) (nullable): the children's rows of all its sheets
 */
TvListFile *
tv_list_read (TvWorkbook *workbook, const TvListOptions *options, GError **error)
{
    g_autoptr (TvListFile) file = find_list (workbook, options);

    if (!has_header (file)) {
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_NO_HEADER,
                             "no row names a column for children's names");
        return NULL;
    }
    if (file->rows->len == 0) {
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_NO_ROWS,
                             "no child's row under the header");
        return NULL;
    }
    return g_steal_pointer (&file);
}
