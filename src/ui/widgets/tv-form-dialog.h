/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question with a few fields, checked while they are filled in.
 * Signals: "check": a field changed; "accepted": the answer is to be taken. */
#define TV_TYPE_FORM_DIALOG (tv_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvFormDialog, tv_form_dialog, TV, FORM_DIALOG, AdwMessageDialog)

TvFormDialog *tv_form_dialog_new (GtkWidget *parent, const char *heading, const char *body,
                                  const char *accept_label);
AdwEntryRow *tv_form_dialog_add_entry (TvFormDialog *self, const char *title, const char *text);
AdwEntryRow *tv_form_dialog_add_password (TvFormDialog *self, const char *title);
AdwComboRow *tv_form_dialog_add_choice (TvFormDialog *self, const char *title, GListModel *choices,
                                        guint chosen);
void tv_form_dialog_add_below (TvFormDialog *self, GtkWidget *widget);
void tv_form_dialog_check (TvFormDialog *self);
void tv_form_dialog_judge (TvFormDialog *self, gboolean can_accept, const char *remark);
void tv_form_dialog_present (TvFormDialog *self);

char *tv_entry_row_read (AdwEntryRow *row);

G_END_DECLS
