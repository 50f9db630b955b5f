/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/ui/tv-ui-test.h"

G_BEGIN_DECLS

void tv_keys_test_take_keyboard (TvUiTest *test);
void tv_keys_test_take_keyboard_for (GtkWindow *window);
void tv_keys_test_press (const char *key);
void tv_keys_test_type (const char *text);
void tv_keys_test_click (TvUiTest *test, GtkWidget *widget);
void tv_keys_test_click_with (TvUiTest *test, GtkWidget *widget, int button);

G_END_DECLS
