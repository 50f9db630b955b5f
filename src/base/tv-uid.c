/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* UUID version 7 (RFC 9562): names a record outside its book, sortable by when it was made. */

#include "base/tv-uid.h"

#define UID_LENGTH 36

/* Half a UUID, with a hyphen before every digit that @hyphens has a bit for, the highest first. */
static char *
write_half (char *text, guint64 half, guint hyphens)
{
    for (int i = 15; i >= 0; i--) {
        if (hyphens >> i & 1)
            *text++ = '-';
        *text++ = "0123456789abcdef"[half >> (4 * i) & 15];
    }
    return text;
}

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
    guint64 high, low;
    guint32 word[3];
    char *uid = g_malloc0 (UID_LENGTH + 1);

    for (int i = 0; i < 3; i++)
        word[i] = random ? g_rand_int (random) : g_random_int ();
    high = ms << 16 | 0x7000 | (word[0] & 0xfff);
    low = (guint64) (0x8000 | (word[1] & 0x3fff)) << 48 | (guint64) (word[1] >> 16) << 32 | word[2];
    write_half (write_half (uid, high, 1 << 7 | 1 << 3), low, 1 << 15 | 1 << 11);
    return uid;
}
