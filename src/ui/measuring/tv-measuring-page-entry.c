/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens while somebody types: entries go into the book one by one, the count goes up, and
 * questions are shown without taking the focus. */

#include "ui/measuring/tv-measuring-page-private.h"

#include "workflows/tv-error-sentence.h"
#include "workflows/tv-measuring-save.h"
#include "workflows/tv-monthly-session.h"
#include "workflows/tv-round-progress.h"

#include <glib/gi18n.h>

/* An entry on its way, with what would be needed to give it back. */
typedef struct {
    TvMeasuringPage *page;
    gint64 round_id;
    gint64 student_id;
    TvQuantity quantity;
    char *text; /* NULL where nothing was typed */
} Saving;

static void
saving_free (Saving *self)
{
    g_object_unref (self->page);
    g_free (self->text);
    g_free (self);
}

static guint
count_open (TvMeasuringPage *self)
{
    guint n_open = 0;

    for (guint i = 0; i < tv_measuring_grid_n_lines (self->grid); i++)
        n_open += tv_measuring_line_is_open (tv_measuring_grid_get_line (self->grid, i));
    return n_open;
}

static void
show_questions (TvMeasuringPage *self)
{
    guint n_open = count_open (self);
    g_autofree char *text
        /* Translators: button that leads to the rows with a question; F6 is the key. */
        = g_strdup_printf (ngettext ("%u question (F6)", "%u questions (F6)", n_open), n_open);

    gtk_widget_set_visible (GTK_WIDGET (self->questions_button), n_open > 0);
    gtk_button_set_label (self->questions_button, text);
}

void
_tv_measuring_page_show_progress (TvMeasuringPage *self)
{
    guint n_rows = self->sheet->rows->len, n_done;
    TvMeasuringProgress progress;
    g_autofree char *text = NULL;

    tv_measuring_sheet_count (self->sheet, &progress);
    n_done = progress.n_measured + progress.n_marked;
    text = tv_round_progress_say_count (&progress, n_rows);
    gtk_label_set_label (self->progress_label, text);
    gtk_widget_set_can_target (GTK_WIDGET (self->progress_button), n_done < n_rows);
    gtk_widget_set_focusable (GTK_WIDGET (self->progress_button), n_done < n_rows);
    gtk_level_bar_set_max_value (self->progress_bar, MAX (n_rows, 1));
    gtk_level_bar_set_value (self->progress_bar, n_done);
    show_questions (self);
}

TvMeasuringLine *
_tv_measuring_page_find_line (TvMeasuringPage *self, gint64 student_id)
{
    for (guint i = 0; i < tv_measuring_grid_n_lines (self->grid); i++) {
        TvMeasuringLine *line = tv_measuring_grid_get_line (self->grid, i);

        if (tv_measuring_line_get_student (line)->id == student_id)
            return line;
    }
    return NULL;
}

/* Where another class or round is shown by now, the text comes back with its own sheet. */
static void
give_back_text (Saving *saving, const GError *error)
{
    TvMeasuringPage *self = saving->page;
    g_autofree char *sentence = tv_error_sentence (error);
    TvMeasuringLine *line = tv_measuring_grid_get_round (self->grid) == saving->round_id
                                ? _tv_measuring_page_find_line (self, saving->student_id)
                                : NULL;
    const TvDraft draft = { .round_id = saving->round_id,
                            .student_id = saving->student_id,
                            .quantity = saving->quantity,
                            .text = saving->text };

    if (line)
        tv_measuring_line_give_back (line, saving->quantity, saving->text, sentence);
    else if (*saving->text)
        tv_measuring_drafts_put (self->drafts, &draft, TRUE);
}

static void
give_back (Saving *saving, const GError *error)
{
    if (saving->text)
        give_back_text (saving, error);
    tv_workspace_tell_error (saving->page->workspace, error);
    saving->page->needs_sheet = TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Saving *saving = user_data;
    TvMeasuringPage *self = saving->page;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSession) session = tv_measuring_save_finish (TV_STORE (source), result, &error);

    self->n_saving--;
    if (self->workspace) {
        if (!session)
            give_back (saving, error);
        if (self->n_saving == 0 && self->needs_sheet)
            _tv_measuring_page_read_sheet (self);
        _tv_measuring_page_go_on_pasting (self);
    }
    saving_free (saving);
}

static Saving *
saving_new (TvMeasuringPage *self)
{
    Saving *saving = g_new0 (Saving, 1);

    saving->page = g_object_ref (self);
    self->n_saving++;
    return saving;
}

/**
 * _tv_measuring_page_save:
 * @student_id: a child
 * @entry: what was entered for it
 *
 * Has it written into the book, in the session that is shown.
 */
void
_tv_measuring_page_save (TvMeasuringPage *self, gint64 student_id, const TvMeasuringEntry *entry)
{
    Saving *saving = saving_new (self);

    saving->round_id = tv_session_bar_get_session (self->session_bar)->round_id;
    saving->student_id = student_id;
    saving->quantity = entry->quantity;
    if (entry->kind == TV_ENTRY_VALUE)
        saving->text = tv_quantity_text (entry->quantity, entry->value);
    tv_measuring_save_async (tv_workspace_get_store (self->workspace),
                             tv_session_bar_get_session (self->session_bar), saving->student_id,
                             entry, NULL, saved_cb, saving);
}

static void
entered_cb (TvMeasuringPage *self, TvMeasuringLine *line, TvMeasuringEntry *entry)
{
    gint64 student_id = tv_measuring_line_get_student (line)->id;

    if (!_tv_measuring_page_asks_for_day (self, student_id, entry))
        _tv_measuring_page_save (self, student_id, entry);
}

