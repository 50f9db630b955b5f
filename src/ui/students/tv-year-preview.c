/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The last look before a school year turns. A class's names are written when it is unfolded. */

#include "ui/students/tv-year-preview.h"

#include "workflows/tv-year-groups.h"

#include <glib/gi18n.h>

struct _TvYearPreview {
    AdwBin parent_instance;

    TvYearTurn *turn;  /* not owned: of the window */
    GPtrArray *groups; /* of TvYearGroup */
};

G_DEFINE_FINAL_TYPE (TvYearPreview, tv_year_preview, ADW_TYPE_BIN)

/* Whom the class is made up of: "1A1: 33 · 2A1: 1". */
static char *
say_origins (TvYearPreview *self, const TvYearGroup *group)
{
    const TvYearProposal *proposal = tv_year_turn_get_proposal (self->turn);
    g_autofree guint *counts = g_new0 (guint, proposal->classes->len);
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < group->children->len; i++)
        counts[((const TvYearChild *) g_ptr_array_index (group->children, i))->class_index]++;
    for (guint i = 0; i < proposal->classes->len; i++) {
        const TvYearClass *class_ = g_ptr_array_index (proposal->classes, i);

        if (counts[i] > 0)
            g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "",
                                    class_->class_->name, counts[i]);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_names (TvYearPreview *self, const TvYearGroup *group)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < group->children->len; i++) {
        const TvYearChild *child = g_ptr_array_index (group->children, i);

        g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n" : "", i + 1, child->student->name);
        if (tv_year_turn_is_exception (self->turn, child))
            g_string_append_printf (
                text, " (%s)", tv_year_fate_label (tv_year_turn_get_child (self->turn, child)));
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
unfolded_cb (TvYearPreview *self, GParamSpec *pspec, AdwExpanderRow *row)
{
    const TvYearGroup *group = g_object_get_data (G_OBJECT (row), "tv-group");
    g_autofree char *names = NULL;
    GtkWidget *label;

    if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "tv-names"))
        return;
    names = write_names (self, group);
    label = gtk_label_new (names);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    gtk_widget_set_margin_top (label, 9);
    gtk_widget_set_margin_bottom (label, 9);
    gtk_widget_set_margin_start (label, 24);
    gtk_widget_set_margin_end (label, 12);
    adw_expander_row_add_row (row, label);
    g_object_set_data (G_OBJECT (row), "tv-names", label);
}

static GtkWidget *
make_row (TvYearPreview *self, TvYearGroup *group)
{
    GtkWidget *row = adw_expander_row_new (), *count;
    g_autofree char *origins = say_origins (self, group);
    g_autofree char *text = g_strdup_printf ("%u", group->children->len);

    g_object_set (row, "use-markup", FALSE, "title",
                  group->name ? group->name : tv_year_fate_label (group->fate), "subtitle", origins,
                  NULL);
    count = gtk_label_new (text);
    gtk_widget_add_css_class (count, "numeric");
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), count);
    g_object_set_data (G_OBJECT (row), "tv-group", group);
    g_signal_connect_object (row, "notify::expanded", G_CALLBACK (unfolded_cb), self,
                             G_CONNECT_SWAPPED);
    return row;
}

static void
add_groups (TvYearPreview *self, AdwPreferencesPage *page, gboolean is_going_on, const char *title,
            const char *description)
{
    GtkWidget *widget = adw_preferences_group_new ();
    guint n_rows = 0;

    for (guint i = 0; i < self->groups->len; i++) {
        TvYearGroup *group = g_ptr_array_index (self->groups, i);

        if ((group->fate == TV_YEAR_GOES_ON) != is_going_on)
            continue;
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), make_row (self, group));
        n_rows++;
    }
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), title);
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (widget), description);
    if (n_rows > 0)
        adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (widget));
    else
        g_object_unref (g_object_ref_sink (widget));
}

static void
tv_year_preview_dispose (GObject *object)
{
    TvYearPreview *self = TV_YEAR_PREVIEW (object);

    adw_bin_set_child (ADW_BIN (self), NULL);
    g_clear_pointer (&self->groups, g_ptr_array_unref);
    G_OBJECT_CLASS (tv_year_preview_parent_class)->dispose (object);
}

static void
tv_year_preview_class_init (TvYearPreviewClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_year_preview_dispose;
}

static void
tv_year_preview_init (TvYearPreview *self)
{
}

/**
 * tv_year_preview_show:
 * @turn: (transfer none): what is decided; lives as long as it is shown
 */
void
tv_year_preview_show (TvYearPreview *self, TvYearTurn *turn)
{
    AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
    g_autofree char *next = tv_school_year_name (tv_year_turn_get_proposal (turn)->first_year + 1);
    /* Translators: %s is a school year, such as 2027-2028. */
    g_autofree char *title = g_strdup_printf (_ ("Classes of %s"), next);
    g_autofree char *day = tv_date_to_text (tv_year_turn_get_last_day (turn));
    /* Translators: %s is a date. */
    g_autofree char *leaving = g_strdup_printf (_ ("Last day here: %s"), day);

    adw_bin_set_child (ADW_BIN (self), NULL);
    g_clear_pointer (&self->groups, g_ptr_array_unref);
    self->turn = turn;
    self->groups = tv_year_groups_list (turn);
    add_groups (self, page, TRUE, title,
                _ ("Numbered by given name. Click a class to see the names."));
    add_groups (self, page, FALSE, _ ("Not in a class of the new year"), leaving);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (page));
}
