/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-application.h"

G_BEGIN_DECLS

/* Locks the windows of a program when nobody is there any more, and gives whoever signs in instead
 * of the one before a window of their own. */
#define TV_TYPE_LOCK_KEEPER (tv_lock_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TvLockKeeper, tv_lock_keeper, TV, LOCK_KEEPER, GObject)

TvLockKeeper *tv_lock_keeper_new (TvApplication *application);

G_END_DECLS
