"""Fresh cases for the exercises of notebook 13: what the public cases are not.

A function per exercise yields (label, arguments); see `authoring/cases.py`.
"""

import numpy as np

from authoring.cases import count, find
from dnn_tools.toy_language import ToyLanguage

IMPORTS = "from dnn_tools.toy_language import ToyLanguage"


def one_pass_inputs(draw):
    for B, L in ((2, 4), (1, 5), (3, 3), (4, 2), (1, 2), (5, 7)):
        B, L = draw.sizes(B, L)
        yield f"{count('row', B)} of {L} tokens", (_tokens(draw, 12, B, L),)


def one_pass_inputs_counterpart(draw, rows):
    return (_tokens(draw, 12, *rows.shape),)


def embed(draw):
    for B, L, d, vocabulary, more in (
        (2, 3, 4, 5, 0),
        (3, 2, 5, 4, 3),
        (1, 4, 3, 2, 2),
        (4, 1, 2, 6, 1),
        (3, 3, 3, 3, 0),
        (1, 1, 2, 3, 4),
        (5, 6, 1, 4, 1),
    ):
        B, L, d, vocabulary = draw.sizes(B, L, d, vocabulary)
        label = [count("row", B), count("position", L), f"vectors of {d}"]
        label += ["more rows in P"] * (more > 0)
        I = _tokens(draw, vocabulary, B, L)  # noqa: E741
        yield ", ".join(label), (I, draw.numbers(vocabulary, d), draw.numbers(L + more, d))


def embed_counterpart(draw, I, E, P):  # noqa: E741
    return _tokens(draw, len(E), *I.shape), draw.numbers(*E.shape), draw.numbers(*P.shape)


# Positions, the length of a key and of a value, and the spread of queries and keys.
ATTENTION = (
    (5, 3, 2, 1),
    (2, 6, 5, 1),
    (4, 4, 4, 1),
    (1, 3, 2, 1),
    (4, 1, 3, 1),
    (6, 2, 1, 1),
    (3, 5, 3, 0),
    (7, 4, 6, 1),
)


def attention(draw):
    for L, k, v, spread in ATTENTION:
        L, k, v = draw.sizes(L, k, v)
        label = _sizes(L, k, v) + ", all keys 0" * (spread == 0)
        yield label, (draw.numbers(L, k), spread * draw.numbers(L, k), draw.numbers(L, v))
    L, k, v = draw.sizes(5, 3, 2)
    V = draw.numbers(L, v)
    yield "scores in the thousands", (*_large(draw, L, k), V)
    # Large scores that differ little, so that only the exponential of a large number hurts.
    level = np.sqrt(1500 / np.sqrt(k))
    Q, K = (np.round(level + draw.numbers(L, k, spread=0.02), 3) for _ in "QK")
    yield "large scores that are almost alike", (Q, K, V)
    # The first key fits best everywhere, and each row has another level.
    level = np.sqrt(np.sqrt(k) / k)
    Q = 20 * level * np.repeat(np.arange(1.0, L + 1)[:, np.newaxis], k, axis=1)
    K = 40 * level * np.repeat(np.arange(L, 0.0, -1)[:, np.newaxis], k, axis=1)
    yield "rows of large scores on different levels", (Q + draw.numbers(L, k, spread=0.01), K, V)


def _large(draw, L, k):
    """Q and K with large scores: in some row the largest is one that it must not see, by far."""

    def good(case):
        S = case[0] @ case[1].T / np.sqrt(k)
        hidden = [S[i, i + 1 :].max() - S[i, : i + 1].max() for i in range(L - 1)]
        least = min(S[i, : i + 1].max() for i in range(L))
        return max(hidden) > 1100 and least < -1100 and S[-1].max() > 800

    return find(
        lambda: (draw.numbers(L, k, spread=50), draw.numbers(L, k, spread=50)),
        good,
    )


def softmax_backward(draw):
    for rows, columns, sure in ((4, 5, 0), (2, 3, 0), (3, 3, 0), (1, 4, 0), (5, 2, 1), (6, 6, 1)):
        rows, columns = draw.sizes(rows, columns)
        label = f"{count('row', rows)} of {columns} probabilities" + ", some 0 and 1" * sure
        yield label, (draw.numbers(rows, columns), _probabilities(draw, rows, columns, sure))
    n = draw.size(4)
    yield "the weights of causal attention", (draw.numbers(n, n), _causal(draw, n))
    yield "one column", (draw.numbers(draw.size(3), 1), np.ones((draw.size(3), 1)))


