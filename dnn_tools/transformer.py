"""A transformer of one block, forward and backward: what notebook 13 supplies around attention.

Rows are positions here: an array (B, L, d) holds B sequences of L positions with d numbers each,
and biases are rows. The parameters of a network are E and P, the vectors of tokens and positions;
Wq, Wk, Wv and Wo of the attention; W1, b1, W2 and b2 of the two layers behind it; and U, which
makes logits of the result.
"""

from collections.abc import Callable

import numpy as np


def initialize_parameters(
    vocabulary: int, length: int, d: int = 32, seed: int = 0
) -> dict[str, np.ndarray]:
    """The start of a network: spread 0.1 for the vectors, that of notebook 07 for the weights.

    Arguments:
        vocabulary: the number of tokens.
        length: the number of positions.
        d: how many numbers stand for a position; the hidden layer has four times as many units.
        seed: the same seed draws the same numbers.

    Returns:
        parameters: dictionary with E (vocabulary, d), P (length, d), Wq, Wk, Wv, Wo (d, d),
            W1 (d, 4 d), b1 (1, 4 d), W2 (4 d, d), b2 (1, d), U (d, vocabulary); biases zero.
    """
    random = np.random.RandomState(seed)
    parameters = {"E": 0.1 * random.randn(vocabulary, d), "P": 0.1 * random.randn(length, d)}
    U = random.randn(d, vocabulary) / np.sqrt(d)
    for name in ("Wq", "Wk", "Wv", "Wo"):
        parameters[name] = random.randn(d, d) / np.sqrt(d)
    parameters["W1"] = random.randn(d, 4 * d) * np.sqrt(2 / d)
    parameters["b1"] = np.zeros((1, 4 * d))
    parameters["W2"] = random.randn(4 * d, d) / np.sqrt(4 * d)
    parameters["b2"] = np.zeros((1, d))
    return parameters | {"U": U}


# ---------------------------------------------------------------- heads


