/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child comes from another school: all that its file says is seen before anything is written. */

#include "ui/students/tv-transfer-window.h"

#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-class-list.h"

#include <glib/gi18n.h>

struct _TvTransferWindow {
    AdwWindow parent_instance;

    TvWorkspace *workspace;
    TvTransferPreview *preview;
    GPtrArray *classes;         /* of TvClass, as they are listed */
    guint theirs;               /* bits of TvTransferField */
    TvProgressDialog *progress; /* unowned: a window; NULL while nothing is written */

    GtkWidget *content_box;
    GtkWidget *cancel_button;
    GtkWidget *take_button;
    AdwPreferencesPage *page;
    AdwPreferencesGroup *child_group;
    GtkWidget *known_group;
    AdwActionRow *known_row;
    GtkWidget *same_row;
    GtkSwitch *same_switch;
    AdwPreferencesGroup *question_group;
    GtkWidget *class_group;
    AdwComboRow *class_row;
    AdwEntryRow *date_row;
    GtkLabel *remark_label;
};

G_DEFINE_FINAL_TYPE (TvTransferWindow, tv_transfer_window, ADW_TYPE_WINDOW)

static gboolean
is_known (TvTransferWindow *self)
{
    return self->preview->known && gtk_switch_get_active (self->same_switch);
}

/* Who sits in a class here needs no other. */
static gboolean
wants_class (TvTransferWindow *self)
{
    return !is_known (self) || !self->preview->class_name;
}

static TvDate
read_date (TvTransferWindow *self)
{
    return tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->date_row)));
}

static const char *
find_remark (TvTransferWindow *self)
{
    if (!wants_class (self))
        return NULL;
    if (!self->classes)
        return "";
    if (self->classes->len == 0)
        return _ ("The school year has no classes yet. Import the class lists first.");
    if (adw_combo_row_get_selected (self->class_row) == GTK_INVALID_LIST_POSITION)
        return _ ("Choose the class that the child comes into.");
    return read_date (self) == TV_DATE_NONE
               ? _ ("This is not a date. Type day, month and year: 5/10/2026.")
               : NULL;
}

static void
check (TvTransferWindow *self)
{
    const char *remark;

    if (!self->preview || !self->content_box)
        return;
    remark = find_remark (self);
    gtk_widget_set_visible (self->class_group, wants_class (self));
    gtk_widget_set_visible (GTK_WIDGET (self->question_group),
                            is_known (self) && self->preview->questions->len > 0);
    gtk_label_set_label (self->remark_label, remark ? remark : "");
    gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark && *remark);
    gtk_widget_set_sensitive (self->take_button, remark == NULL);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvTransferWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autofree TvTransferArrival *arrival
        = tv_transfer_in_finish (TV_STORE (source), result, &error);
    g_autofree char *sentence = NULL;

    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (!self->content_box)
        return;
    if (!arrival) {
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        return;
    }
    sentence = tv_transfer_arrival_sentence (arrival, self->preview->transfer->student->name);
    tv_workspace_open_student (self->workspace, arrival->student_id);
    tv_workspace_tell (self->workspace, sentence, TRUE);
    gtk_window_close (GTK_WINDOW (self));
}

static void
take_cb (TvTransferWindow *self)
{
    TvTransferIn request = { .known_id = is_known (self) ? self->preview->known->id : 0,
                             .theirs = self->theirs,
                             .from = TV_DATE_NONE };

    if (self->progress)
        return;
    if (wants_class (self)) {
        const TvClass *class_
            = g_ptr_array_index (self->classes, adw_combo_row_get_selected (self->class_row));

        request.class_id = class_->id;
        request.from = read_date (self);
    }
    self->progress
        = tv_progress_dialog_start (GTK_WINDOW (self), _ ("Writing to the record book…"), NULL);
    tv_transfer_in_async (tv_workspace_get_store (self->workspace), self->preview->transfer,
                          &request, NULL, taken_cb, g_object_ref (self));
}

