"""Measure what each idea of notebook 08 gains, over several seeds, with the notebook's functions.

    python -m authoring.notebook_08.measure     train all, write datasets/regularization_results.csv

It takes some five minutes on one core. A seed draws the training points, the start and the masks.
The steps on the moons are long ones, so another machine may get another third digit.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from authoring.datasets import DATASETS
from authoring.masters import master, read, solutions
from dnn_tools.planar import moons
from dnn_utils import load_data
from solved.notebook_04 import update_parameters
from solved.notebook_07 import compute_cost_from_logits, initialize_parameters_he

RESULTS = DATASETS / "regularization_results.csv"
FIELDS = (
    *("data", "m", "method", "lambd", "keep_prob", "seed", "steps"),
    *("train", "validation", "test", "train_cost", "validation_cost", "test_cost", "believed"),
)
EVERY, PATIENCE = 20, 20  # steps between two looks at the validation cost; looks without a new low
WRONG = 0.15  # the share of wrong labels
MOONS_LAMBD = (0, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 3, 10)
MOONS_KEEP = (0.9, 0.8, 0.6, 0.4)
DIGITS_LAMBD, DIGITS_KEEP = (0, 1, 3, 6, 10, 15, 20, 40), (0.8, 0.5, 0.3)


class Data(NamedTuple):
    """Points and labels: X of shape (n, m), Y of shape (1, m), of each kind.

    Attributes:
        flipped: the indices of the training labels that are wrong.
    """

    X: np.ndarray
    Y: np.ndarray
    X_validation: np.ndarray
    Y_validation: np.ndarray
    X_test: np.ndarray
    Y_test: np.ndarray
    flipped: np.ndarray


@dataclass(frozen=True)
class Setting:
    """One way to train; the columns of the table have the same names.

    Attributes:
        data: a name of DATA.
        method: "plain" (with lambd or keep_prob, or neither), "same masks" for the seed fixed in
            the forward pass, "early" for stopping early, "left on" for dropout at prediction too.
        m: how many training examples there are.
        seeds: how many seeds there are, from 0.
    """

    data: str
    m: int
    method: str = "plain"
    lambd: float = 0
    keep_prob: float = 1
    seeds: int = 10

    @property
    def rate(self) -> float:
        """The learning rate."""
        return {"moons": 0.3, "digits": 0.3, "pairs": 0.2}.get(self.data, 0.1)

    @property
    def steps(self) -> int:
        """The number of steps."""
        return {"digits": 1000, "pairs": 1500}.get(self.data, 2000)

    @property
    def hidden(self) -> list[int]:
        """The sizes of the layers, without the input."""
        return [20, 7, 1] if self.data == "pairs" else [50, 20, 1]


def settings() -> Iterator[Setting]:
    """All settings of the table."""
    for lambd in MOONS_LAMBD:
        yield Setting("moons", 60, lambd=lambd)
    for keep_prob in MOONS_KEEP:
        yield Setting("moons", 60, keep_prob=keep_prob)
    yield Setting("moons", 60, lambd=0.1, keep_prob=0.6)
    yield Setting("moons", 60, "same masks", keep_prob=0.6)
    yield Setting("moons", 60, "left on", keep_prob=0.6)
    yield Setting("moons", 60, "early")
    for m in (30, 120, 240, 480, 960):
        for lambd in (0, 0.3):
            yield Setting("moons", m, lambd=lambd)
    for lambd in DIGITS_LAMBD:
        yield Setting("wrong labels", 300, lambd=lambd)
    for keep_prob in DIGITS_KEEP:
        yield Setting("wrong labels", 300, keep_prob=keep_prob)
    yield Setting("right labels", 300)
    for lambd in (0, 0.3, 1):
        yield Setting("digits", 150, lambd=lambd, seeds=5)
    for keep_prob in (0.8, 0.5):
        yield Setting("digits", 150, keep_prob=keep_prob, seeds=5)
    for lambd in (0, 1):
        yield Setting("pairs", 500, lambd=lambd, seeds=4)


@cache
def functions() -> dict[str, Any]:
    """The notebook's functions: the solutions, and the given forward pass."""
    path = master("08")
    namespace = solutions(path)
    (given,) = (cell for cell in read(path).cells if cell.id == "net-code")
    exec(given.source, namespace)
    return namespace


def _moons(m: int, seed: int) -> Data:
    validation, test = moons(60, 500 + seed, 0.3), moons(5000, 1000 + seed, 0.3)
    return Data(*moons(m, seed, 0.3), *validation, *test, np.array([], dtype=int))


@cache
def _files(kind: str) -> tuple[np.ndarray, ...]:
    """Images and labels of single digits (is it odd?) or of pairs: X, Y, X_test, Y_test."""
    names = [DATASETS / f"{part}_{kind}.h5" for part in ("train", "test")]
    x, Y, x_test, Y_test, _ = load_data(*names)
    flat = [images.reshape(len(images), -1).T / 255 for images in (x, x_test)]
    return flat[0], Y % 2, flat[1], Y_test % 2


