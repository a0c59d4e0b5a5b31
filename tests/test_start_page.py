"""The start page in `work/`, and the list from which it, the README and the site are made."""

import json
import re
import xml.etree.ElementTree as ElementTree

import nbformat
import pytest
from bs4 import BeautifulSoup

from authoring import front_page
from authoring.masters import ROOT, masters
from exercises import progress
from release import pages, start_page
from release import work as course_work
from release.series import Notebook, series
from release.start_page import END, PAGE
from release.way import arrows, builds_on, draw_map, draw_way, places
from release.work import lay

NAME = PAGE.name
NAMES = [master.stem for master in masters()]
DAY = "2026-11-27"
# The series as it is planned: numbers, and what each builds on.
PLANNED = {
    **{"01": "", "02": "01", "03": "02", "04": "03", "05": "04", "06": "04", "07": "06"},
    **{"08": "07", "09": "07", "10": "04", "11": "09", "12": "11", "13": "09"},
}


def write_progress(work, *entries):
    """Write lines of progress.txt, of pairs (number of the notebook, function)."""
    lines = [f"{DAY}  notebook {number}  exercise 1  {name}\n" for number, name in entries]
    (work / progress.NAME).write_text("".join(lines))


def all_of(number):
    (path,) = (path for path in masters() if path.stem.startswith(number))
    return [(number, name) for name in start_page.meta(path)]


def shown(work):
    """The start page of a folder, as text and as a page."""
    found = start_page.start_page(work)
    return repr(found), BeautifulSoup(found._repr_html_(), "html.parser")


# ---------------------------------------------------------------- what it shows


def test_first_time_it_lists_all_notebooks_and_says_where_to_begin(tmp_path):
    text, html = shown(tmp_path)
    assert [line.split()[0] for line in text.splitlines()[: len(NAMES)]] == NAMES
    assert f"0 of {100 * len(NAMES)}" in text
    assert "Begin with notebook 01. If you know NumPy, begin with notebook 04." in text
    links = [f"{name}/{name}.ipynb" for name in NAMES]
    assert [a["href"] for a in html.select("table a")] == links
    assert [a["href"] for a in html.select("p a")] == [links[0], links[3], END]


def test_on_a_hub_it_names_what_has_not_been_fetched(tmp_path, monkeypatch):
    for name in NAMES:
        (tmp_path / "outbound" / name / "exercises").mkdir(parents=True)
        notebook = tmp_path / "outbound" / name / f"{name}.ipynb"
        notebook.symlink_to(start_page.NOTEBOOKS / name / notebook.name)
    monkeypatch.setattr(start_page, "NOTEBOOKS", tmp_path / "outbound")
    for name in NAMES[2:]:
        (tmp_path / name).mkdir()
    text, html = shown(tmp_path)
    said = "Not fetched yet: 01, 02. Nbgrader, Assignment List, Fetch."
    assert text.splitlines()[-1] == said
    assert said in [paragraph.text for paragraph in html.select("p")]


def test_before_the_first_release_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(start_page, "series", lambda: [])
    text, html = shown(tmp_path)
    assert text == html.text == "No notebook has been released yet."
    assert pages.notebook(PAGE, tmp_path)


def test_points_and_next_exercise_follow_the_progress(tmp_path):
    write_progress(tmp_path, *all_of("03")[:-1], ("04", "linear_forward"))
    text, html = shown(tmp_path)
    assert "04-deep-network-step-by-step 5 of 100" in " ".join(text.split())
    assert "Next: exercise 1, initialize_parameters, in notebook 04." in text
    points = {row.a.text[:2]: row.select("td")[-1].text for row in html.select("tr") if row.a}
    assert (points["01"], points["03"], points["04"]) == ("0 of 100", "90 of 100", "5 of 100")


def test_after_a_complete_notebook_the_next_one_that_is_open_comes(tmp_path):
    write_progress(tmp_path, *all_of("05"), *all_of("04"))
    assert "Next: exercise 1, flatten_and_standardize, in notebook 06." in shown(tmp_path)[0]


