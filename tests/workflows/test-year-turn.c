/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A school year turns in practice schools of every level: children go up, stay down and leave, the
 * rounds before keep every figure, and one step back makes all as it was. */

#include "tv-test-book.h"

#include "store/tv-store-enrolments.h"
#include "store/tv-store-history.h"
#include "store/tv-store-people.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-import.h"
#include "workflows/tv-rate-history.h"
#include "workflows/tv-roster.h"
#include "workflows/tv-year-turn.h"

#include <string.h>

/* The practice school is made in November and turns in June. */
static TvTestBook *
book_new (TvLevel level, guint n_students)
{
    TvTestBook *book = g_new0 (TvTestBook, 1);
    const TvDemoOptions options = { .n_students = n_students, .seed = 5, .level = level };
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 20));
    g_autoptr (GError) error = NULL;

    book->folder = tv_test_folder_new ();
    book->store = tv_demo_create (book->folder, &options, clock, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    book->clock = tv_clock_new_fixed (tv_date_from_ymd (2027, 6, 10));
    tv_test_book_reopen (book);
    return book;
}

static void
go_to_day (TvTestBook *book, TvDate day)
{
    /* What the book tells of its last change may still hold it. */
    tv_store_close (book->store);
    tv_clock_unref (book->clock);
    book->clock = tv_clock_new_fixed (day);
    tv_test_book_reopen (book);
}

static TvYearTurn *
begin (TvTestBook *book)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvYearProposal) proposal = tv_year_proposal_read (book->store, 0, &error);

    g_assert_no_error (error);
    return tv_year_turn_new (proposal);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
    *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
write_turn (TvTestBook *book, TvYearTurn *turn, GCancellable *cancellable, TvYearTurned *turned,
            GError **error)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autofree char *fault = tv_year_turn_find_fault (turn);

    g_assert_null (fault);
    tv_year_turn_write_async (turn, book->store, cancellable, keep_result, &result);
    while (!result)
        g_main_context_iteration (NULL, TRUE);
    return tv_year_turn_write_finish (book->store, result, turned, error);
}

static TvYearTurned
turn_over (TvTestBook *book, TvYearTurn *turn)
{
    TvYearTurned turned = { 0 };
    g_autoptr (GError) error = NULL;

    write_turn (book, turn, NULL, &turned, &error);
    g_assert_no_error (error);
    return turned;
}

static TvYearChild *
child_of (TvYearTurn *turn, guint class_index, guint number)
{
    TvYearProposal *proposal = tv_year_turn_get_proposal (turn);

    for (guint i = 0; i < proposal->children->len; i++) {
        TvYearChild *child = g_ptr_array_index (proposal->children, i);

        if (child->class_index == class_index && number-- == 0)
            return child;
    }
    g_assert_not_reached ();
}

static void
write_lines (GString *text, const TvRates *rates)
{
    g_string_append_printf (text, "%s %u/%u/%u/%u\n", rates->round->code, rates->n_enrolled,
                            rates->n_measured, rates->n_half_measured, rates->n_population);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        g_string_append_printf (text, "%s %s %u/%u %.4f %.4f %.4f %d\n", line->indicator->code,
                                line->group_code, line->rate.n_cases, line->rate.n,
                                line->rate.percent, line->rate.lower, line->rate.upper,
                                line->judgement.verdict);
    }
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        g_string_append_printf (text, "%s %s %d\n", child->uid, child->class_name, child->left_out);
    }
}

/* Every figure of every round. */
static char *
write_rates (TvTestBook *book)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRateHistory) history = tv_rate_history_read (book->store, &error);
    GString *text = g_string_new (NULL);

    g_assert_no_error (error);
    for (guint i = 0; i < history->rounds->len; i++) {
        const TvRateRound *round = g_ptr_array_index (history->rounds, i);
        TvRatesQuery query = { .round_code = round->round->code,
                               .population = TV_POPULATION_BY_SCHOOL,
                               .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                               .split = TV_SPLIT_EVERY };
        g_autoptr (TvRates) rates = tv_rates_work_out (book->store, &query, &error);

        g_assert_no_error (error);
        write_lines (text, rates);
    }
    return g_string_free (text, FALSE);
}

