/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-field.h"

G_BEGIN_DECLS

/* What can be wrong with one value of one row. */
typedef enum {
    TV_LIST_FAULT_NONE,
    TV_LIST_FAULT_MISSING,
    TV_LIST_FAULT_NOT_A_DATE,
    TV_LIST_FAULT_NO_SUCH_DAY, /* 31/02/2018 */
    TV_LIST_FAULT_TOO_EARLY,   /* before 1990 */
    TV_LIST_FAULT_TOO_LATE,    /* after the day of measuring, or after today */
    TV_LIST_FAULT_UNKNOWN_WORD,
    TV_LIST_FAULT_NOT_A_NUMBER,
    TV_LIST_FAULT_OUT_OF_RANGE,
    TV_LIST_FAULT_NOT_12_DIGITS,
    TV_LIST_FAULT_OTHER_SEX,    /* the personal number is one of the other sex */
    TV_LIST_FAULT_OTHER_YEAR,   /* the personal number is one of another year of birth */
    TV_LIST_FAULT_TWO_READINGS, /* Vietnamese in two encodings, both of which the file has */
    TV_LIST_FAULT_TWICE,        /* an earlier row of the file has the same */
} TvListFaultCode;

/* A fault, and what follows from it: a warning lets the row be written as it is; a refused value
 * keeps that value out of the book, and a refused row the row, until somebody corrects it. */
typedef enum {
    TV_LIST_WARNING,
    TV_LIST_VALUE_REFUSED,
    TV_LIST_ROW_REFUSED,
} TvListSeverity;

typedef struct {
    TvListField field;
    TvListFaultCode code;
    TvListSeverity severity;
    char column[4];  /* its letters in the file, "" where the file has no such column */
    guint other_row; /* of TWICE: the number of the earlier row, otherwise 0 */
} TvListFault;

G_END_DECLS
