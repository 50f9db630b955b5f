/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children: searching, choosing, editing. */

#include "tests/ui/tv-ui-test.h"

#include "ui/students/tv-child-view.h"
#include "ui/students/tv-roster-item.h"

static GtkColumnView *
roster_of (TvPage *page)
{
    return GTK_COLUMN_VIEW (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
}

static guint
n_listed (TvPage *page)
{
    GtkColumnView *view = roster_of (page);

    return view ? g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) : 0;
}

static TvChildView *
child_view_of (TvPage *page)
{
    return TV_CHILD_VIEW (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_VIEW, NULL));
}

static void
choose (TvPage *page, guint position)
{
    GtkSelectionModel *model = gtk_column_view_get_model (roster_of (page));

    gtk_selection_model_select_item (model, position, TRUE);
    tv_test_wait_until (child_view_of (page) && tv_child_view_get_child (child_view_of (page)));
}

static void
wait_for_roster (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (n_listed (page) > 0);
}

static void
wait_for_child (TvUiTest *test, TvPage *page, gpointer data)
{
    wait_for_roster (test, page, NULL);
    choose (page, 3);
    tv_ui_test_settle (GTK_WIDGET (page));
    tv_ui_test_settle (GTK_WIDGET (page));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);

    tv_ui_test_picture_page (test, "students", "students", wait_for_roster, NULL);
    tv_ui_test_picture_page (test, "students", "child", wait_for_child, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/students/pictures", test_pictures);
    return g_test_run ();
}
