/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "growth/tv-growth-class.h"

G_BEGIN_DECLS

typedef struct {
    double red;
    double green;
    double blue;
} TvColour;

typedef enum {
    TV_THEME_SCREEN_LIGHT,
    TV_THEME_SCREEN_DARK,
    TV_THEME_HIGH_CONTRAST,
    TV_THEME_PRINT_COLOUR,
    TV_THEME_PRINT_GREY,
} TvThemeKind;

#define TV_THEME_N_KINDS 5

/* How much a zone or a value asks for attention; low and high are told apart by place and shape. */
typedef enum {
    TV_TONE_CALM,
    TV_TONE_WATCH,
    TV_TONE_ACT,
} TvTone;

#define TV_N_TONES 3

/* Colours, line widths and fonts of a drawing. No meaning hangs on a colour alone. */
typedef struct {
    TvThemeKind kind;
    TvColour ground;
    TvColour ink;      /* words, frame */
    TvColour ink_soft; /* second words */
    TvColour grid;
    TvColour curve;             /* the reference's lines */
    TvColour data;              /* what was measured */
    TvColour target;            /* the plan's mark */
    TvColour zone[TV_N_TONES];  /* fills behind the curves, by TvTone */
    TvColour state[TV_N_TONES]; /* marks and words, by TvTone */
    TvColour hatch;             /* over the zones to act in */
    double hair_pt;             /* grid */
    double line_pt;             /* curves */
    double data_pt;             /* the line through what was measured */
    const char *font_family;
    double small_pt; /* sizes of the words */
    double text_pt;
    double title_pt;
} TvTheme;

const TvTheme *tv_theme_get (TvThemeKind kind);
TvTone tv_tone_of_concern (TvConcern concern);
void tv_colour_set (const TvColour *colour, cairo_t *cr);
double tv_colour_contrast (const TvColour *a, const TvColour *b);

G_END_DECLS
