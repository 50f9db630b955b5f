/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-import.h"

G_BEGIN_DECLS

typedef void (*TvImportCorrected) (guint index, const char *field, const char *text,
                                   gpointer user_data);

void tv_import_remarks_fill (GtkBox *box, const TvImportRow *row, guint index,
                             TvImportCorrected corrected, gpointer user_data);

G_END_DECLS
