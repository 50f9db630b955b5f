/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports: a gallery, and behind each card the pages as they will come out of the printer. */

#include "ui/reports/tv-reports-page.h"

#include "ui/reports/tv-report-card.h"
#include "ui/reports/tv-report-print.h"
#include "ui/reports/tv-report-sheet.h"
#include "ui/shell/tv-page.h"
#include "workflows/tv-class-list.h"
#include "workflows/tv-export-log.h"
#include "workflows/tv-report-build.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SHEET_WIDTH_PT 540 /* of a page on the screen: 720 px, A4 a little smaller than life */

struct _TvReportsPage {
    GtkWidget parent_instance;
    TvWorkspace *workspace;
    const TvReportKind *kind; /* of the open report, NULL in the gallery */
    TvReport *report;
    GtkStringList *class_names;
    char *wanted_class; /* asked for from another page, until somebody chooses here; or NULL */
    GCancellable *cancellable;
    GtkFileChooserNative *chooser;
    gboolean is_stale;           /* something changed while the page was not to be seen */
    gboolean pictures_are_stale; /* the same, while a report stood before the gallery */
    gboolean is_filling;         /* the classes, so that the signal of their list means nothing */

    GtkStack *stack;
    GtkStack *sheet_stack;
    GtkFlowBox *gallery;
    GtkBox *sheet_box;
    GtkLabel *title_label;
    GtkLabel *pages_label;
    GtkLabel *privacy_label;
    GtkWidget *class_box;
    GtkWidget *back_button;
    GtkDropDown *class_drop_down;
};

enum {
    PROP_0,
    PROP_WORKSPACE,
};

static void tv_reports_page_page_init (TvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvReportsPage, tv_reports_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_reports_page_page_init))

static void
enable_actions (TvReportsPage *self, gboolean can)
{
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", can);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-pdf", can);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-xlsx", can);
}

static void
show_sheets (TvReportsPage *self)
{
    guint n_pages = tv_report_n_pages (self->report);
    /* Translators: how many pages a report has. */
    g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet_box))))
        gtk_box_remove (self->sheet_box, child);
    for (guint i = 0; i < n_pages; i++)
        gtk_box_append (self->sheet_box, tv_report_sheet_new (self->report, i, SHEET_WIDTH_PT));
    gtk_label_set_text (self->pages_label, pages);
    gtk_stack_set_visible_child_name (self->sheet_stack, "sheets");
    enable_actions (self, TRUE);
}

static void
report_built_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvReportsPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvReport) report = tv_report_build_finish (TV_STORE (source), result, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!report) {
        gtk_widget_activate_action (GTK_WIDGET (self), "report.back", NULL);
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    g_clear_pointer (&self->report, tv_report_unref);
    self->report = g_steal_pointer (&report);
    show_sheets (self);
}

static const char *
chosen_class (TvReportsPage *self)
{
    guint selected = gtk_drop_down_get_selected (self->class_drop_down);

    if (!self->kind->needs_class)
        return NULL;
    if (self->wanted_class)
        return self->wanted_class;
    if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
        return NULL;
    return gtk_string_list_get_string (self->class_names, selected);
}

static void
build_report (TvReportsPage *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);

    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    self->cancellable = g_cancellable_new ();
    enable_actions (self, FALSE);
    gtk_stack_set_visible_child_name (self->sheet_stack, "building");
    tv_report_build_async (tv_workspace_get_store (self->workspace), self->kind->code,
                           chosen_class (self), round ? round->code : NULL, self->cancellable,
                           report_built_cb, g_object_ref (self));
}

