/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-handover.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

TvHandover *tv_report_handover_gather (TvStore *store, GError **error);

G_END_DECLS
