"""The activation functions of the course, forward and backward.

Every notebook imports these; none asks you to write them. A column is an example: `Z`, `A` and
their gradients have shape (n, m), n units by m examples.
"""

import numpy as np

__all__ = ["sigmoid", "sigmoid_backward", "relu", "relu_backward"]

_FLOAT = np.finfo(np.float64)
# The neighbours of 0 and 1 that stay inside the open interval. See `sigmoid`.
_ABOVE_ZERO, _BELOW_ONE = _FLOAT.tiny, 1 - _FLOAT.eps / 2


def _logistic(Z):
    """1 / (1 + e^-Z) for every entry of Z, without overflow, strictly between 0 and 1."""
    # e^-|Z| never overflows. For Z < 0 the same fraction is e^Z / (1 + e^Z).
    small = np.exp(-np.abs(Z))
    return np.clip(np.where(Z >= 0, 1, small) / (1 + small), _ABOVE_ZERO, _BELOW_ONE)


def _same_layer(function, dA, Z):
    """Raise ValueError unless Z is an array of the shape of dA."""
    if isinstance(Z, (tuple, list)):
        raise ValueError(
            f"{function} needs the activation_cache, which is the array Z; it was given a "
            f"{type(Z).__name__} of {len(Z)} items. Take linear_cache and activation_cache apart."
        )
    if np.shape(dA) != np.shape(Z):
        raise ValueError(
            f"{function}: dA has shape {np.shape(dA)}, but Z, the activation_cache, has shape "
            f"{np.shape(Z)}. They must belong to the same layer."
        )


def sigmoid(Z):
    """The sigmoid of every entry: A = 1 / (1 + e^-Z).

    Arguments:
        Z: array of any shape, the pre-activation; (n, m) in a network.

    Returns:
        A: float64 array of the shape of Z, every entry strictly between 0 and 1. In exact
            arithmetic the sigmoid never reaches 0 or 1; in float64 it would from Z = 36.8 on,
            and the gradient of the cost would then divide by zero. So A stops one step short.
        activation_cache: Z, kept for `sigmoid_backward`.
    """
    return _logistic(Z), Z


def relu(Z):
    """The rectified linear unit of every entry: A = max(0, Z).

    Arguments:
        Z: array of any shape, the pre-activation; (n, m) in a network.

    Returns:
        A: array of the shape of Z, no entry below 0.
        activation_cache: Z, kept for `relu_backward`.
    """
    return np.maximum(0, Z), Z


def sigmoid_backward(dA, activation_cache):
    """One sigmoid backwards: dZ = dA * s * (1 - s), with s = sigmoid(Z).

    Arguments:
        dA: array, the gradient of the cost with respect to A.
        activation_cache: Z of the same shape, as `sigmoid` returned it.

    Returns:
        dZ: array of the same shape, the gradient of the cost with respect to Z.

    Raises:
        ValueError: dA and activation_cache differ in shape, or the cache is a tuple.
    """
    _same_layer("sigmoid_backward", dA, activation_cache)
    s = _logistic(activation_cache)
    return dA * s * (1 - s)


def relu_backward(dA, activation_cache):
    """One relu backwards: dZ is dA where Z > 0, and 0 elsewhere.

    At Z = 0 the relu has a corner and no derivative; the course takes 0, as is usual.

    Arguments:
        dA: array, the gradient of the cost with respect to A. It is not changed.
        activation_cache: Z of the same shape, as `relu` returned it.

    Returns:
        dZ: array of the same shape, the gradient of the cost with respect to Z.

    Raises:
        ValueError: dA and activation_cache differ in shape, or the cache is a tuple.
    """
    _same_layer("relu_backward", dA, activation_cache)
    return np.where(activation_cache > 0, dA, 0)
