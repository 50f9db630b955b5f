/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one table for figures that are worked out at once and shown whole: a choice at the head of a
 * page changes all of them, and is to be seen at the next frame. */

#include "ui/widgets/tv-figure-table.h"

#include "ui/widgets/tv-figure-line.h"
#include "ui/widgets/tv-wheel.h"

/* More rows scroll by themselves. */
#define MAX_ROWS_WHOLE 16
#define HEIGHT_OF_MANY 460
/* What the theme puts around a line within its row. */
#define LINE_INSET 2

/* The texts of a row. Signal: "changed": they are others now. */
#define TV_TYPE_FIGURE_ROW (tv_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (TvFigureRow, tv_figure_row, TV, FIGURE_ROW, GObject)

struct _TvFigureRow {
    GObject parent_instance;
    GStrv texts;
    guint links; /* a bit for each column */
};

G_DEFINE_FINAL_TYPE (TvFigureRow, tv_figure_row, G_TYPE_OBJECT)

struct _TvFigureTable {
    GtkWidget parent_instance;
    TvFigurePlan plan;
    GListStore *rows;
    GtkSingleSelection *selection; /* NULL where rows open something */
    gboolean is_filling;

    GtkWidget *frame;
    GtkWidget *head; /* a TvFigureLine */
    GtkScrolledWindow *scrolled_window;
    GtkListView *view;
};

enum {
    ROW_WANTED,
    CELL_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvFigureTable, tv_figure_table, GTK_TYPE_WIDGET)

static guint row_changed;

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
    row_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
tv_figure_row_init (TvFigureRow *self)
{
}

static void
tv_figure_row_write (TvFigureRow *self, char **texts, guint links)
{
    if (self->texts && self->links == links
        && g_strv_equal ((const char *const *) self->texts, (const char *const *) texts))
        return;
    g_strfreev (self->texts);
    self->texts = g_strdupv (texts);
    self->links = links;
    g_signal_emit (self, row_changed, 0);
}

static void
link_wanted_cb (GtkListItem *item, guint column, GtkWidget *line)
{
    GtkWidget *table = gtk_widget_get_ancestor (line, TV_TYPE_FIGURE_TABLE);

    if (table && gtk_list_item_get_item (item))
        g_signal_emit (table, signals[CELL_WANTED], 0, gtk_list_item_get_position (item), column);
}

static void
line_chosen_cb (GtkListItem *item)
{
    tv_figure_line_set_reachable (TV_FIGURE_LINE (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_selected (item));
}

static void
line_set_up_cb (TvFigureTable *self, GtkListItem *item)
{
    GtkWidget *line = tv_figure_line_new (&self->plan);

    gtk_list_item_set_child (item, line);
    if (!self->selection)
        return;
    g_signal_connect_object (line, "link-wanted", G_CALLBACK (link_wanted_cb), item,
                             G_CONNECT_SWAPPED);
    g_signal_connect (item, "notify::selected", G_CALLBACK (line_chosen_cb), NULL);
}

static void
row_changed_cb (GtkListItem *item, TvFigureRow *row)
{
    tv_figure_line_set_texts (TV_FIGURE_LINE (gtk_list_item_get_child (item)),
                              (const char *const *) row->texts, row->links);
}

static void
line_bound_cb (TvFigureTable *self, GtkListItem *item)
{
    TvFigureRow *row = gtk_list_item_get_item (item);

    g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), item, G_CONNECT_SWAPPED);
    row_changed_cb (item, row);
    if (self->selection)
        line_chosen_cb (item);
}

static void
line_unbound_cb (TvFigureTable *self, GtkListItem *item)
{
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item),
                                          G_CALLBACK (row_changed_cb), item);
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

/* Digits are all of one width, so the longest text of a column of figures is the widest, but for a
 * point or a sign; words are measured one by one. */
static int
measure_column (TvFigureTable *self, GPtrArray *rows, guint column)
{
    const TvFigurePlace *place = &self->plan.columns[column];
    glong longest = 0;
    int widest;

    tv_figure_line_measure_text (self->head, place->title, &widest, NULL);
    for (guint i = 0; i < rows->len; i++) {
        const char *text = ((TvFigureRow *) g_ptr_array_index (rows, i))->texts[column];
        glong length = g_utf8_strlen (text, -1);
        int width;

        if (!place->is_text && length <= longest)
            continue;
        longest = length;
        tv_figure_line_measure_text (GTK_WIDGET (self->view), text, &width, NULL);
        widest = MAX (widest, width);
    }
    return widest;
}

