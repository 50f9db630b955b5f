/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions of the grid and the keys that answer them: each slip is typed into a row that it
 * can be seen in, the question stands in the bar, one key answers, and the book has it. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "records/tv-repeats.h"

#include <glib/gi18n.h>
#include <math.h>

/* What was measured of a child last time, with 1.5 cm and 200 g more by now. */
typedef struct {
    guint index;
    int weight_g;
    int height_mm;
} Child;

static const TvMeasuringRow *
row_at (TvMeasuringPage *page, guint index)
{
    return g_ptr_array_index (page->sheet->rows, index);
}

static gboolean
expect (TvMeasuringPage *page, guint index, Child *child)
{
    const TvMeasurement *previous = row_at (page, index)->previous;

    if (!previous || !previous->weight_g || !previous->height_mm)
        return FALSE;
    *child = (Child){ index, previous->weight_g + 200, previous->height_mm + 15 };
    return TRUE;
}

/* The first question about the row, were this typed into it. */
static gboolean
would_ask (TvMeasuringPage *page, guint index, int weight_g, int height_mm, TvDoubt *doubt)
{
    const TvMeasuringRow *row = row_at (page, index);
    TvDate date = tv_session_bar_get_session (page->session_bar)->date;
    TvMeasurement values = { .date = date,
                             .position = tv_position_by_age (date - row->student->birth_date),
                             .weight_g = weight_g,
                             .height_mm = height_mm };
    TvMeasuringCase one
        = { .student = row->student, .measurement = &values, .previous = row->previous };
    g_auto (TvMeasuringFinding) finding = { 0 };

    if (index + 1 < page->sheet->rows->len) {
        const TvMeasuringRow *below = row_at (page, index + 1);

        one.beside[TV_DOUBT_BELOW]
            = (TvMeasuringBeside){ below->student, below->current, below->previous };
    }
    tv_measuring_assess_case (&one, &finding);
    if (finding.n_questions > 0)
        *doubt = finding.questions[0].doubt;
    return finding.n_questions > 0;
}

/* A row and a height of which the first two digits can be exchanged so that it is asked about. */
static void
find_exchanged_digits (TvMeasuringPage *page, Child *child, int *typed_mm)
{
    for (guint i = 0; i < page->sheet->rows->len; i++) {
        TvDoubt doubt;
        int tens, ones;

        if (!expect (page, i, child))
            continue;
        tens = child->height_mm / 100 % 10;
        ones = child->height_mm / 10 % 10;
        *typed_mm = child->height_mm + (ones - tens) * 90;
        if (tens != ones && would_ask (page, i, child->weight_g, *typed_mm, &doubt)
            && doubt.kind == TV_DOUBT_HEIGHT_DIGITS && doubt.height_mm == child->height_mm)
            return;
    }
    g_assert_not_reached ();
}

/* A row into which the values of the next one can be typed so that it is asked about. */
static void
find_neighbours (TvMeasuringPage *page, Child *own, Child *below)
{
    for (guint i = 0; i + 1 < page->sheet->rows->len; i++) {
        TvDoubt doubt;

        if (expect (page, i, own) && expect (page, i + 1, below)
            && would_ask (page, i, below->weight_g, below->height_mm, &doubt)
            && doubt.kind == TV_DOUBT_NEIGHBOUR && doubt.side == TV_DOUBT_BELOW)
            return;
    }
    g_assert_not_reached ();
}

static void
type_value (TvMeasuringPage *page, guint index, TvQuantity quantity, int value)
{
    g_autofree char *text = tv_quantity_text (quantity, value);

    tv_measuring_test_type (page, index, quantity, text);
}

static TvDoubtKind
first_kind (TvMeasuringPage *page, guint index)
{
    const TvMeasuringFinding *finding
        = tv_measuring_line_get_finding (tv_measuring_grid_get_line (page->grid, index));

    g_assert_cmpuint (finding->n_questions, >, 0);
    return finding->questions[0].doubt.kind;
}

static GtkButton *
find_answer (TvMeasuringPage *page, const char *label)
{
    GtkWidget *button = tv_ui_test_find (GTK_WIDGET (page->question_bar), GTK_TYPE_BUTTON, label);

    g_assert_nonnull (button);
    return GTK_BUTTON (button);
}

