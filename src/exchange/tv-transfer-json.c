/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a child's record from the text of a file. Whoever wrote the text, each value is held to
 * what the program itself could have written: kind, length, range. What is not named here is
 * passed over, so that an older program reads what a newer one adds without a new version. */

#include "exchange/tv-transfer.h"

#include "base/tv-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define VERSION 1
#define MAX_DEPTH 8
#define MAX_LINE 400
#define MAX_NOTE 20000
#define MAX_PLACES 200
#define MAX_VISITS 5000
#define MAX_READINGS 50

/* What is read, and whether anything in it could not be. */
typedef struct {
    gboolean is_bad;
    GHashTable *uids;
} Reading;

/* The parser of JSON calls itself for each bracket, and knows other quotes and comments than JSON
 * has, in which brackets could be hidden: nothing of that passes. */
static gboolean
is_shallow (const char *text, gsize size)
{
    gboolean is_quoted = FALSE;
    guint depth = 0;

    for (gsize i = 0; i < size; i++) {
        char c = text[i];

        if (is_quoted && c == '\\')
            i++;
        else if (c == '"')
            is_quoted = !is_quoted;
        else if (is_quoted)
            continue;
        else if (c == '{' || c == '[')
            depth++;
        else if (c == '}' || c == ']')
            depth -= depth > 0;
        else if (!g_ascii_isspace (c) && !g_ascii_isalnum (c) && !strchr (":,+-.", c))
            return FALSE;
        if (depth > MAX_DEPTH)
            return FALSE;
    }
    return TRUE;
}

static const char *
find_text (Reading *reading, JsonObject *from, const char *name, glong max_chars)
{
    JsonNode *node = json_object_get_member (from, name);
    const char *text;

    if (!node || JSON_NODE_HOLDS_NULL (node))
        return NULL;
    text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
               ? json_node_get_string (node)
               : NULL;
    if (text && g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= max_chars)
        return text;
    reading->is_bad = TRUE;
    return NULL;
}

static char *
read_line (Reading *reading, JsonObject *from, const char *name)
{
    const char *text = find_text (reading, from, name, MAX_LINE);
    g_autofree char *clean = text ? tv_text_clean (text) : NULL;

    return clean && *clean ? g_steal_pointer (&clean) : NULL;
}

/* Lines stay lines; what else controls a terminal or a page goes. */
static char *
read_note (Reading *reading, JsonObject *from, const char *name)
{
    const char *text = find_text (reading, from, name, MAX_NOTE);
    GString *clean = text ? g_string_new (NULL) : NULL;

    for (const char *p = text; p && *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (c == '\n' || !g_unichar_iscntrl (c))
            g_string_append_unichar (clean, c);
    }
    return clean ? g_string_free (clean, FALSE) : NULL;
}

