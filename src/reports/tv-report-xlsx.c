/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A report as a spreadsheet: the same blocks under one another, numbers as numbers and dates as
 * dates; each named part gets a sheet of its own. */

#include "exchange/tv-xlsx-writer.h"
#include "reports/tv-report-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDEST_COLUMN 42.0
#define NARROWEST_COLUMN 5.0
#define LETTER_PAD 2.0

typedef struct {
    const TvReport *report;
    TvXlsxWriter *writer;
    guint row;
    GArray *widths; /* of double, by column of this sheet */
    guint n_tables; /* on this sheet */
} Writing;

static void
put_line (Writing *self, const TvXlsxLook *look, guint column, const char *text)
{
    tv_xlsx_writer_put_text (self->writer, &(TvXlsxArea){ self->row, column, 1, 1 }, look, text);
}

static glong
count_letters (const char *text)
{
    glong most = 0;

    for (const char *line = text; line; line = strchr (line, '\n') ? strchr (line, '\n') + 1 : NULL)
        most = MAX (most, g_utf8_strlen (line, (gssize) strcspn (line, "\n")));
    return most;
}

static void
make_wide (Writing *self, const TvReportCell *cell)
{
    double wanted = (double) count_letters (cell->text) + LETTER_PAD;
    double *width;

    if (cell->n_columns > 1)
        return;
    if (self->widths->len <= cell->column)
        g_array_set_size (self->widths, cell->column + 1);
    width = &g_array_index (self->widths, double, cell->column);
    *width = MAX (*width, CLAMP (wanted, NARROWEST_COLUMN, WIDEST_COLUMN));
}

static TvXlsxLook
make_look (const TvReportTable *table, const TvReportRow *row, const TvReportCell *cell)
{
    static const TvXlsxAlign alignments[] = { TV_XLSX_LEFT, TV_XLSX_CENTRE, TV_XLSX_RIGHT };
    gboolean is_head = row->kind == TV_REPORT_ROW_HEAD;

    return (TvXlsxLook){
        .align = is_head ? TV_XLSX_CENTRE : alignments[table->columns[cell->column].align],
        .is_bold = row->kind != TV_REPORT_ROW_BODY,
        .is_framed = TRUE,
        .is_shaded = is_head || row->kind == TV_REPORT_ROW_GROUP,
        .size_pt = 11,
    };
}

static void
write_cell (Writing *self, const TvReportTable *table, const TvReportRow *row,
            const TvReportCell *cell)
{
    TvXlsxLook look = make_look (table, row, cell);
    TvXlsxArea area = { self->row, cell->column, cell->n_rows, cell->n_columns };

    make_wide (self, cell);
    switch (cell->kind) {
    case TV_REPORT_CELL_NUMBER:
        tv_xlsx_writer_put_number (self->writer, area.row, area.column, &look, cell->number,
                                   cell->n_decimals);
        break;
    case TV_REPORT_CELL_DATE:
        tv_xlsx_writer_put_date (self->writer, area.row, area.column, &look, cell->date);
        break;
    case TV_REPORT_CELL_TEXT:
        tv_xlsx_writer_put_text (self->writer, &area, &look, cell->text);
        break;
    }
}

/* The first of several tables would be a wrong head for the others. */
static gboolean
is_only_table (const Writing *self, guint block)
{
    const GPtrArray *blocks = self->report->blocks;

    if (self->n_tables > 0)
        return FALSE;
    for (guint i = block + 1; i < blocks->len; i++) {
        const TvReportBlock *next = g_ptr_array_index (blocks, i);

        if (next->kind == TV_REPORT_BLOCK_PAGE_BREAK)
            return TRUE;
        if (next->kind == TV_REPORT_BLOCK_TABLE)
            return FALSE;
    }
    return TRUE;
}

static void
write_table (Writing *self, guint block, const TvReportTable *table)
{
    if (table->n_head_rows > 0 && is_only_table (self, block))
        tv_xlsx_writer_repeat_rows (self->writer, self->row, self->row + table->n_head_rows - 1);
    self->n_tables++;
    for (guint i = 0; i < table->rows->len; i++) {
        const TvReportRow *row = tv_report_table_row (table, i);

        for (guint k = 0; k < row->cells->len; k++)
            write_cell (self, table, row, &g_array_index (row->cells, TvReportCell, k));
        self->row++;
    }
    self->row++;
}

