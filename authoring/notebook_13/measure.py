"""Measure transformers that add: many trainings, with the notebook's own functions.

    python -m authoring.notebook_13.measure     train all, write the table in datasets/

It takes some six minutes on one core. Seconds are those of the processor. A thousand steps of Adam
carry the last digits of one machine into the third one of an accuracy: quote means and ranges.
"""

import contextlib
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from authoring import datasets
from authoring.masters import master, read, solutions
from authoring.measuring import over_seeds, with_names, write_table
from dnn_tools import transformer

RESULTS = datasets.DATASETS / "attention_results.csv"
FIELDS = (
    *("task", "change", "seed", "steps", "parameters", "first_cost", "cost", "seen", "never"),
    *("first_digit", "second_digit", "third_digit", "look", "look_next", "seconds"),
)
CELLS = "additions", "cost-and-grads", "train-code", "never-step", "reverse-draw", "weights-of"
GIVEN = {"add": 6, "reverse": 7, "sort": 7}  # how many tokens the network is given
FRESH = 1000  # the seed of the rows that no training of these two tasks sees
STEPS = {"add": 1200, "reverse": 400, "sort": 600}


@dataclass(frozen=True)
class Setting:
    """One way to train.

    Attributes:
        task: "add", "reverse" or "sort".
        change: what differs from the network of the notebook; "none" for nothing.
    """

    task: str = "add"
    change: str = "none"
    seeds: int = 5

    @property
    def heads(self) -> int:
        """The number of heads."""
        return 1 if self.task == "reverse" or self.change == "one head" else 2


def settings() -> Iterator[Setting]:
    """All settings of the table."""
    yield Setting(seeds=20)
    yield Setting(change="no decay", seeds=10)
    for change in ("one head", "d = 16", "usual order", "no positions", "no attention", "no mask"):
        yield Setting(change=change)
    yield Setting("reverse")
    yield Setting("sort")


def notebook() -> dict[str, Any]:
    """The functions of notebook 13, solved, and its training."""
    path = master("13")
    namespace = solutions(path) | vars(transformer) | {"partial": partial}
    cells = {cell.id: cell.source for cell in read(path).cells}
    exec(cells["setup"].partition("%matplotlib")[0], namespace)
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in CELLS:
            exec(cells[cell], namespace)
    return namespace


def no_attention(Q: np.ndarray, K: np.ndarray, V: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Heads that bring nothing."""
    return np.zeros_like(V), np.zeros((*Q.shape[:-1], Q.shape[-2]))


def drawn(setting: Setting, solved: dict[str, Any]) -> tuple:
    """Return a function that draws a batch, and two sets of rows to judge on: seen and never seen.

    The batches of "reverse" and "sort" are fresh each time, so there the two sets are the same.
    """
    if setting.task == "add":
        upward = setting.change != "usual order"
        add = solved["t_additions"]
        sets = (add(solved[name], upward) for name in ("t_seen", "t_never"))
        return partial(solved["t_draw"], upward=upward), *sets
    draw = solved["t_draw_reverse"]
    if setting.task == "sort":
        draw = partial(_sorting, draw)
    rows = draw(np.random.RandomState(FRESH), 2000)
    return draw, rows, rows


def _sorting(draw, random, B=64):
    rows = draw(random, B)
    return np.hstack([rows[:, :7], np.sort(rows[:, :6], axis=1)])


def run(setting: Setting, seed: int, solved: dict[str, Any]) -> dict[str, Any]:
    """Train one network and judge it: a row of the table.

    `look` and `look_next` say where it looks, in the mean over the rows that it never saw. For
    "add" it is the weight, of the head that gives most, of both ones digits at "=" and of both tens
    digits one place later. For "reverse" it is the smallest and the largest of the six weights
    that should be 1. For others it is nan.
    """
    namespace = dict(solved)
    attend = {
        "no attention": no_attention,
        "no mask": partial(transformer.attention_at_once, causal=False),
    }.get(setting.change, transformer.attention_at_once)
    if setting.change == "no positions":
        namespace["embed"] = lambda tokens, E, P: E[tokens]
    for name in ("t_cost_and_grads", "t_train", "t_step", "t_share", "t_weights_of"):
        namespace[name] = with_names(solved[name], namespace)
    draw, seen, never = drawn(setting, solved)
    given, heads, steps = GIVEN[setting.task], setting.heads, STEPS[setting.task]
    begin = process_time()
    parameters, costs = namespace["t_train"](
        *(draw, given - 1, steps, heads, seed),
        d=16 if setting.change == "d = 16" else 32,
        attend=attend,
        decay=setting.change != "no decay",
    )
    seconds = process_time() - begin
    step = partial(namespace["t_step"], parameters=parameters, heads=heads, attend=attend)
    right = [
        namespace["generate"](rows[:, :given], rows.shape[1], step) == rows
        for rows in (seen, never)
    ]
    digits = right[1][:, given : given + 3].mean(axis=0)
    look = looks(setting, parameters, never, namespace)
    found = [costs[0], np.mean(costs[-50:]), *(one.all(axis=1).mean() for one in right)]
    row = dict(zip(FIELDS, (setting.task, setting.change, seed, steps), strict=False))
    row["parameters"] = sum(entries.size for entries in parameters.values())
    row |= dict(
        zip(FIELDS[5:], (round(float(x), 5) for x in (*found, *digits, *look)), strict=False)
    )
    return row | {"seconds": round(seconds, 2)}


def looks(
    setting: Setting, parameters: dict, rows: np.ndarray, solved: dict[str, Any]
) -> tuple[float, float]:
    """Two weights that say where a network looks, see `run`."""
    if setting.task == "sort" or setting.change != "none":
        return np.nan, np.nan
    W = np.mean([solved["t_weights_of"](row, parameters, setting.heads) for row in rows], axis=0)
    if setting.task == "reverse":
        diagonal = [W[0, 6 + place, 5 - place] for place in range(6)]
        return min(diagonal), max(diagonal)
    return (W[:, 5, 1] + W[:, 5, 4]).max(), (W[:, 6, 0] + W[:, 6, 3]).max()


def write(path: Path = RESULTS) -> None:
    """Train all settings, and write the table."""
    rows = over_seeds(settings(), partial(run, solved=notebook()))
    write_table(path, rows, FIELDS)


if __name__ == "__main__":
    sys.exit(write())
