"""Notebook 12: what its prose claims, and that its tables come out again."""

import inspect
import re

import numpy as np
import pytest

from authoring.masters import master, read, solutions
from authoring.measuring import slopes
from authoring.notebook_12.measure import RESULTS, SECONDS, Setting, pictures, run, settings, train
from dnn_tools import convolution
from dnn_tools.convolution import (
    SAME_SIZE,
    backward_conv_net,
    conv_backward_fast,
    forward_conv_net,
    initialize_conv_net,
    move,
    pool_2x2,
    pool_2x2_backward,
)
from dnn_tools.files import load_table
from exercises.notebook_12 import pool_facts
from solved.notebook_07 import (
    compute_cost_from_logits,
    sigmoid_cross_entropy_backward,
)

MASTER = master("12")
SOLVED = solutions(MASTER)
CELLS = {cell.id: cell for cell in read(MASTER).cells}
TABLE, TIMES = load_table(RESULTS), load_table(SECONDS)


def text(*cells):
    return " ".join(CELLS[cell].source for cell in cells)


def printed(cell):
    return CELLS[cell].outputs[0].text


def rows(network, task="pairs", method="adam", trained_on="as it is", rate=None):
    """{name of a column: its entries} of the runs of one setting."""
    keep = (TABLE["network"] == network) & (TABLE["task"] == task)
    keep &= (TABLE["method"] == method) & (TABLE["trained_on"] == trained_on)
    if rate:
        keep &= TABLE["rate"] == rate
    assert keep.any()
    return {name: column[keep] for name, column in TABLE.items()}


CONV = rows("conv 8-8, 12-1", rate=0.003)


def said(number, cell, digits=3):
    """Tell if a cell names a number with this many digits."""
    return f"{number:.{digits}f}" in text(cell)


def gap(a, b):
    """The relative difference of two gradients, as in notebook 05."""
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))


# ---------------------------------------------------------------- the layer


def test_a_function_can_be_called_as_its_signature_says():
    for name in ("pool_forward", "pool_backward"):
        assert inspect.signature(SOLVED[name]).parameters["mode"].default == "max"


def test_the_parameters_to_predict():
    assert 8 * (3 * 3 + 1) == 80
    assert 512 * 65 == 33_280
    assert 51_200 * 6_401 == 327_731_200
    assert all(word in text("predict-parameters") for word in ("33{,}280", "328 million", "80"))


@pytest.mark.parametrize(("stride", "places", "last"), [(1, 6, 7), (2, 3, 6), (3, 2, 5)])
def test_the_sizes_to_predict(stride, places, last):
    W, b = np.ones((3, 3, 1, 1)), np.zeros((1, 1, 1, 1))
    A = np.zeros((1, 8, 8, 1))
    Z, cache = SOLVED["conv_forward"](A, W, b, {"stride": stride, "pad": 0})
    assert Z.shape == (1, places, places, 1)
    dA, _, _ = SOLVED["conv_backward"](np.ones(Z.shape), cache)
    assert np.flatnonzero(dA.any(axis=(0, 2, 3))).max() == last


def test_the_classic_numbers():
    assert "-6.99908945" in printed("conv_single_step_test")
    assert "-2.17796037  8.07171329 -0.5772704" in printed("conv_forward_test")
    assert "[1.74481176 0.90159072 1.65980218]" in printed("pool_forward_test")


@pytest.mark.parametrize(
    "hparameters", [{"stride": s, "pad": p} for s in (1, 2, 3) for p in (0, 2)]
)
def test_the_gradients_of_a_convolution_are_the_measured_slopes(hparameters):
    rng = np.random.default_rng(0)
    A, W, b = rng.normal(size=(2, 5, 6, 2)), rng.normal(size=(3, 3, 2, 2)), rng.normal(size=2)
    b = b.reshape(1, 1, 1, 2)
    Z, cache = SOLVED["conv_forward_fast"](A, W, b, hparameters)
    dZ = rng.normal(size=Z.shape)

    def cost(*arguments):
        return np.sum(SOLVED["conv_forward_fast"](*arguments, hparameters)[0] * dZ)

    for backward in (SOLVED["conv_backward"], conv_backward_fast):
        dA, dW, db = backward(dZ, cache)
        assert gap(dA, slopes(lambda a: cost(a, W, b), A)) < 1e-8
        assert gap(dW, slopes(lambda w: cost(A, w, b), W)) < 1e-8
        assert gap(db, slopes(lambda k: cost(A, W, k), b)) < 1e-8


