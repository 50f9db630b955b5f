/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-key-wrap.h"

G_BEGIN_DECLS

/* Bytes on their way to somebody else, in a file that shows whether a single one of them was
 * changed, and that only a password opens where it was sealed with one. */

#define TV_ENVELOPE_MAGIC_SIZE 16
#define TV_ENVELOPE_MAX_CONTENT (4 * 1024 * 1024)

/* Why an envelope is not opened. */
typedef enum {
    TV_ENVELOPE_GOOD,
    TV_ENVELOPE_OTHER,           /* no envelope of this kind */
    TV_ENVELOPE_ALTERED,         /* changed or cut short */
    TV_ENVELOPE_NEWER,           /* of a later version of the program */
    TV_ENVELOPE_PASSWORD_NEEDED, /* it is sealed, and no password was given */
    TV_ENVELOPE_WRONG_PASSWORD,
} TvEnvelopeFlaw;

GBytes *tv_envelope_close (const char *magic, GBytes *content, const TvSecret *password,
                           TvKeyWrapCost cost);
GBytes *tv_envelope_open (const char *magic, GBytes *envelope, const TvSecret *password,
                          TvEnvelopeFlaw *flaw);
gsize tv_envelope_max_size (void);

G_END_DECLS
