/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-round.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

/* A child's place in a class of the school that it came from. Owned by its #TvTransfer. */
typedef struct {
    int first_year; /* of the school year */
    char *class_name;
    int grade; /* as in #TvClass */
    TvEnrolmentStatus status;
    TvDate from;
    TvDate until;
    char *other_school; /* (nullable) */
} TvTransferPlace;

/* A day on which the child was measured there, or was to be. Owned by its #TvTransfer. */
typedef struct {
    TvMeasurement *measurement; /* with readings and uid, of no round and no session */
    char *round_name;           /* (nullable) */
    char *class_name;           /* (nullable) */
    TvClothing clothing;
    gboolean is_scale_checked;
    gboolean is_board_checked;
} TvTransferVisit;

/* All that one school knows of a child, on its way to another. Never changes once it is read. */
typedef struct {
    char *school; /* that wrote it */
    TvDate written_on;
    TvStudent *student; /* with its uid */
    GPtrArray *places;  /* of TvTransferPlace, the latest first */
    GPtrArray *visits;  /* of TvTransferVisit, the earliest first */
} TvTransfer;

TvTransfer *tv_transfer_new (const char *school, TvDate written_on, TvStudent *student);
TvTransfer *tv_transfer_ref (TvTransfer *self);
void tv_transfer_unref (TvTransfer *self);

TvTransferPlace *tv_transfer_add_place (TvTransfer *self);
TvTransferVisit *tv_transfer_add_visit (TvTransfer *self, TvMeasurement *measurement);

char *tv_transfer_to_json (const TvTransfer *self);

/* Why a text is no child's record. */
typedef enum {
    TV_TRANSFER_TEXT_GOOD,
    TV_TRANSFER_TEXT_BROKEN,
    TV_TRANSFER_TEXT_NEWER,
} TvTransferTextFlaw;

TvTransfer *tv_transfer_from_json (const char *text, gsize size, TvTransferTextFlaw *flaw);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTransfer, tv_transfer_unref)

G_END_DECLS
