"""What the mutation engine needs for notebook 05; see `mutation.py`."""

import numpy as np

from authoring.cases import find
from dnn_tools.planted_backward import KINDS, NAMES, planted
from solved.notebook_04 import L_model_backward, L_model_forward

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _depth(parameters):
    return len(parameters) // 2


CONDITIONS = {
    "forward_propagation": {
        "x > 0": lambda x, theta: x > 0,
        "theta > 0": lambda x, theta: theta > 0,
        "the same sign": lambda x, theta: x * theta > 0,
        "theta is not 0": lambda x, theta: theta != 0,
        "theta is not 1": lambda x, theta: theta != 1,
        "whole numbers": lambda x, theta: isinstance(x, int),
        "x > 1": lambda x, theta: x > 1,
        "theta > 1": lambda x, theta: theta > 1,
    },
    "gradient_check": {
        "x > 0": lambda x, theta, epsilon=1e-7: x > 0,
        "theta > 0": lambda x, theta, epsilon=1e-7: theta > 0,
        "the usual epsilon": lambda x, theta, epsilon=1e-7: epsilon == 1e-7,
        "another epsilon": lambda x, theta, epsilon=1e-7: epsilon != 1e-7,
        "x > 1": lambda x, theta, epsilon=1e-7: x > 1,
        "x == 3": lambda x, theta, epsilon=1e-7: x == 3,
    },
    "dictionary_to_vector": {
        "two layers": lambda parameters: _depth(parameters) == 2,
        "at most two layers": lambda parameters: _depth(parameters) <= 2,
        "keys from W1": lambda parameters: next(iter(parameters)) == "W1",
        "three inputs": lambda parameters: next(iter(parameters.values())).shape[1] == 3,
        "one output": lambda parameters: len([*parameters.values()][-1]) == 1,
        "more than two arrays": lambda parameters: len(parameters) > 2,
        "11 numbers": lambda parameters: sum(a.size for a in parameters.values()) == 11,
    },
    "vector_to_dictionary": {
        "two layers": lambda theta, shapes: _depth(shapes) == 2,
        "at most two layers": lambda theta, shapes: _depth(shapes) <= 2,
        "keys from W1": lambda theta, shapes: next(iter(shapes)) == "W1",
        "three inputs": lambda theta, shapes: next(iter(shapes.values()))[1] == 3,
        "one output": lambda theta, shapes: [*shapes.values()][-1][0] == 1,
        "more than two arrays": lambda theta, shapes: len(shapes) > 2,
        "11 numbers": lambda theta, shapes: len(theta) == 11,
    },
    "gradient_check_n": {
        "three layers": lambda parameters, *a: _depth(parameters) == 3,
        "at most three layers": lambda parameters, *a: _depth(parameters) <= 3,
        "more than one layer": lambda parameters, *a: _depth(parameters) > 1,
        "m == 5": lambda p, g, X, Y, *e: X.shape[1] == 5,
        "m > 1": lambda p, g, X, Y, *e: X.shape[1] > 1,
        "the usual epsilon": lambda p, g, X, Y, *e: not e,
        "another epsilon": lambda p, g, X, Y, *e: bool(e),
        "four inputs": lambda p, g, X, Y, *e: len(X) == 4,
        "no dA": lambda p, g, X, Y, *e: len(g) == len(p),
    },
    "backward_propagation_n": {
        "m == 5": lambda p, X, Y: X.shape[1] == 5,
        "m > 1": lambda p, X, Y: X.shape[1] > 1,
        "four inputs": lambda p, X, Y: len(X) == 4,
        "three units": lambda p, X, Y: len(p["b1"]) == 3,
        "falling sizes": lambda p, X, Y: len(X) > len(p["b1"]) > len(p["b2"]),
        "m above the widths": lambda p, X, Y: X.shape[1] > max(map(len, p.values())),
        "as many examples as units": lambda p, X, Y: X.shape[1] == len(p["b1"]),
    },
}
CONDITIONS["backward_propagation"] = CONDITIONS["forward_propagation"]


# Mistakes written out by hand: (old, new, old, new, ...), pieces of the master's text.

