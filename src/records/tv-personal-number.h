/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"

G_BEGIN_DECLS

typedef enum {
    TV_PERSONAL_NUMBER_FITS,
    TV_PERSONAL_NUMBER_NOT_12_DIGITS,
    TV_PERSONAL_NUMBER_OTHER_SEX,
    TV_PERSONAL_NUMBER_OTHER_YEAR,
} TvPersonalNumberDoubt;

TvPersonalNumberDoubt tv_personal_number_check (const char *number, TvSex sex, TvDate birth_date);

G_END_DECLS
