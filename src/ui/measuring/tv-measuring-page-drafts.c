/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is half typed or refused is kept in the book from a moment after the last key, and comes
 * back into its cell wherever its class is shown next. */

#include "ui/measuring/tv-measuring-page-private.h"

#include "workflows/tv-measuring-save.h"

#include <glib/gi18n.h>

/* Spaces alone are nothing. */
static char *
text_of (TvMeasuringLine *line, TvQuantity quantity)
{
    return g_strstrip (g_strdup (tv_measuring_line_get_draft (line, quantity)));
}

static void
keep_line (TvMeasuringPage *self, TvMeasuringLine *line, gboolean is_urgent)
{
    gint64 round_id = tv_measuring_grid_get_round (self->grid);

    if (!_tv_measuring_page_can_measure (self))
        return;
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        g_autofree char *text = text_of (line, i);
        TvDraft draft = { .round_id = round_id,
                          .student_id = tv_measuring_line_get_student (line)->id,
                          .quantity = i,
                          .text = text };

        tv_measuring_drafts_put (self->drafts, &draft, is_urgent);
    }
}

static void
typed_cb (TvMeasuringPage *self, TvMeasuringLine *line)
{
    keep_line (self, line, FALSE);
}

/* A cell was left, refused or restored. */
static void
judged_cb (TvMeasuringPage *self, TvMeasuringLine *line)
{
    if (!self->is_showing)
        keep_line (self, line, TRUE);
}

/* The value takes its draft along into the book. */
static void
entered_cb (TvMeasuringPage *self, TvMeasuringLine *line, TvMeasuringEntry *entry)
{
    gint64 round_id = tv_measuring_grid_get_round (self->grid);

    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        if (tv_measuring_entry_takes (entry, i))
            tv_measuring_drafts_forget (self->drafts, round_id,
                                        tv_measuring_line_get_student (line)->id, i);
    }
}

static void
bring_line (TvMeasuringPage *self, TvMeasuringLine *line)
{
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        const char *text
            = tv_measuring_drafts_find (self->drafts, tv_measuring_grid_get_round (self->grid),
                                        tv_measuring_line_get_student (line)->id, i);

        if (text)
            tv_measuring_line_bring_draft (line, i, text);
    }
}

/* What nobody can take over before the round is reopened is told, once for each class. */
static void
tell_dormant (TvMeasuringPage *self)
{
    guint n_dormant = 0;
    g_autofree char *sentence = NULL;

    for (guint i = 0; i < tv_measuring_grid_n_lines (self->grid); i++) {
        TvMeasuringLine *line = tv_measuring_grid_get_line (self->grid, i);

        for (int j = 0; j < TV_MEASURING_N_CELLS; j++)
            n_dormant
                += tv_measuring_drafts_find (self->drafts, tv_measuring_grid_get_round (self->grid),
                                             tv_measuring_line_get_student (line)->id, j)
                   != NULL;
    }
    if (n_dormant == 0 || self->dormant_class_id == self->class_id)
        return;
    self->dormant_class_id = self->class_id;
    sentence = g_strdup_printf (
        ngettext ("%u cell of this class held what was typed and not taken over before the round "
                  "was signed off. It comes back when the round is reopened.",
                  "%u cells of this class held what was typed and not taken over before the round "
                  "was signed off. It comes back when the round is reopened.",
                  n_dormant),
        n_dormant);
    tv_workspace_tell (self->workspace, sentence, FALSE);
}

/**
 * _tv_measuring_page_bring_drafts:
 *
 * Puts what was typed earlier back into the cells of the sheet that is shown, whose lines then say
 * so as they ask a question. What the book says meanwhile is no draft any more.
 */
void
_tv_measuring_page_bring_drafts (TvMeasuringPage *self)
{
    if (!self->sheet || !_tv_measuring_page_can_measure (self))
        return;
    tv_measuring_drafts_load (self->drafts);
    if (self->sheet->round->is_closed) {
        tell_dormant (self);
        return;
    }
    self->dormant_class_id = 0;
    for (guint i = 0; i < tv_measuring_grid_n_lines (self->grid); i++)
        bring_line (self, tv_measuring_grid_get_line (self->grid, i));
    for (guint i = 0; i < tv_measuring_grid_n_lines (self->grid); i++)
        keep_line (self, tv_measuring_grid_get_line (self->grid, i), TRUE);
}

static void
loaded_cb (TvMeasuringPage *self)
{
    if (!self->sheet)
        return;
    self->is_showing = TRUE;
    _tv_measuring_page_bring_drafts (self);
    self->is_showing = FALSE;
    _tv_measuring_page_show_progress (self);
}

static void
failed_cb (TvMeasuringPage *self, const GError *error)
{
    tv_workspace_tell_error (self->workspace, error);
}

/* Before the book is locked all that was typed is on its way into it; what did not get there is
 * tried again when whoever locked it is back. */
static void
flush_cb (TvMeasuringPage *self)
{
    tv_measuring_drafts_flush (self->drafts);
}

/**
 * _tv_measuring_page_connect_drafts:
 *
 * Begins to keep what is typed.
 */
void
_tv_measuring_page_connect_drafts (TvMeasuringPage *self)
{
    self->drafts = tv_measuring_drafts_new (tv_workspace_get_store (self->workspace));
    g_signal_connect_object (self->drafts, "loaded", G_CALLBACK (loaded_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->drafts, "failed", G_CALLBACK (failed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_swapped (self->grid, "entered", G_CALLBACK (entered_cb), self);
    g_signal_connect_swapped (self->grid, "judged", G_CALLBACK (judged_cb), self);
    g_signal_connect_swapped (self->grid, "typed", G_CALLBACK (typed_cb), self);
    g_signal_connect_object (self->workspace, "notify::is-locked", G_CALLBACK (flush_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect (self, "unmap", G_CALLBACK (flush_cb), NULL);
    if (_tv_measuring_page_can_measure (self))
        tv_measuring_drafts_load (self->drafts);
}
