/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way from the sheet to the sign-off and back, and what a round that is signed off says. */

#include "ui/measuring/tv-measuring-page-private.h"

#include <glib/gi18n.h>

void
_tv_measuring_page_show_closed (TvMeasuringPage *self)
{
    const TvRound *round = self->sheet->round;

    gtk_widget_set_visible (self->closed_label, round->is_closed);
    gtk_widget_set_visible (self->signing_button,
                            round->kind == TV_ROUND_REGULAR
                                && tv_workspace_may (self->workspace, TV_RIGHT_SIGN_OFF));
    if (!round->is_closed)
        self->told_class_id = 0;
}

/**
 * _tv_measuring_page_open_signing:
 *
 * Shows the sign-off of the chosen round in place of the sheet.
 */
void
_tv_measuring_page_open_signing (TvMeasuringPage *self)
{
    tv_measuring_grid_commit (self->grid);
    self->is_signing = TRUE;
    _tv_measuring_page_choose_page (self);
    tv_round_signing_enter (self->signing);
}

static void
left_cb (TvMeasuringPage *self)
{
    self->is_signing = FALSE;
    _tv_measuring_page_choose_page (self);
    gtk_widget_grab_focus (self->signing_button);
}

static void
child_wanted_cb (TvMeasuringPage *self, gint64 class_id, gint64 student_id)
{
    self->is_signing = FALSE;
    self->added_id = student_id;
    _tv_measuring_page_choose_class (self, class_id);
}

static gboolean
is_entry (guint key, GdkModifierType state)
{
    guint32 letter = gdk_keyval_to_unicode (key);

    return !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
           && (g_unichar_isdigit (letter) || letter == '-' || letter == 'v');
}

/* Who types into a signed-off sheet is told once why nothing happens. */
static gboolean
key_pressed_cb (TvMeasuringPage *self, guint key, guint code, GdkModifierType state)
{
    if (self->sheet && self->sheet->round->is_closed && self->told_class_id != self->class_id
        && is_entry (key, state)) {
        self->told_class_id = self->class_id;
        tv_workspace_tell (self->workspace,
                           _ ("This round is signed off, so nothing is entered in it. To correct "
                              "something, reopen it under “Sign-off”."),
                           FALSE);
    }
    return FALSE;
}

void
_tv_measuring_page_connect_signing (TvMeasuringPage *self)
{
    GtkEventController *keys = gtk_event_controller_key_new ();

    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
    tv_round_signing_set_workspace (self->signing, self->workspace);
    g_signal_connect_swapped (self->signing, "left", G_CALLBACK (left_cb), self);
    g_signal_connect_swapped (self->signing, "child-wanted", G_CALLBACK (child_wanted_cb), self);
}
