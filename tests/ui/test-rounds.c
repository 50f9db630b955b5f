/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A round in the window: opening one of each kind, changing it, the monthly weighing among the
 * classes, who was missed, and the day of a catch-up. */

#include "tests/ui/tv-form-test.h"
#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "ui/measuring/tv-paste-window-private.h"
#include "ui/measuring/tv-round-class-picker.h"
#include "ui/measuring/tv-round-progress-window.h"
#include "ui/measuring/tv-round-signing-private.h"
#include "ui/measuring/tv-session-day-dialog.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-round-opening.h"

#include <glib/gi18n.h>
#include <string.h>

static GtkWidget *
wait_for_window (GType type)
{
    GtkWidget *window = NULL;

    tv_test_wait_until ((window = tv_form_test_find_window (type)));
    tv_ui_test_settle (window);
    return window;
}

static TvMeasuringPage *
show_page (TvUiTest *test)
{
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));

    tv_test_wait_until (tv_measuring_test_is_settled (page));
    tv_ui_test_settle (GTK_WIDGET (page));
    return page;
}

static GtkWidget *
find_check (GtkWidget *dialog, const char *start)
{
    GtkWidget *picker = tv_ui_test_find (dialog, TV_TYPE_ROUND_CLASS_PICKER, NULL);

    return tv_ui_test_find (picker, GTK_TYPE_CHECK_BUTTON, start);
}

/* Ticks one class alone of all that can be. */
static void
tick_only (GtkWidget *dialog, TvMeasuringPage *page, guint kept)
{
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (dialog, _ ("Only these classes:"))),
                                 TRUE);
    for (guint i = 0; i < page->classes->len; i++) {
        const TvRosterClass *class_ = g_ptr_array_index (page->classes, i);
        g_autofree char *label
            = g_strdup_printf (C_ ("class", "%s (%u)"), class_->class_->name, class_->n_students);
        GtkWidget *check = find_check (dialog, label);

        if (check)
            gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == kept);
    }
}

static void
test_open_for_a_class (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = show_page (test);
    gint64 class_id = ((TvRosterClass *) page->classes->pdata[1])->class_->id;
    gint64 old_id = page->round_id;
    GtkWidget *dialog;

    gtk_widget_activate_action (GTK_WIDGET (page), "measuring.new-round", NULL);
    dialog = wait_for_window (TV_TYPE_FORM_DIALOG);
    tv_ui_test_picture (dialog, "round-new-vi-light");
    tick_only (dialog, page, G_MAXUINT);
    g_assert_false (tv_form_test_can_accept (dialog));
    tick_only (dialog, page, 1);
    tv_ui_test_settle (dialog);
    tv_ui_test_picture (dialog, "round-new-classes-vi-light");
    tv_form_test_accept (dialog);
    tv_test_wait_until (page->round_id != old_id && page->class_id == class_id
                        && tv_measuring_test_is_settled (page));
    /* The class and the way to the monthly weighing. */
    tv_test_wait_until (page->classes->len == 2);
    g_assert_cmpint (((TvRosterClass *) page->classes->pdata[0])->class_->id, ==, class_id);
}

static void
test_change (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = show_page (test);
    GtkWidget *dialog, *check;
    const TvRosterClass *first = g_ptr_array_index (page->classes, 0);
    g_autofree char *label
        = g_strdup_printf (C_ ("class", "%s (%u)"), first->class_->name, first->n_students);

    gtk_widget_activate_action (GTK_WIDGET (page), "measuring.change-round", NULL);
    dialog = wait_for_window (TV_TYPE_FORM_DIALOG);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (dialog, _ ("Only these classes:"))),
                                 TRUE);
    check = find_check (dialog, label);
    /* It has values, and stays. */
    g_assert_false (gtk_widget_get_sensitive (check));
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (find_check (dialog, _ ("All classes of the school year"))), TRUE);
    tv_form_test_type (dialog, C_ ("round", "Name"), "Đợt đầu năm");
    tv_ui_test_settle (dialog);
    tv_ui_test_picture (dialog, "round-change-vi-light");
    tv_form_test_accept (dialog);
    tv_test_wait_until (strcmp (gtk_label_get_label (page->round_label), "Đợt đầu năm") == 0);
    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
    tv_test_wait_until (strcmp (gtk_label_get_label (page->round_label), "Đợt đầu năm") != 0);
}

