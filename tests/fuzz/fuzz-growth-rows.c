/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands zscores and prevalence are given: children in CSV. */

#include "fuzz-entry.h"

#include "cli/tv-cli-growth-rows.h"
#include "indicators/tv-prevalence.h"

#include <math.h>
#include <string.h>

/* The reader's buffer is 256 KiB long. */
#define BUFFER_SIZE (256 * 1024)

/* Begins an input whose rows are to stand across the end of the buffer. */
#define FAR_MARK 0xfe

static char *path;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    g_autofree char *folder = NULL;

    tv_fuzz_silence ();
    folder = tv_fuzz_folder_new ("growth-rows");
    path = g_build_filename (folder, "children.csv", NULL);
    return 0;
}

static void
count (TvPrevalence *prevalence, const TvCliGrowthRow *row)
{
    TvSubject subject = { .sex = row->input.sex,
                          .age_days = row->input.age_days,
                          .age_months = row->input.age_months,
                          .has_oedema = row->input.has_oedema };

    g_assert_cmpuint (strlen (row->id.text), ==, row->id.size);
    g_assert_false (isinf (row->input.weight_kg) || isinf (row->input.height_cm));
    tv_growth_score (&row->input, TV_STANDARD_BY_AGE, &subject.growth);
    tv_prevalence_add (prevalence, &subject);
}

/* After the mark come two bytes that say how far before the buffer's end the second line begins:
 * empty lines fill the space behind the first. */
static void
set_far_file (const uint8_t *data, size_t size)
{
    const uint8_t *text = data + 3, *newline = memchr (text, '\n', size - 3);
    size_t n_head = newline ? (size_t) (newline + 1 - text) : 0;
    size_t distance = (size_t) data[1] + ((size_t) data[2] << 8);
    g_autoptr (GByteArray) file = g_byte_array_new ();

    g_byte_array_append (file, text, (guint) n_head);
    if (n_head + distance < BUFFER_SIZE) {
        g_byte_array_set_size (file, (guint) (BUFFER_SIZE - distance));
        memset (file->data + n_head, '\n', file->len - n_head);
    }
    g_byte_array_append (file, text + n_head, (guint) (size - 3 - n_head));
    tv_fuzz_file_set (path, file->data, file->len);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (TvPrevalence) prevalence
        = tv_prevalence_new (TV_POPULATION_UNDER_FIVE, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvCliGrowthRows) rows = NULL;
    g_autoptr (GArray) rates = NULL;
    TvCliGrowthRow row;

    if (size > 3 && data[0] == FAR_MARK)
        set_far_file (data, size);
    else
        tv_fuzz_file_set (path, data, size);
    rows = tv_cli_growth_rows_open (path, &error);
    g_assert_true ((rows == NULL) == (error != NULL));
    while (rows && tv_cli_growth_rows_next (rows, &row, &error))
        count (prevalence, &row);
    rates = tv_prevalence_make_rows (prevalence, TV_INTERVAL_WILSON);
    return 0;
}
