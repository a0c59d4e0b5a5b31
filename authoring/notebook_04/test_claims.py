"""Notebook 04: it prints what its contract promises, and what its prose claims is so."""

import functools
import json
import re
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure

from authoring.masters import master, read, solutions
from authoring.notebook_04.figures import small_network, small_round
from dnn_tools.planar import flower
from dnn_tools.random_network import random_network
from dnn_utils import relu_backward, sigmoid, sigmoid_backward

MASTER = master("04")
NAMED = "W1", "b1", "W2", "b2"


@functools.cache
def cells():
    return {cell.id: cell for cell in read(MASTER).cells}


@functools.cache
def solved():
    return solutions(MASTER)


def printed(cell):
    return "".join(output.get("text", "") for output in cells()[cell].outputs)


def forward(X, parameters):
    return solved()["L_model_forward"](X, parameters)


def gradients(X, Y, parameters):
    AL, caches = forward(X, parameters)
    return solved()["L_model_backward"](AL, Y, caches)


def test_every_line_of_the_contract_is_printed():
    contract = json.loads((Path(__file__).parent / "printed.json").read_text(encoding="utf-8"))
    for function, lines in contract.items():
        output = printed(f"{function}_test").split("\n")
        assert [line for line in lines if line not in output] == []
        assert " All tests passed." in output


def test_equations_are_numbered_from_1_to_17():
    text = "\n".join(cell.source for cell in cells().values())
    assert list(map(int, re.findall(r"\\tag\{(\d+)\}", text))) == list(range(1, 18))


# ---------------------------------------------------------------- the small network


def small():
    """X, Y and the parameters of the small network, from the numbers of its picture."""
    number = {name: np.array(values) for name, values in small_round().items()}
    shapes = {"W1": (2, 2), "b1": (2, 1), "W2": (1, 2), "b2": (1, 1)}
    parameters = {name: number[name].reshape(shape) for name, shape in shapes.items()}
    return number["X"].reshape(2, 1), number["y"].reshape(1, 1), parameters


def test_the_picture_of_the_small_network_shows_what_the_functions_compute():
    number, (X, Y, parameters) = small_round(), small()
    AL, caches = forward(X, parameters)
    grads = gradients(X, Y, parameters)
    ((_, _, _), Z1), ((A1, _, _), Z2) = caches
    dA2 = -(Y / AL - (1 - Y) / (1 - AL))
    dZ2 = sigmoid_backward(dA2, Z2)
    computed = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": AL, "dA2": dA2, "dZ2": dZ2}
    computed |= {"dZ1": relu_backward(grads["dA1"], Z1), "loss": -np.log(AL)}
    computed |= {name: grads[name] for name in ("dW1", "db1", "dA0", "dW2", "db2", "dA1")}
    for name, values in computed.items():
        np.testing.assert_allclose(number[name], np.ravel(values), atol=1e-15)
    assert sum(array.size for array in parameters.values()) == 9


def test_the_small_network_has_the_numbers_of_the_text():
    number = small_round()
    expected = {
        "Z1": [2, -1],
        "A1": [2, 0],
        "Z2": [0],
        "A2": [0.5],
        "loss": [np.log(2)],
        "dA2": [-2],
        "dZ2": [-0.5],
        "dW2": [-1, 0],
        "db2": [-0.5],
        "dA1": [-0.25, -0.5],
        "dZ1": [-0.25, 0],
        "dW1": [-0.25, -0.5, 0, 0],
        "db1": [-0.25, 0],
        "dA0": [-0.25, -0.125],
    }
    for name, values in expected.items():
        np.testing.assert_allclose(number[name], values, atol=1e-15)
    # The cell of the numbers and the one with the learner's functions print the same.
    for cell in ("small-network-code", "two-calls"):
        for name in ("dA1", "dA0", "dW2"):
            values = re.search(rf"{name} = \[\[(.*?)\]\]", printed(cell))[1]
            np.testing.assert_array_equal(np.fromstring(values, sep=" "), number[name])
        values = re.search(r"dW1 = (\[\[.*?\]\])", printed(cell))[1]
        np.testing.assert_array_equal(np.ravel(json.loads(values)), number["dW1"])


