/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What each fuzz-READER.c defines, under the names that libFuzzer calls. Whatever the bytes are,
 * the reader under test must come back, with a result or with an error of its own. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

void tv_fuzz_silence (void);
char *tv_fuzz_folder_new (const char *reader);
void tv_fuzz_folder_clear (const char *folder);
void tv_fuzz_file_set (const char *path, const uint8_t *data, size_t size);

G_END_DECLS
