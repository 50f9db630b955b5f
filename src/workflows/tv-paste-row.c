/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one pasted line brings for its child: values that are new, that stand already, that replace
 * others, or that no child has; and what would be asked about them. */

#include "workflows/tv-paste-row.h"

#include "exchange/tv-list-value.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

TvPasteRow *
tv_paste_row_new (guint line, const char *name)
{
    TvPasteRow *self = g_new0 (TvPasteRow, 1);

    self->line = line;
    self->name = g_strdup (name);
    self->match.child = TV_PASTE_NOBODY;
    self->remarks = g_ptr_array_new_with_free_func (g_free);
    return self;
}

static void
clear_part (TvPastePart *part)
{
    tv_typed_value_clear (&part->typed);
    g_free (part->text);
    g_free (part->old_text);
    *part = (TvPastePart){ .news = TV_PASTE_NOTHING };
}

void
tv_paste_row_free (TvPasteRow *self)
{
    for (int i = 0; i < TV_PASTE_N_PARTS; i++)
        clear_part (&self->parts[i]);
    tv_paste_match_clear (&self->match);
    g_ptr_array_unref (self->remarks);
    g_free (self->note);
    g_free (self->name);
    g_free (self);
}

/* "15,4 kg" is typed by some into every cell. */
static char *
without_unit (const char *text, TvQuantity quantity)
{
    const char *unit = quantity == TV_QUANTITY_WEIGHT ? "kg" : "cm";
    gsize n = strlen (text);

    if (n > 2 && g_ascii_strcasecmp (text + n - 2, unit) == 0)
        return g_strchomp (g_strndup (text, n - 2));
    return g_strdup (text);
}

static int
value_of (const TvMeasurement *measurement, TvQuantity quantity)
{
    if (!measurement || measurement->state != TV_MEASUREMENT_MEASURED)
        return 0;
    return quantity == TV_QUANTITY_WEIGHT ? measurement->weight_g : measurement->height_mm;
}

/* What stands in the cell, or why nothing does. */
static char *
write_old (const TvMeasuringRow *child, TvQuantity quantity)
{
    const TvMeasurement *current = child ? child->current : NULL;

    if (current && current->state != TV_MEASUREMENT_MEASURED)
        return g_strdup (tv_measurement_state_label (current->state));
    return tv_quantity_text (quantity, value_of (current, quantity));
}

static void
read_value (TvPastePart *part, const TvMeasuringRow *child, TvQuantity quantity, const char *text)
{
    g_autofree char *plain = without_unit (text, quantity);
    int old = value_of (child ? child->current : NULL, quantity);

    part->text = g_strdup (text);
    part->old_text = write_old (child, quantity);
    tv_typed_value_read (&part->typed, quantity, plain);
    if (part->typed.refusal)
        part->news = TV_PASTE_REFUSED;
    else if (old == 0)
        part->news = TV_PASTE_NEW;
    else
        part->news = part->typed.value == old ? TV_PASTE_SAME : TV_PASTE_OTHER;
}

static char *
write_both (const TvMeasurement *measurement)
{
    g_autofree char *weight
        = measurement->weight_g ? tv_quantity_with_unit (TV_QUANTITY_WEIGHT, measurement->weight_g)
                                : NULL;
    g_autofree char *height
        = measurement->height_mm
              ? tv_quantity_with_unit (TV_QUANTITY_HEIGHT, measurement->height_mm)
              : NULL;

    if (weight && height)
        return g_strjoin (" · ", weight, height, NULL);
    return g_strdup (weight ? weight : height ? height : "");
}

static void
read_state (TvPastePart *part, const TvMeasuringRow *child, TvMeasurementState state)
{
    const TvMeasurement *current = child ? child->current : NULL;
    gboolean is_measured = current && current->state == TV_MEASUREMENT_MEASURED
                           && (current->weight_g || current->height_mm);

    part->state = state;
    part->text = g_strdup (tv_measurement_state_label (state));
    if (is_measured)
        part->old_text = write_both (current);
    else
        part->old_text = g_strdup (current && current->state != TV_MEASUREMENT_MEASURED
                                       ? tv_measurement_state_label (current->state)
                                       : "");
    if (current && !is_measured && current->state == state)
        part->news = TV_PASTE_SAME;
    else
        part->news = is_measured ? TV_PASTE_OTHER : TV_PASTE_NEW;
}

