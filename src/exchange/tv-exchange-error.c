/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of reading and writing files. Its messages are technical detail for the log. */

#include "exchange/tv-exchange-error.h"

G_DEFINE_QUARK (tv - exchange - error - quark, tv_exchange_error)
