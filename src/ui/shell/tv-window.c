/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The main window: one record book, its sidebar and its pages. A page is made when it is first
 * shown, so that the window stands before anything is read. */

#include "ui/shell/tv-window-private.h"

#include "ui/shell/tv-page-registry.h"
#include "ui/shell/tv-settings.h"
#include "ui/widgets/tv-width-first-layout.h"

G_DEFINE_FINAL_TYPE (TvWindow, tv_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
    PROP_0,
    PROP_WORKSPACE,
    N_PROPS,
};

enum {
    SIGNED_IN,
    SIGN_IN_LEFT,
    LOCKED,
    PERSON_CHANGED,
    N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_title (TvWindow *self)
{
    const char *code = tv_window_get_page_code (self);
    const TvPageEntry *entry = code ? tv_page_registry_find (code, NULL) : NULL;
    TvSchool *school = tv_workspace_get_school (self->workspace);

    if (entry)
        adw_window_title_set_title (
            self->page_title,
            tv_page_entry_title (entry, tv_workspace_is_kindergarten (self->workspace)));
    gtk_window_set_title (GTK_WINDOW (self), school ? school->name : "Tầm Vóc");
    gtk_widget_set_visible (self->practice_banner, school && school->is_practice);
}

static const char *
find_first_page (TvWindow *self)
{
    TvStore *store = tv_workspace_get_store (self->workspace);

    for (guint i = 0; i < tv_page_registry_count (); i++) {
        const TvPageEntry *entry = tv_page_registry_get (i);

        if (tv_page_entry_is_open_to (entry, store)
            && (!self->first_page || g_str_equal (entry->code, self->first_page)))
            return entry->code;
    }
    return NULL;
}

static void
school_changed_cb (TvWindow *self)
{
    const char *first_page;

    if (!tv_workspace_get_school (self->workspace))
        return;
    _tv_window_show_rights (self);
    _tv_window_show_notices (self);
    first_page = tv_window_get_page_code (self) ? NULL : find_first_page (self);
    if (first_page) {
        gtk_spinner_stop (self->spinner);
        tv_window_show_page (self, first_page);
    }
    show_title (self);
}

static void
page_activated_cb (TvWindow *self, const char *code)
{
    tv_window_show_page (self, code);
}

static void
entered_cb (TvWindow *self, TvStore *store)
{
    _tv_window_enter (self, store);
}

static void
protect_wanted_cb (TvWindow *self)
{
    _tv_window_open_protection (self);
}

static void
locked_cb (TvWindow *self)
{
    g_signal_emit (self, signals[LOCKED], 0);
}

static void
sign_in_left_cb (TvWindow *self)
{
    g_signal_emit (self, signals[SIGN_IN_LEFT], 0);
}

static void
restore_size (TvWindow *self)
{
    GSettings *settings = tv_settings_get ();

    g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
    g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
    g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* A book that was protected just now has somebody signed in. */
static void
active_cb (TvWindow *self)
{
    if (self->workspace)
        _tv_window_show_rights (self);
}

static void
tv_window_constructed (GObject *object)
{
    TvWindow *self = TV_WINDOW (object);

    G_OBJECT_CLASS (tv_window_parent_class)->constructed (object);
    restore_size (self);
    tv_sidebar_set_workspace (self->sidebar, self->workspace);
    g_signal_connect_object (self->workspace, "notify::school", G_CALLBACK (school_changed_cb),
                             self, G_CONNECT_SWAPPED);
    g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
    _tv_window_follow_workspace (self);
    _tv_window_start_backups (self);
    _tv_window_show_rights (self);
    school_changed_cb (self);
}

static void
tv_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    TvWindow *self = TV_WINDOW (object);

    switch (id) {
    case PROP_WORKSPACE:
        self->workspace = g_value_dup_object (value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tv_window_dispose (GObject *object)
{
    TvWindow *self = TV_WINDOW (object);

    _tv_window_stop_backups (self);
    _tv_window_forget_names (self);
    g_clear_pointer (&self->curtain, tv_curtain_drop);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_WINDOW);
    g_clear_object (&self->undo_toast);
    g_clear_pointer (&self->locked_by, g_free);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->first_page, g_free);
    g_clear_pointer (&self->judged_folder, g_free);
    G_OBJECT_CLASS (tv_window_parent_class)->dispose (object);
}

static void
add_signals (TvWindowClass *class_)
{
    GType type = G_TYPE_FROM_CLASS (class_);

    signals[SIGNED_IN] = g_signal_new ("signed-in", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, TV_TYPE_STORE);
    signals[SIGN_IN_LEFT] = g_signal_new ("sign-in-left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
    signals[LOCKED]
        = g_signal_new ("locked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[PERSON_CHANGED] = g_signal_new ("person-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, TV_TYPE_STORE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (widget_class,
                                                 "/io/github/tamvoc/TamVoc/ui/shell/tv-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvWindow, book_view);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, door);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, folder_banner);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, leaflet);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, lock_button);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, names_banner);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, page_stack);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, page_title);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, person_label);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, practice_banner);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, read_only_banner);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, search_button);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, sidebar);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, sign_in_page);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, spinner);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, toast_overlay);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, undo_button);
    gtk_widget_class_bind_template_child (widget_class, TvWindow, year_banner);
    gtk_widget_class_bind_template_callback (widget_class, entered_cb);
    gtk_widget_class_bind_template_callback (widget_class, locked_cb);
    gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, protect_wanted_cb);
    gtk_widget_class_bind_template_callback (widget_class, sign_in_left_cb);
}

static void
tv_window_class_init (TvWindowClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_NOTICE_BAR);
    g_type_ensure (TV_TYPE_SIDEBAR);
    g_type_ensure (TV_TYPE_SIGN_IN_PAGE);
    g_type_ensure (TV_TYPE_WIDTH_FIRST_LAYOUT);
    object_class->constructed = tv_window_constructed;
    object_class->set_property = tv_window_set_property;
    object_class->dispose = tv_window_dispose;
    properties[PROP_WORKSPACE]
        = g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);

    add_signals (class_);
    bind_template (widget_class);
    _tv_window_install_actions (widget_class);
    _tv_window_install_notices (widget_class);
    _tv_window_install_rights (widget_class);
    _tv_window_install_lock (widget_class);
}

static void
tv_window_init (TvWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_spinner_start (self->spinner);
}

GtkWidget *
tv_window_new (GtkApplication *application, TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_WINDOW, "application", application, "workspace", workspace, NULL);
}

TvWorkspace *
tv_window_get_workspace (TvWindow *self)
{
    g_return_val_if_fail (TV_IS_WINDOW (self), NULL);
    return self->workspace;
}

/**
 * tv_window_set_first_page:
 * @code: (nullable): which page is shown when the book is open, instead of the first one
 */
void
tv_window_set_first_page (TvWindow *self, const char *code)
{
    g_return_if_fail (TV_IS_WINDOW (self));
    g_free (self->first_page);
    self->first_page = g_strdup (code);
}

/**
 * tv_window_show_page:
 * @code: code of a page, see tv-page-registry.c
 *
 * Returns: (transfer none) (nullable): the page, made if it did not stand yet; NULL while no book
 *   is open, or where whoever is at the book has no right to the page
 */
TvPage *
tv_window_show_page (TvWindow *self, const char *code)
{
    guint index = 0;
    const TvPageEntry *entry = tv_page_registry_find (code, &index);
    GtkWidget *page;
    gboolean is_shown;

    g_return_val_if_fail (TV_IS_WINDOW (self), NULL);
    g_return_val_if_fail (entry, NULL);
    if (!tv_workspace_get_school (self->workspace)
        || !tv_page_entry_is_open_to (entry, tv_workspace_get_store (self->workspace)))
        return NULL;
    page = gtk_stack_get_child_by_name (self->page_stack, code);
    if (!page) {
        page = entry->make (self->workspace);
        gtk_stack_add_named (self->page_stack, page, code);
    }
    is_shown = gtk_stack_get_visible_child (self->page_stack) == page;
    gtk_stack_set_visible_child (self->page_stack, page);
    /* The page that stands keeps the focus where it is. */
    if (!is_shown || !gtk_widget_get_focus_child (page))
        gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
    tv_sidebar_select (self->sidebar, index);
    adw_leaflet_set_visible_child_name (self->leaflet, "content");
    show_title (self);
    return TV_PAGE (page);
}

/**
 * tv_window_get_page_code:
 *
 * Returns: (nullable): code of the page that is shown, NULL while no book is open
 */
const char *
tv_window_get_page_code (TvWindow *self)
{
    const char *code;

    g_return_val_if_fail (TV_IS_WINDOW (self), NULL);
    code = gtk_stack_get_visible_child_name (self->page_stack);
    return g_strcmp0 (code, "loading") == 0 ? NULL : code;
}
