/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the measurements and the classes of two records become those of one child: nothing measured
 * is lost, nothing counts twice in a round, and the child sits in one class at a time. */

#include "workflows/tv-duplicate-plan.h"

#include <string.h>

static void
free_visit (gpointer data)
{
    TvDuplicateVisit *self = data;

    tv_measurement_unref (self->measurement);
    tv_measurement_unref (self->planned);
    g_free (self);
}

static void
free_place (gpointer data)
{
    TvDuplicatePlace *self = data;

    g_clear_pointer (&self->planned, tv_enrolment_unref);
    g_free (self);
}

static gboolean
has_same_readings (const TvMeasurement *one, const TvMeasurement *other)
{
    if (one->n_readings == 0 || other->n_readings == 0)
        return TRUE;
    if (one->n_readings != other->n_readings)
        return FALSE;
    for (guint i = 0; i < one->n_readings; i++) {
        if (one->readings[i].quantity != other->readings[i].quantity
            || one->readings[i].value != other->readings[i].value)
            return FALSE;
    }
    return TRUE;
}

static gboolean
is_same (const TvMeasurement *one, const TvMeasurement *other)
{
    return one->date == other->date && one->state == other->state
           && one->weight_g == other->weight_g && one->height_mm == other->height_mm
           && one->has_oedema == other->has_oedema
           && (one->position == other->position || one->position == TV_POSITION_UNKNOWN
               || other->position == TV_POSITION_UNKNOWN)
           && (one->round_id == other->round_id || one->round_id == 0 || other->round_id == 0)
           && has_same_readings (one, other);
}

static char *
join (const char *one, const char *other)
{
    if (!other || (one && strstr (one, other)))
        return g_strdup (one);
    return one ? g_strdup_printf ("%s\n%s", one, other) : g_strdup (other);
}

/* What either of two says of the same value. The one in a round stays: a sheet stands behind it. */
static TvMeasurement *
unite (const TvMeasurement *kept, const TvMeasurement *gone, gint64 student_id)
{
    gboolean takes_gone = kept->round_id == 0 && gone->round_id != 0;
    const TvMeasurement *base = takes_gone ? gone : kept;
    const TvMeasurement *rest = takes_gone ? kept : gone;
    g_autofree char *note = join (base->note, rest->note);
    TvMeasurement values = *base;

    values.student_id = student_id;
    values.note = note;
    if (values.position == TV_POSITION_UNKNOWN)
        values.position = rest->position;
    if (!values.kept_reason)
        values.kept_reason = rest->kept_reason;
    if (!rest->excluded_reason)
        values.excluded_reason = NULL;
    if (values.n_readings == 0) {
        values.readings = rest->readings;
        values.n_readings = rest->n_readings;
    }
    return tv_measurement_new (&values);
}

static TvMeasurement *
move (const TvMeasurement *gone, gint64 student_id)
{
    TvMeasurement values = *gone;

    values.student_id = student_id;
    return tv_measurement_new (&values);
}

static TvDuplicateVisit *
add_visit (GPtrArray *visits, TvMeasurement *measurement, TvMeasurement *planned,
           TvDuplicateFate fate)
{
    TvDuplicateVisit *visit = g_new0 (TvDuplicateVisit, 1);

    visit->measurement = tv_measurement_ref (measurement);
    visit->planned = planned;
    visit->fate = fate;
    g_ptr_array_add (visits, visit);
    return visit;
}

static TvDuplicateVisit *
find_same (GPtrArray *visits, const TvMeasurement *gone)
{
    for (guint i = 0; i < visits->len; i++) {
        TvDuplicateVisit *visit = visits->pdata[i];

        if (visit->fate == TV_DUPLICATE_STAYS && is_same (visit->measurement, gone))
            return visit;
    }
    return NULL;
}

static void
place_visit (GPtrArray *visits, TvMeasurement *gone, gint64 student_id)
{
    TvDuplicateVisit *same = find_same (visits, gone);
    TvMeasurement *united;

    if (!same) {
        add_visit (visits, gone, move (gone, student_id), TV_DUPLICATE_MOVES);
        return;
    }
    united = unite (same->measurement, gone, student_id);
    same->fate = TV_DUPLICATE_ONCE;
    same->gone_id = united->id == gone->id ? same->measurement->id : gone->id;
    tv_measurement_unref (same->planned);
    same->planned = united;
}

