/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Waits for asynchronous calls where a test has nothing else to do. */

#include "tv-test-result.h"

/**
 * tv_test_keep_result:
 * @kept: (out) (transfer full): a GAsyncResult *, %NULL before
 */
void
tv_test_keep_result (GObject *source, GAsyncResult *result, gpointer kept)
{
    *(GAsyncResult **) kept = g_object_ref (result);
}

/**
 * tv_test_wait_for_result:
 * @kept: what tv_test_keep_result() was given
 *
 * Returns: (transfer none): the result, which stays there
 */
GAsyncResult *
tv_test_wait_for_result (GAsyncResult **kept)
{
    while (!*kept)
        g_main_context_iteration (NULL, TRUE);
    return *kept;
}

/**
 * tv_test_take_result:
 * @kept: what tv_test_keep_result() was given; %NULL afterwards
 *
 * Returns: (transfer full): the result
 */
GAsyncResult *
tv_test_take_result (GAsyncResult **kept)
{
    tv_test_wait_for_result (kept);
    return g_steal_pointer (kept);
}
