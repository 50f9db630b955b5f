/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the table of targets: what is asked, how much of it, and where that is from. */

#include "ui/settings/tv-target-row.h"

#include "base/tv-language.h"
#include "base/tv-number.h"
#include "workflows/tv-targets.h"

#include <glib/gi18n.h>

struct _TvTargetRow {
    AdwActionRow parent_instance;

    TvTarget *target;
};

G_DEFINE_FINAL_TYPE (TvTargetRow, tv_target_row, ADW_TYPE_ACTION_ROW)

enum {
    PUT_BACK_WANTED,
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

/* Sign, number and "%" stay on one line; a unit in words may go below them. */
static char *
write_value (const TvTarget *target)
{
    const char *unit = tv_target_unit_label (target->unit);
    g_autofree char *number = NULL;
    g_autofree char *amount = NULL;

    if (!target->has_value)
        return g_strdup (C_ ("target", "no value"));
    number = tv_number_format_fixed (target->value_thousandths, 3, 0);
    amount = g_strdup_printf ("%s\u00a0%s", direction_sign (target->direction), number);
    if (!*unit)
        return g_steal_pointer (&amount);
    return g_strdup_printf ("%s%s%s", amount, g_str_equal (unit, "%") ? "\u00a0" : " ", unit);
}

static char *
write_origin (const TvTarget *target)
{
    if (!target->source)
        return g_strdup (target->code);
    return g_strdup_printf ("%s · %s", target->code, target->source);
}

static void
put_back_cb (TvTargetRow *self)
{
    g_signal_emit (self, signals[PUT_BACK_WANTED], 0);
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
    signals[PUT_BACK_WANTED]
        = g_signal_new ("put-back-wanted", TV_TYPE_TARGET_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                        NULL, G_TYPE_NONE, 0);
}

static void
tv_target_row_init (TvTargetRow *self)
{
}

static void
add_put_back (TvTargetRow *self)
{
    g_autofree char *value = write_value (tv_target_find_shipped (self->target));
    /* Translators: %s is a target such as "< 6.4 %" */
    g_autofree char *title = g_strdup_printf (_ ("Put back what the program came with: %s"), value);
    GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_set_tooltip_text (button, title);
    gtk_widget_add_css_class (button, "flat");
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
    g_signal_connect_object (button, "clicked", G_CALLBACK (put_back_cb), self, G_CONNECT_SWAPPED);
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
add_value (TvTargetRow *self)
{
    g_autofree char *value = write_value (self->target);
    GtkWidget *label = gtk_label_new (value);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
    gtk_label_set_xalign (GTK_LABEL (label), 1);
    gtk_widget_add_css_class (label, self->target->has_value ? "numeric" : "dim-label");
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), label);
}

/**
 * tv_target_row_new:
 * @target: a target
 * @can_edit: whether it may be changed
 */
GtkWidget *
tv_target_row_new (TvTarget *target, gboolean can_edit)
{
    TvTargetRow *self = g_object_new (TV_TYPE_TARGET_ROW, "use-markup", FALSE, NULL);
    gboolean is_vietnamese = tv_language_get () == TV_LANGUAGE_VIETNAMESE;
    g_autofree char *origin = write_origin (target);

    self->target = tv_target_ref (target);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                   is_vietnamese ? target->wording_vi : target->wording_en);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), origin);
    adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
    add_value (self);
    if (can_edit && !tv_target_is_as_shipped (target))
        add_put_back (self);
    if (can_edit) {
        adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                                   gtk_image_new_from_icon_name ("document-edit-symbolic"));
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
    }
    return GTK_WIDGET (self);
}

TvTarget *
tv_target_row_get_target (TvTargetRow *self)
{
    g_return_val_if_fail (TV_IS_TARGET_ROW (self), NULL);
    return self->target;
}
