/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sign-off of a round: what is open is said, signing it off shuts the sheet, and it can be
 * opened again with a reason, and taken back. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "store/tv-store-students.h"
#include "ui/measuring/tv-measuring-grid-private.h"
#include "ui/measuring/tv-round-signing-private.h"
#include "ui/widgets/tv-figure-table.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-rates-quality.h"

#include <glib/gi18n.h>
#include <string.h>

static TvRoundSigning *
open_signing (TvUiTest *test)
{
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));

    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_signal_emit_by_name (page->signing_button, "clicked");
    tv_test_wait_until (page->signing->review);
    tv_ui_test_settle (GTK_WIDGET (page->signing));
    return page->signing;
}

static GtkWidget *
find_dialog (void)
{
    GListModel *windows = gtk_window_get_toplevels ();

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

        if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
            return window;
    }
    return NULL;
}

static GtkWidget *
press (GtkWidget *button)
{
    GtkWidget *dialog = NULL;

    g_assert_true (gtk_widget_get_visible (button));
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until ((dialog = find_dialog ()));
    tv_ui_test_settle (dialog);
    return dialog;
}

static void
answer (GtkWidget *dialog, const char *response)
{
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_closed (TvUiTest *test)
{
    TvRound *round = tv_workspace_get_round (test->workspace);

    return round && round->is_closed;
}

/* The review is of the round as it is now. */
static gboolean
is_reviewed (TvUiTest *test, TvRoundSigning *signing, gboolean wants_closed)
{
    return is_closed (test) == wants_closed && signing->review
           && signing->review->rates->round->is_closed == wants_closed;
}

static void
sign_off (TvUiTest *test, TvRoundSigning *signing)
{
    answer (press (signing->sign_button), "accept");
    tv_test_wait_until (is_reviewed (test, signing, TRUE));
}

static void
test_sign_off_and_reopen (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvRoundSigning *signing = open_signing (test);
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    g_autofree char *unmeasured = _tv_round_signing_count_unmeasured (signing->review);
    GtkWidget *dialog;

    g_assert_cmpuint (signing->review->n_unmeasured, >, 0);
    dialog = press (signing->sign_button);
    g_assert_nonnull (
        strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), unmeasured));
    answer (dialog, "cancel");
    g_assert_false (is_closed (test));
    sign_off (test, signing);
    g_assert_false (gtk_widget_get_visible (signing->sign_button));
    tv_test_wait_until (page->sheet->round->is_closed);
    g_assert_true (gtk_widget_get_visible (page->closed_label));
    g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (tv_measuring_line_get_cell (
        tv_measuring_grid_get_line (page->grid, 0), TV_QUANTITY_WEIGHT))));

    dialog = press (signing->reopen_button);
    g_assert_false (
        adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
    gtk_editable_set_text (
        GTK_EDITABLE (tv_ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, C_ ("reopening", "Reason"))),
        "Cân lệch 0,5 kg");
    answer (dialog, "accept");
    tv_test_wait_until (is_reviewed (test, signing, FALSE));
    tv_ui_test_settle (GTK_WIDGET (signing));
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (signing), GTK_TYPE_LABEL, "Cân lệch 0,5 kg"));
    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
    tv_test_wait_until (is_reviewed (test, signing, TRUE));
    g_assert_cmpuint (signing->review->events->len, ==, 3);
}

/* Undone at once, it is told nonetheless. */
static void
test_taken_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvRoundSigning *signing = open_signing (test);
    g_autofree char *date = NULL, *title = NULL;
    const TvSigningEvent *event;

    sign_off (test, signing);
    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
    tv_test_wait_until (is_reviewed (test, signing, FALSE));
    tv_ui_test_settle (GTK_WIDGET (signing));
    event = g_ptr_array_index (signing->review->events, 0);
    date = tv_date_to_text (event->date);
    title = event->person_name ? g_strdup_printf (_ ("Signing taken back on %1$s by %2$s"), date,
                                                  event->person_name)
                               : g_strdup_printf (_ ("Signing taken back on %s"), date);
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (signing), GTK_TYPE_LABEL, title));
}

static GtkWidget *
find_label (TvRoundSigning *signing, const char *words)
{
    return tv_ui_test_find (GTK_WIDGET (signing->state_group), GTK_TYPE_LABEL, words);
}

