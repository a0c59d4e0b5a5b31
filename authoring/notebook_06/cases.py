"""Fresh cases for the exercises of notebook 06; see `authoring/cases.py`.

Training is only asked about where it is steady: a start that differs in the last digits must end
at the same place, so that a right answer is right however it adds up.
"""

import itertools
from functools import partial

import numpy as np

from authoring.cases import Draw, count, find

# The sizes as learners see them, see `Draw.size`.
IMAGES = (  # examples, height, width, channels
    ("colour", (3, 2, 4, 3)),
    ("1 image", (1, 3, 2, 1)),
    ("tall images", (2, 5, 3, 1)),
    ("as many images as rows", (4, 4, 2, 3)),
    ("images of 1 pixel", (6, 1, 1, 3)),
    ("dark images", (3, 2, 5, 1)),
)
NETWORKS = (
    ((3, 1), 4),
    ((2, 4, 1), 6),
    ((4, 3, 2, 1), 5),
    ((2, 3, 4, 2, 1), 1),
    ((3, 3, 3, 3, 3, 1), 6),
)


def flatten_and_standardize(draw):
    for label, (m, height, width, channels) in IMAGES:
        shape = *draw.sizes(m, height, width), channels
        yield label, (images(draw, shape, dark=label == "dark images"),)


def flatten_and_standardize_counterpart(draw, pictures):
    return (images(draw, pictures.shape),)


def predict(draw):
    for sizes, m in NETWORKS:
        layers_dims, m = draw.sizes(*sizes), draw.size(m)
        yield f"{_layers(layers_dims)}, {count('example', m)}", clear(draw, layers_dims, m)


