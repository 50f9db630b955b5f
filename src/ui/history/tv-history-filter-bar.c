/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields above the history. Each says by itself what it leaves out; together they narrow. */

#include "ui/history/tv-history-filter-bar.h"

#include "ui/history/tv-child-entry.h"
#include "workflows/tv-undo.h"

#include <glib/gi18n.h>

struct _TvHistoryFilterBar {
    GtkWidget parent_instance;

    GtkWidget *box;
    TvChildEntry *child_entry;
    GtkDropDown *person_drop_down;
    GtkDropDown *kind_drop_down;
    GtkEntry *first_entry;
    GtkEntry *last_entry;
    GtkWidget *clear_child; /* around the button: the box swallows Tab before one it cannot enter */
    GtkLabel *remark_label;

    TvWorkspace *workspace;
    TvHistoryChoices *choices; /* as the drop-downs list them, behind "all" */
    TvHistoryFilter filter;
    GCancellable *reading;
    gboolean is_filling; /* a choice that the program makes is no choice of the person */
};

G_DEFINE_FINAL_TYPE (TvHistoryFilterBar, tv_history_filter_bar, GTK_TYPE_WIDGET)

enum {
    CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_open (const TvHistoryFilter *filter)
{
    return !filter->student_id && !filter->person_id && !filter->kind
           && filter->first_day == TV_DATE_NONE && filter->last_day == TV_DATE_NONE;
}

static gboolean
is_same (const TvHistoryFilter *a, const TvHistoryFilter *b)
{
    return a->student_id == b->student_id && a->person_id == b->person_id
           && g_strcmp0 (a->kind, b->kind) == 0 && a->first_day == b->first_day
           && a->last_day == b->last_day;
}

static void
show_remark (TvHistoryFilterBar *self, GtkEntry *entry, const char *remark)
{
    gtk_label_set_label (self->remark_label, remark ? remark : "");
    gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark != NULL);
    gtk_widget_remove_css_class (GTK_WIDGET (self->first_entry), "error");
    gtk_widget_remove_css_class (GTK_WIDGET (self->last_entry), "error");
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->first_entry), GTK_ACCESSIBLE_STATE_INVALID);
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->last_entry), GTK_ACCESSIBLE_STATE_INVALID);
    if (!remark)
        return;
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
    gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static gboolean
read_day (TvHistoryFilterBar *self, GtkEntry *entry, TvDate *day)
{
    g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

    *day = *text ? tv_date_parse_typed (text) : TV_DATE_NONE;
    if (!*text || *day != TV_DATE_NONE)
        return TRUE;
    show_remark (self, entry, _ ("This is not a date. Type day, month and year: 5/10/2026."));
    return FALSE;
}

static gboolean
read_days (TvHistoryFilterBar *self, TvHistoryFilter *filter)
{
    show_remark (self, NULL, NULL);
    if (!read_day (self, self->first_entry, &filter->first_day)
        || !read_day (self, self->last_entry, &filter->last_day))
        return FALSE;
    if (filter->first_day != TV_DATE_NONE && filter->last_day != TV_DATE_NONE
        && filter->last_day < filter->first_day) {
        show_remark (self, self->last_entry, _ ("The last day is before the first."));
        return FALSE;
    }
    return TRUE;
}

static void
read_drop_downs (TvHistoryFilterBar *self, TvHistoryFilter *filter)
{
    guint person = gtk_drop_down_get_selected (self->person_drop_down);
    guint kind = gtk_drop_down_get_selected (self->kind_drop_down);

    if (!self->choices)
        return;
    if (person > 0 && person <= self->choices->people->len)
        filter->person_id
            = ((const TvPerson *) g_ptr_array_index (self->choices->people, person - 1))->id;
    if (kind > 0 && kind <= self->choices->kinds->len)
        filter->kind = g_ptr_array_index (self->choices->kinds, kind - 1);
}

/* What cannot be read leaves what is seen as it is, and says why. */
static void
apply (TvHistoryFilterBar *self)
{
    TvHistoryFilter filter = { .student_id = tv_child_entry_get_child (self->child_entry) };

    if (self->is_filling || !read_days (self, &filter))
        return;
    read_drop_downs (self, &filter);
    if (is_same (&filter, &self->filter))
        return;
    filter.kind = g_strdup (filter.kind);
    g_free (self->filter.kind);
    self->filter = filter;
    gtk_widget_set_sensitive (self->clear_child, !is_open (&self->filter));
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
day_edited_cb (TvHistoryFilterBar *self, GtkEditable *entry)
{
    if (!*gtk_editable_get_text (entry))
        apply (self);
}

static void
clear_cb (TvHistoryFilterBar *self)
{
    self->is_filling = TRUE;
    tv_child_entry_set_child (self->child_entry, 0);
    gtk_drop_down_set_selected (self->person_drop_down, 0);
    gtk_drop_down_set_selected (self->kind_drop_down, 0);
    gtk_editable_set_text (GTK_EDITABLE (self->first_entry), "");
    gtk_editable_set_text (GTK_EDITABLE (self->last_entry), "");
    self->is_filling = FALSE;
    tv_history_filter_bar_focus_child (self);
    apply (self);
}

static void
fill_people (TvHistoryFilterBar *self, GPtrArray *people)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    guint selected = 0;

    gtk_string_list_append (names, C_ ("history", "Everybody"));
    for (guint i = 0; i < people->len; i++) {
        const TvPerson *person = g_ptr_array_index (people, i);

        gtk_string_list_append (names, person->name);
        if (person->id == self->filter.person_id)
            selected = i + 1;
    }
    gtk_drop_down_set_model (self->person_drop_down, G_LIST_MODEL (names));
    gtk_drop_down_set_selected (self->person_drop_down, selected);
}

