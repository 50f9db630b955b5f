/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted: WHO's cut-offs for children under five (2006) and of school age (2007). A
 * moderate figure holds the severe one: below -2 is everybody below -2. */

#include "indicators/tv-indicator.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

#define BELOW(id, code, rule, kind, z)                                                             \
    {                                                                                              \
        id, code, rule, kind, (z) *100, TRUE                                                       \
    }
#define ABOVE(id, code, rule, kind, z)                                                             \
    {                                                                                              \
        id, code, rule, kind, (z) *100, FALSE                                                      \
    }

#define UNDERNOURISHED                                                                             \
    BELOW (TV_UNDERWEIGHT, "underweight", "waz<-2", TV_Z_WEIGHT_FOR_AGE, -2),                      \
        BELOW (TV_SEVERE_UNDERWEIGHT, "severe_underweight", "waz<-3", TV_Z_WEIGHT_FOR_AGE, -3),    \
        BELOW (TV_STUNTING, "stunting", "haz<-2", TV_Z_HEIGHT_FOR_AGE, -2),                        \
        BELOW (TV_SEVERE_STUNTING, "severe_stunting", "haz<-3", TV_Z_HEIGHT_FOR_AGE, -3)

#define WASTED                                                                                     \
    BELOW (TV_WASTING, "wasting", "whz<-2", TV_Z_WEIGHT_FOR_HEIGHT, -2),                           \
        BELOW (TV_SEVERE_WASTING, "severe_wasting", "whz<-3", TV_Z_WEIGHT_FOR_HEIGHT, -3)

static const TvIndicator under_five[] = {
    UNDERNOURISHED,
    WASTED,
    ABOVE (TV_OVERWEIGHT, "overweight", "whz>+2", TV_Z_WEIGHT_FOR_HEIGHT, 2),
    ABOVE (TV_OBESITY, "obesity", "whz>+3", TV_Z_WEIGHT_FOR_HEIGHT, 3),
};

static const TvIndicator under_five_by_bmi[] = {
    UNDERNOURISHED,
    WASTED,
    ABOVE (TV_OVERWEIGHT, "overweight", "baz>+2", TV_Z_BMI_FOR_AGE, 2),
    ABOVE (TV_OBESITY, "obesity", "baz>+3", TV_Z_BMI_FOR_AGE, 3),
};

static const TvIndicator school_age[] = {
    UNDERNOURISHED,
    BELOW (TV_THINNESS, "thinness", "baz<-2", TV_Z_BMI_FOR_AGE, -2),
    BELOW (TV_SEVERE_THINNESS, "severe_thinness", "baz<-3", TV_Z_BMI_FOR_AGE, -3),
    ABOVE (TV_OVERWEIGHT, "overweight", "baz>+1", TV_Z_BMI_FOR_AGE, 1),
    ABOVE (TV_OBESITY, "obesity", "baz>+2", TV_Z_BMI_FOR_AGE, 2),
    ABOVE (TV_SEVERE_OBESITY, "severe_obesity", "baz>+3", TV_Z_BMI_FOR_AGE, 3),
};

/**
 * tv_indicators:
 * @population: of which children
 * @rule: what overweight goes by; school age always goes by BMI-for-age
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the indicators, in the order of every table
 */
const TvIndicator *
tv_indicators (TvPopulation population, TvOverweightRule rule, guint *n)
{
    if (population == TV_POPULATION_SCHOOL_AGE) {
        *n = G_N_ELEMENTS (school_age);
        return school_age;
    }
    *n = G_N_ELEMENTS (under_five);
    return rule == TV_OVERWEIGHT_BY_BMI_FOR_AGE ? under_five_by_bmi : under_five;
}

/**
 * tv_indicator_find:
 * @population: of which children
 * @rule: what overweight goes by
 * @id: one indicator
 *
 * Returns: (transfer none) (nullable): its cut-off, %NULL where the population has none such
 */
const TvIndicator *
tv_indicator_find (TvPopulation population, TvOverweightRule rule, TvIndicatorId id)
{
    guint n;
    const TvIndicator *indicators = tv_indicators (population, rule, &n);

    for (guint i = 0; i < n; i++) {
        if (indicators[i].id == id)
            return &indicators[i];
    }
    return NULL;
}

/**
 * tv_indicator_label:
 * @population: of which children
 * @id: one indicator
 *
 * Returns: (transfer none): what it is called, such as "Stunting"
 */
const char *
tv_indicator_label (TvPopulation population, TvIndicatorId id)
{
    switch (id) {
    case TV_UNDERWEIGHT:
        return _ ("Underweight");
    case TV_SEVERE_UNDERWEIGHT:
        return _ ("Severe underweight");
    case TV_STUNTING:
        return _ ("Stunting");
    case TV_SEVERE_STUNTING:
        return _ ("Severe stunting");
    case TV_WASTING:
        return _ ("Wasting");
    case TV_SEVERE_WASTING:
        return _ ("Severe wasting");
    case TV_THINNESS:
        return _ ("Thinness");
    case TV_SEVERE_THINNESS:
        return _ ("Severe thinness");
    case TV_OVERWEIGHT:
        return _ ("Overweight and obesity");
    case TV_OBESITY:
        return population == TV_POPULATION_SCHOOL_AGE ? C_ ("school age", "Obesity")
                                                      : C_ ("under five", "Obesity");
    case TV_SEVERE_OBESITY:
        return _ ("Severe obesity");
    default:
        return "";
    }
}

static const char *
get_rule_format (const TvIndicator *indicator)
{
    switch (indicator->kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        /* Translators: %s is a number of standard deviations such as −2 */
        return indicator->is_below ? _ ("weight-for-age below %s SD")
                                   : _ ("weight-for-age above %s SD");
    case TV_Z_HEIGHT_FOR_AGE:
        /* Translators: %s is a number of standard deviations such as −2 */
        return indicator->is_below ? _ ("height-for-age below %s SD")
                                   : _ ("height-for-age above %s SD");
    case TV_Z_WEIGHT_FOR_HEIGHT:
        /* Translators: %s is a number of standard deviations such as +2 */
        return indicator->is_below ? _ ("weight-for-height below %s SD")
                                   : _ ("weight-for-height above %s SD");
    default:
        /* Translators: %s is a number of standard deviations such as +1 */
        return indicator->is_below ? _ ("BMI-for-age below %s SD") : _ ("BMI-for-age above %s SD");
    }
}

/**
 * tv_indicator_rule_label:
 * @indicator: one indicator
 *
 * Returns: (transfer full): the rule in words: "weight-for-height above +2 SD"
 */
char *
tv_indicator_rule_label (const TvIndicator *indicator)
{
    g_autofree char *cut = tv_number_format_signed (indicator->cut_hundredths / 100.0, 0);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return g_strdup_printf (get_rule_format (indicator), cut);
#pragma GCC diagnostic pop
}
