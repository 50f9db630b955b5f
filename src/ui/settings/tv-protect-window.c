/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three steps to a protected book: a password, the recovery code on paper, the work itself. A
 * protected book needs only the second for a new code. */

#include "ui/settings/tv-protect-window.h"

#include "reports/tv-recovery-sheet.h"
#include "ui/reports/tv-report-print.h"
#include "ui/widgets/tv-password-row.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-protection.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TvProtectWindow {
    AdwWindow parent_instance;

    TvWorkspace *workspace;
    TvPerson *person;
    TvSecret *code;
    GCancellable *working;      /* NULL: nothing is being done */
    TvProgressDialog *progress; /* unowned: a window */

    GtkStack *stack;
    AdwActionRow *person_row;
    GtkEditable *label_row;
    GtkEditable *password_row;
    GtkEditable *repeat_row;
    GtkLabel *remark_label;
    GtkWidget *next_button;
    GtkLabel *code_label;
    GtkEditable *group_row;
    GtkEditable *present_row; /* shown in a protected book */
    GtkLabel *group_remark_label;
    GtkWidget *protect_button;
};

G_DEFINE_FINAL_TYPE (TvProtectWindow, tv_protect_window, ADW_TYPE_WINDOW)

enum {
    DONE,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_protected (TvProtectWindow *self)
{
    return tv_store_is_protected (tv_workspace_get_store (self->workspace));
}

static const char *
find_fault (TvProtectWindow *self)
{
    const char *password = gtk_editable_get_text (self->password_row);

    if (!*gtk_editable_get_text (self->label_row))
        return _ ("The sign-in page needs a word to choose you by.");
    if (tv_protection_find_weakness (password))
        return tv_protection_find_weakness (password);
    if (strcmp (password, gtk_editable_get_text (self->repeat_row)) != 0)
        return _ ("The two passwords are not the same yet.");
    return NULL;
}

static void
check_password (TvProtectWindow *self)
{
    const char *fault = find_fault (self);
    gboolean is_begun = *gtk_editable_get_text (self->password_row) != '\0';

    gtk_label_set_label (self->remark_label, fault && is_begun ? fault : "");
    gtk_widget_set_sensitive (self->next_button, fault == NULL);
}

/* What stands on the paper is asked for, so that nobody goes on without the paper. */
static gboolean
group_is_right (TvProtectWindow *self)
{
    return tv_protection_code_ends_with (self->code, gtk_editable_get_text (self->group_row));
}

/* A plain book has none. */
static gboolean
has_present_password (TvProtectWindow *self)
{
    return !is_protected (self) || *gtk_editable_get_text (self->present_row) != '\0';
}

static void
check_group (TvProtectWindow *self)
{
    const char *group = gtk_editable_get_text (self->group_row);
    gboolean is_right = group_is_right (self);
    gboolean is_whole = g_utf8_strlen (group, -1) >= TV_PROTECTION_CODE_GROUP;

    gtk_label_set_label (self->group_remark_label,
                         is_whole && !is_right
                             ? _ ("These are not the last five signs of the code on the sheet.")
                             : "");
    gtk_widget_set_sensitive (self->protect_button, is_right && has_present_password (self));
}

static void
next_cb (TvProtectWindow *self)
{
    if (find_fault (self))
        return;
    gtk_stack_set_visible_child_name (self->stack, "code");
    gtk_widget_grab_focus (GTK_WIDGET (self->group_row));
}

static void
back_cb (TvProtectWindow *self)
{
    if (is_protected (self))
        gtk_window_close (GTK_WINDOW (self));
    else
        gtk_stack_set_visible_child_name (self->stack, "password");
}

static void
print_cb (TvProtectWindow *self)
{
    g_autoptr (TvReport) sheet
        = tv_recovery_sheet_new (tv_workspace_get_school (self->workspace),
                                 tv_secret_text (self->code), tv_workspace_today (self->workspace));
    g_autoptr (GtkPrintOperation) operation = tv_report_print_new (sheet);
    g_autoptr (GError) error = NULL;

    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                             &error);
    if (error)
        g_signal_emit (self, signals[FAILED], 0, error);
}

static void
progress_cb (double fraction, gpointer user_data)
{
    TvProtectWindow *self = user_data;

    if (self->progress)
        tv_progress_dialog_set_fraction (self->progress, fraction);
}

static void
end_progress (TvProtectWindow *self)
{
    g_clear_object (&self->working);
    if (self->progress)
        tv_progress_dialog_end (self->progress);
    self->progress = NULL;
}

/* Here, where it can be typed again: the window behind is covered by this one. */
static void
tell_failed (TvProtectWindow *self, const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);

    if (self->workspace)
        gtk_label_set_label (self->group_remark_label, sentence);
}

