/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/ui/tv-ui-test.h"

#include "ui/measuring/tv-measuring-page-private.h"

G_BEGIN_DECLS

TvMeasuringPage *tv_measuring_test_open_round (TvUiTest *test);
gboolean tv_measuring_test_is_settled (TvMeasuringPage *page);
void
tv_measuring_test_type (TvMeasuringPage *page, guint index, TvQuantity quantity, const char *text);
const char *tv_measuring_test_text (TvMeasuringPage *page, guint index, TvQuantity quantity);
TvMeasurement *tv_measuring_test_read (TvUiTest *test, TvMeasuringPage *page, guint index);

G_END_DECLS