/* The class that was chosen stays chosen. */
static void
fill_classes (TvReportsPage *self, GPtrArray *classes)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    const char *chosen = self->kind ? chosen_class (self) : NULL;
    guint selected = 0;

    gtk_string_list_append (names, _ ("All classes"));
    for (guint i = 0; i < classes->len; i++) {
        const TvRosterClass *entry = g_ptr_array_index (classes, i);

        gtk_string_list_append (names, entry->class_->name);
        if (g_strcmp0 (entry->class_->name, chosen) == 0)
            selected = i + 1;
    }
    self->is_filling = TRUE;
    gtk_drop_down_set_model (self->class_drop_down, G_LIST_MODEL (names));
    gtk_drop_down_set_selected (self->class_drop_down, selected);
    self->is_filling = FALSE;
    g_set_object (&self->class_names, names);
    /* From here on the choice says it; a class that is no more is not asked for again. */
    if (self->wanted_class && selected == 0 && self->kind && self->kind->needs_class) {
        g_clear_pointer (&self->wanted_class, g_free);
        build_report (self);
    }
    g_clear_pointer (&self->wanted_class, g_free);
}

static void
classes_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvReportsPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) classes = tv_class_list_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace)
        return;
    if (classes)
        fill_classes (self, classes);
    else
        tv_workspace_tell_error (self->workspace, error);
}

/* The list of classes may not have been read yet. */
static void
choose_class (TvReportsPage *self, const char *class_name)
{
    guint n = self->class_names ? g_list_model_get_n_items (G_LIST_MODEL (self->class_names)) : 0;

    g_free (self->wanted_class);
    self->wanted_class = g_strdup (class_name);
    self->is_filling = TRUE;
    for (guint i = 0; i < n; i++) {
        if (g_strcmp0 (gtk_string_list_get_string (self->class_names, i), class_name) == 0)
            gtk_drop_down_set_selected (self->class_drop_down, i);
    }
    self->is_filling = FALSE;
}

static void
load_classes (TvReportsPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);

    if (year)
        tv_class_list_load_async (tv_workspace_get_store (self->workspace), year->id, NULL,
                                  classes_listed_cb, g_object_ref (self));
}

static void
open_report (TvReportsPage *self, const TvReportKind *kind)
{
    self->kind = kind;
    gtk_label_set_text (self->title_label, tv_report_kind_label (kind));
    gtk_label_set_text (self->pages_label, "");
    gtk_widget_set_visible (self->class_box, kind->needs_class);
    gtk_widget_set_visible (GTK_WIDGET (self->privacy_label), kind->needs_class);
    gtk_stack_set_visible_child_name (self->stack, "report");
    gtk_widget_grab_focus (self->back_button);
    build_report (self);
}

static void
tv_reports_page_show_report (TvPage *page, const char *code, const char *class_name)
{
    TvReportsPage *self = TV_REPORTS_PAGE (page);
    guint n_kinds;
    const TvReportKind *kinds = tv_report_kinds (&n_kinds), *found = NULL;

    for (guint i = 0; i < n_kinds; i++) {
        if (g_strcmp0 (kinds[i].code, code) == 0)
            found = &kinds[i];
    }
    if (!found)
        return;
    self->kind = found;
    if (class_name)
        choose_class (self, class_name);
    open_report (self, found);
}

static void
tv_reports_page_page_init (TvPageInterface *iface)
{
    iface->show_report = tv_reports_page_show_report;
}

static void
card_clicked_cb (TvReportsPage *self, TvReportCard *card)
{
    open_report (self, tv_report_card_get_kind (card));
}

static void
class_changed_cb (TvReportsPage *self)
{
    if (self->is_filling)
        return;
    g_clear_pointer (&self->wanted_class, g_free);
    if (self->kind && self->kind->needs_class)
        build_report (self);
}

static void
load_pictures (TvReportsPage *self)
{
    GtkWidget *child;

    self->pictures_are_stale = FALSE;
    for (child = gtk_widget_get_first_child (GTK_WIDGET (self->gallery)); child;
         child = gtk_widget_get_next_sibling (child))
        tv_report_card_load (
            TV_REPORT_CARD (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))));
}

/* Only what is to be seen is made anew: the open report, or the gallery. */
static void
reload (TvReportsPage *self)
{
    self->is_stale = FALSE;
    if (!tv_workspace_get_store (self->workspace))
        return;
    load_classes (self);
    self->pictures_are_stale = TRUE;
    if (self->kind)
        build_report (self);
    else
        load_pictures (self);
}