/* The last of the classes leads to the monthly weighing, which is opened first. */
static void
test_monthly (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = show_page (test);
    gint64 old_id = page->round_id, old_class_id = page->class_id;
    GtkWidget *dialog;

    gtk_drop_down_set_selected (page->class_drop_down, page->classes->len - 1);
    dialog = wait_for_window (TV_TYPE_FORM_DIALOG);
    g_assert_cmpint (page->class_id, ==, old_class_id);
    tv_ui_test_picture (dialog, "round-monthly-vi-light");
    tv_form_test_accept (dialog);
    tv_test_wait_until (page->round_id != old_id && page->sheet
                        && page->sheet->round->id == page->round_id
                        && tv_measuring_test_is_settled (page));
    g_assert_cmpint (page->sheet->round->kind, ==, TV_ROUND_MONTHLY);
    g_assert_cmpint (page->class_id, ==, TV_MEASURING_ALL_CLASSES);
    tv_test_wait_until (gtk_drop_down_get_selected (page->class_drop_down) == 0);
    tv_ui_test_settle (GTK_WIDGET (page));
    tv_ui_test_picture (GTK_WIDGET (test->window), "measuring-monthly-vi-light");
    tv_measuring_line_put_text (tv_measuring_grid_get_line (page->grid, 0), TV_QUANTITY_WEIGHT,
                                "12,3");
    tv_measuring_line_commit (tv_measuring_grid_get_line (page->grid, 0), TV_QUANTITY_WEIGHT);
    tv_test_wait_until (((TvMeasuringRow *) page->sheet->rows->pdata[0])->current
                        && page->n_saving == 0);
    g_assert_cmpint (((TvMeasuringRow *) page->sheet->rows->pdata[0])->current->weight_g, ==,
                     12300);
    /* Chosen once more from the regular round, it is there already. */
    tv_workspace_set_round (test->workspace,
                            tv_book_cover_pick_round (tv_workspace_get_cover (test->workspace),
                                                      page->sheet->round->year_id, old_id));
    tv_test_wait_until (page->round_id == old_id && tv_measuring_test_is_settled (page)
                        && page->sheet->round->id == old_id);
    tv_test_wait_until (gtk_drop_down_get_selected (page->class_drop_down) == 0);
    gtk_drop_down_set_selected (page->class_drop_down, page->classes->len - 1);
    tv_test_wait_until (page->sheet && page->sheet->round->kind == TV_ROUND_MONTHLY);
    g_assert_null (tv_form_test_find_window (TV_TYPE_FORM_DIALOG));
}

static guint
find_unmeasured_line (TvMeasuringPage *page)
{
    for (guint i = 0; i < tv_measuring_grid_n_lines (page->grid); i++) {
        if (!((TvMeasuringRow *) page->sheet->rows->pdata[i])->current)
            return i;
    }
    return G_MAXUINT;
}

/* Goes to a class of which somebody was measured on an earlier day and somebody was not. */
static guint
open_unfinished_class (TvMeasuringPage *page)
{
    for (guint i = 0; i + 1 < page->classes->len; i++) {
        const TvRosterClass *class_ = g_ptr_array_index (page->classes, i);
        TvSession *session;
        gint64 class_id = class_->class_->id;

        _tv_measuring_page_choose_class (page, class_id);
        tv_test_wait_until (page->sheet->class_->id == class_id
                            && tv_measuring_test_is_settled (page));
        session = tv_session_bar_get_session (page->session_bar);
        if (session->id != 0 && find_unmeasured_line (page) != G_MAXUINT)
            return find_unmeasured_line (page);
    }
    g_assert_not_reached ();
}

static void
type_weight (TvMeasuringPage *page, guint index, const char *text)
{
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, index);

    tv_measuring_line_put_text (line, TV_QUANTITY_WEIGHT, text);
    tv_measuring_line_commit (line, TV_QUANTITY_WEIGHT);
}

static const TvMeasurement *
get_current (TvMeasuringPage *page, guint index)
{
    return ((TvMeasuringRow *) page->sheet->rows->pdata[index])->current;
}

