"""Notebook 08: what its prose claims, computed again."""

import re
from itertools import pairwise

import numpy as np
import pytest

from authoring.masters import master, read
from authoring.notebook_08 import measure
from authoring.notebook_08.measure import DATA, MOONS_LAMBD, RESULTS, Setting
from dnn_tools.files import load_table
from dnn_tools.planar import moons
from solved.notebook_07 import initialize_parameters_he

CELLS = {cell.id: cell for cell in read(master("08")).cells}
SOLVED = measure.functions()
TABLE = load_table(RESULTS)
LIES = "wrong labels", 300
EPSILON = 1e-6


def runs(column, data="moons", m=60, method="plain", lambd=0.0, keep_prob=1.0):
    """The entries of a column for one setting, in the order of the seeds."""
    rows = (TABLE["data"] == data) & (TABLE["m"] == m) & (TABLE["method"] == method)
    return TABLE[column][rows & (TABLE["lambd"] == lambd) & (TABLE["keep_prob"] == keep_prob)]


def gains(data="moons", m=60, **setting):
    """Return the gain of a setting on the test set, one number per seed."""
    return runs("test", data, m, **setting) - runs("test", data, m)


def chosen(data, m, name, values):
    """Per seed the value with the lowest validation cost, and what it gains on the test set."""
    costs = np.array([runs("validation_cost", data, m, **{name: value}) for value in values])
    places = costs.argmin(axis=0)
    tests = np.array([runs("test", data, m, **{name: value}) for value in values])
    taken = tests[places, np.arange(places.size)]
    return [values[place] for place in places], taken, taken - runs("test", data, m)


def network(seed=0, widths=(4, 5, 3), m=6):
    """X, Y and parameters of three layers, with biases that are not 0."""
    random = np.random.RandomState(seed)
    parameters = initialize_parameters_he([*widths, 1], seed)
    parameters |= {
        key: value + 0.3 * random.randn(*value.shape) for key, value in parameters.items()
    }
    return random.randn(widths[0], m), random.randint(0, 2, size=(1, m)), parameters


def slopes(cost, parameters):
    """The measured slopes of a cost with respect to every parameter."""
    found = {}
    for key, value in parameters.items():
        found["d" + key] = np.zeros(value.shape)
        for index in np.ndindex(value.shape):
            costs = []
            for sign in (1, -1):
                nudged = {name: entries.copy() for name, entries in parameters.items()}
                nudged[key][index] += sign * EPSILON
                costs.append(cost(nudged))
            found["d" + key][index] = (costs[0] - costs[1]) / (2 * EPSILON)
    return found


# ---------------------------------------------------------------- the contract


@pytest.mark.parametrize("lambd", [0.0, 0.7, 5.0])
def test_gradients_are_the_slopes_of_the_cost_with_its_penalty(lambd):
    X, Y, parameters = network()

    def cost(nudged):
        A3, _ = SOLVED["forward_propagation"](X, nudged)
        return SOLVED["compute_cost_with_regularization"](A3, Y, nudged, lambd)

    _, cache = SOLVED["forward_propagation"](X, parameters)
    grads = SOLVED["backward_propagation_with_regularization"](X, Y, cache, lambd)
    for key, slope in slopes(cost, parameters).items():
        assert grads[key] == pytest.approx(slope, abs=1e-7), key


@pytest.mark.parametrize(("keep_prob", "seed"), [(0.8, 1), (0.5, 4), (1.0, 2)])
def test_gradients_are_the_slopes_of_the_cost_with_the_same_masks(keep_prob, seed):
    X, Y, parameters = network(3)
    forward = SOLVED["forward_propagation_with_dropout"]
    _, cache = forward(X, parameters, keep_prob, seed)
    grads = SOLVED["backward_propagation_with_dropout"](X, Y, cache, keep_prob)

    def cost(nudged):
        return SOLVED["compute_cost"](forward(X, nudged, keep_prob, seed)[0], Y)

    for key, slope in slopes(cost, parameters).items():
        assert grads[key] == pytest.approx(slope, abs=1e-7), key


