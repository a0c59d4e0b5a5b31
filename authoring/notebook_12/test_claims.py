"""The claims of notebook 12: each number in its prose is computed here again."""

import numpy as np

from authoring.masters import master, solutions

SOLVED = solutions(master("12"))


def test_one_wild_prediction_costs_more_when_errors_are_squared():
    """The prose says from 1 to 4 in the mean, and from 1 to 52 in the mean square."""
    Y = np.zeros((1, 5))
    calm, wild = np.ones((1, 5)), np.array([[1.0, 1, 1, 1, 16]])
    absolute = SOLVED["zero_pad"]
    assert absolute(wild, Y) / absolute(calm, Y) == 4
    assert np.mean(wild**2) / np.mean(calm**2) == 52
