/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/overview/tv-backup-line.h"
#include "ui/overview/tv-due-view.h"
#include "ui/overview/tv-overview-page.h"
#include "workflows/tv-book-gaps.h"
#include "workflows/tv-overview.h"

G_BEGIN_DECLS

struct _TvOverviewPage {
    GtkWidget parent_instance;

    TvWorkspace *workspace;
    TvOverview *overview; /* NULL until it is worked out */
    TvBookGaps *gaps;     /* NULL until they are found */
    GCancellable *working;
    gboolean is_stale; /* something changed while another page was shown */

    GtkStack *stack;
    GtkLabel *round_label;
    GtkLabel *measured_label;
    GtkWidget *go_on_button;
    GtkWidget *no_round_box;
    GtkFlowBox *card_box;
    GtkWidget *no_target_box;
    GtkLabel *no_target_label;
    GtkWidget *small_box;
    GtkLabel *small_label;
    GtkLabel *rule_label;
    GtkWidget *list_box;
    GtkListBox *care_list;
    GtkListBox *coverage_list;
    GtkListBox *deadline_list;
    TvBackupLine *backup_line;
    TvDueView *due_view;
};

void _tv_overview_page_show_figures (TvOverviewPage *self);
void _tv_overview_page_show_what_is_known (TvOverviewPage *self);

G_END_DECLS
