/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"

G_BEGIN_DECLS

/* A weight or a height as somebody typed it. */
typedef struct {
    gboolean is_empty;
    gboolean is_out_of_range; /* a number, but of no child: value and readings hold it */
    int value;                /* g or mm; 0 where empty or not a number */
    double number;            /* the same in kg or cm, as typed: nothing is rounded off */
    int readings[2];          /* in arms: with the child, then without, below zero */
    guint n_readings;
    char *refusal; /* one sentence, NULL where the value can be kept */
} TvTypedValue;

void tv_typed_value_read (TvTypedValue *self, TvQuantity quantity, const char *text);
void tv_typed_value_clear (TvTypedValue *self);

char *tv_quantity_text (TvQuantity quantity, int value);
char *tv_quantity_with_unit (TvQuantity quantity, int value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TvTypedValue, tv_typed_value_clear)

G_END_DECLS
