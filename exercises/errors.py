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
        colors = (
            ["\033[31m", *["\033[34m"] * (len(lines) - 2), ""] if len(lines) > 1 else ["\033[33m"]
        )
        return [
            f"{color}{piece}\033[0m" if color else piece
            for color, line in zip(colors, lines, strict=True)
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


class NoAnswer(OneSentence, Exception):
    """A function in another process, as in the grader, did not return: it is called no more."""


class WrongAnswer(OneSentence, AssertionError):
    """A function ran, and what it returned or did is not what the exercise asks for.

    The message is at most three lines: what is wrong, the cause, and the call.

    Attributes:
        cause: the sentence about the cause, or "".
    """

    def __init__(self, problem: str, cause: str = "", call: str = ""):
        super().__init__("\n".join(filter(None, [problem, cause, call])))
        self.cause = cause


def annotate(error: Exception, call: str, cause: str) -> None:
    """Add to an error of the learner's function the cause, and which call raised it.

    The cause stands in `error.cause` too.
    """
    with contextlib.suppress(Exception):  # a learner's exception may refuse the attribute
        error.cause = cause
    error.add_note(f"{cause}\n{call}" if cause else call)