PRODUCT, SLOPE = "J = theta * x", "(J_plus - J_minus) / (2 * epsilon)"
GAP = "np.linalg.norm(grad - gradapprox)"
SIZE = "np.linalg.norm(grad) + np.linalg.norm(gradapprox)"
QUOTIENT = "numerator / denominator"
COLUMN = "np.concatenate([array.reshape(-1, 1) for array in parameters.values()])"
PIECE = "theta[start:end].reshape(rows, columns)"
END = "end = start + rows * columns"
GRAD = 'dictionary_to_vector({name: gradients["d" + name] for name in parameters})'
PLUS, MINUS = "theta_plus = theta.copy()", "theta_minus = theta.copy()"
UP, DOWN = "theta_plus[i] += epsilon", "theta_minus[i] -= epsilon"
BY_NAME = 'grads["d" + key]'
BY_M_1, BY_M_2, BY_M_3 = "X.T / m", "A1.T / m", "A2.T / m"
MASK_1, MASK_2 = "dA1 * (A1 > 0)", "dA2 * (A2 > 0)"

BY_HAND = {
    "forward_propagation": [
        (PRODUCT, "J = theta + x"),
        (PRODUCT, "J = x"),
        (PRODUCT, "J = theta"),
        (PRODUCT, "J = x**2 * theta"),
        (PRODUCT, "J = theta**2 * x"),
        (PRODUCT, "J = theta**x"),
        (PRODUCT, "J = abs(theta * x)"),
        (PRODUCT, "J = abs(theta) * x"),
        (PRODUCT, "J = max(0, theta * x)"),
        (PRODUCT, "J = int(theta * x)"),
        (PRODUCT, "J = round(theta * x)"),
        (PRODUCT, "J = 8"),
        (PRODUCT, "J = theta * x + 1"),
        (PRODUCT, "J = 2 * theta * x"),
        (PRODUCT, "J = theta * 2"),
        (PRODUCT, "J = 4 * x"),
        (PRODUCT, "J = 0.5 * (theta * x) ** 2"),
        (PRODUCT, "J = np.tanh(theta * x)"),
        (PRODUCT, "J = x / theta"),
        (PRODUCT, "J = theta * x if theta > 0 else 0"),
        (PRODUCT, "J = np.array([theta * x])"),
    ],
    "backward_propagation": [
        ("dtheta = x", "dtheta = theta"),
        ("dtheta = x", "dtheta = theta * x"),
        ("dtheta = x", "dtheta = 1"),
        ("dtheta = x", "dtheta = 0"),
        ("dtheta = x", "dtheta = 2"),
        ("dtheta = x", "dtheta = -x"),
        ("dtheta = x", "dtheta = 2 * x"),
        ("dtheta = x", "dtheta = x**2"),
        ("dtheta = x", "dtheta = x + 1"),
        ("dtheta = x", "dtheta = 1 / x"),
        ("dtheta = x", "dtheta = abs(x)"),
        ("dtheta = x", "dtheta = int(x)"),
        ("dtheta = x", "dtheta = round(x, 1)"),
        ("dtheta = x", "dtheta = x * (theta > 0)"),
        ("dtheta = x", "dtheta = x if theta else 0"),
        ("dtheta = x", "dtheta = max(x, 0)"),
        ("dtheta = x", "dtheta = theta / 2"),
        ("dtheta = x", "dtheta = theta - 2"),
        ("dtheta = x", "dtheta = np.array([x])"),
        ("dtheta = x", "dtheta = x * np.sign(theta)"),
    ],
    "gradient_check": [
        (SLOPE, "(J_plus - forward_propagation(x, theta)) / epsilon"),
        (SLOPE, "(forward_propagation(x, theta) - J_minus) / epsilon"),
        (SLOPE, "(J_plus - J_minus) / epsilon"),
        (SLOPE, "(J_plus - J_minus) / 2 * epsilon"),
        (SLOPE, "(J_plus - J_minus) / 2e-7"),
        (SLOPE, "(J_plus - J_minus) / ((theta + epsilon) - (theta - epsilon))"),
        (QUOTIENT, "numerator"),
        (QUOTIENT, "2 * numerator / denominator"),
        (QUOTIENT, "0.0"),
        (QUOTIENT, "1e-10"),
        (QUOTIENT, "round(numerator / denominator, 7)"),
        (QUOTIENT, "min(numerator / denominator, 1e-7)"),
        (SIZE, "np.linalg.norm(grad)"),
        (SIZE, "np.linalg.norm(gradapprox)"),
        (SIZE, "np.linalg.norm(grad) * np.linalg.norm(gradapprox)"),
        (SIZE, "max(abs(grad), abs(gradapprox))"),
        (SIZE, "2 * np.linalg.norm(grad)"),
        (SIZE, "grad + gradapprox"),
        (SIZE, "np.hypot(grad, gradapprox)"),
        (GAP, "grad - gradapprox"),
        (GAP, f"{GAP} ** 2", SIZE, "np.linalg.norm(grad) ** 2 + np.linalg.norm(gradapprox) ** 2"),
        (
            "(x, theta + epsilon)",
            "(x + epsilon, theta)",
            "(x, theta - epsilon)",
            "(x - epsilon, theta)",
        ),
        ("    J_plus =", "    epsilon = 1e-7\n    J_plus ="),
        ("theta + epsilon", "np.float32(theta + epsilon)"),
        ("theta + epsilon", "theta * (1 + epsilon)", "theta - epsilon", "theta * (1 - epsilon)"),
        ("return difference", "return gradapprox"),
        ("return difference", "return difference < 1e-7"),
    ],
    "dictionary_to_vector": [
        (COLUMN, "np.concatenate([array.reshape(-1) for array in parameters.values()])"),
        (COLUMN, COLUMN + ".T"),
        ("reshape(-1, 1)", 'reshape(-1, 1, order="F")'),
        ("array.reshape(-1, 1)", "array.T.reshape(-1, 1)"),
        ("parameters.values()", "[parameters[key] for key in sorted(parameters)]"),
        ("parameters.values()", "[parameters[key] for key in sorted(parameters, key=str.lower)]"),
        ("parameters.values()", "[*parameters.values()][::-1]"),
        ("parameters.values()", '[a for key, a in parameters.items() if "W" in key]'),
        ("parameters.values()", '[a for key, a in parameters.items() if "b" in key]'),
        ("parameters.values()", "[*parameters.values()][:4]"),
        ("parameters.values()", "[*parameters.values()][:6]"),
        ("parameters.values()", '[parameters[k] for k in ("W1", "b1", "W2", "b2")]'),
        (
            "parameters.values()",
            '[parameters[k] for k in "W1 b1 W2 b2 W3 b3".split() if k in parameters]',
        ),
        (
            "parameters.values()",
            '[parameters[f"{c}{n}"] for n in range(1, len(parameters) // 2 + 1) for c in "Wb"]',
        ),
        ("parameters.values()", "sorted(parameters.values(), key=np.size)"),
        ("parameters.values()", "sorted(parameters.values(), key=np.size, reverse=True)"),
        (COLUMN, "np.concatenate([np.unique(a).reshape(-1, 1) for a in parameters.values()])"),
        (
            COLUMN,
            "np.concatenate([np.sort(a, axis=None).reshape(-1, 1) for a in parameters.values()])",
        ),
        (COLUMN, "np.concatenate([array for array in parameters.values()])"),
        (COLUMN, COLUMN + ".astype(np.float32)"),
        (COLUMN, COLUMN + ".astype(int)"),
        (COLUMN, "np.arange(1.0, 12.0).reshape(-1, 1)"),
        (COLUMN, COLUMN + "[:11]"),
        (COLUMN, COLUMN + ".tolist()"),
    ],
    "vector_to_dictionary": [
        (PIECE, 'theta[start:end].reshape(rows, columns, order="F")'),
        (PIECE, "theta[start:end].reshape(columns, rows).T"),
        (PIECE, "theta[start:end].reshape(columns, rows)"),
        (PIECE, "theta[start:end]"),
        (PIECE, "theta[start:end].ravel()"),
        (PIECE, "theta[: rows * columns].reshape(rows, columns)"),
        (PIECE, "theta[-rows * columns :].reshape(rows, columns)"),
        (PIECE, "np.resize(theta[start:end], (rows, columns))", "start = end", "start = end + 1"),
        (PIECE, "np.resize(theta[start:end], (rows, columns))", END, END + " - 1"),
        (PIECE, "np.resize(theta[start:end], (rows, rows))"),
        (PIECE, "theta[start:end].reshape(2, -1)"),
        (PIECE, "theta[start:end].reshape(rows, columns).tolist()"),
        (PIECE, "theta[start:end].reshape(rows, columns).astype(np.float32)"),
        (PIECE, "theta[start:end].reshape(rows, columns).round(2)"),
        ("start = end", "start = rows * columns"),
        ("start = end", "pass"),
        ("start = 0", "start = 1"),
        ("in shapes.items()", "in sorted(shapes.items())"),
        ("in shapes.items()", "in [*shapes.items()][::-1]"),
        ("in shapes.items()", "in [*shapes.items()][:4]"),
        ("in shapes.items()", "in [*shapes.items()][:6]"),
        ("in shapes.items()", 'in [(n, s) for n, s in shapes.items() if n[0] == "W"]'),
        ("parameters[name]", "parameters[name.upper()]"),
        ("parameters[name]", 'parameters[name.removeprefix("d")]'),
        ("parameters[name]", "parameters[name[:2]]"),
        ("    return parameters", "        return parameters"),
    ],
    "gradient_check_n": [
        (SLOPE, "(J_plus - compute_cost(L_model_forward(X, parameters)[0], Y)) / epsilon"),
        (SLOPE, "(compute_cost(L_model_forward(X, parameters)[0], Y) - J_minus) / epsilon"),
        (SLOPE, "(J_plus - J_minus) / epsilon"),
        (SLOPE, "(J_plus - J_minus) / 2 * epsilon"),
        (SLOPE, "(J_plus - J_minus) / 2e-7"),
        (PLUS, "theta_plus = theta", MINUS, "theta_minus = theta"),
        (
            PLUS,
            "theta_plus = theta",
            MINUS,
            "theta_minus = theta",
            DOWN,
            "theta_minus[i] -= 2 * epsilon",
        ),
        (PLUS, "theta_plus = theta"),
        (MINUS, "theta_minus = theta"),
        (UP, "theta_plus += epsilon", DOWN, "theta_minus -= epsilon"),
        (UP, "theta_plus[i] *= 1 + epsilon", DOWN, "theta_minus[i] *= 1 - epsilon"),
        (UP, "theta_plus[0] += epsilon", DOWN, "theta_minus[0] -= epsilon"),
        (UP, "theta_plus[: i + 1] += epsilon", DOWN, "theta_minus[: i + 1] -= epsilon"),
        (GRAD, "dictionary_to_vector(gradients)"),
        (GRAD, 'dictionary_to_vector({n: g for n, g in gradients.items() if "dA" not in n})'),
        (GRAD, 'dictionary_to_vector({n: gradients["d" + n] for n in sorted(parameters)})'),
        (GRAD, "np.abs(" + GRAD + ")"),
        (GRAD, GRAD + ".round(3)"),
        (GRAD, GRAD + ".astype(np.float32)"),
        (QUOTIENT, "numerator"),
        (QUOTIENT, "0.0"),
        (QUOTIENT, "round(numerator / denominator, 4)"),
        (QUOTIENT, "min(numerator / denominator, 1e-7)"),
        (SIZE, "np.linalg.norm(grad)"),
        (SIZE, "np.linalg.norm(gradapprox)"),
        (SIZE, "2 * np.linalg.norm(grad)"),
        (SIZE, "np.linalg.norm(grad + gradapprox)"),
        (SIZE, "np.linalg.norm(grad) * np.linalg.norm(gradapprox)"),
        (SIZE, "max(np.linalg.norm(grad), np.linalg.norm(gradapprox))"),
        (GAP, "np.linalg.norm(grad) - np.linalg.norm(gradapprox)"),
        (
            GAP,
            "np.sum(np.abs(grad - gradapprox))",
            SIZE,
            "np.sum(np.abs(grad) + np.abs(gradapprox))",
        ),
        (
            GAP,
            "np.max(np.abs(grad - gradapprox))",
            SIZE,
            "np.max(np.abs(grad)) + np.max(np.abs(gradapprox))",
        ),
        (GAP, f"{GAP} ** 2", SIZE, "np.linalg.norm(grad) ** 2 + np.linalg.norm(gradapprox) ** 2"),
        (QUOTIENT, "np.max(np.abs(grad - gradapprox) / (np.abs(grad) + np.abs(gradapprox)))"),
        (QUOTIENT, "np.mean(np.abs(grad - gradapprox) / (np.abs(grad) + np.abs(gradapprox)))"),
        ("    theta = dict", "    epsilon = 1e-7\n    theta = dict"),
        ("    theta = dict", "    epsilon = 1e-5\n    theta = dict"),
        ("    theta = dict", "    X, Y = X[:, :1], Y[:, :1]\n    theta = dict"),
        ("    theta = dict", "    X, Y = X[:, :5], Y[:, :5]\n    theta = dict"),
        (
            "theta = dictionary_to_vector(parameters)",
            "theta = dictionary_to_vector(parameters).astype(np.float32)",
        ),
        ("range(len(theta))", "range(len(theta) - 1)"),
        ("range(len(theta))", "range(1, len(theta))"),
        ("range(len(theta))", "range(len(parameters))"),
        ("range(len(theta))", "range(min(len(theta), 26))"),
        ("range(len(theta))", "range(0, len(theta), 2)"),
        ("return difference", "return difference < 1e-7"),
        ("return difference", "return gradapprox"),
        ("return difference", "return difference, gradapprox"),
    ],
    "find_the_bug": [
        ("name, largest = key, difference", 'name, largest = "d" + key, difference'),
        ("return name", "return name or None"),
        ("return name", 'return name or "none"'),
        ("return name", "return [name] if name else []"),
        ("return name", "return name.lower()"),
        ("return name", "return name[-1:]"),
        ("return name", "return name[:1]"),
        ("1e-4", "0.0"),
        ("1e-4", "1e-12"),
        ("1e-4", "0.05"),
        ("1e-4", "0.1"),
        ("1e-4", "0.3"),
        ("1e-4", "1.0"),
        ("for key in parameters:", 'for key in ("W1", "W2", "W3"):'),
        ("for key in parameters:", 'for key in ("b1", "b2", "b3"):'),
        ("for key in parameters:", 'for key in ("W1", "b1", "W2", "b2"):'),
        ("for key in parameters:", 'for key in ("W2", "b2", "W3", "b3"):'),
        ("for key in parameters:", 'for key in ("W1", "b1", "W3", "b3"):'),
        ("[2, 3, 2, 1]", "[2, 3, 1]"),
        ("[2, 3, 2, 1]", "[2, 1]"),
        (
            "shapes = {key",
            "grads = dict(zip(('d' + k for k in parameters), grads.values()))\n    shapes = {key",
        ),
        (BY_NAME, "np.abs(grads['d' + key])", "approx[key]", "np.abs(approx[key])"),
        (
            "np.linalg.norm(grad - approx[key])",
            "abs(np.linalg.norm(grad) - np.linalg.norm(approx[key]))",
        ),
        ("np.linalg.norm(grad - approx[key])", "abs(np.sum(grad - approx[key]))"),
        ("np.linalg.norm(grad - approx[key])", "abs(grad - approx[key]).min()"),
        ("np.linalg.norm(grad - approx[key])", "abs(grad - approx[key])[0, 0]"),
        ("np.linalg.norm(grad - approx[key])", "abs(grad - approx[key])[-1, -1]"),
        ("np.linalg.norm(grad - approx[key])", "abs(grad.max() - approx[key].max())"),
        ("if difference > largest", "if difference < largest"),
        ("moved = theta.copy()", "moved = theta"),
        ("moved[i] += step", "moved += step"),
        ("(costs[0] - costs[1]) / 2e-6", "(costs[0] - costs[1]) / 1e-6"),
        ("(costs[0] - costs[1]) / 2e-6", "(costs[1] - costs[0]) / 2e-6"),
        ("(1e-6, -1e-6)", "(1e-6, 0.0)"),
        ("(1e-6, -1e-6)", "(0.5, -0.5)", "2e-6", "1.0"),
        ("(1e-6, -1e-6)", "(1e-15, -1e-15)", "2e-6", "2e-15"),
    ],
    "backward_propagation_n": [
        (BY_M_2, "A1.T / len(A1)", MASK_1, "dA1 * (A1 >= 0)"),
        (BY_M_2, "A1.T / len(A1)"),
        (MASK_1, "dA1 * (A1 >= 0)"),
        (MASK_1, "dA1"),
        (MASK_2, "dA2"),
        (MASK_2, "dA2 * (A2 >= 0)"),
        (MASK_1, "dA1 * A1"),
        (MASK_1, "dA1 * (dA1 > 0)"),
        (MASK_1, "np.maximum(0, dA1)"),
        (MASK_1, "dA1 * (A1 < 0)"),
        (MASK_1, "dA1 * (A1 > 0.1)"),
        (MASK_1, "dA1 * A1 * (1 - A1)"),
        (BY_M_2, "A1.T"),
        (BY_M_1, "X.T"),
        (BY_M_3, "A2.T"),
        (BY_M_2, "A1.T / len(A2)"),
        (BY_M_2, "A1.T / 5"),
        ("m = X.shape[1]", "m = 5"),
        ("m = X.shape[1]", "m = X.shape[0]"),
        ("m = X.shape[1]", "m = 1"),
        ("    dZ3 =", "    m = len(A1)\n    dZ3 ="),
        ("A3 - Y", "Y - A3"),
        ("A3 - Y", "(A3 - Y) / m"),
        ("A3 - Y", "-(Y / A3 - (1 - Y) / (1 - A3))"),
        ("np.sum(dZ1, axis=1, keepdims=True)", "np.sum(dZ1)"),
        ("np.sum(dZ2, axis=1, keepdims=True)", "np.sum(dZ2, axis=1)"),
        ("np.sum(dZ1, axis=1, keepdims=True)", "np.sum(dZ1, axis=0, keepdims=True)"),
        ("np.sum(dZ3, axis=1, keepdims=True) / m", "np.mean(dZ3, axis=1, keepdims=True) / m"),
        ("W2.T @ dZ2", "W2.T @ dA2"),
        ("W3.T @ dZ3", "W3.T @ (A3 - Y) * A3 * (1 - A3)"),
        ("dZ1 @ X.T", "dA1 @ X.T"),
        ('"dW2": dW2, "db2": db2', '"dW2": dW2, "db2": db1'),
        ('"dW1": dW1', '"W1": dW1'),
    ],
}


