/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Preferences: what belongs to this machine goes into the settings, what belongs to the school
 * into its book. There is no Save button; each change can be taken back. */

#include "ui/settings/tv-preferences-window.h"

#include "base/tv-text.h"
#include "ui/settings/tv-backup-group.h"
#include "ui/settings/tv-people-group.h"
#include "ui/settings/tv-protection-group.h"
#include "ui/settings/tv-target-group.h"
#include "ui/shell/tv-application.h"
#include "ui/shell/tv-settings.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-folder-warning.h"
#include "workflows/tv-preferences.h"

#include <glib/gi18n.h>

struct _TvPreferencesWindow {
    AdwPreferencesWindow parent_instance;

    TvWorkspace *workspace;
    TvPreferences *preferences;
    AdwToast *undo_toast; /* (nullable): offers to take the last change back */
    gboolean is_updating; /* a choice that the program makes is none of the person */

    AdwComboRow *language_row;
    AdwComboRow *order_row;
    AdwActionRow *folder_row;
    TvBackupGroup *backup_group;
    GtkEditable *name_row;
    AdwComboRow *level_row;
    GtkEditable *authority_row;
    GtkEditable *address_row;
    GtkEditable *principal_row;
    GtkEditable *nurse_row;
    AdwComboRow *rule_row;
    TvProtectionGroup *protection_group;
    TvPeopleGroup *people_group;
    AdwComboRow *lock_row;
    AdwPreferencesPage *school_page;
    AdwPreferencesPage *targets_page;
    TvTargetGroup *target_group;
};

G_DEFINE_FINAL_TYPE (TvPreferencesWindow, tv_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* A closed window is gone only with its last reference, so work under way holds none. */
static gpointer
watch (TvPreferencesWindow *self)
{
    GWeakRef *watcher = g_new (GWeakRef, 1);

    g_weak_ref_init (watcher, self);
    return watcher;
}

static TvPreferencesWindow *
end_watch (gpointer data)
{
    TvPreferencesWindow *self = g_weak_ref_get (data);

    g_weak_ref_clear (data);
    g_free (data);
    return self;
}

static void
tell_saved (TvPreferencesWindow *self)
{
    AdwToast *toast = adw_toast_new (_ ("Saved"));

    g_set_object (&self->undo_toast, toast);
    adw_toast_set_button_label (toast, _ ("Undo"));
    adw_toast_set_action_name (toast, "preferences.undo");
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static void
tell (TvPreferencesWindow *self, const char *sentence)
{
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (sentence));
}

static void
tell_failed (TvPreferencesWindow *self, const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);

    tell (self, sentence);
}

/* Who can sign in follows from it. */
static void
protection_changed_cb (TvPreferencesWindow *self)
{
    tv_people_group_reload (self->people_group);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvPreferencesWindow) self = end_watch (user_data);
    g_autoptr (GError) error = NULL;
    gboolean is_saved = tv_preferences_save_finish (TV_STORE (source), result, &error);

    if (!self) {
        if (!is_saved)
            g_warning ("%s", error->message);
        return;
    }
    if (is_saved)
        tell_saved (self);
    else
        tell_failed (self, error);
}

static void
set_text (GtkEditable *row, const char *text)
{
    if (g_strcmp0 (gtk_editable_get_text (row), text ? text : "") != 0)
        gtk_editable_set_text (row, text ? text : "");
}

static void
show_school (TvPreferencesWindow *self)
{
    const TvSchool *school = self->preferences->school;

    set_text (self->name_row, school->name);
    set_text (self->authority_row, school->authority);
    set_text (self->address_row, school->address);
    set_text (self->principal_row, school->principal);
    set_text (self->nurse_row, school->nurse);
    adw_combo_row_set_selected (self->level_row, school->level);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvPreferencesWindow) self = end_watch (user_data);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvPreferences) loaded
        = tv_preferences_load_finish (TV_STORE (source), result, &error);

    if (!self)
        return;
    if (!loaded) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    g_clear_pointer (&self->preferences, tv_preferences_unref);
    self->preferences = g_steal_pointer (&loaded);
    self->is_updating = TRUE;
    show_school (self);
    adw_combo_row_set_selected (self->rule_row, self->preferences->overweight_rule);
    self->is_updating = FALSE;
}

static void
folder_judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvPreferencesWindow) self = end_watch (user_data);
    g_autofree char *warning = tv_folder_warning_finish (result);
    g_autofree char *text = NULL;

    if (!self || !warning || !self->folder_row)
        return;
    text = g_strdup_printf ("%s\n%s", adw_action_row_get_subtitle (self->folder_row), warning);
    adw_action_row_set_subtitle (self->folder_row, text);
    gtk_widget_add_css_class (GTK_WIDGET (self->folder_row), "warning");
}

