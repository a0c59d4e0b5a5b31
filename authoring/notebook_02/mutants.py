"""What the mutation engine needs for notebook 02; see `mutation.py`."""

from functools import partial

import numpy as np

from authoring.cases import find

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _count(arguments):
    """How many iterations a call of `optimize` or `model` asks for, or None for the default."""
    return arguments[4] if len(arguments) > 4 else None


def _rate(arguments):
    return arguments[5] if len(arguments) > 5 else None


def _neuron_conditions(cut):
    """Conditions on the examples; cut takes X out of the arguments."""
    return {
        "one example": lambda *a: cut(a).shape[1] == 1,
        "more than one example": lambda *a: cut(a).shape[1] > 1,
        "three examples": lambda *a: cut(a).shape[1] == 3,
        "two inputs": lambda *a: len(cut(a)) == 2,
        "more than one input": lambda *a: len(cut(a)) > 1,
        "fewer inputs than examples": lambda *a: len(cut(a)) < cut(a).shape[1],
    }


SETTINGS = {
    "at most 100 iterations": lambda *a: (_count(a) or 100) <= 100,
    "more than 100 iterations": lambda *a: (_count(a) or 2000) > 100,
    "iterations given": lambda *a: _count(a) is not None,
    "rate given": lambda *a: _rate(a) is not None,
    "rate not given": lambda *a: _rate(a) is None,
    "rate below 0.5": lambda *a: _rate(a) is not None and _rate(a) < 0.5,
    "print_cost not given": lambda *a: len(a) < 7,
}

CONDITIONS = {
    "initialize_with_zeros": {
        "two inputs": lambda dim: dim == 2,
        "two or three inputs": lambda dim: dim in (2, 3),
        "at most ten inputs": lambda dim: dim <= 10,
        "more than one input": lambda dim: dim > 1,
    },
    "propagate": _neuron_conditions(lambda a: a[2])
    | {
        "as many inputs as examples": lambda w, b, X, Y: X.shape[0] == X.shape[1],
        "Z of moderate size": lambda w, b, X, Y: np.abs(w.T @ X + b).max() < 3,
        "b above 0": lambda w, b, X, Y: b > 0,
        "most labels 1": lambda w, b, X, Y: Y.mean() > 0.5,
    },
    "optimize": _neuron_conditions(lambda a: a[2]) | SETTINGS,
    "predict": _neuron_conditions(lambda a: a[2])
    | {"b below 0": lambda w, b, X: b < 0, "any yes": lambda w, b, X: (w.T @ X + b > 0).any()},
    "model": _neuron_conditions(lambda a: a[0])
    | SETTINGS
    | {
        "fewer to test than to train": lambda *a: a[2].shape[1] < a[0].shape[1],
        "one to test": lambda *a: a[2].shape[1] == 1,
    },
}


# Mistakes written out by hand: (old, new, old, new, ...), pieces of the master's text.

COST = "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m"
LOSS = "Y * np.log(A) + (1 - Y) * np.log(1 - A)"
DW, DB = "X @ (A - Y).T / m", "np.sum(A - Y) / m"
ZEROS = "np.zeros((dim, 1))"
STEP_W, STEP_B = 'w - learning_rate * grads["dw"]', 'b - learning_rate * grads["db"]'
CALL = "grads, cost = propagate(w, b, X, Y)"
SETTINGS_ON = "num_iterations, learning_rate, print_cost\n"
START = "initialize_with_zeros(X_train.shape[0])"
YES = "(A > 0.5).astype(int)"

