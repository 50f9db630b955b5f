/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-doubt.h"
#include "growth/tv-growth-class.h"
#include "records/tv-measurement.h"
#include "records/tv-round.h"
#include "records/tv-student.h"
#include "workflows/tv-typed-value.h"

G_BEGIN_DECLS

typedef enum {
    TV_ENTRY_VALUE,    /* a value that was typed; 0 takes the value away */
    TV_ENTRY_PROPOSAL, /* what a question proposed instead */
    TV_ENTRY_STATE,    /* absent, refused, impossible */
    TV_ENTRY_KEEP,     /* a questioned value stays, with a reason */
    TV_ENTRY_POSITION, /* lying or standing, against the rule of age */
    TV_ENTRY_EXCHANGE, /* the row was another child's, and that one's perhaps this one's */
} TvEntryKind;

/* One thing somebody enters for one child; it is saved as one change set. */
typedef struct {
    TvEntryKind kind;
    TvQuantity quantity; /* of a value */
    int value;
    int readings[2];
    guint n_readings;
    gboolean is_further; /* of a value: measured again, the readings before it are kept */
    int weight_g;        /* of a proposal; 0 leaves what stands */
    int height_mm;
    gboolean is_swap; /* of a proposal: both changed places, 0 takes the value away */
    TvMeasurementState state;
    TvPosition position;
    const char *reason; /* of a kept value */
    gint64 other_id;    /* of an exchange: the other child */
} TvMeasuringEntry;

void tv_measuring_entry_of_value (TvMeasuringEntry *entry, TvQuantity quantity,
                                  const TvTypedValue *typed, gboolean is_further);
TvMeasurement *tv_measuring_enter (const TvMeasurement *current, const TvSession *session,
                                   const TvStudent *student, const TvMeasuringEntry *entry);
void tv_measuring_exchange (const TvSession *session, const TvStudent *student,
                            const TvMeasurement *current, const TvStudent *other,
                            const TvMeasurement *other_current, TvMeasurement **wanted,
                            TvMeasurement **other_wanted);

/* A child one row above or below; no student where there is no such row. */
typedef struct {
    const TvStudent *student;
    const TvMeasurement *current;  /* (nullable) */
    const TvMeasurement *previous; /* (nullable) */
} TvMeasuringBeside;

/* All that questions can be asked from. */
typedef struct {
    const TvStudent *student;
    const TvMeasurement *measurement; /* (nullable) what stands, or would stand */
    const TvMeasurement *previous;    /* (nullable) */
    /* (nullable) By TvQuantity, kg and cm as they were typed, with decimals that a record cannot
     * keep; NAN where @measurement holds the value itself. */
    const double *typed;
    TvMeasuringBeside beside[TV_DOUBT_N_SIDES];
} TvMeasuringCase;

typedef struct {
    TvDoubt doubt;
    char *sentence;
} TvMeasuringQuestion;

/* What a row of the sheet says beside its values. */
typedef struct {
    TvGrowth growth;
    char *words;   /* class, or absent and the like; "" while nothing stands */
    char *numbers; /* the z-scores, shortly */
    TvConcern concern;
    TvMeasuringQuestion questions[TV_DOUBT_N_KINDS];
    guint n_questions;
} TvMeasuringFinding;

void tv_measuring_assess (const TvStudent *student, const TvMeasurement *measurement,
                          const TvMeasurement *previous, TvMeasuringFinding *finding);
void tv_measuring_assess_typed (const TvStudent *student, const TvMeasurement *measurement,
                                const TvMeasurement *previous, const double *typed,
                                TvMeasuringFinding *finding);
void tv_measuring_assess_case (const TvMeasuringCase *self, TvMeasuringFinding *finding);
void tv_measuring_assess_grid (const GPtrArray *rows, guint index, TvMeasuringFinding *finding);
void tv_measuring_finding_clear (TvMeasuringFinding *self);
const char *tv_z_kind_short_label (TvZKind kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TvMeasuringFinding, tv_measuring_finding_clear)

G_END_DECLS
