/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the table of targets: what is asked, and a field for how much of it. */

#include "ui/settings/tv-target-row.h"

#include "base/tv-language.h"
#include "base/tv-number.h"

#include <glib/gi18n.h>

struct _TvTargetRow {
    AdwActionRow parent_instance;

    TvTarget *target;
    GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (TvTargetRow, tv_target_row, ADW_TYPE_ACTION_ROW)

enum {
    EDITED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
direction_sign (TvDirection direction)
{
    switch (direction) {
    case TV_DIRECTION_BELOW:
        return "<";
    case TV_DIRECTION_AT_MOST:
        return "≤";
    case TV_DIRECTION_AT_LEAST:
        return "≥";
    default:
        return "";
    }
}

static const char *
unit_label (const char *unit)
{
    if (g_strcmp0 (unit, "percent") == 0)
        return "%";
    if (g_strcmp0 (unit, "per-100000") == 0)
        return _ ("per 100,000");
    if (g_strcmp0 (unit, "per-1000") == 0)
        return _ ("per 1,000");
    if (g_strcmp0 (unit, "of-126") == 0)
        return _ ("of 126");
    return "";
}

static gboolean
read_value (TvTargetRow *self, gint64 *value)
{
    return tv_number_parse_fixed (gtk_editable_get_text (self->entry), 3, value) && *value >= 0;
}

static void
show_value (TvTargetRow *self)
{
    g_autofree char *text = tv_number_format_fixed (self->target->value_thousandths, 3, 0);

    gtk_editable_set_text (self->entry, text);
}

static void
changed_cb (TvTargetRow *self)
{
    gint64 value;
    gboolean is_number = read_value (self, &value);

    if (is_number)
        gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    else
        gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry),
                                 is_number ? NULL : _ ("A number such as 6.4 is needed here"));
}

/* What is no number is not saved; it stays to be corrected until the field is left. */
static void
commit_cb (TvTargetRow *self)
{
    gint64 value;

    if (read_value (self, &value) && value != self->target->value_thousandths)
        g_signal_emit (self, signals[EDITED], 0, value);
}

static void
left_cb (TvTargetRow *self)
{
    gint64 value;

    if (read_value (self, &value))
        commit_cb (self);
    else
        show_value (self);
}

static void
tv_target_row_dispose (GObject *object)
{
    g_clear_pointer (&TV_TARGET_ROW (object)->target, tv_target_unref);
    G_OBJECT_CLASS (tv_target_row_parent_class)->dispose (object);
}

static void
tv_target_row_class_init (TvTargetRowClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_target_row_dispose;
    signals[EDITED] = g_signal_new ("edited", TV_TYPE_TARGET_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tv_target_row_init (TvTargetRow *self)
{
    self->entry = GTK_EDITABLE (gtk_entry_new ());
    gtk_editable_set_width_chars (self->entry, 7);
    gtk_editable_set_max_width_chars (self->entry, 7);
    gtk_editable_set_alignment (self->entry, 1);
    gtk_widget_set_valign (GTK_WIDGET (self->entry), GTK_ALIGN_CENTER);
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
}

static GtkWidget *
make_label (const char *text, int width_chars)
{
    GtkWidget *label = gtk_label_new (text);

    gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_widget_add_css_class (label, "dim-label");
    return label;
}

/**
 * tv_target_row_new:
 * @target: a target with a value
 */
GtkWidget *
tv_target_row_new (TvTarget *target)
{
    TvTargetRow *self = g_object_new (TV_TYPE_TARGET_ROW, "use-markup", FALSE, NULL);
    const char *wording
        = tv_language_get () == TV_LANGUAGE_VIETNAMESE ? target->wording_vi : target->wording_en;
    GtkEventController *focus = gtk_event_controller_focus_new ();

    self->target = tv_target_ref (target);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), wording);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), target->code);
    adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
    show_value (self);
    adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                               make_label (direction_sign (target->direction), 2));
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), make_label (unit_label (target->unit), 10));
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    wording, -1);
    g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->entry, "activate", G_CALLBACK (commit_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
    return GTK_WIDGET (self);
}

TvTarget *
tv_target_row_get_target (TvTargetRow *self)
{
    g_return_val_if_fail (TV_IS_TARGET_ROW (self), NULL);
    return self->target;
}
