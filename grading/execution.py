"""Grade one submission: tests in the trusted process, the learner's code across the boundary.

A test cell of the master is run here. The functions that it tests are stand-ins: each ships its
arguments to the learner's process, and the answer back, as plain data. So the learner's process
holds no expected value and no verdict, and cannot reach them.
"""

import ast
import builtins
import contextlib
import functools
import hashlib
import importlib
import io
import numbers
import pickle
import time
import traceback
import warnings
from multiprocessing.util import Finalize

import numpy as np

import dnn_utils
from exercises.errors import ExerciseOpen, OneSentence
from grading.results import FAILED, GRADED, OPEN, PARTIAL, PASSED, Exercise, Result
from grading.sandbox import Ended, Limits, Sandbox
from grading.wire import foreign
from release.scaffold import visible

MAX_MESSAGE = 4_000  # characters of what a learner reads about an exercise
MAX_OUTPUT = 10_000  # characters that a cell may print into the graded notebook
HOPE = (
    "If it is a function or a module of yours, define or import it in the cell of the exercise: "
    "cells that you have added are not graded."
)


class LearnerError(Exception):
    """An exception of the learner's code of a type that is not Python's own."""


class TimeLimit(OneSentence, LearnerError):
    """The learner's code did not come back in time."""


class ProcessEnded(OneSentence, LearnerError):
    """The learner's process ended where it should have answered."""


# ---------------------------------------------------------------- the learner, from here


class Learner:
    """The learner's process and the cells it has been given; started again when it ends.

    A function that did not come back is not called a second time.
    """

    def __init__(self, sandbox, functions=()):
        self.sandbox, self.functions = sandbox, dict(functions)
        self.cells, self.session, self.lost = [], None, {}
        self.deadline = time.monotonic() + sandbox.limits.wall
        self.begin()

    def begin(self):
        """A cell, or the test of an exercise, begins: from now on it has the seconds of a call.

        So many slow calls in one exercise do not eat the time of those below it.
        """
        self.until = time.monotonic() + self.sandbox.limits.call

    def run(self, name, source):
        """Run a cell.

        Returns:
            what it printed, and its exception or None.
        """
        try:
            reply = self._ask({"cell": source, "name": name})
        except LearnerError as error:
            return "", error
        self.cells.append({"cell": source, "name": name})
        return _printed(reply), _exception(reply.get("error"))

    def call(self, name, args, kwargs):
        """Call a function.

        Returns:
            what it returned; its arguments are changed here as it has changed them there.

        Raises:
            Exception: what it raised, or TimeLimit or ProcessEnded.
        """
        if name in self.lost:
            raise self.lost[name]
        state = np.random.get_state()
        request = {"function": name, "args": args, "kwargs": kwargs, "state": state}
        request["floats"] = np.geterr()  # an exercise may ask that an overflow raises
        asked = self._left() > 0
        try:
            reply = self._ask(request)
        except LearnerError as error:
            if asked:  # else the time was up before its turn
                self.lost[name] = error
            raise
        print(_printed(reply), end="")
        if _is_random_state(reply.get("state")):  # the learner's process may have sent anything
            np.random.set_state(reply["state"])
        if reply.get("given") is not None:
            with contextlib.suppress(Exception):
                _write_back((args, kwargs), reply["given"])
        error = _exception(reply.get("error"))
        if error:
            raise error
        return reply.get("answer")

    def _ask(self, request):
        """Send a request to a process that has run all cells so far."""
        what = request.get("function") or f"The cell of {request['name']}"
        limits = self.sandbox.limits
        try:
            if self._left() <= 0:
                raise TimeoutError
            if self.session is None:
                self.session = self.sandbox.session()
                for cell in self.cells:
                    self.session.ask(cell, self.functions, self._left())
            return self.session.ask(request, self.functions, self._left())
        except TimeoutError:
            self.close()
            limit = f"{limits.call:g} s"
            if self.deadline <= time.monotonic():
                limit = f"the {limits.wall:g} s that there are for the whole notebook"
            raise TimeLimit(
                f"{what} did not come back within {limit}: is there a loop that never ends?"
            ) from None
        except Ended:
            self.close()
            raise ProcessEnded(
                f"{what} ended the Python process it ran in: an exit, a crash, or too much memory."
            ) from None

    def _left(self):
        """The seconds that the next request may take."""
        return min(self.until, self.deadline) - time.monotonic()

    def close(self):
        if self.session:
            self.session.close()
            self.session = None


