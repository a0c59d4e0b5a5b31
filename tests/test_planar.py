"""The points in the plane, and the picture of what a network makes of them."""

import numpy as np
import pytest

from dnn_tools.planar import circles, flower, moons, plot_decision_boundary

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
