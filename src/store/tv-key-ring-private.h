/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-key-ring.h"

G_BEGIN_DECLS

/* The recovery code is nobody's: its slot has no uid. */
#define TV_KEY_SLOT_OF_RECOVERY ""

typedef struct {
    char *person_uid;
    char *label;
    TvKeyWrap wrap;
} TvKeySlot;

struct _TvKeyRing {
    char *uid;
    GArray *slots;        /* of TvKeySlot */
    TvKeyHolder *holders; /* those of the slots that are a person's */
    guint n_holders;
};

TvKeyRing *tv_key_ring_new_with_uid (char *uid);
TvKeyRing *tv_key_ring_close (TvKeyRing *self);

G_END_DECLS
