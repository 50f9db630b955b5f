/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed to get into a protected book. A wrong password is told and stays selected, so that
 * it can be typed anew at once; after several the form waits and comes back by itself. */

#include "ui/sign-in/tv-sign-in-form.h"

#include "store/tv-store-error.h"
#include "ui/shell/tv-settings.h"
#include "ui/sign-in/tv-caps-lock-label.h"
#include "ui/widgets/tv-password-row.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-protection.h"
#include "workflows/tv-sign-in.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

struct _TvSignInForm {
    GtkBox parent_instance;

    char *folder;
    TvStore *locked_store; /* (nullable) */
    GPtrArray *names;      /* (nullable) of TvSignInName */
    gboolean is_recovery;  /* the recovery code is asked for instead of the password */
    guint n_seconds;       /* until the next password may be tried */
    guint countdown;
    GCancellable *listing;
    GCancellable *trying; /* (nullable) */

    GtkWidget *group;
    AdwComboRow *who_row;
    GtkEditable *password_row;
    GtkEditable *code_row;
    GtkEditable *new_row;
    GtkEditable *repeat_row;
    GtkWidget *caps_lock_label;
    GtkLabel *remark_label;
    GtkButton *sign_in_button;
    GtkSpinner *spinner;
    GtkButton *other_way_button;
};

G_DEFINE_FINAL_TYPE (TvSignInForm, tv_sign_in_form, GTK_TYPE_BOX)

enum {
    SIGNED_IN,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remark (TvSignInForm *self, const char *sentence)
{
    gtk_label_set_label (self->remark_label, sentence ? sentence : "");
    gtk_widget_set_visible (GTK_WIDGET (self->remark_label), sentence != NULL);
}

static const TvSignInName *
get_chosen (TvSignInForm *self)
{
    guint chosen = adw_combo_row_get_selected (self->who_row);

    return self->names && chosen < self->names->len ? g_ptr_array_index (self->names, chosen)
                                                    : NULL;
}

/* What is missing in the recovery form. */
static const char *
find_fault (TvSignInForm *self)
{
    const char *password = gtk_editable_get_text (self->new_row);
    const char *weakness = *password ? tv_protection_find_weakness (password) : NULL;

    if (weakness)
        return weakness;
    if (*gtk_editable_get_text (self->repeat_row)
        && strcmp (password, gtk_editable_get_text (self->repeat_row)) != 0)
        return _ ("The two passwords are not the same yet.");
    return NULL;
}

static gboolean
is_filled (TvSignInForm *self)
{
    if (!self->is_recovery)
        return *gtk_editable_get_text (self->password_row) != '\0';
    return *gtk_editable_get_text (self->code_row) && *gtk_editable_get_text (self->new_row)
           && *gtk_editable_get_text (self->repeat_row) && !find_fault (self);
}

/* A field that turns insensitive under its cursor would go on blinking. */
static void
give_up_focus (TvSignInForm *self)
{
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
    GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

    if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
        gtk_root_set_focus (root, NULL);
}

static void
show_state (TvSignInForm *self)
{
    gboolean is_busy = self->trying != NULL, is_waiting = self->n_seconds > 0;

    if (is_busy || is_waiting)
        give_up_focus (self);
    gtk_widget_set_sensitive (self->group, self->names && !is_busy && !is_waiting);
    gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in_button),
                              get_chosen (self) && !is_busy && !is_waiting && is_filled (self));
    gtk_widget_set_sensitive (GTK_WIDGET (self->other_way_button), self->names && !is_busy);
    gtk_spinner_set_spinning (self->spinner, is_busy);
    gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
}

static void
show_way (TvSignInForm *self)
{
    gboolean has_choice = self->names && self->names->len > 1;

    gtk_widget_set_visible (GTK_WIDGET (self->who_row), has_choice);
    gtk_widget_set_visible (GTK_WIDGET (self->password_row), !self->is_recovery);
    gtk_widget_set_visible (GTK_WIDGET (self->code_row), self->is_recovery);
    gtk_widget_set_visible (GTK_WIDGET (self->new_row), self->is_recovery);
    gtk_widget_set_visible (GTK_WIDGET (self->repeat_row), self->is_recovery);
    gtk_button_set_label (self->sign_in_button,
                          self->is_recovery ? _ ("_Set the password and sign in") : _ ("_Sign in"));
    gtk_button_set_label (self->other_way_button, self->is_recovery ? _ ("_Back to the password")
                                                                    : _ ("_Forgot the password?"));
}

static void
forget_typing (TvSignInForm *self)
{
    gtk_editable_set_text (self->password_row, "");
    gtk_editable_set_text (self->code_row, "");
    gtk_editable_set_text (self->new_row, "");
    gtk_editable_set_text (self->repeat_row, "");
}

