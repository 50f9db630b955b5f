/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table as slices: the head as one, then one a row, each naming the head that a new page asks
 * for. Each slice rules its own frame. */

#include "reports/tv-report-ruler.h"
#include "reports/tv-report-slice.h"
#include "reports/tv-report-style.h"

#define PAD_X_PT 2.5
#define PAD_Y_PT 1.5
#define BEFORE_PT 6
#define LEAST_SIZE_PT 7
#define SIZE_STEP_PT 0.5
#define MOST_ROWS_KEPT 16
#define N_LAST_ROWS_KEPT 4
#define MOST_LINES 8 /* a cell of a thousand words must not be higher than a page */
#define HEAD_GREY 0.93
#define GROUP_GREY 0.965

typedef struct {
    TvReportFlow *flow;
    const TvReportTable *table;
    double *edges_pt;   /* of columns, one more than there are */
    double *heights_pt; /* of rows */
    double size_pt;     /* of the letters */
    GArray *texts;      /* of TvReportItem, one a cell */
    guint *first_texts; /* of each row */
} Grid;

static void
place_columns (Grid *self)
{
    const TvReportTable *table = self->table;
    double sum = 0, x_pt = 0;

    for (guint i = 0; i < table->n_columns; i++)
        sum += table->columns[i].share;
    for (guint i = 0; i < table->n_columns; i++) {
        self->edges_pt[i] = x_pt;
        x_pt += self->flow->width_pt * table->columns[i].share / sum;
    }
    self->edges_pt[table->n_columns] = self->flow->width_pt;
}

static PangoAlignment
get_alignment (const Grid *self, const TvReportRow *row, const TvReportCell *cell)
{
    if (row->kind == TV_REPORT_ROW_HEAD)
        return PANGO_ALIGN_CENTER;
    switch (self->table->columns[cell->column].align) {
    case TV_REPORT_ALIGN_CENTRE:
        return PANGO_ALIGN_CENTER;
    case TV_REPORT_ALIGN_END:
        return PANGO_ALIGN_RIGHT;
    default:
        return PANGO_ALIGN_LEFT;
    }
}

static TvReportItem
make_text (const Grid *self, const TvReportRow *row, const TvReportCell *cell)
{
    double x_pt = self->edges_pt[cell->column] + PAD_X_PT;
    double width_pt = self->edges_pt[cell->column + cell->n_columns] - PAD_X_PT - x_pt;
    TvReportItem item = {
        .kind = TV_REPORT_ITEM_TEXT,
        .box = { x_pt, 0, width_pt, 0 },
        .text = g_string_chunk_insert_const (self->flow->strings, cell->text),
        .style = tv_report_style (self->size_pt, width_pt, get_alignment (self, row, cell)),
        .n_lines_at_most = MOST_LINES,
    };

    item.style.is_bold = row->kind != TV_REPORT_ROW_BODY;
    item.box.height_pt = tv_report_item_text_height (&item);
    return item;
}

static double
sum_heights (const Grid *self, guint row, guint n_rows)
{
    double height_pt = 0;

    for (guint i = row; i < row + n_rows && i < self->table->rows->len; i++)
        height_pt += self->heights_pt[i];
    return height_pt;
}

static const TvReportItem *
get_text (const Grid *self, guint row, guint cell)
{
    return &g_array_index (self->texts, TvReportItem, self->first_texts[row] + cell);
}

/* Figures are read wrongly when they are broken, and the words of a head are short. */
static gboolean
must_stay_whole (const TvReportRow *row, const char *text)
{
    if (row->kind == TV_REPORT_ROW_HEAD)
        return TRUE;
    for (const char *letter = text; *letter; letter = g_utf8_next_char (letter)) {
        if (g_unichar_isalpha (g_utf8_get_char (letter)))
            return FALSE;
    }
    return TRUE;
}

static gboolean
has_broken_word (const TvReportItem *item)
{
    g_autoptr (PangoLayout) layout = NULL;
    double width_pt, height_pt;

    if (tv_report_ruler_is_one_line (&item->style, item->text))
        return FALSE;
    layout = tv_report_item_layout (item);
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
    tv_chart_text_get_size (layout, &width_pt, &height_pt);
    return width_pt > item->box.width_pt;
}

static gboolean
fits (const Grid *self)
{
    for (guint i = 0; i < self->table->rows->len; i++) {
        const TvReportRow *row = tv_report_table_row (self->table, i);

        for (guint k = 0; k < row->cells->len; k++) {
            const TvReportItem *item = get_text (self, i, k);

            if (must_stay_whole (row, item->text) && has_broken_word (item))
                return FALSE;
        }
    }
    return TRUE;
}

static void
make_texts (Grid *self)
{
    g_array_set_size (self->texts, 0);
    for (guint i = 0; i < self->table->rows->len; i++) {
        const TvReportRow *row = tv_report_table_row (self->table, i);

        self->first_texts[i] = self->texts->len;
        for (guint k = 0; k < row->cells->len; k++) {
            TvReportItem item = make_text (self, row, &g_array_index (row->cells, TvReportCell, k));

            g_array_append_val (self->texts, item);
        }
    }
}

/* Where another font is wider than the one that the columns were made for, the letters get
 * smaller. */
static void
choose_size (Grid *self)
{
    self->size_pt = self->table->size_pt;
    make_texts (self);
    while (self->size_pt > LEAST_SIZE_PT && !fits (self)) {
        self->size_pt -= SIZE_STEP_PT;
        make_texts (self);
    }
}

