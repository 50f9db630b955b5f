/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the review of a round says, as rows: each names children and leads to them. */

#include "ui/measuring/tv-round-signing-private.h"

#include <glib/gi18n.h>

/* So many rows of a kind are shown at first, so that what stands below is not far away. */
#define FIRST_ROWS 6
/* A list longer than this is opened as a list of children. */
#define MOST_QUESTIONS 60

#define CLASS_KEY "tv-class"

char *
_tv_round_signing_count_unmeasured (const TvRoundReview *review)
{
    /* Translators: of all children of a round. */
    return g_strdup_printf (ngettext ("%u of %u child is not wholly measured.",
                                      "%u of %u children are not wholly measured.",
                                      review->rates->n_enrolled),
                            review->n_unmeasured, review->rates->n_enrolled);
}

char *
_tv_round_signing_count_questions (const TvRoundReview *review)
{
    guint n_questions = review->questions->len;

    return g_strdup_printf (
        ngettext ("The values of %u child raise a question that nobody has answered.",
                  "The values of %u children raise questions that nobody has answered.",
                  n_questions),
        n_questions);
}

char *
_tv_round_signing_count_half_typed (const TvRoundReview *review)
{
    guint n = review->half_typed->len;

    return g_strdup_printf (ngettext ("%u cell is half typed: its value is not in the book.",
                                      "%u cells are half typed: their values are not in the book.",
                                      n),
                            n);
}

static char *
count_reasons (const TvUnmeasuredClass *class_)
{
    guint counts[TV_LEFT_OUT_NOT_ENROLLED + 1] = { 0 };
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; i < class_->children->len; i++)
        counts[g_array_index (class_->children, TvUnmeasuredChild, i).why]++;
    for (guint why = 0; why < G_N_ELEMENTS (counts); why++) {
        if (counts[why] == 0)
            continue;
        /* Translators: why children were not measured, such as "Absent", and how many. */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s: %u"), tv_left_out_label ((TvLeftOut) why),
                                                 counts[why]));
    }
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_children (TvRoundSigning *self, AdwExpanderRow *expander, const TvUnmeasuredClass *class_)
{
    for (guint i = 0; i < class_->children->len; i++) {
        const TvUnmeasuredChild *child = &g_array_index (class_->children, TvUnmeasuredChild, i);
        const TvSigningPlace place = { class_->class_id, child->student_id };

        adw_expander_row_add_row (
            expander, _tv_round_signing_make_child_row (self, &place, child->name,
                                                        tv_left_out_label (child->why)));
    }
}

/* A round that has just begun lacks everybody: the rows are made when they are looked at. */
static void
expanded_cb (TvRoundSigning *self, GParamSpec *pspec, AdwExpanderRow *expander)
{
    guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (expander), CLASS_KEY));

    if (!adw_expander_row_get_expanded (expander) || index == 0 || !self->review)
        return;
    g_object_set_data (G_OBJECT (expander), CLASS_KEY, NULL);
    add_children (self, expander, g_ptr_array_index (self->review->unmeasured, index - 1));
}

static GArray *
list_unmeasured (const TvUnmeasuredClass *class_)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < class_->children->len; i++)
        g_array_append_val (ids, g_array_index (class_->children, TvUnmeasuredChild, i).student_id);
    return ids;
}

static void
add_class_row (TvRoundSigning *self, guint index)
{
    const TvUnmeasuredClass *class_ = g_ptr_array_index (self->review->unmeasured, index);
    g_autoptr (GArray) ids = list_unmeasured (class_);
    g_autofree char *reasons = count_reasons (class_);
    /* Translators: a class and how many children. */
    g_autofree char *title
        = g_strdup_printf (C_ ("class", "%s (%u)"), class_->class_name, class_->children->len);
    /* Translators: heads a list of children; %s is a class. */
    g_autofree char *heading
        = g_strdup_printf (_ ("Class %s, not wholly measured"), class_->class_name);
    GtkWidget *row = adw_expander_row_new ();
    GtkWidget *button = gtk_button_new_from_icon_name ("tv-students-symbolic");

    g_object_set (row, "use-markup", FALSE, NULL);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), reasons);
    g_object_set_data (G_OBJECT (row), CLASS_KEY, GUINT_TO_POINTER (index + 1));
    g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_set_tooltip_text (button, _ ("Show these children in the list"));
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Show these children in the list"), -1);
    _tv_round_signing_lead_to_list (self, button, "clicked", heading, ids);
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
    _tv_round_signing_add_row (self, self->unmeasured_group, row);
}

