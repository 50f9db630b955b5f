/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/measuring/tv-measuring-line.h"

G_BEGIN_DECLS

/* The question of one line, with its answers on the keys 1, 2 and 3.
 * Signals: "answered" (TvMeasuringLine *, gboolean had_focus); "left": Escape was pressed. */
#define TV_TYPE_QUESTION_BAR (tv_question_bar_get_type ())
G_DECLARE_FINAL_TYPE (TvQuestionBar, tv_question_bar, TV, QUESTION_BAR, GtkWidget)

void tv_question_bar_show (TvQuestionBar *self, TvMeasuringLine *line);
void tv_question_bar_set_read_only (TvQuestionBar *self, gboolean is_read_only);
TvMeasuringLine *tv_question_bar_get_line (TvQuestionBar *self);
void tv_question_bar_take_focus (TvQuestionBar *self);
gboolean tv_question_bar_press (TvQuestionBar *self, guint number);

G_END_DECLS
