/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands over every page for as long as it is true of the book: that it can only be read here
 * and why, and that it lies where books get damaged. */

#include "ui/shell/tv-window-private.h"

#include "store/tv-store-error.h"
#include "workflows/tv-folder-warning.h"
#include "workflows/tv-record-book.h"
#include "workflows/tv-year-proposal.h"

#include <glib/gi18n.h>

static char *
write_refusal (const GError *refusal)
{
    if (g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_BUSY)) {
        /* Translators: %s is a person and a computer, such as "Nguyễn Hoa, MAY-Y-TE". */
        return g_strdup_printf (_ ("This record book can only be read here: it is open in another "
                                   "window or on another computer (%s). Close it there, then try "
                                   "again."),
                                refusal->message);
    }
    if (g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_FULL))
        return g_strdup (
            _ ("This record book can only be read: there is no room left on the disk."));
    return g_strdup (
        _ ("This record book can only be read: its folder or file is write-protected."));
}

static void
tell_refusal (TvWindow *self, const GError *refusal)
{
    gboolean can_try = g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_BUSY);
    g_autofree char *sentence = refusal ? write_refusal (refusal) : NULL;

    tv_notice_bar_tell (self->read_only_banner, sentence);
    tv_notice_bar_set_action (self->read_only_banner, can_try ? _ ("_Try again") : NULL,
                              "win.try-writing");
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    gboolean can_write = tv_record_book_try_writing_finish (result, &error);
    g_autofree char *holder = NULL;

    self->is_trying = FALSE;
    if (!self->workspace || tv_workspace_get_store (self->workspace) != TV_STORE (source))
        return;
    if (can_write) {
        tv_workspace_tell (self->workspace, _ ("The record book can be written in again."), FALSE);
    } else if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY)) {
        tell_refusal (self, error);
        /* Translators: %s is a person and a computer, such as "Nguyễn Hoa, MAY-Y-TE". */
        holder = g_strdup_printf (_ ("It is still open there: %s"), error->message);
        tv_workspace_tell (self->workspace, holder, FALSE);
    } else {
        tv_workspace_tell_error (self->workspace, error);
    }
}

static void
try_writing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvWindow *self = TV_WINDOW (widget);
    TvStore *store = tv_workspace_get_store (self->workspace);

    if (!store || self->is_trying)
        return;
    self->is_trying = TRUE;
    tv_record_book_try_writing_async (store, NULL, tried_cb, g_object_ref (self));
}

static void
folder_judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWindow) self = user_data;
    g_autofree char *warning = tv_folder_warning_finish (result);

    if (self->workspace)
        tv_notice_bar_tell (self->folder_banner, warning);
}

/* Told once for each book that is opened in the window; whoever has read it hides it. */
static void
judge_folder (TvWindow *self, TvStore *store)
{
    if (g_strcmp0 (self->judged_folder, tv_store_folder (store)) == 0)
        return;
    g_free (self->judged_folder);
    self->judged_folder = g_strdup (tv_store_folder (store));
    tv_notice_bar_set_can_close (self->folder_banner, TRUE);
    tv_folder_warning_async (self->judged_folder, TV_FOLDER_FOR_BOOK, NULL, folder_judged_cb,
                             g_object_ref (self));
}

/* From August on the book needs the year that has begun: whoever may write in it is told. */
static void
tell_new_year (TvWindow *self)
{
    TvBookCover *cover = tv_workspace_get_cover (self->workspace);
    TvDate today = cover ? tv_workspace_today (self->workspace) : TV_DATE_NONE;
    g_autofree char *year = NULL, *sentence = NULL;

    if (cover && tv_workspace_can_edit (self->workspace) && tv_year_is_due (cover->years, today)) {
        year = tv_school_year_name (tv_school_year_of_date (today));
        /* Translators: %s is a school year, such as 2027-2028. */
        sentence = g_strdup_printf (_ ("The school year %s has begun, and the record book does not "
                                       "have it yet."),
                                    year);
    }
    /* Whoever has closed it has read it. */
    if (g_strcmp0 (tv_notice_bar_get_sentence (self->year_banner), sentence ? sentence : "") == 0)
        return;
    tv_notice_bar_set_can_close (self->year_banner, TRUE);
    tv_notice_bar_set_action (self->year_banner, _ ("_New school year…"), "win.new-year");
    tv_notice_bar_tell (self->year_banner, sentence);
}

/**
 * _tv_window_show_notices:
 * @self: a window with an open book
 */
void
_tv_window_show_notices (TvWindow *self)
{
    TvStore *store = tv_workspace_get_store (self->workspace);

    tell_refusal (self, tv_store_get_refusal (store));
    judge_folder (self, store);
    tell_new_year (self);
}

void
_tv_window_install_notices (GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action (widget_class, "win.try-writing", NULL, try_writing_action);
}
