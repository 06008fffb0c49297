#!/usr/bin/python3
# accessible.py: what a screen reader finds, on the real accessibility bus
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
#
# accessible.py SPRECHZETTEL SPRECHZETTEL-CLI; under tests/headless, in English
"""The application is started on the example and looked at from outside, by
AT-SPI; keys are pressed by xdotool."""

import os
import subprocess
import sys
import tempfile
import time

try:
    import pyatspi
except ImportError:
    print("There is no pyatspi")
    sys.exit(77)

PREPARATION = "Zentrales DMS / E-Akte: Vorbereitung, Q1 to Q4 2020, finished"
TENDER = "Zentrales DMS / E-Akte: EU-weite Ausschreibung/Beschaffung, Q1 to Q2 2021"
TIMEOUT = 20

# What is not named is called as its class
CLASSES = ("Gtk", "Adw", "Spz")

NAMED_ROLES = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SLIDER, pyatspi.ROLE_SPIN_BUTTON,
    pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_IMAGE,
}


def walk(node):
    """Everything below a node; what goes away meanwhile is left out."""
    try:
        yield node
        children = list(node)
    except Exception:  # pylint: disable=broad-except
        return
    for child in children:
        if child is not None:
            yield from walk(child)


def has_state(node, state):
    try:
        return node.getState().contains(state)
    except Exception:  # pylint: disable=broad-except
        return False


# The pages as --page calls them, and their titles
PAGES = (("overview", "Overview"), ("fields", "Action Fields"), ("organisation", "Project Organisation"),
         ("meetings", "Meetings"), ("briefings", "Briefings"), ("timeline", "Timeline"))


def wait(what, find):
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # pylint: disable=broad-except
            found = None  # something went away meanwhile
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{what} did not come in {TIMEOUT} s")


def press(*keys):
    for key in keys:
        subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(0.25)


class Session:
    def __init__(self, program, path):
        self.program = program
        self.path = path
        self.process = subprocess.Popen([program, "--page=timeline", path])
        self.app = wait("The application", self.find_app)
        self.plan = wait("The plan", lambda: self.find(pyatspi.ROLE_LIST, "Timeline"))
        wait("A bar", lambda: self.find(pyatspi.ROLE_LIST_ITEM, PREPARATION))

    def find_app(self):
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == "sprechzettel" and app.childCount:
                return app
        return None

    def find(self, role, name):
        for node in walk(self.app):
            if node.getRole() == role and node.name == name:
                return node
        return None

    def get_items(self):
        return [item for item in self.plan if item is not None and item.getRole() == pyatspi.ROLE_LIST_ITEM]

    def get_focused(self):
        for item in self.get_items():
            if has_state(item, pyatspi.STATE_FOCUSED):
                return item
        return None

    def get_new_focus(self, former):
        """What has the focus and is selected, if it is no longer the former."""
        item = self.get_focused()
        return item if item and item.name != former and has_state(item, pyatspi.STATE_SELECTED) else None

    def get_page(self):
        """The sidebar tells which page is shown."""
        for node in walk(self.app):
            if node.getRole() == pyatspi.ROLE_LIST and node.name == "Pages":
                for item in node:
                    if has_state(item, pyatspi.STATE_SELECTED):
                        return item.name
        return None


def check_names(session):
    """Bars, milestones and rows are listed by full names."""
    names = [item.name for item in session.get_items()]
    for name in (PREPARATION, TENDER, "Zentrales DMS / E-Akte", "elektronische Schriftgutverwaltung"):
        assert name in names, f"{name} is not among {names}"
    assert any(": milestone " in name for name in names), names
    assert len(names) == len(set(names)), "A name stands for two things"
    for item in session.get_items():
        assert item.name and not item.name.startswith(CLASSES), item.name
        assert has_state(item, pyatspi.STATE_FOCUSABLE), item.name


