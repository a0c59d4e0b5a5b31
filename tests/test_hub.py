"""A class on one server: a hub with real accounts, from signing in to feedback, and attacks on it.

It runs on a machine of its own, see hub_machine.py. KEEP_PICTURES=1 renews the pictures of
docs/hub.md.
"""

import json
import re
from urllib.parse import urlsplit

import nbformat
import pytest
import requests
from browser import CHROMIUM, LONG, READY, Lab, Page, picture
from conftest import solve
from hub_machine import Machine, Person, places, why_not
from sampling import everything

from authoring.masters import NOTEBOOKS

ASSIGNMENT = "01-numpy-for-neural-networks"
MASTER = NOTEBOOKS / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
FIRST = "basic_sigmoid"
CLASS = "id,first_name,last_name,email\nalice,Alice,Ames,\nbob,Bob,Byrd,\nmallory,Mal,Lory,\n"
SHOWN = "window.jupyterapp.shell.currentWidget?.title?.label"
INBOUND = places.EXCHANGE / places.COURSE_ID / "inbound"
MASTERS = places.COURSE_FOLDER / "notebooks"

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
        self.page.wait_for_function(f"{SHOWN} === 'start.ipynb'")  # which opens first
        self.menu("Assignment List")
        self.list("released").get_by_text("Fetch", exact=True).click()
        self.list("fetched").get_by_text("Submit", exact=True).wait_for()

    def open_notebook(self):
        """Open the notebook that was fetched, from the assignment list."""
        self.list("fetched").locator(".assignment-notebooks-link").click()
        self.list("fetched").locator(".nested_list_item a").click()
        self.page.wait_for_function(
            f"name => {SHOWN} === name && ({READY})()",
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


class ByRequests:
    """Presses the same buttons without a browser, which takes a fifth of the time."""

    def __init__(self, _, machine, name, server=""):
        self.person, self.errors = Person(machine, name, server).start(), []

    def press(self, button):
        action = button.replace("-", "_")
        answer = self.person.ask("POST", f"formgrader/api/assignment/{ASSIGNMENT}/{action}").json()
        assert answer["success"], answer

    def _press(self, action):
        data = {"course_id": places.COURSE_ID, "assignment_id": ASSIGNMENT}
        answer = self.person.ask("POST", f"assignments/{action}", json=data).json()
        assert answer["success"], answer
        return answer["value"]

    def fetch(self):
        self._press("fetch")

    def submit(self):
        self._press("submit")

    def feedback(self):
        (submission,) = self._press("fetch_feedback")[-1]["submissions"]
        path = f"{submission['local_feedback_path']}/{ASSIGNMENT}.html"
        page = self.person.ask("GET", f"api/contents/{path}").json()["content"]
        return " ".join(re.sub("<[^>]+>", "", page).split())

    def close(self):
        pass


def notebook_of(name):
    return f"/home/{name}/work/{ASSIGNMENT}/{ASSIGNMENT}.ipynb"


def solve_on_disk(machine, name, **how):
    """A learner's evening: their notebook gets the solutions; return its text."""
    found = nbformat.reads(machine.run("cat", notebook_of(name)).stdout, as_version=4)
    solved = nbformat.writes(solve(found, master=MASTER, **how))
    machine.run("tee", notebook_of(name), account=name, stdin=solved)
    return solved


def restart(machine, always=False):
    """Stop the hub and start it; in a sampled run only where a step says so."""
    if always or everything():
        machine.stop()
        machine.start()


def test_class_goes_from_sign_in_to_feedback_while_the_hub_stops(machine, browser):
    if everything():
        ada = HubLab(browser, machine, "ada")
        formgrader = Formgrader(ada)
    else:
        ada = formgrader = ByRequests(browser, machine, "ada", places.COURSE)
    formgrader.press("assign")
    restart(machine)
    formgrader.press("release")
    restart(machine)

    bob = HubLab(browser, machine, "bob")
    alice = (HubLab if everything() else ByRequests)(browser, machine, "alice")
    bob.fetch()
    picture(bob, "hub-fetched", bob.page.locator("#assignments").first)
    solved = solve_on_disk(machine, "bob")
    bob.open_notebook()
    assert "All tests passed" in bob.run("setup", FIRST, f"{FIRST}_test")
    assert FIRST in machine.run("cat", "/home/bob/work/progress.txt").stdout
    restart(machine, always=True)
    # The kernel remembers.
    assert bob.run(f"{FIRST}_test").endswith("All tests passed.\n")
    bob.page.locator(".validate-button").filter(visible=True).click()
    dialog = bob.page.locator(".jp-Dialog")
    dialog.wait_for(timeout=LONG * 1000)
    assert "Success! Your notebook passes all the tests." in dialog.inner_text()
    bob.shoot("validated")
    bob.page.keyboard.press("Enter")
    bob.submit()
    restart(machine)

    alice.fetch()
    solve_on_disk(machine, "alice", only=[FIRST])
    alice.submit()
    plant_what_mallory_hands_in(machine)
    # A second fetch overwrites nothing.
    again = ByRequests(browser, machine, "bob")
    again.fetch()
    kept = [
        cell["source"]
        for cell in json.loads(machine.run("cat", notebook_of("bob")).stdout)["cells"]
    ]
    assert kept == [cell["source"] for cell in json.loads(solved)["cells"]]

    formgrader.press("collect")
    restart(machine)
    grade = f"python -m grading {ASSIGNMENT} --quiet"
    said = machine.run("bash", "-lc", grade, account=places.COURSE).stdout
    assert "3 submissions = 2 graded + 1 missing" in said
    restart(machine)
    formgrader.press("generate-feedback")
    formgrader.press("release-feedback")
    restart(machine)

    assert f"{ASSIGNMENT} (Score: 100.0 / 100.0)" in bob.feedback()
    picture(bob, "hub-feedback", bob.page.locator("#jp-main-dock-panel"))
    assert f"{ASSIGNMENT} (Score: 5.0 / 100.0)" in alice.feedback()
    for one in (ada, bob, alice):
        assert not [error for error in one.errors if not is_expected(error)]
        one.close()


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
        mkdir "alice+{ASSIGNMENT}+{late}+x" "mallory+{ASSIGNMENT}+{early}+x" "x+{ASSIGNMENT}+x"
        echo '{{"cells": []}}' > "alice+{ASSIGNMENT}+{late}+x/{ASSIGNMENT}.ipynb"
        ln -s "{MASTERS}/{ASSIGNMENT}/{ASSIGNMENT}.ipynb" "mallory+{ASSIGNMENT}+{early}+x/"
        ln -s "{MASTERS}/{ASSIGNMENT}" "mallory+{ASSIGNMENT}+{late}+x"
        """,
        account="mallory",
    )


# ---------------------------------------------------------------- learners against each other

# What Mallory tries in her terminal. Each succeeds only if she gains something.
ATTEMPTS = {
    "list another home": "ls ~alice",
    "read another notebook": "cat ~alice/work/secret.txt",
    "read a master": f"cat {MASTERS}/{ASSIGNMENT}/{ASSIGNMENT}.ipynb",
    "read solved": f"cat {places.COURSE_FOLDER}/solved/notebook_04.py",
    "read the gradebook": f"cat {places.COURSE_FOLDER}/classroom/gradebook.db",
    "list what the instructor has": f"ls {places.COURSE_FOLDER}/classroom",
    "list what is handed in": f"ls {INBOUND}",
    "read a submission, knowing its name": f"cat '{INBOUND}/ALICES/secret.txt'",
    "change a submission": f"touch '{INBOUND}/ALICES/new'",
    "rename a submission": f"mv '{INBOUND}/ALICES' '{INBOUND}/gone'",
    "remove a submission": f"rm -r '{INBOUND}/ALICES'",
    "list the feedback": f"ls {INBOUND.parent}/feedback",
    "put something among the feedback": f"touch {INBOUND.parent}/feedback/x.html",
    "change what is released": f"touch {INBOUND.parent}/outbound/x",
    "make another course": f"mkdir {places.EXCHANGE}/another",
    "move the course away": f"mv {INBOUND.parent} {places.EXCHANGE}/gone",
    "change the programs": f"touch {places.HUB}/x || touch {places.LIBRARY}/x",
    "change Python": f"touch {places.ENVIRONMENT}/lib/x || touch {places.PROXY}/x",
    "read what the hub remembers": f"ls {places.DATABASE} || cat {places.PASSWORDS}",
    "read the hub's settings": f"cat {places.SETTINGS}",
    "read the key of another server": f"cat {places.KEYS}/alice/*",
    "read another's variables": "cat /proc/SERVER/environ",
    "read another's memory": "head -c1 /proc/SERVER/mem || cat /proc/SERVER/maps | grep .",
    "look at another's open files": "ls /proc/SERVER/fd || ls /proc/SERVER/cwd/",
    "stop another server": "kill -0 SERVER",
    "trace another process": (
        "python -c 'import ctypes; "
        "raise SystemExit(ctypes.CDLL(None).ptrace(16, SERVER, 0, 0) != 0)'"
    ),
    "become another account": "su course -c id </dev/null || sudo -n id",
    "link to another's file": f"ln {MASTERS}/{ASSIGNMENT}/{ASSIGNMENT}.ipynb . || ln ~alice/x .",
    "talk to another server without the hub": (
        "curl -sk https://127.0.0.1:PORT/user/alice/api || curl -s http://127.0.0.1:PORT/"
    ),
    "talk to the hub without its proxy": "curl -sk https://127.0.0.1:HUB/hub/api/users",
    "talk to the proxy": "curl -sk https://127.0.0.1:PROXY/api/routes",
    "see a kernel on the network": "ss -tlnp 2>/dev/null | grep -q ipykernel",
}
READING = re.compile("list|read|look")
# What Mallory asks the hub for, signed in, and by the token of her server.
REQUESTS = [
    ("GET", "users"),
    ("GET", "users/alice"),
    ("POST", "users/alice/server"),
    ("DELETE", "users/alice/server"),
    ("POST", "users/alice/tokens"),
    ("GET", "users/alice/tokens"),
    ("POST", "users/course/server"),
    ("DELETE", "users/course/server"),
    ("POST", "users/mallory2"),
    ("PATCH", "users/mallory"),
    ("GET", "groups"),
    ("POST", "groups/course/users"),
    ("GET", "proxy"),
    ("GET", "services"),
    ("POST", "shutdown"),
    ("GET", "user/alice/api/contents"),
    ("GET", "user/alice/api/kernels"),
    ("GET", "user/course/api/contents"),
    ("GET", "user/course/formgrader/api/gradebook"),
    ("GET", "user/alice/lab"),
]


def test_learner_gains_nothing_from_others_and_the_instructor(machine):
    # JupyterHub itself would give her what the link leads to, with the key of her server.
    machine.run("ln", "-s", "/etc", "/home/mallory/.jupyterhub", account="mallory")
    alice, mallory = (Person(machine, name).start() for name in ("alice", "mallory"))
    assert machine.run("stat", "-c", "%U", "/etc").stdout == "root\n"
    kernel = alice.ask("POST", "api/kernels").json()["id"]
    machine.run(
        "bash",
        "-ec",
        f"""
        echo canary | tee ~alice/work/secret.txt ~alice/x >/dev/null
        mkdir "{INBOUND}/ALICES"
        echo canary > "{INBOUND}/ALICES/secret.txt"
        chown -R alice:{places.COURSE} "{INBOUND}/ALICES"
        chmod 750 "{INBOUND}/ALICES"
        """,
    )
    (server,) = (
        found.split()
        for found in machine.run("ps", "-u", "alice", "-o", "pid=,args=").stdout.splitlines()
        if "jupyterhub-singleuser" in found
    )
    variables = machine.run("cat", f"/proc/{server[0]}/environ").stdout.split("\0")
    address = next(v for v in variables if v.startswith("JUPYTERHUB_SERVICE_URL="))
    words = {"SERVER": server[0], "PORT": urlsplit(address.partition("=")[2]).port}
    words |= {"HUB": machine.hub_port, "PROXY": machine.proxy_port}
    script = ["cd ~"]
    for number, attempt in enumerate(ATTEMPTS.values()):
        for word, value in words.items():
            attempt = re.sub(rf"\b{word}\b", str(value), attempt)
        script.append(f"({attempt}) >/dev/null 2>&1 && echo {number}")
    gained = machine.run("bash", "-c", "\n".join(script), account="mallory", check=False).stdout
    assert [list(ATTEMPTS)[int(number)] for number in gained.split()] == []
    # Root gains all that is to be read, so that none of these fails by a slip of the pen.
    reading = [line for line, name in zip(script[1:], ATTEMPTS, strict=True) if READING.match(name)]
    own = machine.run("bash", "-c", "\n".join(reading), check=False).stdout
    assert len(own.split()) == len(reading)

    assert mallory.ask("GET", "api/terminals").ok  # her own server answers her
    mine = machine.run("pgrep", "-u", "mallory", "-f", "jupyterhub-singleuser").stdout.split()[0]
    environment = machine.run("cat", f"/proc/{mine}/environ").stdout.split("\0")
    (token,) = (v.partition("=")[2] for v in environment if v.startswith("JUPYTERHUB_API_TOKEN="))
    by_token = requests.Session()
    by_token.headers["Authorization"] = f"token {token}"
    for method, path in REQUESTS:
        url = f"{machine.url}/{path if path.startswith('user/') else f'hub/api/{path}'}"
        headers = {"X-XSRFToken": mallory.xsrf("/hub/")}
        for session in (mallory.session, by_token):
            answer = session.request(method, url, headers=headers, timeout=60)
            assert answer.status_code in (400, 403, 404, 405), (method, path, answer.status_code)
    assert alice.ask("GET", f"api/kernels/{kernel}").ok
    # A false name, a wrong password, an account that is the system's.
    for name, password in (("alice", "wrong"), ("course", ""), ("root", ""), ("nobody", "x")):
        stranger = Person(machine, name, password=password)
        assert stranger.signed_in.status_code == 403
