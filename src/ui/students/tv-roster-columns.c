/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the roster: what each says of a child and how it is sorted. */

#include "ui/students/tv-roster-columns.h"

#include "base/tv-date.h"
#include "base/tv-text.h"
#include "ui/students/tv-roster-item.h"
#include "ui/widgets/tv-class-badge.h"
#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>
#include <string.h>

/* Most names are no longer; rather the list moves sideways. */
#define NAME_CHARS 18

/* Of a result, of a class, and of what became of a child, which stands below the class. Nearly all
 * fit; what is longer is told by the tooltip. */
#define N_LINES 2

typedef char *(*WriteText) (const TvRosterEntry *entry);
typedef int (*CompareEntries) (const TvRosterEntry *a, const TvRosterEntry *b);

typedef struct {
    const char *title;
    const char *kindergarten_title; /* NULL: the same */
    WriteText write;                /* NULL: the class in words, as a badge */
    CompareEntries compare;
    int width; /* px; 0: what is left */
    float xalign;
    TvRosterRoom room;   /* how much there must be for it to be shown */
    gboolean is_wrapped; /* into a second line, where one is too short for it */
} Column;

static char *
write_roll (const TvRosterEntry *entry)
{
    return entry->enrolment->roll_number > 0 ? g_strdup_printf ("%d", entry->enrolment->roll_number)
                                             : g_strdup ("");
}

static char *
write_name (const TvRosterEntry *entry)
{
    return g_strdup (entry->student->name);
}

static char *
write_birth_date (const TvRosterEntry *entry)
{
    return entry->student->birth_date == TV_DATE_NONE
               ? g_strdup ("")
               : tv_date_to_text (entry->student->birth_date);
}

static char *
write_sex (const TvRosterEntry *entry)
{
    return g_strdup (tv_sex_label (entry->student->sex));
}

static char *
write_class (const TvRosterEntry *entry)
{
    if (!entry->gone)
        return g_strdup (entry->class_->name);
    return g_strdup_printf ("%s\n%s", entry->class_->name, entry->gone);
}

static char *
write_weight (const TvRosterEntry *entry)
{
    return tv_quantity_text (TV_QUANTITY_WEIGHT, entry->last ? entry->last->weight_g : 0);
}

static char *
write_height (const TvRosterEntry *entry)
{
    return tv_quantity_text (TV_QUANTITY_HEIGHT, entry->last ? entry->last->height_mm : 0);
}

static char *
write_day (const TvRosterEntry *entry)
{
    return entry->last ? tv_date_to_text (entry->last->date) : g_strdup ("");
}

static int
compare_ints (gint64 a, gint64 b)
{
    return (a > b) - (a < b);
}

static int
compare_rolls (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return compare_ints (a->enrolment->roll_number, b->enrolment->roll_number);
}

static int
compare_names (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return strcmp (a->sort_key, b->sort_key);
}

static int
compare_birth_dates (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return compare_ints (a->student->birth_date, b->student->birth_date);
}

static int
compare_sexes (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return compare_ints (a->student->sex, b->student->sex);
}

static int
compare_classes (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return compare_ints (a->class_->position, b->class_->position);
}

static int
compare_weights (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return compare_ints (a->last ? a->last->weight_g : 0, b->last ? b->last->weight_g : 0);
}

static int
compare_heights (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return compare_ints (a->last ? a->last->height_mm : 0, b->last ? b->last->height_mm : 0);
}

static int
compare_days (const TvRosterEntry *a, const TvRosterEntry *b)
{
    return compare_ints (a->last ? a->last->date : 0, b->last ? b->last->date : 0);
}

/* Who needs somebody's eye most comes last upwards, first downwards. */
static int
compare_concerns (const TvRosterEntry *a, const TvRosterEntry *b)
{
    static const int weights[] = {
        [TV_CONCERN_UNKNOWN] = 0,      [TV_CONCERN_NONE] = 1,        [TV_CONCERN_HIGH_MODERATE] = 2,
        [TV_CONCERN_LOW_MODERATE] = 3, [TV_CONCERN_HIGH_SEVERE] = 4, [TV_CONCERN_LOW_SEVERE] = 5,
        [TV_CONCERN_QUESTION] = 6,
    };

    return compare_ints (weights[a->concern], weights[b->concern]);
}

static const Column columns[] = {
    { NC_ ("column", "No."), NULL, write_roll, compare_rolls, 44, 1, TV_ROSTER_BESIDE_CHILD },
    { NC_ ("column", "Full name"), NULL, write_name, compare_names, 0, 0, TV_ROSTER_BESIDE_CHILD },
    { NC_ ("column", "Result"), NULL, NULL, compare_concerns, 188, 0, TV_ROSTER_BESIDE_CHILD },
    { NC_ ("column", "Class"), NC_ ("column", "Group or class"), write_class, compare_classes, 124,
      0, TV_ROSTER_NARROW, TRUE },
    { NC_ ("column", "Date of birth"), NULL, write_birth_date, compare_birth_dates, 96, 0,
      TV_ROSTER_WIDE },
    { NC_ ("column", "Sex"), NULL, write_sex, compare_sexes, 76, 0, TV_ROSTER_WIDE },
    { NC_ ("column", "kg"), NULL, write_weight, compare_weights, 60, 1, TV_ROSTER_NARROW },
    { NC_ ("column", "cm"), NULL, write_height, compare_heights, 60, 1, TV_ROSTER_NARROW },
    { NC_ ("column", "Measured on"), NULL, write_day, compare_days, 96, 0, TV_ROSTER_WIDE },
};

