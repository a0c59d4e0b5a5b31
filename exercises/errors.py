"""The exceptions of the exercises: Jupyter shows each as its sentence, without a traceback."""

import contextlib
import os
import sys
import textwrap

# Characters in a line of a message: Jupyter breaks longer ones in the middle of a word, and
# nbgrader's Validate cuts them off.
WIDTH = 100


class OneSentence:
    """An exception that Jupyter shows as its sentence alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        lines = [_wrap(line) for line in str(self).split("\n")]
        if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
            return sum(lines, [])
        # In a terminal: what is wrong in red, and the cause, if there is one, in blue.
        colors = ("", "\033[31m", "\033[34m") if len(lines) > 1 else ("\033[33m",)
        return [
            f"{colors[min(index, len(colors) - 1)]}{piece}\033[0m"
            for index, line in enumerate(lines)
            for piece in line
        ]


def _wrap(line: str) -> list[str]:
    """Split a line into pieces of at most WIDTH characters, between words."""
    options = {"break_long_words": False, "break_on_hyphens": False}
    return textwrap.wrap(line, WIDTH, **options) if len(line) > WIDTH else [line]


class ExerciseOpen(OneSentence, NotImplementedError):
    """An exercise has been reached that has no code yet."""

    def __init__(self, number: int, function: str):
        super().__init__(
            f"Exercise {number}, {function}, is still open: write your code between the two "
            "markers, in place of the line that raises this."
        )


class WrongAnswer(OneSentence, AssertionError):
    """A function ran, and what it returned or did is not what the exercise asks for.

    Attributes:
        cause: the sentence about the cause, with which the message ends, or "".
    """

    def __init__(self, problem: str, cause: str = ""):
        super().__init__(f"{problem}\n{cause}" if cause else problem)
        self.cause = cause


def annotate(error: Exception, call: str, cause: str) -> None:
    """Add to an error of the learner's function which call raised it, and the cause.

    The cause stands in `error.cause` too.
    """
    with contextlib.suppress(Exception):  # a learner's exception may refuse the attribute
        error.cause = cause
    error.add_note(f"{call}\n{cause}" if cause else call)
