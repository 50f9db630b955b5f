/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A label for each figure of a large table costs more than all the figures: style, size and place
 * of thousands of widgets. A line writes its texts itself and tells them to the screen reader in
 * one sentence, with the titles of the columns. */

#include "ui/widgets/tv-figure-line.h"

#include "ui/widgets/tv-figure-link.h"

#define SPACE 7 /* at each side of a column */
#define SPACE_ABOVE 6

struct _TvFigureLine {
    GtkWidget parent_instance;
    const TvFigurePlan *plan;
    GStrv texts;
    guint links; /* a bit for each column that is one */
    gboolean is_reachable;
    gboolean hears_mouse;
};

enum {
    LINK_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvFigureLine, tv_figure_line, GTK_TYPE_WIDGET)

/* Figures stand under each other only where all digits are of one width. */
static PangoLayout *
make_layout (GtkWidget *widget, const char *text, gboolean is_link)
{
    PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
    g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    if (is_link)
        pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
    pango_layout_set_attributes (layout, attributes);
    return layout;
}

static int
natural_width (const TvFigurePlan *plan)
{
    int width = 0;

    for (guint i = 0; i < plan->n_columns; i++) {
        if (plan->columns[i].is_visible)
            width += plan->columns[i].width + 2 * SPACE;
    }
    return width;
}

static gboolean
is_link (TvFigureLine *self, guint column)
{
    return self->links >> column & 1;
}

static GdkRGBA
find_colour (TvFigureLine *self, gboolean is_link)
{
    GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
    GdkRGBA colour;

    if (!is_link || !gtk_style_context_lookup_color (context, "accent_color", &colour))
        gtk_style_context_get_color (context, &colour);
    return colour;
}

static void
write_text (TvFigureLine *self, GtkSnapshot *snapshot, guint column, int x, int width)
{
    g_autoptr (PangoLayout) layout
        = make_layout (GTK_WIDGET (self), self->texts[column], is_link (self, column));
    gboolean is_text = self->plan->columns[column].is_text;
    GdkRGBA colour = find_colour (self, is_link (self, column));
    int text_width, text_height;

    pango_layout_set_alignment (layout, is_text ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    pango_layout_get_pixel_size (layout, &text_width, &text_height);
    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (
        snapshot,
        &GRAPHENE_POINT_INIT (x + (is_text ? 0 : width - text_width),
                              (gtk_widget_get_height (GTK_WIDGET (self)) - text_height) / 2));
    gtk_snapshot_append_layout (snapshot, layout, &colour);
    gtk_snapshot_restore (snapshot);
}

/* Where a column stands in the line. What is left of the width goes to the first column of words.
 * Returns whether it is shown. */
static gboolean
find_cell (TvFigureLine *self, guint wanted, int *x, int *width)
{
    const TvFigurePlan *plan = self->plan;
    int rest = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - natural_width (plan), 0);

    *x = SPACE;
    for (guint i = 0;; i++) {
        const TvFigurePlace *column = &plan->columns[i];

        *width = column->width;
        if (column->is_visible && column->is_text) {
            *width += rest;
            rest = 0;
        }
        if (i == wanted)
            return column->is_visible;
        if (column->is_visible)
            *x += *width + 2 * SPACE;
    }
}

static void
tv_figure_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    TvFigureLine *self = TV_FIGURE_LINE (widget);
    int x, width;

    for (guint i = 0; self->texts && i < self->plan->n_columns; i++) {
        if (find_cell (self, i, &x, &width))
            write_text (self, snapshot, i, x, width);
    }
    GTK_WIDGET_CLASS (tv_figure_line_parent_class)->snapshot (widget, snapshot);
}

static void
tv_figure_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
    TvFigureLine *self = TV_FIGURE_LINE (widget);
    int size = self->plan->height, height = 0;

    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        *minimum = *natural = natural_width (self->plan);
        return;
    }
    for (guint i = 0; self->texts && i < self->plan->n_columns; i++) {
        if (strchr (self->texts[i], '\n'))
            tv_figure_line_measure_text (widget, self->texts[i], NULL, &height);
        size = MAX (size, height);
    }
    *minimum = *natural = size + 2 * SPACE_ABOVE;
}

