/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: which book it opens, and in which window. There is one book at a time; the window
 * that stands keeps its book until the next one is really open. A program that is started once more
 * goes its own way, except on a book that has its window already: that window is shown. */

#include "ui/shell/tv-application.h"

#include "store/tv-store-error.h"
#include "ui/shell/tv-book-claim.h"
#include "ui/shell/tv-book-failure.h"
#include "ui/shell/tv-first-start.h"
#include "ui/shell/tv-lock-keeper.h"
#include "ui/shell/tv-settings.h"
#include "ui/shell/tv-shortcut-keys.h"
#include "ui/shell/tv-window.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>

struct _TvApplication {
    AdwApplication parent_instance;

    TvStore *store;     /* the open book */
    TvBookClaim *claim; /* that it is open here */
    guint n_openings;   /* books on their way */
    TvLockKeeper *lock_keeper;
};

G_DEFINE_FINAL_TYPE (TvApplication, tv_application, ADW_TYPE_APPLICATION)

typedef struct _Opening Opening;

/* A book on its way. */
struct _Opening {
    TvApplication *application;
    char *folder;
    TvSchool *school; /* (nullable): whose book is to be made */
    gboolean is_practice;
    TvBookClaim *claim;
    GtkWidget *window;        /* (nullable): stands empty until the book is there */
    TvProgressDialog *dialog; /* (nullable): over the window that asked */
    GCancellable *cancellable;
};

static void
free_opening (Opening *self)
{
    if (self->dialog)
        tv_progress_dialog_end (self->dialog);
    self->application->n_openings--;
    g_application_release (G_APPLICATION (self->application));
    g_object_unref (self->application);
    g_clear_pointer (&self->claim, tv_book_claim_free);
    g_clear_pointer (&self->school, tv_school_unref);
    g_clear_object (&self->window);
    g_object_unref (self->cancellable);
    g_free (self->folder);
    g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, free_opening)

static void
close_windows (TvApplication *self, GtkWidget *but)
{
    g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

    for (GList *link = windows; link; link = link->next) {
        if (link->data != but)
            gtk_window_destroy (link->data);
    }
}

static GtkWidget *
show_first_start (TvApplication *self)
{
    GtkWidget *window = tv_first_start_new (self);

    gtk_window_present (GTK_WINDOW (window));
    return window;
}

/* The practice school is not remembered: whoever practised wants the school's own book next. */
static void
remember_book (TvStore *store)
{
    g_autofree char *practice = tv_record_book_practice_folder ();

    if (g_strcmp0 (tv_store_folder (store), practice) != 0)
        g_settings_set_string (tv_settings_get (), "book-folder", tv_store_folder (store));
}

static void
take_store (TvApplication *self, TvStore *store, TvBookClaim *claim, TvWindow *window)
{
    g_autoptr (TvStore) old = g_steal_pointer (&self->store);

    g_clear_pointer (&self->claim, tv_book_claim_free);
    self->claim = claim;
    self->store = g_object_ref (store);
    tv_workspace_set_store (tv_window_get_workspace (window), store);
    close_windows (self, GTK_WIDGET (window));
    if (old)
        tv_store_close (old);
}

static GtkWidget *
make_window (TvApplication *self)
{
    g_autoptr (TvWorkspace) workspace = tv_workspace_new ();

    return tv_window_new (GTK_APPLICATION (self), workspace);
}

static void
practice_made_cb (double fraction, const char *sentence, gpointer user_data)
{
    Opening *opening = user_data;

    tv_progress_dialog_set_fraction (opening->dialog, fraction);
    tv_progress_dialog_set_doing (opening->dialog, sentence);
}

/* That of the open book; else one in which a book is on its way. */
static GtkWidget *
find_window (TvApplication *self)
{
    GtkWidget *found = NULL;

    for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link;
         link = link->next) {
        if (!TV_IS_WINDOW (link->data))
            continue;
        found = link->data;
        if (tv_workspace_get_store (tv_window_get_workspace (link->data)))
            return found;
    }
    return found;
}

