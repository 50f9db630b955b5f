/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the history, in the words and units that a nurse reads: 15200 under weight_g is
 * 15,2 kg. Columns that only tie records together have no words and are not shown. */

#include "workflows/tv-history-words.h"

#include "base/tv-language.h"
#include "store/tv-row-json.h"
#include "workflows/tv-history-values.h"

#include <glib/gi18n.h>
#include <string.h>

/* clang-format off */
static const struct {
    const char *table;
    const char *label;
} tables[] = {
    { "access", NC_ ("history", "Look into personal data") },
    { "class", NC_ ("history", "Class") },
    { "enrolment", NC_ ("history", "Place in a class") },
    { "measurement", NC_ ("history", "Measurement") },
    { "person", NC_ ("history", "Person") },
    { "reading", NC_ ("history", "Reading of scale or height board") },
    { "round", NC_ ("history", "Measuring round") },
    { "round_class", NC_ ("history", "Class of a measuring round") },
    { "school", NC_ ("history", "School") },
    { "school_year", NC_ ("history", "School year") },
    { "session", NC_ ("history", "Measuring session") },
    { "setting", NC_ ("history", "Setting") },
    { "student", NC_ ("history", "Child") },
    { "target", NC_ ("history", "Target") },
};

/* What is not in the list, and is no tie either, is shown as the book calls it. */
static const struct {
    const char *table;
    const char *column;
    const char *label; /* NULL: not shown */
    TvHistoryFormat format;
} columns[] = {
    { "access", "person_id", NULL, TV_HISTORY_NUMBER },
    { "access", "time_utc", NULL, TV_HISTORY_TEXT },
    { "access", "what", NC_ ("history", "What was opened or given out"), TV_HISTORY_KIND },
    { "access", "student_uid", NULL, TV_HISTORY_TEXT },
    { "access", "reason", NC_ ("history", "Reason"), TV_HISTORY_TEXT },
    { "class", "year_id", NC_ ("history", "School year"), TV_HISTORY_YEAR },
    { "class", "name", NC_ ("history", "Name"), TV_HISTORY_TEXT },
    { "class", "name_key", NULL, TV_HISTORY_TEXT },
    { "class", "grade", NC_ ("history", "Grade"), TV_HISTORY_GRADE },
    { "class", "position", NC_ ("history", "Place in the order of classes"), TV_HISTORY_NUMBER },
    { "enrolment", "class_id", NC_ ("history", "Class"), TV_HISTORY_CLASS },
    { "enrolment", "year_id", NC_ ("history", "School year"), TV_HISTORY_YEAR },
    { "enrolment", "roll_number", NC_ ("history", "Number in the list"), TV_HISTORY_AMOUNT },
    { "enrolment", "status", NC_ ("history", "State"), TV_HISTORY_STATUS },
    { "enrolment", "from_date", NC_ ("history", "First day"), TV_HISTORY_DAY },
    { "enrolment", "until_date", NC_ ("history", "Last day"), TV_HISTORY_DAY },
    { "enrolment", "other_school", NC_ ("history", "Other school"), TV_HISTORY_TEXT },
    { "measurement", "round_id", NC_ ("history", "Measuring round"), TV_HISTORY_ROUND },
    { "measurement", "date", NC_ ("history", "Measured on"), TV_HISTORY_DAY },
    { "measurement", "position", NC_ ("history", "Position"), TV_HISTORY_POSITION },
    { "measurement", "state", NC_ ("history", "State"), TV_HISTORY_STATE },
    { "measurement", "weight_g", NC_ ("history", "Weight"), TV_HISTORY_WEIGHT },
    { "measurement", "height_mm", NC_ ("history", "Height"), TV_HISTORY_HEIGHT },
    { "measurement", "has_oedema", NC_ ("history", "Oedema"), TV_HISTORY_YES_NO },
    { "measurement", "excluded_reason", NC_ ("history", "Not counted, because"), TV_HISTORY_TEXT },
    { "measurement", "kept_reason", NC_ ("history", "Kept as it is, because"), TV_HISTORY_TEXT },
    { "measurement", "note", NC_ ("history", "Note"), TV_HISTORY_TEXT },
    { "person", "name", NC_ ("history", "Full name"), TV_HISTORY_TEXT },
    { "person", "role", NC_ ("history", "Role"), TV_HISTORY_ROLE },
    { "person", "is_active", NC_ ("history", "Works with this book"), TV_HISTORY_YES_NO },
    { "person", "until_date", NC_ ("history", "Last day"), TV_HISTORY_DAY },
    { "person", "class_id", NC_ ("history", "Class"), TV_HISTORY_CLASS },
    { "person", "label", NC_ ("history", "Shown when signing in"), TV_HISTORY_TEXT },
    { "reading", "quantity", NULL, TV_HISTORY_TEXT },
    { "reading", "place", NULL, TV_HISTORY_NUMBER },
    { "reading", "value", NC_ ("history", "Value read"), TV_HISTORY_READING },
    { "round", "year_id", NC_ ("history", "School year"), TV_HISTORY_YEAR },
    { "round", "code", NC_ ("history", "Code"), TV_HISTORY_TEXT },
    { "round", "name", NC_ ("history", "Name"), TV_HISTORY_TEXT },
    { "round", "kind", NC_ ("history", "Kind"), TV_HISTORY_ROUND_KIND },
    { "round", "first_day", NC_ ("history", "First day"), TV_HISTORY_DAY },
    { "round", "last_day", NC_ ("history", "Last day"), TV_HISTORY_DAY },
    { "round", "is_closed", NC_ ("history", "Signed off"), TV_HISTORY_YES_NO },
    { "round_class", "round_id", NC_ ("history", "Measuring round"), TV_HISTORY_ROUND },
    { "round_class", "class_id", NC_ ("history", "Class"), TV_HISTORY_CLASS },
    { "school", "name", NC_ ("history", "Name"), TV_HISTORY_TEXT },
    { "school", "level", NC_ ("history", "Level"), TV_HISTORY_LEVEL },
    { "school", "authority", NC_ ("history", "Authority above the school"), TV_HISTORY_TEXT },
    { "school", "address", NC_ ("history", "Address"), TV_HISTORY_TEXT },
    { "school", "principal", NC_ ("history", "Principal"), TV_HISTORY_TEXT },
    { "school", "nurse", NC_ ("history", "School nurse"), TV_HISTORY_TEXT },
    { "school", "is_practice", NC_ ("history", "Practice school"), TV_HISTORY_YES_NO },
    { "school_year", "first_year", NC_ ("history", "School year"), TV_HISTORY_FIRST_YEAR },
    { "session", "round_id", NC_ ("history", "Measuring round"), TV_HISTORY_ROUND },
    { "session", "class_id", NC_ ("history", "Class"), TV_HISTORY_CLASS },
    { "session", "date", NC_ ("history", "Measured on"), TV_HISTORY_DAY },
    { "session", "measurer", NC_ ("history", "Measured by"), TV_HISTORY_TEXT },
    { "session", "clothing", NC_ ("history", "Clothing"), TV_HISTORY_CLOTHING },
    { "session", "is_scale_checked", NC_ ("history", "Scale checked"), TV_HISTORY_YES_NO },
    { "session", "is_board_checked", NC_ ("history", "Height board checked"), TV_HISTORY_YES_NO },
    { "setting", "name", NULL, TV_HISTORY_TEXT },
    { "setting", "value", NC_ ("history", "Value"), TV_HISTORY_SETTING },
    { "student", "name", NC_ ("history", "Full name"), TV_HISTORY_TEXT },
    { "student", "sex", NC_ ("history", "Sex"), TV_HISTORY_SEX },
    { "student", "birth_date", NC_ ("history", "Date of birth"), TV_HISTORY_DAY },
    { "student", "personal_number", NC_ ("history", "Personal number"), TV_HISTORY_TEXT },
    { "student", "ministry_code", NC_ ("history", "Ministry code"), TV_HISTORY_TEXT },
    { "student", "ethnic_group", NC_ ("history", "Ethnic group"), TV_HISTORY_TEXT },
    { "student", "guardian_name", NC_ ("history", "Guardian’s name"), TV_HISTORY_TEXT },
    { "student", "guardian_phone", NC_ ("history", "Guardian’s phone"), TV_HISTORY_TEXT },
    { "student", "notes", NC_ ("history", "Notes"), TV_HISTORY_TEXT },
    { "student", "sort_name", NC_ ("history", "Name for sorting"), TV_HISTORY_TEXT },
    { "target", "year", NC_ ("history", "Year of the plan"), TV_HISTORY_NUMBER },
    { "target", "code", NC_ ("history", "Code"), TV_HISTORY_TEXT },
    { "target", "part", NC_ ("history", "Part of the plan"), TV_HISTORY_TEXT },
    { "target", "wording_vi", NC_ ("history", "Wording in Vietnamese"), TV_HISTORY_TEXT },
    { "target", "wording_en", NC_ ("history", "Wording in English"), TV_HISTORY_TEXT },
    { "target", "value_thousandths", NC_ ("history", "Value"), TV_HISTORY_TARGET },
    { "target", "unit", NULL, TV_HISTORY_TEXT },
    { "target", "direction", NC_ ("history", "Direction"), TV_HISTORY_DIRECTION },
    { "target", "levels", NULL, TV_HISTORY_TEXT },
    { "target", "how", NULL, TV_HISTORY_TEXT },
    { "target", "indicator", NULL, TV_HISTORY_TEXT },
    { "target", "source", NC_ ("history", "Source"), TV_HISTORY_TEXT },
};
/* clang-format on */

