"""The grades for other systems: CSV, Canvas, Moodle, Gradescope and JUnit, as texts.

Names, messages and reasons come from students, so they are text and nothing else: no formula in
a spreadsheet, no markup. A submission that was not graded has no score, because a bare 0 would be
a grade; Gradescope alone demands one, and says in words that it is none.
"""

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree

from grading.class_statistics import by_column, columns, counted, max_score, verdicts
from grading.results import (
    FAILED,
    GRADED,
    NO_SANDBOX,
    NOT_GRADED,
    OPEN,
    PARTIAL,
    PASSED,
    ExerciseResult,
    Result,
)
from grading.text import points_text, truncated, visible


def _csv(rows: Iterable, blank: str = "") -> str:
    """Rows of texts, numbers and None as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_cell(x, blank) for x in row] for row in rows)
    return out.getvalue()


def _cell(value, blank):
    """A cell. A spreadsheet takes a text that begins like a formula for one, hence the quote.

    A text with a quote of its own gets one too, or two students could have the same name.
    """
    if value is None:
        return blank
    if not isinstance(value, str):
        return points_text(value)
    quoted = re.match(r"'|\s*[=+\-@＝＋－＠]|[\t\r\n]", value)
    return ("'" if quoted else "") + visible(truncated(value))


def _names(results: list[Result]) -> list[str]:
    """The students as the tables name them, each in another way.

    A learning platform may take names for one that differ in case or in how an accent is written.
    Then each of them gets a number, so that none gets the points of another.
    """
    names = [visible(result.student, keep="") for result in results]
    alike = [unicodedata.normalize("NFKC", name).casefold() for name in names]
    total, count, numbered = Counter(alike), Counter(), []
    for name, key in zip(names, alike, strict=True):
        count[key] += 1
        numbered.append(name if total[key] == 1 else f"{name} ({count[key]})")
    return numbered


def grades(results: list[Result], about: dict) -> str:
    """The table of everything, one row for each submission, as CSV."""
    all_columns = columns(results)
    head = ["student", "status", "reason", "score", "max_score", "late_penalty", "seed", "sandbox"]
    rows = [[*head, *(name for _, name in all_columns)]]
    for name, result in zip(_names(results), results, strict=True):
        found = by_column(result.exercises if result.is_scored else [])
        rows.append(
            [
                name,
                result.status,
                " ".join(result.remarks()),
                result.score if result.is_scored else None,
                result.max_score,
                result.late_penalty if result.is_scored else None,
                str(result.seed),
                "yes" if result.sandbox and about["sandbox"] else "NO SANDBOX",
                *(_column_points(found.get(column)) for column in all_columns),
            ]
        )
    return _csv(rows)


def _column_points(verdict: ExerciseResult | None) -> float | None:
    """The points of an exercise; None where there are none, by the test or by hand."""
    if verdict is None or (verdict.status == NOT_GRADED and not verdict.by_hand):
        return None
    return verdict.points


def canvas(assignment: str, results: list[Result]) -> str:
    """For the gradebook import of Canvas, which finds a student by the login.

    The header and the row below it are what its importer looks for.
    """
    rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment]]
    rows.append(["    Points Possible", None, None, None, None, max_score(results) or None])
    for name, result in zip(_names(results), results, strict=True):
        score = result.score if result.is_scored else None
        # Wherever the importer reads "Points Possible", it takes the row for that of the maximum.
        shown = name.replace("Points Possible", "Points-Possible")
        rows.append([shown, None, None, name, None, score])
    return _csv(rows)


def moodle(assignment: str, results: list[Result]) -> str:
    """For the grade import of Moodle, which reads "-" as no grade, and nothing sometimes as 0."""
    rows = [["username", assignment, "feedback"]]
    for name, result in zip(_names(results), results, strict=True):
        score = result.score if result.is_scored else None
        rows.append([name, score, _feedback(result)])
    return _csv(rows, blank="-")


def gradescope(result: Result) -> str:
    """The results.json of an autograder. It needs a score: where there is none, it says so."""
    output = _feedback(result)
    if not result.is_scored:
        output += "\nThe 0 above is there because a number must be; it is not a grade."
    data = {
        "score": result.score if result.is_scored else 0.0,
        "execution_time": round(result.seconds, 3),
        "output": visible(output),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            {
                "number": str(one.number),
                "name": visible(one.name),
                "score": one.points,
                "max_score": one.max_points,
                **_gradescope_status(one),
                "output": visible(truncated("\n".join(filter(None, [one.by_hand, one.message])))),
                "visibility": "visible",
            }
            for one in verdicts(result)
        ],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _gradescope_status(verdict):
    """The status of an exercise; one that was not graded has none."""
    if verdict.status == NOT_GRADED:
        return {}
    return {"status": "passed" if verdict.status == PASSED else "failed"}


def junit(assignment: str, results: list[Result], about: dict) -> str:
    """JUnit's XML: a suite for each student, a case for each exercise."""

    def add(parent, tag, text="", **attributes):
        clean = {key: visible(str(value)) for key, value in attributes.items()}
        element = ElementTree.SubElement(parent, tag, clean)
        element.text = visible(text) or None
        return element

    root = ElementTree.Element("testsuites")
    totals = Counter()
    for name, result in zip(_names(results), results, strict=True):
        all_verdicts = verdicts(result)
        graded = result.status == GRADED
        counts = {
            "tests": len(all_verdicts) if graded else 1,
            "failures": sum(one.status != PASSED for one in counted(result)),
            "errors": int(not graded),
            "skipped": len(all_verdicts) - len(counted(result)),
        }
        totals.update(counts)
        time = f"{result.seconds:.3f}"
        suite = add(root, "testsuite", name=name, time=time, **counts)
        facts = add(suite, "properties")
        add(facts, "property", name="status", value=result.status)
        if result.is_scored:
            score = f"{points_text(result.score)} of {points_text(result.max_score)}"
            add(facts, "property", name="score", value=score)
        if not (result.sandbox and about["sandbox"]):
            add(facts, "property", name="sandbox", value=NO_SANDBOX)
        for one in all_verdicts:
            case = add(suite, "testcase", name=f"{one.number} {one.name}", classname=assignment)
            if one.status == NOT_GRADED:
                add(case, "skipped", message=truncated(one.message, 500))
            elif one.status != PASSED:
                points = f"{points_text(one.points)} of {points_text(one.max_points)} points"
                gained = f"{one.status}, {points}"
                message = f"{gained}: {one.cause}" if one.cause else gained
                message = truncated(message, 500)
                add(case, "failure", truncated(one.message), type=one.status, message=message)
        if not graded:
            case = add(suite, "testcase", name="submission", classname=assignment)
            reason = truncated(_feedback(result), 500)
            add(case, "error", truncated(result.reason), type=result.status, message=reason)
        elif result.remarks():
            add(suite, "system-out", truncated(" ".join(result.remarks())))
    root.attrib.update(name=visible(assignment), time=f"{about['seconds']:.3f}")
    root.attrib.update(
        {key: str(totals[key]) for key in ("tests", "failures", "errors", "skipped")}
    )
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _feedback(result):
    """A submission in one line."""
    reason = " ".join(truncated(" ".join(result.remarks())).split())
    if result.status != GRADED:
        return f"Not graded, {result.status}: {reason or 'no reason was given'}"
    passed = sum(exercise.status == PASSED for exercise in result.exercises)
    parts = [f"{passed} of {len(counted(result))} exercises passed"]
    for status in (PARTIAL, FAILED, OPEN, NOT_GRADED):
        names = [f"{one.number} {one.name}" for one in result.exercises if one.status == status]
        if names:
            parts.append(f"{status}: {', '.join(names)}")
    if result.late_penalty:
        parts.append(f"taken off for being late: {points_text(result.late_penalty)}")
    return "; ".join(parts) + "." + (f" {reason}" if reason else "")
