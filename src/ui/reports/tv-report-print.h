/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reports/tv-report.h"

G_BEGIN_DECLS

GtkPrintOperation *tv_report_print_new (TvReport *report);

G_END_DECLS
