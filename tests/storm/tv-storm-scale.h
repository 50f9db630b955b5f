/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many of something: @n_short in the suite of tests, fewer under the sanitizers, @n_long for
 * ./dev storm. */
guint tv_storm_scale (guint n_short, guint n_long);

/* Where chance begins; TAMVOC_STORM_SEED repeats a storm. */
GRand *tv_storm_random (void);

/* Prints the counts of a storm as a comment of the test. */
void tv_storm_tell (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
