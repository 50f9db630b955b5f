/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pasting a block of values into the sheet: what was typed before goes into the book first, then
 * the preview is shown over the sheet as the book has it. */

#include "ui/measuring/tv-measuring-page-private.h"

#include "ui/measuring/tv-paste-window.h"

#include <glib/gi18n.h>

#define PASTING_KEY "tv-pasting"

/* A block on its way to its preview. */
typedef struct {
    TvMeasuringPage *page;
    char *text;
    gint64 round_id; /* of the sheet it was pasted into */
    gint64 class_id;
    gint64 student_id; /* of the line with the cursor */
    TvQuantity quantity;
} Pasting;

static void
pasting_free (gpointer data)
{
    Pasting *self = data;

    g_free (self->text);
    g_free (self);
}

/* A value that no child has stays in its cell as it would had it been typed, with its question;
 * not where a value stands already. */
static void
put_refused (TvMeasuringPage *self, const TvPastePlan *plan)
{
    for (guint i = 0; i < plan->rows->len; i++) {
        const TvPasteRow *row = tv_paste_plan_row (plan, i);
        const TvMeasuringRow *child = tv_paste_plan_child (plan, row->match.child);
        TvMeasuringLine *line
            = child ? _tv_measuring_page_find_line (self, child->student->id) : NULL;

        for (int part = TV_PASTE_PART_WEIGHT; line && part <= TV_PASTE_PART_HEIGHT; part++) {
            GtkEditable *cell = GTK_EDITABLE (tv_measuring_line_get_cell (line, part));

            if (row->parts[part].news == TV_PASTE_REFUSED && !*gtk_editable_get_text (cell))
                tv_measuring_line_put_text (line, part, row->parts[part].text);
        }
    }
}

static void
pasted_cb (TvMeasuringPage *self, TvPastePlan *plan, guint n_children)
{
    g_autofree char *sentence = g_strdup_printf (
        ngettext ("Pasted for %u child.", "Pasted for %u children.", n_children), n_children);

    if (!self->workspace)
        return;
    put_refused (self, plan);
    tv_workspace_tell (self->workspace, sentence, TRUE);
}

static gboolean
find_row (const TvMeasuringSheet *sheet, gint64 student_id, guint *index)
{
    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);

        *index = i;
        if (row->student->id == student_id)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_its_sheet (const Pasting *pasting, const TvMeasuringSheet *sheet)
{
    return sheet && sheet->round->id == pasting->round_id && sheet->class_->id == pasting->class_id;
}

static void
show_preview (TvMeasuringPage *self, TvMeasuringSheet *sheet, guint start, const Pasting *pasting)
{
    g_autoptr (GError) error = NULL;
    TvPastePlan *plan
        = tv_paste_plan_new (pasting->text, sheet, tv_session_bar_get_session (self->session_bar),
                             start, pasting->quantity, &error);
    TvPasteWindow *window;

    if (!plan) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    window = tv_paste_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                  tv_workspace_get_store (self->workspace), plan);
    g_signal_connect_object (window, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (window));
}

/* Whoever has gone on to another class or page in between does not want it there. */
static void
sheet_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Pasting *pasting = user_data;
    g_autoptr (TvMeasuringPage) self = pasting->page;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load_finish (TV_STORE (source), result, &error);
    guint start;

    if (!sheet && self->workspace)
        tv_workspace_tell_error (self->workspace, error);
    else if (sheet && self->workspace && is_its_sheet (pasting, self->sheet)
             && self->class_id == pasting->class_id && find_row (sheet, pasting->student_id, &start)
             && gtk_widget_get_mapped (GTK_WIDGET (self->grid)))
        show_preview (self, sheet, start, pasting);
    pasting_free (pasting);
}

/**
 * _tv_measuring_page_go_on_pasting:
 *
 * Shows the preview of what is to be pasted, once nothing is on its way into the book any more and
 * nobody is asked for a day.
 */
void
_tv_measuring_page_go_on_pasting (TvMeasuringPage *self)
{
    Pasting *pasting;

    if (self->n_saving > 0 || self->held)
        return;
    pasting = g_object_steal_data (G_OBJECT (self), PASTING_KEY);
    if (!pasting)
        return;
    pasting->page = g_object_ref (self);
    tv_measuring_sheet_load_async (tv_workspace_get_store (self->workspace), pasting->round_id,
                                   pasting->class_id, NULL, sheet_loaded_cb, pasting);
}

static gboolean
can_paste (TvMeasuringPage *self)
{
    return self->sheet && !self->sheet->round->is_closed && _tv_measuring_page_can_measure (self);
}

static void
begin (TvMeasuringPage *self, gint64 student_id, TvQuantity quantity, const char *text)
{
    Pasting *pasting = g_new0 (Pasting, 1);

    pasting->text = g_strdup (text);
    pasting->round_id = self->sheet->round->id;
    pasting->class_id = self->sheet->class_->id;
    pasting->student_id = student_id;
    pasting->quantity = quantity;
    g_object_set_data_full (G_OBJECT (self), PASTING_KEY, pasting, pasting_free);
    tv_measuring_grid_commit (self->grid);
    if (!_tv_measuring_page_asks_for_day_of_block (self))
        _tv_measuring_page_go_on_pasting (self);
}

static void
paste_wanted_cb (TvMeasuringPage *self, TvMeasuringLine *line, int quantity, const char *text)
{
    if (can_paste (self))
        begin (self, tv_measuring_line_get_student (line)->id, (TvQuantity) quantity, text);
}

/* From the menu the cursor may be anywhere: the sheet is pasted into from its first child. */
static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvMeasuringPage) self = user_data;
    g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

    if (self->workspace && can_paste (self) && self->sheet->rows->len > 0)
        begin (self, ((TvMeasuringRow *) g_ptr_array_index (self->sheet->rows, 0))->student->id,
               TV_QUANTITY_WEIGHT, text);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (widget);

    if (can_paste (self))
        gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb,
                                       g_object_ref (self));
}

void
_tv_measuring_page_install_paste (GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action (widget_class, "measuring.paste", NULL, paste_action);
}

/**
 * _tv_measuring_page_connect_paste:
 *
 * Follows the grid where a block is pasted into a cell.
 */
void
_tv_measuring_page_connect_paste (TvMeasuringPage *self)
{
    g_signal_connect_swapped (self->grid, "paste-wanted", G_CALLBACK (paste_wanted_cb), self);
}

/**
 * _tv_measuring_page_show_paste:
 *
 * Offers the ways to paste while something can be entered, and no others.
 */
void
_tv_measuring_page_show_paste (TvMeasuringPage *self)
{
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "measuring.paste", can_paste (self));
}
