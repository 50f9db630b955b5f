/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of a class list or of a weighing sheet can mean. */
typedef enum {
    TV_LIST_ROLL_NUMBER,
    TV_LIST_CLASS,
    TV_LIST_MINISTRY_CODE,
    TV_LIST_PERSONAL_NUMBER,
    TV_LIST_NAME,
    TV_LIST_FAMILY_NAME, /* where the name stands in two columns */
    TV_LIST_GIVEN_NAME,
    TV_LIST_BIRTH_DATE,
    TV_LIST_SEX,
    TV_LIST_FEMALE_MARK, /* a column "Nữ" with marks in it */
    TV_LIST_MALE_MARK,
    TV_LIST_STATUS,
    TV_LIST_STATUS_DATE,
    TV_LIST_ETHNIC_GROUP,
    TV_LIST_GUARDIAN_NAME,
    TV_LIST_GUARDIAN_PHONE,
    TV_LIST_NOTES,
    TV_LIST_MEASURED_ON,
    TV_LIST_POSITION,
    TV_LIST_WEIGHT,
    TV_LIST_HEIGHT,
    TV_LIST_N_FIELDS,
    TV_LIST_NO_FIELD = TV_LIST_N_FIELDS, /* a column that is not used */
} TvListField;

const char *tv_list_field_code (TvListField field);
gboolean tv_list_field_parse (const char *code, TvListField *field);
gboolean tv_list_field_is_date (TvListField field);
const char *tv_list_field_label (TvListField field);
char *tv_list_field_header_key (const char *header);
TvListField tv_list_field_of_header (const char *header);

G_END_DECLS
