"""Fresh cases for the exercises of notebook 07; see `authoring/cases.py`.

Exercises 4 to 7 run with floating-point errors that raise. Their cases hold numbers that overflow
on the positive side alone, on the negative side alone and on both, so that two unsafe ways of
writing the same formula fail in different cases.
"""

import numpy as np

from authoring.cases import count


def initialize_parameters_zeros(draw):
    for sizes in ((4, 1), (1, 1), (2, 3, 4, 2, 1), (6, 4, 5), (3, 3, 3, 3)):
        layers_dims = draw.sizes(*sizes)
        yield _layers(layers_dims), (layers_dims,)


def initialize_parameters_random(draw):
    for sizes, *seeds in (
        ((4, 1),),
        ((2, 3, 4, 2, 1), _seed(draw, 5)),
        ((1, 1, 1), _seed(draw, 2)),
        ((4, 6, 5), 3),
        ((6, 1, 2), 0),
    ):
        yield _start(draw, sizes, seeds)


def initialize_parameters_random_counterpart(draw, layers_dims, *seed):
    return (draw.large(len(layers_dims)), *(draw.seed() for _ in seed))


def initialize_parameters_he(draw):
    for sizes, *seeds in (
        ((3, 2),),
        ((2, 3, 4, 2, 1), _seed(draw, 5)),
        ((1, 1, 1), _seed(draw, 2)),
        ((4, 6, 5), 3),
        ((6, 1, 2), 0),
        ((3, 3, 3, 3, 3, 1), 1),
    ):
        yield _start(draw, sizes, seeds)


initialize_parameters_he_counterpart = initialize_parameters_random_counterpart


def sigmoid_stable(draw):
    rows, columns = draw.sizes(3, 4)
    yield "numbers of ordinary size", (draw.numbers(rows, columns, spread=2),)
    yield "large positive numbers", (_far(draw, 720, 2000, rows, columns),)
    yield "large negative numbers", (-_far(draw, 720, 2000, rows, columns),)
    yield "numbers around -25 and 25", (_signs(draw, _far(draw, 22, 29, columns, rows)),)
    yield "1 number", (draw.numbers(1, 1),)
    yield "a flat array", (np.append(draw.numbers(draw.size(5), spread=3), 0.0),)
    yield "three axes", (draw.numbers(2, rows, columns, spread=30),)


def sigmoid_stable_counterpart(draw, Z):
    return (_like(draw, Z),)


def compute_cost_from_logits(draw):
    yield from _logits(draw)
    m = draw.size(4)
    # The sigmoid is rounded to exactly 1, and its exponential does not overflow.
    yield "sure and wrong, label 0", (_far(draw, 40, 600, 1, m), np.zeros((1, m), dtype=int))
    yield "sure and wrong, label 1", (-_far(draw, 40, 600, 1, m), np.ones((1, m), dtype=int))
    # Here it is not rounded yet, and a clipped one is.
    few = draw.size(3)
    ZL = _signs(draw, _far(draw, 22, 29, 1, few))
    yield "logits around -25 and 25, all wrong", (ZL, (ZL < 0).astype(int))


def compute_cost_from_logits_counterpart(draw, ZL, Y):
    return _like(draw, ZL), Y


def sigmoid_cross_entropy_backward(draw):
    yield from _logits(draw)
    m = draw.size(4)
    yield "sure and wrong, label 0", (_far(draw, 40, 600, 1, m), np.zeros((1, m), dtype=int))
    yield "sure and wrong, label 1", (-_far(draw, 40, 600, 1, m), np.ones((1, m), dtype=int))


def sigmoid_cross_entropy_backward_counterpart(draw, ZL, Y):
    return _like(draw, ZL), Y


def log_softmax(draw):
    few, many = draw.sizes(3, 5)
    yield "logits of ordinary size", (draw.numbers(few, many),)
    yield "as many classes as examples", (draw.numbers(few, few),)
    yield "1 example", (draw.numbers(many, 1),)
    yield "1 class", (draw.numbers(1, few),)
    # Probabilities that are rounded to 0.
    Z = draw.numbers(many, few)
    Z[draw.rng.integers(many), :] -= _far(draw, 760, 990, few)
    yield "one logit far below the others of its column", (Z,)
    Z = draw.numbers(many, few)
    Z[draw.rng.integers(many), :] += _far(draw, 2000, 3000, few)
    yield "one logit far above the others of its column", (Z,)
    apart = 1000 * np.arange(few)[draw.rng.permutation(few)] - 1000
    yield "columns 1,000 apart", (draw.numbers(many, few) + apart,)
    yield "all logits very negative", (draw.numbers(few, many) - 1000,)


