/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip under the grid: one question at a time, in a sentence, with up to three answers, and
 * the next one of the same row below it. It stands always at the same place, so that lines do not
 * move under the hand that types. */

#include "ui/measuring/tv-question-bar.h"

#include <glib/gi18n.h>

struct _TvQuestionBar {
    GtkWidget parent_instance;

    GtkWidget *scrolled_window;
    GtkStack *stack;
    GtkLabel *name_label;
    GtkLabel *sentence_label;
    GtkButton *proposal_button;
    GtkButton *keep_button;
    GtkButton *again_button;
    GtkButton *answers[3]; /* these three as keys 1, 2, 3 press them */
    GtkEntry *reason_entry;

    TvMeasuringLine *line; /* (nullable) */
    gboolean is_read_only;
};

G_DEFINE_FINAL_TYPE (TvQuestionBar, tv_question_bar, GTK_TYPE_WIDGET)

enum {
    ANSWERED,
    LEFT,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const TvDoubt *
doubt_of (TvQuestionBar *self)
{
    const TvMeasuringFinding *finding = tv_measuring_line_get_finding (self->line);

    return finding->n_questions > 0 ? &finding->questions[0].doubt : NULL;
}

/* Which value is to be taken again. */
static TvQuantity
doubtful_quantity (TvQuestionBar *self)
{
    const TvDoubt *doubt = doubt_of (self);

    if (!doubt)
        return tv_measuring_line_get_refusal (self->line, TV_QUANTITY_WEIGHT) ? TV_QUANTITY_WEIGHT
                                                                              : TV_QUANTITY_HEIGHT;
    return tv_doubt_is_about (doubt, TV_QUANTITY_WEIGHT) ? TV_QUANTITY_WEIGHT : TV_QUANTITY_HEIGHT;
}

static gboolean
has_refusal (TvQuestionBar *self)
{
    return tv_measuring_line_get_refusal (self->line, TV_QUANTITY_WEIGHT)
           || tv_measuring_line_get_refusal (self->line, TV_QUANTITY_HEIGHT);
}

static const char *
exchange_label (TvQuestionBar *self, TvDoubtSide side)
{
    if (!tv_measuring_line_is_beside_empty (self->line, side))
        /* Translators: button with the key that presses it. */
        return _ ("1  Exchange the two rows");
    if (side == TV_DOUBT_ABOVE)
        /* Translators: button with the key that presses it. */
        return _ ("1  Move to the row above");
    /* Translators: button with the key that presses it. */
    return _ ("1  Move to the row below");
}

static char *
proposal_label (TvQuestionBar *self, const TvDoubt *doubt)
{
    g_autofree char *weight = tv_quantity_with_unit (TV_QUANTITY_WEIGHT, doubt->weight_g);
    g_autofree char *height = tv_quantity_with_unit (TV_QUANTITY_HEIGHT, doubt->height_mm);

    if (doubt->kind == TV_DOUBT_NEIGHBOUR)
        return g_strdup (exchange_label (self, doubt->side));
    if (doubt->kind == TV_DOUBT_POSITION)
        /* Translators: button with the key that presses it. */
        return g_strdup (doubt->position == TV_POSITION_RECUMBENT ? _ ("1  Change to lying")
                                                                  : _ ("1  Change to standing"));
    if (doubt->lost_a_digit) {
        /* Translators: button with the key that presses it; %s is a weight or height with its
         * unit. */
        return g_strdup_printf (_ ("3  Change to %s"), doubt->weight_g ? weight : height);
    }
    if (doubt->weight_g && doubt->height_mm) {
        /* Translators: button with the key that presses it; a weight and a height with units. */
        return g_strdup_printf (_ ("1  Change to %s and %s"), weight, height);
    }
    /* Translators: button with the key that presses it; %s is a weight or height with its unit. */
    return g_strdup_printf (_ ("1  Change to %s"), doubt->weight_g ? weight : height);
}

/* Where a digit is lost, or two readings differ, nobody knows the value yet. */
static gboolean
has_to_measure (const TvDoubt *doubt)
{
    return doubt->lost_a_digit || doubt->kind == TV_DOUBT_READINGS;
}

static void
order_answers (TvQuestionBar *self, gboolean measures_first)
{
    GtkWidget *first = GTK_WIDGET (measures_first ? self->again_button : self->proposal_button);
    GtkWidget *last = GTK_WIDGET (measures_first ? self->proposal_button : self->again_button);
    GtkWidget *box = gtk_widget_get_parent (first);

    gtk_box_reorder_child_after (GTK_BOX (box), last, GTK_WIDGET (self->keep_button));
    gtk_box_reorder_child_after (GTK_BOX (box), first,
                                 gtk_widget_get_prev_sibling (GTK_WIDGET (self->keep_button)));
    gtk_widget_add_css_class (first, "suggested-action");
    gtk_widget_remove_css_class (last, "suggested-action");
    gtk_button_set_label (self->again_button,
                          measures_first ? _ ("1  Measure again") : _ ("3  Measure again"));
    self->answers[0] = GTK_BUTTON (first);
    self->answers[1] = self->keep_button;
    self->answers[2] = GTK_BUTTON (last);
}

/* A reason keeps the row as it is, so a second question has to be seen before one is given. */
static char *
write_sentences (TvMeasuringLine *line)
{
    const TvMeasuringFinding *finding = tv_measuring_line_get_finding (line);
    const char *sentence = tv_measuring_line_get_sentence (line);

    if (finding->n_questions < 2 || sentence != finding->questions[0].sentence)
        return g_strdup (sentence);
    return g_strconcat (sentence, "\n", finding->questions[1].sentence, NULL);
}

static void
show_question (TvQuestionBar *self)
{
    const TvDoubt *doubt = doubt_of (self);
    gboolean has_proposal = doubt && tv_doubt_has_proposal (doubt);
    g_autofree char *sentences = write_sentences (self->line);

    gtk_label_set_label (self->name_label, tv_measuring_line_get_student (self->line)->name);
    gtk_label_set_label (self->sentence_label, sentences);
    gtk_widget_set_visible (GTK_WIDGET (self->proposal_button), has_proposal);
    if (has_proposal) {
        g_autofree char *label = proposal_label (self, doubt);

        gtk_button_set_label (self->proposal_button, label);
    }
    gtk_widget_set_visible (GTK_WIDGET (self->keep_button), !has_refusal (self));
    order_answers (self, doubt && has_to_measure (doubt));
    for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
        gtk_widget_set_sensitive (GTK_WIDGET (self->answers[i]), !self->is_read_only);
    gtk_stack_set_visible_child_name (self->stack, "question");
}

static gboolean
has_focus (TvQuestionBar *self)
{
    return gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

/* The bar may show another line by now: answering judged the old one anew. */
static void
end_question (TvQuestionBar *self, TvMeasuringLine *line, gboolean had_focus)
{
    tv_question_bar_show (self, line);
    g_signal_emit (self, signals[ANSWERED], 0, line, had_focus);
}

static void
proposal_clicked_cb (TvQuestionBar *self)
{
    g_autoptr (TvMeasuringLine) line = g_object_ref (self->line);
    gboolean had_focus = has_focus (self);

    tv_measuring_line_take_proposal (line, 0);
    end_question (self, line, had_focus);
}

static void
keep_clicked_cb (TvQuestionBar *self)
{
    gtk_stack_set_visible_child_name (self->stack, "reason");
    gtk_editable_set_text (GTK_EDITABLE (self->reason_entry), "");
    gtk_widget_remove_css_class (GTK_WIDGET (self->reason_entry), "error");
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
}

static void
reason_given_cb (TvQuestionBar *self)
{
    g_autofree char *reason
        = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_entry))));
    g_autoptr (TvMeasuringLine) line = NULL;

    if (!*reason) {
        gtk_widget_error_bell (GTK_WIDGET (self->reason_entry));
        gtk_widget_add_css_class (GTK_WIDGET (self->reason_entry), "error");
        gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
        return;
    }
    line = g_object_ref (self->line);
    tv_measuring_line_keep (line, reason);
    end_question (self, line, TRUE);
}