static void
add_fact (TvTransferWindow *self, const char *title, const char *value)
{
    GtkWidget *row = adw_action_row_new ();

    g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", value, "subtitle-lines", 0,
                  NULL);
    adw_preferences_group_add (self->child_group, row);
}

static char *
write_person (const TvStudent *student)
{
    g_autofree char *birth = student->birth_date == TV_DATE_NONE
                                 ? g_strdup (_ ("date of birth not known"))
                                 : tv_date_to_text (student->birth_date);

    if (student->sex == TV_SEX_UNKNOWN)
        return g_steal_pointer (&birth);
    return g_strdup_printf ("%s · %s", birth, tv_sex_label (student->sex));
}

static char *
write_places (const GPtrArray *places)
{
    g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
    g_auto (GStrv) strings = NULL;

    for (guint i = 0; i < places->len; i++) {
        const TvTransferPlace *place = g_ptr_array_index (places, i);
        g_autofree char *year = tv_school_year_name (place->first_year);
        /* Translators: the name of a class and a school year. */
        g_autofree char *text = g_strdup_printf (_ ("%1$s (%2$s)"), place->class_name, year);

        g_strv_builder_add (parts, text);
    }
    strings = g_strv_builder_end (parts);
    return g_strjoinv (" · ", strings);
}

static char *
write_counts (const TvTransferPreview *preview)
{
    guint n = preview->n_new + preview->n_there;

    if (n == 0)
        return g_strdup (_ ("none"));
    if (preview->n_there == 0)
        return g_strdup_printf (ngettext ("%u measurement", "%u measurements", n), n);
    /* Translators: how many measurements are in the file, and how many of them are new. */
    return g_strdup_printf (ngettext ("%1$u measurement, %2$u of them not in this book yet",
                                      "%1$u measurements, %2$u of them not in this book yet", n),
                            n, preview->n_new);
}

static void
show_child (TvTransferWindow *self)
{
    const TvTransfer *transfer = self->preview->transfer;
    g_autofree char *title = g_markup_escape_text (transfer->student->name, -1);
    g_autofree char *day = tv_date_to_text (transfer->written_on);
    /* Translators: the name of a school and a day. */
    g_autofree char *origin = g_strdup_printf (_ ("%1$s, on %2$s"), transfer->school, day);
    g_autofree char *person = write_person (transfer->student);
    g_autofree char *places = write_places (transfer->places);
    g_autofree char *counts = write_counts (self->preview);

    adw_preferences_group_set_title (self->child_group, title);
    add_fact (self, _ ("Date of birth and sex"), person);
    add_fact (self, _ ("Written by"), origin);
    if (*places)
        add_fact (self, _ ("Classes there"), places);
    add_fact (self, _ ("Measured there"), counts);
    add_fact (self, _ ("When last measured"), self->preview->growth);
}

static void
show_known (TvTransferWindow *self)
{
    const TvStudent *known = self->preview->known;
    g_autofree char *person = known ? write_person (known) : NULL;
    g_autofree char *subtitle = NULL;

    gtk_widget_set_visible (self->known_group, known != NULL);
    gtk_widget_set_visible (self->same_row, known && !self->preview->is_sure);
    if (!known)
        return;
    if (self->preview->class_name)
        /* Translators: date of birth and sex of a child, and its class. */
        subtitle = g_strdup_printf (_ ("%1$s · class %2$s"), person, self->preview->class_name);
    g_object_set (self->known_row, "title", known->name, "subtitle", subtitle ? subtitle : person,
                  NULL);
}

static void
chosen_cb (GtkCheckButton *theirs, GParamSpec *pspec, TvTransferWindow *self)
{
    guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (theirs), "tv-field"));

    if (gtk_check_button_get_active (theirs))
        self->theirs |= 1u << field;
    else
        self->theirs &= ~(1u << field);
}

