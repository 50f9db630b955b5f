#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads of the program, held against the desktop's own validators.

Usage: check-desktop.py BUILD-FOLDER
"""
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

from tap import Cases, source_root

NAME = "io.github.tamvoc.TamVoc"


def check_with(cases, name, *command):
    """One case: the command is content and has nothing to say."""
    if shutil.which(command[0]) is None:
        cases.skip(name, f"{command[0]} is not here")
        return
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    said = (run.stdout + run.stderr).strip().splitlines()
    cases.check(name, said or [f"exit {run.returncode}"] if run.returncode else [])


def settings(root):
    schema = xml.parse(root / "data" / f"{NAME}.gschema.xml")
    return [key.get("name") for key in schema.iter("key")]


def unused_settings(root):
    code = "".join(path.read_text("utf-8") for path in (root / "src").rglob("*.c"))
    templates = "".join(path.read_text("utf-8") for path in (root / "data").rglob("*.ui"))
    return [f"{key} is read nowhere" for key in settings(root) if f'"{key}"' not in code + templates]


def missing_pictures(root):
    metainfo = (root / "data" / f"{NAME}.metainfo.xml.in").read_text("utf-8")
    pictures = re.findall(r"/main/(docs/screenshots/[\w.-]+)</image>", metainfo)
    if not pictures:
        yield "the metainfo shows no picture"
    for picture in pictures:
        if not (root / picture).exists():
            yield f"{picture} does not exist"


def bad_icons(root):
    wanted = {f"scalable/apps/{NAME}.svg": "128", f"symbolic/apps/{NAME}-symbolic.svg": "16"}
    for name, size in wanted.items():
        icon = xml.parse(root / "data" / "icons" / "hicolor" / name).getroot()
        if (icon.get("width"), icon.get("height")) != (size, size):
            yield f"{name} is not {size} × {size}"


def main():
    root, built = source_root(), pathlib.Path(sys.argv[1]) / "data"
    cases = Cases()
    check_with(cases, "desktop file", "desktop-file-validate", built / f"{NAME}.desktop")
    check_with(
        cases, "metainfo", "appstreamcli", "validate", "--no-net", built / f"{NAME}.metainfo.xml"
    )
    check_with(
        cases, "settings", "glib-compile-schemas", "--strict", "--dry-run", root / "data"
    )
    cases.check("every setting is used", unused_settings(root))
    cases.check("every picture of the metainfo is kept here", missing_pictures(root))
    cases.check("both icons have their size", bad_icons(root))
    cases.finish()


if __name__ == "__main__":
    main()