# Random arguments that the contract allows.


def number(rng):
    return float(np.round(rng.normal(scale=3), 3))


def make_forward_propagation(rng, solved):
    yield 3, 5
    yield from ((number(rng), number(rng)) for _ in range(8))
    yield number(rng), 0.0
    yield number(rng), 1.0


def make_gradient_check(rng, solved):
    """Where theta is large the rounding of theta +- epsilon decides, always in the same way."""
    for sign in 1, -1, 1, -1, 1, 1:
        theta = float(rng.choice([-1, 1]) * 2.0 ** rng.integers(25, 29))
        yield sign * float(np.round(rng.uniform(0.2, 5), 3)), theta
    yield 3, 2.0**26
    yield 1.7, 2.0**28, 1e-6
    yield -2.3, -(2.0**27), 1e-6
    yield 0.4, -(2.0**29), 1e-5
    yield -0.9, 2.0**30, 1e-5


def dictionaries(rng):
    for layers in [3, 2, 1], [2, 1], [3, 4, 2, 1], [2, 2, 3, 2, 1], [4, 3, 2], [1, 1, 1]:
        yield {
            f"{letter}{layer}": rng.normal(size=(n, n_prev if letter == "W" else 1))
            for layer, (n_prev, n) in enumerate(zip(layers, layers[1:], strict=False), start=1)
            for letter in "Wb"
        }
    for found in [*dictionaries_of_three(rng)]:
        yield {f"d{name}": found[name] for name in reversed(found)}
    yield {"C": rng.normal(size=(2, 3))}


