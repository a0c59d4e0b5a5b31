"""The claims of notebook 10: each number in its prose is computed here again."""

import numpy as np
import pytest

from authoring.masters import master, read, solutions
from authoring.notebook_10.measure import RESULTS, numpy_step, seconds, start, torch_step
from dnn_tools.files import load_table
from dnn_tools.planar import moons
from dnn_utils import load_data
from exercises.notebook_10 import (
    backward_test_case,
    numerical_slope_test_case,
    topological_order_test_case,
)
from exercises.testing import is_installed
from solved.notebook_04 import L_model_backward, L_model_forward, compute_cost

MASTER = master("10")
SOLVED = solutions(MASTER)
CELLS = {cell.id: cell for cell in read(MASTER).cells}
TABLE = load_table(RESULTS)
needs_torch = pytest.mark.skipif(not is_installed("torch"), reason="PyTorch is not installed")


@pytest.fixture(scope="module")
def engine():
    """The names that the supplied cells of section 6 make, on top of the solutions."""
    names = dict(SOLVED) | {"np": np}
    for cell in ("value-code", "network-code"):
        exec(CELLS[cell].source, names)
    return names


def text(*cells):
    return " ".join(CELLS[cell].source for cell in cells)


def by_hand(X, Y, parameters):
    AL, caches = L_model_forward(X, parameters)
    return L_model_backward(AL, Y, caches)


# ---------------------------------------------------------------- the graph


def test_gradients_of_figure_1_are_those_that_it_shows(engine):
    a, k = engine["Value"](2), engine["Value"](3)
    b = k * a
    c = b + a
    d = c * b
    d.backward()
    assert [node.data for node in (b, c, d)] == [6, 8, 48]
    assert [node.grad for node in (a, k, b, c, d)] == [48, 28, 14, 6, 1]
    assert "$8 + 6 = 14$" in text("way-back")
    order, parents, slopes = backward_test_case()
    assert SOLVED["backward"](order, parents, slopes)["a"] == 2 * 48 * 48


def test_gradients_of_figure_2_are_16_in_the_right_order_and_8_in_the_wrong_one():
    parents = {"a": (), "b": ("a",), "c": ("b", "b"), "e": ("b", "c"), "f": ("e", "a")}
    slopes = {"a": (), "b": (1.0,), "c": (2.0, 2.0), "e": (1.0, 1.0), "f": (2.0, 6.0)}
    right = SOLVED["topological_order"](parents, "f")
    assert SOLVED["backward"](right, parents, slopes)["a"] == 16
    # b before c on the way back
    assert SOLVED["backward"](["a", "c", "b", "e", "f"], parents, slopes)["a"] == 8


def test_a_node_with_one_parent_twice_has_slope_six(engine):
    assert SOLVED["operation"]("multiply", 3, 3)[1] == (3, 3)
    a = engine["Value"](3)
    square = a * a
    square.backward()
    assert a.grad == 6


def test_measured_slope_of_the_public_case_is_near_minus_12():
    f, x, k, epsilon = numerical_slope_test_case()
    measured = SOLVED["numerical_slope"](f, x, k, epsilon)
    assert measured == pytest.approx(-12.01)
    one_sided = (f([x[0] + epsilon, x[1]]) - f(x)) / epsilon
    assert abs(one_sided + 12) > 0.5


def test_order_of_the_public_case_may_be_written_in_two_ways():
    parents, last = topological_order_test_case()
    assert SOLVED["topological_order"](parents, last)[-1] == last


# ---------------------------------------------------------------- the machine


@pytest.mark.parametrize(
    ("sizes", "m", "nodes"), [([2, 3, 2, 1], 5, 233), ([4, 5, 3, 2, 1], 4, 483)]
)
def test_gradients_of_the_machine_are_those_of_notebook_04(engine, sizes, m, nodes):
    parameters = engine["t_start"](sizes, seed=1, bias=0.1)
    X, Y = np.random.RandomState(2).randn(sizes[0], m), (np.arange(m) % 2).reshape(1, m)
    cost, grads, count = engine["t_gradients"](X, Y, parameters)
    assert count == nodes
    assert cost == pytest.approx(float(compute_cost(L_model_forward(X, parameters)[0], Y)))
    assert SOLVED["max_abs_difference"](by_hand(X, Y, parameters), grads) < 1e-15


def test_a_step_on_60_moons_has_2238_nodes(engine):
    X, Y = moons(60, seed=1)
    parameters = engine["t_start"]([2, 4, 1], seed=1)
    assert engine["t_gradients"](X, Y, parameters)[2] == 2238
    assert "2,238" in text("compare-comment")


def test_the_network_of_notebook_06_would_need_more_than_twenty_million_nodes(engine):
    parameters = engine["t_start"]([128, 20, 7, 5, 1], seed=1)
    X, Y = np.random.RandomState(0).rand(128, 2), np.array([[0, 1]])
    one, two = (engine["t_gradients"](X[:, :m], Y[:, :m], parameters)[2] for m in (1, 2))
    assert sum(array.size for array in parameters.values()) == 2773
    assert 20e6 < one + 3999 * (two - one) < 25e6


