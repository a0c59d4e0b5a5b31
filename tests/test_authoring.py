"""The command of the author's side. That everything is up to date, `run.py test` sees to."""

import pytest
from conftest import MASTER

from authoring import __main__ as command
from authoring import expected, solved
from authoring.masters import ROOT, exercises, master


def test_notebook_that_does_not_exist_is_one_sentence(capsys):
    with pytest.raises(SystemExit):
        command.main(["check", "99"])
    assert "there is no notebook 99" in capsys.readouterr().err


def test_master_is_found_by_its_number():
    assert master("04") == MASTER


@pytest.mark.parametrize(
    ("table", "stale"),
    [
        ("PUBLIC", [0.2797765]),
        ("META", {"number": 6, "points": 11, "takes": ("AL", "Y")}),
        ("META", {"number": 7, "points": 10, "takes": ("AL", "Y")}),
        ("META", {"number": 6, "points": 10, "takes": ("A", "Y")}),
    ],
)
def test_stale_expected_values_are_reported(monkeypatch, capsys, table, stale):
    monkeypatch.setitem(exercises(MASTER).tables[table], "compute_cost", stale)
    assert expected.is_stale(MASTER)
    monkeypatch.setattr(command, "stale", lambda path: {expected.target(path): None})
    assert command.main(["check", "04"]) == 1
    assert "notebook_04.py is stale: run `python -m authoring make`." in capsys.readouterr().err


def test_solved_module_is_wanted_where_another_master_imports_it(monkeypatch, tmp_path):
    assert solved.is_wanted(MASTER)
    assert not solved.is_wanted(master("06"))
    assert not solved.is_stale(master("06"))
    monkeypatch.setattr(solved, "FOLDER", tmp_path)
    assert solved.is_stale(MASTER)
    solved.write(MASTER)
    assert not solved.is_stale(MASTER)
    (tmp_path / "notebook_04.py").write_text("# changed")
    assert solved.is_stale(MASTER)


def test_make_writes_what_is_stale_and_nothing_else(monkeypatch, tmp_path, capsys):
    made = ROOT / "solved" / "notebook_04.py"
    written = []
    monkeypatch.setattr(command, "stale", lambda path: {made: lambda: written.append(path)})
    assert command.main(["make", "04"]) == 0
    assert written == [MASTER]
    assert capsys.readouterr().out.split() == ["solved/notebook_04.py", "written"]