static void
fill_kinds (TvHistoryFilterBar *self, GPtrArray *kinds)
{
    g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
    guint selected = 0;

    gtk_string_list_append (labels, C_ ("history", "Whatever was done"));
    for (guint i = 0; i < kinds->len; i++) {
        const char *kind = g_ptr_array_index (kinds, i);

        gtk_string_list_append (labels, tv_change_kind_label (kind));
        if (g_strcmp0 (kind, self->filter.kind) == 0)
            selected = i + 1;
    }
    gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (labels));
    gtk_drop_down_set_selected (self->kind_drop_down, selected);
}

static gboolean
is_same_choices (const TvHistoryChoices *a, const TvHistoryChoices *b)
{
    if (!a || a->people->len != b->people->len || a->kinds->len != b->kinds->len)
        return FALSE;
    for (guint i = 0; i < a->people->len; i++) {
        const TvPerson *one = a->people->pdata[i], *other = b->people->pdata[i];

        if (one->id != other->id || g_strcmp0 (one->name, other->name) != 0)
            return FALSE;
    }
    for (guint i = 0; i < a->kinds->len; i++) {
        if (g_strcmp0 (a->kinds->pdata[i], b->kinds->pdata[i]) != 0)
            return FALSE;
    }
    return TRUE;
}

/* A list that is open must not be taken away for another that says the same. */
static void
choices_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvHistoryFilterBar) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvHistoryChoices) choices
        = tv_history_choices_load_finish (TV_STORE (source), result, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!choices) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    if (is_same_choices (self->choices, choices))
        return;
    self->is_filling = TRUE;
    fill_people (self, choices->people);
    fill_kinds (self, choices->kinds);
    self->is_filling = FALSE;
    g_clear_pointer (&self->choices, tv_history_choices_free);
    self->choices = g_steal_pointer (&choices);
}

static void
tv_history_filter_bar_dispose (GObject *object)
{
    TvHistoryFilterBar *self = TV_HISTORY_FILTER_BAR (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_HISTORY_FILTER_BAR);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->choices, tv_history_choices_free);
    g_clear_pointer (&self->filter.kind, g_free);
    G_OBJECT_CLASS (tv_history_filter_bar_parent_class)->dispose (object);
}

static void
tv_history_filter_bar_class_init (TvHistoryFilterBarClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_CHILD_ENTRY);
    G_OBJECT_CLASS (class_)->dispose = tv_history_filter_bar_dispose;
    signals[CHANGED] = g_signal_new ("changed", TV_TYPE_HISTORY_FILTER_BAR, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/history/tv-history-filter-bar.ui");
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, box);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, child_entry);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, clear_child);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, first_entry);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, kind_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, last_entry);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, person_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryFilterBar, remark_label);
    gtk_widget_class_bind_template_callback (widget_class, apply);
    gtk_widget_class_bind_template_callback (widget_class, clear_cb);
    gtk_widget_class_bind_template_callback (widget_class, day_edited_cb);
}

static void
tv_history_filter_bar_init (TvHistoryFilterBar *self)
{
    self->filter.first_day = self->filter.last_day = TV_DATE_NONE;
    self->is_filling = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    self->is_filling = FALSE;
}

void
tv_history_filter_bar_set_workspace (TvHistoryFilterBar *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_HISTORY_FILTER_BAR (self));
    g_set_object (&self->workspace, workspace);
    tv_child_entry_set_workspace (self->child_entry, workspace);
}

/**
 * tv_history_filter_bar_read_choices:
 *
 * Looks again who acted and what was done, for the lists to choose from.
 */
void
tv_history_filter_bar_read_choices (TvHistoryFilterBar *self)
{
    g_return_if_fail (TV_IS_HISTORY_FILTER_BAR (self));
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->reading = g_cancellable_new ();
    tv_history_choices_load_async (tv_workspace_get_store (self->workspace), self->reading,
                                   choices_read_cb, g_object_ref (self));
}

/**
 * tv_history_filter_bar_show_child:
 * @student_id: of a child
 *
 * Lets everything pass that is about this child, whatever was filtered before.
 */
void
tv_history_filter_bar_show_child (TvHistoryFilterBar *self, gint64 student_id)
{
    g_return_if_fail (TV_IS_HISTORY_FILTER_BAR (self));
    clear_cb (self);
    tv_child_entry_set_child (self->child_entry, student_id);
}

void
tv_history_filter_bar_focus_child (TvHistoryFilterBar *self)
{
    gtk_widget_grab_focus (GTK_WIDGET (self->child_entry));
}

/**
 * tv_history_filter_bar_get_filter:
 *
 * Returns: (transfer none): what is to be seen
 */
const TvHistoryFilter *
tv_history_filter_bar_get_filter (TvHistoryFilterBar *self)
{
    return &self->filter;
}
