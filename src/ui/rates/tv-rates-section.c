/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the rates page have in common. */

#include "ui/rates/tv-rates-section.h"

G_DEFINE_INTERFACE (TvRatesSection, tv_rates_section, GTK_TYPE_WIDGET)

static void
tv_rates_section_default_init (TvRatesSectionInterface *iface)
{
}

/**
 * tv_rates_section_show:
 * @self: a part of the page
 * @shown: what is chosen
 *
 * Shows what the part has to say of it, at once: nothing is read here.
 */
void
tv_rates_section_show (TvRatesSection *self, const TvRatesShown *shown)
{
    g_return_if_fail (TV_IS_RATES_SECTION (self) && shown && shown->rates);

    TV_RATES_SECTION_GET_IFACE (self)->show (self, shown);
}

/**
 * tv_rates_shown_holds:
 * @shown: what is chosen
 * @line: one of the lines of its rates
 *
 * Returns: whether @line is of the chosen indicator, and of the whole school or a group of the
 *   chosen split: those lines, in their order, are what a part shows
 */
gboolean
tv_rates_shown_holds (const TvRatesShown *shown, const TvRateLine *line)
{
    return line->indicator->id == shown->indicator->id
           && (line->split == TV_SPLIT_NONE || line->split == shown->split);
}