static void
tv_figure_line_size_allocate (GtkWidget *widget, int line_width, int height, int baseline)
{
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkAllocation place = { .y = 2, .height = height - 4 };
        gboolean is_shown = find_cell (TV_FIGURE_LINE (widget),
                                       tv_figure_link_get_column (TV_FIGURE_LINK (child)), &place.x,
                                       &place.width);

        gtk_widget_set_child_visible (child, is_shown);
        place.x -= SPACE / 2;
        place.width += 2 * (SPACE / 2);
        if (is_shown)
            gtk_widget_size_allocate (child, &place, -1);
    }
}

static gboolean
find_link (TvFigureLine *self, double at, guint *column)
{
    int x, width;

    for (*column = 0; *column < self->plan->n_columns; (*column)++) {
        if (is_link (self, *column) && find_cell (self, *column, &x, &width) && at >= x - SPACE
            && at < x + width + SPACE)
            return TRUE;
    }
    return FALSE;
}

/* Else the row would be chosen, too. */
static void
pressed_cb (TvFigureLine *self, int n_press, double x, double y, GtkGesture *clicks)
{
    guint column;

    gtk_gesture_set_state (clicks, find_link (self, x, &column) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                : GTK_EVENT_SEQUENCE_DENIED);
}

static void
released_cb (TvFigureLine *self, int n_press, double x, double y)
{
    guint column;

    if (find_link (self, x, &column) && gtk_widget_contains (GTK_WIDGET (self), x, y))
        g_signal_emit (self, signals[LINK_WANTED], 0, column);
}

static void
moved_cb (TvFigureLine *self, double x, double y)
{
    guint column;

    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     find_link (self, x, &column) ? "pointer" : NULL);
}

static void
hear_mouse (TvFigureLine *self)
{
    GtkGesture *clicks = gtk_gesture_click_new ();
    GtkEventController *motion = gtk_event_controller_motion_new ();

    self->hears_mouse = TRUE;
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (clicks), GDK_BUTTON_PRIMARY);
    g_signal_connect_swapped (clicks, "pressed", G_CALLBACK (pressed_cb), self);
    g_signal_connect_swapped (clicks, "released", G_CALLBACK (released_cb), self);
    g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (clicks));
    gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
remove_links (TvFigureLine *self)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
        gtk_widget_unparent (child);
}

static void
tv_figure_line_dispose (GObject *object)
{
    remove_links (TV_FIGURE_LINE (object));
    G_OBJECT_CLASS (tv_figure_line_parent_class)->dispose (object);
}

static void
tv_figure_line_finalize (GObject *object)
{
    g_strfreev (TV_FIGURE_LINE (object)->texts);
    G_OBJECT_CLASS (tv_figure_line_parent_class)->finalize (object);
}