static guint
count_children (TvYearTurn *turn, TvYearFate fate)
{
    TvYearProposal *proposal = tv_year_turn_get_proposal (turn);
    guint n = 0;

    for (guint i = 0; i < proposal->children->len; i++)
        n += tv_year_turn_get_child (turn, g_ptr_array_index (proposal->children, i)) == fate;
    return n;
}

/* In the new year each class counts from one, by given name. */
static void
assert_rolls (TvTestBook *book, gint64 year_id)
{
    g_autoptr (TvRoster) roster = tv_roster_load (book->store, year_id, NULL);
    const TvRosterEntry *last = NULL;

    g_assert_cmpuint (roster->entries->len, >, 0);
    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);
        gboolean is_first = !last || last->class_->id != entry->class_->id;

        g_assert_cmpint (entry->enrolment->roll_number, ==,
                         is_first ? 1 : last->enrolment->roll_number + 1);
        if (!is_first)
            g_assert_cmpint (strcmp (last->sort_key, entry->sort_key), <=, 0);
        g_assert_true (entry->is_here);
        last = entry;
    }
}

static void
test_level (gconstpointer data)
{
    TvLevel level = GPOINTER_TO_INT (data);
    g_autoptr (TvTestBook) book = book_new (level, 260);
    g_autofree char *dump = tv_test_book_dump (book), *rates = write_rates (book);
    g_autofree char *rates_after = NULL, *rates_in_autumn = NULL, *dump_after = NULL;
    g_autoptr (TvYearTurn) turn = begin (book), again = NULL;
    TvYearProposal *proposal = tv_year_turn_get_proposal (turn);
    TvYearTurned turned;
    guint n_waiting;

    g_assert_cmpint (proposal->first_year, ==, 2026);
    g_assert_cmpuint (proposal->n_placed, ==, 0);
    n_waiting = count_children (turn, TV_YEAR_WAITS);
    g_assert_cmpint (n_waiting > 0, ==, level == TV_LEVEL_WARD);
    g_assert_cmpint (count_children (turn, TV_YEAR_FINISHES) > 0, ==, level != TV_LEVEL_WARD);
    turned = turn_over (book, turn);
    g_assert_cmpuint (turned.n_gone_on, ==, count_children (turn, TV_YEAR_GOES_ON));
    g_assert_cmpuint (turned.n_gone_on + turned.n_left + n_waiting, ==, proposal->children->len);
    assert_rolls (book, turned.year_id);
    rates_after = write_rates (book);
    g_assert_cmpstr (rates_after, ==, rates);
    go_to_day (book, tv_date_from_ymd (2027, 9, 20));
    rates_in_autumn = write_rates (book);
    g_assert_cmpstr (rates_in_autumn, ==, rates);
    again = begin (book);
    /* Nobody is offered a second time; in a ward the rest still waits. */
    g_assert_cmpint (tv_year_turn_get_proposal (again)->first_year, ==, 2026);
    g_assert_cmpuint (tv_year_turn_get_proposal (again)->children->len, ==, n_waiting);
    g_assert_cmpuint (tv_year_turn_get_proposal (again)->n_placed, ==, turned.n_gone_on);
    g_assert_cmpint (tv_test_book_undo_last (book, NULL), >, 0);
    dump_after = tv_test_book_dump (book);
    g_assert_cmpstr (dump_after, ==, dump);
}

static const TvRosterEntry *
find_entry (TvRoster *roster, const TvYearChild *child)
{
    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (entry->student->id == child->student->id)
            return entry;
    }
    return NULL;
}

static void
assert_left (TvTestBook *book, const TvYearChild *child, TvEnrolmentStatus status, TvDate until)
{
    g_autoptr (TvRoster) old = tv_roster_load (book->store, child->enrolment->year_id, NULL);
    const TvRosterEntry *entry = find_entry (old, child);

    g_assert_cmpint (entry->enrolment->status, ==, status);
    g_assert_cmpint (entry->enrolment->until, ==, until);
    /* Whoever finished school is listed in the last class, as no longer there. */
    g_assert_cmpint (entry->is_here, ==, status == TV_ENROLMENT_STUDYING);
    g_assert_nonnull (entry->gone);
}

