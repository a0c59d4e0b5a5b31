"""The reports: every submission in every file, whatever students write or are called."""

import csv
import html
import json
import os
import re
import time
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import jsonschema
import pytest

from grading.class_page import attention_reasons
from grading.class_statistics import causes
from grading.records import file_name
from grading.reports import markdown, summary, write_reports
from grading.results import (
    ERROR,
    FAILED,
    GRADED,
    MISSING,
    NO_SANDBOX,
    OPEN,
    PARTIAL,
    PASSED,
    REFUSED,
    WAITING,
    ExerciseResult,
    Result,
)

ASSIGNMENT = "04-deep-network-step-by-step"
ABOUT = {
    "seed": 20240607,
    "sandbox": True,
    "started": "2026-03-02T18:04:11+01:00",
    "seconds": 21.4,
    "jobs": 4,
    "note": "",
}
SCRIPT = "<script>alert(1)</script>"
LONG = "long " * 20_000
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "＝1"]
HOSTILE = [
    "..",
    ".",
    "",
    ".hidden",
    "%2E%2E",
    "..\\..\\up",
    "x" * 5000,
    "x" * 5001,
    "<img src=x onerror=alert(1)>",
    '"><b>quoted</b>',
    "{{ 7 * 7 }}",
    "a,b;c\"d'e",
    "Zoë 漢字",
    "\u202egnp.exe",
    "bell\x07 null\x00 escape\x1b[31m",
    "two\nlines",
    "surrogate\ud800\udcff",
    "ends with a dot.",
    "\ufffe\uffff",
    *FORMULAS,
]


def exercises(*statuses, message="", cause=""):
    """Exercises of 10 points, numbered from 1."""
    points = {PASSED: 10.0, PARTIAL: 5.0, FAILED: 0.0, OPEN: 0.0}
    return [
        ExerciseResult(
            number,
            f"exercise_{number}",
            points[status],
            10.0,
            status,
            "" if status == PASSED else message,
            cause if status in (PARTIAL, FAILED) else "",
        )
        for number, status in enumerate(statuses, 1)
    ]


def graded(student, *statuses, reason="", message="wrong", cause="", **facts):
    those = exercises(*statuses, message=message, cause=cause)
    score = sum(one.points for one in those)
    return Result(student, GRADED, reason, those, **{"score": score, "max_score": 30.0} | facts)


ORDINARY = [
    graded("ada", PASSED, PASSED, PASSED),
    graded("ben", PASSED, PARTIAL, FAILED, cause="Divide by m."),
    graded("cleo", PASSED, FAILED, FAILED),
    graded("dan", OPEN, OPEN, FAILED),
    graded("eva", PASSED, PASSED, FAILED, reason="Two cells.", score=17.5, late_penalty=2.5),
    Result("finn", REFUSED, "The notebook is not valid JSON.", max_score=30.0),
    Result("gil", MISSING, "No notebook was handed in."),
    Result("hana", ERROR, "The sandbox could not be started.", exercises(PASSED), score=10.0),
]
UGLY = [
    graded(name, PASSED, PARTIAL, FAILED, reason=reason, message=SCRIPT + name, cause=name + SCRIPT)
    for name, reason in zip(HOSTILE, [*FORMULAS, SCRIPT, *HOSTILE], strict=False)
] + [
    Result("refused" + SCRIPT.replace("/", ""), REFUSED, SCRIPT + LONG),
    Result("failed\x1b]0;title\x07", ERROR, "\x1b[2J\ud800\x00\u202e" + SCRIPT),
    graded("talks", FAILED, FAILED, OPEN, message=SCRIPT + LONG, cause=LONG, reason="\x9b31m"),
]
CLASSES = {"ordinary": ORDINARY, "ugly": UGLY, "both": ORDINARY + UGLY, "empty": []}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A function that writes the reports of a class, once, and returns their folder."""
    folders = {}

    def write(name):
        if name not in folders:
            folders[name] = tmp_path_factory.mktemp("reports") / "new" / name
            write_reports(folders[name], ASSIGNMENT, CLASSES[name], ABOUT)
        return folders[name]

    return write


@pytest.fixture(params=CLASSES)
def each(request, written):
    """(folder of the reports, list of results) of every class."""
    return written(request.param), CLASSES[request.param]


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def records(path):
    head, *rows = table(path)
    return [dict(zip(head, row, strict=True)) for row in rows]


def files(folder):
    """{relative name: bytes} of everything in a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