static void
tv_figure_line_class_init (TvFigureLineClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_figure_line_dispose;
    G_OBJECT_CLASS (klass)->finalize = tv_figure_line_finalize;
    widget_class->snapshot = tv_figure_line_snapshot;
    widget_class->measure = tv_figure_line_measure;
    widget_class->size_allocate = tv_figure_line_size_allocate;
    signals[LINK_WANTED] = g_signal_new ("link-wanted", TV_TYPE_FIGURE_LINE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
    gtk_widget_class_set_css_name (widget_class, "figures");
}

static void
tv_figure_line_init (TvFigureLine *self)
{
}

/**
 * tv_figure_line_new:
 * @plan: where the columns stand; outlives the line
 */
GtkWidget *
tv_figure_line_new (const TvFigurePlan *plan)
{
    TvFigureLine *self = g_object_new (TV_TYPE_FIGURE_LINE, NULL);

    self->plan = plan;
    return GTK_WIDGET (self);
}

/* "Children: 24" */
static void
append_cell (GString *sentence, TvFigureLine *self, guint column)
{
    g_string_append_printf (sentence, "%s%s: %s", sentence->len > 0 ? ", " : "",
                            self->plan->columns[column].title, self->texts[column]);
}

static char *
end_sentence (GString *sentence)
{
    g_strdelimit (sentence->str, "\n", ' ');
    return g_string_free (sentence, FALSE);
}

/* "Group: Lớp 1A, Children: 24, …" */
static char *
make_sentence (TvFigureLine *self)
{
    GString *sentence = g_string_new (NULL);

    for (guint i = 0; i < self->plan->n_columns; i++) {
        if (self->plan->columns[i].is_visible)
            append_cell (sentence, self, i);
    }
    return end_sentence (sentence);
}

static void
activated_cb (TvFigureLine *self, TvFigureLink *link)
{
    g_signal_emit (self, signals[LINK_WANTED], 0, tv_figure_link_get_column (link));
}

/* The figure first, then whose it is: "Children: 24, Group: Lớp 1A" */
static char *
name_link (TvFigureLine *self, guint column)
{
    GString *sentence = g_string_new (NULL);

    append_cell (sentence, self, column);
    if (column > 0)
        append_cell (sentence, self, 0);
    return end_sentence (sentence);
}

static void
add_link (TvFigureLine *self, guint column, GtkWidget *next)
{
    g_autofree char *name = name_link (self, column);
    GtkWidget *link = tv_figure_link_new (column, name);

    g_signal_connect_swapped (link, "activate", G_CALLBACK (activated_cb), self);
    gtk_widget_insert_before (link, GTK_WIDGET (self), next);
}

/* Those that stay keep the focus. */
static void
renew_links (TvFigureLine *self)
{
    guint wanted = self->is_reachable ? self->links : 0;
    GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self));

    for (guint i = 0; i < self->plan->n_columns; i++) {
        GtkWidget *link
            = next && tv_figure_link_get_column (TV_FIGURE_LINK (next)) == i ? next : NULL;

        if (link)
            next = gtk_widget_get_next_sibling (link);
        if (link && wanted >> i & 1) {
            g_autofree char *name = name_link (self, i);

            tv_figure_link_set_name (TV_FIGURE_LINK (link), name);
        } else if (link) {
            gtk_widget_unparent (link);
        } else if (wanted >> i & 1) {
            add_link (self, i, next);
        }
    }
}

/**
 * tv_figure_line_set_texts:
 * @texts: one for each column; copied
 * @links: a bit for each column whose text is a link
 */
void
tv_figure_line_set_texts (TvFigureLine *self, const char *const *texts, guint links)
{
    g_autofree char *sentence = NULL;

    g_return_if_fail (TV_IS_FIGURE_LINE (self));
    if (self->texts && self->links == links
        && g_strv_equal ((const char *const *) self->texts, texts))
        return;
    g_strfreev (self->texts);
    self->texts = g_strdupv ((GStrv) texts);
    self->links = links;
    if (links && !self->hears_mouse)
        hear_mouse (self);
    renew_links (self);
    sentence = make_sentence (self);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                    -1);
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tv_figure_line_set_reachable:
 * @is_reachable: whether the keyboard and a screen reader can go to its links; a widget for each
 *   link of each line would cost more than all the rest
 */
void
tv_figure_line_set_reachable (TvFigureLine *self, gboolean is_reachable)
{
    g_return_if_fail (TV_IS_FIGURE_LINE (self));
    if (self->is_reachable == is_reachable)
        return;
    self->is_reachable = is_reachable;
    renew_links (self);
}

/**
 * tv_figure_line_measure_text:
 * @widget: whose font it is
 * @text: of one or more rows
 * @width: (out) (optional): in pixels
 * @height: (out) (optional): in pixels
 */
void
tv_figure_line_measure_text (GtkWidget *widget, const char *text, int *width, int *height)
{
    g_autoptr (PangoLayout) layout = make_layout (widget, text, FALSE);

    pango_layout_get_pixel_size (layout, width, height);
}