static void
make_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
    GtkWidget *label = gtk_inscription_new (NULL);

    gtk_inscription_set_xalign (GTK_INSCRIPTION (label), column->xalign);
    gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
    gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), column->width > 0 ? 2 : NAME_CHARS);
    gtk_list_item_set_child (item, label);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
    TvRosterItem *roster_item = gtk_list_item_get_item (item);
    g_autofree char *text = column->write (tv_roster_item_get_entry (roster_item));
    GtkWidget *label = gtk_list_item_get_child (item);

    gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
    gtk_widget_set_tooltip_text (label, column->xalign == 0 && *text ? text : NULL);
}

/* An inscription would give every row the height of two lines. */
static void
make_wrapped_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), column->xalign);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_lines (GTK_LABEL (label), N_LINES);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_list_item_set_child (item, label);
}

static void
bind_wrapped_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
    TvRosterItem *roster_item = gtk_list_item_get_item (item);
    g_autofree char *text = column->write (tv_roster_item_get_entry (roster_item));
    GtkWidget *label = gtk_list_item_get_child (item);

    gtk_label_set_text (GTK_LABEL (label), text);
    gtk_widget_set_tooltip_text (label, *text ? text : NULL);
}

static void
make_badge_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
    GtkWidget *badge = tv_class_badge_new ();

    tv_class_badge_set_lines (TV_CLASS_BADGE (badge), N_LINES);
    gtk_list_item_set_child (item, badge);
}

static void
bind_badge_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
    const TvRosterEntry *entry = tv_roster_item_get_entry (gtk_list_item_get_item (item));

    tv_class_badge_set (TV_CLASS_BADGE (gtk_list_item_get_child (item)), entry->concern,
                        entry->words);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const Column *column = user_data;

    return column->compare (tv_roster_item_get_entry ((TvRosterItem *) a),
                            tv_roster_item_get_entry ((TvRosterItem *) b));
}

static GtkListItemFactory *
make_factory (const Column *column)
{
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

    if (column->is_wrapped) {
        g_signal_connect (factory, "setup", G_CALLBACK (make_wrapped_cb), (gpointer) column);
        g_signal_connect (factory, "bind", G_CALLBACK (bind_wrapped_cb), (gpointer) column);
    } else if (column->write) {
        g_signal_connect (factory, "setup", G_CALLBACK (make_label_cb), (gpointer) column);
        g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), (gpointer) column);
    } else {
        g_signal_connect (factory, "setup", G_CALLBACK (make_badge_cb), NULL);
        g_signal_connect (factory, "bind", G_CALLBACK (bind_badge_cb), NULL);
    }
    return factory;
}

/**
 * tv_roster_columns_add:
 * @view: a list of #TvRosterItem
 * @is_kindergarten: whose words the titles use
 */
void
tv_roster_columns_add (GtkColumnView *view, gboolean is_kindergarten)
{
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        const Column *column = &columns[i];
        const char *title = is_kindergarten && column->kindergarten_title
                                ? column->kindergarten_title
                                : column->title;
        g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (
            g_dpgettext2 (NULL, "column", title), make_factory (column));
        g_autoptr (GtkSorter) sorter
            = GTK_SORTER (gtk_custom_sorter_new (compare_items, (gpointer) column, NULL));

        gtk_column_view_column_set_sorter (view_column, sorter);
        gtk_column_view_column_set_resizable (view_column, TRUE);
        if (column->width > 0)
            gtk_column_view_column_set_fixed_width (view_column, column->width);
        else
            gtk_column_view_column_set_expand (view_column, TRUE);
        gtk_column_view_append_column (view, view_column);
    }
}

/**
 * tv_roster_columns_set_room:
 * @room: how much there is; what a child is found by is always shown
 */
void
tv_roster_columns_set_room (GtkColumnView *view, TvRosterRoom room)
{
    GListModel *model = gtk_column_view_get_columns (view);

    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);
        gboolean is_shown = columns[i].room <= room;

        if (!column || columns[i].room == TV_ROSTER_BESIDE_CHILD)
            continue;
        gtk_column_view_column_set_visible (column, is_shown);
        /* GTK 4.8 keeps room for a hidden column whose width is fixed. */
        gtk_column_view_column_set_fixed_width (column, is_shown ? columns[i].width : -1);
    }
}
