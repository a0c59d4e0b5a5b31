"""Fresh cases for the exercises of notebook 02; see `authoring/cases.py`.

Nothing in a case is decided by rounding: no prediction is a toss-up, and training is steady.
"""

from functools import partial

import numpy as np

from authoring.cases import count, find

# Z further out makes a right answer lose digits to rounding; nearer to 0 a prediction is a toss-up.
FARTHEST, NEAREST = 8, 0.02


def initialize_with_zeros(draw):
    for dim in (1, draw.whole(5, 4, 60), draw.whole(64, 60, 300), draw.whole(400, 300, 999)):
        yield count("input", dim), (dim,)


def initialize_with_zeros_counterpart(draw, dim):
    return (int(draw.rng.integers(4, 100)),)


def propagate(draw):
    for sizes, sign in (((3, 4), -1), ((1, 5), 1), ((5, 1), None), ((2, 2), None)):
        n, m = draw.sizes(*sizes)
        w, b, X = find(
            partial(_neuron, draw, n, m, sign), lambda found: _farthest(*found) < FARTHEST - 1
        )
        yield _sizes(n, m), (w, b, X, draw.labels(m))
    n, m = draw.sizes(4, 6)
    yield f"{_sizes(n, m)}, A near 0 and 1", _mistaken(draw, n, m)


def propagate_counterpart(draw, w, b, X, Y):
    return *_other_neuron(draw, w, b, X), Y


def optimize(draw):
    rate = partial(draw.rate, low=0.5, high=1.5)
    for sizes, settings in (
        ((3, 4), (draw.whole(1, 2, 9), rate(0.5))),
        ((4, 6), (100 * draw.whole(1, 1, 3) + 1, rate(0.1))),
        ((1, 3), (draw.whole(150, 130, 180), rate(0.002))),
        ((2, 1), (draw.whole(40, 30, 60), rate(0.3), False)),
        ((2, 3), (draw.whole(20, 15, 40), rate(1.0), False)),  # the shapes of the public case
        ((5, 3), ()),
    ):
        n, m = draw.sizes(*sizes)
        yield f"{_sizes(n, m)}, {_in_words(settings)}", _descent(draw, n, m, settings)


def optimize_counterpart(draw, w, b, X, Y, *settings):
    return *_other_neuron(draw, w, b, X), Y, *settings


def predict(draw):
    for n, m, sign in ((3, 6, -1), (4, 5, 1)):  # a bias below 0, and one above it
        n, m = draw.size(n), draw.size(m) + 4
        yield _sizes(n, m), find(partial(_narrow_neuron, draw, n, m, sign), _all_count)
    for sizes in ((1, 4), (5, 1), (2, 2)):
        n, m = draw.sizes(*sizes)
        yield _sizes(n, m), find(partial(_neuron, draw, n, m), lambda found: _clear(*found))


def predict_counterpart(draw, w, b, X):
    return _other_neuron(draw, w, b, X)


def model(draw):
    rate = partial(draw.rate, low=0.5, high=1.5)
    yield _training(draw, (3, 5, 4), (draw.whole(105, 102, 130), rate(0.2)))
    yield _training(draw, (1, 4, 3), (draw.whole(60, 50, 80), rate(0.4)), biased=True)
    yield _training(draw, (4, 1, 2), (draw.whole(310, 305, 330), rate(0.4)))
    yield _training(draw, (2, 6, 1), (draw.whole(20, 15, 50), rate(1.0), False), mistaken=True)
    yield _training(draw, (5, 3, 2), (draw.whole(45, 30, 60),))
    yield _training(draw, (4, 6, 5), ())


def model_counterpart(draw, X, Y, X_test, Y_test, *settings):
    """Labels and settings stay; both predictions occur on both sets, and all of them are clear."""

    def good(found):
        X, _, X_test, *_ = found
        if not _steady(X, 0.5):
            return False
        results = draw.solved["model"](*found)
        neuron = results["w"], results["b"]
        return all(
            _clear(*neuron, inputs) and len(np.unique(_z(*neuron, inputs) > 0)) == 2
            for inputs in (X, X_test)
        )

    def other():
        return draw.numbers(*X.shape), Y, draw.numbers(*X_test.shape), Y_test, *settings

    return find(other, good)


# Neurons


def _z(w, b, X):
    return w.T @ X + b


def _farthest(w, b, X):
    return np.abs(_z(w, b, X)).max()


def _clear(w, b, X, farthest=FARTHEST):
    """Whether nothing about the predictions is decided by rounding."""
    return np.abs(_z(w, b, X)).min() > NEAREST and _farthest(w, b, X) < farthest