static void
reload_when_seen (TvReportsPage *self)
{
    self->is_stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        reload (self);
}

static void
book_changed_cb (TvReportsPage *self, guint topics)
{
    /* That a report was printed is in no report. */
    if (topics != TV_TOPIC_ACCESS)
        reload_when_seen (self);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    TvReportsPage *self = TV_REPORTS_PAGE (widget);

    g_cancellable_cancel (self->cancellable);
    self->kind = NULL;
    gtk_stack_set_visible_child_name (self->stack, "gallery");
    if (self->pictures_are_stale)
        load_pictures (self);
}

static void
print_report (TvReportsPage *self, TvReport *report)
{
    g_autoptr (GtkPrintOperation) operation = tv_report_print_new (report);
    g_autoptr (GError) error = NULL;
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

    if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                 GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
        == GTK_PRINT_OPERATION_RESULT_ERROR)
        tv_workspace_tell_error (self->workspace, error);
}

/* What is printed is what was seen when it was asked for, whatever the page shows by now. */
static void
logged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GTask) task = user_data;
    TvReportsPage *self = g_task_get_source_object (task);
    g_autoptr (GError) error = NULL;

    if (tv_export_log_finish (TV_STORE (source), result, &error))
        print_report (self, g_task_get_task_data (task));
    else
        tv_workspace_tell_error (self->workspace, error);
    g_task_return_boolean (task, error == NULL);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    TvReportsPage *self = TV_REPORTS_PAGE (widget);
    GTask *task;

    if (!tv_report_holds_personal_data (self->report)) {
        print_report (self, self->report);
        return;
    }
    task = g_task_new (self, NULL, NULL, NULL);
    g_task_set_task_data (task, tv_report_ref (self->report), (GDestroyNotify) tv_report_unref);
    tv_export_log_async (tv_workspace_get_store (self->workspace), TV_EXPORT_REPORT, NULL, NULL,
                         logged_cb, task);
}

/* What names children is entered in the book's history before it leaves the window. */
static gboolean
may_leave (TvStore *store, TvReport *report, GError **error)
{
    return !tv_report_holds_personal_data (report)
           || tv_export_log (store, TV_EXPORT_REPORT, NULL, error);
}

/* Pages are written on another thread: a report for every class can be long. */
static void
write_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    TvReport *report = g_object_get_data (G_OBJECT (task), "report");
    TvStore *store = g_object_get_data (G_OBJECT (task), "store");
    const char *path = data;
    GError *error = NULL;
    gboolean is_written = FALSE;

    if (may_leave (store, report, &error))
        is_written = g_str_has_suffix (path, ".xlsx") ? tv_report_write_xlsx (report, path, &error)
                                                      : tv_report_write_pdf (report, path, &error);
    if (is_written)
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

static void
report_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    TvReportsPage *self = TV_REPORTS_PAGE (source);
    g_autoptr (GError) error = NULL;
    g_autofree char *name = NULL, *sentence = NULL;

    if (!g_task_propagate_boolean (G_TASK (result), &error)) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    name = g_path_get_basename (g_task_get_task_data (G_TASK (result)));
    /* Translators: %s is a file name. */
    sentence = g_strdup_printf (_ ("Saved as “%s”."), name);
    tv_workspace_tell (self->workspace, sentence, FALSE);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, TvReportsPage *self)
{
    g_autoptr (GFile) file = NULL;
    g_autoptr (GTask) task = NULL;
    char *path;

    if (response == GTK_RESPONSE_ACCEPT) {
        file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
        path = g_file_get_path (file);
        if (path) {
            task = g_task_new (self, NULL, report_written_cb, NULL);
            g_task_set_task_data (task, path, g_free);
            g_object_set_data_full (G_OBJECT (task), "report", tv_report_ref (self->report),
                                    (GDestroyNotify) tv_report_unref);
            g_object_set_data_full (G_OBJECT (task), "store",
                                    g_object_ref (tv_workspace_get_store (self->workspace)),
                                    g_object_unref);
            g_task_run_in_thread (task, write_report);
        }
    }
    g_clear_object (&self->chooser);
}

