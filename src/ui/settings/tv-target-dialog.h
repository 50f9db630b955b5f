/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-target.h"
#include "ui/widgets/tv-form-dialog.h"

G_BEGIN_DECLS

/* @target is what was filled in, with id and code as they were. */
typedef void (*TvTargetTaken) (gpointer object, const TvTarget *target);

TvFormDialog *tv_target_dialog_present (GtkWidget *parent, TvTarget *target, TvTargetTaken taken,
                                        gpointer object);

G_END_DECLS