def dictionaries_of_three(rng):
    for sizes in ((2, 3), (3, 2)):
        yield {"W1": rng.normal(size=sizes), "b1": rng.normal(size=(sizes[0], 1))}


def make_dictionary_to_vector(rng, solved):
    yield from ((parameters,) for parameters in dictionaries(rng))


def make_vector_to_dictionary(rng, solved):
    for parameters in dictionaries(rng):
        theta = rng.normal(size=(sum(array.size for array in parameters.values()), 1))
        yield theta, {name: array.shape for name, array in parameters.items()}


def network(rng, layers, m):
    """A network that is alive and far from the corners of its relus, its gradients, X and Y."""

    def make():
        parameters = {}
        for layer, (n_prev, n) in enumerate(zip(layers, layers[1:], strict=False), start=1):
            parameters[f"W{layer}"] = rng.normal(size=(n, n_prev)) / np.sqrt(n_prev)
            parameters[f"b{layer}"] = rng.normal(size=(n, 1), scale=0.5)
        X, Y = rng.normal(size=(layers[0], m)), 1.0 * np.array([np.arange(m) % 2])
        AL, caches = L_model_forward(X, parameters)
        return parameters, L_model_backward(AL, Y, caches), X, Y

    def good(found):
        parameters, gradients, X, _ = found
        AL, caches = L_model_forward(X, parameters)
        near = min((np.min(np.abs(Z)) for _, Z in caches[:-1]), default=1)
        dead = min(np.linalg.norm(gradients["d" + name]) for name in parameters) < 0.03
        return near > 0.08 and not dead and 0.05 < AL.min() <= AL.max() < 0.95

    return find(make, good)


