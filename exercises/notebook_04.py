"""The tests of notebook 04, a deep network step by step. `public_tests.py` hands them on."""

from exercises.expected import notebook_04 as expected
from exercises.ladder import ExerciseOpen
from exercises.testing import Exercises
from testCases import (
    L_model_backward_test_case,
    L_model_forward_test_case_2hidden,
    compute_cost_test_case,
    linear_activation_backward_test_case,
    linear_activation_forward_test_case,
    linear_backward_test_case,
    linear_forward_test_case,
    update_parameters_test_case,
)

__all__ = [
    "ExerciseOpen",
    "score_card",
    "initialize_parameters_test",
    "initialize_parameters_deep_test",
    "linear_forward_test",
    "linear_activation_forward_test",
    "L_model_forward_test",
    "compute_cost_test",
    "linear_backward_test",
    "linear_activation_backward_test",
    "L_model_backward_test",
    "update_parameters_test",
]

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card

initialize_parameters_test = EXERCISES.test(
    1,
    "initialize_parameters",
    5,
    "n_x, n_h, n_y",
    "parameters",
    lambda: (3, 2, 1),
    lambda: (4, 3, 2),
)
initialize_parameters_deep_test = EXERCISES.test(
    2,
    "initialize_parameters_deep",
    10,
    "layer_dims",
    "parameters",
    lambda: ([5, 4, 3],),
    lambda: ([4, 3, 2],),
)
linear_forward_test = EXERCISES.test(
    3, "linear_forward", 5, "A, W, b", "Z, cache", linear_forward_test_case
)
linear_activation_forward_test = EXERCISES.test(
    4,
    "linear_activation_forward",
    10,
    "A_prev, W, b, activation",
    "A, cache",
    lambda: (*linear_activation_forward_test_case(), "sigmoid"),
    lambda: (*linear_activation_forward_test_case(), "relu"),
)
L_model_forward_test = EXERCISES.test(
    5, "L_model_forward", 15, "X, parameters", "AL, caches", L_model_forward_test_case_2hidden
)
compute_cost_test = EXERCISES.test(
    6, "compute_cost", 10, "AL, Y", "cost", lambda: tuple(reversed(compute_cost_test_case()))
)
linear_backward_test = EXERCISES.test(
    7, "linear_backward", 10, "dZ, cache", "dA_prev, dW, db", linear_backward_test_case
)
linear_activation_backward_test = EXERCISES.test(
    8,
    "linear_activation_backward",
    10,
    "dA, cache, activation",
    "dA_prev, dW, db",
    lambda: (*linear_activation_backward_test_case(), "sigmoid"),
    lambda: (*linear_activation_backward_test_case(), "relu"),
)
L_model_backward_test = EXERCISES.test(
    9, "L_model_backward", 20, "AL, Y, caches", "grads", L_model_backward_test_case, extra_keys=True
)
update_parameters_test = EXERCISES.test(
    10,
    "update_parameters",
    5,
    "params, grads, learning_rate",
    "parameters",
    lambda: (*update_parameters_test_case(), 0.1),
)
