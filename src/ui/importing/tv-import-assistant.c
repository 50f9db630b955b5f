/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The import assistant: a file becomes a plan, a person looks at it and corrects it, and only then
 * something is written, all at once. */

#include "ui/importing/tv-import-assistant.h"

#include "ui/importing/tv-import-columns.h"
#include "ui/importing/tv-import-plan-view.h"
#include "ui/importing/tv-import-reading-group.h"
#include "ui/shell/tv-undo-outcome.h"
#include "ui/students/tv-transfer-reading.h"
#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-notice-bar.h"
#include "workflows/tv-import.h"
#include "workflows/tv-transfer-in.h"

#include <glib/gi18n.h>

struct _TvImportAssistant {
    AdwWindow parent_instance;
    TvWorkspace *workspace;
    TvImportPlan *plan;
    char *path;
    TvImportOptions options;
    GCancellable *cancellable;
    GPtrArray *column_rows;
    GtkFileChooserNative *chooser;
    gboolean options_differ; /* from those the plan was read with */

    AdwWindowTitle *window_title;
    GtkStack *stack;
    GtkWidget *cancel_button;
    GtkWidget *back_button;
    GtkButton *next_button;
    GtkLabel *working_label;
    GtkSwitch *whole_school_switch;
    GtkSwitch *numbers_switch;
    TvNoticeBar *notice_bar;
    TvImportReadingGroup *reading_group;
    AdwPreferencesGroup *columns_group;
    TvImportPlanView *plan_view;
    AdwStatusPage *done_page;
    GtkWidget *finish_button;
};

G_DEFINE_FINAL_TYPE (TvImportAssistant, tv_import_assistant, ADW_TYPE_WINDOW)

/* What is to be known of the whole file stands over its columns and over its plan. */
static void
show_notices (TvImportAssistant *self)
{
    const char *step = gtk_stack_get_visible_child_name (self->stack);
    gboolean is_shown = g_str_equal (step, "columns") || g_str_equal (step, "plan");
    g_autoptr (GPtrArray) notices = is_shown ? tv_import_plan_notices (self->plan) : NULL;
    g_autofree char *all = NULL;

    if (notices && notices->len > 0) {
        g_ptr_array_add (notices, NULL);
        all = g_strjoinv ("\n", (char **) notices->pdata);
    }
    tv_notice_bar_tell (self->notice_bar, all);
}

static void
show_step (TvImportAssistant *self, const char *step)
{
    gboolean is_columns = g_str_equal (step, "columns"), is_plan = g_str_equal (step, "plan");
    gboolean is_done = g_str_equal (step, "done");
    TvImportCounts counts;
    g_autofree char *label = NULL;

    gtk_stack_set_visible_child_name (self->stack, step);
    gtk_widget_set_visible (self->back_button, is_columns || is_plan);
    gtk_widget_set_visible (GTK_WIDGET (self->next_button), is_columns || is_plan);
    gtk_widget_set_visible (self->cancel_button, !is_done);
    if (is_columns)
        gtk_button_set_label (self->next_button, _ ("_Show the plan"));
    if (is_plan) {
        guint n_written;

        tv_import_plan_count (self->plan, &counts);
        n_written = counts.n_rows - counts.n_by_verdict[TV_IMPORT_REFUSED]
                    - counts.n_by_verdict[TV_IMPORT_UNCHANGED];
        /* Translators: a button; %u is the number of rows that will be written. */
        label
            = g_strdup_printf (ngettext ("_Write %u row", "_Write %u rows", n_written), n_written);
        gtk_button_set_label (self->next_button, label);
        gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.next", n_written > 0);
    } else {
        gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.next", TRUE);
    }
    show_notices (self);
    if (is_done)
        gtk_widget_grab_focus (self->finish_button);
    else if (is_columns)
        gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
plan_corrected_cb (TvImportAssistant *self)
{
    show_step (self, "plan");
}

/* The columns that stay out are named in one place: a clinic's sheet has many. */
static void
describe_columns (TvImportAssistant *self)
{
    g_autofree char *unused = tv_import_plan_unused_columns (self->plan);
    g_autofree char *escaped = unused ? g_markup_escape_text (unused, -1) : NULL;
    g_autofree char *text = NULL;

    if (escaped)
        /* Translators: %s is a list of headings of columns. */
        text = g_strdup_printf (_ ("Change a line where the program has read a column wrongly. Not "
                                   "taken over: %s."),
                                escaped);
    adw_preferences_group_set_description (
        self->columns_group,
        text ? text : _ ("Change a line where the program has read a column wrongly."));
}

static void
columns_changed_cb (gpointer user_data)
{
    TvImportAssistant *self = user_data;

    tv_import_plan_view_set_plan (self->plan_view, self->plan);
    describe_columns (self);
    show_notices (self);
}

static void
fill_columns (TvImportAssistant *self)
{
    for (guint i = 0; self->column_rows && i < self->column_rows->len; i++)
        adw_preferences_group_remove (self->columns_group,
                                      g_ptr_array_index (self->column_rows, i));
    g_clear_pointer (&self->column_rows, g_ptr_array_unref);
    self->column_rows = tv_import_columns_fill (self->columns_group, self->plan,
                                                G_CALLBACK (columns_changed_cb), self);
    describe_columns (self);
}

static void
reading_changed_cb (TvImportAssistant *self)
{
    fill_columns (self);
    columns_changed_cb (self);
}

static void
go_to_new_year (gpointer user_data)
{
    g_autoptr (TvImportAssistant) self = user_data;
    GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

    gtk_window_close (GTK_WINDOW (self));
    if (parent)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.new-year", NULL);
}

/* Later, since the question that was answered goes with this window. */
static void
new_year_answered_cb (TvImportAssistant *self, const char *response)
{
    if (g_strcmp0 (response, "turn") == 0)
        g_idle_add_once (go_to_new_year, g_object_ref (self));
}

/* Of a year that the book does not have every child would be a newcomer without a class before. */
static void
offer_new_year (TvImportAssistant *self)
{
    TvBookCover *cover = tv_workspace_get_cover (self->workspace);
    int first_year = tv_import_plan_first_year (self->plan);
    const TvSchoolYear *newest
        = cover && cover->years->len > 0 ? g_ptr_array_index (cover->years, 0) : NULL;
    g_autofree char *name = tv_school_year_name (first_year), *body = NULL;
    GtkWidget *dialog;

    if (!newest || newest->first_year >= first_year)
        return;
    /* Translators: %s is a school year, such as 2027-2028. */
    body = g_strdup_printf (_ ("This file is of the school year %s, which the record book does not "
                               "have yet. Turn the school year first: children go up with their "
                               "class, and the file then only brings the newcomers and what has "
                               "changed."),
                            name);
    dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("A new school year?"), body);
    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "import", _ ("_Import as it is"),
                                      "turn", _ ("_Turn the school year…"), NULL);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "turn");
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "import");
    g_signal_connect_object (dialog, "response", G_CALLBACK (new_year_answered_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
plan_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvImportAssistant) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvImportPlan) plan = tv_import_plan_read_finish (TV_STORE (source), result, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!plan) {
        show_step (self, "choose");
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        return;
    }
    g_set_object (&self->plan, plan);
    fill_columns (self);
    tv_import_reading_group_set_plan (self->reading_group, plan);
    tv_import_plan_view_set_plan (self->plan_view, plan);
    show_step (self, self->options_differ ? "plan" : "columns");
    if (!self->options_differ)
        offer_new_year (self);
    self->options_differ = FALSE;
}

