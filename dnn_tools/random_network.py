"""Small networks of random numbers, to check gradients on."""

import numpy as np


def random_network(layer_dims, m, seed, bias=1.0):
    """A network of ordinary random numbers, to check gradients on.

    Arguments:
        layer_dims: list of the sizes of the layers, the input first; the last is 1.
        m: number of examples.
        seed: an integer; the same seed draws the same numbers.
        bias: the spread of the biases; 0 makes them all zero.

    Returns:
        parameters: dictionary with W1, b1, ..., WL, bL.
        X: array of shape (n_0, m), random inputs.
        Y: array of shape (1, m), random labels, 0 or 1.
    """
    rng = np.random.default_rng(seed)
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.normal(size=(n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{layer}"] = rng.normal(size=(n, 1)) * bias
    return parameters, rng.normal(size=(layer_dims[0], m)), 1.0 * (rng.random((1, m)) < 0.5)
