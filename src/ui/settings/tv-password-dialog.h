/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-secret.h"
#include "records/tv-person.h"
#include "ui/widgets/tv-form-dialog.h"

G_BEGIN_DECLS

/* Called with the new password of @person, what the sign-in page is to show, and the present
 * password of who is signed in. */
typedef void (*TvPasswordTaken) (gpointer object, TvPerson *person, const char *label,
                                 TvSecret *password, TvSecret *present);

TvFormDialog *tv_password_dialog_present (GtkWidget *parent, TvPerson *person,
                                          TvPasswordTaken taken, gpointer object);

G_END_DECLS
