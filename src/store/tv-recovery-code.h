/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-secret.h"

G_BEGIN_DECLS

TvSecret *tv_recovery_code_new (void);
TvSecret *tv_recovery_code_parse (const char *typed);
TvSecret *tv_transfer_code_new (void);
TvSecret *tv_transfer_code_parse (const char *typed);

G_END_DECLS
