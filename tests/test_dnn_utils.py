"""The activation functions: their values, their edges, what they leave alone."""

import subprocess
import sys

import numpy as np
import pytest

from authoring.masters import ROOT
from dnn_utils import relu, relu_backward, sigmoid, sigmoid_backward

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


@pytest.mark.parametrize("backward", [sigmoid_backward, relu_backward])
def test_backward_step_with_cache_by_either_name_is_the_same(backward):
    dA = np.arange(7.0).reshape(1, 7)
    for named in ({"activation_cache": Z}, {"cache": Z}):
        np.testing.assert_array_equal(backward(dA, **named), backward(dA, Z))
    with pytest.raises(TypeError, match="missing 1 required argument: 'activation_cache'"):
        backward(dA)


def test_numpy_is_all_that_the_modules_need():
    modules = "dnn_utils, dnn_tools.files, dnn_tools.planar, dnn_tools.progress"
    slow = {"matplotlib", "h5py", "IPython"}
    code = f"import sys, {modules}; print(*{slow} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "\n", done.stderr
