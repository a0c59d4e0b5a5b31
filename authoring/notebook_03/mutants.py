"""What the mutation engine needs for notebook 03; see `mutation.py`."""

from functools import partial

import numpy as np

from authoring.cases import find

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _network_conditions(cut):
    """Conditions on the sizes of a network; cut takes X and the parameters out of the arguments."""
    return {
        "one output": lambda *a: len(cut(*a)[1]["W2"]) == 1,
        "several outputs": lambda *a: len(cut(*a)[1]["W2"]) > 1,
        "four hidden units": lambda *a: len(cut(*a)[1]["W1"]) == 4,
        "more than one hidden unit": lambda *a: len(cut(*a)[1]["W1"]) > 1,
        "two inputs": lambda *a: len(cut(*a)[0]) == 2,
        "m == 3": lambda *a: cut(*a)[0].shape[1] == 3,
        "m > 1": lambda *a: cut(*a)[0].shape[1] > 1,
        "more hidden units than inputs": lambda *a: len(cut(*a)[1]["W1"]) > len(cut(*a)[0]),
        "b1 zero": lambda *a: not np.any(cut(*a)[1]["b1"]),
    }


CONDITIONS = {
    "layer_sizes": {
        "one output": lambda X, Y: len(Y) == 1,
        "two outputs": lambda X, Y: len(Y) == 2,
        "five inputs": lambda X, Y: len(X) == 5,
        "m == 3": lambda X, Y: X.shape[1] == 3,
        "more inputs than outputs": lambda X, Y: len(X) > len(Y),
        "m > 1": lambda X, Y: X.shape[1] > 1,
    },
    "initialize_parameters": {
        "one output": lambda n_x, n_h, n_y: n_y == 1,
        "four hidden units": lambda n_x, n_h, n_y: n_h == 4,
        "two inputs": lambda n_x, n_h, n_y: n_x == 2,
        "n_h > n_x": lambda n_x, n_h, n_y: n_h > n_x,
    },
    "forward_propagation": _network_conditions(lambda X, parameters: (X, parameters)),
    "compute_cost": {
        "m == 3": lambda A2, Y: A2.shape[1] == 3,
        "m > 1": lambda A2, Y: A2.shape[1] > 1,
        "A2 from 0.1 to 0.9": lambda A2, Y: A2.min() >= 0.1 and A2.max() <= 0.9,
        "most labels 1": lambda A2, Y: Y.mean() > 0.5,
        "good predictions": lambda A2, Y: np.all((A2 > 0.5) == Y),
    },
    "backward_propagation": _network_conditions(lambda p, c, X, Y: (X, p)),
    "update_parameters": {
        "one output": lambda p, g, rate=1.2: len(p["W2"]) == 1,
        "rate 1.2": lambda p, g, rate=1.2: rate == 1.2,
        "rate not 1.2": lambda p, g, rate=1.2: rate != 1.2,
        "rate below 1": lambda p, g, rate=1.2: rate < 1,
        "three hidden units": lambda p, g, rate=1.2: len(p["W1"]) == 3,
        "m > 1": lambda p, g, rate=1.2: len(p["W1"]) > 1,
    },
    "nn_model": {
        "four hidden units": lambda X, Y, n_h, steps, _=False: n_h == 4,
        "more than one hidden unit": lambda X, Y, n_h, steps, _=False: n_h > 1,
        "two inputs": lambda X, Y, n_h, steps, _=False: len(X) == 2,
        "100 steps": lambda X, Y, n_h, steps, _=False: steps == 100,
        "one step": lambda X, Y, n_h, steps, _=False: steps == 1,
        "m > 1": lambda X, Y, n_h, steps, _=False: X.shape[1] > 1,
    },
    "predict": {
        "m == 4": lambda parameters, X: X.shape[1] == 4,
        "m > 1": lambda parameters, X: X.shape[1] > 1,
        "two inputs": lambda parameters, X: len(X) == 2,
        "two hidden units": lambda parameters, X: len(parameters["W1"]) == 2,
    },
}


# Mistakes written out by hand: (old, new, old, new, ...), pieces of the master's text.