def test_the_alt_text_of_the_small_network_says_every_number_of_the_picture():
    figure = small_network()
    assert isinstance(figure, Figure)
    shown = " ".join(text.get_text() for text in figure.axes[0].texts)
    alt = re.search(r"!\[([^\]]*)\]", cells()["small-network"].source)[1]
    numbers = re.compile(r"(?<![\w.])\N{MINUS SIGN}?\d+(?:\.\d+)?")
    assert set(numbers.findall(shown)) == set(numbers.findall(alt))


def test_one_step_of_the_small_network_lowers_the_loss_as_its_slopes_predict():
    X, Y, parameters = small()
    grads = gradients(X, Y, parameters)
    before = -np.log(forward(X, parameters)[0]).item()
    moved = solved()["update_parameters"](parameters, grads, 0.1)
    after = -np.log(forward(X, moved)[0]).item()
    predicted = 0.1 * sum(np.sum(grads["d" + name] ** 2) for name in NAMED)
    assert f"{before:.3f} {after:.3f} {predicted:.4f}" == "0.693 0.538 0.1625"
    said = f"0.538\nthe slopes predict a drop of 0.1625; it is {before - after:.4f}"
    assert said in printed("small-network-code")
    # Each gradient is the slope that is measured, in the small network and its inputs.
    for name, array in [*parameters.items(), ("X", X)]:
        slopes = np.zeros_like(array)
        for where in np.ndindex(array.shape):
            costs = []
            for step in (1e-6, -1e-6):
                changed = array.copy()
                changed[where] += step
                net = parameters | {name: changed}
                AL, _ = forward(net.pop("X", X), net)
                costs.append(-np.log(AL).item())
            slopes[where] = (costs[0] - costs[1]) / 2e-6
        key = "dA0" if name == "X" else f"d{name}"
        np.testing.assert_allclose(slopes, grads[key], atol=1e-8)


# ---------------------------------------------------------------- what the questions answer


def test_most_parameters_of_the_network_for_two_digits_are_in_layer_1():
    layer_dims = [128, 20, 7, 5, 1]
    parameters = solved()["initialize_parameters_deep"](layer_dims)
    counts = [parameters[f"W{i}"].size + parameters[f"b{i}"].size for i in range(1, 5)]
    assert counts == [2580, 147, 40, 6]
    assert sum(counts) == 2773
    assert 2 * sum(counts) == 5546
    assert f"{counts[0] / sum(counts):.0%}" == "93%"


def test_the_gradients_of_many_examples_are_the_means_of_those_of_one():
    rng = np.random.default_rng(0)
    dZ, A, W, b = (rng.normal(size=size) for size in ((3, 5), (4, 5), (3, 4), (3, 1)))
    backward = solved()["linear_backward"]
    dA_prev, dW, db = backward(dZ, (A, W, b))
    single = [backward(dZ[:, [j]], (A[:, [j]], W, b)) for j in range(5)]
    for j, (_, table, column) in enumerate(single):
        np.testing.assert_allclose(table, np.outer(dZ[:, j], A[:, j]))
        np.testing.assert_array_equal(column, dZ[:, [j]])
    np.testing.assert_allclose(np.mean([table for _, table, _ in single], axis=0), dW)
    np.testing.assert_allclose(np.mean([column for *_, column in single], axis=0), db)
    np.testing.assert_allclose(np.hstack([one for one, *_ in single]), dA_prev)


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_zero_weights_in_the_last_layer_stop_the_first_backward_pass_and_not_the_second(depth):
    parameters, X, Y = random_network([3, *[4] * (depth - 1), 1], m=6, seed=1)
    parameters[f"W{depth}"] = 0 * parameters[f"W{depth}"]
    for step in range(2):
        grads = gradients(X, Y, parameters)
        for layer in range(1, depth):
            assert np.any(grads[f"dW{layer}"]) == np.any(grads[f"db{layer}"]) == (step == 1)
        assert np.any(grads[f"dW{depth}"])
        parameters = solved()["update_parameters"](parameters, grads, 0.1)


