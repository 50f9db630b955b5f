/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the sign-off: words, and the way to the children they are about. */

#include "ui/measuring/tv-round-signing-private.h"

#define CHILD_KEY "tv-child"
#define CHILDREN_KEY "tv-children"
#define TITLE_KEY "tv-title"

GtkWidget *
_tv_round_signing_add_row (TvRoundSigning *self, AdwPreferencesGroup *group, GtkWidget *row)
{
    adw_preferences_group_add (group, row);
    g_ptr_array_add (self->rows, row);
    return row;
}

GtkWidget *
_tv_round_signing_make_row (const char *title, const char *subtitle)
{
    GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0,
                                   "subtitle-lines", 0, NULL);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    if (subtitle)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    return row;
}

/* Nothing to do is said with a shape and a word, too. */
void
_tv_round_signing_add_done_row (TvRoundSigning *self, AdwPreferencesGroup *group,
                                const char *sentence)
{
    GtkWidget *row = _tv_round_signing_make_row (sentence, NULL);

    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("tv-met-symbolic"));
    _tv_round_signing_add_row (self, group, row);
}

void
_tv_round_signing_make_activatable (GtkWidget *row)
{
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
child_activated_cb (TvRoundSigning *self, GtkWidget *row)
{
    const TvSigningPlace *place = g_object_get_data (G_OBJECT (row), CHILD_KEY);

    g_signal_emit_by_name (self, "child-wanted", place->class_id, place->student_id);
}

GtkWidget *
_tv_round_signing_make_child_row (TvRoundSigning *self, const TvSigningPlace *place,
                                  const char *title, const char *subtitle)
{
    GtkWidget *row = _tv_round_signing_make_row (title, subtitle);

    g_object_set_data_full (G_OBJECT (row), CHILD_KEY, g_memdup2 (place, sizeof *place), g_free);
    _tv_round_signing_make_activatable (row);
    g_signal_connect_object (row, "activated", G_CALLBACK (child_activated_cb), self,
                             G_CONNECT_SWAPPED);
    return row;
}

static void
list_wanted_cb (TvRoundSigning *self, GtkWidget *widget)
{
    const GArray *ids = g_object_get_data (G_OBJECT (widget), CHILDREN_KEY);

    tv_workspace_show_children_of_round (
        self->workspace, g_object_get_data (G_OBJECT (widget), TITLE_KEY),
        self->review->rates->round, (const gint64 *) (gpointer) ids->data, ids->len);
}

void
_tv_round_signing_lead_to_list (TvRoundSigning *self, GtkWidget *widget, const char *signal,
                                const char *title, GArray *ids)
{
    g_object_set_data_full (G_OBJECT (widget), TITLE_KEY, g_strdup (title), g_free);
    g_object_set_data_full (G_OBJECT (widget), CHILDREN_KEY, g_array_ref (ids),
                            (GDestroyNotify) g_array_unref);
    g_signal_connect_object (widget, signal, G_CALLBACK (list_wanted_cb), self, G_CONNECT_SWAPPED);
}
