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
    add (parts, counts.n_values_left,
         /* Translators: %u is a number of weights and heights. */
         g_strdup_printf (ngettext ("%u value is not taken over", "%u values are not taken over",
                                    counts.n_values_left),
                          counts.n_values_left));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * tv_import_written_sentence:
 * @written: what an import wrote
 *
 * Returns: (transfer full): sentences that tell it, and what of the file stayed out
 */
char *
tv_import_written_sentence (const TvImportCounts *written)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

    /* Translators: what an import wrote: children new, children changed, measurements, classes. */
    add (parts, 1,
         g_strdup_printf (_ ("Written: %1$u new children, %2$u changed children, %3$u "
                             "measurements, %4$u new classes."),
                          written->n_students_new, written->n_students_changed,
                          written->n_measurements, written->n_classes_new));
    add (parts, written->n_absences,
         /* Translators: %u is a number of children who were absent and the like. */
         g_strdup_printf (ngettext ("%u child was noted as not measured.",
                                    "%u children were noted as not measured.", written->n_absences),
                          written->n_absences));
    add (parts, written->n_values_left,
         /* Translators: %u is a number of weights and heights that no child has. */
         g_strdup_printf (ngettext ("%u value was not taken over: look at the rows to be checked.",
                                    "%u values were not taken over: look at the rows to be "
                                    "checked.",
                                    written->n_values_left),
                          written->n_values_left));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" ", (char **) parts->pdata);
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
