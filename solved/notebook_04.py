"""The functions of notebook 04, solved. Spoilers!

Made by `python -m authoring make` from the solved notebook. Do not edit it: run that again.
"""

import numpy as np

from dnn_utils import relu, relu_backward, sigmoid, sigmoid_backward


def initialize_parameters(n_x, n_h, n_y):
    """Starting values for a network with one hidden layer.

    Arguments:
        n_x: number of inputs.
        n_h: number of hidden units.
        n_y: number of outputs.

    Returns:
        parameters: dictionary with
            W1: array of shape (n_h, n_x), small random weights
            b1: array of shape (n_h, 1), zeros
            W2: array of shape (n_y, n_h), small random weights
            b2: array of shape (n_y, 1), zeros
    """
    np.random.seed(1)  # so that everyone gets the same numbers

    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros((n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.zeros((n_y, 1))

    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def initialize_parameters_deep(layer_dims):
    """Starting values for a network with any number of layers.

    Arguments:
        layer_dims: list of the sizes of the layers, the input first: [n_0, n_1, ..., n_L].

    Returns:
        parameters: dictionary with, for each layer l from 1 to L,
            W{l}: array of shape (n_l, n_{l-1}), small random weights
            b{l}: array of shape (n_l, 1), zeros
    """
    np.random.seed(3)  # so that everyone gets the same numbers
    parameters = {}
    L = len(layer_dims)  # one more than there are layers, because the input is in the list

    for l in range(1, L):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))

    return parameters


def linear_forward(A, W, b):
    """The linear part of one layer, forward.

    Arguments:
        A: array of shape (n_prev, m), the output of the layer before, or the input.
        W: array of shape (n, n_prev), the weights.
        b: array of shape (n, 1), the biases.

    Returns:
        Z: array of shape (n, m), the pre-activation.
        cache: tuple (A, W, b), for the backward pass.
    """
    Z = W @ A + b

    cache = (A, W, b)
    return Z, cache


def linear_activation_forward(A_prev, W, b, activation):
    """One whole layer forward: linear, then activation.

    Arguments:
        A_prev: array of shape (n_prev, m), the output of the layer before, or the input.
        W: array of shape (n, n_prev), the weights.
        b: array of shape (n, 1), the biases.
        activation: "sigmoid" or "relu".

    Returns:
        A: array of shape (n, m), the output of the layer.
        cache: tuple (linear_cache, activation_cache), for the backward pass.
    """
    if activation == "sigmoid":
        Z, linear_cache = linear_forward(A_prev, W, b)
        A, activation_cache = sigmoid(Z)

    elif activation == "relu":
        Z, linear_cache = linear_forward(A_prev, W, b)
        A, activation_cache = relu(Z)

    cache = (linear_cache, activation_cache)
    return A, cache


def L_model_forward(X, parameters):
    """The whole network forward: [linear, relu] L-1 times, then linear, sigmoid.

    Arguments:
        X: array of shape (n_0, m), the input.
        parameters: dictionary with W1, b1, ..., WL, bL, as initialize_parameters_deep makes it.

    Returns:
        AL: array of shape (1, m), the output of the last layer, between 0 and 1.
        caches: list of the L caches of linear_activation_forward; caches[l - 1] is layer l's.
    """
    caches = []
    A = X
    L = len(parameters) // 2  # number of layers

    for l in range(1, L):
        A_prev = A
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        A, cache = linear_activation_forward(A_prev, W, b, "relu")
        caches.append(cache)

    W, b = parameters["W" + str(L)], parameters["b" + str(L)]
    AL, cache = linear_activation_forward(A, W, b, "sigmoid")
    caches.append(cache)

    return AL, caches


def compute_cost(AL, Y):
    """The cross-entropy cost, equation (7).

    Arguments:
        AL: array of shape (1, m), the predicted probabilities of label 1.
        Y: array of shape (1, m), the true labels, 0 or 1.

    Returns:
        cost: the cost, a single number.
    """
    m = Y.shape[1]

    cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m

    return np.squeeze(cost)  # a plain number, even if it was computed as a 1 by 1 array


