/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-import.h"

G_BEGIN_DECLS

/* A name as it stands in the file, and as it was read. */
typedef struct {
    const char *before;
    const char *after;
} TvImportExample;

/* What can be said of a file before its rows are looked at; the first of each choice leaves it to
 * the file. */
gboolean tv_import_plan_map_column (TvImportPlan *self, const char *sheet, const char *column,
                                    const char *field);

gboolean tv_import_plan_has_charsets (TvImportPlan *self);
GStrv tv_import_plan_charset_labels (TvImportPlan *self);
guint tv_import_plan_get_charset (TvImportPlan *self);
gboolean tv_import_plan_set_charset (TvImportPlan *self, guint choice);
guint tv_import_plan_n_examples (TvImportPlan *self);
TvImportExample tv_import_plan_example (TvImportPlan *self, guint index);

gboolean tv_import_plan_has_date_orders (TvImportPlan *self);
GStrv tv_import_plan_date_order_labels (TvImportPlan *self);
guint tv_import_plan_get_date_order (TvImportPlan *self);
gboolean tv_import_plan_set_date_order (TvImportPlan *self, guint choice);

char *tv_import_plan_unused_columns (TvImportPlan *self);
GPtrArray *tv_import_plan_notices (TvImportPlan *self);

G_END_DECLS
