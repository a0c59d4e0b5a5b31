"""Fresh cases for the exercises of notebook 02."""

import copy
from functools import partial

import numpy as np

from authoring import cases as shared

# Z further out makes a right answer lose digits to rounding; nearer to 0 a prediction is a toss-up.
FARTHEST, NEAREST = 8, 0.02


def draw(seed, solved, vary=False):
    """Fresh cases: see `authoring.cases.draw`."""
    rng = np.random.default_rng(seed)
    cases = {name: [] for name in solved if callable(solved[name])}
    size = shared.other_sizes(rng) if vary else list(range(7))
    numbers, labels = partial(shared.numbers, rng), partial(_labels, rng)

    def neuron(n):
        return numbers(n, 1), float(numbers(1)[0])

    def rate(learning_rate):
        return float(f"{learning_rate * rng.uniform(0.5, 1.5):.2g}") if vary else learning_rate

    dims = [1, 5, 64]
    if vary:
        dims = [
            1,
            int(rng.integers(4, 60)),
            int(rng.integers(60, 300)),
            int(rng.integers(300, 999)),
        ]
    cases["initialize_with_zeros"] = [(f"{dim} input{'s' * (dim > 1)}", (dim,)) for dim in dims]

    for n, m, sure in ((3, 4, 0), (4, 6, 12), (1, 5, 0), (5, 1, 0), (2, 2, 0)):
        n, m = size[n], size[m]
        for _ in shared.tries():
            (w, b), X, Y = neuron(n), numbers(n, m), labels(m)
            if sure:  # of one answer, and it is wrong: a number as small as 1e-12 shows in its cost
                w, b = (np.round(sure / np.abs(_z(w, b, X)).max() * part, 3) for part in (w, b))
                Z = _z(w, b, X)
                surest = np.abs(Z).argmax()
                if (Z[0, surest] > 0) != Y[0, surest] and sure - 0.5 < np.abs(Z).max() < sure + 0.5:
                    break
            elif np.abs(_z(w, b, X)).max() < FARTHEST - 1:
                break
        label = _sizes(n, m) + (", A near 0 and 1" if sure else "")
        cases["propagate"].append((label, (w, b, X, Y)))

    for n, m in ((3, 6), (4, 5), (1, 4), (5, 1), (2, 2)):
        n, m = size[n], size[m]
        for _ in shared.tries():
            (w, b), X = neuron(n), numbers(n, m)
            if _clear(w, b, X) and (min(n, m) < 3 or _all_count(w, b, X)):
                break
        cases["predict"].append((_sizes(n, m), (w, b, X)))

    cases["optimize"] = list(_optimize_cases(rng, solved, vary, size, rate))
    cases["model"] = list(_model_cases(rng, solved, vary, size, rate))
    return {name: found for name, found in cases.items() if found}


def _optimize_cases(rng, solved, vary, size, rate):
    numbers, labels = partial(shared.numbers, rng), partial(_labels, rng)

    def among(low, high):
        return int(rng.integers(low, high))

    for n, m, iterations, learning_rate, more in (
        (3, 4, among(2, 9) if vary else 1, 0.5, ()),
        (4, 6, 100 * (among(1, 3) if vary else 1) + 1, 0.1, ()),
        (1, 3, among(130, 180) if vary else 150, 0.002, ()),
        (2, 1, among(30, 60) if vary else 40, 0.3, (False,)),
        (5, 3, among(15, 40) if vary else 20, 1.0, (False,)),
        (3, 5, None, None, ()),
    ):
        n, m = size[n], size[m]
        for _ in shared.tries():
            w, b = numbers(n, 1), float(numbers(1)[0])
            X, Y, step = _inputs(rng, n, m), labels(m), rate(learning_rate or 0.009)
            settings = () if iterations is None else (iterations, step, *more)
            arguments = (w, b, X, Y, *settings)
            if not _steady(X, step) or np.abs(_z(w, b, X)).max() > FARTHEST - 2:
                continue
            params, grads, _ = solved["optimize"](*copy.deepcopy(arguments))
            if np.abs(_z(params["w"], params["b"], X)).max() < FARTHEST and _moves(grads):
                break
        if iterations is None:
            yield f"{_sizes(n, m)}, all defaults", arguments
        else:
            word = f"{iterations} iteration{'s' * (iterations > 1)}"
            yield f"{_sizes(n, m)}, {word}, learning rate {step}", arguments


