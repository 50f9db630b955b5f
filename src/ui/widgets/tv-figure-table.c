/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one table for figures that are worked out at once and shown whole. Only rows that are seen
 * have widgets, and these are used again when the figures change. */

#include "ui/widgets/tv-figure-table.h"

#include "ui/rates/tv-number-columns.h"

/* More rows scroll by themselves. */
#define MAX_ROWS_WHOLE 16
#define HEIGHT_OF_MANY 460

/* The texts of a row. */
#define TV_TYPE_FIGURE_ROW (tv_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (TvFigureRow, tv_figure_row, TV, FIGURE_ROW, GObject)

struct _TvFigureRow {
    GObject parent_instance;
    char **texts;
};

G_DEFINE_FINAL_TYPE (TvFigureRow, tv_figure_row, G_TYPE_OBJECT)

struct _TvFigureTable {
    GtkWidget parent_instance;

    GtkWidget *frame;
    GtkScrolledWindow *scrolled_window;
    GtkColumnView *view;
    GListStore *rows;
    GtkSingleSelection *selection; /* NULL where rows open something */
    gboolean is_filling;
};

enum {
    ROW_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvFigureTable, tv_figure_table, GTK_TYPE_WIDGET)

static void
tv_figure_row_finalize (GObject *object)
{
    g_strfreev (TV_FIGURE_ROW (object)->texts);
    G_OBJECT_CLASS (tv_figure_row_parent_class)->finalize (object);
}

static void
tv_figure_row_class_init (TvFigureRowClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = tv_figure_row_finalize;
}

static void
tv_figure_row_init (TvFigureRow *self)
{
}

static void
text_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer is_text)
{
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (is_text) ? 0 : 1);
    gtk_widget_add_css_class (label, "numeric");
    gtk_list_item_set_child (item, label);
}

static void
text_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
    TvFigureRow *row = gtk_list_item_get_item (item);

    gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                        row->texts[GPOINTER_TO_UINT (column)]);
}

static void
activated_cb (TvFigureTable *self, guint position)
{
    g_signal_emit (self, signals[ROW_WANTED], 0, position);
}

static void
selected_cb (TvFigureTable *self)
{
    guint position = gtk_single_selection_get_selected (self->selection);

    if (!self->is_filling && position != GTK_INVALID_LIST_POSITION)
        g_signal_emit (self, signals[ROW_WANTED], 0, position);
}

static void
tv_figure_table_dispose (GObject *object)
{
    TvFigureTable *self = TV_FIGURE_TABLE (object);

    g_clear_object (&self->selection);
    g_clear_object (&self->rows);
    g_clear_pointer (&self->frame, gtk_widget_unparent);
    G_OBJECT_CLASS (tv_figure_table_parent_class)->dispose (object);
}

