"""Accuracy against parameters: many runs of the networks of notebook 06, measured by this alone.

    python -m authoring.notebook_06.measure             train all, write datasets/digitpairs_results.csv
    python -m authoring.notebook_06.measure --draws 6   print how much the draw of the pairs matters
    python -m authoring.notebook_06.measure --rounding 10   print how much the last digit of the start does

The first takes a quarter of an hour on one core, the others some minutes. The networks are
trained by the notebook's own L_layer_model. Its steps are long, and a training with long steps
carries the rounding of the processor into the result: another machine gets other numbers for the
same seed, and the same picture.
"""

import argparse
import csv
import sys

import numpy as np

from authoring import datasets
from authoring.masters import masters, solutions
from dnn_utils import load_data

RESULTS = datasets.DATASETS / "digitpairs_results.csv"
FIELDS = "layers", "parameters", "rate", "seed", "cost", "train", "test", "all_pairs", "hardest"
DEEP = 20, 7, 5, 1
# The layers above the input, the learning rate, the number of seeds.
RUNS = (
    ((1,), 0.3, 5),
    ((7, 1), 0.3, 5),
    ((20, 1), 0.3, 5),
    ((100, 1), 0.3, 5),
    ((20, 7, 1), 0.3, 5),
    (DEEP, 0.3, 20),
    (DEEP, 0.2, 5),
)
HARDEST = 20  # digits


def notebook():
    """The functions of notebook 06, solved: a dictionary."""
    return solutions(next(path for path in masters() if path.stem.startswith("06-")))


def pair_data(draw=None, counts=(4000, 1000)):
    """Training and test pairs as the notebook has them: train_x, train_y, test_x, test_y.

    Arguments:
        draw: the seed of another draw than the one in the files; this needs scikit-learn.
        counts: how many pairs of each to draw.
    """
    if draw is None:
        train_x, train_y, test_x, test_y, _ = load_data()
        return train_x, train_y, test_x, test_y
    images, labels = datasets.load_digits()
    random, found = np.random.RandomState(draw), []
    for own, count in zip(
        (slice(datasets.TRAINING), slice(datasets.TRAINING, None)), counts, strict=True
    ):
        x, y = datasets.draw_pairs(images[own], labels[own], count, random)
        found += [x, y.reshape(1, -1)]
    return found


def wrong_pairs(parameters, solved):
    """Which of all ordered pairs of the 500 test digits a network gets wrong.

    Returns:
        bool array of shape (500, 500): the left digit, the right digit.
    """
    _, _, digits, names, _ = load_data(
        datasets.DATASETS / "train_digits.h5", datasets.DATASETS / "test_digits.h5"
    )
    rows = []
    for digit, name in zip(digits, names[0], strict=True):
        pairs = np.concatenate([np.broadcast_to(digit, digits.shape), digits], axis=2)
        said = solved["predict"](solved["flatten_and_standardize"](pairs), parameters)
        rows.append(said[0] != (name + names[0]) % 2)
    return np.array(rows)


def hardest(wrong):
    """The share of the mistakes in which one of the HARDEST digits takes part."""
    worst = np.argsort(-(wrong.mean(axis=0) + wrong.mean(axis=1)))[:HARDEST]
    touched = np.zeros(wrong.shape, bool)
    touched[worst] = touched[:, worst] = True
    return wrong[touched].sum() / wrong.sum()


def run(layers, rate, seed, data, solved):
    """Train a network and judge it.

    Returns:
        a dictionary with FIELDS, the numbers of one run.
    """
    train_x, train_y, test_x, test_y = data
    train_x, test_x = map(solved["flatten_and_standardize"], (train_x, test_x))
    sizes = [len(train_x), *layers]
    parameters, _ = solved["L_layer_model"](train_x, train_y, sizes, rate, seed=seed)
    probabilities, _ = solved["L_model_forward"](train_x, parameters)
    wrong = wrong_pairs(parameters, solved)
    return {
        "layers": "-".join(map(str, layers)),
        "parameters": sum(value.size for value in parameters.values()),
        "rate": rate,
        "seed": seed,
        "cost": round(float(solved["compute_cost"](probabilities, train_y)), 4),
        "train": round(float(np.mean((probabilities > 0.5) == train_y)), 4),
        "test": round(float(solved["accuracy"](solved["predict"](test_x, parameters), test_y)), 4),
        "all_pairs": round(float(1 - wrong.mean()), 4),
        "hardest": round(float(hardest(wrong)), 2),
    }


def write(path=RESULTS):
    """Train all of RUNS, and write the table."""
    solved, data = notebook(), pair_data()
    rows = []
    for layers, rate, seeds in RUNS:
        for seed in range(seeds):
            rows.append(run(layers, rate, seed, data, solved))
            print(*rows[-1].values(), flush=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, FIELDS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def compare(draws, seeds=5):
    """Train the deep network on other draws of the pairs too, and print what became of it."""
    solved = notebook()
    print("draw  accuracy on its 1,000 test pairs / on all pairs of test digits, one column a seed")
    table = []
    for draw in range(draws):
        data = pair_data(draw)
        rows = [run(DEEP, 0.3, seed, data, solved) for seed in range(seeds)]
        table.append([(row["test"], row["all_pairs"]) for row in rows])
        cells = "  ".join(f"{test:.3f}/{everything:.3f}" for test, everything in table[-1])
        means = "/".join(f"{mean:.3f}" for mean in np.mean(table[-1], axis=0))
        print(f"{draw:4}  {cells}  mean {means}", flush=True)
    everything = np.array(table)[..., 1].ravel()
    print(f"all pairs, {everything.size} runs: median {np.median(everything):.3f}, ", end="")
    print(f"lowest {everything.min():.3f}, highest {everything.max():.3f}, ", end="")
    print(f"{np.sum(everything < 0.75)} stuck below 0.75")


def perturb(times, rates=(0.2, 0.3)):
    """Train the deep network again from a start that differs in the 15th digit, and print both."""
    solved, (train_x, train_y, test_x, test_y) = notebook(), pair_data()
    train_x, test_x = map(solved["flatten_and_standardize"], (train_x, test_x))
    initialize = solved["initialize_parameters_scaled"]
    print("accuracy on the 1,000 test pairs, seed 1")
    for rate in rates:
        for number in range(1, times + 1):

            def start(layers_dims, seed, change=1 + number * 1e-15):
                parameters = initialize(layers_dims, seed)
                return parameters | {"W1": parameters["W1"] * change}

            solved["initialize_parameters_scaled"] = start  # L_layer_model looks it up there
            found, _ = solved["L_layer_model"](train_x, train_y, [len(train_x), *DEEP], rate)
            share = solved["accuracy"](solved["predict"](test_x, found), test_y)
            print(f"rate {rate}, change {number}e-15: {share:.3f}", flush=True)


def main(argv=None):
    parser = argparse.ArgumentParser(
        prog="python -m authoring.notebook_06.measure", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--draws", type=int, help="compare so many draws of the pairs instead")
    parser.add_argument("--rounding", type=int, help="repeat so many times, changed by rounding")
    arguments = parser.parse_args(argv)
    if arguments.draws:
        compare(arguments.draws)
    elif arguments.rounding:
        perturb(arguments.rounding)
    else:
        write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
