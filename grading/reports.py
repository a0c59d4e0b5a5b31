"""What a run leaves behind: files for other systems, a page for the instructor, a few lines.

Names, messages and reasons come from students, so they are text and nothing else: no markup in a
page, no path out of the folder, no escape sequence in a terminal.
"""

import contextlib
import textwrap
from collections import Counter
from pathlib import Path
from statistics import mean, median

from grading import class_statistics, exports
from grading.class_page import class_page
from grading.class_statistics import STATUSES, SYMBOLS
from grading.records import file_name
from grading.results import GRADED, NO_SANDBOX, NOT_GRADED, PASSED, Result
from grading.text import escaped, points_text, truncated, visible
from release.files import write_atomically


def write_reports(folder: Path, assignment: str, results: list[Result], about: dict) -> None:
    """Write all reports of a run; the same input gives the same bytes.

    Each file is replaced in one step: an interruption leaves it as it was or complete. A
    results.json of a student who is not among the results is removed.

    Arguments:
        folder: a Path, made if it is missing.
        assignment: its name, "04-deep-network-step-by-step".
        results: list of Result, one for each student.
        about: facts on the run: {"seed": int, "sandbox": bool, "started": str, "seconds": float,
            "jobs": int, "note": str}.

    Raises:
        OSError: a file cannot be written.
    """
    results = sorted(results, key=lambda result: result.student)
    reports = {
        "grades.csv": exports.grades(results, about),
        "canvas.csv": exports.canvas(assignment, results),
        "moodle.csv": exports.moodle(assignment, results),
        "junit.xml": exports.junit(assignment, results, about),
        "class.html": class_page(assignment, results, about),
    }
    for result in results:
        reports[f"gradescope/{file_name(result.student)}/results.json"] = exports.gradescope(result)
    for name, text in reports.items():
        write_atomically(folder / name, text.encode())
    for path in folder.glob("gradescope/*/results.json"):
        if path.relative_to(folder).as_posix() not in reports:
            path.unlink()
            with contextlib.suppress(OSError):  # something else lies there
                path.parent.rmdir()


def summary(results: list[Result], width: int = 100) -> list[str]:
    """The lines that end a run in the terminal.

    Arguments:
        results: list of Result.
        width: characters in a line.
    """
    results = sorted(results, key=lambda result: result.student)
    counts = Counter(result.status for result in results)
    kinds = " + ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status])
    noun = "submission" if len(results) == 1 else "submissions"
    texts = [f"{len(results)} {noun}" + (f" = {kinds}" if kinds else "")]
    scores, possible = (
        class_statistics.scores(results),
        points_text(class_statistics.max_score(results)),
    )
    if scores:
        texts.append(
            f"Of {possible} points: mean {mean(scores):.1f}, median {median(scores):.1f}, "
            f"lowest {points_text(min(scores))}, highest {points_text(max(scores))}"
        )
    exercises = sorted(class_statistics.exercise_statistics(results), key=lambda one: one["share"])
    hardest = [
        f"{one['number']} {one['name']} ({one['counts'][PASSED]} of {one['total']} passed)"
        for one in exercises[:3]
        if one["share"] < 100
    ]
    if hardest:
        texts.append(f"Hardest exercises: {', '.join(hardest)}")
    texts += class_statistics.not_graded(results)
    outside = sum(not result.sandbox for result in results)
    if outside:
        texts.append(f"WARNING, {outside} of {len(results)}: {NO_SANDBOX}")
    by_hand = sum(any(one.by_hand for one in result.exercises) for result in results)
    if by_hand:
        texts.append(f"Points by hand in {by_hand} of {len(results)}")
    for result in results:
        is_older = any(one.is_older for one in result.exercises)
        if result.status != GRADED or result.reason or is_older:
            reason = " ".join(result.remarks()) or "no reason was given"
            texts.append(f"  {truncated(result.student, 100)}: {result.status}, {reason}")
    return [line for text in texts for line in _wrap(text, width)]


def _wrap(text, width):
    """One or two lines of a terminal."""
    text = visible(truncated(text, 4 * width), keep="")
    fill = {"subsequent_indent": "    ", "max_lines": 2}
    return textwrap.wrap(text, max(width, 20), placeholder=" ...", **fill)


def markdown(assignment: str, results: list[Result]) -> str:
    """Points and messages in Markdown, for the page on which a CI system shows a run.

    Arguments:
        assignment: its name.
        results: list of Result.
    """
    parts = [f"## {assignment}"]
    if not all(result.sandbox for result in results):
        parts.append(f"**{NO_SANDBOX}**")
    for result in sorted(results, key=lambda result: result.student):
        gained = f"{points_text(result.score)} of {points_text(result.max_score)} points"
        parts.append(
            f"### <code>{escaped(result.student, 100, keep='')}</code>: "
            f"{gained if result.is_scored else f'not graded, {result.status}'}"
        )
        if result.remarks():
            parts.append(f"<pre>{escaped(' '.join(result.remarks()))}</pre>")
        verdicts = class_statistics.verdicts(result)
        if verdicts:
            rows = ["| exercise | function | test | points |", "| --- | --- | --- | --- |"]
            rows += [
                f"| {one.number} | `{one.name}` | {SYMBOLS[one.status]} {one.status} "
                f"| {_gained(one)} |"
                for one in verdicts
            ]
            parts.append("\n".join(rows))
        parts += [f"<pre>{escaped(one.message)}</pre>" for one in verdicts if one.message]
    return "\n\n".join(parts) + "\n"


def _gained(verdict):
    """The points of an exercise, and what it counts."""
    if verdict.status == NOT_GRADED and not verdict.by_hand:
        return "do not count"
    return f"{points_text(verdict.points)} of {points_text(verdict.max_points)}"
