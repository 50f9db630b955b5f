/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The age and the place of the last backup, at the foot of the overview. */

#include "ui/overview/tv-backup-line.h"

#include "ui/shell/tv-settings.h"
#include "workflows/tv-backup-keep.h"

#include <glib/gi18n.h>

struct _TvBackupLine {
    AdwBin parent_instance;

    TvClock *clock; /* (nullable): of the book that is asked about */
    GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TvBackupLine, tv_backup_line, ADW_TYPE_BIN)

static void
show (TvBackupLine *self, const TvBackupState *state)
{
    int age_days = tv_backup_state_age_days (state, self->clock);
    gboolean is_old = age_days < 0 || age_days > TV_BACKUP_OLD_DAYS;
    g_autofree char *sentence = tv_backup_state_sentence (state);
    g_autofree char *warning = NULL;

    if (is_old && age_days >= 0)
        /* Translators: %1$s is a sentence, %2$d a number of days */
        warning = g_strdup_printf (ngettext ("%1$s That is %2$d day ago: back the book up.",
                                             "%1$s That is %2$d days ago: back the book up.",
                                             (gulong) age_days),
                                   sentence, age_days);
    gtk_label_set_label (self->label, warning ? warning : sentence);
    if (is_old) {
        gtk_widget_add_css_class (GTK_WIDGET (self->label), "warning");
        gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
    } else {
        gtk_widget_remove_css_class (GTK_WIDGET (self->label), "warning");
        gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
    }
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvBackupLine) self = user_data;
    g_autoptr (TvBackupState) state = tv_backup_state_read_finish (result);

    if (self->clock)
        show (self, state);
}

static void
tv_backup_line_dispose (GObject *object)
{
    g_clear_pointer (&TV_BACKUP_LINE (object)->clock, tv_clock_unref);
    G_OBJECT_CLASS (tv_backup_line_parent_class)->dispose (object);
}

static void
tv_backup_line_class_init (TvBackupLineClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_backup_line_dispose;
}

static void
tv_backup_line_init (TvBackupLine *self)
{
    self->label = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_wrap (self->label, TRUE);
    gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
    gtk_label_set_xalign (self->label, 0);
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tv_backup_line_refresh:
 * @self: the line
 * @workspace: the open book
 *
 * Nothing is said of a practice school, which has no backups, nor to whoever can make none.
 */
void
tv_backup_line_refresh (TvBackupLine *self, TvWorkspace *workspace)
{
    TvStore *store = tv_workspace_get_store (workspace);
    TvSchool *school = tv_workspace_get_school (workspace);
    g_autofree char *second = NULL;

    g_return_if_fail (TV_IS_BACKUP_LINE (self));
    if (!store || !school || school->is_practice
        || !tv_workspace_may (workspace, TV_RIGHT_BACK_UP)) {
        gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
        return;
    }
    second = g_settings_get_string (tv_settings_get (), "second-backup-folder");
    g_clear_pointer (&self->clock, tv_clock_unref);
    self->clock = tv_clock_ref (tv_store_clock (store));
    tv_backup_state_read_async (tv_store_folder (store), second, read_cb, g_object_ref (self));
}
