"""A master that does not agree with what is written about it elsewhere: one sentence says where."""

import json
import shutil

import pytest
from conftest import ASSIGNMENT, MASTER

from course.expected import same, tables, written
from course.notebooks import module_name
from exercises.planted_backward import PlantedBackward
from grading.assignment import AssignmentError, load


@pytest.fixture
def edited(tmp_path):
    """A function that changes a text in a copy of the master, and returns the path of the copy."""

    def edit(old, new):
        folder = tmp_path / ASSIGNMENT
        folder.mkdir()
        shutil.copy(MASTER, folder)
        path = folder / MASTER.name
        notebook = json.loads(path.read_text(encoding="utf-8"))
        changed = 0
        for cell in notebook["cells"]:
            source = "".join(cell["source"])
            changed += old in source
            cell["source"] = source.replace(old, new)
        assert changed
        path.write_text(json.dumps(notebook), encoding="utf-8")
        return path

    return edit


def test_a_wrong_version_that_no_longer_applies(edited):
    path = edited("dW = dZ @ A_prev.T / m", "dW = 1 / m * np.dot(dZ, A_prev.T)")
    with pytest.raises(ValueError, match="linear_backward: .* is not in its solution any more"):
        tables(path)
    with pytest.raises(AssignmentError, match="cannot be graded: linear_backward: .* any more"):
        load(ASSIGNMENT, 1, path.parent.parent)


def test_a_name_without_a_number(tmp_path):
    with pytest.raises(ValueError, match="my-notebook.ipynb should begin with two digits"):
        module_name(tmp_path / "my-notebook.ipynb")


def test_a_function_among_the_arguments_is_written_so_that_it_can_be_made_again():
    one, other = PlantedBackward(17), PlantedBackward(18)
    assert same((1.0, one), (1.0, PlantedBackward(17)))
    assert not same((1.0, one), (1.0, other))
    assert not same(one, 1.0)
    assert eval(written([one])) == [one]
