/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One child of the measuring grid. The line reads what is typed, says at once what it means, and
 * hands on what is to be saved; it never waits for the book. */

#include "ui/measuring/tv-measuring-line-private.h"

#include "base/tv-date.h"
#include "workflows/tv-child.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (TvMeasuringLine, tv_measuring_line, GTK_TYPE_WIDGET)

enum {
    ENTERED,
    JUDGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

int
_tv_measuring_line_value (TvMeasuringLine *self, TvQuantity quantity)
{
    if (!self->current)
        return 0;
    return quantity == TV_QUANTITY_WEIGHT ? self->current->weight_g : self->current->height_mm;
}

/* What stands, with what was typed but could not be taken in its place: for questions only. */
static TvMeasurement *
as_typed (TvMeasuringLine *self)
{
    TvMeasurement values = { .student_id = self->student->id,
                             .round_id = self->session->round_id,
                             .date = self->session->date };

    if (self->cells[0].odd_value == 0 && self->cells[1].odd_value == 0)
        return self->current ? tv_measurement_ref (self->current) : NULL;
    if (self->current)
        values = *self->current;
    values.state = TV_MEASUREMENT_MEASURED;
    values.kept_reason = NULL;
    if (self->cells[TV_QUANTITY_WEIGHT].odd_value)
        values.weight_g = self->cells[TV_QUANTITY_WEIGHT].odd_value;
    if (self->cells[TV_QUANTITY_HEIGHT].odd_value)
        values.height_mm = self->cells[TV_QUANTITY_HEIGHT].odd_value;
    return tv_measurement_new (&values);
}

/* The last column: what is asked or refused before the plain numbers. */
static void
show_remark (TvMeasuringLine *self)
{
    const char *sentence = tv_measuring_line_get_sentence (self);
    const char *text = sentence ? sentence : self->finding.numbers;

    gtk_label_set_label (self->remark_label, text);
    if (sentence)
        gtk_widget_add_css_class (GTK_WIDGET (self->remark_label), "question");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (self->remark_label), "question");
}

static void
show_position (TvMeasuringLine *self)
{
    gboolean has_height = self->current && self->current->height_mm > 0;

    gtk_button_set_label (self->position_button,
                          has_height ? tv_position_label (self->current->position) : "");
    gtk_widget_set_sensitive (GTK_WIDGET (self->position_button),
                              has_height && !self->is_read_only);
}

void
_tv_measuring_line_judge (TvMeasuringLine *self)
{
    g_autoptr (TvMeasurement) measurement = as_typed (self);

    tv_measuring_finding_clear (&self->finding);
    tv_measuring_assess (self->student, measurement, self->previous, &self->finding);
    tv_class_badge_set (self->badge, self->finding.concern, self->finding.words);
    show_position (self);
    show_remark (self);
    g_signal_emit (self, signals[JUDGED], 0);
}

void
_tv_measuring_line_set_refusal (TvMeasuringLine *self, TvQuantity quantity, const char *refusal)
{
    TvMeasuringCell *cell = &self->cells[quantity];

    g_free (cell->refusal);
    cell->refusal = g_strdup (refusal);
    if (refusal)
        gtk_widget_add_css_class (GTK_WIDGET (cell->entry), "error");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (cell->entry), "error");
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_STATE_INVALID,
        refusal ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* All readings behind a value, where there is more than the value itself to tell. */
static char *
write_readings (const TvMeasurement *measurement, TvQuantity quantity)
{
    g_autoptr (GString) text = g_string_new (NULL);
    guint n_readings = 0;

    for (guint i = 0; measurement && i < measurement->n_readings; i++) {
        g_autofree char *reading = NULL;

        if (measurement->readings[i].quantity != quantity)
            continue;
        reading = tv_quantity_with_unit (quantity, measurement->readings[i].value);
        g_string_append_printf (text, "%s%s", n_readings++ > 0 ? "; " : "", reading);
    }
    if (n_readings < 2)
        return NULL;
    /* Translators: %s is a list of weights or heights as they were read one after the other. */
    return g_strdup_printf (_("Readings: %s"), text->str);
}

/* Shows what stands in the book, and forgets what was typed over it. */
void
_tv_measuring_line_show_value (TvMeasuringLine *self, TvQuantity quantity)
{
    TvMeasuringCell *cell = &self->cells[quantity];
    g_autofree char *readings = write_readings (self->current, quantity);

    g_free (cell->kept);
    cell->kept = tv_quantity_text (quantity, _tv_measuring_line_value (self, quantity));
    cell->odd_value = 0;
    cell->is_further = FALSE;
    _tv_measuring_line_set_refusal (self, quantity, NULL);
    gtk_widget_set_tooltip_text (GTK_WIDGET (cell->entry), readings);
    if (strcmp (gtk_editable_get_text (GTK_EDITABLE (cell->entry)), cell->kept) != 0)
        gtk_editable_set_text (GTK_EDITABLE (cell->entry), cell->kept);
}

void
_tv_measuring_line_enter (TvMeasuringLine *self, const TvMeasuringEntry *entry)
{
    TvMeasurement *entered;

    if (self->is_read_only)
        return;
    entered = tv_measuring_enter (self->current, self->session, self->student, entry);
    g_clear_pointer (&self->current, tv_measurement_unref);
    self->current = entered;
    g_signal_emit (self, signals[ENTERED], 0, entry);
}

/* Whatever is cut off shows whole; asked for only when the pointer rests there, since tooltips that
 * are set beforehand cost more than all the rest of a line. */
