/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which round the page is about: opening another, changing the one that is chosen, and the monthly
 * weighing, which stands among the classes though it is a round of its own. */

#include "ui/measuring/tv-measuring-page-private.h"

#include "ui/measuring/tv-round-dialog.h"

#include <glib/gi18n.h>

/* Stands for "to the monthly weighing" among the classes of another round. */
#define TO_MONTHLY G_MININT64

static gboolean
is_monthly (const TvRound *round)
{
    return round && round->kind == TV_ROUND_MONTHLY;
}

/* The one that goes on today; NULL where none was opened yet. */
static TvRound *
find_monthly (TvMeasuringPage *self)
{
    TvBookCover *cover = tv_workspace_get_cover (self->workspace);
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    TvDate today = tv_workspace_today (self->workspace);

    for (guint i = 0; cover && year && i < cover->rounds->len; i++) {
        TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (is_monthly (round) && round->year_id == year->id && !round->is_closed
            && round->first_day <= today
            && (round->last_day == TV_DATE_NONE || today <= round->last_day))
            return round;
    }
    return NULL;
}

/**
 * _tv_measuring_page_add_monthly:
 *
 * Puts the monthly weighing among the classes to choose from: first in its own round, last in
 * another, where choosing it leads to its round.
 */
void
_tv_measuring_page_add_monthly (TvMeasuringPage *self)
{
    gboolean is_its_own = is_monthly (tv_workspace_get_round (self->workspace));
    const TvClass values = { .id = is_its_own ? TV_MEASURING_ALL_CLASSES : TO_MONTHLY,
                             .name = (char *) tv_round_kind_label (TV_ROUND_MONTHLY) };
    TvRosterClass *entry;

    if (self->classes->len == 0 || !tv_workspace_get_round (self->workspace)
        || (!is_its_own && !find_monthly (self) && !tv_workspace_can_edit (self->workspace)))
        return;
    entry = g_new0 (TvRosterClass, 1);
    entry->class_ = tv_class_new (&values);
    g_ptr_array_insert (self->classes, is_its_own ? 0 : -1, entry);
}

/**
 * _tv_measuring_page_leads_to_monthly:
 * @roster_class: what was chosen
 *
 * Goes to the monthly weighing of today, or asks to open it, where that was chosen.
 *
 * Returns: whether it was
 */
gboolean
_tv_measuring_page_leads_to_monthly (TvMeasuringPage *self, const TvRosterClass *roster_class)
{
    TvRound *monthly = find_monthly (self);

    if (roster_class->class_->id != TO_MONTHLY)
        return FALSE;
    tv_measuring_grid_commit (self->grid);
    _tv_measuring_page_show_class (self);
    if (monthly)
        tv_workspace_set_round (self->workspace, monthly);
    else
        tv_round_dialog_open_new (self->workspace, TV_ROUND_MONTHLY, GTK_WIDGET (self));
    return TRUE;
}

/**
 * _tv_measuring_page_say_class:
 *
 * Returns: (transfer full): a class and how many children sit in it; the monthly weighing without
 *   a number, which would have to be looked up
 */
char *
_tv_measuring_page_say_class (const TvRosterClass *roster_class)
{
    if (roster_class->class_->id == TV_MEASURING_ALL_CLASSES
        || roster_class->class_->id == TO_MONTHLY)
        return g_strdup (roster_class->class_->name);
    /* Translators: a class and how many children sit in it. */
    return g_strdup_printf (C_ ("class", "%s (%u)"), roster_class->class_->name,
                            roster_class->n_students);
}

/* The year stands in the sidebar; in the row of the sheet its words would be cut. */
static char *
say_round (TvMeasuringPage *self, const TvRound *round)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    int number = tv_round_number (round);
    g_autofree char *usual = year ? tv_round_default_name (number, year->first_year) : NULL;

    if (number == 0 || g_strcmp0 (usual, round->name) != 0)
        return g_strdup (round->name);
    /* Translators: a measuring round by its number in the school year */
    return g_strdup_printf (_ ("Round %d"), number);
}

/**
 * _tv_measuring_page_show_round:
 *
 * Says which round is chosen, and whether it can be changed.
 */
void
_tv_measuring_page_show_round (TvMeasuringPage *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);
    g_autofree char *name = round ? say_round (self, round) : NULL;

    gtk_label_set_label (self->round_label, name ? name : "");
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->round_label), round ? round->name : NULL);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "measuring.new-round",
                                   tv_workspace_may (self->workspace, TV_RIGHT_EDIT_BOOK));
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "measuring.change-round",
                                   round && !round->is_closed
                                       && tv_workspace_can_edit (self->workspace));
}

/**
 * _tv_measuring_page_take_round:
 *
 * Follows the choice of a round: another one has other classes, and a monthly one begins with those
 * who are weighed every month.
 */
void
_tv_measuring_page_take_round (TvMeasuringPage *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);
    gint64 round_id = round ? round->id : 0;

    _tv_measuring_page_show_round (self);
    if (round_id == self->round_id)
        return;
    self->round_id = round_id;
    /* Only a regular round is signed off. */
    if (round && round->kind != TV_ROUND_REGULAR)
        self->is_signing = FALSE;
    if (is_monthly (round))
        self->class_id = TV_MEASURING_ALL_CLASSES;
    _tv_measuring_page_read_classes (self);
}

static void
open_round_clicked_cb (TvMeasuringPage *self)
{
    tv_round_dialog_open_new (self->workspace, TV_ROUND_REGULAR, GTK_WIDGET (self));
}

static void
new_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    open_round_clicked_cb (TV_MEASURING_PAGE (widget));
}

static void
change_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    tv_round_dialog_edit (TV_MEASURING_PAGE (widget)->workspace, widget);
}

void
_tv_measuring_page_install_rounds (GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action (widget_class, "measuring.new-round", NULL, new_round_action);
    gtk_widget_class_install_action (widget_class, "measuring.change-round", NULL,
                                     change_round_action);
}

void
_tv_measuring_page_connect_rounds (TvMeasuringPage *self)
{
    g_signal_connect_swapped (self->open_round_button, "clicked",
                              G_CALLBACK (open_round_clicked_cb), self);
}