/* Columns that tie a record to others, in whatever table they stand. */
static const char *const ties[]
    = { "id", "uid", "school_id", "student_id", "session_id", "measurement_id", NULL };

void
tv_history_field_free (TvHistoryField *self)
{
    g_free (self->name);
    g_free (self->before);
    g_free (self->after);
    g_free (self);
}

/**
 * tv_history_table_label:
 * @table: a recorded table
 *
 * Returns: (transfer none): what one of its records is, in the chosen language; @table itself where
 *   this program does not know it
 */
const char *
tv_history_table_label (const char *table)
{
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
        if (g_str_equal (tables[i].table, table))
            return g_dpgettext2 (NULL, "history", tables[i].label);
    }
    return table;
}

static int
find_column (const char *table, const char *column)
{
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        if (g_str_equal (columns[i].table, table) && g_str_equal (columns[i].column, column))
            return (int) i;
    }
    return -1;
}

/**
 * tv_history_knows_column:
 * @table: a recorded table
 * @column: one of its columns
 *
 * Returns: whether the column has words or is not to be shown
 */
gboolean
tv_history_knows_column (const char *table, const char *column)
{
    return g_strv_contains (ties, column) || find_column (table, column) >= 0;
}

static TvRowJson *
read_row (const char *json, GError **error)
{
    return json ? tv_row_json_read (json, error) : NULL;
}