def _model_cases(rng, solved, vary, size, rate):
    labels = partial(_labels, rng)

    def among(low, high):
        return int(rng.integers(low, high))

    for n, m, m_test, iterations, learning_rate, more, special in (
        (3, 5, 4, among(102, 130) if vary else 105, 0.2, (), None),
        (1, 4, 3, among(50, 80) if vary else 60, 0.4, (), "the bias counts"),
        (4, 1, 2, among(15, 50) if vary else 30, 0.4, (), None),
        (2, 6, 1, among(15, 50) if vary else 20, 1.0, (False,), "mistakes"),
        (5, 3, 2, among(30, 60) if vary else 45, None, (), None),
        (4, 6, 5, None, None, (), None),
    ):
        n, m, m_test = size[n], size[m], size[m_test]
        if iterations is None:  # few enough to tell apart: 2,000 steps do not reach an end
            m = min(m, n + 1)
        biased = special == "the bias counts"
        for _ in shared.tries():
            X, Y = _model_inputs(rng, n, m, biased), labels(m)
            if special == "mistakes":  # one more example twice, once with either label
                X, Y = np.hstack([X, *2 * [_inputs(rng, n, 1)]]), np.hstack([Y, [[0, 1]]])
            step = 0.5 if learning_rate is None else rate(learning_rate)
            settings = () if iterations is None else (iterations,)
            settings += () if learning_rate is None else (step, *more)
            if not _steady(X, step):
                continue
            found = solved["model"](*copy.deepcopy((X, Y, X, Y, *settings)))
            w, b = found["w"], found["b"]
            bias = (0, step, Y) if biased else ()
            if not _well_answered(w, b, X, bias) or not _moves(solved["propagate"](w, b, X, Y)[0]):
                continue
            for _ in range(20):  # nothing is learned from the test set, so it can be any
                X_test, Y_test = _model_inputs(rng, n, m_test, biased), labels(m_test)
                good = _well_answered(w, b, X_test, (0, step, Y_test) if biased else ())
                if good:
                    break
            if good:
                break
        if special == "mistakes":
            Y_test[0, 0] = _z(w, b, X_test)[0, 0] <= 0
        arguments = (X, Y, X_test, Y_test, *settings)
        m = Y.size
        label = f"{n} input{'s' * (n > 1)}, {m} example{'s' * (m > 1)} to learn from"
        if iterations is None:
            yield f"{label}, all defaults", arguments
        elif learning_rate is None:
            yield f"{label}, {iterations} iterations, default learning rate", arguments
        else:
            yield f"{label}, {iterations} iterations, learning rate {step}", arguments


def twin(rng, function, arguments):
    """The arguments of a public case with other numbers: see `authoring.cases.twin`.

    Labels and settings stay. What a prediction rests on is clear, as in the fresh cases.
    """
    if function == "initialize_with_zeros":
        return (int(rng.integers(4, 100)),)
    numbers = partial(shared.numbers, rng)
    for _ in shared.tries():
        if function == "model":
            X, Y, X_test, *rest = arguments
            found = (numbers(*X.shape), Y, numbers(*X_test.shape), *rest)
            if _steady(found[0], 0.5) and _model_is_clear(*found):
                return found
            continue
        w, b, X, *rest = arguments
        found = (numbers(*w.shape), float(numbers(1)[0]), numbers(*X.shape), *rest)
        if _clear(*found[:3], farthest=FARTHEST - 2):
            return found


def _model_is_clear(X, Y, X_test, Y_test, num_iterations, learning_rate, print_cost):
    """Whether what gradient descent ends with tells both labels well apart on both sets.

    A plain descent of its own: a twin knows no solved notebook.
    """
    w, b = np.zeros((len(X), 1)), 0.0
    for _ in range(num_iterations):
        error = 1 / (1 + np.exp(-_z(w, b, X))) - Y
        w, b = w - learning_rate * X @ error.T / error.size, b - learning_rate * error.mean()
    both = all(len(np.unique(_z(w, b, x) > 0)) == 2 for x in (X, X_test))
    return both and _clear(w, b, X) and _clear(w, b, X_test)


def _z(w, b, X):
    return w.T @ X + b


def _clear(w, b, X, farthest=FARTHEST):
    """Whether nothing about the predictions is decided by rounding."""
    Z = np.abs(_z(w, b, X))
    return Z.min() > NEAREST and Z.max() < farthest


def _all_count(w, b, X):
    """Whether the answers are others without the first input, the last, most, or the bias."""
    yes = _z(w, b, X) > 0
    parts = slice(1, None), slice(-1), slice(2), slice(-2, None)
    others = [_z(w[part], b, X[part]) > 0 for part in parts] + [_z(w, 0, X) > 0]
    return all(np.any(yes != other) for other in others)


def _steady(X, rate):
    """Whether steps of this length go down and do not jump about, where rounding would grow.

    The curvature of the cost is at most the mean of |x|^2 + 1 over the examples, by 4.
    """
    return rate * (np.sum(X**2) / X.shape[1] + 1) / 4 < 1.5


def _moves(grads):
    """Whether one step more or less can be seen in the parameters."""
    return np.abs(grads["dw"]).max() > 1e-5 and abs(grads["db"]) > 1e-5


def _inputs(rng, n, m):
    """Numbers for n inputs, the smaller the more inputs there are, as `_steady` asks for."""
    return shared.numbers(rng, n, m, spread=min(1, np.sqrt(2 / n)))


def _model_inputs(rng, n, m, biased):
    """Inputs of `model`, and where the bias counts both answers are on the same side of 0."""
    return _inputs(rng, n, m) / 2 + 1 if biased else _inputs(rng, n, m)


def _well_answered(w, b, X, bias):
    """Whether both answers are given, where there is room for both, none of them by rounding.

    Arguments:
        bias: with each of these in the place of b, some answer is another one.
    """
    yes = _z(w, b, X) > 0
    return (
        # Training goes far where the labels can be told apart; the cost still has its digits.
        _clear(w, b, X, farthest=FARTHEST + 4)
        and len(np.unique(yes)) == min(2, yes.size)
        and all(np.any(yes != (_z(w, other, X) > 0)) for other in bias)
    )


def _labels(rng, m):
    """Labels of both kinds, where there is room for both."""
    return np.array([(np.arange(m) + rng.integers(2)) % 2])


def _sizes(n, m):
    return f"{n} input{'s' * (n > 1)}, {m} example{'s' * (m > 1)}"
