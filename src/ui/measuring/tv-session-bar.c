/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a measuring sheet. Nothing has to be filled in before measuring can begin. */

#include "ui/measuring/tv-session-bar.h"

#include "base/tv-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TvSessionBar {
    GtkWidget parent_instance;

    GtkWidget *fields_box;
    GtkEntry *date_entry;
    GtkEntry *measurer_entry;
    GtkDropDown *clothing_drop_down;
    GtkCheckButton *scale_check;
    GtkCheckButton *board_check;
    GtkWidget *other_day_box;
    GtkLabel *other_day_label;
    GtkButton *today_button;

    TvSession *session;
    TvDate today;
    /* The day that somebody said of a class in a round; it holds as long as the program runs. */
    gint64 said_round_id;
    gint64 said_class_id;
    TvDate said_day;
    gboolean is_unfinished;
    gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (TvSessionBar, tv_session_bar, GTK_TYPE_WIDGET)

static guint edited_signal;

/* In the order of TvClothing. */
static GtkStringList *
list_clothing (void)
{
    GtkStringList *list = gtk_string_list_new (NULL);

    gtk_string_list_append (list, _ ("Clothing: not noted"));
    for (int clothing = TV_CLOTHING_LIGHT; clothing <= TV_CLOTHING_COAT_ON; clothing++)
        gtk_string_list_append (list, tv_clothing_label ((TvClothing) clothing));
    return list;
}

static void
show_date_error (TvSessionBar *self, const char *sentence)
{
    GtkWidget *entry = GTK_WIDGET (self->date_entry);

    if (sentence)
        gtk_widget_add_css_class (entry, "error");
    else
        gtk_widget_remove_css_class (entry, "error");
    gtk_widget_set_tooltip_text (entry, sentence);
}

/* Returns TV_DATE_NONE where the text is no day on which anybody was measured. */
static TvDate
read_date (TvSessionBar *self)
{
    TvDate date = tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)));

    if (date == TV_DATE_NONE) {
        show_date_error (self, _ ("This is not a date. Type day, month and year: 5/10/2026."));
        return TV_DATE_NONE;
    }
    if (date > self->today) {
        show_date_error (self, _ ("This day has not come yet."));
        return TV_DATE_NONE;
    }
    show_date_error (self, NULL);
    return date;
}

/* Who comes back another day with children still to measure is asked which day counts. */
static void
show_other_day (TvSessionBar *self)
{
    g_autofree char *date = tv_date_to_text (self->session->date);
    g_autofree char *sentence = NULL;

    gtk_widget_set_visible (self->other_day_box, self->is_unfinished && self->session->id != 0
                                                     && self->session->date < self->today);
    /* Translators: %s is a date. */
    sentence = g_strdup_printf (_ ("What you type now counts as measured on %s."), date);
    gtk_label_set_label (self->other_day_label, sentence);
}

static void
keep_day (TvSessionBar *self, const TvSession *session)
{
    self->said_round_id = session->round_id;
    self->said_class_id = session->class_id;
    self->said_day = session->date;
}

static void
edit (TvSessionBar *self, const TvSession *values)
{
    g_autoptr (TvSession) session = tv_session_new (values);

    g_clear_pointer (&self->session, tv_session_unref);
    self->session = tv_session_ref (session);
    show_other_day (self);
    g_signal_emit (self, edited_signal, 0, session);
}

static void
field_changed_cb (TvSessionBar *self)
{
    g_autofree char *measurer = NULL;
    TvSession values;

    if (self->is_showing || !self->session)
        return;
    values = *self->session;
    measurer = tv_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->measurer_entry)));
    values.date = read_date (self);
    if (values.date == TV_DATE_NONE)
        return;
    values.measurer = *measurer ? measurer : NULL;
    values.clothing = (TvClothing) gtk_drop_down_get_selected (self->clothing_drop_down);
    values.is_scale_checked = gtk_check_button_get_active (self->scale_check);
    values.is_board_checked = gtk_check_button_get_active (self->board_check);
    if (values.date == self->session->date && values.clothing == self->session->clothing
        && g_strcmp0 (values.measurer, self->session->measurer) == 0
        && values.is_scale_checked == self->session->is_scale_checked
        && values.is_board_checked == self->session->is_board_checked)
        return;
    if (values.date != self->session->date)
        keep_day (self, &values);
    edit (self, &values);
}

