/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-measuring.h"

G_BEGIN_DECLS

/* A boy of four years in a class that is measured on 20 November 2026; no book is needed for it. */
TvStudent *tv_entry_fixture_student (void);
TvMeasurement *tv_entry_fixture_enter (const TvMeasurement *current, const TvMeasuringEntry *entry);
TvMeasurement *tv_entry_fixture_type (const TvMeasurement *current, TvQuantity quantity,
                                      const char *text, gboolean is_further);

G_END_DECLS
