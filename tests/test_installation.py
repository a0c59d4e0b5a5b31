"""Where the course is installed, submissions could read it: it is refused, early and late."""

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from attacks import Attack
from conftest import ASSIGNMENT, ENVIRONMENT, copy_of_course, needs_sandbox

from classroom import book, copy_of_class, hand_in
from grading import sandbox
from grading.results import Problem
from grading.sandbox import course_modules, refuse_installed_course

STEALS = "from solved.notebook_04 import compute_cost\n"


def build(folder, wheels):
    """Build the wheel of what lies in a folder, as pip does it, and return the process."""
    code = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    command = [sys.executable, "-c", code, str(wheels)]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """The Python of a fresh environment that finds the packages of this one, not the course."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    (packages,) = folder.glob("lib/python3*/site-packages")
    (packages / "pins.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin" / "python"


def test_installation_that_copies_the_course_is_refused(tmp_path):
    done = build(copy_of_course(tmp_path / "course"), tmp_path)
    assert done.returncode != 0
    assert "install it with `python -m pip install -e .`" in done.stdout + done.stderr


@needs_sandbox
def test_submission_that_imports_an_installed_solution_is_not_graded(
    python, released_course, tmp_path
):
    """Whoever installs it all the same, here without setup.py, grades nobody."""
    source = copy_of_course(tmp_path / "source")
    (source / "setup.py").unlink()
    for name in ("README.md", "LICENSE", "LICENSE-TEXT"):
        (source / name).touch()
    course = copy_of_class(released_course, tmp_path / "course")
    hand_in(course, Attack("steals", 0, {"compute_cost": STEALS}))

    def grade():
        command = [str(python), "-m", "grading", ASSIGNMENT, "--quiet"]
        return subprocess.run(
            command, cwd=course, env=ENVIRONMENT, capture_output=True, encoding="utf-8"
        )

    done = build(source, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,), (packages,) = tmp_path.glob("*.whl"), python.parent.parent.glob("lib/*/site-packages")
    before = set(packages.iterdir())
    with zipfile.ZipFile(wheel) as file:
        file.extractall(packages)
    refused = grade()
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"The course is installed in {python.parent.parent}")
    assert refused.stderr.count("\n") == 1
    assert "pip uninstall deep-networks-step-by-step" in refused.stderr
    assert book(course) == {}
    # And so it is the installation that makes the difference.
    for path in set(packages.iterdir()) - before:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert grade().returncode == 0
    assert book(course)["steals"]["score"] == 0


PLACES = ["", "site-packages", "python3/dist-packages", "lib/python3.99/site-packages", "a/course"]


@pytest.mark.parametrize("place", PLACES)
def test_course_among_packages_is_found(tmp_path, monkeypatch, place):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    refuse_installed_course([str(tmp_path)])
    for name in ("solved/notebook_04.py", "authoring/notebook_04/answers.py", "dnn_utils.py"):
        module, found = name.removesuffix(".py"), Path(name)
        assert module in course_modules()
        # A compiled one is as good as the text, and may be all that was left.
        compiled = found.parent / "__pycache__" / f"{found.stem}.cpython-399.pyc"
        for kind in [found, found.with_suffix(".pyc"), *([compiled] if "/" in module else [])]:
            path = tmp_path / place / kind
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
            with pytest.raises(Problem, match=f"The course is installed in {tmp_path}"):
                refuse_installed_course([str(tmp_path)])
            path.unlink()


@pytest.mark.parametrize("name", ["a.zip", "a.egg", "a.whl"])
def test_course_in_a_zip_file_is_found(tmp_path, name):
    folder = tmp_path / "site-packages"
    folder.mkdir()
    with zipfile.ZipFile(folder / name, "w") as file:
        file.writestr("solved/notebook_04.py", "")
    with pytest.raises(Problem, match=name):
        refuse_installed_course([str(tmp_path)])


def test_of_an_environment_the_sandbox_shows_what_python_needs(tmp_path, monkeypatch):
    """Not a clone of the course that pip has put there, nor nbgrader's exchange in share."""
    for name in ("bin", "lib", "src", "share", "notebooks"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    shown = [Path(place) for place in sandbox._python_places()]
    assert tmp_path / "lib" in shown
    for name in ("src", "share", "notebooks"):
        assert not any((tmp_path / name).is_relative_to(place) for place in shown)


def test_another_package_of_the_same_name_is_not_the_course(tmp_path):
    for name in ("release/__init__.py", "release/version.py", "grading/__init__.py"):
        path = tmp_path / "site-packages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    refuse_installed_course([str(tmp_path)])


def test_course_outside_of_what_submissions_see_is_not_looked_for(tmp_path):
    solved = Path(tmp_path, "elsewhere", "site-packages", "solved")
    solved.mkdir(parents=True)
    (solved / "notebook_04.py").touch()
    (tmp_path / "shown").mkdir()
    refuse_installed_course([str(tmp_path / "shown")])
