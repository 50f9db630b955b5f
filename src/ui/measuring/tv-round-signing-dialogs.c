/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The two questions before a round is signed off or opened again. What is still open is no
 * hindrance, but nobody signs without having been told. */

#include "ui/measuring/tv-round-signing-private.h"

#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-round-closing.h"

#include <glib/gi18n.h>

typedef struct {
    TvWorkspace *workspace;
    gint64 round_id;
    AdwEntryRow *reason_row; /* of a reopening */
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    g_object_unref (self->workspace);
    g_free (self);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWorkspace) workspace = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRound) round = tv_round_closing_finish (TV_STORE (source), result, &error);
    g_autofree char *sentence = NULL;

    if (!round) {
        tv_workspace_tell_error (workspace, error);
        return;
    }
    if (round->is_closed)
        /* Translators: %s is the name of a measuring round. */
        sentence = g_strdup_printf (_ ("%s is signed off."), round->name);
    else
        /* Translators: %s is the name of a measuring round. */
        sentence = g_strdup_printf (_ ("%s is open again."), round->name);
    tv_workspace_tell (workspace, sentence, TRUE);
}

static void
sign_answered_cb (Form *form, const char *response)
{
    if (g_str_equal (response, "accept"))
        tv_round_closing_sign_off_async (tv_workspace_get_store (form->workspace), form->round_id,
                                         NULL, closed_cb, g_object_ref (form->workspace));
}

static char *
write_warning (const TvRoundReview *review)
{
    g_autoptr (GString) text = g_string_new (NULL);

    if (review->n_unmeasured > 0) {
        g_autofree char *unmeasured = _tv_round_signing_count_unmeasured (review);

        g_string_append_printf (text, "%s\n", unmeasured);
    }
    if (review->questions->len > 0) {
        g_autofree char *questions = _tv_round_signing_count_questions (review);

        g_string_append_printf (text, "%s\n", questions);
    }
    if (review->half_typed->len > 0) {
        g_autofree char *half_typed = _tv_round_signing_count_half_typed (review);

        g_string_append_printf (text, "%s\n", half_typed);
    }
    if (text->len == 0)
        g_string_append_printf (text, "%s\n",
                                _ ("Everybody was measured, and no question is open."));
    g_string_append_printf (text, "\n%s",
                            _ ("From then on nothing can be entered or corrected in this round, by "
                               "hand or by import, until it is reopened with a reason."));
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * _tv_round_signing_ask_to_sign:
 *
 * Says what is still open, and asks whether the round is to be signed off.
 */
void
_tv_round_signing_ask_to_sign (TvRoundSigning *self)
{
    const TvRound *round = self->review->rates->round;
    gboolean is_complete = self->review->n_unmeasured == 0 && self->review->questions->len == 0
                           && self->review->half_typed->len == 0;
    /* Translators: %s is the name of a measuring round. */
    g_autofree char *heading = g_strdup_printf (_ ("Sign off %s?"), round->name);
    g_autofree char *warning = write_warning (self->review);
    GtkWidget *dialog = adw_message_dialog_new (
        GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, warning);
    Form *form = g_new0 (Form, 1);

    form->workspace = g_object_ref (self->workspace);
    form->round_id = round->id;
    adw_message_dialog_add_responses (
        ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept",
        is_complete ? _ ("_Sign off") : _ ("_Sign off all the same"), NULL);
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                                ADW_RESPONSE_SUGGESTED);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                             is_complete ? "accept" : "cancel");
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    g_signal_connect_data (dialog, "response", G_CALLBACK (sign_answered_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
check_cb (Form *form, TvFormDialog *dialog)
{
    g_autofree char *reason = tv_entry_row_read (form->reason_row);

    tv_form_dialog_judge (dialog, reason != NULL,
                          reason ? NULL : _ ("Say why: the reason stays in the history."));
}

static void
reopen_accepted_cb (Form *form)
{
    g_autofree char *reason = tv_entry_row_read (form->reason_row);

    if (reason)
        tv_round_closing_reopen_async (tv_workspace_get_store (form->workspace), form->round_id,
                                       reason, NULL, closed_cb, g_object_ref (form->workspace));
}

/**
 * _tv_round_signing_ask_to_reopen:
 *
 * Asks why the round is to be opened again.
 */
void
_tv_round_signing_ask_to_reopen (TvRoundSigning *self)
{
    const TvRound *round = self->review->rates->round;
    /* Translators: %s is the name of a measuring round. */
    g_autofree char *heading = g_strdup_printf (_ ("Reopen %s?"), round->name);
    TvFormDialog *dialog = tv_form_dialog_new (
        GTK_WIDGET (self), heading,
        _ ("What was signed off may have been reported already. Sign the round off again when the "
           "correction is made."),
        _ ("_Reopen"));
    Form *form = g_new0 (Form, 1);

    form->workspace = g_object_ref (self->workspace);
    form->round_id = round->id;
    form->reason_row = tv_form_dialog_add_entry (dialog, C_ ("reopening", "Reason"), NULL);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (reopen_accepted_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}
