"""What a test has to say stands below a learner's own traceback, also where it was not reached."""

import re

import nbclient
import nbformat
import pytest

from authoring.masters import ROOT, masters, read

MASTER = next(path for path in masters() if path.stem.startswith("01"))
CELLS = {cell.id: cell.source for cell in read(MASTER).cells}
COLOUR = re.compile(r"\x1b\[[\d;]*m")


# A cell that tells the kernel which notebook is its own, as Jupyter does.
SAVED = """
import json, os, pathlib, tempfile
path = pathlib.Path(tempfile.mkdtemp()) / "notebook.ipynb"
os.environ["JPY_SESSION_NAME"] = str(path)
SAVED = [{"cell_type": "code", "source": ["def L2(yhat, y):\\n", "    return 2.5"]}]
SAVED += [{"cell_type": "code", "source": "L2_test(L2)"}]
path.write_text(json.dumps({"cells": SAVED}))
"""


def rewritten(function, old, new):
    assert old in CELLS[function]
    return CELLS[function].replace(old, new)


@pytest.fixture(scope="module")
def outputs():
    """What a kernel says of each cell: the errors as Jupyter shows them."""
    cells = {
        "setup": CELLS["setup"],
        "wrong": rewritten("normalize_rows", ", keepdims=True", ""),
        "raises in the function": CELLS["normalize_rows_test"],
        "no return": rewritten("image2vector", "return v", "pass"),
        "raises in the cell": CELLS["image2vector_test"],
        "the test alone": "normalize_rows_test(normalize_rows)",
        "no test in the cell": "normalize_rows(np.ones((2, 3)))",
        "right": CELLS["basic_sigmoid"],
        "a slip beside a right answer": "basic_sigmoid(1 / 0)\nbasic_sigmoid_test(basic_sigmoid)",
        "not defined": CELLS["softmax_test"],
        "drawn": "def L2(yhat, y):\n    return np.random.randn((2, 3))",
        "raises in NumPy": "L2_test(L2)",
        "asserts": "def L2(yhat, y):\n    loss = np.ones((1, 2))\n    assert loss.shape == ()",
        "raises in an assert": "L2_test(L2)",
        "data": "t_y = np.ones(7)",
        "reads": "def L2(yhat, y):\n    return np.sum((t_y - yhat) ** 2)",
        "raises with a variable": "L2_test(L2)",
        "one change away": "def L2(yhat, y):\n    return np.sum((y - yhat) ** 3)",
        "is one change away": "L2_test(L2)",
        "a number": "def L2(yhat, y):\n    return 1.5",
        "does not parse": "def L2(yhat, y):\n    loss = np.sum((y - yhat) ** 2\n    return loss",
        "is an older one": "L2_test(L2)",
        "does not parse, new": "def sigmoid_derivative(x):\n  return (",
        "was never defined": CELLS["sigmoid_derivative_test"],
        "parses": CELLS["L2"],
        "is the new one": "L2_test(L2)",
        "is saved otherwise": SAVED,
        "is another one": "def L2(yhat, y):\n    return 1.5  # of me",
        "is saved before": "os.utime(path, (0, 0))\nL2_test(L2)",
        "is saved later": "os.utime(path, (2e10, 2e10))\nL2_test(L2)",
        "differs in a comment": "SAVED[0]['source'] = ['def L2(yhat, y):\\n', '    return 1.5']\n"
        "path.write_text(json.dumps({'cells': SAVED}))\nos.utime(path, (2e10, 2e10))\nL2_test(L2)",
        "is there twice": "SAVED[1]['source'] = SAVED[0]['source'] = 'def L2(y):\\n    pass'\n"
        "path.write_text(json.dumps({'cells': SAVED}))\nos.utime(path, (2e10, 2e10))\nL2_test(L2)",
        "open": "def L1(yhat, y):\n    raise ExerciseOpen(7, 'L1')",
        "is open": CELLS["L1_test"],
    }
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells.values()]
    )
    place = {"metadata": {"path": str(ROOT)}}
    nbclient.NotebookClient(notebook, allow_errors=True, resources=place).execute()
    return {
        name: cell.outputs[-1] if cell.outputs else {}
        for name, cell in zip(cells, notebook.cells, strict=True)
    }


