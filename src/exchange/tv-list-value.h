/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-fault.h"
#include "records/tv-measurement.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

/* No child of a school was born before. */
#define TV_LIST_FIRST_BIRTH_YEAR 1990

TvListFaultCode tv_list_value_date (const char *text, TvDate earliest, TvDate latest, TvDate *date);
TvListFaultCode tv_list_value_sex (const char *text, TvSex *sex);
gboolean tv_list_value_is_mark (const char *text);
TvListFaultCode tv_list_value_status (const char *text, TvEnrolmentStatus *status);
TvListFaultCode
tv_list_value_quantity (const char *text, TvQuantity quantity, int *value, double *typed);
gboolean tv_list_value_not_measured (const char *text, TvMeasurementState *state);
TvListFaultCode tv_list_value_position (const char *text, TvPosition *position);
char *tv_list_value_digits (const char *text);
char *tv_list_value_name (const char *text);

G_END_DECLS