static void
show_folder (TvPreferencesWindow *self)
{
    const char *folder = tv_store_folder (tv_workspace_get_store (self->workspace));

    adw_action_row_set_subtitle (self->folder_row, folder);
    tv_folder_warning_async (folder, TV_FOLDER_FOR_BOOK, NULL, folder_judged_cb, watch (self));
}

static void
load (TvPreferencesWindow *self)
{
    tv_preferences_load_async (tv_workspace_get_store (self->workspace), NULL, loaded_cb,
                               watch (self));
}

static void
changed_cb (TvPreferencesWindow *self, guint topics)
{
    g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

    /* Its button would take another change back than the one it tells of. */
    if (toast)
        adw_toast_dismiss (toast);
    if (topics & (TV_TOPIC_SCHOOL | TV_TOPIC_SETTINGS))
        load (self);
}

static char *
read_row (GtkEditable *row)
{
    g_autofree char *text = tv_text_clean (gtk_editable_get_text (row));

    return *text ? g_steal_pointer (&text) : NULL;
}

static void
save_school (TvPreferencesWindow *self)
{
    TvSchool values = *self->preferences->school;
    g_autofree char *name = read_row (self->name_row);
    g_autofree char *authority = read_row (self->authority_row);
    g_autofree char *address = read_row (self->address_row);
    g_autofree char *principal = read_row (self->principal_row);
    g_autofree char *nurse = read_row (self->nurse_row);

    values.name = name ? name : values.name;
    values.level = (TvLevel) adw_combo_row_get_selected (self->level_row);
    values.authority = authority;
    values.address = address;
    values.principal = principal;
    values.nurse = nurse;
    tv_preferences_save_school_async (tv_workspace_get_store (self->workspace), &values, saved_cb,
                                      watch (self));
}

static gboolean
is_edited (GtkEditable *row, const char *saved)
{
    g_autofree char *text = read_row (row);

    return g_strcmp0 (text ? text : "", saved ? saved : "") != 0;
}

static void
save_edited_school (TvPreferencesWindow *self)
{
    const TvSchool *school = self->preferences ? self->preferences->school : NULL;

    if (!school)
        return;
    if (is_edited (self->name_row, school->name)
        || is_edited (self->authority_row, school->authority)
        || is_edited (self->address_row, school->address)
        || is_edited (self->principal_row, school->principal)
        || is_edited (self->nurse_row, school->nurse))
        save_school (self);
}

/* A school has a name: an emptied line gives the old one back. */
static void
row_left_cb (TvPreferencesWindow *self)
{
    g_autofree char *name = NULL;

    if (self->is_updating || !self->preferences)
        return;
    name = read_row (self->name_row);
    if (!name)
        set_text (self->name_row, self->preferences->school->name);
    save_edited_school (self);
}

static gboolean
close_requested_cb (TvPreferencesWindow *self)
{
    row_left_cb (self);
    self->is_updating = TRUE;
    return FALSE;
}

