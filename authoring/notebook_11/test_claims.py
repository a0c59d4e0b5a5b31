"""Notebook 11: what its prose claims, and that its tables come out again."""

import inspect
import re

import numpy as np
import pytest

from authoring.masters import master, read, solutions
from authoring.notebook_11.measure import (
    CONFUSIONS,
    HALF,
    RESULTS,
    Setting,
    digits,
    judge,
    run,
    settings,
    train,
)
from dnn_tools.files import load_table
from dnn_tools.logits import backward_from_logits, forward_to_logits
from solved.notebook_07 import initialize_parameters_he

MASTER = master("11")
SOLVED = solutions(MASTER)
CELLS = {cell.id: cell for cell in read(MASTER).cells}
TABLE = load_table(RESULTS)
MATRIX = load_table(CONFUSIONS)["count"].reshape(10, 10)


def text(*cells):
    return " ".join(CELLS[cell].source for cell in cells)


def printed(cell):
    return CELLS[cell].outputs[0].text


def rows(layers="64-50-10", method="adam", epochs=50, split="people"):
    """{name of a column: its entries} of the runs of one setting."""
    wanted = {"layers": layers, "method": method, "epochs": epochs, "split": split}
    keep = np.ones(len(TABLE["seed"]), bool)
    for name, value in wanted.items():
        keep &= TABLE[name] == value
    assert keep.any()
    return {name: column[keep] for name, column in TABLE.items()}


def said(number, cell, digits=3):
    """Tell if a cell names a number with this many digits."""
    return f"{number:.{digits}f}" in text(cell)


@pytest.fixture(scope="module")
def networks():
    """{epochs: ZL, P, answers on the test digits} of the networks that the notebook trains."""
    X, Y, X_test, _ = digits()
    found = {}
    for epochs in (10, 50, 200):
        parameters, _ = SOLVED["multiclass_model"](X, Y, [64, 50, 10], num_epochs=epochs)
        ZL, _ = forward_to_logits(X_test, parameters)
        found[epochs] = ZL, SOLVED["softmax"](ZL), SOLVED["predict_classes"](ZL)
    return found


# ---------------------------------------------------------------- the contract


def test_a_function_can_be_called_as_its_signature_says():
    model = inspect.signature(SOLVED["multiclass_model"]).parameters
    assert list(model)[:3] == ["X", "Y", "layers_dims"]
    defaults = {"learning_rate": 0.003, "num_epochs": 50, "mini_batch_size": 64, "seed": 1}
    assert {name: model[name].default for name in defaults} == defaults
    assert inspect.signature(SOLVED["calibration"]).parameters["n_bins"].default == 10


# ---------------------------------------------------------------- cost and gradient


def test_the_gradient_of_a_network_is_the_measured_slope():
    """Of the cost with respect to each parameter, through the passes of dnn_tools."""
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(3, 6)), rng.integers(0, 4, size=(1, 6))
    parameters = initialize_parameters_he([3, 5, 4], 2)
    parameters |= {name: rng.normal(size=parameters[name].shape) for name in ("b1", "b2")}

    def cost(found):
        return SOLVED["compute_cost_softmax"](forward_to_logits(X, found)[0], Y)

    ZL, caches = forward_to_logits(X, parameters)
    dZL = SOLVED["softmax_cross_entropy_backward"](ZL, Y)
    grads = backward_from_logits(dZL, caches)
    for name, entries in parameters.items():
        for place in np.ndindex(entries.shape):
            step = np.zeros(entries.shape)
            step[place] = 1e-6
            up, down = (cost(parameters | {name: entries + s * step}) for s in (1, -1))
            assert grads["d" + name][place] == pytest.approx((up - down) / 2e-6, abs=1e-8)


def test_the_cost_of_a_network_that_knows_nothing():
    assert printed("start-code").split("\n")[:3] == [
        "He's start:               2.5220",
        "a hundredth of it:        2.3026",
        "all logits 0, or ln 10:   2.3026",
    ]
    assert f"{np.log(10):.3f}" in text("predict-start")
    X, Y, _, _ = digits()
    for seed in range(10):
        ZL, _ = forward_to_logits(X, initialize_parameters_he([64, 50, 10], seed))
        assert np.log(10) < SOLVED["compute_cost_softmax"](ZL, Y) < 3.2


def test_the_gradient_to_predict():
    P = np.array([[0.7], [0.2], [0.1]])
    dz = SOLVED["softmax_cross_entropy_backward"](np.log(P), np.array([[1]]))
    assert np.allclose(dz.ravel(), (0.7, -0.8, 0.1))
    assert dz.sum() == pytest.approx(0)
    assert "$(0.7, -0.8, 0.1)$" in text("gradient")


def test_the_softmax_of_two_classes_is_the_sigmoid():
    z = np.linspace(-5, 5, 11)
    P = SOLVED["softmax"](np.array([z, np.zeros(11)]))
    assert np.allclose(P[0], 1 / (1 + np.exp(-z)))


