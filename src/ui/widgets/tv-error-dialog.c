/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What went wrong, in a window of its own: a toast would stand behind the one that asked. */

#include "ui/widgets/tv-error-dialog.h"

#include "workflows/tv-error-sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * tv_error_dialog_present:
 * @parent: the window in which it was asked for
 * @heading: (nullable): what did not come about, as a sentence; %NULL says only that it did not
 * @error: why
 */
void
tv_error_dialog_present (GtkWindow *parent, const char *heading, const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);
    GtkWidget *dialog
        = adw_message_dialog_new (parent, heading ? heading : _ ("That did not work"), sentence);

    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
    gtk_window_present (GTK_WINDOW (dialog));
}
