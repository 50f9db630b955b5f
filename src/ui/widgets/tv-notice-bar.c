/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence over a page, which stays; libadwaita has such a strip from 1.3 on. */

#include "ui/widgets/tv-notice-bar.h"

#include <glib/gi18n.h>

struct _TvNoticeBar {
    GtkBox parent_instance;

    GtkLabel *label;
    GtkButton *button;
    GtkWidget *close_button;
};

G_DEFINE_FINAL_TYPE (TvNoticeBar, tv_notice_bar, GTK_TYPE_BOX)

static void
close_clicked_cb (TvNoticeBar *self)
{
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
tv_notice_bar_class_init (TvNoticeBarClass *class_)
{
    gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class_), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
add_label (TvNoticeBar *self)
{
    self->label = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_wrap (self->label, TRUE);
    gtk_label_set_xalign (self->label, 0);
    gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
    gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
}

static void
add_buttons (TvNoticeBar *self)
{
    self->button = GTK_BUTTON (gtk_button_new ());
    gtk_button_set_use_underline (self->button, TRUE);
    self->close_button = gtk_button_new_from_icon_name ("window-close-symbolic");
    gtk_widget_add_css_class (self->close_button, "flat");
    gtk_widget_set_tooltip_text (self->close_button, _ ("Hide this notice"));
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hide this notice"), -1);
    g_signal_connect_object (self->close_button, "clicked", G_CALLBACK (close_clicked_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
    gtk_box_append (GTK_BOX (self), self->close_button);
    for (GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (self->label)); child;
         child = gtk_widget_get_next_sibling (child)) {
        gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
        gtk_widget_set_visible (child, FALSE);
    }
}

static void
tv_notice_bar_init (TvNoticeBar *self)
{
    gtk_box_set_spacing (GTK_BOX (self), 12);
    gtk_widget_add_css_class (GTK_WIDGET (self), "notice-bar");
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    add_label (self);
    add_buttons (self);
}

/**
 * tv_notice_bar_tell:
 * @sentence: (nullable): whole sentences; %NULL hides the bar
 */
void
tv_notice_bar_tell (TvNoticeBar *self, const char *sentence)
{
    g_return_if_fail (TV_IS_NOTICE_BAR (self));
    gtk_label_set_label (self->label, sentence ? sentence : "");
    gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
}

/**
 * tv_notice_bar_set_action:
 * @label: (nullable): of the button, with a mnemonic; %NULL takes it away
 * @action_name: (nullable): what the button does
 */
void
tv_notice_bar_set_action (TvNoticeBar *self, const char *label, const char *action_name)
{
    g_return_if_fail (TV_IS_NOTICE_BAR (self));
    gtk_button_set_label (self->button, label ? label : "");
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
    gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
}

/**
 * tv_notice_bar_set_can_close:
 * @can_close: whether whoever has read it can hide it, until there is something else to tell
 */
void
tv_notice_bar_set_can_close (TvNoticeBar *self, gboolean can_close)
{
    g_return_if_fail (TV_IS_NOTICE_BAR (self));
    gtk_widget_set_visible (self->close_button, can_close);
}

const char *
tv_notice_bar_get_sentence (TvNoticeBar *self)
{
    g_return_val_if_fail (TV_IS_NOTICE_BAR (self), NULL);
    return gtk_label_get_label (self->label);
}
