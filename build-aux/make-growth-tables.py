#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns WHO's tables (data/reference/who-*.csv) into constant C arrays.

Stops the build when a file is not the one whose checksum SOURCES.md gives, when a row is missing
or out of step, or when a figure would break the formulas that use it.

    make-growth-tables.py data/reference OUTPUT.c
"""

import csv
import hashlib
import os
import re
import sys
from decimal import Decimal

# enum name, file, first x, last x in the file, last x that may be asked for, steps in one unit
TABLES = [
    ('WEIGHT_FOR_AGE_2006', 'who-2006-weight-for-age', 0, 1826, 1826, 1),
    ('HEIGHT_FOR_AGE_2006', 'who-2006-height-for-age', 0, 1826, 1826, 1),
    ('BMI_FOR_AGE_2006', 'who-2006-bmi-for-age', 0, 1826, 1826, 1),
    ('WEIGHT_FOR_LENGTH_2006', 'who-2006-weight-for-length', 45, 110, 110, 10),
    ('WEIGHT_FOR_HEIGHT_2006', 'who-2006-weight-for-height', 65, 120, 120, 10),
    ('WEIGHT_FOR_AGE_2007', 'who-2007-weight-for-age', 60, 121, 120, 1),
    ('HEIGHT_FOR_AGE_2007', 'who-2007-height-for-age', 60, 229, 228, 1),
    ('BMI_FOR_AGE_2007', 'who-2007-bmi-for-age', 60, 229, 228, 1),
]
SEXES = ('boys', 'girls')


def check_sum(path, sources):
    with open(path, 'rb') as file:
        found = hashlib.sha256(file.read()).hexdigest()
    name = os.path.basename(path)
    given = re.search(r'^([0-9a-f]{64})\s+' + re.escape(name) + '$', sources, re.M)
    if not given:
        sys.exit(f'{name}: SOURCES.md gives no checksum')
    if given.group(1) != found:
        sys.exit(f'{name}: not the file that SOURCES.md describes ({found})')


def check_row(name, x, l, m, s):
    """The formulas divide by L x S and take the root of 1 + L x S x z for z of -3 to 3."""
    if l == 0 or m <= 0 or s <= 0:
        sys.exit(f'{name}, {x}: L must not be 0, M and S must be above it')
    if 1 - 3 * abs(l) * s <= 0:
        sys.exit(f'{name}, {x}: three standard deviations are not defined')


def read_table(path, first, last, steps):
    name = os.path.basename(path)
    with open(path, newline='', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    expected = (last - first) * steps + 1
    if len(rows) != expected:
        sys.exit(f'{name}: {len(rows)} rows, {expected} expected')
    columns = {sex: [] for sex in SEXES}
    for i, row in enumerate(rows):
        x = Decimal(next(iter(row.values())))
        if x != first + Decimal(i) / steps:
            sys.exit(f'{name}: row {i + 2} has {x}, {first + Decimal(i) / steps} expected')
        for sex in SEXES:
            texts = [row[f'{sex}_{letter}'] for letter in 'lms']
            check_row(name, x, *map(float, texts))
            columns[sex].append(texts)
    return columns


def write_rows(out, identifier, rows):
    out.write(f'static const TvLms {identifier}[] = {{\n')
    for l, m, s in rows:
        out.write(f'    {{ {l}, {m}, {s} }},\n')
    out.write('};\n\n')


def main(folder, output):
    with open(os.path.join(folder, 'SOURCES.md'), encoding='utf-8') as file:
        sources = file.read()
    entries = []
    with open(output, 'w', encoding='utf-8') as out:
        out.write('/* Made from data/reference/ by build-aux/make-growth-tables.py. */\n\n'
                  '#include "growth/tv-reference-table.h"\n\n')
        for name, file, first, last, last_used, steps in TABLES:
            path = os.path.join(folder, file + '.csv')
            check_sum(path, sources)
            columns = read_table(path, first, last, steps)
            for sex in SEXES:
                write_rows(out, f'{name.lower()}_{sex}', columns[sex])
            rows = ', '.join(f'{name.lower()}_{sex}' for sex in SEXES)
            entries.append(f'    [TV_TABLE_{name}] = {{ {{ {rows} }}, {first}, {last_used}, {steps} }},\n')
        out.write('const TvReferenceTable tv_reference_tables[] = {\n' + ''.join(entries) + '};\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
