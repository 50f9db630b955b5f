/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_ROUND_REGULAR, /* đợt: the whole school, its rates count */
    TV_ROUND_MONTHLY, /* cân hằng tháng: the youngest and the followed; never in rates */
    TV_ROUND_CLINIC,  /* a clinic's figures; never in rates */
} TvRoundKind;

#define TV_ROUND_N_KINDS 3

const char *tv_round_kind_code (TvRoundKind kind);
const char *tv_round_kind_label (TvRoundKind kind);
gboolean tv_round_kind_parse (const char *code, TvRoundKind *kind);

/* What can happen to a round's signature. */
typedef enum {
    TV_SIGNING_SIGNED_OFF,
    TV_SIGNING_TAKEN_BACK, /* signing it off was a slip of the hand */
    TV_SIGNING_REOPENED,
    TV_SIGNING_REOPENING_TAKEN_BACK,
} TvSigningKind;

/* A measuring round of a school year; its code is "2026-1": year it began in, number in it. */
typedef struct {
    gint64 id;
    char *uid;
    gint64 year_id;
    char *code;
    char *name;
    TvRoundKind kind;
    TvDate first_day;
    TvDate last_day;
    gboolean is_closed;
} TvRound;

TvRound *tv_round_new (const TvRound *values);
TvRound *tv_round_ref (TvRound *self);
void tv_round_unref (TvRound *self);
int tv_round_number (const TvRound *self);
char *tv_round_default_name (int number, int first_year);
char *tv_round_dated_name (TvRoundKind kind, TvDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRound, tv_round_unref)

typedef enum {
    TV_CLOTHING_UNKNOWN,
    TV_CLOTHING_LIGHT,    /* áo mỏng */
    TV_CLOTHING_COAT_OFF, /* đã cởi áo khoác */
    TV_CLOTHING_COAT_ON,  /* còn mặc */
} TvClothing;

const char *tv_clothing_code (TvClothing clothing);
gboolean tv_clothing_parse (const char *code, TvClothing *clothing);
const char *tv_clothing_label (TvClothing clothing);

/* One morning with one class: who measured, on what, how dressed. */
typedef struct {
    gint64 id;
    char *uid;
    gint64 round_id;
    gint64 class_id;
    TvDate date;
    char *measurer;
    TvClothing clothing;
    gboolean is_scale_checked;
    gboolean is_board_checked;
} TvSession;

TvSession *tv_session_new (const TvSession *values);
TvSession *tv_session_ref (TvSession *self);
void tv_session_unref (TvSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSession, tv_session_unref)

G_END_DECLS
