/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/students/tv-child-view.h"
#include "ui/students/tv-roster-filter.h"
#include "ui/students/tv-students-page.h"
#include "workflows/tv-roster.h"

G_BEGIN_DECLS

struct _TvStudentsPage {
    GtkWidget parent_instance;

    TvWorkspace *workspace;

    GtkStack *stack;
    AdwStatusPage *empty_page;
    AdwLeaflet *leaflet;
    AdwFlap *class_flap;
    GtkWidget *list_box;
    GtkListBox *class_list;
    GtkSearchEntry *search_entry;
    GtkWidget *chip;
    GtkWidget *way_back_button;
    GtkLabel *chip_label;
    GtkLabel *chip_round_label;
    GtkLabel *count_label;
    GtkButton *add_button;
    GtkStack *roster_stack;
    AdwStatusPage *nothing_page;
    GtkWidget *whole_school_button;
    GtkColumnView *roster_view;
    GtkWidget *child_pane;
    TvChildView *child_view;
    GMenu *records_section;

    GListStore *items;
    TvRosterFilter *filter;
    GtkSingleSelection *selection;
    TvRoster *roster;
    gint64 class_id;   /* 0: all */
    gint64 student_id; /* 0: nobody */
    GCancellable *reading;
    GCancellable *child_reading;
    GCancellable *counting;
    TvRound *list_round; /* (nullable) whose values stand beside the listed children */
    char *way_back;      /* (nullable) code of the page that asked for them */
    gint64 chip_year_id; /* of the round in which the listed children were asked for */
    gint64 chip_round_id;
    gboolean is_counted;   /* whose record stands twice */
    gboolean wants_scroll; /* the child is to be shown as soon as it is listed */
    gboolean is_clicked;   /* the selection moves by the pointer, not by keys */
    gboolean wants_child;  /* in the place of the list, where there is no room for both */
    guint folding_idle;
    gboolean is_showing; /* lists change, but not by hand */
};

void _tv_students_page_read_roster (TvStudentsPage *self);
void _tv_students_page_renew_roster (TvStudentsPage *self);
void _tv_students_page_leave_list (TvStudentsPage *self);
void _tv_students_page_show_classes (TvStudentsPage *self);
void _tv_students_page_show_pane (TvStudentsPage *self);
void _tv_students_page_listing_changed (TvStudentsPage *self);
void _tv_students_page_choose_student (TvStudentsPage *self, gint64 student_id);
void _tv_students_page_count_records (TvStudentsPage *self);
void _tv_students_page_renumber (GtkWidget *widget, const char *name, GVariant *parameter);
void _tv_students_page_transfer_in (GtkWidget *widget, const char *name, GVariant *parameter);
void _tv_students_page_find_duplicates (GtkWidget *widget, const char *name, GVariant *parameter);
void _tv_students_page_select_student (TvStudentsPage *self, gboolean scrolls);

G_END_DECLS