static void
save_when_left (TvPreferencesWindow *self, GtkEditable *row)
{
    GtkEventController *focus = gtk_event_controller_focus_new ();

    g_signal_connect_object (focus, "leave", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
level_selected_cb (TvPreferencesWindow *self)
{
    if (!self->is_updating && self->preferences)
        save_school (self);
}

static void
rule_selected_cb (TvPreferencesWindow *self)
{
    if (!self->is_updating && self->preferences)
        tv_preferences_save_overweight_rule_async (
            tv_workspace_get_store (self->workspace),
            (TvOverweightRule) adw_combo_row_get_selected (self->rule_row), saved_cb, watch (self));
}

static void
order_selected_cb (TvPreferencesWindow *self)
{
    if (!self->is_updating)
        g_settings_set_enum (tv_settings_get (), "entry-order",
                             (int) adw_combo_row_get_selected (self->order_row));
}

/* What can be chosen, in minutes; 0: never. */
static const guint lock_minutes[] = { 2, 5, 10, 15, 30, 60, 0 };

static void
lock_selected_cb (TvPreferencesWindow *self)
{
    guint chosen = adw_combo_row_get_selected (self->lock_row);

    if (!self->is_updating && chosen < G_N_ELEMENTS (lock_minutes))
        g_settings_set_uint (tv_settings_get (), "lock-after-minutes", lock_minutes[chosen]);
}

static void
fill_lock_choices (TvPreferencesWindow *self)
{
    g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
    guint minutes = g_settings_get_uint (tv_settings_get (), "lock-after-minutes");
    guint chosen = 0;

    for (guint i = 0; i < G_N_ELEMENTS (lock_minutes); i++) {
        g_autofree char *text = g_strdup_printf (
            ngettext ("After %u minute", "After %u minutes", lock_minutes[i]), lock_minutes[i]);

        gtk_string_list_append (choices, lock_minutes[i] ? text : _ ("Never"));
        if (lock_minutes[i] && lock_minutes[i] <= minutes)
            chosen = i;
    }
    adw_combo_row_set_model (self->lock_row, G_LIST_MODEL (choices));
    adw_combo_row_set_selected (self->lock_row, minutes ? chosen : G_N_ELEMENTS (lock_minutes) - 1);
}

/* Whoever may not change the book has no use for what is changed there. */
static void
show_rights (TvPreferencesWindow *self)
{
    AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (self);

    gtk_widget_set_visible (GTK_WIDGET (self->backup_group),
                            tv_workspace_may (self->workspace, TV_RIGHT_BACK_UP));
    if (tv_workspace_may (self->workspace, TV_RIGHT_EDIT_BOOK))
        return;
    adw_preferences_window_remove (window, self->school_page);
    adw_preferences_window_remove (window, self->targets_page);
}

static void
language_selected_cb (TvPreferencesWindow *self)
{
    TvLanguage language = (TvLanguage) adw_combo_row_get_selected (self->language_row);
    GApplication *application = g_application_get_default ();

    if (!self->is_updating && TV_IS_APPLICATION (application))
        tv_application_change_language (TV_APPLICATION (application), language);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

    if (parent)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL);
}

static void
fill_choices (TvPreferencesWindow *self)
{
    g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);
    g_autoptr (GtkStringList) rules = gtk_string_list_new (NULL);

    for (int level = TV_LEVEL_KINDERGARTEN; level <= TV_LEVEL_WARD; level++)
        gtk_string_list_append (levels, tv_level_label ((TvLevel) level));
    gtk_string_list_append (rules, tv_overweight_rule_label (TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT));
    gtk_string_list_append (rules, tv_overweight_rule_label (TV_OVERWEIGHT_BY_BMI_FOR_AGE));
    adw_combo_row_set_model (self->level_row, G_LIST_MODEL (levels));
    adw_combo_row_set_model (self->rule_row, G_LIST_MODEL (rules));
    adw_combo_row_set_selected (self->language_row, tv_language_get ());
    adw_combo_row_set_selected (self->order_row,
                                (guint) g_settings_get_enum (tv_settings_get (), "entry-order"));
    fill_lock_choices (self);
}

static void
tv_preferences_window_dispose (GObject *object)
{
    TvPreferencesWindow *self = TV_PREFERENCES_WINDOW (object);

    self->is_updating = TRUE;
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_PREFERENCES_WINDOW);
    g_clear_object (&self->undo_toast);
    g_clear_pointer (&self->preferences, tv_preferences_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_preferences_window_parent_class)->dispose (object);
}

static void
tv_preferences_window_class_init (TvPreferencesWindowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_PEOPLE_GROUP);
    g_type_ensure (TV_TYPE_BACKUP_GROUP);
    g_type_ensure (TV_TYPE_PROTECTION_GROUP);
    g_type_ensure (TV_TYPE_TARGET_GROUP);
    G_OBJECT_CLASS (class_)->dispose = tv_preferences_window_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-preferences-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, address_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, authority_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, backup_group);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, folder_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, language_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, level_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, lock_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, name_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, nurse_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, order_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, people_group);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, principal_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, protection_group);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, rule_row);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, school_page);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, target_group);
    gtk_widget_class_bind_template_child (widget_class, TvPreferencesWindow, targets_page);
    gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, lock_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, order_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, rule_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, close_requested_cb);
    gtk_widget_class_bind_template_callback (widget_class, save_edited_school);
    gtk_widget_class_bind_template_callback (widget_class, protection_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, tell);
    gtk_widget_class_bind_template_callback (widget_class, tell_failed);
    gtk_widget_class_bind_template_callback (widget_class, tell_saved);
    gtk_widget_class_install_action (widget_class, "preferences.undo", NULL, undo_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                         "preferences.undo", NULL);
}

static void
tv_preferences_window_init (TvPreferencesWindow *self)
{
    self->is_updating = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    fill_choices (self);
    save_when_left (self, self->name_row);
    save_when_left (self, self->authority_row);
    save_when_left (self, self->address_row);
    save_when_left (self, self->principal_row);
    save_when_left (self, self->nurse_row);
    self->is_updating = FALSE;
}

/**
 * tv_preferences_window_new:
 * @parent: the window whose book it is about
 * @workspace: the open book
 */
GtkWidget *
tv_preferences_window_new (GtkWindow *parent, TvWorkspace *workspace)
{
    TvPreferencesWindow *self
        = g_object_new (TV_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

    self->workspace = g_object_ref (workspace);
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
    show_rights (self);
    show_folder (self);
    tv_backup_group_set_workspace (self->backup_group, workspace);
    tv_protection_group_set_workspace (self->protection_group, workspace);
    tv_people_group_set_workspace (self->people_group, workspace);
    tv_target_group_set_workspace (self->target_group, workspace);
    load (self);
    return GTK_WIDGET (self);
}
