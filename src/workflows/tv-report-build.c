/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which reports there are, and how each is made of a record book: figures, then pages, both off
 * the main thread. */

#include "workflows/tv-report-build.h"

#include "workflows/tv-report-figures.h"
#include "workflows/tv-report-handover.h"
#include "workflows/tv-report-measuring.h"

#include <glib/gi18n.h>

typedef TvReport *(*Make) (TvStore *store, const char *class_name, const char *round_code,
                           GError **error);

typedef struct {
    char *kind;
    char *class_name;
    char *round_code;
} Request;

static const TvReportKind kinds[] = {
    { "annual-summary", N_ ("Annual health summary"),
      N_ ("Who was measured, and the school's rates against the targets of the plan, by grade and "
          "by sex. It names no child."),
      FALSE },
    { "class-list", N_ ("Class list with results"),
      N_ ("Every child of a class with weight, height and what they say, for the teacher and the "
          "parents' meeting."),
      TRUE },
    { "measuring-form", N_ ("Measuring form"),
      N_ ("A paper form of a class in roll order, with room for weight, height, a second reading "
          "and notes, to be filled in by hand."),
      TRUE },
    { "handover", N_ ("Hand-over"),
      N_ ("Open rounds, questions, children to follow up, deadlines and who acts in the book, for "
          "a substitute or whoever takes over the work."),
      FALSE },
};

static TvReport *
make_annual_summary (TvStore *store, const char *class_name, const char *round_code, GError **error)
{
    g_autoptr (TvAnnualSummary) summary = tv_report_figures_sum_up (store, round_code, error);

    return summary ? tv_annual_summary_make_report (summary) : NULL;
}

static TvReport *
make_class_list (TvStore *store, const char *class_name, const char *round_code, GError **error)
{
    g_autoptr (TvClassResultSet) set
        = tv_report_figures_list_classes (store, class_name, round_code, error);

    return set ? tv_class_result_set_make_report (set) : NULL;
}

static TvReport *
make_measuring_form (TvStore *store, const char *class_name, const char *round_code, GError **error)
{
    g_autoptr (TvMeasuringForm) form
        = tv_report_measuring_gather (store, class_name, round_code, error);

    return form ? tv_measuring_form_make_report (form) : NULL;
}

static TvReport *
make_handover (TvStore *store, const char *class_name, const char *round_code, GError **error)
{
    g_autoptr (TvHandover) handover = tv_report_handover_gather (store, error);

    return handover ? tv_handover_make_report (handover) : NULL;
}

static const Make makers[]
    = { make_annual_summary, make_class_list, make_measuring_form, make_handover };

static void
free_request (gpointer data)
{
    Request *self = data;

    g_free (self->kind);
    g_free (self->class_name);
    g_free (self->round_code);
    g_free (self);
}

static void
build_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Request *request = data;
    g_autoptr (GError) error = NULL;
    TvReport *report
        = tv_report_build (source, request->kind, request->class_name, request->round_code, &error);

    if (report)
        g_task_return_pointer (task, report, (GDestroyNotify) tv_report_unref);
    else
        g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tv_report_kinds:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the reports, in the order in which they are offered
 */
const TvReportKind *
tv_report_kinds (guint *n)
{
    *n = G_N_ELEMENTS (kinds);
    return kinds;
}

/**
 * tv_report_kind_find:
 * @code: (nullable): "annual-summary", …
 *
 * Returns: (transfer none) (nullable): the report of that code
 */
const TvReportKind *
tv_report_kind_find (const char *code)
{
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (g_strcmp0 (kinds[i].code, code) == 0)
            return &kinds[i];
    }
    return NULL;
}

/**
 * tv_report_kind_label:
 *
 * Returns: (transfer none): what the report is called, in the chosen language
 */
const char *
tv_report_kind_label (const TvReportKind *self)
{
    return gettext (self->label);
}

/**
 * tv_report_kind_description:
 *
 * Returns: (transfer none): what it is for, in the chosen language
 */
const char *
tv_report_kind_description (const TvReportKind *self)
{
    return gettext (self->description);
}

/**
 * tv_report_build:
 * @store: a record book
 * @kind: code of a report
 * @class_name: (nullable): only this class, where the report has classes
 * @round_code: (nullable): a regular round; %NULL for the latest
 * @error: G_IO_ERROR_NOT_FOUND where there is no such report, class or round, with a sentence for
 *   people; a #TvStoreError
 *
 * Blocks; the window uses tv_report_build_async().
 *
 * Returns: (transfer full) (nullable): the pages
 */
TvReport *
tv_report_build (TvStore *store, const char *kind, const char *class_name, const char *round_code,
                 GError **error)
{
    const TvReportKind *found = tv_report_kind_find (kind);

    if (found)
        return makers[found - kinds](store, class_name, round_code, error);
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: %s is a word that somebody typed */
                 _ ("There is no report “%s”."), kind);
    return NULL;
}

/**
 * tv_report_build_async:
 * @store: a record book
 * @kind: code of a report
 * @class_name: (nullable): as tv_report_build()
 * @round_code: (nullable): as tv_report_build()
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 */
void
tv_report_build_async (TvStore *store, const char *kind, const char *class_name,
                       const char *round_code, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
    Request *request = g_new0 (Request, 1);

    request->kind = g_strdup (kind);
    request->class_name = g_strdup (class_name);
    request->round_code = g_strdup (round_code);
    g_task_set_source_tag (task, tv_report_build_async);
    g_task_set_task_data (task, request, free_request);
    g_task_run_in_thread (task, build_thread);
}

/**
 * tv_report_build_finish:
 * @store: a record book
 * @result: what the callback got
 * @error: (nullable): as tv_report_build()
 *
 * Returns: (transfer full) (nullable): the pages
 */
TvReport *
tv_report_build_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}