def test_classic_number_comes_out():
    case = measure.solutions(master("08"))["compute_cost_with_regularization_test_case"]()
    cost = SOLVED["compute_cost_with_regularization"](*case)
    assert cost == pytest.approx(1.78648594516, abs=1e-11)


def test_dropout_is_right_on_average():
    X, _, parameters = network(1)
    forward = SOLVED["forward_propagation_with_dropout"]
    outputs = [forward(X, parameters, 0.6, seed)[1][2] for seed in range(4000)]
    assert np.mean(outputs, axis=0) == pytest.approx(
        SOLVED["forward_propagation"](X, parameters)[1][1], abs=0.15
    )


def test_without_dropout_both_passes_agree():
    X, Y, parameters = network(2)
    A3, cache = SOLVED["forward_propagation"](X, parameters)
    dropped, memory = SOLVED["forward_propagation_with_dropout"](X, parameters, 1.0, 5)
    assert (dropped == A3).all()
    grads = SOLVED["backward_propagation_with_dropout"](X, Y, memory, 1.0)
    plain = SOLVED["backward_propagation_with_regularization"](X, Y, cache, 0.0)
    for key, value in plain.items():
        assert np.allclose(grads[key], value, atol=1e-15), key


# ---------------------------------------------------------------- the moons


def test_best_possible_rule_has_the_share_that_the_plots_draw():
    namespace = {"np": np}
    source = CELLS["heart-plot"].source
    exec(source[: source.index("def t_rule")], namespace)
    shares = []
    for seed in range(10):
        X, Y = moons(5000, seed=1000 + seed, noise=0.3)
        shares.append(np.mean(namespace["t_best_rule"](X) == Y))
    assert np.mean(shares) == pytest.approx(0.913, abs=5e-4)


def test_every_run_is_stored():
    for setting in measure.settings():
        stored = runs(
            "seed", setting.data, setting.m, setting.method, setting.lambd, setting.keep_prob
        )
        assert stored.tolist() == list(range(setting.seeds)), setting
    assert np.isfinite(TABLE["test_cost"]).all()


def test_network_without_penalty_learns_by_heart():
    assert runs("train").mean() == pytest.approx(0.980, abs=5e-4)
    assert runs("test").mean() == pytest.approx(0.8655, abs=5e-4)
    assert f"without penalty at {runs('test').mean():.3f}" in CELLS["ten-comment"].source
    assert f"against {runs('test').mean():.3f} at the end" in CELLS["early-comment"].source
    assert "98 % of its training points right and 87 % of the others" in CELLS["title"].source
    costs = runs("test_cost")
    shown = f"{costs.mean():.2f} ({costs.min():.2f} to {costs.max():.2f})"
    assert shown in CELLS["ten-comment"].source
    assert f"the mean cost is {costs.mean():.2f}" in CELLS["heart-comment"].source
    assert sum(value.size for value in initialize_parameters_he([2, 50, 20, 1]).values()) == 1191


def test_first_question_an_enormous_price_leaves_the_bias():
    """With a step that shrinks every weight to 0."""
    X, Y = moons(60, seed=0, noise=0.3)
    parameters = initialize_parameters_he([2, 50, 20, 1], 0)
    for _ in range(200):
        _, cache = SOLVED["forward_propagation"](X, parameters)
        grads = SOLVED["backward_propagation_with_regularization"](X, Y, cache, 1e6)
        parameters = measure.update_parameters(parameters, grads, 60 / 1e6)
    A3, _ = SOLVED["forward_propagation"](X, parameters)
    assert np.abs(parameters["W1"]).max() < 1e-3
    assert pytest.approx(0.5, abs=1e-3) == A3
    assert SOLVED["compute_cost"](A3, Y) == pytest.approx(np.log(2), abs=1e-4)


def test_second_question_a_step_shrinks_a_weight_by_little():
    factor = 1 - 0.3 * 0.3 / 60
    assert factor == pytest.approx(0.9985, abs=1e-9)
    assert factor**2000 == pytest.approx(0.05, abs=5e-4)


