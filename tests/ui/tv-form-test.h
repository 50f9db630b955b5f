/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/ui/tv-ui-test.h"

G_BEGIN_DECLS

/* Windows that stand over the main one, and forms that are filled in as a person does. */
GtkWidget *tv_form_test_find_window (GType type);
void tv_form_test_type (GtkWidget *dialog, const char *title, const char *text);
gboolean tv_form_test_can_accept (GtkWidget *dialog);
void tv_form_test_accept (GtkWidget *dialog);

G_END_DECLS