static gboolean
put_birth_date_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                   GError **error)
{
    const TvRateChild *child = input;
    g_autoptr (TvStudent) student
        = tv_store_get_student (tv_change_connection (change), child->student_id, error);
    TvStudent values = *student;

    values.birth_date = child->birth_date;
    return tv_store_put_student (change, &values, error) != 0;
}

static void
put_birth_date (TvUiTest *test, TvRateChild *child)
{
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_store_write (tv_workspace_get_store (test->workspace), "edit-student",
                                   put_birth_date_cb, child, NULL, &error));
    g_assert_no_error (error);
}

static TvRateChild
find_counted_child (TvRoundSigning *signing)
{
    const TvRates *rates = signing->review->rates;
    guint i = 0;

    while (tv_rates_child (rates, i)->left_out != TV_LEFT_OUT_NOT)
        i++;
    return *tv_rates_child (rates, i);
}

/* With a birth date corrected, the figures are not those that were signed; the page says which. */
static void
test_changed_figures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 118);
    TvRoundSigning *signing = open_signing (test);
    const char *same = _ ("Its figures are still those that were signed.");
    TvDate birth_date;
    TvRateChild child;
    const char *other = _ ("Its figures are no longer those that were signed.");

    g_assert_null (find_label (signing, same));
    child = find_counted_child (signing);
    birth_date = child.birth_date;
    sign_off (test, signing);
    tv_test_wait_until (find_label (signing, same));
    child.birth_date = TV_DATE_NONE;
    put_birth_date (test, &child);
    tv_test_wait_until (find_label (signing, other));
    g_assert_null (find_label (signing, same));
    tv_ui_test_settle (GTK_WIDGET (signing));
    tv_ui_test_picture (GTK_WIDGET (test->window), "signing-changed-vi-light");
    child.birth_date = birth_date;
    put_birth_date (test, &child);
    tv_test_wait_until (find_label (signing, same));
    g_assert_null (find_label (signing, other));
}

/* Each child named leads to its own line of the sheet. */
static void
test_child_leads_to_sheet (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvRoundSigning *signing = open_signing (test);
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    const TvUnmeasuredClass *class_
        = g_ptr_array_index (signing->review->unmeasured, signing->review->unmeasured->len - 1);
    const TvUnmeasuredChild child
        = g_array_index (class_->children, TvUnmeasuredChild, class_->children->len - 1);
    gint64 class_id = class_->class_id;
    GtkWidget *expander = NULL, *row;

    for (guint i = 0; i < signing->rows->len; i++) {
        if (ADW_IS_EXPANDER_ROW (g_ptr_array_index (signing->rows, i)))
            expander = g_ptr_array_index (signing->rows, i);
    }
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
    tv_ui_test_settle (GTK_WIDGET (signing));
    row = tv_ui_test_find (expander, ADW_TYPE_ACTION_ROW, child.name);
    g_assert_nonnull (row);
    g_signal_emit_by_name (row, "activated");
    tv_test_wait_until (page->class_id == class_id && tv_measuring_test_is_settled (page)
                        && page->added_id == 0);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "sheet");
    g_assert_cmpint (tv_measuring_line_get_student (page->grid->focus_line)->id, ==,
                     child.student_id);
}

static guint
count_rows (TvRoundSigning *signing, GType type)
{
    guint n_rows = 0;

    for (guint i = 0; i < signing->rows->len; i++)
        n_rows += G_TYPE_CHECK_INSTANCE_TYPE (g_ptr_array_index (signing->rows, i), type);
    return n_rows;
}

/* A large school's quality is not far below; one row brings the other classes, and the hand goes on
 * where it was. */
static void
test_many_classes (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 700);
    TvRoundSigning *signing = open_signing (test);
    guint n_classes = signing->review->unmeasured->len, n_shown;
    g_autofree char *title = NULL;
    GtkWidget *row;

    n_shown = count_rows (signing, ADW_TYPE_EXPANDER_ROW);
    g_assert_cmpuint (n_shown, <, n_classes);
    title
        = g_strdup_printf (ngettext ("%u further class", "%u further classes", n_classes - n_shown),
                           n_classes - n_shown);
    row = tv_ui_test_find (GTK_WIDGET (signing->unmeasured_group), ADW_TYPE_ACTION_ROW, title);
    g_assert_nonnull (row);
    g_signal_emit_by_name (row, "activated");
    g_assert_cmpuint (count_rows (signing, ADW_TYPE_EXPANDER_ROW), ==, n_classes);
    tv_ui_test_settle (GTK_WIDGET (signing));
    g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (test->window)),
                                           GTK_WIDGET (signing->unmeasured_group)));
}

