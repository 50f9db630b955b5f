/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-sidebar.h"
#include "ui/shell/tv-window.h"
#include "ui/sign-in/tv-curtain.h"
#include "ui/sign-in/tv-sign-in-page.h"
#include "ui/widgets/tv-notice-bar.h"

G_BEGIN_DECLS

typedef struct _TvWindowBackups TvWindowBackups;

struct _TvWindow {
    AdwApplicationWindow parent_instance;

    TvWorkspace *workspace;
    char *first_page; /* NULL: the first of the list */

    GtkStack *door; /* the book, or the sign-in in its place */
    GtkWidget *book_view;
    TvSignInPage *sign_in_page;
    TvCurtain *curtain; /* (nullable): the book is locked */
    char *locked_by;    /* (nullable): uid of the person who was signed in then */
    guint names_timer;  /* until the names that were asked for are hidden again */

    AdwToastOverlay *toast_overlay;
    AdwToast *undo_toast; /* (nullable): offers to take the last change back */
    AdwLeaflet *leaflet;
    TvSidebar *sidebar;
    AdwWindowTitle *page_title;
    GtkStack *page_stack;
    GtkSpinner *spinner;
    GtkWidget *practice_banner;
    GtkWidget *lock_button;
    GtkLabel *person_label;
    GtkWidget *undo_button;
    GtkWidget *search_button;
    TvNoticeBar *names_banner;
    TvNoticeBar *read_only_banner;
    TvNoticeBar *folder_banner;
    TvNoticeBar *year_banner;
    char *judged_folder; /* (nullable): the folder that the notice was asked for */
    gboolean is_trying;  /* whether the book is still open elsewhere is being asked */
    TvWindowBackups *backups;
    gboolean is_testing_itself; /* the self-test runs, or its window is shown */
};

void _tv_window_install_actions (GtkWidgetClass *widget_class);
void _tv_window_follow_workspace (TvWindow *self);
void _tv_window_install_notices (GtkWidgetClass *widget_class);
void _tv_window_show_notices (TvWindow *self);
void _tv_window_start_backups (TvWindow *self);
void _tv_window_stop_backups (TvWindow *self);
void _tv_window_install_rights (GtkWidgetClass *widget_class);
void _tv_window_show_rights (TvWindow *self);
void _tv_window_forget_names (TvWindow *self);
void _tv_window_install_lock (GtkWidgetClass *widget_class);
void _tv_window_open_protection (TvWindow *self);
void _tv_window_enter (TvWindow *self, TvStore *store);

G_END_DECLS