static gboolean
is_in_bar (TvMeasuringPage *page, guint index)
{
    return tv_question_bar_get_line (page->question_bar)
           == tv_measuring_grid_get_line (page->grid, index);
}

static gboolean
is_in_cell (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));
    GtkWidget *cell
        = tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, index), quantity);

    return focus && (focus == cell || gtk_widget_is_ancestor (focus, cell));
}

/* With a real Alt+1, without leaving the cell. */
static void
test_digits (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    g_autoptr (TvMeasurement) saved = NULL;
    Child child = { 0 };
    int typed_mm;

    find_exchanged_digits (page, &child, &typed_mm);
    type_value (page, child.index, TV_QUANTITY_WEIGHT, child.weight_g);
    type_value (page, child.index, TV_QUANTITY_HEIGHT, typed_mm);
    g_assert_cmpint (first_kind (page, child.index), ==, TV_DOUBT_HEIGHT_DIGITS);
    g_assert_true (is_in_bar (page, child.index));
    tv_keys_test_take_keyboard (test);
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, child.index),
                             TV_QUANTITY_HEIGHT);
    tv_test_wait_until (is_in_cell (page, child.index, TV_QUANTITY_HEIGHT));
    tv_keys_test_press ("alt+1");
    tv_test_wait_until (
        !tv_measuring_line_is_open (tv_measuring_grid_get_line (page->grid, child.index)));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, child.index);
    g_assert_cmpint (saved->height_mm, ==, child.height_mm);
    g_assert_cmpint (saved->weight_g, ==, child.weight_g);
    g_assert_true (is_in_cell (page, child.index, TV_QUANTITY_HEIGHT));
}

/* F6 goes to the question, 1 moves the values, and one undo takes them back. */
static void
test_row_below (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    g_autoptr (TvMeasurement) saved = NULL;
    Child own = { 0 }, below = { 0 };

    find_neighbours (page, &own, &below);
    type_value (page, own.index, TV_QUANTITY_WEIGHT, below.weight_g);
    type_value (page, own.index, TV_QUANTITY_HEIGHT, below.height_mm);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_assert_cmpint (first_kind (page, own.index), ==, TV_DOUBT_NEIGHBOUR);
    find_answer (page, _ ("1  Move to the row below"));
    tv_keys_test_take_keyboard (test);
    tv_keys_test_press ("F6");
    tv_test_wait_until (gtk_widget_get_state_flags (GTK_WIDGET (page->question_bar))
                        & GTK_STATE_FLAG_FOCUS_WITHIN);
    tv_keys_test_press ("1");
    tv_test_wait_until (tv_measuring_test_is_settled (page) && !row_at (page, own.index)->current
                        && row_at (page, below.index)->current);
    g_assert_cmpstr (tv_measuring_test_text (page, own.index, TV_QUANTITY_WEIGHT), ==, "");
    g_assert_cmpstr (tv_measuring_test_text (page, own.index, TV_QUANTITY_HEIGHT), ==, "");
    g_assert_cmpstr (tv_measuring_test_text (page, below.index, TV_QUANTITY_HEIGHT), !=, "");
    saved = tv_measuring_test_read (test, page, below.index);
    g_assert_cmpint (saved->weight_g, ==, below.weight_g);
    g_assert_cmpint (saved->height_mm, ==, below.height_mm);
    gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
    tv_test_wait_until (row_at (page, own.index)->current && !row_at (page, below.index)->current);
    g_assert_cmpstr (tv_measuring_test_text (page, below.index, TV_QUANTITY_HEIGHT), ==, "");
}

