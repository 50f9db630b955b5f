/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of the annual summary, before they are put into sentences and tables. */

#include "reports/tv-annual-summary.h"

static void
free_group (gpointer data)
{
    TvSummaryGroup *self = data;

    g_free (self->name);
    g_free (self->rates);
    g_free (self);
}

static void
free_part (gpointer data)
{
    TvSummaryPart *self = data;

    for (guint i = 0; i < self->n_rates; i++)
        g_clear_pointer (&self->rates[i].target, tv_target_unref);
    g_free (self->rates);
    g_ptr_array_unref (self->groups);
    g_free (self);
}

static void
free_coverage (gpointer data)
{
    g_free (((TvSummaryCoverage *) data)->name);
    g_free (data);
}

static void
free_absence (gpointer data)
{
    g_free (((TvSummaryAbsence *) data)->reason);
    g_free (data);
}

/**
 * tv_annual_summary_new:
 *
 * Returns: (transfer full): a summary without figures; the caller sets its plain fields
 */
TvAnnualSummary *
tv_annual_summary_new (void)
{
    TvAnnualSummary *self = g_new0 (TvAnnualSummary, 1);

    self->date = TV_DATE_NONE;
    self->classes = g_ptr_array_new_with_free_func (free_coverage);
    self->absences = g_ptr_array_new_with_free_func (free_absence);
    self->parts = g_ptr_array_new_with_free_func (free_part);
    return self;
}

void
tv_annual_summary_free (TvAnnualSummary *self)
{
    g_clear_pointer (&self->school, tv_school_unref);
    g_clear_pointer (&self->round, tv_round_unref);
    g_free (self->year_name);
    g_free (self->all.name);
    g_ptr_array_unref (self->classes);
    g_ptr_array_unref (self->absences);
    g_ptr_array_unref (self->parts);
    g_free (self);
}

/**
 * tv_annual_summary_add_part:
 * @n_rates: how many indicators it has
 *
 * Returns: (transfer none): a part whose fields the caller sets
 */
TvSummaryPart *
tv_annual_summary_add_part (TvAnnualSummary *self, guint n_rates)
{
    TvSummaryPart *part = g_new0 (TvSummaryPart, 1);

    part->rates = g_new0 (TvSummaryRate, n_rates);
    part->n_rates = n_rates;
    part->groups = g_ptr_array_new_with_free_func (free_group);
    g_ptr_array_add (self->parts, part);
    return part;
}

/**
 * tv_summary_part_add_group:
 * @split: what it is a part of
 * @name: what it is called
 *
 * Returns: (transfer none): a group whose rates the caller sets
 */
TvSummaryGroup *
tv_summary_part_add_group (TvSummaryPart *self, TvSummarySplit split, const char *name)
{
    TvSummaryGroup *group = g_new0 (TvSummaryGroup, 1);

    group->split = split;
    group->name = g_strdup (name);
    group->rates = g_new0 (TvRate, self->n_rates);
    g_ptr_array_add (self->groups, group);
    return group;
}

/**
 * tv_summary_part_find:
 * @id: an indicator
 *
 * Returns: (transfer none) (nullable): its rate; %NULL where the part has none such
 */
const TvSummaryRate *
tv_summary_part_find (const TvSummaryPart *self, TvIndicatorId id)
{
    for (guint i = 0; i < self->n_rates; i++) {
        if (self->rates[i].indicator->id == id)
            return &self->rates[i];
    }
    return NULL;
}

/**
 * tv_summary_part_has_targets:
 *
 * Returns: whether the plan asks for any of its rates
 */
gboolean
tv_summary_part_has_targets (const TvSummaryPart *self)
{
    for (guint i = 0; i < self->n_rates; i++) {
        if (self->rates[i].target)
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_annual_summary_add_class:
 * @name: of the class
 * @n_enrolled: who sat in it on their measuring day
 * @n_measured: how many of them were measured
 */
void
tv_annual_summary_add_class (TvAnnualSummary *self, const char *name, guint n_enrolled,
                             guint n_measured)
{
    TvSummaryCoverage *coverage = g_new0 (TvSummaryCoverage, 1);

    coverage->name = g_strdup (name);
    coverage->n_enrolled = n_enrolled;
    coverage->n_measured = n_measured;
    g_ptr_array_add (self->classes, coverage);
}

/**
 * tv_annual_summary_add_absence:
 * @reason: in words
 * @n: how many children
 */
void
tv_annual_summary_add_absence (TvAnnualSummary *self, const char *reason, guint n)
{
    TvSummaryAbsence *absence = g_new0 (TvSummaryAbsence, 1);

    absence->reason = g_strdup (reason);
    absence->n = n;
    g_ptr_array_add (self->absences, absence);
}
