/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An old Excel workbook the whole way: the process with FreeXL in it reads the file, and may crash;
 * what asked for it never does. */

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

    if (size >= 8 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)
        tv_fuzz_list ("danh sách.xls", bytes);
    return 0;
}
