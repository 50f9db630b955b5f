/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An import in numbers, and the names of the fields that it knows. */

#include "exchange/tv-list-field.h"
#include "workflows/tv-import.h"

#include <glib/gi18n.h>

/* Only what there is any of. */
static void
add (GPtrArray *parts, guint n, char *taken)
{
    if (n > 0)
        g_ptr_array_add (parts, taken);
    else
        g_free (taken);
}

/**
 * tv_import_plan_summary:
 *
 * Returns: (transfer full): how many rows there are of each kind, in one line
 */
char *
tv_import_plan_summary (TvImportPlan *self)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    TvImportCounts counts;
    const guint *n = counts.n_by_verdict;

    tv_import_plan_count (self, &counts);
    add (parts, 1, g_strdup_printf (ngettext ("%u row", "%u rows", counts.n_rows), counts.n_rows));
    for (guint i = 0; i <= TV_IMPORT_REFUSED; i++)
        add (parts, n[i], g_strdup_printf ("%s: %u", tv_import_verdict_label (i), n[i]));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * tv_import_plan_fields:
 *
 * Returns: (transfer full) (element-type utf8): the codes of all fields that a column can be
 */
GPtrArray *
tv_import_plan_fields (void)
{
    GPtrArray *fields = g_ptr_array_new ();

    for (int i = 0; i < TV_LIST_N_FIELDS; i++)
        g_ptr_array_add (fields, (gpointer) tv_list_field_code ((TvListField) i));
    return fields;
}

/**
 * tv_import_field_label:
 * @field: code of a field
 *
 * Returns: (transfer none): its name for people, "" where there is no such field
 */
const char *
tv_import_field_label (const char *field)
{
    TvListField found;

    return tv_list_field_parse (field, &found) ? tv_list_field_label (found) : "";
}
