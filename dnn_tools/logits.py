"""The passes of a network forward to its logits, and backward from their gradient.

The network is that of notebook 04, [linear, relu] L-1 times and then linear, without the sigmoid
at its end: it may have any number of outputs, and what they mean is up to the cost.
"""

import numpy as np

from solved.notebook_04 import (
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
    linear_forward,
)


def forward_to_logits(X: np.ndarray, parameters: dict) -> tuple[np.ndarray, list]:
    """Run the whole network forward, as far as the last linear part.

    Arguments:
        X: array of shape (n_0, m), the input.
        parameters: dictionary with W1, b1, ..., WL, bL.

    Returns:
        ZL: array of shape (n_L, m), the logits.
        caches: list of the L caches of the layers, for backward_from_logits.
    """
    caches = []
    A = X
    L = len(parameters) // 2

    for layer in range(1, L):
        W, b = parameters["W" + str(layer)], parameters["b" + str(layer)]
        A, cache = linear_activation_forward(A, W, b, "relu")
        caches.append(cache)

    ZL, cache = linear_forward(A, parameters["W" + str(L)], parameters["b" + str(L)])
    caches.append(cache)
    return ZL, caches


def backward_from_logits(dZL: np.ndarray, caches: list) -> dict:
    """Run the whole network backward, from the gradient of the logits.

    Arguments:
        dZL: array of shape (n_L, m), the gradient of each example's loss with respect to ZL.
        caches: list of the L caches of forward_to_logits.

    Returns:
        grads: dictionary with dW1, db1, ..., dWL, dbL, the gradients of the cost. The division by
            m, which makes a mean of the sum over the examples, is made here.
    """
    grads = {}
    L = len(caches)

    dA, dW, db = linear_backward(dZL, caches[L - 1])
    grads["dW" + str(L)], grads["db" + str(L)] = dW, db

    for layer in reversed(range(1, L)):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads["dW" + str(layer)], grads["db" + str(layer)] = dW, db

    return grads
