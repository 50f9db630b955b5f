/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a text surely stays on one line, told from the widths of its letters alone. Most cells of
 * a table do, and shaping each of them only to learn that would double the work of a report. */

#include "reports/tv-report-ruler.h"

#include "reports/tv-report-style.h"

#include <math.h>

#define FIRST_LETTER 0x21
#define LAST_LETTER 0x7e
#define N_LETTERS (LAST_LETTER - FIRST_LETTER + 1)
#define MEASURED_PT 100

/* Horn or breve make a letter a little wider than the one below it; kerning may too. */
#define MARK_EM 0.12
#define SPARE 1.03

static double letter_em[2][N_LETTERS]; /* by weight: plain, bold */
static double space_em[2];
static double line_em[2];
static PangoFont *fonts[2];

static double
get_line_width_em (PangoLayoutIter *line)
{
    PangoRectangle extents;

    pango_layout_iter_get_line_extents (line, NULL, &extents);
    return (double) extents.width / PANGO_SCALE / MEASURED_PT;
}

static double
get_line_height_em (PangoLayoutIter *line)
{
    PangoRectangle extents;

    pango_layout_iter_get_line_extents (line, NULL, &extents);
    return (double) extents.height / PANGO_SCALE / MEASURED_PT;
}

/* Each letter on a line of its own, so that none leans on another. */
static void
measure_letters (gboolean is_bold)
{
    TvTextStyle style = tv_report_style (MEASURED_PT, 0, PANGO_ALIGN_LEFT);
    g_autoptr (GString) letters = g_string_new ("n n\nnn");
    g_autoptr (PangoLayout) layout = NULL;
    PangoLayoutIter *line;

    for (char letter = FIRST_LETTER; letter <= LAST_LETTER; letter++)
        g_string_append_printf (letters, "\n%c", letter);
    style.is_bold = is_bold;
    layout = tv_chart_text_new (&style, letters->str);
    fonts[is_bold] = pango_context_load_font (pango_layout_get_context (layout),
                                              pango_layout_get_font_description (layout));
    line = pango_layout_get_iter (layout);
    line_em[is_bold] = get_line_height_em (line);
    space_em[is_bold] = get_line_width_em (line);
    pango_layout_iter_next_line (line);
    space_em[is_bold] -= get_line_width_em (line);
    for (guint i = 0; i < N_LETTERS && pango_layout_iter_next_line (line); i++)
        letter_em[is_bold][i] = get_line_width_em (line);
    pango_layout_iter_free (line);
}

static void
measure_once (void)
{
    static gsize is_measured;

    if (g_once_init_enter (&is_measured)) {
        measure_letters (FALSE);
        measure_letters (TRUE);
        g_once_init_leave (&is_measured, 1);
    }
}

/* NAN for a letter that other fonts may have to lend. */
static double
get_letter_em (gunichar letter, gboolean is_bold)
{
    gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

    if (letter == ' ')
        return space_em[is_bold];
    if (letter >= FIRST_LETTER && letter <= LAST_LETTER)
        return letter_em[is_bold][letter - FIRST_LETTER];
    /* An old font lacks some letters of Vietnamese, and the one that lends them is higher. */
    if (!fonts[is_bold] || !pango_font_has_char (fonts[is_bold], letter))
        return NAN;
    if (letter == 0x110 || letter == 0x111) /* Đ, đ */
        return get_letter_em (letter == 0x110 ? 'D' : 'd', is_bold) + MARK_EM;
    if (letter == 0x2013) /* – */
        return get_letter_em ('M', is_bold);
    if (g_unichar_get_script (letter) != G_UNICODE_SCRIPT_LATIN
        || g_unichar_fully_decompose (letter, FALSE, base, G_N_ELEMENTS (base)) < 2
        || base[0] < FIRST_LETTER || base[0] > LAST_LETTER)
        return NAN;
    return get_letter_em (base[0], is_bold) + MARK_EM;
}

/**
 * tv_report_ruler_is_one_line:
 * @style: how the text is set, in the font of reports, with the width it has
 * @text: UTF-8
 *
 * Returns: %TRUE where the text surely stays on one line of the usual height; %FALSE where it may
 *   not
 */
gboolean
tv_report_ruler_is_one_line (const TvTextStyle *style, const char *text)
{
    double width_em = 0;

    if (style->is_italic)
        return FALSE; /* another font, whose letters were not measured */
    measure_once ();
    for (const char *letter = text; *letter; letter = g_utf8_next_char (letter))
        width_em += get_letter_em (g_utf8_get_char (letter), style->is_bold);
    /* A sum with NAN in it is not less than anything. */
    return width_em * SPARE * style->size_pt < style->width_pt;
}

/**
 * tv_report_ruler_line_height:
 * @style: how a text is set that tv_report_ruler_is_one_line()
 *
 * Returns: how high it is, in points
 */
double
tv_report_ruler_line_height (const TvTextStyle *style)
{
    measure_once ();
    return line_em[style->is_bold] * style->size_pt;
}
