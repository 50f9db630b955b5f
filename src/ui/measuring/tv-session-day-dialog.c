/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for the measuring day of a catch-up. Today is proposed, since that is when somebody types;
 * from a paper of last week another day is typed over it. */

#include "ui/measuring/tv-session-day-dialog.h"

#include <glib/gi18n.h>

struct _TvSessionDayDialog {
    AdwMessageDialog parent_instance;

    TvDate session_day;
    TvDate today;
    AdwEntryRow *day_row;
    GtkLabel *remark_label;
};

G_DEFINE_FINAL_TYPE (TvSessionDayDialog, tv_session_day_dialog, ADW_TYPE_MESSAGE_DIALOG)

static guint answered_signal;

static TvDate
read_day (TvSessionDayDialog *self)
{
    return tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->day_row)));
}

/* NULL where the day can be one of measuring. */
static const char *
find_hindrance (TvSessionDayDialog *self)
{
    TvDate day = read_day (self);

    if (day == TV_DATE_NONE)
        return _ ("This is not a date. Type day, month and year: 5/10/2026.");
    return day > self->today ? _ ("This day has not come yet.") : NULL;
}

static void
check_cb (TvSessionDayDialog *self)
{
    const char *hindrance = find_hindrance (self);

    gtk_label_set_label (self->remark_label, hindrance ? hindrance : "");
    gtk_widget_set_visible (GTK_WIDGET (self->remark_label), hindrance != NULL);
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept",
                                             hindrance == NULL);
}

static void
tv_session_day_dialog_response (AdwMessageDialog *dialog, const char *response)
{
    TvSessionDayDialog *self = TV_SESSION_DAY_DIALOG (dialog);
    TvDate day = g_str_equal (response, "accept") ? read_day (self) : self->session_day;

    g_signal_emit (self, answered_signal, 0, day == TV_DATE_NONE ? self->session_day : day);
}

static void
tv_session_day_dialog_class_init (TvSessionDayDialogClass *class_)
{
    ADW_MESSAGE_DIALOG_CLASS (class_)->response = tv_session_day_dialog_response;
    answered_signal = g_signal_new ("answered", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tv_session_day_dialog_init (TvSessionDayDialog *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    GtkWidget *list = gtk_list_box_new ();
    GtkWidget *row = adw_entry_row_new ();

    gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class (list, "boxed-list");
    self->day_row = ADW_ENTRY_ROW (row);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Measuring day"));
    adw_entry_row_set_activates_default (self->day_row, TRUE);
    g_signal_connect_swapped (row, "changed", G_CALLBACK (check_cb), self);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
    self->remark_label = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_wrap (self->remark_label, TRUE);
    gtk_label_set_xalign (self->remark_label, 0);
    gtk_widget_add_css_class (GTK_WIDGET (self->remark_label), "question");
    gtk_box_append (GTK_BOX (box), list);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->remark_label));
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
}

static void
say (TvSessionDayDialog *self)
{
    AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
    g_autofree char *date = tv_date_to_text (self->session_day);
    /* Translators: %s is a date. */
    g_autofree char *body = g_strdup_printf (
        _ ("The others of this class were measured on %s. A child's age is counted on its own "
           "measuring day."),
        date);
    /* Translators: button; %s is a date, the day on which the other children were measured. */
    g_autofree char *as_others = g_strdup_printf (_ ("_On %s, as the others"), date);

    adw_message_dialog_set_heading (dialog, _ ("On which day are these children measured?"));
    adw_message_dialog_set_body (dialog, body);
    adw_message_dialog_add_responses (dialog, "as-others", as_others, "accept", _ ("On _this day"),
                                      NULL);
    adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
    adw_message_dialog_set_default_response (dialog, "accept");
    adw_message_dialog_set_close_response (dialog, "as-others");
}

/**
 * tv_session_day_dialog_present:
 * @parent: a widget of the window that asks
 * @session_day: on which the others of the class were measured
 * @today: the day the program goes by
 *
 * Returns: (transfer none): the dialog, shown
 */
TvSessionDayDialog *
tv_session_day_dialog_present (GtkWidget *parent, TvDate session_day, TvDate today)
{
    TvSessionDayDialog *self = g_object_new (TV_TYPE_SESSION_DAY_DIALOG, "transient-for",
                                             gtk_widget_get_root (parent), "modal", TRUE, NULL);
    g_autofree char *text = tv_date_to_text (today);

    self->session_day = session_day;
    self->today = today;
    say (self);
    gtk_editable_set_text (GTK_EDITABLE (self->day_row), text);
    check_cb (self);
    gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
    gtk_window_present (GTK_WINDOW (self));
    return self;
}
