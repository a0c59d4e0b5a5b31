"""The tests of notebook 09, optimization."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_09 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def _network(random, prefix="", spread=1.0):
    """Arrays for three inputs, two hidden units and one output, of two decimals."""
    shapes = {"W1": (2, 3), "b1": (2, 1), "W2": (1, 2), "b2": (1, 1)}
    return {
        prefix + name: np.round(spread * random.randn(*shape), 2) for name, shape in shapes.items()
    }


def update_parameters_with_gd_test_case():
    """parameters, grads, learning_rate: two layers."""
    random = np.random.RandomState(1)
    return _network(random), _network(random, "d"), 0.1


def random_mini_batches_test_case():
    """X, Y, mini_batch_size, seed: 148 examples, which are two batches of 64 and one of 20."""
    random = np.random.RandomState(1)
    return random.randn(3, 148), (random.randn(1, 148) > 0).astype(int), 64, 0


def initialize_velocity_test_case():
    """parameters: two layers."""
    return _network(np.random.RandomState(1))


def update_parameters_with_momentum_test_case():
    """parameters, grads, v, beta, learning_rate: two layers that are already moving."""
    random = np.random.RandomState(1)
    parameters, grads = _network(random), _network(random, "d")
    return parameters, grads, _network(random, "d"), 0.9, 0.1


def initialize_adam_test_case():
    """parameters: two layers."""
    return _network(np.random.RandomState(2))


def update_parameters_with_adam_test_case():
    """parameters, grads, v, s, t: two layers before their second step."""
    random = np.random.RandomState(1)
    parameters, grads = _network(random), _network(random, "d")
    v = _network(random, "d", 0.1)
    s = {name: np.abs(entries) + 0.01 for name, entries in _network(random, "d", 0.1).items()}
    return parameters, grads, v, s, 2


def batch_facts(mini_batches, X, Y, mini_batch_size=64, seed=0):
    """What must be true of mini-batches; what is wrong first explains the rest.

    Raises:
        TypeError: they are no list of pairs of matrices.
    """
    if not isinstance(mini_batches, (list, tuple)):
        raise TypeError("it should be a list of pairs (X_batch, Y_batch)")
    pairs = [tuple(pair) for pair in mini_batches]
    for pair in pairs:
        if len(pair) != 2 or not all(isinstance(part, np.ndarray) for part in pair):
            raise TypeError("each item should be a pair of arrays, (X_batch, Y_batch)")
        if not pair[0].ndim == pair[1].ndim == 2:
            raise TypeError("X_batch and Y_batch should have two axes: a column is an example")
    facts = {
        "number of batches": len(pairs),
        "sizes of the batches": ", ".join(str(X_batch.shape[1]) for X_batch, _ in pairs),
        "each X_batch has the rows of X": all(len(X_batch) == len(X) for X_batch, _ in pairs),
        "each Y_batch has the rows of Y": all(len(Y_batch) == len(Y) for _, Y_batch in pairs),
        "each Y_batch has as many columns as its X_batch": all(
            X_batch.shape[1] == Y_batch.shape[1] for X_batch, Y_batch in pairs
        ),
        "the batches hold float64 numbers where X and Y do": all(
            part.dtype == whole.dtype or whole.dtype.kind != "f"
            for pair in pairs
            for part, whole in zip(pair, (X, Y), strict=True)
        ),
    }
    if not pairs or not all(facts.values()):
        return facts
    X_all, Y_all = (np.hstack(parts) for parts in zip(*pairs, strict=True))
    return facts | {
        "each example occurs exactly once": _columns(X_all) == _columns(X),
        "each example keeps its own label": _columns(X_all, Y_all) == _columns(X, Y),
        "every X_batch, side by side": X_all,
        "every Y_batch, side by side": Y_all,
    }


def _columns(*matrices):
    """The columns of matrices that stand on each other, sorted."""
    return sorted(map(tuple, np.vstack(matrices).T.tolist()))


update_parameters_with_gd_test = EXERCISES.test(
    "update_parameters_with_gd",
    returns="new_parameters",
    public=[update_parameters_with_gd_test_case],
)
random_mini_batches_test = EXERCISES.test(
    "random_mini_batches",
    returns="mini_batches",
    public=[random_mini_batches_test_case],
    facts=batch_facts,
)
initialize_velocity_test = EXERCISES.test(
    "initialize_velocity", returns="v", public=[lambda: (initialize_velocity_test_case(),)]
)
update_parameters_with_momentum_test = EXERCISES.test(
    "update_parameters_with_momentum",
    returns=("new_parameters", "new_v"),
    public=[update_parameters_with_momentum_test_case],
)
initialize_adam_test = EXERCISES.test(
    "initialize_adam", returns=("v", "s"), public=[lambda: (initialize_adam_test_case(),)]
)
update_parameters_with_adam_test = EXERCISES.test(
    "update_parameters_with_adam",
    returns=("new_parameters", "new_v", "new_s"),
    public=[update_parameters_with_adam_test_case],
)
update_lr_test = EXERCISES.test(
    "update_lr", returns="learning_rate", public=[lambda: (0.5, 2, 1.0)]
)
schedule_lr_decay_test = EXERCISES.test(
    "schedule_lr_decay",
    returns="learning_rate",
    public=[lambda: (0.5, 10, 0.3, 100), lambda: (0.5, 100, 0.3, 100)],
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
