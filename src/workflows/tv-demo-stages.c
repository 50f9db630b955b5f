/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which years of childhood each level of school has. A kindergarten's class goes by the calendar
 * year of birth, a school's first grade by the year of the sixth birthday. */

#include "workflows/tv-demo-school.h"

#define NURSERY(share)                                                                             \
    {                                                                                              \
        0, 2, 24, share, "Nhà trẻ D%d"                                                          \
    }
#define GRADE(grade, largest, share)                                                               \
    {                                                                                              \
        grade, grade + 5, largest, share, #grade "A%d"                                             \
    }

static const TvDemoStage kindergarten[] = {
    NURSERY (0.10),
    { 3, 3, 29, 0.25, "Mẫu giáo bé C%d" },
    { 4, 4, 32, 0.31, "Mẫu giáo nhỡ B%d" },
    { 5, 5, 34, 0.34, "Mẫu giáo lớn A%d" },
};

static const TvDemoStage primary[] = {
    GRADE (1, 40, 0.2), GRADE (2, 40, 0.2), GRADE (3, 40, 0.2),
    GRADE (4, 40, 0.2), GRADE (5, 40, 0.2),
};

static const TvDemoStage lower_secondary[] = {
    GRADE (6, 43, 0.25),
    GRADE (7, 43, 0.25),
    GRADE (8, 43, 0.25),
    GRADE (9, 43, 0.25),
};

static const TvDemoStage upper_secondary[] = {
    GRADE (10, 44, 0.33),
    GRADE (11, 44, 0.33),
    GRADE (12, 44, 0.34),
};

static const TvDemoStage ward[] = {
    NURSERY (0.03),
    { 3, 3, 29, 0.06, "Mẫu giáo bé C%d" },
    { 4, 4, 32, 0.07, "Mẫu giáo nhỡ B%d" },
    { 5, 5, 34, 0.07, "Mẫu giáo lớn A%d" },
    GRADE (1, 40, 0.09),
    GRADE (2, 40, 0.09),
    GRADE (3, 40, 0.09),
    GRADE (4, 40, 0.09),
    GRADE (5, 40, 0.09),
    GRADE (6, 43, 0.08),
    GRADE (7, 43, 0.08),
    GRADE (8, 43, 0.08),
    GRADE (9, 43, 0.08),
};

static const struct {
    const TvDemoStage *stages;
    guint n_stages;
} levels[] = {
    [TV_LEVEL_KINDERGARTEN] = { kindergarten, G_N_ELEMENTS (kindergarten) },
    [TV_LEVEL_PRIMARY] = { primary, G_N_ELEMENTS (primary) },
    [TV_LEVEL_LOWER_SECONDARY] = { lower_secondary, G_N_ELEMENTS (lower_secondary) },
    [TV_LEVEL_UPPER_SECONDARY] = { upper_secondary, G_N_ELEMENTS (upper_secondary) },
    [TV_LEVEL_WARD] = { ward, G_N_ELEMENTS (ward) },
};

/**
 * tv_demo_stages:
 * @level: a level of school
 * @n_stages: (out): how many
 *
 * Returns: (transfer none) (array length=n_stages): its years, the youngest first
 */
const TvDemoStage *
tv_demo_stages (TvLevel level, guint *n_stages)
{
    *n_stages = levels[level].n_stages;
    return levels[level].stages;
}