def predict_counterpart(draw, X, parameters):
    """Other numbers, and other predictions."""
    layers = range(1, len(parameters) // 2 + 1)
    layers_dims = [len(X), *(len(parameters[f"b{layer}"]) for layer in layers)]
    predict = draw.solved["predict"]
    return find(
        lambda: clear(draw, layers_dims, X.shape[1]),
        lambda found: np.any(predict(*found) != predict(X, parameters)),
    )


def accuracy(draw):
    for label, m, share in (
        ("many examples", 20 * draw.size(2) + 1, 0.7),  # a share of many digits
        ("1 example", 1, 1),
        ("all right", draw.size(5), 1),
        ("none right", draw.size(4), 0),
        ("few of label 1", 4 * draw.size(3), 0.4),
    ):
        Y = draw.labels(m)
        if label == "few of label 1":
            Y = (np.arange(m) == draw.rng.integers(m)).astype(int).reshape(1, m)
        make = partial(_predictions, draw, Y, share)
        yield label, find(make, _precision_is_not_recall) if 0 < share < 1 else make()


def accuracy_counterpart(draw, predictions, Y):
    """Some predictions are right, and some wrong."""
    Y = draw.labels(Y.shape[1])
    return find(
        lambda: (draw.rng.integers(0, 2, size=Y.shape), Y),
        lambda found: 0 < np.mean(found[0] == Y) < 1,
    )


def two_layer_model(draw):
    for sizes, m, rate, iterations, more in (
        ((4, 2, 1), 5, 0.5, 1, ()),
        ((2, 3, 1), 1, 0.1, 2, ()),
        ((3, 4, 1), 6, 2.0, 30, ()),  # the shapes of the public case
        ((4, 2, 1), 3, 1.0, 201, (False,)),
        ((5, 3, 1), 4, 3.0, 7, (True,)),
    ):
        layers_dims, settings = tuple(draw.sizes(*sizes)), (_rate(draw, rate), iterations, *more)
        arguments = steady(draw, "two_layer_model", layers_dims, draw.size(m), *settings)
        yield _training(arguments), arguments


def two_layer_model_counterpart(draw, X, Y, layers_dims, *settings):
    return steady(draw, "two_layer_model", layers_dims, X.shape[1], *settings)


def initialize_parameters_scaled(draw):
    for sizes, *seeds in (
        ((3, 2),),
        ((2, 3, 4, 2, 1), _seed(draw, 5)),
        ((1, 1, 1), _seed(draw, 2)),
        ((4, 2, 6, 5), 1),
        ((6, 1, 2), 0),
    ):
        layers_dims = draw.sizes(*sizes)
        label = ", ".join([_layers(layers_dims), *(f"seed {seed}" for seed in seeds)])
        yield label, (layers_dims, *seeds)


def initialize_parameters_scaled_counterpart(draw, layers_dims, *seed):
    return (draw.large(len(layers_dims)), *(draw.seed() for _ in seed))


def L_layer_model(draw):
    for sizes, m, rate, iterations, more in (  # more arguments are print_cost and the seed
        ((3, 1), 5, 0.3, 201, ()),
        ((4, 2, 1), 1, 0.5, 1, ()),
        ((2, 3, 1), 6, 0.1, 2, ()),
        ((5, 4, 3, 1), 7, 0.3, 30, ()),  # the shapes of the public case
        ((4, 5, 3, 3, 1), 6, 0.2, 15, (False, _seed(draw, 5))),
        ((2, 4, 3, 3, 2, 1), 5, 0.4, 7, (True, 1)),
        ((5, 2, 1), 3, 1.5, 12, (False, 0)),
    ):
        layers_dims, settings = draw.sizes(*sizes), (_rate(draw, rate), iterations, *more)
        arguments = steady(draw, "L_layer_model", layers_dims, draw.size(m), *settings)
        yield f"{_layers(layers_dims)}, {_training(arguments)}", arguments


def L_layer_model_counterpart(draw, X, Y, layers_dims, *settings):
    return steady(draw, "L_layer_model", layers_dims, X.shape[1], *settings)


def images(draw, shape, dark=False):
    """Images of random pixels, black and white among them if they are not dark ones."""
    if dark:
        return draw.rng.integers(1, 100, size=shape, dtype=np.uint8)
    pixels = draw.rng.integers(0, 256, size=shape, dtype=np.uint8)
    pixels.flat[draw.rng.permutation(pixels.size)[:2]] = 0, 255
    return pixels


def clear(draw, layers_dims, m):
    """X, parameters: a network that is sure enough of every answer, and not too sure of all."""

    def make():
        parameters = draw.network(layers_dims, gain=np.sqrt(2))
        return draw.numbers(layers_dims[0], m), parameters

    def good(found):
        AL, _ = draw.solved["L_model_forward"](*found)
        distances = np.abs(AL - 0.5)
        both = (AL > 0.5).any() and not (AL > 0.5).all()
        # Where there are several, both answers occur, and one of them is a narrow one.
        mixed = m < 3 or (both and distances.min() < 0.15)
        return mixed and distances.min() > 0.01 and distances.max() < 0.45

    return find(make, good)


def steady(draw, model, layers_dims, m, rate, iterations, *more):
    """X, Y, layers_dims, learning rate, iterations, ...: a training that is well-posed.

    It moves every parameter, stays away from a cost of 0, and does not depend on the last digits.
    The hidden layers may be wider than asked for: some starts are dead ones, whatever X is.
    One example alone is of label 1 and answered wrongly at the start: so most labels are 1 in some
    case, and rounded answers give other gradients there than AL and Y exchanged.
    """
    quiet = () if not more else (False, *more[1:])
    attempts = itertools.count()

    def make():
        wider = next(attempts) // 20
        hidden = (units + wider for units in layers_dims[1:-1])
        dims = type(layers_dims)([layers_dims[0], *hidden, layers_dims[-1]])
        return draw.numbers(dims[0], m), draw.labels(m) if m > 1 else np.array([[1]]), dims

    def train(X, Y, dims, rate, iterations):
        return draw.solved[model](X, Y, dims, rate, iterations, *quiet)

    def good(found):
        X, Y, dims = found
        start, _ = train(X, Y, dims, 0.0, 1)
        end, costs = train(X, Y, dims, rate, iterations)
        AL, caches = draw.solved["L_model_forward"](X, start)
        moved = [np.abs(end[name] - start[name]).max() > 1e-5 * rate for name in start]
        # A unit whose inputs are all 0 has Z = 0 exactly, however it is computed.
        corner = min([np.abs(Z[Z != 0]).min(initial=1) for _, Z in caches[:-1]], default=1)
        if not all(moved) or corner < 1e-6 or min(costs) < 1e-3 or costs[-1] > costs[0]:
            return False
        if m == 1 and AL > 0.5:
            return False
        near, _ = train(X * (1 + 1e-11), Y, dims, rate, iterations)
        return all(np.allclose(end[name], near[name], rtol=1e-8, atol=1e-11) for name in end)

    return *find(make, good), rate, iterations, *more


def _predictions(draw, Y, share):
    """Predictions of which a share is right, and Y."""
    wrong = draw.rng.permutation(Y.size).reshape(Y.shape) >= share * Y.size
    return np.where(wrong, 1 - Y, Y), Y


def _precision_is_not_recall(found):
    """Whether the right ones among the predicted 1 are another share than among the labels 1."""
    predictions, Y = found
    return np.any(predictions * Y) and predictions.sum() != Y.sum()


def _rate(draw, shown):
    return draw.rate(shown, 0.7, 1.4)


def _seed(draw, shown):
    return draw.whole(shown, 10, 1000)


def _layers(layers_dims):
    return count("layer", len(layers_dims) - 1)


def _training(arguments):
    """The label of a case of training: what may be special about it."""
    X, _, _, rate, iterations, *more = arguments
    parts = count("example", X.shape[1]), count("iteration", iterations), f"learning rate {rate}"
    more = ["print_cost"] * (more[:1] == [True]) + [f"seed {seed}" for seed in more[1:]]
    return ", ".join([*parts, *more])


# Arguments that the contract allows, for the mutants


def _images(rng, right):
    draw = Draw(rng, right)
    for m, height, width, channels in [(3, 2, 2, 1), (1, 3, 2, 3), (2, 4, 4, 1), (4, 3, 4, 3)] * 2:
        yield (images(draw, (m, height, width, channels)),)
    for dark in (True, False):
        for _ in range(4):
            shape = (*map(int, rng.integers(1, 6, size=3)), int(rng.choice([1, 3])))
            if np.prod(shape) > 1:
                yield (images(draw, shape, dark),)


def _predict(rng, right):
    for depth in [1, 2, 3, 4, 5] * 3:
        layers_dims = [*map(int, rng.integers(2, 6, size=depth)), 1]
        yield clear(Draw(rng, right), layers_dims, int(rng.integers(1, 9)))


def _accuracy(rng, right):
    for m in [1, 1, 2, 3, 5, 8, 8, 13, 40, 101]:
        Y = Draw(rng, right).labels(m)
        yield rng.integers(0, 2, size=(1, m)), Y
        yield Y.copy(), Y
        yield 1 - Y, Y
        yield rng.integers(0, 2, size=(1, m)), rng.integers(0, 2, size=(1, m)).astype(float)


def _two_layers(rng, right):
    for m, rate, iterations, more in [
        *((1, 0.3, 3, ()), (2, 1.0, 1, ()), (6, 0.5, 2, (False,)), (5, 1.0, 101, ())),
        *((7, 0.5, 100, ()), (4, 2.0, 12, (True,)), (3, 0.05, 4, ()), (6, 1.5, 205, (True,))),
    ]:
        layers_dims = (*map(int, rng.integers(2, 6, size=2)), 1)
        draw = Draw(rng, right)
        yield steady(draw, "two_layer_model", layers_dims, m, rate, iterations, *more)


def _initialize(rng, right):
    for number, depth in enumerate([1, 2, 3, 4, 5] * 3):
        sizes = list(map(int, rng.integers(1, 7, size=depth + 1)))
        yield (sizes,) if number % 3 == 0 else (sizes, int(rng.integers(0, 50)))


def _deep(rng, right):
    for depth, m, rate, iterations, more in [
        *((1, 5, 0.5, 3, ()), (2, 1, 0.3, 2, ()), (3, 6, 0.2, 101, (False, 4))),
        *((4, 4, 0.3, 12, (True, 9)), (5, 7, 0.2, 5, (False, 2)), (2, 6, 0.7, 205, ())),
        *((3, 2, 1.0, 1, (True,)), (2, 5, 0.05, 100, (False, 1))),
    ]:
        layers_dims = [*map(int, rng.integers(3, 6, size=depth)), 1]
        draw = Draw(rng, right)
        yield steady(draw, "L_layer_model", layers_dims, m, rate, iterations, *more)


ALLOWED = {
    "flatten_and_standardize": _images,
    "predict": _predict,
    "accuracy": _accuracy,
    "two_layer_model": _two_layers,
    "initialize_parameters_scaled": _initialize,
    "L_layer_model": _deep,
}
