/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a round is signed off, and how that came about. */

#include "ui/measuring/tv-round-signing-private.h"

#include <glib/gi18n.h>

static char *
write_signing_by (TvSigningKind kind, const char *date, const char *person)
{
    switch (kind) {
    case TV_SIGNING_SIGNED_OFF:
        /* Translators: a date and a person. */
        return g_strdup_printf (_ ("Signed off on %1$s by %2$s"), date, person);
    case TV_SIGNING_TAKEN_BACK:
        /* Translators: a date and a person. */
        return g_strdup_printf (_ ("Signing taken back on %1$s by %2$s"), date, person);
    case TV_SIGNING_REOPENED:
        /* Translators: a date and a person. */
        return g_strdup_printf (_ ("Reopened on %1$s by %2$s"), date, person);
    case TV_SIGNING_REOPENING_TAKEN_BACK:
        /* Translators: a date and a person. */
        return g_strdup_printf (_ ("Reopening taken back on %1$s by %2$s"), date, person);
    default:
        g_return_val_if_reached (NULL);
    }
}

static char *
write_signing_on (TvSigningKind kind, const char *date)
{
    switch (kind) {
    case TV_SIGNING_SIGNED_OFF:
        /* Translators: %s is a date. */
        return g_strdup_printf (_ ("Signed off on %s"), date);
    case TV_SIGNING_TAKEN_BACK:
        /* Translators: %s is a date. */
        return g_strdup_printf (_ ("Signing taken back on %s"), date);
    case TV_SIGNING_REOPENED:
        /* Translators: %s is a date. */
        return g_strdup_printf (_ ("Reopened on %s"), date);
    case TV_SIGNING_REOPENING_TAKEN_BACK:
        /* Translators: %s is a date. */
        return g_strdup_printf (_ ("Reopening taken back on %s"), date);
    default:
        g_return_val_if_reached (NULL);
    }
}

static char *
write_signing (const TvSigningEvent *event)
{
    g_autofree char *date = tv_date_to_text (event->date);

    return event->person_name ? write_signing_by (event->kind, date, event->person_name)
                              : write_signing_on (event->kind, date);
}

/* What was signed stays said, whatever was corrected about the children since. */
static void
show_figures (TvRoundSigning *self)
{
    GPtrArray *changes = self->review->changed_figures;
    g_autoptr (GString) text = g_string_new (NULL);
    GtkWidget *row;

    if (!self->review->rates->round->is_closed)
        return;
    if (!changes) {
        row = _tv_round_signing_make_row (_ ("Which figures were signed was not kept at the time."),
                                          NULL);
    } else if (changes->len == 0) {
        _tv_round_signing_add_done_row (self, self->state_group,
                                        _ ("Its figures are still those that were signed."));
        return;
    } else {
        for (guint i = 0; i < changes->len; i++)
            g_string_append_printf (text, "%s%s", i ? "\n" : "",
                                    (const char *) g_ptr_array_index (changes, i));
        row = _tv_round_signing_make_row (_ ("Its figures are no longer those that were signed."),
                                          text->str);
        adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                   gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
    }
    _tv_round_signing_add_row (self, self->state_group, row);
}

/**
 * _tv_round_signing_show_state:
 *
 * Says whether the round is signed off, whether its figures still are what was signed, and what
 * happened to its signature.
 */
void
_tv_round_signing_show_state (TvRoundSigning *self)
{
    gboolean is_closed = self->review->rates->round->is_closed;
    GtkWidget *row = _tv_round_signing_make_row (
        is_closed ? _ ("This round is signed off.") : _ ("This round is open."),
        is_closed ? _ ("What was measured stands as it is. To correct a value, reopen the round; "
                       "the reason stays in the history.")
                  : _ ("Signing it off says that the school stands by its figures. "
                       "Nothing can be entered in it from then on."));

    adw_action_row_add_prefix (
        ADW_ACTION_ROW (row),
        gtk_image_new_from_icon_name (is_closed ? "tv-met-symbolic" : "tv-waiting-symbolic"));
    _tv_round_signing_add_row (self, self->state_group, row);
    show_figures (self);
    for (guint i = 0; i < self->review->events->len; i++) {
        const TvSigningEvent *event = g_ptr_array_index (self->review->events, i);
        g_autofree char *title = write_signing (event);

        _tv_round_signing_add_row (self, self->state_group,
                                   _tv_round_signing_make_row (title, event->reason));
    }
}
