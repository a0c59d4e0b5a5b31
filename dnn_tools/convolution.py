"""A network of convolutions, forward and backward, fast enough to train.

A stage is a convolution with windows of 3 by 3 (stride 1, pad 1, so that the picture keeps its
size), a relu, and max pooling 2 by 2. After the stages each picture becomes a column, and a dense
network goes on from there.
"""

from collections.abc import Callable

import numpy as np

from dnn_tools.logits import forward_to_logits
from solved.notebook_04 import linear_activation_backward, linear_backward
from solved.notebook_09 import initialize_adam, random_mini_batches, update_parameters_with_adam

SAME_SIZE = {"stride": 1, "pad": 1}  # with a window of 3 by 3
# Of all pictures the entries at one place of each window of 2 by 2: A[_PLACES[0]] and so on.
_PLACES = [np.s_[:, i::2, j::2] for i in range(2) for j in range(2)]


def conv_backward_fast(
    dZ: np.ndarray, cache: tuple, input_too: bool = True
) -> tuple[np.ndarray | None, np.ndarray, np.ndarray]:
    """The gradients of a convolution, as conv_backward of notebook 12, without its four loops.

    Arguments:
        dZ: array of shape (m, n_H, n_W, n_C).
        cache: (A_prev, W, b, hparameters), as conv_forward returns it.
        input_too: whether to compute dA_prev, which a first layer does not need.

    Returns:
        dA_prev: array of the shape of A_prev, or None.
        dW, db: arrays of the shapes of W and b. Nothing is divided by m.
    """
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    _, n_H, n_W, n_C = dZ.shape
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_prev_pad, dW = np.zeros(A_prev_pad.shape), np.zeros(W.shape)
    rows = dZ.reshape(-1, n_C)  # one for each place of each picture

    for i, j in np.ndindex(W.shape[:2]):  # the places in the window
        seen = np.s_[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
        dW[i, j] = A_prev_pad[seen].reshape(-1, n_C_prev).T @ rows
        if input_too:
            dA_prev_pad[seen] += (rows @ W[i, j].T).reshape(*dZ.shape[:3], n_C_prev)

    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev]
    return dA_prev if input_too else None, dW, rows.sum(axis=0).reshape(b.shape)


def pool_2x2(A_prev: np.ndarray) -> np.ndarray:
    """Max pooling with f = 2 and stride 2 of pictures with an even number of rows and columns.

    Arguments:
        A_prev: array of shape (m, n_H_prev, n_W_prev, n_C).

    Returns:
        A: array of shape (m, n_H_prev / 2, n_W_prev / 2, n_C).
    """
    first, *others = (A_prev[place] for place in _PLACES)
    A = first.copy()
    for other in others:
        np.maximum(A, other, out=A)
    return A


def pool_2x2_backward(dA: np.ndarray, A_prev: np.ndarray, classic: bool = False) -> np.ndarray:
    """The gradient of pool_2x2.

    Arguments:
        dA: array of shape (m, n_H, n_W, n_C).
        A_prev: array of shape (m, 2 n_H, 2 n_W, n_C), what was pooled.
        classic: whether each of several equal entries gets all of the gradient, which is wrong.

    Returns:
        dA_prev: array of the shape of A_prev; entries that are equally large share the gradient.
    """
    A = pool_2x2(A_prev)
    largest = [A_prev[place] == A for place in _PLACES]
    shares = dA if classic else dA / sum(largest, np.zeros(A.shape))  # the number of equal ones
    dA_prev = np.empty(A_prev.shape)
    for place, is_largest in zip(_PLACES, largest, strict=True):
        dA_prev[place] = is_largest * shares
    return dA_prev


