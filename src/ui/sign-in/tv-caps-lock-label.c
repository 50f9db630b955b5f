/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Most wrong passwords are right ones in capital letters. */

#include "ui/sign-in/tv-caps-lock-label.h"

#include <glib/gi18n.h>

struct _TvCapsLockLabel {
    GtkWidget parent_instance;

    GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (TvCapsLockLabel, tv_caps_lock_label, GTK_TYPE_WIDGET)

static void
show_state (TvCapsLockLabel *self, GParamSpec *pspec, GdkDevice *keyboard)
{
    gtk_widget_set_visible (GTK_WIDGET (self), gdk_device_get_caps_lock_state (keyboard));
}

static void
tv_caps_lock_label_dispose (GObject *object)
{
    TvCapsLockLabel *self = TV_CAPS_LOCK_LABEL (object);

    g_clear_pointer (&self->label, gtk_widget_unparent);
    G_OBJECT_CLASS (tv_caps_lock_label_parent_class)->dispose (object);
}

static void
tv_caps_lock_label_class_init (TvCapsLockLabelClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_caps_lock_label_dispose;
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
tv_caps_lock_label_init (TvCapsLockLabel *self)
{
    GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());
    GdkDevice *keyboard = seat ? gdk_seat_get_keyboard (seat) : NULL;

    self->label = gtk_label_new (_ ("Caps Lock is on."));
    gtk_widget_add_css_class (self->label, "warning");
    gtk_label_set_xalign (GTK_LABEL (self->label), 0);
    gtk_widget_set_parent (self->label, GTK_WIDGET (self));
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    if (!keyboard)
        return;
    g_signal_connect_object (keyboard, "notify::caps-lock-state", G_CALLBACK (show_state), self,
                             G_CONNECT_SWAPPED);
    show_state (self, NULL, keyboard);
}
