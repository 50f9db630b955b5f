/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who a made-up child is. Its personal number is of province 000, which there is not, and its
 * guardian's telephone rings nowhere. */

#include "workflows/tv-demo-names.h"
#include "workflows/tv-demo-school.h"

#include <string.h>

/* Steps that pass through all six-digit numbers before one comes again. */
#define NUMBER_STEP 387419
#define FIRST_STEP 170707
#define CODE_STEP 38741893

static char *
make_personal_number (TvDemoSchool *school, TvSex sex, int birth_year)
{
    guint *n = &school->n_numbers[birth_year % 100][sex == TV_SEX_FEMALE];
    guint64 number = (guint64)++ * n * NUMBER_STEP % 1000000;

    if (birth_year < 2000 || *n >= 1000000)
        return NULL;
    return g_strdup_printf ("000%d%02d%06u", sex == TV_SEX_FEMALE ? 3 : 2, birth_year % 100,
                            (guint) number);
}

static char *
make_ministry_code (const TvDemoSchool *school)
{
    guint64 number = (guint64) (school->children->len + 1) * CODE_STEP % 100000000;

    return g_strdup_printf ("00%08u", (guint) number);
}

/* A child bears the family name of its father. */
static void
give_guardian (TvStudent *values, GRand *random, int birth_year)
{
    TvSex sex = tv_demo_chance (random, 0.65) ? TV_SEX_FEMALE : TV_SEX_MALE;
    int age = g_rand_int_range (random, 22, 38);
    g_autofree char *family = g_strndup (values->name, strcspn (values->name, " "));

    values->guardian_name
        = tv_demo_name (random, sex == TV_SEX_MALE ? family : NULL, sex, birth_year - age);
    values->guardian_phone = g_strdup_printf ("0900000%03d", g_rand_int_range (random, 0, 1000));
}

/**
 * tv_demo_child_new:
 * @school: the school it comes to; gives it numbers that no other child there has
 * @birth_year: when it was born
 *
 * Returns: (transfer full): a child that sits in no class yet
 */
TvDemoChild *
tv_demo_child_new (TvDemoSchool *school, int birth_year)
{
    TvDemoChild *self = g_new0 (TvDemoChild, 1);
    TvStudent *values = &self->values;
    GRand *random = school->random;

    values->sex = tv_demo_chance (random, 0.52) ? TV_SEX_MALE : TV_SEX_FEMALE;
    values->name = tv_demo_name (random, NULL, values->sex, birth_year);
    values->birth_date = tv_date_from_ymd (birth_year, 1, 1) + g_rand_int_range (random, 0, 365);
    values->personal_number = make_personal_number (school, values->sex, birth_year);
    values->ministry_code = make_ministry_code (school);
    values->ethnic_group = g_strdup (tv_demo_ethnic_group (random));
    if (tv_demo_chance (random, 0.04))
        g_clear_pointer (&values->personal_number, g_free);
    if (tv_demo_chance (random, 0.02))
        g_clear_pointer (&values->ministry_code, g_free);
    if (tv_demo_chance (random, 0.97))
        give_guardian (values, random, birth_year);
    tv_demo_growth_init (&self->growth, random, tv_date_from_ymd (school->first_year, 9, 1));
    for (guint i = 0; i < TV_DEMO_N_YEARS; i++)
        self->places[i].class_index = -1;
    return self;
}

void
tv_demo_child_free (TvDemoChild *self)
{
    g_free (self->values.name);
    g_free (self->values.personal_number);
    g_free (self->values.ministry_code);
    g_free (self->values.ethnic_group);
    g_free (self->values.guardian_name);
    g_free (self->values.guardian_phone);
    g_free (self->sort_key);
    g_free (self);
}