static void
resize_lines (GtkWidget *widget)
{
    if (TV_IS_FIGURE_LINE (widget))
        gtk_widget_queue_resize (widget);
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child))
        resize_lines (child);
}

static void
plan_columns (TvFigureTable *self, GPtrArray *rows)
{
    gboolean is_other = FALSE;
    int height;

    tv_figure_line_measure_text (GTK_WIDGET (self->view), "0", NULL, &height);
    is_other = height != self->plan.height;
    self->plan.height = height;
    for (guint i = 0; i < self->plan.n_columns; i++) {
        int width = measure_column (self, rows, i);

        is_other = is_other || width != self->plan.columns[i].width;
        self->plan.columns[i].width = width;
    }
    if (is_other)
        resize_lines (self->frame);
}

static GPtrArray *
list_rows (TvFigureTable *self)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < tv_figure_table_get_n_rows (self); i++)
        g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->rows), i));
    return rows;
}

/* The text of the desktop has become larger or smaller. */
static void
tv_figure_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
    TvFigureTable *self = TV_FIGURE_TABLE (widget);
    g_autoptr (GPtrArray) rows = list_rows (self);

    GTK_WIDGET_CLASS (tv_figure_table_parent_class)->css_changed (widget, change);
    plan_columns (self, rows);
}

static void
tv_figure_table_dispose (GObject *object)
{
    TvFigureTable *self = TV_FIGURE_TABLE (object);

    g_clear_pointer (&self->frame, gtk_widget_unparent);
    g_clear_object (&self->selection);
    g_clear_object (&self->rows);
    G_OBJECT_CLASS (tv_figure_table_parent_class)->dispose (object);
}

static void
tv_figure_table_finalize (GObject *object)
{
    TvFigureTable *self = TV_FIGURE_TABLE (object);

    for (guint i = 0; i < self->plan.n_columns; i++)
        g_free (self->plan.columns[i].title);
    g_free (self->plan.columns);
    G_OBJECT_CLASS (tv_figure_table_parent_class)->finalize (object);
}

static void
tv_figure_table_class_init (TvFigureTableClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_figure_table_dispose;
    G_OBJECT_CLASS (klass)->finalize = tv_figure_table_finalize;
    widget_class->css_changed = tv_figure_table_css_changed;
    signals[ROW_WANTED] = g_signal_new ("row-wanted", TV_TYPE_FIGURE_TABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
    signals[CELL_WANTED]
        = g_signal_new ("cell-wanted", TV_TYPE_FIGURE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* The head goes along when a table that is too wide is moved sideways, and stays when its rows are
 * moved up. */
static void
tv_figure_table_init (TvFigureTable *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *sideways = gtk_scrolled_window_new ();

    self->rows = g_list_store_new (TV_TYPE_FIGURE_ROW);
    self->head = tv_figure_line_new (&self->plan);
    gtk_widget_add_css_class (self->head, "caption-heading");
    gtk_widget_add_css_class (self->head, "dim-label");
    gtk_widget_set_margin_start (self->head, LINE_INSET);
    gtk_widget_set_margin_end (self->head, LINE_INSET);
    self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
    gtk_list_view_set_show_separators (self->view, TRUE);
    g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
    self->scrolled_window = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
    gtk_scrolled_window_set_child (self->scrolled_window, GTK_WIDGET (self->view));
    gtk_box_append (GTK_BOX (box), self->head);
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scrolled_window));
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (sideways), GTK_POLICY_AUTOMATIC,
                                    GTK_POLICY_NEVER);
    tv_wheel_let_pass (GTK_SCROLLED_WINDOW (sideways));
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (sideways), box);
    self->frame = gtk_frame_new (NULL);
    gtk_widget_add_css_class (self->frame, "view");
    gtk_frame_set_child (GTK_FRAME (self->frame), sideways);
    gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

GtkWidget *
tv_figure_table_new (void)
{
    return g_object_new (TV_TYPE_FIGURE_TABLE, NULL);
}