static void
test_single_children (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_PRIMARY, 400);
    g_autoptr (TvYearTurn) turn = begin (book);
    TvYearProposal *proposal = tv_year_turn_get_proposal (turn);
    const TvClass *first = ((TvYearClass *) proposal->classes->pdata[0])->class_;
    TvYearChild *stays = child_of (turn, 0, 0), *moves = child_of (turn, 0, 1);
    TvYearChild *stops = child_of (turn, 0, 2), *waits = child_of (turn, 0, 3);
    TvYearChild *graduate = child_of (turn, proposal->classes->len - 1, 0);
    TvDate day = tv_date_from_ymd (2027, 6, 5);
    g_autoptr (TvRoster) roster = NULL, old = NULL;
    const TvRosterClass *last_class;
    const TvRosterEntry *entry;
    TvYearTurned turned;

    tv_year_turn_set_child (turn, stays, TV_YEAR_STAYS_DOWN);
    tv_year_turn_set_child (turn, moves, TV_YEAR_MOVES_AWAY);
    tv_year_turn_set_child (turn, stops, TV_YEAR_STOPS);
    tv_year_turn_set_child (turn, waits, TV_YEAR_WAITS);
    tv_year_turn_set_class (turn, 1, TV_YEAR_GOES_ON, "  2A9 ");
    tv_year_turn_set_last_day (turn, day);
    turned = turn_over (book, turn);
    g_assert_cmpuint (turned.n_stayed_down, ==, 1);
    roster = tv_roster_load (book->store, turned.year_id, NULL);
    entry = find_entry (roster, stays);
    g_assert_cmpstr (entry->class_->name, ==, first->name);
    g_assert_cmpint (entry->class_->grade, ==, 1);
    g_assert_null (find_entry (roster, moves));
    g_assert_null (find_entry (roster, stops));
    g_assert_null (find_entry (roster, waits));
    g_assert_null (find_entry (roster, graduate));
    entry = find_entry (roster, child_of (turn, 1, 0));
    g_assert_cmpstr (entry->class_->name, ==, "2A9");
    g_assert_cmpint (entry->class_->grade, ==, 2);
    assert_left (book, moves, TV_ENROLMENT_MOVED_AWAY, day);
    assert_left (book, stops, TV_ENROLMENT_STOPPED, day);
    assert_left (book, graduate, TV_ENROLMENT_STUDYING, day);
    old = tv_roster_load (book->store, graduate->enrolment->year_id, NULL);
    last_class = g_ptr_array_index (old->classes, old->classes->len - 1);
    g_assert_cmpint (last_class->class_->id, ==, graduate->enrolment->class_id);
    g_assert_cmpuint (last_class->n_students, >, 10);
}

/* Whoever has no place yet is offered later, and joins a class behind those who are in it. */
static void
test_half_turned (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_PRIMARY, 200);
    g_autoptr (TvYearTurn) turn = begin (book), rest = NULL;
    TvYearChild *late = child_of (turn, 0, 0);
    g_autoptr (TvRoster) roster = NULL;
    g_autofree char *fault = NULL;
    TvYearTurned turned;

    tv_year_turn_set_child (turn, late, TV_YEAR_WAITS);
    turned = turn_over (book, turn);
    rest = begin (book);
    g_assert_cmpuint (tv_year_turn_get_proposal (rest)->children->len, ==, 1);
    g_assert_cmpuint (tv_year_turn_get_proposal (rest)->n_placed, ==, turned.n_gone_on);
    g_assert_cmpuint (tv_year_turn_get_proposal (rest)->next_classes->len, ==,
                      turned.n_classes_new);
    turned = turn_over (book, rest);
    g_assert_cmpuint (turned.n_classes_new, ==, 0);
    roster = tv_roster_load (book->store, turned.year_id, NULL);
    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (entry->class_->id == find_entry (roster, late)->class_->id)
            g_assert_cmpint (entry->enrolment->roll_number, <=,
                             find_entry (roster, late)->enrolment->roll_number);
    }
    tv_year_turn_free (g_steal_pointer (&rest));
    rest = begin (book);
    fault = tv_year_turn_find_fault (rest);
    g_assert_nonnull (fault);
}