def _is_random_state(state):
    """Whether NumPy can take a random state; it does not look where a wrong one would lead it."""
    if not isinstance(state, tuple) or len(state) != 5:
        return False
    kind, key, position, has_gauss, gauss = state
    return (
        kind == "MT19937"
        and isinstance(key, np.ndarray)
        and (key.dtype, key.shape) == (np.uint32, (624,))
        and type(position) is int
        and 0 <= position <= 624
        and type(has_gauss) is int
        and has_gauss in (0, 1)
        and type(gauss) is float
    )


def _printed(reply):
    text = reply.get("printed")
    return text if isinstance(text, str) else ""


def _exception(data):
    """The exception that the learner's process has described, or None."""
    if not isinstance(data, dict):
        return None
    kind, text = str(data.get("type")), str(data.get("text"))
    known = getattr(builtins, kind, None)
    if kind == "ExerciseOpen":
        error = ExerciseOpen.__new__(ExerciseOpen, text)
    elif isinstance(known, type) and issubclass(known, Exception):
        arguments = data.get("args") if data.get("whole") is True else [text]
        try:
            error = known(*arguments)
        except Exception:
            error = _named_error(kind, text)
    else:
        error = _named_error(kind, text)
    error.learner = str(data.get("traceback"))
    if isinstance(error, (NameError, ModuleNotFoundError)):
        error.add_note(HOPE)
    return error


def _named_error(kind, text):
    return type(type(foreign(kind)).__name__, (LearnerError,), {})(text)


def _write_back(here, there):
    """Change arguments here as they have been changed there."""
    if isinstance(here, np.ndarray):
        if here.shape == there.shape and here.dtype == there.dtype:
            here[...] = there
        else:  # it has another shape or type now; it is enough to see that it has changed
            here[...] = ~here if here.dtype == bool else here + 1
    elif isinstance(here, list):
        _write_back(tuple(here), tuple(there))
        here[len(there) :] = []
        here.extend(there[len(here) :])
        for index, (old, new) in enumerate(zip(here, there, strict=True)):
            if not isinstance(old, (np.ndarray, list, dict, tuple)):
                here[index] = new
    elif isinstance(here, tuple):
        for old, new in zip(here, there, strict=False):
            _write_back(old, new)
    elif isinstance(here, dict):
        for key in [key for key in here if key not in there]:
            del here[key]
        for key, new in there.items():
            if key in here and isinstance(here[key], (np.ndarray, list, dict, tuple)):
                _write_back(here[key], new)
            else:
                here[key] = new


# ---------------------------------------------------------------- a submission


def grade(packed, student, sources, limits=None, isolated=True):
    """Grade a submission.

    Arguments:
        packed: the bytes of an Assignment.
        student: whose it is.
        sources: {grade_id: text} of the solution cells.
        limits: Limits, or None for the usual ones.
        isolated: whether the learner's code runs in the sandbox.

    Returns:
        a dictionary, `Result.to_dict`, with status GRADED.

    Raises:
        SandboxError: there is no sandbox. Nothing of the submission has been run.
    """
    start = time.monotonic()
    assignment = unpacked(packed)
    sandbox = sandbox_for(packed, limits or Limits(), isolated)
    result = Result(student, GRADED, seed=assignment.seed, sandbox=isolated)
    namespace = {"__name__": "__main__"}
    with trusted(assignment):
        exec(assignment.setup, namespace)
        functions = {name: namespace[name] for name in dnn_utils.__all__ if name in namespace}
        learner = Learner(sandbox, functions)
        for task in assignment.tasks:
            stand_in = _stand_in(learner, task.name)
            namespace[task.name] = learner.functions[task.name] = stand_in
        try:
            for task in assignment.tasks:
                source = sources.get(task.solution, task.scaffold)
                learner.begin()
                printed, error = learner.run(task.solution, source)
                learner.begin()
                result.outputs[task.solution] = _outputs(printed, error)
                exercise, outputs = _test(task, namespace, error)
                result.outputs[task.test] = outputs
                result.exercises.append(exercise)
        finally:
            learner.close()
    result.seconds = time.monotonic() - start
    return result.to_dict()


def _stand_in(learner, name):
    def function(*args, **kwargs):
        return learner.call(name, args, kwargs)

    function.__name__ = function.__qualname__ = name
    return function