static gint64
read_number (Reading *reading, JsonObject *from, const char *name, gint64 min, gint64 max)
{
    JsonNode *node = json_object_get_member (from, name);
    gint64 number = 0;

    if (node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
        number = json_node_get_int (node);
    else
        reading->is_bad = TRUE;
    if (number < min || number > max)
        reading->is_bad = TRUE;
    return number;
}

static gboolean
read_fact (Reading *reading, JsonObject *from, const char *name)
{
    JsonNode *node = json_object_get_member (from, name);

    if (!node)
        return FALSE;
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return json_node_get_boolean (node);
    reading->is_bad = TRUE;
    return FALSE;
}

static TvDate
read_date (Reading *reading, JsonObject *from, const char *name)
{
    const char *text = find_text (reading, from, name, TV_DATE_TEXT_SIZE);
    TvDate date = text ? tv_date_parse_iso (text) : TV_DATE_NONE;

    if (text
        && (date == TV_DATE_NONE || date < tv_date_from_ymd (1950, 1, 1)
            || date > tv_date_from_ymd (2150, 1, 1)))
        reading->is_bad = TRUE;
    return date;
}

/* A uid becomes a record's name in this book: it is one, and no two records have it. */
static char *
read_uid (Reading *reading, JsonObject *from)
{
    const char *text = find_text (reading, from, "uid", MAX_LINE);

    if (text && strlen (text) == 36 && strspn (text, "0123456789abcdef-") == 36
        && g_uuid_string_is_valid (text) && g_hash_table_add (reading->uids, g_strdup (text)))
        return g_strdup (text);
    reading->is_bad = TRUE;
    return NULL;
}

static TvStudent *
read_student (Reading *reading, JsonObject *from)
{
    const char *sex = find_text (reading, from, "sex", MAX_LINE);
    g_autofree char *uid = read_uid (reading, from);
    g_autofree char *name = read_line (reading, from, "name");
    g_autofree char *sort_name = read_line (reading, from, "sort_name");
    g_autofree char *personal_number = read_line (reading, from, "personal_number");
    g_autofree char *ministry_code = read_line (reading, from, "ministry_code");
    g_autofree char *ethnic_group = read_line (reading, from, "ethnic_group");
    g_autofree char *guardian_name = read_line (reading, from, "guardian_name");
    g_autofree char *guardian_phone = read_line (reading, from, "guardian_phone");
    g_autofree char *notes = read_note (reading, from, "notes");
    TvStudent values = { .uid = uid,
                         .name = name,
                         .sort_name = sort_name,
                         .birth_date = read_date (reading, from, "birth_date"),
                         .personal_number = personal_number,
                         .ministry_code = ministry_code,
                         .ethnic_group = ethnic_group,
                         .guardian_name = guardian_name,
                         .guardian_phone = guardian_phone,
                         .notes = notes };

    if (!name || (sex && !tv_sex_parse (sex, &values.sex)))
        reading->is_bad = TRUE;
    return tv_student_new (&values);
}

static void
read_place (Reading *reading, JsonObject *from, TvTransfer *to)
{
    const char *status = find_text (reading, from, "status", MAX_LINE);
    TvTransferPlace *place = tv_transfer_add_place (to);

    place->first_year = (int) read_number (reading, from, "year", 1950, 2150);
    place->class_name = read_line (reading, from, "class");
    place->grade = (int) read_number (reading, from, "grade", -1, 12);
    place->from = read_date (reading, from, "from");
    place->until = read_date (reading, from, "until");
    place->other_school = read_line (reading, from, "other_school");
    if (!place->class_name || !status || !tv_enrolment_status_parse (status, &place->status))
        reading->is_bad = TRUE;
}

static gboolean
is_value (TvQuantity quantity, gint64 value)
{
    return quantity == TV_QUANTITY_WEIGHT ? value >= TV_WEIGHT_MIN_G && value <= TV_WEIGHT_MAX_G
                                          : value >= TV_HEIGHT_MIN_MM && value <= TV_HEIGHT_MAX_MM;
}

/* A scale may have shown anything, an adult with a child in the arms too. */
static void
read_reading (Reading *reading, JsonObject *from, GArray *to)
{
    gboolean is_weight = json_object_has_member (from, "weight_g");
    TvReading value = { .quantity = is_weight ? TV_QUANTITY_WEIGHT : TV_QUANTITY_HEIGHT };

    value.value = (int) read_number (reading, from, is_weight ? "weight_g" : "height_mm",
                                     is_weight ? -TV_WEIGHT_MAX_G : 0, 2 * TV_WEIGHT_MAX_G);
    g_array_append_val (to, value);
}

/* The objects of an array, each handed to what reads it. */
static JsonArray *
find_array (Reading *reading, JsonObject *from, const char *name, guint max_length)
{
    JsonNode *node = json_object_get_member (from, name);
    JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

    if (!array || json_array_get_length (array) > max_length) {
        reading->is_bad = TRUE;
        return NULL;
    }
    for (guint i = 0; i < json_array_get_length (array); i++) {
        if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i))) {
            reading->is_bad = TRUE;
            return NULL;
        }
    }
    return array;
}

static void
check_measurement (Reading *reading, const TvMeasurement *measurement)
{
    if (measurement->date == TV_DATE_NONE
        || (measurement->weight_g != 0 && !is_value (TV_QUANTITY_WEIGHT, measurement->weight_g))
        || (measurement->height_mm != 0 && !is_value (TV_QUANTITY_HEIGHT, measurement->height_mm)))
        reading->is_bad = TRUE;
}

