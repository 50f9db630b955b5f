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

/* One of WHO's tables; in the order of TvTableId. */
typedef struct {
    const char *name;
    guint n_rows;         /* for each sex */
    const char *checksum; /* of its figures, see _tv_self_test_table_checksum() */
} TvSelfTestTable;

/* Made from data/reference/ when the program is built. */
extern const TvSelfTestCase tv_self_test_cases[];
extern const guint tv_self_test_n_cases;
extern const TvSelfTestTable tv_self_test_tables[];
extern const guint tv_self_test_n_tables;

G_END_DECLS