# ---------------------------------------------------------------- all files


def test_every_submission_is_in_every_file(each):
    folder, results = each
    count = len(results)
    assert len(table(folder / "grades.csv")) == 1 + count
    assert len(table(folder / "canvas.csv")) == 2 + count
    assert len(table(folder / "moodle.csv")) == 1 + count
    assert len(list(folder.glob("gradescope/*/results.json"))) == count
    assert len(ElementTree.parse(folder / "junit.xml").findall("testsuite")) == count
    assert len(Page(folder).rows_with_id) == count


def test_nothing_else_is_written(each):
    folder, results = each
    tables = {"grades.csv", "canvas.csv", "moodle.csv", "junit.xml", "class.html"}
    names = set(files(folder.parent))
    here = {f"{folder.name}/{name}" for name in tables}
    others = names - here
    assert here <= names
    assert len(others) == len(results)
    assert all(re.fullmatch(r"\w+/gradescope/[^/.][^/]*/results\.json", name) for name in others)


def test_the_same_results_give_the_same_bytes(tmp_path, written):
    write_reports(tmp_path, ASSIGNMENT, CLASSES["both"][::-1], dict(reversed(ABOUT.items())))
    assert files(tmp_path) == files(written("both"))


def test_an_interruption_leaves_each_file_as_it_was(tmp_path, monkeypatch):
    write_reports(tmp_path, ASSIGNMENT, ORDINARY, ABOUT)
    before = files(tmp_path)

    def interrupted(source, target):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_reports(tmp_path, ASSIGNMENT, ORDINARY[:2], ABOUT)
    after = files(tmp_path)
    assert {name: after[name] for name in before} == before
    monkeypatch.undo()
    write_reports(tmp_path, ASSIGNMENT, ORDINARY, ABOUT)
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("about", "ran"),
    [({"sandbox": False}, True), ({}, False), ({"sandbox": False}, False)],
    ids=["the run", "a result", "both"],
)
def test_a_run_without_sandbox_says_so(tmp_path, about, ran):
    results = [replace(result, sandbox=ran) for result in ORDINARY]
    write_reports(tmp_path, ASSIGNMENT, results, ABOUT | about)
    rows = records(tmp_path / "grades.csv")
    assert {row["sandbox"] for row in rows} == {"NO SANDBOX"}
    values = ElementTree.parse(tmp_path / "junit.xml").findall(".//property[@name='sandbox']")
    assert [value.get("value") for value in values] == [NO_SANDBOX] * len(results)
    assert "WITHOUT a sandbox" in Page(tmp_path).text
    if not ran:
        assert "8 of 8: Submissions ran WITHOUT a sandbox" in " ".join(summary(results))


def test_a_run_in_the_sandbox_does_not(written):
    folder = written("ordinary")
    assert {row["sandbox"] for row in records(folder / "grades.csv")} == {"yes"}
    for name in ("junit.xml", "class.html"):
        assert "WITHOUT" not in (folder / name).read_text(encoding="utf-8")
    assert "WITHOUT" not in " ".join(summary(ORDINARY))


def test_the_secret_seed_is_in_nothing_that_students_get(tmp_path):
    results = [replace(result, seed=987654321) for result in ORDINARY]
    write_reports(tmp_path, ASSIGNMENT, results, ABOUT | {"seed": 987654321})
    told = {name for name, content in files(tmp_path).items() if b"987654321" in content}
    assert told == {"grades.csv", "class.html"}


# ---------------------------------------------------------------- tables


def test_grades(written):
    rows = {row["student"]: row for row in records(written("ordinary") / "grades.csv")}
    assert list(rows) == [result.student for result in ORDINARY]
    assert rows["eva"] == {
        "student": "eva",
        "status": "graded",
        "reason": "Two cells.",
        "score": "17.5",
        "max_score": "30",
        "late_penalty": "2.5",
        "seed": "0",
        "sandbox": "yes",
        "exercise_1": "10",
        "exercise_2": "10",
        "exercise_3": "0",
    }
    assert (rows["dan"]["score"], rows["dan"]["exercise_1"]) == ("0", "0")
    for student, status in (("finn", REFUSED), ("gil", MISSING), ("hana", ERROR)):
        assert (rows[student]["status"], rows[student]["score"]) == (status, "")
        assert rows[student]["reason"]
        assert rows[student]["exercise_1"] == ""