/* A state in any of the cells counts where no value stands beside it. */
static void
read_texts (TvPasteRow *self, const TvMeasuringRow *child, const char *const *texts)
{
    TvMeasurementState state = TV_MEASUREMENT_MEASURED;
    gboolean has_value = FALSE, has_state = FALSE;

    for (int i = 0; i < TV_PASTE_N_PARTS; i++) {
        TvMeasurementState found;

        if (!texts[i] || !*texts[i])
            continue;
        if (tv_list_value_not_measured (texts[i], &found)) {
            state = has_state ? state : found;
            has_state = TRUE;
        } else if (i != TV_PASTE_PART_STATE) {
            read_value (&self->parts[i], child, (TvQuantity) i, texts[i]);
            has_value = TRUE;
        }
    }
    if (has_state && !has_value)
        read_state (&self->parts[TV_PASTE_PART_STATE], child, state);
}

/**
 * tv_paste_row_read:
 * @self: a line
 * @child: (nullable): whom it is about
 * @texts: (array fixed-size=3): the cells for weight, height and notes; %NULL where there is none
 * @replaces: whether values are taken for which others stand
 */
void
tv_paste_row_read (TvPasteRow *self, const TvMeasuringRow *child, const char *const *texts,
                   gboolean replaces)
{
    for (int i = 0; i < TV_PASTE_N_PARTS; i++)
        clear_part (&self->parts[i]);
    read_texts (self, child, texts);
    for (int i = 0; i < TV_PASTE_N_PARTS; i++) {
        TvPastePart *part = &self->parts[i];

        part->is_taken
            = child && !self->match.is_unsure
              && (part->news == TV_PASTE_NEW || (part->news == TV_PASTE_OTHER && replaces));
    }
}

gboolean
tv_paste_row_has_news (const TvPasteRow *self, TvPasteNews news)
{
    for (int i = 0; i < TV_PASTE_N_PARTS; i++) {
        if (self->parts[i].news == news)
            return TRUE;
    }
    return FALSE;
}

