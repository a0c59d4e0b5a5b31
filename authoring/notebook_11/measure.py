"""Measure networks that read ten digits: many trainings, with the notebook's own functions.

    python -m authoring.notebook_11.measure     train all, write the two tables in datasets/

It takes some five minutes on one core. Seconds are those of the processor. Adam's steps are short
here: another machine gets the same numbers, to the printed digit.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from time import process_time
from typing import Any

import numpy as np

from authoring import datasets
from authoring.masters import master, solutions
from authoring.measuring import write_table
from dnn_tools.logits import backward_from_logits, forward_to_logits
from dnn_utils import load_data
from solved.notebook_07 import initialize_parameters_he, log_softmax
from solved.notebook_09 import update_parameters_with_gd

RESULTS = datasets.DATASETS / "ten_digits_results.csv"
CONFUSIONS = datasets.DATASETS / "ten_digits_confusions.csv"
FIELDS = (
    *("layers", "parameters", "method", "epochs", "split", "seed"),
    *("cost", "train", "test_cost", "test", "confidence", "error"),
    *("temperature", "half_cost", "half_cost_t", "half_error", "half_error_t"),
    *("parity", "sum_parity", "seconds"),
)
NETWORKS = (), (20,), (50,), (100, 50)  # the hidden layers
MIDDLE = (50,)  # the network of the notebook
HALF = 250  # test digits on which the temperature is chosen; it is judged on the others
TEMPERATURES = np.arange(0.5, 5, 0.05)


@dataclass(frozen=True)
class Setting:
    """One way to train.

    Attributes:
        hidden: the sizes of the hidden layers.
        method: "adam" is multiclass_model as it is; "gd" takes gradient steps on all examples.
        split: "people", where the test digits are by other writers than the training digits, or
            "shuffled", where all 1,797 digits are shuffled before they are divided.
    """

    hidden: tuple[int, ...] = MIDDLE
    method: str = "adam"
    epochs: int = 50
    split: str = "people"
    seeds: int = 20

    @property
    def layers(self) -> list[int]:
        """The sizes of all layers."""
        return [64, *self.hidden, 10]


def settings() -> Iterator[Setting]:
    """All settings of the table."""
    for hidden in NETWORKS:
        yield Setting(hidden)
    for epochs in (10, 200):
        yield Setting(epochs=epochs)
    yield Setting(split="shuffled")
    for hidden in NETWORKS[:2]:
        yield Setting(hidden, "gd", 300, seeds=3)


def notebook() -> dict[str, Any]:
    """The functions of notebook 11, solved."""
    return solutions(master("11"))


def digits(split: str = "people", seed: int = 0) -> tuple[np.ndarray, ...]:
    """Training and test digits: X, Y, X_test, Y_test."""
    train_x, train_y, test_x, test_y, _ = load_data(
        datasets.DATASETS / "train_digits.h5", datasets.DATASETS / "test_digits.h5"
    )
    X = np.concatenate([train_x, test_x]).reshape(-1, 64).T / 255
    Y = np.concatenate([train_y, test_y], axis=1)
    m = train_y.shape[1]
    if split == "shuffled":
        order = np.random.RandomState(seed).permutation(Y.shape[1])
        X, Y = X[:, order], Y[:, order]
    return X[:, :m], Y[:, :m], X[:, m:], Y[:, m:]


def train(setting: Setting, seed: int, solved: dict[str, Any]) -> dict[str, np.ndarray]:
    """The parameters of a trained network."""
    X, Y, _, _ = digits(setting.split, seed)
    if setting.method == "adam":
        model = solved["multiclass_model"]
        return model(X, Y, setting.layers, num_epochs=setting.epochs, seed=seed)[0]
    parameters = initialize_parameters_he(setting.layers, seed)
    for _ in range(setting.epochs):
        ZL, caches = forward_to_logits(X, parameters)
        grads = backward_from_logits(solved["softmax_cross_entropy_backward"](ZL, Y), caches)
        parameters = update_parameters_with_gd(parameters, grads, 0.5)
    return parameters


def calibration_error(ZL: np.ndarray, Y: np.ndarray, solved: dict[str, Any]) -> float:
    """The gap between confidence and accuracy, in the mean over the examples, with ten bins."""
    found = solved["calibration"](solved["softmax"](ZL), solved["predict_classes"](ZL), Y)
    counts, confidences, accuracies = found
    return float(np.sum(counts * np.abs(confidences - accuracies)) / Y.shape[1])


def judge(
    parameters: dict[str, np.ndarray], setting: Setting, seed: int, solved: dict[str, Any]
) -> dict[str, float]:
    """Measure a trained network: {name in FIELDS: value}."""
    X, Y, X_test, Y_test = digits(setting.split, seed)
    cost, predict = solved["compute_cost_softmax"], solved["predict_classes"]
    ZL, _ = forward_to_logits(X, parameters)
    Z, _ = forward_to_logits(X_test, parameters)
    answers, truth = predict(Z)[0], Y_test[0]
    chosen = [cost(Z[:, :HALF] / t, Y_test[:, :HALF]) for t in TEMPERATURES]
    temperature = TEMPERATURES[np.argmin(chosen)]
    rest, Y_rest = Z[:, HALF:], Y_test[:, HALF:]
    odd = np.add.outer(answers, answers) % 2 == np.add.outer(truth, truth) % 2
    return {
        "cost": cost(ZL, Y),
        "train": np.mean(predict(ZL) == Y),
        "test_cost": cost(Z, Y_test),
        "test": np.mean(answers == truth),
        "confidence": np.mean(np.exp(np.max(log_softmax(Z), axis=0))),
        "error": calibration_error(Z, Y_test, solved),
        "temperature": temperature,
        "half_cost": cost(rest, Y_rest),
        "half_cost_t": cost(rest / temperature, Y_rest),
        "half_error": calibration_error(rest, Y_rest, solved),
        "half_error_t": calibration_error(rest / temperature, Y_rest, solved),
        "parity": np.mean(answers % 2 == truth % 2),
        "sum_parity": np.mean(odd),
    }


def run(setting: Setting, seed: int, solved: dict[str, Any]) -> tuple[dict[str, Any], np.ndarray]:
    """Train one network and judge it: a row of the table, and its confusion matrix."""
    begin = process_time()
    parameters = train(setting, seed, solved)
    seconds = process_time() - begin
    _, _, X_test, Y_test = digits(setting.split, seed)
    answers = solved["predict_classes"](forward_to_logits(X_test, parameters)[0])
    row = {
        "layers": "-".join(map(str, setting.layers)),
        "parameters": sum(entries.size for entries in parameters.values()),
        "method": setting.method,
        "epochs": setting.epochs,
        "split": setting.split,
        "seed": seed,
        "seconds": round(seconds, 2),
    }
    found = judge(parameters, setting, seed, solved)
    row |= {name: round(float(value), 4) for name, value in found.items()}
    return row, solved["confusion_matrix"](answers, Y_test, 10)


def write() -> None:
    """Train all settings, and write both tables."""
    solved, rows, confusions = notebook(), [], np.zeros((10, 10), dtype=int)
    for setting in settings():
        for seed in range(setting.seeds):
            row, matrix = run(setting, seed, solved)
            rows.append(row)
            if setting == Setting():
                confusions += matrix
            print(*row.values(), flush=True)
    write_table(RESULTS, rows, FIELDS)
    pairs = np.ndenumerate(confusions)
    counts = [{"label": i, "prediction": j, "count": count} for (i, j), count in pairs]
    write_table(CONFUSIONS, counts)


if __name__ == "__main__":
    sys.exit(write())