static void
tv_figure_table_class_init (TvFigureTableClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_figure_table_dispose;
    signals[ROW_WANTED] = g_signal_new ("row-wanted", TV_TYPE_FIGURE_TABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tv_figure_table_init (TvFigureTable *self)
{
    self->scrolled_window = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
    self->rows = g_list_store_new (TV_TYPE_FIGURE_ROW);
    self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
    gtk_column_view_set_show_row_separators (self->view, TRUE);
    g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
    gtk_scrolled_window_set_child (self->scrolled_window, GTK_WIDGET (self->view));
    self->frame = gtk_frame_new (NULL);
    gtk_widget_add_css_class (self->frame, "view");
    gtk_frame_set_child (GTK_FRAME (self->frame), GTK_WIDGET (self->scrolled_window));
    gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

GtkWidget *
tv_figure_table_new (void)
{
    return g_object_new (TV_TYPE_FIGURE_TABLE, NULL);
}

static void
append_column (TvFigureTable *self, const TvFigureColumn *values, guint index)
{
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (values->title, factory);

    g_signal_connect (factory, "setup", G_CALLBACK (text_set_up_cb),
                      GINT_TO_POINTER (values->is_text));
    g_signal_connect (factory, "bind", G_CALLBACK (text_bound_cb), GUINT_TO_POINTER (index));
    gtk_column_view_column_set_expand (column, values->is_text);
    gtk_column_view_append_column (self->view, column);
}

/**
 * tv_figure_table_set_up:
 * @name: what a screen reader calls the table
 * @use: what its rows are for
 * @columns: (array length=n_columns): its columns, once
 */
void
tv_figure_table_set_up (TvFigureTable *self, const char *name, TvFigureTableUse use,
                        const TvFigureColumn *columns, guint n_columns)
{
    GListModel *rows = g_object_ref (G_LIST_MODEL (self->rows));
    g_autoptr (GtkSelectionModel) model = NULL;

    g_return_if_fail (TV_IS_FIGURE_TABLE (self) && !gtk_column_view_get_model (self->view));
    for (guint i = 0; i < n_columns; i++)
        append_column (self, &columns[i], i);
    for (guint i = 0; i < n_columns; i++) {
        if (!columns[i].is_text)
            tv_number_columns_align (self->view, i, 1);
    }
    if (use == TV_FIGURE_TABLE_CHOOSES) {
        self->selection = gtk_single_selection_new (rows);
        g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb),
                                 self, G_CONNECT_SWAPPED);
        model = g_object_ref (GTK_SELECTION_MODEL (self->selection));
    } else {
        model = GTK_SELECTION_MODEL (gtk_no_selection_new (rows));
    }
    gtk_column_view_set_model (self->view, model);
    gtk_column_view_set_single_click_activate (self->view, use == TV_FIGURE_TABLE_OPENS);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

/* Within a page that scrolls nothing gets more than the least it asks for. */
static void
give_height (TvFigureTable *self, guint n_rows)
{
    gboolean is_whole = n_rows <= MAX_ROWS_WHOLE;

    gtk_scrolled_window_set_policy (self->scrolled_window, GTK_POLICY_AUTOMATIC,
                                    is_whole ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_min_content_height (self->scrolled_window,
                                                is_whole ? -1 : HEIGHT_OF_MANY);
}

/**
 * tv_figure_table_show:
 * @rows: (element-type GStrv): the texts of each row, one for each column; copied
 *
 * Where a row is chosen, it is the first one then, and nobody is told.
 */
void
tv_figure_table_show (TvFigureTable *self, GPtrArray *rows)
{
    g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

    g_return_if_fail (TV_IS_FIGURE_TABLE (self));
    for (guint i = 0; i < rows->len; i++) {
        TvFigureRow *row = g_object_new (TV_TYPE_FIGURE_ROW, NULL);

        row->texts = g_strdupv (g_ptr_array_index (rows, i));
        g_ptr_array_add (items, row);
    }
    give_height (self, rows->len);
    self->is_filling = TRUE;
    g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                         items->pdata, items->len);
    if (self->selection)
        gtk_single_selection_set_selected (self->selection, 0);
    self->is_filling = FALSE;
}

/**
 * tv_figure_table_set_column_visible:
 * @column: a column, counted from 0
 * @is_visible: whether it is shown
 */
void
tv_figure_table_set_column_visible (TvFigureTable *self, guint column, gboolean is_visible)
{
    GListModel *columns = gtk_column_view_get_columns (self->view);
    g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, column);

    gtk_column_view_column_set_visible (shown, is_visible);
}

/**
 * tv_figure_table_choose:
 * @position: the row that is chosen, as if by hand
 */
void
tv_figure_table_choose (TvFigureTable *self, guint position)
{
    g_return_if_fail (TV_IS_FIGURE_TABLE (self) && self->selection);
    gtk_single_selection_set_selected (self->selection, position);
}

guint
tv_figure_table_get_n_rows (TvFigureTable *self)
{
    g_return_val_if_fail (TV_IS_FIGURE_TABLE (self), 0);
    return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/**
 * tv_figure_table_get_text:
 *
 * Returns: (transfer none) (nullable): what a cell says; %NULL where there is no such row
 */
const char *
tv_figure_table_get_text (TvFigureTable *self, guint position, guint column)
{
    g_autoptr (TvFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

    /* The table holds the row, too. */
    return row ? row->texts[column] : NULL;
}