def log_softmax_counterpart(draw, Z):
    """Each column keeps its height, and its logits change a little."""
    return (np.round(Z + draw.rng.uniform(-1, 1, Z.shape), 3),)


def _logits(draw):
    """The cases that cost and gradient share: logits and labels of shape (1, m)."""
    many, few = draw.size(3) + 4, draw.size(3)
    yield count("example", many), (draw.numbers(1, many, spread=2), draw.labels(many))
    yield "1 example", (draw.numbers(1, 1, spread=2), draw.labels(1))
    ZL = draw.numbers(1, few, spread=3)
    yield f"{count('example', few)}, labels as fractions", (ZL, 1.0 * draw.labels(few))
    yield "large positive logits", (_far(draw, 720, 2000, 1, many), draw.labels(many))
    yield "large negative logits", (-_far(draw, 720, 2000, 1, many), draw.labels(many))


def _far(draw, low, high, *shape):
    """Numbers from low to high, with one decimal."""
    return np.round(draw.rng.uniform(low, high, shape), 1)


def _signs(draw, numbers):
    """The numbers with alternating signs."""
    signs = (-1.0) ** (np.arange(numbers.size) + draw.rng.integers(2))
    return numbers * signs.reshape(numbers.shape)


def _like(draw, numbers):
    """Other numbers of the same signs and about the same sizes."""
    return np.round(numbers * draw.rng.uniform(0.8, 1.25, numbers.shape), 3)


def _start(draw, sizes, seeds):
    layers_dims = draw.sizes(*sizes)
    return ", ".join([_layers(layers_dims), *(f"seed {seed}" for seed in seeds)]), (
        layers_dims,
        *seeds,
    )


def _seed(draw, shown):
    return draw.whole(shown, 10, 1000)


def _layers(layers_dims):
    return count("layer", len(layers_dims) - 1)


# Arguments that the contract allows, for the mutants


def _zeros(rng, solved):
    for depth in [1, 2, 3, 4, 5] * 3:
        yield (list(map(int, rng.integers(1, 7, size=depth + 1))),)


def _random(rng, solved):
    for number, depth in enumerate([1, 2, 3, 4, 5] * 3):
        sizes = list(map(int, rng.integers(1, 7, size=depth + 1)))
        yield (sizes,) if number % 3 == 0 else (sizes, int(rng.integers(0, 50)))


def _sizes(rng, *shape):
    """Numbers of all sizes and both signs."""
    return rng.normal(size=shape) * 10.0 ** rng.uniform(-2, 3.5, size=shape)


def _sigmoid(rng, solved):
    for shape in ((1, 1), (2, 3), (4, 1), (1, 7), (3, 3), (5,), (2, 3, 2), (40,)):
        yield (rng.normal(size=shape),)
        yield (_sizes(rng, *shape),)
        yield (np.abs(_sizes(rng, *shape)),)
        yield (-np.abs(_sizes(rng, *shape)),)
    yield (np.zeros((2, 2)),)


def _logits_and_labels(rng, solved):
    for m in (1, 1, 2, 3, 4, 7, 12, 30):
        for ZL in (rng.normal(size=(1, m)), 20 * rng.normal(size=(1, m)), _sizes(rng, 1, m)):
            yield ZL, rng.integers(0, 2, size=(1, m))
            yield np.abs(ZL), rng.integers(0, 2, size=(1, m))
            yield -np.abs(ZL), 1.0 * rng.integers(0, 2, size=(1, m))


def _classes(rng, solved):
    for k, m in ((1, 1), (1, 4), (5, 1), (2, 2), (3, 3), (3, 5), (5, 3), (10, 8)):
        yield (rng.normal(size=(k, m)),)
        yield (_sizes(rng, k, m),)
        yield (rng.normal(size=(k, m)) + 2000 * rng.normal(size=(1, m)),)


ALLOWED = {
    "initialize_parameters_zeros": _zeros,
    "initialize_parameters_random": _random,
    "initialize_parameters_he": _random,
    "sigmoid_stable": _sigmoid,
    "compute_cost_from_logits": _logits_and_labels,
    "sigmoid_cross_entropy_backward": _logits_and_labels,
    "log_softmax": _classes,
}
