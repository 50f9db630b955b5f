/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of those who act in the book, with what can be done about them. */

#include "ui/settings/tv-person-row.h"

#include <glib/gi18n.h>

struct _TvPersonRow {
    AdwActionRow parent_instance;

    TvPerson *person;
};

G_DEFINE_FINAL_TYPE (TvPersonRow, tv_person_row, ADW_TYPE_ACTION_ROW)

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
    g_signal_emit_by_name (row, g_action_get_name (G_ACTION (action)));
}

static void
tv_person_row_dispose (GObject *object)
{
    g_clear_pointer (&TV_PERSON_ROW (object)->person, tv_person_unref);
    G_OBJECT_CLASS (tv_person_row_parent_class)->dispose (object);
}

static void
tv_person_row_class_init (TvPersonRowClass *class_)
{
    static const char *const names[]
        = { "password-wanted", "removal-wanted", "end-wanted", "return-wanted" };

    G_OBJECT_CLASS (class_)->dispose = tv_person_row_dispose;
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_signal_new (names[i], TV_TYPE_PERSON_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
}

static void
tv_person_row_init (TvPersonRow *self)
{
}

static void
add_entry (TvPersonRow *self, GMenu *menu, GSimpleActionGroup *actions, const char *label,
           const char *name)
{
    g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);
    g_autofree char *detailed = g_strconcat ("person.", name, NULL);

    g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), self, 0);
    g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    g_menu_append (menu, label, detailed);
}

static void
add_entries (TvPersonRow *self, TvPeople *people, GMenu *menu, GSimpleActionGroup *actions)
{
    gboolean has_password = tv_people_has_password (people, self->person);

    if (!tv_person_acts_on (self->person, people->today))
        add_entry (self, menu, actions, _ ("Acts in the book again"), "return-wanted");
    if (!self->person->is_active)
        return;
    if (people->is_protected)
        add_entry (self, menu, actions, has_password ? _ ("New password…") : _ ("Give a password…"),
                   "password-wanted");
    if (has_password && self->person->id != people->actor->id)
        add_entry (self, menu, actions, _ ("Take the password away"), "removal-wanted");
    if (self->person->id != people->actor->id)
        add_entry (self, menu, actions, _ ("No longer acts in the book"), "end-wanted");
}

static void
add_menu (TvPersonRow *self, TvPeople *people)
{
    g_autoptr (GMenu) menu = g_menu_new ();
    g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
    /* Translators: %s is the name of a person */
    g_autofree char *title = g_strdup_printf (_ ("What to do about %s"), self->person->name);
    GtkWidget *button = gtk_menu_button_new ();

    add_entries (self, people, menu, actions);
    if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0) {
        g_object_ref_sink (button);
        g_object_unref (button);
        return;
    }
    gtk_widget_insert_action_group (GTK_WIDGET (self), "person", G_ACTION_GROUP (actions));
    gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_set_tooltip_text (button, title);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/**
 * tv_person_row_new:
 * @people: who acts in the book
 * @person: one of them
 * @can_edit: whether who is signed in may change anything about them
 */
GtkWidget *
tv_person_row_new (TvPeople *people, TvPerson *person, gboolean can_edit)
{
    TvPersonRow *self = g_object_new (TV_TYPE_PERSON_ROW, "use-markup", FALSE, NULL);
    g_autofree char *description = tv_people_describe (people, person);

    self->person = tv_person_ref (person);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), person->name);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), description);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
    if (!tv_person_acts_on (person, people->today))
        gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
    if (can_edit)
        add_menu (self, people);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), can_edit);
    return GTK_WIDGET (self);
}

TvPerson *
tv_person_row_get_person (TvPersonRow *self)
{
    g_return_val_if_fail (TV_IS_PERSON_ROW (self), NULL);
    return self->person;
}