def _neuron(draw, n, m, sign=None):
    """w, b and X of a neuron with n inputs and m examples, and the sign of b if it is given."""
    b = float(draw.numbers(1)[0])
    return draw.numbers(n, 1), b if sign is None else sign * abs(b), draw.numbers(n, m)


def _narrow_neuron(draw, n, m, sign):
    """A neuron that is not very sure, with the sign of its bias."""
    w, b, X = _neuron(draw, n, m, sign)
    return np.round(w / np.sqrt(n), 3), b, X


def _other_neuron(draw, w, b, X):
    """Another neuron of the same shapes, whose predictions are clear, also after a few steps."""
    return find(partial(_neuron, draw, *X.shape), lambda found: _clear(*found, FARTHEST - 2))


def _mistaken(draw, n, m, sure=12):
    """w, b, X and Y of a neuron that is surest of a wrong answer.

    Even 1e-12, added to A, shows in its cost.
    """

    def make():
        w, b, X = _neuron(draw, n, m)
        scale = sure / _farthest(w, b, X)
        return np.round(scale * w, 3), float(np.round(scale * b, 3)), X, draw.labels(m)

    def good(found):
        *neuron, Y = found
        Z = _z(*neuron)
        surest = np.abs(Z).argmax()
        return (Z[0, surest] > 0) != Y[0, surest] and abs(_farthest(*neuron) - sure) < 0.5

    return find(make, good)


def _all_count(neuron):
    """Whether each part of a neuron whose answers are clear changes an answer.

    Some answer is another one without the bias, without the first input, the last one, or most of
    them, without the signs of the weights, and with a probability of 0.6 or 0.4 as the limit.
    """
    w, b, X = neuron
    Z = _z(w, b, X)
    parts = [slice(1, None), slice(-1)]
    if len(w) > 2:
        parts += [slice(2), slice(-2, None)]
    others = [_z(w[part], b, X[part]) for part in parts]
    others += [_z(w, 0, X), _z(np.abs(w), b, X), Z - 0.4, Z + 0.4]
    return _clear(w, b, X) and all(np.any((Z > 0) != (other > 0)) for other in others)


# Gradient descent


def _descent(draw, n, m, settings):
    """Arguments of `optimize`, in which the last step still shows in the parameters."""
    rate = settings[1] if settings else 0.009

    def make():
        w, b = draw.numbers(n, 1), float(draw.numbers(1)[0])
        return w, b, _inputs(draw, n, m), draw.labels(m), *settings

    def good(found):
        w, b, X, *_ = found
        if not _steady(X, rate) or _farthest(w, b, X) > FARTHEST - 2:
            return False
        params, grads, _ = draw.solved["optimize"](*found)
        return _farthest(params["w"], params["b"], X) < FARTHEST and _moves(grads)

    return find(make, good)


def _training(draw, sizes, settings, biased=False, mistaken=False):
    """A case of `model`.

    Arguments:
        sizes: inputs, examples to learn from, examples to test.
        settings: num_iterations, learning_rate, print_cost; the last ones may be missing.
        biased: whether the bias decides an answer in both sets.
        mistaken: whether the neuron answers wrongly for an example of each set.
    """
    n, m, m_test = draw.sizes(*sizes)
    if not settings:  # few enough to tell apart: 2,000 steps do not reach an end
        m = min(m, n + 1)
    rate = settings[1] if len(settings) > 1 else 0.5

    def examples(m):
        X = _inputs(draw, n, m)
        return (X / 2 + 1 if biased else X), draw.labels(m)

    def to_learn_from():
        X, Y = examples(m)
        if mistaken:  # one more example twice, once with either label
            X, Y = np.hstack([X, *2 * [_inputs(draw, n, 1)]]), np.hstack([Y, [[0, 1]]])
        return X, Y

    def well_answered(w, b, X, Y):
        # In the place of a bias that counts each of these changes an answer.
        return _well_answered(w, b, X, (0, rate, Y) if biased else ())

    def make():
        X, Y = find(to_learn_from, lambda found: _steady(found[0], rate))
        results = draw.solved["model"](X, Y, X, Y, *settings)
        w, b = results["w"], results["b"]
        # Nothing is learned from the test set, so it can be any; some neurons hardly have one.
        tests = (examples(m_test) for _ in range(20))
        test = next((test for test in tests if well_answered(w, b, *test)), None)
        return X, Y, w, b, test

    def good(found):
        X, Y, w, b, test = found
        moves = _moves(draw.solved["propagate"](w, b, X, Y)[0])
        return test is not None and moves and well_answered(w, b, X, Y)

    X, Y, w, b, (X_test, Y_test) = find(make, good)
    if mistaken:
        Y_test[0, 0] = _z(w, b, X_test)[0, 0] <= 0
    label = f"{count('input', n)}, {count('example', Y.size)} to learn from, {_in_words(settings)}"
    return label, (X, Y, X_test, Y_test, *settings)


