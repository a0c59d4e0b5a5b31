"""An assignment as the grader needs it: plain data, made from the master, that can be sent away.

The master is the one truth: its test cells are run, its solutions make the expected values of the
secret cases, and what a student sees of it is the released notebook.
"""

import ast
import copy
import functools
import hashlib
import importlib
import json
import pickle
import re
from dataclasses import dataclass, replace
from pathlib import Path

import dnn_utils
from authoring.expected import check_names
from authoring.masters import module_name, references, sources
from exercises.testing import is_installed
from grading.results import NOT_GRADED, ExerciseResult, Problem
from release.helpers import helpers
from release.scaffold import ROOT, empty, exercise, visible


class AssignmentError(Problem):
    """There is no such assignment, or it cannot be graded; one sentence."""


@dataclass(frozen=True)
class ExerciseCells:
    """One exercise of the notebook: a solution cell and the test cell below it.

    Attributes:
        number, name: 6, "compute_cost"; the name is that of the function.
        solution, test: the grade_ids of the two cells.
        scaffold: the text of the solution cell as it was released.
        source: the text of the test cell, its hidden tests included.
        points: what it counts.
        needs: the package without which it cannot be tested, "torch", or None.
        not_graded: a sentence where that package is missing, and so the exercise is not graded;
            "" where it is graded.
    """

    number: int
    name: str
    solution: str
    test: str
    scaffold: str
    source: str
    points: float
    needs: str | None = None
    not_graded: str = ""

    def result(self, status, points=0.0, message="", cause="") -> ExerciseResult:
        """A verdict on this exercise."""
        counts = 0.0 if status == NOT_GRADED else self.points
        return ExerciseResult(self.number, self.name, points, counts, status, message, cause)


