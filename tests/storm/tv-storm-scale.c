/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a storm lasts and where its chance comes from. */

#include "tv-storm-scale.h"

#include <stdio.h>

#define SEED_OF_SUITE 20260921

/* Under the sanitizers everything takes some times as long. */
#ifdef __SANITIZE_ADDRESS__
#define SHARE_OF_SUITE 4
#else
#define SHARE_OF_SUITE 1
#endif

guint
tv_storm_scale (guint n_short, guint n_long)
{
    if (g_strcmp0 (g_getenv ("TAMVOC_STORM"), "long") == 0)
        return n_long;
    return MAX (1, n_short / SHARE_OF_SUITE);
}

GRand *
tv_storm_random (void)
{
    const char *text = g_getenv ("TAMVOC_STORM_SEED");
    guint32 seed = text ? (guint32) g_ascii_strtoull (text, NULL, 10) : SEED_OF_SUITE;

    tv_storm_tell ("seed %u", seed);
    return g_rand_new_with_seed (seed);
}

void
tv_storm_tell (const char *format, ...)
{
    va_list arguments;

    va_start (arguments, format);
    {
        g_autofree char *line = g_strdup_vprintf (format, arguments);

        printf ("# %s\n", line);
        fflush (stdout);
    }
    va_end (arguments);
}
