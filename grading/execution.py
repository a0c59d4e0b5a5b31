"""Grade one submission: tests in the trusted process, the learner's code across the boundary.

A test cell of the master is run here. The functions that it tests are stand-ins: each ships its
arguments to the learner's process, and the answer back, as plain data. So the learner's process
holds no expected value and no verdict, and cannot reach them.
"""

import ast
import contextlib
import functools
import hashlib
import importlib
import io
import numbers
import resource
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from multiprocessing.util import Finalize
from pathlib import Path

import numpy as np

import dnn_utils
from exercises.errors import ExerciseOpen
from exercises.testing import is_installed
from grading.assignment import ExerciseCells
from grading.cells import binds
from grading.learner import Learner
from grading.messages import (
    MissingCell,
    StoppedCell,
    add_line_of_test,
    cell_outputs,
    hints,
    message,
    undefined_name,
    value_output,
)
from grading.results import (
    FAILED,
    GRADED,
    NOT_GRADED,
    OPEN,
    PARTIAL,
    PASSED,
    Problem,
    Result,
)
from grading.sandbox import Limits, Sandbox
from grading.secret_cases import secret_tables, unpacked


def grade(
    packed: bytes,
    student: str,
    sources: dict[str, list[str]],
    limits: Limits | None = None,
    isolated: bool = True,
) -> dict:
    """Grade a submission.

    Arguments:
        packed: the bytes of an Assignment, or what `keep` has returned for them.
        student: whose it is.
        sources: {grade_id of a solution cell: texts of cells, to be run one after the other}.
        limits: Limits, or None for the usual ones.
        isolated: whether the learner's code runs in the sandbox.

    Returns:
        a dictionary, `Result.to_dict`, with status GRADED.

    Raises:
        SandboxError: there is no sandbox. Nothing of the submission has been run.
        Problem: a package is missing here that the machine which started the run has.
    """
    start = time.monotonic()
    assignment = unpacked(packed)
    for exercise in assignment.exercises:
        if not exercise.not_graded and not is_installed(exercise.needs):
            raise Problem(f"{exercise.needs} is not installed on a machine of the cluster")
    sandbox = sandbox_for(packed, limits or Limits(), isolated)
    result = Result(student, GRADED, seed=assignment.seed, sandbox=isolated)
    namespace = {"__name__": "__main__"}
    tables, seconds = secret_tables(packed, student), sandbox.limits.wall + GRACE
    with bounded(seconds), trusted(assignment, tables):
        exec(assignment.tests_setup, namespace)
        functions = {name: namespace[name] for name in dnn_utils.__all__ if name in namespace}
        learner, errors = Learner(sandbox, functions, hints(assignment)), {}
        for exercise in assignment.exercises:
            stand_in = _stand_in(learner, exercise.name)
            namespace[exercise.name] = learner.functions[exercise.name] = stand_in
        try:
            for exercise in assignment.exercises:
                texts = sources.get(exercise.solution, [])
                learner.restart_clock()
                printed = _run_cells(learner, exercise, texts, errors)
                failed = {text: errors[text] for text in texts if errors[text] is not None}
                learner.restart_clock()
                if exercise.not_graded:
                    verdict, outputs = _not_graded(exercise)
                else:
                    result.outputs[exercise.solution] = cell_outputs(
                        printed, next(iter(failed.values()), None)
                    )
                    verdict, outputs = _test(exercise, namespace, failed, is_missing=not texts)
                result.outputs[exercise.test] = outputs
                result.exercises.append(verdict)
        finally:
            learner.close()
    result.seconds = time.monotonic() - start
    return result.to_dict()


def _run_cells(learner, exercise, texts, errors):
    """Run the cells of an exercise, but none again that was run for an earlier one.

    Arguments:
        texts: of the cells.
        errors: {text: its exception or None} of the cells that were run; changed here.

    Returns:
        what was printed.
    """
    before, printed = dict(errors), []
    for text in texts:
        if text not in before:
            output, errors[text] = learner.run(exercise.solution, text)
            printed.append(output)
    return "".join(printed)


def _stand_in(learner, name):
    def function(*args, **kwargs):
        return learner.call(name, args, kwargs)

    function.__name__ = function.__qualname__ = name
    function.announce = lambda calls: learner.announce(name, calls)
    return function


def _not_graded(exercise):
    """The ExerciseResult and the outputs of the test cell of an exercise that cannot be tested."""
    outputs = cell_outputs(f"{exercise.not_graded}\n", None)
    return exercise.result(NOT_GRADED, message=exercise.not_graded), outputs