static void
save_as (TvReportsPage *self, const char *suffix)
{
    g_autofree char *name = g_strdup_printf ("%s.%s", tv_report_title (self->report), suffix);

    g_strdelimit (name, "/\\:", '-');
    self->chooser = gtk_file_chooser_native_new (
        _ ("Save the report"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
    g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_pdf_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    save_as (TV_REPORTS_PAGE (widget), "pdf");
}

static void
save_xlsx_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    save_as (TV_REPORTS_PAGE (widget), "xlsx");
}

static void
tv_reports_page_map (GtkWidget *widget)
{
    TvReportsPage *self = TV_REPORTS_PAGE (widget);

    GTK_WIDGET_CLASS (tv_reports_page_parent_class)->map (widget);
    if (self->is_stale)
        reload (self);
}

static void
tv_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    TV_REPORTS_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
fill_gallery (TvReportsPage *self)
{
    guint n_kinds;
    const TvReportKind *kinds = tv_report_kinds (&n_kinds);

    for (guint i = 0; i < n_kinds; i++) {
        GtkWidget *card = tv_report_card_new (self->workspace, &kinds[i]);
        GtkWidget *child = gtk_flow_box_child_new ();

        g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self,
                                 G_CONNECT_SWAPPED);
        gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
        gtk_widget_set_focusable (child, FALSE);
        gtk_flow_box_append (self->gallery, child);
    }
}

static void
tv_reports_page_constructed (GObject *object)
{
    TvReportsPage *self = TV_REPORTS_PAGE (object);

    G_OBJECT_CLASS (tv_reports_page_parent_class)->constructed (object);
    fill_gallery (self);
    enable_actions (self, FALSE);
    g_signal_connect_object (self->workspace, "notify::store", G_CALLBACK (reload_when_seen), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::round", G_CALLBACK (reload_when_seen), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "changed", G_CALLBACK (book_changed_cb), self,
                             G_CONNECT_SWAPPED);
    reload_when_seen (self);
}

static void
tv_reports_page_dispose (GObject *object)
{
    TvReportsPage *self = TV_REPORTS_PAGE (object);

    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    g_clear_object (&self->chooser);
    g_clear_object (&self->class_names);
    g_clear_pointer (&self->wanted_class, g_free);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->report, tv_report_unref);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_REPORTS_PAGE);
    G_OBJECT_CLASS (tv_reports_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
    gtk_widget_class_install_action (klass, "report.back", NULL, back_action);
    gtk_widget_class_install_action (klass, "report.print", NULL, print_action);
    gtk_widget_class_install_action (klass, "report.save-pdf", NULL, save_pdf_action);
    gtk_widget_class_install_action (klass, "report.save-xlsx", NULL, save_xlsx_action);
    gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
    gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "report.back", NULL);
}

static void
tv_reports_page_class_init (TvReportsPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    object_class->set_property = tv_reports_page_set_property;
    object_class->constructed = tv_reports_page_constructed;
    object_class->dispose = tv_reports_page_dispose;
    widget_class->map = tv_reports_page_map;
    g_object_class_install_property (
        object_class, PROP_WORKSPACE,
        g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/reports/tv-reports-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, back_button);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, class_box);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, class_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, gallery);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, pages_label);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, privacy_label);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, sheet_box);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, sheet_stack);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, stack);
    gtk_widget_class_bind_template_child (widget_class, TvReportsPage, title_label);
    gtk_widget_class_bind_template_callback (widget_class, class_changed_cb);
    install_actions (widget_class);
}

static void
tv_reports_page_init (TvReportsPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_reports_page_new:
 * @workspace: the open book and what is chosen in it
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tv_reports_page_new (TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_REPORTS_PAGE, "workspace", workspace, NULL);
}