static void
read_file (TvImportAssistant *self)
{
    g_autofree char *name = g_path_get_basename (self->path);
    /* Translators: %s is a file name. */
    g_autofree char *sentence = g_strdup_printf (_ ("Reading “%s”…"), name);

    gtk_label_set_text (self->working_label, sentence);
    adw_window_title_set_subtitle (self->window_title, name);
    show_step (self, "working");
    self->options.is_whole_school = gtk_switch_get_active (self->whole_school_switch);
    self->options.takes_personal_numbers = gtk_switch_get_active (self->numbers_switch);
    tv_import_plan_read_async (tv_workspace_get_store (self->workspace), self->path, &self->options,
                               self->cancellable, plan_read_cb, g_object_ref (self));
}

static void
option_changed_cb (TvImportAssistant *self)
{
    self->options_differ = self->plan != NULL;
}

/* A child's record from another school is no list: it has a preview of its own. */
static gboolean
lead_to_transfer (TvImportAssistant *self, const char *path)
{
    if (!tv_transfer_in_takes (path))
        return FALSE;
    tv_transfer_reading_open (self->workspace, gtk_window_get_transient_for (GTK_WINDOW (self)),
                              path);
    gtk_window_close (GTK_WINDOW (self));
    return TRUE;
}

static void
take_file (TvImportAssistant *self, const char *path)
{
    if (lead_to_transfer (self, path))
        return;
    g_free (self->path);
    self->path = g_strdup (path);
    self->options_differ = FALSE;
    read_file (self);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, TvImportAssistant *self)
{
    g_autoptr (GFile) file = NULL;
    g_autofree char *path = NULL;

    if (response == GTK_RESPONSE_ACCEPT) {
        file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
        path = g_file_get_path (file);
        if (path)
            take_file (self, path);
    }
    g_clear_object (&self->chooser);
}

static void
choose_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    static const char *const suffixes[] = { "xlsx", "xls", "ods", "csv", "tamvoc-transfer" };
    TvImportAssistant *self = TV_IMPORT_ASSISTANT (widget);
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

    self->chooser = gtk_file_chooser_native_new (_ ("Choose a class list or weighing sheet"),
                                                 GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                 _ ("_Open"), _ ("_Cancel"));
    gtk_file_filter_set_name (filter, _ ("Spreadsheets and CSV files"));
    for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
        gtk_file_filter_add_suffix (filter, suffixes[i]);
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
    g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
