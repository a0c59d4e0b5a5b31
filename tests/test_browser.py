"""A learner's evening and an instructor's morning, in a real browser.

Pictures of all that is seen lie in screenshots/ afterwards. Those in docs/images, which the README
shows, are made here too: KEEP_PICTURES=1 renews them.
"""

import re
import shutil
import subprocess
import sys
import urllib.request
from urllib.parse import urlsplit

import nbformat
import pytest
from browser import (
    CHROMIUM,
    PATIENCE,
    READY,
    TOKEN,
    Lab,
    Page,
    module_of,
    needs_browser,
    picture,
    served,
    set_up_course,
)
from conftest import (
    ASSIGNMENT,
    ENVIRONMENT,
    MASTER,
    copy_of_course,
    nbgrader,
    needs_sandbox,
    solve,
    write,
)
from sampling import sampled
from test_class import FIRST_FIVE, IN_PLACE, SHAPE, TWO_LAYERS, WRONG_COST

from authoring.masters import masters, read
from exercises import progress
from release.start_page import END

pytestmark = needs_browser

THEMES = ("light", "dark")
FIRST, CARD = "initialize_parameters", "score-card-code"
OPEN = "raise ExerciseOpen(1"
FLAT = (
    "W1 = np.random.randn(n_h, n_x) * 0.01\nb1 = np.zeros(n_h)\n"
    "W2 = np.random.randn(n_y, n_h) * 0.01\nb2 = np.zeros((n_y, 1))"
)
TO_TOP = "node => { node.style.scrollMarginTop = '12px'; node.scrollIntoView({block: 'start'}); }"
COLUMN = "b1 = np.zeros((n_h, 1))"


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "there is no Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM)
        yield running
        running.close()


# ---------------------------------------------------------------- the learner


@pytest.fixture(scope="module")
def learners_course(tmp_path_factory):
    return set_up_course(tmp_path_factory.mktemp("learner") / "course")


@pytest.fixture(scope="module")
def learners_server(learners_course):
    """What a learner types: python run.py start."""
    command = [sys.executable, "run.py", "start"]
    with served(command, learners_course, learners_course.with_name("home")) as url:
        yield url


@pytest.fixture(params=THEMES)
def lab(request, browser, learners_course, learners_server):
    """JupyterLab as a learner finds it the first time, in both themes."""
    work = learners_course / "work"
    shutil.rmtree(work / ASSIGNMENT)
    shutil.copytree(work / ".release" / ASSIGNMENT, work / ASSIGNMENT)
    (work / progress.NAME).unlink(missing_ok=True)
    opened = Lab(browser, learners_server, request.param)
    yield opened
    opened.shoot(f"end-of-{request.function.__name__[5:25]}")
    opened.close()
    assert opened.errors == []
    assert opened.requests == []


def test_the_first_page_shows_the_notebooks_and_nothing_that_a_learner_does_not_need(lab):
    lab.shoot("first-page")
    # The names have the whole width: no second column cuts them off.
    names = [master.parent.name for master in masters()]
    assert lab.files() == (["Name"], [*names, END, progress.START])
    menus = lab.page.locator("#jp-MainMenu .lm-MenuBar-itemLabel").all_inner_texts()
    assert menus == ["File", "Edit", "View", "Run", "Kernel", "Tabs", "Settings", "Help"]
    assert lab.page.get_by_text("Create Assignment").count() == 0
    assert lab.page.locator(".jp-Dialog, .jp-toast, .Toastify__toast").count() == 0


def test_start_opens_the_start_page(learners_server):
    """JupyterLab's own address leads there."""
    with urllib.request.urlopen(f"{learners_server}/?token={TOKEN}", timeout=PATIENCE) as answer:
        assert urlsplit(answer.url).path == "/lab/tree/start.ipynb"


