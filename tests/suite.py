"""How the suite is divided: parts for CI's jobs, groups for its processes, times for its end.

Each test file belongs to one part, and a part is a marker: `pytest -m "not grader"`. Tests of one
group run in one process, one after the other, because they share what is dear to make: a file is a
group unless its tests name others with `xdist_group`.
"""

from collections import Counter

import pytest
from sampling import report_left_out

# What belongs to no other part is of the part "code".
PARTS = {
    "banks": "mutants misconceptions right_answers secret_cases",
    "grader": (
        "adversaries agreement broken_submissions callbacks class classes every_assignment "
        "installation interruptions no_sandbox optional_package reports resources secrets wire"
    ),
    "pages": "browser links site",
}
DESCRIPTIONS = {
    "banks": "the tests of the exercises against right answers, mistakes and mutants",
    "grader": "the grader, its sandbox and its reports",
    "pages": "the site, and the course in a browser",
    "notebooks": "the masters cell by cell, and what their prose claims",
    "code": "everything else",
}
# Groups that take long, longest first: they start first, and the others fill up what is left.
LONGEST = ()


def part(path: str) -> str:
    """The part that a test file belongs to, by its path relative to the root."""
    folder, _, name = path.partition("/")
    if folder in ("notebooks", "authoring"):
        return "notebooks"
    stem = name.removeprefix("test_").removesuffix(".py")
    return next((part for part, names in PARTS.items() if stem in names.split()), "code")


def group(item: pytest.Item) -> str:
    mark = item.get_closest_marker("xdist_group")
    return mark.args[0] if mark else item.nodeid.partition("::")[0]


def pytest_configure(config):
    for name, text in DESCRIPTIONS.items():
        config.addinivalue_line("markers", f"{name}: {text}")


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(part(item.nodeid.partition("::")[0]))
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(group(item)))
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(group(item), len(order)))


def pytest_terminal_summary(terminalreporter):
    """Say how many tests of each part ran, for how many seconds in all processes together."""
    tests, seconds = Counter(), Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if hasattr(report, "nodeid") and hasattr(report, "duration"):
                name = part(report.nodeid.partition("::")[0])
                tests[name] += report.when == "call"
                seconds[name] += report.duration
    if tests:
        terminalreporter.section("parts")
        for name in DESCRIPTIONS:
            line = f"{name:<12}{tests[name]:>6} tests {seconds[name]:>7.0f} s   "
            terminalreporter.write_line(line + DESCRIPTIONS[name])
    report_left_out(terminalreporter)
