"""Fresh cases for the exercises of notebook 01; see `authoring/cases.py`."""

import numpy as np

from authoring import allowed
from authoring.cases import count, find

# The sizes as learners see them, see `Draw.size`.
SHAPES = (5,), (3, 4), (4, 1), (2, 3, 2), (1, 1)
# (height, width, depth): colour, grey, one row, one column, all the same, one number.
IMAGES = (4, 2, 3), (2, 3, 1), (1, 4, 3), (5, 1, 2), (3, 3, 3), (1, 1, 1)
TABLES = (3, 4), (4, 2), (3, 3), (1, 3), (2, 1)
# (units, inputs, examples): many, one of each, one input, all the same, one example, one unit.
LAYERS = (3, 4, 5), (1, 2, 1), (4, 1, 3), (2, 2, 2), (2, 3, 1), (1, 3, 4)


def basic_sigmoid(draw):
    for sign, kind in ((-1, "x below 0"), (1, "x above 0")):
        whole, hundredths = draw.rng.integers(8, 13), draw.rng.integers(1, 100)
        fraction = draw.rng.integers(1, 4) + hundredths / 100
        yield f"a whole number, {kind}", (sign * int(whole),)
        yield f"a fraction, {kind}", (sign * float(fraction),)
    yield "zero", (0.0,)


def basic_sigmoid_counterpart(draw, x):
    """Another whole number; it is no size here."""
    return (int(draw.rng.choice([number for number in range(-6, 7) if number not in (0, x)])),)


def sigmoid(draw):
    for sizes in SHAPES:
        shape = draw.sizes(*sizes)
        yield f"fractions, {_by(shape)}", (_fractions(draw, shape, spread=4),)
    shape = draw.sizes(2, 4)
    yield f"whole numbers, {_by(shape)}", (_whole_numbers(draw, shape, -6),)


def sigmoid_counterpart(draw, x):
    return (_other_whole_numbers(draw, x, -6),)


sigmoid_derivative, sigmoid_derivative_counterpart = sigmoid, sigmoid_counterpart


def image2vector(draw):
    shapes = [draw.sizes(*sizes) for sizes in IMAGES]
    shapes.append([draw.size(2), draw.size(3), draw.size(4) + 3])
    for number, shape in enumerate(shapes):
        image = _different(draw, shape)
        kind = {1: "grey", 3: "colour"}.get(shape[2], f"depth {shape[2]}")
        if number == 0:
            yield f"whole numbers, {kind}, {_by(shape)}", (image,)
        else:
            yield f"fractions, {kind}, {_by(shape)}", (image / 1000,)


def image2vector_counterpart(draw, image):
    return (_different(draw, image.shape),)


def normalize_rows(draw):
    for sizes in TABLES:
        rows, columns = draw.sizes(*sizes)
        label = f"{count('row', rows)}, {count('column', columns)}"
        yield label, (_fractions(draw, (rows, columns)),)
    rows, columns = draw.size(3), draw.size(4) + 4
    scales = 10.0 ** (np.arange(rows)[:, None] % 4 - 2)
    yield "short rows and long ones", (_fractions(draw, (rows, columns)) * scales,)
    yield "whole numbers", (_whole_numbers(draw, draw.sizes(4, 3), 1),)


def normalize_rows_counterpart(draw, x):
    return (_other_whole_numbers(draw, x, 1),)  # no row of zeros, which has no direction


def softmax(draw):
    for rows, columns in [
        *(draw.sizes(*sizes) for sizes in TABLES),
        [draw.size(3), draw.size(4) + 4],
    ]:
        label = f"{count('row', rows)}, {count('column', columns)}"
        yield label, (_fractions(draw, (rows, columns), spread=3),)
    yield "whole numbers", (_whole_numbers(draw, draw.sizes(4, 3), -8),)


def softmax_counterpart(draw, x):
    return (_other_whole_numbers(draw, x, -6),)


def L1(draw):
    for m, kind, dtype in (
        (draw.size(3) + 5, "labels 0 and 1", int),
        (draw.size(4), "labels 0.0 and 1.0", float),
        (1, "labels 0 and 1", int),
    ):
        y = draw.labels(m)[0].astype(dtype)
        yield f"{count('example', m)}, {kind}", (_probabilities(draw, m), y)
    m = draw.size(3)
    yhat, y = _fractions(draw, (m,), spread=3), _fractions(draw, (m,), spread=3)
    # On the same side of zero once, and once not.
    y[:2] = np.copysign(y[:2], yhat[:2] * (1, -1))
    yield f"{count('example', m)}, numbers that are no labels", (yhat, y)