static void
set_up_columns (TvFigureTable *self, const TvFigureColumn *columns, guint n_columns)
{
    g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
    g_auto (GStrv) words = NULL;

    self->plan.columns = g_new0 (TvFigurePlace, n_columns);
    self->plan.n_columns = n_columns;
    for (guint i = 0; i < n_columns; i++) {
        self->plan.columns[i].title = g_strdup (columns[i].title);
        self->plan.columns[i].is_text = columns[i].is_text;
        self->plan.columns[i].is_visible = TRUE;
        g_strv_builder_add (titles, columns[i].title);
    }
    words = g_strv_builder_end (titles);
    tv_figure_line_set_texts (TV_FIGURE_LINE (self->head), (const char *const *) words, 0);
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
    g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
    GListModel *rows = g_object_ref (G_LIST_MODEL (self->rows));
    g_autoptr (GtkSelectionModel) model = NULL;

    g_return_if_fail (TV_IS_FIGURE_TABLE (self) && self->plan.n_columns == 0);
    set_up_columns (self, columns, n_columns);
    g_signal_connect_swapped (factory, "setup", G_CALLBACK (line_set_up_cb), self);
    g_signal_connect_swapped (factory, "bind", G_CALLBACK (line_bound_cb), self);
    g_signal_connect_swapped (factory, "unbind", G_CALLBACK (line_unbound_cb), self);
    gtk_list_view_set_factory (self->view, factory);
    if (use == TV_FIGURE_TABLE_CHOOSES) {
        self->selection = gtk_single_selection_new (rows);
        g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb),
                                 self, G_CONNECT_SWAPPED);
        model = g_object_ref (GTK_SELECTION_MODEL (self->selection));
    } else {
        model = GTK_SELECTION_MODEL (gtk_no_selection_new (rows));
    }
    gtk_list_view_set_model (self->view, model);
    gtk_list_view_set_single_click_activate (self->view, use == TV_FIGURE_TABLE_OPENS);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

/* Within a page that scrolls nothing gets more than the least it asks for. */
static void
give_height (TvFigureTable *self, guint n_rows)
{
    gboolean is_whole = n_rows <= MAX_ROWS_WHOLE;

    gtk_scrolled_window_set_policy (self->scrolled_window, GTK_POLICY_NEVER,
                                    is_whole ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
    tv_wheel_let_pass (self->scrolled_window);
    gtk_scrolled_window_set_min_content_height (self->scrolled_window,
                                                is_whole ? -1 : HEIGHT_OF_MANY);
}

/* As many rows as there were stay where they are, with the focus in them; only their texts are
 * written anew. */
static void
fill (TvFigureTable *self, GPtrArray *rows, const GArray *links)
{
    gboolean are_as_many = tv_figure_table_get_n_rows (self) == rows->len;
    g_autoptr (GPtrArray) items
        = are_as_many ? list_rows (self) : g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < rows->len; i++) {
        if (!are_as_many)
            g_ptr_array_add (items, g_object_new (TV_TYPE_FIGURE_ROW, NULL));
        tv_figure_row_write (g_ptr_array_index (items, i), g_ptr_array_index (rows, i),
                             links ? g_array_index (links, guint, i) : 0);
    }
    plan_columns (self, items);
    give_height (self, rows->len);
    if (!are_as_many)
        g_list_store_splice (self->rows, 0, tv_figure_table_get_n_rows (self), items->pdata,
                             items->len);
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
    tv_figure_table_show_links (self, rows, NULL);
}

/**
 * tv_figure_table_show_links:
 * @rows: (element-type GStrv): the texts of each row, one for each column; copied
 * @links: (element-type guint) (nullable): for each row a bit for each column whose text is a link;
 *   only where a row is chosen
 *
 * The mouse goes to every link, the keyboard to those of the chosen row.
 */
void
tv_figure_table_show_links (TvFigureTable *self, GPtrArray *rows, const GArray *links)
{
    g_return_if_fail (TV_IS_FIGURE_TABLE (self));
    g_return_if_fail (!links || (self->selection && links->len == rows->len));
    self->is_filling = TRUE;
    fill (self, rows, links);
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
    g_return_if_fail (TV_IS_FIGURE_TABLE (self) && column < self->plan.n_columns);
    if (self->plan.columns[column].is_visible == is_visible)
        return;
    self->plan.columns[column].is_visible = is_visible;
    resize_lines (self->frame);
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

guint
tv_figure_table_get_n_columns (TvFigureTable *self)
{
    g_return_val_if_fail (TV_IS_FIGURE_TABLE (self), 0);
    return self->plan.n_columns;
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

gboolean
tv_figure_table_is_link (TvFigureTable *self, guint position, guint column)
{
    g_autoptr (TvFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

    return row && row->links >> column & 1;
}
