"""The last page in `work/`: the way, and all score cards on one sheet."""

import json

import pytest
from bs4 import BeautifulSoup

from authoring.masters import masters, meta
from exercises import progress
from release import pages
from release.end_page import PAGE, SHEET, end_page

DAY = "2026-11-27"
FUNCTIONS = {path.stem[:2]: list(meta(path)) for path in masters()}


@pytest.fixture
def work(tmp_path):
    """A folder work/ in which two exercises of notebook 04 have passed."""
    lines = [f"{DAY}  notebook 04  exercise 1  {name}\n" for name in FUNCTIONS["04"][2:4]]
    (tmp_path / progress.NAME).write_text("".join(lines))
    return tmp_path


def sheet(work):
    return BeautifulSoup((work / SHEET).read_text(encoding="utf-8"), "html.parser")


def test_sheet_has_a_card_for_each_notebook_and_a_line_for_each_exercise(work):
    end_page(work=work)
    cards = sheet(work).select("section")
    shown = [[line.code.text for line in card.select("li")] for card in cards]
    assert shown == list(FUNCTIONS.values())


def test_sheet_says_what_has_passed_and_when(work):
    shown = end_page(work=work)
    passed = [line.code.text for line in sheet(work).select("li") if f"✓ {DAY}" in line.text]
    assert passed == FUNCTIONS["04"][2:4]
    exercises = meta(next(path for path in masters() if path.stem.startswith("04")))
    points = sum(exercises[name]["points"] for name in passed)
    total = f"{points} of {100 * len(FUNCTIONS):,} points"
    assert total in sheet(work).header.text
    assert total in repr(shown)


def test_name_of_the_learner_is_on_the_sheet_as_text(work):
    end_page("<b>Ada</b>", work)
    assert "<b>Ada</b>" in sheet(work).header.text


def test_sheet_that_cannot_be_written_is_one_sentence(work):
    (work / SHEET).mkdir()
    assert f"{SHEET} cannot be written" in repr(end_page(work=work))


def test_damaged_progress_is_one_sentence(tmp_path):
    (tmp_path / progress.NAME).write_text("?")
    shown = end_page(work=tmp_path)
    assert repr(shown).count("line 1 that cannot be read") == 1
    assert f"href='{SHEET}'" in shown._repr_html_()


def test_page_has_the_text_of_the_site_around_its_cell(work):
    (work / PAGE.name).write_bytes(pages.notebook(PAGE))
    pages.refresh(PAGE, work)
    above, code, below = json.loads((work / PAGE.name).read_bytes())["cells"]
    assert above["source"].startswith("# The whole way")
    assert "## Where to go next" in below["source"]
    assert "<img" in code["outputs"][0]["data"]["text/html"]
    assert not (work / SHEET).exists()
