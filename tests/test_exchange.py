"""What the course account collects, where learners may put anything into the exchange."""

import os
import pwd
import shutil
import sys
import time
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from conftest import ASSIGNMENT, MASTER, solve

from authoring.masters import ROOT
from grading.assignment import load, released
from grading.gradebook import Writer
from grading.intake import SECRET_FILE, take_in
from grading.results import Result
from release.helpers import modules

if sys.platform == "win32":
    pytest.skip("the exchange needs Unix", allow_module_level=True)
sys.path.insert(0, str(ROOT / "hub"))
import exchange
import places
from traitlets.config import Config

ME = pwd.getpwuid(os.getuid()).pw_name
NOW = "2026-11-28 10:00:00.000000 UTC"
SECRET = "0123456789abcdef" * 8
as_root = pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file to another")


@pytest.fixture
def course(tmp_path):
    """A configuration of nbgrader for a course, an exchange, and a learner's home."""
    config = Config()
    config.CourseDirectory.root = str(tmp_path)
    config.CourseDirectory.course_id = places.COURSE_ID
    config.CourseDirectory.assignment_id = ASSIGNMENT
    config.CourseDirectory.groupshared = True
    config.Exchange.root = str(tmp_path / "exchange")
    config.Exchange.assignment_dir = str(tmp_path / "work")
    config.Exchange.cache = str(tmp_path / "cache")
    for name in ("inbound", "outbound", "feedback"):
        (tmp_path / "exchange" / places.COURSE_ID / name).mkdir(parents=True)
    (inbound(tmp_path) / "../outbound" / ASSIGNMENT).mkdir()
    (tmp_path / "work" / ASSIGNMENT).mkdir(parents=True)
    (tmp_path / "work" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").write_text('{"cells": []}')
    return config


def inbound(folder):
    return folder / "exchange" / places.COURSE_ID / "inbound"


def run(kind, config, **options):
    """Run a part of the exchange, as nbgrader does."""
    from nbgrader.auth import Authenticator
    from nbgrader.coursedir import CourseDirectory

    coursedir = CourseDirectory(config=config)
    part = kind(
        coursedir=coursedir, authenticator=Authenticator(config=config), config=config, **options
    )
    part.start()
    return part


def put(folder, name, content='{"cells": []}'):
    """Put a submission into the exchange by hand, as a learner can."""
    path = inbound(folder) / name
    path.mkdir()
    (path / f"{ASSIGNMENT}.ipynb").write_text(content)
    (path / SECRET_FILE).write_text(SECRET)
    return path


def collected(folder, student=ME):
    path = folder / "submitted" / student / ASSIGNMENT
    return {file.name: file.read_text() for file in path.iterdir()} if path.is_dir() else {}


def test_submission_is_collected_with_its_secret_and_the_server_s_time(course, tmp_path):
    run(exchange.Submit, course)
    (entry,) = inbound(tmp_path).iterdir()
    assert entry.stat().st_mode & 0o007 == 0  # nobody else, whoever knows the name
    (kept,) = (tmp_path / "cache" / places.COURSE_ID).iterdir()
    run(exchange.Collect, course)
    found = collected(tmp_path)
    assert set(found) == {f"{ASSIGNMENT}.ipynb", SECRET_FILE, exchange.TIME}
    assert found[SECRET_FILE] == (kept / SECRET_FILE).read_text()
    assert found[exchange.TIME].startswith(f"{datetime.utcnow():%Y-%m-%d %H:}")


def test_submission_that_is_cut_off_is_not_collected_and_the_one_before_is(
    course, tmp_path, monkeypatch
):
    run(exchange.Submit, course)
    notebook = tmp_path / "work" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    before = notebook.read_text()
    notebook.write_text('{"cells": [], "half": 1}')
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run(exchange.Submit, course)
    run(exchange.Collect, course, update=True)
    assert collected(tmp_path)[f"{ASSIGNMENT}.ipynb"] == before
    run(exchange.Submit, course)
    run(exchange.Collect, course, update=True)
    assert "half" in collected(tmp_path)[f"{ASSIGNMENT}.ipynb"]


@as_root
def test_submission_in_the_name_of_another_is_not_collected(course, tmp_path):
    nobody = pwd.getpwnam("nobody")
    forged = put(tmp_path, f"{ME}+{ASSIGNMENT}+2099-01-01 00:00:00 UTC+x", "forged")
    os.chown(forged, nobody.pw_uid, nobody.pw_gid)
    put(tmp_path, f"{ME}+{ASSIGNMENT}+{NOW}+y", "true")
    run(exchange.Collect, course)
    assert collected(tmp_path)[f"{ASSIGNMENT}.ipynb"] == "true"
    assert [path.name for path in (tmp_path / "submitted").iterdir()] == [ME]


@as_root
def test_file_of_another_in_a_submission_is_not_collected(course, tmp_path):
    nobody = pwd.getpwnam("nobody")
    path = put(tmp_path, f"nobody+{ASSIGNMENT}+{NOW}+x")
    os.chown(path, nobody.pw_uid, nobody.pw_gid)
    (path / f"{ASSIGNMENT}.ipynb").unlink()
    os.link(MASTER, path / f"{ASSIGNMENT}.ipynb")  # a hard link to what is not theirs
    run(exchange.Collect, course)
    assert set(collected(tmp_path, "nobody")) == {SECRET_FILE, exchange.TIME}
    assert collected(tmp_path, "nobody")[SECRET_FILE] != SECRET  # that file is not theirs


def test_links_pipes_and_odd_names_end_nothing_and_bring_nothing(course, tmp_path):
    path = put(tmp_path, f"{ME}+{ASSIGNMENT}+{NOW}+x")
    (path / f"{ASSIGNMENT}.ipynb").unlink()
    (path / f"{ASSIGNMENT}.ipynb").symlink_to(MASTER)
    os.mkfifo(path / "pipe.ipynb")
    (path / "data.bin").write_bytes(b"x")
    (inbound(tmp_path) / f"{ME}+{ASSIGNMENT}+2099-01-01 00:00:00 UTC+z").symlink_to(MASTER.parent)
    for name in ("x", f"a+{ASSIGNMENT}", f"b+{ASSIGNMENT}+no time", f"+{ASSIGNMENT}+{NOW}+x"):
        (inbound(tmp_path) / name).mkdir()
    run(exchange.Collect, course)
    assert set(collected(tmp_path)) == {SECRET_FILE, exchange.TIME}


def test_time_in_the_name_does_not_count(course, tmp_path):
    first = put(tmp_path, f"{ME}+{ASSIGNMENT}+2099-01-01 00:00:00 UTC+x", "first")
    time.sleep(0.02)  # the file system's clock ticks every few milliseconds
    put(tmp_path, f"{ME}+{ASSIGNMENT}+2000-01-01 00:00:00 UTC+y", "second")
    (first / exchange.TIME).write_text("2000-01-01 00:00:00 UTC")
    time.sleep(0.02)
    put(tmp_path, f"{ME}+{ASSIGNMENT}+2001-01-01 00:00:00 UTC+y", "third")
    run(exchange.Collect, course)
    found = collected(tmp_path)
    assert found[f"{ASSIGNMENT}.ipynb"] == "third"
    assert found[exchange.TIME].startswith(f"{datetime.utcnow():%Y-%m-%d %H:}")


def test_feedback_goes_to_those_who_handed_in_here_whoever_else_is_in_the_class(course, tmp_path):
    for student, secret in (("ann", SECRET), ("by-mail", "")):
        folder = tmp_path / "feedback" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        (folder / f"{ASSIGNMENT}.html").write_text(student)
        if secret:
            (folder / SECRET_FILE).write_text(secret)
            (folder / exchange.TIME).write_text(NOW)
    run(exchange.ReleaseFeedback, course)
    (page,) = (inbound(tmp_path).parent / "feedback").iterdir()
    assert page.read_text() == "ann"


def test_graded_notebook_keeps_the_secret_of_its_submission(tmp_path):
    from nbgrader.coursedir import CourseDirectory

    assignment = load(ASSIGNMENT, 1)
    folder = tmp_path / "submitted" / "ann" / ASSIGNMENT
    folder.mkdir(parents=True)
    notebook = solve(nbformat.read(MASTER, as_version=4))
    nbformat.write(notebook, folder / f"{ASSIGNMENT}.ipynb")
    (folder / SECRET_FILE).write_text(SECRET)
    (folder / exchange.TIME).write_text(NOW)
    submission = take_in(tmp_path / "submitted", "ann", assignment)
    assert submission.secret == SECRET
    writer = Writer.__new__(Writer)  # without a gradebook
    writer.assignment, writer.coursedir = assignment, CourseDirectory(root=str(tmp_path))
    writer.released_texts = {}
    writer._write_notebook(submission, Result("ann", "graded"))
    graded = tmp_path / "autograded" / "ann" / ASSIGNMENT
    assert (graded / SECRET_FILE).read_text() == SECRET
    assert (graded / exchange.TIME).read_text() == "2026-11-28 10:00:00 UTC"


def test_released_folder_is_validated_with_its_own_modules(release, tmp_path):
    """On a hub Validate sees no master: what was released is all there is."""
    shutil.copytree(release, tmp_path / ASSIGNMENT)
    (tmp_path / ASSIGNMENT / "exercises" / "notebook_04.py").write_text("changed = 1\n")
    found, course = released(ASSIGNMENT, tmp_path), released(ASSIGNMENT)
    assert found.helpers["exercises/notebook_04.py"] == b"changed = 1\n"
    assert found.exercises == course.exercises
    sources, same = (
        [cell["source"] for cell in each.notebook["cells"]] for each in (found, course)
    )
    assert sources == same


def test_what_learners_servers_import_holds_no_solution():
    source = "import grading.validation, release.start_page, release.end_page"
    names = {path.as_posix() for path in modules(source)}
    assert "grading/validation.py" in names
    assert not [name for name in names if name.startswith(("solved", "authoring/notebook"))]
    assert not [name for name in names if "expected/" in name]


def test_course_has_one_name():
    from traitlets.config import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    assert config.CourseDirectory.course_id == places.COURSE_ID
