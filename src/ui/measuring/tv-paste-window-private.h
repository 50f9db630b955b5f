/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/measuring/tv-paste-item.h"
#include "ui/measuring/tv-paste-window.h"
#include "ui/widgets/tv-progress-dialog.h"

G_BEGIN_DECLS

struct _TvPasteWindow {
    AdwWindow parent_instance;

    TvStore *store;
    TvPastePlan *plan;
    GListStore *items; /* of TvPasteItem */
    GtkFilter *filter;
    GtkSingleSelection *selection;
    GCancellable *cancellable;
    TvProgressDialog *progress; /* unowned: a window; NULL while nothing is written */
    gboolean is_showing;        /* choices change, but not by hand */

    GtkWidget *content_box;
    GtkWidget *cancel_button;
    GtkWidget *take_button;
    GtkLabel *summary_label;
    GtkWidget *doubt_label;
    GtkBox *columns_box;
    GtkDropDown *mode_drop_down;
    GtkCheckButton *replace_check;
    GtkCheckButton *look_check;
    GtkColumnView *view;
    GtkColumnViewColumn *weight_column;
    GtkColumnViewColumn *height_column;
    GtkRevealer *near_revealer;
    GtkBox *near_box;
};

void _tv_paste_window_show (TvPasteWindow *self);
void _tv_paste_window_ticked (TvPasteWindow *self, TvPasteItem *item);
void _tv_paste_window_add_cells (TvPasteWindow *self);
void _tv_paste_window_show_columns (TvPasteWindow *self);
void _tv_paste_window_show_near (TvPasteWindow *self);

G_END_DECLS
