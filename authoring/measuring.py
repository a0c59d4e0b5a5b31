"""What the measuring scripts of the notebooks share, and the tests of what they claim: runs over
seeds, tables of results, functions of a notebook with a part exchanged, measured slopes.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import FunctionType
from typing import Any

import numpy as np


def over_seeds(settings: Iterable[Any], run: Callable[[Any, int], dict]) -> list[dict]:
    """The rows of all runs, each printed when it is there.

    Arguments:
        settings: each has `seeds`, the number of its runs.
        run: takes a setting and a seed, and returns a row: {column: entry}.
    """
    rows = []
    for setting in settings:
        for seed in range(setting.seeds):
            rows.append(run(setting, seed))
            print(*rows[-1].values(), flush=True)
    return rows


def write_table(path: Path, rows: list[dict], columns: Sequence[str] = ()) -> None:
    """Write rows as CSV.

    Arguments:
        columns: their order; without it that of the first row.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns or list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def with_names(function: FunctionType, names: dict[str, Any]) -> FunctionType:
    """A function of a notebook, which finds these names in place of those of the notebook."""
    return FunctionType(function.__code__, names, function.__name__, function.__defaults__)


def slopes(f: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-5) -> np.ndarray:
    """The measured gradient of a number f(x), an array of the shape of x."""
    found = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        moved = np.zeros(x.shape)
        moved[place] = step
        found[place] = (f(x + moved) - f(x - moved)) / (2 * step)
    return found
