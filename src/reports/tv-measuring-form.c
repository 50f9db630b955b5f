/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form a class is measured on where the laptop stays in the office: the same children in the
 * same order as on the sheet of the window, with rows high enough for a pen. */

#include "reports/tv-measuring-form.h"

#include "reports/tv-school-letter.h"
#include "reports/tv-report-style.h"

#include <glib/gi18n.h>

#define SIZE_PT 10

/* A hand writes a figure into 8 mm. */
#define ROW_HEIGHT_PT (8 * TV_POINTS_PER_MM)

/* For children who came after the form was printed. */
#define N_SPARE_ROWS 2

#define N_COLUMNS 11

/* An empty box to be ticked, and the words behind it. */
#define BOX "\u2610\u00a0"

static void
free_child (gpointer data)
{
    TvMeasuringFormChild *self = data;

    g_free (self->name);
    g_free (self);
}

static void
free_class (gpointer data)
{
    TvMeasuringFormClass *self = data;

    g_free (self->name);
    g_ptr_array_unref (self->children);
    g_free (self);
}

static const char *
get_title (void)
{
    return C_ ("report", "Weighing and measuring form");
}

static void
add_pair (TvReportTable *table, const char *label, const char *value)
{
    tv_report_table_add_text (table, label);
    tv_report_table_add_text (table, value);
}

static char *
write_clothing (void)
{
    return g_strdup_printf (BOX "%s   " BOX "%s   " BOX "%s", tv_clothing_label (TV_CLOTHING_LIGHT),
                            tv_clothing_label (TV_CLOTHING_COAT_OFF),
                            tv_clothing_label (TV_CLOTHING_COAT_ON));
}

/* What the session sheet of the window asks for, to be filled in by hand. */
static TvReportTable *
make_session (void)
{
    static const TvReportColumn columns[] = { { 58, TV_REPORT_ALIGN_START },
                                              { 254, TV_REPORT_ALIGN_START },
                                              { 66, TV_REPORT_ALIGN_START },
                                              { 81, TV_REPORT_ALIGN_START } };
    TvReportTable *table = tv_report_table_new (columns, G_N_ELEMENTS (columns), SIZE_PT);
    g_autofree char *clothing = write_clothing ();
    g_autofree char *checked = g_strconcat (BOX, _ ("checked"), NULL);

    tv_report_table_set_row_height (table, ROW_HEIGHT_PT);
    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    add_pair (table, _ ("Measured by"), NULL);
    add_pair (table, _ ("Measuring date"), NULL);
    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    add_pair (table, _ ("Clothing"), clothing);
    add_pair (table, _ ("Time of day"), NULL);
    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    add_pair (table, _ ("Scale"), checked);
    add_pair (table, _ ("Height board"), checked);
    return table;
}

static void
add_head (TvReportTable *table)
{
    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    tv_report_table_add_head (table, C_ ("column", "No."), 1, 2);
    tv_report_table_add_head (table, C_ ("column", "Full name"), 1, 2);
    tv_report_table_add_head (table, C_ ("column", "Date of birth"), 1, 2);
    tv_report_table_add_head (table, C_ ("column", "Sex"), 1, 2);
    tv_report_table_add_head (table, C_ ("column", "Last time"), 2, 1);
    tv_report_table_add_head (table, C_ ("column", "Weight (kg)"), 1, 2);
    tv_report_table_add_head (table, C_ ("column", "Height (cm)"), 1, 2);
    tv_report_table_add_head (table, C_ ("column", "Second time"), 2, 1);
    tv_report_table_add_head (table, C_ ("column", "Notes"), 1, 2);
    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    for (int i = 0; i < 2; i++) {
        tv_report_table_add_head (table, C_ ("column", "kg"), 1, 1);
        tv_report_table_add_head (table, C_ ("column", "cm"), 1, 1);
    }
}

static TvReportTable *
make_table (void)
{
    static const TvReportColumn columns[N_COLUMNS] = {
        { 24, TV_REPORT_ALIGN_CENTRE }, { 102, TV_REPORT_ALIGN_START },
        { 54, TV_REPORT_ALIGN_CENTRE }, { 28, TV_REPORT_ALIGN_CENTRE },
        { 30, TV_REPORT_ALIGN_CENTRE }, { 34, TV_REPORT_ALIGN_CENTRE },
        { 46, TV_REPORT_ALIGN_CENTRE }, { 46, TV_REPORT_ALIGN_CENTRE },
        { 38, TV_REPORT_ALIGN_CENTRE }, { 38, TV_REPORT_ALIGN_CENTRE },
        { 52, TV_REPORT_ALIGN_START },
    };
    TvReportTable *table = tv_report_table_new (columns, N_COLUMNS, SIZE_PT);

    tv_report_table_set_row_height (table, ROW_HEIGHT_PT);
    add_head (table);
    return table;
}

static void
add_last (TvReportTable *table, double value)
{
    if (value > 0)
        tv_report_table_add_number (table, value, 1);
    else
        tv_report_table_add_text (table, NULL);
}

