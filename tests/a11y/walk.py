#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the real program as a screen reader does: every page, every dialog with a key of
its own, and fails on whatever can be used but has no name.

Usage: walk.py TAMVOC TAMVOC-CLI BUILD-FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "data"))
from tap import Cases  # noqa: E402

INSIDE = "--inside="
PROGRAMS = ["dbus-run-session", "xvfb-run", "xdotool"]

# Each is a method of Walk, and begins where the one before it ends.
STEPS = [
    "overview",
    "number_of_children",
    "students",
    "child",
    "explanation",
    "new_child",
    "measuring",
    "rates",
    "reports",
    "history",
    "preferences",
    "locking",
    "importing",
]


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def enter_session(arguments):
    """The same again, with a session bus and a screen of its own.

    Whoever serves the session also prints; the cases get a way out of their own.
    """
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing:
        skip(f"{', '.join(missing)} is not here")
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        skip("pyatspi is not here")
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    way_out = os.dup(sys.stdout.fileno())
    os.set_inheritable(way_out, True)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    again = [sys.executable, __file__, f"{INSIDE}{way_out}", *arguments]
    os.execvp(command[0], [*command, *again])


def environment(home, build):
    homes = ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"]
    return {
        **{name: str(home) for name in homes},
        "ADW_DISABLE_PORTAL": "1",
        "GDK_BACKEND": "x11",
        "GIO_USE_VFS": "local",
        "GSETTINGS_BACKEND": "memory",
        "GSETTINGS_SCHEMA_DIR": str(pathlib.Path(build, "data")),
        "GSK_RENDERER": "cairo",
        "GTK_A11Y": "atspi",
        "LC_ALL": "C.UTF-8",
    }


