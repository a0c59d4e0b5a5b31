"""Notebook 07: what its prose claims, computed again."""

import re

import numpy as np
import pytest

from authoring.masters import master, read
from authoring.notebook_07 import measure
from authoring.notebook_07.measure import CIRCLES, DEPTHS, RESULTS, SCALES, relu, spread
from dnn_tools.files import load_table
from dnn_tools.planar import circles
from dnn_utils import load_data, sigmoid
from solved import notebook_04

CELLS = {cell.id: cell for cell in read(master("07")).cells}
SOLVED = measure.functions()
TABLE = load_table(RESULTS)


def rows(experiment, start, hidden=2, rate=0.1):
    """{name of a column: its entries} of the runs from a start."""
    mine = (TABLE["experiment"] == experiment) & (TABLE["start"] == start)
    mine &= (TABLE["hidden"] == hidden) & (TABLE["rate"] == rate)
    return {name: column[mine] for name, column in TABLE.items()}


def plain_sigmoid(z):
    return 1 / (1 + np.exp(-z))


def plain_cost(ZL, Y):
    A = plain_sigmoid(ZL)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def printed(cell):
    return CELLS[cell].outputs[0].text


# ---------------------------------------------------------------- the contract


def test_the_classic_numbers_come_out():
    random = SOLVED["initialize_parameters_random"]([3, 2, 1])
    assert random["W1"][0] == pytest.approx([17.88628473, 4.36509851, 0.96497468])
    he = SOLVED["initialize_parameters_he"]([2, 4, 1])
    assert he["W1"][0, 0] == pytest.approx(1.78862847)


def test_the_classic_case_of_he_does_not_test_layer_1():
    """Why the public case is another one: with two inputs the scale is 1."""
    he, random = SOLVED["initialize_parameters_he"], SOLVED["initialize_parameters_random"]
    assert np.allclose(he([2, 4, 1])["W1"], random([2, 4, 1])["W1"] / 10)
    assert not np.allclose(he([5, 4, 3])["W1"], random([5, 4, 3])["W1"] / 10)


def test_gradient_is_the_slope_of_the_cost():
    rng, epsilon = np.random.default_rng(0), 1e-6
    cost = SOLVED["compute_cost_from_logits"]
    for m in (1, 5, 8):
        ZL, Y = rng.normal(scale=3, size=(1, m)), rng.integers(0, 2, size=(1, m))
        slopes = [
            (cost(ZL + epsilon * step, Y) - cost(ZL - epsilon * step, Y)) / (2 * epsilon)
            for step in np.eye(m)[:, np.newaxis]
        ]
        dZL = SOLVED["sigmoid_cross_entropy_backward"](ZL, Y)
        assert np.allclose(m * np.array(slopes), dZL[0], atol=1e-8)


def test_passes_from_logits_agree_with_those_of_notebook_04():
    X, Y = circles(30, seed=1)
    parameters = SOLVED["initialize_parameters_he"]([2, 6, 4, 1])
    AL, caches = notebook_04.L_model_forward(X, parameters)
    ZL, own = SOLVED["L_model_forward_logits"](X, parameters)
    assert np.allclose(SOLVED["sigmoid_stable"](ZL), AL)
    assert SOLVED["compute_cost_from_logits"](ZL, Y) == pytest.approx(
        float(notebook_04.compute_cost(AL, Y))
    )
    expected = notebook_04.L_model_backward(AL, Y, caches)
    grads = SOLVED["L_model_backward_from"](SOLVED["sigmoid_cross_entropy_backward"](ZL, Y), own)
    for key, value in grads.items():
        assert np.allclose(value, expected[key], atol=1e-14), key


def test_log_softmax_of_two_classes_is_the_binary_cost():
    Z = np.array([[3.0, -800.0, 40.0]])
    two = SOLVED["log_softmax"](np.vstack([Z, 0 * Z]))
    for label, row in ((1, 0), (0, 1)):
        for k in range(3):
            cost = SOLVED["compute_cost_from_logits"](Z[:, [k]], np.array([[label]]))
            assert -two[row, k] == pytest.approx(cost, abs=1e-12)


# ---------------------------------------------------------------- sections 2 and 3