def check_keys(session):
    """The focus follows the keys, and what it is on is selected."""
    for _ in range(40):
        if session.get_focused() or has_state(session.plan, pyatspi.STATE_FOCUSED):
            break
        press("Tab")
    seen = []
    for key in ("ctrl+Home", "Right", "Right", "Right", "Down", "End", "Home", "Next", "Prior"):
        press(key)
        focused = wait(f"The focus after {key}", lambda: session.get_new_focus(seen[-1] if seen else None))
        selected = [item.name for item in session.get_items() if has_state(item, pyatspi.STATE_SELECTED)]
        assert selected == [focused.name], selected
        seen.append(focused.name)
    first, measure, bar, row, after, end, home, down, up = seen
    assert first == "Across all fields", seen
    assert measure == "Datenschutz / Datensicherheit" and bar.startswith(measure + ": "), seen
    assert row == "Kommunikation" and after == "Digitallotsen", seen
    assert end.startswith("Digitallotsen: Begleitung") and home == after, seen
    assert down not in seen[:7] and up not in (down, end), seen

    # To the very end, which wasn't in sight, and back
    press("ctrl+End")
    last = wait("The focus at the end", lambda: session.get_new_focus(up)).name
    press("Down")
    assert session.get_focused().name == last, session.get_focused().name
    press("ctrl+Home")
    wait("The focus at the beginning", lambda: session.get_focused().name == first)


def check_move(session):
    """What a key changes is said: the name of what has the focus changes."""
    press("ctrl+Home")
    for _ in range(60):
        focused = session.get_focused()
        if focused is not None and focused.name == TENDER:
            break
        press("Right")
    assert focused.name == TENDER, focused.name
    press("alt+Right")
    wait("The new name", lambda: session.get_focused() is not None and session.get_focused().name != TENDER)
    moved = session.get_focused()
    assert moved.name.startswith("Zentrales DMS / E-Akte: EU-weite Ausschreibung/Beschaffung, "), moved.name
    assert has_state(moved, pyatspi.STATE_SELECTED), moved.name
    press("ctrl+z")
    wait("The old name", lambda: session.get_focused() is not None and session.get_focused().name == TENDER)


def describe(node):
    """Where a thing without a name is: the names of what it stands in."""
    path = []
    while node is not None and node.getRole() != pyatspi.ROLE_APPLICATION:
        path.append(f"{node.getRoleName()} “{node.name}”")
        node = node.parent
    return " < ".join(path[:7])


def is_inner(node):
    """What a drop-down is made of: the button in it, and the rows of its list, as long as that is closed."""
    while node is not None and node.getRole() != pyatspi.ROLE_APPLICATION:
        node = node.parent
        if node is not None and node.getRole() == pyatspi.ROLE_COMBO_BOX:
            return True
    return False


def check_controls(session):
    """Beside the plan, whatever can be pressed or written into has a name of its own."""
    nameless = [describe(node) for node in walk(session.app)
                if node.getRole() in NAMED_ROLES and has_state(node, pyatspi.STATE_FOCUSABLE) and
                (not node.name.strip() or node.name.startswith(CLASSES)) and not is_inner(node)]
    assert not nameless, "\n".join(nameless)


def check_pages(session):
    """On every page, too."""
    nameless = []
    for page, title in PAGES:
        subprocess.run([session.program, f"--page={page}", session.path], check=True, timeout=TIMEOUT)
        wait(f"The page {page}", lambda: session.get_page() == title)
        time.sleep(0.5)
        try:
            check_controls(session)
        except AssertionError as error:
            nameless.append(f"{page}:\n{error}")
    assert not nameless, "\n".join(nameless)


def check_page_option(session):
    """--page is followed by an instance that runs already."""
    for page, title in (("meetings", "Meetings"), ("timeline", "Timeline")):
        subprocess.run([session.program, f"--page={page}", session.path], check=True, timeout=TIMEOUT)
        wait(f"The page {page}", lambda: session.get_page() == title)
    subprocess.run([session.program, "--page=fields"], check=True, timeout=TIMEOUT)
    wait("The page fields", lambda: session.get_page() == "Action Fields")


def main():
    program, cli = map(os.path.abspath, sys.argv[1:])
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "example.sprechzettel")
        subprocess.run([cli, "new", path, "--example"], check=True, stdout=subprocess.DEVNULL)
        session = Session(program, path)
        checks = [check_names, check_keys, check_move, check_controls, check_pages, check_page_option]
        print(f"1..{len(checks)}", flush=True)
        for number, check in enumerate(checks, 1):
            try:
                check(session)
                print(f"ok {number} {check.__doc__}", flush=True)
            except Exception as error:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} {check.__doc__}\n# " + str(error).replace("\n", "\n# "), flush=True)
        session.process.terminate()
        session.process.wait()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