RANDN_1, RANDN_2 = "np.random.randn(n_h, n_x)", "np.random.randn(n_y, n_h)"
ZEROS_1, ZEROS_2 = "np.zeros((n_h, 1))", "np.zeros((n_y, 1))"
LOSS = "Y * np.log(A2) + (1 - Y) * np.log(1 - A2)"
COST = f"-np.sum({LOSS}) / m"
DW2, DB2 = "dZ2 @ A1.T / m", "np.sum(dZ2, axis=1, keepdims=True) / m"
DW1, DB1 = "dZ1 @ X.T / m", "np.sum(dZ1, axis=1, keepdims=True) / m"
DZ1, SLOPE = "W2.T @ dZ2 * (1 - A1**2)", "(1 - A1**2)"
NEW = "parameters = update_parameters(parameters, grads)"

BY_HAND = {
    "layer_sizes": [
        ("X.shape[0]", "X.shape[1]", "Y.shape[0]", "Y.shape[1]"),
        ("X.shape[0]", "5"),
        ("X.shape[0]", "2"),
        ("Y.shape[0]", "1"),
        ("Y.shape[0]", "2"),
        ("Y.shape[0]", "X.shape[0]"),
        ("X.shape[0]", "Y.shape[0]"),
        ("n_h = 4", "n_h = X.shape[0]"),
        ("n_h = 4", "n_h = X.shape[1]"),
        ("n_h = 4", "n_h = X.shape[0] - 1"),
        ("n_h = 4", "n_h = 2 * Y.shape[0]"),
        ("n_h = 4", "n_h = 3"),
        (".shape[0]", ".shape"),
        (".shape[0]", ".size"),
        (".shape[0]", ".ndim"),
        ("X.shape[0]", "len(X.T)"),
        ("X.shape[0]", "X.shape[-1]"),
        ("X.shape[0]", "max(X.shape)"),
        ("X.shape[0]", "min(X.shape)"),
        ("Y.shape[0]", "min(Y.shape)"),
        ("Y.shape[0]", "len(np.unique(Y))"),
        ("return n_x, n_h, n_y", "return n_x, n_y, n_h"),
        ("return n_x, n_h, n_y", "return n_x, n_y"),
        ("return n_x, n_h, n_y", "return {'n_x': n_x, 'n_h': n_h, 'n_y': n_y}"),
        ("return n_x, n_h, n_y", "return X.shape, n_h, Y.shape"),
        ("return n_x, n_h, n_y", "X *= 0; return n_x, n_h, n_y"),
    ],
    "initialize_parameters": [
        (RANDN_1, "np.random.rand(n_h, n_x)", RANDN_2, "np.random.rand(n_y, n_h)"),
        (" * 0.01", ""),
        (" * 0.01", " * 0.1"),
        (" * 0.01", " / np.sqrt(n_x)"),
        (ZEROS_1, "np.random.randn(n_h, 1) * 0.01", ZEROS_2, "np.random.randn(n_y, 1) * 0.01"),
        (ZEROS_2, "np.random.randn(n_y, 1) * 0.01"),
        (ZEROS_1, "np.zeros(n_h)", ZEROS_2, "np.zeros(n_y)"),
        (ZEROS_1, "np.zeros((1, n_h))", ZEROS_2, "np.zeros((1, n_y))"),
        (ZEROS_1, "np.zeros((n_h, 1), dtype=int)"),
        (ZEROS_1, "np.zeros((4, 1))"),
        (ZEROS_2, "np.zeros((1, 1))"),
        (ZEROS_1, "0.0", ZEROS_2, "0.0"),
        (RANDN_1, "np.random.randn((n_h, n_x))"),
        (RANDN_1, "np.random.randn(n_x, n_h).T"),
        (RANDN_1, "np.random.randn(4, n_x)"),
        (RANDN_2, "np.random.randn(1, n_h)"),
        (RANDN_2, "np.random.randn(n_h, n_y).T"),
        (RANDN_1, "np.zeros((n_h, n_x))", RANDN_2, "np.zeros((n_y, n_h))"),
        ("np.random.seed(2)", "pass"),
        ("np.random.seed(2)", "np.random.seed(1)"),
        ("W2 = np", "np.random.seed(2); W2 = np"),
        (RANDN_1, "np.random.default_rng(2).standard_normal((n_h, n_x))"),
        ("W1 = np", "n_h = 4; W1 = np"),
        ("W1 = np", "n_y = 1; W1 = np"),
        ('"W2": W2', '"W2": W1'),
    ],
    "forward_propagation": [
        ("W1 @ X + b1", "W1 @ X"),
        ("W2 @ A1 + b2", "W2 @ A1"),
        ("W1 @ X + b1", "W1 @ X + b1[0]"),
        ("W1 @ X + b1", "W1 @ X + np.sum(b1)"),
        ("W2 @ A1 + b2", "W2 @ A1 + b2[0]"),
        ("W2 @ A1 + b2", "W2 @ A1 + np.sum(b2)"),
        ("W2 @ A1 + b2", "W2[:1] @ A1 + b2"),
        ("W2 @ A1 + b2", "np.sum(W2.T * A1, axis=0, keepdims=True) + b2"),
        ("W1 @ X + b1", "W1 @ X + b1.T"),
        ("np.tanh(Z1)", "sigmoid(Z1)[0]"),
        ("np.tanh(Z1)", "np.maximum(0, Z1)"),
        ("np.tanh(Z1)", "Z1"),
        ("np.tanh(Z1)", "np.concatenate([np.tanh(Z1[:1]), Z1[1:]])"),
        ("np.tanh(Z1)", "np.clip(Z1, -1, 1)"),
        ("np.tanh(Z1)", "np.arctan(Z1)"),
        ("np.tanh(Z1)", "Z1 - Z1**3 / 3"),
        ("A2, _ = sigmoid(Z2)", "A2 = sigmoid(Z2)"),
        ("A2, _ = sigmoid(Z2)", "A2 = np.tanh(Z2)"),
        ("A2, _ = sigmoid(Z2)", "A2 = np.exp(Z2) / np.sum(np.exp(Z2), axis=0)"),
        ("A2, _ = sigmoid(Z2)", "A2 = sigmoid(Z2)[0].round(4)"),
        ("W2 @ A1 + b2", "W2 @ Z1 + b2"),
        ('"Z1": Z1', '"Z1": A1'),
        ('"A1": A1', '"A1": Z1'),
        ('"Z1": Z1, ', ""),
        ("return A2, cache", "return cache, A2"),
        ("return A2, cache", "return A2"),
        ("return A2, cache", "return np.clip(A2, 0.3, 0.7), cache"),
        ("return A2, cache", "return A2 > 0.5, cache"),
        ("Z1 = W1", "X -= X.mean(axis=1, keepdims=True); Z1 = W1"),
    ],
    "compute_cost": [
        (COST, f"np.sum({LOSS}) / m"),
        (COST, f"-np.sum({LOSS})"),
        (COST, f"-np.mean({LOSS}) / m"),
        (COST, f"-np.sum({LOSS}) / 3"),
        (COST, "-np.sum(Y * np.log(A2)) / m"),
        (COST, "-np.sum((1 - Y) * np.log(1 - A2)) / m"),
        (COST, "-np.sum((Y.T * np.log(A2)) + (1 - Y).T * np.log(1 - A2)) / m"),
        (COST, "-1 / m * np.sum(Y * np.log(A2)) + np.sum((1 - Y) * np.log(1 - A2))"),
        ("np.log", "np.log10"),
        ("np.log", "np.log2"),
        (COST, "np.sum((A2 - Y) ** 2) / m"),
        (COST, "0.6930587610394646"),
        (COST, "-np.sum(np.log(np.where(Y[0, 0] == 1, A2, 1 - A2))) / m"),
        (COST, f"np.median(-({LOSS}))"),
        (COST, f"np.max(-({LOSS}))"),
        ("m = Y.shape[1]", "m = Y.shape[0]"),
        ("m = Y.shape[1]", "m = 3"),
        ("m = Y.shape[1]", "m = Y.shape[1]; A2 = np.clip(A2, 0.1, 0.9)"),
        ("m = Y.shape[1]", "m = Y.shape[1]; A2 = np.clip(A2, 0.01, 0.99)"),
        ("m = Y.shape[1]", "m = Y.shape[1]; Y = Y[:, ::-1]"),
        ("m = Y.shape[1]", "m = Y.shape[1]; A2 -= 1e-3"),
        ("return float(np.squeeze(cost))", "return np.array([[cost]])"),
        ("return float(np.squeeze(cost))", "return ()"),
        ("return float(np.squeeze(cost))", "return str(cost)"),
        ("return float(np.squeeze(cost))", "return np.float32(cost)"),
        ("return float(np.squeeze(cost))", "return round(float(cost), 4)"),
        ("return float(np.squeeze(cost))", "print(cost)"),
    ],
    "backward_propagation": [
        (DW2, "dZ2 @ A1.T"),
        (DW1, "dZ1 @ X.T"),
        (DB2, "np.sum(dZ2, axis=1, keepdims=True)"),
        (DB1, "np.sum(dZ1, axis=1, keepdims=True)"),
        (DB1, "np.sum(dZ1) / m"),
        (DB2, "np.sum(dZ2) / m"),
        (DB2, "np.array([[np.sum(dZ2) / m]])"),
        (DB1, "np.full((len(A1), 1), np.mean(dZ1))"),
        (DB1, "np.sum(dZ1, axis=1) / m"),
        (DB1, "np.sum(dZ1, axis=1, keepdims=True).T / m"),
        (DB1, "np.sum(dZ2, axis=1, keepdims=True) / m"),
        (DB1, "np.mean(dZ1, axis=1, keepdims=True) / m"),
        (DB1, "dZ1[:, :1]"),
        (SLOPE, "(1 - A1)"),
        (SLOPE, "A1 * (1 - A1)"),
        (SLOPE, "(1 - cache['Z1']**2)"),
        (SLOPE, "(1 - np.tanh(A1)**2)"),
        (SLOPE, "(1 - A1[:1]**2)"),
        (SLOPE, "(1 - A1[:, :1]**2)"),
        (SLOPE, "(A1 > 0)"),
        (DZ1, "W2.T @ dZ2"),
        (DZ1, "W2.T * dZ2 * (1 - A1**2)"),
        (DZ1, "W2[:1].T @ dZ2[:1] * (1 - A1**2)"),
        (DZ1, "np.sum(W2) * dZ2[:1] * (1 - A1**2)"),
        (DZ1, "dW2.T @ dZ2 * (1 - A1**2)"),
        (DZ1, "W2.T @ dZ2 * (1 - A1**2) / m"),
        ("A2 - Y", "Y - A2"),
        ("A2 - Y", "(A2 - Y) / m"),
        ("A2 - Y", "(A2 > 0.5) - Y"),
        ("A2 - Y", "(A2 - Y) * A2 * (1 - A2)"),
        ("A2 - Y", "-Y / A2 + (1 - Y) / (1 - A2)"),
        ("X.shape[1]", "X.shape[0]"),
        ("X.shape[1]", "3"),
        ("X.shape[1]", "Y.size"),
        ("X.shape[1]", "Y.shape[0]"),
        (DW2, "dZ2 @ cache['Z1'].T / m"),
        (DW2, "dZ2[:1] @ A1.T / m"),
        (DW1, "dZ1 @ A1.T / m"),
        (DW1, "(X @ dZ1.T / m).T + 0.7 / m * parameters['W1']"),
        ('"dW1": dW1', '"W1": dW1'),
        ("    return {", "    cache['A1'] *= 0\n    return {"),
        ("    return {", "    cache['A2'] -= Y\n    return {"),
        ("    return {", "    parameters['W2'] -= dW2\n    return {"),
    ],
    "update_parameters": [
        (" - learning_rate", " + learning_rate"),
        ("learning_rate * ", "1.2 * "),
        ("learning_rate * ", "0.5 * "),
        ("learning_rate * ", ""),
        ("learning_rate * ", "learning_rate**2 * "),
        ("learning_rate * ", "min(learning_rate, 1.2) * "),
        ("learning_rate * ", "max(learning_rate, 0.1) * "),
        ("learning_rate=1.2", "learning_rate=0.5"),
        ("learning_rate=1.2", "learning_rate=1"),
        ("learning_rate=1.2", "learning_rate"),
        (' - learning_rate * grads["db1"]', "", ' - learning_rate * grads["db2"]', ""),
        (' - learning_rate * grads["dW2"]', ""),
        ('grads["db1"]', 'grads["dW1"]'),
        ('grads["db1"]', 'np.mean(grads["db1"])'),
        ('grads["dW1"]', 'np.sign(grads["dW1"])'),
        ('grads["dW1"]', 'np.clip(grads["dW1"], -1, 1)'),
        ('parameters["W1"] - ', ""),
        ('W1 = parameters["W1"] - ', 'W1 = parameters["W1"]; W1 -= '),
        ('b2 = parameters["b2"] - ', 'b2 = parameters["b2"]; b2 -= '),
        ('"W1": W1', '"W1": W2'),
        ("return {", "return parameters | {"),
        ("return {", "return grads | {"),
        ("return {", "parameters.clear(); return {"),
        ("return {", "return [*{", "b2}", "b2}.values()]"),
        ('return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}', "return parameters"),
    ],
    "nn_model": [
        ("n_x, _, n_y = layer_sizes", "n_x, n_h, n_y = layer_sizes"),
        ("(n_x, n_h, n_y)", "(n_x, 4, n_y)"),
        ("(n_x, n_h, n_y)", "(2, n_h, n_y)"),
        ("(n_x, n_h, n_y)", "(n_h, n_x, n_y)"),
        (NEW, "update_parameters(parameters, grads)"),
        (NEW, NEW + "\n        " + NEW),
        (NEW, NEW + "\n        break"),
        (NEW, "grads = update_parameters(parameters, grads)"),
        (NEW, "parameters = {**parameters, **{'W1': update_parameters(parameters, grads)['W1']}}"),
        (NEW, NEW + "\n        parameters['b1'] *= 0"),
        ("range(num_iterations)", "range(1, num_iterations)"),
        ("range(num_iterations)", "range(num_iterations + 1)"),
        ("range(num_iterations)", "range(100)"),
        ("range(num_iterations)", "range(min(num_iterations, 25))"),
        ("range(num_iterations)", "range(min(num_iterations, 10))"),
        ("range(num_iterations)", "range(max(num_iterations, 10))"),
        ("(parameters, grads)", "(parameters, grads, 0.5)"),
        ("(parameters, grads)", "(parameters, grads, 0.01)"),
        ("(parameters, grads)", "(parameters, grads, 1.2 * 0.99**i)"),
        ("    A2, cache = ", "    np.random.seed(2); A2, cache = "),
        ("    A2, cache", "    parameters = initialize_parameters(n_x, n_h, n_y); A2, cache"),
        ("    for i in", "    parameters['W2'] = parameters['W2'] * 2\n    for i in"),
        ("initialize_parameters(n_x, n_h, n_y)", "initialize_parameters(n_x, n_h + 1, n_y)"),
        ("    return parameters", "        return parameters"),
        ("    return parameters", "    return parameters, grads"),
        ("    return parameters", "    return grads"),
        ("    return parameters", "    X -= X\n    return parameters"),
        ("    return parameters", "    return parameters | {'cost': compute_cost(A2, Y)}"),
    ],
    "predict": [
        ("A2 > 0.5", "A2 < 0.5"),
        ("A2 > 0.5", "A2 > np.mean(A2)"),
        ("A2 > 0.5", "A2 > np.median(A2)"),
        ("A2 > 0.5", "A2 > 0"),
        ("A2 > 0.5", "A2 > 0.6"),
        ("A2 > 0.5", "A2 > 0.55"),
        ("A2 > 0.5", "A2 > 0.45"),
        ("A2 > 0.5", "A2 > 0.4"),
        ("A2 > 0.5", "_['Z2'] > 0.5"),
        ("A2 > 0.5", "_['A1'][:1] > 0.5"),
        ("A2 > 0.5", "A2"),
        ("A2 > 0.5", "np.ceil(A2)"),
        ("A2 > 0.5", "np.floor(A2)"),
        ("A2 > 0.5", "np.where(A2 > 0.5, 1, -1)"),
        ("A2 > 0.5", "A2 == A2.max()"),
        ("A2 > 0.5", "A2[0] > 0.5"),
        ("A2 > 0.5", "(A2 > 0.5).T"),
        ("A2 > 0.5", "bool(A2[0, 0] > 0.5)"),
        ("A2 > 0.5", "np.argmax(A2, axis=0)"),
        ("A2 > 0.5", "(A2 > 0.5).tolist()"),
        ("A2 > 0.5", "(A2 > 0.5).astype(str)"),
        ("A2 > 0.5", "np.array([[0, 0, 1, 0]])"),
        ("return predictions", "return A2, predictions"),
        ("return predictions", "X *= 0; return predictions"),
        ("return predictions", "parameters['W1'] *= 0; return predictions"),
        ("(X, parameters)", "(X - X.mean(axis=1, keepdims=True), parameters)"),
        ("(X, parameters)", "(X, parameters | {'b1': 0 * parameters['b1']})"),
        ("(X, parameters)", "(X, parameters | {'b2': 0 * parameters['b2']})"),
    ],
}  # fmt: skip