@dataclass(frozen=True)
class Released:
    """An assignment as it was handed out.

    Attributes:
        name: the name of the folder, which is that of the notebook.
        notebook: the released notebook as JSON holds it: scaffolds, visible tests, no outputs.
        setup: the code of the first cell, without the lines that are for Jupyter.
        exercises: list of ExerciseCells, in the order of the notebook.
        helpers: {path: bytes} of the modules beside the notebook.
    """

    name: str
    notebook: dict
    setup: str
    exercises: list[ExerciseCells]
    helpers: dict[str, bytes]

    @functools.cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all cells, which are the grade_ids of those that are graded."""
        marks = [cell["metadata"].get("nbgrader", {}) for cell in self.notebook["cells"]]
        return frozenset(cell["id"] for cell in self.notebook["cells"]) | {
            mark["grade_id"] for mark in marks if "grade_id" in mark
        }


@dataclass(frozen=True)
class Assignment(Released):
    """An assignment as the grader needs it.

    Attributes:
        seed: of the run, from which each student's secret cases are drawn.
        tests: the module that holds the tests, "exercises.notebook_04".
        solutions: the texts of the master's setup and solution cells, see `sources`. They make the
            expected answers of the secret cases.
    """

    seed: int
    tests: str
    solutions: dict[str, str]

    def packed(self) -> bytes:
        """The bytes to send to the processes that grade, which are as trusted as this one."""
        return pickle.dumps(self)

    @functools.cached_property
    def tests_setup(self) -> str:
        """What the test cells need of the first cell: to import plots takes half a second."""
        words = set(re.findall(r"\w+", "\n".join(cells.source for cells in self.exercises)))
        return needed_of(self.setup, {*dnn_utils.__all__, *words})

    @property
    def max_score(self) -> float:
        """The points that there are, without those of exercises that are not graded."""
        return sum(cells.points for cells in self.exercises if not cells.not_graded)

    @functools.cached_property
    def version(self) -> str:
        """A hash of all that a grade depends on but the submission and the seed."""
        exercises = [vars(cells) for cells in self.exercises]
        parts = self.notebook, self.setup, exercises, self.solutions
        total = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
        for name in sorted(self.helpers):
            total.update(name.encode() + self.helpers[name])
        return total.hexdigest()


def needed_of(setup: str, words: set[str]) -> str:
    """A text without the imports that code with some words does not need, and what uses these.

    Arguments:
        setup: imports and other statements, not within each other.
        words: all words of the code, or more.
    """
    kept, words = [], {"*", "np", *words}  # NumPy is there in any case
    for statement in reversed(ast.parse(setup).body):
        text = ast.unparse(statement)
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            names = {(name.asname or name.name).partition(".")[0] for name in statement.names}
        else:
            names = set(re.findall(r"^\w+(?=[.[])", text))  # that of plt.rcParams["key"] = 1
            words |= set(re.findall(r"\w+", text)) if not names or names & words else set()
        if not names or names & words:
            kept.append(text)
    return "\n".join(reversed(kept))


def master_path(name: str, source: Path) -> Path:
    """The path of a master.

    Raises:
        AssignmentError: there is none.
    """
    path = Path(source) / name / f"{name}.ipynb"
    if not path.is_file():
        raise AssignmentError(f"There is no assignment {name}: {path} does not exist.")
    return path


def released(name: str, source: Path = ROOT / "notebooks") -> Released:
    """What is handed out of a master.

    Arguments:
        name: the name of its folder.
        source: the folder of the masters.

    Raises:
        AssignmentError: there is no such master, or it is not as it should be.
    """
    path = master_path(name, source)
    try:
        master = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise AssignmentError(f"{path} is not a notebook: {error}.") from None
    setup, exercises, solution, notebook = "", [], None, copy.deepcopy(master)
    for cell, released in zip(master["cells"], notebook["cells"], strict=True):
        grader = cell["metadata"].get("nbgrader", {})
        source_text = released["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            released["outputs"], released["execution_count"] = [], None
        if grader.get("grade_id") == "setup":
            setup = re.sub(r"^%.*$", "", source_text, flags=re.MULTILINE)
        if grader.get("solution"):
            released["source"], solution = empty(source_text), cell
        elif grader.get("grade"):
            if solution is None:
                raise AssignmentError(f"{path}: no solution cell before {grader['grade_id']}.")
            scaffold = empty("".join(solution["source"]))
            number, function = exercise(scaffold)
            released["source"] = visible(source_text)
            ids = solution["metadata"]["nbgrader"]["grade_id"], grader["grade_id"]
            points = float(grader["points"])
            exercises.append(ExerciseCells(number, function, *ids, scaffold, source_text, points))
    if not exercises:
        raise AssignmentError(f"{path} has no exercise that is graded.")
    return Released(name, notebook, setup, exercises, released_modules(path))


def load(name: str, seed: int, source: Path = ROOT / "notebooks") -> Assignment:
    """The assignment of a master.

    Arguments:
        name: the name of its folder.
        seed: an integer; the secret cases are drawn from it.
        source: the folder of the masters.

    Raises:
        AssignmentError: there is no such master, or it is not as it should be.
    """
    handed_out = released(name, source)
    path = master_path(name, source)
    try:
        tests = f"exercises.{module_name(path)}"
        exercises = [_with_needs(cells, tests) for cells in handed_out.exercises]
        check_names(path, [cells.solution for cells in exercises])
    except (ValueError, ImportError) as error:
        raise AssignmentError(f"{name} cannot be graded: {error}") from error
    return Assignment(
        **{**vars(handed_out), "exercises": exercises},
        seed=seed,
        tests=tests,
        solutions=sources(path) | references(path),
    )


def released_modules(master: Path, root: Path = ROOT) -> dict[str, bytes]:
    """{path: content} of the modules beside a released notebook, which its submissions can read.

    Arguments:
        master: its path; that of a released notebook, which has them beside it, will do.
    """
    if (master.parent / "exercises").is_dir():
        root = master.parent
    return {
        helper.as_posix(): (root / helper).read_bytes()
        for helper in helpers(master, root)
        if helper.suffix == ".py"  # no test needs the data
    }


def _with_needs(cells: ExerciseCells, tests: str) -> ExerciseCells:
    """An exercise with the package that its test needs, and what is said where it is missing."""
    declared = importlib.import_module(tests).EXERCISES.tests.get(cells.name)
    needs = declared.exercise.needs if declared else None
    if is_installed(needs):
        return replace(cells, needs=needs)
    said = f"Exercise {cells.number}, {cells.name}, is not graded, and its points do not count: "
    said += f"the package {needs} is not installed where this was graded."
    return replace(cells, needs=needs, not_graded=said)