/* Chosen a second time, the book that is open comes to the front. */
static gboolean
show_open_book (TvApplication *self, const char *folder)
{
    GtkWidget *window = find_window (self);

    if (!self->store || !window || g_strcmp0 (tv_store_folder (self->store), folder) != 0)
        return FALSE;
    close_windows (self, window);
    gtk_window_present (GTK_WINDOW (window));
    return TRUE;
}

static void
take_opened (Opening *opening, TvStore *store, TvWindow *window)
{
    remember_book (store);
    take_store (opening->application, store, g_steal_pointer (&opening->claim), window);
    gtk_window_present (GTK_WINDOW (window));
}

static void
signed_in_cb (TvWindow *window, TvStore *store, Opening *opening)
{
    take_opened (opening, store, window);
    g_signal_handlers_disconnect_by_data (window, opening);
}

/* Where another book is open, its window goes on. */
static void
sign_in_left_cb (TvWindow *window, Opening *opening)
{
    TvApplication *self = opening->application;

    if (!self->store)
        show_first_start (self);
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
sign_in_over (gpointer opening, GClosure *closure)
{
    free_opening (opening);
}

/* The book stays claimed while somebody looks for the password. */
static void
ask_sign_in (Opening *opening)
{
    GtkWidget *window = opening->window ? opening->window : make_window (opening->application);

    tv_window_ask_sign_in (TV_WINDOW (window), opening->folder);
    gtk_window_present (GTK_WINDOW (window));
    g_signal_connect (window, "sign-in-left", G_CALLBACK (sign_in_left_cb), opening);
    g_signal_connect_data (window, "signed-in", G_CALLBACK (signed_in_cb), opening, sign_in_over,
                           0);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (Opening) opening = user_data;
    TvApplication *self = opening->application;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_record_book_finish (result, &error);
    GtkWidget *window;

    g_clear_pointer (&opening->dialog, tv_progress_dialog_end);
    if (store) {
        window = opening->window ? opening->window : make_window (self);
        take_opened (opening, store, TV_WINDOW (window));
        return;
    }
    if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED)) {
        ask_sign_in (g_steal_pointer (&opening));
        return;
    }
    if (opening->window && gtk_window_get_application (GTK_WINDOW (opening->window))) {
        show_first_start (self);
        gtk_window_destroy (GTK_WINDOW (opening->window));
    }
    tv_book_failure_tell (GTK_APPLICATION (self), error);
}

/* Where no window stands yet, one is shown at once and filled when the book is open. */
static void
show_opening (Opening *opening)
{
    TvApplication *self = opening->application;
    GtkWindow *asking = gtk_application_get_active_window (GTK_APPLICATION (self));
    const char *doing = opening->school        ? _ ("Making the record book…")
                        : opening->is_practice ? _ ("Making up the practice school…")
                                               : _ ("Opening the record book…");

    if (!asking) {
        opening->window = g_object_ref (make_window (self));
        g_signal_connect_object (opening->window, "destroy", G_CALLBACK (g_cancellable_cancel),
                                 opening->cancellable, G_CONNECT_SWAPPED);
        asking = GTK_WINDOW (opening->window);
        gtk_window_present (asking);
    }
    opening->dialog = tv_progress_dialog_start (asking, doing, opening->cancellable);
}

static void
open_book (Opening *opening)
{
    show_opening (opening);
    if (opening->school)
        tv_record_book_create_async (opening->folder, opening->school, opening->cancellable,
                                     opened_cb, opening);
    else if (opening->is_practice)
        tv_record_book_open_practice_async (practice_made_cb, opening, opening->cancellable,
                                            opened_cb, opening);
    else
        tv_record_book_open_async (opening->folder, opening->cancellable, opened_cb, opening);
}

/* The book was opened once more, by another start of the program. What is still on its way will
 * have its window. */