def test_the_first_exercise_from_open_to_passed(lab):
    lab.open(ASSIGNMENT, f"{ASSIGNMENT}.ipynb")
    lab.shoot("notebook")
    said = lab.run("setup", FIRST, f"{FIRST}_test")
    assert " ".join(said.split()) == (
        f"Exercise 1, {FIRST}, is still open: write your code between the two markers, in place of "
        "the line that raises this."
    )
    lab.shoot("open")

    lab.replace(FIRST, OPEN, FLAT)
    assert FLAT.replace("\n", "\n    ") in lab.state(FIRST)["source"]  # indented by JupyterLab
    said = lab.run(FIRST, f"{FIRST}_test").splitlines()
    assert " ".join(said[5:]) == (
        f"Exercise 1, {FIRST}: b1 should be an array of shape (2, 1), and yours has shape (2,). "
        "This is a 1-D array. A column has shape (n, 1). Look at `b1 = np.zeros(n_h)`: with "
        "`np.zeros((n_h, 1))` in place of `np.zeros(n_h)`, every case is right. "
        "Called on public case 1."
    )
    line = lab.show(FIRST).locator(".cm-line").filter(has_text="YOUR CODE STARTS HERE")
    test = lab.show(f"{FIRST}_test")
    lab.show("expected-01")  # the cell that is active has a frame and buttons
    line.evaluate(TO_TOP)
    lab.shoot("wrong")
    picture(lab, f"exercise-{lab.theme}", line, test)

    lab.replace(FIRST, "b1 = np.zeros(n_h)", COLUMN)
    assert lab.run(FIRST, f"{FIRST}_test").endswith(" All tests passed.\n")
    lab.shoot("passed")

    card = lab.run(CARD, key="Control+Enter").splitlines()
    assert card[0].split() == ["1", FIRST, "✓", "passed", "5", "of", "5"]
    assert card[-2].split()[-3:] == ["5", "of", "100"]
    lab.show("score-card")
    lab.shoot("score-card")
    start_page_from_the_score_card(lab)


def start_page_from_the_score_card(lab):
    """The link below the card leads to the start page, whose cell shows what has passed."""
    lab.page.locator(".jp-OutputArea-output a", has_text="the start page").click()
    lab.page.get_by_role("heading", name="Where am I?").wait_for()
    lab.page.wait_for_function(READY)
    lab.shoot("start-page-before")
    said = lab.run("where", key="Control+Enter")
    assert re.search(r"04-deep-network-step-by-step +5 of 100", said)
    assert "Next: exercise 2, initialize_parameters_deep, in notebook 04." in said
    lab.page.locator(".jp-OutputArea-output img").wait_for()
    lab.shoot("start-page")
    lab.page.locator(".jp-OutputArea-output table a", has_text="01 NumPy").click()
    lab.page.locator(".jp-Notebook h1", has_text="NumPy for neural networks").wait_for()
    lab.page.wait_for_function(READY)


def test_validate_names_what_is_open_and_at_last_says_success(lab, learners_course):
    lab.open(ASSIGNMENT, f"{ASSIGNMENT}.ipynb")
    validate_open(lab, MASTER)
    solve_on_disk(lab, learners_course, MASTER)
    card = lab.run_all(CARD)
    assert card.splitlines()[-2].split()[-3:] == ["100", "of", "100"]
    lab.show("score-card")
    lab.shoot("complete")
    validate_solved(lab, MASTER)


OTHERS = [master for master in masters() if master != MASTER]


@pytest.mark.parametrize("master", OTHERS, ids=[path.stem[:2] for path in OTHERS])
def test_validate_goes_the_same_way_in_every_notebook(
    browser, learners_course, learners_server, master
):
    if not sampled([master.stem], str, master.stem[:2]):
        pytest.skip("not in a sampled run")
    lab = Lab(browser, learners_server)
    lab.open(master.stem, master.name)
    validate_open(lab, master)
    solve_on_disk(lab, learners_course, master)
    validate_solved(lab, master)
    # Validate passed every exercise, and the learner none.
    kept = progress.read(learners_course / "work")
    assert master.stem[:2] not in {notebook for notebook, _ in kept.dates}
    lab.close()
    assert lab.errors == []
    assert lab.requests == []


def validate_open(lab, master):
    """Press Validate where nothing is solved: every exercise is named, in lines that fit."""
    dialog = lab.validate()
    said = " ".join(dialog.inner_text().split())
    names = [cell.id.removesuffix("_test") for cell in read(master).cells if "_test" in cell.id]
    assert said.count("is still open") == len(names)
    for number, name in enumerate(names, 1):
        assert f"Exercise {number}, {name}, is still open: write your code between the two" in said
    assert dialog.evaluate(
        "node => [...node.querySelectorAll('pre')].filter(pre => pre.textContent.includes('open'))"
        ".every(pre => pre.scrollWidth <= pre.clientWidth)"
    )
    lab.shoot(f"validate-open-{master.stem[:2]}")
    lab.page.keyboard.press("Enter")
    dialog.wait_for(state="detached")


def solve_on_disk(lab, course, master):
    """The evening goes on: all exercises are solved, and the file has changed on disk."""
    path = course / "work" / master.stem / master.name
    write(solve(nbformat.read(path, as_version=4), master=master), path)
    lab.reload()


