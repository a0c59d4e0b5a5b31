"""The tests of notebook 03, planar data, and the public cases that its cells show."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_03 as expected
from exercises.testing import Exercises


def layer_sizes_test_case():
    """X and Y of three examples, with five inputs and two outputs."""
    random = np.random.RandomState(1)
    return random.randn(5, 3), random.randn(2, 3)


def _weights():
    """Small weights of a network with two inputs, four hidden units and one output."""
    W1 = [
        [-0.004167578474054706, -0.0005626682722632948],
        [-0.02136196095668454, 0.016402708084049887],
        [-0.017934355851948632, -0.00841747365656204],
        [0.005028814171580428, -0.012452880866072316],
    ]
    W2 = [[-0.010579522188623389, -0.009090076149268494, 0.005514540445464244, 0.02292208012814958]]
    return np.array(W1), np.array(W2)


def forward_propagation_test_case():
    """X of three examples, and parameters whose biases are far from zero."""
    random = np.random.RandomState(1)
    X, b1 = random.randn(2, 3), random.randn(4, 1)
    W1, W2 = _weights()
    return X, {"W1": W1, "b1": b1, "W2": W2, "b2": np.array([[-1.3]])}


def compute_cost_test_case():
    """A2 and Y of three examples."""
    return np.array([[0.5002307, 0.49985831, 0.50023963]]), np.array([[1, 0, 0]])


def backward_propagation_test_case():
    """Parameters, the cache of the forward pass with them, X and Y of three examples."""
    random = np.random.RandomState(1)
    X, Y = random.randn(2, 3), (random.randn(1, 3) > 0).astype(int)
    W1, W2 = _weights()
    parameters = {"W1": W1, "b1": np.zeros((4, 1)), "W2": W2, "b2": np.zeros((1, 1))}
    Z1 = [
        [-0.006165861371212149, 0.00206260544529737, 0.0034962000274576764],
        [-0.0522987933313186, 0.02726334534091662, -0.026468683038796258],
        [-0.020099902667082253, 0.0036869112950840485, 0.02884556150658798],
        [0.021530081409075228, -0.01385322743108901, 0.02600470960809455],
    ]
    A1 = [
        [-0.006165783234810101, 0.0020626025202932236, 0.0034961857823598017],
        [-0.05225116351895439, 0.027256592491327728, -0.026462503528537618],
        [-0.02009719627676396, 0.003686894589392805, 0.02883756369410985],
        [0.021526755309529556, -0.013852341299332799, 0.025998849342340966],
    ]
    cache = {
        "Z1": np.array(Z1),
        "A1": np.array(A1),
        "Z2": np.array([[0.0009228093042135486, -0.0005667787983399137, 0.0009585318163193165]]),
        "A2": np.array([[0.5002307023096817, 0.49985830530420816, 0.5002396329357323]]),
    }
    return parameters, cache, X, Y


def update_parameters_test_case():
    """Parameters, and gradients for them."""
    parameters = {
        "W1": np.array([[0.5, -1.0], [0.25, 2.0], [-0.75, 1.5]]),
        "b1": np.array([[0.0], [0.1], [-0.2]]),
        "W2": np.array([[1.0, -0.5, 0.3]]),
        "b2": np.array([[0.4]]),
    }
    grads = {
        "dW1": np.array([[0.1, -0.2], [0.05, 0.5], [-0.3, 0.25]]),
        "db1": np.array([[0.15], [-0.05], [0.5]]),
        "dW2": np.array([[-0.25, 0.4, 0.1]]),
        "db2": np.array([[0.35]]),
    }
    return parameters, grads


def nn_model_test_case():
    """X and Y of six examples: is one of the two numbers far from zero?"""
    X = np.array([[0.1, -1.5, 0.3, 1.8, -0.6, 0.5], [-0.2, 0.7, 0.4, -0.9, -0.3, 1.6]])
    return X, np.array([[0, 1, 0, 1, 0, 1]])


def predict_test_case():
    """Parameters with two hidden units, and X of four examples."""
    parameters = {
        "W1": np.array([[2.0, -1.0], [-1.5, 0.5]]),
        "b1": np.array([[0.3], [0.8]]),
        "W2": np.array([[1.5, -2.0]]),
        "b2": np.array([[0.2]]),
    }
    return parameters, np.array([[0.5, -1.0, 0.1, -0.3], [1.0, 0.5, -0.8, 1.1]])


EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card

layer_sizes_test = EXERCISES.test(
    "layer_sizes", returns=("n_x", "n_h", "n_y"), public=[layer_sizes_test_case]
)
initialize_parameters_test = EXERCISES.test(
    "initialize_parameters", returns="parameters", public=[lambda: (2, 4, 1)]
)
forward_propagation_test = EXERCISES.test(
    "forward_propagation", returns=("A2", "cache"), public=[forward_propagation_test_case]
)
compute_cost_test = EXERCISES.test("compute_cost", returns="cost", public=[compute_cost_test_case])
backward_propagation_test = EXERCISES.test(
    "backward_propagation",
    returns="grads",
    public=[backward_propagation_test_case],
    extra_keys=True,
)
update_parameters_test = EXERCISES.test(
    "update_parameters", returns="parameters", public=[update_parameters_test_case]
)
nn_model_test = EXERCISES.test(
    "nn_model", returns="parameters", public=[lambda: (*nn_model_test_case(), 4, 100)], quiet=True
)
predict_test = EXERCISES.test("predict", returns="predictions", public=[predict_test_case])

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
