/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-prevalence.h"

G_BEGIN_DECLS

TvSubject tv_subject_sample (TvSex sex, double age_days, int waz, int haz, int whz, int baz);
TvSubject tv_subject_random (GRand *random, TvPopulation population);
TvSubject *tv_subject_random_array (GRand *random, TvPopulation population, guint n);

G_END_DECLS
