/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"

G_BEGIN_DECLS

char *tv_demo_name (GRand *random, const char *family, TvSex sex, int birth_year);
const char *tv_demo_ethnic_group (GRand *random);

G_END_DECLS
