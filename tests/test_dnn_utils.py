"""The activation functions: their values, their edges, what they leave alone; and the points."""

import subprocess
import sys

import numpy as np
import pytest

from course.notebooks import ROOT
from dnn_utils import (
    circles,
    flower,
    moons,
    plot_decision_boundary,
    relu,
    relu_backward,
    sigmoid,
    sigmoid_backward,
)

Z = np.array([[-800.0, -36.8, -1.0, 0.0, 1.0, 36.8, 800.0]])


def test_the_sigmoid_is_the_formula_where_the_formula_can_be_computed():
    z = np.linspace(-30, 30, 603).reshape(3, -1)
    np.testing.assert_allclose(sigmoid(z)[0], 1 / (1 + np.exp(-z)), rtol=1e-12, strict=True)


def test_the_sigmoid_stays_strictly_between_0_and_1_without_a_warning():
    with np.errstate(all="raise", under="ignore"):
        A, cache = sigmoid(Z)
    assert cache is Z
    assert (A > 0).all()
    assert (A < 1).all()
    assert A[0, 0] == np.finfo(float).tiny
    assert A[0, -1] == 1 - np.finfo(float).eps / 2
    Y = np.ones_like(A)
    assert np.isfinite(Y / A - (1 - Y) / (1 - A)).all()


def test_relu_cuts_below_zero():
    A, cache = relu(Z)
    assert cache is Z
    np.testing.assert_array_equal(A, [[0, 0, 0, 0, 1, 36.8, 800]])


@pytest.mark.parametrize(
    ("forward", "backward"), [(sigmoid, sigmoid_backward), (relu, relu_backward)]
)
def test_the_backward_step_is_the_derivative(forward, backward):
    rng = np.random.default_rng(0)
    z, dA, step = rng.normal(size=(3, 5)), rng.normal(size=(3, 5)), 1e-6
    slope = (forward(z + step)[0] - forward(z - step)[0]) / (2 * step)
    np.testing.assert_allclose(backward(dA, z), dA * slope, rtol=1e-7, atol=1e-9)


def test_relu_backward_is_0_at_0_and_writes_nothing_into_its_argument():
    dA = np.ones((1, 7))
    np.testing.assert_array_equal(relu_backward(dA, Z), [[0, 0, 0, 0, 1, 1, 1]])
    np.testing.assert_array_equal(dA, np.ones((1, 7)))


@pytest.mark.parametrize("backward", [sigmoid_backward, relu_backward])
def test_what_does_not_belong_together_is_one_sentence(backward):
    with pytest.raises(ValueError, match=r"dA has shape \(3, 2\).*shape \(1, 2\)"):
        backward(np.ones((3, 2)), np.ones((1, 2)))
    with pytest.raises(ValueError, match="tuple of 2 items"):
        backward(np.ones((1, 2)), (("A", "W", "b"), np.ones((1, 2))))


POINTS = pytest.mark.parametrize("points", [flower, moons, circles])


@POINTS
@pytest.mark.parametrize("m", [1, 2, 400, 401])
def test_points_are_columns_and_half_of_them_have_each_label(points, m):
    X, Y = points(m)
    assert X.shape == (2, m)
    assert X.dtype == np.float64
    assert Y.shape == (1, m)
    assert Y.dtype.kind == "i"
    assert set(Y.ravel()) <= {0, 1}
    # On the flower the two points nearest to an edge between petals may fall on either side.
    assert abs(Y.sum() - m / 2) <= 2


@POINTS
def test_a_seed_gives_the_same_points_and_leaves_the_stream_of_numpy_alone(points):
    np.random.seed(0)
    before = np.random.get_state()[1].tolist()
    (one, _), (again, _), (other, _) = points(), points(400, 1), points(seed=2)
    np.testing.assert_array_equal(one, again)
    assert not np.any(one == other)
    assert np.random.get_state()[1].tolist() == before


def test_without_noise_the_points_lie_on_their_curves():
    X, Y = flower(noise=0)
    radius, angle = np.hypot(*X), np.arctan2(X[1], X[0])
    np.testing.assert_allclose(radius, np.abs(np.sin(2 * angle)))
    # The two coordinates of a petal have the same sign, or the other one.
    np.testing.assert_array_equal(Y[0] == 1, X[0] * X[1] < 0)
    X, Y = moons(noise=0)
    upper, lower = X[:, Y[0] == 0], X[:, Y[0] == 1]
    np.testing.assert_allclose(np.hypot(*upper), 1)
    np.testing.assert_allclose(np.hypot(lower[0] - 1, lower[1] - 0.5), 1)
    assert upper[1].min() >= 0
    assert lower[1].max() <= 0.5
    X, Y = circles(noise=0)
    np.testing.assert_allclose(np.hypot(*X), np.where(Y[0] == 1, 0.5, 1))


@POINTS
def test_points_in_any_order_of_the_labels(points):
    """So that the first columns of the points are a fair sample of them."""
    _, Y = points()
    assert 0.35 < Y[0, :100].mean() < 0.65


@pytest.mark.parametrize("kind", [bool, int, float])
def test_the_decision_boundary_is_drawn_behind_the_points(kind):
    from matplotlib.figure import Figure

    X, Y = circles(60)
    ax = Figure().subplots()
    plot_decision_boundary(
        lambda points: (np.hypot(*points) < 0.75).astype(kind)[None], X, Y, ax, "a circle"
    )
    assert ax.get_title() == "a circle"
    drawn = np.vstack([points.get_offsets() for points in ax.collections[-2:]])
    assert sorted(map(tuple, drawn)) == sorted(map(tuple, X.T))
    line = ax.collections[1].get_paths()[0].vertices
    np.testing.assert_allclose(np.hypot(*line.T), 0.75, atol=0.02)


def test_a_prediction_that_is_all_the_same_is_drawn_without_a_warning(recwarn):
    from matplotlib.figure import Figure

    X, Y = flower(20)
    plot_decision_boundary(lambda points: np.zeros((1, points.shape[1])), X, Y, Figure().subplots())
    assert not recwarn.list


def test_a_predict_that_answers_for_other_points_is_one_sentence():
    X, Y = flower(20)
    with pytest.raises(ValueError, match=r"shape \(1, 40000\) for 40000 points.*\(1, 20\)"):
        plot_decision_boundary(lambda points: Y, X, Y)


def test_numpy_is_all_that_the_module_needs():
    code = "import sys, dnn_utils; dnn_utils.flower(); print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr
