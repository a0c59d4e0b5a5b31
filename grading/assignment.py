"""An assignment as the grader needs it: plain data, made from the master, that can be sent away.

The master is the one truth: its test cells are run, its solutions make the expected values of the
secret cases, and what a student sees of it is the released notebook.
"""

import copy
import hashlib
import json
import pickle
import re
from dataclasses import dataclass
from pathlib import Path

from grading.results import Problem
from release.helpers import helpers
from release.scaffold import ROOT, empty, exercise, visible


class AssignmentError(Problem):
    """There is no such assignment, or it cannot be graded; one sentence."""


@dataclass(frozen=True)
class Task:
    """One exercise: a solution cell and the test cell below it.

    Attributes:
        number, name: 6, "compute_cost"; the name is that of the function.
        solution, test: the grade_ids of the two cells.
        scaffold: the text of the solution cell as it was released.
        source: the text of the test cell, its hidden tests included.
        points: what it counts.
    """

    number: int
    name: str
    solution: str
    test: str
    scaffold: str
    source: str
    points: float


@dataclass(frozen=True)
class Assignment:
    """An assignment.

    Attributes:
        name: the name of the folder, which is that of the notebook.
        notebook: the released notebook as JSON holds it: scaffolds, visible tests, no outputs.
        setup: the code of the first cell, without the lines that are for Jupyter.
        tasks: list of Task, in the order of the notebook.
        helpers: {path: bytes} of the modules beside the notebook.
        seed: of the secret cases.
        tests: the module that holds the tests, "exercises.notebook_04".
        tables: what these tests compare with, see `Exercises`; FRESH are the secret cases.
    """

    name: str
    notebook: dict
    setup: str
    tasks: list
    helpers: dict
    seed: int
    tests: str
    tables: dict

    def packed(self):
        """The bytes to send to the processes that grade, which are as trusted as this one."""
        return pickle.dumps(self)

    def version(self):
        """A hash of all that a grade depends on but the submission and the seed."""
        parts = self.notebook, self.setup, [vars(task) for task in self.tasks]
        total = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
        for name in sorted(self.helpers):
            total.update(name.encode() + self.helpers[name])
        return total.hexdigest()


def load(name, seed, source=ROOT / "notebooks"):
    """The assignment of a master.

    Arguments:
        name: the name of its folder.
        seed: an integer; the secret cases are drawn from it.
        source: the folder of the masters.

    Raises:
        AssignmentError: there is no such master, or it is not as it should be.
    """
    path = Path(source) / name / f"{name}.ipynb"
    try:
        master = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AssignmentError(f"There is no assignment {name}: {path} does not exist.") from None
    except ValueError as error:
        raise AssignmentError(f"{path} is not a notebook: {error}.") from None
    setup, tasks, solution, notebook = "", [], None, copy.deepcopy(master)
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
            tasks.append(Task(number, function, *ids, scaffold, source_text, points))
    if not tasks:
        raise AssignmentError(f"{path} has no exercise that is graded.")
    from authoring.expected import tables
    from authoring.masters import module_name

    try:
        found, tests = tables(path, seed=seed, vary=True), f"exercises.{module_name(path)}"
    except (ValueError, ImportError) as error:
        raise AssignmentError(f"{name} cannot be graded: {error}") from error
    return Assignment(
        name=name,
        notebook=notebook,
        setup=setup,
        tasks=tasks,
        helpers={
            helper.as_posix(): (ROOT / helper).read_bytes()
            for helper in helpers(path)
            if helper.suffix == ".py"  # no test needs the data
        },
        seed=seed,
        tests=tests,
        tables=found,
    )
