/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/tv-school.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

int tv_roster_order_compare_students (const TvStudent *a, const TvStudent *b);
int tv_roster_order_compare (const TvClass *class_a, const TvEnrolment *enrolment_a,
                             const TvStudent *student_a, const TvClass *class_b,
                             const TvEnrolment *enrolment_b, const TvStudent *student_b);

G_END_DECLS
