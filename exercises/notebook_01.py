"""The tests of notebook 01, NumPy for neural networks."""

import numpy as np

from exercises.expected import notebook_01 as expected
from exercises.ladder import ExerciseOpen
from exercises.testing import Exercises

__all__ = [
    "ExerciseOpen",
    "score_card",
    "basic_sigmoid_test",
    "sigmoid_test",
    "sigmoid_derivative_test",
    "image2vector_test",
    "normalize_rows_test",
    "softmax_test",
    "L1_test",
    "L2_test",
    "linear_forward_loop_test",
]

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


basic_sigmoid_test = EXERCISES.test(1, "basic_sigmoid", 5, "x", "s", lambda: (1,))
sigmoid_test = EXERCISES.test(2, "sigmoid", 10, "x", "s", _three)
sigmoid_derivative_test = EXERCISES.test(3, "sigmoid_derivative", 10, "x", "ds", _three)
image2vector_test = EXERCISES.test(4, "image2vector", 10, "image", "v", _image)
normalize_rows_test = EXERCISES.test(5, "normalize_rows", 15, "x", "normalized", _table)
softmax_test = EXERCISES.test(6, "softmax", 15, "x", "s", _scores)
L1_test = EXERCISES.test(7, "L1", 10, "yhat, y", "loss", _predictions)
L2_test = EXERCISES.test(8, "L2", 10, "yhat, y", "loss", _predictions)
linear_forward_loop_test = EXERCISES.test(9, "linear_forward_loop", 15, "A, W, b", "Z", _layer)
