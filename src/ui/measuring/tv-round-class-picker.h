/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-round-plan.h"

G_BEGIN_DECLS

/* Which classes a round takes in: all, or those that are ticked. Signal: "changed". */
#define TV_TYPE_ROUND_CLASS_PICKER (tv_round_class_picker_get_type ())
G_DECLARE_FINAL_TYPE (TvRoundClassPicker, tv_round_class_picker, TV, ROUND_CLASS_PICKER, GtkWidget)

GtkWidget *tv_round_class_picker_new (TvRoundPlan *plan);
gboolean tv_round_class_picker_takes_in_all (TvRoundClassPicker *self);
GArray *tv_round_class_picker_list (TvRoundClassPicker *self);

G_END_DECLS