static guint
n_values (const TvMeasurement *measurement)
{
    return (measurement->weight_g > 0) + (measurement->height_mm > 0);
}

/* Which of two of one round counts: what has more values, then what stood in the record that stays.
 */
static gboolean
gives_way (const TvDuplicateVisit *one, const TvDuplicateVisit *other)
{
    gboolean has_moved = one->fate == TV_DUPLICATE_MOVES;

    if (has_moved == (other->fate == TV_DUPLICATE_MOVES)
        || one->planned->round_id != other->planned->round_id
        || !tv_measurement_counts (other->planned))
        return FALSE;
    if (n_values (one->planned) != n_values (other->planned))
        return n_values (one->planned) < n_values (other->planned);
    return has_moved;
}

static void
leave_out (TvDuplicateVisit *visit, const char *reason)
{
    TvMeasurement values = *visit->planned;
    TvMeasurement *planned;

    values.excluded_reason = (char *) reason;
    planned = tv_measurement_new (&values);
    tv_measurement_unref (visit->planned);
    visit->planned = planned;
    visit->is_left_out = TRUE;
}

/* A mark such as "absent" gives way to a value of the same round as well. */
static void
count_once (GPtrArray *visits, const char *reason)
{
    for (guint i = 0; i < visits->len; i++) {
        TvDuplicateVisit *visit = visits->pdata[i];
        gboolean is_beaten = FALSE;

        if (visit->planned->round_id == 0 || visit->planned->excluded_reason)
            continue;
        for (guint j = 0; j < visits->len && !is_beaten; j++)
            is_beaten = j != i && gives_way (visit, visits->pdata[j]);
        if (is_beaten)
            leave_out (visit, reason);
    }
}

static gint
by_date (gconstpointer a, gconstpointer b)
{
    const TvDuplicateVisit *one = *(const TvDuplicateVisit *const *) a;
    const TvDuplicateVisit *other = *(const TvDuplicateVisit *const *) b;

    if (one->planned->date != other->planned->date)
        return one->planned->date < other->planned->date ? -1 : 1;
    return (one->planned->id > other->planned->id) - (one->planned->id < other->planned->id);
}

/**
 * tv_duplicate_plan_visits:
 * @student_id: of the record that stays
 * @kept: (element-type TvMeasurement): its measurements
 * @gone: (element-type TvMeasurement): those of the record that goes
 * @reason: why a second measurement of a round does not count
 *
 * Returns: (transfer full) (element-type TvDuplicateVisit): all of both, the earliest first
 */
GPtrArray *
tv_duplicate_plan_visits (gint64 student_id, GPtrArray *kept, GPtrArray *gone, const char *reason)
{
    GPtrArray *visits = g_ptr_array_new_with_free_func (free_visit);

    for (guint i = 0; i < kept->len; i++)
        add_visit (visits, kept->pdata[i], tv_measurement_ref (kept->pdata[i]), TV_DUPLICATE_STAYS);
    for (guint i = 0; i < gone->len; i++)
        place_visit (visits, gone->pdata[i], student_id);
    count_once (visits, reason);
    g_ptr_array_sort (visits, by_date);
    return visits;
}

static gint64
first_day (const TvEnrolment *enrolment)
{
    return enrolment->from == TV_DATE_NONE ? G_MININT64 : enrolment->from;
}

static gint64
last_day (const TvEnrolment *enrolment)
{
    return enrolment->until == TV_DATE_NONE ? G_MAXINT64 : enrolment->until;
}

static gboolean
overlap (const TvEnrolment *one, const TvEnrolment *other)
{
    return one->year_id == other->year_id && first_day (one) <= last_day (other)
           && first_day (other) <= last_day (one);
}

/* One stay in a class that both records tell of. */
static TvEnrolment *
join_stays (const TvEnrolment *kept, const TvEnrolment *gone)
{
    const TvEnrolment *later = last_day (gone) > last_day (kept) ? gone : kept;
    TvEnrolment values = *kept;

    values.from = first_day (gone) < first_day (kept) ? gone->from : kept->from;
    values.until = later->until;
    values.status = later->status;
    if (values.roll_number == 0)
        values.roll_number = gone->roll_number;
    if (!values.other_school)
        values.other_school = gone->other_school;
    return tv_enrolment_new (&values);
}

