/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of the measuring grid for those who hear them, for namesakes, for a child in somebody's
 * arms, and under an input method that keeps keys for itself, as Telex does. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "store/tv-store-students.h"

#include <glib/gi18n.h>
#include <string.h>

/* Takes every letter and digit, and gives them when it is reset: too late for a cell that was left
 * meanwhile. */
#define TV_TYPE_SLOW_INPUT (tv_slow_input_get_type ())
G_DECLARE_FINAL_TYPE (TvSlowInput, tv_slow_input, TV, SLOW_INPUT, GtkIMContext)

struct _TvSlowInput {
    GtkIMContext parent_instance;
};

G_DEFINE_TYPE_WITH_CODE (TvSlowInput, tv_slow_input, GTK_TYPE_IM_CONTEXT,
                         g_io_extension_point_implement ("gtk-im-module", g_define_type_id, "slow",
                                                         99))

static guint n_swallowed;

static gboolean
tv_slow_input_filter_keypress (GtkIMContext *context, GdkEvent *event)
{
    guint32 letter = gdk_keyval_to_unicode (gdk_key_event_get_keyval (event));

    if (gdk_event_get_event_type (event) != GDK_KEY_PRESS || !g_unichar_isprint (letter))
        return FALSE;
    n_swallowed++;
    return TRUE;
}

static void
tv_slow_input_class_init (TvSlowInputClass *class_)
{
    GTK_IM_CONTEXT_CLASS (class_)->filter_keypress = tv_slow_input_filter_keypress;
}

static void
tv_slow_input_init (TvSlowInput *self)
{
}

static const char *
text_at (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    return gtk_editable_get_text (GTK_EDITABLE (
        tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, index), quantity)));
}

/* A plain text field shows that the input method is really there. */
static void
test_under_telex (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    GtkWidget *popover = gtk_popover_new ();
    GtkWidget *plain = gtk_entry_new ();

    tv_keys_test_take_keyboard (test);
    gtk_popover_set_child (GTK_POPOVER (popover), plain);
    gtk_widget_set_parent (popover, GTK_WIDGET (page));
    gtk_popover_popup (GTK_POPOVER (popover));
    gtk_widget_grab_focus (plain);
    tv_test_wait_until (gtk_widget_get_mapped (plain));
    tv_keys_test_type ("1");
    tv_test_wait_until (n_swallowed > 0);
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (plain)), ==, "");
    gtk_popover_popdown (GTK_POPOVER (popover));
    tv_test_wait_until (!gtk_widget_get_mapped (plain));
    n_swallowed = 0;
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 0),
                             TV_QUANTITY_WEIGHT);
    tv_keys_test_type ("12,5");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "12,5") == 0);
    g_assert_cmpuint (n_swallowed, ==, 0);
    gtk_widget_unparent (popover);
}

static gboolean
rename_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    const TvStudent *const *pair = input;
    TvStudent values = *pair[1];

    values.name = pair[0]->name;
    return tv_store_put_student (change, &values, error) != 0;
}

static void
assert_cells (TvMeasuringLine *line, gboolean has_namesake, int roll_number)
{
    static const char *const alone[] = { "Weight, %s", "Height, %s" };
    static const char *const numbered[]
        = { "Weight, %1$s, roll number %2$d", "Height, %1$s, roll number %2$d" };
    const char *name = tv_measuring_line_get_student (line)->name;

    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        g_autoptr (GString) expected = g_string_new (NULL);
        g_autofree char *number = g_strdup_printf ("%d", roll_number);

        g_string_assign (expected, _ (has_namesake ? numbered[i] : alone[i]));
        g_string_replace (expected, has_namesake ? "%1$s" : "%s", name, 0);
        g_string_replace (expected, "%2$d", number, 0);
        gtk_test_accessible_assert_property (tv_measuring_line_get_cell (line, i),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, expected->str);
    }
}

static gboolean
shows_birth (TvMeasuringLine *line)
{
    const TvStudent *student = tv_measuring_line_get_student (line);
    g_autofree char *birth = tv_date_to_text (student->birth_date);
    g_autofree char *both = g_strdup_printf ("%s\n%s", student->name, birth);

    return tv_ui_test_find (GTK_WIDGET (line), GTK_TYPE_LABEL, both) != NULL;
}

static void
test_namesakes (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *lines[3];
    const TvStudent *pair[2];
    g_autoptr (TvStudent) first = NULL;
    g_autoptr (TvStudent) second = NULL;
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        lines[i] = tv_measuring_grid_get_line (page->grid, i);
    assert_cells (lines[0], FALSE, 1);
    g_assert_false (shows_birth (lines[0]));
    pair[0] = first = tv_student_ref ((TvStudent *) tv_measuring_line_get_student (lines[0]));
    pair[1] = second = tv_student_ref ((TvStudent *) tv_measuring_line_get_student (lines[2]));
    tv_store_write (test->store, "edit-student", rename_cb, (gpointer) pair, NULL, &error);
    g_assert_no_error (error);
    tv_test_wait_until (shows_birth (lines[0]) && shows_birth (lines[2]));
    assert_cells (lines[0], TRUE, 1);
    assert_cells (lines[1], FALSE, 2);
    assert_cells (lines[2], TRUE, 3);
    g_assert_false (shows_birth (lines[1]));
    tv_ui_test_picture (GTK_WIDGET (test->window), "measuring-namesakes");
}

static void
test_in_arms (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    const TvMeasurement *last
        = ((TvMeasuringRow *) g_ptr_array_index (page->sheet->rows, 0))->previous;
    int weight_g = last->weight_g + 300;
    g_autofree char *weight = tv_quantity_text (TV_QUANTITY_WEIGHT, weight_g);
    g_autofree char *with = tv_quantity_text (TV_QUANTITY_WEIGHT, weight_g + 53100);
    g_autofree char *without = tv_quantity_text (TV_QUANTITY_WEIGHT, 53100);
    g_autofree char *typed = g_strconcat (with, "-", without, NULL);
    g_autofree char *said = g_strdup_printf (_ ("in arms %1$s − %2$s"), with, without);
    GtkWidget *remark = NULL;

    tv_measuring_grid_focus (page->grid, line, TV_QUANTITY_WEIGHT);
    tv_measuring_line_put_text (line, TV_QUANTITY_WEIGHT, typed);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_assert_cmpstr (text_at (page, 0, TV_QUANTITY_WEIGHT), ==, weight);
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (line)); child;
         child = gtk_widget_get_next_sibling (child)) {
        if (gtk_widget_has_css_class (child, "remark"))
            remark = child;
    }
    g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (remark)), said));
}

int
main (int argc, char **argv)
{
    /* Names of cells are looked at, which "none" has not; and a method that swallows is chosen. */
    g_setenv ("GTK_A11Y", "test", TRUE);
    g_setenv ("GTK_IM_MODULE", "slow", TRUE);
    tv_ui_test_init (&argc, &argv);
    g_type_ensure (TV_TYPE_SLOW_INPUT);
    g_test_add_func ("/measuring-cells/under-telex", test_under_telex);
    g_test_add_func ("/measuring-cells/namesakes", test_namesakes);
    g_test_add_func ("/measuring-cells/in-arms", test_in_arms);
    return g_test_run ();
}
