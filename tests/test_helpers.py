"""What lies beside a released notebook: what it imports, what these import, its data, no more."""

import json

import pytest

from authoring.masters import masters
from release.helpers import copy_helpers, helpers


def course(folder, cell, **files):
    """A small course with one notebook of one cell, and files by their paths."""
    for name, text in {"a.py": "", "b.py": "import a\n", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    notebook = folder / "notebook.ipynb"
    notebook.write_text(json.dumps({"cells": [{"cell_type": "code", "source": [cell]}]}))
    return notebook


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("import numpy", []),
        ("%matplotlib inline\nimport a", ["a.py"]),
        ("from b import *", ["a.py", "b.py"]),
        ("import ab", ["ab.py"]),  # and not a
        ("import p.c", ["p/__init__.py", "p/c.py"]),
        ("from p import c", ["p/__init__.py", "p/c.py"]),
        ("from p.c import name", ["p/__init__.py", "p/c.py"]),
        ("def f():\n    import a", ["a.py"]),
        ("load('datasets/x.h5')", ["datasets/README.md", "datasets/x.h5"]),
        ("read('datasets/x.csv')", ["datasets/README.md", "datasets/x.csv"]),
        ("load('datasets/not_there.h5')", []),
    ],
)
def test_what_a_notebook_needs(tmp_path, cell, expected):
    data = dict.fromkeys(["datasets/x.h5", "datasets/x.csv", "datasets/README.md"], "data")
    files = data | dict.fromkeys(["ab.py", "p/__init__.py", "p/c.py", "p/d.py"], "")
    notebook = course(tmp_path, cell, **files)
    assert [path.as_posix() for path in helpers(notebook, tmp_path)] == expected
    copy_helpers(notebook, tmp_path / "copy", tmp_path)
    for name in expected:
        assert (tmp_path / "copy" / name).read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])
def test_no_master_gets_the_solutions_of_its_own(master):
    found = {path.as_posix() for path in helpers(master)}
    assert f"exercises/notebook_{master.stem[:2]}.py" in found
    assert f"solved/notebook_{master.stem[:2]}.py" not in found
    assert not [
        name for name in found if name.startswith(("authoring/", "release/", "grading/", "tests/"))
    ]
