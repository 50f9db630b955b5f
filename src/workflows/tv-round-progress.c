/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a round has come: which classes, and whom of them somebody still has to catch. Who was
 * absent or would not be measured stays open until there are both values. */

#include "workflows/tv-round-progress.h"

#include <glib/gi18n.h>

static void
free_class (gpointer data)
{
    TvClassProgress *self = data;

    tv_class_unref (self->class_);
    g_ptr_array_unref (self->open);
    g_free (self);
}

static TvClassProgress *
add_class (TvRoundProgress *self, TvClass *class_)
{
    TvClassProgress *added = g_new0 (TvClassProgress, 1);

    added->class_ = tv_class_ref (class_);
    added->open = g_ptr_array_new ();
    g_ptr_array_add (self->classes, added);
    return added;
}

static void
take_row (TvClassProgress *class_, TvMeasuringRow *row)
{
    gboolean is_done;

    class_->n_children++;
    is_done = tv_measuring_row_count (row, &class_->progress);
    if (!is_done)
        g_ptr_array_add (class_->open, row);
}

/**
 * tv_round_progress_new:
 * @sheet: over all classes of a round
 *
 * Returns: (transfer full): how far each of them has come
 */
TvRoundProgress *
tv_round_progress_new (TvMeasuringSheet *sheet)
{
    TvRoundProgress *self = g_new0 (TvRoundProgress, 1);
    TvClassProgress *last = NULL;

    self->sheet = tv_measuring_sheet_ref (sheet);
    self->classes = g_ptr_array_new_with_free_func (free_class);
    for (guint i = 0; i < sheet->rows->len; i++) {
        TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);

        if (!last || last->class_->id != row->class_->id)
            last = add_class (self, row->class_);
        take_row (last, row);
    }
    tv_measuring_sheet_count (sheet, &self->progress);
    return self;
}

void
tv_round_progress_free (TvRoundProgress *self)
{
    g_ptr_array_unref (self->classes);
    tv_measuring_sheet_unref (self->sheet);
    g_free (self);
}

/**
 * tv_round_progress_say_why:
 * @row: of a child that is not wholly measured
 *
 * Returns: (transfer none): what is known of it, for people
 */
const char *
tv_round_progress_say_why (const TvMeasuringRow *row)
{
    if (!row->current)
        return _ ("Not measured yet");
    if (row->current->state != TV_MEASUREMENT_MEASURED)
        return tv_measurement_state_label (row->current->state);
    if (row->current->height_mm)
        return _ ("The weight is missing");
    return row->current->weight_g ? _ ("The height is missing") : _ ("Not measured yet");
}

/**
 * tv_round_progress_say_count:
 * @progress: of a class or a round
 * @n_rows: how many children there are
 *
 * Of whom one value is missing is not measured yet, but not forgotten either.
 *
 * Returns: (transfer full): how many of them are measured, for people
 */
char *
tv_round_progress_say_count (const TvMeasuringProgress *progress, guint n_rows)
{
    g_autofree char *measured = NULL;

    if (progress->n_marked > 0) {
        /* Translators: measured children of all, and those marked absent, not willing or not
         * possible. */
        measured = g_strdup_printf (_ ("%u/%u measured, %u marked"), progress->n_measured, n_rows,
                                    progress->n_marked);
    } else {
        /* Translators: measured children of all. */
        measured = g_strdup_printf (_ ("%u/%u measured"), progress->n_measured, n_rows);
    }
    if (progress->n_half == 0)
        return g_steal_pointer (&measured);
    /* Translators: %1$s is "8/35 measured"; %2$u children have a weight or a height alone. */
    return g_strdup_printf (ngettext ("%1$s, %2$u child lacks one value",
                                      "%1$s, %2$u children lack one value", progress->n_half),
                            measured, progress->n_half);
}
