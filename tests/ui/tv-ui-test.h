/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/tv-language.h"
#include "ui/shell/tv-application.h"
#include "ui/shell/tv-window.h"

G_BEGIN_DECLS

/* A real window over a real record book in a temporary folder. */
typedef struct {
    TvApplication *application;
    TvStore *store;
    TvWorkspace *workspace;
    TvWindow *window;
    char *folder;
} TvUiTest;

void tv_ui_test_init (int *argc, char ***argv);
TvApplication *tv_ui_test_application (void);

TvUiTest *tv_ui_test_open (TvLevel level, guint n_students);
TvUiTest *tv_ui_test_open_on (TvLevel level, guint n_students, TvDate day);
void tv_ui_test_reopen (TvUiTest *self, TvLanguage language, gboolean is_dark);
TvPage *tv_ui_test_show_page (TvUiTest *self, const char *code);
void tv_ui_test_close (TvUiTest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvUiTest, tv_ui_test_close)

/* Brings a page into the state that is to be photographed. */
typedef void (*TvUiTestPrepare) (TvUiTest *test, TvPage *page, gpointer data);

void tv_ui_test_picture (GtkWidget *widget, const char *name);
void tv_ui_test_picture_page (TvUiTest *self, const char *code, const char *name,
                              TvUiTestPrepare prepare, gpointer data);

GtkWidget *tv_ui_test_find (GtkWidget *root, GType type, const char *text);
void tv_ui_test_settle (GtkWidget *widget);
gboolean tv_ui_test_press_escape (GtkWidget *window);

/* Turns the main loop until @condition holds; fails after a minute, which no machine needs. */
#define tv_test_wait_until(condition)                                                              \
    G_STMT_START                                                                                   \
    {                                                                                              \
        gint64 tv_deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                        \
                                                                                                   \
        while (!(condition) && g_get_monotonic_time () < tv_deadline)                              \
            tv_ui_test_turn ();                                                                    \
        if (!(condition))                                                                          \
            g_error ("%s:%d: never came true: %s", __FILE__, __LINE__, #condition);                \
    }                                                                                              \
    G_STMT_END

void tv_ui_test_turn (void);

G_END_DECLS