static void
write_text (Writing *self, TvReportTextRole role, const char *text)
{
    const TvReportTextLook *look = tv_report_text_look (role);

    put_line (self,
              &(TvXlsxLook){ .is_bold = look->style.is_bold,
                             .is_italic = look->style.is_italic,
                             .size_pt = look->style.size_pt },
              0, text);
    self->row++;
}

static void
write_line (Writing *self, const char *text, gboolean is_bold)
{
    if (text && text[0]) {
        put_line (self, &(TvXlsxLook){ .is_bold = is_bold }, 0, text);
        self->row++;
    }
}

static void
write_signatures (Writing *self, const TvReportBlock *block)
{
    write_line (self, block->recipients_title, TRUE);
    for (char **name = block->recipients; name && *name; name++)
        write_line (self, *name, FALSE);
    for (guint i = 0; i < block->n_signers; i++) {
        const TvReportSigner *signer = &block->signers[i];

        g_autofree char *text = signer->name && signer->name[0]
                                    ? g_strdup_printf ("%s: %s", signer->office, signer->name)
                                    : g_strdup (signer->office);

        write_line (self, text, FALSE);
    }
}

static void
write_block (Writing *self, guint index)
{
    const TvReportBlock *block = g_ptr_array_index (self->report->blocks, index);

    switch (block->kind) {
    case TV_REPORT_BLOCK_LETTERHEAD:
        write_line (self, block->letterhead.authority, FALSE);
        write_line (self, block->letterhead.school, TRUE);
        break;
    case TV_REPORT_BLOCK_TEXT:
        write_text (self, block->role, block->text);
        break;
    case TV_REPORT_BLOCK_PAIR:
        put_line (self, &(TvXlsxLook){ 0 }, 0, block->text);
        put_line (self, &(TvXlsxLook){ .is_bold = TRUE }, 3, block->value);
        self->row++;
        break;
    case TV_REPORT_BLOCK_TABLE:
        write_table (self, index, block->table);
        break;
    case TV_REPORT_BLOCK_DRAWING:
        write_line (self, block->text, FALSE);
        break;
    case TV_REPORT_BLOCK_SIGNATURES:
        write_signatures (self, block);
        break;
    default:
        break;
    }
}

static void
end_sheet (Writing *self)
{
    for (guint i = 0; i < self->widths->len; i++)
        tv_xlsx_writer_set_width (self->writer, i, g_array_index (self->widths, double, i));
    g_array_set_size (self->widths, 0);
}

static void
start_sheet (Writing *self, const char *name)
{
    tv_xlsx_writer_add_sheet (self->writer, name, self->report->is_landscape);
    self->row = 0;
    self->n_tables = 0;
    if (self->report->is_practice)
        write_line (self, C_ ("report", "PRACTICE DATA"), TRUE);
}

/* A page break that names what follows starts a sheet. */
static const char *
get_part_name (const TvReport *report, guint block)
{
    const TvReportBlock *first
        = block < report->blocks->len ? g_ptr_array_index (report->blocks, block) : NULL;

    return first && first->kind == TV_REPORT_BLOCK_PAGE_BREAK ? first->text : NULL;
}

/**
 * tv_report_write_xlsx:
 * @path: the file; one that stands there is replaced only when the new one is whole
 * @error: set where it could not be written
 *
 * Returns: whether the file stands
 */
gboolean
tv_report_write_xlsx (const TvReport *self, const char *path, GError **error)
{
    g_autoptr (TvXlsxWriter) writer = tv_xlsx_writer_new (path, self->title, self->date, error);
    g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (double));
    Writing writing = { .report = self, .writer = writer, .widths = widths };
    const char *name = get_part_name (self, 0);

    if (!writer)
        return FALSE;
    start_sheet (&writing, name ? name : self->title);
    for (guint i = 0; i < self->blocks->len; i++) {
        name = get_part_name (self, i);
        if (name && i > 0) {
            end_sheet (&writing);
            start_sheet (&writing, name);
        }
        write_block (&writing, i);
    }
    end_sheet (&writing);
    return tv_xlsx_writer_finish (writer, error);
}
