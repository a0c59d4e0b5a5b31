"""Measure what each idea of notebook 09 buys: many trainings, with the notebook's own functions.

    python -m authoring.notebook_09.measure     train all, write datasets/optimization_results.csv

It takes some ten minutes on one core. Seconds are those of the processor. The rates are long ones
on the pairs, so another machine gets other third digits for the same seed, and the same picture.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from authoring import datasets
from authoring.masters import master, read, solutions
from authoring.measuring import over_seeds, with_names, write_table
from dnn_tools.planar import moons
from dnn_utils import load_data
from solved.notebook_04 import L_model_backward, L_model_forward, compute_cost

RESULTS = datasets.DATASETS / "optimization_results.csv"
FIELDS = (
    *("data", "layers", "optimizer", "rate", "size", "decay", "limit", "goal", "seed"),
    *("epochs", "cost", "train", "test", "rises", "early", "seconds"),
)
DEEP, WIDE, CLASSIC = (20, 7, 5, 1), (10, 5, 1), (5, 2, 1)
GOAL, PATIENCE = 0.1, 3000  # the cost to reach, and the number of epochs to try


@dataclass(frozen=True)
class Setting:
    """One way to train; the columns of the table have the same names.

    Attributes:
        data: "pairs" or "moons".
        optimizer: "gd", "momentum", "adam", or a name of VARIANTS.
        decay: a name of DECAYS, or "none".
        limit: how many epochs there are at most.
        goal: the mean cost of an epoch at which the training stops; 0 for never.
        seeds: how many seeds there are, from 0.
    """

    data: str
    optimizer: str
    rate: float
    size: int = 64
    decay: str = "none"
    limit: int = 40
    goal: float = 0
    layers: tuple[int, ...] = DEEP
    seeds: int = 20


def settings() -> Iterator[Setting]:
    """All settings of the table."""
    yield Setting("pairs", "gd", 0.2, 4000, limit=2500, seeds=5)  # as in notebook 06
    for size, seeds in ((4000, 20), (256, 20), (64, 20), (16, 20), (4, 5)):
        yield Setting("pairs", "gd", 0.2, size, seeds=seeds)
    for optimizer, rate in (
        *(("momentum", 0.02), ("momentum", 0.2), ("adam", 0.002), ("adam", 0.005)),
        *(("adam without correction", 0.002), ("rmsprop 0.9", 0.002), ("rmsprop 0.999", 0.002)),
        ("gd", 0.02),
    ):
        yield Setting("pairs", optimizer, rate)
    for optimizer, rate in (("gd", 0.3), ("momentum", 0.3), ("adam", 0.004)):
        for decay in ("none", "update_lr"):
            yield Setting("pairs", optimizer, rate, decay=decay)
    for size in (4000, 1024, 256, 64, 16):
        yield Setting("pairs", "gd", 0.2, size, goal=GOAL, limit=PATIENCE, seeds=5)
    for optimizer, rate in (("momentum", 0.2), ("adam", 0.002)):
        yield Setting("pairs", optimizer, rate, goal=GOAL, limit=PATIENCE, seeds=5)
    for optimizer in ("gd", "momentum", "adam"):
        yield Setting("moons", optimizer, 0.01, limit=300, layers=WIDE, seeds=10)
    for optimizer, rate in (("gd", 0.3), ("momentum", 0.3), ("adam", 0.03)):
        for decay in ("none", "schedule_lr_decay"):
            yield Setting("moons", optimizer, rate, decay=decay, limit=300, layers=WIDE, seeds=10)
    for layers in (CLASSIC, WIDE):
        yield Setting("moons", "adam", 0.01, limit=100, layers=layers, seeds=20)
    for optimizer in ("gd", "momentum", "adam"):
        yield Setting("moons", optimizer, 0.0007, limit=1000, layers=CLASSIC, seeds=3)


def notebook() -> dict[str, Any]:
    """The functions of notebook 09, solved, and its training."""
    path = master("09")
    namespace = solutions(path) | {
        "L_model_forward": L_model_forward,
        "L_model_backward": L_model_backward,
        "compute_cost": compute_cost,
    }
    exec("from time import perf_counter", namespace)
    exec(next(cell.source for cell in read(path).cells if cell.id == "train-code"), namespace)
    return namespace


def without_correction(parameters, grads, v, s, t, rate):
    """Adam with the averages as they are."""
    new_parameters, new_v, new_s = {}, {}, {}
    for name in parameters:
        key = "d" + name
        new_v[key] = 0.9 * v[key] + 0.1 * grads[key]
        new_s[key] = 0.999 * s[key] + 0.001 * grads[key] ** 2
        step = rate * new_v[key] / (np.sqrt(new_s[key]) + 1e-8)
        new_parameters[name] = parameters[name] - step
    return new_parameters, new_v, new_s


def rmsprop(beta2: float) -> Callable:
    """Adam without its first average and without the correction."""

    def update(parameters, grads, v, s, t, rate):
        new_parameters, new_s = {}, {}
        for name in parameters:
            key = "d" + name
            new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
            step = rate * grads[key] / (np.sqrt(new_s[key]) + 1e-8)
            new_parameters[name] = parameters[name] - step
        return new_parameters, v, new_s

    return update


VARIANTS = {
    "adam without correction": without_correction,
    "rmsprop 0.9": rmsprop(0.9),
    "rmsprop 0.999": rmsprop(0.999),
}


def decays(solved: dict[str, Any]) -> dict[str, Callable | None]:
    """The functions of the rate and the epoch, by name."""
    return {
        "none": None,
        "update_lr": lambda rate, epoch: solved["update_lr"](rate, epoch, 0.1),
        "schedule_lr_decay": lambda rate, epoch: solved["schedule_lr_decay"](rate, epoch, 1, 50),
    }


def pairs(seed: int) -> tuple[np.ndarray, ...]:
    """Training and test pairs of digits: X, Y, X_test, Y_test; the same for every seed."""
    train_x, train_y, test_x, test_y, _ = load_data(
        datasets.DATASETS / "train_digitpairs.h5", datasets.DATASETS / "test_digitpairs.h5"
    )
    return train_x.reshape(4000, -1).T / 255, train_y, test_x.reshape(1000, -1).T / 255, test_y


def points(seed: int) -> tuple[np.ndarray, ...]:
    """Training and test points of the moons: X, Y, X_test, Y_test."""
    return *moons(300, seed=seed, noise=0.2), *moons(2000, seed=100 + seed, noise=0.2)


DATA = {"pairs": pairs, "moons": points}


def run(setting: Setting, seed: int, solved: dict[str, Any]) -> dict[str, Any]:
    """Train one network, and judge it.

    Returns:
        a dictionary with FIELDS: `rises` is the share of the epochs whose mean cost is above that
        of the epoch before, `early` the mean cost of the third epoch.
    """
    X, Y, X_test, Y_test = DATA[setting.data](seed)
    optimizer, namespace = setting.optimizer, dict(solved)
    if optimizer in VARIANTS:
        namespace["update_parameters_with_adam"] = VARIANTS[optimizer]
        optimizer = "adam"
    train = with_names(solved["t_train"], namespace)
    sizes = [len(X), *setting.layers]
    begin = process_time()
    parameters, costs, _ = train(
        *(X, Y, sizes, optimizer, setting.rate, setting.size, setting.limit, seed),
        *(decays(solved)[setting.decay], setting.goal),
    )
    seconds = process_time() - begin
    AL, _ = L_model_forward(X, parameters)
    accuracy = solved["t_accuracy"]
    return {
        "data": setting.data,
        "layers": "-".join(map(str, setting.layers)),
        "optimizer": setting.optimizer,
        "rate": setting.rate,
        "size": setting.size,
        "decay": setting.decay,
        "limit": setting.limit,
        "goal": setting.goal,
        "seed": seed,
        "epochs": len(costs),
        "cost": round(float(compute_cost(AL, Y)), 4),
        "train": round(float(accuracy(X, Y, parameters)), 4),
        "test": round(float(accuracy(X_test, Y_test, parameters)), 4),
        "rises": round(float(np.mean(np.diff(costs) > 0)), 3),
        "early": round(float(costs[2]), 4),
        "seconds": round(seconds, 2),
    }


def write(path: Path = RESULTS) -> None:
    """Train all settings, and write the table."""
    rows = over_seeds(settings(), partial(run, solved=notebook()))
    write_table(path, rows, FIELDS)


if __name__ == "__main__":
    sys.exit(write())
