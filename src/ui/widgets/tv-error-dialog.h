/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tv_error_dialog_present (GtkWindow *parent, const char *heading, const GError *error);

G_END_DECLS
