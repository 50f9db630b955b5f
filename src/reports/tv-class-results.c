/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Class lists with what was measured: one class on pages of its own, under the school's head, so
 * that each can be given to its teacher alone. */

#include "reports/tv-class-results.h"

#include "base/tv-number.h"
#include "reports/tv-school-letter.h"

#include <glib/gi18n.h>

#define SIZE_PT 10

static void
free_result (gpointer data)
{
    TvClassResult *self = data;

    g_free (self->name);
    g_free (self->remark);
    g_free (self);
}

static void
free_class (gpointer data)
{
    TvClassResults *self = data;

    g_free (self->name);
    g_ptr_array_unref (self->results);
    g_free (self);
}

static const char *
get_title (const TvClassResultSet *self)
{
    return self->school->level == TV_LEVEL_KINDERGARTEN
               ? C_ ("kindergarten", "List of the children with their measurements")
               : C_ ("school", "List of the students with their measurements");
}

static TvReportTable *
make_table (void)
{
    static const TvReportColumn columns[] = {
        { 28, TV_REPORT_ALIGN_CENTRE }, { 116, TV_REPORT_ALIGN_START },
        { 58, TV_REPORT_ALIGN_CENTRE }, { 34, TV_REPORT_ALIGN_CENTRE },
        { 44, TV_REPORT_ALIGN_CENTRE }, { 44, TV_REPORT_ALIGN_CENTRE },
        { 44, TV_REPORT_ALIGN_CENTRE }, { 122, TV_REPORT_ALIGN_START },
    };
    TvReportTable *table = tv_report_table_new (columns, G_N_ELEMENTS (columns), SIZE_PT);

    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    tv_report_table_add_head (table, C_ ("column", "No."), 1, 1);
    tv_report_table_add_head (table, C_ ("column", "Full name"), 1, 1);
    tv_report_table_add_head (table, C_ ("column", "Date of birth"), 1, 1);
    tv_report_table_add_head (table, C_ ("column", "Sex"), 1, 1);
    tv_report_table_add_head (table, C_ ("column", "Age (months)"), 1, 1);
    tv_report_table_add_head (table, C_ ("column", "Weight (kg)"), 1, 1);
    tv_report_table_add_head (table, C_ ("column", "Height (cm)"), 1, 1);
    tv_report_table_add_head (table, C_ ("column", "Remark"), 1, 1);
    return table;
}

/* As many decimals as the value has, at least one. */
static void
add_weight (TvReportTable *table, int weight_g)
{
    int n_decimals = weight_g % 100 == 0 ? 1 : weight_g % 10 == 0 ? 2 : 3;

    if (weight_g > 0)
        tv_report_table_add_number (table, weight_g / 1000.0, n_decimals);
    else
        tv_report_table_add_text (table, NULL);
}

static void
add_result (TvReportTable *table, const TvClassResult *result, guint number)
{
    gboolean has_age = result->birth_date != TV_DATE_NONE && result->date != TV_DATE_NONE
                       && result->date >= result->birth_date;

    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    tv_report_table_add_number (table, number, 0);
    tv_report_table_add_text (table, result->name);
    tv_report_table_add_date (table, result->birth_date);
    tv_report_table_add_text (table,
                              result->sex == TV_SEX_UNKNOWN ? NULL : tv_sex_label (result->sex));
    if (has_age)
        tv_report_table_add_number (table,
                                    tv_date_completed_months (result->birth_date, result->date), 0);
    else
        tv_report_table_add_text (table, NULL);
    add_weight (table, result->weight_g);
    if (result->height_mm > 0)
        tv_report_table_add_number (table, result->height_mm / 10.0, 1);
    else
        tv_report_table_add_text (table, NULL);
    tv_report_table_add_text (table, result->remark);
}

static void
find_days (const TvClassResults *self, TvDate *first, TvDate *last)
{
    *first = *last = TV_DATE_NONE;
    for (guint i = 0; i < self->results->len; i++) {
        const TvClassResult *result = g_ptr_array_index (self->results, i);

        if (!result->is_measured || result->date == TV_DATE_NONE)
            continue;
        if (*first == TV_DATE_NONE || result->date < *first)
            *first = result->date;
        if (*last == TV_DATE_NONE || result->date > *last)
            *last = result->date;
    }
}