@pytest.fixture(scope="module")
def said(outputs):
    """The same without colors."""
    return {
        name: COLOUR.sub("", "\n".join(output.get("traceback", [output.get("text", "")])))
        for name, output in outputs.items()
    }


KEEPDIMS = "Without `keepdims=True` there is one flat number for each row"


def test_the_cause_of_an_error_in_the_function_stands_below_its_traceback(said):
    text = said["raises in the function"]
    assert "lengths = np.linalg.norm(x, axis=1)" in text
    assert "exercises/" not in text
    assert text.index("ValueError: operands could not be broadcast") < text.index(KEEPDIMS)


def test_so_does_what_is_wrong_with_a_result_that_the_cell_cannot_print(said):
    text = said["raises in the cell"]
    assert "AttributeError: 'NoneType' object has no attribute 'shape'" in text
    assert "v should be an array of shape (12, 1), and yours is None (is a `return`" in text


def test_it_is_said_once(said):
    assert said["the test alone"].count(KEEPDIMS) == 1


@pytest.mark.parametrize(
    ("cell", "last"),
    [
        ("no test in the cell", "ValueError: operands could not be broadcast together with shapes"),
        ("a slip beside a right answer", "ZeroDivisionError: division by zero"),
    ],
)
def test_where_a_test_has_nothing_to_say_the_error_stays_as_it_is(said, cell, last):
    assert said[cell].splitlines()[-1].startswith(last)


def test_an_open_exercise_is_one_sentence(said):
    assert said["is open"].split()[:4] == ["Exercise", "7,", "L1,", "is"]
    assert "Traceback" not in said["is open"]


def test_exercise_whose_cell_has_not_run_is_named_by_its_number(said):
    assert said["not defined"].splitlines()[-2:] == [
        "NameError: name 'softmax' is not defined",
        "softmax is exercise 6: its cell has not been run since the kernel started (Run > Run All "
        "Above Selected Cell).",
    ]


def test_traceback_shows_the_lines_of_the_learner_alone(said):
    text = said["raises in NumPy"]
    assert "return np.random.randn((2, 3))" in text
    assert "TypeError: 'tuple' object cannot be interpreted as an integer" in text
    assert "Could not get source" not in text
    assert "exercises/" not in text
    assert "numpy/" not in text
    assert "mtrand" not in text


def test_own_assert_is_quoted_with_the_shapes_in_it(said):
    own = "An `assert` of your own does not hold: `assert loss.shape == ()`; here loss has shape"
    assert f"{own} (1, 2)." in said["raises in an assert"]
    assert "Exercise 8, L2, was called on the public case." in said["raises in an assert"]


def test_variable_of_the_notebook_is_named_in_a_traceback(said):
    text = said["raises with a variable"]
    assert "Your function reads t_y, a variable of the notebook: use its argument y." in text


def test_change_that_makes_a_function_right_is_named(said):
    text = " ".join(said["is one change away"].split())
    assert "Look at `return np.sum((y - yhat) ** 3)`: with `2` in place of `3`, every case" in text


def test_function_of_an_earlier_run_is_said_to_be_one(said):
    earlier = "This is the function of an earlier run: its cell failed when you ran it last."
    assert earlier in said["is an older one"]
    assert "All tests passed" in said["is the new one"]
    assert "its cell failed when you ran it last." in said["was never defined"]


def test_function_whose_cell_was_edited_since_is_said_to_be_old(said):
    edited = "This is the function of an earlier run: its cell was edited since. Run it again."
    names = "is saved before", "is saved later", "differs in a comment", "is there twice"
    assert all("L2: loss should be" in said[name] for name in names)
    assert [name for name in names if edited in said[name]] == ["is saved later"]


def test_traceback_has_no_colors(outputs):
    """Yellow and cyan are hard to read on the pink of the light theme."""
    assert not COLOUR.search("\n".join(outputs["raises in NumPy"]["traceback"]))
