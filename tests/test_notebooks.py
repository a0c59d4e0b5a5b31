"""The masters are clean and complete, and notebook 04 is true to its contract."""

import json
import re
import subprocess
import sys

import pytest
from conftest import MASTER

from authoring.clean import plan_problems, problems, text
from authoring.masters import ROOT, masters, read, solutions, sources
from authoring.minimum import lacking

EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])


def cells(kind=None, master=MASTER):
    return [cell for cell in read(master).cells if kind in (None, cell.cell_type)]


def stored_output(cell):
    return "".join(output.get("text", "") for output in cell.outputs)


def test_traces_of_a_machine_are_found(tmp_path):
    notebook = read(MASTER)
    notebook.metadata.language_info.version = "3.12.1"
    printing = next(cell for cell in notebook.cells if cell.get("outputs"))
    printing.outputs[0].text += "/home/someone/notebook.py"
    printing.metadata.collapsed = True
    notebook.cells[0].id = "1f0a77c3"
    notebook.cells[0].source += r" $\text{keep\_prob}$"
    path = tmp_path / "copy.ipynb"
    path.write_text(text(notebook))
    found = " ".join(problems(path))
    assert "random one" in found
    assert r"the backslash of \_" in found
    assert "shows a machine: /home/" in found
    assert "metadata or counts" in found


def test_a_file_that_is_no_notebook_is_one_sentence(tmp_path):
    path = tmp_path / "broken.ipynb"
    path.write_text("{")
    assert len(problems(path)) == 1


@EACH
def test_notebook_lacks_nothing(master):
    assert list(lacking(master)) == []


PLAN = """
| exercise | function | minutes | points |
| --- | --- | --- | --- |
| 1 | `relu` | 5 | 40 |
| 2 | `step` | 5 | 60 |
"""
RELU, STEP = {"number": 1, "points": 40}, {"number": 2, "points": 60}


@pytest.mark.parametrize(
    ("exercises", "found"),
    [
        ({"relu": RELU, "step": STEP}, []),
        ({"relu": RELU}, ["the plan names step, and no cell does"]),
        ({"relu": RELU, "step": STEP, "tanh": STEP}, ["the plan lacks tanh"]),
        (
            {"relu": RELU, "step": STEP | {"points": 50}},
            ["the plan gives step 60 points, and its test cell 50"],
        ),
        (
            {"relu": RELU, "step": STEP | {"number": 3}},
            ["the plan says that step is exercise 2, and its cell says 3"],
        ),
        (
            {"step": STEP, "relu": RELU},
            ["the plan has the exercises in another order than the cells"],
        ),
    ],
)
def test_plan_that_disagrees_with_the_cells_is_a_sentence(exercises, found):
    assert plan_problems(PLAN, exercises) == found


def changed(folder, cell_id, old, new):
    """The path of a copy of notebook 04 in which the text of a cell is changed."""
    notebook = read(MASTER)
    cell = next(cell for cell in notebook.cells if cell.id == cell_id)
    assert old in cell.source
    cell.source = cell.source.replace(old, new)
    path = folder / "copy.ipynb"
    path.write_text(text(notebook), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("cell", "old", "new", "sentence"),
    [
        ("plan", "| 20 |", "| 25 |", "the plan gives L_model_backward 25 points, and its test"),
        ("compute_cost", "Exercise 6:", "Exercise 7:", "compute_cost is exercise 6, and its cell"),
        ("compute_cost", "# Exercise 6", "# 6", "cell compute_cost: its first line should be like"),
        ("compute_cost", "def compute_", "def ", "compute_cost: it should define compute_cost"),
        ("compute_cost", "def compute_cost(", "def compute_cost((", "cell compute_cost: "),
    ],
)
def test_check_reports_what_the_plan_and_the_cells_say(tmp_path, cell, old, new, sentence):
    (found,) = problems(changed(tmp_path, cell, old, new))
    assert sentence in found


def test_solution_cell_without_a_test_is_reported(tmp_path):
    notebook = read(MASTER)
    notebook.cells = [cell for cell in notebook.cells if cell.id != "compute_cost_test"]
    path = tmp_path / "copy.ipynb"
    path.write_text(text(notebook), encoding="utf-8")
    assert "cell compute_cost: there is no test cell below it" in " ".join(problems(path))


def test_no_name_is_left_behind_that_could_stand_in_for_an_argument():
    """A learner who mistypes an argument should get a NameError, not somebody else's array."""
    # Two functions of the imports have names of one capital letter or none; only data counts.
    lines = [line for cell in cells("code") for line in cell.source.split("\n")]
    assigned = {
        name.strip()
        for line in lines
        if re.match(r"[A-Za-z_][\w, ]* = ", line)
        for name in line.split(" = ")[0].split(",")
    }
    assert {name for name in assigned if not name.startswith("t_")} == set()


def test_the_tables_are_made_without_the_slow_modules():
    """Each of them takes longer to import than the tables to compute."""
    code = (
        "import sys; from authoring.expected import tables; from authoring.masters import masters; "
        "tables(masters()[0]); "
        "print(*sys.modules.keys() & {'numpy', 'matplotlib', 'nbformat', 'nbgrader'})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "numpy\n", done.stderr


@pytest.mark.parametrize("lines", [False, True], ids=["a string", "a list of lines"])
def test_the_solutions_are_read_however_a_text_is_stored(tmp_path, lines):
    notebook = json.loads(MASTER.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        cell["source"] = source.splitlines(keepends=True) if lines else source
    path = tmp_path / "copy.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert sources(path) == sources(MASTER)
    assert {name for name in sources(path) if name != "setup"} <= set(solutions(path))


@pytest.mark.parametrize("plant", [False, True], ids=["as it is", "one digit changed"])
def test_nbval_catches_a_changed_digit(tmp_path, plant):
    notebook = read(MASTER)
    if plant:
        cell = next(cell for cell in notebook.cells if cell.id == "linear_forward_test")
        changed = stored_output(cell).replace("3.26295337", "3.26295338")
        assert changed != stored_output(cell)
        cell.outputs[0].text = changed
    (tmp_path / "copy.ipynb").write_text(text(notebook), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "-p", "no:cacheprovider", "-q", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
    )
    assert done.returncode == plant, done.stdout + done.stderr
    if plant:
        assert "1 failed" in done.stdout