def test_every_reader_finds_the_first_column(written):
    """No byte order mark: it would become a part of the first name."""
    assert (written("ordinary") / "grades.csv").read_bytes().startswith(b"student,status,reason,")
    assert (written("ordinary") / "canvas.csv").read_bytes().startswith(b"Student,")


def test_the_columns_are_those_of_all_results(tmp_path):
    few, many = graded("few", PASSED), graded("many", *[PASSED] * 11)
    write_reports(tmp_path, ASSIGNMENT, [few, many], ABOUT)
    rows = records(tmp_path / "grades.csv")
    assert list(rows[0])[8:] == [f"exercise_{number}" for number in range(1, 12)]
    assert (rows[0]["exercise_2"], rows[1]["exercise_11"]) == ("", "10")


def test_canvas(written):
    head, possible, *rows = table(written("ordinary") / "canvas.csv")
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ASSIGNMENT]
    assert possible[0].strip() == "Points Possible"
    assert possible[1:] == ["", "", "", "", "30"]
    assert {row[3]: row[5] for row in rows} == {
        "ada": "30",
        "ben": "15",
        "cleo": "10",
        "dan": "0",
        "eva": "17.5",
        "finn": "",
        "gil": "",
        "hana": "",
    }


def test_moodle(written):
    """Its importer takes "-" for no grade; an empty cell of a new column becomes 0."""
    rows = {row["username"]: row for row in records(written("ordinary") / "moodle.csv")}
    assert list(rows["ada"]) == ["username", ASSIGNMENT, "feedback"]
    scores = {student: row[ASSIGNMENT] for student, row in rows.items()}
    assert (scores["ada"], scores["dan"], scores["eva"]) == ("30", "0", "17.5")
    assert {scores[student] for student in ("finn", "gil", "hana")} == {"-"}
    assert rows["ben"]["feedback"] == (
        "1 of 3 exercises passed; partial: 2 exercise_2; failed: 3 exercise_3."
    )
    assert "late: 2.5. Two cells." in rows["eva"]["feedback"]
    assert rows["finn"]["feedback"] == "Not graded, refused: The notebook is not valid JSON."


@pytest.mark.parametrize("name", ["grades.csv", "canvas.csv", "moodle.csv"])
def test_no_cell_is_a_formula(written, name):
    cells = [cell for row in table(written("ugly") / name) for cell in row]
    assert not [cell for cell in cells if re.match(r"\s*[=+@＝-].|[\t\r\n]", cell)]
    for formula in ("=1+1", "+1", "-1", "@SUM(A1)", " =1+1"):
        assert "'" + formula in cells
    assert max(map(len, cells)) < 11_000


def test_students_whose_names_look_alike_have_a_name_each(tmp_path):
    students = ["=1+1", "'=1+1", "''=1+1", "bell\x07", "bell\\x07", "    Points Possible"]
    write_reports(tmp_path, ASSIGNMENT, [graded(name, PASSED) for name in students], ABOUT)
    for name, column, head in (("grades.csv", 0, 1), ("canvas.csv", 3, 2), ("moodle.csv", 0, 1)):
        names = [row[column] for row in table(tmp_path / name)[head:]]
        assert len(set(names)) == len(students)
        assert {"'=1+1", "''=1+1", "'''=1+1"} <= set(names)
    rows = table(tmp_path / "canvas.csv")
    assert ["Points Possible" in row[0] for row in rows[1:]].count(True) == 1
    assert rows[2][3] == "    Points Possible"


def test_students_whom_a_platform_takes_for_one_have_names_that_it_keeps_apart(tmp_path):
    students = ["Ada", "ada", "jose\u0301", "josé", "ａda", "a da"]
    write_reports(tmp_path, ASSIGNMENT, [graded(name, PASSED) for name in students], ABOUT)
    names = {row[0] for row in table(tmp_path / "grades.csv")[1:]}
    assert names == {"Ada (1)", "ada (2)", "ａda (3)", "jose\u0301 (1)", "josé (2)", "a da"}


def test_assignments_and_exercises_are_no_formulas_either(tmp_path):
    result = Result("ada", GRADED, "", [ExerciseResult(1, "=A1", 1.0, 1.0, PASSED)], 1.0, 1.0)
    write_reports(tmp_path, "=A1", [result], ABOUT)
    for name in ("grades.csv", "canvas.csv", "moodle.csv"):
        assert "'=A1" in table(tmp_path / name)[0]


