/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A spreadsheet file as it lies on the disk: the zip around the parts. What does not begin as one
 * is left to fuzz-csv.c, or all the time would be spent there. */

#include "fuzz-entry.h"
#include "fuzz-list.h"

#include <string.h>

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

    if (size > 4 && memcmp (data, "PK", 2) == 0)
        tv_fuzz_list ("danh sách.xlsx", bytes);
    return 0;
}