static void
set_days (TvDuplicatePlace *place, TvDate from, TvDate until)
{
    TvEnrolment values = *place->planned;
    TvEnrolment *planned;

    values.from = from;
    values.until = until;
    planned = tv_enrolment_new (&values);
    tv_enrolment_unref (place->planned);
    place->planned = planned;
}

static TvDuplicatePlace *
add_place (GPtrArray *places, TvEnrolment *planned, gboolean is_kept)
{
    TvDuplicatePlace *place = g_new (TvDuplicatePlace, 1);

    *place = (TvDuplicatePlace){ planned, planned->id, is_kept };
    g_ptr_array_add (places, place);
    return place;
}

static void place_stay (GPtrArray *places, const TvEnrolment *stay);

/* Whoever was in another class for some weeks came back to the first: nobody drops out of a class
 * that the book does not let them leave. */
static void
come_back (GPtrArray *places, const TvDuplicatePlace *first, const TvEnrolment *between)
{
    TvEnrolment values = *first->planned;

    if (last_day (between) >= last_day (first->planned))
        return;
    values.id = 0;
    values.uid = NULL;
    values.from = between->until + 1;
    if (first->is_kept)
        add_place (places, tv_enrolment_new (&values), TRUE);
    else
        place_stay (places, &values);
}

/* The child went from the class that began first into the other; of two that cannot be put one
 * behind the other the one of the record that goes is a slip. */
static void
part_stays (GPtrArray *places, TvDuplicatePlace *kept, TvDuplicatePlace *gone)
{
    TvDuplicatePlace *first = kept, *second = gone;

    if (first_day (gone->planned) < first_day (kept->planned)
        || (first_day (gone->planned) == first_day (kept->planned)
            && last_day (gone->planned) < last_day (kept->planned))) {
        first = gone;
        second = kept;
    }
    if (first_day (second->planned) > first_day (first->planned)) {
        come_back (places, first, second->planned);
        set_days (first, first->planned->from, second->planned->from - 1);
    } else if (last_day (first->planned) < last_day (second->planned)) {
        set_days (second, first->planned->until + 1, second->planned->until);
    } else {
        g_clear_pointer (&gone->planned, tv_enrolment_unref);
    }
}

/* A stay of the record that goes, beside those of the record that stays. */
static void
place_stay (GPtrArray *places, const TvEnrolment *stay)
{
    TvDuplicatePlace *gone = add_place (places, tv_enrolment_new (stay), FALSE);

    for (guint i = 0; i < places->len && gone->planned; i++) {
        TvDuplicatePlace *kept = places->pdata[i];
        TvEnrolment *joined;

        if (!kept->is_kept || !overlap (kept->planned, gone->planned))
            continue;
        if (kept->planned->class_id != gone->planned->class_id) {
            part_stays (places, kept, gone);
            continue;
        }
        joined = join_stays (kept->planned, gone->planned);
        tv_enrolment_unref (kept->planned);
        kept->planned = joined;
        g_clear_pointer (&gone->planned, tv_enrolment_unref);
    }
}

/**
 * tv_duplicate_plan_places:
 * @student_id: of the record that stays
 * @kept: (element-type TvEnrolment): its places in classes
 * @gone: (element-type TvEnrolment): those of the record that goes
 *
 * Returns: (transfer full) (element-type TvDuplicatePlace): all of both, so that no two overlap
 * that did not before
 */
GPtrArray *
tv_duplicate_plan_places (gint64 student_id, GPtrArray *kept, GPtrArray *gone)
{
    GPtrArray *places = g_ptr_array_new_with_free_func (free_place);

    for (guint i = 0; i < kept->len; i++)
        add_place (places, tv_enrolment_ref (kept->pdata[i]), TRUE);
    for (guint i = 0; i < gone->len; i++) {
        TvEnrolment values = *(const TvEnrolment *) gone->pdata[i];

        values.student_id = student_id;
        place_stay (places, &values);
    }
    return places;
}
