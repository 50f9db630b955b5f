/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The door of a book: of one that is about to be opened, and of one that somebody has locked. A
 * book without passwords has a door too, but it only hides what is on the screen. */

#include "ui/sign-in/tv-sign-in-page.h"

#include "ui/sign-in/tv-sign-in-form.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-protection.h"
#include "workflows/tv-rights.h"
#include "workflows/tv-sign-in.h"

#include <glib/gi18n.h>

struct _TvSignInPage {
    GtkBox parent_instance;

    TvStore *store;            /* (nullable): the book that was locked */
    gboolean may_protect;      /* whoever locked it may give it a password */
    gboolean wants_protection; /* the book is opened for that */

    GtkWidget *header;
    GtkWidget *scrolled_window;
    GtkWidget *back_button;
    GtkLabel *title_label;
    GtkLabel *text_label;
    GtkStack *stack;
    GtkSpinner *spinner;
    TvSignInForm *form;
    GtkWidget *continue_button;
    GtkWidget *protect_button;
};

G_DEFINE_FINAL_TYPE (TvSignInPage, tv_sign_in_page, GTK_TYPE_BOX)

enum {
    LOCKED,
    ENTERED,
    PROTECT_WANTED,
    LEFT,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A part that the stack does not show is still there for a screen reader, unless it is invisible.
 */
static void
show_only (GtkStack *stack, const char *name)
{
    GtkWidget *shown = gtk_stack_get_child_by_name (stack, name);

    gtk_widget_set_visible (shown, TRUE);
    gtk_stack_set_visible_child (stack, shown);
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child;
         child = gtk_widget_get_next_sibling (child))
        gtk_widget_set_visible (child, child == shown);
}

static void
show_part (TvSignInPage *self, const char *name, const char *title, const char *text)
{
    show_only (self->stack, name);
    gtk_spinner_set_spinning (self->spinner, g_strcmp0 (name, "waiting") == 0);
    gtk_label_set_label (self->title_label, title);
    gtk_label_set_label (self->text_label, text);
}

static void
show_plain (TvSignInPage *self)
{
    gboolean is_possible = self->may_protect && tv_protection_is_possible ();

    show_part (self, "plain", _ ("The record book is hidden"),
               _ ("It has no password: whoever presses “Continue” sees it again, and whoever finds "
                  "its file can read it."));
    gtk_widget_set_visible (self->protect_button, is_possible);
    gtk_widget_grab_focus (self->continue_button);
}

static void
show_form (TvSignInPage *self, const char *folder)
{
    g_autofree char *name = g_filename_display_name (folder);

    if (self->store)
        show_part (self, "form", _ ("The record book is locked"),
                   _ ("Everything is kept as it was, half-typed values too."));
    else
        show_part (self, "form", _ ("Sign in"), name);
    tv_sign_in_form_ask (self->form, folder, self->store);
}

static void
locked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvSignInPage) self = user_data;
    g_autoptr (GError) error = NULL;

    if (!tv_sign_in_lock_finish (result, &error))
        g_warning ("%s", error->message);
    g_signal_emit (self, signals[LOCKED], 0);
    if (!self->store)
        return;
    if (tv_store_is_protected (self->store))
        show_form (self, tv_store_folder (self->store));
    else
        show_plain (self);
}

static void
enter (TvSignInPage *self, TvStore *store)
{
    g_autoptr (TvStore) entered = g_object_ref (store);
    gboolean wants_protection = self->wants_protection;

    g_clear_object (&self->store);
    self->wants_protection = FALSE;
    g_signal_emit (self, signals[ENTERED], 0, entered);
    if (wants_protection)
        g_signal_emit (self, signals[PROTECT_WANTED], 0);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvSignInPage) self = user_data;
    g_autoptr (GError) error = NULL;
    gboolean is_open = tv_sign_in_unlock_plain_finish (result, &error);
    g_autofree char *sentence = NULL;

    if (!self->store)
        return;
    if (is_open) {
        enter (self, self->store);
        return;
    }
    self->wants_protection = FALSE;
    show_plain (self);
    sentence = tv_error_sentence (error);
    gtk_label_set_label (self->text_label, sentence);
}

static void
continue_clicked_cb (TvSignInPage *self)
{
    if (!self->store)
        return;
    show_part (self, "waiting", _ ("Opening the record book…"), "");
    tv_sign_in_unlock_plain_async (self->store, unlocked_cb, g_object_ref (self));
}

static void
protect_clicked_cb (TvSignInPage *self)
{
    self->wants_protection = TRUE;
    continue_clicked_cb (self);
}

static void
signed_in_cb (TvSignInPage *self, TvStore *store)
{
    enter (self, store);
}

static void
back_clicked_cb (TvSignInPage *self)
{
    g_signal_emit (self, signals[LEFT], 0);
}

static void
tv_sign_in_page_dispose (GObject *object)
{
    TvSignInPage *self = TV_SIGN_IN_PAGE (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_SIGN_IN_PAGE);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (tv_sign_in_page_parent_class)->dispose (object);
}

static void
tv_sign_in_page_class_init (TvSignInPageClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    g_type_ensure (TV_TYPE_SIGN_IN_FORM);
    G_OBJECT_CLASS (class_)->dispose = tv_sign_in_page_dispose;
    signals[LOCKED]
        = g_signal_new ("locked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, TV_TYPE_STORE);
    signals[PROTECT_WANTED] = g_signal_new ("protect-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
    signals[LEFT]
        = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/sign-in/tv-sign-in-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, back_button);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, continue_button);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, form);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, header);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, protect_button);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, scrolled_window);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, spinner);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, stack);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, text_label);
    gtk_widget_class_bind_template_child (widget_class, TvSignInPage, title_label);
    gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, protect_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, signed_in_cb);
}

static void
tv_sign_in_page_init (TvSignInPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_sign_in_page_ask:
 * @folder: of a protected book
 *
 * Asks who signs in there.
 */
void
tv_sign_in_page_ask (TvSignInPage *self, const char *folder)
{
    g_return_if_fail (TV_IS_SIGN_IN_PAGE (self) && folder && !self->store);
    gtk_widget_set_visible (self->back_button, TRUE);
    show_form (self, folder);
}

/**
 * tv_sign_in_page_lock:
 * @store: an open book
 *
 * Locks it, as soon as what it was given to do is done, and asks who comes back.
 */
void
tv_sign_in_page_lock (TvSignInPage *self, TvStore *store)
{
    g_return_if_fail (TV_IS_SIGN_IN_PAGE (self) && TV_IS_STORE (store) && !self->store);
    self->store = g_object_ref (store);
    self->may_protect = tv_rights_has (store, TV_RIGHT_MANAGE_PEOPLE);
    self->wants_protection = FALSE;
    gtk_widget_set_visible (self->back_button, FALSE);
    show_part (self, "waiting", _ ("Locking the record book…"),
               _ ("What is still being worked on is finished first."));
    tv_sign_in_lock_async (store, locked_cb, g_object_ref (self));
}
