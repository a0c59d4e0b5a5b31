"""The tests of notebook 07, initialization and stability."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_07 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def sigmoid_stable_test_case():
    """Z: six numbers, from very negative to very large."""
    return np.array([[-1000.0, -3.0, 0.0], [1.0, 40.0, 1000.0]])


def compute_cost_from_logits_test_case():
    """ZL, Y: five examples; the network is sure of the third and the fourth, and wrong."""
    return np.array([[2.0, -1.0, 50.0, -800.0, 0.0]]), np.array([[1, 0, 0, 1, 1]])


def sigmoid_cross_entropy_backward_test_case():
    """ZL, Y: the same five examples."""
    return compute_cost_from_logits_test_case()


def log_softmax_test_case():
    """Z: three classes, two examples; the first column holds large numbers."""
    return np.array([[1000.0, 1.0], [1001.0, 2.0], [1002.0, 4.0]])


initialize_parameters_zeros_test = EXERCISES.test(
    "initialize_parameters_zeros", returns="parameters", public=[lambda: ([3, 2, 1],)]
)
initialize_parameters_random_test = EXERCISES.test(
    "initialize_parameters_random",
    returns="parameters",
    public=[lambda: ([3, 2, 1],), lambda: ([4, 3, 2, 1], 7)],
)
# In no layer of these is 2 / n_prev equal to 1, and no weight matrix of the first is square.
initialize_parameters_he_test = EXERCISES.test(
    "initialize_parameters_he",
    returns="parameters",
    public=[lambda: ([5, 4, 3],), lambda: ([6, 5, 4, 3], 7)],
)
# An overflow on the way to the right number is the mistake that these four are about.
sigmoid_stable_test = EXERCISES.test(
    "sigmoid_stable",
    returns="A",
    public=[lambda: (sigmoid_stable_test_case(),)],
    strict_floats=True,
)
compute_cost_from_logits_test = EXERCISES.test(
    "compute_cost_from_logits",
    returns="cost",
    public=[compute_cost_from_logits_test_case],
    strict_floats=True,
)
sigmoid_cross_entropy_backward_test = EXERCISES.test(
    "sigmoid_cross_entropy_backward",
    returns="dZL",
    public=[sigmoid_cross_entropy_backward_test_case],
    strict_floats=True,
)
log_softmax_test = EXERCISES.test(
    "log_softmax",
    returns="log_P",
    public=[lambda: (log_softmax_test_case(),)],
    strict_floats=True,
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
