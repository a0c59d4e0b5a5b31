"""What is read of a student's folder: times, sizes, names, what lies in place of the notebook."""

import json
import os

import pytest

from grading import intake, outputs
from grading.assignment import ExerciseCells, Released
from grading.intake import MAX_FILE, MAX_NOTEBOOK, is_name, students, take_in
from grading.outputs import without_outputs
from grading.results import GRADED, MISSING, REFUSED
from grading.times import utc_time

NAME = "04-deep"
ASSIGNMENT = Released(
    NAME,
    {"cells": [{"id": "a", "metadata": {}}]},
    "",
    [ExerciseCells(1, "a", "a", "a_test", "", "", 1.0)],
    {},
)
CELL = {"cell_type": "code", "source": "x = 1", "metadata": {"nbgrader": {"grade_id": "a"}}}


def written(*cells, **facts):
    return json.dumps({"nbformat": 4, "cells": cells, **facts}).encode()


@pytest.fixture
def take(tmp_path):
    """A function that hands files in, {name: bytes}, and returns what is taken in."""

    def take(files, student="ann"):
        for name, content in files.items():
            path = tmp_path / student / NAME / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return take_in(tmp_path, student, ASSIGNMENT)

    return take


# ---------------------------------------------------------------- times


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2026-11-05 18:00:00 UTC", 18),
        ("2026-11-05 18:00", 18),
        ("2026-11-05T18:00:00Z", 18),
        ("20261105T180000Z", 18),
        ("2026-11-05 18:00:00.5 +01:00", 17),
        ("2026-11-05 18:00 UTC+3", 15),
        ("2026-11-05 18:00 GMT-0100", 19),
        ("2026-11-05 11:00:00 America/Los_Angeles", 19),
        ("2026-11-05 11:00 EST", 16),
        ("Thu, 05 Nov 2026 18:00:00 +0000", 18),
        ("Thu Nov 5 18:00:00 2026 +0100", 17),
        ("Thu Nov  5 18:00:00 CET 2026", 17),
        ("05.11.2026 18:00", 18),
        ("2026/11/05 6:30 PM", 18),
        ("25-Nov-2026 18:00", 18),
        ("11/25/2026 6:30 PM", 18),
    ],
)
def test_full_time_is_read(text, hour):
    time = utc_time(text)
    assert (time.year, time.month, time.hour) == (2026, 11, hour)
    assert time.day == (25 if "25" in text else 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-25 11:00:00 PST",  # a name that the system does not have
        "2026-11-25 11:00:00 CEST",
        "2026-07-25 11:00:00 CET",  # a name that is wrong on that day
        "2026-11-25 11:00 BRST+3",  # a sign of two meanings
        "05/11/2026 6:30 PM",  # May or November
        "25.11.26 18:00",
        "18:30",  # which day?
        "2026-11-25",
        "Nov 25 18:00",
        "2026-11-25 18:00\n2026-11-26 18:00",
        "1795629600",
        "9999-12-31 23:59 -01:00",
        "yesterday evening",
        "",
    ],
)
def test_time_in_which_something_is_left_open_is_none(text):
    with pytest.raises(ValueError, match="no full date and time"):
        utc_time(text)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_time_of_an_editor_of_windows_is_read(take, codec):
    found = take(
        {f"{NAME}.ipynb": written(CELL), "timestamp.txt": "2026-11-25 18:00".encode(codec)}
    )
    assert (found.time.hour, found.reason) == (18, "")


@pytest.mark.parametrize("content", [b"2026-11-25 11:00 PST", b"\xff\xfe", b"", b" " * 1000])
def test_time_that_cannot_be_read_is_told(take, content):
    found = take({f"{NAME}.ipynb": written(CELL), "timestamp.txt": content})
    assert (found.status, found.time) == (GRADED, None)
    assert found.reason.startswith("Its timestamp.txt holds no full date and time")


# ---------------------------------------------------------------- what lies there


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"{NAME}.ipynb.txt", "if that is it, rename it"),
        (f"{NAME} (1).ipynb", "if that is it, rename it"),
        (f"{NAME}.IPYNB", "if that is it, rename it"),
        (f"{NAME}.zip", "if the notebook is in it, unpack it"),
        (f"{NAME}/{NAME}.ipynb", "if that is it, move it"),
        (f".ipynb_checkpoints/{NAME}-checkpoint.ipynb", "if that is it, move it"),
        ("report.pdf", "ask for the notebook"),
    ],
)
def test_what_lies_in_place_of_the_notebook_is_named(take, name, said):
    found = take({name: b"x", "timestamp.txt": b"2026-11-25 18:00", ".DS_Store": b""})
    assert found.status == REFUSED
    assert found.reason.startswith(
        f"There is no {NAME}.ipynb in the folder. There is {name}: {said}"
    )


def test_likeliest_file_is_named_first(take):
    found = take({"z.pdf": b"", "work.ipynb": b"", "a/b.ipynb": b""})
    assert "There is work.ipynb: " in found.reason


