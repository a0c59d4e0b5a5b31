"""Laying the learner's copy in work/: nothing of the learner is overwritten or deleted."""

import json
import os

import pytest

from release import work as course_work
from release.work import fingerprint, lay, report

NAMES = ("a/a.ipynb", "a/images/one.svg", "a/dnn_utils.py")


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def laid(folder):
    """What the learner sees in a folder: {name: text}, without what is hidden."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path.read_text() for path in paths}
    return {name: text for name, text in names.items() if "/." not in f"/{name}"}


def names(paths):
    return [path.as_posix() for path in paths]


@pytest.fixture
def work(tmp_path):
    """A work folder in which the first version of a release has been laid."""
    write(tmp_path / "v1", dict.fromkeys(NAMES, "first"))
    lay(tmp_path / "v1", tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def second(tmp_path, work):
    """The release after that: another notebook, the rest as it was."""
    write(tmp_path / "v2", {**dict.fromkeys(NAMES, "first"), "a/a.ipynb": "second"})
    return tmp_path / "v2"


def test_new_files_are_laid(tmp_path):
    write(tmp_path / "v1", dict.fromkeys(NAMES, "first"))
    added, updated, kept = lay(tmp_path / "v1", tmp_path / "work")
    assert (sorted(names(added)), updated, kept) == (sorted(NAMES), [], [])
    assert laid(tmp_path / "work") == dict.fromkeys(NAMES, "first")


def test_an_unchanged_file_is_updated(work, second):
    added, updated, kept = lay(second, work)
    assert (added, names(updated), kept) == ([], ["a/a.ipynb"], [])
    assert laid(work) == {**dict.fromkeys(NAMES, "first"), "a/a.ipynb": "second"}


def test_a_changed_file_is_kept_and_the_learner_is_told_once(work, second):
    write(work, {"a/a.ipynb": "mine"})
    result = lay(second, work)
    assert (result[0], result[1], names(result[2])) == ([], [], ["a/a.ipynb"])
    assert laid(work)["a/a.ipynb"] == "mine"
    assert report(*result) == [
        "Kept your a/a.ipynb; a newer version exists: rename yours and start again to get it.",
        "work/: 1 kept.",
    ]
    assert report(*lay(second, work)) == ["work/ is up to date."]


def test_a_changed_file_without_a_newer_version_is_kept_silently(work, second):
    write(work, {"a/dnn_utils.py": "mine"})
    added, updated, kept = lay(second, work)
    assert (added, names(updated), kept) == ([], ["a/a.ipynb"], [])
    assert laid(work)["a/dnn_utils.py"] == "mine"


def test_a_file_from_before_the_first_laying_is_kept(tmp_path):
    write(tmp_path / "v1", {"a/a.ipynb": "first"})
    write(tmp_path / "work", {"a/a.ipynb": "mine"})
    assert names(lay(tmp_path / "v1", tmp_path / "work")[2]) == ["a/a.ipynb"]
    assert laid(tmp_path / "work") == {"a/a.ipynb": "mine"}


def test_a_deleted_file_comes_back(work):
    (work / "a/a.ipynb").unlink()
    assert names(lay(work / ".release", work)[0]) == ["a/a.ipynb"]
    assert laid(work) == dict.fromkeys(NAMES, "first")


def test_after_renaming_a_changed_file_the_newer_one_comes(work, second):
    write(work, {"a/a.ipynb": "mine"})
    lay(second, work)
    (work / "a/a.ipynb").rename(work / "a/old.ipynb")
    lay(work / ".release", work)
    assert (laid(work)["a/a.ipynb"], laid(work)["a/old.ipynb"]) == ("second", "mine")


def test_what_the_learner_added_stays(work, second):
    write(work, {"a/notes.txt": "mine", "b/b.ipynb": "mine", "notes.txt": "mine"})
    lay(second, work)
    assert {"a/notes.txt", "b/b.ipynb", "notes.txt"} <= laid(work).keys()


def test_a_file_that_left_the_release_stays_with_the_learner(work, second):
    (second / "a/images/one.svg").unlink()
    lay(second, work)
    assert laid(work)["a/images/one.svg"] == "first"


def test_a_folder_in_the_place_of_a_file_is_kept(work, second):
    (work / "a/a.ipynb").unlink()
    write(work, {"a/a.ipynb/inside": "mine", "a/new.ipynb/inside": "mine"})
    write(second, {"a/new.ipynb": "second"})
    assert names(lay(second, work)[2]) == ["a/a.ipynb", "a/new.ipynb"]
    assert {"a/a.ipynb/inside", "a/new.ipynb/inside"} <= laid(work).keys()


@pytest.mark.skipif(os.name == "nt", reason="Windows gives the right to make links to few users")
def test_a_link_does_not_lead_out_of_work(tmp_path, work, second):
    outside = tmp_path / "outside"
    outside.write_text("first")
    (work / "a/a.ipynb").unlink()
    (work / "a/a.ipynb").symlink_to(outside)
    lay(second, work)
    assert (outside.read_text(), laid(work)["a/a.ipynb"]) == ("first", "second")


@pytest.mark.skipif(os.name == "nt", reason="Windows gives the right to make links to few users")
def test_a_link_that_leads_nowhere_is_kept(tmp_path, work, second):
    (work / "a/a.ipynb").unlink()
    (work / "a/a.ipynb").symlink_to(tmp_path / "nowhere")
    assert names(lay(second, work)[2]) == ["a/a.ipynb"]
    assert (work / "a/a.ipynb").is_symlink()


@pytest.mark.parametrize("calls", [1, 2, 3, 4])
def test_interrupted_anywhere_the_next_laying_completes(work, second, monkeypatch, calls):
    """Laying the second release renames 4 times at least: the power goes before the nth time."""
    write(work, {"a/images/one.svg": "mine"})
    (work / "a/dnn_utils.py").unlink()
    left = [calls]

    def failing(real):
        def rename(*arguments):
            left[0] -= 1
            if not left[0]:
                raise KeyboardInterrupt
            return real(*arguments)

        return rename

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", failing(os.rename))
        patch.setattr(os, "replace", failing(os.replace))
        with pytest.raises(KeyboardInterrupt):
            lay(second, work)
    assert lay(second, work)[2] == []  # what was laid last is not forgotten
    assert laid(work) == {
        "a/a.ipynb": "second",
        "a/images/one.svg": "mine",
        "a/dnn_utils.py": "first",
    }
    assert laid(work / ".release") == laid(second)
    assert sorted(os.listdir(work)) == [".release", "a"]


def test_interrupted_while_copying_the_next_laying_completes(work, second):
    write(work, {".release.new/a/a.ipynb": "hal"})
    lay(second, work)
    assert laid(work / ".release") == laid(second)
    assert sorted(os.listdir(work)) == [".release", "a"]


def test_student_versions_are_made_only_when_a_source_changed(tmp_path, monkeypatch, capsys):
    made = []

    def release(destination):
        made.append(destination)
        write(destination, {"a/a.ipynb": f"version {len(made)}"})

    monkeypatch.setattr(course_work, "release", release)
    root, work = tmp_path / "root", tmp_path / "work"
    master = {"cells": [{"cell_type": "code", "source": ["from public_tests import *"]}]}
    write(root, {"notebooks/a/a.ipynb": json.dumps(master)})
    for text, expected in (("", "1 added"), ("", "up to date"), ("changed", "1 updated")):
        write(root, {"public_tests.py": text})
        course_work.main(root, work)
        assert expected in capsys.readouterr().out
    assert len(made) == 2
    assert laid(work) == {"a/a.ipynb": "version 2"}


@pytest.mark.parametrize("name", [*course_work.SOURCES, "notebooks/a/images/one.svg"])
def test_each_source_counts(tmp_path, name):
    before = fingerprint(tmp_path)
    write(tmp_path, {name: "new"})
    assert fingerprint(tmp_path) != before


def test_all_sources_exist():
    missing = [name for name in course_work.SOURCES if not (course_work.ROOT / name).is_file()]
    assert missing == []


def test_checkpoints_of_a_notebook_do_not_count(tmp_path):
    before = fingerprint(tmp_path)
    write(tmp_path, {"notebooks/a/.ipynb_checkpoints/a-checkpoint.ipynb": "new"})
    assert fingerprint(tmp_path) == before
