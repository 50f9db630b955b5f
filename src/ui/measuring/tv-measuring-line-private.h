/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/measuring/tv-measuring-line.h"
#include "ui/widgets/tv-class-badge.h"

G_BEGIN_DECLS

/* One cell of a line. */
typedef struct {
    GtkEntry *entry;
    char *kept;        /* the text of the value that stands */
    char *refusal;     /* why the text in the entry was not taken, NULL if it was */
    int odd_value;     /* g or mm that was refused for being out of range, else 0 */
    double odd_number; /* the same in kg or cm, with every digit that was typed */
    gboolean is_further;
    gboolean is_brought; /* the text was typed earlier and came back from the drafts */
} TvMeasuringCell;

/* What is known of the child one row above or below; no student where there is none. */
typedef struct {
    TvStudent *student;
    TvMeasurement *current;
    TvMeasurement *previous;
} TvMeasuringLineBeside;

struct _TvMeasuringLine {
    GtkWidget parent_instance;

    GtkLabel *roll_label;
    GtkLabel *name_label;
    GtkLabel *age_label;
    GtkLabel *last_label;
    TvMeasuringCell cells[TV_MEASURING_N_CELLS];
    GtkButton *position_button; /* only where somebody is small enough to lie */
    TvClassBadge *badge;
    GtkLabel *remark_label;

    TvStudent *student;
    TvClass *class_; /* where it sits */
    TvSession *session;
    TvMeasurement *current;
    TvMeasurement *previous;
    TvMeasuringLineBeside beside[TV_DOUBT_N_SIDES];
    gboolean is_beside_new; /* and not judged by yet */
    TvMeasuringFinding finding;
    int roll_number;
    gboolean has_namesake;
    gboolean is_stale; /* what it shows is to be shown anew, whatever the records say */
    gboolean is_read_only;
};

void _tv_measuring_line_clear_beside (TvMeasuringLine *self);
int _tv_measuring_line_value (TvMeasuringLine *self, TvQuantity quantity);
void _tv_measuring_line_name_cells (TvMeasuringLine *self);
char *_tv_measuring_line_add_birth (TvMeasuringLine *self, char *name);
char *_tv_measuring_line_add_arms (TvMeasuringLine *self, const char *numbers);
void _tv_measuring_line_judge (TvMeasuringLine *self);
void
_tv_measuring_line_set_refusal (TvMeasuringLine *self, TvQuantity quantity, const char *refusal);
void _tv_measuring_line_show_value (TvMeasuringLine *self, TvQuantity quantity);

G_END_DECLS
