"""What hub/setup.py says where it cannot go on, and what it copies."""

import importlib.util
import json

import pytest

from authoring.masters import ROOT

spec = importlib.util.spec_from_file_location("hub_setup", ROOT / "hub" / "setup.py")
hub_setup = importlib.util.module_from_spec(spec)
spec.loader.exec_module(hub_setup)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name\nbob\n", "has no column id in its first line"),
        ("", "has no column id"),
        ("id,email\nbob,\n\nBob Byrd,\n", "line 4: 'Bob Byrd' cannot be the name of an account"),
        ("id\nbob@example.org\n", "line 2: 'bob@example.org' cannot be"),
        ("id\nbob+1\n", "line 2: 'bob+1' cannot be"),
        ("id\n../bob\n", "line 2: '../bob' cannot be"),
        (f"id\n{'b' * 33}\n", "32 characters at most"),
        ("id\nbob\nann\nbob\n", "line 4: bob stands there twice"),
        ("id\nroot\n", "line 2: root is an account of the system"),
        ("id,email\n,a@b\n", "line 2: there is no id"),
        (b"id\nb\xff\n", "cannot be read"),
        (None, "cannot be read"),
    ],
)
def test_class_list_that_cannot_be_used_gets_one_sentence(tmp_path, content, said):
    table = tmp_path / "class.csv"
    if content is not None:
        table.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(hub_setup.Problem) as problem:
        hub_setup.read_class(table)
    assert said in str(problem.value)
    assert str(table) in str(problem.value)


def test_class_list_as_spreadsheets_write_it_is_read(tmp_path):
    table = tmp_path / "class.csv"
    table.write_bytes("\ufefflast_name,id\r\nByrd,bob\r\nÅmes, a.ames-2 \r\n".encode())
    assert hub_setup.read_class(table) == ["bob", "a.ames-2"]
    assert hub_setup.read_class(None) == []


def test_setup_without_root_says_how_to_run_it(monkeypatch, capsys):
    monkeypatch.setattr(hub_setup.os, "geteuid", lambda: 1000)
    assert hub_setup.main([]) == 1
    assert capsys.readouterr().err.startswith("Only root can make accounts: run `sudo python3")


def test_course_is_copied_without_what_a_class_has_made():
    assert hub_setup.left_out(str(ROOT / "classroom"), [".gitignore", "gradebook.db"]) == [
        "gradebook.db"
    ]
    assert hub_setup.left_out(str(ROOT), [".venv", "notebooks", "work"]) == [".venv", "work"]


def test_proxy_is_pinned_and_names_no_place():
    lock = (ROOT / "hub" / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock  # the address of a registry
    packages = json.loads(lock)["packages"]
    wanted = json.loads((ROOT / "hub" / "package.json").read_text(encoding="utf-8"))
    assert packages[""]["dependencies"] == wanted["dependencies"]
    assert all("integrity" in package for name, package in packages.items() if name)
