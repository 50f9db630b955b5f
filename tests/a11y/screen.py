# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a screen reader meets it: a tree of nodes with roles and names, and keys."""
import os
import re
import subprocess
import time

import pyatspi

PATIENCE_S = 60

# What GTK 4.8 says for a name when nobody gave one: the name of a type.
TYPE_NAME = re.compile(r"^(Gtk|Gdk|Adw|Tv)[A-Z]\w*$")

INTERACTIVE = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_PASSWORD_TEXT,
    pyatspi.ROLE_SPIN_BUTTON,
    pyatspi.ROLE_SLIDER,
    pyatspi.ROLE_LINK,
    pyatspi.ROLE_LIST_ITEM,
    pyatspi.ROLE_MENU_ITEM,
    pyatspi.ROLE_PAGE_TAB,
}


class Node:
    """One node as it was when it was read; a node that went away meanwhile has no children."""

    def __init__(self, accessible, parent=None):
        self.accessible = accessible
        self.parent = parent
        self.role = accessible.getRole()
        self.name = accessible.name or ""

    def children(self):
        try:
            found = [self.accessible.getChildAtIndex(i) for i in range(self.accessible.childCount)]
            return [Node(child, self) for child in found if child]
        except Exception:  # pyatspi raises bare GLib errors for what is gone
            return []

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def find(self, *roles, name=""):
        """The first node of one of these roles whose name matches."""
        wanted = re.compile(name)
        return next((n for n in self.walk() if n.role in roles and wanted.search(n.name)), None)

    def is_named(self):
        return bool(self.name.strip()) and not TYPE_NAME.match(self.name)

    def is_focusable(self):
        return self.accessible.getState().contains(pyatspi.STATE_FOCUSABLE)

    def path(self):
        nodes, node = [], self
        while node:
            nodes.append(f"{node.accessible.getRoleName()} '{node.name}'")
            node = node.parent
        return " < ".join(nodes[:6])

    def click(self):
        if not self.accessible.queryAction().doAction(0):
            raise RuntimeError(f"cannot be clicked: {self.path()}")

    def is_editable(self):
        return self.accessible.getState().contains(pyatspi.STATE_EDITABLE)


def is_spoken_for(node):
    """Whether the toolkit says by something else what the node is.

    The button inside a drop-down has the drop-down around it, a row of a list view the labels in
    it (GTK 4.8 has no way to name such a row), and an icon stands beside words.
    """
    around = node.parent
    if node.role == pyatspi.ROLE_IMAGE:
        return node.name == "GtkImage"
    if node.role == pyatspi.ROLE_LIST_ITEM and around and around.name == "GtkListView":
        return any(n.role == pyatspi.ROLE_LABEL and n.is_named() for n in node.walk())
    return around is not None and around.role == pyatspi.ROLE_COMBO_BOX and around.is_named()


def unnamed(root):
    """Every chart, and every node that can be used, of which a screen reader could say nothing."""
    for node in root.walk():
        if node.is_named() or node.role not in INTERACTIVE | {pyatspi.ROLE_IMAGE}:
            continue
        is_usable = node.role == pyatspi.ROLE_IMAGE or node.is_focusable()
        if is_usable and not is_spoken_for(node):
            yield f"{node.path()} ({node.accessible.description})"


def until(find, what):
    """What find() gives, asked again and again until it gives something."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = find()
        if found:
            return found
    raise TimeoutError(f"{what} did not come in {PATIENCE_S} s")


class Program:
    """The window program under test; it is ended with the block that started it."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, env={**os.environ, **environment})

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()

    def windows(self):
        """The program's windows, the one that opened last at the end."""
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            program = desktop.getChildAtIndex(i)
            if program and program.get_process_id() == self.process.pid:
                return Node(program).children()
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended with {self.process.returncode}")
        return []

    def wait_for(self, *roles, name=""):
        """A node of the window that opened last."""

        def find():
            windows = self.windows()
            return windows[-1].find(*roles, name=name) if windows else None

        return until(find, f"{roles} '{name}'")

    def wait_for_windows(self, n):
        return until(lambda: len(self.windows()) == n and self.windows(), f"window {n}")[-1]

    def press(self, *keys):
        """Real keys, to the window on top. No window manager hands out the keyboard here."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=True,
        )
        window = found.stdout.split()[-1]
        subprocess.run(["xdotool", "windowfocus", "--sync", window, "key", *keys], check=True)