BY_HAND = {
    "initialize_with_zeros": [
        (ZEROS, "np.zeros(dim)"),
        (ZEROS, "np.zeros((1, dim))"),
        (ZEROS, "np.zeros((dim, dim))"),
        (ZEROS, "np.zeros(dim, 1)"),
        (ZEROS, "np.zeros((dim, 1), dtype=int)"),
        (ZEROS, "np.zeros((dim, 1), dtype=bool)"),
        (ZEROS, "np.ones((dim, 1))"),
        (ZEROS, "np.random.randn(dim, 1) * 0.01"),
        (ZEROS, "np.zeros((2, 1))"),
        (ZEROS, "np.zeros((max(dim, 2), 1))"),
        (ZEROS, "[[0.0]] * dim"),
        ("b = 0.0", "b = 0"),
        ("b = 0.0", "b = False"),
        ("b = 0.0", "b = np.zeros(1)"),
        ("b = 0.0", "b = np.zeros((1, 1))"),
        ("b = 0.0", "b = np.zeros((dim, 1))"),
        ("b = 0.0", "b = None"),
        ("b = 0.0", "b = '0.0'"),
        ("b = 0.0", "b = 1e-3"),
        ("b = 0.0", "b = [0.0]"),
        ("return w, b", "return b, w"),
        ("return w, b", "return {'w': w, 'b': b}"),
        ("return w, b", "return w"),
        ("return w, b", "print(w, b)"),
    ],
    "propagate": [
        (COST, COST[1:]),
        (COST, COST.replace(" / m", "")),
        (COST, COST.replace(" / m", " / 3")),
        (COST, COST.replace(" / m", " / (2 * m)")),
        (COST, COST.replace(" / m", " / X.shape[0]")),
        (COST, f"-np.mean({LOSS}) / m"),
        (COST, f"-({LOSS}) / m"),
        (COST, f"np.atleast_2d(-np.sum({LOSS}) / m)"),
        (COST, f"[-np.sum({LOSS}) / m]"),
        (COST, f"round(-np.sum({LOSS}) / m, 6)"),
        (COST, "-np.sum(Y * np.log(A)) / m"),
        (COST, "np.sum((A - Y) ** 2) / m"),
        (COST, f"-np.sum({LOSS} + 1e-8) / m"),
        (COST, "-np.sum(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8)) / m"),
        ("np.log(A)", "np.log(np.clip(A, 0.05, 0.95))"),
        ("np.log(1 - A)", "np.log(np.clip(1 - A, 0.05, 0.95))"),
        ("np.log(1 - A)", "np.log(A)"),
        (DW, "X @ (Y - A).T / m"),
        (DW, "X @ (A - Y).T"),
        (DW, "X @ (A - Y).T / 3"),
        (DW, "(A - Y) @ X.T / m"),
        (DW, "X * (A - Y) / m"),
        (DW, "np.sum(X * (A - Y), axis=1) / m"),
        (DW, "np.sum(X @ (A - Y).T) / m"),
        (DW, "X @ A.T / m"),
        (DW, "X @ (Z - Y).T / m"),
        (DW, "X @ ((A - Y) * A * (1 - A)).T / m"),
        (DW, "np.abs(X) @ (A - Y).T / m"),
        (DW, "X @ (np.round(A) - Y).T / m"),
        (DB, "np.sum(Y - A) / m"),
        (DB, "np.sum(A - Y)"),
        (DB, "np.sum(A - Y) / 3"),
        (DB, "np.mean(A - Y) / m"),
        (DB, "np.sum(A - Y, axis=1, keepdims=True) / m"),
        (DB, "np.sum(A - Y, axis=1) / m"),
        (DB, "np.sum(A - Y, axis=0) / m"),
        (DB, "np.sum(dw) / m"),
        (DB, "np.sum(A) / m"),
        (DB, "(A - Y)[0, 0]"),
        (DB, "float(int(np.sum(A - Y))) / m"),
        ("w.T @ X + b", "w.T @ X"),
        ("w.T @ X + b", "w.T @ X - b"),
        ("w.T @ X + b", "w.T @ (X + b)"),
        ("w.T @ X + b", "X.T @ w + b"),
        ("w.T @ X + b", "w[0] * X[:1] + b"),
        ("w.T @ X + b", "w[:2].T @ X[:2] + b"),
        ("w.T @ X + b", "w.T @ X + abs(b)"),
        ("w.T @ X + b", "np.maximum(0, w.T @ X + b)"),
        ("X.shape[1]", "X.shape[0]"),
        ("X.shape[1]", "3"),
        ("X.shape[1]", "X.size"),
        ("X.shape[1]", "max(X.shape[1], 2)"),
        ("A, _ = sigmoid(Z)", "A = sigmoid(Z)"),
        ("A, _ = sigmoid(Z)", "A = np.tanh(Z) / 2 + 0.5"),
        ('{"dw": dw, "db": db}, cost', '{"dw": dw, "db": db}'),
        ('{"dw": dw, "db": db}, cost', '{"dw": dw, "db": db, "A": A}, cost'),
        ('{"dw": dw, "db": db}, cost', 'cost, {"dw": dw, "db": db}'),
        ('{"dw": dw, "db": db}, cost', '{"w": dw, "b": db}, cost'),
    ],
    "optimize": [
        (STEP_W, STEP_W.replace("-", "+"), STEP_B, STEP_B.replace("-", "+")),
        (STEP_W, STEP_W.replace("-", "+")),
        (STEP_B, STEP_B.replace("-", "+")),
        ("learning_rate * ", ""),
        ("learning_rate * ", "0.009 * "),
        ("learning_rate * ", "0.5 * "),
        ("learning_rate * ", "min(learning_rate, 0.5) * "),
        ("learning_rate * ", "max(learning_rate, 0.009) * "),
        ("learning_rate * ", "learning_rate ** 2 * "),
        ("range(num_iterations)", "range(100)"),
        ("range(num_iterations)", "range(num_iterations + 1)"),
        ("range(num_iterations)", "range(max(1, num_iterations - 1))"),
        ("range(num_iterations)", "range(1, num_iterations + 1)"),
        ("range(num_iterations)", "range(min(num_iterations, 100))"),
        ("range(num_iterations)", "range(max(num_iterations, 100))"),
        ("range(num_iterations)", "range(num_iterations // 100 * 100 + 1)"),
        (STEP_W, "w"),
        (STEP_B, "b"),
        (STEP_W, STEP_W.replace("dw", "db")),
        (STEP_B, STEP_B.replace("db", "dw")),
        (STEP_W, 'np.subtract(w, learning_rate * grads["dw"], out=w)'),
        ("w = w - learning", "w -= learning"),
        (STEP_W, '(w - grads["dw"]) * learning_rate'),
        (STEP_W, 'w - learning_rate * np.mean(grads["dw"])'),
        (STEP_W, 'w - learning_rate * np.sign(grads["dw"])'),
        (STEP_W, 'w * 0.999 - learning_rate * grads["dw"]'),
        (CALL, CALL + "; learning_rate *= 0.99"),
        (CALL, CALL + "; grads['dw'] = np.clip(grads['dw'], -0.05, 0.05)"),
        ("    return {", "    grads, cost = propagate(w, b, X, Y)\n    return {"),
        (f"b = {STEP_B}\n", f"b = {STEP_B}\n        _, cost = propagate(w, b, X, Y)\n"),
        (f"b = {STEP_B}\n", f"b = {STEP_B}\n        grads, cost = propagate(w, b, X, Y)\n"),
        (f"b = {STEP_B}", f"grads, cost = propagate(w, b, X, Y)\n        b = {STEP_B}"),
        ("i % 100 == 0", "True"),
        ("i % 100 == 0", "i % 100 == 99"),
        ("i % 100 == 0", "i % 100 == 0 and i > 0"),
        ("i % 100 == 0", "i == 0"),
        ("i % 100 == 0", "i % 10 == 0"),
        ("i % 100 == 0", "i % 100 == 0 or i == num_iterations - 1"),
        ("i % 100 == 0", "print_cost and i % 100 == 0"),
        ("costs.append(cost)", "costs = [cost]"),
        ("costs.append(cost)", "costs.append(i)"),
        ("costs.append(cost)", "costs.append([cost])"),
        ("costs.append(cost)", "costs.append(round(cost, 6))"),
        ("costs.append(cost)", "costs.insert(0, cost)"),
        ("grads, costs", "grads, np.array(costs)"),
        ("grads, costs", "grads, costs[-1]"),
        ("grads, costs", "costs, grads"),
        ('return {"w": w, "b": b}', "return (w, b)"),
        ("    return {", "        return {"),
        ("learning_rate=0.009", "learning_rate=0.01"),
        ("learning_rate=0.009", "learning_rate=0.5"),
        ("num_iterations=100", "num_iterations=101"),
        ("num_iterations=100", "num_iterations=99"),
        ("num_iterations=100", "num_iterations=2000"),
        ("costs = []", "costs = []; w = np.zeros_like(w)"),
        ("costs = []", "costs = []; b = 0.0"),
        (CALL, "grads, cost = propagate(w, b, X[:, :1], Y[:, :1])"),
        (CALL, "grads, cost = propagate(w, b, X[:, [i % X.shape[1]]], Y[:, [i % X.shape[1]]])"),
    ],
    "predict": [
        (YES, "A"),
        (YES, "(A < 0.5).astype(int)"),
        (YES, "(w.T @ X + b > 0.5).astype(int)"),
        (YES, "(A > 0).astype(int)"),
        (YES, "(A > 0.6).astype(int)"),
        (YES, "(A > 0.4).astype(int)"),
        (YES, "A.astype(int)"),
        (YES, "np.ceil(A)"),
        (YES, "np.round(A, 1)"),
        (YES, YES + ".ravel()"),
        (YES, YES + ".T"),
        (YES, YES + ".tolist()"),
        (YES, YES + ".astype(str)"),
        (YES, YES + ".astype(object)"),
        (YES, YES + ".astype(complex)"),
        (YES, "np.where(A > 0.5, 1, -1)"),
        (YES, "np.where(A > 0.5, 2, 1)"),
        (YES, "int(A[0, 0] > 0.5)"),
        (YES, "1 if A > 0.5 else 0"),
        (YES, "(A > A.mean()).astype(int)"),
        (YES, "(A == A.max()).astype(int)"),
        (YES, "np.zeros((1, X.shape[0]))"),
        (YES, "np.zeros((1, 3)) + (A > 0.5)"),
        (YES, "np.ones_like(A)"),
        (YES, "np.zeros_like(A)"),
        ("X + b", "X"),
        ("X + b", "X - b"),
        ("X + b", "X + abs(b)"),
        ("w.T @ X", "w @ X"),
        ("w.T @ X", "w[:2].T @ X[:2]"),
        ("w.T @ X", "np.abs(w).T @ X"),
        ("A, _ = sigmoid", "_, A = sigmoid"),
        ("return Y_prediction", "return Y_prediction, A"),
        ("return Y_prediction", "pass"),
    ],
    "model": [
        (SETTINGS_ON, "\n"),
        (SETTINGS_ON, "num_iterations\n"),
        (SETTINGS_ON, "learning_rate=learning_rate\n"),
        (SETTINGS_ON, "2000, 0.5\n"),
        (SETTINGS_ON, "num_iterations, 0.5\n"),
        (SETTINGS_ON, "2000, learning_rate\n"),
        (SETTINGS_ON, "num_iterations, min(learning_rate, 0.5)\n"),
        (SETTINGS_ON, "num_iterations + 1, learning_rate\n"),
        (SETTINGS_ON, "num_iterations - 1, learning_rate\n"),
        (SETTINGS_ON, "max(num_iterations, 100), learning_rate\n"),
        (SETTINGS_ON, "learning_rate, num_iterations\n"),
        ("w, b, X_train, Y_train", "w, b, X_test, Y_test"),
        ("w, b, X_train, Y_train", "w, b, X_train, Y_test"),
        ("w, b, X_train, Y_train", "w, b, X_train, 1 - Y_train"),
        ("b, X_train, Y_train", "b, np.hstack([X_train, X_test]), np.hstack([Y_train, Y_test])"),
        ("predict(w, b, X_test)", "predict(w, b, X_train)"),
        ("predict(w, b, X_train)", "predict(w, b, X_test)"),
        ("predict(w, b, X_test)", "Y_test"),
        ("predict(w, b, X_train)", "Y_train"),
        ("predict(w, b, X_test)", "1 - predict(w, b, X_test)"),
        ("predict(w, b, X_test)", "sigmoid(w.T @ X_test + b)[0]"),
        ("predict(w, b, X_test)", "predict(w, 0.0, X_test)"),
        ("predict(w, b, X_train)", "predict(w, 0.0, X_train)"),
        ('    w, b = params["w"], params["b"]\n', ""),
        ('w, b = params["w"], params["b"]', 'w = params["w"]'),
        ('w, b = params["w"], params["b"]', 'b = params["b"]'),
        ('w, b = params["w"], params["b"]', 'w, b = grads["dw"], grads["db"]'),
        (START, "initialize_with_zeros(X_train.shape[1])"),
        (START, "initialize_with_zeros(4)"),
        (START, "initialize_with_zeros(64)"),
        (START, "initialize_with_zeros(len(Y_train))"),
        (START, "np.random.randn(X_train.shape[0], 1) * 0.01, 0.0"),
        (START, "np.zeros((X_train.shape[0], 1)), 1.0"),
        ('"costs": costs', '"costs": costs[-1]'),
        ('"costs": costs', '"costs": costs[::-1]'),
        ('"costs": costs', '"costs": costs[:3]'),
        ('"costs": costs', '"cost": costs'),
        ('"w": w', '"w": w.T'),
        ('"w": w', '"w": w.ravel()'),
        ('"learning_rate": learning_rate', '"learning_rate": 0.5'),
        ('"num_iterations": num_iterations', '"num_iterations": 2000'),
        ('"num_iterations": num_iterations', '"num_iterations": len(costs)'),
        ("learning_rate=0.5", "learning_rate=0.009"),
        ("num_iterations=2000", "num_iterations=100"),
        ("num_iterations=2000", "num_iterations=1999"),
        ("num_iterations=2000", "num_iterations=2001"),
    ],
}


