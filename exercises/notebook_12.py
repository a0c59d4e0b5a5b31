"""The tests of notebook 12, convolution step by step."""

import numpy as np

from exercises.errors import ExerciseOpen
from exercises.expected import notebook_12 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card


def zero_pad_test_case():
    """X, pad: two pictures of two rows, three columns and two channels."""
    return np.round(np.random.RandomState(1).randn(2, 2, 3, 2), 1), 1


def conv_single_step_test_case():
    """a_slice_prev, W, b: a window of 4 by 4 with three channels."""
    random = np.random.RandomState(1)
    return random.randn(4, 4, 3), random.randn(4, 4, 3), random.randn(1, 1, 1)


def conv_forward_test_case():
    """A_prev, W, b, hparameters: two pictures, 5 by 7 with four channels, and eight filters."""
    random = np.random.RandomState(1)
    A_prev, W, b = random.randn(2, 5, 7, 4), random.randn(3, 3, 4, 8), random.randn(1, 1, 1, 8)
    return A_prev, W, b, {"stride": 2, "pad": 1}


def pool_forward_test_case():
    """A_prev, hparameters: two pictures, 5 by 5 with three channels, and windows of 3 by 3."""
    return np.random.RandomState(1).randn(2, 5, 5, 3), {"f": 3, "stride": 1}


def conv_backward_test_case():
    """dZ, cache: two pictures, 4 by 5 with two channels, and three filters."""
    random = np.random.RandomState(1)
    A_prev, W, b = random.randn(2, 4, 5, 2), random.randn(3, 3, 2, 3), random.randn(1, 1, 1, 3)
    return random.randn(2, 4, 5, 3), (A_prev, W, b, {"stride": 1, "pad": 1})


def create_mask_from_window_test_case():
    """x: a window of 3 by 3 whose largest entry occurs three times."""
    return np.array([[1.0, 4.0, 2.0], [4.0, 0.5, 3.0], [-1.0, 4.0, 2.5]])


def pool_backward_test_case():
    """dA, cache: one picture, 4 by 4, in four windows, one of which has three equal entries."""
    rows = [
        [1.0, 3.0, 2.0, 2.0],
        [0.0, -1.0, 2.0, 1.0],
        [5.0, 4.0, -3.0, -2.0],
        [0.0, 1.0, -1.0, -4.0],
    ]
    dA = np.array([[2.0, 6.0], [-1.0, 4.0]])
    return dA.reshape(1, 2, 2, 1), (np.array(rows).reshape(1, 4, 4, 1), {"f": 2, "stride": 2})


def conv_forward_fast_test_case():
    """A_prev, W, b, hparameters: those of conv_forward."""
    return conv_forward_test_case()


# ---------------------------------------------------------------- many right answers

# Where several entries of a window are equally large, any sharing of its gradient is right.
ADDED_UP = "gradient (of equal entries: their sum, at the first of them)"


def mask_facts(mask, x):
    """List the facts that hold of the weights of a window.

    Raises:
        TypeError: it is no array of numbers.
    """
    mask = _numbers(mask)
    facts = {"shape": str(mask.shape)}
    if mask.shape != x.shape:
        return facts
    largest = x == x.max()
    return facts | {
        "weight of an entry that is not the largest": np.where(largest, 0.0, mask),
        "sum of the weights": float(mask.sum()),
        "no weight is below 0": bool(mask.min() >= 0),
    }


def pool_facts(dA_prev, dA, cache, mode="max"):
    """List the facts that hold of the gradient of pooling.

    The gradient of a window goes to its largest entries. Windows overlap: entries that are linked
    by windows in which they are equally large form a group, and the gradients of these windows
    are what the group receives.

    Raises:
        TypeError: it is no array of numbers.
    """
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    gradient = _numbers(dA_prev)
    facts = {"shape": str(gradient.shape)}
    if gradient.shape != A_prev.shape:
        return facts
    if mode != "max":
        return facts | {"gradient": gradient}
    groups, tied, rest = {}, [], gradient.copy()
    for i, h, w, c in np.ndindex(dA.shape):
        top, left = h * stride, w * stride
        window = A_prev[i, top : top + f, left : left + f, c]
        places = np.argwhere(window == window.max())
        places = [(i, top + int(row), left + int(column), c) for row, column in places]
        if len(places) == 1:
            rest[places[0]] -= dA[i, h, w, c]
        else:
            tied.append((places, dA[i, h, w, c]))
        merged = {place for known in places for place in groups.get(known, {known})}
        groups |= dict.fromkeys(merged, merged)
    added_up, done = gradient.copy(), set()
    for place in sorted(groups):
        if place not in done:
            done |= groups[place]
            added_up[place] = sum(gradient[other] for other in sorted(groups[place]))
        else:
            added_up[place] = 0.0
    alone = [
        np.array([rest[place] for place in places]) * np.sign(total)
        for places, total in tied
        if sum(not groups[places[0]].isdisjoint(others) for others, _ in tied) == 1
    ]
    fair = all(share.min() > -1e-9 for share in alone)
    return facts | {
        ADDED_UP if tied else "gradient": added_up,
        "no share of a gradient has the wrong sign": fair,
    }


def _numbers(value):
    """The array as float64."""
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "biuf":
        raise TypeError("it should be an array of numbers")
    return value.astype(float)


zero_pad_test = EXERCISES.test("zero_pad", returns="X_pad", public=[zero_pad_test_case])
conv_single_step_test = EXERCISES.test(
    "conv_single_step", returns="Z", public=[conv_single_step_test_case]
)
conv_forward_test = EXERCISES.test(
    "conv_forward", returns=("Z", "cache"), public=[conv_forward_test_case]
)
pool_forward_test = EXERCISES.test(
    "pool_forward",
    returns=("A", "cache"),
    public=[pool_forward_test_case, lambda: (*pool_forward_test_case(), "average")],
)
conv_backward_test = EXERCISES.test(
    "conv_backward", returns=("dA_prev", "dW", "db"), public=[conv_backward_test_case]
)
create_mask_from_window_test = EXERCISES.test(
    "create_mask_from_window",
    returns="mask",
    public=[lambda: (create_mask_from_window_test_case(),)],
    facts=mask_facts,
)
pool_backward_test = EXERCISES.test(
    "pool_backward",
    returns="dA_prev",
    public=[pool_backward_test_case, lambda: (*pool_backward_test_case(), "average")],
    facts=pool_facts,
)
conv_forward_fast_test = EXERCISES.test(
    "conv_forward_fast", returns=("Z", "cache"), public=[conv_forward_fast_test_case]
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
