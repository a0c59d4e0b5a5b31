"""The tests of notebook 01, NumPy for neural networks."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_01 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def _three():
    return (np.array([1, 2, 3]),)


def _image():
    """Every number of it is its own address: 110 is row 1, column 1, depth 0."""
    return (np.array([[[0, 1, 2], [10, 11, 12]], [[100, 101, 102], [110, 111, 112]]]),)


def _table():
    return (np.array([[0, 3, 4], [1, 6, 4]]),)


def _scores():
    return (np.array([[9, 2, 5, 0, 0], [7, 5, 0, 0, 0]]),)


def _predictions():
    return np.array([0.9, 0.2, 0.1, 0.4, 0.9]), np.array([1, 0, 0, 1, 1])


def _layer():
    A = np.array([[1.0, 2.0, 0.0, 3.0], [0.0, 1.0, 1.0, 2.0], [4.0, 0.0, 5.0, 1.0]])
    return A, np.array([[2.0, 0.0, -1.0], [1.0, 3.0, 0.5]]), np.array([[10.0], [20.0]])


basic_sigmoid_test = EXERCISES.test("basic_sigmoid", returns="s", public=[lambda: (1,)])
sigmoid_test = EXERCISES.test("sigmoid", returns="s", public=[_three])
sigmoid_derivative_test = EXERCISES.test("sigmoid_derivative", returns="ds", public=[_three])
image2vector_test = EXERCISES.test("image2vector", returns="v", public=[_image])
normalize_rows_test = EXERCISES.test("normalize_rows", returns="normalized", public=[_table])
softmax_test = EXERCISES.test("softmax", returns="s", public=[_scores])
L1_test = EXERCISES.test("L1", returns="loss", public=[_predictions])
L2_test = EXERCISES.test("L2", returns="loss", public=[_predictions])
linear_forward_loop_test = EXERCISES.test("linear_forward_loop", returns="Z", public=[_layer])

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