@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize("stride", [1, 2, 3])
def test_the_gradient_of_pooling_is_the_measured_slope(mode, stride):
    rng = np.random.default_rng(1)
    A_prev, window = rng.normal(size=(2, 5, 6, 2)), {"f": 2, "stride": stride}
    A, cache = SOLVED["pool_forward"](A_prev, window, mode)
    dA = rng.normal(size=A.shape)
    found = slopes(lambda a: np.sum(SOLVED["pool_forward"](a, window, mode)[0] * dA), A_prev)
    assert gap(SOLVED["pool_backward"](dA, cache, mode), found) < 1e-8


def test_pooling_of_2_by_2_is_that_of_the_exercise():
    A_prev = np.round(np.random.default_rng(2).normal(size=(3, 6, 4, 2)))
    A, cache = SOLVED["pool_forward"](A_prev, {"f": 2, "stride": 2})
    dA = np.random.default_rng(3).normal(size=A.shape)
    assert np.array_equal(pool_2x2(A_prev), A)
    assert np.allclose(pool_2x2_backward(dA, A_prev), SOLVED["pool_backward"](dA, cache))
    classic = pool_facts(pool_2x2_backward(dA, A_prev, classic=True), dA, cache)
    right = pool_facts(SOLVED["pool_backward"](dA, cache), dA, cache)
    assert any(np.any(classic[name] != right[name]) for name in right)


def test_any_sharing_between_equal_entries_has_the_same_facts():
    """Also where windows overlap, and whichever entry gets it."""
    rng = np.random.default_rng(4)
    A_prev = np.round(rng.normal(size=(2, 5, 5, 2)))
    for stride in (1, 2):
        A, cache = SOLVED["pool_forward"](A_prev, {"f": 2, "stride": stride})
        dA = rng.uniform(0.5, 2, size=A.shape)
        found = []
        for _ in range(5):
            share = np.zeros(A_prev.shape)
            for i, h, w, c in np.ndindex(dA.shape):
                window = np.s_[i, h * stride : h * stride + 2, w * stride : w * stride + 2, c]
                weights = rng.random((2, 2)) * (A_prev[window] == A_prev[window].max())
                share[window] += weights / weights.sum() * dA[i, h, w, c]
            found.append(pool_facts(share, dA, cache))
        for facts in found[1:]:
            assert all(np.all(np.isclose(facts[name], found[0][name])) for name in list(facts)[1:])
        assert all(facts["no share of a gradient has the wrong sign"] for facts in found)


def test_pictures_are_moved():
    X = np.arange(12.0).reshape(1, 3, 4, 1) + 1
    assert move(X, 0, 1)[0, :, :, 0].tolist() == [[0, 1, 2, 3], [0, 5, 6, 7], [0, 9, 10, 11]]
    assert move(X, -1, 0)[0, :, :, 0].tolist() == [[5, 6, 7, 8], [9, 10, 11, 12], [0, 0, 0, 0]]
    assert np.array_equal(move(X, 0, 0), X)


# ---------------------------------------------------------------- the network


def network(seed=0):
    """Pictures, labels and parameters, the biases drawn too."""
    X, Y, _, _ = pictures("pairs")
    parameters = initialize_conv_net((8, 16, 1), [4, 3], [5, 1], seed)
    random = np.random.RandomState(seed)
    for name, entries in parameters.items():
        parameters[name] = entries + 0.1 * random.randn(*entries.shape)
    return X[:20], Y[:, :20], parameters


def test_the_gradients_of_the_network_are_the_measured_slopes():
    """And with the classic mask those of the biases of filters are not, as section 5 says."""
    X, Y, parameters = network()
    forward = SOLVED["conv_forward_fast"]

    def cost(name, entries):
        return compute_cost_from_logits(
            forward_conv_net(X, parameters | {name: entries}, forward)[0], Y
        )

    ZL, caches = forward_conv_net(X, parameters, forward)
    right = backward_conv_net(sigmoid_cross_entropy_backward(ZL, Y), caches)
    classic = backward_conv_net(sigmoid_cross_entropy_backward(ZL, Y), caches, classic=True)
    for name, entries in parameters.items():
        measured = slopes(lambda moved, name=name: cost(name, moved), entries)
        assert gap(right["d" + name], measured) < 1e-7
        assert (gap(classic["d" + name], measured) < 1e-7) == (name != "k1")


