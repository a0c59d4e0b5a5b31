"""What a learner reads about an exercise, and what its cells show in the graded notebook."""

import re
import traceback

from exercises.errors import ExerciseOpen, OneSentence
from grading.assignment import Released
from grading.cells import bound_names
from grading.text import visible as written_out
from release.scaffold import visible

MAX_MESSAGE = 4_000  # characters of what a learner reads about an exercise
MAX_OUTPUT = 10_000  # characters that a cell may print into the graded notebook


def headline(error: BaseException) -> str:
    """Type and text of an exception in one line."""
    text = str(error).strip()
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


class MissingCell(ExerciseOpen):
    """There is no cell for an exercise, and no other cell defines its function."""

    def __init__(self, number: int, function: str):
        text = f"Exercise {number}, {function}, is still open: the notebook has no cell for it."
        NotImplementedError.__init__(self, text)


class StoppedCell(OneSentence, Exception):
    """The cell of an exercise stopped with an error, so what it should have defined is missing."""

    def __init__(self, solution: str, error: Exception):
        text = message(error)
        if not isinstance(error, OneSentence):
            text = f"The cell of {solution} stops with an error:\n{text}"
        super().__init__(text)


# ---------------------------------------------------------------- what is not there while grading

NOT_DEFINED = re.compile(r"name '(\w+)' is not defined")
NAME_HINT = (
    "If it is yours, make it in the cell of the exercise: your other cells are not run while "
    "grading."
)
FILE_HINT = (
    "While grading, the packages and modules of the course are there, and no files of yours."
)


def hints(assignment: Released) -> dict[str, str]:
    """{name: what a learner is told whose code lacks it}."""
    solutions = {exercise.solution for exercise in assignment.exercises}
    elsewhere = set()
    for cell in assignment.notebook["cells"]:
        if cell["cell_type"] == "code" and cell["id"] not in solutions:
            elsewhere |= bound_names(cell["source"])
    found = {
        name: f"{name} is made by another cell of the notebook, which is not run while grading: "
        "use the arguments of the function."
        for name in elsewhere - bound_names(assignment.setup)
    }
    for exercise in assignment.exercises:
        title = f"{exercise.name} is exercise {exercise.number}"
        found[exercise.name] = f"{title}: no cell that ran to its end defines it."
    return found


def undefined_name(kind: str, text: str) -> str:
    """The name that is not defined, if that is what an error says; else ""."""
    found = NOT_DEFINED.match(text) if kind == "NameError" else None
    return found.group(1) if found else ""


def hint_for(kind: str, text: str, hints: dict[str, str]) -> str:
    """What an error deserves to be told about what is not there while grading, or "".

    Arguments:
        kind, text: of the error: "NameError", "name 'x' is not defined".
        hints: as `hints` returns them.
    """
    if name := undefined_name(kind, text):
        return hints.get(name, NAME_HINT)
    return FILE_HINT if kind in ("ModuleNotFoundError", "FileNotFoundError") else ""


# ---------------------------------------------------------------- texts and outputs


def add_line_of_test(error: Exception, test: str, source: str) -> None:
    """Add to an error the line of the test cell that raised it, unless it is the learner's own.

    A line that the learner cannot see is not shown.

    Arguments:
        test: the grade_id of the test cell.
        source: the text of the test cell, its hidden tests included.
    """
    if hasattr(error, "learner") or isinstance(error, OneSentence):
        return
    lines = [
        source.split("\n")[frame.lineno - 1].strip()
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == f"<{test}>"
    ]
    if lines and lines[-1] in visible(source):
        error.add_note(f"This came up in the cell below yours: {lines[-1]}")
    elif lines:
        error.add_note("This came up in a test that is not shown.")


def message(error: Exception) -> str:
    """The text about an error for the learner: sentence or traceback, and notes."""
    if isinstance(error, OneSentence):
        head = str(error)
    else:
        head = getattr(error, "learner", "").strip() or headline(error)
    return shorten("\n".join([head, *getattr(error, "__notes__", [])]), MAX_MESSAGE)


def cell_outputs(printed: str, error: Exception | None) -> list[dict]:
    """The outputs of a cell, as nbformat holds them."""
    outputs = []
    if printed:
        text = shorten(printed, MAX_OUTPUT)
        outputs.append({"output_type": "stream", "name": "stdout", "text": text})
    if error is not None:
        outputs.append(
            {
                "output_type": "error",
                "ename": type(error).__name__,
                "evalue": shorten(str(error), MAX_MESSAGE),
                "traceback": message(error).split("\n"),
            }
        )
    return outputs


def value_output(value: float) -> dict:
    """The output of a cell whose last line has a number for its value."""
    return {
        "output_type": "execute_result",
        "execution_count": None,
        "metadata": {},
        "data": {"text/plain": repr(float(value))},
    }


def shorten(text: str, limit: int) -> str:
    """A text of at most about `limit` characters, both ends of it kept, that any file can hold.

    No control character in it moves the cursor, and none turns the direction of what follows.
    """
    text = written_out(text.encode("utf-8", "replace").decode("utf-8"), keep="\n\t\r")
    if len(text) <= limit:
        return text
    return f"{text[: limit * 2 // 3]}\n[... cut ...]\n{text[-limit // 3 :]}"
