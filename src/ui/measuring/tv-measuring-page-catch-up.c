/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever was not there is measured later: who that is stands behind the progress button, and the
 * first value of a later day asks which day it was. */

#include "ui/measuring/tv-measuring-page-private.h"

#include "ui/measuring/tv-round-progress-window.h"
#include "ui/measuring/tv-session-day-dialog.h"

/* An entry that waits for its day. */
typedef struct {
    gint64 student_id;
    TvMeasuringEntry entry;
    char *reason;
} Held;

static void
held_free (gpointer data)
{
    Held *self = data;

    g_free (self->reason);
    g_free (self);
}

static void
save_held (TvMeasuringPage *self)
{
    g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);

    for (guint i = 0; held && i < held->len; i++) {
        Held *entry = g_ptr_array_index (held, i);

        _tv_measuring_page_save (self, entry->student_id, &entry->entry);
    }
}

static void
day_answered_cb (TvMeasuringPage *self, TvDate day)
{
    if (!self->workspace)
        return;
    tv_session_bar_go_on (self->session_bar, day);
    save_held (self);
    _tv_measuring_page_go_on_pasting (self);
}

static void
ask_for_day (TvMeasuringPage *self)
{
    TvSessionDayDialog *dialog = tv_session_day_dialog_present (
        GTK_WIDGET (self), tv_session_bar_get_session (self->session_bar)->date,
        tv_workspace_today (self->workspace));

    self->held = g_ptr_array_new_with_free_func (held_free);
    g_signal_connect_object (dialog, "answered", G_CALLBACK (day_answered_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
hold (TvMeasuringPage *self, gint64 student_id, const TvMeasuringEntry *entry)
{
    Held *held = g_new0 (Held, 1);

    held->student_id = student_id;
    held->entry = *entry;
    held->reason = g_strdup (entry->reason);
    held->entry.reason = held->reason;
    g_ptr_array_add (self->held, held);
}

static gboolean
is_measured (const TvMeasuringRow *row)
{
    return row->current && row->current->state == TV_MEASUREMENT_MEASURED;
}

static gboolean
was_measured (TvMeasuringPage *self, gint64 student_id)
{
    for (guint i = 0; self->sheet && i < self->sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (self->sheet->rows, i);

        if (row->student->id == student_id)
            return is_measured (row);
    }
    return FALSE;
}

/**
 * _tv_measuring_page_asks_for_day:
 * @student_id: a child
 * @entry: what was entered for it
 *
 * Asks on which day a child is measured that comes after the others of its class, and keeps the
 * entry until that is known. A value that is corrected keeps its day without being asked.
 *
 * Returns: whether the entry waits
 */
gboolean
_tv_measuring_page_asks_for_day (TvMeasuringPage *self, gint64 student_id,
                                 const TvMeasuringEntry *entry)
{
    if (!self->held) {
        if (!tv_session_bar_needs_day (self->session_bar) || was_measured (self, student_id))
            return FALSE;
        ask_for_day (self);
    }
    hold (self, student_id, entry);
    return TRUE;
}

/**
 * _tv_measuring_page_asks_for_day_of_block:
 *
 * Asks the same before a block is pasted, where somebody of the class is not measured yet; the
 * block goes on when that is known.
 *
 * Returns: whether it waits
 */
gboolean
_tv_measuring_page_asks_for_day_of_block (TvMeasuringPage *self)
{
    gboolean has_unmeasured = FALSE;

    for (guint i = 0; i < self->sheet->rows->len; i++)
        has_unmeasured |= !is_measured (g_ptr_array_index (self->sheet->rows, i));
    if (!self->held && has_unmeasured && tv_session_bar_needs_day (self->session_bar))
        ask_for_day (self);
    return self->held != NULL;
}

static void
class_wanted_cb (TvMeasuringPage *self, gint64 class_id)
{
    _tv_measuring_page_choose_class (self, class_id);
}

/* Whoever is chosen from the list of those who were missed is measured today. */
static void
child_wanted_cb (TvMeasuringPage *self, gint64 class_id, gint64 student_id)
{
    self->added_id = student_id;
    self->catches_up = TRUE;
    if (self->class_id == TV_MEASURING_ALL_CLASSES)
        class_id = TV_MEASURING_ALL_CLASSES;
    _tv_measuring_page_choose_class (self, class_id);
}

/**
 * _tv_measuring_page_catch_up:
 *
 * Lets the day be today, where a child was chosen from the list of those who were missed; not on a
 * sheet that takes nothing in.
 */
void
_tv_measuring_page_catch_up (TvMeasuringPage *self)
{
    if (!self->catches_up)
        return;
    self->catches_up = FALSE;
    if (self->sheet->round->is_closed || !_tv_measuring_page_can_measure (self))
        return;
    tv_session_bar_go_on (self->session_bar, tv_workspace_today (self->workspace));
}

/**
 * _tv_measuring_page_show_missed:
 *
 * Shows how far the round has come, and who is still to be measured.
 */
void
_tv_measuring_page_show_missed (TvMeasuringPage *self)
{
    TvRoundProgressWindow *window;

    tv_measuring_grid_commit (self->grid);
    window = tv_round_progress_window_present (self->workspace, self->class_id, GTK_WIDGET (self));
    if (!window)
        return;
    g_signal_connect_object (window, "class-wanted", G_CALLBACK (class_wanted_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (window, "child-wanted", G_CALLBACK (child_wanted_cb), self,
                             G_CONNECT_SWAPPED);
}
