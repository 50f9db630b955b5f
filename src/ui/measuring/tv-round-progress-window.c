/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The classes of a round with how many of their children are measured. A class opens to name those
 * who are not, and each of them leads to its line. */

#include "ui/measuring/tv-round-progress-window.h"

#include <glib/gi18n.h>

#define PLACE_KEY "tv-place"
#define CLASS_KEY "tv-class"
#define BAR_WIDTH 120

struct _TvRoundProgressWindow {
    AdwWindow parent_instance;

    TvWorkspace *workspace;
    gint64 class_id; /* opened at first; 0: none */
    GtkStack *stack;
    GtkLabel *count_label;
    AdwPreferencesGroup *group;
    GCancellable *reading;
    TvRoundProgress *progress;
};

/* Where a row leads. */
typedef struct {
    gint64 class_id;
    gint64 student_id; /* 0: to the class */
} Place;

G_DEFINE_FINAL_TYPE (TvRoundProgressWindow, tv_round_progress_window, ADW_TYPE_WINDOW)

enum {
    CLASS_WANTED,
    CHILD_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
place_wanted_cb (TvRoundProgressWindow *self, GtkWidget *widget)
{
    const Place *place = g_object_get_data (G_OBJECT (widget), PLACE_KEY);

    g_object_ref (self);
    if (place->student_id)
        g_signal_emit (self, signals[CHILD_WANTED], 0, place->class_id, place->student_id);
    else
        g_signal_emit (self, signals[CLASS_WANTED], 0, place->class_id);
    gtk_window_close (GTK_WINDOW (self));
    g_object_unref (self);
}

static void
lead_to (TvRoundProgressWindow *self, GtkWidget *widget, const char *signal, gint64 class_id,
         gint64 student_id)
{
    const Place place = { class_id, student_id };

    g_object_set_data_full (G_OBJECT (widget), PLACE_KEY, g_memdup2 (&place, sizeof place), g_free);
    g_signal_connect_object (widget, signal, G_CALLBACK (place_wanted_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_child_row (TvRoundProgressWindow *self, const TvMeasuringRow *row)
{
    GtkWidget *widget = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->student->name);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), tv_round_progress_say_why (row));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_widget_set_tooltip_text (widget, _ ("Measure this child now"));
    lead_to (self, widget, "activated", row->class_->id, row->student->id);
    return widget;
}

/* A round that has just begun lacks everybody: the rows are made when they are looked at. */
static void
expanded_cb (TvRoundProgressWindow *self, GParamSpec *pspec, AdwExpanderRow *expander)
{
    const TvClassProgress *class_ = g_object_steal_data (G_OBJECT (expander), CLASS_KEY);

    for (guint i = 0; class_ && i < class_->open->len; i++)
        adw_expander_row_add_row (expander,
                                  make_child_row (self, g_ptr_array_index (class_->open, i)));
}

static GtkWidget *
make_bar (const TvClassProgress *class_)
{
    GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (class_->n_children, 1));

    gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), class_->progress.n_measured);
    gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
    gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
    return bar;
}

static GtkWidget *
make_open_button (TvRoundProgressWindow *self, const TvClass *class_)
{
    /* Translators: %s is a class. */
    g_autofree char *label = g_strdup_printf (_ ("Measure class %s"), class_->name);
    GtkWidget *button = gtk_button_new_from_icon_name ("tv-measuring-symbolic");

    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_set_tooltip_text (button, label);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
    lead_to (self, button, "clicked", class_->id, 0);
    return button;
}

static void
add_class (TvRoundProgressWindow *self, TvClassProgress *class_)
{
    g_autofree char *count = tv_round_progress_say_count (&class_->progress, class_->n_children);
    GtkWidget *row = adw_expander_row_new ();

    g_object_set (row, "use-markup", FALSE, NULL);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), class_->class_->name);
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_bar (class_));
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_open_button (self, class_->class_));
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), class_->open->len > 0);
    g_object_set_data (G_OBJECT (row), CLASS_KEY, class_);
    g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->group, row);
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                   class_->class_->id == self->class_id && class_->open->len > 0);
}