static void
test_day_of_catch_up (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = show_page (test);
    guint index = open_unfinished_class (page);
    TvDate today = tv_workspace_today (test->workspace);
    TvDate session_day = tv_session_bar_get_session (page->session_bar)->date;
    GtkWidget *dialog, *row;

    g_assert_true (tv_session_bar_needs_day (page->session_bar));
    type_weight (page, index, "13,1");
    dialog = wait_for_window (TV_TYPE_SESSION_DAY_DIALOG);
    g_assert_cmpuint (page->n_saving, ==, 0);
    tv_ui_test_picture (dialog, "round-catch-up-day-vi-light");
    row = tv_ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, _ ("Measuring day"));
    gtk_editable_set_text (GTK_EDITABLE (row), "31/12/2099");
    g_assert_false (tv_form_test_can_accept (dialog));
    {
        g_autofree char *text = tv_date_to_text (today);

        gtk_editable_set_text (GTK_EDITABLE (row), text);
    }
    tv_form_test_accept (dialog);
    tv_test_wait_until (page->n_saving == 0 && !page->needs_sheet && get_current (page, index)
                        && tv_session_bar_get_session (page->session_bar)->id != 0);
    g_assert_cmpint (get_current (page, index)->date, ==, today);
    g_assert_cmpint (get_current (page, index)->weight_g, ==, 13100);
    g_assert_cmpint (session_day, <, today);

    /* Nobody is asked a second time, and the others keep their day. */
    type_weight (page, index, "13,2");
    g_assert_null (tv_form_test_find_window (TV_TYPE_SESSION_DAY_DIALOG));
    tv_test_wait_until (page->n_saving == 0 && get_current (page, index)->weight_g == 13200);
}

static void
test_as_the_others (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = show_page (test);
    guint index = open_unfinished_class (page);
    TvDate session_day = tv_session_bar_get_session (page->session_bar)->date;
    GtkWidget *dialog;

    type_weight (page, index, "13,1");
    dialog = wait_for_window (TV_TYPE_SESSION_DAY_DIALOG);
    tv_ui_test_press_escape (dialog);
    tv_test_wait_until (page->n_saving == 0 && get_current (page, index));
    g_assert_cmpint (get_current (page, index)->date, ==, session_day);
}

static void
paste_at (TvMeasuringPage *page, guint index)
{
    g_signal_emit_by_name (page->grid, "paste-wanted",
                           tv_measuring_grid_get_line (page->grid, index), TV_QUANTITY_WEIGHT,
                           "13,1\t92,0\n");
}

/* A block is of a day like any value: it is asked for before the preview. */
static void
test_day_of_block (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = show_page (test);
    guint index = open_unfinished_class (page);
    TvDate today = tv_workspace_today (test->workspace);
    GtkWidget *dialog;
    TvPasteWindow *window;

    paste_at (page, index);
    dialog = wait_for_window (TV_TYPE_SESSION_DAY_DIALOG);
    g_assert_null (tv_form_test_find_window (TV_TYPE_PASTE_WINDOW));
    tv_form_test_accept (dialog);
    window = TV_PASTE_WINDOW (wait_for_window (TV_TYPE_PASTE_WINDOW));
    g_assert_cmpuint (window->plan->start, ==, index);
    g_assert_cmpint (window->plan->session->date, ==, today);
    g_signal_emit_by_name (window->take_button, "clicked");
    /* The book tells of the values before whoever wrote them is told. */
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_PASTE_WINDOW));
    tv_test_wait_until (tv_measuring_test_is_settled (page) && get_current (page, index)
                        && get_current (page, index)->weight_g == 13100);
    g_assert_cmpint (get_current (page, index)->date, ==, today);
}

/* What was pasted into one class is never laid over another that was chosen meanwhile. */
static void
test_block_of_another_class (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    gint64 other_id = ((TvRosterClass *) page->classes->pdata[1])->class_->id;

    g_assert_cmpint (page->class_id, !=, other_id);
    type_weight (page, 0, "13,1");
    g_assert_cmpuint (page->n_saving, >, 0);
    paste_at (page, 1);
    _tv_measuring_page_choose_class (page, other_id);
    tv_test_wait_until (page->sheet->class_->id == other_id && tv_measuring_test_is_settled (page)
                        && !g_object_get_data (G_OBJECT (page), "tv-pasting"));
    tv_ui_test_settle (GTK_WIDGET (page));
    g_assert_null (tv_form_test_find_window (TV_TYPE_PASTE_WINDOW));
}

