"""The minimum for every notebook, and the one place where its numbers stand.

`python -m authoring lacks NN` prints what a notebook still lacks, and the tests ask for the same.
"""

import contextlib
import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from tqdm import tqdm

from authoring.answers import right_answers
from authoring.clean import expected_output
from authoring.figures import figures
from authoring.masters import exercises, meta, module_name, part, read
from authoring.mistakes import other_spellings
from authoring.mutation import Mutation
from release.series import series

MODULES = "cases", "mistakes", "answers", "figures", "test_claims"
# Of the template's first cell.
PLACEHOLDERS = ("One question that the learner can picture", "replace it by yours")
POINTS = 100
HINTS = 2  # of an exercise
ALT_TEXT = 80  # characters of the description of a picture
RIGHT_ANSWERS = 5  # of each exercise
OTHER_SPELLINGS = 6  # per exercise, in the mean
NAMED = 0.9  # the share of these whose message names the cause
WRONG_MUTANTS = 50  # of each exercise
HIDDEN_MUTANTS = 6  # of these, right in the public cases


def lacking(path: Path) -> Iterator[str]:
    """A sentence on each thing that a notebook lacks, but for the mutants."""
    package = f"authoring.{module_name(path)}"
    missing = [name for name in MODULES if find_spec(f"{package}.{name}") is None]
    if missing:
        yield f"{package.replace('.', '/')} has no {', no '.join(f'{name}.py' for name in missing)}"
        return
    disagreements = list(_disagreements(path))
    if disagreements:
        yield from disagreements
        return
    yield from _lacking_in_master(path)
    yield from _lacking_in_package(path)
    if not any(notebook.name == path.stem and notebook.question for notebook in series()):
        yield f"release/series.toml has no entry for {path.stem}"


def _disagreements(path):
    """A sentence on each file that speaks of other exercises than the master."""
    names, notebook = set(meta(path)), module_name(path)
    cases = part(notebook, "cases")
    found = {
        f"exercises/{notebook}.py": set(exercises(path).tests),
        "cases.py": {name for name in names if hasattr(cases, name)},
        "mistakes.py": {row[0] for row in part(notebook, "mistakes").MISTAKES},
        "answers.py": set(part(notebook, "answers").RIGHT_ANSWERS),
        "ALLOWED in cases.py": set(cases.ALLOWED),
    }
    for file, found_names in found.items():
        for name in sorted(names - found_names):
            yield f"{file} lacks the exercise {name}"
        for name in sorted(found_names - names):
            yield f"{file} has the exercise {name}, and the master has not"


def _lacking_in_master(path):
    cells = read(path).cells
    graded = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")]
    total = sum(exercise["points"] for exercise in meta(path).values())
    if total != POINTS:
        yield f"its points add up to {total}, and not to {POINTS}"
    for cell, shown in zip(cells, cells[1:], strict=False):
        if cell in graded and shown.source != expected_output(cell):
            yield f"the cell after {cell.id} should show its stored output"
    texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    for text in texts:
        title = re.match(r"### (Exercise \d+)", text)
        if title and not text.count("<details>") == text.count("</details>") == HINTS:
            yield f"{title.group(1)} should have {HINTS} hints, folded away"
    headings = sum(text.startswith("### Exercise") for text in texts)
    if headings != len(graded):
        yield f"it has {headings} headings of exercises and {len(graded)} exercises"
    pictures = re.findall(r"!\[(.*)\]\(images/(.*)\.svg\)", "\n".join(texts))
    drawn = {name.split("/")[1] for name in figures() if name.startswith(f"{path.stem}/")}
    for alt, name in pictures:
        if len(alt) <= ALT_TEXT:
            yield f"{name} should be described in more than {ALT_TEXT} characters"
    for name in sorted(drawn ^ {name for _, name in pictures}):
        yield f"{name} should be drawn by figures.py and shown in the master"
    for file in sorted(path.parent.glob("images/*.svg")):
        if file.stem not in drawn:
            yield f"images/{file.name} is drawn by no function of figures.py: delete it"
    if any(sentence in text for text in texts for sentence in PLACEHOLDERS):
        yield "its first cell is still the template's"


def _lacking_in_package(path):
    tests = exercises(path).tests
    spellings = other_spellings(path)
    answers = Counter(row.exercise for row in right_answers(path))
    mistakes = Counter(row.exercise for row in spellings)
    for name in tests:
        if answers[name] < RIGHT_ANSWERS:
            yield f"{name} has {answers[name]} right answers, and should have {RIGHT_ANSWERS}"
        if not mistakes[name]:
            yield f"{name} has no mistake in another spelling"
    if len(spellings) < OTHER_SPELLINGS * len(tests):
        yield (
            f"it has {len(spellings)} mistakes in other spellings, and should have "
            f"{OTHER_SPELLINGS} per exercise"
        )
    named = sum(row.named for row in spellings)
    if named < NAMED * len(spellings):
        yield f"the message names {named} of its {len(spellings)} mistakes in other spellings"


def lacking_mutants(path: Path) -> Iterator[str]:
    """A sentence on each exercise with too few mutants; it takes up to a minute.

    Whether the tests catch them, `tests/test_mutants.py` finds out.
    """
    mutation = Mutation(path)
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        for exercise in tqdm(mutation.exercises, unit="exercise", leave=False):
            with warnings.catch_warnings(action="ignore"):
                verdicts = [(mutation.verdict(one), one) for one in mutation.mutants(exercise)]
                wrong = sum(verdict != "equivalent" for verdict, _ in verdicts)
                hidden = sum(
                    verdict == "value" and mutation.is_right_in_public_cases(mutant)
                    for verdict, mutant in verdicts
                )
            if wrong < WRONG_MUTANTS:
                yield f"{exercise} has {wrong} wrong mutants, and should have {WRONG_MUTANTS}"
            if hidden < HIDDEN_MUTANTS:
                yield (
                    f"{exercise} has {hidden} wrong mutants that are right in the public cases, "
                    f"and should have {HIDDEN_MUTANTS}"
                )
