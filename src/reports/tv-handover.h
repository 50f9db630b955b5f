/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-school.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

/* A row of one of the lists; what a list has no column for is NULL. */
typedef struct {
    char *what;
    char *of;   /* (nullable) */
    char *text; /* (nullable) */
} TvHandoverRow;

/* What whoever takes over the work must know. Filled once, then made a report of. */
typedef struct {
    TvSchool *school;
    TvDate date;
    GPtrArray *rounds;     /* of TvHandoverRow: an open round, how far it is */
    GPtrArray *missing;    /* a class, the children to measure */
    GPtrArray *questions;  /* a child, class, the question */
    GPtrArray *follow_ups; /* a child, class, what was found */
    GPtrArray *deadlines;  /* a report, the day */
    GPtrArray *people;     /* somebody, role, last day */
    GPtrArray *changes;    /* what was done lately, how often */
} TvHandover;

TvHandover *tv_handover_new (const TvSchool *school, TvDate date);
void tv_handover_free (TvHandover *self);
void tv_handover_add (GPtrArray *list, const char *what, const char *of, const char *text);
TvReport *tv_handover_make_report (const TvHandover *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvHandover, tv_handover_free)

G_END_DECLS
