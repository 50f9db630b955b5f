/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar follows the workspace: a round opened on another page stands here at once. */

#include "ui/shell/tv-sidebar.h"

#include "ui/shell/tv-page-registry.h"
#include "ui/widgets/tv-steady-list.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

struct _TvSidebar {
    GtkBox parent_instance;

    TvWorkspace *workspace;
    GPtrArray *rounds;    /* of TvRound: those of the chosen year, as the drop-down lists them */
    gboolean is_updating; /* a selection that the program makes is no choice of the person */

    GtkLabel *school_label;
    GtkLabel *level_label;
    GtkDropDown *year_dropdown;
    GtkLabel *round_title;
    GtkDropDown *round_dropdown;
    GtkListBox *page_list;
};

G_DEFINE_FINAL_TYPE (TvSidebar, tv_sidebar, GTK_TYPE_BOX)

enum {
    PAGE_ACTIVATED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
lists_already (GtkDropDown *dropdown, GtkStringList *names)
{
    GListModel *model = gtk_drop_down_get_model (dropdown);
    guint n_names = g_list_model_get_n_items (G_LIST_MODEL (names));

    if (!GTK_IS_STRING_LIST (model) || g_list_model_get_n_items (model) != n_names)
        return FALSE;
    for (guint i = 0; i < n_names; i++) {
        if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                    gtk_string_list_get_string (names, i))
            != 0)
            return FALSE;
    }
    return TRUE;
}

/* A choice comes back here while the row that was pressed is still at work: a list that says the
 * same must stay, since a new one takes that row away under its own feet. */
static void
show_choices (GtkDropDown *dropdown, GtkStringList *names, guint selected, const char *none)
{
    gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (names)) == 0;

    if (is_empty)
        gtk_string_list_append (names, none);
    if (!lists_already (dropdown, names))
        gtk_drop_down_set_model (dropdown, G_LIST_MODEL (names));
    gtk_drop_down_set_selected (dropdown, is_empty ? 0 : selected);
    gtk_widget_set_sensitive (GTK_WIDGET (dropdown), !is_empty);
}

static void
show_years (TvSidebar *self, TvBookCover *cover)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    TvSchoolYear *chosen = tv_workspace_get_year (self->workspace);
    guint selected = 0;

    for (guint i = 0; i < cover->years->len; i++) {
        const TvSchoolYear *year = g_ptr_array_index (cover->years, i);

        gtk_string_list_take (names, tv_school_year_name (year->first_year));
        if (chosen && year->id == chosen->id)
            selected = i;
    }
    show_choices (self->year_dropdown, names, selected, _ ("No school year yet"));
}

/* The year stands above already; the first day says more than the year again. */
static char *
name_of_round (const TvRound *round, const TvSchoolYear *year)
{
    const char *dash = round->code ? strrchr (round->code, '-') : NULL;
    int number = dash ? atoi (dash + 1) : 0;
    g_autofree char *usual = tv_round_default_name (number, year->first_year);
    g_autofree char *day = NULL;

    if (g_strcmp0 (usual, round->name) != 0 || round->first_day == TV_DATE_NONE)
        return g_strdup (round->name);
    day = tv_date_to_text (round->first_day);
    /* Translators: a measuring round: its number in the year, its first day */
    return g_strdup_printf (_ ("Round %d · %s"), number, day);
}

static char *
round_label (const TvRound *round, const TvSchoolYear *year)
{
    g_autofree char *name = name_of_round (round, year);

    if (!round->is_closed)
        return g_steal_pointer (&name);
    /* The word for it stands above the choice. */
    return g_strdup_printf ("%s ✓", name);
}

static void
show_rounds (TvSidebar *self, TvBookCover *cover)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    TvRound *chosen = tv_workspace_get_round (self->workspace);
    guint selected = 0;

    g_ptr_array_set_size (self->rounds, 0);
    for (guint i = 0; i < cover->rounds->len; i++) {
        TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (!year || round->year_id != year->id)
            continue;
        if (chosen && round->id == chosen->id)
            selected = self->rounds->len;
        g_ptr_array_add (self->rounds, tv_round_ref (round));
        gtk_string_list_take (names, round_label (round, year));
    }
    gtk_label_set_label (self->round_title, chosen && chosen->is_closed
                                                ? _ ("Measuring round ✓ signed off")
                                                : _ ("Measuring round"));
    show_choices (self->round_dropdown, names, selected, _ ("No round yet"));
}

static void
show_pages (TvSidebar *self, gboolean is_kindergarten)
{
    guint index = 0;

    for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->page_list, 0); row;
         row = gtk_list_box_get_row_at_index (self->page_list, ++index)) {
        GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
        const TvPageEntry *entry = tv_page_registry_get (index);

        gtk_label_set_label (GTK_LABEL (label), tv_page_entry_title (entry, is_kindergarten));
        gtk_widget_set_visible (
            GTK_WIDGET (row),
            tv_page_entry_is_open_to (entry, tv_workspace_get_store (self->workspace)));
    }
}