def split_heads(X: np.ndarray, heads: int) -> np.ndarray:
    """Cut the d numbers of each position into equal pieces, one for each head.

    Arguments:
        X: array of shape (B, L, d).
        heads: a divisor of d.

    Returns:
        pieces: array of shape (B, heads, L, d / heads).
    """
    B, L, d = X.shape
    return X.reshape(B, L, heads, d // heads).transpose(0, 2, 1, 3)


def join_heads(pieces: np.ndarray) -> np.ndarray:
    """Put the pieces of all heads side by side again: (B, heads, L, k) to (B, L, heads * k)."""
    B, heads, L, k = pieces.shape
    return pieces.transpose(0, 2, 1, 3).reshape(B, L, heads * k)


# ---------------------------------------------------------------- attention, all sequences at once


def attention_at_once(
    Q: np.ndarray, K: np.ndarray, V: np.ndarray, causal: bool = True
) -> tuple[np.ndarray, np.ndarray]:
    """Attention of many sequences in one go.

    Arguments:
        Q, K: arrays of shape (..., L, k), queries and keys.
        V: array of shape (..., L, v), values.
        causal: whether a position sees only itself and those before it.

    Returns:
        output: array of shape (..., L, v).
        weights: array of shape (..., L, L).
    """
    L, k = Q.shape[-2:]
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(k)
    if causal:
        S = np.where(np.tril(np.ones((L, L), bool)), S, -np.inf)
    exponentials = np.exp(S - S.max(axis=-1, keepdims=True))
    weights = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return weights @ V, weights


def attention_backward_at_once(
    dO: np.ndarray, Q: np.ndarray, K: np.ndarray, V: np.ndarray, weights: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The gradients of attention_at_once, with the shapes of Q, K and V."""
    d_weights = dO @ np.swapaxes(V, -1, -2)
    dS = weights * (d_weights - (d_weights * weights).sum(axis=-1, keepdims=True))
    dS = dS / np.sqrt(Q.shape[-1])
    return dS @ K, np.swapaxes(dS, -1, -2) @ Q, np.swapaxes(weights, -1, -2) @ dO


def one_by_one(function: Callable[..., tuple]) -> Callable[..., tuple]:
    """Make a function of one sequence into a function of many, which takes them one by one.

    Arguments:
        function: takes arrays with two axes and returns a tuple of such arrays.

    Returns:
        a function of arrays with two more axes in front, (B, heads, ...), with results likewise.
    """

    def of_many(*arrays):
        first = arrays[0].shape[:2]
        places = [*np.ndindex(*first)]
        results = zip(*(function(*(a[place] for a in arrays)) for place in places), strict=True)
        stacked = [np.array(parts) for parts in results]
        return tuple(result.reshape(*first, *result.shape[1:]) for result in stacked)

    return of_many


# ---------------------------------------------------------------- the block


def block_forward(
    X: np.ndarray, parameters: dict, heads: int = 2, attend: Callable = attention_at_once
) -> tuple[np.ndarray, tuple]:
    """Run the block, from the vectors of all positions to the logits of what comes next.

    Arguments:
        X: array of shape (B, L, d), the vectors.
        parameters: see initialize_parameters.
        heads: the number of heads.
        attend: attention of arrays (B, heads, L, k): returns the output and the weights.

    Returns:
        logits: array of shape (B, L, vocabulary).
        cache: tuple for block_backward; the sixth item is the weights (B, heads, L, L).
    """
    p = parameters
    Q, K, V = (split_heads(X @ p[name], heads) for name in ("Wq", "Wk", "Wv"))
    output, weights = attend(Q, K, V)
    A = join_heads(output)  # what all heads have brought
    X1 = X + A @ p["Wo"]
    Z = X1 @ p["W1"] + p["b1"]
    R = np.maximum(Z, 0)
    X2 = X1 + R @ p["W2"] + p["b2"]
    logits = X2 @ p["U"]
    return logits, (X, heads, Q, K, V, weights, A, X1, Z, R, X2)


def block_backward(
    dlogits: np.ndarray,
    cache: tuple,
    parameters: dict,
    attend_backward: Callable = attention_backward_at_once,
) -> tuple[np.ndarray, dict]:
    """Run the block backward.

    Arguments:
        dlogits: array of shape (B, L, vocabulary), the gradient of the cost.
        cache: what block_forward has kept.
        parameters: see initialize_parameters.
        attend_backward: the backward pass of the attention, of arrays (B, heads, ...).

    Returns:
        dX: array of shape (B, L, d), the gradient of the cost with respect to X.
        grads: dictionary with dWq, dWk, ..., one for each parameter but E and P.
    """
    p, grads = parameters, {}
    X, heads, Q, K, V, weights, A, X1, Z, R, X2 = cache
    grads["dU"] = _weight_gradient(X2, dlogits)
    dX2 = dlogits @ p["U"].T
    grads["dW2"], grads["db2"] = _weight_gradient(R, dX2), _bias_gradient(dX2)
    dZ = (dX2 @ p["W2"].T) * (Z > 0)
    grads["dW1"], grads["db1"] = _weight_gradient(X1, dZ), _bias_gradient(dZ)
    dX1 = dX2 + dZ @ p["W1"].T  # along the residual connection, and through the layers
    grads["dWo"] = _weight_gradient(A, dX1)
    d_output = split_heads(dX1 @ p["Wo"].T, heads)
    dQ, dK, dV = map(join_heads, attend_backward(d_output, Q, K, V, weights))
    grads["dWq"], grads["dWk"] = _weight_gradient(X, dQ), _weight_gradient(X, dK)
    grads["dWv"] = _weight_gradient(X, dV)
    dX = dX1 + dQ @ p["Wq"].T + dK @ p["Wk"].T + dV @ p["Wv"].T
    return dX, grads


def embed_backward(dX: np.ndarray, tokens: np.ndarray, parameters: dict) -> dict:
    """The gradients of the vectors of tokens and positions.

    Arguments:
        dX: array of shape (B, L, d), the gradient with respect to the embedded sequences.
        tokens: int array of shape (B, L).
        parameters: dictionary with E and P, and perhaps more.

    Returns:
        grads: dictionary with dE and dP. A token that occurs several times gets all of its
            gradients, added up.
    """
    dE, dP = np.zeros_like(parameters["E"]), np.zeros_like(parameters["P"])
    np.add.at(dE, tokens, dX)
    dP[: tokens.shape[1]] = dX.sum(axis=0)
    return {"dE": dE, "dP": dP}


def cost_backward(logits: np.ndarray, T: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The gradient of the mean cross-entropy over the positions whose mask is 1.

    Arguments:
        logits: array of shape (B, L, vocabulary).
        T: int array of shape (B, L), the right tokens.
        mask: array of shape (B, L) of zeros and ones.

    Returns:
        dlogits: array of shape (B, L, vocabulary): probabilities minus truth, as in notebook 11.
    """
    exponentials = np.exp(logits - logits.max(axis=-1, keepdims=True))
    dlogits = exponentials / exponentials.sum(axis=-1, keepdims=True)
    B, L = T.shape
    dlogits[np.arange(B)[:, np.newaxis], np.arange(L), T] -= 1
    return dlogits * (mask / mask.sum())[..., np.newaxis]


def _weight_gradient(A, dZ):
    """Of W in Z = A W + b: the sum over all positions of all sequences."""
    return A.reshape(-1, A.shape[-1]).T @ dZ.reshape(-1, dZ.shape[-1])


def _bias_gradient(dZ):
    return dZ.reshape(-1, dZ.shape[-1]).sum(axis=0, keepdims=True)
