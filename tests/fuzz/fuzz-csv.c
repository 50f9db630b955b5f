/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list in a text file, in any encoding. Other kinds of file are known by their first bytes, so
 * that .xls, .ods and the rest are refused here too. */

#include "fuzz-entry.h"
#include "fuzz-list.h"

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

    tv_fuzz_list ("danh sách lớp 1A.csv", bytes);
    return 0;
}