static TvMeasurement *
read_measurement (Reading *reading, JsonObject *from)
{
    const char *state = find_text (reading, from, "state", MAX_LINE);
    const char *position = find_text (reading, from, "position", MAX_LINE);
    JsonArray *array = find_array (reading, from, "readings", MAX_READINGS);
    g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (TvReading));
    g_autofree char *uid = read_uid (reading, from);
    g_autofree char *excluded = read_note (reading, from, "excluded_reason");
    g_autofree char *kept = read_note (reading, from, "kept_reason");
    g_autofree char *note = read_note (reading, from, "note");
    TvMeasurement values
        = { .uid = uid,
            .date = read_date (reading, from, "date"),
            .weight_g = (int) read_number (reading, from, "weight_g", 0, TV_WEIGHT_MAX_G),
            .height_mm = (int) read_number (reading, from, "height_mm", 0, TV_HEIGHT_MAX_MM),
            .has_oedema = read_fact (reading, from, "oedema"),
            .excluded_reason = excluded,
            .kept_reason = kept,
            .note = note };

    if (!state || !tv_measurement_state_parse (state, &values.state)
        || (position && !tv_position_parse (position, &values.position)))
        reading->is_bad = TRUE;
    for (guint i = 0; array && i < json_array_get_length (array); i++)
        read_reading (reading, json_array_get_object_element (array, i), readings);
    values.readings = (TvReading *) (gpointer) readings->data;
    values.n_readings = readings->len;
    check_measurement (reading, &values);
    return tv_measurement_new (&values);
}

static void
read_visit (Reading *reading, JsonObject *from, TvTransfer *to)
{
    const char *clothing = find_text (reading, from, "clothing", MAX_LINE);
    g_autoptr (TvMeasurement) measurement = read_measurement (reading, from);
    TvTransferVisit *visit = tv_transfer_add_visit (to, measurement);

    visit->round_name = read_line (reading, from, "round");
    visit->class_name = read_line (reading, from, "class");
    visit->is_scale_checked = read_fact (reading, from, "scale_checked");
    visit->is_board_checked = read_fact (reading, from, "board_checked");
    if (clothing && !tv_clothing_parse (clothing, &visit->clothing))
        reading->is_bad = TRUE;
}

static TvTransfer *
read_transfer (Reading *reading, JsonObject *from)
{
    JsonNode *node = json_object_get_member (from, "student");
    g_autofree char *school = read_line (reading, from, "school");
    TvDate written_on = read_date (reading, from, "written_on");
    g_autoptr (TvStudent) student = NULL;
    g_autoptr (TvTransfer) transfer = NULL;
    JsonArray *places, *visits;

    if (!node || !JSON_NODE_HOLDS_OBJECT (node) || !school || written_on == TV_DATE_NONE)
        return NULL;
    student = read_student (reading, json_node_get_object (node));
    transfer = tv_transfer_new (school, written_on, student);
    places = find_array (reading, from, "classes", MAX_PLACES);
    visits = find_array (reading, from, "measurements", MAX_VISITS);
    for (guint i = 0; places && i < json_array_get_length (places); i++)
        read_place (reading, json_array_get_object_element (places, i), transfer);
    for (guint i = 0; visits && i < json_array_get_length (visits); i++)
        read_visit (reading, json_array_get_object_element (visits, i), transfer);
    return reading->is_bad ? NULL : g_steal_pointer (&transfer);
}

static TvTransferTextFlaw
check_version (JsonObject *from)
{
    Reading reading = { FALSE, NULL };
    const char *format = find_text (&reading, from, "format", MAX_LINE);
    gint64 version = read_number (&reading, from, "version", 1, G_MAXINT32);

    if (reading.is_bad || g_strcmp0 (format, "tamvoc-transfer") != 0)
        return TV_TRANSFER_TEXT_BROKEN;
    return version > VERSION ? TV_TRANSFER_TEXT_NEWER : TV_TRANSFER_TEXT_GOOD;
}

/**
 * tv_transfer_from_json:
 * @text: of any origin, not ended by a zero
 * @size: its bytes
 * @flaw: (out): why it is not read
 *
 * Returns: (transfer full) (nullable): the record; %NULL with @flaw set
 */
TvTransfer *
tv_transfer_from_json (const char *text, gsize size, TvTransferTextFlaw *flaw)
{
    g_autoptr (JsonParser) parser = json_parser_new_immutable ();
    g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Reading reading = { FALSE, uids };
    TvTransfer *transfer;
    JsonNode *root;

    *flaw = TV_TRANSFER_TEXT_BROKEN;
    if (!g_utf8_validate_len (text, size, NULL) || !is_shallow (text, size)
        || !json_parser_load_from_data (parser, text, (gssize) size, NULL))
        return NULL;
    root = json_parser_get_root (parser);
    if (!root || !JSON_NODE_HOLDS_OBJECT (root))
        return NULL;
    *flaw = check_version (json_node_get_object (root));
    if (*flaw != TV_TRANSFER_TEXT_GOOD)
        return NULL;
    transfer = read_transfer (&reading, json_node_get_object (root));
    *flaw = transfer ? TV_TRANSFER_TEXT_GOOD : TV_TRANSFER_TEXT_BROKEN;
    return transfer;
}