# Random arguments that the contract allows, far from where rounding decides an answer.


def _labels(rng, m):
    return rng.integers(2, size=(1, m))


def _neuron(rng, n, m):
    """w, b and X whose Z is neither near 0 nor far out."""

    def good(neuron):
        w, b, X = neuron
        Z = np.abs(w.T @ X + b)
        return Z.min() > 0.01 and Z.max() < 7

    return find(
        lambda: (rng.normal(size=(n, 1)), float(rng.normal()), rng.normal(size=(n, m))), good
    )


SIZES = (2, 3), (3, 5), (1, 4), (4, 1), (1, 1), (3, 3), (7, 2), (2, 9), (5, 8)


def initialize_with_zeros(rng, right):
    for dim in (2, 1, 3, 4, 10, 65, 257):
        yield (dim,)


def propagate(rng, right):
    for n, m in SIZES:
        yield (*_neuron(rng, n, m), _labels(rng, m))
    w, b, X = _neuron(rng, 3, 6)
    yield w, b, X, np.ones((1, 6), dtype=int)
    yield w, b, X, np.zeros((1, 6), dtype=int)
    yield 4 * w / np.abs(w.T @ X).max() * 1.5, 0.0, X, _labels(rng, 6)


def optimize(rng, right):
    settings = (1,), (2, 0.5), (99, 0.001), (100, 0.2, False), (101, 0.05), (203, 0.1), (7, 1.0), ()
    for (n, m), chosen in zip(SIZES, settings, strict=False):
        yield (*_neuron(rng, n, m), _labels(rng, m), *chosen)


