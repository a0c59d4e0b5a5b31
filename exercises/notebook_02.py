"""The tests of notebook 02, logistic regression."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_02 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def propagate_test_case():
    """w, b, X, Y: two inputs, three examples. The notebook shows these numbers."""
    w = np.array([[1.0], [2.0]])
    X = np.array([[1.0, -2.0, -1.0], [3.0, 0.5, -3.2]])
    return w, 1.5, X, np.array([[1, 1, 0]])


def predict_test_case():
    """w, b, X: two inputs, three examples. The notebook shows these numbers."""
    w = np.array([[0.1124579], [0.23106775]])
    return w, -0.3, np.array([[1.0, -1.1, -3.2], [1.2, 2.0, 0.1]])


def model_test_case():
    """X_train, Y_train, X_test, Y_test: four inputs, seven examples to learn from, three to try."""
    rng = np.random.RandomState(1)
    X_train, X_test = np.round(rng.randn(4, 7), 2), np.round(rng.randn(4, 3), 2)
    return X_train, np.array([[1, 0, 1, 0, 0, 1, 0]]), X_test, np.array([[0, 1, 1]])


initialize_with_zeros_test = EXERCISES.test(
    "initialize_with_zeros", returns=("w", "b"), public=[lambda: (2,), lambda: (3,)]
)
propagate_test = EXERCISES.test(
    "propagate", returns=("grads", "cost"), public=[propagate_test_case]
)
optimize_test = EXERCISES.test(
    "optimize",
    returns=("params", "grads", "costs"),
    public=[lambda: (*propagate_test_case(), 100, 0.009, False)],
)
predict_test = EXERCISES.test("predict", returns="Y_prediction", public=[predict_test_case])
model_test = EXERCISES.test(
    "model",
    returns="results",
    public=[lambda: (*model_test_case(), 120, 0.1, False)],
    extra_keys=True,
    slow_defaults=True,
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