static void
protected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvProtectWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    gboolean is_done = tv_protection_finish (TV_STORE (source), result, &error);

    end_progress (self);
    if (is_done)
        g_signal_emit (self, signals[DONE], 0);
    else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_failed (self, error);
    if (is_done)
        gtk_window_destroy (GTK_WINDOW (self));
}

static void
protect (TvProtectWindow *self)
{
    g_autoptr (TvSecret) password = tv_secret_new_text (gtk_editable_get_text (self->password_row));
    const TvPasswordOf first = { .person_uid = self->person->uid,
                                 .label = gtk_editable_get_text (self->label_row),
                                 .password = password };

    self->progress = tv_progress_dialog_start (GTK_WINDOW (self), _ ("Encrypting the record book…"),
                                               self->working);
    tv_protection_protect_async (tv_workspace_get_store (self->workspace), &first, self->code,
                                 progress_cb, self, self->working, protected_cb,
                                 g_object_ref (self));
}

static void
set_code (TvProtectWindow *self)
{
    g_autoptr (TvSecret) present = tv_secret_new_text (gtk_editable_get_text (self->present_row));

    tv_protection_set_code_async (tv_workspace_get_store (self->workspace), self->code, present,
                                  protected_cb, g_object_ref (self));
}

static void
protect_cb (TvProtectWindow *self)
{
    if (self->working || !group_is_right (self) || !has_present_password (self))
        return;
    self->working = g_cancellable_new ();
    if (is_protected (self))
        set_code (self);
    else
        protect (self);
}

static gboolean
close_requested_cb (TvProtectWindow *self)
{
    return self->working != NULL;
}

static void
tv_protect_window_dispose (GObject *object)
{
    TvProtectWindow *self = TV_PROTECT_WINDOW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_PROTECT_WINDOW);
    g_clear_pointer (&self->code, tv_secret_unref);
    g_clear_pointer (&self->person, tv_person_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_protect_window_parent_class)->dispose (object);
}

static void
tv_protect_window_class_init (TvProtectWindowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_protect_window_dispose;
    signals[DONE]
        = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-protect-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, code_label);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, group_remark_label);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, group_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, label_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, next_button);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, password_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, person_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, present_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, protect_button);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, remark_label);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, repeat_row);
    gtk_widget_class_bind_template_child (widget_class, TvProtectWindow, stack);
    gtk_widget_class_bind_template_callback (widget_class, back_cb);
    gtk_widget_class_bind_template_callback (widget_class, check_group);
    gtk_widget_class_bind_template_callback (widget_class, check_password);
    gtk_widget_class_bind_template_callback (widget_class, close_requested_cb);
    gtk_widget_class_bind_template_callback (widget_class, next_cb);
    gtk_widget_class_bind_template_callback (widget_class, print_cb);
    gtk_widget_class_bind_template_callback (widget_class, protect_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_protect_window_init (TvProtectWindow *self)
{
    self->code = tv_protection_new_code ();
    gtk_widget_init_template (GTK_WIDGET (self));
    tv_password_row_set_up (ADW_PASSWORD_ENTRY_ROW (self->password_row));
    tv_password_row_set_up (ADW_PASSWORD_ENTRY_ROW (self->repeat_row));
    tv_password_row_set_up (ADW_PASSWORD_ENTRY_ROW (self->present_row));
    gtk_label_set_label (self->code_label, tv_secret_text (self->code));
}

/**
 * tv_protect_window_new:
 * @parent: the window that asks
 * @workspace: the open book
 * @person: who is the first to have a password
 *
 * Returns: (transfer none): the window, not yet shown
 */
TvProtectWindow *
tv_protect_window_new (GtkWindow *parent, TvWorkspace *workspace, TvPerson *person)
{
    TvProtectWindow *self = g_object_new (TV_TYPE_PROTECT_WINDOW, "transient-for", parent, NULL);

    self->workspace = g_object_ref (workspace);
    self->person = tv_person_ref (person);
    adw_action_row_set_subtitle (self->person_row, person->name);
    gtk_editable_set_text (self->label_row, tv_person_sign_in_label (person));
    gtk_widget_set_visible (GTK_WIDGET (self->present_row), is_protected (self));
    if (is_protected (self)) {
        gtk_window_set_title (GTK_WINDOW (self), _ ("New recovery code"));
        gtk_button_set_label (GTK_BUTTON (self->protect_button), _ ("_Use the new code"));
        gtk_stack_set_visible_child_name (self->stack, "code");
    }
    check_password (self);
    check_group (self);
    return self;
}
