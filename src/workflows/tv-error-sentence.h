/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What happened, what was kept and what to do, in the chosen language, for any error a person can
 * cause; one place for window and command line. */
char *tv_error_sentence (const GError *error);

G_END_DECLS
