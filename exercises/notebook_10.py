"""The tests of notebook 10, from our own gradients to PyTorch's."""

import numpy as np

from dnn_tools.polynomial import Polynomial
from exercises.errors import ExerciseOpen
from exercises.expected import notebook_10 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def topological_order_test_case():
    """parents, last: the graph of d = (3a + a) * 3a, which is figure 1."""
    return {"a": (), "k": (), "b": ("k", "a"), "c": ("b", "a"), "d": ("c", "b")}, "d"


def backward_test_case():
    """order, parents, slopes: the graph of figure 1 at a = 2 and k = 3, and then d * d."""
    parents, _ = topological_order_test_case()
    parents["e"] = ("d", "d")
    slopes = {"a": (), "k": (), "b": (2.0, 3.0), "c": (1.0, 1.0), "d": (6.0, 8.0)}
    return ["a", "k", "b", "c", "d", "e"], parents, slopes | {"e": (48.0, 48.0)}


def numerical_slope_test_case():
    """f, x, k, epsilon: x0^3 x1 - 2 x1 at (2, -1), along x0, with a long step."""
    return Polynomial((1.0, 3, 1), (-2.0, 0, 1)), [2.0, -1.0], 0, 0.1


def _network(random, sizes):
    """Arrays of two decimals: W1, b1, ... of a network with these sizes, the input first."""
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
        parameters[f"W{layer}"] = np.round(random.randn(n, n_prev), 2)
        parameters[f"b{layer}"] = np.round(0.5 * random.randn(n, 1), 2)
    return parameters


def max_abs_difference_test_case():
    """grads, others: gradients of one layer, with dA0 in the first, and the same moved a little."""
    grads = {
        "dA0": np.array([[9.0, 9.0]]),
        "dW1": np.array([[1.0, -2.0]]),
        "db1": np.array([[0.5]]),
    }
    return grads, {"dW1": np.array([[1.25, -2.5]]), "db1": np.array([[0.25]])}


def torch_forward_test_case():
    """X, parameters: four examples, and a network of sizes 3, 2, 1."""
    random = np.random.RandomState(1)
    return np.round(random.randn(3, 4), 2), _network(random, (3, 2, 1))


def torch_gradients_test_case():
    """X, Y, parameters: four examples with their labels, and a network of sizes 3, 2, 1."""
    X, parameters = torch_forward_test_case()
    return X, np.array([[1, 0, 0, 1]]), parameters


def order_facts(order, parents, last):
    """What must be true of a topological order; what is wrong first explains the rest.

    Raises:
        TypeError: it is no list of names.
    """
    if not isinstance(order, (list, tuple)):
        raise TypeError("it should be a list of names")
    order = list(order)
    if not all(isinstance(name, str) for name in order):
        raise TypeError("it should hold the names of nodes, as texts")
    needed, waiting = set(), [last]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += parents[name]
    facts = {
        "names that are missing": _names(needed - set(order)),
        "names that `last` does not depend on": _names(set(order) - needed),
        "every name occurs once": len(set(order)) == len(order),
    }
    if needed ^ set(order) or not facts["every name occurs once"]:
        return facts
    place = {name: number for number, name in enumerate(order)}
    late = [name for name in order if any(place[parent] > place[name] for parent in parents[name])]
    return facts | {"names that come before one of their parents": _names(late)}


def _names(names):
    return ", ".join(sorted(names)) or "none"


operation_test = EXERCISES.test(
    "operation",
    returns=("value", "slopes"),
    public=[lambda: ("add", 2.0, -3.0), lambda: ("multiply", 2.0, -3.0)]
    + [lambda: ("relu", 2.0), lambda: ("sigmoid", 0.5), lambda: ("log", 0.25)],
)
topological_order_test = EXERCISES.test(
    "topological_order", returns="order", public=[topological_order_test_case], facts=order_facts
)
backward_test = EXERCISES.test("backward", returns="gradients", public=[backward_test_case])
# The division by 2 epsilon leaves some digits of the slope to the rounding of the last step.
numerical_slope_test = EXERCISES.test(
    "numerical_slope", returns="slope", public=[numerical_slope_test_case], tolerance=1e-8
)
max_abs_difference_test = EXERCISES.test(
    "max_abs_difference", returns="difference", public=[max_abs_difference_test_case]
)
torch_forward_test = EXERCISES.test(
    "torch_forward", returns="AL", public=[torch_forward_test_case], needs="torch"
)
torch_gradients_test = EXERCISES.test(
    "torch_gradients", returns="grads", public=[torch_gradients_test_case], needs="torch"
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