def test_strength_is_chosen_without_the_test_points():
    taken, shares, gain = chosen("moons", 60, "lambd", list(MOONS_LAMBD))
    printed = CELLS["ten-code"].outputs[0].text
    assert f"chosen: {' '.join(map(str, taken))}\n" in printed
    assert np.sum(gain > 0) == 9
    assert f"gets {shares.mean():.3f}, which is almost four tenths" in CELLS["ten-comment"].source
    assert gain.mean() / (0.913 - runs("test").mean()) == pytest.approx(0.38, abs=0.015)
    assert np.sum(gains(lambd=0.3) > 0) == 10
    assert gains(lambd=0.3).mean() == pytest.approx(0.0215, abs=5e-4)
    costs = runs("test_cost", lambd=0.3)
    shown = f"{costs.mean():.2f} ({costs.min():.2f} to {costs.max():.2f})"
    assert f"to {shown}" in CELLS["ten-comment"].source


def test_costs_form_a_valley_and_the_training_cost_only_rises():
    train = [runs("train_cost", lambd=lambd).mean() for lambd in MOONS_LAMBD]
    assert all(before < after for before, after in pairwise(train))
    test = [runs("test_cost", lambd=lambd).mean() for lambd in MOONS_LAMBD]
    lowest = int(np.argmin(test))
    assert 0 < lowest < len(test) - 1
    assert sorted(test[: lowest + 1], reverse=True) + sorted(test[lowest + 1 :]) == test


def test_third_question_the_same_masks_are_worse_than_none():
    gain = gains(method="same masks", keep_prob=0.6)
    assert gain.mean() == pytest.approx(-0.027, abs=5e-4)
    assert np.sum(gain < 0) == 8
    # Each example's own network has learned it by heart, and all units together have not.
    setting = Setting("moons", 60, "same masks", keep_prob=0.6)
    data = DATA["moons"](60, 0)
    parameters, _ = measure.train(setting, data, 0)
    own, _ = measure.judge(data.X, data.Y, parameters, 0.6, 1)
    together, _ = measure.judge(data.X, data.Y, parameters)
    assert own == 1
    assert f"gets {together:.2f} with all units" in CELLS["masks-comment"].source


def test_prose_on_dropout_says_what_is_stored():
    text = CELLS["masks-comment"].source
    shown = [f"{gains(keep_prob=keep_prob).mean():.3f}" for keep_prob in (0.9, 0.8, 0.6, 0.4)]
    assert "gain {}, {}, {} and {} on average".format(*shown) in text
    _, _, gain = chosen("moons", 60, "keep_prob", [1, 0.9, 0.8, 0.6, 0.4])
    assert f"chosen by the validation cost, {gain.mean():.3f}" in text
    both = runs("test", lambd=0.1, keep_prob=0.6).mean()
    assert f"gives {both:.3f}" in text
    alone = runs("test", lambd=0.1).mean(), runs("test", keep_prob=0.6).mean()
    assert max(alone) < both < runs("test", lambd=0.3).mean()
    left_on, off = runs("test", method="left on", keep_prob=0.6), runs("test", keep_prob=0.6)
    assert f"{left_on.mean():.3f} in place of {off.mean():.3f}" in text
    assert (left_on < off).all()


def test_prose_on_early_stopping_says_what_is_stored():
    text = CELLS["early-comment"].source
    steps = [f"{step:.0f}" for step in runs("steps", method="early")]
    assert f"{', '.join(steps[:-1])} and {steps[-1]}" in text
    assert f"It gets {runs('test', method='early').mean():.3f}" in text
    assert np.sum(gains(method="early") > 0) == 4
    costs = runs("test_cost").mean(), runs("test_cost", method="early").mean()
    assert "from {:.2f} to {:.2f}".format(*costs) in text
    back = int(runs("steps", method="early")[0])
    assert f"stops at step {back + 400}, " in CELLS["early-code"].outputs[0].text
    assert f"goes back to step {back}\n" in CELLS["early-code"].outputs[0].text


# ---------------------------------------------------------------- the lies


