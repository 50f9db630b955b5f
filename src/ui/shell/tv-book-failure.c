/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that could not be opened: why, and what brings it back. */

#include "ui/shell/tv-book-failure.h"

#include "store/tv-store-error.h"
#include "ui/settings/tv-restore-window.h"
#include "workflows/tv-error-sentence.h"

#include <glib/gi18n.h>

/* What only a backup brings back. */
static gboolean
is_lost (const GError *error)
{
    return g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT)
           || g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_A_BOOK)
           || g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_KEYS);
}

static void
restore_cb (GtkApplication *application)
{
    GtkWindow *window = gtk_application_get_active_window (application);

    gtk_window_present (GTK_WINDOW (tv_restore_window_new (window, NULL)));
}

/**
 * tv_book_failure_tell:
 * @application: the program
 * @error: what opening a book failed with; nothing is said where somebody gave it up
 *
 * Offers a backup where the book is damaged or its keys are gone.
 */
void
tv_book_failure_tell (GtkApplication *application, const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);
    GtkWindow *window = gtk_application_get_active_window (application);
    GtkWidget *dialog;

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    dialog = adw_message_dialog_new (window, _ ("The record book could not be opened"), sentence);
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
    if (is_lost (error))
        adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "restore",
                                         _ ("Restore from a backup"));
    g_signal_connect_object (dialog, "response::restore", G_CALLBACK (restore_cb), application,
                             G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (dialog));
}