gboolean
tv_paste_row_is_taken (const TvPasteRow *self)
{
    for (int i = 0; i < TV_PASTE_N_PARTS; i++) {
        if (self->parts[i].is_taken)
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_paste_row_entries:
 * @entries: (out) (array fixed-size=3): what is to be entered for the child, one after another;
 *   they live as long as the line
 *
 * Returns: how many
 */
guint
tv_paste_row_entries (const TvPasteRow *self, TvMeasuringEntry *entries)
{
    guint n = 0;

    for (int i = 0; i < TV_PASTE_N_PARTS; i++) {
        const TvPastePart *part = &self->parts[i];

        if (!part->is_taken)
            continue;
        if (i == TV_PASTE_PART_STATE)
            entries[n++] = (TvMeasuringEntry){ .kind = TV_ENTRY_STATE, .state = part->state };
        else
            tv_measuring_entry_of_value (&entries[n++], (TvQuantity) i, &part->typed, FALSE);
    }
    return n;
}

static void
enter (TvMeasurement **measurement, const TvMeasuringRow *child, const TvSession *session,
       const TvMeasuringEntry *entry)
{
    TvMeasurement *next = tv_measuring_enter (*measurement, session, child->student, entry);

    g_clear_pointer (measurement, tv_measurement_unref);
    *measurement = next;
}

/* What would stand, with the numbers that no child has, so that they are asked about, too. */
static TvMeasurement *
as_pasted (const TvPasteRow *self, const TvMeasuringRow *child, const TvSession *session,
           double *typed)
{
    TvMeasurement *measurement = child->current ? tv_measurement_ref (child->current) : NULL;
    TvMeasuringEntry entries[TV_PASTE_N_PARTS];
    guint n = tv_paste_row_entries (self, entries);

    for (guint i = 0; i < n; i++)
        enter (&measurement, child, session, &entries[i]);
    for (int i = 0; i <= TV_QUANTITY_HEIGHT; i++) {
        const TvTypedValue *value = &self->parts[i].typed;
        TvMeasuringEntry entry;

        typed[i] = NAN;
        if (self->parts[i].news != TV_PASTE_REFUSED || !value->is_out_of_range || value->value <= 0)
            continue;
        typed[i] = value->number;
        tv_measuring_entry_of_value (&entry, (TvQuantity) i, value, FALSE);
        enter (&measurement, child, session, &entry);
    }
    return measurement;
}

static void
remark (TvPasteRow *self, const char *sentence)
{
    if (sentence && *sentence)
        g_ptr_array_add (self->remarks, g_strdup (sentence));
}

/* A block that begins one line too high or too low fits the children next to its own. On a sheet
 * over several classes the last of one is nobody's neighbour in the next, as when one types. */
static void
look_beside (const TvMeasuringSheet *sheet, int child, TvMeasuringCase *case_)
{
    const int rows[TV_DOUBT_N_SIDES] = { child - 1, child + 1 };
    const TvMeasuringRow *own = g_ptr_array_index (sheet->rows, (guint) child);

    for (int i = 0; i < TV_DOUBT_N_SIDES; i++) {
        const TvMeasuringRow *row = rows[i] >= 0 && rows[i] < (int) sheet->rows->len
                                        ? g_ptr_array_index (sheet->rows, (guint) rows[i])
                                        : NULL;

        if (row && row->class_ == own->class_)
            case_->beside[i] = (TvMeasuringBeside){ row->student, row->current, row->previous };
    }
}

/* A question that knows what was meant says more than that no child is so tall. */
static guint
ask (TvPasteRow *self, const TvMeasuringSheet *sheet, const TvMeasuringRow *child,
     const TvSession *session)
{
    double typed[TV_QUANTITY_HEIGHT + 1];
    g_autoptr (TvMeasurement) measurement = NULL;
    g_auto (TvMeasuringFinding) finding = { 0 };
    TvMeasuringCase case_ = { .typed = typed };

    if (!child
        || (!tv_paste_row_is_taken (self) && !tv_paste_row_has_news (self, TV_PASTE_REFUSED)))
        return 0;
    measurement = as_pasted (self, child, session, typed);
    case_.student = child->student;
    case_.measurement = measurement;
    case_.previous = child->previous;
    look_beside (sheet, self->match.child, &case_);
    tv_measuring_assess_case (&case_, &finding);
    for (guint i = 0; i < finding.n_questions; i++)
        remark (self, finding.questions[i].sentence);
    return finding.n_questions;
}

static TvPasteVerdict
weigh (const TvPasteRow *self, const TvMeasuringRow *child, guint n_questions)
{
    gboolean replaces = FALSE, is_taken = tv_paste_row_is_taken (self);

    for (int i = 0; i < TV_PASTE_N_PARTS; i++)
        replaces = replaces || (self->parts[i].is_taken && self->parts[i].news == TV_PASTE_OTHER);
    if (tv_paste_row_has_news (self, TV_PASTE_REFUSED))
        return child ? TV_PASTE_ROW_REFUSED : TV_PASTE_ROW_NOBODY;
    if (!child && (is_taken || tv_paste_row_has_news (self, TV_PASTE_NEW)))
        return TV_PASTE_ROW_NOBODY;
    if (is_taken && n_questions > 0)
        return TV_PASTE_ROW_QUESTION;
    if (is_taken)
        return replaces ? TV_PASTE_ROW_REPLACES : TV_PASTE_ROW_ENTERED;
    if (tv_paste_row_has_news (self, TV_PASTE_NEW))
        return TV_PASTE_ROW_NOT_TAKEN;
    if (tv_paste_row_has_news (self, TV_PASTE_OTHER))
        return TV_PASTE_ROW_KEPT;
    return tv_paste_row_has_news (self, TV_PASTE_SAME) ? TV_PASTE_ROW_SAME : TV_PASTE_ROW_EMPTY;
}

/**
 * tv_paste_row_judge:
 * @self: a line that was read
 * @sheet: the class it is pasted into
 * @session: that the values would belong to
 *
 * Says what becomes of the line as it is ticked now.
 */
void
tv_paste_row_judge (TvPasteRow *self, const TvMeasuringSheet *sheet, const TvSession *session)
{
    const TvMeasuringRow *child
        = self->match.child < 0 ? NULL : g_ptr_array_index (sheet->rows, (guint) self->match.child);
    guint n_questions;

    g_ptr_array_set_size (self->remarks, 0);
    remark (self, self->note);
    n_questions = ask (self, sheet, child, session);
    self->verdict = weigh (self, child, n_questions);
    if (self->verdict != TV_PASTE_ROW_EMPTY)
        remark (self, self->match.remark);
    for (int i = 0; i < TV_PASTE_N_PARTS && n_questions == 0; i++)
        remark (self, self->parts[i].typed.refusal);
}