/* Where the row below has values of its own, there is nothing to move to. */
static void
test_row_below_is_full (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    Child own = { 0 }, below = { 0 };

    find_neighbours (page, &own, &below);
    type_value (page, below.index, TV_QUANTITY_WEIGHT, below.weight_g);
    type_value (page, below.index, TV_QUANTITY_HEIGHT, below.height_mm);
    tv_test_wait_until (tv_measuring_test_is_settled (page) && row_at (page, below.index)->current
                        && row_at (page, below.index)->current->height_mm);
    type_value (page, own.index, TV_QUANTITY_WEIGHT, below.weight_g);
    type_value (page, own.index, TV_QUANTITY_HEIGHT, below.height_mm);
    g_assert_cmpint (first_kind (page, own.index), ==, TV_DOUBT_NEIGHBOUR);
    g_assert_true (is_in_bar (page, own.index));
    g_assert_false (tv_question_bar_press (page->question_bar, 1));
    g_assert_true (tv_question_bar_press (page->question_bar, 2));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
}

static void
test_third_reading (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    GtkEntry *cell = GTK_ENTRY (tv_measuring_line_get_cell (line, TV_QUANTITY_HEIGHT));
    g_autofree char *second = g_strdup_printf (_ ("reading %u"), 2);
    g_autofree char *third = g_strdup_printf (_ ("reading %u"), 3);
    g_autoptr (TvMeasurement) saved = NULL;

    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "90");
    tv_measuring_line_measure_again (line, TV_QUANTITY_HEIGHT);
    g_assert_cmpstr (gtk_entry_get_placeholder_text (cell), ==, second);
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "90,8");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_assert_cmpint (first_kind (page, 0), ==, TV_DOUBT_READINGS);
    g_assert_true (is_in_bar (page, 0));
    find_answer (page, _ ("1  Measure again"));
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    g_assert_cmpstr (gtk_entry_get_placeholder_text (cell), ==, third);
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cell)), ==, "");
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "90,2");
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_HEIGHT), ==, "90,1");
    g_assert_cmpstr (gtk_entry_get_placeholder_text (cell), !=, third);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->height_mm, ==, 901);
    g_assert_cmpuint (saved->n_readings, ==, 3);
    g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (cell)), "90,8"));
}

/* A child weighed in somebody's arms, and once more by itself: two readings, not three. */
static void
test_weighed_in_arms_again (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    GtkWidget *cell = tv_measuring_line_get_cell (line, TV_QUANTITY_WEIGHT);
    g_autoptr (TvMeasurement) saved = NULL;
    g_autoptr (GArray) repeats = NULL;

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "68,4-55,1");
    tv_measuring_line_measure_again (line, TV_QUANTITY_WEIGHT);
    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "13,4");
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), ==, "13,35");
    g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (cell), "68,4 − 55,1"));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    repeats = tv_repeats_list (saved, TV_QUANTITY_WEIGHT);
    g_assert_cmpuint (repeats->len, ==, 2);
    g_assert_cmpint (g_array_index (repeats, TvRepeat, 0).without_g, ==, 55100);
}

/* Of two causes the first is answered; the second is read beside it, and comes next. */
static void
test_two_questions (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    const TvMeasuringFinding *finding
        = tv_measuring_line_get_finding (tv_measuring_grid_get_line (page->grid, 0));
    g_autofree char *both = NULL;
    Child child = { 0 };

    g_assert_true (expect (page, 0, &child));
    type_value (page, 0, TV_QUANTITY_WEIGHT, child.weight_g * 10);
    type_value (page, 0, TV_QUANTITY_HEIGHT, child.height_mm * 10);
    g_assert_cmpuint (finding->n_questions, ==, 2);
    both = g_strjoin ("\n", finding->questions[0].sentence, finding->questions[1].sentence, NULL);
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page->question_bar), GTK_TYPE_LABEL, both));
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    g_assert_cmpint (first_kind (page, 0), ==, TV_DOUBT_WEIGHT_POINT);
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    g_assert_false (tv_measuring_line_is_open (tv_measuring_grid_get_line (page->grid, 0)));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
}

static void
test_position (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    g_autoptr (TvMeasurement) saved = NULL;
    TvPosition usual;
    Child child = { 0 };

    g_assert_true (expect (page, 0, &child));
    type_value (page, 0, TV_QUANTITY_HEIGHT, child.height_mm);
    usual = tv_measuring_line_get_measurement (line)->position;
    g_assert_false (tv_measuring_line_is_open (line));
    tv_measuring_line_turn_position (line);
    g_assert_cmpint (first_kind (page, 0), ==, TV_DOUBT_POSITION);
    find_answer (page, usual == TV_POSITION_STANDING ? _ ("1  Change to standing")
                                                     : _ ("1  Change to lying"));
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    g_assert_false (tv_measuring_line_is_open (line));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->position, ==, usual);
}

