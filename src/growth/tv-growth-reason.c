/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a child has no z-score, in plain words. */

#include "growth/tv-growth-reason.h"

#include <glib/gi18n.h>

/**
 * tv_z_reason_sentence:
 *
 * Returns: one translated sentence that says why there is no z; empty for TV_Z_PRESENT
 */
const char *
tv_z_reason_sentence (TvZReason reason)
{
    switch (reason) {
    case TV_Z_NO_SEX:
        return _ ("The child's sex is not known.");
    case TV_Z_NO_AGE:
        return _ ("The child's birth date is not known.");
    case TV_Z_NO_VALUE:
        return _ ("Weight or height has not been measured.");
    case TV_Z_AGE_OUTSIDE:
        return _ ("WHO's tables have no figures for this age.");
    case TV_Z_HEIGHT_OUTSIDE:
        return _ ("WHO's weight-for-height table has no figures for this height.");
    case TV_Z_OEDEMA:
        return _ ("The child has oedema, so weight says nothing about nutrition.");
    case TV_Z_NOT_DEFINED:
        return _ ("WHO gives no weight-for-height from five years on.");
    case TV_Z_PRESENT:
    default:
        return "";
    }
}
