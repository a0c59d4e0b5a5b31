"""The tests of notebook 05, gradient checking, and the small networks that it checks."""

import numpy as np

from dnn_tools.planted_backward import planted
from exercises.expected import notebook_05 as expected
from exercises.ladder import ExerciseOpen
from exercises.testing import Exercises
from solved.notebook_04 import L_model_backward, L_model_forward

__all__ = [
    "ExerciseOpen",
    "score_card",
    "random_network",
    "dictionary_to_vector_test_case",
    "vector_to_dictionary_test_case",
    "gradient_check_n_test_case",
    "find_the_bug_test_case",
    "backward_propagation_n_test_case",
    "forward_propagation_test",
    "backward_propagation_test",
    "gradient_check_test",
    "dictionary_to_vector_test",
    "vector_to_dictionary_test",
    "gradient_check_n_test",
    "find_the_bug_test",
    "backward_propagation_n_test",
]


def random_network(layer_dims, m, seed, bias=1.0):
    """A network of ordinary random numbers, to check gradients on.

    Arguments:
        layer_dims: list of the sizes of the layers, the input first; the last is 1.
        m: number of examples.
        seed: an integer; the same seed draws the same numbers.
        bias: the spread of the biases; 0 makes them all zero.

    Returns:
        parameters: dictionary with W1, b1, ..., WL, bL.
        X: array of shape (n_0, m), random inputs.
        Y: array of shape (1, m), random labels, 0 or 1.
    """
    rng = np.random.default_rng(seed)
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.normal(size=(n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{layer}"] = rng.normal(size=(n, 1)) * bias
    return parameters, rng.normal(size=(layer_dims[0], m)), 1.0 * (rng.random((1, m)) < 0.5)


def dictionary_to_vector_test_case():
    """The parameters of a 3-2-1 net: 1, 2, 3, ... in the order of the vector."""
    return {
        "W1": np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
        "b1": np.array([[7.0], [8.0]]),
        "W2": np.array([[9.0, 10.0]]),
        "b2": np.array([[11.0]]),
    }


def vector_to_dictionary_test_case():
    """A column of 11 numbers, and the shapes of the parameters of a 3-2-1 net."""
    shapes = {name: array.shape for name, array in dictionary_to_vector_test_case().items()}
    return np.arange(1.0, 12.0).reshape(-1, 1), shapes


def gradient_check_n_test_case():
    """A 4-3-2-1 net, its right gradients, and five examples: parameters, gradients, X, Y."""
    parameters, X, Y = random_network([4, 3, 2, 1], m=5, seed=9)
    AL, caches = L_model_forward(X, parameters)
    return parameters, L_model_backward(AL, Y, caches), X, Y


def _doubled():
    parameters, gradients, X, Y = gradient_check_n_test_case()
    return parameters, gradients | {"dW2": 2 * gradients["dW2"]}, X, Y


def find_the_bug_test_case():
    """A backward pass with an error in it: backward(parameters, X, Y)."""
    return planted("W2", "the right numbers in wrong places", 3)


def backward_propagation_n_test_case():
    """A 4-3-2-1 net and five examples: parameters, X, Y."""
    return random_network([4, 3, 2, 1], m=5, seed=9)


EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card

forward_propagation_test = EXERCISES.test(
    1, "forward_propagation", 5, "x, theta", "J", lambda: (2, 4)
)
backward_propagation_test = EXERCISES.test(
    2, "backward_propagation", 5, "x, theta", "dtheta", lambda: (2, 4)
)
# The division by 2 epsilon leaves some digits of the difference to the rounding of the last step.
gradient_check_test = EXERCISES.test(
    3,
    "gradient_check",
    15,
    "x, theta, epsilon",
    "difference",
    lambda: (2, 4),
    lambda: (3, 4),
    lambda: (3, 2.0**27),
    tolerance=1e-4,
)
dictionary_to_vector_test = EXERCISES.test(
    4,
    "dictionary_to_vector",
    10,
    "parameters",
    "theta",
    lambda: (dictionary_to_vector_test_case(),),
)
vector_to_dictionary_test = EXERCISES.test(
    5,
    "vector_to_dictionary",
    10,
    "theta, shapes",
    "parameters",
    vector_to_dictionary_test_case,
)
# So large that rounding does not matter, and far below what a mistake does.
gradient_check_n_test = EXERCISES.test(
    6,
    "gradient_check_n",
    25,
    "parameters, gradients, X, Y, epsilon",
    "difference",
    lambda: (*gradient_check_n_test_case(), 1e-3),
    _doubled,
    tolerance=1e-4,
)
find_the_bug_test = EXERCISES.test(
    7, "find_the_bug", 15, "backward", "name", lambda: (find_the_bug_test_case(),)
)
backward_propagation_n_test = EXERCISES.test(
    8,
    "backward_propagation_n",
    15,
    "parameters, X, Y",
    "grads",
    backward_propagation_n_test_case,
    extra_keys=True,
)