static gboolean
show_again_cb (const char *startup_id, gpointer user_data)
{
    TvApplication *self = user_data;
    GtkWidget *window = find_window (self);

    if (window) {
        gtk_window_set_startup_id (GTK_WINDOW (window), startup_id);
        gtk_window_present (GTK_WINDOW (window));
    }
    return window || self->n_openings > 0;
}

/* Where the other window was shown, nothing is left to do here but for a window with another book
 * in it. */
static void
claimed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (Opening) opening = user_data;

    opening->claim = tv_book_claim_take_finish (result);
    if (opening->claim)
        open_book (g_steal_pointer (&opening));
    else if (!opening->application->store)
        close_windows (opening->application, NULL);
}

static Opening *
make_opening (TvApplication *self, const char *folder)
{
    Opening *opening = g_new0 (Opening, 1);

    opening->application = g_object_ref (self);
    opening->folder = g_strdup (folder);
    opening->cancellable = g_cancellable_new ();
    self->n_openings++;
    g_application_hold (G_APPLICATION (self));
    return opening;
}

static void
start_opening (Opening *opening)
{
    GdkDisplay *display = gdk_display_get_default ();

    tv_book_claim_take_async (opening->folder, gdk_display_get_startup_notification_id (display),
                              show_again_cb, opening->application, opening->cancellable, claimed_cb,
                              opening);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    GtkWidget *window = find_window (user_data);

    close_windows (user_data, window);
    /* A book is backed up first. */
    if (window)
        gtk_window_close (GTK_WINDOW (window));
}

/* Asked for from whichever window. */
static void
lock_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    GtkWidget *window = find_window (user_data);

    if (window)
        gtk_widget_activate_action (window, "win.lock", NULL);
}

static void
choose_book_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    show_first_start (user_data);
}

static void
practice_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    tv_application_open_practice (user_data);
}

static void
tv_application_startup (GApplication *application)
{
    static const GActionEntry actions[] = {
        { "quit", quit_action },
        { "choose-book", choose_book_action },
        { "lock", lock_action },
        { "practice", practice_action },
    };
    TvApplication *self = TV_APPLICATION (application);

    G_APPLICATION_CLASS (tv_application_parent_class)->startup (application);
    g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                     application);
    gtk_window_set_default_icon_name (TV_APPLICATION_ID);
    tv_shortcut_keys_set (GTK_APPLICATION (application));
    self->lock_keeper = tv_lock_keeper_new (self);
}

static void
tv_application_activate (GApplication *application)
{
    g_autofree char *folder = g_settings_get_string (tv_settings_get (), "book-folder");
    GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

    if (window)
        gtk_window_present (window);
    else if (*folder)
        tv_application_open_book (TV_APPLICATION (application), folder);
    else
        show_first_start (TV_APPLICATION (application));
}

static int
tv_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
    TvApplication *self = TV_APPLICATION (application);
    GVariantDict *options = g_application_command_line_get_options_dict (command_line);
    g_autofree char **books = NULL;

    if (g_variant_dict_contains (options, "practice")) {
        tv_application_open_practice (self);
    } else if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &books)) {
        g_autoptr (GFile) file
            = g_application_command_line_create_file_for_arg (command_line, books[0]);

        tv_application_open_book (self, g_file_peek_path (file));
    } else {
        g_application_activate (application);
    }
    return 0;
}

static void
tv_application_shutdown (GApplication *application)
{
    TvApplication *self = TV_APPLICATION (application);

    if (self->store)
        tv_store_close (self->store);
    g_clear_object (&self->store);
    g_clear_object (&self->lock_keeper);
    g_clear_pointer (&self->claim, tv_book_claim_free);
    G_APPLICATION_CLASS (tv_application_parent_class)->shutdown (application);
}

static void
tv_application_class_init (TvApplicationClass *class_)
{
    GApplicationClass *application_class = G_APPLICATION_CLASS (class_);

    application_class->startup = tv_application_startup;
    application_class->activate = tv_application_activate;
    application_class->command_line = tv_application_command_line;
    application_class->shutdown = tv_application_shutdown;
}

