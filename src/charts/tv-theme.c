/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The five looks of a drawing. The palette runs from blue (all is well) to orange (look at this);
 * its steps differ in lightness too, so that they are still steps on a grey printer and to eyes
 * that do not part red from green. */

#include "charts/tv-theme.h"

#include <math.h>

#define RGB(hex)                                                                                   \
    {                                                                                              \
        ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0           \
    }

#define SCREEN_SIZES .font_family = "Sans", .small_pt = 8, .text_pt = 9, .title_pt = 12
#define PRINT_SIZES .font_family = "Sans", .small_pt = 7.5, .text_pt = 8.5, .title_pt = 12
#define THIN_LINES .hair_pt = 0.5, .line_pt = 1, .data_pt = 1.6
#define THICK_LINES .hair_pt = 0.75, .line_pt = 1.4, .data_pt = 2.2

static const TvTheme themes[TV_THEME_N_KINDS] = {
    [TV_THEME_SCREEN_LIGHT] = {
        .kind = TV_THEME_SCREEN_LIGHT,
        .ground = RGB (0xffffff), .ink = RGB (0x1f2430), .ink_soft = RGB (0x565d6b),
        .grid = RGB (0xd5d9e0), .curve = RGB (0x4a5363), .data = RGB (0x0b4f8a),
        .target = RGB (0x1f2430),
        .zone = { RGB (0xf0f6fd), RGB (0xfce6c9), RGB (0xf8d5aa) }, .hatch = RGB (0xe8b477),
        .state = { RGB (0x1f6fb5), RGB (0xb35c00), RGB (0x8f3d00) },
        THIN_LINES, SCREEN_SIZES,
    },
    [TV_THEME_SCREEN_DARK] = {
        .kind = TV_THEME_SCREEN_DARK,
        .ground = RGB (0x1e1f24), .ink = RGB (0xf1f2f4), .ink_soft = RGB (0xb4b9c4),
        .grid = RGB (0x434853), .curve = RGB (0xb9c0cc), .data = RGB (0x8ec7ff),
        .target = RGB (0xf1f2f4),
        .zone = { RGB (0x1f2a38), RGB (0x3d3019), RGB (0x543c19) }, .hatch = RGB (0x7a5822),
        .state = { RGB (0x7db8f0), RGB (0xf5a742), RGB (0xffc373) },
        THIN_LINES, SCREEN_SIZES,
    },
    [TV_THEME_HIGH_CONTRAST] = {
        .kind = TV_THEME_HIGH_CONTRAST,
        .ground = RGB (0xffffff), .ink = RGB (0x000000), .ink_soft = RGB (0x2b2b2b),
        .grid = RGB (0xa0a0a0), .curve = RGB (0x000000), .data = RGB (0x003a70),
        .target = RGB (0x000000),
        .zone = { RGB (0xffffff), RGB (0xffe8c6), RGB (0xffd092) }, .hatch = RGB (0xb36b00),
        .state = { RGB (0x003a70), RGB (0x7a3e00), RGB (0x5c2600) },
        THICK_LINES, SCREEN_SIZES,
    },
    [TV_THEME_PRINT_COLOUR] = {
        .kind = TV_THEME_PRINT_COLOUR,
        .ground = RGB (0xffffff), .ink = RGB (0x111111), .ink_soft = RGB (0x4d4d4d),
        .grid = RGB (0xd0d4da), .curve = RGB (0x3f4754), .data = RGB (0x0b4f8a),
        .target = RGB (0x111111),
        .zone = { RGB (0xf1f7fd), RGB (0xfce6c9), RGB (0xf8d3a6) }, .hatch = RGB (0xe8b273),
        .state = { RGB (0x1f6fb5), RGB (0xb35c00), RGB (0x8f3d00) },
        THIN_LINES, PRINT_SIZES,
    },
    [TV_THEME_PRINT_GREY] = {
        .kind = TV_THEME_PRINT_GREY,
        .ground = RGB (0xffffff), .ink = RGB (0x000000), .ink_soft = RGB (0x404040),
        .grid = RGB (0xcccccc), .curve = RGB (0x404040), .data = RGB (0x000000),
        .target = RGB (0x000000),
        .zone = { RGB (0xffffff), RGB (0xf0f0f0), RGB (0xe2e2e2) }, .hatch = RGB (0xbcbcbc),
        .state = { RGB (0x404040), RGB (0x202020), RGB (0x000000) },
        THIN_LINES, PRINT_SIZES,
    },
};

/**
 * tv_theme_get:
 *
 * Returns: (transfer none): the look, good for ever
 */
const TvTheme *
tv_theme_get (TvThemeKind kind)
{
    g_return_val_if_fail ((guint) kind < TV_THEME_N_KINDS, &themes[TV_THEME_SCREEN_LIGHT]);
    return &themes[kind];
}

/**
 * tv_tone_of_concern:
 *
 * Returns: how strongly a class of that concern is coloured
 */
TvTone
tv_tone_of_concern (TvConcern concern)
{
    switch (concern) {
    case TV_CONCERN_LOW_MODERATE:
    case TV_CONCERN_HIGH_MODERATE:
        return TV_TONE_WATCH;
    case TV_CONCERN_LOW_SEVERE:
    case TV_CONCERN_HIGH_SEVERE:
        return TV_TONE_ACT;
    default:
        return TV_TONE_CALM;
    }
}

/**
 * tv_colour_set:
 *
 * Makes @colour the source of @cr.
 */
void
tv_colour_set (const TvColour *colour, cairo_t *cr)
{
    cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static double
linear (double part)
{
    return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const TvColour *colour)
{
    return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
           + 0.0722 * linear (colour->blue);
}

/**
 * tv_colour_contrast:
 *
 * Returns: the contrast ratio of WCAG 2.1 (relative luminance), 1 to 21
 */
double
tv_colour_contrast (const TvColour *a, const TvColour *b)
{
    double first = luminance (a), second = luminance (b);

    return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
