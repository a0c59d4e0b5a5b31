"""What has passed is kept in work/progress.txt: over restarts, there alone, and nothing is lost."""

import datetime
import os
import re
import subprocess
import sys

import pytest
from conftest import ENVIRONMENT, MASTER

from authoring.masters import ROOT
from exercises import progress
from exercises.declarations import Exercise
from exercises.score_card import NOT_YET, PASSED, ScoreCard
from release.helpers import copy_helpers

TODAY = datetime.date.today().isoformat()
FIRST = Exercise(number=1, function="f", points=40, takes=("x",), returns=("y",))
SECOND = Exercise(number=2, function="g", points=60, takes=("x",), returns=("y",))


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A learner's folder, in which the exercises of this process believe to be."""
    (tmp_path / progress.MARK).mkdir()
    monkeypatch.setattr(progress, "work_folder", lambda: tmp_path)
    return tmp_path


def card(notebook="04"):
    """A score card as a new kernel has it."""
    made = ScoreCard(notebook)
    made.add(FIRST)
    made.add(SECOND)
    return made


def told(made):
    """The score card as plain text and, without its tags, as a page shows it."""
    return repr(made), re.sub(r"<[^>]*>", " ", made._repr_html_())


def test_pass_counts_after_a_restart_with_its_date(work):
    card().mark(FIRST, PASSED)
    text = (work / progress.NAME).read_text(encoding="utf-8")
    assert text.startswith("# The exercises that have passed")
    assert text.splitlines()[2:] == [f"{TODAY}  notebook 04  exercise 1  f"]
    assert card().points() == (40, 100)
    for shown in told(card()):
        assert f"✓ passed on {TODAY}" in shown
        assert "40 of 100" in shown


def test_pass_of_another_notebook_does_not_count(work):
    card("05").mark(FIRST, PASSED)
    assert card("04").points() == (0, 100)


def test_later_failure_is_told_and_takes_no_points(work):
    card().mark(FIRST, PASSED)
    later = card()
    later.mark(FIRST, NOT_YET)
    assert later.points() == (40, 100)
    for shown in told(later):
        assert f"not yet; passed on {TODAY}" in shown


def test_date_is_that_of_the_first_pass(work):
    line = "2020-02-29  notebook 04  exercise 1  f\n"
    (work / progress.NAME).write_text(line)
    card().mark(FIRST, PASSED)
    assert (work / progress.NAME).read_text() == line
    assert "passed on 2020-02-29" in repr(card())


def test_deleting_the_file_starts_over(work):
    card().mark(FIRST, PASSED)
    (work / progress.NAME).unlink()
    assert card().points() == (0, 100)


def test_failure_alone_is_not_kept(work):
    card().mark(FIRST, NOT_YET)
    assert not (work / progress.NAME).exists()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["what is this"], "has line 1 that cannot be read: not counted, and left as it was."),
        (["2026-02-31  notebook 04  exercise 2  g"], "has line 1 that cannot be read"),
        (["\0\0\xff", "2026"], "has 2 lines that cannot be read, the first of them line 1:"),
    ],
)
def test_damaged_line_does_not_count_and_stays(work, lines, said):
    path, damaged = work / progress.NAME, "\n".join(lines).encode("latin-1")
    path.write_bytes(damaged)  # the last line has no end
    card().mark(FIRST, PASSED)
    assert path.read_bytes().startswith(damaged + b"\n")
    assert card().points() == (40, 100)
    for shown in told(card()):
        assert f"progress.txt {said}" in shown


def test_file_of_a_newer_version_is_left_alone(work):
    path = work / progress.NAME
    path.write_text("# Format 2.\n04 f\n")
    made = card()
    made.mark(FIRST, PASSED)
    assert path.read_text() == "# Format 2.\n04 f\n"
    assert made.points() == (40, 100)
    assert "is from a newer version of the course and is left as it is" in repr(made)


def test_file_that_a_windows_editor_has_saved_is_read(work):
    line = f"# Format 1.\r\n{TODAY}  notebook 04  exercise 1  f\r\n"
    (work / progress.NAME).write_bytes(b"\xef\xbb\xbf" + line.encode())
    assert card().points() == (40, 100)
    assert "cannot be read" not in repr(card())


