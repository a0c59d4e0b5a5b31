"""What notebook 03 says of the flower, the moons and the circles is so."""

import functools
import inspect

import numpy as np
import pytest

from authoring.masters import NOTEBOOKS, solutions
from dnn_tools.planar import circles, flower, moons
from dnn_utils import sigmoid

SOLVED = solutions(next(NOTEBOOKS.glob("03-*/03-*.ipynb")))
NEW_X, NEW_Y = flower(m=2000, seed=2)


def one_neuron(X, Y):
    """The share that logistic regression gets right, as the notebook trains it, and its weights."""
    w, b = np.zeros((1, 2)), 0.0
    for _ in range(1000):
        A, _ = sigmoid(w @ X + b)
        dZ = (A - Y) / X.shape[1]
        w = w - 1.2 * dZ @ X.T
        b = b - 1.2 * np.sum(dZ)
    return np.mean((A > 0.5) == Y), w


@functools.cache
def trained(n_h, points=flower):
    return SOLVED["nn_model"](*points(), n_h)


def share(parameters, X, Y):
    return np.mean(SOLVED["predict"](parameters, X) == Y)


def test_one_neuron_is_at_chance_on_every_flower_and_its_weights_stay_near_zero():
    shares, weights = zip(*(one_neuron(*flower(seed=seed)) for seed in range(101)), strict=True)
    assert shares[1] == pytest.approx(0.52, abs=0.005)
    assert 0.475 < min(shares) < max(shares) < 0.535
    assert np.mean(shares) == pytest.approx(0.5, abs=0.01)
    assert np.max(np.abs(weights)) < 0.6


def test_the_colours_are_a_question_of_both_coordinates_and_of_neither_alone():
    X, Y = flower()
    assert np.mean((X[0] * X[1] < 0) == Y[0]) > 0.85
    for coordinate in X:
        assert 0.4 < np.mean((coordinate > 0) == Y[0]) < 0.6


# The ends of a training this long depend on rounding, so these are ranges.
@pytest.mark.parametrize(
    ("n_h", "low", "high"),
    [(1, 0.64, 0.69), (2, 0.8, 0.84), (4, 0.88, 0.92), (5, 0.88, 0.92), (20, 0.88, 0.93)],
)
def test_what_hidden_units_buy(n_h, low, high):
    old, new = share(trained(n_h), *flower()), share(trained(n_h), NEW_X, NEW_Y)
    assert low < old < high
    assert 0 < old - new < 0.045


def test_fifty_units_buy_no_more_than_four():
    for points in (flower(), (NEW_X, NEW_Y)):
        assert share(trained(50), *points) - share(trained(4), *points) < 0.025


def test_four_units_get_nine_tenths_of_other_flowers_too():
    shares = []
    for seed in (3, 4, 5):
        X, Y = flower(seed=seed)
        shares.append(share(SOLVED["nn_model"](X, Y, 4), X, Y))
    assert 0.87 < min(shares) < max(shares) < 0.94


def test_most_of_what_stays_wrong_is_near_the_centre():
    X, Y = flower()
    wrong = (SOLVED["predict"](trained(4), X) != Y)[0]
    assert np.mean(np.hypot(*X[:, wrong]) < 0.35) > 0.5
    assert np.mean(np.hypot(*X[:, ~wrong]) < 0.35) < 0.3


def test_three_lines_fence_the_circle_in_and_two_do_not():
    assert share(trained(3, circles), *circles()) >= 0.99
    assert 0.79 < share(trained(2, circles), *circles()) < 0.85
    assert share(trained(4, moons), *moons()) > 0.96


def test_hidden_units_that_start_alike_stay_alike():
    X, Y = flower()
    parameters = SOLVED["initialize_parameters"](2, 4, 1)
    parameters |= {"W1": np.full((4, 2), 0.01), "W2": np.full((1, 4), 0.01)}
    for _ in range(200):
        _, cache = SOLVED["forward_propagation"](X, parameters)
        grads = SOLVED["backward_propagation"](parameters, cache, X, Y)
        parameters = SOLVED["update_parameters"](parameters, grads)
    assert np.ptp(parameters["W1"], axis=0).max() < 1e-12
    assert np.any(np.abs(parameters["W1"] - 0.01) > 1e-3)


def test_the_gradients_are_the_slopes_of_the_cost():
    X, Y = flower(m=20)
    rng = np.random.default_rng(0)
    shapes = {"W1": (3, 2), "b1": (3, 1), "W2": (1, 3), "b2": (1, 1)}
    parameters = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    _, cache = SOLVED["forward_propagation"](X, parameters)
    grads = SOLVED["backward_propagation"](parameters, cache, X, Y)

    def cost(name, place, step):
        moved = {key: value.copy() for key, value in parameters.items()}
        moved[name][place] += step
        return SOLVED["compute_cost"](SOLVED["forward_propagation"](X, moved)[0], Y)

    for name, value in parameters.items():
        for place in np.ndindex(value.shape):
            slope = (cost(name, place, 1e-6) - cost(name, place, -1e-6)) / 2e-6
            assert grads[f"d{name}"][place] == pytest.approx(slope, rel=1e-6, abs=1e-9)


def test_the_defaults_are_those_of_the_prose():
    """The test of nn_model calls it with few iterations: 10,000 would take too long."""
    assert inspect.signature(SOLVED["nn_model"]).parameters["num_iterations"].default == 10000
    assert inspect.signature(SOLVED["update_parameters"]).parameters["learning_rate"].default == 1.2
