"""The mistakes that learners make in the exercises: one list per notebook.

`authoring/notebook_NN/mistakes.py` holds plain rows. A mistake is a right function with pieces of
its text replaced: `edits` are pairs (old, new), made one after the other.

MISTAKES         (exercise, edits, sentence): edits of the master's solution. `python -m
                 authoring make` stores what comes out of each, so that a test can recognise it by
                 its results, whatever its spelling, and say the sentence.
more(solved, texts)
                 rows (exercise, function, sentence) for what no edit can say; may be missing.
OTHER_SPELLINGS  (exercise, edits, message) or (exercise, edits, message, answer): edits of another
                 right answer, by its name: by default "classic"; "master" is the master's solution.
                 `message` is the beginning of a sentence of MISTAKES, which the test must say in
                 full, or a part of what the engine says by itself.
NOT_YET_NAMED    rows as in OTHER_SPELLINGS, whose message should say so and does not.
RIGHT_ONLY_IF    {exercise: {name: condition}}: conditions on the arguments for mutants that are
                 right only where one holds.
UNEXPLAINED      {exercise: [edits, ...]}: edits of the master's solution that the tests must catch,
                 and of which they need not know the cause.

The mutation run takes all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from authoring.answers import CLASSIC, right_answers, with_edits
from authoring.masters import module_name, part, references, sources


@dataclass(frozen=True)
class Mistake:
    """A wrong version of an exercise.

    Attributes:
        exercise: the name of its function.
        source: the text of the wrong function.
        message: what the test must say about it; "" if it need only reject it.
        named: whether the test does say it.
        edits: the pairs (old, new) that make it of a right function.
    """

    exercise: str
    source: str
    message: str
    named: bool
    edits: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Its edits, in one line."""
        return "; ".join(f"{old!r} -> {new!r}" for old, new in self.edits)


def mistakes(master: Path) -> list[Mistake]:
    """All mistakes of a notebook that are edits.

    Raises:
        ValueError: an edit does not apply any more, or a message begins more than one sentence.
    """
    return explained(master) + other_spellings(master) + unexplained(master)


def explained(master: Path) -> list[Mistake]:
    """The mistakes of a notebook in the master's spelling, each with its sentence.

    Raises:
        ValueError: an edit does not apply any more.
    """
    texts = sources(master) | references(master)
    return [
        Mistake(exercise, edited(texts, exercise, edits), sentence, True, tuple(edits))
        for exercise, edits, sentence in _module(master).MISTAKES
    ]


def unexplained(master: Path) -> list[Mistake]:
    """The mistakes of a notebook that need only be rejected.

    Raises:
        ValueError: an edit does not apply any more.
    """
    texts = sources(master) | references(master)
    return [
        Mistake(exercise, edited(texts, exercise, edits), "", False, tuple(edits))
        for exercise, rows in _module(master).UNEXPLAINED.items()
        for edits in rows
    ]


def other_spellings(master: Path) -> list[Mistake]:
    """The mistakes of a notebook in another spelling than the master's.

    Raises:
        ValueError: an edit does not apply any more, or a message begins more than one sentence.
    """
    module, texts = _module(master), sources(master) | references(master)
    answers = {(name, "master"): text for name, text in texts.items()}
    answers |= {(name, CLASSIC): text for name, text in texts.items()}  # where there is no other
    answers |= {(row.exercise, row.name): row.source for row in right_answers(master)}

    def mistake(named, exercise, edits, message, answer=CLASSIC):
        source = edited({exercise: answers[exercise, answer]}, exercise, edits)
        message = _sentence(module, exercise, message) if named else message
        return Mistake(exercise, source, message, named, tuple(edits))

    rows = [mistake(True, *row) for row in module.OTHER_SPELLINGS]
    return rows + [mistake(False, *row) for row in module.NOT_YET_NAMED]


def known_mistakes(
    notebook: str, solved: dict, texts: dict[str, str]
) -> list[tuple[str, Callable, str]]:
    """The mistakes that a test can recognise, as (exercise, function, sentence).

    Arguments:
        notebook: the name of its package, as "notebook_06".
        solved: the namespace of the solved master.
        texts: {exercise: text of its solution cell}.

    Raises:
        ValueError: a piece of text that should be replaced is not in the solution any more.
    """
    module, found = part(notebook, "mistakes"), []
    for exercise, edits, sentence in module.MISTAKES:
        namespace = dict(solved)
        exec(edited(texts, exercise, edits), namespace)
        found.append((exercise, namespace[exercise], sentence))
    return found + (module.more(solved, texts) if hasattr(module, "more") else [])


def edited(texts: dict[str, str], exercise: str, edits: list[tuple[str, str]]) -> str:
    """The text of an exercise with the edits made.

    Raises:
        ValueError: one does not apply any more, or there is no such exercise.
    """
    if exercise not in texts:
        raise ValueError(f"{exercise} is gone, and a row in authoring/mistakes is about it.")
    try:
        return with_edits(texts[exercise], *edits)
    except ValueError as error:
        raise ValueError(
            f"{exercise}: {error}, and a row in authoring/mistakes wants to replace it."
        ) from None


def _module(master: Path) -> ModuleType:
    return part(module_name(master), "mistakes")


def _sentence(module: ModuleType, exercise: str, start: str) -> str:
    """The sentence of an exercise that begins so; the start itself if none does.

    Raises:
        ValueError: several do.
    """
    rows = [row for row in module.MISTAKES if row[0] == exercise]
    found = {sentence for *_, sentence in rows if sentence.startswith(start)}
    if len(found) > 1:
        raise ValueError(f"{exercise}: more than one sentence begins with {start!r}.")
    return found.pop() if found else start
