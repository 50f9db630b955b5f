/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/tv-measurement.h"
#include "records/tv-round.h"
#include "records/tv-student.h"
#include "records/tv-target.h"
#include "store/tv-connection.h"

G_BEGIN_DECLS

/* The columns of each record as queries name them, under the alias that queries give its table,
 * how many they are, and what makes the record of them, counting from @first. */

typedef gpointer (*TvRowReader) (TvStatement *statement, int first);

#define TV_YEAR_COLUMNS "y.id, y.uid, y.first_year"
#define TV_CLASS_COLUMNS "c.id, c.uid, c.year_id, c.name, c.grade, c.position"
#define TV_STUDENT_COLUMNS                                                                         \
    "s.id, s.uid, s.name, s.sex, s.birth_date, s.personal_number, s.ministry_code,"                \
    " s.ethnic_group, s.guardian_name, s.guardian_phone, s.notes, s.sort_name"
#define TV_ENROLMENT_COLUMNS                                                                       \
    "e.id, e.uid, e.student_id, e.class_id, e.year_id, e.roll_number, e.status, e.from_date,"      \
    " e.until_date, e.other_school"
#define TV_ROUND_COLUMNS                                                                           \
    "r.id, r.uid, r.year_id, r.code, r.name, r.kind, r.first_day, r.last_day, r.is_closed"
#define TV_SESSION_COLUMNS                                                                         \
    "n.id, n.uid, n.round_id, n.class_id, n.date, n.measurer, n.clothing, n.is_scale_checked,"     \
    " n.is_board_checked"
#define TV_MEASUREMENT_COLUMNS                                                                     \
    "m.id, m.uid, m.student_id, m.round_id, m.session_id, m.date, m.position, m.state,"            \
    " m.weight_g, m.height_mm, m.has_oedema, m.excluded_reason, m.kept_reason, m.note"
#define TV_TARGET_COLUMNS                                                                          \
    "t.id, t.uid, t.year, t.code, t.part, t.wording_vi, t.wording_en, t.value_thousandths, "       \
    "t.unit,"                                                                                      \
    " t.direction, t.levels, t.how, t.indicator, t.source"
#define TV_PERSON_COLUMNS                                                                          \
    "p.id, p.uid, p.name, p.role, p.is_active, p.until_date, p.class_id, p.label"

enum {
    TV_N_CLASS_COLUMNS = 6,
    TV_N_STUDENT_COLUMNS = 12,
    TV_N_ENROLMENT_COLUMNS = 10,
    TV_N_MEASUREMENT_COLUMNS = 14,
};

gpointer tv_read_year (TvStatement *statement, int first);
gpointer tv_read_class (TvStatement *statement, int first);
gpointer tv_read_student (TvStatement *statement, int first);
gpointer tv_read_enrolment (TvStatement *statement, int first);
gpointer tv_read_round (TvStatement *statement, int first);
gpointer tv_read_session (TvStatement *statement, int first);
gpointer tv_read_measurement (TvStatement *statement, int first);
gpointer tv_read_target (TvStatement *statement, int first);
gpointer tv_read_person (TvStatement *statement, int first);

GPtrArray *
tv_rows_list (TvStatement *statement, TvRowReader read, GDestroyNotify free_row, GError **error);
gboolean tv_rows_find (TvStatement *statement, TvRowReader read, gpointer *found, GError **error);
gpointer tv_rows_get (TvStatement *statement, TvRowReader read, const char *what, GError **error);

TvStatement *
tv_prepare_with_int (TvConnection *connection, const char *sql, gint64 value, GError **error);
TvStatement *
tv_prepare_with_text (TvConnection *connection, const char *sql, const char *value, GError **error);

/* What a text column holds where nothing was entered. */
const char *tv_none_if_empty (const char *text);

G_END_DECLS
