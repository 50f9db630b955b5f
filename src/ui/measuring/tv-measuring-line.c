/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One child of the measuring grid. The line reads what is typed, says at once what it means, and
 * hands on what is to be saved; it never waits for the book. */

#include "ui/measuring/tv-measuring-line-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TvMeasuringLine, tv_measuring_line, GTK_TYPE_WIDGET)

/* Whatever is cut off shows whole; asked for only when the pointer rests there, since tooltips that
 * are set beforehand cost more than all the rest of a line. */
static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
    GtkWidget *picked = is_keyboard ? NULL : gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
    GtkWidget *position = GTK_WIDGET (TV_MEASURING_LINE (widget)->position_button);

    if (picked && (picked == position || gtk_widget_is_ancestor (picked, position))) {
        gtk_tooltip_set_text (tooltip, _ ("Turn from lying to standing and back (F4)"));
        return TRUE;
    }
    if (!picked || !GTK_IS_LABEL (picked)
        || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (picked))))
        return FALSE;
    gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (picked)));
    return TRUE;
}

static void
tv_measuring_line_dispose (GObject *object)
{
    TvMeasuringLine *self = TV_MEASURING_LINE (object);
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
        gtk_widget_unparent (child);
    g_clear_pointer (&self->student, tv_student_unref);
    g_clear_pointer (&self->class_, tv_class_unref);
    g_clear_pointer (&self->session, tv_session_unref);
    g_clear_pointer (&self->current, tv_measurement_unref);
    g_clear_pointer (&self->previous, tv_measurement_unref);
    _tv_measuring_line_clear_beside (self);
    G_OBJECT_CLASS (tv_measuring_line_parent_class)->dispose (object);
}

static void
tv_measuring_line_finalize (GObject *object)
{
    TvMeasuringLine *self = TV_MEASURING_LINE (object);

    tv_measuring_finding_clear (&self->finding);
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        g_free (self->cells[i].kept);
        g_free (self->cells[i].refusal);
    }
    G_OBJECT_CLASS (tv_measuring_line_parent_class)->finalize (object);
}

static void
tv_measuring_line_class_init (TvMeasuringLineClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_measuring_line_dispose;
    G_OBJECT_CLASS (class_)->finalize = tv_measuring_line_finalize;
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
    gtk_widget_class_set_css_name (widget_class, "measuringline");
    g_signal_new ("entered", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
    g_signal_new ("judged", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (TvMeasuringLine *self, float xalign)
{
    GtkWidget *label = gtk_label_new ("");

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_xalign (GTK_LABEL (label), xalign);
    gtk_widget_set_parent (label, GTK_WIDGET (self));
    return GTK_LABEL (label);
}

static void
add_cell (TvMeasuringLine *self, TvQuantity quantity)
{
    GtkWidget *entry = gtk_entry_new ();

    gtk_editable_set_width_chars (GTK_EDITABLE (entry), TV_MEASURING_CELL_CHARS);
    gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), TV_MEASURING_CELL_CHARS);
    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
    gtk_entry_set_max_length (GTK_ENTRY (entry), 24);
    /* Telex and VNI answer a key later, when the next ones are there already, and swallow some;
     * numbers need none of them. */
    g_object_set (entry, "im-module", "gtk-im-context-simple", NULL);
    gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
    gtk_widget_set_parent (entry, GTK_WIDGET (self));
    self->cells[quantity].entry = GTK_ENTRY (entry);
    self->cells[quantity].kept = g_strdup ("");
}

static void
add_position (TvMeasuringLine *self)
{
    GtkWidget *button = gtk_button_new_with_label ("");
    GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

    gtk_label_set_width_chars (GTK_LABEL (label), TV_MEASURING_POSITION_CHARS);
    gtk_label_set_max_width_chars (GTK_LABEL (label), TV_MEASURING_POSITION_CHARS);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    /* Tab leads from number to number; F4 presses it. */
    gtk_widget_set_focusable (button, FALSE);
    gtk_widget_set_visible (button, FALSE);
    g_signal_connect_swapped (button, "clicked", G_CALLBACK (tv_measuring_line_turn_position),
                              self);
    gtk_widget_set_parent (button, GTK_WIDGET (self));
    self->position_button = GTK_BUTTON (button);
}

static void
tv_measuring_line_init (TvMeasuringLine *self)
{
    GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
    GtkWidget *badge = tv_class_badge_new ();

    gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), TV_MEASURING_SPACING);
    gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
    g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    self->roll_label = add_label (self, 1);
    self->name_label = add_label (self, 0);
    self->age_label = add_label (self, 0);
    self->last_label = add_label (self, 0);
    add_cell (self, TV_QUANTITY_WEIGHT);
    add_cell (self, TV_QUANTITY_HEIGHT);
    add_position (self);
    gtk_widget_set_parent (badge, GTK_WIDGET (self));
    self->badge = TV_CLASS_BADGE (badge);
    self->remark_label = add_label (self, 0);
    gtk_label_set_wrap (self->remark_label, TRUE);
    gtk_label_set_lines (self->remark_label, 2);
    gtk_widget_set_hexpand (GTK_WIDGET (self->remark_label), TRUE);
    gtk_widget_add_css_class (GTK_WIDGET (self->remark_label), "remark");
}

