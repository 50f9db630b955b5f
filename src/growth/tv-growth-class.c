/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* z-scores in words. Cut-offs are strict, on rounded hundredths: -2.00 is not below -2. They are
 * WHO's, with the names of the education ministry's school-nutrition handbook; under five years
 * weight-for-height decides about overweight, and BMI-for-age only where it is missing. */

#include "growth/tv-growth-class.h"

#include "growth/tv-growth-reason.h"

#include <glib/gi18n.h>
#include <string.h>

/* A class for each stretch of z; the bounds are -3, -2, +1, +2, +3. */
typedef struct {
    TvGrowthClass below_minus_3;
    TvGrowthClass below_minus_2;
    TvGrowthClass above_1;
    TvGrowthClass above_2;
    TvGrowthClass above_3;
} Cutoffs;

static const Cutoffs weight_for_age = {
    TV_CLASS_SEVERELY_UNDERWEIGHT, TV_CLASS_UNDERWEIGHT, TV_CLASS_NORMAL,
    TV_CLASS_HIGH_WEIGHT,          TV_CLASS_HIGH_WEIGHT,
};
static const Cutoffs height_for_age = {
    TV_CLASS_SEVERELY_STUNTED, TV_CLASS_STUNTED, TV_CLASS_NORMAL, TV_CLASS_TALL, TV_CLASS_TALL,
};
static const Cutoffs proportion_2006 = {
    TV_CLASS_SEVERELY_WASTED, TV_CLASS_WASTED, TV_CLASS_NORMAL, TV_CLASS_OVERWEIGHT, TV_CLASS_OBESE,
};
static const Cutoffs bmi_2007 = {
    TV_CLASS_SEVERELY_THIN, TV_CLASS_THIN,           TV_CLASS_OVERWEIGHT,
    TV_CLASS_OBESE,         TV_CLASS_SEVERELY_OBESE,
};

/* Acute and severe first: what somebody should see where there is room for one word. */
static const TvGrowthClass by_urgency[] = {
    TV_CLASS_IMPLAUSIBLE,
    TV_CLASS_SEVERELY_WASTED,
    TV_CLASS_SEVERELY_THIN,
    TV_CLASS_SEVERELY_UNDERWEIGHT,
    TV_CLASS_SEVERELY_STUNTED,
    TV_CLASS_SEVERELY_OBESE,
    TV_CLASS_OBESE,
    TV_CLASS_WASTED,
    TV_CLASS_THIN,
    TV_CLASS_UNDERWEIGHT,
    TV_CLASS_STUNTED,
    TV_CLASS_OVERWEIGHT,
    TV_CLASS_HIGH_WEIGHT,
    TV_CLASS_TALL,
    TV_CLASS_NORMAL,
};

static const Cutoffs *
choose_cutoffs (TvStandard standard, TvZKind kind)
{
    if (standard != TV_STANDARD_2006 && standard != TV_STANDARD_2007)
        return NULL;
    switch (kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        return &weight_for_age;
    case TV_Z_HEIGHT_FOR_AGE:
        return &height_for_age;
    case TV_Z_WEIGHT_FOR_HEIGHT:
        return standard == TV_STANDARD_2006 ? &proportion_2006 : NULL;
    case TV_Z_BMI_FOR_AGE:
    default:
        return standard == TV_STANDARD_2006 ? &proportion_2006 : &bmi_2007;
    }
}

/* The classes of a child in the order in which people say them. Oedema counts as below -3, as
 * it does in the rates. */
static guint
list_classes (const TvGrowth *growth, TvGrowthClass classes[TV_Z_N_KINDS])
{
    static const TvZKind kinds[]
        = { TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE, TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_AGE };
    gboolean has_proportion = FALSE, is_implausible = FALSE;
    guint n_classes = 0;

    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        const TvZScore *z = &growth->z[kinds[i]];
        TvGrowthClass found = tv_growth_class (growth->standard, kinds[i], z->hundredths);

        if (kinds[i] == TV_Z_BMI_FOR_AGE && has_proportion)
            continue;
        if (found == TV_CLASS_NONE && kinds[i] == TV_Z_BMI_FOR_AGE && z->reason == TV_Z_OEDEMA)
            found = growth->standard == TV_STANDARD_2007 ? TV_CLASS_SEVERELY_THIN
                                                         : TV_CLASS_SEVERELY_WASTED;
        if (found == TV_CLASS_NONE)
            continue;
        has_proportion = has_proportion || kinds[i] == TV_Z_WEIGHT_FOR_HEIGHT;
        if (z->is_flagged)
            is_implausible = TRUE;
        else
            classes[n_classes++] = found;
    }
    if (is_implausible) {
        memmove (&classes[1], &classes[0], n_classes++ * sizeof *classes);
        classes[0] = TV_CLASS_IMPLAUSIBLE;
    }
    return n_classes;
}