static void
write_line (GString *text, const char *name, TvDate birth_date, TvSex sex, const char *class_name)
{
    g_autofree char *day = tv_date_to_text (birth_date);

    g_string_append_printf (text, "%s,%s,%s,%s\n", name, day, sex == TV_SEX_MALE ? "Nam" : "Nữ",
                            class_name);
}

/* The list of the new year holds children of the book beside newcomers: nobody is made twice. */
static void
test_newcomers (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_PRIMARY, 120);
    g_autoptr (TvYearTurn) turn = begin (book);
    TvYearTurned turned = turn_over (book, turn);
    gint64 n_before = tv_test_book_count (book, "student");
    const TvStudent *known = child_of (turn, 0, 0)->student;
    g_autofree char *path = g_build_filename (book->folder, "list.csv", NULL);
    g_autoptr (GString) text = g_string_new ("Họ và tên,Ngày sinh,Giới tính,Lớp\n");
    TvImportOptions options = TV_IMPORT_OPTIONS_INIT;
    g_autoptr (TvImportPlan) plan = NULL;
    g_autoptr (TvRoster) roster = NULL;
    g_autoptr (GError) error = NULL;
    TvImportCounts counts, written;

    write_line (text, known->name, known->birth_date, known->sex, "2A1");
    write_line (text, "Nguyễn Tân Sinh", tv_date_from_ymd (2021, 3, 4), TV_SEX_MALE, "1A1");
    g_assert_true (g_file_set_contents (path, text->str, -1, &error));
    options.first_year = 2027;
    plan = tv_import_plan_read (book->store, path, &options, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tv_import_plan_first_year (plan), ==, 2027);
    tv_import_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_students_new, ==, 1);
    g_assert_true (tv_import_plan_apply (plan, &written, &error));
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, n_before + 1);
    roster = tv_roster_load (book->store, turned.year_id, NULL);
    g_assert_cmpuint (roster->entries->len, ==, turned.n_gone_on + 1);
}

static gboolean
add_teacher_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvPerson person = { .name = "Cô Lan",
                        .role = TV_ROLE_TEACHER,
                        .class_id = *(gint64 *) input,
                        .until = TV_DATE_NONE,
                        .is_active = TRUE };

    return tv_store_put_person (change, &person, error) != 0;
}

static gpointer
find_teacher_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                 GError **error)
{
    g_autoptr (GPtrArray) people = tv_store_list_people (connection, error);

    for (guint i = 0; people && i < people->len; i++) {
        TvPerson *person = g_ptr_array_index (people, i);

        if (person->role == TV_ROLE_TEACHER)
            return tv_person_ref (person);
    }
    return NULL;
}

static gboolean
retire_teacher_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                   GError **error)
{
    g_autoptr (TvPerson) standing
        = find_teacher_cb (tv_change_connection (change), NULL, NULL, error);
    TvPerson values = *standing;

    values.name = "Cô Mai";
    values.until = tv_date_from_ymd (2027, 7, 1);
    return tv_store_put_person (change, &values, error) != 0;
}

static gboolean
number_anew_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvEnrolment values = *(TvEnrolment *) input;

    values.roll_number = 99;
    return tv_store_put_enrolment (change, &values, error) != 0;
}

static gpointer
get_enrolment_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                  GError **error)
{
    return tv_store_get_enrolment (connection, *(gint64 *) input, error);
}

/* What somebody else writes while the plan is looked at is not taken back by it. */
static void
test_changed_meanwhile (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_LOWER_SECONDARY, 200);
    g_autoptr (TvYearTurn) first = begin (book), turn = NULL;
    TvClass *class_
        = ((TvYearClass *) tv_year_turn_get_proposal (first)->classes->pdata[0])->class_;
    g_autoptr (TvPerson) teacher = NULL;
    g_autoptr (TvEnrolment) ended = NULL;
    TvYearChild *leaver;

    tv_test_book_write (book, "add-person", add_teacher_cb, &class_->id);
    turn = begin (book);
    leaver = child_of (turn, 0, 0);
    tv_year_turn_set_child (turn, leaver, TV_YEAR_MOVES_AWAY);
    tv_test_book_write (book, "edit-person", retire_teacher_cb, NULL);
    tv_test_book_write (book, "renumber-class", number_anew_cb, leaver->enrolment);
    g_assert_cmpuint (turn_over (book, turn).n_teachers, ==, 1);
    teacher = tv_store_read (book->store, find_teacher_cb, NULL, NULL);
    ended = tv_store_read (book->store, get_enrolment_cb, &leaver->enrolment->id, NULL);
    g_assert_cmpstr (teacher->name, ==, "Cô Mai");
    g_assert_cmpint (teacher->until, ==, tv_date_from_ymd (2027, 7, 1));
    g_assert_cmpint (teacher->class_id, !=, class_->id);
    g_assert_cmpint (ended->roll_number, ==, 99);
    g_assert_cmpint (ended->status, ==, TV_ENROLMENT_MOVED_AWAY);
}

