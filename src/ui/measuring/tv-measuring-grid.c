/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid of a class: as many lines as children, and the keys that lead from cell to cell. Lines
 * are made once and used again for the next class. */

#include "ui/measuring/tv-measuring-grid-private.h"

G_DEFINE_FINAL_TYPE (TvMeasuringGrid, tv_measuring_grid, GTK_TYPE_WIDGET)

enum {
    ENTERED,
    JUDGED,
    LINE_ENTERED,
    TYPED,
    QUESTIONS_WANTED,
    STUDENT_WANTED,
    MARK_REFUSED,
    PASTE_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
_tv_measuring_grid_index_of (TvMeasuringGrid *self, TvMeasuringLine *line)
{
    guint index = 0;

    g_ptr_array_find (self->lines, line, &index);
    return index;
}

/* Two clicks on a child's name or class lead to the child. */
static void
pressed_cb (TvMeasuringGrid *self, int n_presses, double x, double y)
{
    GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
    GtkWidget *line = picked ? gtk_widget_get_ancestor (picked, TV_TYPE_MEASURING_LINE) : NULL;

    if (line)
        _tv_measuring_grid_select_when_entered (self, TV_MEASURING_LINE (line), picked);
    if (n_presses == 2 && line && GTK_IS_LABEL (picked))
        g_signal_emit (self, signals[STUDENT_WANTED], 0, line);
}

static void
line_entered_cb (TvMeasuringLine *line, gpointer entry, TvMeasuringGrid *self)
{
    g_signal_emit (self, signals[ENTERED], 0, line, entry);
}

/* A key changed the text of the cell that has the focus; whatever else changes a text does so while
 * the sheet is shown anew, or is told by "judged" as well. */
static void
cell_changed_cb (TvMeasuringGrid *self, GtkEditable *cell)
{
    TvMeasuringLine *line = self->focus_line;

    if (self->is_showing || !line
        || GTK_WIDGET (cell) != tv_measuring_line_get_cell (line, self->focus_quantity))
        return;
    tv_measuring_line_touch (line, self->focus_quantity);
    g_signal_emit (self, signals[TYPED], 0, line);
}

static void
line_judged_cb (TvMeasuringLine *line, TvMeasuringGrid *self)
{
    g_signal_emit (self, signals[JUDGED], 0, line);
}

static void
tv_measuring_grid_root (GtkWidget *widget)
{
    TvMeasuringGrid *self = TV_MEASURING_GRID (widget);

    GTK_WIDGET_CLASS (tv_measuring_grid_parent_class)->root (widget);
    _tv_measuring_grid_follow_focus (self);
}

static void
tv_measuring_grid_unroot (GtkWidget *widget)
{
    TvMeasuringGrid *self = TV_MEASURING_GRID (widget);

    _tv_measuring_grid_leave_focus (self);
    GTK_WIDGET_CLASS (tv_measuring_grid_parent_class)->unroot (widget);
}

/* The grid asks for the least it can do with; what it leaves out depends on what it gets. */
static void
tv_measuring_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
    TvMeasuringGrid *self = TV_MEASURING_GRID (widget);
    int header_minimum, header_natural, list_minimum, list_natural;

    gtk_widget_measure (self->header, orientation, -1, &header_minimum, &header_natural, NULL,
                        NULL);
    gtk_widget_measure (self->scrolled_window, orientation, -1, &list_minimum, &list_natural, NULL,
                        NULL);
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        *minimum = _tv_measuring_grid_least_width (self);
        *natural = MAX (*minimum, MAX (header_natural, list_natural));
    } else {
        *minimum = header_minimum + list_minimum;
        *natural = header_natural + list_natural;
    }
}

static void
tv_measuring_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
    TvMeasuringGrid *self = TV_MEASURING_GRID (widget);
    int header_height, least_width;

    gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, &header_height, NULL, NULL,
                        NULL);
    /* Until other widths are in use, the lines may still want more than there is. */
    gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                        NULL);
    gtk_widget_size_allocate (
        self->header, &(GtkAllocation){ 0, 0, MAX (width, least_width), header_height }, -1);
    gtk_widget_measure (self->scrolled_window, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL,
                        NULL, NULL);
    gtk_widget_size_allocate (self->scrolled_window,
                              &(GtkAllocation){ 0, header_height, MAX (width, least_width),
                                                MAX (height - header_height, 0) },
                              -1);
    gtk_popover_present (GTK_POPOVER (self->mark_popover));
    _tv_measuring_grid_fit_into (self, width);
}