def _test(exercise: ExerciseCells, namespace: dict, failed: dict[str, Exception], is_missing: bool):
    """Run a test cell, and return the ExerciseResult and the outputs of the cell.

    Arguments:
        failed: {text: exception} of the exercise's cells that stopped.
        is_missing: whether there is no such cell; its function may exist nevertheless.
    """
    printed, error, credit = io.StringIO(), None, None
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            credit = _run_cell(exercise.source, f"<{exercise.test}>", namespace)
        except Exception as raised:
            error = raised
    name = undefined_name(type(error).__name__, str(error))
    stopped = next((failed[text] for text in failed if binds(text, name)), None)
    if stopped is not None:
        error = StoppedCell(exercise.solution, stopped)  # which is why the name is missing
    elif is_missing and name == exercise.name:
        error = MissingCell(exercise.number, exercise.name)
    if error is not None:
        add_line_of_test(error, exercise.test, exercise.source)
    outputs = cell_outputs(printed.getvalue(), error)
    if error is not None:
        status = OPEN if isinstance(error, ExerciseOpen) else FAILED
        verdict = exercise.result(status, 0.0, message(error), getattr(error, "cause", ""))
    elif isinstance(credit, numbers.Real) and not isinstance(credit, bool):
        # As nbgrader has it, the value of the last line is a part of the points.
        points = float(credit) if 0 <= credit <= exercise.points else 0.0
        status = PARTIAL if 0 < points < exercise.points else PASSED if points else FAILED
        reason = getattr(credit, "reason", None)
        texts = (message(reason), getattr(reason, "cause", "")) if reason else ()
        verdict = exercise.result(status, points, *texts)
        outputs.append(value_output(points))
    else:
        verdict = exercise.result(PASSED, exercise.points)
    return verdict, outputs


def _run_cell(source, name, namespace):
    """Run a cell, and return the value of its last line if that is an expression."""
    statements, last = _compiled(source, name)
    exec(statements, namespace)
    return eval(last, namespace) if last else None


@functools.lru_cache(maxsize=200)  # the cells of a master
def _compiled(source, name):
    """The code of a cell: of its statements, and of its last line if that is an expression."""
    tree = ast.parse(source, name)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = compile(ast.Expression(tree.body.pop().value), name, "eval")
    return compile(tree, name, "exec"), last


# ---------------------------------------------------------------- bounds of this process


GRACE = 4  # seconds beyond those of the submission, for what the grader does with its answers
MEMORY = 300 << 20  # bytes that this may take


@contextlib.contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Bound what this process does with what a submission has sent.

    After the seconds the kernel ends the process, whatever it does; whoever started it goes on
    without it. What takes more than MEMORY, beyond what this process took at first, raises
    MemoryError. Where much of it is still taken, by what was graded before, half of it is left.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        if sys.platform.startswith("linux"):
            most = max(_data_at_first() + MEMORY, _data() + MEMORY // 2)
            resource.setrlimit(resource.RLIMIT_DATA, (most if hard < 0 else min(most, hard), hard))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
        signal.setitimer(signal.ITIMER_REAL, 0)


def _data():
    """The bytes that this process takes, without those of files."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[5]
    return int(pages) * resource.getpagesize()


@functools.cache
def _data_at_first():
    return _data()


# ---------------------------------------------------------------- kept for the next submission


_sandboxes = {}


def sandbox_for(packed: bytes, limits: Limits, isolated: bool) -> Sandbox:
    """The warm sandbox of this process for an assignment.

    Raises:
        SandboxError: it does not start.
    """
    key = hashlib.sha256(packed).digest(), limits, isolated
    if key in _sandboxes and _sandboxes[key].process.poll() is not None:
        del _sandboxes[key]
    if key not in _sandboxes:
        while _sandboxes:
            _sandboxes.popitem()[1].close()
        assignment = unpacked(packed)
        names = [exercise.name for exercise in assignment.exercises]
        packages = {one.needs for one in assignment.exercises if one.needs and not one.not_graded}
        _sandboxes[key] = Sandbox(
            assignment.helpers,
            assignment.setup,
            names,
            dnn_utils.__all__,
            limits,
            isolated,
            sorted(packages),
        )
    return _sandboxes[key]


def close_sandboxes() -> None:
    """End the sandboxes of this process."""
    while _sandboxes:
        _sandboxes.popitem()[1].close()


# At the end of this process, also where it is one of a pool.
Finalize(None, close_sandboxes, exitpriority=0)


@contextlib.contextmanager
def trusted(assignment, tables):
    """While test cells run: the secret cases in place of the published ones, and no warnings."""
    exercises = importlib.import_module(assignment.tests).EXERCISES
    state = np.random.get_state()
    try:
        with exercises.graded(tables), warnings.catch_warnings(action="ignore"):
            yield
    finally:
        np.random.set_state(state)
