"""A master that does not agree with what is written about it elsewhere: one sentence says where."""

import copy
import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
from conftest import ASSIGNMENT, MASTER, with_package

from authoring.expected import agree, check_names, same, tables, written
from authoring.masters import exercises, masters, module_name, solutions
from dnn_tools.planted_backward import PlantedBackward
from exercises.errors import WrongAnswer


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


def test_exercise_without_a_declaration_is_one_sentence():
    with pytest.raises(ValueError, match="has the exercises another, and exercises/notebook_04.py"):
        check_names(MASTER, ["another"])


def another_answer(stored, change):
    label, arguments, answer = stored["FRESH"]["gradient_check_n"][7]
    assert "too large" in label  # so that the difference is no rounding
    stored["FRESH"]["gradient_check_n"][7] = label, arguments, answer * change


def another_argument(stored, change):
    stored["FRESH"]["gradient_check_n"][7][1][2][0, 0] *= change


def another_outcome(stored, change):
    sentence, outcomes = stored["KNOWN"]["gradient_check_n"][6]
    assert type(outcomes[8][1]) is float
    outcomes[8][1] *= change


@pytest.mark.parametrize(
    ("edit", "rounding", "more"),
    [
        (another_answer, 1e-8, 1e-3),  # this exercise asks for four digits
        (another_argument, 1e-15, 1e-8),
        (another_outcome, 1e-8, 1e-4),
    ],
)
def test_stored_tables_may_differ_by_what_processors_round_and_no_more(edit, rounding, more):
    path = next(path for path in masters() if path.stem.startswith("05"))
    found, tests = exercises(path).tables, exercises(path).tests
    for change, good in ((1 + rounding, True), (1 + more, False)):
        stored = copy.deepcopy(found)
        edit(stored, change)
        assert agree(found, stored, tests) == good


def test_exercise_that_cannot_run_here_keeps_what_is_stored(monkeypatch):
    declared = exercises(MASTER)
    test = declared.tests["compute_cost"]
    monkeypatch.setattr(test, "exercise", replace(test.exercise, needs="no_such_package"))
    for name in ("PUBLIC", "FRESH", "KNOWN"):
        monkeypatch.setitem(declared.tables[name], "compute_cost", ["stored"])
    found = tables(MASTER)
    assert [found[name]["compute_cost"] for name in ("PUBLIC", "FRESH", "KNOWN")] == [
        ["stored"]
    ] * 3
    assert found["META"]["compute_cost"]["points"] == 10
    assert found["FRESH"]["linear_forward"] != ["stored"]


# Their answers depend on nothing else.
SHAPES_ALONE = {"layer_sizes", "initialize_velocity", "initialize_adam", "topological_order"}


def shapes(value):
    """What is left of an argument for somebody who looks at its shapes alone; words stay."""
    if isinstance(value, dict):
        return tuple((key, shapes(item)) for key, item in value.items())
    if isinstance(value, (tuple, list)):
        return tuple(map(shapes, value))
    return value if isinstance(value, str) else np.shape(value)


@pytest.mark.parametrize(
    ("master", "exercise"),
    [
        pytest.param(master, exercise, id=f"{master.stem[:2]} {exercise}")
        for master in masters()
        for exercise in with_package(master)
        if exercise not in SHAPES_ALONE
    ],
)
def test_answer_remembered_by_the_shapes_of_its_arguments_is_rejected(master, exercise):
    function, first = solutions(master)[exercise], {}

    def remembering(*arguments):
        key = shapes(arguments)
        if key not in first:
            first[key] = function(*arguments)
        return first[key]

    with pytest.raises(WrongAnswer):
        exercises(master).tests[exercise](remembering, explain=False)


def test_a_name_without_a_number(tmp_path):
    with pytest.raises(ValueError, match="my-notebook.ipynb should begin with two digits"):
        module_name(tmp_path / "my-notebook.ipynb")


def test_a_function_among_the_arguments_is_written_so_that_it_can_be_made_again():
    one, other = PlantedBackward(17), PlantedBackward(18)
    assert same((1.0, one), (1.0, PlantedBackward(17)))
    assert not same((1.0, one), (1.0, other))
    assert not same(one, 1.0)
    assert eval(written([one])) == [one]