static gboolean
come_late_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    TvEnrolment values = *(TvEnrolment *) input;

    values.from = tv_date_from_ymd (2027, 6, 7);
    return tv_store_put_enrolment (change, &values, error) != 0;
}

/* Nobody leaves before having come. */
static void
test_late_leaver (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_PRIMARY, 120);
    g_autoptr (TvYearTurn) first = begin (book), turn = NULL;
    g_autofree char *fault = NULL;
    g_autofree char *later_fault = NULL;

    tv_test_book_write (book, "come-back", come_late_cb, child_of (first, 0, 0)->enrolment);
    turn = begin (book);
    tv_year_turn_set_last_day (turn, tv_date_from_ymd (2027, 5, 31));
    fault = tv_year_turn_find_fault (turn);
    g_assert_null (fault);
    for (guint i = 0; i < tv_year_turn_get_proposal (turn)->children->len; i++) {
        TvYearChild *child = tv_year_turn_get_proposal (turn)->children->pdata[i];

        if (child->enrolment->from == tv_date_from_ymd (2027, 6, 7))
            tv_year_turn_set_child (turn, child, TV_YEAR_MOVES_AWAY);
    }
    fault = tv_year_turn_find_fault (turn);
    g_assert_nonnull (strstr (fault, "07/06/2027"));
    tv_year_turn_set_last_day (turn, tv_date_from_ymd (2027, 6, 7));
    later_fault = tv_year_turn_find_fault (turn);
    g_assert_null (later_fault);
}

/* A class teacher sees the children of the own class further, or nothing new at all. */
static void
test_teachers (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_LOWER_SECONDARY, 200);
    g_autoptr (TvYearTurn) turn = begin (book), with_teacher = NULL;
    TvClass *class_ = ((TvYearClass *) tv_year_turn_get_proposal (turn)->classes->pdata[0])->class_;
    TvYearChild *child = child_of (turn, 0, 0);
    g_autoptr (TvPerson) before = NULL, after = NULL;
    g_autoptr (TvRoster) roster = NULL;
    TvYearTurned turned;

    tv_test_book_write (book, "add-person", add_teacher_cb, &class_->id);
    with_teacher = begin (book);
    g_assert_cmpuint (tv_year_turn_get_proposal (with_teacher)->teachers->len, ==, 1);
    tv_year_turn_set_teachers_follow (with_teacher, FALSE);
    turned = turn_over (book, with_teacher);
    g_assert_cmpuint (turned.n_teachers, ==, 0);
    before = tv_store_read (book->store, find_teacher_cb, NULL, NULL);
    g_assert_cmpint (before->class_id, ==, class_->id);
    g_assert_cmpint (tv_test_book_undo_last (book, NULL), >, 0);
    tv_year_turn_set_teachers_follow (with_teacher, TRUE);
    turned = turn_over (book, with_teacher);
    g_assert_cmpuint (turned.n_teachers, ==, 1);
    after = tv_store_read (book->store, find_teacher_cb, NULL, NULL);
    roster = tv_roster_load (book->store, turned.year_id, NULL);
    g_assert_cmpint (after->class_id, ==, find_entry (roster, child)->class_->id);
}

static void
assert_fault (TvYearTurn *turn, TvDate day, gboolean is_expected)
{
    g_autofree char *fault = NULL;

    tv_year_turn_set_last_day (turn, day);
    fault = tv_year_turn_find_fault (turn);
    g_assert_cmpint (fault != NULL, ==, is_expected);
}

