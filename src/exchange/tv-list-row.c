/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the texts of one row as values. A row is read the same way when it comes from the file
 * and when somebody has corrected one of its texts. */

#include "exchange/tv-list-row.h"

#include "base/tv-text.h"
#include "exchange/tv-list-title.h"
#include "exchange/tv-list-value.h"
#include "exchange/tv-sheet.h"
#include "records/tv-personal-number.h"

#include <math.h>
#include <string.h>

typedef struct {
    TvListRow *row;
    const TvListContext *context;
    GArray *faults;
} Reading;

static void
clear_row (gpointer data)
{
    TvListRow *self = data;

    for (guint i = 0; i < TV_LIST_N_FIELDS; i++)
        g_free (self->texts[i]);
    g_free (self->class_name);
    g_free (self->name);
    g_free (self->personal_number);
    g_free (self->ministry_code);
    g_free (self->ethnic_group);
    g_free (self->guardian_name);
    g_free (self->guardian_phone);
    g_free (self->notes);
    g_free (self->faults);
}

static void
add_fault (Reading *self, TvListField field, TvListFaultCode code, TvListSeverity severity)
{
    TvListFault fault = { field, code, severity, "", 0 };
    guint column = self->row->columns[field];

    if (code == TV_LIST_FAULT_NONE)
        return;
    if (column != TV_LIST_NO_COLUMN) {
        g_autofree char *letters = tv_sheet_column_letters (column);

        g_strlcpy (fault.column, letters, sizeof fault.column);
    }
    g_array_append_val (self->faults, fault);
}

static gboolean
has_column (Reading *self, TvListField field)
{
    return self->row->columns[field] != TV_LIST_NO_COLUMN;
}

static void
read_class (Reading *self)
{
    const char *text = self->row->texts[TV_LIST_CLASS];

    if (text)
        self->row->class_name = tv_list_title_tidy_class (text);
    else
        self->row->class_name = g_strdup (self->context->class_name);
    if (!self->row->class_name)
        add_fault (self, TV_LIST_CLASS, TV_LIST_FAULT_MISSING,
                   self->context->has_measures ? TV_LIST_WARNING : TV_LIST_ROW_REFUSED);
}

static void
read_name (Reading *self)
{
    TvListRow *row = self->row;
    const char *family = row->texts[TV_LIST_FAMILY_NAME];
    const char *given = row->texts[TV_LIST_GIVEN_NAME];
    g_autofree char *joined = NULL;

    if (!row->texts[TV_LIST_NAME] && given)
        joined = g_strjoin (" ", family ? family : given, family ? given : NULL, NULL);
    if (row->texts[TV_LIST_NAME] || joined)
        row->name = tv_list_value_name (joined ? joined : row->texts[TV_LIST_NAME]);
    else
        add_fault (self, has_column (self, TV_LIST_GIVEN_NAME) ? TV_LIST_GIVEN_NAME : TV_LIST_NAME,
                   TV_LIST_FAULT_MISSING, TV_LIST_ROW_REFUSED);
    if (self->context->has_two_readings && row->name)
        add_fault (self, TV_LIST_NAME, TV_LIST_FAULT_TWO_READINGS, TV_LIST_WARNING);
}

static void
read_birth_date (Reading *self)
{
    TvListRow *row = self->row;
    const char *text = row->texts[TV_LIST_BIRTH_DATE];
    TvDate latest = row->measured_on != TV_DATE_NONE ? row->measured_on : self->context->today;
    TvDate earliest = tv_date_from_ymd (TV_LIST_FIRST_BIRTH_YEAR, 1, 1);

    if (!text)
        add_fault (self, TV_LIST_BIRTH_DATE, TV_LIST_FAULT_MISSING, TV_LIST_WARNING);
    else
        add_fault (self, TV_LIST_BIRTH_DATE,
                   tv_list_value_date (text, earliest, latest, &row->birth_date),
                   TV_LIST_ROW_REFUSED);
}

/* One column with words, or a column "Nữ" (and maybe one "Nam") with marks. */
static void
read_sex (Reading *self)
{
    TvListRow *row = self->row;
    const char *text = row->texts[TV_LIST_SEX];
    gboolean is_female = tv_list_value_is_mark (row->texts[TV_LIST_FEMALE_MARK]);
    gboolean is_male = tv_list_value_is_mark (row->texts[TV_LIST_MALE_MARK]);

    if (text) {
        add_fault (self, TV_LIST_SEX, tv_list_value_sex (text, &row->sex), TV_LIST_ROW_REFUSED);
        return;
    }
    if (has_column (self, TV_LIST_FEMALE_MARK) && !has_column (self, TV_LIST_MALE_MARK))
        is_male = !is_female;
    else if (has_column (self, TV_LIST_MALE_MARK) && !has_column (self, TV_LIST_FEMALE_MARK))
        is_female = !is_male;
    if (is_female != is_male)
        row->sex = is_female ? TV_SEX_FEMALE : TV_SEX_MALE;
    else
        add_fault (self, has_column (self, TV_LIST_MALE_MARK) ? TV_LIST_MALE_MARK : TV_LIST_SEX,
                   is_female ? TV_LIST_FAULT_UNKNOWN_WORD : TV_LIST_FAULT_MISSING,
                   is_female ? TV_LIST_ROW_REFUSED : TV_LIST_WARNING);
}