static char *
write_value (TvHistoryNames *names, TvRowJson *row, const TvField *field, int column)
{
    TvHistoryFormat format = column >= 0 ? columns[column].format : TV_HISTORY_TEXT;

    return field ? tv_history_value (names, format, row, field) : NULL;
}

static gboolean
is_same (const TvField *a, const TvField *b)
{
    return a->kind == b->kind && a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

/* A column that was not changed, or that held nothing and holds nothing, is passed over. */
static void
add_field (GPtrArray *fields, TvHistoryNames *names, const char *table, TvRowJson *before,
           TvRowJson *after, const char *name)
{
    const TvField *old = before ? tv_history_find_field (before, name) : NULL;
    const TvField *new = after ? tv_history_find_field (after, name) : NULL;
    int column = find_column (table, name);
    TvHistoryField *field;

    if ((old && new &&is_same (old, new)) || g_strv_contains (ties, name)
        || (column >= 0 && !columns[column].label))
        return;
    field = g_new0 (TvHistoryField, 1);
    field->name
        = g_strdup (column >= 0 ? g_dpgettext2 (NULL, "history", columns[column].label) : name);
    field->before = write_value (names, before, old, column);
    field->after = write_value (names, after, new, column);
    if (field->before || field->after)
        g_ptr_array_add (fields, field);
    else
        tv_history_field_free (field);
}

/**
 * tv_history_fields:
 * @names: of what keys stand for
 * @entry: what happened to one record
 * @error: (nullable): TV_STORE_ERROR_CORRUPT where the entry holds no record
 *
 * Returns: (transfer full) (nullable) (element-type TvHistoryField): what was entered, changed or
 *   taken away, in the order of the book's columns; none where the values are not there any more
 */
GPtrArray *
tv_history_fields (TvHistoryNames *names, const TvHistoryEntry *entry, GError **error)
{
    g_autoptr (GError) own_error = NULL;
    g_autoptr (TvRowJson) before = read_row (entry->old_json, &own_error);
    g_autoptr (TvRowJson) after = own_error ? NULL : read_row (entry->new_json, &own_error);
    GPtrArray *fields;
    const TvField *all = NULL;
    guint n_all = 0;

    if (own_error) {
        g_propagate_error (error, g_steal_pointer (&own_error));
        return NULL;
    }
    fields = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_history_field_free);
    if (after || before)
        all = tv_row_json_fields (after ? after : before, &n_all);
    for (guint i = 0; i < n_all; i++)
        add_field (fields, names, entry->table, before, after, all[i].column);
    return fields;
}

