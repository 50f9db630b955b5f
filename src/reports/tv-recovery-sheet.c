/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of paper with the recovery code of a protected book, for the school's safe. */

#include "reports/tv-recovery-sheet.h"

#include "reports/tv-report-builder.h"
#include "reports/tv-school-letter.h"

#include <glib/gi18n.h>

static void
add_rules (TvReportBuilder *builder)
{
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM,
                                _ ("Whoever has this sheet and the record book can read the health "
                                   "records of all children. Keep it where the school keeps its "
                                   "seal, away from the computer, and copy it for nobody."));
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM,
                                _ ("It is needed only when every password is forgotten: on the "
                                   "sign-in page choose “I have forgotten the password”, type the "
                                   "code, and choose a new password."));
    tv_report_builder_add_text (
        builder, TV_REPORT_TEXT_ITEM,
        _ ("Capital or small letters, spaces and hyphens make no "
           "difference. The digits 0 and 1 are never the letters O and I."));
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_ITEM,
                                _ ("When a new code is made in the settings, this sheet opens the "
                                   "book no more; destroy it then. Backups that were made before "
                                   "still open with it."));
}

/**
 * tv_recovery_sheet_new:
 * @school: whose book it is
 * @code: the recovery code, in its groups
 * @date: when it was made
 *
 * Returns: (transfer full): one page
 */
TvReport *
tv_recovery_sheet_new (const TvSchool *school, const char *code, TvDate date)
{
    g_autoptr (TvReportBuilder) builder
        = tv_report_builder_new (&(TvReportProperties){ .title = _ ("Recovery code"),
                                                        .owner = school->name,
                                                        .date = date,
                                                        .is_practice = school->is_practice });

    tv_school_letter_add_head (builder, school, date);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_TITLE,
                                _ ("RECOVERY CODE OF THE RECORD BOOK"));
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_SUBTITLE,
                                _ ("School health and nutrition records, Tầm Vóc"));
    tv_report_builder_add_space (builder, 24);
    tv_report_builder_add_text (builder, TV_REPORT_TEXT_TITLE, code);
    tv_report_builder_add_space (builder, 24);
    add_rules (builder);
    tv_school_letter_add_signatures (builder, school, FALSE);
    return tv_report_builder_finish (builder);
}