class Walk:
    """The way through the program. What is waited for stands last on its page."""

    def __init__(self, cases, program, screen):
        self.cases = cases
        self.program = program
        self.unnamed = screen.unnamed
        self.until = screen.until
        roles = screen.pyatspi
        self.button = roles.ROLE_PUSH_BUTTON
        self.entries = (roles.ROLE_TEXT, roles.ROLE_ENTRY)
        self.label = roles.ROLE_LABEL
        self.item = roles.ROLE_LIST_ITEM
        self.row = roles.ROLE_TABLE_ROW
        self.combo = roles.ROLE_COMBO_BOX
        self.image = roles.ROLE_IMAGE

    def check_names(self, what, passed_over=()):
        window = self.program.windows()[-1]
        problems = [p for p in self.unnamed(window) if not p.startswith(passed_over)]
        self.cases.check(f"{what}: whatever can be used has a name", problems)

    def nodes(self, *roles):
        return [node for node in self.program.windows()[-1].walk() if node.role in roles]

    def wait_for_rows(self, at_least):
        """The first row holds the headings."""

        def find():
            rows = self.nodes(self.row)
            return rows if len(rows) > at_least else None

        return self.until(find, f"a table of {at_least} rows")

    def overview(self):
        self.program.wait_for(self.item, name="^Báo cáo tổng kết năm")
        self.check_names("overview")

    def number_of_children(self):
        """A number that stands for children is a button to those children."""
        button = self.program.wait_for(self.button, name="^[1-9][0-9]*$")
        n_children = int(button.name)
        button.click()
        self.program.wait_for(self.button, name="^Hiện lại tất cả$")
        rows = self.wait_for_rows(n_children)
        self.cases.check(
            "overview: a clicked number opens the list of its children",
            [] if len(rows) == n_children + 1 else [f"{len(rows)} rows for {n_children} children"],
        )

    def students(self):
        self.program.wait_for(self.button, name="^Hiện lại tất cả$").click()
        self.wait_for_rows(20)
        self.check_names("students")

    def child(self):
        self.program.press("ctrl+f", "n", "Return")
        self.program.wait_for(self.button, name="^Sửa$")
        self.program.wait_for(self.image)
        self.check_names("child")

    def explanation(self):
        self.program.wait_for(self.button, name="^Vì sao có kết quả").click()
        self.program.wait_for_windows(2)
        self.program.wait_for(self.label, name="SD")
        self.check_names("explanation")
        self.program.press("Escape")
        self.program.wait_for_windows(1)

    def new_child(self):
        self.program.press("ctrl+n")
        self.program.wait_for_windows(2)
        self.program.wait_for(*self.entries, name="Họ và tên|Họ, tên")
        self.check_names("new child")
        self.program.press("Escape")
        self.program.wait_for_windows(1)

    def measuring(self):
        self.program.press("ctrl+3")
        self.program.wait_for(*self.entries, name="^Chiều cao, ")
        self.check_names("measuring")
        fields = {node.name: node for node in self.nodes(*self.entries)}
        children = [n.split(", ", 1)[1] for n in fields if n.startswith("Chiều cao, ")]
        wanted = [f"{what}, {child}" for child in children for what in ("Chiều cao", "Cân nặng")]
        problems = [name for name in wanted if name not in fields or not fields[name].is_editable()]
        self.cases.check(
            "measuring: weight and height of every child can be typed",
            problems if len(children) > 3 else [f"only {children}"],
        )

    def rates(self):
        self.program.press("ctrl+4")
        self.program.wait_for(self.combo, name="^Chỉ số$")
        self.program.wait_for(self.label, name="^Toàn trường$")
        self.check_names("rates")

    def reports(self):
        self.program.press("ctrl+5")
        card = self.program.wait_for(self.button, name="^Tổng hợp sức khỏe")
        self.check_names("reports")
        card.click()
        self.program.wait_for(self.image, name="[Tt]rang")
        self.check_names("report")

    def history(self):
        self.program.press("ctrl+6")
        self.program.wait_for(self.label, name="^Tạo sổ dữ liệu$")
        self.check_names("history")

    def preferences(self):
        self.program.press("ctrl+comma")
        self.program.wait_for_windows(2)
        self.program.wait_for(*self.entries, name="^Tên trường$")
        # libadwaita's own search, which has no name before version 1.3.
        self.check_names("preferences", ("entry 'GtkSearchEntry' <", "push button 'GtkImage' <"))
        self.program.press("Escape")
        self.program.wait_for_windows(1)

    def locking(self):
        """While the book is hidden a screen reader finds the way back and nothing of the book."""
        self.program.press("ctrl+2")
        self.wait_for_rows(2)
        self.program.press("ctrl+l")
        self.program.wait_for(self.button, name="Tiếp tục|Continue")
        left = self.nodes(self.row, self.item, *self.entries)
        self.cases.check("locked: nothing of the book is left", [str(node) for node in left])
        self.check_names("locked")
        self.program.press("Return")
        self.wait_for_rows(2)

    def importing(self):
        self.program.press("ctrl+i")
        self.program.wait_for_windows(2)
        self.program.wait_for(self.button, name="Nhập để thực hành").click()
        self.program.wait_for(self.button, name="Chọn")
        self.check_names("import")

    def first_start(self):
        self.program.wait_for(self.label, name="^Mở trường thực hành$")
        self.check_names("first start")


def go(cases, names, walker):
    """Takes the steps in turn; who is stuck at one cannot take the next."""
    for name in names:
        try:
            getattr(walker, name)()
        except (TimeoutError, RuntimeError) as error:
            cases.check(f"{name}: the walk comes through", [error])
            return


def walk(program, cli, build):
    import screen

    cases = Cases()
    with tempfile.TemporaryDirectory() as home:
        book = pathlib.Path(home, "book")
        demo = [cli, "demo", book, "--students=60", "--as-of=2026-11-21"]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
        with screen.Program([program, book], environment(home, build)) as running:
            go(cases, STEPS, Walk(cases, running, screen))
        with screen.Program([program], environment(home, build)) as running:
            go(cases, ["first_start"], Walk(cases, running, screen))
    cases.finish()


def main():
    arguments = sys.argv[1:]
    if len(arguments) == 4 and arguments[0].startswith(INSIDE):
        with open(int(arguments[0][len(INSIDE) :]), "w", encoding="utf-8") as sys.stdout:
            walk(*arguments[1:])
    elif len(arguments) == 3:
        enter_session(arguments)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
