"""Fresh cases for the exercises of notebook 11: what the public cases are not.

A function per exercise yields (label, arguments); see `authoring/cases.py`. Wherever a comparison
decides, which logit is the largest, or in which bin a confidence falls, the numbers keep a
distance from the border. Training is only asked about where it is steady, as in notebook 06.
"""

from functools import partial

import numpy as np

from authoring.cases import Draw, count, find

# Of classes and examples, as learners see them, see `Draw.size`: wide, tall, square, one example.
TABLES = ((3, 5), (5, 3), (4, 4), (6, 1), (2, 6))
APART = 1e-3  # at least, between two numbers that are compared


def one_hot(draw):
    for k, m in TABLES:
        k, m = draw.sizes(k, m)
        yield _table(k, m), (_labels(draw, k, m), k)
    k, m = draw.size(5) + 1, draw.size(4)
    yield "the last class is missing", (_labels(draw, k, m, among=range(k - 1)), k)
    k, m = draw.size(6) + 2, draw.size(3)
    among = draw.rng.permutation(range(1, k - 1))[:2]
    yield "two classes of many", (_labels(draw, k, m, among=among), k)
    k, m = draw.sizes(3, 6)
    yield "all of class 0", (np.zeros((1, m), dtype=int), k)
    k = draw.size(4)
    yield "each class once, in order", (np.arange(k).reshape(1, k), k)


def one_hot_counterpart(draw, Y, k):
    return _labels(draw, k, Y.shape[1], all_of=True), k


def softmax(draw):
    for k, m in TABLES:
        k, m = draw.sizes(k, m)
        yield _table(k, m), (draw.numbers(k, m),)
    yield from ((label, (Z,)) for label, Z in _large(draw))


def compute_cost_softmax(draw):
    for k, m in TABLES:
        k, m = draw.sizes(k, m)
        yield _table(k, m), (draw.numbers(k, m), _labels(draw, k, m, not_all_0=True))
    for label, Z in _large(draw):
        yield label, (Z, _labels(draw, *Z.shape, not_all_0=True))
    k, m = draw.sizes(3, 4)
    Y = _labels(draw, k, m, not_all_0=True)
    Z = np.round(draw.rng.uniform(-1, 1, size=(k, m)), 3)
    Z[(Y[0] + 1) % k, np.arange(m)] += 900  # sure of another class
    yield "sure and wrong", (Z, Y)
    k, m = draw.size(4) + 1, draw.size(6)
    yield "the last class is missing", (draw.numbers(k, m), _labels(draw, k, m, range(k - 1)))
    k, m = draw.sizes(5, 2)
    yield "all logits alike", (np.full((k, m), 0.5), _labels(draw, k, m, not_all_0=True))


def compute_cost_softmax_counterpart(draw, ZL, Y):
    return draw.numbers(*ZL.shape), _labels(draw, *ZL.shape, not_all_0=True)


softmax_cross_entropy_backward = compute_cost_softmax
softmax_cross_entropy_backward_counterpart = compute_cost_softmax_counterpart


def predict_classes(draw):
    for k, m in (*TABLES, (5, 6)):
        k, m = draw.sizes(k, m)
        yield _table(k, m), (_clear(draw, k, m),)
    k, m = draw.sizes(4, 5)
    yield "all logits below 0", (_clear(draw, k, m, shift=-20),)
    yield "no class above one half", (_clear(draw, k, m, spread=0.3),)
    yield "large logits", (_clear(draw, k, m, spread=500),)
    k, m = draw.sizes(3, 4)
    yield "the same class each time", (_clear(draw, k, m, same=True),)


def predict_classes_counterpart(draw, ZL):
    predict = draw.solved["predict_classes"]
    return find(
        lambda: (_clear(draw, *ZL.shape),),
        lambda found: np.any(predict(*found) != predict(ZL)),
    )


def multiclass_model(draw):
    for sizes, m, *settings in (  # rate, epochs, examples in a batch, seed
        ((3, 4), 5, 0.1, 3, 2, _seed(draw, 2)),
        ((2, 4, 3), 6, 0.02, 1, 6, _seed(draw, 5)),
        ((4, 3, 2), 6, 0.05, 4, 3, 1),
        ((3, 4, 5, 2), 7, 0.03, 3, 4, _seed(draw, 9)),
        ((2, 3, 4), 5, 0.2, 2, 9, 0),
        ((5, 6, 3), 4, 0.1, 4, 1, _seed(draw, 3)),
        ((4, 5, 3), 6),  # all settings as usual
        ((3, 2, 4), 1, 0.05, 5),
    ):
        settings = [_rate(draw, settings[0]), *settings[1:]] if settings else []
        layers_dims = draw.sizes(*sizes)
        m = draw.size(m) + (m > 5) * draw.size(2) if m > 1 else 1
        arguments = steady(draw, layers_dims, m, *settings)
        yield _training(arguments), arguments