static void
add_empty (TvReportTable *table, guint n)
{
    for (guint i = 0; i < n; i++)
        tv_report_table_add_text (table, NULL);
}

static void
add_child (TvReportTable *table, const TvMeasuringFormChild *child, guint number)
{
    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    tv_report_table_add_number (table, child->roll_number ? child->roll_number : (int) number, 0);
    tv_report_table_add_text (table, child->name);
    tv_report_table_add_date (table, child->birth_date);
    tv_report_table_add_text (table,
                              child->sex == TV_SEX_UNKNOWN ? NULL : tv_sex_label (child->sex));
    add_last (table, child->last_weight_g / 1000.0);
    add_last (table, child->last_height_mm / 10.0);
    add_empty (table, N_COLUMNS - 6);
}

static void
add_class_head (TvReportBuilder *builder, const TvMeasuringForm *form,
                const TvMeasuringFormClass *self)
{
    g_autofree char *title = g_utf8_strup (get_title (), -1);
    /* Translators: name of a class, and a school year such as 2026-2027 */
    g_autofree char *line
        = g_strdup_printf (_ ("Class %1$s, school year %2$s"), self->name, form->year_name);

    tv_school_letter_add_head (builder, form->school, TV_DATE_NONE);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_TITLE, title);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_SUBTITLE, line);
    if (form->round)
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_SUBTITLE, form->round->name);
    tv_report_builder_add_table (builder, make_session ());
}

static void
add_class (TvReportBuilder *builder, const TvMeasuringForm *form, const TvMeasuringFormClass *self)
{
    TvReportTable *table = make_table ();

    tv_report_builder_add_page_break (builder, self->name);
    add_class_head (builder, form, self);
    for (guint i = 0; i < self->children->len; i++)
        add_child (table, g_ptr_array_index (self->children, i), i + 1);
    for (guint i = 0; i < N_SPARE_ROWS; i++) {
        tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
        add_empty (table, N_COLUMNS);
    }
    tv_report_builder_add_table (builder, table);
    tv_report_builder_add_text (
        builder, TV_REPORT_TEXT_NOTE,
        _ ("Children under two years are measured lying. Whoever was not measured: write “absent”, "
           "“did not cooperate” or “could not be measured” under Notes. Measure a second time "
           "where a value surprises you."));
}

/**
 * tv_measuring_form_new:
 *
 * Returns: (transfer full): a form without classes; the caller sets its plain fields
 */
TvMeasuringForm *
tv_measuring_form_new (void)
{
    TvMeasuringForm *self = g_new0 (TvMeasuringForm, 1);

    self->date = TV_DATE_NONE;
    self->classes = g_ptr_array_new_with_free_func (free_class);
    return self;
}

void
tv_measuring_form_free (TvMeasuringForm *self)
{
    g_clear_pointer (&self->school, tv_school_unref);
    g_clear_pointer (&self->round, tv_round_unref);
    g_free (self->year_name);
    g_ptr_array_unref (self->classes);
    g_free (self);
}

/**
 * tv_measuring_form_add_class:
 * @name: of the class
 *
 * Returns: (transfer none): a class without children
 */
TvMeasuringFormClass *
tv_measuring_form_add_class (TvMeasuringForm *self, const char *name)
{
    TvMeasuringFormClass *form_class = g_new0 (TvMeasuringFormClass, 1);

    form_class->name = g_strdup (name);
    form_class->children = g_ptr_array_new_with_free_func (free_child);
    g_ptr_array_add (self->classes, form_class);
    return form_class;
}

/**
 * tv_measuring_form_add_child:
 * @values: a child; copied
 */
void
tv_measuring_form_add_child (TvMeasuringFormClass *self, const TvMeasuringFormChild *values)
{
    TvMeasuringFormChild *child = g_memdup2 (values, sizeof *values);

    child->name = g_strdup (values->name);
    g_ptr_array_add (self->children, child);
}

/**
 * tv_measuring_form_make_report:
 *
 * Returns: (transfer full): the form on A4 pages, in the chosen language; it names children
 */
TvReport *
tv_measuring_form_make_report (const TvMeasuringForm *self)
{
    g_autoptr (TvReportBuilder) builder = tv_report_builder_new (&(TvReportProperties){
        .title = get_title (),
        .owner = self->school->name,
        .date = self->date,
        .is_practice = self->school->is_practice,
        .holds_personal_data = self->classes->len > 0,
    });

    for (guint i = 0; i < self->classes->len; i++)
        add_class (builder, self, g_ptr_array_index (self->classes, i));
    if (self->classes->len == 0) {
        g_autofree char *title = g_utf8_strup (get_title (), -1);

        tv_school_letter_add_head (builder, self->school, self->date);
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_TITLE, title);
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_BODY,
                                    _ ("There are no classes in this school year yet."));
    }
    return tv_report_builder_finish (builder);
}