def make_gradient_check_n(rng, solved):
    for layers, m, epsilon in (
        ([2, 3, 1], 4, 1e-2),
        ([3, 2, 2, 1], 5, 1e-2),
        ([3, 1], 3, 3e-3),
        ([2, 2, 2, 2, 1], 1, 1e-2),
    ):
        yield *network(rng, layers, m), epsilon
    for layers, m, spoiled in (
        ([3, 2, 1], 2, "dW1"),
        ([2, 3, 2, 1], 6, "db2"),
        ([4, 3, 1], 5, "dW2"),
    ):
        parameters, gradients, X, Y = network(rng, layers, m)
        gradients = {name: gradients[name] for name in gradients if not name.startswith("dA")}
        yield parameters, gradients | {spoiled: 1.5 * gradients[spoiled]}, X, Y


def make_find_the_bug(rng, solved):
    for name in NAMES[1:]:
        for kind in rng.choice(KINDS, 3, replace=False):
            yield (planted(name, str(kind), int(rng.integers(100))),)
    for kind in KINDS:
        yield (planted(str(rng.choice(NAMES[1:])), kind, int(rng.integers(100))),)
    yield (planted(""),)


def make_backward_propagation_n(rng, solved):
    for layers, m in (
        ([4, 3, 2, 1], 6),
        ([2, 4, 3, 1], 5),
        ([3, 2, 4, 1], 3),
        ([5, 5, 5, 1], 4),
        ([2, 3, 4, 1], 1),
        ([1, 2, 2, 1], 2),
        ([3, 6, 4, 1], 7),
    ):
        parameters, _, X, Y = network(rng, layers, m)
        yield parameters, X, Y


MAKERS = {
    "forward_propagation": make_forward_propagation,
    "backward_propagation": make_forward_propagation,
    "gradient_check": make_gradient_check,
    "dictionary_to_vector": make_dictionary_to_vector,
    "vector_to_dictionary": make_vector_to_dictionary,
    "gradient_check_n": make_gradient_check_n,
    "find_the_bug": make_find_the_bug,
    "backward_propagation_n": make_backward_propagation_n,
}