def test_first_question_nothing_moves_from_zero():
    X, Y = circles(300, seed=0)
    start = SOLVED["initialize_parameters_zeros"]([2, 10, 5, 1])
    end, costs = SOLVED["train_from_logits"](X, Y, start, 0.1, 50)
    assert costs[0] == costs[-1] == pytest.approx(np.log(2))
    assert all(np.abs(value).max() < 1e-15 for value in end.values())


def test_equal_weights_stay_equal():
    X, Y = circles(300, seed=0)
    start = SOLVED["initialize_parameters_zeros"]([2, 10, 5, 1])
    start = {key: value + 0.5 * (key[0] == "W") for key, value in start.items()}
    end, _ = SOLVED["train_from_logits"](X, Y, start, 0.1, 100)
    assert np.ptp(end["W1"], axis=0).max() < 1e-12
    assert np.abs(end["W1"] - 0.5).max() > 1e-3


def test_second_question_a_layer_halves_the_power():
    shrunk = 2 ** (-9 / 2)
    assert shrunk == pytest.approx(0.044, abs=5e-4)
    ratios = []
    for seed in range(10):
        outputs = spread(SCALES["1/sqrt(n)"], relu, seed)
        ratios.append(outputs[-1].std() / outputs[0].std())
    assert np.mean(ratios) == pytest.approx(0.044, rel=0.15)


def test_spread_after_ten_layers_is_what_the_prose_says():
    def last(name, activation=relu):
        return np.array([spread(SCALES[name], activation, s)[-1].std() for s in range(10)])

    assert last("0.01").mean() == pytest.approx(2e-12, rel=0.25)
    assert last("2/n").mean() == pytest.approx(2.5e-9, rel=0.02)
    for name, figures in (("1/sqrt(n)", (0.024, 0.015, 0.033)), ("He", (0.78, 0.48, 1.07))):
        found = last(name)
        assert (found.mean(), found.min(), found.max()) == pytest.approx(figures, rel=0.03)
    share = np.mean([np.mean(A == 0) for A in spread(SCALES["He"], relu, 0)])
    assert share == pytest.approx(0.5, abs=0.05)  # of what relu cuts off


def test_every_run_is_stored():
    counts = [
        rows("circles", start, 2, rate)["seed"].size
        for rate, _ in CIRCLES
        for start in ("zeros", "times 0.01", "times 10", "He")
    ]
    assert counts == [5] * 12
    for hidden, steps, seeds in DEPTHS:
        experiment = "depth" if steps == 600 else "six"
        assert rows(experiment, "He", hidden)["seed"].tolist() == list(range(seeds))
    assert np.isfinite(TABLE["cost"]).all()


def test_prose_on_the_circles_says_what_is_stored():
    text = CELLS["circles-small-print"].source
    large = rows("circles", "times 10")["test"]
    assert f"{large.min():.3f} with one seed, {large.max():.3f} with another" in text
    assert np.ptp(rows("circles", "He")["test"]) < 0.01
    assert rows("circles", "He")["test"].min() > 0.96
    assert np.sum(rows("circles", "times 0.01")["test"] > 0.5) == 4
    starts = "zeros", "times 0.01", "times 10", "He"
    means = [f"{rows('circles', start, 2, 0.01)['test'].mean():.3f}" for start in starts]
    assert "{}, {}, {} and {}".format(*means) in text


def test_five_steps_bring_the_large_start_down_and_kill_two_units():
    X, Y = circles(300, seed=0)
    start = SOLVED["initialize_parameters_random"]([2, 10, 5, 1])
    end, costs = SOLVED["train_from_logits"](X, Y, start, 0.1, 6)
    assert costs[0] > 1000
    assert costs[5] < 1
    _, caches = SOLVED["L_model_forward_logits"](X, end)
    assert np.sum(caches[1][1].max(axis=1) <= 0) == 2


