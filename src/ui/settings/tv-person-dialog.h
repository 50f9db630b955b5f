/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-people.h"

G_BEGIN_DECLS

/* Called with what was filled in. */
typedef void (*TvPersonTaken) (gpointer object, const TvPerson *person);

TvFormDialog *tv_person_dialog_present (GtkWidget *parent, TvPeople *people, TvPerson *person,
                                        TvPersonTaken taken, gpointer object);

G_END_DECLS
