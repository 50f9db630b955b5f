/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/ui/tv-ui-test.h"

G_BEGIN_DECLS

#define TV_DOOR_NURSE_PASSWORD "chị Lan ở phòng y tế"
#define TV_DOOR_PRINCIPAL_PASSWORD "thầy hiệu trưởng"
#define TV_DOOR_TEACHER_PASSWORD "cô giáo lớp mầm"
#define TV_DOOR_AUDITOR_PASSWORD "đoàn kiểm tra"
#define TV_DOOR_ENDED_PASSWORD "người làm thay"

char *tv_door_test_protect (TvUiTest *test);
void tv_door_test_enter_as (TvUiTest *test, TvRole role);
GtkWidget *tv_door_test_row (GtkWidget *root, const char *title);
void tv_door_test_sign_in (GtkWidget *window, const char *label, const char *password);
gboolean tv_door_test_can_in (GtkStack *stack, const char *action);
gboolean tv_door_test_can (TvUiTest *test, const char *action);
gboolean tv_door_test_says (GtkWidget *root, const char *words);

G_END_DECLS
