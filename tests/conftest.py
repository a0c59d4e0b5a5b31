"""What several test files share: copies of the course, and nbgrader run in them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from sampling import pytest_runtest_call  # noqa: F401 (a hook of pytest)
from suite import (  # noqa: F401 (hooks of pytest)
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_terminal_summary,
    pytest_xdist_make_scheduler,
)

from authoring.clean import text
from authoring.masters import NOTEBOOKS, ROOT, exercises, read
from exercises.testing import is_installed

ASSIGNMENT = "04-deep-network-step-by-step"
MASTER = NOTEBOOKS / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
COPIED = (
    "notebooks",
    "authoring",
    "release",
    "datasets",
    "dnn_tools",
    "exercises",
    "grading",
    "solved",
    "classroom",
)
needs_sandbox = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not (shutil.which("bwrap") or os.environ.get("CI")),
    reason="the grader's sandbox needs Linux and bubblewrap",
)
# nbgrader calls alembic by name, so the scripts of this environment must be found first.
ENVIRONMENT = os.environ | {
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
}


def nbgrader(folder, *arguments):
    """Run an nbgrader command in a folder, as an instructor would, and return what it printed.

    Raises:
        AssertionError: it ended with an error; the message is its output.
    """
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def copy_of_course(folder):
    """A copy of the course without anything that was generated, to grade a class in."""
    for name in COPIED:
        ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        if name == "classroom":
            ignore = shutil.ignore_patterns("[!.]*")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for path in [*ROOT.glob("*.py"), ROOT / "pyproject.toml"]:
        shutil.copy(path, folder)
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "whole-way.md", folder / "docs")  # the text of the last page
    return folder


def with_package(master):
    """{function: its test} of the exercises of a notebook whose packages are installed here."""
    tests = exercises(master).tests
    return {name: test for name, test in tests.items() if is_installed(test.exercise.needs)}


def solve(notebook, changes=None, only=None, master=MASTER):
    """Fill a student notebook with the master's solutions.

    Arguments:
        notebook: the student version; it is changed.
        changes: {grade_id: the source to use instead of the master's}.
        only: the grade_ids to solve; the rest stays open. Default: all.
        master: the path of the master.
    """
    for cell in read(master).cells:
        if cell.metadata.get("nbgrader", {}).get("solution") and (only is None or cell.id in only):
            solved = next(other for other in notebook.cells if other.id == cell.id)
            solved.source = (changes or {}).get(cell.id, cell.source)
    return notebook


@pytest.fixture(scope="session")
def release(tmp_path_factory):
    """The folder of the student version of notebook 04."""
    from release.student_version import generate

    folder = tmp_path_factory.mktemp("release")
    generate(folder)
    return folder / ASSIGNMENT


@pytest.fixture
def student(release):
    """The student version of notebook 04."""
    return nbformat.read(release / f"{ASSIGNMENT}.ipynb", as_version=4)


def write(notebook, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(notebook), encoding="utf-8", newline="\n")


@pytest.fixture(scope="session")
def released_course(tmp_path_factory):
    """A course that is released and has canaries in it, to copy; see classroom.py."""
    from classroom import release_course

    return release_course(tmp_path_factory.mktemp("released_course"))
