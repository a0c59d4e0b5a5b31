"""Where the sandbox does not hold, nothing runs; who wants to do without is told so everywhere."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from attacks import Attack
from conftest import ASSIGNMENT, needs_sandbox

from classroom import book, copy_of_class, grade, graded_notebook, hand_in, record, rows
from grading.sandbox import Sandbox, SandboxError

pytestmark = needs_sandbox
STUDENT = "prints a mark"
MARKS = 'open("/tmp/it-ran", "w").close()\nprint("it ran")\n'


def class_of_one(released_course, folder):
    course = copy_of_class(released_course, folder)
    hand_in(course, Attack(STUDENT, 90, {"compute_cost": MARKS}, solved=True))
    return course


def bubblewrap(folder, script):
    """A PATH on which bwrap is a program of ours, or none; `script` is Python."""
    folder.mkdir()
    if script:
        path = folder / "bwrap"
        path.write_text(f"#!{sys.executable}\nimport os, sys\n{script}\n")
        path.chmod(0o755)
    return os.pathsep.join([str(folder), str(Path(sys.executable).parent)])


REAL = shutil.which("bwrap")
RUN = f"os.execv({REAL!r}, ['bwrap', *given])"
BROKEN = {
    "there is none": ("", "there is no bwrap here"),
    "it says why": ("sys.exit('bwrap: No permissions to make a namespace')", "No permissions"),
    "it says nothing": ("sys.exit(1)", "says nothing"),
    "it ends at once and well": ("sys.exit(0)", "does not start"),
    "the course is seen": (
        "given, end = sys.argv[1:], sys.argv.index('--remount-ro') - 1\n"
        "for way in ('/var', '/var/tmp', os.path.dirname('COURSE')):\n"
        "    given[end:end], end = ['--perms', '0755', '--dir', way], end + 4\n"
        f"given[end:end] = ['--ro-bind', 'COURSE', 'COURSE']\n{RUN}",
        "it sees the course",
    ),
}


@pytest.mark.parametrize("name", [name for name in BROKEN if "COURSE" not in BROKEN[name][0]])
def test_sandbox_that_does_not_hold_does_not_start(tmp_path, monkeypatch, name):
    script, reason = BROKEN[name]
    monkeypatch.setenv("PATH", bubblewrap(tmp_path / "bin", script))
    with pytest.raises(SandboxError, match=f"{reason}.*--no-sandbox grades without one"):
        Sandbox({}, "", [])


def test_sandbox_has_no_network_where_bubblewrap_leaves_one(tmp_path, monkeypatch):
    script = f"given = [option for option in sys.argv[1:] if option != '--unshare-net']\n{RUN}"
    monkeypatch.setenv("PATH", bubblewrap(tmp_path / "bin", script))
    with Sandbox({}, "", []) as sandbox, sandbox.session() as session:
        reply = session.ask({"cell": "import socket; socket.socket()", "name": "calls"})
        assert reply["error"]["type"] == "OSError"


def test_where_the_sandbox_does_not_hold_nothing_runs(released_course, tmp_path):
    """Not even where it starts well and only shows too much."""
    script, reason = BROKEN["the course is seen"]
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        course = class_of_one(released_course, Path(folder) / "course")
        course.chmod(0o755)  # pytest closes its folders to others
        script = script.replace("COURSE", str(course))
        done = grade(course, fresh=True, PATH=bubblewrap(tmp_path / "bin", script))
        assert done.returncode == 1
        assert reason in done.stderr
        assert "--no-sandbox grades without one" in done.stderr
        assert "Traceback" not in done.stderr
        assert not (course / "classroom" / "autograded").exists()
        assert book(course) == {}
        assert record(course, STUDENT) is None


def test_without_one_it_is_loud(released_course, tmp_path):
    course = class_of_one(released_course, tmp_path / "course")
    done = grade(course, "--no-sandbox")
    assert done.returncode == 0, done.stderr
    assert "WITHOUT A SANDBOX" in done.stderr
    assert "WITHOUT a sandbox" in " ".join(done.stdout.split())
    assert "it ran" in graded_notebook(course, STUDENT).read_text()
    assert rows(course)[STUDENT]["sandbox"] == "NO SANDBOX"
    assert record(course, STUDENT).sandbox is False
    reports = course / "classroom" / "grading" / ASSIGNMENT
    for name in ("class.html", "junit.xml"):
        assert "WITHOUT a sandbox" in (reports / name).read_text(encoding="utf-8")
    Path("/tmp/it-ran").unlink()  # which it could write: there was no sandbox
    # What ran without one is graded again as soon as there is one, although nothing has changed.
    assert grade(course).returncode == 0
    assert rows(course)[STUDENT]["sandbox"] == "yes"
    assert not Path("/tmp/it-ran").exists()
