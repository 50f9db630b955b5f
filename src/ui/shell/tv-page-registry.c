/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which pages the window has, in the order of the sidebar and of Ctrl+1, Ctrl+2, … */

#include "ui/shell/tv-page-registry.h"

#include "ui/history/tv-history-page.h"
#include "ui/measuring/tv-measuring-page.h"
#include "ui/overview/tv-overview-page.h"
#include "ui/rates/tv-rates-page.h"
#include "ui/students/tv-students-page.h"
#include "ui/reports/tv-reports-page.h"

#include <glib/gi18n.h>

/* The order is overview, students, measuring, rates, reports, history. */
static const TvPageEntry pages[] = {
    { "overview", "tv-overview-symbolic", NC_ ("page", "Overview"), NULL, tv_overview_page_new,
      TV_RIGHT_BIT (TV_RIGHT_READ_RATES) },
    { "students", "tv-students-symbolic", NC_ ("page", "Students"), NC_ ("page", "Children"),
      tv_students_page_new,
      TV_RIGHT_BIT (TV_RIGHT_READ_CHILDREN) | TV_RIGHT_BIT (TV_RIGHT_REQUEST_RECORDS) },
    { "measuring", "tv-measuring-symbolic", NC_ ("page", "Measuring"), NULL, tv_measuring_page_new,
      TV_RIGHT_BIT (TV_RIGHT_MEASURE) | TV_RIGHT_BIT (TV_RIGHT_SIGN_OFF) },
    { "rates", "tv-rates-symbolic", NC_ ("page", "Rates"), NULL, tv_rates_page_new,
      TV_RIGHT_BIT (TV_RIGHT_READ_RATES) },
    { "reports", "tv-reports-symbolic", NC_ ("page", "Reports"), NULL, tv_reports_page_new,
      TV_RIGHT_BIT (TV_RIGHT_READ_RATES) },
    { "history", "tv-history-symbolic", NC_ ("page", "History"), NULL, tv_history_page_new,
      TV_RIGHT_BIT (TV_RIGHT_READ_HISTORY) },
};

guint
tv_page_registry_count (void)
{
    return G_N_ELEMENTS (pages);
}

const TvPageEntry *
tv_page_registry_get (guint index)
{
    g_return_val_if_fail (index < G_N_ELEMENTS (pages), NULL);
    return &pages[index];
}

/**
 * tv_page_registry_find:
 * @code: code of a page
 * @index: (out) (optional): its place
 *
 * Returns: (nullable): the page
 */
const TvPageEntry *
tv_page_registry_find (const char *code, guint *index)
{
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
        if (g_strcmp0 (pages[i].code, code) == 0) {
            if (index)
                *index = i;
            return &pages[i];
        }
    }
    return NULL;
}

/**
 * tv_page_entry_is_open_to:
 * @store: an open book
 *
 * Returns: whether whoever is at the book has any right that the page needs
 */
gboolean
tv_page_entry_is_open_to (const TvPageEntry *self, TvStore *store)
{
    return tv_rights_has_any (store, self->rights);
}

/**
 * tv_page_entry_title:
 * @is_kindergarten: a kindergarten has other words for some pages
 *
 * Returns: the page's name in the chosen language
 */
const char *
tv_page_entry_title (const TvPageEntry *self, gboolean is_kindergarten)
{
    const char *title
        = is_kindergarten && self->kindergarten_title ? self->kindergarten_title : self->title;

    return g_dpgettext2 (NULL, "page", title);
}