def multiclass_model_counterpart(draw, X, Y, layers_dims, *settings):
    return steady(draw, layers_dims, X.shape[1], *settings)


def confusion_matrix(draw):
    square = draw.size(5) + 2
    for label, k, m, share in (
        ("many examples", draw.size(3) + 1, 30, 0.6),
        ("more classes than examples", draw.size(6) + 2, 3, 0.5),
        ("as many classes as examples", square, square, 0.4),
        ("all right", draw.size(4), 7, 1),
        ("none right", draw.size(3), 6, 0),
    ):
        yield label, find(partial(_answers, draw, k, m, share), partial(_lopsided, share))
    k = draw.size(4) + 1
    Y = _labels(draw, k, 9, among=range(k - 1))
    yield "the last class never occurs", ((Y + np.arange(9) % 2) % (k - 1), Y, k)
    predictions = np.where(np.arange(9) % 4 == draw.whole(1, 0, 4), k - 1, Y)
    yield "the last class is named and never right", (predictions, Y, k)
    k = draw.size(4)
    Y = _labels(draw, k, 11, all_of=True)
    yield "one class is named each time", (np.full((1, 11), draw.whole(1, 0, k)), Y, k)
    k = draw.size(3)
    first, second = draw.rng.permutation(k)[:2]
    yield "1 example", (np.array([[first]]), np.array([[second]]), k)
    k = draw.size(2)
    first, second = draw.rng.permutation(k)[:2]
    pairs = [(first, second)] * 3 + [(second, first), (first, first), (second, second)]
    predictions, Y = np.array(pairs)[draw.rng.permutation(6)].T
    yield "the same pair three times", (predictions.reshape(1, 6), Y.reshape(1, 6), k)


def confusion_matrix_counterpart(draw, predictions, Y, k):
    return find(partial(_answers, draw, k, Y.shape[1], 0.6), partial(_lopsided, 0.6))


def calibration(draw):
    for label, k, m, spread, more in (
        ("ten bins", 5, 60, 2.0, ()),
        ("three bins", 4, 20, 1.0, (3,)),
        ("one bin", 3, 7, 1.0, (1,)),
        ("four bins", 4, 1, 1.0, (4,)),
        ("a timid network", 6, 9, 0.2, (5,)),
        ("a sure network", 3, 12, 9.0, (20,)),
        ("always right", 4, 8, 1.0, (6,)),
        ("never right", 5, 6, 1.0, (6,)),
    ):
        k, m = draw.size(k), m + draw.whole(0, 1, 5) * (m > 1)
        share = {"always right": 1, "never right": 0}.get(label, 0.7)
        n_bins = more[0] if more else 10
        yield (
            f"{label}, {count('example', m)}",
            (*_beliefs(draw, k, m, spread, share, n_bins), *more),
        )
    k, m = draw.size(4), draw.size(6) + 2
    probabilities, predictions, Y = _beliefs(draw, k, m, 1.0, 0.5, 5)
    probabilities[:, 1] = np.arange(k) == predictions[0, 1]
    probabilities[:, 2] = np.arange(k) == predictions[0, 2]
    Y[0, 2] = (predictions[0, 2] + 1) % k
    yield "two confidences of exactly 1", (probabilities, predictions, Y, 5)


def calibration_counterpart(draw, probabilities, predictions, Y, n_bins):
    found = _beliefs(draw, *probabilities.shape, 1.5, 0.6, n_bins)
    found[0][:, 3] = np.arange(len(probabilities)) == found[1][0, 3]
    return *found, n_bins


