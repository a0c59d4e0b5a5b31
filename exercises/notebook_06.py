"""The tests of notebook 06, image classification."""

import numpy as np

from exercises.expected import notebook_06 as expected
from exercises.ladder import ExerciseOpen
from exercises.testing import Exercises

__all__ = [
    "ExerciseOpen",
    "score_card",
    "images_test_case",
    "predict_test_case",
    "accuracy_test_case",
    "two_layer_model_test_case",
    "L_layer_model_test_case",
    "flatten_and_standardize_test",
    "predict_test",
    "accuracy_test",
    "two_layer_model_test",
    "initialize_parameters_scaled_test",
    "L_layer_model_test",
]

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def images_test_case():
    """Three grey images of 2 x 2 pixels. The notebook shows these numbers."""
    images = [[[0, 51], [102, 255]], [[255, 204], [153, 0]], [[17, 34], [68, 85]]]
    return np.array(images, dtype=np.uint8)[..., np.newaxis]


def predict_test_case():
    """X, parameters: two inputs, three hidden units, five examples."""
    rng = np.random.RandomState(6)
    parameters = {
        "W1": np.round(rng.randn(3, 2), 2),
        "b1": np.round(rng.randn(3, 1), 2),
        "W2": np.round(rng.randn(1, 3), 2),
        "b2": np.array([[0.1]]),
    }
    return np.round(rng.randn(2, 5), 2), parameters


def accuracy_test_case():
    """predictions, Y: eight examples, six of them right."""
    return np.array([[1, 0, 0, 1, 1, 0, 1, 0]]), np.array([[1, 0, 1, 1, 1, 0, 0, 0]])


def two_layer_model_test_case():
    """X, Y, layers_dims, learning_rate, num_iterations: three inputs, six examples."""
    X = np.round(np.random.RandomState(1).randn(3, 6), 2)
    return X, np.array([[1, 0, 1, 0, 0, 1]]), (3, 4, 1), 1.0, 101


def L_layer_model_test_case():
    """X, Y, layers_dims, learning_rate, num_iterations: three layers, seven examples."""
    X = np.round(np.random.RandomState(1).randn(5, 7), 2)
    return X, np.array([[0, 1, 1, 0, 1, 0, 0]]), [5, 4, 3, 1], 0.2, 101


flatten_and_standardize_test = EXERCISES.test(
    1, "flatten_and_standardize", 10, "images", "X", lambda: (images_test_case(),)
)
predict_test = EXERCISES.test(2, "predict", 15, "X, parameters", "predictions", predict_test_case)
accuracy_test = EXERCISES.test(3, "accuracy", 10, "predictions, Y", "share", accuracy_test_case)
# Training passes the rounding of one step on to the next ones.
two_layer_model_test = EXERCISES.test(
    4,
    "two_layer_model",
    25,
    "X, Y, layers_dims, learning_rate, num_iterations, print_cost",
    "parameters, costs",
    two_layer_model_test_case,
    tolerance=1e-6,
    quiet=True,
)
initialize_parameters_scaled_test = EXERCISES.test(
    5,
    "initialize_parameters_scaled",
    15,
    "layers_dims, seed",
    "parameters",
    lambda: ([5, 4, 3],),
    lambda: ([4, 3, 2, 1], 7),
)
L_layer_model_test = EXERCISES.test(
    6,
    "L_layer_model",
    25,
    "X, Y, layers_dims, learning_rate, num_iterations, print_cost, seed",
    "parameters, costs",
    L_layer_model_test_case,
    tolerance=1e-6,
    quiet=True,
)