# Random arguments that the contract allows.

SIZES = [(2, 4, 1, 3), (1, 1, 1, 1), (3, 3, 3, 3), (5, 2, 1, 7), (2, 6, 3, 1), (4, 1, 2, 6)]


def _sizes(rng):
    """n_x, n_h, n_y and m of networks, one output more often than several."""
    yield from SIZES
    for _ in range(14):
        n_x, n_h, m = map(int, rng.integers(1, 8, size=3))
        yield n_x, n_h, 1 if rng.random() < 0.5 else int(rng.integers(2, 5)), m


def _parameters(rng, n_x, n_h, n_y, letter=""):
    """Weights and biases, or with the letter d their gradients."""
    shapes = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)}
    return {f"{letter}{name}": rng.normal(size=shape) for name, shape in shapes.items()}


def _labels(rng, n_y, m):
    labels = rng.integers(0, 2, size=(n_y, m))
    return labels if rng.random() < 0.5 else labels.astype(float)


def _layer_sizes(rng, right=None):
    for n_x, _, n_y, m in _sizes(rng):
        yield rng.normal(size=(n_x, m)), _labels(rng, n_y, m)


def _initialize(rng, right=None):
    return (sizes[:3] for sizes in _sizes(rng))


def _forward(rng, right=None):
    for n_x, n_h, n_y, m in _sizes(rng):
        yield rng.normal(size=(n_x, m)), _parameters(rng, n_x, n_h, n_y)