static void
again_clicked_cb (TvQuestionBar *self)
{
    tv_measuring_line_measure_again (self->line, doubtful_quantity (self));
}

static gboolean
key_pressed_cb (TvQuestionBar *self, guint key, guint code, GdkModifierType state)
{
    gboolean is_typing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "reason") == 0;

    if (!self->line)
        return FALSE;
    if (key == GDK_KEY_Escape && is_typing) {
        show_question (self);
        tv_question_bar_take_focus (self);
        return TRUE;
    }
    if (key == GDK_KEY_Escape) {
        g_signal_emit (self, signals[LEFT], 0);
        return TRUE;
    }
    if (is_typing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
        return FALSE;
    if (key >= GDK_KEY_1 && key <= GDK_KEY_3)
        return tv_question_bar_press (self, key - GDK_KEY_1 + 1);
    if (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_3)
        return tv_question_bar_press (self, key - GDK_KEY_KP_1 + 1);
    return FALSE;
}

static void
tv_question_bar_dispose (GObject *object)
{
    TvQuestionBar *self = TV_QUESTION_BAR (object);

    g_clear_object (&self->line);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_QUESTION_BAR);
    G_OBJECT_CLASS (tv_question_bar_parent_class)->dispose (object);
}

static void
tv_question_bar_class_init (TvQuestionBarClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_question_bar_dispose;
    signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, TV_TYPE_MEASURING_LINE, G_TYPE_BOOLEAN);
    signals[LEFT]
        = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/measuring/tv-question-bar.ui");
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, again_button);
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, keep_button);
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, name_label);
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, proposal_button);
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, reason_entry);
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, scrolled_window);
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, sentence_label);
    gtk_widget_class_bind_template_child (widget_class, TvQuestionBar, stack);
    gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
    gtk_widget_class_bind_template_callback (widget_class, proposal_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, reason_given_cb);
    gtk_widget_class_set_css_name (widget_class, "questionbar");
}