static void
add_question (TvTransferWindow *self, const TvTransferQuestion *question)
{
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *ours = gtk_check_button_new ();
    GtkWidget *theirs = gtk_check_button_new ();
    g_autofree char *here = g_strdup_printf (_ ("In this book: %s"), question->here);
    g_autofree char *there = g_strdup_printf (_ ("In the file: %s"), question->there);

    g_object_set (row, "use-markup", FALSE, "title", question->name, NULL);
    gtk_check_button_set_label (GTK_CHECK_BUTTON (ours), here);
    gtk_check_button_set_label (GTK_CHECK_BUTTON (theirs), there);
    gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (ours));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (ours), TRUE);
    g_object_set_data (G_OBJECT (theirs), "tv-field", GUINT_TO_POINTER (question->field));
    g_signal_connect_object (theirs, "notify::active", G_CALLBACK (chosen_cb), self, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), ours);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), theirs);
    adw_preferences_group_add (self->question_group, row);
}

static void
classes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvTransferWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) classes = tv_class_list_load_finish (TV_STORE (source), result, &error);
    GtkStringList *names = gtk_string_list_new (NULL);

    self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_class_unref);
    for (guint i = 0; classes && i < classes->len; i++) {
        const TvRosterClass *listed = g_ptr_array_index (classes, i);

        g_ptr_array_add (self->classes, tv_class_ref (listed->class_));
        gtk_string_list_append (names, listed->class_->name);
    }
    if (self->content_box) {
        adw_combo_row_set_model (self->class_row, G_LIST_MODEL (names));
        /* A class that nobody has chosen would be taken without a look. */
        if (self->classes->len > 1)
            adw_combo_row_set_selected (self->class_row, GTK_INVALID_LIST_POSITION);
        check (self);
        if (!classes)
            tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
    }
    g_object_unref (names);
}

static void
tv_transfer_window_dispose (GObject *object)
{
    TvTransferWindow *self = TV_TRANSFER_WINDOW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_TRANSFER_WINDOW);
    g_clear_pointer (&self->preview, tv_transfer_preview_free);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_transfer_window_parent_class)->dispose (object);
}

static void
tv_transfer_window_class_init (TvTransferWindowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_transfer_window_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/students/tv-transfer-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, cancel_button);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, child_group);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, class_group);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, class_row);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, content_box);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, date_row);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, known_group);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, known_row);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, page);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, question_group);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, remark_label);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, same_row);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, same_switch);
    gtk_widget_class_bind_template_child (widget_class, TvTransferWindow, take_button);
    gtk_widget_class_bind_template_callback (widget_class, check);
    gtk_widget_class_bind_template_callback (widget_class, take_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_transfer_window_init (TvTransferWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_transfer_window_present:
 * @workspace: the open book
 * @parent: the window it stands over
 * @preview: (transfer full): what taking the file in would do
 *
 * Returns: (transfer none): the window, shown
 */
TvTransferWindow *
tv_transfer_window_present (TvWorkspace *workspace, GtkWindow *parent, TvTransferPreview *preview)
{
    TvTransferWindow *self = g_object_new (TV_TYPE_TRANSFER_WINDOW, "transient-for", parent, NULL);
    g_autofree char *today = tv_date_to_text (tv_workspace_today (workspace));
    const TvSchoolYear *year = tv_workspace_get_year (workspace);

    self->workspace = g_object_ref (workspace);
    self->preview = preview;
    show_child (self);
    show_known (self);
    for (guint i = 0; i < preview->questions->len; i++)
        add_question (self, g_ptr_array_index (preview->questions, i));
    gtk_editable_set_text (GTK_EDITABLE (self->date_row), today);
    check (self);
    tv_class_list_load_async (tv_workspace_get_store (workspace), year ? year->id : 0, NULL,
                              classes_read_cb, g_object_ref (self));
    gtk_window_present (GTK_WINDOW (self));
    return self;
}
