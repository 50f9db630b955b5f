/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first step of a new school year: the classes one by one. The rows are made anew when another
 * year is to end. */

#include "ui/students/tv-year-classes.h"

#include <glib/gi18n.h>

/* Months before the new year's August in which turning it is no surprise. */
#define EARLY_DAYS 123

struct _TvYearClasses {
    AdwBin parent_instance;

    TvYearTurn *turn; /* not owned: of the window */
    gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TvYearClasses, tv_year_classes, ADW_TYPE_BIN)

enum {
    CHANGED,
    YEAR_CHOSEN,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a class can be told to do, in the order of its choices. */
static const TvYearFate choices[] = { TV_YEAR_GOES_ON, TV_YEAR_FINISHES, TV_YEAR_WAITS };

/* One class. */
typedef struct {
    TvYearClasses *view;
    guint index;
    GtkDropDown *choice;
    GtkEntry *entry;
} ClassRow;

static void
class_row_changed_cb (ClassRow *row)
{
    guint selected = gtk_drop_down_get_selected (row->choice);
    TvYearFate fate;

    /* A row that goes chooses nothing any more. */
    if (selected >= G_N_ELEMENTS (choices))
        return;
    fate = choices[selected];
    gtk_widget_set_visible (GTK_WIDGET (row->entry), fate == TV_YEAR_GOES_ON);
    if (row->view->is_filling)
        return;
    tv_year_turn_set_class (row->view->turn, row->index, fate,
                            gtk_editable_get_text (GTK_EDITABLE (row->entry)));
    g_signal_emit (row->view, signals[CHANGED], 0);
}

static guint
index_of_fate (TvYearFate fate)
{
    guint index = 0;

    while (choices[index] != fate)
        index++;
    return index;
}

static GtkDropDown *
make_choice (void)
{
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    GtkWidget *choice;

    for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
        gtk_string_list_append (words, tv_year_fate_label (choices[i]));
    choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
    gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
    return GTK_DROP_DOWN (choice);
}

static GtkWidget *
make_class_row (TvYearClasses *self, guint index)
{
    const TvYearClass *class_ = tv_year_turn_get_proposal (self->turn)->classes->pdata[index];
    const TvYearPromotion *promotion = tv_year_turn_get_class (self->turn, index);
    GtkWidget *widget = adw_action_row_new ();
    ClassRow *row = g_new0 (ClassRow, 1);
    g_autofree char *count = g_strdup_printf (
        ngettext ("%u child", "%u children", class_->n_children), class_->n_children);
    /* Translators: the name of a class of the new school year; %s is the class that goes into it.
     */
    g_autofree char *label = g_strdup_printf (_ ("New name of class %s"), class_->class_->name);

    row->view = self;
    row->index = index;
    row->choice = make_choice ();
    row->entry = GTK_ENTRY (gtk_entry_new ());
    g_object_set (widget, "use-markup", FALSE, "title", class_->class_->name, "subtitle", count,
                  NULL);
    gtk_drop_down_set_selected (row->choice, index_of_fate (promotion->fate));
    gtk_editable_set_text (GTK_EDITABLE (row->entry), promotion->name ? promotion->name : "");
    gtk_widget_set_valign (GTK_WIDGET (row->entry), GTK_ALIGN_CENTER);
    gtk_editable_set_width_chars (GTK_EDITABLE (row->entry), 20);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label, -1);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    class_->class_->name, -1);
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), GTK_WIDGET (row->entry));
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), GTK_WIDGET (row->choice));
    g_object_set_data_full (G_OBJECT (widget), "tv-class-row", row, g_free);
    g_signal_connect_swapped (row->choice, "notify::selected", G_CALLBACK (class_row_changed_cb),
                              row);
    g_signal_connect_swapped (row->entry, "changed", G_CALLBACK (class_row_changed_cb), row);
    class_row_changed_cb (row);
    return widget;
}

static AdwPreferencesGroup *
add_group (GtkWidget *box, const char *title, const char *description)
{
    GtkWidget *group = adw_preferences_group_new ();

    if (title)
        adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
    if (description) {
        g_autofree char *markup = g_markup_escape_text (description, -1);

        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
    }
    gtk_box_append (GTK_BOX (box), group);
    return ADW_PREFERENCES_GROUP (group);
}

static void
append_sentence (GString *text, char *sentence)
{
    g_autofree char *owned = sentence;

    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", owned);
}

static void
tell_placed (GString *text, const TvYearProposal *proposal, const char *next)
{
    guint n_left = proposal->children->len;

    if (proposal->n_placed == 0)
        return;
    append_sentence (
        text, g_strdup_printf (
                  /* Translators: %u is a number of children, %s a school year. */
                  ngettext ("%u child has its place in %s already.",
                            "%u children have their place in %s already.", proposal->n_placed),
                  proposal->n_placed, next));
    append_sentence (
        text, n_left > 0
                  ? g_strdup (_ ("Here are only those who have none yet."))
                  : g_strdup (_ ("All children of this school year have their place in the new "
                                 "one.")));
}