static void
show (TvRoundProgressWindow *self)
{
    g_autofree char *count
        = tv_round_progress_say_count (&self->progress->progress, self->progress->sheet->rows->len);

    gtk_label_set_label (self->count_label, count);
    for (guint i = 0; i < self->progress->classes->len; i++)
        add_class (self, g_ptr_array_index (self->progress->classes, i));
    gtk_stack_set_visible_child_name (self->stack, "progress");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRoundProgressWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!sheet) {
        tv_workspace_tell_error (self->workspace, error);
        gtk_window_close (GTK_WINDOW (self));
        return;
    }
    self->progress = tv_round_progress_new (sheet);
    show (self);
}

static void
tv_round_progress_window_dispose (GObject *object)
{
    TvRoundProgressWindow *self = TV_ROUND_PROGRESS_WINDOW (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_round_progress_window_parent_class)->dispose (object);
}

/* The rows point into it until the last of them is gone. */
static void
tv_round_progress_window_finalize (GObject *object)
{
    g_clear_pointer (&TV_ROUND_PROGRESS_WINDOW (object)->progress, tv_round_progress_free);
    G_OBJECT_CLASS (tv_round_progress_window_parent_class)->finalize (object);
}

static void
tv_round_progress_window_class_init (TvRoundProgressWindowClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    object_class->dispose = tv_round_progress_window_dispose;
    object_class->finalize = tv_round_progress_window_finalize;
    signals[CLASS_WANTED] = g_signal_new ("class-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
    signals[CHILD_WANTED] = g_signal_new ("child-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
    gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class_), GDK_KEY_Escape, 0,
                                         "window.close", NULL);
}

static GtkWidget *
make_content (TvRoundProgressWindow *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    GtkWidget *scrolled_window = gtk_scrolled_window_new ();

    gtk_widget_set_margin_top (box, 12);
    gtk_widget_set_margin_bottom (box, 18);
    gtk_widget_set_margin_start (box, 18);
    gtk_widget_set_margin_end (box, 18);
    self->count_label = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_xalign (self->count_label, 0);
    gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "title-4");
    self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
    adw_preferences_group_set_description (
        self->group, _ ("Open a class to see who is still to be measured. Choose a child to "
                        "measure it now; today counts as its measuring day."));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count_label));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled_window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), box);
    return scrolled_window;
}

static void
tv_round_progress_window_init (TvRoundProgressWindow *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *spinner = gtk_spinner_new ();

    self->stack = GTK_STACK (gtk_stack_new ());
    gtk_widget_set_size_request (spinner, 32, 32);
    gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
    gtk_spinner_start (GTK_SPINNER (spinner));
    gtk_stack_add_named (self->stack, spinner, "loading");
    gtk_stack_add_named (self->stack, make_content (self), "progress");
    gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
    gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
    adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * tv_round_progress_window_present:
 * @workspace: the open book, whose chosen round it is about
 * @class_id: a class whose children are shown at first; 0: none
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none) (nullable): the window; %NULL where no round is chosen
 */
TvRoundProgressWindow *
tv_round_progress_window_present (TvWorkspace *workspace, gint64 class_id, GtkWidget *parent)
{
    TvRound *round = tv_workspace_get_round (workspace);
    TvRoundProgressWindow *self;
    g_autofree char *title = NULL;

    if (!round)
        return NULL;
    /* Translators: %s is the name of a measuring round. */
    title = g_strdup_printf (_ ("Progress: %s"), round->name);
    self = g_object_new (TV_TYPE_ROUND_PROGRESS_WINDOW, "title", title, "modal", TRUE,
                         "transient-for", gtk_widget_get_root (parent), "default-width", 640,
                         "default-height", 620, NULL);
    self->workspace = g_object_ref (workspace);
    self->class_id = class_id;
    self->reading = g_cancellable_new ();
    tv_measuring_sheet_load_async (tv_workspace_get_store (workspace), round->id,
                                   TV_MEASURING_ALL_CLASSES, self->reading, read_cb,
                                   g_object_ref (self));
    gtk_window_present (GTK_WINDOW (self));
    return self;
}

/**
 * tv_round_progress_window_get_progress:
 *
 * Returns: (transfer none) (nullable): what is shown; %NULL until it is read
 */
const TvRoundProgress *
tv_round_progress_window_get_progress (TvRoundProgressWindow *self)
{
    return self->progress;
}