static guint
count_first (guint n_rows, gboolean shows_all)
{
    return shows_all ? n_rows : MIN (n_rows, FIRST_ROWS);
}

/* The first of the rows that come takes the place of the one that was activated. */
static void
show_all (TvRoundSigning *self, GtkWidget *row, gboolean *shows_all)
{
    guint index = 0;

    g_ptr_array_find (self->rows, row, &index);
    *shows_all = TRUE;
    _tv_round_signing_show_lists (self);
    gtk_widget_child_focus (g_ptr_array_index (self->rows, index), GTK_DIR_TAB_FORWARD);
}

static void
further_classes_cb (TvRoundSigning *self, GtkWidget *row)
{
    show_all (self, row, &self->shows_all_classes);
}

static void
further_questions_cb (TvRoundSigning *self, GtkWidget *row)
{
    show_all (self, row, &self->shows_all_questions);
}

static void
add_further_row (TvRoundSigning *self, AdwPreferencesGroup *group, const char *title,
                 GCallback activated_cb)
{
    GtkWidget *row = _tv_round_signing_make_row (title, NULL);

    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("pan-down-symbolic"));
    g_signal_connect_object (row, "activated", activated_cb, self, G_CONNECT_SWAPPED);
    _tv_round_signing_add_row (self, group, row);
}

static void
add_further_classes (TvRoundSigning *self, guint n_further)
{
    g_autofree char *title = g_strdup_printf (
        ngettext ("%u further class", "%u further classes", n_further), n_further);

    add_further_row (self, self->unmeasured_group, title, G_CALLBACK (further_classes_cb));
}

static void
show_unmeasured (TvRoundSigning *self)
{
    const TvRoundReview *review = self->review;
    guint n_classes = review->unmeasured->len;
    guint n_shown = count_first (n_classes, self->shows_all_classes);
    /* Translators: how many of the children were measured in this round */
    g_autofree char *counted = g_strdup_printf (
        ngettext ("%u of %u child has been measured in this round",
                  "%u of %u children have been measured in this round", review->rates->n_enrolled),
        review->n_measured, review->rates->n_enrolled);

    adw_preferences_group_set_description (self->unmeasured_group, counted);
    for (guint i = 0; i < n_shown; i++)
        add_class_row (self, i);
    if (n_shown < n_classes)
        add_further_classes (self, n_classes - n_shown);
    if (n_classes == 0)
        _tv_round_signing_add_done_row (self, self->unmeasured_group,
                                        _ ("Everybody was weighed and measured."));
}

static void
add_question_row (TvRoundSigning *self, const TvOpenQuestion *question)
{
    const TvSigningPlace place = { question->class_id, question->student_id };
    /* Translators: a child and its class. */
    g_autofree char *title
        = g_strdup_printf (_ ("%1$s, %2$s"), question->name, question->class_name);
    GtkWidget *row = _tv_round_signing_make_child_row (self, &place, title, question->sentences);

    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("tv-question-symbolic"));
    _tv_round_signing_add_row (self, self->question_group, row);
}

/* Rows come as long as they can be overlooked; then the list of children is the better place. */
static void
add_further_questions (TvRoundSigning *self, guint n_further)
{
    GPtrArray *questions = self->review->questions;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autofree char *title = g_strdup_printf (
        ngettext ("%u further child", "%u further children", n_further), n_further);
    GtkWidget *row;

    if (!self->shows_all_questions) {
        add_further_row (self, self->question_group, title, G_CALLBACK (further_questions_cb));
        return;
    }
    row = _tv_round_signing_make_row (title, _ ("Show all whose values raise a question"));
    for (guint i = 0; i < questions->len; i++)
        g_array_append_val (ids, ((TvOpenQuestion *) questions->pdata[i])->student_id);
    _tv_round_signing_lead_to_list (self, row, "activated", _ ("Values that raise a question"),
                                    ids);
    _tv_round_signing_make_activatable (row);
    _tv_round_signing_add_row (self, self->question_group, row);
}

