/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-rate.h"
#include "workflows/tv-self-test-data.h"
#include "workflows/tv-self-test.h"

G_BEGIN_DECLS

/* A rate that was worked out elsewhere. */
typedef struct {
    TvIntervalKind interval;
    guint n_cases;
    guint n;
    guint n_sample;
    double lower;
    double upper;
} TvSelfTestRate;

/* Each adds to @result what it finds; what is to be found is given in, so that a test can give
 * something wrong. */
void
_tv_self_test_check_tables (const TvSelfTestTable *expected, guint n, TvSelfTestResult *result);
void _tv_self_test_check_scores (const TvSelfTestCase *expected, guint n, TvSelfTestResult *result);
void _tv_self_test_check_rates (const TvSelfTestRate *expected, guint n, TvSelfTestResult *result);
void _tv_self_test_check_book (TvClock *clock, TvSelfTestResult *result);

void _tv_self_test_count (TvSelfTestResult *result, gboolean is_good, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
char *_tv_self_test_table_checksum (guint table, guint n_rows);

G_END_DECLS