static void
tv_measuring_grid_dispose (GObject *object)
{
    TvMeasuringGrid *self = TV_MEASURING_GRID (object);

    g_clear_handle_id (&self->fit_idle, g_source_remove);
    g_clear_handle_id (&self->select_idle, g_source_remove);
    self->focus_line = NULL;
    self->menu_line = NULL;
    self->n_lines = 0;
    g_ptr_array_set_size (self->lines, 0);
    g_clear_pointer (&self->mark_popover, gtk_widget_unparent);
    g_clear_pointer (&self->line_menu, gtk_widget_unparent);
    g_clear_pointer (&self->header, gtk_widget_unparent);
    g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
        g_clear_object (&self->cell_widths[i]);
    G_OBJECT_CLASS (tv_measuring_grid_parent_class)->dispose (object);
}

static void
tv_measuring_grid_finalize (GObject *object)
{
    TvMeasuringGrid *self = TV_MEASURING_GRID (object);

    g_ptr_array_unref (self->lines);
    G_OBJECT_CLASS (tv_measuring_grid_parent_class)->finalize (object);
}

static void
tv_measuring_grid_class_init (TvMeasuringGridClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    object_class->dispose = tv_measuring_grid_dispose;
    object_class->finalize = tv_measuring_grid_finalize;
    widget_class->root = tv_measuring_grid_root;
    widget_class->unroot = tv_measuring_grid_unroot;
    widget_class->measure = tv_measuring_grid_measure;
    widget_class->size_allocate = tv_measuring_grid_size_allocate;
    gtk_widget_class_set_css_name (widget_class, "measuringgrid");
    signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, TV_TYPE_MEASURING_LINE, G_TYPE_POINTER);
    signals[JUDGED] = g_signal_new ("judged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, TV_TYPE_MEASURING_LINE);
    signals[LINE_ENTERED] = g_signal_new ("line-entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, TV_TYPE_MEASURING_LINE);
    signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TV_TYPE_MEASURING_LINE);
    signals[STUDENT_WANTED] = g_signal_new ("student-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, TV_TYPE_MEASURING_LINE);
    signals[MARK_REFUSED] = g_signal_new ("mark-refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, TV_TYPE_MEASURING_LINE);
    signals[PASTE_WANTED]
        = g_signal_new ("paste-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                        3, TV_TYPE_MEASURING_LINE, G_TYPE_INT, G_TYPE_STRING);
    signals[QUESTIONS_WANTED] = g_signal_new ("questions-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);
}

static void
tv_measuring_grid_init (TvMeasuringGrid *self)
{
    GtkGesture *clicks = gtk_gesture_click_new ();

    self->lines = g_ptr_array_new ();
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
        self->cell_widths[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
    self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, TV_MEASURING_SPACING);
    gtk_widget_add_css_class (self->header, "measuring-header");
    gtk_widget_set_parent (self->header, GTK_WIDGET (self));
    _tv_measuring_grid_add_titles (self);
    self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    self->scrolled_window = gtk_scrolled_window_new ();
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->list);
    gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
    gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (clicks), GTK_PHASE_CAPTURE);
    g_signal_connect_swapped (clicks, "pressed", G_CALLBACK (pressed_cb), self);
    gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (clicks));
    _tv_measuring_grid_add_keys (self);
}

GtkWidget *
tv_measuring_grid_new (void)
{
    return g_object_new (TV_TYPE_MEASURING_GRID, NULL);
}

static void
connect_line (TvMeasuringGrid *self, TvMeasuringLine *line)
{
    g_signal_connect (line, "entered", G_CALLBACK (line_entered_cb), self);
    g_signal_connect (line, "judged", G_CALLBACK (line_judged_cb), self);
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
        g_signal_connect_swapped (tv_measuring_line_get_cell (line, i), "changed",
                                  G_CALLBACK (cell_changed_cb), self);
    _tv_measuring_grid_add_paste (self, line);
}

static TvMeasuringLine *
add_line (TvMeasuringGrid *self)
{
    GtkWidget *line = tv_measuring_line_new ();

    if (self->lines->len == 0) {
        for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
            gtk_size_group_add_widget (self->cell_widths[i],
                                       tv_measuring_line_get_cell (TV_MEASURING_LINE (line), i));
    }
    tv_measuring_line_set_widths (TV_MEASURING_LINE (line), _tv_measuring_grid_get_widths (self));
    connect_line (self, TV_MEASURING_LINE (line));
    gtk_box_append (GTK_BOX (self->list), line);
    g_ptr_array_add (self->lines, line);
    return TV_MEASURING_LINE (line);
}

/* Under two children lie, and about that age it has to be told which it was. */
static gboolean
has_small_children (const TvMeasuringSheet *sheet, TvDate day)
{
    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);

        if (row->student->birth_date != TV_DATE_NONE
            && tv_date_add_months (row->student->birth_date, 36) > day)
            return TRUE;
    }
    return FALSE;
}

