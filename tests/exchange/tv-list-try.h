/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int tv_list_try (GBytes *bytes);
int tv_list_try_taken (GBytes *taken);

G_END_DECLS
