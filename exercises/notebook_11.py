"""The tests of notebook 11, ten digits."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_11 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def one_hot_test_case():
    """Y, n_classes: six examples of four classes."""
    return np.array([[1, 2, 3, 0, 2, 1]]), 4


def softmax_test_case():
    """Z: four classes, three examples."""
    return np.round(np.random.RandomState(1).randn(4, 3), 2)


def compute_cost_softmax_test_case():
    """ZL, Y: four classes, three examples."""
    return np.round(np.random.RandomState(2).randn(4, 3), 2), np.array([[2, 0, 3]])


def softmax_cross_entropy_backward_test_case():
    """ZL, Y: the same three examples."""
    return compute_cost_softmax_test_case()


def predict_classes_test_case():
    """ZL: four classes, five examples."""
    return np.round(np.random.RandomState(3).randn(4, 5), 2)


def multiclass_model_test_case():
    """X, Y, layers_dims, learning_rate, num_epochs, mini_batch_size, seed: twelve examples.

    Three inputs, five hidden units, four classes. In each epoch two batches of 5 and one of 2.
    """
    X = np.round(np.random.RandomState(1).randn(3, 12), 2)
    return X, np.array([[0, 2, 1, 3, 3, 0, 1, 2, 0, 1, 3, 2]]), [3, 5, 4], 0.05, 4, 5, 3


def confusion_matrix_test_case():
    """predictions, Y, n_classes: seven examples of three classes."""
    return np.array([[0, 1, 2, 2, 1, 0, 1]]), np.array([[0, 1, 2, 1, 1, 0, 0]]), 3


def calibration_test_case():
    """probabilities, predictions, Y, n_bins: three classes, eight examples, five bins.

    One confidence is exactly 1, and the lowest bin is empty.
    """
    largest = np.array([0.97, 0.55, 0.85, 1.0, 0.44, 0.71, 0.52, 0.93])
    predictions = np.array([[0, 2, 1, 1, 0, 2, 0, 2]])
    other = (1 - largest) / 2
    probabilities = np.where(np.arange(3)[:, np.newaxis] == predictions, largest, other)
    return probabilities, predictions, np.array([[0, 2, 2, 1, 1, 2, 1, 0]]), 5


# Where a function must stay right for large numbers, an overflow on the way is a mistake.
one_hot_test = EXERCISES.test("one_hot", returns="Y_hot", public=[one_hot_test_case])
softmax_test = EXERCISES.test(
    "softmax", returns="P", public=[lambda: (softmax_test_case(),)], strict_floats=True
)
compute_cost_softmax_test = EXERCISES.test(
    "compute_cost_softmax",
    returns="cost",
    public=[compute_cost_softmax_test_case],
    strict_floats=True,
)
softmax_cross_entropy_backward_test = EXERCISES.test(
    "softmax_cross_entropy_backward",
    returns="dZL",
    public=[softmax_cross_entropy_backward_test_case],
    strict_floats=True,
)
predict_classes_test = EXERCISES.test(
    "predict_classes", returns="predictions", public=[lambda: (predict_classes_test_case(),)]
)
# Training passes the rounding of one step on to the next ones.
multiclass_model_test = EXERCISES.test(
    "multiclass_model",
    returns=("parameters", "costs"),
    public=[multiclass_model_test_case],
    tolerance=1e-6,
)
confusion_matrix_test = EXERCISES.test(
    "confusion_matrix", returns="counts", public=[confusion_matrix_test_case]
)
calibration_test = EXERCISES.test(
    "calibration",
    returns=("counts", "confidences", "accuracies"),
    public=[calibration_test_case],
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
