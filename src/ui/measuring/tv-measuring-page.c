/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measuring page: which round, which class, and what is shown of them. What happens while
 * somebody types stands in tv-measuring-page-entry.c. */

#include "ui/measuring/tv-measuring-page-private.h"

#include "ui/shell/tv-page.h"
#include "ui/shell/tv-settings.h"
#include "ui/students/tv-student-dialog.h"

#include <glib/gi18n.h>

static void tv_measuring_page_page_init (TvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvMeasuringPage, tv_measuring_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_measuring_page_page_init))

enum {
    PROP_0,
    PROP_WORKSPACE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

void
_tv_measuring_page_choose_page (TvMeasuringPage *self)
{
    const char *name = "sheet";

    if (!self->classes)
        name = "loading";
    else if (self->classes->len == 0)
        name = "no-classes";
    else if (!tv_workspace_get_round (self->workspace))
        name = "no-round";
    else if (self->is_signing)
        name = "signing";
    else if (!self->sheet)
        name = "loading";
    gtk_stack_set_visible_child_name (self->stack, name);
}

/* Whoever adds a child does so to measure it. */
void
_tv_measuring_page_focus_added (TvMeasuringPage *self)
{
    TvMeasuringLine *line
        = self->added_id ? _tv_measuring_page_find_line (self, self->added_id) : NULL;

    if (!line)
        return;
    self->added_id = 0;
    self->wants_focus = FALSE;
    tv_measuring_grid_focus (self->grid, line, TV_QUANTITY_WEIGHT);
}

static void
show_sheet (TvMeasuringPage *self)
{
    TvDate today = tv_workspace_today (self->workspace);
    TvDate day = tv_session_bar_find_day (self->session_bar, self->sheet->round->id,
                                          self->sheet->class_->id, today);
    g_autoptr (TvSession) session = tv_measuring_sheet_session (self->sheet, day);
    gboolean is_read_only = self->sheet->round->is_closed || !_tv_measuring_page_can_measure (self);
    TvMeasuringProgress progress;

    tv_measuring_sheet_count (self->sheet, &progress);
    tv_session_bar_show (self->session_bar, session, today,
                         progress.n_measured + progress.n_marked < self->sheet->rows->len);
    gtk_widget_set_sensitive (GTK_WIDGET (self->session_bar), !is_read_only);
    _tv_measuring_page_show_paste (self);
    _tv_measuring_page_show_paper (self);
    _tv_measuring_page_show_closed (self);
    self->is_showing = TRUE;
    tv_measuring_grid_show (self->grid, self->sheet, session, is_read_only);
    _tv_measuring_page_bring_drafts (self);
    self->is_showing = FALSE;
    tv_question_bar_set_read_only (self->question_bar, is_read_only);
    tv_question_bar_show (self->question_bar, tv_question_bar_get_line (self->question_bar));
    _tv_measuring_page_show_progress (self);
    _tv_measuring_page_choose_page (self);
    if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self->grid))) {
        self->wants_focus = FALSE;
        tv_measuring_grid_focus_first_empty (self->grid);
    }
    _tv_measuring_page_focus_added (self);
    _tv_measuring_page_catch_up (self);
}

static void
sheet_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvMeasuringPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load_finish (TV_STORE (source), result, &error);

    if (!sheet) {
        if (self->workspace)
            tv_workspace_tell_error (self->workspace, error);
        return;
    }
    if (!self->workspace || sheet->class_->id != self->class_id)
        return;
    /* What is on its way is newer than this answer. */
    if (self->n_saving > 0) {
        self->needs_sheet = TRUE;
        return;
    }
    g_clear_pointer (&self->sheet, tv_measuring_sheet_unref);
    self->sheet = g_steal_pointer (&sheet);
    show_sheet (self);
}

void
_tv_measuring_page_read_sheet (TvMeasuringPage *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);

    self->needs_sheet = FALSE;
    _tv_measuring_page_renew (&self->sheet_reading);
    if (round && (self->class_id != TV_MEASURING_ALL_CLASSES || round->kind == TV_ROUND_MONTHLY))
        tv_measuring_sheet_load_async (tv_workspace_get_store (self->workspace), round->id,
                                       self->class_id, self->sheet_reading, sheet_read_cb,
                                       g_object_ref (self));
    _tv_measuring_page_choose_page (self);
}

static void
order_selected_cb (TvMeasuringPage *self)
{
    TvEntryOrder order = gtk_drop_down_get_selected (self->order_drop_down);

    tv_measuring_grid_set_order (self->grid, order);
    if (!self->is_showing)
        g_settings_set_enum (tv_settings_get (), "entry-order", order);
}

static void
order_set_cb (TvMeasuringPage *self)
{
    self->is_showing = TRUE;
    gtk_drop_down_set_selected (self->order_drop_down,
                                g_settings_get_enum (tv_settings_get (), "entry-order"));
    self->is_showing = FALSE;
}

static void
child_added_cb (TvMeasuringPage *self, gint64 student_id)
{
    self->added_id = student_id;
    _tv_measuring_page_focus_added (self);
}

/* Whoever is missing on a sheet of the past was there when it was filled. */
static TvDate
first_day_of_added (TvMeasuringPage *self)
{
    TvDate today = tv_workspace_today (self->workspace);
    const TvRound *round = self->sheet ? self->sheet->round : NULL;

    return round && round->last_day != TV_DATE_NONE ? MIN (today, round->last_day) : today;
}

static void
add_child_clicked_cb (TvMeasuringPage *self)
{
    TvStudentDialog *dialog;

    if (!tv_workspace_can_edit (self->workspace))
        return;
    dialog = tv_student_dialog_present (self->workspace, NULL, self->class_id, GTK_WIDGET (self));
    tv_student_dialog_set_first_day (dialog, first_day_of_added (self));
    g_signal_connect_object (dialog, "added", G_CALLBACK (child_added_cb), self, G_CONNECT_SWAPPED);
}