def test_numbers_are_numbers(tmp_path):
    scores = [0.1 + 0.2, 1e-9, 1234567.0, -5.0, 33.33333333]
    results = [
        Result(f"s{index}", GRADED, score=score, max_score=40.0)
        for index, score in enumerate(scores)
    ]
    write_reports(tmp_path, ASSIGNMENT, results, ABOUT)
    rows = records(tmp_path / "grades.csv")
    assert [row["score"] for row in rows] == ["0.3", "0", "1234567", "-5", "33.3333"]


# ---------------------------------------------------------------- Gradescope and JUnit

VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
# https://gradescope-autograders.readthedocs.io/en/latest/specs/
GRADESCOPE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": {"type": "number"},
        "execution_time": {"type": "number", "minimum": 0},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "leaderboard": {"type": "array"},
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "score": {"type": "number"},
                    "max_score": {"type": "number"},
                    "status": {"enum": ["passed", "failed"]},
                    "name": {"type": "string"},
                    "name_format": FORMAT,
                    "number": {"type": "string"},
                    "output": {"type": "string"},
                    "output_format": FORMAT,
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "visibility": VISIBILITY,
                    "extra_data": {"type": "object"},
                },
            },
        },
    },
    # A score on top, or one on every test.
    "anyOf": [
        {"required": ["score"]},
        {
            "required": ["tests"],
            "properties": {"tests": {"minItems": 1, "items": {"required": ["score"]}}},
        },
    ],
}


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


def test_gradescope_is_what_its_specification_says(each):
    folder, _ = each
    for path in folder.glob("gradescope/*/results.json"):
        text = path.read_text(encoding="utf-8")
        jsonschema.validate(json.loads(text, parse_constant=no_constant), GRADESCOPE)


def test_gradescope(written):
    def read(student):
        return json.loads(
            (written("ordinary") / "gradescope" / student / "results.json").read_text()
        )

    eva = read("eva")
    assert eva["score"] == 17.5
    assert "Two cells." in eva["output"]
    assert [test["status"] for test in eva["tests"]] == ["passed", "passed", "failed"]
    assert eva["tests"][2] == {
        "number": "3",
        "name": "exercise_3",
        "score": 0.0,
        "max_score": 10.0,
        "status": "failed",
        "output": "wrong",
        "visibility": "visible",
    }
    assert [(test["score"], test["status"]) for test in read("ben")["tests"]] == [
        (10.0, "passed"),
        (5.0, "failed"),
        (0.0, "failed"),
    ]
    for student, reason in (("finn", "not valid JSON"), ("gil", "handed in"), ("hana", "sandbox")):
        data = read(student)
        assert (data["score"], data["tests"]) == (0.0, [])
        assert reason in data["output"]
        assert "it is not a grade" in data["output"]


def by_hand(student, **facts):
    """A result of 30 points, 7 of them given by hand for an exercise that failed."""
    result = graded(student, PASSED, FAILED, PASSED, score=27.0)
    said = "7 points by hand (the test gives 0)"
    result.exercises[1] = replace(result.exercises[1], points=7.0, by_hand=said, **facts)
    return result


def test_points_by_hand_in_gradescope_and_markdown(tmp_path):
    write_reports(tmp_path, ASSIGNMENT, [by_hand("ada")], ABOUT)
    data = json.loads((tmp_path / "gradescope" / "ada" / "results.json").read_text())
    assert data["score"] == sum(test["score"] for test in data["tests"]) == 27
    assert data["tests"][1]["output"] == "7 points by hand (the test gives 0)\nwrong"
    assert "2 exercise_2: 7 points by hand (the test gives 0)." in data["output"]
    page = markdown(ASSIGNMENT, [by_hand("ada")])
    assert "| 2 | `exercise_2` | ✗ failed | 7 of 10 |" in page
    assert "2 exercise_2: 7 points by hand (the test gives 0)." in html.unescape(page)


def test_one_who_waits_has_a_row_and_no_score(tmp_path):
    result = Result("ben", WAITING, "Not graded yet.", max_score=30.0)
    write_reports(tmp_path, ASSIGNMENT, [ORDINARY[0], result], ABOUT)
    (row,) = (row for row in records(tmp_path / "grades.csv") if row["student"] == "ben")
    assert (row["status"], row["score"], row["reason"]) == (WAITING, "", "Not graded yet.")
    assert table(tmp_path / "moodle.csv")[2][1] == "-"
    assert looks_of(result) == {"ben": []}
    assert summary([ORDINARY[0], result])[0] == "2 submissions = 1 graded + 1 waiting"


