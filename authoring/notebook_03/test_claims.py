"""What notebook 03 says of the flower, the moons and the circles is so."""

import functools
import inspect
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
from bs4 import BeautifulSoup

from authoring.masters import NOTEBOOKS, read, solutions
from dnn_tools.learning import plot_learning, plot_points, plot_units, slider
from dnn_tools.planar import circles, flower, moons
from dnn_utils import sigmoid

MASTER = next(NOTEBOOKS.glob("03-*/03-*.ipynb"))
SOLVED = solutions(MASTER)
CELLS = {cell.id: cell for cell in read(MASTER).cells}
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


def descent(parameters, steps=3001, points=flower):
    """Train from given parameters; return the costs before each step, and all parameters."""
    (X, Y), costs, path = points(), [], []
    for _ in range(steps):
        A2, cache = SOLVED["forward_propagation"](X, parameters)
        costs.append(SOLVED["compute_cost"](A2, Y))
        path.append(parameters)
        grads = SOLVED["backward_propagation"](parameters, cache, X, Y)
        parameters = SOLVED["update_parameters"](parameters, grads)
    return costs, path


@functools.cache
def watched():
    return descent(SOLVED["initialize_parameters"](2, 4, 1))


def start(n_h, seed, scale=0.01):
    """Starting values with another seed than that of the exercise, and another size."""
    random = np.random.RandomState(seed)
    W1, W2 = scale * random.randn(n_h, 2), scale * random.randn(1, n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((1, 1))}


def share(parameters, X, Y):
    return np.mean(SOLVED["predict"](parameters, X) == Y)


def test_one_neuron_is_at_chance_on_every_flower_and_its_weights_stay_near_zero():
    shares, weights = zip(*(one_neuron(*flower(seed=seed)) for seed in range(101)), strict=True)
    assert shares[1] == pytest.approx(0.52, abs=0.005)
    assert 0.475 < min(shares) < max(shares) < 0.535
    assert np.mean(shares) == pytest.approx(0.5, abs=0.01)
    assert np.max(np.abs(weights)) < 0.6


def test_the_colors_are_a_question_of_both_coordinates_and_of_neither_alone():
    X, Y = flower()
    assert np.mean((X[0] * X[1] < 0) == Y[0]) == pytest.approx(0.9, abs=0.005)
    for coordinate in X:
        assert 0.4 < np.mean((coordinate > 0) == Y[0]) < 0.6