def test_prose_on_the_lies_says_what_is_stored():
    text = CELLS["lies-comment"].source
    believed = {lambd: runs("believed", *LIES, lambd=lambd) for lambd in (0, 1, 3, 10, 40)}
    assert f"{believed[0].mean():.3f} of them over ten seeds" in text
    assert f"{100 * believed[1].mean():.0f} % and {100 * believed[3].mean():.0f} %" in text
    assert f"fewer than one lie in five ({believed[10].mean():.3f} over" in text
    assert f"{runs('test', *LIES).mean():.3f} right" in text
    right = runs("test", "right labels", 300).mean()
    assert f"right labels gets {right:.3f}" in text
    assert f"and gets {runs('test', *LIES, lambd=10).mean():.3f}" in text
    gain = gains(*LIES, lambd=10)
    assert np.sum(gain > 0) == 10
    assert f"by {gain.mean():.3f} on average" in text
    assert f"training set, {runs('train', *LIES, lambd=10).mean():.3f}," in text
    assert runs("test", *LIES, lambd=40).mean() == pytest.approx(0.5, abs=5e-3)
    gain = gains(*LIES, keep_prob=0.3)
    assert f"gets {runs('test', *LIES, keep_prob=0.3).mean():.3f}" in text
    assert np.sum(gain > 0) == 10
    assert runs("believed", *LIES, keep_prob=0.3).mean() == pytest.approx(0.54, abs=0.02)
    taken, shares, gain = chosen(*LIES, "lambd", list(measure.DIGITS_LAMBD))
    assert (taken.count(10), taken.count(15), np.sum(gain > 0)) == (9, 1, 10)
    assert f"the network gets {shares.mean():.3f}" in text


def test_drawn_lies_are_those_of_the_measurement():
    """The cell draws the labels itself, so that the reader sees it done."""
    data = DATA["wrong labels"](300, 0)
    random = np.random.RandomState(0)
    random.permutation(1297)
    assert (random.permutation(300)[:45] == data.flipped).all()
    assert data.flipped.size == 45
    X, Y, *_ = measure._files("digits")
    assert len(Y[0]) == 1297


# ---------------------------------------------------------------- more examples


def test_prose_on_more_examples_says_what_is_stored():
    text = CELLS["more-comment"].source
    pair = runs("test", m=120).mean(), runs("test", lambd=0.3).mean()
    assert "{:.3f} and {:.3f}".format(*pair) in text
    ends = runs("test", m=960).mean(), runs("test", m=960, lambd=0.3).mean()
    assert "at {:.3f} and {:.3f} with 960 points".format(*ends) in text
    for m in (480, 960):
        assert gains(m=m, lambd=0.3).mean() < 0.003
    digits = "digits", 150
    shown = [f"{runs('test', *digits, lambd=lambd).mean():.3f}" for lambd in (0, 0.3, 1)]
    assert "{} without, {} with $\\lambda = 0.3$, {} with 1".format(*shown) in text
    dropped = sorted(runs("test", *digits, keep_prob=keep).mean() for keep in (0.5, 0.8))
    assert "{:.3f} to {:.3f} with dropout".format(*dropped) in text
    shown = [f"{runs('test', 'pairs', 500, lambd=lambd).mean():.3f}" for lambd in (0, 1)]
    assert "{} without, {} with $\\lambda = 1$".format(*shown) in text
    costs = [
        f"{runs('test_cost', *data, lambd=lambd).mean():.2f}"
        for data in (digits, ("pairs", 500))
        for lambd in (0, 1)
    ]
    assert "from {} to {} and from {} to {}".format(*costs) in text


@pytest.mark.parametrize(
    "setting",
    [
        Setting("moons", 60, lambd=0.3),
        Setting("moons", 60, keep_prob=0.6),
        Setting(*LIES, lambd=10),
    ],
    ids=lambda setting: f"{setting.data} {setting.lambd} {setting.keep_prob}",
)
def test_a_run_comes_out_again(setting):
    again = measure.run(setting, 0)
    stored = runs("test", setting.data, setting.m, lambd=setting.lambd, keep_prob=setting.keep_prob)
    assert float(again["test"]) == pytest.approx(stored[0], abs=0.01)


def test_figures_of_the_pictures_are_those_of_the_exercise():
    """Figure 3 says that a patience of 3 goes back to index 3."""
    costs = [0.8, 0.62, 0.68, 0.5, 0.56, 0.6, 0.53, 0.4]
    assert SOLVED["early_stopping"](costs, 3) == 3
    assert re.search(r"index 3 is the answer", CELLS["early"].source)
