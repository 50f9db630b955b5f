/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-measuring-form.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

TvMeasuringForm *tv_report_measuring_gather (TvStore *store, const char *class_name,
                                             const char *round_code, GError **error);

G_END_DECLS