def test_with_all_parameters_zero_only_the_last_bias_moves():
    parameters, X, _ = random_network([3, 4, 2, 1], m=6, seed=1)
    Y = np.array([[1.0, 1, 1, 1, 0, 0]])
    parameters = {name: 0 * array for name, array in parameters.items()}
    for _ in range(5):
        grads = gradients(X, Y, parameters)
        assert {name for name in parameters if np.any(grads["d" + name])} == {"b3"}
        parameters = solved()["update_parameters"](parameters, grads, 0.1)


# ---------------------------------------------------------------- what the prose claims


def test_units_that_start_as_twins_stay_twins():
    parameters, X, Y = random_network([3, 4, 1], m=8, seed=2)
    parameters["W1"][1], parameters["b1"][1] = parameters["W1"][0], parameters["b1"][0]
    parameters["W2"][0, 1] = parameters["W2"][0, 0]
    for _ in range(50):
        parameters = solved()["update_parameters"](
            parameters, gradients(X, Y, parameters), learning_rate=0.1
        )
    np.testing.assert_allclose(parameters["W1"][0], parameters["W1"][1], rtol=1e-12)
    assert not np.allclose(parameters["W1"][0], parameters["W1"][2])


def test_a_flat_bias_is_added_as_a_row():
    table = np.zeros((3, 3)) + np.array([1, 2, 3])
    assert np.array_equal(table, [[1, 2, 3]] * 3)
    with pytest.raises(ValueError, match="broadcast"):
        np.zeros((3, 4)) + np.array([1, 2, 3])


def test_two_linear_layers_are_one():
    rng = np.random.default_rng(0)
    W1, b1, W2, b2, X = (rng.normal(size=s) for s in ((4, 3), (4, 1), (2, 4), (2, 1), (3, 5)))
    both = W2 @ (W1 @ X + b1) + b2
    np.testing.assert_allclose(both, (W2 @ W1) @ X + (W2 @ b1 + b2))


def test_the_slope_of_the_sigmoid_is_at_most_a_quarter_and_fades():
    A, _ = sigmoid(np.linspace(-20, 20, 4001))
    assert np.max(A * (1 - A)) == 0.25
    assert (A * (1 - A))[-1] < 1e-8


def test_on_real_networks_clipping_and_the_shortcut_change_nothing():
    for factor in (1, 30):  # with 30 the sigmoid reaches its last step below 1
        parameters, X, Y = random_network([3, 4, 2, 1], m=40, seed=3)
        parameters = {name: factor * array for name, array in parameters.items()}
        AL, caches = forward(X, parameters)
        backward = solved()["L_model_backward"]
        grads = backward(AL, Y, caches)
        clipped = backward(np.clip(AL, np.finfo(float).tiny, 1 - 1e-16), Y, caches)
        linear_cache, _ = caches[-1]
        shortcut = solved()["linear_backward"](AL - Y, linear_cache)
        for name in grads:
            np.testing.assert_allclose(clipped[name], grads[name], rtol=1e-9)
        np.testing.assert_allclose(grads["dA2"], shortcut[0], rtol=1e-9, atol=1e-9 * factor)
        np.testing.assert_allclose(grads["dW3"], shortcut[1], rtol=1e-9)


def test_docstrings_give_dZ_and_dA_to_the_losses_and_dW_and_db_to_the_cost():
    texts = [cells()[name].source for name in ("linear_backward", "linear_activation_backward")]
    texts += [sigmoid_backward.__doc__, relu_backward.__doc__]
    for text in texts:
        for line in re.sub(r"\s+", " ", text).split(" with respect to ")[:-1]:
            assert line.endswith(("each example's loss", "of the cost", "the same"))
        assert "of the cost with respect to Z" not in re.sub(r"\s+", " ", text)
        assert "of the cost with respect to A" not in re.sub(r"\s+", " ", text)