static char *
write_days (const TvClassResults *self)
{
    TvDate first, last;
    g_autofree char *first_text = NULL;
    g_autofree char *last_text = NULL;

    find_days (self, &first, &last);
    if (first == TV_DATE_NONE)
        return NULL;
    first_text = tv_date_to_text (first);
    if (first == last)
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("Measured on %s"), first_text);
    last_text = tv_date_to_text (last);
    /* Translators: two dates */
    return g_strdup_printf (_ ("Measured from %1$s to %2$s"), first_text, last_text);
}

static void
add_class_head (TvReportBuilder *builder, const TvClassResultSet *set, const TvClassResults *self)
{
    g_autofree char *title = g_utf8_strup (get_title (set), -1);
    g_autofree char *days = write_days (self);
    /* Translators: name of a class, and a school year such as 2026-2027 */
    g_autofree char *line
        = g_strdup_printf (_ ("Class %1$s, school year %2$s"), self->name, set->year_name);

    tv_school_letter_add_head (builder, set->school, set->date);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_TITLE, title);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_SUBTITLE, line);
    if (days)
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_SUBTITLE, days);
    tv_report_builder_add_space (builder, 4);
}

static void
add_class (TvReportBuilder *builder, const TvClassResultSet *set, const TvClassResults *self)
{
    TvReportTable *table = make_table ();
    g_autofree char *total = NULL;
    guint n_measured = 0;

    tv_report_builder_add_page_break (builder, self->name);
    add_class_head (builder, set, self);
    for (guint i = 0; i < self->results->len; i++) {
        const TvClassResult *result = g_ptr_array_index (self->results, i);

        add_result (table, result, i + 1);
        n_measured += result->is_measured;
    }
    /* Translators: two counts of children */
    total = g_strdup_printf (_ ("On the list: %1$u; measured: %2$u."), self->results->len,
                             n_measured);
    tv_report_table_add_row (table, TV_REPORT_ROW_GROUP);
    tv_report_table_add_text (table, total);
    tv_report_builder_add_table (builder, table);
    tv_school_letter_add_signatures (builder, set->school, FALSE);
}

/**
 * tv_class_result_set_new:
 *
 * Returns: (transfer full): a set without classes; the caller sets its plain fields
 */
TvClassResultSet *
tv_class_result_set_new (void)
{
    TvClassResultSet *self = g_new0 (TvClassResultSet, 1);

    self->date = TV_DATE_NONE;
    self->classes = g_ptr_array_new_with_free_func (free_class);
    return self;
}

void
tv_class_result_set_free (TvClassResultSet *self)
{
    g_clear_pointer (&self->school, tv_school_unref);
    g_clear_pointer (&self->round, tv_round_unref);
    g_free (self->year_name);
    g_ptr_array_unref (self->classes);
    g_free (self);
}

/**
 * tv_class_result_set_add_class:
 * @name: of the class
 *
 * Returns: (transfer none): a class without children
 */
TvClassResults *
tv_class_result_set_add_class (TvClassResultSet *self, const char *name)
{
    TvClassResults *results = g_new0 (TvClassResults, 1);

    results->name = g_strdup (name);
    results->results = g_ptr_array_new_with_free_func (free_result);
    g_ptr_array_add (self->classes, results);
    return results;
}

/**
 * tv_class_results_add:
 * @values: a child; copied
 */
void
tv_class_results_add (TvClassResults *self, const TvClassResult *values)
{
    TvClassResult *result = g_memdup2 (values, sizeof *values);

    result->name = g_strdup (values->name);
    result->remark = g_strdup (values->remark);
    g_ptr_array_add (self->results, result);
}

/**
 * tv_class_result_set_make_report:
 *
 * Returns: (transfer full): the lists on pages, in the chosen language; they name children
 */
TvReport *
tv_class_result_set_make_report (const TvClassResultSet *self)
{
    g_autoptr (TvReportBuilder) builder = tv_report_builder_new (&(TvReportProperties){
        .title = get_title (self),
        .owner = self->school->name,
        .date = self->date,
        .is_practice = self->school->is_practice,
        .holds_personal_data = self->classes->len > 0,
    });

    for (guint i = 0; i < self->classes->len; i++)
        add_class (builder, self, g_ptr_array_index (self->classes, i));
    if (self->classes->len == 0) {
        g_autofree char *title = g_utf8_strup (get_title (self), -1);

        tv_school_letter_add_head (builder, self->school, self->date);
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_TITLE, title);
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_BODY,
                                    _ ("There are no classes in this school year yet."));
    }
    return tv_report_builder_finish (builder);
}
