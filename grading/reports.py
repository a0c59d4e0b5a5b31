"""What a run leaves behind: tables for other systems, a page for the instructor, a few lines.

Names, messages and reasons come from students, so they are text and nothing else: no formula in
a spreadsheet, no markup in a page, no path out of the folder, no escape sequence in a terminal.
A submission that was not graded has no score, because a bare 0 would be a grade; Gradescope alone
demands one, and is told in words that it is none.
"""

import csv
import hashlib
import io
import json
import os
import re
import textwrap
from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean, median
from xml.etree import ElementTree

import jinja2

from grading.results import ERROR, FAILED, GRADED, MISSING, OPEN, PARTIAL, PASSED, REFUSED

NO_SANDBOX = (
    "Submissions ran WITHOUT a sandbox: their code could read and change all that you can, "
    "the grades of others included."
)
STATUSES = (GRADED, REFUSED, MISSING, ERROR)
VERDICTS = (PASSED, PARTIAL, FAILED, OPEN)
SYMBOLS = {PASSED: "✓", PARTIAL: "½", FAILED: "✗", OPEN: "○"}
MAX_TEXT = 10_000  # characters of a message or a reason in a file; the page shows less
BARS = 10  # of the histogram
TOP = 5  # causes of an exercise that are shown at once


def write_reports(folder, assignment, results, about):
    """Write all reports of a run; the same input gives the same bytes.

    Each file is replaced in one go: an interruption leaves it as it was or complete.

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
        "grades.csv": _grades(results, about),
        "canvas.csv": _canvas(assignment, results),
        "moodle.csv": _moodle(assignment, results),
        "junit.xml": _junit(assignment, results, about),
        "class.html": _page(assignment, results, about),
    }
    for result in results:
        reports[f"gradescope/{_folder_name(result.student)}/results.json"] = _gradescope(result)
    for name, text in reports.items():
        _put(folder / name, text)


def summary(results, width=100):
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
    scores, possible = _scores(results), _points(_max_score(results))
    if scores:
        texts.append(
            f"Of {possible} points: mean {mean(scores):.1f}, median {median(scores):.1f}, "
            f"lowest {_points(min(scores))}, highest {_points(max(scores))}"
        )
    hard = sorted(_exercises(results), key=lambda exercise: exercise["share"])
    worst = [
        f"{one['number']} {one['name']} ({one['counts'][PASSED]} of {one['total']} passed)"
        for one in hard[:3]
        if one["share"] < 100
    ]
    if worst:
        texts.append(f"Hardest exercises: {', '.join(worst)}")
    outside = sum(not result.sandbox for result in results)
    if outside:
        texts.append(f"WARNING, {outside} of {len(results)}: {NO_SANDBOX}")
    for result in results:
        if result.status != GRADED or result.reason:
            reason = result.reason or "no reason was given"
            texts.append(f"  {_cut(result.student, 100)}: {result.status}, {reason}")
    return [line for text in texts for line in _wrap(text, width)]


def _wrap(text, width):
    """One or two lines of a terminal."""
    text = _visible(_cut(text, 4 * width), keep="")
    fill = {"subsequent_indent": "    ", "max_lines": 2}
    return textwrap.wrap(text, max(width, 20), placeholder=" ...", **fill)


def markdown(assignment, results):
    """Points and messages in Markdown, for the page on which a CI system shows a run.

    Arguments:
        assignment: its name.
        results: list of Result.
    """
    parts = [f"## {assignment}"]
    if not all(result.sandbox for result in results):
        parts.append(f"**{NO_SANDBOX}**")
    for result in sorted(results, key=lambda result: result.student):
        gained = f"{_points(result.score)} of {_points(result.max_score)} points"
        parts.append(
            f"### <code>{_spelled(result.student, 100, keep='')}</code>: "
            f"{gained if result.status == GRADED else f'not graded, {result.status}'}"
        )
        if result.reason:
            parts.append(f"<pre>{_spelled(result.reason)}</pre>")
        verdicts = _verdicts(result)
        if verdicts:
            rows = ["| exercise | function | test | points |", "| --- | --- | --- | --- |"]
            rows += [
                f"| {one.number} | `{one.name}` | {SYMBOLS[one.status]} {one.status} "
                f"| {_points(one.points)} of {_points(one.max_points)} |"
                for one in verdicts
            ]
            parts.append("\n".join(rows))
        parts += [f"<pre>{_spelled(one.message)}</pre>" for one in verdicts if one.message]
    return "\n\n".join(parts) + "\n"


# ---------------------------------------------------------------- text

# Control characters, those that turn the direction of what follows, and what no file can hold.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def _visible(text, keep="\n\t"):
    """A text whose control characters are written out: an escape becomes the four of "\\x1b"."""

    def written_out(match):
        return match[0] if match[0] in keep else match[0].encode("unicode_escape").decode()

    return _UNSEEN.sub(written_out, text.replace("\r\n", "\n"))


def _spelled(text, limit=2000, keep="\n\t"):
    """A text that is nothing but text in Markdown and in HTML."""
    text = _visible(_cut(text, limit), keep)
    return re.sub(r"[^\w\s]|_", lambda match: f"&#{ord(match[0])};", text)


def _cut(text, limit=MAX_TEXT):
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _points(number):
    """7.5 as "7.5", 10.0 as "10"."""
    return f"{round(number, 4) + 0.0:.4f}".rstrip("0").rstrip(".")


def _feedback(result):
    """A submission in one line."""
    reason = " ".join(_cut(result.reason).split())
    if result.status != GRADED:
        return f"Not graded, {result.status}: {reason or 'no reason was given'}"
    passed = sum(exercise.status == PASSED for exercise in result.exercises)
    parts = [f"{passed} of {len(result.exercises)} exercises passed"]
    for status in (PARTIAL, FAILED, OPEN):
        those = [f"{one.number} {one.name}" for one in result.exercises if one.status == status]
        if those:
            parts.append(f"{status}: {', '.join(those)}")
    if result.late_penalty:
        parts.append(f"taken off for being late: {_points(result.late_penalty)}")
    return "; ".join(parts) + "." + (f" {reason}" if reason else "")


# ---------------------------------------------------------------- files


def _put(path, text):
    """Write a file in one go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(text.encode())
    os.replace(beside, path)