def test_after_the_last_notebook_the_first_open_one_comes(tmp_path):
    write_progress(tmp_path, *all_of(NAMES[-1][:2]))
    assert "Next: exercise 1, basic_sigmoid, in notebook 01." in shown(tmp_path)[0]


def test_when_all_is_done_it_says_so(tmp_path):
    write_progress(tmp_path, *(entry for name in NAMES for entry in all_of(name[:2])))
    text, _ = shown(tmp_path)
    assert "You have passed every exercise of every notebook." in text
    assert f"{100 * len(NAMES)} of {100 * len(NAMES)}" in text


def test_damaged_progress_is_one_sentence(tmp_path):
    (tmp_path / progress.NAME).write_text("?")
    text, html = shown(tmp_path)
    assert text.count("line 1 that cannot be read") == html.text.count("cannot be read") == 1


# ---------------------------------------------------------------- the file in work/


@pytest.fixture
def work(tmp_path):
    """A folder work/ into which a release with nothing but the start page was copied."""
    (tmp_path / "v1").mkdir()
    (tmp_path / "v1" / NAME).write_bytes(pages.notebook(PAGE))
    lay(tmp_path / "v1", tmp_path / "work")
    return tmp_path / "work"


def test_start_page_is_a_notebook_whose_output_is_there_before_it_runs(work):
    pages.refresh(PAGE, work)
    notebook = nbformat.read(work / NAME, as_version=4)
    nbformat.validate(notebook)
    (output,) = notebook.cells[1].outputs
    assert output.data["text/plain"] == repr(start_page.start_page(work))


def test_start_page_is_brought_up_to_date_when_the_progress_has_changed(work):
    pages.refresh(PAGE, work)
    before = (work / NAME).read_bytes()
    pages.refresh(PAGE, work)
    assert (work / NAME).read_bytes() == before
    write_progress(work, ("04", "linear_forward"))
    pages.refresh(PAGE, work)
    assert (work / NAME).read_bytes() != before


def test_start_page_that_was_run_gets_a_newer_version(tmp_path, work):
    write_progress(work, ("04", "linear_forward"))
    pages.refresh(PAGE, work)
    newer = pages.notebook(PAGE).replace(b"Where am I?", b"Where was I?")
    (tmp_path / "v2").mkdir()
    (tmp_path / "v2" / NAME).write_bytes(newer)
    assert lay(tmp_path / "v2", work) == ([], [work.joinpath(NAME).relative_to(work)], [])
    assert (work / NAME).read_bytes() == newer


def test_start_page_with_notes_of_the_learner_is_kept_as_it_is(tmp_path, work):
    notebook = json.loads((work / NAME).read_bytes())
    notebook["cells"][0]["source"] += " My notes."
    mine = json.dumps(notebook).encode()
    (work / NAME).write_bytes(mine)
    pages.refresh(PAGE, work)
    assert (work / NAME).read_bytes() == mine
    (tmp_path / "v2").mkdir()
    newer = pages.notebook(PAGE).replace(b"Where am I?", b"Where was I?")
    (tmp_path / "v2" / NAME).write_bytes(newer)
    assert [path.name for path in lay(tmp_path / "v2", work)[2]] == [NAME]
    assert (work / NAME).read_bytes() == mine


def test_start_page_that_cannot_be_read_is_kept(work):
    (work / NAME).write_bytes(b"half a noteb")
    pages.refresh(PAGE, work)
    assert (work / NAME).read_bytes() == b"half a noteb"
    assert pages.sources(b"[]") == b"[]"


def test_release_holds_the_pages(tmp_path, monkeypatch):
    monkeypatch.setattr("release.student_version.generate", lambda folder: None)
    course_work.release(tmp_path)
    assert [str(name) for name in course_work.files(tmp_path)] == [END, NAME]


def last_cells(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"][-2:]
    return [(cell["id"], "".join(cell["source"])) for cell in cells]


@pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])
def test_notebook_ends_with_the_score_card_and_tells_of_the_start_page(master):
    template = ROOT / "authoring" / "template" / "notebook.ipynb"
    assert last_cells(master) == last_cells(template)
    assert "start page" in last_cells(master)[0][1]
    assert last_cells(master)[1] == ("score-card-code", "score_card()")


