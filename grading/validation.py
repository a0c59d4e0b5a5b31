"""Let Validate, nbgrader's check before a notebook is handed in, run what the grader will run.

The cells of the exercises are found as the grader finds them, and run in a new kernel between the
first cell and the tests as they were released. So a learner reads before handing in what the
grader would not see: other cells, and files beside the notebook. It runs on the learner's own
computer, without a sandbox.
"""

import json
import textwrap
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.validator import Validator

from authoring.masters import masters
from grading.assignment import Released, released
from grading.cells import binds, bound_names, used_names
from grading.intake import Refused, read_sources
from grading.messages import hint_for, hints, undefined_name
from grading.results import Problem

WIDTH = 80  # characters of a line; nbgrader cuts off longer ones
ABOUT = "about"  # where a cell's metadata hold what `failed_cells` needs
stock_validate, stock_failed_cells = Validator.validate, Validator._get_failed_cells


def patch_validator() -> None:
    """Let Validate run what the grader will run, from now on in this process."""
    Validator.validate, Validator._get_failed_cells = validate, failed_cells


def validate(validator: Validator, filename: str) -> dict:
    """Validate a notebook, in place of `Validator.validate`.

    A notebook that is none of the course's is validated as nbgrader does it.

    Returns:
        {"failed": [{"source": str, "error": HTML, "raw_error": str}]}, or {}, as nbgrader does.
    """
    path = Path(filename)
    # "-Copy1" and "(1)" may follow the name.
    name = next((m.stem for m in reversed(masters()) if path.stem.startswith(m.stem)), None)
    if name is None:
        return stock_validate(validator, filename)
    try:
        assignment = released(name)
        notebook = as_graded(path.read_bytes(), assignment)
    except (Refused, Problem) as problem:
        said = f"{path.name} {problem}." if isinstance(problem, Refused) else str(problem)
        return {"failed": [{"source": path.name, "error": escape(said), "raw_error": said}]}
    with TemporaryDirectory() as folder:
        files = {**assignment.helpers, path.name: json.dumps(notebook).encode()}
        for helper, content in files.items():
            target = Path(folder) / helper
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return stock_validate(validator, str(Path(folder) / path.name))


def as_graded(data: bytes, assignment: Released) -> dict:
    """A notebook, as JSON holds it, of what the grader runs of a learner's.

    Arguments:
        data: the bytes of the learner's notebook.

    Raises:
        Refused: it is no notebook, or not this one.
    """
    sources, _ = read_sources(data, assignment)
    cells = {cell["id"]: cell for cell in assignment.notebook["cells"]}
    chosen = [cells["setup"]]
    by_tests = {name for e in assignment.exercises for name in bound_names(cells[e.test]["source"])}
    all_hints, ran = hints(assignment), set()
    for exercise in assignment.exercises:
        texts = sources.get(exercise.solution, [])
        for number, text in enumerate(texts):
            if text not in ran:
                identity = f"{exercise.solution}-{number}"
                chosen.append({**cells[exercise.solution], "id": identity, "source": text})
                chosen[-1]["metadata"] = {ABOUT: {}}
        ran |= set(texts)
        # Tests run in the kernel here, and their names are there; not so in the grader.
        used = sorted(set().union(*map(used_names, texts)) & by_tests)
        about = {"hints": all_hints, "used": [all_hints[name] for name in used]}
        test = cells[exercise.test]
        chosen.append({**test, "metadata": {**test["metadata"], ABOUT: about}})
    return {**assignment.notebook, "cells": chosen}


def failed_cells(validator: Validator, notebook: NotebookNode) -> list[NotebookNode]:
    """The test cells that failed, in place of `Validator._get_failed_cells`; their outputs say why.

    Arguments:
        notebook: what `as_graded` has made, after it was run.
    """
    failed_here = stock_failed_cells(validator, notebook)
    if not any(ABOUT in cell.metadata for cell in notebook.cells):
        return failed_here  # a notebook of somebody else's
    failed = [cell.id for cell in failed_here]
    found, stopped = [], {}
    for cell in notebook.cells:
        about, error = cell.metadata.get(ABOUT), _error(cell)
        if about is None:
            continue
        if "hints" not in about:
            stopped |= {cell.source: error} if error else {}
            continue
        name = undefined_name(error.ename, error.evalue) if error else ""
        for source, cause in stopped.items():
            if binds(source, name):  # it stopped, which is why the name is missing
                cell.outputs, error, name = [cause], cause, ""
        said = [hint_for(error.ename, error.evalue, about.hints)] if error else about.used
        cell.outputs += [
            new_output("error", ename="", evalue="", traceback=textwrap.wrap(text, WIDTH))
            for text in said
            if text
        ]
        if cell.id in failed or about.used:
            found.append(cell)
        stopped = {}
    return found


def _error(cell):
    """The error of a cell that was run, or None."""
    return next((output for output in cell.outputs if output.output_type == "error"), None)