def _drawn(kind: str, m: int, seed: int, wrong: float = 0) -> Data:
    """m training examples, then 200 others to choose with, and all test examples."""
    X, Y, X_test, Y_test = _files(kind)
    random = np.random.RandomState(seed)
    order = random.permutation(X.shape[1])
    parts, places = [], []
    for chosen in (order[:m], order[m : m + 200]):
        labels = Y[:, chosen].copy()
        flipped = random.permutation(chosen.size)[: round(wrong * chosen.size)]
        labels[:, flipped] = 1 - labels[:, flipped]
        parts += [X[:, chosen], labels]
        places.append(flipped)
    return Data(*parts, X_test, Y_test, places[0])


DATA = {
    "moons": _moons,
    "wrong labels": lambda m, seed: _drawn("digits", m, seed, WRONG),
    "right labels": lambda m, seed: _drawn("digits", m, seed),
    "digits": lambda m, seed: _drawn("digits", m, seed),
    "pairs": lambda m, seed: _drawn("digitpairs", m, seed),
}


def train(setting: Setting, data: Data, seed: int) -> tuple[dict, int]:
    """Train a network.

    Returns:
        the parameters, and the step that they are those of.
    """
    solved = functions()
    parameters = initialize_parameters_he([len(data.X), *setting.hidden], seed)
    looks, kept = [], []
    for step in range(setting.steps):
        if setting.method == "early" and step % EVERY == 0:
            looks.append(judge(data.X_validation, data.Y_validation, parameters)[1])
            kept.append(parameters)
        parameters = update_parameters(
            parameters, gradients(setting, data, parameters, step + 10_000 * seed), setting.rate
        )
    if setting.method == "early":
        best = solved["early_stopping"](looks, PATIENCE)
        return kept[best], EVERY * best
    return parameters, setting.steps


def gradients(setting: Setting, data: Data, parameters: dict, mask_seed: int) -> dict:
    """The gradients of one step: with the penalty, with dropout, or with both."""
    solved, X, Y = functions(), data.X, data.Y
    if setting.keep_prob == 1:
        _, memory = solved["forward_propagation"](X, parameters)
        return solved["backward_propagation_with_regularization"](X, Y, memory, setting.lambd)
    if setting.method == "same masks":
        mask_seed = 1
    keep_prob = setting.keep_prob
    _, memory = solved["forward_propagation_with_dropout"](X, parameters, keep_prob, mask_seed)
    grads = solved["backward_propagation_with_dropout"](X, Y, memory, keep_prob)
    return {
        name: value + (setting.lambd / Y.size * parameters[name[1:]] if name[1] == "W" else 0)
        for name, value in grads.items()
    }


def judge(X, Y, parameters: dict, keep_prob: float = 1, seed: int = 0) -> tuple[float, float]:
    """The share of right answers and the cross-entropy cost, by default without dropout."""
    solved = functions()
    if keep_prob < 1:
        _, memory = solved["forward_propagation_with_dropout"](X, parameters, keep_prob, seed)
    else:
        _, memory = solved["forward_propagation"](X, parameters)
    Z3 = memory[-4]  # the logits
    return float(np.mean((Z3 > 0) == Y)), float(compute_cost_from_logits(Z3, Y))


def run(setting: Setting, seed: int) -> dict[str, Any]:
    """Train one network, and judge it.

    Returns:
        a dictionary with FIELDS: `believed` is the share of the wrong training labels that the
        network says itself; empty where there are none.
    """
    data = DATA[setting.data](setting.m, seed)
    parameters, steps = train(setting, data, seed)
    left_on = (setting.keep_prob, seed) if setting.method == "left on" else ()
    row = {name: getattr(setting, name) for name in ("data", "m", "method", "lambd", "keep_prob")}
    row |= {"seed": seed, "steps": steps, "believed": "nan"}
    for name, place in (("train", 0), ("validation", 2), ("test", 4)):
        share, cost = judge(data[place], data[place + 1], parameters, *left_on)
        row |= {name: f"{share:.4f}", f"{name}_cost": f"{cost:.4f}"}
    if data.flipped.size:
        share, _ = judge(data.X[:, data.flipped], data.Y[:, data.flipped], parameters)
        row["believed"] = f"{share:.4f}"
    return row


def write(path: Path = RESULTS) -> None:
    """Train all settings, and write the table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, FIELDS, lineterminator="\n")
        table.writeheader()
        for setting in settings():
            for seed in range(setting.seeds):
                table.writerow(run(setting, seed))
                file.flush()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m authoring.notebook_08.measure",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.parse_args(argv)
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
