"""How the suite is divided: parts for CI's jobs, groups for its processes, times for its end.

Each test file belongs to one part, and a part is a marker: `pytest -m "not grader"`. Tests of one
group run in one process, one after the other, because they share what takes long to make. A group
is a file, or of some files what concerns one notebook or one exercise.
"""

import re
from collections import Counter

import pytest
from sampling import left_out, report_left_out
from xdist.scheduler import LoadScopeScheduling

# What belongs to no other part is of the part "code".
PARTS = {
    "banks": "mistakes mutants right_answers secret_cases",
    "grader": (
        "adversaries agreement broken_submissions callbacks class classes collecting "
        "every_assignment exchange fuzzing installation intake interruptions learner no_sandbox "
        "optional_package promises regrading reports resources secrets shapes wire"
    ),
    "pages": "browser hub links site",
}
DESCRIPTIONS = {
    "banks": "the tests of the exercises against right answers, mistakes and mutants",
    "grader": "the grader, its sandbox and its reports",
    "pages": "the site, and the course in a browser",
    "notebooks": "the masters cell by cell, and what their prose claims",
    "code": "everything else",
}
# The files whose tests begin their parameters with a notebook, [04] or [04 linear_forward], and
# how much of this makes a group.
GROUPS = {
    "tests/test_every_assignment.py": r"\d\d",
    "tests/test_mistakes.py": r"\d\d",
    "tests/test_mutants.py": r"\d\d \w+",
    "tests/test_right_answers.py": r"\d\d",
    "tests/test_secret_cases.py": r"\d\d",
}
# The notebooks whose claims are tested in every run: this one needs PyTorch, which CI has.
ALWAYS = ("10",)
# Groups that take long, longest first: they start first, and the others fill up what is left.
LONGEST = (
    "tests/test_browser.py",
    "tests/test_hub.py",
    "tests/test_interruptions.py",
    "tests/test_class.py",
    "tests/test_agreement.py",
    "tests/test_adversaries.py",
    "tests/test_site.py",
    "tests/test_broken_submissions.py",
    "tests/test_secret_cases.py 06",
    "tests/test_secret_cases.py 02",
    "tests/test_classes.py",
    "notebooks/06-image-classification/06-image-classification.ipynb",
)


def part(path: str) -> str:
    """The part that a test file belongs to, by its path relative to the root."""
    folder, _, name = path.partition("/")
    if folder in ("notebooks", "authoring"):
        return "notebooks"
    stem = name.removeprefix("test_").removesuffix(".py")
    return next((part for part, names in PARTS.items() if stem in names.split()), "code")


def group(nodeid: str) -> str:
    """The group of a test, by what pytest calls it."""
    path, _, test = nodeid.partition("::")
    found = re.search(rf"\[({GROUPS[path]})", test) if path in GROUPS else None
    return f"{path} {found.group(1)}" if found else path


class GroupScheduling(LoadScopeScheduling):
    """Gives each process of xdist a group at a time, in the order of the tests."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return GroupScheduling(config, log)


def pytest_configure(config):
    for name, text in DESCRIPTIONS.items():
        config.addinivalue_line("markers", f"{name}: {text}")


def pytest_collection_modifyitems(items):
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(group(item.nodeid), len(order)))
    for item in items:
        path = item.nodeid.partition("::")[0]
        item.add_marker(part(path))
        claims = re.fullmatch(r"authoring/notebook_(\d\d)/test_claims.py", path)
        if claims and claims[1] not in ALWAYS:
            for mark in left_out(claims[1]):
                item.add_marker(mark)


def pytest_terminal_summary(terminalreporter):
    """Say how many tests of each part ran, for how many seconds in all processes together."""
    tests, seconds = Counter(), Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if hasattr(report, "nodeid") and hasattr(report, "duration"):
                name = part(report.nodeid.partition("::")[0])
                tests[name] += report.when == "call"
                seconds[name] += report.duration
    terminalreporter.section("parts")
    for name in filter(tests.get, DESCRIPTIONS):
        line = f"{name:<12}{tests[name]:>6} tests {seconds[name]:>7.0f} s   {DESCRIPTIONS[name]}"
        terminalreporter.write_line(line)
    report_left_out(terminalreporter)
