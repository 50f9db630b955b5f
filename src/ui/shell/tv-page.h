/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* A page of the window. A page implements what it can be asked for; the rest does nothing. */
#define TV_TYPE_PAGE (tv_page_get_type ())
G_DECLARE_INTERFACE (TvPage, tv_page, TV, PAGE, GtkWidget)

struct _TvPageInterface {
    GTypeInterface parent_iface;

    void (*show_student) (TvPage *self, gint64 student_id);
    void (*show_class) (TvPage *self, gint64 class_id);
    void (*show_children) (TvPage *self, const char *title, TvRound *round,
                           const gint64 *student_ids, guint n_students);
    void (*set_way_back) (TvPage *self, const char *page);
    void (*show_report) (TvPage *self, const char *code, const char *class_name);
    void (*focus_search) (TvPage *self);
    gboolean (*has_half_typed) (TvPage *self);
};

void tv_page_show_student (TvPage *self, gint64 student_id);
void tv_page_show_class (TvPage *self, gint64 class_id);
void tv_page_show_children (TvPage *self, const char *title, const gint64 *student_ids,
                            guint n_students);
void tv_page_show_children_of_round (TvPage *self, const char *title, TvRound *round,
                                     const gint64 *student_ids, guint n_students);
void tv_page_set_way_back (TvPage *self, const char *page);
void tv_page_show_report (TvPage *self, const char *code, const char *class_name);
void tv_page_focus_search (TvPage *self);
gboolean tv_page_has_half_typed (TvPage *self);

G_END_DECLS
