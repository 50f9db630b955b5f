/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON as the commands write it: unknown numbers are null. */

#include "cli/tv-cli-json.h"

#include <math.h>

/**
 * tv_cli_json_add_text:
 * @builder: whose innermost object is open
 * @name: of the member
 * @value: its text
 *
 * Adds a text.
 */
void
tv_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value)
{
    json_builder_set_member_name (builder, name);
    json_builder_add_string_value (builder, value);
}

/**
 * tv_cli_json_add_count:
 * @builder: whose innermost object is open
 * @name: of the member
 * @value: its number
 *
 * Adds a whole number.
 */
void
tv_cli_json_add_count (JsonBuilder *builder, const char *name, gint64 value)
{
    json_builder_set_member_name (builder, name);
    json_builder_add_int_value (builder, value);
}

/**
 * tv_cli_json_add_number:
 * @builder: whose innermost object is open
 * @name: of the member
 * @value: a number; NAN becomes null
 *
 * Adds a number that need not be whole.
 */
void
tv_cli_json_add_number (JsonBuilder *builder, const char *name, double value)
{
    json_builder_set_member_name (builder, name);
    if (isnan (value))
        json_builder_add_null_value (builder);
    else
        json_builder_add_double_value (builder, value);
}

/**
 * tv_cli_json_add_fact:
 * @builder: whose innermost object is open
 * @name: of the member
 * @value: whether it is so
 *
 * Adds true or false.
 */
void
tv_cli_json_add_fact (JsonBuilder *builder, const char *name, gboolean value)
{
    json_builder_set_member_name (builder, name);
    json_builder_add_boolean_value (builder, value);
}

/**
 * tv_cli_json_add_rate_members:
 * @builder: whose innermost object is open
 * @rate: a rate
 *
 * Adds n, cases, percent, lower and upper to the open object.
 */
void
tv_cli_json_add_rate_members (JsonBuilder *builder, const TvRate *rate)
{
    tv_cli_json_add_count (builder, "n", rate->n);
    tv_cli_json_add_count (builder, "cases", rate->n_cases);
    tv_cli_json_add_number (builder, "percent", rate->percent);
    tv_cli_json_add_number (builder, "lower", rate->lower);
    tv_cli_json_add_number (builder, "upper", rate->upper);
}

/**
 * tv_cli_json_add_rate:
 * @builder: whose innermost object is open
 * @name: of a member that is an object of its own
 * @rate: a rate
 *
 * Adds the rate as an object.
 */
void
tv_cli_json_add_rate (JsonBuilder *builder, const char *name, const TvRate *rate)
{
    tv_cli_json_begin_object (builder, name);
    tv_cli_json_add_rate_members (builder, rate);
    json_builder_end_object (builder);
}

/**
 * tv_cli_json_begin_object:
 * @builder: whose innermost object is open
 * @name: of the member
 *
 * Opens an object as a member; end it with json_builder_end_object().
 */
void
tv_cli_json_begin_object (JsonBuilder *builder, const char *name)
{
    json_builder_set_member_name (builder, name);
    json_builder_begin_object (builder);
}

/**
 * tv_cli_json_begin_array:
 * @builder: whose innermost object is open
 * @name: of the member
 *
 * Opens an array as a member; end it with json_builder_end_array().
 */
void
tv_cli_json_begin_array (JsonBuilder *builder, const char *name)
{
    json_builder_set_member_name (builder, name);
    json_builder_begin_array (builder);
}