static guint n_told;

static void
told_cb (TvWorkspace *workspace, const char *sentence, gboolean can_undo)
{
    n_told++;
}

static void
wanted_cb (GArray *wanted, const char *title, const gint64 *ids, guint n, TvRound *round)
{
    g_array_append_vals (wanted, &round->id, 1);
    g_array_append_vals (wanted, ids, n);
}

/* A figure of the quality of measuring opens its children, of the round that is signed off. */
static void
test_quality_lists (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 80);
    TvRoundSigning *signing = open_signing (test);
    GtkWidget *table = tv_ui_test_find (GTK_WIDGET (signing), TV_TYPE_FIGURE_TABLE, NULL);
    const TvQualityLine *line = g_ptr_array_index (signing->review->quality, 0);
    g_autoptr (GArray) ids = tv_quality_line_list (line, TV_QUALITY_MISSING);
    g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));

    g_assert_cmpuint (ids->len, ==, signing->review->n_unmeasured);
    g_assert_cmpuint (ids->len, >, 0);
    g_assert_true (tv_figure_table_is_link (TV_FIGURE_TABLE (table), 0, 2));
    g_array_prepend_val (ids, signing->review->rates->round->id);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (wanted_cb), wanted);
    g_signal_emit_by_name (table, "cell-wanted", 0, 2);
    g_assert_cmpmem (wanted->data, wanted->len * sizeof (gint64), ids->data,
                     ids->len * sizeof (gint64));
}

/* By keys alone: into the sign-off, out of it, and into a sheet that takes nothing any more. */
static void
test_keys (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvRoundSigning *signing = open_signing (test);
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    TvMeasuringLine *line;
    g_autofree char *before = NULL;
    GtkEditable *cell;

    sign_off (test, signing);
    tv_keys_test_take_keyboard (test);
    tv_round_signing_enter (signing);
    tv_keys_test_press ("Escape");
    tv_test_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (page->stack), "sheet") == 0);
    tv_ui_test_settle (GTK_WIDGET (page));
    tv_test_wait_until (page->sheet->round->is_closed);
    line = tv_measuring_grid_get_line (page->grid, 0);
    cell = GTK_EDITABLE (tv_measuring_line_get_cell (line, TV_QUANTITY_WEIGHT));
    before = g_strdup (gtk_editable_get_text (cell));
    g_signal_connect (test->workspace, "told", G_CALLBACK (told_cb), NULL);
    tv_measuring_grid_focus (page->grid, line, TV_QUANTITY_WEIGHT);
    tv_keys_test_type ("99");
    tv_test_wait_until (n_told > 0);
    tv_ui_test_settle (GTK_WIDGET (page));
    g_assert_cmpuint (n_told, ==, 1);
    g_assert_cmpstr (gtk_editable_get_text (cell), ==, before);
}

/* Enter on a question opens the line that it is about. */
static void
test_question_by_key (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 118);
    TvRoundSigning *signing = open_signing (test);
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    const TvOpenQuestion *question = g_ptr_array_index (signing->review->questions, 0);
    gint64 student_id = question->student_id, class_id = question->class_id;
    GtkWidget *row
        = tv_ui_test_find (GTK_WIDGET (signing->question_group), ADW_TYPE_ACTION_ROW, NULL);

    tv_keys_test_take_keyboard (test);
    gtk_widget_grab_focus (row);
    tv_keys_test_press ("Return");
    tv_test_wait_until (page->class_id == class_id && tv_measuring_test_is_settled (page)
                        && page->added_id == 0);
    g_assert_cmpint (tv_measuring_line_get_student (page->grid->focus_line)->id, ==, student_id);
}