static void
measure_row (Grid *self, guint index, guint n_rows)
{
    const TvReportRow *row = tv_report_table_row (self->table, index);

    for (guint k = 0; k < row->cells->len; k++) {
        const TvReportCell *cell = &g_array_index (row->cells, TvReportCell, k);
        double lacking_pt = get_text (self, index, k)->box.height_pt + 2 * PAD_Y_PT
                            - sum_heights (self, index, n_rows);

        if (cell->n_rows == n_rows && lacking_pt > 0)
            self->heights_pt[index + n_rows - 1] += lacking_pt;
    }
}

/* A cell over several rows makes the last of them higher where it needs more. */
static void
measure_rows (Grid *self)
{
    for (guint i = self->table->n_head_rows; i < self->table->rows->len; i++)
        self->heights_pt[i] = self->table->row_height_pt;
    for (guint i = 0; i < self->table->rows->len; i++)
        measure_row (self, i, 1);
    for (guint n_rows = 2; n_rows <= self->table->n_head_rows; n_rows++) {
        for (guint i = 0; i + n_rows <= self->table->n_head_rows; i++)
            measure_row (self, i, n_rows);
    }
}

static void
add_fill (TvReportSlice *slice, const TvRect *box, double grey)
{
    tv_report_slice_add_item (
        slice, &(TvReportItem){ .kind = TV_REPORT_ITEM_FILL, .box = *box, .grey = grey });
}

static void
add_cell (const Grid *self, TvReportSlice *slice, guint index, guint k)
{
    const TvReportRow *row = tv_report_table_row (self->table, index);
    const TvReportCell *cell = &g_array_index (row->cells, TvReportCell, k);
    double left_pt = self->edges_pt[cell->column];
    TvRect box
        = { left_pt, slice->height_pt, self->edges_pt[cell->column + cell->n_columns] - left_pt,
            sum_heights (self, index, cell->n_rows) };
    TvReportItem item = *get_text (self, index, k);

    if (row->kind == TV_REPORT_ROW_HEAD)
        add_fill (slice, &box, HEAD_GREY);
    else if (row->kind == TV_REPORT_ROW_GROUP)
        add_fill (slice, &box, GROUP_GREY);
    if (row->kind == TV_REPORT_ROW_HEAD)
        tv_report_slice_add_rule (slice, box.x_pt, box.y_pt, box.width_pt, 0);
    tv_report_slice_add_rule (slice, box.x_pt, box.y_pt, 0, box.height_pt);
    item.box.y_pt = box.y_pt + (box.height_pt - item.box.height_pt) / 2;
    if (item.text[0])
        tv_report_slice_add_item (slice, &item);
}

/* A row rules its left, its foot and its right; its top is the foot of what stands above. */
static void
add_row (const Grid *self, TvReportSlice *slice, guint index)
{
    const TvReportRow *row = tv_report_table_row (self->table, index);
    double width_pt = self->flow->width_pt;
    double height_pt = self->heights_pt[index];

    if (self->table->n_head_rows == 0)
        tv_report_slice_add_rule (slice, 0, slice->height_pt, width_pt, 0);
    for (guint k = 0; k < row->cells->len; k++)
        add_cell (self, slice, index, k);
    tv_report_slice_add_rule (slice, width_pt, slice->height_pt, 0, height_pt);
    slice->height_pt += height_pt;
    if (index + 1 >= self->table->n_head_rows)
        tv_report_slice_add_rule (slice, 0, slice->height_pt, width_pt, 0);
}

static gint
add_head (const Grid *self)
{
    TvReportSlice *slice = tv_report_slice_new (BEFORE_PT);

    if (self->table->n_head_rows == 0) {
        tv_report_slice_free (slice);
        return -1;
    }
    for (guint i = 0; i < self->table->n_head_rows; i++)
        add_row (self, slice, i);
    slice->keeps_next = TRUE;
    g_ptr_array_add (self->flow->slices, slice);
    return (gint) self->flow->slices->len - 1;
}

/* The last rows stay together, so that no page holds a single one. */
static gboolean
must_keep_next (const TvReportTable *table, guint row)
{
    return row + 1 < table->rows->len
           && (tv_report_table_row (table, row)->kind == TV_REPORT_ROW_GROUP
               || row + N_LAST_ROWS_KEPT >= table->rows->len);
}

/* A short table is parted only where the page would stay half empty. */
static gboolean
likes_next (const TvReportTable *table, guint row)
{
    return row + 1 < table->rows->len && table->rows->len - table->n_head_rows <= MOST_ROWS_KEPT;
}

/**
 * tv_report_flow_add_table:
 * @table: its rows
 */
void
tv_report_flow_add_table (TvReportFlow *self, const TvReportTable *table)
{
    g_autofree double *edges_pt = g_new0 (double, table->n_columns + 1);
    g_autofree double *heights_pt = g_new0 (double, table->rows->len + 1);
    g_autofree guint *first_texts = g_new0 (guint, table->rows->len + 1);
    g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (TvReportItem));
    Grid grid = { self, table, edges_pt, heights_pt, 0, texts, first_texts };
    gint head;

    place_columns (&grid);
    choose_size (&grid);
    measure_rows (&grid);
    head = add_head (&grid);
    for (guint i = table->n_head_rows; i < table->rows->len; i++) {
        TvReportSlice *slice
            = tv_report_slice_new (head < 0 && i == table->n_head_rows ? BEFORE_PT : 0);

        add_row (&grid, slice, i);
        slice->head = head;
        slice->keeps_next = must_keep_next (table, i);
        slice->likes_next = likes_next (table, i);
        g_ptr_array_add (self->slices, slice);
    }
    /* A head without rows stands by itself. */
    if (head >= 0 && table->rows->len == table->n_head_rows)
        ((TvReportSlice *) g_ptr_array_index (self->slices, (guint) head))->keeps_next = FALSE;
}
