/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What F1 says of each page: what it is for and how a hand moves through it, in a few lines. */

#include "ui/shell/tv-page-help.h"

#include <glib/gi18n.h>

static const struct {
    const char *code;
    const char *text;
} helps[] = {
    { "overview",
      N_ ("Here stands how the school does against the targets of the plan.\n\n"
          "Every number is a button: it opens the list of the children behind it. Under “Needs "
          "attention” are those to look at first. With few children a rate jumps: one child more "
          "or less changes it by the percentage points that stand on the card.") },
    { "students",
      N_ ("Here are all children of the year, by class.\n\n"
          "Type any part of a name, without accents if you like: nguyen gia bao finds Nguyễn Gia "
          "Bảo. Choose a child to see the growth chart, all measurements and the child's "
          "details.") },
    { "measuring",
      N_ ("Here you type in what scale and height board show.\n\n"
          "Choose round and class, then type weight and height; a comma and a point mean the same. "
          "Enter saves the value and goes on. Whether the child does well stands there at once. "
          "When a value looks odd a question appears; F6 goes to it, and typing can go on "
          "meanwhile. Shift+F1 tells how the result of a line came about.\n\n"
          "When the class lists are through, “Sign off” shows who is missing, what is still "
          "questioned and how well was measured, and closes the round.") },
    { "rates",
      N_ ("Here are the shares of children who are underweight, stunted, wasted or overweight.\n\n"
          "Choose an indicator and how to split it. The line through each mark is the confidence "
          "interval: the true share probably lies within it. Choose a row to see its "
          "children; “Why?” tells how a rate came about.\n\n"
          "The other parts tell both ways of counting, who is counted and who is not, what has "
          "changed since earlier rounds, how the z-scores lie, and how well was measured. "
          "Ctrl+Page Up and Ctrl+Page Down go from part to part.") },
    { "reports",
      N_ ("Here are the documents of the school, ready to print or to save as PDF.\n\n"
          "Choose one, look at its pages, then print it or save it. Every figure comes from the "
          "record book; nothing needs to be typed twice.") },
    { "history",
      N_ ("Here stands everything that was done in the record book: when, by whom, and about which "
          "child.\n\n"
          "Choose a line to see what each value was before and what it became. “Take this back” "
          "undoes that one step and leaves what came later, unless it stands on it. Look for a "
          "child, a person, a kind of work or certain days above the list. Nothing is ever taken "
          "out of the history: to take something back is one more line in it.") },
};

/**
 * tv_page_help:
 * @page_code: code of a page
 *
 * Returns: (nullable): what there is to know about it, in the chosen language
 */
const char *
tv_page_help (const char *page_code)
{
    for (guint i = 0; i < G_N_ELEMENTS (helps); i++) {
        if (g_strcmp0 (helps[i].code, page_code) == 0)
            return _ (helps[i].text);
    }
    return NULL;
}