def initialize_conv_net(
    shape: tuple[int, int, int], filters: list[int], layers: list[int], seed: int
) -> dict:
    """He's start for a network of convolutions: a unit has as many inputs as its window has cells.

    Arguments:
        shape: of a picture, (n_H, n_W, n_C).
        filters: how many each stage has.
        layers: the sizes of the dense layers that follow.
        seed: the seed of the random numbers.

    Returns:
        parameters: dictionary with K1, k1, ... (the filters of the stages, of shape
            (3, 3, n_C_prev, n_C), and their biases, (1, 1, 1, n_C)), then W1, b1, ... as ever.
    """
    random, parameters = np.random.RandomState(seed), {}
    n_H, n_W, n_C = shape
    for stage, count in enumerate(filters, start=1):
        spread = np.sqrt(2 / (9 * n_C))
        parameters[f"K{stage}"] = random.randn(3, 3, n_C, count) * spread
        parameters[f"k{stage}"] = np.zeros((1, 1, 1, count))
        n_H, n_W, n_C = n_H // 2, n_W // 2, count
    n_prev = n_H * n_W * n_C
    for layer, n in enumerate(layers, start=1):
        parameters[f"W{layer}"] = random.randn(n, n_prev) * np.sqrt(2 / n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
        n_prev = n
    return parameters


def forward_conv_net(
    X: np.ndarray, parameters: dict, conv_forward: Callable
) -> tuple[np.ndarray, list]:
    """Run the whole network forward.

    Arguments:
        X: array of shape (m, n_H, n_W, n_C), the pictures.
        parameters: dictionary with K1, k1, ..., W1, b1, ...
        conv_forward: conv_forward of notebook 12, or conv_forward_fast.

    Returns:
        ZL: array of shape (n_L, m), the logits: from here on a column is an example.
        caches: for backward_conv_net: one of each stage, and last those of the dense layers.
    """
    caches, A = [], X
    for stage in range(1, sum(name[0] == "K" for name in parameters) + 1):
        Z, cache = conv_forward(A, parameters[f"K{stage}"], parameters[f"k{stage}"], SAME_SIZE)
        caches.append((cache, Z))
        A = pool_2x2(np.maximum(Z, 0))
    columns = A.reshape(len(A), -1).T
    dense_layers = {name: entries for name, entries in parameters.items() if name[0] in "Wb"}
    ZL, dense = forward_to_logits(columns, dense_layers)
    return ZL, [*caches, dense]


def backward_conv_net(dZL: np.ndarray, caches: list, classic: bool = False) -> dict:
    """Run the whole network backward.

    Arguments:
        dZL: array of shape (n_L, m), the gradient of each example's loss with respect to ZL.
        caches: of forward_conv_net.
        classic: whether pooling gives its gradient to each of several equal entries.

    Returns:
        grads: dictionary with dK1, dk1, ..., dW1, db1, ..., the gradients of the cost: each is
            divided by m, once.
    """
    *stages, dense = caches
    m, grads = dZL.shape[1], {}
    dA, *gradients = linear_backward(dZL, dense[-1])
    grads[f"dW{len(dense)}"], grads[f"db{len(dense)}"] = gradients
    for layer in range(len(dense) - 1, 0, -1):
        dA, *gradients = linear_activation_backward(dA, dense[layer - 1], "relu")
        grads[f"dW{layer}"], grads[f"db{layer}"] = gradients
    for stage in range(len(stages), 0, -1):
        cache, Z = stages[stage - 1]
        _, n_H, n_W, n_C = Z.shape
        if stage == len(stages):  # the columns become pictures again
            dA = dA.T.reshape(m, n_H // 2, n_W // 2, n_C)
        dZ = pool_2x2_backward(dA, np.maximum(Z, 0), classic) * (Z > 0)
        dA, dK, dk = conv_backward_fast(dZ, cache, input_too=stage > 1)
        grads[f"dK{stage}"], grads[f"dk{stage}"] = dK / m, dk / m
    return grads


def train_conv_net(
    X: np.ndarray,
    Y: np.ndarray,
    parameters: dict,
    conv_forward: Callable,
    gradient: Callable,
    learning_rate: float = 0.003,
    num_epochs: int = 24,
    mini_batch_size: int = 64,
    seed: int = 1,
    classic: bool = False,
) -> dict:
    """Train a network of convolutions in batches, with Adam.

    Arguments:
        X: array of shape (m, n_H, n_W, n_C), the pictures.
        Y: array of shape (1, m), the labels.
        parameters: those of the start.
        conv_forward: conv_forward_fast of notebook 12.
        gradient: of each example's loss with respect to its logits: gradient(ZL, Y_batch).
        seed: the batches of epoch e are drawn from seed + e.
        classic: see backward_conv_net.

    Returns:
        parameters: those after the last step.
    """
    v, s = initialize_adam(parameters)
    t = 0
    columns = X.reshape(len(X), -1).T  # a column for each picture, as random_mini_batches needs it
    for epoch in range(num_epochs):
        for X_batch, Y_batch in random_mini_batches(columns, Y, mini_batch_size, seed + epoch):
            pictures = X_batch.T.reshape(-1, *X.shape[1:])
            ZL, caches = forward_conv_net(pictures, parameters, conv_forward)
            grads = backward_conv_net(gradient(ZL, Y_batch), caches, classic)
            t = t + 1
            parameters, v, s = update_parameters_with_adam(
                parameters, grads, v, s, t, learning_rate
            )
    return parameters


def move(X: np.ndarray, down: int, right: int) -> np.ndarray:
    """Move pictures by whole pixels; what leaves the picture is lost, and zeros come in.

    Arguments:
        X: array of shape (m, n_H, n_W, n_C).
        down: by how many rows, negative for up.
        right: by how many columns, negative for left.
    """
    moved = np.zeros(X.shape, X.dtype)
    _, n_H, n_W, _ = X.shape
    rows = slice(max(down, 0), n_H + min(down, 0)), slice(max(-down, 0), n_H + min(-down, 0))
    columns = slice(max(right, 0), n_W + min(right, 0)), slice(max(-right, 0), n_W + min(-right, 0))
    moved[:, rows[0], columns[0]] = X[:, rows[1], columns[1]]
    return moved
