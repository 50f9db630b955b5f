/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "records/tv-measurement.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

GtkWindow *tv_explanation_window_present (const TvStudent *student,
                                          const TvMeasurement *measurement, GtkWidget *parent);

G_END_DECLS
