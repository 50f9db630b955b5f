/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-application.h"

G_BEGIN_DECLS

/* The window before there is a book: language, and the ways to a book. */
#define TV_TYPE_FIRST_START (tv_first_start_get_type ())
G_DECLARE_FINAL_TYPE (TvFirstStart, tv_first_start, TV, FIRST_START, AdwApplicationWindow)

GtkWidget *tv_first_start_new (TvApplication *application);

G_END_DECLS