def validate_solved(lab, master):
    dialog = lab.validate()
    assert "Success! Your notebook passes all the tests." in dialog.inner_text()
    lab.shoot(f"validate-solved-{master.stem[:2]}")
    lab.page.keyboard.press("Enter")
    dialog.wait_for(state="detached")


# ---------------------------------------------------------------- the instructor

# Who hands in what.
CLASS = {
    "ada": {},
    "alan": {"changes": WRONG_COST},
    "emmy": {"changes": SHAPE},
    "grace": {"only": FIRST_FIVE},
    "katherine": {},
    "mary": {"changes": IN_PLACE},
    "sofia": {"changes": TWO_LAYERS},
    "srinivasa": {},
}
BUTTON = "emmy"  # graded by formgrader's button


@pytest.fixture(scope="module")
def class_(tmp_path_factory):
    """A course whose class has handed in."""
    course = copy_of_course(tmp_path_factory.mktemp("instructor") / "course")
    nbgrader(course, "generate_assignment", ASSIGNMENT)
    classroom = course / "classroom"
    released = classroom / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    for student, what in CLASS.items():
        notebook = solve(nbformat.read(released, as_version=4), **what)
        write(notebook, classroom / "submitted" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    (classroom / "submitted" / "max" / ASSIGNMENT).mkdir(parents=True)
    return course


@needs_sandbox
def test_formgrader_lists_the_assignments_grades_and_writes_feedback(browser, class_):
    # As run.py leaves it: JupyterLab does not ask about news.
    settings = class_.with_name("settings")
    (settings / "labconfig").mkdir(parents=True)
    (settings / "labconfig" / "page_config.json").write_text(module_of(class_ / "run.py").NO_NEWS)
    command = [sys.executable, "-m", "jupyterlab"]
    home = class_.with_name("home")
    with served(command, class_, home, JUPYTER_CONFIG_PATH=str(settings)) as url:
        lab = Lab(browser, url)
        lab.page.set_viewport_size({"width": 1500, "height": 900})
        lab.page.get_by_role("menuitem", name="Nbgrader").click()
        lab.page.get_by_role("menuitem", name="Formgrader").click()
        frame = lab.page.frame_locator("iframe")
        for master in masters():
            frame.get_by_role("link", name=master.parent.name, exact=True).wait_for()
        lab.shoot("formgrader")
        frame.locator("tr", has_text=ASSIGNMENT).locator(".num-submissions a").click()
        student = frame.locator("tr", has_text=BUTTON)
        student.locator(".status", has_text="needs autograding").wait_for()
        lab.shoot("submissions")
        student.locator(".autograde a").click()
        dialog = frame.locator(".modal-dialog").filter(visible=True)
        dialog.get_by_text("Successfully autograded").wait_for()
        lab.shoot("autograded")
        dialog.get_by_role("button", name="OK").click()
        student.get_by_text("95 / 100").wait_for()
        student.locator(".generate-feedback a").click()
        dialog.get_by_text("Successfully generated feedback").wait_for()
        lab.close()
        assert lab.errors == []
        assert lab.requests == []

    page = Page(browser)
    page.page.goto(feedback(class_, BUTTON).as_uri())
    said = " ".join(page.page.locator("body").inner_text().split())
    assert f"{ASSIGNMENT} (Score: 95.0 / 100.0)" in said
    assert "b1 should be an array of shape (2, 1), and yours has shape (2,)." in said
    page.page.get_by_text("b1 should be an array").scroll_into_view_if_needed()
    page.shoot("feedback")
    page.close()


def feedback(course, student):
    return course / "classroom" / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html"


@needs_sandbox
def test_the_class_at_a_glance(browser, class_):
    subprocess.run(
        [sys.executable, "-m", "grading", ASSIGNMENT, "--quiet"],
        cwd=class_,
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
    )
    report = class_ / "classroom" / "grading" / ASSIGNMENT / "class.html"
    for theme in THEMES:
        page = Page(browser, color_scheme=theme)
        page.page.set_viewport_size({"width": 900, "height": 800})
        page.page.goto(report.as_uri())
        page.shoot(f"class-{theme}")
        causes, table = (
            page.page.locator("section", has=page.page.get_by_role("heading", name=name))
            for name in ("Causes", "All submissions")
        )
        rows = [row.inner_text().split() for row in table.locator("tbody tr").all()]
        assert [row[0] for row in rows] == sorted([*CLASS, "max"])
        assert ["ada", "graded", "100", *"✓✓✓✓✓✓✓✓✓✓"] in rows
        assert "Every iteration reads caches[0]" in causes.inner_text()
        table.evaluate(TO_TOP)
        picture(page, f"class-{theme}", table)
        page.close()
        assert page.errors == []
        assert page.requests == []