def test_folders_of_students_are_plain_and_distinct():
    names = [file_name(student) for student in HOSTILE]
    assert len(set(names)) == len(HOSTILE)
    for name in names:
        assert re.fullmatch(r"[^./\\\x00-\x1f][^/\\\x00-\x1f]*", name)
        assert len(name.encode()) <= 255
    assert file_name("Zoë 漢字") == "Zoë 漢字"
    assert file_name("ada.lovelace@example.org") == "ada.lovelace@example.org"
    assert file_name("../up") == "%2E.%2Fup"


def test_folder_of_a_student_who_is_gone_is_removed(tmp_path):
    """Also of one whose name an earlier version spelled in another way. Other files stay."""
    write_reports(tmp_path, ASSIGNMENT, ORDINARY, ABOUT)
    (tmp_path / "gradescope" / "cleo" / "notes.txt").touch()
    write_reports(tmp_path, ASSIGNMENT, ORDINARY[:2], ABOUT)
    left = sorted(path.name for path in (tmp_path / "gradescope").iterdir())
    assert left == ["ada", "ben", "cleo"]
    assert [path.name for path in (tmp_path / "gradescope" / "cleo").iterdir()] == ["notes.txt"]


def test_junit(written):
    root = ElementTree.parse(written("ordinary") / "junit.xml").getroot()
    assert (root.tag, root.get("name")) == ("testsuites", ASSIGNMENT)
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == [result.student for result in ORDINARY]
    for element in (root, *suites.values()):
        assert int(element.get("tests")) == len(list(element.iter("testcase")))
        assert int(element.get("failures")) == len(list(element.iter("failure")))
        assert int(element.get("errors")) == len(list(element.iter("error")))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("18", "8", "3")
    names = [case.get("name") for case in suites["ben"].iter("testcase")]
    assert names == ["1 exercise_1", "2 exercise_2", "3 exercise_3"]
    partial, failed = suites["ben"].iter("failure")
    assert (partial.get("type"), partial.text) == ("partial", "wrong")
    assert partial.get("message") == "partial, 5 of 10 points: Divide by m."
    assert failed.get("type") == "failed"
    assert [failure.get("type") for failure in suites["dan"].iter("failure")].count("open") == 2
    assert suites["eva"].find("system-out").text == "Two cells."
    errors = {
        suite: [(error.get("type"), error.text) for error in suites[suite].iter("error")]
        for suite in ("finn", "gil", "hana")
    }
    assert errors["finn"] == [("refused", "The notebook is not valid JSON.")]
    assert errors["gil"] == [("missing", "No notebook was handed in.")]
    assert errors["hana"] == [("error", "The sandbox could not be started.")]


