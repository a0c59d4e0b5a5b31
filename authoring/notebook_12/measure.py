"""Measure networks of convolutions against dense ones: many trainings, and what the loops cost.

    python -m authoring.notebook_12.measure             train all, write convolution_results.csv
    python -m authoring.notebook_12.measure --seconds   time the loops, write convolution_seconds.csv

The first takes a quarter of an hour on one core, the second some ten seconds. Seconds are those of the
processor. Adam's steps are short: another machine gets nearly the same numbers, and the same means.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from time import process_time
from typing import Any

import numpy as np

from authoring import datasets
from authoring.masters import master, solutions
from authoring.measuring import over_seeds, write_table
from dnn_tools.convolution import (
    SAME_SIZE,
    conv_backward_fast,
    forward_conv_net,
    initialize_conv_net,
    move,
    pool_2x2,
    pool_2x2_backward,
    train_conv_net,
)
from dnn_tools.logits import backward_from_logits, forward_to_logits
from dnn_utils import load_data
from solved.notebook_07 import initialize_parameters_he, sigmoid_cross_entropy_backward
from solved.notebook_09 import (
    initialize_adam,
    random_mini_batches,
    update_parameters_with_adam,
    update_parameters_with_gd,
)
from solved.notebook_11 import softmax_cross_entropy_backward

RESULTS = datasets.DATASETS / "convolution_results.csv"
SECONDS = datasets.DATASETS / "convolution_seconds.csv"
MOVES = (0, 1), (0, -1), (1, 0), (-1, 0)  # down, right
PICTURES = 1, 2, 4, 8, 16, 32, 64  # of which the loops are timed


@dataclass(frozen=True)
class Setting:
    """One network and one way to train it.

    Attributes:
        task: "pairs" (is the sum odd?) or "digits" (which of ten is it?).
        filters: of the stages; none for a dense network.
        layers: the sizes of the dense layers, the output included.
        method: "adam"; "gd", gradient steps in batches of 16; "classic", Adam with a pooling that
            gives its gradient to each of several equal entries.
        average: whether the mean over all places replaces the columns of all places.
        moved: whether the network also sees the pictures moved by a pixel, in four directions.
        judged: whether it is tried on all 250,000 pairs of test digits too.
    """

    task: str
    filters: tuple[int, ...]
    layers: tuple[int, ...]
    rate: float
    epochs: int
    seeds: int
    method: str = "adam"
    average: bool = False
    moved: bool = False
    judged: bool = False

    @property
    def network(self) -> str:
        """As the table names it: "conv 8-8, 12-1", "dense 20-7-5-1"."""
        layers = "-".join(map(str, self.layers))
        if not self.filters:
            return f"dense {layers}"
        mean = "mean, " if self.average else ""
        return f"conv {'-'.join(map(str, self.filters))}, {mean}{layers}"


def settings() -> Iterator[Setting]:
    """All settings of the table."""
    for filters in ((8, 8), (6, 12)):
        yield Setting("pairs", filters, (12, 1), 0.003, 24, 10, judged=True)
    for layers in ((11, 5, 1), (20, 7, 5, 1), (100, 1)):
        yield Setting("pairs", (), layers, 0.003, 80, 10, judged=True)
    yield Setting("pairs", (), (20, 7, 5, 1), 0.2, 80, 10, "gd", judged=True)
    yield Setting("pairs", (4,), (16, 1), 0.003, 24, 5)
    yield Setting("pairs", (8, 8), (12, 1), 0.003, 24, 5, "classic")
    yield Setting("pairs", (8, 8), (12, 1), 0.005, 24, 5)
    for filters in ((8,), (8, 16), (4,)):
        yield Setting("digits", filters, (10,), 0.005, 20, 10)
    for layers in ((10,), (18, 10), (30, 10), (100, 10)):
        yield Setting("digits", (), layers, 0.005, 50, 10)
    yield Setting("digits", (8,), (10,), 0.005, 6, 5, moved=True)
    yield Setting("digits", (), (18, 10), 0.005, 15, 5, moved=True)
    yield Setting("digits", (16, 32), (10,), 0.01, 20, 5, average=True)


@lru_cache
def pictures(task: str) -> tuple[np.ndarray, ...]:
    """X, Y, X_test, Y_test: pictures from 0 to 1, and labels of shape (1, m)."""
    names = {
        "pairs": ("train_digitpairs.h5", "test_digitpairs.h5"),
        "digits": ("train_digits.h5", "test_digits.h5"),
    }
    X, Y, X_test, Y_test, _ = load_data(*(datasets.DATASETS / name for name in names[task]))
    return X / 255, Y, X_test / 255, Y_test


@lru_cache
def conv_forward() -> Callable:
    """conv_forward_fast of notebook 12, solved."""
    return solutions(master("12"))["conv_forward_fast"]


def train(setting: Setting, seed: int) -> dict[str, np.ndarray]:
    """The parameters of a trained network."""
    X, Y, _, _ = pictures(setting.task)
    if setting.moved:
        X = np.concatenate([X, *(move(X, *step) for step in MOVES)])
        Y = np.concatenate([Y] * 5, axis=1)
    rules = {"pairs": sigmoid_cross_entropy_backward, "digits": softmax_cross_entropy_backward}
    gradient = rules[setting.task]
    if not setting.filters:
        return _train_dense(X.reshape(len(X), -1).T, Y, setting, gradient, seed)
    if setting.average:
        return _train_average(X, Y, setting, gradient, seed)
    start = initialize_conv_net(X.shape[1:], setting.filters, setting.layers, seed)
    return train_conv_net(
        *(X, Y, start, conv_forward(), gradient, setting.rate, setting.epochs),
        seed=seed,
        classic=setting.method == "classic",
    )


def _train_dense(X, Y, setting, gradient, seed):
    """Train in batches; the same rules as train_conv_net."""
    parameters = initialize_parameters_he([len(X), *setting.layers], seed)
    v, s = initialize_adam(parameters)
    t, size = 0, 16 if setting.method == "gd" else 64
    for epoch in range(setting.epochs):
        for X_batch, Y_batch in random_mini_batches(X, Y, size, seed + epoch):
            ZL, caches = forward_to_logits(X_batch, parameters)
            grads = backward_from_logits(gradient(ZL, Y_batch), caches)
            t += 1
            if setting.method == "gd":
                parameters = update_parameters_with_gd(parameters, grads, setting.rate)
            else:
                parameters, v, s = update_parameters_with_adam(
                    parameters, grads, v, s, t, setting.rate
                )
    return parameters


def _train_average(X, Y, setting, gradient, seed):
    """Train a network of two stages, in which only the first one pools; the mean follows."""
    # Two halvings leave one place of a picture of 4 by 4: as many inputs as there are means.
    parameters = initialize_conv_net((4, 4, 1), setting.filters, setting.layers, seed)
    v, s = initialize_adam(parameters)
    t, columns = 0, X.reshape(len(X), -1).T
    for epoch in range(setting.epochs):
        for X_batch, Y_batch in random_mini_batches(columns, Y, 64, seed + epoch):
            ZL, kept = _forward_average(X_batch.T.reshape(-1, *X.shape[1:]), parameters)
            first, Z1, second, Z2, means = kept
            dZL, m = gradient(ZL, Y_batch), Y_batch.shape[1]
            grads = {"dW1": dZL @ means.T / m, "db1": dZL.sum(axis=1, keepdims=True) / m}
            dmeans = (parameters["W1"].T @ dZL).T[:, np.newaxis, np.newaxis]
            dZ2 = dmeans / (Z2.shape[1] * Z2.shape[2]) * (Z2 > 0)
            dP, dK2, dk2 = conv_backward_fast(dZ2, second)
            dZ1 = pool_2x2_backward(dP, np.maximum(Z1, 0)) * (Z1 > 0)
            _, dK1, dk1 = conv_backward_fast(dZ1, first, input_too=False)
            grads |= {"dK1": dK1 / m, "dk1": dk1 / m, "dK2": dK2 / m, "dk2": dk2 / m}
            t += 1
            parameters, v, s = update_parameters_with_adam(parameters, grads, v, s, t, setting.rate)
    return parameters


def _forward_average(X, parameters):
    Z1, first = conv_forward()(X, parameters["K1"], parameters["k1"], SAME_SIZE)
    P = pool_2x2(np.maximum(Z1, 0))
    Z2, second = conv_forward()(P, parameters["K2"], parameters["k2"], SAME_SIZE)
    means = np.maximum(Z2, 0).mean(axis=(1, 2)).T
    return parameters["W1"] @ means + parameters["b1"], (first, Z1, second, Z2, means)


def predictions(X: np.ndarray, parameters: dict[str, np.ndarray], setting: Setting) -> np.ndarray:
    """The answers of a network, of shape (m,)."""
    if not setting.filters:
        ZL, _ = forward_to_logits(X.reshape(len(X), -1).T, parameters)
    elif setting.average:
        ZL, _ = _forward_average(X, parameters)
    else:
        ZL, _ = forward_conv_net(X, parameters, conv_forward())
    return np.argmax(ZL, axis=0) if setting.task == "digits" else ZL[0] > 0


def all_pairs(answer: Callable) -> float:
    """The share of all 250,000 pairs of test digits that answer(pairs) gets right."""
    _, _, digits, names = pictures("digits")
    right = 0
    for digit, name in zip(digits, names[0], strict=True):
        pairs = np.concatenate([np.broadcast_to(digit, digits.shape), digits], axis=2)
        right += np.sum(answer(pairs) == (name + names[0]) % 2)
    return right / len(digits) ** 2


def run(setting: Setting, seed: int) -> dict[str, Any]:
    """Train one network and judge it: a row of the table."""
    begin = process_time()
    parameters = train(setting, seed)
    seconds = process_time() - begin
    X, Y, X_test, Y_test = pictures(setting.task)
    answer = partial(predictions, parameters=parameters, setting=setting)
    shares = {
        "train": np.mean(answer(X) == Y),
        "test": np.mean(answer(X_test) == Y_test),
        "right": np.mean(answer(move(X_test, 0, 1)) == Y_test),
        "down": np.mean(answer(move(X_test, 1, 0)) == Y_test),
        "all_pairs": all_pairs(answer) if setting.judged else np.nan,
    }
    return {
        "task": setting.task,
        "network": setting.network,
        "parameters": sum(entries.size for entries in parameters.values()),
        "method": setting.method,
        "rate": setting.rate,
        "epochs": setting.epochs,
        "trained_on": "moved too" if setting.moved else "as it is",
        "seed": seed,
        **{name: round(float(share), 4) for name, share in shares.items()},
        "seconds": round(seconds, 2),
    }


def time_loops() -> list[dict[str, Any]]:
    """Seconds of one layer of eight filters on some digits: the loops, and without them."""
    solved, X = solutions(master("12")), pictures("digits")[0]
    random, rows = np.random.RandomState(0), []
    W, b = random.randn(3, 3, 1, 8), random.randn(1, 1, 1, 8)
    window = {"f": 2, "stride": 2}
    for m in PICTURES:
        Z, cache = conv_forward()(X[:m], W, b, SAME_SIZE)
        P, pooled = solved["pool_forward"](Z, window)
        ways = {
            ("convolution", "loops"): lambda m=m: solved["conv_forward"](X[:m], W, b, SAME_SIZE),
            ("convolution", "fast"): lambda m=m: conv_forward()(X[:m], W, b, SAME_SIZE),
            ("its gradients", "loops"): lambda Z=Z, c=cache: solved["conv_backward"](Z, c),
            ("its gradients", "fast"): lambda Z=Z, c=cache: conv_backward_fast(Z, c),
            ("pooling", "loops"): lambda P=P, c=pooled: solved["pool_backward"](P, c),
            ("pooling", "fast"): lambda P=P, Z=Z: pool_2x2_backward(P, Z),
        }
        for (what, how), call in ways.items():
            rows.append({"what": what, "how": how, "digits": m, "seconds": f"{_best(call):.3g}"})
            print(*rows[-1].values(), flush=True)
    return rows


def _best(call, tries=7):
    """The seconds of the fastest of some calls."""
    found = []
    for _ in range(tries):
        begin, count = process_time(), 0
        while process_time() - begin < 0.02:
            call()
            count += 1
        found.append((process_time() - begin) / count)
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", action="store_true", help="time the loops instead")
    if parser.parse_args().seconds:
        write_table(SECONDS, time_loops())
    else:
        write_table(RESULTS, over_seeds(settings(), run))


if __name__ == "__main__":
    sys.exit(main())