static const char *
get_text (TvRowJson *row, const char *column)
{
    const TvField *field = tv_history_find_field (row, column);

    return field ? field->text : NULL;
}

static char *
write_day_behind (const char *name, TvRowJson *row)
{
    TvDate date = row ? tv_date_parse_iso (get_text (row, "date")) : TV_DATE_NONE;
    g_autofree char *day = NULL;

    if (date == TV_DATE_NONE)
        return g_strdup (name);
    day = tv_date_to_text (date);
    return g_strdup_printf ("%s · %s", name, day);
}

static gint64
get_number (TvRowJson *row, const char *column)
{
    const TvField *field = tv_history_find_field (row, column);

    return field ? field->number : 0;
}

static char *
write_own_name (TvHistoryNames *names, const char *table, TvRowJson *row)
{
    if (g_str_equal (table, "session"))
        return write_day_behind (
            tv_history_names_get (names, TV_HISTORY_NAME_CLASS, get_number (row, "class_id")), row);
    if (g_str_equal (table, "round_class"))
        return g_strdup (
            tv_history_names_get (names, TV_HISTORY_NAME_CLASS, get_number (row, "class_id")));
    if (g_str_equal (table, "school_year"))
        return tv_school_year_name ((int) get_number (row, "first_year"));
    if (g_str_equal (table, "setting"))
        return tv_history_setting_label (get_text (row, "name"));
    if (g_str_equal (table, "target"))
        return g_strdup (get_text (
            row, tv_language_get () == TV_LANGUAGE_VIETNAMESE ? "wording_vi" : "wording_en"));
    if (g_str_equal (table, "access"))
        return g_strdup (get_text (row, "reason") ? get_text (row, "reason") : "");
    return g_strdup (get_text (row, "name"));
}

/**
 * tv_history_subject:
 * @names: of what keys stand for
 * @entry: what happened to one record
 *
 * Returns: (transfer full) (nullable): which record it is, by the name people know it by; %NULL
 *   where that was erased
 */
char *
tv_history_subject (TvHistoryNames *names, const TvHistoryEntry *entry)
{
    const char *json = entry->new_json ? entry->new_json : entry->old_json;
    g_autoptr (TvRowJson) row = read_row (json, NULL);

    if (entry->student_id != 0)
        return write_day_behind (
            tv_history_names_get (names, TV_HISTORY_NAME_STUDENT, entry->student_id), row);
    return row ? write_own_name (names, entry->table, row) : NULL;
}