def test_three_starts_do_not_overlap_at_ten_layers():
    tiny, root, he = (rows("depth", start, 10) for start in ("0.01", "1/sqrt(n)", "He"))
    assert he["cost"].max() + 0.3 < root["cost"].min()
    assert root["cost"].max() < tiny["cost"].min()
    assert tiny["train"] == pytest.approx(0.524)
    assert root["largest_dW1"].max() * 10 < he["largest_dW1"].max()
    assert tiny["largest_dW1"].max() < 1e-16
    five = rows("depth", "1/sqrt(n)", 5), rows("depth", "He", 5)
    assert 0 < five[0]["cost"].min() - five[1]["cost"].max() < 0.3
    twenty = rows("depth", "1/sqrt(n)", 20)
    assert twenty["cost"].min() > 0.691
    six = rows("six", "1/sqrt(n)", 6), rows("six", "He", 6)
    assert [np.sum(found["cost"] > 0.68) for found in six] == [4, 0]


@pytest.mark.parametrize("start", ["times 0.01", "He"])
def test_a_run_on_the_circles_comes_out_again(start):
    again, stored = measure.circles_run(start, 0.1, 3000, 0), rows("circles", start)
    assert float(again["test"]) == pytest.approx(stored["test"][0], abs=0.01)
    assert float(again["cost"]) == pytest.approx(stored["cost"][0], abs=1e-3)


def test_a_deep_run_comes_out_again():
    again = measure.depth_run("1/sqrt(n)", 10, 600, 0)
    assert float(again["cost"]) == pytest.approx(
        rows("depth", "1/sqrt(n)", 10)["cost"][0], abs=5e-3
    )


# ---------------------------------------------------------------- sections 4 and 5


@np.errstate(all="ignore")
def test_third_question_the_plain_sigmoid_is_rounded():
    assert -np.log(1 - plain_sigmoid(40.0)) == np.inf
    assert np.isnan(plain_cost(np.array([[40.0]]), np.array([[1]])))
    assert plain_sigmoid(36.7) < 1 == plain_sigmoid(36.8)
    assert 36.7 - -np.log(1 - plain_sigmoid(36.7)) == pytest.approx(0.66, abs=0.01)
    assert plain_sigmoid(-745.0) == 0 < plain_sigmoid(-709.0)
    assert np.exp(709.7) < np.inf == np.exp(709.8)


def test_loss_of_the_sigmoid_of_dnn_utils_stops():
    cost = notebook_04.compute_cost(sigmoid(np.array([[100.0]]))[0], np.array([[0]]))
    assert float(cost) == pytest.approx(36.7, abs=0.05)
    assert SOLVED["compute_cost_from_logits"](np.array([[100.0]]), np.array([[0]])) == 100


@np.errstate(all="ignore")
def test_raw_pixels_kill_the_plain_neuron_and_not_the_other():
    images, labels, _, _, _ = load_data()
    X, Y = images[:500].reshape(500, -1).T.astype(float), labels[:, :500]
    for rate, dead in ((0.01, 1), (0.1, 1), (0.001, 2), (0.0001, 2)):
        w, b = np.zeros((1, 128)), 0.0
        for step in range(dead + 1):
            A = plain_sigmoid(w @ X + b)
            cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
            assert np.isfinite(cost) == (step < dead)
            dZ = A - Y
            w, b = w - rate * dZ @ X.T / 500, b - rate * dZ.mean()
    start = SOLVED["initialize_parameters_zeros"]([128, 1])
    _, costs = SOLVED["train_from_logits"](X, Y, start, 0.01, 200)
    assert np.isfinite(costs).all()
    assert f"jumps to {costs[1]:.0f}" in CELLS["alive-comment"].source


@np.errstate(all="ignore")
def test_large_start_is_worse_than_it_looked():
    for number in range(5):
        X, Y = circles(300, seed=number)
        start = SOLVED["initialize_parameters_random"]([2, 10, 5, 1], 3 + number)
        ZL, _ = SOLVED["L_model_forward_logits"](X, start)
        assert not np.isfinite(plain_cost(ZL, Y))
        assert np.isfinite(SOLVED["compute_cost_from_logits"](ZL, Y))
    text = CELLS["alive-comment"].source
    (looked,) = re.findall(r"times 10: +cost (.*) before", printed("random-code"))
    (was,) = re.findall(r"cost in step 0: (\d+)$", printed("alive-code"), flags=re.MULTILINE)
    assert f"is {was}, not the {looked}" in text
    assert float(was) / float(looked) == pytest.approx(90, rel=0.05)