def softmax_backward_counterpart(draw, dP, P):
    return draw.numbers(*dP.shape), _probabilities(draw, *P.shape, sure=False)


def attention_backward(draw):
    for L, k, v, spread in ATTENTION:
        L, k, v = draw.sizes(L, k, v)
        Q, K, V = draw.numbers(L, k), spread * draw.numbers(L, k), draw.numbers(L, v)
        label = _sizes(L, k, v) + ", all keys 0" * (spread == 0)
        yield label, _backward(draw, Q, K, V)


def attention_backward_counterpart(draw, dO, Q, K, V, weights):
    return _backward(draw, *(draw.numbers(*array.shape) for array in (Q, K, V)))


def _backward(draw, Q, K, V):
    """The arguments of attention_backward."""
    return draw.numbers(*V.shape), Q, K, V, draw.solved["attention"](Q, K, V)[1]


def next_token_cost(draw):
    for B, L, vocabulary, kind in (
        (3, 4, 5, "uneven"),
        (1, 5, 3, "all"),
        (4, 2, 6, "last"),
        (2, 3, 3, "one"),
        (3, 3, 4, "a row without"),
        (1, 1, 2, "all"),
        (5, 4, 2, "uneven"),
    ):
        B, L, vocabulary = draw.sizes(B, L, vocabulary)
        yield f"{count('row', B)}, mask: {kind}", _cost(draw, B, L, vocabulary, kind)
    B, L, vocabulary = draw.sizes(3, 4, 5)
    logits, T, mask = _cost(draw, B, L, vocabulary, "uneven")
    large, hard = 300 * logits, logits.copy()
    b, i = np.argwhere(mask == 1)[0]
    large[b, i, T[b, i] - 1] = 1000.0
    other = tuple(np.argwhere(mask == 1)[1])  # far below, all of it
    large[other] = logits[other] - 100
    yield "logits up to 1000", (large, T, mask)
    hard[b, i, T[b, i]] = -900.0
    yield "a right token with the probability 0", (hard, T, mask)
    # The same of a position that does not count.
    b, i = np.argwhere(mask == 0)[0]
    logits = logits.copy()
    logits[b, i] = 0.0
    logits[b, i, T[b, i]] = -900.0
    yield "a probability of 0 where the mask is 0", (logits, T, mask)


def next_token_cost_counterpart(draw, logits, T, mask):
    return draw.numbers(*logits.shape), _tokens(draw, logits.shape[2], *T.shape), mask


def generate(draw):
    for B, L, more, vocabulary in (
        (3, 2, 3, 6),
        (1, 4, 2, 3),
        (4, 3, 1, 5),
        (2, 1, 4, 7),
        (3, 5, 0, 4),
        (5, 2, 5, 2),
        (1, 1, 1, 4),
    ):
        B, L, vocabulary = draw.sizes(B, L, vocabulary)
        more = more and draw.whole(more, 1, 7)
        label = f"{count('row', B)} of {count('token', L)}, {more} more"
        yield label, _generation(draw, B, L, more, vocabulary)


def generate_counterpart(draw, rows, length, step):
    return _generation(draw, *rows.shape, length - rows.shape[1], 5)


def _generation(draw, B, L, more, vocabulary):
    """Rows, the length and the language: the best token stands out, and not always the same one."""

    def good(case):
        rows, length, step = case
        while rows.shape[1] < length:
            best = np.sort(step(rows)[:, -1], axis=1)
            if np.min(best[:, -1] - best[:, -2]) < 1e-3:
                return False
            rows = np.column_stack([rows, np.argmax(step(rows)[:, -1], axis=1)])
        return more < 2 or all(len(set(row[L:])) > 1 for row in rows.tolist())

    return find(
        lambda: (
            _tokens(draw, vocabulary, B, L),
            L + more,
            ToyLanguage(int(draw.rng.integers(10**6)), vocabulary, max(1, L + more - 1)),
        ),
        good,
    )


def _tokens(draw, vocabulary, *shape):
    return draw.rng.integers(0, vocabulary, size=shape)


