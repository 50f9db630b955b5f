/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For asynchronous calls: a callback that keeps the result where its data points, and a wait. */
void tv_test_keep_result (GObject *source, GAsyncResult *result, gpointer kept);
GAsyncResult *tv_test_wait_for_result (GAsyncResult **kept);
GAsyncResult *tv_test_take_result (GAsyncResult **kept);

G_END_DECLS