def L1_counterpart(draw, yhat, y):
    return _probabilities(draw, len(y)), draw.labels(len(y))[0]


L2, L2_counterpart = L1, L1_counterpart


def linear_forward_loop(draw):
    for sizes in LAYERS:
        n, n_prev, m = draw.sizes(*sizes)
        label = f"{count('unit', n)}, {count('input', n_prev)}, {count('example', m)}"
        yield label, tuple(_fractions(draw, shape) for shape in ((n_prev, m), (n, n_prev), (n, 1)))


def _fractions(draw, shape, spread=1):
    """Numbers of three decimals, none near zero; of both signs unless there is only one number."""
    magnitudes = np.round(draw.rng.uniform(0.2, 2, shape) * spread, 3)
    return magnitudes * find(
        lambda: draw.rng.choice([-1, 1], shape),
        lambda signs: signs.size == 1 or len(np.unique(signs)) == 2,
    )


def _whole_numbers(draw, shape, low):
    """Whole numbers from `low` to 9, not all of them the same."""
    return find(
        lambda: draw.rng.integers(low, 10, shape), lambda numbers: len(np.unique(numbers)) > 1
    )


def _other_whole_numbers(draw, x, low):
    return find(
        lambda: _whole_numbers(draw, x.shape, low), lambda other: not np.array_equal(other, x)
    )


def _different(draw, shape):
    """Whole numbers in no order, each of them once, so that each one shows where it came from."""
    return draw.rng.choice(1000, size=shape, replace=False)


def _probabilities(draw, m):
    return np.round(draw.rng.uniform(0.05, 0.95, m), 4)


def _by(shape):
    """A shape in words without a comma, because commas separate the parts of a label."""
    return " by ".join(map(str, shape))


# Arguments that the contract allows, for the mutants


def _number(rng, right=None):
    """Whole numbers and fractions, of either sign and zero."""
    for number in (0, 1, -1, 3, -7, 0.0, 0.5, -0.5, 2.75, -8.125, 12, -12):
        yield (number,)
    for number in rng.normal(scale=4, size=10):
        yield (float(number),)


def _arrays(rng, right=None):
    """Arrays of one to three axes, of fractions and of whole numbers."""
    for shape in [(1,), (3,), (6,), (1, 1), (3, 1), (1, 4), (2, 3), (3, 3), (5, 2), (2, 3, 4)]:
        yield (rng.normal(scale=3, size=shape),)
        yield (rng.integers(-8, 9, size=shape),)


def _images(rng, right=None):
    """Images of several sizes, grey and colour, of whole numbers and of fractions."""
    for shape in [(2, 2, 3), (3, 2, 1), (1, 5, 3), (4, 1, 2), (3, 3, 3), (1, 1, 1), (2, 3, 4)]:
        yield (rng.integers(0, 256, size=shape),)
        yield (rng.uniform(size=shape),)
    for _ in range(6):
        yield (rng.uniform(size=rng.integers(1, 6, size=3)),)


def _tables(rng, right=None):
    """Tables of several shapes, of fractions and of whole numbers; no row is all zeros."""
    for shape in [(2, 3), (3, 2), (3, 3), (1, 4), (4, 1), (1, 1), (5, 4), (2, 8)]:
        yield (rng.normal(scale=2, size=shape),)
        found = rng.integers(-8, 9, size=shape)
        found[np.all(found == 0, axis=1), 0] = 3
        yield (found,)


def _predictions(rng, right=None):
    """Predictions with labels of either kind, and with any numbers."""
    for m in [1, 1, 2, 3, 5, 8, 20]:
        yield rng.uniform(size=m), rng.integers(0, 2, size=m)
        yield rng.uniform(size=m), rng.integers(0, 2, size=m).astype(float)
        yield rng.normal(scale=3, size=m), rng.normal(scale=3, size=m)


def _layers(rng, right=None):
    """A, W and b of layers of several shapes."""
    sizes = [(3, 4, 5), (1, 1, 1), (4, 3, 1), (2, 1, 2), (3, 3, 3), (1, 4, 6)]
    sizes += [tuple(map(int, rng.integers(1, 6, size=3))) for _ in range(6)]
    for shape in sizes:
        yield allowed.layer(rng, *shape)


ALLOWED = {
    "basic_sigmoid": _number,
    "sigmoid": _arrays,
    "sigmoid_derivative": _arrays,
    "image2vector": _images,
    "normalize_rows": _tables,
    "softmax": _tables,
    "L1": _predictions,
    "L2": _predictions,
    "linear_forward_loop": _layers,
}