static void
add_half_typed_row (TvRoundSigning *self, const TvHalfTyped *half_typed)
{
    const TvSigningPlace place = { half_typed->class_id, half_typed->student_id };
    /* Translators: a child and its class. */
    g_autofree char *title
        = g_strdup_printf (_ ("%1$s, %2$s"), half_typed->name, half_typed->class_name);
    g_autofree char *subtitle = NULL;
    GtkWidget *row;

    if (half_typed->quantity == TV_QUANTITY_WEIGHT)
        /* Translators: %s is what somebody has typed. */
        subtitle = g_strdup_printf (_ ("The weight is half typed and not in the book: “%s”"),
                                    half_typed->text);
    else
        /* Translators: %s is what somebody has typed. */
        subtitle = g_strdup_printf (_ ("The height is half typed and not in the book: “%s”"),
                                    half_typed->text);
    row = _tv_round_signing_make_child_row (self, &place, title, subtitle);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("tv-waiting-symbolic"));
    _tv_round_signing_add_row (self, self->question_group, row);
}

static void
show_half_typed (TvRoundSigning *self)
{
    GPtrArray *half_typed = self->review->half_typed;
    guint n_shown = MIN (half_typed->len, MOST_QUESTIONS);

    for (guint i = 0; i < n_shown; i++)
        add_half_typed_row (self, g_ptr_array_index (half_typed, i));
}

static void
show_questions (TvRoundSigning *self)
{
    GPtrArray *questions = self->review->questions;
    guint n_shown = MIN (count_first (questions->len, self->shows_all_questions), MOST_QUESTIONS);

    for (guint i = 0; i < n_shown; i++)
        add_question_row (self, g_ptr_array_index (questions, i));
    if (n_shown < questions->len)
        add_further_questions (self, questions->len - n_shown);
    if (questions->len == 0 && self->review->half_typed->len == 0)
        _tv_round_signing_add_done_row (self, self->question_group,
                                        _ ("Every value is kept or corrected."));
}

static void
add_unknown_row (TvRoundSigning *self, const char *title, GArray *ids)
{
    g_autofree char *count = g_strdup_printf ("%u", ids->len);
    GtkWidget *row, *label;

    if (ids->len == 0)
        return;
    row = _tv_round_signing_make_row (title, _ ("Without it growth cannot be judged"));
    label = gtk_label_new (count);
    gtk_widget_add_css_class (label, "numeric");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    _tv_round_signing_lead_to_list (self, row, "activated", title, ids);
    _tv_round_signing_make_activatable (row);
    _tv_round_signing_add_row (self, self->unknown_group, row);
}

static void
show_unknown (TvRoundSigning *self)
{
    const TvRoundReview *review = self->review;

    add_unknown_row (self, _ ("Birth date not known"), review->without_birth_date);
    add_unknown_row (self, _ ("Sex not known"), review->without_sex);
    if (review->without_birth_date->len == 0 && review->without_sex->len == 0)
        _tv_round_signing_add_done_row (self, self->unknown_group,
                                        _ ("Both are known of every child."));
}

static void
remove_rows (TvRoundSigning *self)
{
    for (guint i = 0; i < self->rows->len; i++) {
        GtkWidget *row = g_ptr_array_index (self->rows, i);
        GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
    g_ptr_array_set_size (self->rows, 0);
}

/**
 * _tv_round_signing_show_lists:
 *
 * Makes the rows anew from the review.
 */
void
_tv_round_signing_show_lists (TvRoundSigning *self)
{
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
    GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
    gboolean had_focus = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

    remove_rows (self);
    _tv_round_signing_show_state (self);
    show_unmeasured (self);
    show_half_typed (self);
    show_questions (self);
    show_unknown (self);
    if (had_focus)
        gtk_widget_grab_focus (self->back_button);
}