/* The height went into the column of the weight, where the eye was. */
static void
test_height_as_weight (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    g_autoptr (TvMeasurement) saved = NULL;
    Child child = { 0 };

    g_assert_true (expect (page, 0, &child));
    type_value (page, 0, TV_QUANTITY_WEIGHT, child.height_mm * 100);
    g_assert_cmpint (first_kind (page, 0), ==, TV_DOUBT_SWAPPED);
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), ==, "");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->weight_g, ==, 0);
    g_assert_cmpint (saved->height_mm, ==, child.height_mm);
}

static void
take_picture (TvUiTest *test, TvMeasuringPage *page, const char *name)
{
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    tv_ui_test_settle (GTK_WIDGET (test->window));
    tv_ui_test_picture (GTK_WIDGET (test->window), name);
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    Child child = { 0 }, below = { 0 };
    int typed_mm;

    find_neighbours (page, &child, &below);
    type_value (page, child.index, TV_QUANTITY_WEIGHT, below.weight_g);
    type_value (page, child.index, TV_QUANTITY_HEIGHT, below.height_mm);
    take_picture (test, page, "measuring-question-neighbour");
    find_exchanged_digits (page, &child, &typed_mm);
    type_value (page, child.index, TV_QUANTITY_WEIGHT, child.weight_g);
    type_value (page, child.index, TV_QUANTITY_HEIGHT, typed_mm);
    take_picture (test, page, "measuring-question-digits");
    g_assert_true (expect (page, 8, &child));
    type_value (page, 8, TV_QUANTITY_WEIGHT, child.weight_g / 10);
    type_value (page, 8, TV_QUANTITY_HEIGHT, child.height_mm);
    take_picture (test, page, "measuring-question-point");
    g_assert_true (expect (page, 9, &child));
    type_value (page, 9, TV_QUANTITY_WEIGHT, child.weight_g);
    type_value (page, 9, TV_QUANTITY_HEIGHT, child.height_mm + 52);
    take_picture (test, page, "measuring-question-grown");
    g_assert_true (expect (page, 10, &child));
    type_value (page, 10, TV_QUANTITY_HEIGHT, child.height_mm);
    tv_measuring_line_turn_position (tv_measuring_grid_get_line (page->grid, 10));
    take_picture (test, page, "measuring-question-position");
    g_assert_true (expect (page, 11, &child));
    type_value (page, 11, TV_QUANTITY_HEIGHT, child.height_mm);
    tv_measuring_line_measure_again (tv_measuring_grid_get_line (page->grid, 11),
                                     TV_QUANTITY_HEIGHT);
    take_picture (test, page, "measuring-second-reading");
    type_value (page, 11, TV_QUANTITY_HEIGHT, child.height_mm + 12);
    take_picture (test, page, "measuring-question-third");
    g_assert_true (expect (page, 12, &child));
    type_value (page, 12, TV_QUANTITY_WEIGHT, child.weight_g * 10);
    type_value (page, 12, TV_QUANTITY_HEIGHT, child.height_mm * 10);
    take_picture (test, page, "measuring-two-questions");
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/measuring-questions/digits", test_digits);
    g_test_add_func ("/measuring-questions/row-below", test_row_below);
    g_test_add_func ("/measuring-questions/row-below-is-full", test_row_below_is_full);
    g_test_add_func ("/measuring-questions/third-reading", test_third_reading);
    g_test_add_func ("/measuring-questions/weighed-in-arms-again", test_weighed_in_arms_again);
    g_test_add_func ("/measuring-questions/two-questions", test_two_questions);
    g_test_add_func ("/measuring-questions/position", test_position);
    g_test_add_func ("/measuring-questions/height-as-weight", test_height_as_weight);
    g_test_add_func ("/measuring-questions/pictures", test_pictures);
    return g_test_run ();
}
