"""Starts, compared over seeds: the table of notebook 07, measured by this alone.

    python -m authoring.notebook_07.measure             write datasets/initialization_results.csv
    python -m authoring.notebook_07.measure --spread    print the signal after ten layers
    python -m authoring.notebook_07.measure --own-nets  print what He's start does for those of 06

The first takes some five minutes on one core, the last as long, the second seconds. The networks
are trained by the notebook's own functions, from the logits. "cost" is the median of the last 100
costs: with ten layers and more the steps are long for He's start, its curve is jagged, and the
rounding of another machine moves the single cost of a step, but hardly this median.
"""

import argparse
import csv
import sys
from functools import cache

import numpy as np

from authoring.datasets import DATASETS
from authoring.masters import master, read, solutions
from dnn_tools.planar import circles
from dnn_utils import load_data
from solved import notebook_04

RESULTS = DATASETS / "initialization_results.csv"
FIELDS = (
    *("experiment", "start", "hidden", "rate", "steps", "seed"),
    *("first_cost", "cost", "train", "test", "largest_dW1"),
)
CIRCLES = (0.1, 3000), (0.01, 15000), (0.5, 1500)  # learning rate, steps
LAST = 100  # costs; deep networks end on a jagged curve, so a single cost is a matter of luck
DEPTHS = (5, 600, 5), (10, 600, 5), (20, 600, 5), (6, 400, 12)  # hidden layers, steps, seeds


@cache
def functions() -> dict:
    """The notebook's functions: the solutions, those of notebook 04, and the given ones."""
    path = master("07")
    namespace = vars(notebook_04) | solutions(path)
    (given,) = (cell for cell in read(path).cells if cell.id == "from-logits-code")
    exec(given.source, namespace)
    return namespace


def start(name: str, layers_dims: list[int], seed: int) -> dict:
    """The parameters of a start: all starts of a seed are made of the same random numbers.

    Arguments:
        name: "zeros", "times 10", "He", or another scale: "times 0.01", "0.01", "1/sqrt(n)".
    """
    solved = functions()
    if name == "zeros":
        return solved["initialize_parameters_zeros"](layers_dims)
    if name == "times 10":
        return solved["initialize_parameters_random"](layers_dims, seed)
    he = solved["initialize_parameters_he"](layers_dims, seed)
    scale = {"He": lambda n: np.sqrt(2 / n), "1/sqrt(n)": lambda n: 1 / np.sqrt(n)}
    scale = scale.get(name, lambda n: 0.01)
    return {
        key: value * scale(value.shape[1]) / np.sqrt(2 / value.shape[1]) if key[0] == "W" else value
        for key, value in he.items()
    }


def run(name, layers_dims, rate, steps, seed, train, test) -> dict:
    """Train a network from a start, and judge it.

    Arguments:
        train, test: (X, Y) each.

    Returns:
        what the table says of a run, but for the experiment and the depth.
    """
    solved, parameters = functions(), start(name, layers_dims, seed)
    forward = solved["L_model_forward_logits"]
    ZL, caches = forward(train[0], parameters)
    dZL = solved["sigmoid_cross_entropy_backward"](ZL, train[1])
    grads = solved["L_model_backward_from"](dZL, caches)
    parameters, costs = solved["train_from_logits"](*train, parameters, rate, steps)
    shares = [float(np.mean((forward(X, parameters)[0] > 0) == Y)) for X, Y in (train, test)]
    return {
        "start": name,
        "rate": rate,
        "steps": steps,
        "seed": seed,
        "first_cost": f"{costs[0]:.4f}",
        "cost": f"{np.median(costs[-LAST:]):.4f}",
        "train": f"{shares[0]:.4f}",
        "test": f"{shares[1]:.4f}",
        "largest_dW1": f"{np.abs(grads['dW1']).max():.2g}",
    }


def circles_run(name: str, rate: float, steps: int, number: int) -> dict:
    """A run on the circles: the points of seed `number`, and the start of seed 3 + `number`."""
    points = circles(300, seed=number), circles(1000, seed=100 + number)
    row = run(name, [2, 10, 5, 1], rate, steps, 3 + number, *points)
    return row | {"experiment": "circles", "hidden": 2}


