/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_POSITION_UNKNOWN,
    TV_POSITION_RECUMBENT, /* nằm */
    TV_POSITION_STANDING,  /* đứng */
} TvPosition;

const char *tv_position_code (TvPosition position); /* "L", "H", "" */
gboolean tv_position_parse (const char *code, TvPosition *position);
const char *tv_position_label (TvPosition position);
TvPosition tv_position_by_age (int age_days);

typedef enum {
    TV_MEASUREMENT_MEASURED,
    TV_MEASUREMENT_ABSENT,     /* vắng */
    TV_MEASUREMENT_REFUSED,    /* không hợp tác */
    TV_MEASUREMENT_IMPOSSIBLE, /* không đo được */
} TvMeasurementState;

const char *tv_measurement_state_code (TvMeasurementState state);
gboolean tv_measurement_state_parse (const char *code, TvMeasurementState *state);
const char *tv_measurement_state_label (TvMeasurementState state);

typedef enum {
    TV_QUANTITY_WEIGHT, /* grams */
    TV_QUANTITY_HEIGHT, /* millimetres */
} TvQuantity;

#define TV_N_QUANTITIES 2

const char *tv_quantity_code (TvQuantity quantity);
gboolean tv_quantity_parse (const char *code, TvQuantity *quantity);

/* One reading of a scale or a board; all that were taken are kept. What a scale showed without the
 * child that somebody carried stands below zero behind what it showed with it. */
typedef struct {
    TvQuantity quantity;
    int value; /* g or mm */
} TvReading;

/* One child on one day. A value that was not taken is 0; the accepted values stand in the record,
 * the readings behind them in readings. */
typedef struct {
    gint64 id;
    char *uid;
    gint64 student_id;
    gint64 round_id;   /* 0: outside every round */
    gint64 session_id; /* 0: none */
    TvDate date;
    TvPosition position;
    TvMeasurementState state;
    int weight_g;
    int height_mm;
    gboolean has_oedema;
    char *excluded_reason; /* NULL while it counts */
    char *kept_reason;     /* why a questioned value was kept, NULL if none was */
    char *note;
    TvReading *readings;
    guint n_readings;
} TvMeasurement;

TvMeasurement *tv_measurement_new (const TvMeasurement *values);
TvMeasurement *tv_measurement_ref (TvMeasurement *self);
void tv_measurement_unref (TvMeasurement *self);
gboolean tv_measurement_counts (const TvMeasurement *self);

/* Bounds beyond which a value is refused: no child of 0 to 19 years was ever outside them. */
#define TV_WEIGHT_MIN_G 500
#define TV_WEIGHT_MAX_G 250000
#define TV_HEIGHT_MIN_MM 300
#define TV_HEIGHT_MAX_MM 2300

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvMeasurement, tv_measurement_unref)

G_END_DECLS
