/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One child measured on one day. */

#include "records/tv-measurement.h"

#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>

static const char *const position_codes[] = { "", "L", "H", NULL };
static const char *const quantity_codes[] = { "weight", "height", NULL };
static const char *const state_codes[] = { "measured", "absent", "refused", "impossible", NULL };

const char *
tv_position_code (TvPosition value)
{
    return tv_vocabulary_code (position_codes, value);
}

gboolean
tv_position_parse (const char *code, TvPosition *value)
{
    int found;

    if (!tv_vocabulary_parse (position_codes, code, &found))
        return FALSE;
    *value = (TvPosition) found;
    return TRUE;
}

const char *
tv_position_label (TvPosition value)
{
    switch (value) {
    case TV_POSITION_RECUMBENT:
        return _ ("Lying");
    case TV_POSITION_STANDING:
        return _ ("Standing");
    default:
        return "";
    }
}

const char *
tv_quantity_code (TvQuantity value)
{
    return tv_vocabulary_code (quantity_codes, value);
}

gboolean
tv_quantity_parse (const char *code, TvQuantity *value)
{
    int found;

    if (!tv_vocabulary_parse (quantity_codes, code, &found))
        return FALSE;
    *value = (TvQuantity) found;
    return TRUE;
}

/**
 * tv_position_by_age:
 * @age_days: completed days
 *
 * Returns: how a child of this age is measured: lying before the second birthday
 */
TvPosition
tv_position_by_age (int age_days)
{
    return age_days < 731 ? TV_POSITION_RECUMBENT : TV_POSITION_STANDING;
}

const char *
tv_measurement_state_code (TvMeasurementState value)
{
    return tv_vocabulary_code (state_codes, value);
}

gboolean
tv_measurement_state_parse (const char *code, TvMeasurementState *value)
{
    int found;

    if (!tv_vocabulary_parse (state_codes, code, &found))
        return FALSE;
    *value = (TvMeasurementState) found;
    return TRUE;
}

const char *
tv_measurement_state_label (TvMeasurementState value)
{
    switch (value) {
    case TV_MEASUREMENT_MEASURED:
        return _ ("Measured");
    case TV_MEASUREMENT_ABSENT:
        return _ ("Absent");
    case TV_MEASUREMENT_REFUSED:
        return _ ("Did not cooperate");
    case TV_MEASUREMENT_IMPOSSIBLE:
        return _ ("Could not be measured");
    default:
        return "";
    }
}

static void
clear_measurement (gpointer data)
{
    TvMeasurement *self = data;

    g_free (self->uid);
    g_free (self->excluded_reason);
    g_free (self->kept_reason);
    g_free (self->note);
    g_free (self->readings);
}

/**
 * tv_measurement_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvMeasurement *
tv_measurement_new (const TvMeasurement *values)
{
    TvMeasurement *self = g_atomic_rc_box_new (TvMeasurement);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->excluded_reason = g_strdup (values->excluded_reason);
    self->kept_reason = g_strdup (values->kept_reason);
    self->note = g_strdup (values->note);
    self->readings = g_memdup2 (values->readings, values->n_readings * sizeof (TvReading));
    return self;
}

TvMeasurement *
tv_measurement_ref (TvMeasurement *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_measurement_unref (TvMeasurement *self)
{
    g_atomic_rc_box_release_full (self, clear_measurement);
}

/**
 * tv_measurement_counts:
 *
 * Returns: whether there is a value and nobody has excluded it
 */
gboolean
tv_measurement_counts (const TvMeasurement *self)
{
    return self->state == TV_MEASUREMENT_MEASURED && !self->excluded_reason
           && (self->weight_g > 0 || self->height_mm > 0);
}
