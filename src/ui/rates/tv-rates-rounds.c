/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rounds somebody may choose next: those beside the chosen one in the sidebar's list first.
 */

#include "ui/rates/tv-rates-rounds.h"

/* As the sidebar lists them. */
static GPtrArray *
list_rounds_of_year (TvWorkspace *workspace)
{
    const TvBookCover *cover = tv_workspace_get_cover (workspace);
    const TvSchoolYear *year = tv_workspace_get_year (workspace);
    GPtrArray *rounds = g_ptr_array_new ();

    for (guint i = 0; cover && year && i < cover->rounds->len; i++) {
        TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (round->year_id == year->id && round->kind == TV_ROUND_REGULAR)
            g_ptr_array_add (rounds, round);
    }
    return rounds;
}

static guint
find_chosen (GPtrArray *rounds, const TvRound *chosen)
{
    for (guint i = 0; chosen && i < rounds->len; i++) {
        if (((const TvRound *) g_ptr_array_index (rounds, i))->id == chosen->id)
            return i;
    }
    return 0;
}

/**
 * tv_rates_list_next_rounds:
 * @workspace: what is chosen
 * @n_at_most: how many are listed
 *
 * Returns: (transfer full): codes of the other regular rounds of the year, the nearest first
 */
char **
tv_rates_list_next_rounds (TvWorkspace *workspace, guint n_at_most)
{
    g_autoptr (GPtrArray) rounds = list_rounds_of_year (workspace);
    g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
    guint chosen = find_chosen (rounds, tv_workspace_get_round (workspace)), n = 0;

    for (guint step = 1; step < rounds->len; step++) {
        const guint beside[] = { chosen + step, chosen - step };

        /* Before the first one there is nothing: the number is then beyond the last one. */
        for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
            if (beside[i] < rounds->len && n++ < n_at_most)
                g_strv_builder_add (codes, ((TvRound *) rounds->pdata[beside[i]])->code);
        }
    }
    return g_strv_builder_end (codes);
}
