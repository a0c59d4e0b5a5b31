"""Right answers to the exercises, written in other ways than the master's.

`authoring/notebook_NN/answers.py` holds RIGHT_ANSWERS, {exercise: {name: text of the function}}.
The tests of the exercises must accept each of them. The one named CLASSIC is the spelling that
most learners use; where an exercise has none, that is the master's solution.
"""

from pathlib import Path
from typing import NamedTuple

from authoring.masters import module_name, part

CLASSIC = "classic"


class RightAnswer(NamedTuple):
    exercise: str
    name: str
    source: str


def right_answers(master: Path) -> list[RightAnswer]:
    """The right answers to the exercises of a notebook."""
    table = part(module_name(master), "answers").RIGHT_ANSWERS
    return [
        RightAnswer(exercise, name, source.lstrip())
        for exercise, sources in table.items()
        for name, source in sources.items()
    ]


def with_edits(source: str, *edits: tuple[str, str]) -> str:
    """A text with each (old, new) replaced, one after the other, wherever the old one occurs.

    Raises:
        ValueError: an old text does not occur.
    """
    for old, new in edits:
        if old not in source:
            raise ValueError(f"{old!r} is not in its solution any more")
        source = source.replace(old, new)
    return source