def _folder_name(student):
    """One plain part of a path for a student, another one for each.

    What could lead elsewhere, hide the folder or not be written is spelled as in a web address.
    """

    def spelled(match):
        return "".join(f"%{byte:02X}" for byte in match[0].encode(errors="surrogatepass"))

    name = re.sub(r"[^\w .,@+'()-]|^\.|[. ]$", spelled, student) or "%"
    if len(name.encode()) > 200:
        digest = hashlib.sha256(student.encode(errors="surrogatepass")).hexdigest()
        name = f"{name.encode()[:150].decode(errors='ignore')}%{digest[:32]}"
    return name


# ---------------------------------------------------------------- tables


def _csv(rows, blank=""):
    """Rows of texts, numbers and None as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_cell(x, blank) for x in row] for row in rows)
    return out.getvalue()


def _cell(value, blank):
    """A cell. A spreadsheet takes a text that begins like a formula for one, hence the quote."""
    if value is None:
        return blank
    if not isinstance(value, str):
        return _points(value)
    formula = re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", value)
    return ("'" if formula else "") + _visible(_cut(value))


def _grades(results, about):
    """Everything in a row for each submission."""
    columns = _columns(results)
    head = ["student", "status", "reason", "score", "max_score", "late_penalty", "seed", "sandbox"]
    rows = [[*head, *(name for _, name in columns)]]
    for result in results:
        graded = result.status == GRADED
        found = _by_column(result)
        rows.append(
            [
                result.student,
                result.status,
                result.reason,
                result.score if graded else None,
                result.max_score,
                result.late_penalty if graded else None,
                str(result.seed),
                "yes" if result.sandbox and about["sandbox"] else "NO SANDBOX",
                *(found[column].points if column in found else None for column in columns),
            ]
        )
    return _csv(rows)


def _canvas(assignment, results):
    """For the gradebook import of Canvas, which finds a student by the login.

    The header and the row below it are what its importer looks for.
    """
    rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment]]
    rows.append(["    Points Possible", None, None, None, None, _max_score(results) or None])
    for result in results:
        score = result.score if result.status == GRADED else None
        rows.append([result.student, None, None, result.student, None, score])
    return _csv(rows)


def _moodle(assignment, results):
    """For the grade import of Moodle, which reads "-" as no grade, and nothing sometimes as 0."""
    rows = [["username", assignment, "feedback"]]
    for result in results:
        score = result.score if result.status == GRADED else None
        rows.append([result.student, score, _feedback(result)])
    return _csv(rows, blank="-")


# ---------------------------------------------------------------- other formats


def _gradescope(result):
    """The results.json of an autograder. It needs a score: where there is none, it says so."""
    output = _feedback(result)
    if result.status != GRADED:
        output += "\nThe 0 above is there because a number must be; it is not a grade."
    data = {
        "score": result.score if result.status == GRADED else 0.0,
        "execution_time": round(result.seconds, 3),
        "output": _visible(output),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            {
                "number": str(one.number),
                "name": _visible(one.name),
                "score": one.points,
                "max_score": one.max_points,
                "status": "passed" if one.status == PASSED else "failed",
                "output": _visible(_cut(one.message)),
                "visibility": "visible",
            }
            for one in _verdicts(result)
        ],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _junit(assignment, results, about):
    """JUnit's XML: a suite for each student, a case for each exercise."""

    def add(parent, tag, text="", **attributes):
        clean = {key: _visible(str(value)) for key, value in attributes.items()}
        element = ElementTree.SubElement(parent, tag, clean)
        element.text = _visible(text) or None
        return element

    root = ElementTree.Element("testsuites")
    totals = Counter()
    for result in results:
        verdicts = _verdicts(result)
        graded = result.status == GRADED
        counts = {
            "tests": len(verdicts) if graded else 1,
            "failures": sum(one.status != PASSED for one in verdicts),
            "errors": int(not graded),
        }
        totals.update(counts)
        time = f"{result.seconds:.3f}"
        suite = add(root, "testsuite", name=result.student, time=time, **counts)
        facts = add(suite, "properties")
        add(facts, "property", name="status", value=result.status)
        if graded:
            score = f"{_points(result.score)} of {_points(result.max_score)}"
            add(facts, "property", name="score", value=score)
        if not (result.sandbox and about["sandbox"]):
            add(facts, "property", name="sandbox", value=NO_SANDBOX)
        for one in verdicts:
            case = add(suite, "testcase", name=f"{one.number} {one.name}", classname=assignment)
            if one.status != PASSED:
                gained = f"{one.status}, {_points(one.points)} of {_points(one.max_points)} points"
                message = f"{gained}: {one.cause}" if one.cause else gained
                message = _cut(message, 500)
                add(case, "failure", _cut(one.message), type=one.status, message=message)
        if not graded:
            case = add(suite, "testcase", name="submission", classname=assignment)
            reason = _cut(_feedback(result), 500)
            add(case, "error", _cut(result.reason), type=result.status, message=reason)
        elif result.reason:
            add(suite, "system-out", _cut(result.reason))
    root.attrib.update(name=_visible(assignment), time=f"{about['seconds']:.3f}")
    root.attrib.update({key: str(totals[key]) for key in ("tests", "failures", "errors")})
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


