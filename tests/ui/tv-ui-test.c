/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every window test needs: a book of made-up children, a window over it, a way to wait for
 * what happens on other threads, and a picture for people to look at. */

#include "tests/ui/tv-ui-test.h"

#include "workflows/tv-demo.h"

#include <glib/gstdio.h>

#define PICTURE_WIDTH 1366
#define PICTURE_HEIGHT 768
#define MOST_TRIES 200

static TvApplication *application;
static char *home;

static gboolean
wake_cb (gpointer data)
{
    return G_SOURCE_REMOVE;
}

/**
 * tv_ui_test_turn:
 *
 * Turns the main loop once, for at most 20 ms.
 */
void
tv_ui_test_turn (void)
{
    g_autoptr (GSource) wake = g_timeout_source_new (20);

    g_source_set_callback (wake, wake_cb, NULL, NULL);
    g_source_attach (wake, NULL);
    g_main_context_iteration (NULL, TRUE);
    g_source_destroy (wake);
}

static void
remove_folder (const char *path)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *child = g_build_filename (path, name, NULL);

        if (g_file_test (child, G_FILE_TEST_IS_DIR))
            remove_folder (child);
        else
            g_unlink (child);
    }
    g_rmdir (path);
}

static void
remove_home (void)
{
    remove_folder (home);
}

/* GLib's own isolation also hides the machine's data folders, and with them the loader of SVG
 * icons. */
static void
make_home (void)
{
    static const char *const variables[]
        = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };

    home = g_dir_make_tmp ("tamvoc-home-XXXXXX", NULL);
    g_assert_nonnull (home);
    for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
        g_setenv (variables[i], home, TRUE);
    atexit (remove_home);
}

/**
 * tv_ui_test_init:
 *
 * Starts GTK and the program without touching the home folder or the session.
 */
void
tv_ui_test_init (int *argc, char ***argv)
{
    g_autoptr (GError) error = NULL;

    make_home ();
    g_test_init (argc, argv, NULL);
    gtk_disable_setlocale ();
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    gtk_init ();
    application = tv_application_new ();
    g_application_set_flags (G_APPLICATION (application),
                             G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
    g_application_register (G_APPLICATION (application), NULL, &error);
    g_assert_no_error (error);
    g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/**
 * tv_ui_test_application:
 *
 * Returns: (transfer none): the program of this test, for what it does without a book
 */
TvApplication *
tv_ui_test_application (void)
{
    return application;
}

static TvStore *
make_book (const char *folder, TvLevel level, guint n_students)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 21));
    const TvDemoOptions options = { .n_students = n_students, .seed = 1, .level = level };
    TvStore *store = tv_demo_create (folder, &options, clock, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    return store;
}

static void
open_window (TvUiTest *self)
{
    self->workspace = tv_workspace_new ();
    self->window = TV_WINDOW (tv_window_new (GTK_APPLICATION (application), self->workspace));
    g_object_ref (self->window);
    gtk_window_set_default_size (GTK_WINDOW (self->window), PICTURE_WIDTH, PICTURE_HEIGHT);
    tv_workspace_set_store (self->workspace, self->store);
    gtk_window_present (GTK_WINDOW (self->window));
    tv_test_wait_until (tv_window_get_page_code (self->window));
}

static void
close_window (TvUiTest *self)
{
    gtk_window_destroy (GTK_WINDOW (self->window));
    g_clear_object (&self->window);
    g_clear_object (&self->workspace);
}

/**
 * tv_ui_test_open:
 * @level: of the made-up school
 * @n_students: how many children it has
 *
 * Returns: (transfer full): a window that shows the overview of a practice school, in Vietnamese,
 *   light; the book's day is 21 November 2026
 */
TvUiTest *
tv_ui_test_open (TvLevel level, guint n_students)
{
    return tv_ui_test_open_on (level, n_students, TV_DATE_NONE);
}

/**
 * tv_ui_test_open_on:
 * @level: as tv_ui_test_open()
 * @n_students: as tv_ui_test_open()
 * @day: on which the book, made on 21 November 2026, is opened again; %TV_DATE_NONE: the same day
 *
 * Returns: (transfer full): a window as tv_ui_test_open() opens it
 */
TvUiTest *
tv_ui_test_open_on (TvLevel level, guint n_students, TvDate day)
{
    TvUiTest *self = g_new0 (TvUiTest, 1);
    g_autofree char *parent = NULL;
    g_autoptr (TvClock) clock = NULL;
    g_autoptr (GError) error = NULL;

    parent = g_dir_make_tmp ("tamvoc-ui-XXXXXX", &error);
    g_assert_no_error (error);
    self->folder = g_build_filename (parent, "book", NULL);
    self->application = application;
    self->store = make_book (self->folder, level, n_students);
    if (day != TV_DATE_NONE) {
        tv_store_close (self->store);
        g_object_unref (self->store);
        clock = tv_clock_new_fixed (day);
        self->store = tv_store_open (self->folder, clock, &error);
        g_assert_no_error (error);
    }
    open_window (self);
    return self;
}

/**
 * tv_ui_test_reopen:
 * @language: in which the new window speaks
 * @is_dark: whether it is dark
 *
 * Closes the window and opens another over the same book.
 */
void
tv_ui_test_reopen (TvUiTest *self, TvLanguage language, gboolean is_dark)
{
    close_window (self);
    tv_language_start (language);
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        is_dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                : ADW_COLOR_SCHEME_FORCE_LIGHT);
    open_window (self);
}

/**
 * tv_ui_test_show_page:
 *
 * Returns: (transfer none): the page, shown and painted once
 */
