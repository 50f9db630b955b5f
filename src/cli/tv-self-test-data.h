/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* A child and what WHO's own programs say of it. */
typedef struct {
    TvGrowthInput input;
    TvStandard standard;
    gint32 hundredths[TV_Z_N_KINDS]; /* or TV_Z_NONE */
    gboolean is_flagged[TV_Z_N_KINDS];
} TvSelfTestCase;

/* What the columns L, M and S of one of WHO's tables add up to; in the order of TvTableId. */
typedef struct {
    const char *name;
    guint n_rows;
    double sums[2][3]; /* boys, girls */
} TvSelfTestSums;

/* Made from data/reference/ when the program is built. */
extern const TvSelfTestCase tv_self_test_cases[];
extern const guint tv_self_test_n_cases;
extern const TvSelfTestSums tv_self_test_sums[];
extern const guint tv_self_test_n_tables;

G_END_DECLS
