/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"
#include "ui/shell/tv-workspace.h"
#include "ui/widgets/tv-form-dialog.h"

G_BEGIN_DECLS

TvFormDialog *tv_measurement_dialog_edit (TvWorkspace *workspace, const TvStudent *student,
                                          TvMeasurement *measurement, GtkWidget *parent);
void tv_measurement_dialog_exclude (TvWorkspace *workspace, TvMeasurement *measurement,
                                    GtkWidget *parent);

G_END_DECLS
