/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a class is what it is: the same lines that the command line prints. */

#include "ui/students/tv-explanation-window.h"

#include "ui/widgets/tv-text-window.h"
#include "workflows/tv-explain.h"

#include <glib/gi18n.h>

/**
 * tv_explanation_window_present:
 * @student: a child
 * @measurement: one of its measurements, with a weight or a height
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none): the window, shown
 */
GtkWindow *
tv_explanation_window_present (const TvStudent *student, const TvMeasurement *measurement,
                               GtkWidget *parent)
{
    g_autofree char *text = tv_explain_measurement (student, measurement);

    return tv_text_window_present (parent, _ ("How the result came about"), text);
}