static void
tv_question_bar_init (TvQuestionBar *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_question_bar_show:
 * @line: (nullable): whose question to show; without one the keys are told instead
 */
void
tv_question_bar_show (TvQuestionBar *self, TvMeasuringLine *line)
{
    g_return_if_fail (TV_IS_QUESTION_BAR (self));
    if (line && !tv_measuring_line_is_open (line))
        line = NULL;
    g_set_object (&self->line, line);
    if (line)
        show_question (self);
    else
        gtk_stack_set_visible_child_name (self->stack, "keys");
}

/**
 * tv_question_bar_set_read_only:
 * @is_read_only: whether nothing can be entered, as in a round that is signed off
 *
 * Questions are still shown then, from the next one on without answers that could be pressed.
 */
void
tv_question_bar_set_read_only (TvQuestionBar *self, gboolean is_read_only)
{
    g_return_if_fail (TV_IS_QUESTION_BAR (self));
    self->is_read_only = is_read_only;
}

/**
 * tv_question_bar_get_line:
 *
 * Returns: (transfer none) (nullable): whose question is shown
 */
TvMeasuringLine *
tv_question_bar_get_line (TvQuestionBar *self)
{
    return self->line;
}

/**
 * tv_question_bar_take_focus:
 *
 * The first answer gets the focus: to measure again where nobody knows the value, else the
 * proposal.
 */
void
tv_question_bar_take_focus (TvQuestionBar *self)
{
    const TvDoubt *doubt;
    GtkButton *first = self->again_button;

    g_return_if_fail (TV_IS_QUESTION_BAR (self) && self->line);
    doubt = doubt_of (self);
    if (doubt && !has_to_measure (doubt))
        first = gtk_widget_get_visible (GTK_WIDGET (self->proposal_button)) ? self->proposal_button
                                                                            : self->keep_button;
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

/**
 * tv_question_bar_press:
 * @number: 1 to 3
 *
 * Returns: whether that answer is offered; it was given then
 */
gboolean
tv_question_bar_press (TvQuestionBar *self, guint number)
{
    g_return_val_if_fail (TV_IS_QUESTION_BAR (self) && number >= 1 && number <= 3, FALSE);
    if (!self->line || self->is_read_only
        || !gtk_widget_get_visible (GTK_WIDGET (self->answers[number - 1])))
        return FALSE;
    g_signal_emit_by_name (self->answers[number - 1], "clicked");
    return TRUE;
}
