/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A protected practice school with somebody of each role, and the hands that sign in to it. The
 * passwords cost next to nothing here. */

#include "tests/ui/tv-door-test.h"

#include "store/tv-key-ring.h"
#include "store/tv-recovery-code.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-people.h"
#include "store/tv-store-protect.h"
#include "store/tv-store-sign-in.h"
#include "ui/shell/tv-window-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

static const TvKeyWrapCost cheap = { 1, 64 };

static const struct {
    const char *label;
    const char *password;
    TvRole role;
    gboolean is_ended;
} newcomers[] = {
    { "Hiệu trưởng", TV_DOOR_PRINCIPAL_PASSWORD, TV_ROLE_PRINCIPAL, FALSE },
    { "Cô giáo", TV_DOOR_TEACHER_PASSWORD, TV_ROLE_TEACHER, FALSE },
    { "Kiểm tra", TV_DOOR_AUDITOR_PASSWORD, TV_ROLE_AUDITOR, FALSE },
    { "Làm thay", TV_DOOR_ENDED_PASSWORD, TV_ROLE_NURSE, TRUE },
};

static gboolean
put_person (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    return tv_store_put_person (change, input, error) != 0;
}

static gpointer
read_people (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_people (connection, error);
}

static gpointer
read_classes (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_classes (connection, *(gint64 *) input, error);
}

static gint64
find_first_class (TvUiTest *test)
{
    gint64 year_id = tv_workspace_get_year (test->workspace)->id;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) classes = tv_store_read (test->store, read_classes, &year_id, &error);

    g_assert_no_error (error);
    return ((const TvClassCount *) g_ptr_array_index (classes, 0))->class_->id;
}

static void
add_newcomers (TvUiTest *test)
{
    gint64 class_id = find_first_class (test);

    for (guint i = 0; i < G_N_ELEMENTS (newcomers); i++) {
        g_autoptr (GError) error = NULL;
        TvPerson person
            = { .name = (char *) newcomers[i].label,
                .label = (char *) newcomers[i].label,
                .role = newcomers[i].role,
                .class_id = newcomers[i].role == TV_ROLE_TEACHER ? class_id : 0,
                .until = newcomers[i].is_ended ? tv_date_from_ymd (2026, 1, 1) : TV_DATE_NONE,
                .is_active = TRUE };

        tv_store_write (test->store, "add-person", put_person, &person, NULL, &error);
        g_assert_no_error (error);
    }
}

static const char *
password_of (const TvPerson *person)
{
    for (guint i = 0; i < G_N_ELEMENTS (newcomers); i++) {
        if (g_strcmp0 (person->name, newcomers[i].label) == 0)
            return newcomers[i].password;
    }
    return TV_DOOR_NURSE_PASSWORD;
}

static TvKeyRing *
make_ring (GPtrArray *people, TvSecret *key, TvSecret *code)
{
    g_autoptr (TvKeyRing) ring = tv_key_ring_new ();
    g_autoptr (GError) error = NULL;
    TvKeyRing *next = tv_key_ring_with_recovery (ring, key, code, cheap, &error);

    for (guint i = 0; i < people->len && next; i++) {
        const TvPerson *person = g_ptr_array_index (people, i);
        g_autoptr (TvSecret) password = tv_secret_new_text (password_of (person));

        tv_key_ring_unref (ring);
        ring = next;
        next = tv_key_ring_with_person (ring, key, person->uid, tv_person_sign_in_label (person),
                                        password, cheap, &error);
    }
    g_assert_no_error (error);
    return next;
}

static GPtrArray *
get_people (TvUiTest *test)
{
    g_autoptr (GError) error = NULL;
    GPtrArray *people = tv_store_read (test->store, read_people, NULL, &error);

    g_assert_no_error (error);
    return people;
}

/**
 * tv_door_test_protect:
 *
 * Gives the book somebody of each role and protects it; the nurse is signed in afterwards.
 *
 * Returns: (transfer full): the recovery code
 */
char *
tv_door_test_protect (TvUiTest *test)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) code = tv_recovery_code_new ();
    g_autoptr (GPtrArray) people = NULL;
    g_autoptr (TvKeyRing) ring = NULL;
    g_autoptr (GError) error = NULL;

    add_newcomers (test);
    people = get_people (test);
    ring = make_ring (people, key, code);
    tv_store_protect (test->store, ring, key, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    tv_door_test_enter_as (test, TV_ROLE_NURSE);
    return g_strdup (tv_secret_text (code));
}

