/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form to measure on, from the sheets of a round: the same children in the same order. Without
 * a round, the class lists of the year. */

#include "workflows/tv-report-measuring.h"

#include "workflows/tv-class-list.h"
#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-report-figures.h"
#include "workflows/tv-roster.h"

#include <glib/gi18n.h>

static void
add_child (TvMeasuringFormClass *form_class, const TvStudent *student, int roll_number,
           const TvMeasurement *last)
{
    tv_measuring_form_add_child (form_class, &(TvMeasuringFormChild){
                                                 .roll_number = roll_number,
                                                 .name = student->name,
                                                 .birth_date = student->birth_date,
                                                 .sex = student->sex,
                                                 .last_weight_g = last ? last->weight_g : 0,
                                                 .last_height_mm = last ? last->height_mm : 0,
                                             });
}

static gboolean
add_sheet (TvMeasuringForm *self, TvStore *store, const TvClass *class_, GError **error)
{
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load (store, self->round->id, class_->id, error);
    TvMeasuringFormClass *form_class;

    if (!sheet)
        return FALSE;
    if (sheet->rows->len == 0)
        return TRUE;
    form_class = tv_measuring_form_add_class (self, class_->name);
    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);

        add_child (form_class, row->student, row->roll_number, row->previous);
    }
    return TRUE;
}

static gpointer
read_classes (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const TvRound *round = input;

    return tv_class_list_read_of_round (connection, round->year_id, round->id, error);
}

static gboolean
add_sheets (TvMeasuringForm *self, TvStore *store, const char *class_name, GError **error)
{
    g_autoptr (GPtrArray) classes = tv_store_read (store, read_classes, self->round, error);

    for (guint i = 0; classes && i < classes->len; i++) {
        const TvRosterClass *entry = g_ptr_array_index (classes, i);

        if ((!class_name || g_strcmp0 (class_name, entry->class_->name) == 0)
            && !add_sheet (self, store, entry->class_, error))
            return FALSE;
    }
    return classes != NULL;
}

static gboolean
add_roster (TvMeasuringForm *self, TvStore *store, gint64 year_id, const char *class_name,
            GError **error)
{
    g_autoptr (TvRoster) roster = year_id != 0 ? tv_roster_load (store, year_id, error) : NULL;
    TvMeasuringFormClass *form_class = NULL;
    gint64 class_id = 0;

    for (guint i = 0; roster && i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (!entry->is_here || (class_name && g_strcmp0 (class_name, entry->class_->name) != 0))
            continue;
        if (!form_class || entry->class_->id != class_id)
            form_class = tv_measuring_form_add_class (self, entry->class_->name);
        class_id = entry->class_->id;
        add_child (form_class, entry->student, entry->enrolment->roll_number, entry->last);
    }
    return roster || year_id == 0;
}

/* Of whatever kind: a form is wanted for the monthly weighing, too. */
static gboolean
find_round (TvBookCover *cover, const char *code, TvDate today, TvRound **round, GError **error)
{
    TvSchoolYear *year = tv_book_cover_pick_year (cover, 0, today);

    *round = NULL;
    if (!code) {
        *round = year ? tv_book_cover_pick_round (cover, year->id, 0) : NULL;
        return TRUE;
    }
    for (guint i = 0; i < cover->rounds->len && !*round; i++) {
        TvRound *candidate = g_ptr_array_index (cover->rounds, i);

        if (g_strcmp0 (candidate->code, code) == 0)
            *round = candidate;
    }
    if (!*round)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     /* Translators: %s is a code such as 2026-1 */
                     _ ("There is no measuring round “%s” in this record book."), code);
    return *round != NULL;
}

static gboolean
add_classes (TvMeasuringForm *self, TvStore *store, gint64 year_id, const char *class_name,
             GError **error)
{
    if (!(self->round ? add_sheets (self, store, class_name, error)
                      : add_roster (self, store, year_id, class_name, error)))
        return FALSE;
    if (!class_name || self->classes->len > 0)
        return TRUE;
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: %s is a name that somebody typed */
                 _ ("There is no class “%s” with children in this school year."), class_name);
    return FALSE;
}

/**
 * tv_report_measuring_gather:
 * @store: a record book
 * @class_name: (nullable): a class of the round; %NULL for all that it takes in
 * @round_code: (nullable): a round; %NULL for the latest regular one of this school year
 * @error: G_IO_ERROR_NOT_FOUND where there is no such class or round, with a sentence for people;
 *   a #TvStoreError
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the children in the order of the sheets
 */
TvMeasuringForm *
tv_report_measuring_gather (TvStore *store, const char *class_name, const char *round_code,
                            GError **error)
{
    g_autoptr (TvMeasuringForm) self = tv_measuring_form_new ();
    g_autoptr (TvBookCover) cover = tv_book_cover_read (store, error);
    TvRound *round;
    gint64 year_id;

    self->date = tv_clock_today (tv_store_clock (store));
    if (!cover || !find_round (cover, round_code, self->date, &round, error))
        return NULL;
    self->school = tv_school_ref (cover->school);
    self->round = round ? tv_round_ref (round) : NULL;
    self->year_name = tv_report_figures_name_year (cover, round, self->date, &year_id);
    if (!add_classes (self, store, year_id, class_name, error))
        return NULL;
    return g_steal_pointer (&self);
}