def test_junit_holds_only_what_xml_allows(written):
    text = (written("ugly") / "junit.xml").read_text(encoding="utf-8")
    assert not re.search("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    names = {suite.get("name") for suite in ElementTree.fromstring(text)}
    assert r"bell\x07 null\x00 escape\x1b[31m" in names
    assert r"surrogate\ud800\udcff" in names
    assert "<img src=x onerror=alert(1)>" in names
    assert len(text) < 1_000_000


# ---------------------------------------------------------------- the page


class Page(HTMLParser):
    """What a browser makes of class.html: tags with their attributes, and texts."""

    VOID = {"meta", "link", "br", "wbr", "img", "input", "rect", "line"}

    def __init__(self, folder):
        super().__init__()
        self.source = (folder / "class.html").read_text(encoding="utf-8")
        self.tags, self.open, self.texts = [], [], []
        self.feed(self.source)
        self.close()
        assert self.open == [], "tags that are not closed"

    def handle_starttag(self, tag, attributes):
        assert len(dict(attributes)) == len(attributes)
        self.tags.append((tag, dict(attributes), list(self.open)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes), list(self.open)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self):
        return "".join(self.texts)

    @property
    def rows_with_id(self):
        return [facts["id"] for tag, facts, _ in self.tags if tag == "tr" and "id" in facts]

    def all(self, *names):
        return [facts for tag, facts, _ in self.tags if tag in names]


PLAIN_TAGS = """
    html head meta link title style body header nav main section div p span b small bdi
    h1 h2 h3 ul li dl dt dd a abbr details summary wbr
    table caption thead tbody tr th td svg desc rect text line
"""


def test_the_page_asks_for_nothing(each):
    page = Page(each[0])
    assert {tag for tag, _, _ in page.tags} <= set(PLAIN_TAGS.split())
    (policy,) = [facts["content"] for facts in page.all("meta") if "http-equiv" in facts]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert page.all("link") == [{"rel": "icon", "href": "data:,"}]
    for tag, facts, _ in page.tags:
        assert not {"src", "srcset", "action", "style", "xlink:href"} & set(facts)
        assert not [name for name in facts if name.startswith("on")]
        if tag == "a":
            assert re.fullmatch(r"#[a-z]+\d*", facts["href"])
    assert not re.search(r"url\(|@import|https?:", page.source)


def test_links_lead_somewhere(each):
    page = Page(each[0])
    ids = [facts["id"] for _, facts, _ in page.tags if "id" in facts]
    assert len(set(ids)) == len(ids)
    targets = [facts["href"][1:] for facts in page.all("a")]
    targets += [word for _, f, _ in page.tags for word in f.get("aria-labelledby", "").split()]
    assert set(targets) <= set(ids)
    assert targets


def test_the_page_is_accessible(each):
    page = Page(each[0])
    levels = [int(tag[1]) for tag, _, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert page.all("html") == [{"lang": "en"}]
    assert all(facts.get("scope") in ("row", "col") for facts in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))
    inside = [outer[-1] for tag, _, outer in page.tags if tag == "title"]
    assert inside.count("svg") == len(page.all("svg"))
    assert all(facts["role"] == "img" for facts in page.all("svg"))
    for facts in page.all("div"):
        if "scroll" in facts.get("class", "").split():
            assert (facts["tabindex"], facts["role"]) == ("0", "region")
    cells = [facts for facts in page.all("span") if facts.get("role") == "img"]
    assert all(facts["aria-label"] in (PASSED, PARTIAL, FAILED, OPEN) for facts in cells)


def test_the_page_shows_hostile_text_as_text(written):
    page = Page(written("ugly"))
    assert SCRIPT not in page.source
    assert "<img" not in page.source
    assert SCRIPT in page.text
    assert "<img src=x onerror=alert(1)>" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert r"bell\x07 null\x00 escape\x1b[31m" in page.text
    assert r"surrogate\ud800\udcff" in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page.source)
    assert LONG[:1000] not in page.text


def test_the_page_tells_what_happened(written):
    page = Page(written("ordinary"))
    for text in ("ada", "The notebook is not valid JSON.", "Divide by m.", "Two cells."):
        assert text in page.text
    cells = [facts["aria-label"] for facts in page.all("span") if "aria-label" in facts]
    assert [cells.count(status) for status in (PASSED, PARTIAL, FAILED, OPEN)] == [7, 1, 5, 2]
    bars = [facts for facts in page.all("rect") if "rx" in facts]
    assert [float(bar["height"]) for bar in bars] == [80, 80, 160, 80]
    (described,) = [text for text in page.texts if text.startswith("0 to 3 points")]
    assert described == (
        "0 to 3 points: 1. 9 to 12 points: 1. 15 to 18 points: 2. 27 to 30 points: 1. "
        "The median is 15."
    )


def looks_of(*results):
    """{student: why} of those who need a look."""
    return {one.student: attention_reasons(one, median_score=20.0) for one in results}


def test_who_needs_a_look():
    found = looks_of(*ORDINARY, graded("low", FAILED, FAILED, PASSED, score=9.0, cause="Known."))
    assert found["ada"] == found["ben"] == []
    assert found["cleo"] == ["The tests know no cause for exercises 2, 3."]
    assert found["dan"] == ["Less than half of the median.", "2 of 3 exercises are open."]
    assert found["eva"] == ["Two cells."]
    assert found["finn"] == ["The notebook is not valid JSON."]
    assert found["hana"] == ["The sandbox could not be started."]
    assert found["low"] == ["Less than half of the median."]


def test_points_by_hand_that_are_older_need_a_look():
    new, old = by_hand("new"), by_hand("old", is_older=True)
    said = "2 exercise_2, 7 points by hand (the test gives 0)"
    assert looks_of(new, old) == {
        "new": [],
        "old": [f"Graded anew after points were given by hand: {said}."],
    }
    lines = summary([new, old], width=200)
    assert "Points by hand in 2 of 2" in lines
    assert lines[-1] == "  old: graded, 2 exercise_2: 7 points by hand (the test gives 0)."