static void
test_faults (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_PRIMARY, 120);
    g_autoptr (TvYearTurn) turn = begin (book);
    TvYearProposal *proposal = tv_year_turn_get_proposal (turn);
    g_autofree char *dump = tv_test_book_dump (book), *dump_after = NULL, *fault = NULL;
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL, stale_error = NULL;
    TvYearTurned turned;

    assert_fault (turn, TV_DATE_NONE, TRUE);
    assert_fault (turn, proposal->first_end - 1, TRUE);
    assert_fault (turn, proposal->first_end, FALSE);
    assert_fault (turn, tv_date_from_ymd (2027, 8, 1), TRUE);
    assert_fault (turn, tv_date_from_ymd (2026, 7, 31), TRUE);
    assert_fault (turn, tv_date_from_ymd (2027, 5, 31), FALSE);
    tv_year_turn_set_class (turn, 0, TV_YEAR_GOES_ON, "  ");
    fault = tv_year_turn_find_fault (turn);
    g_assert_nonnull (fault);
    tv_year_turn_set_class (turn, 0, TV_YEAR_GOES_ON, "2A1");
    /* Cancelled: nothing is written. */
    g_cancellable_cancel (cancellable);
    g_assert_false (write_turn (book, turn, cancellable, &turned, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    dump_after = tv_test_book_dump (book);
    g_assert_cmpstr (dump_after, ==, dump);
    /* A plan that was written already does not fit the book any more. */
    turn_over (book, turn);
    g_assert_false (write_turn (book, turn, NULL, &turned, &stale_error));
    g_assert_error (stale_error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

/* With -m perf: how long a large school takes. */
static void
test_large (void)
{
    g_autoptr (TvTestBook) book = book_new (TV_LEVEL_PRIMARY, 3000);
    g_autoptr (TvYearTurn) turn = NULL;
    TvYearTurned turned;

    g_test_timer_start ();
    turn = begin (book);
    g_test_message ("read in %.0f ms", g_test_timer_elapsed () * 1000);
    g_test_timer_start ();
    turned = turn_over (book, turn);
    g_test_message ("%u places written in %.0f ms", turned.n_gone_on + turned.n_left,
                    g_test_timer_elapsed () * 1000);
    g_test_timer_start ();
    g_assert_cmpint (tv_test_book_undo_last (book, NULL), >, 0);
    g_test_message ("taken back in %.0f ms", g_test_timer_elapsed () * 1000);
}

static void
test_due (void)
{
    g_autoptr (GPtrArray) years
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_school_year_unref);

    g_assert_false (tv_year_is_due (years, tv_date_from_ymd (2027, 8, 1)));
    g_ptr_array_add (years, tv_school_year_new (&(TvSchoolYear){ .first_year = 2026 }));
    g_assert_false (tv_year_is_due (years, tv_date_from_ymd (2027, 7, 31)));
    g_assert_true (tv_year_is_due (years, tv_date_from_ymd (2027, 8, 1)));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/year-turn/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN),
                          test_level);
    g_test_add_data_func ("/year-turn/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_level);
    g_test_add_data_func ("/year-turn/lower-secondary", GINT_TO_POINTER (TV_LEVEL_LOWER_SECONDARY),
                          test_level);
    g_test_add_data_func ("/year-turn/upper-secondary", GINT_TO_POINTER (TV_LEVEL_UPPER_SECONDARY),
                          test_level);
    g_test_add_data_func ("/year-turn/ward", GINT_TO_POINTER (TV_LEVEL_WARD), test_level);
    g_test_add_func ("/year-turn/single-children", test_single_children);
    g_test_add_func ("/year-turn/half-turned", test_half_turned);
    g_test_add_func ("/year-turn/newcomers", test_newcomers);
    g_test_add_func ("/year-turn/teachers", test_teachers);
    g_test_add_func ("/year-turn/changed-meanwhile", test_changed_meanwhile);
    g_test_add_func ("/year-turn/late-leaver", test_late_leaver);
    g_test_add_func ("/year-turn/faults", test_faults);
    g_test_add_func ("/year-turn/due", test_due);
    if (g_test_perf ())
        g_test_add_func ("/year-turn/large", test_large);
    return g_test_run ();
}