# ---------------------------------------------------------------- the class in figures


def _verdicts(result):
    """The exercises of a submission that was graded; none of another one."""
    return result.exercises if result.status == GRADED else []


def _by_column(result):
    return {(one.number, one.name): one for one in _verdicts(result)}


def _columns(results):
    """(number, name) of every exercise, in the order of the notebook."""
    return sorted({column for result in results for column in _by_column(result)})


def _scores(results):
    return [result.score for result in results if result.status == GRADED]


def _max_score(results):
    return max((result.max_score for result in results), default=0.0)


def _exercises(results):
    """Each exercise over the class.

    Returns:
        list of {"number", "name", "counts": {status: how many}, "total": how many, "share": per
        cent passed, "mean": per cent of the points, "segments": parts of its bar, "causes"}.
    """
    verdicts = [_by_column(result) for result in results]
    exercises = []
    for column in _columns(results):
        those = [(index, found[column]) for index, found in enumerate(verdicts) if column in found]
        counts = Counter(one.status for _, one in those)
        segments, start = [], 0.0
        for status in VERDICTS:
            width = 100 * counts[status] / len(those)
            if width:
                segments.append({"status": status, "start": start, "width": width})
            start += width
        possible = sum(one.max_points for _, one in those)
        exercises.append(
            {
                "number": column[0],
                "name": column[1],
                "counts": counts,
                "total": len(those),
                "share": 100 * counts[PASSED] / len(those),
                "mean": 100 * sum(one.points for _, one in those) / possible if possible else 0,
                "segments": segments,
                "causes": _causes(those),
            }
        )
    return exercises