def predict(rng, right):
    for n, m in (*SIZES, (3, 20), (2, 12), (6, 7)):
        yield _neuron(rng, n, m)


def model(rng, right):
    # Three examples with three inputs can be told apart, so that training never comes to rest.
    settings = (1,), (2, 0.3), (99, 0.01), (100, 0.2, False), (101, 0.05), (), (7, 1.0), (203, 0.1)
    for (n, m), chosen in zip(SIZES, settings, strict=False):
        m_test = int(rng.integers(1, 9))
        yield find(partial(_examples, rng, n, m, m_test, chosen), partial(_clear, right))


def _examples(rng, n, m, m_test, settings):
    X, Y, X_test = rng.normal(size=(n, m)), _labels(rng, m), rng.normal(size=(n, m_test))
    return X, Y, X_test, _labels(rng, m_test), *settings


def _clear(right, arguments):
    """Whether no prediction of the trained neuron is near 0.5, and none too sure."""
    results = right["model"](*arguments)
    Z = np.abs(results["w"].T @ np.hstack([arguments[0], arguments[2]]) + results["b"])
    return Z.min() > 1e-4 and Z.max() < 9


MAKERS = {
    "initialize_with_zeros": initialize_with_zeros,
    "propagate": propagate,
    "optimize": optimize,
    "predict": predict,
    "model": model,
}