def test_causes_are_counted(written):
    those = list(enumerate(exercises(FAILED, PASSED, FAILED, cause="One.")))
    those += list(enumerate(exercises(OPEN, PARTIAL, FAILED, cause="Two."), 3))
    those += list(enumerate(exercises(FAILED), 6))
    assert causes(those) == [("One.", [0, 2]), ("Two.", [4, 5]), ("", [6])]


def test_a_large_class_is_small_and_quick(tmp_path):
    message = "Exercise 7, linear_backward, called on the public case:\n" + "It is wrong. " * 40
    statuses = [PASSED, FAILED, PARTIAL, PASSED, OPEN, PASSED, FAILED, PASSED, PASSED, PASSED]
    results = [
        graded(f"student{n}", *statuses, message=message, cause=f"Cause {n % 9}.")
        for n in range(384)
    ]
    start = time.process_time()
    write_reports(tmp_path, ASSIGNMENT, results, ABOUT)
    assert time.process_time() - start < 2  # 0.3 s where nothing else runs
    assert (tmp_path / "class.html").stat().st_size < 1_000_000
    everything_wrong = [graded(f"s{n}", *[FAILED] * 10, message=LONG) for n in range(384)]
    write_reports(tmp_path, ASSIGNMENT, everything_wrong, ABOUT)
    assert (tmp_path / "class.html").stat().st_size < 1_500_000


# ---------------------------------------------------------------- the terminal


def test_summary():
    assert summary(ORDINARY[::-1], width=80) == [
        "8 submissions = 5 graded + 1 refused + 1 missing + 1 error",
        "Of 30 points: mean 14.5, median 15.0, lowest 0, highest 30",
        "Hardest exercises: 3 exercise_3 (1 of 5 passed), 2 exercise_2 (2 of 5 passed), 1",
        "    exercise_1 (4 of 5 passed)",
        "  eva: graded, Two cells.",
        "  finn: refused, The notebook is not valid JSON.",
        "  gil: missing, No notebook was handed in.",
        "  hana: error, The sandbox could not be started.",
    ]


def test_summary_of_nothing():
    assert summary([]) == ["0 submissions"]


def test_summary_of_perfect_work_names_no_exercise():
    assert summary([ORDINARY[0]]) == [
        "1 submission = 1 graded",
        "Of 30 points: mean 30.0, median 30.0, lowest 30, highest 30",
    ]


@pytest.mark.parametrize("width", [1, 40, 100])
def test_no_escape_sequence_reaches_the_terminal(width):
    lines = summary(UGLY, width)
    assert all(line.replace("＝", "=").isprintable() for line in lines)
    assert max(map(len, lines)) <= max(width, 20)
    "\n".join(lines).encode()  # no surrogate is left
    if width == 100:
        assert r"  failed\x1b]0;title\x07: error, \x1b[2J\ud800\x00\u202e<script>" in "\n".join(
            lines
        )


# ---------------------------------------------------------------- Markdown


def rendered(text):
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def test_markdown():
    half = graded("ada", PASSED, FAILED, message="W1 should be 2,\n  and yours is *3*.")
    gone = Result("gil", MISSING, "No notebook was handed in.")
    text = markdown(ASSIGNMENT, [gone, half])
    assert text.startswith(f"## {ASSIGNMENT}\n\n### <code>ada</code>: 10 of 30 points\n\n")
    assert "| 2 | `exercise_2` | ✗ failed | 0 of 10 |" in text
    page = rendered(text)
    assert page.count("<table>") == page.count("<pre>") - 1 == 1
    assert "<pre>W1 should be 2,\n  and yours is *3*.</pre>" in html.unescape(page)
    assert "<h3><code>gil</code>: not graded, missing</h3>" in page
    assert NO_SANDBOX not in text
    assert f"**{NO_SANDBOX}**" in markdown(ASSIGNMENT, [replace(half, sandbox=False)])


def test_hostile_text_is_text_in_markdown_too():
    page = rendered(markdown(ASSIGNMENT, UGLY))
    tags = {match.lower() for match in re.findall(r"</?([a-zA-Z]+)", page)}
    assert tags <= {"h", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "p", "strong"}
    assert page.count("<h3>") == len(UGLY)
    assert "<img" not in page
    assert "\x1b" not in page