def _well_answered(w, b, X, others):
    """Whether both answers are given, where there is room for both, none of them by rounding.

    Arguments:
        others: with each of these in the place of b, some answer is another one.
    """
    yes = _z(w, b, X) > 0
    return (
        # Training goes far where the labels can be told apart; the cost still has its digits.
        _clear(w, b, X, farthest=FARTHEST + 4)
        and len(np.unique(yes)) == min(2, yes.size)
        and all(np.any(yes != (_z(w, other, X) > 0)) for other in others)
    )


def _steady(X, rate):
    """Whether steps of this length go down and do not jump about, where rounding would grow.

    The curvature of the cost is at most the mean of |x|^2 + 1 over the examples, by 4.
    """
    return rate * (np.sum(X**2) / X.shape[1] + 1) / 4 < 1.5


def _moves(grads):
    """Whether one step more or less can be seen in the parameters."""
    return np.abs(grads["dw"]).max() > 1e-5 and abs(grads["db"]) > 1e-5


def _inputs(draw, n, m):
    """Numbers for n inputs, the smaller the more inputs there are, as `_steady` asks for."""
    return draw.numbers(n, m, spread=min(1, np.sqrt(2 / n)))


# Labels of the cases


def _sizes(n, m):
    return f"{count('input', n)}, {count('example', m)}"


def _in_words(settings):
    """The number of iterations and the learning rate."""
    if not settings:
        return "all defaults"
    iterations = count("iteration", settings[0])
    if len(settings) == 1:
        return f"{iterations}, default learning rate"
    return f"{iterations}, learning rate {settings[1]}"


# Arguments that the contract allows, for the mutants


def _labels(rng, m):
    return rng.integers(2, size=(1, m))


def _allowed_neuron(rng, n, m):
    """w, b and X whose Z is neither near 0 nor far out."""

    def good(neuron):
        w, b, X = neuron
        Z = np.abs(w.T @ X + b)
        return Z.min() > 0.01 and Z.max() < 7

    return find(
        lambda: (rng.normal(size=(n, 1)), float(rng.normal()), rng.normal(size=(n, m))), good
    )


SIZES = (2, 3), (3, 5), (1, 4), (4, 1), (1, 1), (3, 3), (7, 2), (2, 9), (5, 8)


def _allowed_initialize_with_zeros(rng, right):
    for dim in (2, 1, 3, 4, 10, 65, 257):
        yield (dim,)


def _allowed_propagate(rng, right):
    for n, m in SIZES:
        yield (*_allowed_neuron(rng, n, m), _labels(rng, m))
    w, b, X = _allowed_neuron(rng, 3, 6)
    yield w, b, X, np.ones((1, 6), dtype=int)
    yield w, b, X, np.zeros((1, 6), dtype=int)
    yield 4 * w / np.abs(w.T @ X).max() * 1.5, 0.0, X, _labels(rng, 6)


def _allowed_optimize(rng, right):
    settings = (1,), (2, 0.5), (99, 0.001), (100, 0.2, False), (101, 0.05), (203, 0.1), (7, 1.0), ()
    for (n, m), chosen in zip(SIZES, settings, strict=False):
        yield (*_allowed_neuron(rng, n, m), _labels(rng, m), *chosen)


def _allowed_predict(rng, right):
    for n, m in (*SIZES, (3, 20), (2, 12), (6, 7)):
        yield _allowed_neuron(rng, n, m)


def _allowed_model(rng, right):
    # Three examples with three inputs can be told apart, so that training never comes to rest.
    settings = (1,), (2, 0.3), (99, 0.01), (100, 0.2, False), (101, 0.05), (), (7, 1.0), (203, 0.1)
    for (n, m), chosen in zip(SIZES, settings, strict=False):
        m_test = int(rng.integers(1, 9))
        yield find(partial(_examples, rng, n, m, m_test, chosen), partial(_allowed_clear, right))


def _examples(rng, n, m, m_test, settings):
    X, Y, X_test = rng.normal(size=(n, m)), _labels(rng, m), rng.normal(size=(n, m_test))
    return X, Y, X_test, _labels(rng, m_test), *settings


def _allowed_clear(right, arguments):
    """Whether no prediction of the trained neuron is near 0.5, and none too sure."""
    results = right["model"](*arguments)
    Z = np.abs(results["w"].T @ np.hstack([arguments[0], arguments[2]]) + results["b"])
    return Z.min() > 1e-4 and Z.max() < 9


ALLOWED = {
    "initialize_with_zeros": _allowed_initialize_with_zeros,
    "propagate": _allowed_propagate,
    "optimize": _allowed_optimize,
    "predict": _allowed_predict,
    "model": _allowed_model,
}