static void
today_clicked_cb (TvSessionBar *self)
{
    tv_session_bar_go_on (self, self->today);
}

static void
tv_session_bar_dispose (GObject *object)
{
    TvSessionBar *self = TV_SESSION_BAR (object);

    g_clear_pointer (&self->session, tv_session_unref);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_SESSION_BAR);
    G_OBJECT_CLASS (tv_session_bar_parent_class)->dispose (object);
}

static void
tv_session_bar_class_init (TvSessionBarClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_session_bar_dispose;
    edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/measuring/tv-session-bar.ui");
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, board_check);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, clothing_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, date_entry);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, fields_box);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, measurer_entry);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, other_day_box);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, other_day_label);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, scale_check);
    gtk_widget_class_bind_template_child (widget_class, TvSessionBar, today_button);
    gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
    gtk_widget_class_set_css_name (widget_class, "sessionbar");
}

static void
tv_session_bar_init (TvSessionBar *self)
{
    g_autoptr (GtkStringList) clothing = list_clothing ();

    self->is_showing = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_drop_down_set_model (self->clothing_drop_down, G_LIST_MODEL (clothing));
    self->is_showing = FALSE;
}

/* What somebody is typing is left alone. */
static void
set_text (GtkEntry *entry, const char *text)
{
    GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (entry));

    if (!(flags & GTK_STATE_FLAG_FOCUS_WITHIN)
        && strcmp (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/**
 * tv_session_bar_show:
 * @session: the session that goes on
 * @today: the day the program goes by
 * @is_unfinished: whether somebody is still to be measured
 */
void
tv_session_bar_show (TvSessionBar *self, TvSession *session, TvDate today, gboolean is_unfinished)
{
    g_autofree char *date = tv_date_to_text (session->date);

    g_return_if_fail (TV_IS_SESSION_BAR (self));
    self->is_showing = TRUE;
    tv_session_ref (session);
    g_clear_pointer (&self->session, tv_session_unref);
    self->session = session;
    self->today = today;
    self->is_unfinished = is_unfinished;
    set_text (self->date_entry, date);
    set_text (self->measurer_entry, session->measurer ? session->measurer : "");
    gtk_drop_down_set_selected (self->clothing_drop_down, session->clothing);
    gtk_check_button_set_active (self->scale_check, session->is_scale_checked);
    gtk_check_button_set_active (self->board_check, session->is_board_checked);
    show_date_error (self, NULL);
    show_other_day (self);
    self->is_showing = FALSE;
}

/**
 * tv_session_bar_get_session:
 *
 * Returns: (transfer none) (nullable): the session as it is shown
 */
TvSession *
tv_session_bar_get_session (TvSessionBar *self)
{
    return self->session;
}

/**
 * tv_session_bar_find_day:
 * @round_id: a round
 * @class_id: a class
 * @today: the day the program goes by
 *
 * Returns: the day that somebody has said to be that class's measuring day in that round, else
 * today
 */
TvDate
tv_session_bar_find_day (TvSessionBar *self, gint64 round_id, gint64 class_id, TvDate today)
{
    return self->said_round_id == round_id && self->said_class_id == class_id ? self->said_day
                                                                              : today;
}

/**
 * tv_session_bar_needs_day:
 *
 * Returns: whether the session that is shown is of an earlier day, and nobody has said yet that
 *   this is the day of whoever is measured now
 */
gboolean
tv_session_bar_needs_day (TvSessionBar *self)
{
    const TvSession *session = self->session;

    return session && session->id != 0 && session->date < self->today
           && (self->said_round_id != session->round_id || self->said_class_id != session->class_id
               || self->said_day != session->date);
}

/**
 * tv_session_bar_go_on:
 * @day: on which the class is measured from now on
 *
 * Begins a new session where that is another day; who was measured keeps the old one.
 */
void
tv_session_bar_go_on (TvSessionBar *self, TvDate day)
{
    TvSession values;

    g_return_if_fail (TV_IS_SESSION_BAR (self) && self->session);
    values = *self->session;
    values.date = day;
    keep_day (self, &values);
    if (day == self->session->date)
        return;
    values.id = 0;
    values.uid = NULL;
    values.is_scale_checked = FALSE;
    values.is_board_checked = FALSE;
    edit (self, &values);
}
