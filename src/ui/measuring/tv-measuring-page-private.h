/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/measuring/tv-measuring-drafts.h"
#include "ui/measuring/tv-measuring-grid.h"
#include "ui/measuring/tv-measuring-page.h"
#include "ui/measuring/tv-question-bar.h"
#include "ui/measuring/tv-round-signing.h"
#include "ui/measuring/tv-session-bar.h"
#include "workflows/tv-roster.h"

G_BEGIN_DECLS

struct _TvMeasuringPage {
    GtkWidget parent_instance;

    TvWorkspace *workspace;

    GtkStack *stack;
    GtkDropDown *class_drop_down;
    GtkLabel *round_label;
    GtkDropDown *order_drop_down;
    GtkButton *add_button;
    GtkButton *progress_button;
    GtkLabel *progress_label;
    GtkLevelBar *progress_bar;
    GtkButton *questions_button;
    GtkWidget *closed_label;
    GtkWidget *signing_button;
    GtkWidget *open_round_button;
    TvRoundSigning *signing;
    TvSessionBar *session_bar;
    TvMeasuringGrid *grid;
    TvQuestionBar *question_bar;

    gint64 round_id;    /* the chosen one's; 0: none */
    GPtrArray *classes; /* of TvRosterClass; the monthly weighing may stand among them */
    gint64 class_id;
    TvMeasuringSheet *sheet;
    TvMeasuringDrafts *drafts;
    gint64 dormant_class_id; /* of whose drafts in a closed round somebody was told; 0: none */
    GCancellable *classes_reading;
    GCancellable *sheet_reading;
    GPtrArray *held;      /* entries that wait for their day; NULL: nobody is asked for one */
    gboolean catches_up;  /* a child was chosen from those who were missed */
    guint n_saving;       /* entries on their way into the book */
    gboolean needs_sheet; /* an answer came while something was on its way */
    gint64 added_id;      /* a child that was just added; 0: none */
    gboolean wants_focus; /* the class was chosen, not only read again */
    gboolean is_showing;  /* choices change, but not by hand */
    gboolean is_signing;  /* the sign-off stands in place of the sheet */
    gint64 told_class_id; /* whose closed sheet somebody was told of; 0: none */
};

void
_tv_measuring_page_save (TvMeasuringPage *self, gint64 student_id, const TvMeasuringEntry *entry);
gboolean _tv_measuring_page_asks_for_day (TvMeasuringPage *self, gint64 student_id,
                                          const TvMeasuringEntry *entry);
gboolean _tv_measuring_page_asks_for_day_of_block (TvMeasuringPage *self);
void _tv_measuring_page_catch_up (TvMeasuringPage *self);
void _tv_measuring_page_show_missed (TvMeasuringPage *self);
void _tv_measuring_page_install_rounds (GtkWidgetClass *widget_class);
void _tv_measuring_page_connect_rounds (TvMeasuringPage *self);
void _tv_measuring_page_take_round (TvMeasuringPage *self);
void _tv_measuring_page_show_round (TvMeasuringPage *self);
void _tv_measuring_page_show_class (TvMeasuringPage *self);
void _tv_measuring_page_add_monthly (TvMeasuringPage *self);
gboolean
_tv_measuring_page_leads_to_monthly (TvMeasuringPage *self, const TvRosterClass *roster_class);
char *_tv_measuring_page_say_class (const TvRosterClass *roster_class);
void _tv_measuring_page_read_classes (TvMeasuringPage *self);
void _tv_measuring_page_read_sheet (TvMeasuringPage *self);
void _tv_measuring_page_show_progress (TvMeasuringPage *self);
TvMeasuringLine *_tv_measuring_page_find_line (TvMeasuringPage *self, gint64 student_id);
void _tv_measuring_page_connect_grid (TvMeasuringPage *self);
void _tv_measuring_page_install_paste (GtkWidgetClass *widget_class);
void _tv_measuring_page_connect_paste (TvMeasuringPage *self);
void _tv_measuring_page_go_on_pasting (TvMeasuringPage *self);
void _tv_measuring_page_show_paste (TvMeasuringPage *self);
void _tv_measuring_page_install_paper (GtkWidgetClass *widget_class);
void _tv_measuring_page_show_paper (TvMeasuringPage *self);
void _tv_measuring_page_choose_page (TvMeasuringPage *self);
void _tv_measuring_page_choose_class (TvMeasuringPage *self, gint64 class_id);
void _tv_measuring_page_focus_added (TvMeasuringPage *self);
void _tv_measuring_page_connect_classes (TvMeasuringPage *self);
void _tv_measuring_page_renew (GCancellable **cancellable);
void _tv_measuring_page_connect_drafts (TvMeasuringPage *self);
void _tv_measuring_page_bring_drafts (TvMeasuringPage *self);
void _tv_measuring_page_connect_signing (TvMeasuringPage *self);
void _tv_measuring_page_show_closed (TvMeasuringPage *self);
void _tv_measuring_page_open_signing (TvMeasuringPage *self);
gboolean _tv_measuring_page_can_measure (TvMeasuringPage *self);
void _tv_measuring_page_keep_own_class (TvMeasuringPage *self);
void _tv_measuring_page_show_rights (TvMeasuringPage *self);

G_END_DECLS
