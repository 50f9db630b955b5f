/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/tv-date.h"

G_BEGIN_DECLS

/* Asks on which day the children are measured who come after the others of their class.
 * Signal: "answered" (int: a TvDate): that day; it comes once, however the dialog ends. */
#define TV_TYPE_SESSION_DAY_DIALOG (tv_session_day_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvSessionDayDialog, tv_session_day_dialog, TV, SESSION_DAY_DIALOG,
                      AdwMessageDialog)

TvSessionDayDialog *
tv_session_day_dialog_present (GtkWidget *parent, TvDate session_day, TvDate today);

G_END_DECLS