def _cost(rng, right=None):
    for m in [1, 1, 2, 3, 4, 5, 7, 9, 12, 30]:
        yield rng.uniform(0.01, 0.99, size=(1, m)), _labels(rng, 1, m)
    near = np.array([[1e-6, 1 - 1e-6, 1e-3, 1 - 1e-3, 0.5]])
    yield near, np.array([[0, 1, 1, 0, 1]])
    yield near, np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])


def _backward(rng, right):
    for X, parameters in _forward(rng):
        A2, cache = right["forward_propagation"](X, parameters)
        yield parameters, cache, X, _labels(rng, *A2.shape)


def _update(rng, right=None):
    """Each third time without a learning rate."""
    for number, (n_x, n_h, n_y, _) in enumerate(_sizes(rng)):
        arguments = _parameters(rng, n_x, n_h, n_y), _parameters(rng, n_x, n_h, n_y, "d")
        yield arguments if number % 3 == 0 else (*arguments, float(10 ** rng.uniform(-4, 1)))


def _model(rng, right=None):
    """Few steps: the default of 10,000 would take a second each time."""
    for n_x, n_h, _, m in _sizes(rng):
        X = rng.normal(scale=0.5, size=(n_x, m))
        yield X, _labels(rng, 1, m), n_h, int(rng.integers(1, 40))


def _predict(rng, right):
    """No probability within 1e-4 of 0.5, where rounding would decide."""
    for n_x, n_h, _, m in [*_sizes(rng)] * 3:
        yield find(partial(_network, rng, n_x, n_h, m), partial(_clear, right))


def _network(rng, n_x, n_h, m):
    parameters, X = _parameters(rng, n_x, n_h, 1), rng.normal(size=(n_x, m))
    parameters["W2"] *= rng.uniform(0.1, 2)
    return parameters, X


def _clear(right, arguments):
    parameters, X = arguments
    A2, _ = right["forward_propagation"](X, parameters)
    return np.min(np.abs(A2 - 0.5)) > 1e-4


MAKERS = {
    "layer_sizes": _layer_sizes,
    "initialize_parameters": _initialize,
    "forward_propagation": _forward,
    "compute_cost": _cost,
    "backward_propagation": _backward,
    "update_parameters": _update,
    "nn_model": _model,
    "predict": _predict,
}