def _sizes(L, k, v):
    return f"{count('position', L)}, keys of {k}, values of {v}"


def _probabilities(draw, rows, columns, sure=False):
    """Rows of sum 1; with `sure` the first is a single 1, and the second has a 0."""
    P = draw.rng.uniform(0.1, 1, size=(rows, columns))
    if sure:
        P[0] = np.eye(columns)[draw.rng.integers(columns)]
        P[1, -1] = 0
    return P / P.sum(axis=1, keepdims=True)


def _causal(draw, n):
    P = np.tril(draw.rng.uniform(0.1, 1, size=(n, n)))
    return P / P.sum(axis=1, keepdims=True)


def _cost(draw, B, L, vocabulary, kind):
    """Logits, targets and a mask of this kind."""
    mask = np.ones((B, L))
    if kind == "last":
        mask[:, :-1] = 0
    elif kind == "one":
        mask = np.zeros((B, L))
        mask[-1, 0] = 1
    elif kind == "a row without":
        mask[0] = 0
        mask[-1, 0] = 0
    elif kind == "uneven":  # no two rows count equally many positions, as far as they can
        for row in range(B):
            mask[row, : (row + 1) % L] = 0
    return draw.numbers(B, L, vocabulary), _tokens(draw, vocabulary, B, L), mask


# Arguments that the contract allows, for the mutants


def _shape(rng, *most):
    return tuple(int(rng.integers(1, n + 1)) for n in most)


def _one_pass(rng, solved):
    for _ in range(12):
        B, L = _shape(rng, 4, 6)
        yield (rng.integers(0, 12, size=(B, L + 1)),)


def _embed(rng, solved):
    for number in range(14):
        B, L, d, vocabulary = _shape(rng, 4, 5, 4, 6)
        I = rng.integers(0, vocabulary, size=(B, L))  # noqa: E741
        yield I, rng.normal(size=(vocabulary, d)), rng.normal(size=(L + number % 3, d))


def _attention(rng, solved):
    for number in range(16):
        L, k, v = _shape(rng, 6, 5, 4)
        spread = (1, 1, 3, 30)[number % 4]
        Q, K = rng.normal(scale=spread, size=(2, L, k))
        yield Q, K, rng.normal(size=(L, v))
    for number in range(2):
        yield _large_scores(rng, 4 + number)


def _large_scores(rng, L):
    Q, K = rng.normal(scale=60, size=(2, L, 2))
    return Q, K, rng.normal(size=(L, 3))


def _softmax_backward(rng, solved):
    for number in range(14):
        n, m = _shape(rng, 5, 5)
        P = rng.uniform(size=(n, m)) + 0.01
        if number % 3 == 0:
            m = n
            P = np.tril(rng.uniform(0.1, 1, size=(n, n)))
        yield rng.normal(size=(n, m)), P / P.sum(axis=1, keepdims=True)


def _attention_backward(rng, solved):
    for _ in range(16):
        L, k, v = _shape(rng, 6, 5, 4)
        Q, K, V = rng.normal(size=(L, k)), rng.normal(size=(L, k)), rng.normal(size=(L, v))
        yield rng.normal(size=(L, v)), Q, K, V, solved["attention"](Q, K, V)[1]


def _next_token_cost(rng, solved):
    for number in range(16):
        B, L, vocabulary = _shape(rng, 4, 5, 6)
        mask = (rng.random((B, L)) < 0.6) * 1.0
        mask.flat[rng.integers(mask.size)] = 1
        logits = rng.normal(scale=(1, 1, 5, 400)[number % 4], size=(B, L, vocabulary))
        yield logits, rng.integers(0, vocabulary, size=(B, L)), mask


def _generate(rng, solved):
    for number in range(14):
        B, L, vocabulary = _shape(rng, 4, 4, 6)
        length = L + number % 5
        step = ToyLanguage(int(rng.integers(10**6)), vocabulary, max(1, length - 1))
        yield rng.integers(0, vocabulary, size=(B, L)), length, step


ALLOWED = {
    "one_pass_inputs": _one_pass,
    "embed": _embed,
    "attention": _attention,
    "softmax_backward": _softmax_backward,
    "attention_backward": _attention_backward,
    "next_token_cost": _next_token_cost,
    "generate": _generate,
}