/* The same round comes again whenever its record may have changed; that is no new choice. */
static void
round_chosen_cb (TvMeasuringPage *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);

    _tv_measuring_page_take_round (self);
    if (!round || !self->sheet || self->sheet->round->id != round->id) {
        g_clear_pointer (&self->sheet, tv_measuring_sheet_unref);
        self->wants_focus = TRUE;
    }
    _tv_measuring_page_read_sheet (self);
}

static void
book_changed_cb (TvMeasuringPage *self, guint topics)
{
    if (topics & (TV_TOPIC_CLASSES | TV_TOPIC_STUDENTS | TV_TOPIC_ROUNDS))
        _tv_measuring_page_read_classes (self);
    if (topics & (TV_TOPIC_MEASUREMENTS | TV_TOPIC_STUDENTS | TV_TOPIC_ROUNDS))
        _tv_measuring_page_read_sheet (self);
}

static void
mapped_cb (TvMeasuringPage *self)
{
    if (self->sheet && self->wants_focus) {
        self->wants_focus = FALSE;
        tv_measuring_grid_focus_first_empty (self->grid);
    }
}

static void
tv_measuring_page_show_class (TvPage *page, gint64 class_id)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (page);

    self->is_signing = FALSE;
    _tv_measuring_page_choose_class (self, class_id);
}

/* What the book keeps is half typed, but not lost. */
static gboolean
tv_measuring_page_has_half_typed (TvPage *page)
{
    return !tv_measuring_drafts_is_kept (TV_MEASURING_PAGE (page)->drafts);
}

static void
tv_measuring_page_page_init (TvPageInterface *iface)
{
    iface->show_class = tv_measuring_page_show_class;
    iface->has_half_typed = tv_measuring_page_has_half_typed;
}

static void
tv_measuring_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (object);

    switch (id) {
    case PROP_WORKSPACE:
        self->workspace = g_value_dup_object (value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_words (TvMeasuringPage *self)
{
    const char *add = tv_workspace_is_kindergarten (self->workspace)
                          ? C_ ("kindergarten", "Add a child to this class (Ctrl+N)")
                          : C_ ("school", "Add a student to this class (Ctrl+N)");

    gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add);
}

static void
tv_measuring_page_constructed (GObject *object)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (object);

    G_OBJECT_CLASS (tv_measuring_page_parent_class)->constructed (object);
    g_signal_connect_object (self->workspace, "notify::round", G_CALLBACK (round_chosen_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::year",
                             G_CALLBACK (_tv_measuring_page_read_classes), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "changed", G_CALLBACK (book_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (tv_settings_get (), "changed::entry-order", G_CALLBACK (order_set_cb),
                             self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::school", G_CALLBACK (set_words), self,
                             G_CONNECT_SWAPPED);
    set_words (self);
    _tv_measuring_page_show_rights (self);
    _tv_measuring_page_connect_grid (self);
    _tv_measuring_page_connect_paste (self);
    _tv_measuring_page_connect_classes (self);
    _tv_measuring_page_connect_drafts (self);
    _tv_measuring_page_connect_signing (self);
    order_set_cb (self);
    order_selected_cb (self);
    _tv_measuring_page_connect_rounds (self);
    _tv_measuring_page_take_round (self);
    _tv_measuring_page_read_classes (self);
}

static void
tv_measuring_page_dispose (GObject *object)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (object);

    g_cancellable_cancel (self->classes_reading);
    g_cancellable_cancel (self->sheet_reading);
    g_clear_object (&self->classes_reading);
    g_clear_object (&self->sheet_reading);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_MEASURING_PAGE);
    g_clear_pointer (&self->held, g_ptr_array_unref);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    g_clear_pointer (&self->sheet, tv_measuring_sheet_unref);
    g_clear_object (&self->drafts);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_measuring_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/measuring/tv-measuring-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, add_button);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, class_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, closed_label);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, grid);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, open_round_button);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, order_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, progress_bar);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, progress_button);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, progress_label);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, question_bar);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, questions_button);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, round_label);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, session_bar);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, signing);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, signing_button);
    gtk_widget_class_bind_template_child (widget_class, TvMeasuringPage, stack);
    gtk_widget_class_bind_template_callback (widget_class, add_child_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
    gtk_widget_class_bind_template_callback (widget_class, order_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, _tv_measuring_page_show_missed);
    gtk_widget_class_bind_template_callback (widget_class, _tv_measuring_page_open_signing);
}

static void
add_child_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    add_child_clicked_cb (TV_MEASURING_PAGE (widget));
}

static void
tv_measuring_page_class_init (TvMeasuringPageClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_MEASURING_GRID);
    g_type_ensure (TV_TYPE_QUESTION_BAR);
    g_type_ensure (TV_TYPE_ROUND_SIGNING);
    g_type_ensure (TV_TYPE_SESSION_BAR);
    object_class->set_property = tv_measuring_page_set_property;
    object_class->constructed = tv_measuring_page_constructed;
    object_class->dispose = tv_measuring_page_dispose;
    properties[PROP_WORKSPACE]
        = g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
    bind_template (widget_class);
    _tv_measuring_page_install_paste (widget_class);
    _tv_measuring_page_install_paper (widget_class);
    _tv_measuring_page_install_rounds (widget_class);
    gtk_widget_class_install_action (widget_class, "measuring.add-child", NULL, add_child_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                         "measuring.add-child", NULL);
}

static void
tv_measuring_page_init (TvMeasuringPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tv_measuring_page_new (TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_MEASURING_PAGE, "workspace", workspace, NULL);
}
