/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of one child's measurement when something is entered. */

#include "tests/workflows/tv-entry-fixture.h"

TvStudent *
tv_entry_fixture_student (void)
{
    TvStudent values = { .id = 5, .name = "Bảo", .sex = TV_SEX_MALE };

    values.birth_date = tv_date_from_ymd (2022, 5, 1);
    return tv_student_new (&values);
}

static TvSession *
make_session (void)
{
    TvSession values = { .round_id = 3, .class_id = 2 };

    values.date = tv_date_from_ymd (2026, 11, 20);
    return tv_session_new (&values);
}

/**
 * tv_entry_fixture_enter:
 * @current: (nullable): the measurement so far
 * @entry: what is entered
 *
 * Returns: (transfer full) (nullable): the measurement afterwards
 */
TvMeasurement *
tv_entry_fixture_enter (const TvMeasurement *current, const TvMeasuringEntry *entry)
{
    g_autoptr (TvStudent) student = tv_entry_fixture_student ();
    g_autoptr (TvSession) session = make_session ();

    return tv_measuring_enter (current, session, student, entry);
}

/**
 * tv_entry_fixture_type:
 * @current: (nullable): the measurement so far
 * @quantity: of the cell
 * @text: as typed; one that is taken
 * @is_further: whether the child is measured again
 *
 * Returns: (transfer full) (nullable): the measurement afterwards
 */
TvMeasurement *
tv_entry_fixture_type (const TvMeasurement *current, TvQuantity quantity, const char *text,
                       gboolean is_further)
{
    g_auto (TvTypedValue) typed = { 0 };
    TvMeasuringEntry entry;

    tv_typed_value_read (&typed, quantity, text);
    g_assert_null (typed.refusal);
    tv_measuring_entry_of_value (&entry, quantity, &typed, is_further);
    return tv_entry_fixture_enter (current, &entry);
}
