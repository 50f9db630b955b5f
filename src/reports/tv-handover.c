/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Bàn giao": the sheet that the school nurse leaves to whoever goes on with the work. */

#include "reports/tv-handover.h"

#include "reports/tv-report-builder.h"
#include "reports/tv-school-letter.h"

#include <glib/gi18n.h>

#define SIZE_PT 10

static void
free_row (gpointer data)
{
    TvHandoverRow *self = data;

    g_free (self->what);
    g_free (self->of);
    g_free (self->text);
    g_free (self);
}

/**
 * tv_handover_new:
 * @school: whose book it is
 * @date: of the handing over
 *
 * Returns: (transfer full): a hand-over with nothing in its lists
 */
TvHandover *
tv_handover_new (const TvSchool *school, TvDate date)
{
    TvHandover *self = g_new0 (TvHandover, 1);

    self->school = tv_school_new (school);
    self->date = date;
    self->rounds = g_ptr_array_new_with_free_func (free_row);
    self->missing = g_ptr_array_new_with_free_func (free_row);
    self->questions = g_ptr_array_new_with_free_func (free_row);
    self->follow_ups = g_ptr_array_new_with_free_func (free_row);
    self->deadlines = g_ptr_array_new_with_free_func (free_row);
    self->people = g_ptr_array_new_with_free_func (free_row);
    self->changes = g_ptr_array_new_with_free_func (free_row);
    return self;
}

void
tv_handover_free (TvHandover *self)
{
    tv_school_unref (self->school);
    g_ptr_array_unref (self->rounds);
    g_ptr_array_unref (self->missing);
    g_ptr_array_unref (self->questions);
    g_ptr_array_unref (self->follow_ups);
    g_ptr_array_unref (self->deadlines);
    g_ptr_array_unref (self->people);
    g_ptr_array_unref (self->changes);
    g_free (self);
}

/**
 * tv_handover_add:
 * @list: one of the lists of a hand-over
 * @what: the first column
 * @of: (nullable): the second
 * @text: (nullable): the third
 */
void
tv_handover_add (GPtrArray *list, const char *what, const char *of, const char *text)
{
    TvHandoverRow *row = g_new0 (TvHandoverRow, 1);

    row->what = g_strdup (what);
    row->of = g_strdup (of);
    row->text = g_strdup (text);
    g_ptr_array_add (list, row);
}

static void
add_cells (TvReportTable *table, const TvHandoverRow *row, guint n_columns)
{
    const char *const texts[] = { row->what, row->of, row->text };

    tv_report_table_add_row (table, TV_REPORT_ROW_BODY);
    for (guint i = 0; i < n_columns; i++)
        tv_report_table_add_text (table, texts[i]);
}

/* A list under its heading; an empty one says so, since a missing list could be a forgotten one. */
static void
add_list (TvReportBuilder *builder, const char *heading, GPtrArray *list,
          const char *const *columns, guint n_columns)
{
    static const TvReportColumn shares[][3]
        = { { { 150, TV_REPORT_ALIGN_START }, { 300, TV_REPORT_ALIGN_START } },
            { { 130, TV_REPORT_ALIGN_START },
              { 90, TV_REPORT_ALIGN_START },
              { 230, TV_REPORT_ALIGN_START } } };
    TvReportTable *table;

    tv_report_builder_add_text (builder, TV_REPORT_TEXT_HEADING, heading);
    if (list->len == 0) {
        tv_report_builder_add_text (builder, TV_REPORT_TEXT_BODY, C_ ("handover", "None."));
        return;
    }
    table = tv_report_table_new (shares[n_columns - 2], n_columns, SIZE_PT);
    tv_report_table_add_row (table, TV_REPORT_ROW_HEAD);
    for (guint i = 0; i < n_columns; i++)
        tv_report_table_add_head (table, columns[i], 1, 1);
    for (guint i = 0; i < list->len; i++)
        add_cells (table, g_ptr_array_index (list, i), n_columns);
    tv_report_builder_add_table (builder, table);
}

static void
add_lists (TvReportBuilder *builder, const TvHandover *self)
{
    const char *const of_round[] = { C_ ("column", "Round"), C_ ("column", "How far it is") };
    const char *const of_class[] = { C_ ("column", "Class"), C_ ("column", "Not measured yet") };
    const char *const of_question[]
        = { C_ ("column", "Full name"), C_ ("column", "Class"), C_ ("column", "Question") };
    const char *const of_child[]
        = { C_ ("column", "Full name"), C_ ("column", "Class"), C_ ("column", "Finding") };
    const char *const of_deadline[] = { C_ ("column", "Report"), C_ ("column", "Due") };
    const char *const of_person[]
        = { C_ ("column", "Full name"), C_ ("column", "Role"), C_ ("column", "Acts in the book") };
    const char *const of_change[] = { C_ ("column", "What"), C_ ("column", "How often") };

    add_list (builder, _ ("Measuring rounds that are open"), self->rounds, of_round, 2);
    add_list (builder, _ ("Children still to be measured"), self->missing, of_class, 2);
    add_list (builder, _ ("Questions that nobody has answered"), self->questions, of_question, 3);
    add_list (builder, _ ("Children to follow up"), self->follow_ups, of_child, 3);
    add_list (builder, _ ("Deadlines"), self->deadlines, of_deadline, 2);
    add_list (builder, _ ("Who acts in the record book"), self->people, of_person, 3);
    add_list (builder, _ ("What was done in the last 14 days"), self->changes, of_change, 2);
}

static void
add_signatures (TvReportBuilder *builder, const TvSchool *school)
{
    TvReportSigner signers[] = {
        { (char *) C_ ("signature", "HANDED OVER BY"),
          (char *) C_ ("signature", "(Signature, full name)"), school->nurse },
        { (char *) C_ ("signature", "TAKEN OVER BY"),
          (char *) C_ ("signature", "(Signature, full name)"), NULL },
    };

    tv_report_builder_add_signatures (builder, signers, G_N_ELEMENTS (signers), NULL, NULL);
}

/**
 * tv_handover_make_report:
 * @self: a hand-over
 *
 * Returns: (transfer full): its pages
 */
TvReport *
tv_handover_make_report (const TvHandover *self)
{
    g_autoptr (TvReportBuilder) builder
        = tv_report_builder_new (&(TvReportProperties){ .title = _ ("Hand-over"),
                                                        .owner = self->school->name,
                                                        .date = self->date,
                                                        .is_practice = self->school->is_practice,
                                                        .holds_personal_data = TRUE });

    tv_school_letter_add_head (builder, self->school, self->date);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_TITLE,
                                _ ("HAND-OVER OF SCHOOL HEALTH WORK"));
    add_lists (builder, self);
    tv_report_builder_add_text (
        builder, TV_REPORT_TEXT_NOTE,
        _ ("A password is given to a person and never handed over: whoever takes over is given "
           "one of their own under Preferences, People."));
    add_signatures (builder, self->school);
    return tv_report_builder_finish (builder);
}
