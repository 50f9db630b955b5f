#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the rows of a year's plan into a constant array that a new record book starts with.

Usage: make-plan-targets.py plan-targets-YEAR.csv OUTPUT.c
"""
import csv
import decimal
import pathlib
import re
import sys

DIRECTIONS = {
    "": "TV_DIRECTION_NONE",
    "below": "TV_DIRECTION_BELOW",
    "at-most": "TV_DIRECTION_AT_MOST",
    "at-least": "TV_DIRECTION_AT_LEAST",
}
UNITS = {"", "percent", "per-100000", "per-1000", "count", "of-126"}
WAYS = {"computed", "entered", "entered-yes-no", "ward"}
LEVELS = {"all", "kindergarten", "primary", "lower-secondary", "upper-secondary", "ward"}
TEXTS = ["code", "part", "wording_vi", "wording_en", "unit", "levels", "how", "source"]


def check(row, seen):
    problems = [name for name in ("code", "part", "wording_vi", "wording_en", "levels", "source") if not row[name]]
    if row["code"] in seen or row["unit"] not in UNITS or row["how"] not in WAYS:
        problems.append("code, unit or how")
    if row["direction"] not in DIRECTIONS or not set(row["levels"].split()) <= LEVELS:
        problems.append("direction or levels")
    if bool(row["value"]) != bool(row["direction"]):
        problems.append("value without direction")
    if (row["how"] == "computed") != bool(row["indicator"]):
        problems.append("indicator")
    if problems:
        sys.exit(f"{row['code']}: {', '.join(problems)}")
    seen.add(row["code"])


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def make_entry(row, year):
    thousandths = decimal.Decimal(row["value"] or 0) * 1000
    if thousandths != int(thousandths):
        sys.exit(f"{row['code']}: more than three decimals")
    fields = [f".{name} = (char *) {quote(row[name])}" for name in TEXTS]
    fields.append(f".indicator = {'(char *) ' + quote(row['indicator']) if row['indicator'] else 'NULL'}")
    fields.append(f".year = {year}, .direction = {DIRECTIONS[row['direction']]}")
    fields.append(f".has_value = {'TRUE' if row['value'] else 'FALSE'}, .value_thousandths = {int(thousandths)}")
    return "    { " + ",\n      ".join(fields) + " },"


def main():
    source, output = map(pathlib.Path, sys.argv[1:])
    year = int(re.search(r"(\d{4})\.csv$", source.name).group(1))
    seen = set()
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        check(row, seen)
    entries = "\n".join(make_entry(row, year) for row in rows)
    output.write_text(
        f"""/* Made by make-plan-targets.py from {source.name}. */

#include "store/tv-plan-targets.h"

static const TvTarget targets[] = {{
{entries}
}};

const TvTarget *
tv_plan_targets_{year} (guint *n_targets)
{{
    *n_targets = G_N_ELEMENTS (targets);
    return targets;
}}
""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
