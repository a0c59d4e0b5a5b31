"""Fresh cases for the exercises of notebook 01."""

import numpy as np

from authoring import cases as shared

# The sizes as learners see them. Where they vary, each number above 1 stands for another one.
SHAPES = (5,), (3, 4), (4, 1), (2, 3, 2), (1, 1)
# (height, width, depth): colour, grey, one row, one column, all the same, one number.
IMAGES = (4, 2, 3), (2, 3, 1), (1, 4, 3), (5, 1, 2), (3, 3, 3), (1, 1, 1)
TABLES = (3, 4), (4, 2), (3, 3), (1, 3), (2, 1)
# (units, inputs, examples): many, one of each, one input, all the same, one example, one unit.
LAYERS = (3, 4, 5), (1, 2, 1), (4, 1, 3), (2, 2, 2), (2, 3, 1), (1, 3, 4)


def draw(seed, solved, vary=False):
    """Fresh cases: see `authoring.cases.draw`."""
    rng = np.random.default_rng(seed)
    size = shared.other_sizes(rng) if vary else list(range(7))
    cases = {}

    def add(name, label, *arguments):
        cases.setdefault(name, []).append((label, arguments))

    for sign, kind in ((-1, "x below 0"), (1, "x above 0")):
        whole, fraction = int(rng.integers(8, 13)), int(rng.integers(101, 400)) / 100
        add("basic_sigmoid", f"a whole number, {kind}", sign * whole)
        add("basic_sigmoid", f"a fraction, {kind}", sign * fraction)
    add("basic_sigmoid", "zero", 0.0)

    for sizes in SHAPES:
        shape = tuple(size[n] for n in sizes)
        for name in ("sigmoid", "sigmoid_derivative"):
            add(name, f"fractions, {_by(shape)}", _numbers(rng, shape, spread=4))
    shape = size[2], size[4]
    for name in ("sigmoid", "sigmoid_derivative"):
        add(name, f"whole numbers, {_by(shape)}", _whole(rng, shape, -6))

    shapes = [tuple(size[n] for n in sizes) for sizes in IMAGES]
    for shape in [*shapes, (size[2], size[3], size[4] + 3)]:
        numbers = _different(rng, shape)
        kind = "grey" if shape[2] == 1 else "colour" if shape[2] == 3 else f"depth {shape[2]}"
        if shape == shapes[0]:
            add("image2vector", f"whole numbers, {kind}, {_by(shape)}", numbers)
        else:
            add("image2vector", f"fractions, {kind}, {_by(shape)}", numbers / 1000)

    for sizes in TABLES:
        shape = tuple(size[n] for n in sizes)
        label = f"{shape[0]} row{'s' * (shape[0] > 1)}, {shape[1]} column{'s' * (shape[1] > 1)}"
        add("normalize_rows", label, _numbers(rng, shape))
        add("softmax", label, _numbers(rng, shape, spread=3))
    wide, high = (size[3], size[4] + 4), (size[4], size[3])
    scales = 10.0 ** (np.arange(wide[0])[:, None] % 4 - 2)
    add("normalize_rows", "short rows and long ones", _numbers(rng, wide) * scales)
    add("softmax", f"{wide[0]} rows, {wide[1]} columns", _numbers(rng, wide, spread=3))
    add("normalize_rows", "whole numbers", _whole(rng, high, 1))
    add("softmax", "whole numbers", _whole(rng, high, -8))

    for m, kind in (
        (size[3] + 5, "labels 0 and 1"),
        (size[4], "labels 0.0 and 1.0"),
        (1, "labels 0 and 1"),
        (size[3], "numbers that are no labels"),
    ):
        label = f"{m} example{'s' * (m > 1)}, {kind}"
        for name in ("L1", "L2"):
            if kind.startswith("numbers"):
                yhat, y = _numbers(rng, (m,), spread=3), _numbers(rng, (m,), spread=3)
                # On the same side of zero once, and once not.
                y[:2] = np.copysign(y[:2], yhat[:2] * (1, -1))
                add(name, label, yhat, y)
                continue
            y = _labels(rng, m)
            y = y if kind == "labels 0 and 1" else y.astype(float)
            add(name, label, np.round(rng.uniform(0.05, 0.95, m), 4), y)

    for sizes in LAYERS:
        n, n_prev, m = (size[number] for number in sizes)
        label = f"{n} units, {n_prev} inputs, {m} examples".replace("1 units", "1 unit")
        label = label.replace("1 inputs", "1 input").replace("1 examples", "1 example")
        arrays = [_numbers(rng, shape) for shape in ((n_prev, m), (n, n_prev), (n, 1))]
        add("linear_forward_loop", label, *arrays)
    return cases


def twin(rng, function, arguments):
    """See `authoring.cases.twin`. Here a whole number is no size, and labels change too."""
    if function == "linear_forward_loop":
        return shared.twin(rng, function, arguments)
    if function in ("L1", "L2"):
        yhat, y = arguments
        return np.round(rng.uniform(0.05, 0.95, yhat.shape), 4), _labels(rng, len(y))
    (x,) = arguments
    if function == "basic_sigmoid":
        return (int(rng.choice([number for number in range(-6, 7) if number not in (0, x)])),)
    if function == "image2vector":
        return (_different(rng, x.shape),)
    for _ in shared.tries():
        other = _whole(rng, x.shape, 1 if function == "normalize_rows" else -6)
        if not np.array_equal(other, x):
            return (other,)


def _numbers(rng, shape, spread=1):
    """Numbers of three decimals, none near zero; where there is room for them, of both signs."""
    sizes = np.round(rng.uniform(0.2, 2, shape) * spread, 3)
    for _ in shared.tries():
        signs = rng.choice([-1, 1], shape)
        if signs.size == 1 or len(np.unique(signs)) == 2:
            return sizes * signs


def _whole(rng, shape, low):
    """Whole numbers from `low` to 9, neither all the same nor zero from end to end."""
    for _ in shared.tries():
        found = rng.integers(low, 10, shape)
        if len(np.unique(found)) > 1:
            return found


def _different(rng, shape):
    """Whole numbers that differ, in no order, so that each one tells where it has come from."""
    return rng.choice(1000, size=shape, replace=False)


def _labels(rng, m):
    """Labels 0 and 1; both occur where there is room for both."""
    return (rng.permutation(m) + rng.integers(2)) % 2


def _by(shape):
    """A shape in words that hold no comma, as labels are cut at them."""
    return " by ".join(map(str, shape))