TvPage *
tv_ui_test_show_page (TvUiTest *self, const char *code)
{
    TvPage *page = tv_window_show_page (self->window, code);

    g_assert_nonnull (page);
    tv_ui_test_settle (GTK_WIDGET (page));
    return page;
}

void
tv_ui_test_close (TvUiTest *self)
{
    g_autofree char *parent = g_path_get_dirname (self->folder);

    close_window (self);
    tv_store_close (self->store);
    g_clear_object (&self->store);
    remove_folder (parent);
    g_free (self->folder);
    g_free (self);
}

static void
painted_cb (gboolean *is_painted)
{
    *is_painted = TRUE;
}

/**
 * tv_ui_test_settle:
 * @widget: something in a window that is shown
 *
 * Waits until the window has been painted with all that is known now.
 */
void
tv_ui_test_settle (GtkWidget *widget)
{
    GdkFrameClock *clock;
    gboolean is_painted = FALSE;
    gulong handler;

    tv_test_wait_until (gtk_widget_get_mapped (widget));
    clock = gtk_widget_get_frame_clock (widget);
    handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
    gtk_widget_queue_draw (widget);
    tv_test_wait_until (is_painted);
    g_signal_handler_disconnect (clock, handler);
    while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
}

/* NULL where something has asked to be drawn anew since the last frame: a cursor that blinks is
 * enough for the widget to have dropped what it had painted. */
static GskRenderNode *
take_picture (GtkWidget *widget)
{
    g_autoptr (GdkPaintable) paintable = NULL;
    GtkSnapshot *snapshot = gtk_snapshot_new ();

    tv_ui_test_settle (widget);
    paintable = gtk_widget_paintable_new (widget);
    gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                            gdk_paintable_get_intrinsic_height (paintable));
    return gtk_snapshot_free_to_node (snapshot);
}

/**
 * tv_ui_test_picture:
 * @widget: what to photograph
 * @name: name of the picture, without ".png"
 *
 * Writes screens/@name.png in the build folder.
 */
void
tv_ui_test_picture (GtkWidget *widget, const char *name)
{
    g_autofree char *path = g_strdup_printf ("%s/%s.png", TV_SCREENS_DIR, name);
    g_autoptr (GdkTexture) texture = NULL;
    g_autoptr (GskRenderNode) node = NULL;

    /* Taken once: the wait would take another, which need not come out as well. */
    for (guint i = 0; i < MOST_TRIES && !node; i++)
        node = take_picture (widget);
    g_assert_nonnull (node);
    texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                           node, NULL);
    g_mkdir_with_parents (TV_SCREENS_DIR, 0755);
    g_assert_true (gdk_texture_save_to_png (texture, path));
}

/**
 * tv_ui_test_picture_page:
 * @code: code of the page
 * @name: name of the pictures; "-vi-light" and the like is put behind it
 * @prepare: (nullable): brings the page into its state
 *
 * Photographs the window with the page in both languages, light and dark.
 */
void
tv_ui_test_picture_page (TvUiTest *self, const char *code, const char *name,
                         TvUiTestPrepare prepare, gpointer data)
{
    for (int i = 0; i < 4; i++) {
        TvLanguage language = i < 2 ? TV_LANGUAGE_VIETNAMESE : TV_LANGUAGE_ENGLISH;
        gboolean is_dark = i % 2 == 1;
        g_autofree char *full_name = g_strdup_printf ("%s-%s-%s", name, tv_language_code (language),
                                                      is_dark ? "dark" : "light");
        TvPage *page;

        tv_ui_test_reopen (self, language, is_dark);
        page = tv_ui_test_show_page (self, code);
        if (prepare)
            prepare (self, page, data);
        tv_ui_test_picture (GTK_WIDGET (self->window), full_name);
    }
    tv_ui_test_reopen (self, TV_LANGUAGE_VIETNAMESE, FALSE);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
    if (GTK_IS_LABEL (widget))
        return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
    if (GTK_IS_INSCRIPTION (widget))
        return g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0;
    if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)))
        return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
    return FALSE;
}

/**
 * tv_ui_test_find:
 * @root: where to look
 * @type: of which type the widget is
 * @text: (nullable): what a label or button says, exactly; other types are found by a label within
 *
 * Returns: (transfer none) (nullable): the first such widget that is visible, in the order of the
 *   tree
 */
GtkWidget *
tv_ui_test_find (GtkWidget *root, GType type, const char *text)
{
    if (!gtk_widget_get_visible (root))
        return NULL;
    if (g_type_is_a (G_OBJECT_TYPE (root), type)
        && (!text || says (root, text)
            || (type != GTK_TYPE_LABEL && tv_ui_test_find (root, GTK_TYPE_LABEL, text))))
        return root;
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkWidget *found = tv_ui_test_find (child, type, text);

        if (found)
            return found;
    }
    return NULL;
}

static gboolean
is_for_escape (GtkShortcut *shortcut)
{
    GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

    return GTK_IS_KEYVAL_TRIGGER (trigger)
           && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == GDK_KEY_Escape;
}

static gboolean
try_escape (GListModel *shortcuts, GtkWidget *window)
{
    for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++) {
        g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

        if (is_for_escape (shortcut))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window,
                                                 gtk_shortcut_get_arguments (shortcut));
    }
    return FALSE;
}

/**
 * tv_ui_test_press_escape:
 * @window: a window
 *
 * Does what the window itself does at Escape; no display server is needed for the key.
 *
 * Returns: whether that is anything
 */
gboolean
tv_ui_test_press_escape (GtkWidget *window)
{
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
        g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

        if (GTK_IS_SHORTCUT_CONTROLLER (controller)
            && try_escape (G_LIST_MODEL (controller), window))
            return TRUE;
    }
    return FALSE;
}
