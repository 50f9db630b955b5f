/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The annual health summary of a school as a paper that a principal signs. It names no child. */

#include "base/tv-number.h"
#include "reports/tv-annual-summary-rules.h"
#include "reports/tv-annual-summary-tables.h"
#include "reports/tv-report-style.h"
#include "reports/tv-school-letter.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct {
    const TvAnnualSummary *summary;
    TvReportBuilder *builder;
    guint n_headings;
} Writing;

static gboolean
is_kindergarten (const TvAnnualSummary *self)
{
    return self->school->level == TV_LEVEL_KINDERGARTEN;
}

static const char *
get_title (const TvAnnualSummary *self)
{
    return is_kindergarten (self)
               ? C_ ("kindergarten", "Summary of the children's health and nutrition")
               : C_ ("school", "Summary of the students' health and nutrition");
}

static void
add_heading (Writing *self, const char *text)
{
    g_autofree char *numbered = g_strdup_printf ("%u. %s", ++self->n_headings, text);

    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_HEADING, numbered);
}

static void
add_body (Writing *self, const char *text)
{
    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_BODY, text);
}

static void
add_note (Writing *self, const char *text)
{
    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_NOTE, text);
}

static void
add_title (Writing *self)
{
    const TvAnnualSummary *summary = self->summary;
    g_autofree char *title = g_utf8_strup (get_title (summary), -1);
    /* Translators: %s is a school year such as 2026-2027 */
    g_autofree char *year = g_strdup_printf (_ ("School year %s"), summary->year_name);

    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_TITLE, title);
    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_SUBTITLE, year);
    tv_report_builder_add_space (self->builder, 2);
}

static char *
write_round (const TvRound *round)
{
    g_autofree char *first
        = round->first_day == TV_DATE_NONE ? NULL : tv_date_to_text (round->first_day);
    g_autofree char *last
        = round->last_day == TV_DATE_NONE ? NULL : tv_date_to_text (round->last_day);

    if (first && last && round->last_day != round->first_day)
        /* Translators: name of a measuring round, its first and its last day */
        return g_strdup_printf (_ ("%1$s, from %2$s to %3$s"), round->name, first, last);
    if (first)
        /* Translators: name of a measuring round, and its day */
        return g_strdup_printf (_ ("%1$s, on %2$s"), round->name, first);
    return g_strdup (round->name);
}

static char *
write_share (guint n, guint of)
{
    g_autofree char *percent = of > 0 ? tv_number_format (100.0 * n / of, 1) : NULL;

    if (!percent)
        return g_strdup_printf ("%u", n);
    /* Translators: so many children, of so many, and that in percent */
    return g_strdup_printf (_ ("%1$u of %2$u (%3$s %%)"), n, of, percent);
}

static void
add_school (Writing *self)
{
    const TvSchool *school = self->summary->school;

    add_heading (self, _ ("The school and the measuring round"));
    tv_report_builder_add_pair (self->builder, C_ ("report", "Level"),
                                tv_level_label (school->level));
    if (school->address && school->address[0])
        tv_report_builder_add_pair (self->builder, C_ ("report", "Address"), school->address);
}

static void
add_measuring (Writing *self)
{
    const TvAnnualSummary *summary = self->summary;
    const TvSummaryCoverage *all = &summary->all;
    g_autofree char *round = write_round (summary->round);
    g_autofree char *enrolled = g_strdup_printf ("%u", all->n_enrolled);
    g_autofree char *measured = write_share (all->n_measured, all->n_enrolled);
    g_autoptr (GString) absences = g_string_new (NULL);

    tv_report_builder_add_pair (self->builder, C_ ("report", "Measuring round"), round);
    tv_report_builder_add_pair (self->builder,
                                is_kindergarten (summary) ? C_ ("kindergarten", "Children enrolled")
                                                          : C_ ("school", "Students enrolled"),
                                enrolled);
    tv_report_builder_add_pair (self->builder, C_ ("report", "Measured"), measured);
    for (guint i = 0; i < summary->absences->len; i++) {
        const TvSummaryAbsence *absence = g_ptr_array_index (summary->absences, i);

        g_string_append_printf (absences, "%s%s: %u", i > 0 ? "; " : "", absence->reason,
                                absence->n);
    }
    if (absences->len > 0)
        tv_report_builder_add_pair (self->builder, C_ ("report", "Not measured or not counted"),
                                    absences->str);
}

/* A chart on a paper is lettered as the paper is. */
static TvTheme
make_theme (void)
{
    TvTheme theme = *tv_theme_get (TV_THEME_PRINT_COLOUR);

    theme.font_family = TV_REPORT_FONT;
    return theme;
}

static void
draw_chart (gconstpointer data, cairo_t *cr, double width_pt, double height_pt)
{
    TvTheme theme = make_theme ();

    tv_rate_chart_draw (data, cr, width_pt, height_pt, &theme);
}

/* One grade alone would say the same as the whole school. */
static void
add_chart (Writing *self, const TvSummaryPart *part, const TvSummaryRate *rate)
{
    g_autoptr (TvRateChart) chart = tv_annual_summary_chart (part, rate);
    g_auto (GStrv) sentences = tv_rate_chart_describe (chart);
    g_autofree char *description = g_strjoinv (" ", sentences);
    TvTheme theme = make_theme ();

    if (chart->n_rows > 2)
        tv_report_builder_add_drawing (self->builder, tv_rate_chart_natural_height (chart, &theme),
                                       description, draw_chart, tv_rate_chart_ref (chart),
                                       (GDestroyNotify) tv_rate_chart_unref);
}