# The ends of a training this long depend on rounding, so these are ranges.
@pytest.mark.parametrize(
    ("n_h", "low", "high"),
    [
        (1, 0.64, 0.69),
        (2, 0.8, 0.84),
        (3, 0.8, 0.92),
        (4, 0.88, 0.92),
        (5, 0.88, 0.92),
        (20, 0.88, 0.93),
    ],
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


def test_most_of_what_stays_wrong_is_near_the_center():
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


# ---------------------------------------------------------------- the worked example, the proofs


def test_a_line_that_cuts_off_a_petal_gets_two_points_in_three():
    X, Y = flower()
    shares = [
        np.mean((np.cos(angle) * X[0] + np.sin(angle) * X[1] > distance) == (Y[0] == color))
        for angle in np.pi * (0.25 + 0.5 * np.arange(4))
        for color in (0, 1)
        for distance in np.linspace(0.05, 0.6, 12)
    ]
    assert 0.64 < max(shares) < 0.75


def test_the_blame_of_the_worked_example_is_the_slope_of_its_loss():
    z1, w, a2 = np.arctanh(0.5), 2, 0.7
    rest = np.log(a2 / (1 - a2)) - w * 0.5
    parameters = {"W1": np.array([[0.4, 0.2]]), "W2": np.array([[float(w)]])}
    x, y = np.array([[1.0], [-2.0]]), np.array([[0]])
    parameters["b1"] = np.array([[z1 - (parameters["W1"] @ x).item()]])
    parameters["b2"] = np.array([[rest]])
    A2, cache = SOLVED["forward_propagation"](x, parameters)
    assert A2.item() == pytest.approx(0.7)
    assert cache["A1"].item() == pytest.approx(0.5)
    assert round(cache["Z1"].item(), 2) == 0.55
    assert round(cache["Z2"].item(), 2) == 0.85
    grads = SOLVED["backward_propagation"](parameters, cache, x, y)
    np.testing.assert_allclose(grads["dW1"], 1.05 * x.T)
    assert grads["db1"].item() == pytest.approx(1.05)
    assert grads["dW2"].item() == pytest.approx(0.35)
    assert grads["db2"].item() == pytest.approx(0.7)
    assert CELLS["blame-code"].outputs[0].text == "the loss rises by 0.00105\n"


def test_four_hidden_units_have_seventeen_parameters():
    assert sum(value.size for value in SOLVED["initialize_parameters"](2, 4, 1).values()) == 17


def test_slopes_of_the_two_curves():
    z = np.linspace(-4, 4, 801)
    tanh, a = 1 - np.tanh(z) ** 2, sigmoid(z)[0] * (1 - sigmoid(z)[0])
    np.testing.assert_allclose(np.gradient(np.tanh(z), z)[1:-1], tanh[1:-1], atol=1e-4)
    assert tanh.max() == pytest.approx(4 * a.max()) == 1
    assert tanh[np.abs(z) > 2].max() < 0.1


# ---------------------------------------------------------------- predict first


def test_product_of_the_weights_has_the_shape_of_one_neuron():
    parameters = SOLVED["initialize_parameters"](2, 4, 1)
    assert (parameters["W2"] @ parameters["W1"]).shape == one_neuron(*flower())[1].shape == (1, 2)


def test_zero_output_weights_stop_the_hidden_layer_for_one_step_only():
    X, Y = flower()
    parameters = SOLVED["initialize_parameters"](2, 4, 1)
    parameters |= {"W2": np.zeros((1, 4))}
    _, cache = SOLVED["forward_propagation"](X, parameters)
    grads = SOLVED["backward_propagation"](parameters, cache, X, Y)
    assert not np.any(grads["dW1"])
    assert not np.any(grads["db1"])
    assert np.all(grads["dW2"])
    _, path = descent(parameters, 4000)
    assert np.any(path[2]["W1"] != path[1]["W1"])
    assert share(path[-1], X, Y) == pytest.approx(0.9, abs=0.015)


def test_zeros_everywhere_never_move():
    zeros = {name: 0 * value for name, value in start(4, 0).items()}
    _, path = descent(zeros, 50)
    assert not np.any(path[-1]["W1"])
    assert not np.any(path[-1]["W2"])


def test_ten_times_the_output_weights_change_the_cost_and_no_answer():
    X, Y = flower()
    parameters = trained(4)
    louder = parameters | {name: 10 * parameters[name] for name in ("W2", "b2")}
    predict = SOLVED["predict"]
    np.testing.assert_array_equal(predict(louder, X), predict(parameters, X))
    costs = [
        SOLVED["compute_cost"](SOLVED["forward_propagation"](X, found)[0], Y)
        for found in (parameters, louder)
    ]
    assert costs[0] == pytest.approx(0.19, abs=0.005)
    assert costs[1] > 3 * costs[0]


# ---------------------------------------------------------------- watch it learn


def test_training_as_the_panels_show_it():
    X, Y = flower()
    costs, path = watched()
    for step, cost, right in (
        (0, 0.693, 0.48),
        (800, 0.689, 0.54),
        (900, 0.586, 0.66),
        (1000, 0.424, 0.81),
        (1100, 0.253, 0.87),
        (3000, 0.193, 0.90),
    ):
        assert costs[step] == pytest.approx(cost, abs=0.002)
        assert share(path[step], X, Y) == pytest.approx(right, abs=0.01)
    assert max(costs[:750]) - min(costs[:750]) < 0.001
    sizes = [np.abs(path[step]["W1"]).max() for step in (200, 300, 400, 500, 600, 700)]
    ratios = np.divide(sizes[1:], sizes[:-1])
    assert 1.35 < ratios.min() < ratios.max() < 1.75


def test_a_slow_start_is_the_price_of_small_weights_with_other_seeds_too():
    small = [np.argmax(np.array(descent(start(4, seed), 2500)[0]) < 0.6) for seed in range(5)]
    large = [np.argmax(np.array(descent(start(4, seed, 0.5), 500)[0]) < 0.6) for seed in range(5)]
    assert min(small) > 400
    assert 0 < max(large) < 300


def test_steps_swing_at_the_end():
    costs, _ = descent(trained(4), 10)
    ups = np.sign(np.diff(costs))
    assert set(ups[:-1] * ups[1:]) == {-1}


def test_three_units_end_somewhere_between_two_and_four():
    X, Y = flower()
    shares = [share(descent(start(3, seed), 5000)[1][-1], X, Y) for seed in range(8)]
    assert 0.81 < min(shares) < 0.83
    assert 0.875 < max(shares) < 0.89


def test_forty_points_are_overfitted():
    gaps = []
    for seed in (11, 12, 13, 14):
        X, Y = flower(m=40, seed=seed)
        found = SOLVED["nn_model"](X, Y, 20)
        gaps.append(share(found, X, Y) - share(found, NEW_X, NEW_Y))
    assert min(gaps) > 0.06
    assert 0.08 < np.mean(gaps) < 0.16


# ---------------------------------------------------------------- the plots


@pytest.fixture
def snapshots():
    _, path = watched()
    return {step: path[step] for step in (0, 800, 900, 1000, 1100, 3000)}


def test_panels_say_step_cost_and_share(snapshots):
    figure = plot_learning(
        snapshots, watched()[0], SOLVED["predict"], *flower(), steps=list(snapshots)
    )
    titles = [ax.get_title() for ax in figure.axes[1:]]
    assert titles[0] == "1: step 0, cost 0.69, 48% right"
    assert titles[3] == "4: step 1000, cost 0.42, 81% right"
    plt.close(figure)


def test_each_unit_gets_a_panel_with_its_weight():
    X, Y = flower()
    figure = plot_units(trained(4), SOLVED["forward_propagation"], X, Y)
    titles = [ax.get_title() for ax in figure.axes]
    assert len(titles) == 4
    assert titles[0] == f"unit 1, weight {trained(4)['W2'][0, 0]:+.0f}"
    plt.close(figure)
    figure = plt.figure()
    plot_points(X, Y, figure.subplots())
    assert len(figure.axes[0].collections) == 2
    plt.close(figure)


def test_slider_is_one_line_that_asks_nobody_and_is_the_same_each_time(snapshots):
    arguments = snapshots, watched()[0], SOLVED["predict"], *flower()
    page = slider(*arguments)
    assert page == slider(*arguments)
    assert "\n" not in page
    assert not re.search(r"https?:", page)
    soup = BeautifulSoup(page, "html.parser")
    frames = soup.select("g[data-says]")
    assert [frame["data-says"].split(":")[0] for frame in frames][1] == "step 800"
    assert soup.input["max"] == str(len(frames) - 1)
    assert [frame.get("style") for frame in frames] == [None] + 5 * ["display:none"]
    assert soup.output.text == frames[0]["data-says"] == "step 0: cost 0.69, 48% right"


def test_stored_slider_is_small_and_has_the_frames_of_the_cell():
    (output,) = CELLS["watch-slider"].outputs
    page = output.data["text/html"]
    assert page.count("<g data-says=") == 23
    assert len(page) < 200_000