def test_folder_in_the_place_of_the_file_is_one_sentence(work):
    (work / progress.NAME).mkdir()
    made = card()
    made.mark(FIRST, PASSED)
    assert made.points() == (40, 100)
    for shown in told(made):
        assert shown.count("progress.txt cannot be read") == 1


def test_read_only_folder_is_one_sentence(work, monkeypatch):
    def refuse(*arguments, **options):
        raise PermissionError(13, "Permission denied")

    made = card()
    monkeypatch.setattr("builtins.open", refuse)
    made.mark(FIRST, PASSED)
    monkeypatch.undo()
    assert made.points() == (40, 100)
    for shown in told(made):
        assert "progress.txt cannot be written (Permission denied)" in shown


def test_two_kernels_at_once_lose_nothing(work):
    code = (
        "import sys; from pathlib import Path; from exercises import progress\n"
        "for number in range(40): progress.keep(Path(sys.argv[1]), sys.argv[2], 1, f'f{number}')"
    )
    command = [sys.executable, "-c", code, str(work)]
    kernels = [subprocess.Popen([*command, notebook], cwd=ROOT) for notebook in ("03", "04")]
    assert [kernel.wait() for kernel in kernels] == [0, 0]
    kept = progress.read(work)
    assert kept.problem == ""
    assert set(kept.dates) == {(n, f"f{k}") for n in ("03", "04") for k in range(40)}


# ---------------------------------------------------------------- where it is kept

PASS = """
import public_tests
from solved.notebook_04 import linear_forward
public_tests.linear_forward_test(linear_forward)
print(public_tests.score_card().points(), public_tests.score_card()._repr_html_()[-120:])
"""


@pytest.fixture
def notebook_folder(tmp_path):
    """The folder of notebook 04 as a release has it, in work/."""
    folder = tmp_path / "work" / MASTER.stem
    copy_helpers(MASTER, folder)
    return folder


def run(folder, **variables):
    """Pass an exercise in a new process, as a kernel would; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", PASS.replace("solved", "reference")],
        cwd=folder,
        env=ENVIRONMENT | variables,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def kernel(notebook_folder):
    """Run the exercise in that folder, which holds no solution; one is put beside it."""
    reference = notebook_folder / "reference"
    reference.mkdir()
    text = (ROOT / "solved" / "notebook_04.py").read_text(encoding="utf-8")
    (reference / "notebook_04.py").write_text(text, encoding="utf-8")
    return lambda **variables: run(notebook_folder, **variables)


def test_notebook_in_work_keeps_its_progress_and_links_to_the_start_page(kernel, notebook_folder):
    work = notebook_folder.parent
    (work / progress.MARK).mkdir()
    (work / progress.START).touch()
    assert "(5, 100)" in kernel()
    assert "exercise 3  linear_forward\n" in (work / progress.NAME).read_text(encoding="utf-8")
    assert f"href='../{progress.START}'" in kernel()


def test_notebook_on_its_own_keeps_nothing_and_has_the_card_of_its_kernel(kernel, notebook_folder):
    printed = kernel()
    assert "(5, 100)" in printed
    assert "href" not in printed
    assert [path.name for path in notebook_folder.parent.iterdir()] == [notebook_folder.name]


@pytest.mark.parametrize("command", ["validate", "autograde"])
def test_nbgrader_neither_reads_nor_writes_progress(kernel, notebook_folder, command):
    work = notebook_folder.parent
    (work / progress.MARK).mkdir()
    (work / progress.NAME).write_text(f"{TODAY}  notebook 04  exercise 1  initialize_parameters\n")
    before = (work / progress.NAME).read_bytes()
    assert "(5, 100)" in kernel(NBGRADER_EXECUTION=command)  # that exercise alone
    assert (work / progress.NAME).read_bytes() == before


def test_masters_and_grader_keep_nothing():
    """Both use the course's own copy of the tests, which is in no learner's folder."""
    assert os.path.samefile(progress.__file__, ROOT / "exercises" / "progress.py")
    assert progress.work_folder() is None
    assert progress.start_page() == ""
    assert progress.keep(None, "04", 1, "f") == ""
    assert progress.read(None) == progress.Progress()
