/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workflows/tv-people.h"

G_BEGIN_DECLS

/* Signals: "activated" of the row to edit; "password-wanted", "removal-wanted" (of the password),
 * "end-wanted", "return-wanted" of somebody who acts no more. */
#define TV_TYPE_PERSON_ROW (tv_person_row_get_type ())
G_DECLARE_FINAL_TYPE (TvPersonRow, tv_person_row, TV, PERSON_ROW, AdwActionRow)

GtkWidget *tv_person_row_new (TvPeople *people, TvPerson *person, gboolean can_edit);
TvPerson *tv_person_row_get_person (TvPersonRow *self);

G_END_DECLS
