/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Class lists with what a round measured; without a round, the lists alone. */

#include "workflows/tv-report-figures.h"

#include "growth/tv-growth-class.h"
#include "workflows/tv-report-order.h"

#include <glib/gi18n.h>

static gboolean
is_implausible (const TvGrowth *growth)
{
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
        if (growth->z[kind].is_flagged)
            return TRUE;
    }
    return FALSE;
}

/* A slip of the pen must not reach parents as a class. */
static char *
write_remark (const TvRateChild *child)
{
    if (child->left_out != TV_LEFT_OUT_NOT && child->left_out != TV_LEFT_OUT_OTHER_AGE)
        return g_strdup (tv_left_out_label (child->left_out));
    if (is_implausible (&child->subject.growth))
        return g_strdup (tv_left_out_label (TV_LEFT_OUT_IMPLAUSIBLE));
    return tv_growth_words (&child->subject.growth);
}

static void
take_child (TvClassResults *results, const TvRateChild *child)
{
    gboolean is_measured = tv_report_figures_was_measured (child);
    gboolean is_shown = is_measured || child->left_out == TV_LEFT_OUT_EXCLUDED;
    g_autofree char *remark = write_remark (child);

    tv_class_results_add (results,
                          &(TvClassResult){
                              .name = (char *) child->name,
                              .birth_date = child->birth_date,
                              .sex = child->sex,
                              .date = is_shown ? child->date : TV_DATE_NONE,
                              .weight_g = is_shown ? child->weight_g : 0,
                              .height_mm = is_shown ? child->height_mm : 0,
                              .remark = remark,
                              .is_measured = is_measured && !tv_rate_child_is_half_measured (child),
                          });
}

static void
take_round (TvClassResultSet *self, const TvRates *rates, const TvRoster *roster,
            const char *class_name)
{
    g_autoptr (GArray) order = tv_report_order_children (rates, roster);
    TvClassResults *results = NULL;
    gint64 class_id = 0;

    for (guint i = 0; i < order->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, g_array_index (order, guint, i));

        if (child->left_out == TV_LEFT_OUT_NOT_ENROLLED
            || (class_name && g_strcmp0 (class_name, child->class_name) != 0))
            continue;
        if (!results || child->class_id != class_id)
            results = tv_class_result_set_add_class (self, child->class_name);
        class_id = child->class_id;
        take_child (results, child);
    }
}

static void
take_roster (TvClassResultSet *self, const TvRoster *roster, const char *class_name)
{
    TvClassResults *results = NULL;
    gint64 class_id = 0;

    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (!tv_enrolment_status_is_here (entry->enrolment->status)
            || (class_name && g_strcmp0 (class_name, entry->class_->name) != 0))
            continue;
        if (!results || entry->class_->id != class_id)
            results = tv_class_result_set_add_class (self, entry->class_->name);
        class_id = entry->class_->id;
        tv_class_results_add (results, &(TvClassResult){ .name = entry->student->name,
                                                         .birth_date = entry->student->birth_date,
                                                         .sex = entry->student->sex,
                                                         .date = TV_DATE_NONE });
    }
}

static gboolean
take_classes (TvClassResultSet *self, TvStore *store, const TvRates *rates, gint64 year_id,
              const char *class_name, GError **error)
{
    g_autoptr (TvRoster) roster = year_id != 0 ? tv_roster_load (store, year_id, error) : NULL;

    if (year_id != 0 && !roster)
        return FALSE;
    if (rates->round)
        take_round (self, rates, roster, class_name);
    else if (roster)
        take_roster (self, roster, class_name);
    if (!class_name || self->classes->len > 0)
        return TRUE;
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: %s is a name that somebody typed */
                 _ ("There is no class “%s” with children in this school year."), class_name);
    return FALSE;
}

/**
 * tv_report_figures_list_classes:
 * @store: a record book
 * @class_name: (nullable): a class of the round's year; %NULL for all of them
 * @round_code: (nullable): a regular round; %NULL for the latest
 * @error: as tv_rates_work_out(), or G_IO_ERROR_NOT_FOUND where the class is not there
 *
 * Returns: (transfer full) (nullable): the classes in the order of the school
 */
TvClassResultSet *
tv_report_figures_list_classes (TvStore *store, const char *class_name, const char *round_code,
                                GError **error)
{
    TvRatesQuery query
        = { .round_code = (char *) round_code, .population = TV_POPULATION_BY_SCHOOL };
    g_autoptr (TvClassResultSet) self = tv_class_result_set_new ();
    g_autoptr (TvBookCover) cover = tv_book_cover_read (store, error);
    g_autoptr (TvRates) rates = cover ? tv_rates_work_out (store, &query, error) : NULL;
    gint64 year_id;

    if (!rates)
        return NULL;
    self->date = tv_clock_today (tv_store_clock (store));
    self->school = tv_school_ref (rates->school);
    self->round = rates->round ? tv_round_ref (rates->round) : NULL;
    self->year_name = tv_report_figures_name_year (cover, rates->round, self->date, &year_id);
    if (!take_classes (self, store, rates, year_id, class_name, error))
        return NULL;
    return g_steal_pointer (&self);
}
