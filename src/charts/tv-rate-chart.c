/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart of rates is made of, and the same in sentences. Groups keep the order they came in:
 * classes are not ranked. */

#include "charts/tv-rate-chart.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

static void
clear_rate_chart (gpointer data)
{
    TvRateChart *self = data;

    g_free (self->title);
    g_free (self->subtitle);
    g_clear_pointer (&self->target, tv_target_unref);
    for (guint i = 0; i < self->n_rows; i++)
        g_free (self->rows[i].group);
    g_free (self->rows);
}

/**
 * tv_rate_chart_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvRateChart *
tv_rate_chart_new (const TvRateChart *values)
{
    TvRateChart *self = g_atomic_rc_box_new (TvRateChart);

    *self = *values;
    self->title = g_strdup (values->title);
    self->subtitle = g_strdup (values->subtitle);
    self->target = values->target ? tv_target_ref (values->target) : NULL;
    self->rows = g_memdup2 (values->rows, sizeof *values->rows * values->n_rows);
    for (guint i = 0; i < self->n_rows; i++)
        self->rows[i].group = g_strdup (values->rows[i].group);
    return self;
}

TvRateChart *
tv_rate_chart_ref (TvRateChart *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_rate_chart_unref (TvRateChart *self)
{
    g_atomic_rc_box_release_full (self, clear_rate_chart);
}

/**
 * tv_rate_chart_row_describe:
 * @row: a group
 *
 * Returns: (transfer full): one sentence: who, how many of how many, the rate
 */
char *
tv_rate_chart_row_describe (const TvRateChartRow *row)
{
    g_autofree char *percent = NULL;

    if (row->rate.n == 0)
        /* Translators: %s is a group such as a class */
        return g_strdup_printf (_ ("%s: nobody counted."), row->group);
    percent = tv_number_format (row->rate.percent, 1);
    return g_strdup_printf (
        /* Translators: a group such as a class, children counted, children measured, percent */
        ngettext ("%1$s: %2$u of %3$u child, %4$s %%.", "%1$s: %2$u of %3$u children, %4$s %%.",
                  row->rate.n),
        row->group, row->rate.n_cases, row->rate.n, percent);
}

/**
 * tv_rate_chart_describe:
 *
 * Returns: (transfer full): what the chart shows, sentence by sentence
 */
char **
tv_rate_chart_describe (const TvRateChart *self)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

    if (self->n_rows == 0)
        g_strv_builder_add (sentences, _ ("There are no groups to compare yet."));
    for (guint i = 0; i < self->n_rows; i++) {
        const TvRateChartRow *row = &self->rows[i];
        g_autofree char *sentence = row->is_whole ? tv_rate_sentence (&row->rate, self->target)
                                                  : tv_rate_chart_row_describe (row);

        g_strv_builder_add (sentences, sentence);
    }
    return g_strv_builder_end (sentences);
}
