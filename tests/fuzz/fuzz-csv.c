/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list in a text file, in any encoding. Other kinds of file are known by their first bytes, so
 * that the rest is refused here too, but for those that another process reads: see fuzz-xls.c. */

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

    if (size < 4 || memcmp (data, "\xd0\xcf\x11\xe0", 4) != 0)
        tv_fuzz_list ("danh sách lớp 1A.csv", bytes);
    return 0;
}
