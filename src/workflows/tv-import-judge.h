/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-file.h"
#include "workflows/tv-import-book.h"
#include "workflows/tv-import-step.h"

G_BEGIN_DECLS

/* What the rows of one list are weighed against while the plan is made, row after row. */
typedef struct {
    TvImportBook *book;
    const TvListFile *list;
    const TvImportOptions *options;
    TvDate today;
    GHashTable *numbers;  /* personal numbers met so far, to the TvListRow that had them first */
    GHashTable *codes;    /* the same for ministry codes */
    GHashTable *children; /* and for name with birth date */
    GHashTable *claimed;  /* children of the book met so far, to the TvListRow that is taken */
    GHashTable *named;    /* all whom a row is about, also one that is left out, as a set */
    GHashTable *classes;  /* key of a class new to the book to its spelling */
    GHashTable *unclear_names; /* keys of names in refused rows that may be known children */
    GHashTable *namesakes;     /* keys of name and class to the TvListRow that had them first */
    GHashTable *birth_years;   /* keys of classes to a GArray of int; NULL until somebody asks */
    GHashTable *by_name; /* keys of names to a GSList of TvStudent; NULL until somebody asks */
    GPtrArray *rounds;   /* of TvRound: this year's, and those that the plan opens */
} TvImportJudge;

TvImportJudge *tv_import_judge_new (TvImportBook *book, const TvListFile *list,
                                    const TvImportOptions *options, TvDate today);
void tv_import_judge_free (TvImportJudge *self);
const char *tv_import_judge_class_name (TvImportJudge *self, const char *name);
GPtrArray *tv_import_judge_all (TvImportJudge *self, GPtrArray *rows, GHashTable *skipped);

void tv_import_identify (TvImportJudge *self, TvImportStep *step);
void tv_import_place (TvImportJudge *self, TvImportStep *step);
void tv_import_check_birth (TvImportJudge *self, TvImportStep *step);
void tv_import_measure (TvImportJudge *self, TvImportStep *step);
char *tv_import_describe (TvImportJudge *self, const TvImportStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvImportJudge, tv_import_judge_free)

G_END_DECLS