def linear_backward(dZ, cache):
    """The linear part of one layer, backward.

    Arguments:
        dZ: array of shape (n, m), the gradient of each example's loss with respect to Z.
        cache: tuple (A_prev, W, b) from linear_forward of the same layer.

    Returns:
        dA_prev: array of shape (n_prev, m), the same with respect to A_prev.
        dW: array of shape (n, n_prev), the gradient of the cost with respect to W.
        db: array of shape (n, 1), the gradient of the cost with respect to b.
    """
    A_prev, W, b = cache
    m = A_prev.shape[1]

    dW = dZ @ A_prev.T / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = W.T @ dZ

    return dA_prev, dW, db


def linear_activation_backward(dA, cache, activation):
    """One whole layer backward: activation, then linear.

    Arguments:
        dA: array of shape (n, m), the gradient of each example's loss with
            respect to the layer's output.
        cache: tuple (linear_cache, activation_cache) from linear_activation_forward.
        activation: "sigmoid" or "relu", as it was on the way forward.

    Returns:
        dA_prev: array of shape (n_prev, m), the same with respect to the layer's input.
        dW: array of shape (n, n_prev), the gradient of the cost with respect to W.
        db: array of shape (n, 1), the gradient of the cost with respect to b.
    """
    linear_cache, activation_cache = cache

    if activation == "relu":
        dZ = relu_backward(dA, activation_cache)
        dA_prev, dW, db = linear_backward(dZ, linear_cache)

    elif activation == "sigmoid":
        dZ = sigmoid_backward(dA, activation_cache)
        dA_prev, dW, db = linear_backward(dZ, linear_cache)

    return dA_prev, dW, db


def L_model_backward(AL, Y, caches):
    """The whole network backward: sigmoid, linear, then [relu, linear] L-1 times.

    Arguments:
        AL: array of shape (1, m), the output of L_model_forward.
        Y: array of shape (1, m), the true labels, 0 or 1.
        caches: list of the L caches of L_model_forward; caches[l - 1] is layer l's.

    Returns:
        grads: dictionary with the gradients, for each layer l from 1 to L:
            dA{l-1}: array of shape (n_{l-1}, m), of each example's loss, with respect to its input
            dW{l}: array of shape (n_l, n_{l-1}), of the cost, with respect to its weights
            db{l}: array of shape (n_l, 1), of the cost, with respect to its biases
    """
    grads = {}
    L = len(caches)  # number of layers
    Y = Y.reshape(AL.shape)

    dAL = -(Y / AL - (1 - Y) / (1 - AL))
    dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
    grads["dA" + str(L - 1)] = dA_prev
    grads["dW" + str(L)] = dW
    grads["db" + str(L)] = db

    for l in reversed(range(L - 1)):
        dA = grads["dA" + str(l + 1)]
        dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
        grads["dA" + str(l)] = dA_prev
        grads["dW" + str(l + 1)] = dW
        grads["db" + str(l + 1)] = db

    return grads


def update_parameters(params, grads, learning_rate):
    """One step of gradient descent, equations (16) and (17).

    Arguments:
        params: dictionary with W1, b1, ..., WL, bL.
        grads: dictionary with dW1, db1, ..., dWL, dbL, as L_model_backward makes it.
        learning_rate: how much of the gradient a step takes, a positive number.

    Returns:
        parameters: a new dictionary with the updated W1, b1, ..., WL, bL.
    """
    parameters = {}
    L = len(params) // 2  # number of layers

    for l in range(L):
        W, b = params["W" + str(l + 1)], params["b" + str(l + 1)]
        parameters["W" + str(l + 1)] = W - learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] = b - learning_rate * grads["db" + str(l + 1)]

    return parameters