static void
tell_seconds (TvSignInForm *self)
{
    /* Translators: %u counts down every second. */
    g_autofree char *sentence = g_strdup_printf (
        ngettext ("After several wrong passwords the next one has to wait: %u second.",
                  "After several wrong passwords the next one has to wait: %u seconds.",
                  self->n_seconds),
        self->n_seconds);

    remark (self, sentence);
}

static gboolean
count_down_cb (gpointer user_data)
{
    TvSignInForm *self = user_data;

    self->n_seconds--;
    if (self->n_seconds > 0) {
        tell_seconds (self);
        return G_SOURCE_CONTINUE;
    }
    self->countdown = 0;
    remark (self, NULL);
    show_state (self);
    tv_sign_in_form_focus (self);
    return G_SOURCE_REMOVE;
}

static void
stop_waiting (TvSignInForm *self)
{
    g_clear_handle_id (&self->countdown, g_source_remove);
    self->n_seconds = 0;
}

static void
wait_for (TvSignInForm *self, guint n_seconds)
{
    stop_waiting (self);
    self->n_seconds = MAX (n_seconds, 1);
    self->countdown = g_timeout_add_seconds (1, count_down_cb, self);
    tell_seconds (self);
}

static char *
write_failure (TvSignInForm *self, const GError *error)
{
    if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED))
        return g_strdup (_ ("That password is right, but this person does not act in the book any "
                            "more: the last day is past. The school nurse or the principal can set "
                            "another last day."));
    if (self->is_recovery && g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD))
        return g_strdup (_ ("That code does not open the book. Look at it once more on the printed "
                            "sheet; small and capital letters are the same, and blanks and hyphens "
                            "may be left out."));
    return tv_error_sentence (error);
}

static void
tell_failure (TvSignInForm *self, const GError *error)
{
    g_autofree char *sentence = NULL;

    if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_TOO_SOON)) {
        wait_for (self, (guint) strtoul (error->message, NULL, 10));
    } else {
        sentence = write_failure (self, error);
        remark (self, sentence);
    }
    show_state (self);
    tv_sign_in_form_focus (self);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvSignInForm) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_sign_in_finish (result, &error);
    const TvSignInName *chosen;

    /* The page was left meanwhile: a book that nobody waits for is not kept open. */
    if (!self->folder) {
        if (store)
            tv_store_close (store);
        return;
    }
    g_clear_object (&self->trying);
    if (!store) {
        tell_failure (self, error);
        return;
    }
    chosen = get_chosen (self);
    if (chosen)
        g_settings_set_string (tv_settings_get (), "signed-in-last", chosen->person_uid);
    forget_typing (self);
    show_state (self);
    g_signal_emit (self, signals[SIGNED_IN], 0, store);
}

static void
try (TvSignInForm *self)
{
    GtkEditable *row = self->is_recovery ? self->new_row : self->password_row;
    g_autoptr (TvSecret) password = tv_secret_new_text (gtk_editable_get_text (row));
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    const TvSignIn sign_in
        = { self->folder, self->locked_store, get_chosen (self)->person_uid, password };

    if (self->locked_store) {
        g_clear_pointer (&clock, tv_clock_unref);
        clock = tv_clock_ref (tv_store_clock (self->locked_store));
    }
    self->trying = g_cancellable_new ();
    remark (self, NULL);
    show_state (self);
    if (self->is_recovery)
        tv_sign_in_with_code_async (&sign_in, gtk_editable_get_text (self->code_row), clock,
                                    self->trying, tried_cb, g_object_ref (self));
    else
        tv_sign_in_async (&sign_in, clock, self->trying, tried_cb, g_object_ref (self));
}

static void
sign_in_cb (TvSignInForm *self)
{
    if (gtk_widget_get_sensitive (GTK_WIDGET (self->sign_in_button)))
        try (self);
}

static void
typed_cb (TvSignInForm *self)
{
    if (self->n_seconds == 0 && !self->trying)
        remark (self, self->is_recovery ? find_fault (self) : NULL);
    show_state (self);
}

static void
who_chosen_cb (TvSignInForm *self)
{
    gtk_editable_set_text (self->password_row, "");
    show_state (self);
}

static void
other_way_cb (TvSignInForm *self)
{
    self->is_recovery = !self->is_recovery;
    forget_typing (self);
    if (self->n_seconds == 0)
        remark (self, self->is_recovery
                          ? _ ("Type the recovery code from the printed sheet, and the password "
                               "that you want from now on.")
                          : NULL);
    show_way (self);
    show_state (self);
    tv_sign_in_form_focus (self);
}

