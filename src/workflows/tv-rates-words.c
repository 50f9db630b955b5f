/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What splits and reasons are called, in files and for people. */

#include "workflows/tv-rates.h"

#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>

static const char *const split_codes[] = { "none", "class", "grade", "sex", "age", "every", NULL };

static const char *const left_out_codes[]
    = { "",         "not-measured",  "absent", "refused",   "impossible",
        "excluded", "no-birth-date", "no-sex", "other-age", "implausible",
        "no-value", "not-enrolled",  NULL };

/**
 * tv_split_parse:
 * @code: (nullable): "class", "grade", "sex", "age", "every" or "none"
 * @split: (out): which
 *
 * Returns: whether there is such a split
 */
gboolean
tv_split_parse (const char *code, TvSplit *split)
{
    int found;

    if (!tv_vocabulary_parse (split_codes, code, &found))
        return FALSE;
    *split = (TvSplit) found;
    return TRUE;
}

/**
 * tv_split_label:
 *
 * Returns: (transfer none): the split as it stands in a list of choices
 */
const char *
tv_split_label (TvSplit split)
{
    switch (split) {
    case TV_SPLIT_CLASS:
        return C_ ("split of a rate", "By class");
    case TV_SPLIT_GRADE:
        return C_ ("split of a rate", "By grade");
    case TV_SPLIT_SEX:
        return C_ ("split of a rate", "By sex");
    case TV_SPLIT_AGE:
        return C_ ("split of a rate", "By age");
    case TV_SPLIT_EVERY:
        return C_ ("split of a rate", "Every way");
    default:
        return C_ ("split of a rate", "Whole school");
    }
}

/**
 * tv_left_out_code:
 *
 * Returns: (transfer none): the reason in files, "" for none
 */
const char *
tv_left_out_code (TvLeftOut reason)
{
    return tv_vocabulary_code (left_out_codes, reason);
}

/**
 * tv_left_out_label:
 *
 * Returns: (transfer none): why a child is not counted, for people; "" where it is
 */
const char *
tv_left_out_label (TvLeftOut reason)
{
    switch (reason) {
    case TV_LEFT_OUT_NOT_MEASURED:
        return _ ("Not measured yet");
    case TV_LEFT_OUT_ABSENT:
        return _ ("Absent");
    case TV_LEFT_OUT_REFUSED:
        return _ ("Did not cooperate");
    case TV_LEFT_OUT_IMPOSSIBLE:
        return _ ("Could not be measured");
    case TV_LEFT_OUT_EXCLUDED:
        return _ ("Measurement excluded");
    case TV_LEFT_OUT_NO_BIRTH_DATE:
        return _ ("Birth date not known");
    case TV_LEFT_OUT_NO_SEX:
        return _ ("Sex not known");
    case TV_LEFT_OUT_OTHER_AGE:
        return _ ("Of another age on the measuring day");
    case TV_LEFT_OUT_IMPLAUSIBLE:
        return _ ("Value beyond WHO's limits of plausibility");
    case TV_LEFT_OUT_NO_VALUE:
        return _ ("Weight or height missing");
    case TV_LEFT_OUT_NOT_ENROLLED:
        return _ ("Not enrolled on the measuring day");
    default:
        return "";
    }
}

/**
 * tv_rates_is_under_way:
 * @self: rates of a round
 *
 * Returns: whether the round is open and children of it are still to be measured
 */
gboolean
tv_rates_is_under_way (const TvRates *self)
{
    return self->round && !self->round->is_closed
           && self->n_measured - self->n_half_measured < self->n_enrolled;
}

/**
 * tv_rates_say_verdict:
 * @self: rates of a round
 * @is_met: what the count says of a target
 *
 * Returns: (transfer none): the verdict for people, which is of the children measured so far while
 *   the round is under way
 */
const char *
tv_rates_say_verdict (const TvRates *self, gboolean is_met)
{
    if (tv_rates_is_under_way (self))
        return is_met ? _ ("The target is met so far") : _ ("The target is not met so far");
    return is_met ? _ ("The target is met") : _ ("The target is not met");
}

/**
 * tv_rates_progress_sentence:
 * @self: rates of a round
 *
 * Returns: (transfer full) (nullable): how many are still to be measured, so that nobody takes
 * these rates for the last word; NULL of a round that is over
 */
char *
tv_rates_progress_sentence (const TvRates *self)
{
    guint n_measured = self->n_measured - self->n_half_measured;

    if (!tv_rates_is_under_way (self))
        return NULL;
    /* Translators: 100 measured of 116 children */
    return g_strdup_printf (ngettext ("The round is open: %u of %u child has been measured, so the "
                                      "rates can still change.",
                                      "The round is open: %u of %u children have been measured, so "
                                      "the rates can still change.",
                                      self->n_enrolled),
                            n_measured, self->n_enrolled);
}

/**
 * tv_rates_targets_sentence:
 * @self: rates of a round
 *
 * Returns: (transfer full) (nullable): that the plan of this year is not in the book, so nothing
 *   can be judged; NULL where it is, and where no target could be asked of these children
 */
char *
tv_rates_targets_sentence (const TvRates *self)
{
    if (!self->round || self->has_targets || self->population != TV_POPULATION_UNDER_FIVE
        || self->school->level != TV_LEVEL_KINDERGARTEN)
        return NULL;
    /* Translators: %d is a year such as 2027 */
    return g_strdup_printf (_ ("This record book has no targets for %d yet, so nothing is judged. "
                               "The preferences have a place for them."),
                            self->plan_year);
}