def test_a_logit_larger_by_1_is_2_7_times_as_probable():
    P = SOLVED["softmax"](np.array([[3.2], [2.2], [-4.0]]))
    assert P[0, 0] / P[1, 0] == pytest.approx(np.e)
    assert f"{np.e:.1f} times" in text("softmax-why")


# ---------------------------------------------------------------- the digits, and the networks


def test_the_digits():
    X, Y, X_test, Y_test = digits()
    assert (X.shape, X_test.shape) == ((64, 1297), (64, 500))
    assert 128 <= np.bincount(Y[0]).min() <= np.bincount(Y[0]).max() <= 132
    assert 46 <= np.bincount(Y_test[0]).min() <= np.bincount(Y_test[0]).max() <= 51
    assert -(-1297 // 64) == 21
    assert 64 * 50 + 50 + 50 * 10 + 10 == 3760


def test_the_prose_on_the_sizes():
    prose = text("sizes-comment")
    all_layers = ("64-10", "64-20-10", "64-50-10", "64-100-50-10")
    found = [rows(layers) for layers in all_layers]
    for one in (found[0], found[-1]):
        assert f"{one['test'].mean():.3f}" in prose
    means = [one["test"].mean() for one in found]
    assert means == sorted(means)
    assert found[0]["test"].max() < found[-1]["test"].min()
    assert all(a["test"].max() > b["test"].min() for a, b in zip(found, found[1:], strict=False))
    costs = [one["test_cost"].mean() for one in found]
    assert np.argmin(costs) == 2
    for layers in all_layers[:2]:
        assert f"{rows(layers, 'gd', 300)['test'].mean():.3f}" in prose
    shuffled = rows(split="shuffled")["test"]
    for number in (shuffled.mean(), shuffled.min(), shuffled.max()):
        assert f"{number:.3f}" in prose


def test_the_prose_on_the_matrix(networks):
    _, _, Y_test = digits()[1:]
    answers = networks[50][2]
    matrix = SOLVED["confusion_matrix"](answers, Y_test, 10)
    assert (500 - np.trace(matrix), matrix[3, 8], matrix[1, 9]) == (33, 6, 5)
    assert np.sum((matrix > 0) & ~np.eye(10, dtype=bool)) < 45
    assert "Of the 33 mistakes, six" in text("matrix-comment")


def test_the_prose_on_the_confusions():
    prose = text("confusions-comment")
    recall = np.diag(MATRIX) / MATRIX.sum(axis=1)
    precision = np.diag(MATRIX) / MATRIX.sum(axis=0)
    assert MATRIX.sum() == 10_000
    assert (np.argmin(recall), np.argmin(precision)) == (3, 8)
    assert f"{recall[3]:.2f}" in prose
    assert f"{precision[8]:.2f}" in prose
    assert (MATRIX[3, 8], MATRIX[8, 3], MATRIX[1, 9], MATRIX[9, 1]) == (123, 10, 95, 3)
    assert 7.5 < MATRIX[3].sum() / MATRIX[3, 8] < 8.5  # every eighth


# ---------------------------------------------------------------- how sure


def test_the_prose_on_longer_training(networks):
    Y_test = digits()[3]
    for epochs in (50, 200):
        ZL, P, _ = networks[epochs]
        assert said(P.max(axis=0).mean(), "predict-longer")
        assert said(SOLVED["compute_cost_softmax"](ZL, Y_test), "predict-longer")


def test_the_prose_on_the_bins(networks):
    prose, Y_test = text("reliability-comment"), digits()[3]
    bins = {
        epochs: SOLVED["calibration"](P, answers, Y_test)
        for epochs, (_, P, answers) in networks.items()
    }
    counts, confidences, accuracies = bins[10]
    some = counts > 0
    assert np.sum(accuracies[some] > confidences[some]) > np.sum(some) / 2
    counts, confidences, accuracies = bins[50]
    assert counts[8] == 23
    assert f"{confidences[8]:.2f} in the mean, it reads {accuracies[8]:.2f}" in prose
    assert 7 <= counts[4:8].min() <= counts[4:8].max() <= 18
    assert np.sqrt(0.65 * 0.35 / 10) == pytest.approx(0.15, abs=0.005)
    counts, confidences, accuracies = bins[200]
    assert counts[9] == 462
    assert f"{confidences[9]:.3f} sure" in prose
    assert f"It reads {accuracies[9]:.3f}" in prose
    expected, made = counts[9] * (1 - confidences[9]), counts[9] * (1 - accuracies[9])
    assert (round(expected), round(made)) == (2, 17)


def test_the_prose_on_calibration():
    prose = text("calibration-comment")
    short, usual, long = (rows(epochs=epochs) for epochs in (10, 50, 200))
    accuracies = usual["test"].mean(), long["test"].mean()
    assert "from {:.3f} to {:.3f}, by less than the luck".format(*accuracies) in prose
    assert accuracies[1] - accuracies[0] < np.ptp(usual["test"])
    assert f"{long['confidence'].mean() - usual['confidence'].mean():.3f}" in prose
    assert 4 / 3 < long["test_cost"].mean() / usual["test_cost"].mean() < 1.5
    assert 1.6 < long["error"].mean() / usual["error"].mean() < 2
    errors = [f"{found['error'].mean():.2f}" for found in (short, usual, long)]
    assert errors == ["0.04", "0.03", "0.05"]


def test_the_calibration_error_of_an_honest_network(networks):
    """Right with the probability that it says, on as many digits."""
    rng, expected = np.random.default_rng(0), {10: 0.03, 50: 0.02, 200: 0.01}
    assert "error of 0.03, 0.02 and 0.01 on average" in text("calibration-comment")
    for epochs, error in expected.items():
        confidence = networks[epochs][1].max(axis=0)
        bins = np.minimum((confidence * 10).astype(int), 9)
        found = []
        for _ in range(400):
            gaps = (rng.random(500) < confidence) - confidence
            found.append(np.abs(np.bincount(bins, weights=gaps)).sum() / 500)
        assert round(np.mean(found), 2) == error


def test_the_prose_on_the_temperature():
    prose = text("temperature-comment")
    short, usual, long = (rows(epochs=epochs) for epochs in (10, 50, 200))
    assert f"{long['temperature'].mean():.2f}" in prose
    assert f"from {long['half_cost'].mean():.2f} to {long['half_cost_t'].mean():.2f}" in prose
    assert long["half_cost_t"].mean() == pytest.approx(usual["half_cost"].mean(), abs=0.01)
    assert 0 < usual["half_cost"].mean() - usual["half_cost_t"].mean() < 0.02
    assert short["half_cost_t"].mean() > short["half_cost"].mean()
    for found in (short, usual, long):
        assert found["half_cost"].mean() > found["test_cost"].mean()  # the harder half
    assert str(HALF) in text("calibration-comment")


# ---------------------------------------------------------------- the sum


def test_the_prose_on_the_sum():
    parity = rows()["parity"].mean()
    assert f"{parity:.1%}".replace("%", " %") in text("finale")
    assert f"{parity**2:.3f}" == "0.925" or abs(parity**2 - 0.925) < 0.001
    assert (1 - parity) ** 2 == pytest.approx(0.001, abs=0.0005)
    assert f"{rows()['sum_parity'].mean():.3f}" == "0.927"
    prose = text("finale-comment")
    for layers in ("64-10", "64-20-10"):
        found = rows(layers)
        assert f"{found['sum_parity'].mean():.3f}" in prose
        assert f"{int(found['parameters'][0]):,}" in prose
    pairs = load_table(RESULTS.with_name("digitpairs_results.csv"))
    deep = pairs["all_pairs"][(pairs["layers"] == "20-7-5-1") & (pairs["rate"] == 0.3)]
    assert f"{deep.mean():.3f}" in prose
    one = pairs["all_pairs"][pairs["layers"] == "1"]
    assert one.mean() == pytest.approx(0.5, abs=0.005)  # a coin


# ---------------------------------------------------------------- the tables come out again


def test_every_run_is_stored():
    names = "layers", "method", "epochs", "split", "seed"
    stored = list(zip(*(TABLE[name].tolist() for name in names), strict=True))
    assert stored == [
        ("-".join(map(str, one.layers)), one.method, one.epochs, one.split, seed)
        for one in settings()
        for seed in range(one.seeds)
    ]


@pytest.mark.parametrize(
    "setting", [Setting((20,)), Setting((), epochs=50), Setting(split="shuffled")]
)
def test_a_run_comes_out_again(setting):
    """Adam's steps are short: the same numbers on every machine."""
    again, _ = run(setting, 2, SOLVED)
    layers = "-".join(map(str, setting.layers))
    stored = rows(layers, setting.method, setting.epochs, setting.split)
    for name in ("cost", "train", "test_cost", "test", "confidence", "error", "sum_parity"):
        assert again[name] == pytest.approx(stored[name][2], abs=1e-3)


def test_the_stored_confusions_hold_the_stored_accuracies():
    assert np.trace(MATRIX) / 10_000 == pytest.approx(rows()["test"].mean(), abs=1e-4)


def test_judging_a_network_again_gives_its_row():
    setting = Setting(epochs=10)
    found = judge(train(setting, 0, SOLVED), setting, 0, SOLVED)
    stored = rows(epochs=10)
    assert found["temperature"] == pytest.approx(stored["temperature"][0], abs=1e-6)
    assert found["half_cost_t"] == pytest.approx(stored["half_cost_t"][0], abs=1e-3)


def test_the_notebook_names_no_figure_of_its_own_twice_differently():
    """The table that the notebook prints and its prose come from the same stored runs."""
    assert re.search(r"64-50-10 +3,760", printed("sizes-code"))
    assert f"{rows()['test'].mean():.3f}" in printed("sizes-code")
