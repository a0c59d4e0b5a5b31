"""What a learner reads about an exercise, and what its cells show in the graded notebook."""

import traceback

from exercises.errors import OneSentence
from grading.text import visible as written_out
from release.scaffold import visible

MAX_MESSAGE = 4_000  # characters of what a learner reads about an exercise
MAX_OUTPUT = 10_000  # characters that a cell may print into the graded notebook


def headline(error: BaseException) -> str:
    """Type and text of an exception in one line."""
    text = str(error).strip()
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


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
