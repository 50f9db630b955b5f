/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "records/tv-student.h"
#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* The form for one child. */
#define TV_TYPE_STUDENT_DIALOG (tv_student_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvStudentDialog, tv_student_dialog, TV, STUDENT_DIALOG, AdwWindow)

TvStudentDialog *tv_student_dialog_present (TvWorkspace *workspace, const TvStudent *student,
                                            gint64 class_id, GtkWidget *parent);
void tv_student_dialog_set_first_day (TvStudentDialog *self, TvDate first_day);

G_END_DECLS
