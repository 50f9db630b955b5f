/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

char *tv_explain_measurement (const TvStudent *student, const TvMeasurement *measurement);
char *tv_explain_child (TvStore *store, const char *student_uid, TvDate date, GError **error);

G_END_DECLS
