/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The second step of a new school year. Thousands of children are in one list, of which only the
 * rows in sight are widgets. */

#include "ui/students/tv-year-children.h"

#include "base/tv-text.h"
#include "ui/students/tv-year-item.h"

#include <glib/gi18n.h>

struct _TvYearChildren {
    AdwBin parent_instance;

    TvYearTurn *turn; /* not owned: of the window */
    GListStore *items;
    GtkFilter *filter;
    char *query; /* folded */
    GtkSearchEntry *search_entry;
    GtkToggleButton *only_button;
    GtkLabel *count_label;
    gboolean is_binding; /* a choice shows what is decided, and decides nothing */
};

G_DEFINE_FINAL_TYPE (TvYearChildren, tv_year_children, ADW_TYPE_BIN)

/* What a single child can be told to do, in the order of the choices. */
static const TvYearFate choices[]
    = { TV_YEAR_GOES_ON, TV_YEAR_STAYS_DOWN, TV_YEAR_MOVES_AWAY, TV_YEAR_STOPS, TV_YEAR_WAITS };

/* The widgets of one row. */
typedef struct {
    TvYearChildren *view;
    GtkListItem *item;
    GtkLabel *name;
    GtkLabel *class_name;
    GtkLabel *birth_date;
    GtkDropDown *choice;
} Row;

static void
show_count (TvYearChildren *self)
{
    guint n = 0;
    g_autofree char *text = NULL;

    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
        g_autoptr (TvYearItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

        n += tv_year_turn_is_exception (self->turn, tv_year_item_get_child (item));
    }
    text = g_strdup_printf (ngettext ("%u child does not go with its class",
                                      "%u children do not go with their class", n),
                            n);
    gtk_label_set_label (self->count_label, text);
}

static gboolean
is_listed (gpointer item, gpointer user_data)
{
    TvYearChildren *self = user_data;

    if (gtk_toggle_button_get_active (self->only_button)
        && !tv_year_turn_is_exception (self->turn, tv_year_item_get_child (item)))
        return FALSE;
    return tv_year_item_matches (item, self->query ? self->query : "");
}

static void
filter_changed_cb (TvYearChildren *self)
{
    g_free (self->query);
    self->query = tv_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choice_cb (Row *row)
{
    TvYearItem *item = gtk_list_item_get_item (row->item);
    guint selected = gtk_drop_down_get_selected (row->choice);

    if (row->view->is_binding || !item || selected >= G_N_ELEMENTS (choices))
        return;
    tv_year_turn_set_child (row->view->turn, tv_year_item_get_child (item), choices[selected]);
    show_count (row->view);
}

static GtkLabel *
add_label (GtkWidget *box, int n_chars, gboolean is_dim)
{
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    if (n_chars > 0) {
        gtk_label_set_width_chars (GTK_LABEL (label), n_chars);
        gtk_label_set_max_width_chars (GTK_LABEL (label), n_chars);
    } else {
        gtk_widget_set_hexpand (label, TRUE);
    }
    if (is_dim)
        gtk_widget_add_css_class (label, "dim-label");
    gtk_box_append (GTK_BOX (box), label);
    return GTK_LABEL (label);
}

static GtkDropDown *
add_choice (GtkWidget *box)
{
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    GtkWidget *choice;

    gtk_string_list_append (words, _ ("With the class"));
    for (guint i = 1; i < G_N_ELEMENTS (choices); i++)
        gtk_string_list_append (words, tv_year_fate_label (choices[i]));
    choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
    gtk_widget_set_size_request (choice, 210, -1);
    gtk_box_append (GTK_BOX (box), choice);
    return GTK_DROP_DOWN (choice);
}

static void
setup_cb (TvYearChildren *self, GtkListItem *item)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    Row *row = g_new0 (Row, 1);

    gtk_widget_set_margin_start (box, 12);
    gtk_widget_set_margin_end (box, 12);
    row->view = self;
    row->item = item;
    row->name = add_label (box, 0, FALSE);
    row->class_name = add_label (box, 18, FALSE);
    row->birth_date = add_label (box, 10, TRUE);
    row->choice = add_choice (box);
    g_signal_connect_swapped (row->choice, "notify::selected", G_CALLBACK (choice_cb), row);
    gtk_list_item_set_child (item, box);
    gtk_list_item_set_activatable (item, FALSE);
    g_object_set_data_full (G_OBJECT (item), "tv-row", row, g_free);
}