static void
tv_application_init (TvApplication *self)
{
    const GOptionEntry entries[] = {
        { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the practice school"), NULL },
        { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[BOOK]") },
        { NULL },
    };

    g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
    g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

TvApplication *
tv_application_new (void)
{
    return g_object_new (TV_TYPE_APPLICATION, "application-id", TV_APPLICATION_ID, "flags",
                         G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE,
                         "resource-base-path", "/io/github/tamvoc/TamVoc", "register-session", TRUE,
                         NULL);
}

/**
 * tv_application_open_book:
 * @folder: a record book
 *
 * Opens it; the windows of another book close when it is open. Where another start of the program
 * has it open already, its window is shown instead.
 */
void
tv_application_open_book (TvApplication *self, const char *folder)
{
    g_return_if_fail (TV_IS_APPLICATION (self) && folder);
    if (!show_open_book (self, folder))
        start_opening (make_opening (self, folder));
}

/**
 * tv_application_reopen_book:
 * @folder: a record book that was put in the place of another one
 *
 * Opens it, also where the one before had its window here.
 */
void
tv_application_reopen_book (TvApplication *self, const char *folder)
{
    g_return_if_fail (TV_IS_APPLICATION (self) && folder);
    if (self->store && g_strcmp0 (tv_store_folder (self->store), folder) == 0)
        g_clear_pointer (&self->claim, tv_book_claim_free);
    start_opening (make_opening (self, folder));
}

/**
 * tv_application_open_practice:
 *
 * Opens the practice school, made up first where it does not stand yet.
 */
void
tv_application_open_practice (TvApplication *self)
{
    g_autofree char *folder = tv_record_book_practice_folder ();
    Opening *opening;

    g_return_if_fail (TV_IS_APPLICATION (self));
    if (show_open_book (self, folder))
        return;
    opening = make_opening (self, folder);
    opening->is_practice = TRUE;
    start_opening (opening);
}

/**
 * tv_application_create_book:
 * @folder: where the book is to lie; nothing may stand there
 * @school: whose book it is
 *
 * Makes a new book and opens it.
 */
void
tv_application_create_book (TvApplication *self, const char *folder, const TvSchool *school)
{
    Opening *opening;

    g_return_if_fail (TV_IS_APPLICATION (self) && folder && school);
    opening = make_opening (self, folder);
    opening->school = tv_school_new (school);
    start_opening (opening);
}

static gboolean
close_old_windows (gpointer user_data)
{
    GPtrArray *windows = user_data;

    for (guint i = 0; i < windows->len; i++)
        gtk_window_destroy (g_ptr_array_index (windows, i));
    return G_SOURCE_REMOVE;
}

/**
 * tv_application_close_windows_later:
 * @but: the window that stays
 *
 * Closes the others, but not at once: what asked for it stands in one of them and is still at work.
 */
void
tv_application_close_windows_later (TvApplication *self, GtkWidget *but)
{
    GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

    for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link;
         link = link->next) {
        if (link->data != but)
            g_ptr_array_add (windows, g_object_ref (link->data));
    }
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, close_old_windows, windows,
                     (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tv_application_change_language:
 * @language: what the program speaks from now on
 *
 * Remembers it and makes the windows anew.
 */
void
tv_application_change_language (TvApplication *self, TvLanguage language)
{
    GtkWidget *window, *old = find_window (self);

    g_return_if_fail (TV_IS_APPLICATION (self));
    if (language == tv_language_get ())
        return;
    tv_settings_set_language (language);
    tv_language_start (language);
    if (self->store) {
        window = make_window (self);
        tv_window_set_first_page (TV_WINDOW (window),
                                  old ? tv_window_get_page_code (TV_WINDOW (old)) : NULL);
        tv_workspace_set_store (tv_window_get_workspace (TV_WINDOW (window)), self->store);
        gtk_window_present (GTK_WINDOW (window));
    } else {
        window = show_first_start (self);
    }
    tv_application_close_windows_later (self, window);
}