static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
    GtkWidget *picked = is_keyboard ? NULL : gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
    GtkWidget *position = GTK_WIDGET (TV_MEASURING_LINE (widget)->position_button);

    if (picked && (picked == position || gtk_widget_is_ancestor (picked, position))) {
        gtk_tooltip_set_text (tooltip, _("Turn from lying to standing and back (F4)"));
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
    g_clear_pointer (&self->session, tv_session_unref);
    g_clear_pointer (&self->current, tv_measurement_unref);
    g_clear_pointer (&self->previous, tv_measurement_unref);
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
    signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
    signals[JUDGED] = g_signal_new ("judged", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
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
name_cells (TvMeasuringLine *self)
{
    /* Translators: name of a cell for a screen reader; %s is a child's name. */
    g_autofree char *weight = g_strdup_printf (_("Weight, %s"), self->student->name);
    /* Translators: name of a cell for a screen reader; %s is a child's name. */
    g_autofree char *height = g_strdup_printf (_("Height, %s"), self->student->name);

    gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[TV_QUANTITY_WEIGHT].entry),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, weight, -1);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[TV_QUANTITY_HEIGHT].entry),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, height, -1);
}

static void
show_last (TvMeasuringLine *self)
{
    g_autofree char *weight = NULL;
    g_autofree char *height = NULL;
    g_autofree char *date = NULL;
    g_autofree char *text = NULL;

    if (!self->previous) {
        gtk_label_set_label (self->last_label, "");
        return;
    }
    weight = tv_quantity_text (TV_QUANTITY_WEIGHT, self->previous->weight_g);
    height = tv_quantity_text (TV_QUANTITY_HEIGHT, self->previous->height_mm);
    date = tv_date_to_text (self->previous->date);
    /* Translators: last time's weight in kg, height in cm and date, in a narrow column. */
    text = g_strdup_printf (_("%s · %s (%s)"), *weight ? weight : "–", *height ? height : "–",
                               date);
    gtk_label_set_label (self->last_label, text);
}

static void
show_student (TvMeasuringLine *self)
{
    g_autofree char *roll = g_strdup_printf ("%d", self->roll_number);
    g_autofree char *age = tv_age_text (self->student->birth_date, self->session->date);

    gtk_label_set_label (self->roll_label, self->roll_number > 0 ? roll : "");
    gtk_label_set_label (self->name_label, self->student->name);
    gtk_label_set_label (self->age_label, age);
    name_cells (self);
}

static gboolean
is_same_measurement (const TvMeasurement *a, const TvMeasurement *b)
{
    if (!a || !b)
        return a == b;
    return a->id == b->id && a->date == b->date && a->position == b->position
           && a->state == b->state && a->weight_g == b->weight_g && a->height_mm == b->height_mm
           && a->has_oedema == b->has_oedema && a->n_readings == b->n_readings
           && g_strcmp0 (a->excluded_reason, b->excluded_reason) == 0
           && g_strcmp0 (a->kept_reason, b->kept_reason) == 0;
}

static gboolean
shows_already (TvMeasuringLine *self, const TvMeasuringRow *row, const TvSession *session,
               gboolean is_read_only)
{
    return self->student && self->student->id == row->student->id
           && tv_student_equal (self->student, row->student)
           && self->roll_number == row->roll_number && self->session->round_id == session->round_id
           && self->session->date == session->date && self->is_read_only == is_read_only
           && is_same_measurement (self->current, row->current)
           && is_same_measurement (self->previous, row->previous);
}

static void
take_records (TvMeasuringLine *self, const TvMeasuringRow *row, TvSession *session)
{
    g_clear_pointer (&self->student, tv_student_unref);
    g_clear_pointer (&self->session, tv_session_unref);
    g_clear_pointer (&self->current, tv_measurement_unref);
    g_clear_pointer (&self->previous, tv_measurement_unref);
    self->student = tv_student_ref (row->student);
    self->session = tv_session_ref (session);
    self->current = row->current ? tv_measurement_ref (row->current) : NULL;
    self->previous = row->previous ? tv_measurement_ref (row->previous) : NULL;
}

/**
 * tv_measuring_line_show:
 * @row: what stands in the book
 * @session: the session that goes on
 * @is_read_only: whether nothing may be typed
 *
 * Shows a child. Text that was typed for the same child and is not saved stays.
 */
void
tv_measuring_line_show (TvMeasuringLine *self, const TvMeasuringRow *row, TvSession *session,
                        gboolean is_read_only)
{
    gboolean is_same = self->student && self->student->id == row->student->id
                       && self->session->round_id == session->round_id;
    gboolean is_half_typed[TV_MEASURING_N_CELLS];

    g_return_if_fail (TV_IS_MEASURING_LINE (self));
    if (shows_already (self, row, session, is_read_only)) {
        take_records (self, row, session);
        return;
    }
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
        is_half_typed[i] = is_same && tv_measuring_line_is_half_typed (self, i);
    take_records (self, row, session);
    self->is_read_only = is_read_only;
    self->roll_number = row->roll_number;
    show_student (self);
    show_last (self);
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        if (!is_half_typed[i])
            _tv_measuring_line_show_value (self, i);
        gtk_editable_set_editable (GTK_EDITABLE (self->cells[i].entry), !is_read_only);
    }
    _tv_measuring_line_judge (self);
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

    if (question && (!refusal || question->doubt.weight_g || question->doubt.height_mm))
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