static gboolean
has_concern (const TvGrowth *growth, TvConcern concern)
{
    TvGrowthClass classes[TV_Z_N_KINDS];
    guint n_classes = list_classes (growth, classes);

    for (guint i = 0; i < n_classes; i++) {
        if (tv_growth_class_concern (classes[i]) == concern)
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_growth_class:
 * @standard: whose table gave the z, TV_STANDARD_2006 or TV_STANDARD_2007
 * @hundredths: the z-score, or TV_Z_NONE
 *
 * Returns: the class, TV_CLASS_NONE where there is no z
 */
TvGrowthClass
tv_growth_class (TvStandard standard, TvZKind kind, gint32 hundredths)
{
    const Cutoffs *cutoffs = choose_cutoffs (standard, kind);

    if (!cutoffs || hundredths == TV_Z_NONE)
        return TV_CLASS_NONE;
    if (hundredths < -300)
        return cutoffs->below_minus_3;
    if (hundredths < -200)
        return cutoffs->below_minus_2;
    if (hundredths > 300)
        return cutoffs->above_3;
    if (hundredths > 200)
        return cutoffs->above_2;
    return hundredths > 100 ? cutoffs->above_1 : TV_CLASS_NORMAL;
}

/**
 * tv_growth_class_concern:
 *
 * Being tall, or heavy for one's age alone, is no reason to care.
 *
 * Returns: how much somebody should care
 */
TvConcern
tv_growth_class_concern (TvGrowthClass growth_class)
{
    switch (growth_class) {
    case TV_CLASS_NORMAL:
    case TV_CLASS_HIGH_WEIGHT:
    case TV_CLASS_TALL:
        return TV_CONCERN_NONE;
    case TV_CLASS_UNDERWEIGHT:
    case TV_CLASS_STUNTED:
    case TV_CLASS_WASTED:
    case TV_CLASS_THIN:
        return TV_CONCERN_LOW_MODERATE;
    case TV_CLASS_SEVERELY_UNDERWEIGHT:
    case TV_CLASS_SEVERELY_STUNTED:
    case TV_CLASS_SEVERELY_WASTED:
    case TV_CLASS_SEVERELY_THIN:
        return TV_CONCERN_LOW_SEVERE;
    case TV_CLASS_OVERWEIGHT:
        return TV_CONCERN_HIGH_MODERATE;
    case TV_CLASS_OBESE:
    case TV_CLASS_SEVERELY_OBESE:
        return TV_CONCERN_HIGH_SEVERE;
    case TV_CLASS_IMPLAUSIBLE:
        return TV_CONCERN_QUESTION;
    case TV_CLASS_NONE:
    default:
        return TV_CONCERN_UNKNOWN;
    }
}

/**
 * tv_growth_class_label:
 *
 * Returns: the class in translated words, small letters first; empty for TV_CLASS_NONE
 */
const char *
tv_growth_class_label (TvGrowthClass growth_class)
{
    switch (growth_class) {
    case TV_CLASS_NORMAL:
        return C_ ("growth", "normal");
    case TV_CLASS_UNDERWEIGHT:
        return C_ ("growth", "underweight");
    case TV_CLASS_SEVERELY_UNDERWEIGHT:
        return C_ ("growth", "severely underweight");
    case TV_CLASS_HIGH_WEIGHT:
        return C_ ("growth", "high weight for age");
    case TV_CLASS_STUNTED:
        return C_ ("growth", "stunted");
    case TV_CLASS_SEVERELY_STUNTED:
        return C_ ("growth", "severely stunted");
    case TV_CLASS_TALL:
        return C_ ("growth", "tall for age");
    case TV_CLASS_WASTED:
        return C_ ("growth", "wasted");
    case TV_CLASS_SEVERELY_WASTED:
        return C_ ("growth", "severely wasted");
    case TV_CLASS_THIN:
        return C_ ("growth", "thin");
    case TV_CLASS_SEVERELY_THIN:
        return C_ ("growth", "severely thin");
    case TV_CLASS_OVERWEIGHT:
        return C_ ("growth", "overweight");
    case TV_CLASS_OBESE:
        return C_ ("growth", "obese");
    case TV_CLASS_SEVERELY_OBESE:
        return C_ ("growth", "severely obese");
    case TV_CLASS_IMPLAUSIBLE:
        return C_ ("growth", "implausible value");
    case TV_CLASS_NONE:
    default:
        return "";
    }
}

/**
 * tv_growth_main_class:
 *
 * Returns: the class that matters most, for where there is room for one word; TV_CLASS_NONE
 *   where no z exists, and where all that is known is well but weight or height is not known
 */
TvGrowthClass
tv_growth_main_class (const TvGrowth *growth)
{
    TvGrowthClass classes[TV_Z_N_KINDS];
    guint n_classes = list_classes (growth, classes);
    gboolean is_half_known = growth->lacks_weight || growth->lacks_height;

    for (guint i = 0; i < G_N_ELEMENTS (by_urgency); i++) {
        if (is_half_known && tv_growth_class_concern (by_urgency[i]) == TV_CONCERN_NONE)
            continue;
        for (guint j = 0; j < n_classes; j++) {
            if (classes[j] == by_urgency[i])
                return by_urgency[i];
        }
    }
    return TV_CLASS_NONE;
}

/**
 * tv_growth_is_undernourished:
 *
 * Returns: whether one of the classes that tv_growth_words() says is too little
 */
gboolean
tv_growth_is_undernourished (const TvGrowth *growth)
{
    return has_concern (growth, TV_CONCERN_LOW_MODERATE)
           || has_concern (growth, TV_CONCERN_LOW_SEVERE);
}

/**
 * tv_growth_is_overweight:
 *
 * Returns: whether one of the classes that tv_growth_words() says is overweight or obesity
 */
gboolean
tv_growth_is_overweight (const TvGrowth *growth)
{
    return has_concern (growth, TV_CONCERN_HIGH_MODERATE) || tv_growth_is_obese (growth);
}

/**
 * tv_growth_is_obese:
 *
 * Returns: whether one of the classes that tv_growth_words() says is obesity
 */
gboolean
tv_growth_is_obese (const TvGrowth *growth)
{
    return has_concern (growth, TV_CONCERN_HIGH_SEVERE);
}

/* What was not measured, where the other value was. */
static const char *
say_lacking (const TvGrowth *growth)
{
    if (growth->lacks_weight)
        return C_ ("growth", "weight not measured");
    return growth->lacks_height ? C_ ("growth", "height not measured") : NULL;
}

static char *
join_classes (const TvGrowthClass *classes, guint n_classes)
{
    GString *words = g_string_new (NULL);

    for (guint i = 0; i < n_classes; i++) {
        if (classes[i] == TV_CLASS_NORMAL)
            continue;
        if (words->len > 0)
            /* Translators: stands between two words of a list */
            g_string_append (words, C_ ("list", ", "));
        g_string_append (words, tv_growth_class_label (classes[i]));
    }
    return g_string_free (words, FALSE);
}

/**
 * tv_growth_words:
 *
 * Returns: (transfer full): all that is not normal, such as "stunted, underweight"; "normal" where
 *   nothing is; a sentence that says why where no z exists. A value beyond WHO's limits is said
 *   first, and gives the child no class; of whom only one value is known, the other is said to be
 *   missing and nobody is called normal
 */
char *
tv_growth_words (const TvGrowth *growth)
{
    TvGrowthClass classes[TV_Z_N_KINDS];
    guint n_classes = list_classes (growth, classes);
    TvZReason reason = growth->z[TV_Z_HEIGHT_FOR_AGE].reason;
    const char *lacking = say_lacking (growth);
    g_autofree char *words = join_classes (classes, n_classes);

    if (n_classes == 0 && (reason != TV_Z_NO_VALUE || growth->lacks_weight || !lacking))
        return g_strdup (tv_z_reason_sentence (reason));
    if (!*words)
        return g_strdup (lacking ? lacking : tv_growth_class_label (TV_CLASS_NORMAL));
    if (!lacking)
        return g_steal_pointer (&words);
    return g_strconcat (words, "; ", lacking, NULL);
}

/**
 * tv_z_kind_label:
 *
 * Returns: what the z is of, in translated words
 */
const char *
tv_z_kind_label (TvZKind kind)
{
    switch (kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        return _ ("weight for age");
    case TV_Z_HEIGHT_FOR_AGE:
        return _ ("height for age");
    case TV_Z_WEIGHT_FOR_HEIGHT:
        return _ ("weight for height");
    case TV_Z_BMI_FOR_AGE:
    default:
        return _ ("BMI for age");
    }
}

/**
 * tv_z_kind_code:
 *
 * Returns: the column's name in files: waz, haz, whz or baz
 */
const char *
tv_z_kind_code (TvZKind kind)
{
    static const char *const codes[] = {
        [TV_Z_WEIGHT_FOR_AGE] = "waz",
        [TV_Z_HEIGHT_FOR_AGE] = "haz",
        [TV_Z_WEIGHT_FOR_HEIGHT] = "whz",
        [TV_Z_BMI_FOR_AGE] = "baz",
    };

    return codes[kind];
}