def steady(draw, layers_dims, m, *settings):
    """X, Y, layers_dims and the settings of a training that does not depend on the last digits.

    It moves every parameter, and no input of a relu is near its corner.
    """
    train, forward = draw.solved["multiclass_model"], draw.solved["forward_to_logits"]
    rate, epochs, size, seed = (*settings, *(0.003, 50, 64, 1)[len(settings) :])
    attempts = iter(range(10**6))

    def make():
        wider = next(attempts) // 20  # some starts are dead ones, whatever X is
        dims = [layers_dims[0], *(n + wider for n in layers_dims[1:-1]), layers_dims[-1]]
        return draw.numbers(dims[0], m), _labels(draw, dims[-1], m, not_all_0=True), dims

    def good(found):
        X, Y, dims = found
        start, _ = train(X, Y, dims, rate, 0, size, seed)
        end, costs = train(X, Y, dims, rate, epochs, size, seed)
        corners = []
        for parameters in (start, end):
            _, caches = forward(X, parameters)
            corners += [np.abs(Z[Z != 0]).min(initial=1) for _, Z in caches[:-1]]
        moved = [np.abs(end[name] - start[name]).max() > rate / 10 for name in start]
        if not all(moved) or min(corners, default=1) < 1e-4 or min(costs) < 1e-3:
            return False
        near, _ = train(X * (1 + 1e-11), Y, dims, rate, epochs, size, seed)
        return all(np.allclose(end[name], near[name], rtol=1e-8, atol=1e-10) for name in end)

    return *find(make, good), *settings


def _labels(draw, k, m, among=None, all_of=False, not_all_0=False):
    """Labels of shape (1, m), from 0 to k - 1.

    Arguments:
        among: the classes that may occur, by default all.
        all_of: whether each class occurs, where m allows it.
        not_all_0: whether another class than 0 occurs.
    """
    classes = np.arange(k) if among is None else np.array(list(among))
    if all_of:
        return draw.rng.permutation(np.arange(m) % k).reshape(1, m)
    return find(
        lambda: draw.rng.choice(classes, size=(1, m)),
        lambda Y: (Y.any() or not not_all_0) and (m < 3 or len(np.unique(Y)) > 1),
    )


def _large(draw):
    """(label, Z) of logits that overflow, where one thing or another is forgotten."""
    k, m = draw.sizes(3, 4)
    yield "large logits", 1000 + draw.numbers(k, m)
    yield "large negative logits", draw.numbers(k, m) - 1000
    far = draw.numbers(k, m)
    far[:, ::2] += 1000
    yield "columns 1000 apart", far
    k, m = draw.sizes(5, 3)
    above = draw.numbers(k, m)
    above[draw.rng.integers(k), :] += 2000
    yield "one logit far above the others of its column", above


def _clear(draw, k, m, spread=1.0, shift=0.0, same=False):
    """Logits of which the largest of each column is so by far enough.

    Arguments:
        same: whether the same class is the largest of each column.
    """

    def good(Z):
        if np.diff(np.sort(Z, axis=0)[-2:], axis=0).min() < APART * spread:
            return False
        classes = np.unique(Z.argmax(axis=0))
        return len(classes) == 1 if same else m == 1 or len(classes) > 1

    def make():
        Z = shift + draw.numbers(k, m, spread=spread)
        if same:
            Z[k - 1] += 3
        return Z

    return find(make, good)


def _answers(draw, k, m, share):
    """Predictions of which a share is right, the labels, and k."""
    Y = _labels(draw, k, m)
    wrong = draw.rng.permutation(m).reshape(1, m) >= round(share * m)
    other = (Y + draw.rng.integers(1, k, size=(1, m))) % k
    return np.where(wrong, other, Y), Y, k


def _lopsided(share, found):
    """Tell if rows and columns differ, where not all is right."""
    predictions, Y, k = found
    matrix = np.zeros((k, k))
    np.add.at(matrix, (Y[0], predictions[0]), 1)
    return share == 1 or np.any(matrix != matrix.T)


def _beliefs(draw, k, m, spread, share, n_bins):
    """Probabilities, predictions and labels of which a share is right.

    No confidence is near the border of a bin, and none is 1.
    """

    def make():
        Z = spread * draw.rng.normal(size=(k, m))
        exponentials = np.exp(Z - Z.max(axis=0))
        return np.round(exponentials / exponentials.sum(axis=0), 4)

    def good(P):
        first, second = np.sort(P, axis=0)[:-3:-1]
        bins = first * n_bins
        return (
            (first - second).min() > APART
            and np.abs(bins - np.round(bins)).min() > APART
            and first.max() < 1 - 1e-4
        )

    P = _columnwise(make, good, m)
    predictions = P.argmax(axis=0).reshape(1, m)
    wrong = draw.rng.permutation(m).reshape(1, m) >= round(share * m)
    other = (predictions + draw.rng.integers(1, k, size=(1, m))) % k
    return P, predictions, np.where(wrong, other, predictions)