/* How things stand, in sentences one under another. */
static char *
describe (const TvYearProposal *proposal, TvDate today)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *old = tv_school_year_name (proposal->first_year);
    g_autofree char *next = tv_school_year_name (proposal->first_year + 1);
    TvDate begin = tv_year_last_day (proposal->first_year) + 1;

    /* Translators: both %s are school years, such as 2026-2027. */
    append_sentence (text, g_strdup_printf (_ ("From %s to %s: each class as it is called in the "
                                               "new year. What was measured stays with the old "
                                               "classes."),
                                            old, next));
    tell_placed (text, proposal, next);
    if (today < begin - EARLY_DAYS) {
        g_autofree char *day = tv_date_to_text (begin);

        /* Translators: the first %s is a school year, the second a date. */
        append_sentence (text, g_strdup_printf (_ ("%s begins only on %s."), next, day));
    }
    if (proposal->open_rounds)
        /* Translators: %s is the name of one or more measuring rounds. */
        append_sentence (text, g_strdup_printf (_ ("Not signed off yet: %s. Finish it first, so "
                                                   "that nobody is measured in a class that is "
                                                   "over."),
                                                proposal->open_rounds));
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
year_selected_cb (TvYearClasses *self, GParamSpec *pspec, AdwComboRow *row)
{
    const GArray *ids = g_object_get_data (G_OBJECT (row), "tv-year-ids");
    guint selected = adw_combo_row_get_selected (row);

    if (!self->is_filling && selected < ids->len)
        g_signal_emit (self, signals[YEAR_CHOSEN], 0, g_array_index (ids, gint64, selected));
}

static void
add_years (TvYearClasses *self, AdwPreferencesGroup *group, GPtrArray *years)
{
    GtkWidget *row = adw_combo_row_new ();
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    guint selected = 0;

    for (guint i = 0; i < years->len; i++) {
        const TvSchoolYear *year = g_ptr_array_index (years, i);

        if (year->id == tv_year_turn_get_proposal (self->turn)->year_id)
            selected = i;
        g_array_append_val (ids, year->id);
        gtk_string_list_take (names, tv_school_year_name (year->first_year));
    }
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("School year that ends"));
    adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
    g_object_set_data_full (G_OBJECT (row), "tv-year-ids", ids, (GDestroyNotify) g_array_unref);
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (year_selected_cb), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (group, row);
}

static void
last_day_changed_cb (TvYearClasses *self, GtkEditable *row)
{
    tv_year_turn_set_last_day (self->turn, tv_date_parse_typed (gtk_editable_get_text (row)));
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_last_day (TvYearClasses *self, GtkWidget *box)
{
    AdwPreferencesGroup *group = add_group (
        box, NULL,
        _ ("Whoever finishes school or leaves was here until this day; rounds before it keep "
           "counting them."));
    GtkWidget *row = adw_entry_row_new ();
    g_autofree char *day = tv_date_to_text (tv_year_turn_get_last_day (self->turn));

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Last day of those who leave"));
    gtk_editable_set_text (GTK_EDITABLE (row), day);
    g_signal_connect_object (row, "changed", G_CALLBACK (last_day_changed_cb), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (group, row);
}

static void
teachers_follow_cb (TvYearClasses *self, GParamSpec *pspec, GtkSwitch *toggle)
{
    tv_year_turn_set_teachers_follow (self->turn, gtk_switch_get_active (toggle));
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_teachers (TvYearClasses *self, GtkWidget *box)
{
    AdwPreferencesGroup *group = add_group (box, NULL, NULL);
    GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

    g_object_set (row, "title", _ ("Class teachers go on with their class"), "subtitle",
                  _ ("They then see the same children in the new class. Otherwise they see nothing "
                     "new until somebody gives them another class in the preferences."),
                  "activatable-widget", toggle, NULL);
    gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
    gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
    g_signal_connect_object (toggle, "notify::active", G_CALLBACK (teachers_follow_cb), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (group, row);
}

static void
add_classes (TvYearClasses *self, GtkWidget *box)
{
    const TvYearProposal *proposal = tv_year_turn_get_proposal (self->turn);
    AdwPreferencesGroup *group = add_group (box, _ ("Classes"), NULL);

    for (guint i = 0; i < proposal->classes->len; i++) {
        const TvYearClass *class_ = g_ptr_array_index (proposal->classes, i);

        if (class_->n_children > 0)
            adw_preferences_group_add (group, make_class_row (self, i));
    }
}

static GtkWidget *
wrap (GtkWidget *box)
{
    GtkWidget *window = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

    adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
    adw_clamp_set_child (ADW_CLAMP (clamp), box);
    gtk_widget_set_margin_top (clamp, 18);
    gtk_widget_set_margin_bottom (clamp, 18);
    gtk_widget_set_margin_start (clamp, 12);
    gtk_widget_set_margin_end (clamp, 12);
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), clamp);
    return window;
}

static void
tv_year_classes_class_init (TvYearClassesClass *class_)
{
    signals[CHANGED] = g_signal_new ("changed", TV_TYPE_YEAR_CLASSES, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
    signals[YEAR_CHOSEN] = g_signal_new ("year-chosen", TV_TYPE_YEAR_CLASSES, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tv_year_classes_init (TvYearClasses *self)
{
}

/**
 * tv_year_classes_show:
 * @turn: (transfer none): what is decided; lives as long as it is shown
 * @years: (element-type TvSchoolYear): those of the book
 * @today: the civil date
 */
void
tv_year_classes_show (TvYearClasses *self, TvYearTurn *turn, GPtrArray *years, TvDate today)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
    const TvYearProposal *proposal = tv_year_turn_get_proposal (turn);
    g_autofree char *description = describe (proposal, today);
    AdwPreferencesGroup *group;

    self->is_filling = TRUE;
    self->turn = turn;
    group = add_group (box, NULL, description);
    if (years->len > 1)
        add_years (self, group, years);
    if (proposal->children->len > 0) {
        add_classes (self, box);
        add_last_day (self, box);
        if (proposal->teachers->len > 0)
            add_teachers (self, box);
    }
    adw_bin_set_child (ADW_BIN (self), wrap (box));
    self->is_filling = FALSE;
}