/* How many children of the sheet have each name. */
static GHashTable *
count_names (const TvMeasuringSheet *sheet)
{
    GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->student->name));

        g_hash_table_insert (counts, row->student->name, GUINT_TO_POINTER (count + 1));
    }
    return counts;
}

/* Lines are made once and used again. */
static void
show_lines (TvMeasuringGrid *self, const TvMeasuringSheet *sheet, TvSession *session,
            gboolean has_position)
{
    g_autoptr (GHashTable) counts = count_names (sheet);

    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);
        TvMeasuringLine *line
            = i < self->lines->len ? g_ptr_array_index (self->lines, i) : add_line (self);
        gpointer count = g_hash_table_lookup (counts, row->student->name);

        tv_measuring_line_set_has_position (line, has_position);
        tv_measuring_line_set_has_namesake (line, GPOINTER_TO_UINT (count) > 1);
        tv_measuring_line_set_beside (line, sheet, i);
        tv_measuring_line_show (line, row, session, self->is_read_only);
        gtk_widget_set_visible (GTK_WIDGET (line), TRUE);
    }
    for (guint i = sheet->rows->len; i < self->lines->len; i++)
        gtk_widget_set_visible (g_ptr_array_index (self->lines, i), FALSE);
}

/**
 * tv_measuring_grid_show:
 * @sheet: the class
 * @session: the session that goes on
 * @is_read_only: whether nothing may be typed
 */
void
tv_measuring_grid_show (TvMeasuringGrid *self, const TvMeasuringSheet *sheet, TvSession *session,
                        gboolean is_read_only)
{
    gboolean has_position;

    g_return_if_fail (TV_IS_MEASURING_GRID (self));
    has_position = has_small_children (sheet, session->date);
    self->is_showing = TRUE;
    gtk_widget_set_visible (self->position_title, has_position);
    self->round_id = sheet->round->id;
    self->is_read_only = is_read_only;
    self->n_lines = sheet->rows->len;
    show_lines (self, sheet, session, has_position);
    self->is_showing = FALSE;
}

void
tv_measuring_grid_set_order (TvMeasuringGrid *self, TvEntryOrder order)
{
    g_return_if_fail (TV_IS_MEASURING_GRID (self));
    self->order = order;
}

/**
 * tv_measuring_grid_get_round:
 *
 * Returns: key of the round whose sheet is shown; 0 before there was one
 */
gint64
tv_measuring_grid_get_round (TvMeasuringGrid *self)
{
    return self->round_id;
}

guint
tv_measuring_grid_n_lines (TvMeasuringGrid *self)
{
    return self->n_lines;
}

TvMeasuringLine *
tv_measuring_grid_get_line (TvMeasuringGrid *self, guint index)
{
    g_return_val_if_fail (index < self->n_lines, NULL);
    return g_ptr_array_index (self->lines, index);
}

/**
 * tv_measuring_grid_find_open:
 * @after: (nullable): the search begins behind it and comes round
 *
 * Returns: (transfer none) (nullable): the next line somebody has to look at
 */
TvMeasuringLine *
tv_measuring_grid_find_open (TvMeasuringGrid *self, TvMeasuringLine *after)
{
    guint first = after ? _tv_measuring_grid_index_of (self, after) + 1 : 0;

    for (guint i = 0; i < self->n_lines; i++) {
        TvMeasuringLine *line = g_ptr_array_index (self->lines, (first + i) % self->n_lines);

        if (tv_measuring_line_is_open (line))
            return line;
    }
    return NULL;
}
