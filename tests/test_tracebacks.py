"""What a test has to say stands below a learner's own traceback, also where it was not reached."""

import re

import nbclient
import nbformat
import pytest

from authoring.masters import ROOT, masters, read

MASTER = next(path for path in masters() if path.stem.startswith("01"))
CELLS = {cell.id: cell.source for cell in read(MASTER).cells}
COLOUR = re.compile(r"\x1b\[[\d;]*m")


def rewritten(function, old, new):
    assert old in CELLS[function]
    return CELLS[function].replace(old, new)


@pytest.fixture(scope="module")
def said():
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
        "open": "def L1(yhat, y):\n    raise ExerciseOpen(7, 'L1')",
        "is open": CELLS["L1_test"],
    }
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells.values()]
    )
    place = {"metadata": {"path": str(ROOT)}}
    nbclient.NotebookClient(notebook, allow_errors=True, resources=place).execute()
    return {
        name: COLOUR.sub("", "\n".join(cell.outputs[-1].traceback)) if cell.outputs else ""
        for name, cell in zip(cells, notebook.cells, strict=True)
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
        ("not defined", "NameError: name 'softmax' is not defined"),
    ],
)
def test_where_a_test_has_nothing_to_say_the_error_stays_as_it_is(said, cell, last):
    assert said[cell].splitlines()[-1].startswith(last)


def test_an_open_exercise_is_one_sentence(said):
    assert said["is open"].split()[:4] == ["Exercise", "7,", "L1,", "is"]
    assert "Traceback" not in said["is open"]