def test_folder_without_anything_in_it_is_missing(take, tmp_path):
    found = take({"timestamp.txt": b"2026-11-25 18:00", ".DS_Store": b"", "__MACOSX/._x": b""})
    assert (found.status, found.reason) == (MISSING, f"There is no {NAME}.ipynb in the folder.")


def test_what_lies_beside_the_folder_is_a_submission(tmp_path):
    for name in (f"{NAME}.zip", f"{NAME} (1)/x", f"{NAME}.ipynb.txt", f"{NAME}-2/x", "other.zip"):
        path = tmp_path / f"has {name.partition('/')[0]}" / name
        path.parent.mkdir(parents=True)
        path.touch()
    found = students(tmp_path, NAME)
    assert found == [f"has {NAME} (1)", f"has {NAME}.ipynb.txt", f"has {NAME}.zip"]
    reason = take_in(tmp_path, f"has {NAME}.zip", ASSIGNMENT).reason
    assert reason.endswith(f"of the student's folder, where there is {NAME}.zip.")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\n<!DOCTYPE html>\n<html>", "is a web page, perhaps of a login"),
        (b"\xef\xbb\xbf<HTML lang=en>", "is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1", "is a pointer of Git LFS"),
        (b'{\n<<<<<<< HEAD\n "cells": [],\n=======\n>>>>>>> b\n}', "has conflict markers of Git"),
        (b"PK\x03\x04\xff", "is a zip file: unpack it"),
        (b"%PDF-1.7\xff", "is a PDF"),
    ],
)
def test_what_a_file_is_in_truth_is_told(take, content, said):
    found = take({f"{NAME}.ipynb": content})
    assert (found.status, found.reason.startswith(f"{NAME}.ipynb {said}")) == (REFUSED, True)


# ---------------------------------------------------------------- outputs


def test_outputs_of_any_size_cost_nothing(take):
    outputs = [{"output_type": "stream", "text": [']}\\"[{' * 1_500_000]}]
    small = {**CELL, "outputs": []}
    found = take({f"{NAME}.ipynb": written({**CELL, "outputs": outputs})})
    assert (found.status, found.reason, found.sources) == (GRADED, "", {"a": ["x = 1"]})
    assert json.loads(found.notebook) == json.loads(written(small))


def test_text_that_looks_like_outputs_is_kept():
    source = 'd = {"outputs": [1, 2], "a": "\\\\"}  # "attachments": {'
    widgets = {"widgets": {"state": [{"a": "}"}]}, "kept": {"outputs": "no list"}}
    whole = written({**CELL, "source": source, "outputs": [[{}], "]"]}, metadata=widgets)
    cut = json.loads(without_outputs(whole, len(whole)))
    assert cut["cells"] == [{**CELL, "source": source, "outputs": []}]
    assert cut["metadata"] == {"widgets": {}, "kept": {"outputs": "no list"}}


MOST = 200_000  # bytes, in place of MAX_NOTEBOOK, so that the test is quick


@pytest.mark.parametrize(
    "content",
    [
        b'{"outputs": ' + b"[" * MOST,
        b'{"a": [' + b'"",' * MOST,
        b'"outputs":[],' * MOST,
        b"[" * MOST * 2,
    ],
    ids=["brackets", "strings", "keys", "no outputs"],
)
def test_hostile_file_is_refused_before_it_is_parsed(take, monkeypatch, content):
    monkeypatch.setattr(json, "loads", None)
    monkeypatch.setattr(intake, "MAX_NOTEBOOK", MOST)
    monkeypatch.setattr(outputs, "MAX_BRACKETS", MOST // 2)
    found = take({f"{NAME}.ipynb": content})
    assert (found.status, "is too large" in found.reason) == (REFUSED, True)


def test_large_file_that_breaks_off_is_a_part_of_one(take):
    whole = written({**CELL, "outputs": [{"text": "A" * 2 * MAX_NOTEBOOK}]})
    found = take({f"{NAME}.ipynb": whole[: MAX_NOTEBOOK + 100]})
    assert "is no notebook, or a part of one" in found.reason


def test_file_that_is_too_large_is_not_read(take, tmp_path):
    take({f"{NAME}.ipynb": b""})
    os.truncate(tmp_path / "ann" / NAME / f"{NAME}.ipynb", MAX_FILE + 1)
    assert "is too large" in take({}).reason


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("ann lee", True),
        ("'=HYPERLINK(1)", True),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", True),  # Persian, with a non-joiner
        ("\u0d15\u0d4d\u200d", True),  # Malayalam, with a joiner
        ("\u5c71\u7530\u3000\u592a\u90ce", True),  # Japanese, with a wide space
        ("an\u200cn", False),  # looks like "ann"
        ("\u200cann", False),
        ("a\u202eb", False),
        ("a*", False),
        (".ann", False),
    ],
)
def test_name_that_nbgrader_can_work_with(name, taken):
    assert is_name(name) == taken