/* The uid is asked of the key file's list, which stands in the open. */
static char *
find_uid (TvUiTest *test, TvRole role)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) ring = tv_key_ring_read (test->folder, &error);
    const char *label = tv_role_label (TV_ROLE_NURSE);
    const TvKeyHolder *holders;
    guint n_holders;

    g_assert_no_error (error);
    holders = tv_key_ring_holders (ring, &n_holders);
    for (guint i = 0; i < G_N_ELEMENTS (newcomers) && role != TV_ROLE_NURSE; i++) {
        if (newcomers[i].role == role)
            label = newcomers[i].label;
    }
    for (guint i = 0; i < n_holders; i++) {
        if (g_strcmp0 (holders[i].label, label) == 0)
            return g_strdup (holders[i].person_uid);
    }
    g_assert_not_reached ();
}

/**
 * tv_door_test_enter_as:
 * @role: of whoever is at the book from now on
 *
 * Signs somebody in and opens a new window for them.
 */
void
tv_door_test_enter_as (TvUiTest *test, TvRole role)
{
    g_autofree char *uid = find_uid (test, role);
    g_autoptr (GError) error = NULL;

    tv_store_sign_in (test->store, uid, &error);
    g_assert_no_error (error);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
}

GtkWidget *
tv_door_test_row (GtkWidget *root, const char *title)
{
    GtkWidget *row = tv_ui_test_find (root, ADW_TYPE_PREFERENCES_ROW, title);

    g_assert_nonnull (row);
    return row;
}

/**
 * tv_door_test_sign_in:
 * @window: with the sign-in page
 * @label: (nullable): who; %NULL for whoever is chosen
 * @password: what they type
 *
 * Presses the button; what comes of it shows later.
 */
void
tv_door_test_sign_in (GtkWidget *window, const char *label, const char *password)
{
    GtkWidget *row, *button;

    tv_test_wait_until (tv_ui_test_find (window, ADW_TYPE_ENTRY_ROW, _ ("Password")));
    row = tv_door_test_row (window, _ ("Password"));
    tv_test_wait_until (gtk_widget_is_sensitive (row));
    if (label) {
        AdwComboRow *who = ADW_COMBO_ROW (tv_door_test_row (window, _ ("Who are you?")));
        GtkStringList *labels = GTK_STRING_LIST (adw_combo_row_get_model (who));

        for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (labels)); i++) {
            if (strcmp (gtk_string_list_get_string (labels, i), label) == 0)
                adw_combo_row_set_selected (who, i);
        }
    }
    gtk_editable_set_text (GTK_EDITABLE (row), password);
    button = tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Sign in"));
    g_assert_true (gtk_widget_is_sensitive (button));
    g_signal_emit_by_name (button, "clicked");
}

/**
 * tv_door_test_says:
 *
 * Returns: whether anything that is mapped says @words
 */
gboolean
tv_door_test_says (GtkWidget *root, const char *words)
{
    const char *text = NULL;

    if (!gtk_widget_get_mapped (root))
        return FALSE;
    if (GTK_IS_LABEL (root))
        text = gtk_label_get_text (GTK_LABEL (root));
    else if (GTK_IS_INSCRIPTION (root))
        text = gtk_inscription_get_text (GTK_INSCRIPTION (root));
    else if (GTK_IS_TEXT (root) && gtk_text_get_visibility (GTK_TEXT (root)))
        text = gtk_editable_get_text (GTK_EDITABLE (root));
    if (text && strstr (text, words))
        return TRUE;
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        if (tv_door_test_says (child, words))
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_door_test_can_in:
 * @stack: anywhere in the window
 *
 * Returns: whether a button for @action could be pressed there
 */
gboolean
tv_door_test_can_in (GtkStack *stack, const char *action)
{
    GtkWidget *probe = gtk_button_new ();
    gboolean can;

    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (probe), action);
    gtk_stack_add_child (stack, probe);
    can = gtk_widget_get_sensitive (probe);
    gtk_stack_remove (stack, probe);
    return can;
}

/**
 * tv_door_test_can:
 *
 * Returns: whether a button for @action could be pressed in the window
 */
gboolean
tv_door_test_can (TvUiTest *test, const char *action)
{
    return tv_door_test_can_in (test->window->page_stack, action);
}
