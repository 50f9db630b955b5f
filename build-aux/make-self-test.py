#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns what the program is to find in itself into constant arrays: solved cases, and the
checksums of WHO's tables, made here from the digits of the files.

Usage: make-self-test.py data/reference OUTPUT.c
"""
import csv
import decimal
import hashlib
import pathlib
import sys

TABLES = [
    "2006-weight-for-age",
    "2006-height-for-age",
    "2006-bmi-for-age",
    "2006-weight-for-length",
    "2006-weight-for-height",
    "2007-weight-for-age",
    "2007-height-for-age",
    "2007-bmi-for-age",
]
SCORES = ["weight_for_age", "height_for_age", "weight_for_height", "bmi_for_age"]
FLAGS = "whlb"
SEXES = {"M": "TV_SEX_MALE", "F": "TV_SEX_FEMALE", "": "TV_SEX_UNKNOWN"}
POSITIONS = {"L": "TV_POSITION_RECUMBENT", "H": "TV_POSITION_STANDING", "": "TV_POSITION_UNKNOWN"}


def case_of(row):
    """One row of the array; the order of its members is that of the struct."""
    numbers = [row[name] or "NAN" for name in ("age_days", "age_months", "weight_kg", "height_cm")]
    standard = "TV_STANDARD_2007" if row["age_months"] else "TV_STANDARD_2006"
    oedema = "TRUE" if row["oedema"] == "y" else "FALSE"
    scores = ", ".join(row[name] or "TV_Z_NONE" for name in SCORES)
    flags = ", ".join("TRUE" if flag in row["implausible"] else "FALSE" for flag in FLAGS)
    return (
        f"    {{ {{ {SEXES[row['sex']]}, {', '.join(numbers)}, {POSITIONS[row['position']]}, "
        f"{oedema} }}, {standard}, {{ {scores} }}, {{ {flags} }} }},"
    )


def hundred_thousandths(text):
    """A figure as a whole number; it may not have more decimals than that holds."""
    value = decimal.Decimal(text) * 100000
    if value != value.to_integral_value():
        sys.exit(f"{text} has more than five decimals")
    return str(int(value))


def table_of(path):
    """How many rows, and the checksum of the figures: boys, then girls, a row a line."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    lines = [
        ",".join(hundred_thousandths(row[f"{sex}_{column}"]) for column in "lms") + "\n"
        for sex in ("boys", "girls")
        for row in rows
    ]
    checksum = hashlib.sha256("".join(lines).encode("ascii")).hexdigest()
    return f'    {{ "{path.stem}", {len(rows)}, "{checksum}" }},'


def main(folder, output):
    folder = pathlib.Path(folder)
    with open(folder / "self-test.csv", newline="", encoding="utf-8") as file:
        cases = [case_of(row) for row in csv.DictReader(file)]
    tables = [table_of(folder / f"who-{name}.csv") for name in TABLES]
    lines = [
        "/* Made from data/reference/ by build-aux/make-self-test.py. */",
        '#include "workflows/tv-self-test-data.h"',
        "#include <math.h>",
        "const TvSelfTestCase tv_self_test_cases[] = {",
        *cases,
        "};",
        f"const guint tv_self_test_n_cases = {len(cases)};",
        "const TvSelfTestTable tv_self_test_tables[] = {",
        *tables,
        "};",
        f"const guint tv_self_test_n_tables = {len(tables)};",
    ]
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
