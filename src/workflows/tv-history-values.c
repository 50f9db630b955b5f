/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One value of the history as people write it: with its unit, a code by its word, a key by the name
 * of what it stands for. */

#include "workflows/tv-history-values.h"

#include "base/tv-number.h"
#include "records/tv-measurement.h"
#include "records/tv-person.h"
#include "records/tv-round.h"
#include "records/tv-student.h"
#include "records/tv-target.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-undo.h"

#include <glib/gi18n.h>
#include <string.h>

typedef char *(*Writer) (TvHistoryNames *names, TvRowJson *row, const TvField *field);

/**
 * tv_history_find_field:
 * @row: a record of the history
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): what it holds there
 */
const TvField *
tv_history_find_field (TvRowJson *row, const char *column)
{
    guint n_fields;
    const TvField *fields = tv_row_json_fields (row, &n_fields);

    for (guint i = 0; i < n_fields; i++) {
        if (g_str_equal (fields[i].column, column))
            return &fields[i];
    }
    return NULL;
}

static const char *
get_text (TvRowJson *row, const char *column)
{
    const TvField *field = tv_history_find_field (row, column);

    return field && field->text ? field->text : "";
}

static char *
write_text (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    if (field->kind == TV_FIELD_NUMBER)
        return g_strdup_printf ("%" G_GINT64_FORMAT, field->number);
    return field->text && *field->text ? g_strdup (field->text) : NULL;
}

static char *
write_amount (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return field->number ? g_strdup_printf ("%" G_GINT64_FORMAT, field->number) : NULL;
}

static char *
write_day (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    TvDate date = tv_date_parse_iso (field->text ? field->text : "");

    return date == TV_DATE_NONE ? write_text (names, row, field) : tv_date_to_text (date);
}

static char *
write_yes_no (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return g_strdup (field->number ? C_ ("history", "yes") : C_ ("history", "no"));
}

/* A value that was not taken is 0. */
static char *
write_weight (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    g_autofree char *number = tv_number_format_fixed (field->number, 3, 1);

    return field->number ? g_strdup_printf (_ ("%s kg"), number) : NULL;
}

static char *
write_height (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    g_autofree char *number = tv_number_format_fixed (field->number, 1, 1);

    return field->number ? g_strdup_printf (_ ("%s cm"), number) : NULL;
}

static char *
write_reading (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return g_str_equal (get_text (row, "quantity"), "weight") ? write_weight (names, row, field)
                                                              : write_height (names, row, field);
}

static char *
write_target (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    const char *unit = tv_target_unit_label (get_text (row, "unit"));
    g_autofree char *number = tv_number_format_fixed (field->number, 3, 0);

    return *unit ? g_strdup_printf ("%s\u00a0%s", number, unit) : g_steal_pointer (&number);
}

static char *
write_first_year (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return tv_school_year_name ((int) field->number);
}

static char *
write_grade (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return tv_class_grade_label ((int) field->number, tv_history_names_level (names));
}

static char *
write_name (TvHistoryNames *names, TvHistoryNameKind kind, const TvField *field)
{
    return field->number ? g_strdup (tv_history_names_get (names, kind, field->number)) : NULL;
}

static char *
write_class (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return write_name (names, TV_HISTORY_NAME_CLASS, field);
}

static char *
write_round (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return write_name (names, TV_HISTORY_NAME_ROUND, field);
}

static char *
write_year (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return write_name (names, TV_HISTORY_NAME_YEAR, field);
}

/* A code this program does not know stands as it is. */
#define WRITE_CODE(function, Type, parse, label)                                                   \
    static char *function (TvHistoryNames *names, TvRowJson *row, const TvField *field)            \
    {                                                                                              \
        const char *code = field->text ? field->text : "";                                         \
        Type value;                                                                                \
                                                                                                   \
        return parse (code, &value) ? g_strdup (label (value)) : write_text (names, row, field);   \
    }

static const char *
direction_label (TvDirection direction)
{
    switch (direction) {
    case TV_DIRECTION_BELOW:
        return C_ ("target", "Below the value (<)");
    case TV_DIRECTION_AT_MOST:
        return C_ ("target", "The value at most (≤)");
    case TV_DIRECTION_AT_LEAST:
        return C_ ("target", "The value at least (≥)");
    default:
        return NULL;
    }
}

