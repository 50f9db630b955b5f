/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes of everything that was not synced. */
typedef enum {
    TV_POWER_CUT_NOTHING_STAYS,
    TV_POWER_CUT_ALL_STAYS,
    TV_POWER_CUT_BEGINNING_STAYS, /* of all writes to a file in their order */
    TV_POWER_CUT_SOME_STAY,       /* whole writes, in any order */
    TV_POWER_CUT_TORN,            /* parts of writes, in any order, down to a part of a sector */
    TV_POWER_CUT_N_MODES,
} TvPowerCutMode;

/* Writes into @to what is on the disk when the power goes after the first @n_ops of @ops, which
 * began on the files in @base. Returns how many of them were marks. */
guint tv_power_cut_play (GPtrArray *ops, guint n_ops, TvPowerCutMode mode, GRand *random,
                         const char *base, const char *to);

G_END_DECLS
