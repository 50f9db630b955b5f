/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "indicators/tv-indicator.h"
#include "records/tv-school.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What a school decides about its book, once. Never changes. */
typedef struct {
    TvSchool *school;
    TvOverweightRule overweight_rule;
} TvPreferences;

void tv_preferences_load_async (TvStore *store, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
TvPreferences *tv_preferences_load_finish (TvStore *store, GAsyncResult *result, GError **error);
TvPreferences *tv_preferences_ref (TvPreferences *self);
void tv_preferences_unref (TvPreferences *self);

void tv_preferences_save_school_async (TvStore *store, const TvSchool *school,
                                       GAsyncReadyCallback callback, gpointer user_data);
void tv_preferences_save_overweight_rule_async (TvStore *store, TvOverweightRule rule,
                                                GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_preferences_save_finish (TvStore *store, GAsyncResult *result, GError **error);

/* The rule by itself, for whoever counts; readable from a reading job or from any thread. */
gboolean tv_overweight_rule_read (TvConnection *connection, TvOverweightRule *rule, GError **error);
gboolean tv_overweight_rule_get (TvStore *store, TvOverweightRule *rule, GError **error);
gboolean tv_overweight_rule_parse (const char *code, TvOverweightRule *rule);
const char *tv_overweight_rule_label (TvOverweightRule rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPreferences, tv_preferences_unref)

G_END_DECLS