file_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y,
                 TvImportAssistant *self)
{
    g_autofree char *path = g_file_get_path (g_value_get_object (value));

    if (!path)
        return FALSE;
    take_file (self, path);
    return TRUE;
}

static void
plan_applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvImportAssistant) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = NULL;
    TvImportCounts written;

    if (!tv_import_plan_apply_finish (TV_IMPORT_PLAN (source), result, &written, &error)) {
        show_step (self, "plan");
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        return;
    }
    sentence = tv_import_written_sentence (&written);
    adw_status_page_set_description (self->done_page, sentence);
    show_step (self, "done");
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    TvImportAssistant *self = TV_IMPORT_ASSISTANT (widget);

    if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "columns") == 0) {
        if (self->options_differ)
            read_file (self);
        else
            show_step (self, "plan");
        return;
    }
    gtk_label_set_text (self->working_label, _ ("Writing to the record book…"));
    show_step (self, "working");
    tv_import_plan_apply_async (self->plan, self->cancellable, plan_applied_cb,
                                g_object_ref (self));
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    TvImportAssistant *self = TV_IMPORT_ASSISTANT (widget);
    gboolean is_plan = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "plan") == 0;

    show_step (self, is_plan ? "columns" : "choose");
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    tv_undo_outcome_take_back (TV_IMPORT_ASSISTANT (widget)->workspace, GTK_WINDOW (widget),
                               "assistant.undo");
}

static gboolean
tv_import_assistant_close_request (GtkWindow *window)
{
    TvImportAssistant *self = TV_IMPORT_ASSISTANT (window);

    g_cancellable_cancel (self->cancellable);
    return GTK_WINDOW_CLASS (tv_import_assistant_parent_class)->close_request (window);
}

static void
tv_import_assistant_dispose (GObject *object)
{
    TvImportAssistant *self = TV_IMPORT_ASSISTANT (object);

    g_clear_object (&self->workspace);
    g_clear_object (&self->plan);
    g_clear_object (&self->cancellable);
    g_clear_object (&self->chooser);
    g_clear_pointer (&self->path, g_free);
    g_clear_pointer (&self->column_rows, g_ptr_array_unref);
    G_OBJECT_CLASS (tv_import_assistant_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, back_button);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, cancel_button);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, columns_group);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, done_page);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, finish_button);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, next_button);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, notice_bar);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, numbers_switch);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, plan_view);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, reading_group);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, stack);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, whole_school_switch);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, window_title);
    gtk_widget_class_bind_template_child (klass, TvImportAssistant, working_label);
    gtk_widget_class_bind_template_callback (klass, option_changed_cb);
    gtk_widget_class_bind_template_callback (klass, plan_corrected_cb);
    gtk_widget_class_bind_template_callback (klass, reading_changed_cb);
}

static void
tv_import_assistant_class_init (TvImportAssistantClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_import_assistant_dispose;
    GTK_WINDOW_CLASS (klass)->close_request = tv_import_assistant_close_request;
    g_type_ensure (TV_TYPE_IMPORT_PLAN_VIEW);
    g_type_ensure (TV_TYPE_IMPORT_READING_GROUP);
    g_type_ensure (TV_TYPE_NOTICE_BAR);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/importing/tv-import-assistant.ui");
    bind_children (widget_class);
    gtk_widget_class_install_action (widget_class, "assistant.choose", NULL, choose_action);
    gtk_widget_class_install_action (widget_class, "assistant.next", NULL, next_action);
    gtk_widget_class_install_action (widget_class, "assistant.back", NULL, back_action);
    gtk_widget_class_install_action (widget_class, "assistant.undo", NULL, undo_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_import_assistant_init (TvImportAssistant *self)
{
    const TvImportOptions options = TV_IMPORT_OPTIONS_INIT;
    GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

    gtk_widget_init_template (GTK_WIDGET (self));
    self->options = options;
    self->cancellable = g_cancellable_new ();
    g_signal_connect_object (target, "drop", G_CALLBACK (file_dropped_cb), self, 0);
    gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (target));
    show_step (self, "choose");
}

/**
 * tv_import_assistant_present:
 * @workspace: the open book
 * @parent: the window it stands over
 * @path: (nullable): a file to begin with, %NULL to ask for one
 */
void
tv_import_assistant_present (TvWorkspace *workspace, GtkWindow *parent, const char *path)
{
    TvImportAssistant *self
        = g_object_new (TV_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);

    self->workspace = g_object_ref (workspace);
    gtk_window_present (GTK_WINDOW (self));
    if (path)
        take_file (self, path);
}

/**
 * tv_import_assistant_present_for_year:
 * @workspace: the open book
 * @parent: the window it stands over
 * @first_year: of the school year that the list is of, 0 as the file says
 */
void
tv_import_assistant_present_for_year (TvWorkspace *workspace, GtkWindow *parent, int first_year)
{
    TvImportAssistant *self
        = g_object_new (TV_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);

    self->workspace = g_object_ref (workspace);
    self->options.first_year = first_year;
    gtk_window_present (GTK_WINDOW (self));
}
