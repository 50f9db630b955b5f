#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the checks of this folder see what they are there to see: each gets a broken copy.

Usage: check-checks.py BUILD-FOLDER
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from tap import Cases, source_root

NAME = "io.github.tamvoc.TamVoc"
ENTRY = '\nmsgid "{}"\nmsgstr "{}"\n'


def append(text):
    return lambda old: old + text


def replace(old_part, new_part):
    return lambda old: old.replace(old_part, new_part, 1)


# Check, file that is spoilt, how, and what the check must say about it.
FAULTS = [
    ("includes", "src/base/tv-date.c", append("#include <gtk/gtk.h>\n"), "may not include gtk4"),
    ("includes", "src/base/tv-date.c", append("#include <unistd.h>\n"), "may not include POSIX"),
    ("includes", "src/growth/new.c", append("#include <sqlite3.h>\n"), "may not include sqlite3"),
    ("includes", "src/growth/new.c", append('#include "store/x.h"\n'), "growth may not include it"),
    ("includes", "src/growth/new.c", append("#include <odd.h>\n"), "belongs to no library"),
    ("includes", "src/new/new.c", append("\n"), "stands in no row"),
    ("style", "src/base/new.c", append("\n" * 700), "700 lines, more than"),
    ("style", "data/ui/new.ui", append("\n" * 700), "700 lines, more than"),
    ("style", "src/base/tv-misc.c", append("\n"), "named after what they hold"),
    ("style", "src/base/new.c", append("int x;\n"), "has no SPDX lines"),
    ("style", "src/base/tv-date.c", append("\tint x;\n"), "a tab"),
    ("style", "src/base/tv-date.c", append("int x; \n"), "blank at end"),
    ("style", "src/base/tv-date.c", append("/* TODO */\n"), "left for later"),
    ("style", "data/ui/new.ui", append('<property name="spinning">'), "turns while hidden"),
    ("style", "src/base/new.c", append("int  f (void){}\n"), "clang-format says: src/base/new.c"),
    ("translations", "src/base/new.c", append('_ ("New")\n'), "new.c is missing"),
    ("translations", "po/POTFILES.in", append("src/base/tv-date.c\n"), "tv-date.c has no strings"),
    ("translations", "src/cli/main.c", append('_ ("Never heard")\n'), "Vietnamese: 'Never heard'"),
    ("translations", "po/vi.po", append(ENTRY.format("Unsaid", "Có")), "does not say: 'Unsaid'"),
    ("translations", "po/vi.po", append(ENTRY.format("Same", "Same")), "repeats the English"),
    ("translations", "po/same-in-both.txt", append("No such\n"), "only what is the same: 'No such'"),
    (
        "translations",
        "po/vi.po",
        append("\n#, c-format" + ENTRY.format("Row %s", "Hàng %d")),
        "for argument 1 are not the same",
    ),
    ("desktop", f"data/{NAME}.gschema.xml", replace("<default>''", "<default>'"), "settings: data/"),
    ("desktop", f"data/{NAME}.gschema.xml", replace('"language"', '"unread"'), "unread is read"),
    ("desktop", f"data/{NAME}.metainfo.xml.in", replace("overview-vi", "no"), "no.png does not"),
    ("desktop", f"built/data/{NAME}.desktop", replace("Exec=", "Exce="), "desktop file: "),
    ("desktop", f"built/data/{NAME}.metainfo.xml", replace("<name", "<nmae"), "metainfo: "),
    ("flatpak", f"flatpak/{NAME}.json", replace("--share=ipc", "--share=network"), "only the"),
    ("flatpak", f"flatpak/{NAME}.json", replace('"sha256": "', '"sha256": "x'), "has no sha256"),
    ("flatpak", f"flatpak/{NAME}.json", replace("https:", "http:"), "not fetched over https"),
    ("flatpak", f"flatpak/{NAME}.json", replace('"libcsv"', '"other"'), "csv is neither"),
]


def copy_project(folder, built):
    root = source_root()
    for name in ("src", "po", "data", "docs", "flatpak", "build-aux", "tests/data"):
        shutil.copytree(root / name, folder / name)
    for name in ("meson.build", ".clang-format"):
        shutil.copy(root / name, folder / name)
    (folder / "built" / "data").mkdir(parents=True)
    for name in (f"{NAME}.desktop", f"{NAME}.metainfo.xml"):
        shutil.copy(built / "data" / name, folder / "built" / "data")


def complaint(project, check):
    script = project / "tests" / "data" / f"check-{check}.py"
    command = [sys.executable, script, project / "built"]
    run = subprocess.run(command, capture_output=True, text=True)
    return run.stderr.replace(f"{project}/", "") if run.returncode else ""


def spoil(project, check, name, change, expected):
    """The problems of the check, run on a project of which one file is changed."""
    path = project / name
    before = path.read_text("utf-8") if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(change(before or ""), "utf-8")
    said = complaint(project, check)
    if before is None:
        path.unlink()
    else:
        path.write_text(before, "utf-8")
    return [] if expected in said else [f"nothing about “{expected}” in:\n{said}"]


def main():
    cases = Cases()
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder)
        copy_project(project, pathlib.Path(sys.argv[1]))
        for check, name, change, expected in FAULTS:
            case = f"check-{check} sees: {expected}"
            if "clang-format" in expected and not shutil.which("clang-format"):
                cases.skip(case, "clang-format is not here")
            else:
                cases.check(case, spoil(project, check, name, change, expected))
    cases.finish()


if __name__ == "__main__":
    main()
