/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/tv-store.h"

G_BEGIN_DECLS

/* Who signs in, and with what: a password, or the recovery code and a new one.
 * Signals: "signed-in" (TvStore *): the book is open for that person; "failed" (GError *): nobody
 * can sign in, since the list could not be read. */
#define TV_TYPE_SIGN_IN_FORM (tv_sign_in_form_get_type ())
G_DECLARE_FINAL_TYPE (TvSignInForm, tv_sign_in_form, TV, SIGN_IN_FORM, GtkBox)

void tv_sign_in_form_ask (TvSignInForm *self, const char *folder, TvStore *locked_store);
void tv_sign_in_form_focus (TvSignInForm *self);

G_END_DECLS