/* A dash or a point stands for a number that there is none. */
static char *
digits_or_none (const char *text)
{
    g_autofree char *digits = text ? tv_list_value_digits (text) : NULL;

    return digits && *digits ? g_steal_pointer (&digits) : NULL;
}

/* Numbers that are not whole would be many children's: a school puts a 0 where it knows none. */
static void
read_personal_number (Reading *self)
{
    TvListRow *row = self->row;
    const char *text = row->texts[TV_LIST_PERSONAL_NUMBER];
    TvListFaultCode code = TV_LIST_FAULT_NONE;
    g_autofree char *number = NULL;

    if (!text)
        return;
    number = digits_or_none (text);
    if (!number)
        return;
    switch (tv_personal_number_check (number, row->sex, row->birth_date)) {
    case TV_PERSONAL_NUMBER_NOT_12_DIGITS:
        add_fault (self, TV_LIST_PERSONAL_NUMBER,
                   strspn (number, "0123456789") == strlen (number) ? TV_LIST_FAULT_NOT_12_DIGITS
                                                                    : TV_LIST_FAULT_NOT_A_NUMBER,
                   TV_LIST_VALUE_REFUSED);
        return;
    case TV_PERSONAL_NUMBER_OTHER_SEX:
        code = TV_LIST_FAULT_OTHER_SEX;
        break;
    case TV_PERSONAL_NUMBER_OTHER_YEAR:
        code = TV_LIST_FAULT_OTHER_YEAR;
        break;
    default:
        break;
    }
    row->personal_number = g_steal_pointer (&number);
    add_fault (self, TV_LIST_PERSONAL_NUMBER, code, TV_LIST_WARNING);
}

static void
read_status (Reading *self)
{
    TvListRow *row = self->row;
    const char *text = row->texts[TV_LIST_STATUS];
    const char *date = row->texts[TV_LIST_STATUS_DATE];

    if (text)
        add_fault (self, TV_LIST_STATUS, tv_list_value_status (text, &row->status),
                   TV_LIST_WARNING);
    if (date)
        add_fault (self, TV_LIST_STATUS_DATE,
                   tv_list_value_date (date, tv_date_from_ymd (TV_LIST_FIRST_BIRTH_YEAR, 1, 1),
                                       tv_date_add_months (self->context->today, 12),
                                       &row->status_date),
                   TV_LIST_VALUE_REFUSED);
}

static void
read_measuring_date (Reading *self)
{
    TvListRow *row = self->row;
    const char *text = row->texts[TV_LIST_MEASURED_ON];

    row->measured_on = self->context->measured_on;
    if (text)
        add_fault (self, TV_LIST_MEASURED_ON,
                   tv_list_value_date (text, tv_date_from_ymd (TV_LIST_FIRST_BIRTH_YEAR, 1, 1),
                                       self->context->today, &row->measured_on),
                   TV_LIST_ROW_REFUSED);
    else if (row->measured_on != TV_DATE_NONE && row->measured_on > self->context->today)
        add_fault (self, TV_LIST_MEASURED_ON, TV_LIST_FAULT_TOO_LATE, TV_LIST_ROW_REFUSED);
}

static gboolean
is_dash (const char *text)
{
    return strspn (text, "-") == strlen (text);
}

static int
read_quantity (Reading *self, TvListField field, TvQuantity quantity, double *typed)
{
    const char *text = self->row->texts[field];
    TvMeasurementState state;
    int value = 0;

    *typed = NAN;
    if (!text || is_dash (text))
        return 0;
    if (tv_list_value_not_measured (text, &state))
        self->row->state = state;
    else
        add_fault (self, field, tv_list_value_quantity (text, quantity, &value, typed),
                   TV_LIST_VALUE_REFUSED);
    return value;
}

/* Why there is no value is said by a note, or by what stands in the place of the value; a child
 * with one value of two was measured. */
static void
read_measures (Reading *self)
{
    TvListRow *row = self->row;
    const char *position = row->texts[TV_LIST_POSITION];
    TvMeasurementState state = TV_MEASUREMENT_ABSENT;

    row->weight_g = read_quantity (self, TV_LIST_WEIGHT, TV_QUANTITY_WEIGHT, &row->typed_weight_kg);
    row->height_mm
        = read_quantity (self, TV_LIST_HEIGHT, TV_QUANTITY_HEIGHT, &row->typed_height_cm);
    if (position)
        add_fault (self, TV_LIST_POSITION, tv_list_value_position (position, &row->position),
                   TV_LIST_WARNING);
    if (tv_list_value_not_measured (row->notes, &state) && row->weight_g == 0
        && row->height_mm == 0) {
        row->state = state;
        g_clear_pointer (&row->notes, g_free);
    }
    if (row->weight_g > 0 || row->height_mm > 0)
        row->state = TV_MEASUREMENT_MEASURED;
}

