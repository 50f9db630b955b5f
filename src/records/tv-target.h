/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-school.h"

G_BEGIN_DECLS

typedef enum {
    TV_DIRECTION_NONE,
    TV_DIRECTION_BELOW, /* strictly under the value */
    TV_DIRECTION_AT_MOST,
    TV_DIRECTION_AT_LEAST,
} TvDirection;

const char *tv_direction_code (TvDirection direction);
gboolean tv_direction_parse (const char *code, TvDirection *direction);

/* One row of a year's plan. The value is in thousandths of its unit, so that 6.4 % is 6400. */
typedef struct {
    gint64 id;
    char *uid;
    int year;
    char *code; /* E-I.2a */
    char *part; /* I, II, III, IV */
    char *wording_vi;
    char *wording_en;
    gint64 value_thousandths;
    gboolean has_value;
    char *unit; /* percent, per-100000, count, per-1000, of-126 */
    TvDirection direction;
    char *levels;    /* codes of the levels that report it, parted by spaces; "all" */
    char *how;       /* computed, entered, entered-yes-no, ward */
    char *indicator; /* the indicator that computes it: "underweight", …; NULL where none does */
    char *source;
} TvTarget;

TvTarget *tv_target_new (const TvTarget *values);
TvTarget *tv_target_ref (TvTarget *self);
void tv_target_unref (TvTarget *self);
gboolean tv_target_applies_to (const TvTarget *self, TvLevel level);
const char *tv_target_unit_label (const char *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTarget, tv_target_unref)

G_END_DECLS