static guint
index_of_choice (TvYearChildren *self, const TvYearChild *child)
{
    TvYearFate fate = tv_year_turn_is_exception (self->turn, child)
                          ? tv_year_turn_get_child (self->turn, child)
                          : TV_YEAR_GOES_ON;
    guint index = 0;

    while (choices[index] != fate)
        index++;
    return index;
}

static void
bind_cb (TvYearChildren *self, GtkListItem *item)
{
    Row *row = g_object_get_data (G_OBJECT (item), "tv-row");
    TvYearItem *year_item = gtk_list_item_get_item (item);
    const TvYearChild *child = tv_year_item_get_child (year_item);
    g_autofree char *day = child->student->birth_date != TV_DATE_NONE
                               ? tv_date_to_text (child->student->birth_date)
                               : NULL;

    self->is_binding = TRUE;
    gtk_label_set_label (row->name, child->student->name);
    gtk_label_set_label (row->class_name, tv_year_item_get_class_name (year_item));
    gtk_label_set_label (row->birth_date, day ? day : "");
    gtk_drop_down_set_selected (row->choice, index_of_choice (self, child));
    gtk_accessible_update_property (GTK_ACCESSIBLE (row->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    child->student->name, -1);
    self->is_binding = FALSE;
}

static GtkWidget *
make_list (TvYearChildren *self)
{
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    GtkFilterListModel *listed = gtk_filter_list_model_new (
        G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter)));
    GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (listed));
    GtkWidget *list, *window = gtk_scrolled_window_new ();

    g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
    list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
    gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
    gtk_widget_set_vexpand (window, TRUE);
    return window;
}

static GtkWidget *
make_bar (TvYearChildren *self)
{
    GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

    self->search_entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
    g_object_set (self->search_entry, "placeholder-text", _ ("Name or class"), "hexpand", TRUE,
                  NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name or class"), -1);
    self->count_label = GTK_LABEL (gtk_label_new (NULL));
    self->only_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("Only these")));
    g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (filter_changed_cb),
                             self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->only_button, "toggled", G_CALLBACK (filter_changed_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->search_entry));
    gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count_label));
    gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->only_button));
    return bar;
}

static void
tv_year_children_dispose (GObject *object)
{
    TvYearChildren *self = TV_YEAR_CHILDREN (object);

    adw_bin_set_child (ADW_BIN (self), NULL);
    g_clear_object (&self->items);
    g_clear_object (&self->filter);
    g_clear_pointer (&self->query, g_free);
    G_OBJECT_CLASS (tv_year_children_parent_class)->dispose (object);
}

static void
tv_year_children_class_init (TvYearChildrenClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_year_children_dispose;
}

static void
tv_year_children_init (TvYearChildren *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *clamp = adw_clamp_new ();
    GtkWidget *hint = gtk_label_new (_ ("Most children go with their class. Look for those who "
                                        "stay in the same grade, or do not come back."));

    self->items = g_list_store_new (TV_TYPE_YEAR_ITEM);
    self->filter = GTK_FILTER (gtk_custom_filter_new (is_listed, self, NULL));
    gtk_label_set_xalign (GTK_LABEL (hint), 0);
    gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
    gtk_box_append (GTK_BOX (box), hint);
    gtk_box_append (GTK_BOX (box), make_bar (self));
    gtk_box_append (GTK_BOX (box), make_list (self));
    adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
    adw_clamp_set_child (ADW_CLAMP (clamp), box);
    gtk_widget_set_margin_top (box, 12);
    gtk_widget_set_margin_start (box, 12);
    gtk_widget_set_margin_end (box, 12);
    adw_bin_set_child (ADW_BIN (self), clamp);
}

/**
 * tv_year_children_show:
 * @turn: (transfer none): what is decided; lives as long as it is shown
 */
void
tv_year_children_show (TvYearChildren *self, TvYearTurn *turn)
{
    TvYearProposal *proposal = tv_year_turn_get_proposal (turn);
    g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

    self->turn = turn;
    for (guint i = 0; i < proposal->children->len; i++)
        g_ptr_array_add (items, tv_year_item_new (proposal, i));
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                         items->pdata, items->len);
    show_count (self);
}