static void
read_rest (Reading *self)
{
    TvListRow *row = self->row;
    const char *roll = row->texts[TV_LIST_ROLL_NUMBER];

    row->roll_number = roll ? (int) CLAMP (g_ascii_strtoll (roll, NULL, 10), 0, 100000) : 0;
    row->ministry_code = digits_or_none (row->texts[TV_LIST_MINISTRY_CODE]);
    row->guardian_phone = digits_or_none (row->texts[TV_LIST_GUARDIAN_PHONE]);
    row->ethnic_group = g_strdup (row->texts[TV_LIST_ETHNIC_GROUP]);
    row->guardian_name = g_strdup (row->texts[TV_LIST_GUARDIAN_NAME]);
    row->notes = g_strdup (row->texts[TV_LIST_NOTES]);
}

static void
read_all (TvListRow *row, const TvListContext *context)
{
    g_autoptr (GArray) faults = g_array_new (FALSE, TRUE, sizeof (TvListFault));
    Reading self = { row, context, faults };

    row->birth_date = TV_DATE_NONE;
    row->status_date = TV_DATE_NONE;
    row->has_measures = context->has_measures;
    row->typed_weight_kg = row->typed_height_cm = NAN;
    read_rest (&self);
    read_class (&self);
    read_name (&self);
    read_measuring_date (&self);
    read_birth_date (&self);
    read_sex (&self);
    read_personal_number (&self);
    read_status (&self);
    if (row->has_measures)
        read_measures (&self);
    row->n_faults = faults->len;
    row->faults = g_memdup2 (faults->data, faults->len * sizeof (TvListFault));
}

static char *
clean_or_none (const char *text)
{
    g_autofree char *clean = tv_text_clean (text);

    return *clean ? g_steal_pointer (&clean) : NULL;
}

/**
 * tv_list_row_new:
 * @sheet: index of the sheet, from 0
 * @source_row: its number in the file, from 1
 * @texts: (array fixed-size=TV_LIST_N_FIELDS): what stands in it; NULL where nothing does
 * @columns: (array fixed-size=TV_LIST_N_FIELDS): where; TV_LIST_NO_COLUMN where the list has
 *   no such column
 * @context: what it is read against
 *
 * Returns: (transfer full): the row
 */
TvListRow *
tv_list_row_new (guint sheet, guint source_row, const char *const *texts, const guint *columns,
                 const TvListContext *context)
{
    TvListRow *self = g_atomic_rc_box_new0 (TvListRow);

    self->sheet = sheet;
    self->source_row = source_row;
    for (guint i = 0; i < TV_LIST_N_FIELDS; i++) {
        self->texts[i] = texts[i] ? clean_or_none (texts[i]) : NULL;
        self->columns[i] = columns[i];
    }
    read_all (self, context);
    return self;
}

/**
 * tv_list_row_with:
 * @field: which value somebody has corrected
 * @text: (nullable): what stands there now
 * @today: the day on which that happens
 *
 * Returns: (transfer full): the row as it reads with that text
 */
TvListRow *
tv_list_row_with (const TvListRow *self, TvListField field, const char *text, TvDate today)
{
    const char *texts[TV_LIST_N_FIELDS];
    TvListContext context
        = { self->class_name, today, self->measured_on, self->has_measures, FALSE };

    g_return_val_if_fail (field < TV_LIST_N_FIELDS, NULL);
    memcpy (texts, self->texts, sizeof texts);
    texts[field] = text;
    return tv_list_row_new (self->sheet, self->source_row, texts, self->columns, &context);
}

TvListRow *
tv_list_row_ref (TvListRow *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_list_row_unref (TvListRow *self)
{
    g_atomic_rc_box_release_full (self, clear_row);
}

/**
 * tv_list_row_is_refused:
 *
 * Returns: whether nothing of the row can be written as it stands
 */
gboolean
tv_list_row_is_refused (const TvListRow *self)
{
    for (guint i = 0; i < self->n_faults; i++) {
        if (self->faults[i].severity == TV_LIST_ROW_REFUSED)
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_list_row_find_fault:
 *
 * Returns: (transfer none) (nullable): the first thing wrong with that value
 */
const TvListFault *
tv_list_row_find_fault (const TvListRow *self, TvListField field)
{
    for (guint i = 0; i < self->n_faults; i++) {
        if (self->faults[i].field == field)
            return &self->faults[i];
    }
    return NULL;
}