def _columnwise(make, good, m):
    """A table of m columns, each of which is good by itself."""
    columns = []
    while len(columns) < m:
        table = make()
        columns += [column for column in table.T if good(column[:, np.newaxis])]
    return np.array(columns[:m]).T


def _rate(draw, shown):
    return draw.rate(shown, 0.7, 1.4)


def _seed(draw, shown):
    return draw.whole(shown, 10, 1000)


def _table(k, m):
    return f"{k} classes, {count('example', m)}"


def _training(arguments):
    """The label of a case of training: what may be special about it."""
    X, _, layers_dims, *settings = arguments
    words = ("learning rate {}", "{} epochs", "batches of {}", "seed {}")
    parts = [word.format(value) for word, value in zip(words, settings, strict=False)]
    first = count("layer", len(layers_dims) - 1), count("example", X.shape[1])
    return ", ".join([*first, *(parts or ["all settings as usual"])]).replace("1 epochs", "1 epoch")


# Arguments that the contract allows, for the mutants


def _shapes(rng):
    """Numbers of classes and of examples."""
    yield from [(2, 1), (3, 3), (10, 4), (4, 10), (2, 2), (5, 1), (3, 8), (6, 5), (4, 3), (7, 7)]
    for _ in range(8):
        yield int(rng.integers(2, 9)), int(rng.integers(1, 9))


def _any_logits(rng, k, m, number):
    """Logits, some of them large, some in columns that lie far apart."""
    Z = rng.normal(size=(k, m)) * rng.choice([0.3, 1, 4])
    return Z + [0, 0, 1200, -1200, rng.choice([0, 900], size=(1, m))][number % 5]


def _any_one_hot(rng, right=None):
    for k, m in _shapes(rng):
        yield rng.integers(0, k, size=(1, m)), k


def _any_softmax(rng, right=None):
    for number, (k, m) in enumerate(_shapes(rng)):
        yield (_any_logits(rng, k, m, number),)


def _any_cost(rng, right=None):
    for number, (k, m) in enumerate(_shapes(rng)):
        yield _any_logits(rng, k, m, number), rng.integers(0, k, size=(1, m))


def _any_prediction(rng, right=None):
    for k, m in _shapes(rng):
        yield (rng.normal(size=(k, m)) * rng.choice([0.3, 1, 400]) + rng.choice([0, -9]),)


def _any_training(rng, right):
    draw = Draw(rng, right)
    for sizes, m, *settings in (
        ([3, 4], 5, 0.1, 2, 2, 4),
        ([2, 5, 3], 7, 0.03, 3, 3),
        ([4, 6, 5, 3], 6, 0.05, 3, 4, 8),
        ([3, 6, 2], 4, 0.01, 1, 8, 2),
        ([3, 5, 4], 9, 0.1, 4),
        ([2, 6, 4], 3, 0.08, 3, 1, 0),
        ([3, 4, 3], 5),
    ):
        yield steady(draw, sizes, m, *settings)


def _any_confusion(rng, right=None):
    for k, m in _shapes(rng):
        yield rng.integers(0, k, size=(1, m)), rng.integers(0, k, size=(1, m)), k


def _any_calibration(rng, right=None):
    draw = Draw(rng, right)
    for number, (k, m) in enumerate(_shapes(rng)):
        n_bins = [10, 1, 4, 7, 15][number % 5]
        spread, share = float(rng.choice([0.3, 1, 4])), float(rng.choice([0, 0.5, 0.8, 1]))
        probabilities, predictions, Y = _beliefs(draw, k, 3 * m, spread, share, n_bins)
        if number % 3 == 0:
            probabilities[:, 0] = np.arange(k) == predictions[0, 0]
        yield probabilities, predictions, Y, *((n_bins,) if number % 5 else ())


ALLOWED = {
    "one_hot": _any_one_hot,
    "softmax": _any_softmax,
    "compute_cost_softmax": _any_cost,
    "softmax_cross_entropy_backward": _any_cost,
    "predict_classes": _any_prediction,
    "multiclass_model": _any_training,
    "confusion_matrix": _any_confusion,
    "calibration": _any_calibration,
}
