/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* UUID version 7 (RFC 9562): names a record outside its book, sortable by when it was made. */

#include "base/tv-uid.h"

/**
 * tv_uid_new:
 * @clock: where the time comes from
 * @random: (nullable): where the 74 random bits come from; %NULL takes the machine's own source
 *
 * Returns: (transfer full): a UUIDv7 in lower case
 */
char *
tv_uid_new (TvClock *clock, GRand *random)
{
    guint64 ms = (guint64) tv_clock_now_us (clock) / 1000;
    guint32 word[3];

    for (int i = 0; i < 3; i++)
        word[i] = random ? g_rand_int (random) : g_random_int ();
    return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x", (guint) (ms >> 16),
                            (guint) (ms & 0xffff), word[0] & 0xfff, 0x8000 | (word[1] & 0x3fff),
                            word[1] >> 16, word[2]);
}