/* Those with a target; overweight where none has one. */
static void
add_charts (Writing *self, const TvSummaryPart *part)
{
    const TvSummaryRate *overweight = tv_summary_part_find (part, TV_OVERWEIGHT);

    for (guint i = 0; i < part->n_rates; i++) {
        if (part->rates[i].target)
            add_chart (self, part, &part->rates[i]);
    }
    if (!tv_summary_part_has_targets (part) && overweight)
        add_chart (self, part, overweight);
}

static void
add_target_notes (Writing *self, const TvSummaryPart *part)
{
    if (tv_summary_part_has_targets (part) && part->n_children > 0) {
        g_autofree char *points = tv_number_format (100.0 / part->n_children, 2);
        /* Translators: %s is a number such as 0.85 */
        g_autofree char *text = g_strdup_printf (
            _ ("The targets are the city's, set for all its children together. In this school one "
               "child is %s percentage points."),
            points);

        add_note (self, text);
    }
    if (part->has_coats_on)
        add_note (self, _ ("Some children were weighed with their coat on. Nothing was subtracted, "
                           "so all rates by weight are to be read with care."));
}

static const char *
get_part_name (const TvAnnualSummary *summary, TvPopulation population)
{
    if (population == TV_POPULATION_UNDER_FIVE)
        return _ ("Children under five years");
    return is_kindergarten (summary) ? C_ ("kindergarten", "Children of five years and older")
                                     : C_ ("school", "Students from 5 to 19 years");
}

static char *
write_part_size (const TvAnnualSummary *summary, const TvSummaryPart *part)
{
    guint n = part->n_children;

    if (part->population == TV_POPULATION_UNDER_FIVE)
        return g_strdup_printf (
            ngettext ("%u measured child was under five years on the measuring day.",
                      "%u measured children were under five years on their measuring day.", n),
            n);
    if (is_kindergarten (summary))
        return g_strdup_printf (
            ngettext ("%u measured child was five years or older on the measuring day.",
                      "%u measured children were five years or older on their measuring day.", n),
            n);
    return g_strdup_printf (
        ngettext ("%u measured student was five years or older on the measuring day.",
                  "%u measured students were five years or older on their measuring day.", n),
        n);
}

/* Only where some child lacks a value, so that the lines are not of whom each rate is of. */
static void
add_overlap_note (Writing *self, const TvSummaryPart *part)
{
    guint n_weight = tv_summary_part_find (part, TV_UNDERWEIGHT)->rate.n;
    guint n_height = tv_summary_part_find (part, TV_STUNTING)->rate.n;

    if (n_weight == part->overlap.n && n_height == part->overlap.n)
        return;
    add_note (self, part->population == TV_POPULATION_UNDER_FIVE
                        ? _ ("These lines are of all children with at least one of the values. "
                             "What could not be judged of a child is taken as not there.")
                        : _ ("These lines are of all students with at least one of the values. "
                             "What could not be judged of a student, such as weight for age after "
                             "ten years, is taken as not there."));
}

static void
add_part (Writing *self, const TvSummaryPart *part)
{
    g_autofree char *size = write_part_size (self->summary, part);

    add_heading (self, get_part_name (self->summary, part->population));
    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_LEAD, size);
    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_SUBHEADING,
                                tv_summary_part_has_targets (part)
                                    ? _ ("Rates against the targets of the plan")
                                    : _ ("Rates of the whole school"));
    tv_report_builder_add_table (self->builder, tv_annual_summary_targets_table (part));
    add_target_notes (self, part);
    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_SUBHEADING,
                                _ ("Undernutrition, each child in one line"));
    tv_report_builder_add_table (self->builder, tv_annual_summary_overlap_table (part));
    add_overlap_note (self, part);
    if (tv_summary_part_has_targets (part))
        add_note (self, _ ("The plan asks for every underweight and every stunted child; a child "
                           "who is both counts in both of those rates."));
    tv_report_builder_add_text (self->builder, TV_REPORT_TEXT_SUBHEADING,
                                _ ("By grade and by sex"));
    tv_report_builder_add_table (self->builder, tv_annual_summary_groups_table (part));
    add_charts (self, part);
}

static void
add_figures (Writing *self)
{
    const TvAnnualSummary *summary = self->summary;

    for (guint i = 0; i < summary->parts->len; i++)
        add_part (self, g_ptr_array_index (summary->parts, i));
    if (summary->parts->len == 0)
        add_body (self,
                  _ ("No child of this round has values that can be counted yet, so there are "
                     "no rates."));
    if (summary->classes->len > 0) {
        add_heading (self, _ ("Who was measured, by class"));
        tv_report_builder_add_table (self->builder, tv_annual_summary_coverage_table (summary));
    }
    add_heading (self, _ ("Rules and sources"));
    tv_annual_summary_add_rules (summary, self->builder);
}

/**
 * tv_annual_summary_make_report:
 *
 * Returns: (transfer full): the figures on pages, in the chosen language
 */
TvReport *
tv_annual_summary_make_report (const TvAnnualSummary *self)
{
    g_autoptr (TvReportBuilder) builder = tv_report_builder_new (&(TvReportProperties){
        .title = get_title (self),
        .owner = self->school->name,
        .date = self->date,
        .is_practice = self->school->is_practice,
    });
    Writing writing = { self, builder, 0 };

    tv_school_letter_add_head (builder, self->school, self->date);
    add_title (&writing);
    add_school (&writing);
    if (self->round) {
        add_measuring (&writing);
        add_figures (&writing);
    } else {
        add_body (&writing, _ ("No measuring round has been held yet, so there are no figures."));
    }
    tv_school_letter_add_signatures (builder, self->school, TRUE);
    return tv_report_builder_finish (builder);
}