def _test(task, namespace, cell_error):
    """Run a test cell, and return the Exercise and the outputs of the cell."""
    printed, error, credit = io.StringIO(), None, None
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            credit = _run(task.source, f"<{task.test}>", namespace)
        except Exception as raised:
            error = raised
    if cell_error is not None and isinstance(error, NameError):
        error.add_note(f"The cell of {task.solution} did not run: {_headline(cell_error)}")
    if error is not None:
        _name_the_line(error, task)
    outputs = _outputs(printed.getvalue(), error)
    if error is not None:
        status = OPEN if isinstance(error, ExerciseOpen) else FAILED
        message, cause = _message(error), getattr(error, "cause", "")
        points = 0.0
    elif isinstance(credit, numbers.Real) and not isinstance(credit, bool):
        # As nbgrader has it, the value of the last line is a part of the points.
        points = float(credit) if 0 <= credit <= task.points else 0.0
        status = PARTIAL if 0 < points < task.points else PASSED if points else FAILED
        reason = getattr(credit, "reason", None)
        message, cause = (_message(reason), getattr(reason, "cause", "")) if reason else ("", "")
        outputs.append(_value(points))
    else:
        status, points, message, cause = PASSED, task.points, "", ""
    return (
        Exercise(task.number, task.name, points, task.points, status, message, cause),
        outputs,
    )


def _run(source, name, namespace):
    """Run a cell, and return the value of its last line if that is an expression."""
    tree = ast.parse(source, name)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, name, "exec"), namespace)
    return eval(compile(last, name, "eval"), namespace) if last else None


# ---------------------------------------------------------------- what the learner reads


def _headline(error):
    text = str(error).strip()
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _name_the_line(error, task):
    """Add the line of the test cell in which an error rose that is not the learner's own.

    A line that the learner cannot see is not shown.
    """
    if hasattr(error, "learner") or isinstance(error, OneSentence):
        return
    lines = [
        task.source.split("\n")[frame.lineno - 1].strip()
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == f"<{task.test}>"
    ]
    if lines and lines[-1] in visible(task.source):
        error.add_note(f"This came up in the cell below yours: {lines[-1]}")
    elif lines:
        error.add_note("This came up in a test that is not shown.")


def _message(error):
    """What a learner reads about an error, in one text: sentence, traceback, notes."""
    if isinstance(error, OneSentence):
        head = str(error)
    else:
        head = getattr(error, "learner", "").strip() or _headline(error)
    return _cut("\n".join([head, *getattr(error, "__notes__", [])]), MAX_MESSAGE)


def _outputs(printed, error):
    """Outputs of a cell, as nbformat holds them."""
    outputs = []
    if printed:
        text = _cut(printed, MAX_OUTPUT)
        outputs.append({"output_type": "stream", "name": "stdout", "text": text})
    if error is not None:
        outputs.append(
            {
                "output_type": "error",
                "ename": type(error).__name__,
                "evalue": _cut(str(error), MAX_MESSAGE),
                "traceback": _message(error).split("\n"),
            }
        )
    return outputs


def _value(value):
    return {
        "output_type": "execute_result",
        "execution_count": None,
        "metadata": {},
        "data": {"text/plain": repr(float(value))},
    }


def _cut(text, most):
    """Text that can be written anywhere, and is not too long."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    if len(text) <= most:
        return text
    return f"{text[: most * 2 // 3]}\n[... cut ...]\n{text[-most // 3 :]}"


# ---------------------------------------------------------------- kept from one to the next


@functools.lru_cache(maxsize=4)
def unpacked(packed):
    return pickle.loads(packed)


_sandboxes = {}


def sandbox_for(packed, limits, isolated):
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
        names = [task.name for task in assignment.tasks]
        _sandboxes[key] = Sandbox(
            assignment.helpers, assignment.setup, names, dnn_utils.__all__, limits, isolated
        )
    return _sandboxes[key]


def close_sandboxes():
    while _sandboxes:
        _sandboxes.popitem()[1].close()


# At the end of this process, also where it is one of a pool.
Finalize(None, close_sandboxes, exitpriority=0)


@contextlib.contextmanager
def trusted(assignment):
    """While test cells run: the secret cases in place of the published ones, and no warnings."""
    exercises = importlib.import_module(assignment.tests).EXERCISES
    state = np.random.get_state()
    try:
        with exercises.graded(assignment.tables), warnings.catch_warnings(action="ignore"):
            yield
    finally:
        np.random.set_state(state)