WRITE_CODE (write_clothing, TvClothing, tv_clothing_parse, tv_clothing_label)
WRITE_CODE (write_direction, TvDirection, tv_direction_parse, direction_label)
WRITE_CODE (write_level, TvLevel, tv_level_parse, tv_level_label)
WRITE_CODE (write_position, TvPosition, tv_position_parse, tv_position_label)
WRITE_CODE (write_role, TvRole, tv_role_parse, tv_role_label)
WRITE_CODE (write_round_kind, TvRoundKind, tv_round_kind_parse, tv_round_kind_label)
WRITE_CODE (write_sex, TvSex, tv_sex_parse, tv_sex_label)
WRITE_CODE (write_state, TvMeasurementState, tv_measurement_state_parse, tv_measurement_state_label)
WRITE_CODE (write_status, TvEnrolmentStatus, tv_enrolment_status_parse, tv_enrolment_status_label)

static char *
write_kind (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    return field->text ? g_strdup (tv_change_kind_label (field->text)) : NULL;
}

/* What the program keeps for itself in a setting is no sight for people. */
static char *
write_setting (TvHistoryNames *names, TvRowJson *row, const TvField *field)
{
    TvOverweightRule rule;

    if (field->text && (*field->text == '{' || *field->text == '['))
        return g_strdup (_ ("written down for the program"));
    if (field->text && g_str_equal (get_text (row, "name"), "overweight-rule")
        && tv_overweight_rule_parse (field->text, &rule))
        return g_strdup (tv_overweight_rule_label (rule));
    return write_text (names, row, field);
}

static const Writer writers[TV_HISTORY_N_FORMATS] = {
    [TV_HISTORY_TEXT] = write_text,
    [TV_HISTORY_NUMBER] = write_text,
    [TV_HISTORY_AMOUNT] = write_amount,
    [TV_HISTORY_DAY] = write_day,
    [TV_HISTORY_YES_NO] = write_yes_no,
    [TV_HISTORY_WEIGHT] = write_weight,
    [TV_HISTORY_HEIGHT] = write_height,
    [TV_HISTORY_READING] = write_reading,
    [TV_HISTORY_TARGET] = write_target,
    [TV_HISTORY_FIRST_YEAR] = write_first_year,
    [TV_HISTORY_GRADE] = write_grade,
    [TV_HISTORY_CLASS] = write_class,
    [TV_HISTORY_ROUND] = write_round,
    [TV_HISTORY_YEAR] = write_year,
    [TV_HISTORY_CLOTHING] = write_clothing,
    [TV_HISTORY_DIRECTION] = write_direction,
    [TV_HISTORY_KIND] = write_kind,
    [TV_HISTORY_LEVEL] = write_level,
    [TV_HISTORY_POSITION] = write_position,
    [TV_HISTORY_ROLE] = write_role,
    [TV_HISTORY_ROUND_KIND] = write_round_kind,
    [TV_HISTORY_SEX] = write_sex,
    [TV_HISTORY_SETTING] = write_setting,
    [TV_HISTORY_STATE] = write_state,
    [TV_HISTORY_STATUS] = write_status,
};

/**
 * tv_history_value:
 * @names: of what keys stand for
 * @format: how it is told
 * @row: the record it stands in
 * @field: the value
 *
 * Returns: (transfer full) (nullable): the value as people write it, in the chosen language; %NULL
 *   where nothing was entered
 */
char *
tv_history_value (TvHistoryNames *names, TvHistoryFormat format, TvRowJson *row,
                  const TvField *field)
{
    g_return_val_if_fail (format < TV_HISTORY_N_FORMATS, NULL);
    return field->kind == TV_FIELD_NULL ? NULL : writers[format](names, row, field);
}

/**
 * tv_history_setting_label:
 * @name: of a setting
 *
 * Returns: (transfer full) (nullable): what it is about, in the chosen language; @name itself where
 *   this program does not know it
 */
char *
tv_history_setting_label (const char *name)
{
    if (!name)
        return NULL;
    if (g_str_equal (name, "overweight-rule"))
        return g_strdup (_ ("How overweight is counted"));
    if (g_str_equal (name, "different-children"))
        return g_strdup (_ ("Children who were told apart"));
    if (g_str_equal (name, "import-columns"))
        return g_strdup (_ ("Columns of imported lists"));
    if (g_str_has_prefix (name, "reopened-"))
        /* Translators: %s is the code of a measuring round, such as 2026-1 */
        return g_strdup_printf (_ ("Why round %s was reopened"), name + strlen ("reopened-"));
    if (g_str_has_prefix (name, "signed-"))
        /* Translators: %s is the code of a measuring round, such as 2026-1 */
        return g_strdup_printf (_ ("Figures signed off for round %s"), name + strlen ("signed-"));
    return g_strdup (name);
}
