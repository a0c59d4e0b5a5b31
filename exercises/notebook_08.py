"""The tests of notebook 08, regularization."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_08 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def compute_cost_with_regularization_test_case():
    """A3, Y, parameters, lambd: five examples, three layers. The classic numbers."""
    random, parameters = np.random.RandomState(1), {}
    for name, shape in (("1", (2, 3)), ("2", (3, 2)), ("3", (1, 3))):
        parameters["W" + name] = random.randn(*shape)
        parameters["b" + name] = random.randn(shape[0], 1)
    A3 = np.array([[0.40682402, 0.01629284, 0.16722898, 0.10118111, 0.40682402]])
    return A3, np.array([[1, 1, 0, 1, 0]]), parameters, 0.1


def backward_propagation_with_regularization_test_case():
    """X, Y, cache, lambd: five examples, layers of 3, 2, 3 and 1 units."""
    X, parameters = forward_propagation_with_dropout_test_case()[:2]
    A, cache = X, ()
    for layer in (1, 2, 3):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        Z = W @ A + b
        A = np.maximum(0, Z) if layer < 3 else 1 / (1 + np.exp(-Z))
        cache += (Z, A, W, b)
    return X, np.array([[1, 1, 0, 1, 0]]), cache, 0.7


def forward_propagation_with_dropout_test_case():
    """X, parameters, keep_prob: five examples, layers of 3, 2, 3 and 1 units."""
    random, parameters = np.random.RandomState(14), {}
    X = np.round(random.randn(3, 5), 2)
    for layer, (n_prev, n) in enumerate(((3, 2), (2, 3), (3, 1)), start=1):
        parameters[f"W{layer}"] = np.round(random.randn(n, n_prev), 2)
        parameters[f"b{layer}"] = np.round(random.randn(n, 1), 2)
    return X, parameters, 0.7


def backward_propagation_with_dropout_test_case():
    """X, Y, cache, keep_prob: five examples, layers of 3, 2, 3 and 1 units."""
    X, parameters = forward_propagation_with_dropout_test_case()[:2]
    hidden_1 = (
        [[1.7662, -0.3176, 0.2731, 0.8422, 0.3344], [0.5957, 3.8141, 1.8359, 1.3364, -0.3406]],
        [[1, 1, 0, 1, 1], [0, 1, 1, 1, 1]],
        [[2.2078, 0.0, 0.0, 1.0527, 0.418], [0.0, 4.7676, 2.2949, 1.6705, 0.0]],
    )
    hidden_2 = (
        [
            [2.848, -2.6222, -1.2622, 0.4393, 0.5392],
            [-3.5136, 2.9885, 0.7383, -0.8615, -1.7596],
            [1.7107, -0.1146, -0.1641, 0.7393, 0.1537],
        ],
        [[0, 1, 1, 1, 1], [1, 0, 1, 1, 1], [0, 1, 1, 1, 1]],
        [
            [0.0, 0.0, 0.0, 0.5491, 0.674],
            [0.0, 0.0, 0.9229, 0.0, 0.0],
            [0.0, 0.0, 0.0, 0.9241, 0.1921],
        ],
    )
    output = [[-0.15, -0.15, -0.9991, 0.146, 0.6562]], [[0.4626, 0.4626, 0.2691, 0.5364, 0.6584]]
    cache = ()
    for layer, arrays in enumerate((hidden_1, hidden_2, output), start=1):
        cache += (*map(np.array, arrays), parameters[f"W{layer}"], parameters[f"b{layer}"])
    return X, np.array([[1, 1, 0, 1, 0]]), cache, 0.8


def early_stopping_test_case():
    """costs, patience: seven costs, of which three in a row may bring no new lowest one."""
    return [0.9, 0.5, 0.4, 0.45, 0.41, 0.6, 0.3], 3


compute_cost_with_regularization_test = EXERCISES.test(
    "compute_cost_with_regularization",
    returns="cost",
    public=[compute_cost_with_regularization_test_case],
)
# What the classic solutions return besides, such as dZ3 and dA2, may be there too.
backward_propagation_with_regularization_test = EXERCISES.test(
    "backward_propagation_with_regularization",
    returns="grads",
    public=[backward_propagation_with_regularization_test_case],
    extra_keys=True,
)
forward_propagation_with_dropout_test = EXERCISES.test(
    "forward_propagation_with_dropout",
    returns=("A3", "cache"),
    public=[
        forward_propagation_with_dropout_test_case,
        lambda: (*forward_propagation_with_dropout_test_case(), 2),
    ],
)
backward_propagation_with_dropout_test = EXERCISES.test(
    "backward_propagation_with_dropout",
    returns="grads",
    public=[backward_propagation_with_dropout_test_case],
    extra_keys=True,
)
early_stopping_test = EXERCISES.test(
    "early_stopping", returns="best", public=[early_stopping_test_case]
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