def test_deep_graph_stops_the_recursion(engine):
    total = engine["Value"](0)
    for _ in range(2000):
        total = total + 1.0
    with pytest.raises(RecursionError):
        total.backward()


# ---------------------------------------------------------------- PyTorch


@needs_torch
@pytest.mark.parametrize(
    ("gain", "float64", "float32"),
    [(1, "8 \\cdot 10^{-17}", "2 \\cdot 10^{-8}"), (2, "5 \\cdot 10^{-16}", "10^{-7}")],
)
def test_gradients_of_pytorch_are_those_of_notebook_04(engine, gain, float64, float32):
    images, labels, *_ = load_data("datasets/train_digitpairs.h5", "datasets/test_digitpairs.h5")
    X, Y, worst, names = images.reshape(4000, 128).T / 255, labels, [0, 0], {}
    exec(CELLS["torch_gradients"].source, names)
    supplied = CELLS["agree-code"].source
    supplied = supplied[supplied.index("def t_in_float32") : supplied.index("if t_torch")]
    for seed in range(5):
        for m in (50, 1000, 4000):
            parameters = engine["t_start"]([128, 20, 7, 5, 1], seed, gain, bias=0.1)
            grads = by_hand(X[:, :m], Y[:, :m], parameters)
            cell = {"t_pairs_X": X[:, :m], "t_pairs_Y": Y[:, :m], "t_pairs_parameters": parameters}
            exec(supplied, cell)
            found = names["torch_gradients"](X[:, :m], Y[:, :m], parameters), cell["t_in_float32"]()
            gaps = [SOLVED["max_abs_difference"](grads, other) for other in found]
            worst = np.maximum(worst, gaps)
    print(worst)
    assert worst[0] < {1: 3e-16, 2: 1e-15}[gain]
    assert worst[1] < {1: 1e-7, 2: 3e-7}[gain]
    for claim in (float64, float32):
        assert claim in text("agree-comment")


@needs_torch
def test_pytorch_adds_to_grad():
    import torch

    w = torch.tensor(2.0, requires_grad=True)
    (9 * w * w).backward()
    (9 * w * w).backward()
    assert w.grad.item() == 72


@needs_torch
def test_pytorch_takes_the_slope_0_of_relu_at_0():
    import torch

    z = torch.zeros(1, requires_grad=True)
    torch.relu(z).backward()
    assert z.grad.item() == 0


@needs_torch
@pytest.mark.parametrize("exercise", ["torch_forward", "torch_gradients"])
def test_solution_in_pytorch_passes_the_test_that_was_made_without_it(exercise):
    from exercises.notebook_10 import EXERCISES

    names = {}
    exec(CELLS[exercise].source, names)
    EXERCISES.tests[exercise](names[exercise])


# ---------------------------------------------------------------- the GPU


def of(where, dtype, units):
    rows = (TABLE["where"] == where) & (TABLE["dtype"] == dtype) & (TABLE["units"] == units)
    (found,) = TABLE["seconds"][rows]
    return found


@pytest.mark.parametrize(
    ("units", "dtype", "factor"),
    [(20, "float64", 2.6), (20, "float32", 1.5), (2048, "float64", 134), (2048, "float32", 56)],
)
def test_gpu_is_so_many_times_faster(units, dtype, factor):
    ratio = of("NumPy, CPU", dtype, units) / of("PyTorch, GPU", dtype, units)
    assert ratio == pytest.approx(factor, rel=0.03)
    assert f"{factor:g}" in text("gpu-comment")


def test_gpu_has_a_floor_and_then_a_slope():
    for dtype in ("float64", "float32"):
        floor = [of("PyTorch, GPU", dtype, units) for units in (5, 20, 64, 128, 256, 512)]
        assert min(floor) >= 0.8e-3
        assert max(floor) < 1.2e-3
        assert 3.5 < of("PyTorch, GPU", dtype, 4096) / of("PyTorch, GPU", dtype, 2048) < 4
    # at 20 units in float32 PyTorch is a little slower there than on the processor
    assert of("PyTorch, GPU", "float32", 20) > of("PyTorch, CPU", "float32", 20)


def test_script_measures_a_step_that_learns():
    median, runs = seconds(numpy_step(5, "float32"), limit=0.05)
    assert median > 0
    assert runs >= 1
    X, Y, parameters = start(64, "float64")
    assert (X.shape, Y.shape, len(parameters)) == ((128, 4000), (1, 4000), 8)
    assert set(TABLE["where"]) == {"NumPy, CPU", "PyTorch, CPU", "PyTorch, GPU"}


@needs_torch
def test_script_measures_pytorch_too():
    assert seconds(torch_step(5, "float64", "cpu"), limit=0.05)[0] > 0
