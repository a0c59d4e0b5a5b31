"""The command of the author's side. That everything is up to date, `run.py test` sees to."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import MASTER, copy_of_course

from authoring import __main__ as command
from authoring import expected, solved
from authoring.masters import ROOT, exercises, master


def test_notebook_that_does_not_exist_is_one_sentence(capsys):
    with pytest.raises(SystemExit):
        command.main(["check", "99"])
    assert "there is no notebook 99" in capsys.readouterr().err


def test_master_is_found_by_its_number():
    assert master("04") == MASTER


@pytest.mark.parametrize(
    ("table", "stale"),
    [
        ("PUBLIC", [0.2797765]),
        ("META", {"number": 6, "points": 11, "takes": ("AL", "Y")}),
        ("META", {"number": 7, "points": 10, "takes": ("AL", "Y")}),
        ("META", {"number": 6, "points": 10, "takes": ("A", "Y")}),
    ],
)
def test_stale_expected_values_are_reported(monkeypatch, capsys, table, stale):
    monkeypatch.setitem(exercises(MASTER).tables[table], "compute_cost", stale)
    assert expected.is_stale(MASTER)
    monkeypatch.setattr(command, "stale", lambda path: {expected.target(path): None})
    assert command.main(["check", "04"]) == 1
    assert "notebook_04.py is stale: run `python -m authoring make`." in capsys.readouterr().err


def test_solved_module_is_wanted_where_another_master_imports_it(monkeypatch, tmp_path):
    assert solved.is_wanted(MASTER)
    assert not solved.is_wanted(master("06"))
    assert not solved.is_stale(master("06"))
    monkeypatch.setattr(solved, "FOLDER", tmp_path)
    assert solved.is_stale(MASTER)
    solved.write(MASTER)
    assert not solved.is_stale(MASTER)
    (tmp_path / "notebook_04.py").write_text("# changed")
    assert solved.is_stale(MASTER)


def test_solved_module_imports_only_what_its_functions_use():
    """A docstring of notebook 09 names L_model_backward, and no function calls it."""
    assert "import numpy as np\n\n\ndef" in solved.module(master("09"))
    text = solved.module(master("07"))  # its setup cell imports load_data too
    assert "import numpy as np" in text
    assert "dnn_utils" not in text


def test_make_writes_what_is_stale_and_nothing_else(monkeypatch, tmp_path, capsys):
    made = ROOT / "solved" / "notebook_04.py"
    written = []
    monkeypatch.setattr(command, "stale", lambda path: {made: lambda: written.append(path)})
    assert command.main(["make", "04"]) == 0
    assert written == [MASTER]
    assert capsys.readouterr().out.split() == ["solved/notebook_04.py", "written"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "should be two digits and words"),
        (["fourteen"], "should be two digits and words"),
        (["04-again"], "there is a notebook 04 already: 04-deep-network-step-by-step"),
        (["14-new", "no name"], "'no name' should be the name of a function"),
    ],
)
def test_notebook_that_cannot_begin_is_one_sentence(arguments, said, capsys):
    with pytest.raises(SystemExit):
        command.main(["new", *arguments])
    assert said in capsys.readouterr().err


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A course with a notebook 14 from the template, and how to run a module in it."""
    course = copy_of_course(tmp_path_factory.mktemp("course"))
    shutil.copytree(ROOT / "tests", course / "tests")
    for name in ("README.md", "requirements.txt"):
        shutil.copy(ROOT / name, course)

    def run(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=course,
            env=os.environ | {"PYTHONPATH": str(course)},  # for the kernel: it starts elsewhere
            capture_output=True,
            encoding="utf-8",
        )
        return done.returncode, done.stdout + done.stderr

    code, printed = run("authoring", "new", "14-try", "standardize")
    assert code == 0, printed
    return course, run


def test_notebook_from_the_template_lacks_its_own_words_and_nothing_else(begun):
    course, run = begun
    code, printed = run("authoring", "run", "14")
    assert code == 0, printed
    code, printed = run("authoring", "lacks", "14")
    assert (code, printed.splitlines()) == (
        1,
        [
            "14-try: its first cell is still the template's.",
            "14-try: release/series.toml has no entry for 14-try.",
        ],
    )
    assert run("authoring", "check", "14") == (0, "Everything is up to date.\n")


def test_exercise_of_the_template_withstands_every_attack(begun):
    course, run = begun
    names = ("mistakes", "right_answers", "mutants", "secret_cases")
    tests = [f"tests/test_{name}.py" for name in names]
    code, printed = run("pytest", "-q", "-k", "14", "authoring/notebook_14", *tests)
    assert code == 0, printed


def test_files_that_do_not_fit_yet_are_named(begun):
    course, run = begun
    answers = course / "authoring" / "notebook_14" / "answers.py"
    text = answers.read_text(encoding="utf-8")
    answers.write_text(text.replace('"standardize"', '"other"'), encoding="utf-8")
    code, printed = run("authoring", "lacks", "14")
    answers.write_text(text, encoding="utf-8")
    assert code == 1
    assert "answers.py lacks the exercise standardize" in printed
    assert "answers.py has the exercise other, and the master has not" in printed