@cache
def pairs():
    """The first 1,000 training pairs, and all test pairs: (X, Y) each."""
    train_x, train_y, test_x, test_y, _ = load_data()
    flat = [x.reshape(len(x), -1).T / 255 for x in (train_x[:1000], test_x)]
    return (flat[0], train_y[:, :1000]), (flat[1], test_y)


def depth_run(name: str, hidden: int, steps: int, seed: int) -> dict:
    """A run on 1,000 pairs of digits, with so many hidden layers of 20 units."""
    row = run(name, [128] + hidden * [20] + [1], 0.1, steps, seed, *pairs())
    return row | {"experiment": "depth" if steps == 600 else "six", "hidden": hidden}


def write(path=RESULTS) -> None:
    """Train all, and write the table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, FIELDS, lineterminator="\n")
        table.writeheader()
        for rate, steps in CIRCLES:
            for name in ("zeros", "times 0.01", "times 10", "He"):
                for number in range(5):
                    table.writerow(circles_run(name, rate, steps, number))
        for hidden, steps, seeds in DEPTHS:
            for name in ("0.01", "1/sqrt(n)", "He")[steps == 400 :]:
                for seed in range(seeds):
                    table.writerow(depth_run(name, hidden, steps, seed))
                    file.flush()


def spread(scale, activation, seed: int, X=None, layers: int = 10) -> list:
    """The outputs of each of ten layers of 100 units without biases.

    Arguments:
        scale: from the number of inputs of a unit to the spread of its weights.
        X: the input; default: 1,000 columns of 100 standard normal numbers.
    """
    random, outputs = np.random.RandomState(seed), []
    A = random.randn(100, 1000) if X is None else X
    for _ in range(layers):
        n = len(A)
        A = activation((random.randn(100, n) * scale(n)) @ A)
        outputs.append(A)
    return outputs


SCALES = {
    "0.01": lambda n: 0.01,
    "1/sqrt(n)": lambda n: 1 / np.sqrt(n),
    "He": lambda n: np.sqrt(2 / n),
    "2/n": lambda n: 2 / n,
    "1": lambda n: 1.0,
}


def relu(Z):
    return np.maximum(Z, 0)


def print_spread(seeds: int = 10) -> None:
    """The spread of the tenth layer's outputs: mean, lowest, highest over the seeds."""
    images = load_data(DATASETS / "train_digits.h5", DATASETS / "test_digits.h5")[0]
    pixels = images.reshape(len(images), -1).T / 255
    inputs = {
        "normal": None,
        "pixels": pixels,
        "standardized": (pixels - pixels.mean()) / pixels.std(),
    }
    for label, X in inputs.items():
        for name, scale in SCALES.items():
            for activation in (relu, np.tanh):
                last = [spread(scale, activation, seed, X)[-1].std() for seed in range(seeds)]
                shown = f"{np.mean(last):.3g} [{np.min(last):.3g} {np.max(last):.3g}]"
                print(f"{label:13} {name:10} {activation.__name__:5} {shown}")


def print_own_nets(seeds: int = 3) -> None:
    """The networks of notebook 06 on all 4,000 pairs, from both starts: accuracy on test pairs."""
    train_x, train_y, test_x, test_y, _ = load_data()
    data = [(x.reshape(len(x), -1).T / 255, y) for x, y in ((train_x, train_y), (test_x, test_y))]
    for layers in ([20, 7, 1], [20, 7, 5, 1]):
        for name in ("1/sqrt(n)", "He"):
            for seed in range(seeds):
                row = run(name, [128, *layers], 0.3, 2500, seed, *data)
                print(layers, name, seed, row["cost"], row["train"], row["test"], flush=True)


def main(argv=None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m authoring.notebook_07.measure",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--spread", action="store_true", help="print the signal after ten layers")
    parser.add_argument(
        "--own-nets", action="store_true", help="print what He does for those of 06"
    )
    arguments = parser.parse_args(argv)
    if arguments.spread:
        print_spread()
    elif arguments.own_nets:
        print_own_nets()
    else:
        write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
