/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page's menu offers about whole records: taking one in from another school, and putting
 * two of one child together. The menu says how many of those there are. */

#include "ui/students/tv-duplicates-window.h"
#include "ui/students/tv-students-page-private.h"
#include "ui/students/tv-transfer-reading.h"
#include "workflows/tv-duplicates.h"

#include <glib/gi18n.h>

/* Of more children it is looked for only when somebody asks. */
#define MAX_COUNTED 5000

static void
write_item (TvStudentsPage *self, guint n_pairs)
{
    g_autofree char *label = NULL;

    if (n_pairs > 0)
        /* Translators: a menu item; %u is how many pairs of records were found. */
        label = g_strdup_printf (ngettext ("_Records of one child (%u pair)…",
                                           "_Records of one child (%u pairs)…", n_pairs),
                                 n_pairs);
    g_menu_remove_all (self->records_section);
    g_menu_append (self->records_section, label ? label : _ ("_Records of one child…"),
                   "students.duplicates");
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvStudentsPage) self = user_data;
    g_autoptr (GPtrArray) pairs = tv_duplicates_find_finish (TV_STORE (source), result, NULL);

    if (pairs && self->records_section)
        write_item (self, pairs->len);
}

/**
 * _tv_students_page_count_records:
 *
 * Says in the menu how many children seem to stand in the book twice, where that may have changed:
 * not for each weight that is entered.
 */
void
_tv_students_page_count_records (TvStudentsPage *self)
{
    gboolean can_edit = tv_workspace_can_edit (self->workspace);

    if (self->is_counted)
        return;
    self->is_counted = TRUE;
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "students.transfer-in", can_edit);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "students.duplicates", can_edit);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "students.renumber", can_edit);
    write_item (self, 0);
    g_cancellable_cancel (self->counting);
    g_clear_object (&self->counting);
    if (!can_edit || !self->roster || self->roster->entries->len > MAX_COUNTED)
        return;
    self->counting = g_cancellable_new ();
    tv_duplicates_find_async (tv_workspace_get_store (self->workspace), self->counting, counted_cb,
                              g_object_ref (self));
}

/**
 * _tv_students_page_transfer_in:
 *
 * Asks for the record of a child who comes from another school.
 */
void
_tv_students_page_transfer_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (widget);

    tv_transfer_reading_choose (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)));
}

/**
 * _tv_students_page_find_duplicates:
 *
 * Shows which children seem to stand in the book twice.
 */
void
_tv_students_page_find_duplicates (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (widget);

    tv_duplicates_window_present (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)));
}
