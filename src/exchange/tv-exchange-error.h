/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a whole file; a bad value inside a good file is a fault of its row instead. */
typedef enum {
    TV_EXCHANGE_ERROR_NOT_FOUND,
    TV_EXCHANGE_ERROR_IO,
    TV_EXCHANGE_ERROR_EMPTY,      /* a file of no bytes */
    TV_EXCHANGE_ERROR_WRONG_TYPE, /* nothing that holds a table */
    TV_EXCHANGE_ERROR_WEB_PAGE,   /* HTML or XML that some systems name .xls */
    TV_EXCHANGE_ERROR_ENCRYPTED,  /* protected with a password */
    TV_EXCHANGE_ERROR_BROKEN,     /* cut short or damaged */
    TV_EXCHANGE_ERROR_TOO_LARGE,  /* beyond what is ever unpacked */
    TV_EXCHANGE_ERROR_NO_HEADER,  /* no row that names its columns */
    TV_EXCHANGE_ERROR_NO_ROWS,    /* a header and nothing under it */
} TvExchangeError;

#define TV_EXCHANGE_ERROR (tv_exchange_error_quark ())
GQuark tv_exchange_error_quark (void);

G_END_DECLS
