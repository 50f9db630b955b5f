/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the rates page in their order. */

#include "ui/rates/tv-rates-sections.h"

#include "ui/rates/tv-rates-change-section.h"
#include "ui/rates/tv-rates-counted-section.h"
#include "ui/rates/tv-rates-curve-section.h"
#include "ui/rates/tv-rates-groups-section.h"
#include "ui/rates/tv-rates-overlap-section.h"
#include "ui/rates/tv-rates-quality-section.h"

#include <glib/gi18n.h>

typedef struct {
    const char *name;
    const char *title;
    GtkWidget *(*make) (void);
    TvRatesChoices choices; /* that change what it shows */
} Section;

static const Section sections_in_order[] = {
    { "groups", NC_ ("rates section", "Rates"), tv_rates_groups_section_new, TV_RATES_CHOICE_ALL },
    { "overlap", NC_ ("rates section", "Both countings"), tv_rates_overlap_section_new,
      TV_RATES_CHOICE_POPULATION | TV_RATES_CHOICE_SPLIT },
    { "counted", NC_ ("rates section", "Who is counted"), tv_rates_counted_section_new,
      TV_RATES_CHOICE_POPULATION | TV_RATES_CHOICE_INDICATOR },
    { "change", NC_ ("rates section", "Change"), tv_rates_change_section_new,
      TV_RATES_CHOICE_POPULATION | TV_RATES_CHOICE_INDICATOR | TV_RATES_CHOICE_INTERVAL },
    { "curve", NC_ ("rates section", "z distribution"), tv_rates_curve_section_new,
      TV_RATES_CHOICE_POPULATION | TV_RATES_CHOICE_INDICATOR | TV_RATES_CHOICE_SPLIT },
    { "quality", NC_ ("rates section", "Quality of measuring"), tv_rates_quality_section_new,
      TV_RATES_CHOICE_NONE },
};

/**
 * tv_rates_sections_add:
 * @sections: gets all parts, under their titles
 */
void
tv_rates_sections_add (GtkStack *sections)
{
    for (guint i = 0; i < G_N_ELEMENTS (sections_in_order); i++) {
        const Section *section = &sections_in_order[i];

        gtk_stack_add_titled (sections, section->make (), section->name,
                              g_dpgettext2 (NULL, "rates section", section->title));
    }
}

/**
 * tv_rates_sections_get_choices:
 * @sections: the parts
 *
 * Returns: which of the page's choices change what is seen; the others would do nothing
 */
TvRatesChoices
tv_rates_sections_get_choices (GtkStack *sections)
{
    const char *name = gtk_stack_get_visible_child_name (sections);

    for (guint i = 0; i < G_N_ELEMENTS (sections_in_order); i++) {
        if (g_strcmp0 (sections_in_order[i].name, name) == 0)
            return sections_in_order[i].choices;
    }
    return TV_RATES_CHOICE_ALL;
}