def test_the_prose_on_the_check():
    assert "yours                0.1639  -0.1228   0.1353   passes" in printed("check-code")
    assert "fails, difference 0.13" in printed("check-code")
    classic = rows("conv 8-8, 12-1", method="classic")["test"]
    assert abs(classic.mean() - CONV["test"].mean()) < np.ptp(CONV["test"]) / 2


def test_the_start_has_the_spread_of_he():
    parameters = initialize_conv_net((8, 16, 1), [800, 8], [12, 1], 0)
    assert parameters["K1"].std() == pytest.approx(np.sqrt(2 / 9), rel=0.05)
    assert parameters["K2"].std() == pytest.approx(np.sqrt(2 / 7200), rel=0.05)
    sizes = initialize_conv_net((8, 16, 1), [8, 8], [12, 1], 0)
    assert sum(entries.size for entries in sizes.values()) == 1457
    assert "parameters: 1,457" in printed("train-code")


def test_the_code_that_is_shown_is_the_code_that_runs():
    source = " ".join(inspect.getsource(convolution).split())
    lines = [
        line.strip()
        for block in re.findall(r"```python\n(.*?)```", text("supplied"), re.DOTALL)
        for line in block.splitlines()
    ]
    assert len(lines) == 6
    assert [line for line in lines if " ".join(line.split()) not in source] == []


# ---------------------------------------------------------------- the seconds


def seconds(what, how, digits=64):
    keep = (TIMES["what"] == what) & (TIMES["how"] == how) & (TIMES["digits"] == digits)
    return TIMES["seconds"][keep].item()