/* Most days it is the same person again. */
static guint
find_last (GPtrArray *names)
{
    g_autofree char *last = g_settings_get_string (tv_settings_get (), "signed-in-last");

    for (guint i = 0; i < names->len; i++) {
        const TvSignInName *name = g_ptr_array_index (names, i);

        if (strcmp (name->person_uid, last) == 0)
            return i;
    }
    return 0;
}

static void
show_names (TvSignInForm *self)
{
    g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

    for (guint i = 0; i < self->names->len; i++) {
        const TvSignInName *name = g_ptr_array_index (self->names, i);

        gtk_string_list_append (labels, name->label);
    }
    adw_combo_row_set_model (self->who_row, G_LIST_MODEL (labels));
    adw_combo_row_set_selected (self->who_row, find_last (self->names));
    show_way (self);
    show_state (self);
    tv_sign_in_form_focus (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvSignInForm) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) names = tv_sign_in_list_finish (result, &error);
    g_autofree char *sentence = NULL;

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->folder)
        return;
    if (!names) {
        sentence = tv_error_sentence (error);
        remark (self, sentence);
        g_signal_emit (self, signals[FAILED], 0, error);
        return;
    }
    g_clear_pointer (&self->names, g_ptr_array_unref);
    self->names = g_steal_pointer (&names);
    show_names (self);
}

static void
tv_sign_in_form_dispose (GObject *object)
{
    TvSignInForm *self = TV_SIGN_IN_FORM (object);

    stop_waiting (self);
    g_cancellable_cancel (self->listing);
    g_clear_object (&self->listing);
    g_clear_object (&self->trying);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_SIGN_IN_FORM);
    g_clear_pointer (&self->folder, g_free);
    g_clear_pointer (&self->names, g_ptr_array_unref);
    g_clear_object (&self->locked_store);
    G_OBJECT_CLASS (tv_sign_in_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/sign-in/tv-sign-in-form.ui");
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, caps_lock_label);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, code_row);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, group);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, new_row);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, other_way_button);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, password_row);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, remark_label);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, repeat_row);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, sign_in_button);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, spinner);
    gtk_widget_class_bind_template_child (widget_class, TvSignInForm, who_row);
    gtk_widget_class_bind_template_callback (widget_class, other_way_cb);
    gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
    gtk_widget_class_bind_template_callback (widget_class, typed_cb);
    gtk_widget_class_bind_template_callback (widget_class, who_chosen_cb);
}

static void
tv_sign_in_form_class_init (TvSignInFormClass *class_)
{
    GType type = G_TYPE_FROM_CLASS (class_);

    g_type_ensure (TV_TYPE_CAPS_LOCK_LABEL);
    G_OBJECT_CLASS (class_)->dispose = tv_sign_in_form_dispose;
    signals[SIGNED_IN] = g_signal_new ("signed-in", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, TV_TYPE_STORE);
    signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
    bind_template (GTK_WIDGET_CLASS (class_));
}

static void
tv_sign_in_form_init (TvSignInForm *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    tv_password_row_set_up (ADW_PASSWORD_ENTRY_ROW (self->password_row));
    tv_password_row_set_up (ADW_PASSWORD_ENTRY_ROW (self->new_row));
    tv_password_row_set_up (ADW_PASSWORD_ENTRY_ROW (self->repeat_row));
    show_way (self);
    show_state (self);
}

/**
 * tv_sign_in_form_ask:
 * @folder: of a protected book
 * @locked_store: (nullable): the same book, where it is open and locked
 *
 * Asks who signs in there, from the beginning.
 */
void
tv_sign_in_form_ask (TvSignInForm *self, const char *folder, TvStore *locked_store)
{
    g_return_if_fail (TV_IS_SIGN_IN_FORM (self) && folder && !self->trying);
    g_free (self->folder);
    self->folder = g_strdup (folder);
    g_set_object (&self->locked_store, locked_store);
    self->is_recovery = FALSE;
    stop_waiting (self);
    forget_typing (self);
    remark (self, NULL);
    show_way (self);
    g_cancellable_cancel (self->listing);
    g_clear_object (&self->listing);
    self->listing = g_cancellable_new ();
    tv_sign_in_list_async (folder, self->listing, listed_cb, g_object_ref (self));
}

/**
 * tv_sign_in_form_focus:
 *
 * Puts the cursor where typing goes on, with what was typed there selected.
 */
void
tv_sign_in_form_focus (TvSignInForm *self)
{
    GtkEditable *row;

    g_return_if_fail (TV_IS_SIGN_IN_FORM (self));
    row = self->is_recovery ? self->code_row : self->password_row;
    gtk_widget_grab_focus (GTK_WIDGET (row));
    gtk_editable_select_region (row, 0, -1);
}