GtkWidget *
tv_measuring_line_new (void)
{
    return g_object_new (TV_TYPE_MEASURING_LINE, NULL);
}

static void
set_width (GtkLabel *label, int n_chars)
{
    gtk_label_set_width_chars (label, n_chars);
    gtk_label_set_max_width_chars (label, n_chars);
    gtk_widget_set_visible (GTK_WIDGET (label), n_chars > 0);
}

/**
 * tv_measuring_line_set_widths:
 * @widths: (transfer none): of the columns, the same for all lines of a grid
 */
void
tv_measuring_line_set_widths (TvMeasuringLine *self, const TvMeasuringWidths *widths)
{
    g_return_if_fail (TV_IS_MEASURING_LINE (self));
    set_width (self->roll_label, TV_MEASURING_ROLL_CHARS);
    set_width (self->name_label, widths->name);
    set_width (self->age_label, widths->age);
    set_width (self->last_label, widths->last);
    tv_class_badge_set_width_chars (self->badge, widths->class_);
    set_width (self->remark_label, widths->remark);
    gtk_label_set_max_width_chars (self->remark_label, -1);
}

/**
 * tv_measuring_line_set_has_position:
 * @has_position: whether lying or standing is told, and can be turned
 */
void
tv_measuring_line_set_has_position (TvMeasuringLine *self, gboolean has_position)
{
    gtk_widget_set_visible (GTK_WIDGET (self->position_button), has_position);
}

/**
 * tv_measuring_line_get_student:
 *
 * Returns: (transfer none) (nullable): whose line it is
 */
const TvStudent *
tv_measuring_line_get_student (TvMeasuringLine *self)
{
    return self->student;
}

/**
 * tv_measuring_line_get_measurement:
 *
 * Returns: (transfer none) (nullable): what stands of the child in this round
 */
const TvMeasurement *
tv_measuring_line_get_measurement (TvMeasuringLine *self)
{
    return self->current;
}

/**
 * tv_measuring_line_get_finding:
 *
 * Returns: (transfer none): what the values say, until they change
 */
const TvMeasuringFinding *
tv_measuring_line_get_finding (TvMeasuringLine *self)
{
    return &self->finding;
}

/**
 * tv_measuring_line_get_refusal:
 *
 * Returns: (transfer none) (nullable): why the text in the cell was not taken
 */
const char *
tv_measuring_line_get_refusal (TvMeasuringLine *self, TvQuantity quantity)
{
    return self->cells[quantity].refusal;
}

/**
 * tv_measuring_line_get_sentence:
 *
 * Returns: (transfer none) (nullable): what somebody has to look at: a question that knows the
 *   answer, else why a text was not taken, else any question
 */
const char *
tv_measuring_line_get_sentence (TvMeasuringLine *self)
{
    const char *refusal = self->cells[0].refusal ? self->cells[0].refusal : self->cells[1].refusal;
    const TvMeasuringQuestion *question
        = self->finding.n_questions > 0 ? &self->finding.questions[0] : NULL;

    if (question && (!refusal || tv_doubt_has_proposal (&question->doubt)))
        return question->sentence;
    return refusal;
}

/**
 * tv_measuring_line_is_open:
 *
 * Returns: whether somebody has to look at the line again
 */
gboolean
tv_measuring_line_is_open (TvMeasuringLine *self)
{
    return self->finding.n_questions > 0 || self->cells[0].refusal || self->cells[1].refusal;
}

/**
 * tv_measuring_line_is_beside_empty:
 * @side: above or below
 *
 * Returns: whether nothing stands in the row beside
 */
gboolean
tv_measuring_line_is_beside_empty (TvMeasuringLine *self, TvDoubtSide side)
{
    const TvMeasurement *current = self->beside[side].current;

    return !current || (current->weight_g == 0 && current->height_mm == 0);
}

GtkWidget *
tv_measuring_line_get_cell (TvMeasuringLine *self, TvQuantity quantity)
{
    return GTK_WIDGET (self->cells[quantity].entry);
}

/**
 * tv_measuring_line_find_cell:
 * @widget: what has the focus
 * @quantity: (out): which cell it is in
 *
 * Returns: whether it is in a cell of this line
 */
gboolean
tv_measuring_line_find_cell (TvMeasuringLine *self, GtkWidget *widget, TvQuantity *quantity)
{
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        GtkWidget *entry = GTK_WIDGET (self->cells[i].entry);

        if (widget == entry || gtk_widget_is_ancestor (widget, entry)) {
            *quantity = (TvQuantity) i;
            return TRUE;
        }
    }
    return FALSE;
}
