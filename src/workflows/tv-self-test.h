/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-clock.h"

G_BEGIN_DECLS

/* One thing that was tested just now. */
typedef struct {
    char *what;    /* a translated sentence */
    char *details; /* (nullable): what was wrong, one line for each */
    guint n_cases;
    guint n_wrong;
} TvSelfTestResult;

/* What the program found when it tested itself. Never changes. */
typedef struct {
    GPtrArray *results; /* of TvSelfTestResult */
    guint n_cases;      /* z-scores that were worked out */
    char *tables;       /* the edition of WHO's tables and their checksum, for people */
    gboolean is_good;
} TvSelfTest;

TvSelfTest *tv_self_test_run (TvClock *clock);
void tv_self_test_run_async (TvClock *clock, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
TvSelfTest *tv_self_test_run_finish (GAsyncResult *result, GError **error);
char *tv_self_test_to_text (const TvSelfTest *self);
void tv_self_test_free (TvSelfTest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSelfTest, tv_self_test_free)

G_END_DECLS
