"""The tests of notebook 13, attention."""

import numpy as np

from dnn_tools.toy_language import ToyLanguage
from exercises.errors import ExerciseOpen
from exercises.expected import notebook_13 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def one_pass_inputs_test_case():
    """rows: two additions, 47+85 and 6+3 with leading zeros, the sums from the ones upward."""
    return np.array([[4, 7, 10, 8, 5, 11, 2, 3, 1], [0, 6, 10, 0, 3, 11, 9, 0, 0]])


def embed_test_case():
    """I, E, P: two rows of three tokens, five tokens in all, vectors of two, six positions."""
    random = np.random.RandomState(1)
    E, P = np.round(random.randn(5, 2), 2), np.round(random.randn(6, 2), 2)
    return np.array([[1, 4, 0], [2, 2, 3]]), E, P


def attention_test_case():
    """Q, K, V: three positions, keys of length 2, values of length 4."""
    random = np.random.RandomState(0)
    Q, K = np.round(random.randn(3, 2), 2), np.round(random.randn(3, 2), 2)
    return Q, K, np.round(random.randn(3, 4), 2)


def softmax_backward_test_case():
    """dP, P: three rows of four probabilities."""
    random = np.random.RandomState(2)
    P = np.array([[0.7, 0.1, 0.1, 0.1], [0.25, 0.25, 0.25, 0.25], [0.1, 0.4, 0.3, 0.2]])
    return np.round(random.randn(3, 4), 2), P


def attention_backward_test_case():
    """dO, Q, K, V, weights: the attention of exercise 3, and a gradient of its output."""
    Q, K, V = attention_test_case()
    S = np.where(np.tril(np.ones((3, 3), bool)), Q @ K.T / np.sqrt(2), -np.inf)
    exponentials = np.exp(S - S.max(axis=1, keepdims=True))
    weights = exponentials / exponentials.sum(axis=1, keepdims=True)
    return np.round(np.random.RandomState(4).randn(3, 4), 2), Q, K, V, weights


def next_token_cost_test_case():
    """logits, T, mask: two rows of three positions, four tokens; two positions count in each."""
    logits = np.round(np.random.RandomState(5).randn(2, 3, 4), 2)
    return logits, np.array([[0, 1, 3], [2, 2, 1]]), np.array([[0.0, 1, 1], [0, 1, 1]])


def generate_test_case():
    """rows, length, step: two beginnings of two tokens, to be continued to seven."""
    return np.array([[1, 0], [3, 2]]), 7, ToyLanguage(13, 5, 6)


one_pass_inputs_test = EXERCISES.test(
    "one_pass_inputs", returns=("I", "T"), public=[lambda: (one_pass_inputs_test_case(),)]
)
embed_test = EXERCISES.test("embed", returns="X", public=[embed_test_case])
attention_test = EXERCISES.test(
    "attention", returns=("output", "weights"), public=[attention_test_case]
)
softmax_backward_test = EXERCISES.test(
    "softmax_backward", returns="dS", public=[softmax_backward_test_case]
)
attention_backward_test = EXERCISES.test(
    "attention_backward", returns=("dQ", "dK", "dV"), public=[attention_backward_test_case]
)
next_token_cost_test = EXERCISES.test(
    "next_token_cost", returns="cost", public=[next_token_cost_test_case]
)
generate_test = EXERCISES.test("generate", returns="rows", public=[generate_test_case])

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