# ---------------------------------------------------------------- the flower


def trained(layer_dims, seed=None, scaled=True, steps=3000):
    """The parameters after training on the flower as in the notebook, and the cost before."""
    X, Y = flower()
    parameters = solved()["initialize_parameters_deep"](layer_dims)
    if seed is not None:
        rng = np.random.RandomState(seed)
        for name in parameters:
            if name[0] == "W":
                parameters[name] = rng.randn(*parameters[name].shape) * 0.01
    for layer, inputs in enumerate(layer_dims[:-1], start=1):
        parameters[f"W{layer}"] *= 100 / np.sqrt(inputs) if scaled else 1
    first = cost(X, Y, parameters)
    for _ in range(steps):
        parameters = solved()["update_parameters"](parameters, gradients(X, Y, parameters), 0.3)
    return parameters, first


def cost(X, Y, parameters):
    return float(solved()["compute_cost"](forward(X, parameters)[0], Y))


def right(X, Y, parameters):
    return float(np.mean((forward(X, parameters)[0] > 0.5) == Y))


@pytest.mark.parametrize("seed", range(10))
def test_three_layers_get_the_flower_from_any_start_and_one_neuron_never(seed):
    X, Y = flower()
    deep, _ = trained([2, 20, 7, 1], seed)
    neuron, _ = trained([2, 1], seed, steps=1000)
    assert f"{right(X, Y, deep):.0%}" in ("90%", "91%")
    assert f"{right(X, Y, neuron):.0%}" == "52%"


def test_the_training_of_the_notebook_is_what_its_cell_prints():
    X, Y = flower()
    costs = re.findall(r"cost (\d\.\d\d)", printed("training"))
    assert " ".join(costs) == "0.75 0.69 0.69 0.69 0.69 0.24 0.19 0.18"
    deep, first = trained([2, 20, 7, 1])
    assert first == pytest.approx(np.log(2), abs=0.01)
    assert f"{right(X, Y, deep):.0%} {cost(X, Y, deep):.2f}" == "91% 0.18"
    neuron, _ = trained([2, 1])
    assert f"{cost(X, Y, neuron):.3f}" == f"{np.log(2):.3f}"
    rule = (X[:1] * X[1:] < 0) == Y
    assert f"{np.mean(rule):.0%}" == "90%"


def test_one_hidden_layer_of_20_is_enough_for_the_flower():
    X, Y = flower()
    for layer_dims in ([2, 20, 1], [2, 20, 20, 20, 1]):
        for seed in range(3):
            found = right(X, Y, trained(layer_dims, seed, steps=1500)[0])
            assert 0.895 < found < 0.92
    assert right(X, Y, trained([2, 3, 1])[0]) < 0.85


def test_without_scaling_the_gradient_shrinks_fortyfold_per_layer_and_training_waits():
    X, Y = flower()
    for scaled in (True, False):
        parameters, _ = trained([2, 20, 7, 1], scaled=scaled, steps=0)
        grads = gradients(X, Y, parameters)
        largest = [np.max(np.abs(grads[f"dA{layer}"])) for layer in (2, 1, 0)]
        if scaled:
            assert 0.2 < min(largest) < max(largest) < 0.5
        else:
            assert [f"{size:.0e}" for size in largest] == ["1e-02", "2e-04", "6e-06"]
            assert np.divide(largest[:-1], largest[1:]) == pytest.approx(40, rel=0.05)
    for seed in (None, 0, 1, 2, 3, 4):
        parameters, _ = trained([2, 20, 7, 1], seed, scaled=False, steps=1600)
        assert f"{cost(X, Y, parameters):.2f}" == "0.69"
