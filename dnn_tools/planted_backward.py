"""Backward passes with a planted error, for `find_the_bug` of notebook 05."""

import numpy as np

from solved.notebook_04 import L_model_backward, L_model_forward

NAMES = "", "W1", "b1", "W2", "b2", "W3", "b3"
KINDS = (
    "a few percent too large",
    "far too large",
    "the sign the other way round",
    "not divided by m",
    "divided by m twice",
    "one entry wrong",
    "the right numbers in wrong places",
    "never computed",
)
MOST = 2000  # numbers in the arguments of a call


class PlantedBackward:
    """A backward pass `backward(parameters, X, Y)` that may hold one error.

    Arguments of a call:
        parameters: dictionary with W1, b1, ..., WL, bL.
        X: array of shape (n_0, m), the input.
        Y: array of shape (1, m), the labels.

    Returns:
        grads: dictionary with dWL, dbL, ..., dW1, db1. One of them is wrong, or none, and whatever
            the network is, the error shows.

    Raises:
        ValueError: the arguments do not fit together, or hold more than 2,000 numbers.
    """

    __name__ = "backward"  # as a message shows it

    def __init__(self, number):
        self._number = number  # says which error it is, see `planted`

    def __repr__(self):
        return f"PlantedBackward({self._number})"

    def __eq__(self, other):
        return isinstance(other, PlantedBackward) and repr(self) == repr(other)

    def __hash__(self):
        return hash(self._number)

    def __call__(self, parameters, X, Y):
        parameters, X, Y = _checked(parameters, X, Y)
        name, kind, size = _taken_apart(self._number)
        with np.errstate(all="ignore"):
            AL, caches = L_model_forward(X, parameters)
            grads = L_model_backward(AL, Y, caches)
            if name in parameters:
                right = grads["d" + name]
                grads["d" + name] = _wrong(right, kind, size, X.shape[1])
        return {key: grad for key, grad in grads.items() if not key.startswith("dA")}


def planted(name, kind="", size=0):
    """The backward pass whose gradient of this parameter, one of NAMES, is wrong in this way.

    Arguments:
        name: one of NAMES; "" for a pass without an error.
        kind: one of KINDS.
        size: a whole number from 0 to 99: how large the error is, or where it sits.
    """
    kind = KINDS.index(kind) if name else 0
    return PlantedBackward((size * len(KINDS) + kind) * len(NAMES) + NAMES.index(name))


def _taken_apart(number):
    rest, name = divmod(number, len(NAMES))
    size, kind = divmod(rest, len(KINDS))
    return NAMES[name], KINDS[kind], size


def _wrong(right, kind, size, m):
    """A gradient with an error of this kind."""
    if kind == "a few percent too large":
        wrong = right * (1.025 + size / 2500)
    elif kind == "far too large":
        wrong = right * (1.5 + size / 50)
    elif kind == "the sign the other way round":
        wrong = -right
    elif kind == "not divided by m":
        wrong = right * m
    elif kind == "divided by m twice":
        wrong = right / m
    elif kind == "one entry wrong":
        wrong = right.copy()
        wrong.flat[size % right.size] += np.max(np.abs(right)) / 4
    elif kind == "the right numbers in wrong places":
        wrong = right.T.reshape(right.shape) if min(right.shape) > 1 else right[::-1, ::-1]
    else:
        wrong = np.zeros_like(right)
    if np.linalg.norm(wrong - right) > 1e-2 * np.linalg.norm(right):
        return wrong
    # With one example, one unit or a layer that is dead there would be nothing to see.
    return right + 0.1 + np.max(np.abs(right))


def _checked(parameters, X, Y):
    """The arguments of a call as float64 arrays.

    Raises:
        ValueError: they do not fit together, or are too many numbers.
    """
    names = [f"{letter}{layer}" for layer in range(1, 1000) for letter in "Wb"]
    if not isinstance(parameters, dict) or len(parameters) not in range(2, len(names), 2):
        raise ValueError("backward: parameters should be a dictionary with W1, b1, ..., WL, bL.")
    names = names[: len(parameters)]
    if any(name not in parameters for name in names):
        raise ValueError(
            f"backward: parameters should have the keys {names[0]}, {names[1]}, ..., {names[-2]}, "
            f"{names[-1]}, and its keys are {', '.join(map(str, parameters))[:200]}."
        )
    arrays = {name: parameters[name] for name in names} | {"X": X, "Y": Y}
    for name, array in arrays.items():
        if not isinstance(array, np.ndarray) or array.ndim != 2 or array.dtype.kind not in "biuf":
            raise ValueError(f"backward: {name} should be an array of numbers with two axes.")
    if sum(array.size for array in arrays.values()) > MOST:
        raise ValueError(f"backward: more than {MOST:,} numbers in all; take a smaller network.")
    n = len(X)
    for name, other in zip(names[::2], names[1::2], strict=True):
        rows = len(parameters[name])
        shapes = parameters[name].shape, parameters[other].shape
        if shapes != ((rows, n), (rows, 1)) or rows == 0:
            raise ValueError(
                f"backward: {name} and {other} have the shapes {shapes[0]} and {shapes[1]}; "
                f"behind {n} inputs they should be (n, {n}) and (n, 1)."
            )
        n = rows
    if np.shape(Y) != (n, X.shape[1]) or 0 in (*np.shape(X), *np.shape(Y)):
        raise ValueError(
            f"backward: X and Y have the shapes {np.shape(X)} and {np.shape(Y)}, and the network "
            f"has {n} outputs: they should be ({len(X)}, m) and ({n}, m), with the same m."
        )
    arrays = {name: array.astype(float) for name, array in arrays.items()}
    if not all(np.isfinite(array).all() for array in arrays.values()):
        raise ValueError("backward: among the numbers is one that is not finite.")
    return {name: arrays[name] for name in names}, arrays["X"], arrays["Y"]