/* A child chosen from those who were missed is measured today, without a question. */
static void
test_missed (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = show_page (test);
    guint index = open_unfinished_class (page);
    gint64 class_id = page->class_id;
    gint64 student_id = ((TvMeasuringRow *) page->sheet->rows->pdata[index])->student->id;
    TvRoundProgressWindow *window;
    const TvRoundProgress *progress;
    guint n_open = 0;

    _tv_measuring_page_choose_class (
        page, ((TvRosterClass *) page->classes->pdata[page->classes->len - 2])->class_->id);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_signal_emit_by_name (page->progress_button, "clicked");
    window = TV_ROUND_PROGRESS_WINDOW (wait_for_window (TV_TYPE_ROUND_PROGRESS_WINDOW));
    tv_test_wait_until ((progress = tv_round_progress_window_get_progress (window)));
    tv_ui_test_settle (GTK_WIDGET (window));
    tv_ui_test_picture (GTK_WIDGET (window), "round-progress-vi-light");
    for (guint i = 0; i < progress->classes->len; i++)
        n_open += ((TvClassProgress *) progress->classes->pdata[i])->open->len;
    g_assert_cmpuint (n_open, ==, progress->sheet->rows->len - progress->progress.n_measured);
    g_signal_emit_by_name (window, "child-wanted", class_id, student_id);
    gtk_window_destroy (GTK_WINDOW (window));
    tv_test_wait_until (page->class_id == class_id && tv_measuring_test_is_settled (page)
                        && tv_session_bar_get_session (page->session_bar)->date
                               == tv_workspace_today (test->workspace));
    type_weight (page, index, "13,1");
    tv_test_wait_until (page->n_saving == 0 && get_current (page, index));
    g_assert_cmpint (get_current (page, index)->date, ==, tv_workspace_today (test->workspace));
    g_assert_null (tv_form_test_find_window (TV_TYPE_SESSION_DAY_DIALOG));
}

/* What nobody has finished typing is named on the sign-off, and leads to its cell. */
static void
test_half_typed (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    const TvHalfTyped *half_typed;
    g_autofree char *counted = NULL;
    GtkWidget *dialog;

    tv_measuring_line_put_text (tv_measuring_grid_get_line (page->grid, 2), TV_QUANTITY_HEIGHT,
                                "98,x");
    tv_test_wait_until (tv_measuring_drafts_is_kept (page->drafts));
    g_signal_emit_by_name (page->signing_button, "clicked");
    tv_test_wait_until (page->signing->review && page->signing->review->half_typed->len == 1);
    half_typed = g_ptr_array_index (page->signing->review->half_typed, 0);
    g_assert_cmpstr (half_typed->text, ==, "98,x");
    tv_ui_test_settle (GTK_WIDGET (page->signing));
    tv_ui_test_picture (GTK_WIDGET (test->window), "signing-half-typed-vi-light");
    g_signal_emit_by_name (page->signing->sign_button, "clicked");
    dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
    counted = _tv_round_signing_count_half_typed (page->signing->review);
    g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), counted));
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/rounds/open-for-a-class", test_open_for_a_class);
    g_test_add_func ("/ui/rounds/change", test_change);
    g_test_add_func ("/ui/rounds/monthly", test_monthly);
    g_test_add_func ("/ui/rounds/day-of-catch-up", test_day_of_catch_up);
    g_test_add_func ("/ui/rounds/as-the-others", test_as_the_others);
    g_test_add_func ("/ui/rounds/day-of-block", test_day_of_block);
    g_test_add_func ("/ui/rounds/block-of-another-class", test_block_of_another_class);
    g_test_add_func ("/ui/rounds/missed", test_missed);
    g_test_add_func ("/ui/rounds/half-typed", test_half_typed);
    return g_test_run ();
}
