/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A growth chart on its way out of the window: to paper, into a file, onto the clipboard. Paper and
 * file carry the sheet that the command line writes, too. */

#include "ui/students/tv-growth-export.h"

#include "workflows/tv-chart-build.h"
#include "workflows/tv-export-log.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH_PT 480
#define PICTURE_HEIGHT_PT 400
#define PICTURE_SCALE 2

typedef struct {
    TvWorkspace *workspace;
    GtkWindow *window;
    TvStore *store;
    char *student_uid;
    char *path; /* NULL: to paper */
    TvChartSet *charts;
} Export;

static void
export_free (Export *self)
{
    g_object_unref (self->workspace);
    g_clear_object (&self->window);
    g_clear_object (&self->store);
    g_free (self->student_uid);
    g_clear_pointer (&self->charts, tv_chart_set_unref);
    g_free (self->path);
    g_free (self);
}

static Export *
export_new (TvWorkspace *workspace, GtkWidget *parent, const char *path)
{
    GtkRoot *root = gtk_widget_get_root (parent);
    Export *self = g_new0 (Export, 1);

    self->workspace = g_object_ref (workspace);
    self->window = GTK_IS_WINDOW (root) ? g_object_ref (GTK_WINDOW (root)) : NULL;
    self->path = g_strdup (path);
    return self;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Export *export)
{
    cairo_t *cr = gtk_print_context_get_cairo_context (context);
    double width_pt, height_pt, scale;

    tv_chart_set_get_sheet_size (&width_pt, &height_pt);
    scale = MIN (gtk_print_context_get_width (context) / width_pt,
                 gtk_print_context_get_height (context) / height_pt);
    cairo_scale (cr, scale, scale);
    tv_chart_set_draw_sheet (export->charts, cr, (guint) page);
}

static void
print (Export *export)
{
    g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
    g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
    g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
    g_autoptr (GError) error = NULL;
    double width_pt, height_pt;

    tv_chart_set_get_sheet_size (&width_pt, &height_pt);
    gtk_page_setup_set_paper_size (setup, paper);
    gtk_page_setup_set_orientation (setup, width_pt > height_pt ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                : GTK_PAGE_ORIENTATION_PORTRAIT);
    gtk_print_operation_set_default_page_setup (operation, setup);
    gtk_print_operation_set_use_full_page (operation, TRUE);
    gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
    gtk_print_operation_set_job_name (operation, export->charts->title);
    gtk_print_operation_set_n_pages (operation, (int) export->charts->charts->len);
    g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), export);
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, export->window,
                             &error);
    tv_workspace_tell_error (export->workspace, error);
}

/* What leaves the window is entered in the book's history first. */
static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Export *export = data;
    GError *error = NULL;

    if (tv_export_log (export->store, TV_EXPORT_CHART, export->student_uid, &error)
        && (!export->path || tv_chart_set_write (export->charts, export->path, &error)))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Export *export = g_task_get_task_data (G_TASK (result));
    g_autoptr (GError) error = NULL;
    g_autofree char *name = NULL, *sentence = NULL;

    if (!g_task_propagate_boolean (G_TASK (result), &error)) {
        tv_workspace_tell_error (export->workspace, error);
        return;
    }
    if (!export->path) {
        print (export);
        return;
    }
    name = g_filename_display_basename (export->path);
    /* Translators: %s is the name of a file. */
    sentence = g_strdup_printf (_ ("%s was written. It holds personal data of a child."), name);
    tv_workspace_tell (export->workspace, sentence, FALSE);
}

static void
built_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Export *export = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GTask) task = NULL;

    export->charts = tv_chart_build_finish (TV_STORE (source), result, &error);
    if (!export->charts) {
        tv_workspace_tell_error (export->workspace, error);
        export_free (export);
        return;
    }
    task = g_task_new (NULL, NULL, written_cb, NULL);
    g_task_set_task_data (task, export, (GDestroyNotify) export_free);
    g_task_run_in_thread (task, write_in_thread);
}

static void
build (Export *export, const char *student_uid, TvMeasure measure)
{
    export->store = g_object_ref (tv_workspace_get_store (export->workspace));
    export->student_uid = g_strdup (student_uid);
    tv_chart_build_async (export->store, measure, student_uid, NULL, NULL, built_cb, export);
}

/**
 * tv_growth_export_print:
 * @student_uid: the child
 * @measure: what is shown
 * @parent: a widget of the window that asks
 */
void
tv_growth_export_print (TvWorkspace *workspace, const char *student_uid, TvMeasure measure,
                        GtkWidget *parent)
{
    build (export_new (workspace, parent, NULL), student_uid, measure);
}

typedef struct {
    TvWorkspace *workspace;
    GtkWidget *parent;
    char *student_uid;
    TvMeasure measure;
} Choosing;

static void
choosing_free (gpointer data, GClosure *closure)
{
    Choosing *self = data;

    g_object_unref (self->workspace);
    g_object_unref (self->parent);
    g_free (self->student_uid);
    g_free (self);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, Choosing *choosing)
{
    g_autoptr (GFile) file = NULL;
    g_autofree char *path = NULL;

    if (response == GTK_RESPONSE_ACCEPT) {
        file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
        path = file ? g_file_get_path (file) : NULL;
    }
    if (path)
        build (export_new (choosing->workspace, choosing->parent, path), choosing->student_uid,
               choosing->measure);
    g_object_unref (dialog);
}

/**
 * tv_growth_export_save:
 * @student_uid: the child
 * @measure: what is shown
 * @name: the child's name, for the file's
 * @parent: a widget of the window that asks
 */
void
tv_growth_export_save (TvWorkspace *workspace, const char *student_uid, TvMeasure measure,
                       const char *name, GtkWidget *parent)
{
    GtkRoot *root = gtk_widget_get_root (parent);
    GtkFileChooserNative *chooser
        = gtk_file_chooser_native_new (_ ("Save the growth chart"), GTK_WINDOW (root),
                                       GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
    g_autofree char *file_name = g_strdup_printf ("%s - %s.pdf", name, tv_measure_label (measure));
    Choosing *choosing = g_new0 (Choosing, 1);

    choosing->workspace = g_object_ref (workspace);
    choosing->parent = g_object_ref (parent);
    choosing->student_uid = g_strdup (student_uid);
    choosing->measure = measure;
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
    g_signal_connect_data (chooser, "response", G_CALLBACK (file_chosen_cb), choosing,
                           choosing_free, 0);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * tv_growth_export_draw:
 *
 * Returns: (transfer full): the chart as a picture in print colours
 */
GdkTexture *
tv_growth_export_draw (TvGrowthChart *chart)
{
    int width = PICTURE_WIDTH_PT * PICTURE_SCALE, height = PICTURE_HEIGHT_PT * PICTURE_SCALE;
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create (surface);
    gsize stride = (gsize) cairo_image_surface_get_stride (surface);
    g_autoptr (GBytes) bytes = NULL;

    cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
    tv_growth_chart_draw (chart, cr, PICTURE_WIDTH_PT, PICTURE_HEIGHT_PT,
                          tv_theme_get (TV_THEME_PRINT_COLOUR));
    cairo_destroy (cr);
    cairo_surface_flush (surface);
    bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
    cairo_surface_destroy (surface);
    return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