static void
show_cover (TvSidebar *self)
{
    TvBookCover *cover = tv_workspace_get_cover (self->workspace);

    if (!cover)
        return;
    self->is_updating = TRUE;
    gtk_label_set_label (self->school_label, cover->school->name);
    gtk_label_set_label (self->level_label, tv_level_label (cover->school->level));
    show_years (self, cover);
    show_rounds (self, cover);
    show_pages (self, tv_workspace_is_kindergarten (self->workspace));
    self->is_updating = FALSE;
}

static GtkWidget *
make_page_row (const TvPageEntry *entry, guint index)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *label = gtk_label_new (tv_page_entry_title (entry, FALSE));
    GtkWidget *row = gtk_list_box_row_new ();
    g_autofree char *keys = g_strdup_printf ("Ctrl+%u", index + 1);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entry->icon_name));
    gtk_box_append (GTK_BOX (box), label);
    gtk_widget_set_tooltip_text (row, keys);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
    return row;
}

static void
year_selected_cb (TvSidebar *self)
{
    TvBookCover *cover = self->workspace ? tv_workspace_get_cover (self->workspace) : NULL;
    guint selected = gtk_drop_down_get_selected (self->year_dropdown);

    if (!self->is_updating && cover && selected < cover->years->len)
        tv_workspace_set_year (self->workspace, g_ptr_array_index (cover->years, selected));
}

static void
round_selected_cb (TvSidebar *self)
{
    guint selected = gtk_drop_down_get_selected (self->round_dropdown);

    if (!self->is_updating && selected < self->rounds->len)
        tv_workspace_set_round (self->workspace, g_ptr_array_index (self->rounds, selected));
}

static void
row_activated_cb (TvSidebar *self, GtkListBoxRow *row)
{
    const TvPageEntry *entry = tv_page_registry_get ((guint) gtk_list_box_row_get_index (row));

    g_signal_emit (self, signals[PAGE_ACTIVATED], 0, entry->code);
}

static void
tv_sidebar_dispose (GObject *object)
{
    TvSidebar *self = TV_SIDEBAR (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_SIDEBAR);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->rounds, g_ptr_array_unref);
    G_OBJECT_CLASS (tv_sidebar_parent_class)->dispose (object);
}

static void
tv_sidebar_class_init (TvSidebarClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    object_class->dispose = tv_sidebar_dispose;
    signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", TV_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

    gtk_widget_class_set_template_from_resource (widget_class,
                                                 "/io/github/tamvoc/TamVoc/ui/shell/tv-sidebar.ui");
    gtk_widget_class_bind_template_child (widget_class, TvSidebar, level_label);
    gtk_widget_class_bind_template_child (widget_class, TvSidebar, page_list);
    gtk_widget_class_bind_template_child (widget_class, TvSidebar, round_dropdown);
    gtk_widget_class_bind_template_child (widget_class, TvSidebar, round_title);
    gtk_widget_class_bind_template_child (widget_class, TvSidebar, school_label);
    gtk_widget_class_bind_template_child (widget_class, TvSidebar, year_dropdown);
    gtk_widget_class_bind_template_callback (widget_class, round_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
}

static void
tv_sidebar_init (TvSidebar *self)
{
    self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_round_unref);
    gtk_widget_init_template (GTK_WIDGET (self));
    for (guint i = 0; i < tv_page_registry_count (); i++)
        tv_steady_list_append (self->page_list, make_page_row (tv_page_registry_get (i), i));
}

/**
 * tv_sidebar_set_workspace:
 * @workspace: what the sidebar shows; it can be given only once
 */
void
tv_sidebar_set_workspace (TvSidebar *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_SIDEBAR (self) && !self->workspace);
    self->workspace = g_object_ref (workspace);
    g_signal_connect_object (workspace, "notify::cover", G_CALLBACK (show_cover), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (workspace, "notify::year", G_CALLBACK (show_cover), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (workspace, "notify::round", G_CALLBACK (show_cover), self,
                             G_CONNECT_SWAPPED);
    show_cover (self);
}

/**
 * tv_sidebar_select:
 * @page_index: place of the page that is shown
 */
void
tv_sidebar_select (TvSidebar *self, guint page_index)
{
    GtkListBoxRow *row;

    g_return_if_fail (TV_IS_SIDEBAR (self));
    row = gtk_list_box_get_row_at_index (self->page_list, (int) page_index);
    tv_steady_list_choose (self->page_list, row);
}