static void
session_edited_cb (TvMeasuringPage *self, TvSession *session)
{
    TvStore *store = tv_workspace_get_store (self->workspace);

    if (session->class_id == TV_MEASURING_ALL_CLASSES)
        tv_monthly_session_save_async (store, session, NULL, saved_cb, saving_new (self));
    else
        tv_measuring_save_session_async (store, session, NULL, saved_cb, saving_new (self));
}

/* The newest question is shown, unless the line with the focus has one of its own. */
static void
judged_cb (TvMeasuringPage *self, TvMeasuringLine *line)
{
    TvMeasuringLine *shown = tv_question_bar_get_line (self->question_bar);

    if (self->is_showing)
        return;
    if (line == shown || tv_measuring_line_is_open (line))
        tv_question_bar_show (self->question_bar, line);
    show_questions (self);
}

static void
line_entered_cb (TvMeasuringPage *self, TvMeasuringLine *line)
{
    if (tv_measuring_line_is_open (line))
        tv_question_bar_show (self->question_bar, line);
}

/* The keys that its sentence names, Enter and Escape, work in the cell alone. */
static gboolean
focus_brought_cell (TvMeasuringPage *self, TvMeasuringLine *line)
{
    for (int quantity = 0; quantity < TV_MEASURING_N_CELLS; quantity++) {
        if (tv_measuring_line_has_brought (line, quantity)) {
            tv_measuring_grid_focus (self->grid, line, quantity);
            return TRUE;
        }
    }
    return FALSE;
}

static void
visit_question (TvMeasuringPage *self, TvMeasuringLine *line)
{
    tv_question_bar_show (self->question_bar, line);
    if (!focus_brought_cell (self, line))
        tv_question_bar_take_focus (self->question_bar);
}

/* In a cell that was brought back the hand is where the question is: the next one is meant. */
static gboolean
is_visited (TvMeasuringLine *line)
{
    for (int quantity = 0; quantity < TV_MEASURING_N_CELLS; quantity++) {
        GtkWidget *cell = tv_measuring_line_get_cell (line, quantity);

        if (tv_measuring_line_has_brought (line, quantity)
            && (gtk_widget_get_state_flags (cell) & GTK_STATE_FLAG_FOCUS_WITHIN))
            return TRUE;
    }
    return FALSE;
}

static void
questions_wanted_cb (TvMeasuringPage *self)
{
    TvMeasuringLine *line = tv_question_bar_get_line (self->question_bar);

    if (!line || is_visited (line))
        line = tv_measuring_grid_find_open (self->grid, line);
    if (line)
        visit_question (self, line);
}

/* Whoever answers in the bar goes on to the next question; whoever answers while typing stays. */
static void
answered_cb (TvMeasuringPage *self, TvMeasuringLine *line, gboolean had_focus)
{
    TvMeasuringLine *next = tv_measuring_grid_find_open (self->grid, line);

    if (!had_focus)
        return;
    if (!next) {
        tv_measuring_grid_focus (self->grid, line, TV_QUANTITY_WEIGHT);
        return;
    }
    visit_question (self, next);
}

static void
student_wanted_cb (TvMeasuringPage *self, TvMeasuringLine *line)
{
    tv_workspace_open_student (self->workspace, tv_measuring_line_get_student (line)->id);
}

static void
mark_refused_cb (TvMeasuringPage *self)
{
    tv_workspace_tell (self->workspace,
                       _ ("Absent and the like go only to who has no value at all. One value may "
                          "stand alone: leave the other cell empty."),
                       FALSE);
}

static void
left_cb (TvMeasuringPage *self)
{
    TvMeasuringLine *line = tv_question_bar_get_line (self->question_bar);

    if (line)
        tv_measuring_grid_focus (self->grid, line, TV_QUANTITY_WEIGHT);
}

/* Alt with a digit answers without leaving the cell. */
static gboolean
key_pressed_cb (TvMeasuringPage *self, guint key, guint code, GdkModifierType state)
{
    if (!(state & GDK_ALT_MASK) || key < GDK_KEY_1 || key > GDK_KEY_3)
        return FALSE;
    tv_measuring_grid_commit (self->grid);
    return tv_question_bar_press (self->question_bar, key - GDK_KEY_1 + 1);
}

void
_tv_measuring_page_connect_grid (TvMeasuringPage *self)
{
    GtkEventController *keys = gtk_event_controller_key_new ();

    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), keys);
    g_signal_connect_swapped (self->grid, "entered", G_CALLBACK (entered_cb), self);
    g_signal_connect_swapped (self->grid, "judged", G_CALLBACK (judged_cb), self);
    g_signal_connect_swapped (self->grid, "line-entered", G_CALLBACK (line_entered_cb), self);
    g_signal_connect_swapped (self->grid, "questions-wanted", G_CALLBACK (questions_wanted_cb),
                              self);
    g_signal_connect_swapped (self->grid, "student-wanted", G_CALLBACK (student_wanted_cb), self);
    g_signal_connect_swapped (self->grid, "mark-refused", G_CALLBACK (mark_refused_cb), self);
    g_signal_connect_swapped (self->questions_button, "clicked", G_CALLBACK (questions_wanted_cb),
                              self);
    g_signal_connect_swapped (self->session_bar, "edited", G_CALLBACK (session_edited_cb), self);
    g_signal_connect_swapped (self->question_bar, "answered", G_CALLBACK (answered_cb), self);
    g_signal_connect_swapped (self->question_bar, "left", G_CALLBACK (left_cb), self);
}
