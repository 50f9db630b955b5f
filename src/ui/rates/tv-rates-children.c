/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children behind a figure, as the ids by which other pages know them. */

#include "ui/rates/tv-rates-children.h"

#include <glib/gi18n.h>

/**
 * tv_rates_list_cases:
 * @rates: what a round says
 * @line: one of its lines
 *
 * Returns: (transfer full) (element-type gint64): the children that are cases in @line
 */
GArray *
tv_rates_list_cases (const TvRates *rates, const TvRateLine *line)
{
    GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), line->cases->len);

    for (guint i = 0; i < line->cases->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, g_array_index (line->cases, guint, i));

        g_array_append_val (ids, child->student_id);
    }
    return ids;
}

/**
 * tv_rates_open_cases:
 * @rates: what a round says
 * @line: one of its lines
 * @workspace: leads to the children
 *
 * Shows the children that are cases in @line, under the names of indicator and group.
 */
void
tv_rates_open_cases (const TvRates *rates, const TvRateLine *line, TvWorkspace *workspace)
{
    g_autoptr (GArray) ids = tv_rates_list_cases (rates, line);
    /* Translators: an indicator and the group it was counted in, heading a list of children. */
    g_autofree char *title = g_strdup_printf (
        _ ("%s, %s"), tv_indicator_label (rates->population, line->indicator->id), line->group);

    tv_workspace_show_children_of_round (workspace, title, rates->round,
                                         (const gint64 *) (gpointer) ids->data, ids->len);
}
