"""The functions of notebook 07, solved. Spoilers!

Made by `python -m authoring make` from the solved notebook. Do not edit it: run that again.
"""

import numpy as np


def initialize_parameters_zeros(layers_dims):
    """A start with nothing but zeros.

    Arguments:
        layers_dims: list of the sizes of the layers, the input first: [n_0, n_1, ..., n_L].

    Returns:
        parameters: dictionary with, for each layer l from 1 to L,
            W{l}: array of shape (n_l, n_{l-1}), zeros
            b{l}: array of shape (n_l, 1), zeros
    """
    parameters = {}
    L = len(layers_dims) - 1  # the number of layers, because the input is in the list

    for l in range(1, L + 1):
        parameters["W" + str(l)] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))

    return parameters


def initialize_parameters_random(layers_dims, seed=3):
    """A start with large random weights.

    Arguments:
        layers_dims: list of the sizes of the layers, the input first: [n_0, n_1, ..., n_L].
        seed: the seed of the random numbers.

    Returns:
        parameters: dictionary with, for each layer l from 1 to L,
            W{l}: array of shape (n_l, n_{l-1}), standard normal numbers times 10
            b{l}: array of shape (n_l, 1), zeros
    """
    np.random.seed(seed)
    parameters = {}
    L = len(layers_dims) - 1  # the number of layers

    for l in range(1, L + 1):
        parameters["W" + str(l)] = np.random.randn(layers_dims[l], layers_dims[l - 1]) * 10
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))

    return parameters


def initialize_parameters_he(layers_dims, seed=3):
    """A start that keeps the size of the signal, for layers with relu: He initialization.

    Arguments:
        layers_dims: list of the sizes of the layers, the input first: [n_0, n_1, ..., n_L].
        seed: the seed of the random numbers.

    Returns:
        parameters: dictionary with, for each layer l from 1 to L,
            W{l}: array of shape (n_l, n_{l-1}), normal numbers of the spread in formula (2)
            b{l}: array of shape (n_l, 1), zeros
    """
    np.random.seed(seed)
    parameters = {}
    L = len(layers_dims) - 1  # the number of layers

    for l in range(1, L + 1):
        n, n_prev = layers_dims[l], layers_dims[l - 1]
        parameters["W" + str(l)] = np.random.randn(n, n_prev) * np.sqrt(2 / n_prev)
        parameters["b" + str(l)] = np.zeros((n, 1))

    return parameters


def sigmoid_stable(Z):
    """The sigmoid of every entry, computed without overflow.

    Arguments:
        Z: float64 array of any shape, with entries of any size.

    Returns:
        A: array of the shape of Z, the sigmoid of its entries, formula (3).
    """
    small = np.exp(-np.abs(Z))  # between 0 and 1
    A = np.where(Z >= 0, 1, small) / (1 + small)

    return A


def compute_cost_from_logits(ZL, Y):
    """The cross-entropy cost, straight from the logits.

    Arguments:
        ZL: array of shape (1, m), the logits: Z of the last layer, before its sigmoid.
        Y: array of shape (1, m), the labels, 0 or 1.

    Returns:
        cost: a number, formula (6).
    """
    losses = np.maximum(ZL, 0) - ZL * Y + np.log1p(np.exp(-np.abs(ZL)))
    cost = np.mean(losses)

    return cost


def sigmoid_cross_entropy_backward(ZL, Y):
    """The gradient of each example's loss with respect to its logit.

    Arguments:
        ZL: array of shape (1, m), the logits.
        Y: array of shape (1, m), the labels, 0 or 1.

    Returns:
        dZL: array of shape (1, m), formula (7), not divided by m.
    """
    dZL = sigmoid_stable(ZL) - Y

    return dZL


def log_softmax(Z):
    """The logarithm of the softmax of each column.

    Arguments:
        Z: array of shape (k, m), the logits: a row for each class, a column for each example.

    Returns:
        log_P: array of shape (k, m), formula (9).
    """
    shifted = Z - np.max(Z, axis=0, keepdims=True)
    log_P = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))

    return log_P
