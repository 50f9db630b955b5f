/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

const char *tv_z_reason_sentence (TvZReason reason);

G_END_DECLS