/* A signed-off round still shows what was asked, and takes no answer to it. */
static void
test_question_is_not_answered (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 118);
    TvRoundSigning *signing = open_signing (test);
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    const TvOpenQuestion *question;
    gint64 class_id;
    TvMeasuringLine *line;

    sign_off (test, signing);
    question = g_ptr_array_index (signing->review->questions, 0);
    class_id = question->class_id;
    gtk_widget_activate (
        tv_ui_test_find (GTK_WIDGET (signing->question_group), ADW_TYPE_ACTION_ROW, NULL));
    tv_test_wait_until (page->class_id == class_id && tv_measuring_test_is_settled (page)
                        && page->added_id == 0 && page->sheet->round->is_closed);
    line = tv_measuring_grid_find_open (page->grid, NULL);
    g_assert_nonnull (line);
    tv_question_bar_show (page->question_bar, line);
    g_assert_true (tv_question_bar_get_line (page->question_bar) == line);
    for (guint number = 1; number <= 3; number++)
        g_assert_false (tv_question_bar_press (page->question_bar, number));
    g_assert_true (tv_measuring_line_is_open (line));
}

/* The sidebar says which rounds are signed off. */
static void
test_sidebar (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvRoundSigning *signing = open_signing (test);
    TvRound *round = tv_workspace_get_round (test->workspace);
    g_autofree char *day = tv_date_to_text (round->first_day);
    g_autofree char *open = g_strdup_printf (_ ("Round %d · %s"), tv_round_number (round), day);
    g_autofree char *closed = g_strdup_printf ("%s ✓", open);

    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL, open));
    g_assert_null (tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL, closed));
    sign_off (test, signing);
    tv_ui_test_settle (GTK_WIDGET (signing));
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL, closed));
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL,
                                       _ ("Measuring round ✓ signed off")));
}

static void
open_page (TvUiTest *test, TvPage *page, gpointer data)
{
    open_signing (test);
}

static void
picture_window (TvUiTest *test, const char *name)
{
    tv_ui_test_picture (GTK_WIDGET (test->window), name);
}

static void
scroll_down (TvRoundSigning *signing)
{
    GtkWidget *window
        = tv_ui_test_find (GTK_WIDGET (signing->stack), GTK_TYPE_SCROLLED_WINDOW, NULL);
    GtkAdjustment *position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));

    gtk_adjustment_set_value (position, gtk_adjustment_get_upper (position));
    tv_ui_test_settle (GTK_WIDGET (signing));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 118);
    TvRoundSigning *signing;
    GtkWidget *dialog;
    int dpi;

    tv_ui_test_picture_page (test, "measuring", "signing", open_page, NULL);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
    signing = open_signing (test);
    scroll_down (signing);
    picture_window (test, "signing-quality-vi-light");
    dialog = press (signing->sign_button);
    tv_ui_test_picture (dialog, "signing-dialog-vi-light");
    answer (dialog, "cancel");
    sign_off (test, signing);
    picture_window (test, "signing-closed-vi-light");
    gtk_widget_activate_action (GTK_WIDGET (signing), "signing.back", NULL);
    picture_window (test, "measuring-closed-vi-light");
    g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, TRUE);
    signing = open_signing (test);
    picture_window (test, "signing-large-letters");
    dialog = press (signing->reopen_button);
    tv_ui_test_picture (dialog, "signing-reopen-large-letters");
    answer (dialog, "cancel");
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/signing/sign-off-and-reopen", test_sign_off_and_reopen);
    g_test_add_func ("/ui/signing/taken-back", test_taken_back);
    g_test_add_func ("/ui/signing/changed-figures", test_changed_figures);
    g_test_add_func ("/ui/signing/child-leads-to-sheet", test_child_leads_to_sheet);
    g_test_add_func ("/ui/signing/many-classes", test_many_classes);
    g_test_add_func ("/ui/signing/keys", test_keys);
    g_test_add_func ("/ui/signing/question-by-key", test_question_by_key);
    g_test_add_func ("/ui/signing/question-is-not-answered", test_question_is_not_answered);
    g_test_add_func ("/ui/signing/sidebar", test_sidebar);
    g_test_add_func ("/ui/signing/quality-lists", test_quality_lists);
    g_test_add_func ("/ui/signing/pictures", test_pictures);
    return g_test_run ();
}
