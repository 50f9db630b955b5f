/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a year's plan: what is asked, of whom, and how the school answers. */

#include "records/tv-target.h"

#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const direction_codes[] = { "", "below", "at-most", "at-least", NULL };

const char *
tv_direction_code (TvDirection value)
{
    return tv_vocabulary_code (direction_codes, value);
}

gboolean
tv_direction_parse (const char *code, TvDirection *value)
{
    int found;

    if (!tv_vocabulary_parse (direction_codes, code, &found))
        return FALSE;
    *value = (TvDirection) found;
    return TRUE;
}

static void
clear_target (gpointer data)
{
    TvTarget *self = data;

    g_free (self->uid);
    g_free (self->code);
    g_free (self->part);
    g_free (self->wording_vi);
    g_free (self->wording_en);
    g_free (self->unit);
    g_free (self->levels);
    g_free (self->how);
    g_free (self->indicator);
    g_free (self->source);
}

/**
 * tv_target_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvTarget *
tv_target_new (const TvTarget *values)
{
    TvTarget *self = g_atomic_rc_box_new (TvTarget);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->code = g_strdup (values->code);
    self->part = g_strdup (values->part);
    self->wording_vi = g_strdup (values->wording_vi);
    self->wording_en = g_strdup (values->wording_en);
    self->unit = g_strdup (values->unit);
    self->levels = g_strdup (values->levels);
    self->how = g_strdup (values->how);
    self->indicator = g_strdup (values->indicator);
    self->source = g_strdup (values->source);
    return self;
}

TvTarget *
tv_target_ref (TvTarget *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_target_unref (TvTarget *self)
{
    g_atomic_rc_box_release_full (self, clear_target);
}

/**
 * tv_target_applies_to:
 * @self: a target
 * @level: a level of school
 *
 * Returns: whether schools of that level report it
 */
gboolean
tv_target_applies_to (const TvTarget *self, TvLevel level)
{
    g_auto (GStrv) levels = g_strsplit (self->levels ? self->levels : "all", " ", -1);

    return g_strv_contains ((const char *const *) levels, "all")
           || g_strv_contains ((const char *const *) levels, tv_level_code (level));
}

/**
 * tv_target_unit_label:
 * @unit: code of a target's unit
 *
 * Returns: (transfer none): what stands behind the value, in the chosen language
 */
const char *
tv_target_unit_label (const char *unit)
{
    if (g_strcmp0 (unit, "percent") == 0)
        return "%";
    if (g_strcmp0 (unit, "per-100000") == 0)
        return _ ("per 100,000");
    if (g_strcmp0 (unit, "per-1000") == 0)
        return _ ("per 1,000");
    if (g_strcmp0 (unit, "of-126") == 0)
        return _ ("of 126");
    return "";
}