def test_the_prose_on_the_seconds():
    prose = text("fast-comment")
    for what in ("convolution", "its gradients", "pooling"):
        assert f"{seconds(what, 'loops'):.2f} s" in prose
        assert seconds(what, "fast") < 0.001
    step = sum(seconds(what, "loops") for what in ("convolution", "its gradients", "pooling"))
    assert 10 < step * 1297 / 64 < 15  # a dozen seconds
    # A pair has twice the pixels; the second stage has a quarter of the places.
    assert 0.4 < step * (2 + 0.5) * -(-4000 // 64) * 24 / 3600 < 1  # more than half an hour


# ---------------------------------------------------------------- the pairs


def test_the_prose_on_the_pairs():
    prose = text("pairs-comment")
    small, deep = rows("dense 11-5-1"), rows("dense 20-7-5-1", method="gd")
    for found in (CONV, small, deep):
        assert f"{found['all_pairs'].mean():.3f}" in prose
    wrong = [round(100 * (1 - found["all_pairs"].mean())) for found in (CONV, small)]
    assert f"{wrong[0]} mistakes in a hundred against {wrong[1]}" in prose
    share = (1 - CONV["all_pairs"].mean()) / (1 - small["all_pairs"].mean())
    assert 1 / 3 < share < 0.38
    assert "little more than a third" in text("title")
    assert (CONV["parameters"][0], small["parameters"][0], deep["parameters"][0]) == (
        1457,
        1485,
        2773,
    )
    for network in ("dense 11-5-1", "dense 20-7-5-1", "dense 100-1"):
        assert rows(network)["all_pairs"].max() < CONV["all_pairs"].min()
    assert CONV["all_pairs"].min() < deep["all_pairs"].max()  # the ranges overlap
    assert CONV["all_pairs"].mean() - deep["all_pairs"].mean() > 0.015
    found = rows("conv 4, 16-1")
    assert f"{found['test'].mean():.3f}" in prose
    assert found["parameters"][0] == 2121
    wide = rows("conv 6-12, 12-1")
    assert wide["parameters"][0] == 1897
    assert f"{deep['all_pairs'].max():.3f}" in prose
    adam = [rows(f"dense {layers}") for layers in ("11-5-1", "20-7-5-1", "100-1")]
    assert f"{max(one['all_pairs'].max() for one in adam):.3f}" in prose
    assert f"{CONV['all_pairs'].min():.3f}" in prose
    both = np.concatenate([CONV["all_pairs"], wide["all_pairs"]])
    assert np.sum(both < deep["all_pairs"].max()) == 2
    assert "better than two of the twenty" in prose
    assert f"{rows('conv 8-8, 12-1', method='classic')['test'].mean():.3f}" in prose
    names = load_table(RESULTS.with_name("ten_digits_results.csv"))
    keep = (names["layers"] == "64-50-10") & (names["epochs"] == 50)
    reading = names["sum_parity"][keep & (names["split"] == "people")]
    assert f"was at {reading.mean():.3f}" in prose
    bold = rows("conv 8-8, 12-1", rate=0.005)["test"]
    assert f"from {bold.min():.3f} to {bold.max():.3f}" in prose


# ---------------------------------------------------------------- single digits, and moves


def test_the_prose_on_single_digits():
    prose = text("digits-comment")

    def digits(network):
        return rows(network, "digits")

    conv, dense = digits("conv 8, 10"), digits("dense 18-10")
    assert (conv["parameters"][0], dense["parameters"][0]) == (1370, 1360)
    assert f"{conv['test'].mean() - dense['test'].mean():.3f}" in prose
    assert conv["test"].min() < dense["test"].max()
    assert digits("conv 4, 10")["test"].mean() < digits("dense 10")["test"].mean() + 0.002
    for one, other in ((conv, dense), (digits("conv 4, 10"), digits("dense 10"))):
        assert one["seconds"].mean() > 5 * other["seconds"].mean()
    best = digits("conv 8-16, 10")
    assert f"{best['test'].mean():.3f}" in prose
    wide = digits("dense 100-10")
    assert best["test"].mean() - wide["test"].mean() == pytest.approx(0.01, abs=0.004)
    assert 3.5 < wide["parameters"][0] / best["parameters"][0] < 4.5
    for network in ("dense 18-10", "conv 8, 10"):
        found = digits(network)
        assert f"{found['test'].mean():.3f} to {found['right'].mean():.3f}" in prose


def test_the_prose_on_moves():
    prose = text("shift-comment")
    mean = rows("conv 16-32, mean, 10", "digits")
    for column in ("test", "right", "down"):
        assert f"{mean[column].mean():.3f}" in prose
        for network in ("dense 18-10", "conv 8, 10"):
            if column != "test":
                assert rows(network, "digits")[column].mean() < mean[column].mean() - 0.05
    conv, dense = (
        rows(network, "digits", trained_on="moved too") for network in ("conv 8, 10", "dense 18-10")
    )
    assert conv["test"].mean() > rows("conv 8, 10", "digits")["test"].mean()
    for column in ("right", "down"):
        assert f"{conv['test'].mean() - conv[column].mean():.3f}" in prose
    loss = rows("dense 18-10", "digits")["test"].mean() - dense["test"].mean()
    assert f"{loss:.3f}" in prose
    assert f"{conv['test'].mean():.3f}" in prose


# ---------------------------------------------------------------- the tables come out again


def test_every_run_is_stored():
    stored = list(
        zip(TABLE["network"], TABLE["method"], TABLE["trained_on"], TABLE["seed"], strict=True)
    )
    assert stored == [
        (one.network, one.method, "moved too" if one.moved else "as it is", seed)
        for one in settings()
        for seed in range(one.seeds)
    ]


@pytest.mark.parametrize(
    "setting",
    [
        Setting("digits", (4,), (10,), 0.005, 20, 1),
        Setting("digits", (), (18, 10), 0.005, 50, 1),
        Setting("digits", (16, 32), (10,), 0.01, 20, 1, average=True),
    ],
)
def test_a_run_comes_out_again(setting):
    """Up to the rounding of another machine, which may cost a few digits."""
    again, stored = run(setting, 1), rows(setting.network, "digits")
    for name in ("train", "test", "right", "down"):
        assert again[name] == pytest.approx(stored[name][1], abs=0.02)


def test_the_gradients_of_the_network_with_a_mean_train_it():
    parameters = train(Setting("digits", (16, 32), (10,), 0.01, 1, 1, average=True), 0)
    assert sum(entries.size for entries in parameters.values()) == 5130


def test_the_filters_move_along():
    X = pictures("digits")[0][:5]
    K, k = np.random.default_rng(0).normal(size=(3, 3, 1, 4)), np.ones((1, 1, 1, 4))
    Z, _ = SOLVED["conv_forward"](X, K, k, SAME_SIZE)
    moved, _ = SOLVED["conv_forward"](move(X, 0, 1), K, k, SAME_SIZE)
    assert np.allclose(moved[:, :, 1:7], Z[:, :, 0:6], atol=1e-12)
