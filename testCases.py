"""The public cases of notebook 04: fixed inputs, so that everyone sees the same numbers.

Each `<function>_test_case()` returns the arguments of that function. The numbers are drawn from
a fixed seed in a fixed order. They exercise the arithmetic; they are not data, and the caches
that the backward cases return were drawn too, not made by a forward pass.
"""

import numpy as np

__all__ = [
    "linear_forward_test_case",
    "linear_activation_forward_test_case",
    "L_model_forward_test_case_2hidden",
    "compute_cost_test_case",
    "linear_backward_test_case",
    "linear_activation_backward_test_case",
    "L_model_backward_test_case",
    "update_parameters_test_case",
]


def _draw(seed, *shapes):
    """Standard normal arrays of these shapes, one after the other from one seed."""
    # The seed is set, and not a generator of its own used, because the numbers are part of the
    # contract, and so is the state in which the cell that asked for them goes on drawing.
    np.random.seed(seed)
    return [np.random.randn(*shape) for shape in shapes]


def linear_forward_test_case():
    """A (3, 2), W (1, 3) and b (1, 1): one unit, three inputs, two examples."""
    A, W, b = _draw(1, (3, 2), (1, 3), (1, 1))
    return A, W, b


def linear_activation_forward_test_case():
    """A_prev (3, 2), W (1, 3) and b (1, 1): one unit, three inputs, two examples."""
    A_prev, W, b = _draw(2, (3, 2), (1, 3), (1, 1))
    return A_prev, W, b


def L_model_forward_test_case_2hidden():
    """X (5, 4) and the parameters of a 5-4-3-1 net: two hidden layers, four examples."""
    X, W1, b1, W2, b2, W3, b3 = _draw(6, (5, 4), (4, 5), (4, 1), (3, 4), (3, 1), (1, 3), (1, 1))
    return X, {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "W3": W3, "b3": b3}


def compute_cost_test_case():
    """Y (1, 3), the true labels, and AL (1, 3), the predicted probabilities."""
    return np.array([[1, 1, 0]]), np.array([[0.8, 0.9, 0.4]])


def linear_backward_test_case():
    """dZ (3, 4) and linear_cache = (A (5, 4), W (3, 5), b (3, 1))."""
    dZ, A, W, b = _draw(1, (3, 4), (5, 4), (3, 5), (3, 1))
    return dZ, (A, W, b)


def linear_activation_backward_test_case():
    """dA (1, 2) and the cache ((A (3, 2), W (1, 3), b (1, 1)), Z (1, 2))."""
    dA, A, W, b, Z = _draw(2, (1, 2), (3, 2), (1, 3), (1, 1), (1, 2))
    return dA, ((A, W, b), Z)


def L_model_backward_test_case():
    """AL (1, 2), Y (1, 2) and the caches of a 4-3-1 net.

    AL was drawn like everything else, so it is not a probability (one entry is 1.79) and does
    not belong to these caches. The case checks the arithmetic of the formulas as they stand.
    """
    AL, A1, W1, b1, Z1, A2, W2, b2, Z2 = _draw(
        3, (1, 2), (4, 2), (3, 4), (3, 1), (3, 2), (3, 2), (1, 3), (1, 1), (1, 2)
    )
    return AL, np.array([[1, 0]]), [((A1, W1, b1), Z1), ((A2, W2, b2), Z2)]


def update_parameters_test_case():
    """The parameters of a 4-3-1 net and their gradients, of the same shapes."""
    shapes = (3, 4), (3, 1), (1, 3), (1, 1)
    parameters = dict(zip(("W1", "b1", "W2", "b2"), _draw(2, *shapes), strict=True))
    grads = dict(zip(("dW1", "db1", "dW2", "db2"), _draw(3, *shapes), strict=True))
    return parameters, grads
