/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a school's record says of the head of its letters and of who signs them. */

#include "reports/tv-school-letter.h"

#include <glib/gi18n.h>
#include <string.h>

/* The last part of the address, which is the city; the program is made for Hà Nội. */
static char *
find_place (const TvSchool *school)
{
    const char *comma = school->address ? strrchr (school->address, ',') : NULL;
    char *place = g_strstrip (g_strdup (comma ? comma + 1 : ""));

    if (place[0])
        return place;
    g_free (place);
    return g_strdup (C_ ("letterhead", "Hanoi"));
}

/**
 * tv_school_letter_add_head:
 * @builder: a report without blocks
 * @school: who issues it
 * @date: when
 */
void
tv_school_letter_add_head (TvReportBuilder *builder, const TvSchool *school, TvDate date)
{
    g_autofree char *place = find_place (school);

    tv_report_builder_add_letterhead (builder, &(TvReportLetterhead){
                                                   .authority = school->authority,
                                                   .school = school->name,
                                                   .place = place,
                                                   .date = date,
                                               });
}

static const char *
get_head_office (TvLevel level)
{
    return level == TV_LEVEL_WARD ? C_ ("signature", "HEAD OF THE UNIT")
                                  : C_ ("signature", "PRINCIPAL");
}

/**
 * tv_school_letter_add_signatures:
 * @builder: a report whose text is complete
 * @school: whose nurse and principal sign
 * @names_recipients: whether to say who gets it
 */
void
tv_school_letter_add_signatures (TvReportBuilder *builder, const TvSchool *school,
                                 gboolean names_recipients)
{
    TvReportSigner signers[] = {
        { (char *) C_ ("signature", "PREPARED BY"),
          (char *) C_ ("signature", "(Signature, full name)"), school->nurse },
        { (char *) get_head_office (school->level),
          (char *) C_ ("signature", "(Signature, stamp, full name)"), school->principal },
    };
    const char *recipients[4];
    guint n = 0;

    if (school->authority && school->authority[0])
        recipients[n++] = school->authority;
    if (school->level != TV_LEVEL_WARD)
        recipients[n++] = _ ("Health station of the ward or commune");
    recipients[n++] = C_ ("recipient", "Archives");
    recipients[n] = NULL;
    tv_report_builder_add_signatures (builder, signers, G_N_ELEMENTS (signers),
                                      names_recipients ? C_ ("letter", "Recipients:") : NULL,
                                      names_recipients ? recipients : NULL);
}
