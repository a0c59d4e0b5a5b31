"""Which of very many like things a run tries: all of them, or an eighth, always the same one.

    SAMPLE=1        a sampled run, as for a pull request: every eighth
    CHANGED=03,06   on a sampled run, the notebooks of which all are tried
    EVERYTHING=1    all of them, whatever else is set

A run says at its end how many it left out.
"""

import os
import zlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import pytest

Item = TypeVar("Item")

ONE_IN = 8
NOTEBOOKS_ONE_IN = 4  # of what takes long for each notebook
PROPERTY = "left out of a sampled run"
_left_out = Counter()  # since the last test has ended: {notebook: how many}


def everything() -> bool:
    """Whether this run tries all there is, as it does by default."""
    return os.environ.get("EVERYTHING") == "1" or os.environ.get("SAMPLE") != "1"


def changed(notebook: str) -> bool:
    """Whether a notebook, such as "06", is one that this run must try in full."""
    return notebook in os.environ.get("CHANGED", "").replace(" ", "").split(",")


def sampled(
    items: Iterable[Item], key: Callable[[Item], Hashable], notebook: str = ""
) -> list[Item]:
    """Those of some items that this run tries, in their order.

    Arguments:
        items: mutants, seeds, ...
        key: what an item is told by; equal keys are tried together, in every run.
        notebook: the number of the notebook that they belong to, such as "06".
    """
    items = list(items)
    if everything() or changed(notebook):
        return items
    chosen = [item for item in items if zlib.crc32(repr(key(item)).encode()) % ONE_IN == 0]
    _left_out[notebook] += len(items) - len(chosen)
    return chosen


def left_out(notebook: str) -> list[pytest.MarkDecorator]:
    """A mark that skips what takes long for a notebook, if this run does not try it.

    A sampled run tries it for the notebooks that have changed, and for every fourth.
    """
    if everything() or changed(notebook) or zlib.crc32(notebook.encode()) % NOTEBOOKS_ONE_IN == 0:
        return []
    return [pytest.mark.skip(reason=PROPERTY)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Put what a test has left out into its report, which workers of xdist send along."""
    try:
        return (yield)
    finally:
        item.user_properties += [(PROPERTY, row) for row in _left_out.items()]
        _left_out.clear()


def report_left_out(terminalreporter):
    """Say, at the end of a sampled run, what it has left out."""
    total = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == "call":
                for name, value in report.user_properties:
                    if name == PROPERTY:
                        total[value[0]] += value[1]
    if total:
        parts = ", ".join(f"{notebook or 'others'} {total[notebook]}" for notebook in sorted(total))
        terminalreporter.write_line(
            f"SAMPLED: {total.total()} left out ({parts}); EVERYTHING=1 runs them all."
        )
