"""The tests of notebook 06, image classification."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_06 as expected
from exercises.testing import Exercises

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
    "flatten_and_standardize", returns="X", public=[lambda: (images_test_case(),)]
)
predict_test = EXERCISES.test("predict", returns="predictions", public=[predict_test_case])
accuracy_test = EXERCISES.test("accuracy", returns="share", public=[accuracy_test_case])
# Training passes the rounding of one step on to the next ones.
two_layer_model_test = EXERCISES.test(
    "two_layer_model",
    returns=("parameters", "costs"),
    public=[two_layer_model_test_case],
    tolerance=1e-6,
    quiet=True,
)
initialize_parameters_scaled_test = EXERCISES.test(
    "initialize_parameters_scaled",
    returns="parameters",
    public=[lambda: ([5, 4, 3],), lambda: ([4, 3, 2, 1], 7)],
)
L_layer_model_test = EXERCISES.test(
    "L_layer_model",
    returns=("parameters", "costs"),
    public=[L_layer_model_test_case],
    tolerance=1e-6,
    quiet=True,
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
