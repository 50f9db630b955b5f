/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts inside an xlsx workbook, as fuzz-parts.c packs them. */

#include "fuzz-entry.h"
#include "fuzz-list.h"
#include "fuzz-parts.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GBytes) bytes = tv_fuzz_pack_parts (data, size);

    tv_fuzz_list ("danh sách.xlsx", bytes);
    return 0;
}