def _causes(those):
    """Why an exercise did not pass: list of (cause, indices of the students), most first.

    Where no cause is known it is "".
    """
    students = defaultdict(list)
    for index, one in those:
        if one.status in (PARTIAL, FAILED):
            students[one.cause].append(index)
    return sorted(students.items(), key=lambda item: (-len(item[1]), item[0]))


def _histogram(scores, possible):
    """The bars, from the lowest scores to the highest: list of {"low", "high", "count"}."""
    width = (possible or 1) / BARS
    counts = Counter(min(max(int(score / width), 0), BARS - 1) for score in scores)
    return [
        {"low": width * place, "high": width * (place + 1), "count": counts[place]}
        for place in range(BARS)
    ]


def _looks(result, middle):
    """What an instructor should look at in a submission: list of sentences."""
    if result.status != GRADED:
        return [result.reason or "No reason was given."]
    looks = [result.reason] if result.reason else []
    if result.score < middle / 2:
        looks.append("Less than half of the median.")
    still_open = sum(one.status == OPEN for one in result.exercises)
    if still_open and 2 * still_open >= len(result.exercises):
        looks.append(f"{still_open} of {len(result.exercises)} exercises are open.")
    unknown = [one for one in result.exercises if one.status == FAILED and not one.cause]
    if len(unknown) > 1:
        those = ", ".join(str(one.number) for one in unknown)
        looks.append(f"The tests know no cause for exercises {those}.")
    return looks


# ---------------------------------------------------------------- the page


def _page(assignment, results, about):
    """The class at a glance, in one HTML file that asks for nothing else."""
    scores = _scores(results)
    middle = median(scores) if scores else 0.0
    looks = [(index, _looks(result, middle)) for index, result in enumerate(results)]
    looks = [(index, why) for index, why in looks if why]
    rank = {status: place for place, status in enumerate((ERROR, REFUSED, MISSING, GRADED))}
    looks.sort(key=lambda look: (rank.get(results[look[0]].status, -1), results[look[0]].score))
    wrong = sum(one.status != PASSED for result in results for one in _verdicts(result))
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    return environment.get_template("class.html.j2").render(
        assignment=assignment,
        results=results,
        verdicts_of=[_by_column(result) for result in results],
        about=about,
        warning="" if about["sandbox"] and all(one.sandbox for one in results) else NO_SANDBOX,
        counts=Counter(result.status for result in results),
        statuses=STATUSES,
        verdicts=VERDICTS,
        symbols=SYMBOLS,
        scores=scores,
        mean=mean(scores) if scores else 0.0,
        median=middle,
        possible=_max_score(results),
        bars=_histogram(scores, _max_score(results)),
        exercises=_exercises(results),
        columns=_columns(results),
        looks=looks,
        top=TOP,
        # Long messages of a large class would make a page that no browser likes.
        limit=max(80, min(600, 400_000 // max(wrong, 1))),
    )


def _shown(value):
    """What the template puts on the page for a value; what is markup already stays."""
    if type(value) is str:
        return _visible(value)
    return _points(value) if isinstance(value, float) else value
