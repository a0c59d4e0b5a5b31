"""How the suite is divided."""

import pytest
from suite import DESCRIPTIONS, GROUPS, PARTS, group, part, pytest_collection_modifyitems

from authoring.masters import ROOT


@pytest.mark.parametrize(
    ("nodeid", "expected"),
    [
        (
            "tests/test_mutants.py::test_a[04 linear_forward]",
            "tests/test_mutants.py 04 linear_forward",
        ),
        ("tests/test_secret_cases.py::test_a[04 linear_forward]", "tests/test_secret_cases.py 04"),
        ("tests/test_right_answers.py::test_a[04-3]", "tests/test_right_answers.py 04"),
        ("tests/test_secret_cases.py::test_of_one_notebook", "tests/test_secret_cases.py"),
        ("tests/test_ladder.py::test_a[04]", "tests/test_ladder.py"),
        ("notebooks/04-a/04-a.ipynb::Cell 3", "notebooks/04-a/04-a.ipynb"),
    ],
)
def test_group_is_a_file_or_a_notebook_of_it(nodeid, expected):
    assert group(nodeid) == expected


def test_divided_files_exist_and_have_a_part():
    for names in PARTS.values():
        for name in names.split():
            assert (ROOT / "tests" / f"test_{name}.py").is_file(), name
    for path in GROUPS:
        assert (ROOT / path).is_file()
    paths = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/test_*.py")]
    assert {part(path) for path in [*paths, "notebooks/a.ipynb"]} == set(DESCRIPTIONS)


class Item:
    """What pytest collects, as far as the order of the suite looks at it."""

    def __init__(self, nodeid):
        self.nodeid, self.marks = nodeid, []

    def add_marker(self, mark):
        self.marks.append(mark)


def test_sampled_run_leaves_out_claims_of_some_notebooks_and_no_others(monkeypatch):
    monkeypatch.setenv("SAMPLE", "1")
    monkeypatch.delenv("EVERYTHING", raising=False)
    for changed, expected in (("", {"03"}), ("03", set())):
        monkeypatch.setenv("CHANGED", changed)
        items = [
            Item(f"authoring/notebook_{number}/test_claims.py::test_a")
            for number in ("02", "03", "10")
        ]
        items += [Item("tests/test_wire.py::test_a"), Item("notebooks/03-a/03-a.ipynb::Cell 1")]
        pytest_collection_modifyitems(items)
        assert {item.nodeid[19:21] for item in items if len(item.marks) > 1} == expected
