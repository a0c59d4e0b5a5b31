"""The student version: no solution in it, everything else, and runnable wherever it lies."""

import shutil
import subprocess
import sys

import nbformat
import pytest
from conftest import ASSIGNMENT, ENVIRONMENT, MASTER, nbgrader, solve, write
from nbclient import NotebookClient

from authoring.masters import read
from release.helpers import copy_helpers, helpers
from release.scaffold import BEGIN, END, empty


def run(notebook, folder):
    """Run a notebook to its end, whatever fails, and return its cells by their id."""
    client = NotebookClient(
        notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    return {cell.id: cell for cell in notebook.cells}


def solution_lines():
    """The lines of code between the markers of the master."""
    lines = set()
    for cell in read(MASTER).cells:
        inside = False
        for line in cell.source.split("\n") if cell.cell_type == "code" else ():
            line = line.strip()
            inside = line != END and (inside or line == BEGIN)
            if inside and not line.startswith("#"):
                lines.add(line)
    return lines


def test_no_line_of_a_solution_is_in_the_student_version(release, student):
    lines = solution_lines()
    assert len(lines) > 30
    everything = "\n".join(cell.source for cell in student.cells)
    for name in helpers(MASTER):
        everything += (release / name).read_text(encoding="utf-8")
    assert [line for line in lines if line in everything] == []


def test_the_student_version_keeps_the_scaffold_and_no_output(student):
    cells = {cell.id: cell for cell in student.cells}
    assert cells["linear_backward"].source.endswith(
        """
    A_prev, W, b = cache
    m = A_prev.shape[1]

    # YOUR CODE STARTS HERE
    # dW = ...
    # db = ...
    # dA_prev = ...
    raise ExerciseOpen(7, "linear_backward")  # replace this line
    # YOUR CODE ENDS HERE

    return dA_prev, dW, db"""
    )
    assert not any(cell.get("outputs") for cell in student.cells)
    assert len(student.cells) == len(read(MASTER).cells)


def test_an_open_exercise_says_one_sentence(release, student):
    cells = run(student, release)
    for cell in student.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            (error,) = cells[cell.id].outputs
            assert error.ename == "ExerciseOpen"
            assert " ".join(error.traceback) == error.evalue
            assert error.evalue.startswith("Exercise ")
            assert cell.id.removesuffix("_test") in error.evalue
            assert "is still open" in error.evalue


def test_an_error_of_the_learner_keeps_its_traceback_and_loses_ours(release, student):
    wrong = "def linear_forward(A, W, b):\n    Z = W * A + b\n    return Z, (A, W, b)"
    solve(student, {"linear_forward": wrong})
    (cell,) = (cell for cell in student.cells if cell.id == "linear_forward_test")
    cell.source = "linear_forward_test(linear_forward)"
    (error,) = run(student, release)["linear_forward_test"].outputs
    shown = "\n".join(error.traceback)
    assert error.ename == "ValueError"
    assert "could not be broadcast together" in error.evalue
    assert "W * A + b" in shown.replace("\x1b[39m", "") or "Z = W" in shown
    assert "public_tests.py" not in shown
    assert "ladder.py" not in shown
    assert "Exercise 3, linear_forward, was called on the public case." in shown


def test_a_release_that_was_zipped_runs_elsewhere_with_its_own_helpers(release, student, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "to-students"), "zip", release.parent)
    elsewhere = tmp_path / "a laptop, elsewhere"
    shutil.unpack_archive(archive, elsewhere)
    assert (elsewhere / ASSIGNMENT / "images" / "figure-1-outline.svg").is_file()
    probe = nbformat.v4.new_code_cell("import dnn_utils\nprint(dnn_utils.__file__)")
    probe.id = "probe"
    solve(student)
    student.cells.append(probe)
    cells = run(student, elsewhere / ASSIGNMENT)
    assert str(elsewhere / ASSIGNMENT / "dnn_utils.py") in cells["probe"].outputs[0].text
    # What a cell prints may come in pieces on a busy machine.
    said = "".join(part.text for part in cells["update_parameters_test"].outputs)
    assert " All tests passed." in said


def test_validate_passes_a_solved_notebook_and_names_what_is_open(release, student, tmp_path):
    write(solve(student, only=["initialize_parameters"]), tmp_path / "half.ipynb")
    copy_helpers(MASTER, tmp_path)
    said = nbgrader(tmp_path, "validate", "half.ipynb")
    assert "VALIDATION FAILED ON 9 CELL(S)" in said
    assert "Exercise 10, update_parameters, is still open" in said

    cost = next(cell.source for cell in read(MASTER).cells if cell.id == "compute_cost")
    cost = cost.replace("    m = Y", "    import warnings; warnings.warn('close')\n    m = Y")

    write(solve(student, {"compute_cost": cost}), tmp_path / "warns.ipynb")
    assert "Success! Your notebook passes all the tests." in nbgrader(
        tmp_path, "validate", "warns.ipynb"
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("def f():\n    # YOUR CODE STARTS HERE\n    # YOUR CODE ENDS HERE", "first line"),
        ("# Exercise 1: f\ndef f(): pass", "each as often"),
        ("# Exercise 1: f\n# YOUR CODE STARTS HERE\npass", "each as often"),
        ("# Exercise 1: f\n# YOUR CODE ENDS HERE", "other marker"),
        ("# Exercise 1: f\n# YOUR CODE STARTS HERE\n# YOUR CODE STARTS HERE", "other marker"),
    ],
)
def test_a_solution_cell_that_is_not_marked_right_is_refused(source, reason):
    with pytest.raises(ValueError, match=reason):
        empty(source)


def test_the_helpers_run_without_the_project_installed(release):
    """A student's own Python may have NumPy and nothing of ours."""
    code = "import public_tests, testCases; print(public_tests.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=release, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert done.stdout.strip() == str(release / "public_tests.py"), done.stderr


def test_a_missing_module_is_one_sentence(release, tmp_path):
    copy_helpers(MASTER, tmp_path)
    shutil.rmtree(tmp_path / "exercises")
    # As if nothing of the course were installed: only this folder and the standard places.
    code = "import sys; sys.meta_path = [f for f in sys.meta_path if 'editable' not in repr(f)]\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "import public_tests"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    (last,) = done.stderr.strip().split("\n")[-1:]
    assert last.endswith("copy the folder exercises there from the course.")
