/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What another program put on the clipboard, pasted into a class of two: by name, by order, and
 * with every column taken for each thing it can be. */

#include "fuzz-entry.h"

#include "workflows/tv-paste-plan.h"
#include "workflows/tv-paste-summary.h"

static TvMeasuringSheet *sheet;
static TvSession *session;

static void
add_child (const char *name, int roll_number)
{
    TvMeasuringRow *row = g_new0 (TvMeasuringRow, 1);
    TvStudent student = { .id = roll_number, .name = (char *) name, .sex = TV_SEX_MALE };
    TvMeasurement measurement
        = { .student_id = roll_number, .round_id = 1, .weight_g = 15400, .height_mm = 1012 };

    student.birth_date = tv_date_from_ymd (2022, 5, roll_number);
    measurement.date = tv_date_from_ymd (2026, 5, 15);
    row->student = tv_student_new (&student);
    row->roll_number = roll_number;
    row->previous = tv_measurement_new (&measurement);
    if (roll_number == 2)
        row->current = tv_measurement_new (&measurement);
    g_ptr_array_add (sheet->rows, row);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    TvRound round = { .id = 1, .code = (char *) "2026-1", .name = (char *) "2026-1" };
    TvSession values = { .round_id = 1 };

    tv_fuzz_silence ();
    values.date = tv_date_from_ymd (2026, 11, 15);
    session = tv_session_new (&values);
    sheet = g_atomic_rc_box_new0 (TvMeasuringSheet);
    sheet->round = tv_round_new (&round);
    sheet->rows = g_ptr_array_new ();
    add_child ("Nguyễn Gia Bảo", 1);
    add_child ("Trần Khánh An", 2);
    return 0;
}

static void
try_choices (TvPastePlan *plan)
{
    g_autofree char *summary = NULL;

    tv_paste_plan_set_mode (plan, TV_PASTE_BY_ORDER);
    tv_paste_plan_set_replaces (plan, TRUE);
    for (guint field = 0; field < TV_PASTE_N_FIELDS; field++)
        tv_paste_plan_set_field (plan, field % plan->columns.n_columns, (TvPasteField) field);
    tv_paste_plan_set_mode (plan, TV_PASTE_BY_NAME);
    for (guint i = 0; i < plan->rows->len && i < 4; i++)
        tv_paste_plan_take (plan, i, TV_PASTE_PART_WEIGHT, i % 2 == 0);
    summary = tv_paste_plan_summary (plan);
    g_assert (*summary);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup ((const char *) data, size);
    g_autoptr (TvPastePlan) plan
        = tv_paste_plan_new (text, sheet, session, 1, TV_QUANTITY_HEIGHT, NULL);

    if (plan)
        try_choices (plan);
    return 0;
}