# ---------------------------------------------------------------- the list


def test_each_notebook_has_an_entry_with_all_parts():
    for notebook in series():
        parts = (notebook.short, notebook.able, notebook.picture, notebook.alt)
        assert all(parts), notebook.name
        assert notebook.question.endswith("?"), notebook.name
        assert notebook.answer.endswith("."), notebook.name
        assert len(notebook.alt) >= 80, notebook.name
        assert all(number < notebook.number for number in notebook.builds_on)
        assert (ROOT / front_page.picture(notebook)).is_file(), "run python -m authoring make"


def test_notebook_without_an_entry_is_shown_with_its_title(tmp_path):
    (tmp_path / "facts.toml").touch()
    bare = series(facts=tmp_path / "facts.toml")
    assert [(notebook.name, notebook.short) for notebook in bare] == [
        (notebook.name, notebook.title) for notebook in series()
    ]


def test_readme_and_its_pictures_are_as_they_are_made():
    assert list(front_page.stale()) == [], "run python -m authoring make"


def test_changed_entry_makes_the_readme_stale(tmp_path, monkeypatch):
    changed = [Notebook(NAMES[0], "T", "S", (), "Why?", "So.", "do it", "race-code", "A plot.")]
    monkeypatch.setattr(front_page, "series", lambda: changed)
    text = front_page.README.read_text(encoding="utf-8")
    assert "<b>Why?</b><br>So.<br>You can then do it." in front_page.readme(text)
    assert front_page.README in front_page.stale()


def test_entry_that_names_no_plot_is_one_sentence():
    with pytest.raises(ValueError, match="has no plot in a cell nowhere"):
        front_page.plot(Notebook(NAMES[0], "T", "S", picture="nowhere"))


PLANS = [
    Notebook(f"{number}-x", "T", f"S{number}", tuple(before.split()), "Why?", "So, 5 % `x`.")
    for number, before in PLANNED.items()
]


def words(svg):
    """The texts of a picture, in their order."""
    tree = ElementTree.fromstring(svg)
    return [text.text for text in tree.iter("{http://www.w3.org/2000/svg}text")]


def test_map_shows_each_notebook_below_what_it_builds_on():
    at = places(PLANS)
    assert len(set(at.values())) == len(PLANS)
    for notebook in PLANS:
        assert all(at[number][0] < at[notebook.number][0] for number in notebook.builds_on)
    numbers = [word for number in PLANNED for word in (number, f"S{number}")]
    assert words(draw_map(PLANS, {"01": 1.0, "02": 0.5})) == words(draw_map(PLANS)) == numbers
    assert builds_on(PLANS[:3]) == "02 builds on 01, 03 on 02."


def test_arrow_that_follows_from_others_is_left_out():
    three = [Notebook("01-x", "", ""), Notebook("02-x", "", "", ("01",))]
    three.append(Notebook("03-x", "", "", ("01", "02")))
    assert arrows(three) == [("01", "02"), ("02", "03")]


def test_long_picture_has_all_questions_and_answers():
    shown = words(draw_way(PLANS))
    assert shown[: len(PLANS)] == list(PLANNED)
    assert shown[len(PLANS) :] == ["Why?", "So, 5\N{NO-BREAK SPACE}% x."] * len(PLANS)


@pytest.mark.parametrize("notebook", series(), ids=lambda notebook: notebook.number)
def test_figure_of_an_answer_stands_in_its_notebook(notebook):
    """As it is, or in percent, or rounded to percent."""
    path = ROOT / "notebooks" / notebook.name / f"{notebook.name}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    text = " ".join("".join(cell["source"]) for cell in cells)
    for cell in cells:
        for output in cell.get("outputs", ()):
            text += " " + "".join(output.get("text", ""))
    known = {float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    known |= {round(100 * number) for number in known if number < 1}
    known |= {int(notebook.number) for notebook in series()}
    for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", notebook.answer):
        assert float(figure.replace(",", "")) in known, figure
