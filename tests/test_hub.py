"""A class on one server: a hub with real accounts, from signing in to feedback, and attacks on it.

It runs on a machine of its own, see hub_machine.py. KEEP_PICTURES=1 renews the pictures of
docs/hub.md.
"""

import json
from contextlib import contextmanager

import nbformat
import pytest
from browser import CHROMIUM, LONG, READY, Lab, Page, picture
from conftest import solve
from hub_machine import Machine, Person, places, why_not

from authoring.masters import NOTEBOOKS

ASSIGNMENT = "01-numpy-for-neural-networks"
MASTER = NOTEBOOKS / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
FIRST = "basic_sigmoid"
CLASS = "id,first_name,last_name,email\nalice,Alice,Ames,\nbob,Bob,Byrd,\nmallory,Mal,Lory,\n"
INBOUND = places.EXCHANGE / places.COURSE_ID / "inbound"
MASTERS = places.COURSE_FOLDER / "notebooks"
PASSED = "Success! Your notebook passes all the tests."

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "there can be a hub here")


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub") / "layers"
    folder.mkdir()
    made = Machine(folder)
    try:
        made.write("/srv/class.csv", CLASS)
        made.set_up("--instructor", "ada", "--class", "/srv/class.csv")
        # The tests ask the model of a notebook.
        more = "c.Spawner.args = ['--LabApp.expose_app_in_browser=True']\n"
        made.run("tee", "-a", places.SETTINGS, stdin=more)
        made.hide_checkout()
        made.start()
        yield made
    finally:
        made.end()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        pytest.skip("there is no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM)
        yield running
        running.close()


# ---------------------------------------------------------------- from signing in to feedback


class HubLab(Lab):
    """JupyterLab in a browser, reached by signing in to the hub."""

    def __init__(self, browser, machine, name):
        Page.__init__(self, browser)
        self.theme, self.name, self.machine = "light", name, machine
        self.page.goto(machine.url)
        self.page.locator("#username_input").fill(name)
        self.page.locator("#password_input").fill(machine.passwords[name])
        self.page.locator("#login_submit").click()
        restored = "() => window.jupyterapp?.restored.then(() => true)"
        self.page.wait_for_function(restored, timeout=LONG * 1000)

    def shoot(self, name, of=None):
        super().shoot(f"hub-{self.name}-{name}", of)

    def menu(self, item):
        self.page.get_by_role("menuitem", name="Nbgrader").click()
        self.page.get_by_role("menuitem", name=item).click()

    def list(self, kind):
        """A part of the assignment list: "released", "fetched" or "submitted"."""
        return self.page.locator(f"#{kind}_assignments_list")

    def fetch(self):
        """Open the assignment list, and fetch the one assignment that there is."""
        self.menu("Assignment List")
        self.list("released").get_by_text("Fetch", exact=True).click()
        self.list("fetched").get_by_text("Submit", exact=True).wait_for()

    def open_notebook(self):
        """Open the notebook that was fetched, from the assignment list."""
        self.list("fetched").locator(".assignment-notebooks-link").click()
        self.list("fetched").locator(".nested_list_item a").click()
        self.page.wait_for_function(
            f"name => window.jupyterapp.shell.currentWidget?.title?.label === name && ({READY})()",
            arg=f"{ASSIGNMENT}.ipynb",
        )

    def submit(self):
        self.page.get_by_role("tab", name="Assignments").click()
        self.list("fetched").get_by_text("Submit", exact=True).click()
        self.list("submitted").locator(".nested_list_item").first.wait_for()

    def feedback(self):
        """Fetch the feedback, open its page, and return what it says."""
        self.page.get_by_role("tab", name="Assignments").click()
        self.list("submitted").get_by_text("Fetch Feedback", exact=True).click()
        self.list("submitted").get_by_text("(view feedback)").click()
        self.page.locator(".jp-DirListing-item", has_text=f"{ASSIGNMENT}.html").dblclick()
        page = self.page.frame_locator(".jp-HTMLViewer iframe")
        page.get_by_text("Score:").first.wait_for()
        return " ".join(page.locator("body").inner_text().split())


class Formgrader:
    """The page on which the instructor releases and collects."""

    def __init__(self, lab):
        self.lab = lab
        lab.menu("Formgrader")
        frame = lab.page.frame_locator("iframe")
        self.row = frame.locator("tr", has_text=ASSIGNMENT)
        self.dialog = frame.locator(".modal-dialog").filter(visible=True)
        self.row.wait_for()

    def press(self, button):
        """Press a button in the row of the assignment: "assign", "release" and so on."""
        self.row.locator(f".{button} a").click()
        self.dialog.get_by_text("Successfully").wait_for(timeout=LONG * 1000)
        self.lab.shoot(button)
        self.dialog.get_by_role("button", name="OK").click()


def notebook_of(name):
    return f"/home/{name}/work/{ASSIGNMENT}/{ASSIGNMENT}.ipynb"


def solve_on_disk(machine, name, **how):
    """A learner's evening: their notebook gets the solutions."""
    found = nbformat.reads(machine.run("cat", notebook_of(name)).stdout, as_version=4)
    solved = nbformat.writes(solve(found, master=MASTER, **how))
    machine.run("tee", notebook_of(name), account=name, stdin=solved)
    return solved


@contextmanager
def stopped_and_started(machine):
    """Stop the hub, and start it after what is done in between."""
    machine.stop()
    yield
    machine.start()


def test_class_goes_from_sign_in_to_feedback_while_the_hub_stops(machine, browser):
    ada = HubLab(browser, machine, "ada")
    formgrader = Formgrader(ada)
    formgrader.press("assign")
    formgrader.press("release")

    bob, alice = (HubLab(browser, machine, name) for name in ("bob", "alice"))
    bob.fetch()
    picture(bob, "hub-fetched", bob.page.locator(".nbgrader-mainarea, #assignments").first)
    solved = solve_on_disk(machine, "bob")
    bob.open_notebook()
    assert "All tests passed" in bob.run("setup", FIRST, f"{FIRST}_test")
    assert FIRST in machine.run("cat", "/home/bob/work/progress.txt").stdout
    with stopped_and_started(machine):
        # The hub is away, and servers and kernels are not.
        plant_what_mallory_hands_in(machine)
    bob.page.reload()
    bob.page.wait_for_function(READY)
    assert bob.run("arrays-code", f"{FIRST}_test").endswith("All tests passed.\n")
    bob.page.locator(".validate-button").filter(visible=True).click()
    dialog = bob.page.locator(".jp-Dialog")
    dialog.wait_for(timeout=LONG * 1000)
    assert PASSED in dialog.inner_text()
    bob.shoot("validated")
    bob.page.keyboard.press("Enter")
    bob.submit()

    alice.fetch()
    solve_on_disk(machine, "alice", only=[FIRST])
    alice.submit()
    # A second fetch overwrites nothing, whoever asks for it.
    again = Person(machine, "bob").start()
    data = {"course_id": places.COURSE_ID, "assignment_id": ASSIGNMENT}
    assert again.ask("POST", "assignments/fetch", json=data).json()["success"]
    kept = json.loads(machine.run("cat", notebook_of("bob")).stdout)
    sources = [cell["source"] for cell in kept["cells"]]
    assert sources == [cell["source"] for cell in json.loads(solved)["cells"]]

    formgrader.press("collect")
    with stopped_and_started(machine):
        grade = f"python -m grading {ASSIGNMENT} --quiet"
        said = machine.run("bash", "-lc", grade, account=places.COURSE).stdout
    assert "3 submissions = 2 graded + 1 missing" in said
    formgrader.press("generate-feedback")
    formgrader.press("release-feedback")
    ada.close()

    assert f"{ASSIGNMENT} (Score: 100.0 / 100.0)" in bob.feedback()
    picture(bob, "hub-feedback", bob.page.locator("#jp-main-dock-panel"))
    assert f"{ASSIGNMENT} (Score: 5.0 / 100.0)" in alice.feedback()
    for lab in (ada, bob, alice):
        assert not [error for error in lab.errors if not is_expected(error)]
    bob.close()
    alice.close()


def is_expected(error):
    """Whether a page may say this: the hub was away, and a page of feedback asks for MathJax."""
    return any(
        text in error
        for text in ("Failed to load resource", "WebSocket", "sandboxed", "Failed to fetch")
    )


def plant_what_mallory_hands_in(machine):
    """Mallory hands in for Alice, and yesterday, and by links, and breaks names."""
    late, early = "2099-01-01 00:00:00 UTC", "2020-01-01 00:00:00 UTC"
    machine.run(
        "bash",
        "-ec",
        f"""
        cd "{INBOUND}"
        cp -r ~bob/work/{ASSIGNMENT} /tmp/bob 2>/dev/null && exit 9  # his home is closed
        mkdir "alice+{ASSIGNMENT}+{late}+x" "mallory+{ASSIGNMENT}+{early}+x" "x+{ASSIGNMENT}+x"
        echo '{{"cells": []}}' > "alice+{ASSIGNMENT}+{late}+x/{ASSIGNMENT}.ipynb"
        ln -s "{MASTERS}/{ASSIGNMENT}/{ASSIGNMENT}.ipynb" "mallory+{ASSIGNMENT}+{early}+x/"
        ln -s "{MASTERS}/{ASSIGNMENT}" "mallory+{ASSIGNMENT}+{late}+x"
        """,
        account="mallory",
    )
