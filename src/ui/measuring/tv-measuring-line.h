/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-measuring.h"

G_BEGIN_DECLS

#define TV_MEASURING_N_CELLS 2

/* How wide the columns are, in characters, on the lines and above them; 0 leaves a column out. */
typedef struct {
    int name;
    int age;
    int last;
    int class_;
    int remark; /* at least; it takes what is left */
} TvMeasuringWidths;

#define TV_MEASURING_ROLL_CHARS 3
#define TV_MEASURING_CELL_CHARS 10
#define TV_MEASURING_POSITION_CHARS 8
#define TV_MEASURING_SPACING 8

/* One child of the grid with its two cells.
 * Signals: "entered" (TvMeasuringEntry *): something is to be saved; "judged": class or questions
 * are others now. */
#define TV_TYPE_MEASURING_LINE (tv_measuring_line_get_type ())
G_DECLARE_FINAL_TYPE (TvMeasuringLine, tv_measuring_line, TV, MEASURING_LINE, GtkWidget)

GtkWidget *tv_measuring_line_new (void);
void tv_measuring_line_show (TvMeasuringLine *self, const TvMeasuringRow *row, TvSession *session,
                             gboolean is_read_only);
void
tv_measuring_line_set_beside (TvMeasuringLine *self, const TvMeasuringSheet *sheet, guint index);
void tv_measuring_line_set_widths (TvMeasuringLine *self, const TvMeasuringWidths *widths);
void tv_measuring_line_set_has_namesake (TvMeasuringLine *self, gboolean has_namesake);
void tv_measuring_line_set_has_position (TvMeasuringLine *self, gboolean has_position);
const TvStudent *tv_measuring_line_get_student (TvMeasuringLine *self);
const TvMeasurement *tv_measuring_line_get_measurement (TvMeasuringLine *self);
const TvMeasuringFinding *tv_measuring_line_get_finding (TvMeasuringLine *self);
const char *tv_measuring_line_get_refusal (TvMeasuringLine *self, TvQuantity quantity);
const char *tv_measuring_line_get_sentence (TvMeasuringLine *self);
gboolean tv_measuring_line_is_open (TvMeasuringLine *self);
gboolean tv_measuring_line_is_beside_empty (TvMeasuringLine *self, TvDoubtSide side);

GtkWidget *tv_measuring_line_get_cell (TvMeasuringLine *self, TvQuantity quantity);
gboolean
tv_measuring_line_find_cell (TvMeasuringLine *self, GtkWidget *widget, TvQuantity *quantity);
gboolean tv_measuring_line_is_half_typed (TvMeasuringLine *self, TvQuantity quantity);
gboolean tv_measuring_line_is_unmeasured (TvMeasuringLine *self);
void tv_measuring_line_put_text (TvMeasuringLine *self, TvQuantity quantity, const char *text);

void tv_measuring_line_bring_draft (TvMeasuringLine *self, TvQuantity quantity, const char *text);
gboolean tv_measuring_line_has_brought (TvMeasuringLine *self, TvQuantity quantity);
void tv_measuring_line_touch (TvMeasuringLine *self, TvQuantity quantity);
const char *tv_measuring_line_get_draft (TvMeasuringLine *self, TvQuantity quantity);

void tv_measuring_line_commit (TvMeasuringLine *self, TvQuantity quantity);
void tv_measuring_line_restore (TvMeasuringLine *self, TvQuantity quantity);
void tv_measuring_line_mark (TvMeasuringLine *self, TvMeasurementState state);
void tv_measuring_line_turn_position (TvMeasuringLine *self);
void tv_measuring_line_take_proposal (TvMeasuringLine *self, guint question);
void tv_measuring_line_keep (TvMeasuringLine *self, const char *reason);
void tv_measuring_line_measure_again (TvMeasuringLine *self, TvQuantity quantity);
void tv_measuring_line_give_back (TvMeasuringLine *self, TvQuantity quantity, const char *text,
                                  const char *sentence);

G_END_DECLS
