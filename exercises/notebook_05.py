"""The tests of notebook 05, gradient checking."""

import numpy as np

from dnn_tools.planted_backward import planted
from dnn_tools.random_network import random_network
from exercises.errors import ExerciseOpen
from exercises.expected import notebook_05 as expected
from exercises.testing import Exercises
from solved.notebook_04 import L_model_backward, L_model_forward


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
    "forward_propagation", returns="J", public=[lambda: (2, 4)]
)
backward_propagation_test = EXERCISES.test(
    "backward_propagation", returns="dtheta", public=[lambda: (2, 4)]
)
# The division by 2 epsilon leaves some digits of the difference to the rounding of the last step.
gradient_check_test = EXERCISES.test(
    "gradient_check",
    returns="difference",
    public=[lambda: (2, 4), lambda: (3, 4), lambda: (3, 2.0**27)],
    tolerance=1e-4,
)
dictionary_to_vector_test = EXERCISES.test(
    "dictionary_to_vector", returns="theta", public=[lambda: (dictionary_to_vector_test_case(),)]
)
vector_to_dictionary_test = EXERCISES.test(
    "vector_to_dictionary", returns="parameters", public=[vector_to_dictionary_test_case]
)
# So large that rounding does not matter, and far below what a mistake does.
gradient_check_n_test = EXERCISES.test(
    "gradient_check_n",
    returns="difference",
    public=[lambda: (*gradient_check_n_test_case(), 1e-3), _doubled],
    tolerance=1e-4,
)
find_the_bug_test = EXERCISES.test(
    "find_the_bug", returns="name", public=[lambda: (find_the_bug_test_case(),)]
)
backward_propagation_n_test = EXERCISES.test(
    "backward_propagation_n",
    returns="grads",
    public=[backward_propagation_n_test_case],
    extra_keys=True,
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card", "random_network"]
