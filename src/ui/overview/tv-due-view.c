/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose turn it is to be weighed, on the overview. */

#include "ui/overview/tv-due-view.h"

#include "ui/widgets/tv-fact-row.h"
#include "workflows/tv-due-list.h"

#include <glib/gi18n.h>

struct _TvDueView {
    AdwBin parent_instance;

    TvWorkspace *workspace; /* (nullable): that is asked about */
    TvDueList *due;         /* (nullable) */
    GCancellable *reading;
    GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TvDueView, tv_due_view, ADW_TYPE_BIN)

/* In the order of TvDueTime. */
static const char *const titles[TV_DUE_N_LISTED] = {
    NC_ ("due", "Overdue"),
    NC_ ("due", "This week"),
    NC_ ("due", "Next week"),
    NC_ ("due", "In the two weeks after"),
};

/* What the list of these children is headed by. */
static const char *const headings[TV_DUE_N_LISTED] = {
    N_ ("Overdue to be weighed"),
    N_ ("To be weighed this week"),
    N_ ("To be weighed next week"),
    N_ ("To be weighed in the two weeks after the next"),
};

static void
add_row (TvDueView *self, TvDueTime time)
{
    const GArray *children = self->due->children[time];
    g_autofree char *count = g_strdup_printf ("%u", children->len);
    GtkWidget *row = tv_fact_row_new (time == TV_DUE_OVERDUE ? "tv-waiting-symbolic" : NULL,
                                      g_dpgettext2 (NULL, "due", titles[time]));

    tv_fact_row_set_value (TV_FACT_ROW (row), count);
    tv_fact_row_set_leads_on (TV_FACT_ROW (row), children->len > 0);
    gtk_list_box_append (self->list, row);
}

static void
show (TvDueView *self)
{
    GtkWidget *row;

    while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
        gtk_list_box_remove (self->list, row);
    for (int time = 0; time < TV_DUE_N_LISTED; time++)
        add_row (self, (TvDueTime) time);
    gtk_widget_set_visible (GTK_WIDGET (self), self->due->n_students > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvDueView) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvDueList) due = tv_due_list_read_finish (TV_STORE (source), result, &error);

    if (!self->workspace || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!due) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    g_clear_pointer (&self->due, tv_due_list_unref);
    self->due = g_steal_pointer (&due);
    show (self);
}

static void
activated_cb (TvDueView *self, GtkListBoxRow *row)
{
    int time = gtk_list_box_row_get_index (row);
    const GArray *children = self->due->children[time];

    if (children->len > 0)
        tv_workspace_show_children (self->workspace, _ (headings[time]),
                                    (const gint64 *) (gpointer) children->data, children->len);
}

static void
tv_due_view_dispose (GObject *object)
{
    TvDueView *self = TV_DUE_VIEW (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->due, tv_due_list_unref);
    G_OBJECT_CLASS (tv_due_view_parent_class)->dispose (object);
}

static void
tv_due_view_class_init (TvDueViewClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_due_view_dispose;
}

static GtkWidget *
make_title (void)
{
    GtkWidget *title = gtk_label_new (_ ("Due to be weighed"));

    gtk_label_set_xalign (GTK_LABEL (title), 0);
    gtk_widget_add_css_class (title, "title-4");
    gtk_widget_set_tooltip_text (title, _ ("Every month under 24 months, every quarter up to 6 "
                                           "years, twice a school year afterwards"));
    return title;
}

static void
tv_due_view_init (TvDueView *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
    GtkWidget *title = make_title ();

    self->list = GTK_LIST_BOX (gtk_list_box_new ());
    gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
    g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
    gtk_box_append (GTK_BOX (box), title);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
    adw_bin_set_child (ADW_BIN (self), box);
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tv_due_view_refresh:
 * @self: the view
 * @workspace: the open book, whose chosen year is asked about
 *
 * Only the year that goes on has due dates.
 */
void
tv_due_view_refresh (TvDueView *self, TvWorkspace *workspace)
{
    TvSchoolYear *year = tv_workspace_get_year (workspace);
    TvStore *store = tv_workspace_get_store (workspace);

    g_return_if_fail (TV_IS_DUE_VIEW (self));
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    g_set_object (&self->workspace, workspace);
    if (!year || year->first_year != tv_school_year_of_date (tv_workspace_today (workspace))) {
        gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
        return;
    }
    self->reading = g_cancellable_new ();
    tv_due_list_read_async (store, year->id, self->reading, read_cb, g_object_ref (self));
}
